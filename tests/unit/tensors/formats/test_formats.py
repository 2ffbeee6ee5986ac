from __future__ import annotations

from math import prod
from typing import Any

import pytest

from algebra_tnn.explore import dimension
from algebra_tnn.laws import formula
from algebra_tnn.tensors.formats import (
    BlockTermFormat,
    CPFormat,
    HierarchicalFormat,
    MatrixTrainFormat,
    ParaTuck2Format,
    RingFormat,
    SymmetricCPFormat,
    TensorFormat,
    TensorNetwork,
    TrainFormat,
    TubalFormat,
    TuckerFormat,
)
from tests.unit.tensors.formats.examples import EXAMPLES, PAIRS


def ht(n: int, leaf: int, inner: int) -> HierarchicalFormat:
    return HierarchicalFormat((n,) * 4, PAIRS, (leaf, inner))


QUICK: list[tuple[TensorFormat, int]] = [
    (TuckerFormat((3, 3, 3), (2, 2, 2)), 14),
]
KNOWN: list[tuple[TensorFormat, int]] = [
    (ParaTuck2Format((3, 2, 4), (2, 2)), 18),
    (TrainFormat((2, 2, 2, 2), (2, 2, 2)), 12),
    (RingFormat((3, 3, 3), 2), 25),
    (BlockTermFormat((4, 4, 3), (2, 2)), 28),
    (TuckerFormat((4, 3, 3), (2, 2, 2)), 16),
    (TuckerFormat((3, 3, 3), (2, 2, 1)), 10),
    (TuckerFormat((4, 3, 3), (3, 1, 1)), 8),
    (TuckerFormat((10, 10, 10), (4, 4, 4)), 136),
    (TrainFormat((2, 2, 2, 2), (2, 3, 2)), 15),
    (TrainFormat((3, 3, 3, 3), (2, 2, 2)), 24),
    (TrainFormat((4, 4, 4, 4, 4), (3, 3, 3, 3)), 96),
    (ht(2, 2, 2), 12),
    (ht(2, 2, 3), 15),
    (ht(3, 2, 2), 20),
    (ht(3, 2, 3), 23),
    (ht(3, 2, 5), 24),
    (HierarchicalFormat((2, 3, 2, 2), (((0, 1), 2), 3), (2, 2)), 14),
    (RingFormat((3, 3, 3, 3), 2), 33),
    (RingFormat((4, 4, 4), 2), 37),
    (RingFormat((2, 2, 2), 2), 8),
    (BlockTermFormat((3, 3, 3), (2, 2)), 20),
    (BlockTermFormat((3, 3, 3), (3, 2)), 20),
    (BlockTermFormat((3, 2, 3), (3, 2)), 14),
    (BlockTermFormat((4, 4, 4), ((2, 2, 2), (2, 2, 2))), 40),
    (CPFormat((3, 3, 3), 4), 26),
    (SymmetricCPFormat((3,), (4,), 5), 14),
    (MatrixTrainFormat((2, 2, 2), (2, 2, 2), (2, 2)), 24),
    (TubalFormat((3, 4, 2), 2), 20),
    *((ParaTuck2Format((3, 3, K), (2, 2)), d) for K, d in ((3, 16), (4, 20), (5, 24))),
    *((ParaTuck2Format((3, 2, K), (2, 2)), d) for K, d in ((3, 14), (5, 22))),
    *((ParaTuck2Format((4, 4, K), (2, 2)), d) for K, d in ((4, 24), (5, 28))),
    *((ParaTuck2Format((3, 3, K), (3, 2)), d) for K, d in ((4, 26), (5, 32))),
    *((ParaTuck2Format((3, 3, K), (3, 3)), d) for K, d in ((3, 27), (4, 36), (5, 41))),
    *((ParaTuck2Format((3, 3, K), (2, 1)), 2 * K + 4) for K in (2, 3, 4, 8)),
]


def is_proved(format: TensorFormat, value: int) -> bool:
    found = dimension(format)
    return (found.lower, found.upper, found.status, found.trusts) == (value, value, "proved", ())


@pytest.mark.parametrize(("format", "value"), QUICK, ids=str)
def test_dimensions(format: TensorFormat, value: int) -> None:
    assert is_proved(format, value)


