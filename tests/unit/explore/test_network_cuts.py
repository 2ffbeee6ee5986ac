from __future__ import annotations

from itertools import chain, combinations, product

import pytest

from algebra_tnn.explore.network_cuts import format_cut
from algebra_tnn.explore.network_layouts import layout
from algebra_tnn.tensors.formats import (
    BlockTermFormat,
    CPFormat,
    HierarchicalFormat,
    ParaTuck2Format,
    RingFormat,
    TensorFormat,
    TensorNetwork,
    TrainFormat,
    TuckerFormat,
)
from algebra_tnn.tensors.formats.networks import Network

COMPLETE = TensorNetwork(
    {"A": "iabc", "B": "jade", "C": "kbdf", "D": "lcef"},
    {**dict.fromkeys("ijkl", 3), **dict.fromkeys("abcdef", 2)},
    "ijkl",
)
DOUBLE = TensorNetwork({"A": "iab", "B": "jab"}, {"i": 9, "j": 9, "a": 2, "b": 3}, "ij")
FORMATS: list[TensorFormat] = [
    TrainFormat((2, 3, 2), (2, 5)),
    RingFormat((3, 3, 3, 3), (2, 1, 3, 2)),
    CPFormat((3, 3, 3), 4),
    BlockTermFormat((4, 4, 3), (2, 1)),
    COMPLETE,
    DOUBLE,
]
MORE: list[TensorFormat] = [
    TrainFormat((2, 3, 2, 2), (2, 5, 2)),
    HierarchicalFormat((2, 2, 2, 2), [[0, 1], [2, 3]], (2, 3)),
    TuckerFormat((3, 3, 3), (2, 2, 1)),
    ParaTuck2Format((3, 3, 5), (2, 2)),
]
ALL = pytest.mark.parametrize(
    "format", [*FORMATS, *(pytest.param(format, marks=pytest.mark.slow) for format in MORE)], ids=str
)


def least_by_colourings(network: Network, side: set[str]) -> int:
    """Over all ways to put each node on one of the sides: a letter with ends on both of them is cut."""
    found = []
    for colours in product((True, False), repeat=len(network.nodes)):
        colour = {node.name: c for node, c in zip(network.nodes, colours, strict=True)}
        cut = 1
        for letter, n in network.sizes:
            ends = {colour[node.name] for node in network.homes[letter]}
            ends |= {letter in side} if letter in network.modes else set()
            cut *= n if len(ends) == 2 else 1
        found.append(cut)
    return min(found)


@ALL
def test_the_cut_is_the_least_of_all_colourings(format: TensorFormat) -> None:
    d = format.order
    for side in chain.from_iterable(combinations(range(d), k) for k in range(d + 1)):
        found = format_cut(format, side)
        for part, network in zip(found.cuts, format.networks, strict=True):
            modes = {network.modes[k] for k in side}
            assert part.size == least_by_colourings(network, modes) and part.modes == tuple(sorted(modes))
            inside = set(part.inside)
            for letter, _ in network.sizes:  # what is cut has ends on both sides, and all that has is cut
                ends = {node.name in inside for node in network.homes[letter]}
                ends |= {letter in modes} if letter in network.modes else set()
                assert (len(ends) == 2) == (letter in dict(part.letters))
        if 0 < len(side) < d:
            assert found.size == format.min_cut(side)
        else:
            assert found.size == 1


def test_products() -> None:
    ring = format_cut(RingFormat((3, 3, 3, 3), (2, 2, 3, 2)), [1, 0])
    assert ring.product == "2 · 3 = 6" and ring.cuts[0].to_dict() == {
        "letters": {"r0": 2, "r2": 3},
        "product": "2 · 3 = 6",
        "size": 6,
        "inside": ["G0", "G1"],
    }
    assert format_cut(CPFormat((3, 3, 3), 2), [0]).product == "2"
    assert format_cut(RingFormat((3, 3, 3), (1, 2, 2)), [0]).product == "2"
    assert format_cut(CPFormat((3, 3, 3), 2), []).product == "1"
    assert format_cut(BlockTermFormat((4, 4, 3), (2, 1)), [0]).product == "2 + 1 = 3"
    many = format_cut(BlockTermFormat((2, 4, 3), (2, 1)), [0])
    assert many.product == "2, of all rows or columns" and many.size == 2


@ALL
def test_all_places_of_a_layout_differ(format: TensorFormat) -> None:
    for network in format.networks:
        found = layout(network)
        assert found == layout(network)
        places = [*found.nodes.values(), *found.letters.values()]
        assert all(max(abs(x - z), abs(y - w)) > 0.05 for (x, y), (z, w) in combinations(places, 2))
        assert set(found.nodes) == {node.name for node in network.nodes}
        drawn = {x for x, n in network.sizes if n > 1 or x in network.modes or len(network.homes[x]) > 1}
        assert set(found.letters) == drawn


def test_a_row_a_circle_and_a_tree() -> None:
    train = layout(TrainFormat((2,) * 4, (2,) * 3).networks[0])
    assert train.nodes == {f"G{k}": (k, 0) for k in range(4)} and {y for _, y in train.letters.values()} == {0, -0.75}
    ring = layout(RingFormat((2,) * 5, 2).networks[0])
    assert len({round(x * x + y * y, 9) for x, y in ring.nodes.values()}) == 1
    tree = layout(HierarchicalFormat((2,) * 4, [[0, 2], [1, 3]], (2, 2)).networks[0])
    assert {tree.letters[f"i{k}"][1] for k in range(4)} == {0}
    order = sorted("0123", key=lambda k: tree.letters[f"i{k}"][0])
    assert "".join(order) == "0213"  # the lines of the tree do not cross