@pytest.mark.slow
@pytest.mark.parametrize(("format", "value"), KNOWN, ids=str)
def test_more_dimensions(format: TensorFormat, value: int) -> None:
    assert is_proved(format, value)


def squares(*numbers: int) -> int:
    return sum(n * n for n in numbers)


TEXTBOOK: list[tuple[TensorFormat, int]] = [
    (TuckerFormat((5, 4, 6), (2, 3, 4)), 2 * 3 * 4 + 2 * 3 + 3 * 1 + 4 * 2),
    (TrainFormat((4, 5, 6), (2, 3)), 4 * 2 + 2 * 5 * 3 + 3 * 6 - squares(2, 3)),
    (RingFormat((5, 5, 5, 5), 2), 4 * 5 * 4 - 4 * 4 + 1),
    (RingFormat((9, 9, 9), (1, 2, 3)), 9 * 2 + 9 * 6 + 9 * 3 - squares(1, 2, 3) + 1),
    (MatrixTrainFormat((2, 3, 2), (3, 2, 2), (2, 3)), 6 * 2 + 2 * 6 * 3 + 3 * 4 - squares(2, 3)),
    (ht(4, 2, 3), 4 * 4 * 2 + 2 * 3 * 4 + 9 - 4 * 4 - 2 * 9),
    (CPFormat((4, 5, 6), 3), 3 * (4 + 5 + 6 - 2)),
    (SymmetricCPFormat((4,), (3,), 3), 12),
    (SymmetricCPFormat((4, 5), (2, 1), 3), 3 * 8),
    (BlockTermFormat((6, 7, 4), (2, 3)), 2 * (13 - 2) + 3 + 3 * (13 - 3) + 3),
    (BlockTermFormat((6, 7, 8), [(2, 3, 4)]), 2 * 3 * 4 + 2 * 4 + 3 * 4 + 4 * 4),
    (ParaTuck2Format((4, 5, 7), (3, 2)), 4 * 3 + 7 * 3 + 6 + 7 * 2 + 5 * 2 - (6 + 4 + 7 - 1)),
    (TubalFormat((5, 4, 3), 2), 3 * (2 * 9 - 4)),
]


@pytest.mark.parametrize(("format", "count"), TEXTBOOK, ids=str)
def test_expected_dimensions_are_those_of_textbooks(format: TensorFormat, count: int) -> None:
    assert format.parameter_count - format.gauge_dimension == format.expected_dimension == count
    assert format.ambient_dimension >= count


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_stored(name: str) -> None:
    format = EXAMPLES[name]
    assert format.storage == {node: prod(shape) for node, shape in format.parameters.items()}
    assert format.parameter_count == format.law().parameter_count == format.tensor_law().parameter_count
    assert format.tensor_law().shape == format.shape and not format.tensor_law().inputs
    assert format.entry_count == prod(format.shape)
    assert hash(format) == hash(EXAMPLES[name]) and repr(format).startswith(type(format).__name__)


def test_storage_of_textbooks() -> None:
    """n = 5 and r = 3 in d = 4 modes: d n r + r^d, 2 n r + (d − 2) n r², d n r + (d − 2) r³ + r², d n r."""
    d, n, r = 4, 5, 3
    shape = (n,) * d
    assert TuckerFormat(shape, (r,) * d).parameter_count == d * n * r + r**d
    assert TrainFormat(shape, (r,) * (d - 1)).parameter_count == 2 * n * r + (d - 2) * n * r**2
    assert HierarchicalFormat(shape, None, (r, r)).parameter_count == d * n * r + (d - 2) * r**3 + r**2
    assert CPFormat(shape, r).parameter_count == d * n * r
    assert TuckerFormat(shape, (r,) * d).entry_count == n**d


def test_tensors_over_rings() -> None:
    from sympy import Rational, symbols

    format = TrainFormat((2, 1, 2), (1, 2))
    nodes: dict[str, Any] = {"G0": [[[1], [2]]], "G1": [[[3, "1/2"]]], "G2": [[[1], [0]], [[0], [2]]]}
    assert format.tensor(nodes) == [[[3, 1]], [[6, 2]]]
    assert format.tensor({**nodes, "G1": [[[3, 4]]]}, modulus=5) == [[[3, 3]], [[1, 1]]]
    t = symbols("t")
    assert format.tensor({**nodes, "G0": [[[t], [1]]], "G1": [[[3, Rational(1, 2)]]]})[0] == [[3 * t, t]]


def test_laws_name_where_they_can_be_cut() -> None:
    assert formula(TrainFormat((2, 3, 2), (2, 2)).law()).splitlines() == [
        "f = Σ_i v2_i v3_i",
        "v0_i = Σ_jk G0_jki x0_k",
        "v1_ij = Σ_k G1_ikj x1_k",
        "v2_i = Σ_j v0_j v1_ji",
        "v3_i = Σ_jk G2_ijk x2_j",
    ]
    long = TrainFormat((2,) * 16, (1,) * 15)
    assert long.law().degree == 32 and long.tensor_law().output_count == 2**16


@pytest.mark.parametrize(
    ("format", "words"),
    [
        (TuckerFormat((4, 3, 3), (3, 1, 1)), ["r0 between G and U0 may have size 1 instead of 3", "it is 8"]),
        (ht(3, 2, 5), ["r0_1 between B_0_1 and B_0_1_2_3 may have size 4 instead of 5", "r2_3", "it is 24"]),
        (TrainFormat((2, 3, 4), (3, 2)), ["r1 between G0 and G1 may have size 2 instead of 3"]),
        (RingFormat((2, 2, 2), 2), ["24 parameters modulo a gauge of dimension 11 are 13, more than", "8"]),
        (ParaTuck2Format((3, 3, 4), (2, 2)), ["= 4 is above (K − 1)(R − 1)(S − 1) = 3"]),
        (ParaTuck2Format((3, 3, 9), (2, 1)), ["= 2 is above (K − 1)(R − 1)(S − 1) = 0"]),
        (
            TensorNetwork({"A": "ia", "B": "j"}, {"i": 3, "j": 3, "a": 2}, "ij"),
            ["the bond a of A to no other node may have size 1 instead of 2", "it is 5"],
        ),
        (TrainFormat((2, 1, 2), (2, 2)), ["mode 1 has size one"]),
        (BlockTermFormat((3, 4, 2), (2, 2)), ["the formula is proved only for Σ L ≤ I, 4 is above 3"]),
        (BlockTermFormat((4, 4, 1), (2, 1)), ["the formula is proved only for K ≥ 2"]),
        (BlockTermFormat((2, 3, 4), (3,)), ["l0 between A0 and B0 may have size 2 instead of 3"]),
    ],
    ids=str,
)
def test_hypotheses_that_fail_are_said(format: TensorFormat, words: list[str]) -> None:
    said = "\n".join(format.remarks)
    assert all(word in said for word in words), said


@pytest.mark.parametrize("format", [format for format, _ in TEXTBOOK], ids=str)
def test_there_is_nothing_to_say(format: TensorFormat) -> None:
    assert format.remarks == ()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: TuckerFormat((3, 0, 3), (1, 1, 1)), r"shape\[1\] is 0; sizes and ranks are integers from 1 on"),
        (lambda: TuckerFormat((3, 3), (1, True)), r"ranks\[1\] is True; sizes"),
        (lambda: TuckerFormat("33", (1, 1)), "shape is '33'; it is a list of integers"),
        (lambda: TuckerFormat((3,), (1,)), "shape has 1 entries; there are at least 2"),
        (lambda: TrainFormat((3, 3), (1, 1)), "ranks has 2 entries; there are 1, one between two modes"),
        (lambda: RingFormat((3, 3), (1, 1, 1)), "ranks has 3 entries; there are 2, one for each mode, or one number"),
        (lambda: MatrixTrainFormat((3, 3), (1,), (1,)), "columns has 1 entries; there are 2, as many as rows has"),
        (lambda: HierarchicalFormat((2, 2), ((0, 1), 1), (1, 1)), "the tree has the modes 0,1,1; those of the shape"),
        (lambda: HierarchicalFormat((2, 2), (0, (1,)), (1, 1)), r"tree\[1\] has 1 parts; an inner node"),
        (lambda: HierarchicalFormat((2, 2), "01", (1, 1)), "tree is '01'; a tree is a mode or brackets"),
        (lambda: HierarchicalFormat((2,) * 4, PAIRS, (1,) * 5), "ranks has 5 entries; there are 6, one for each mode"),
        (lambda: BlockTermFormat((2, 2), (1,)), "shape has 2 entries; there are 3, since block terms"),
        (lambda: BlockTermFormat((2, 2, 2), ()), "ranks has no entries"),
        (lambda: BlockTermFormat((2, 2, 2), 2), "ranks is 2; it is a list"),
        (lambda: ParaTuck2Format((2, 2, 2), (1,)), "ranks has 1 entries; there are 2, R and S"),
        (lambda: CPFormat((2, 2), 0), "terms is 0; sizes"),
        (lambda: SymmetricCPFormat((2, 2), (1,), 1), "degrees has 1 entries; there are 2, one for each size"),
        (lambda: SymmetricCPFormat((2,), (1,), 1), "degrees has the sum 1; a tensor has at least two modes"),
        (lambda: TubalFormat((2, 2, 2), 1.5), "rank is 1.5; sizes"),
        (lambda: TuckerFormat((10**9, 3), (9, 3)).law(), "parameters; a law holds at most"),
    ],
)
def test_bad_sizes(make: Any, sentence: str) -> None:
    with pytest.raises((TypeError, ValueError), match=sentence):
        make()


NODES: dict[str, Any] = {"A": (["i", "a"], [3, 2]), "B": (["a", "j"], [2, 4])}


@pytest.mark.parametrize(
    ("nodes", "modes", "sentence"),
    [
        (
            {**NODES, "B": (["a", "j"], [3, 4])},
            {"i": 3, "j": 4},
            "the bond a has size 2 in A and 3 in B; they are equal",
        ),
        (NODES, {"i": 3, "j": 5}, "the open letter j has size 4 in B, but the tensor's mode has size 5"),
        (NODES, {"i": 3, "k": 5}, "the mode k is in no node"),
        (NODES, {"i": 3}, "modes has 1 entries; a tensor has at least two modes"),
        ({"A": (["i", "a"], [3])}, {"i": 3}, "the node A has 2 letters and 1 sizes"),
        ({"A": (["i", "i"], [3, 3])}, {"i": 3, "j": 2}, "has the letter i twice"),
        ({"A b": (["i"], [3])}, {"i": 3}, "nodes has the name 'A b'; names are written"),
        ({"x0": (["i", "j"], [3, 3])}, {"i": 3, "j": 3}, "a node is called x0, like a value of the law"),
        ({"A": (["i", "j"], [3, 0])}, {"i": 3, "j": 0}, "the size of j in A is 0"),
        ({}, {}, "it gives each node its letters"),
    ],
)
def test_bad_networks(nodes: Any, modes: Any, sentence: str) -> None:
    with pytest.raises((TypeError, ValueError), match=sentence):
        TensorNetwork.from_shapes(nodes, modes)


def test_networks_on_graphs() -> None:
    from networkx import MultiGraph, cycle_graph

    graph = cycle_graph(4)
    for vertex in graph:
        graph.nodes[vertex]["mode"] = 3
    for edge in graph.edges:
        graph.edges[edge]["size"] = 2
    found = TensorNetwork.on(graph)
    assert found.shape == (3, 3, 3, 3) and found.expected_dimension == RingFormat((3,) * 4, 2).expected_dimension
    del graph.edges[0, 1]["size"]
    with pytest.raises(ValueError, match="the edge from 0 to 1 has no size"):
        TensorNetwork.on(graph)
    with pytest.raises(ValueError, match="the vertex 1 has an edge to itself"):
        TensorNetwork.on(MultiGraph([(1, 1)]))


@pytest.mark.parametrize("name", EXAMPLES)
def test_pictures(name: str) -> None:
    from xml.etree import ElementTree

    format = EXAMPLES[name]
    svg = format.drawing()
    assert ElementTree.fromstring(svg).tag.endswith("svg") and svg == format._repr_svg_()
    nodes = sum(len(network.nodes) for network in format.networks)
    assert svg.count('r="16"') == nodes
    graph = format.graph()
    modes = [data["mode"] for _, data in graph.nodes(data=True) if "mode" in data]
    assert modes == list(range(format.order))
    sizes = {letter: n for network in format.networks for letter, n in network.sizes}
    assert {data["letter"]: data["size"] for *_, data in graph.edges(data=True)} == sizes
