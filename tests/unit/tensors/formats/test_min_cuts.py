from __future__ import annotations

from itertools import combinations, product
from math import prod

import pytest

from algebra_tnn.exact import PRIME, rank_profile
from algebra_tnn.laws.draws import Draw
from algebra_tnn.tensors import Tensor
from algebra_tnn.tensors.formats import RingFormat, TensorFormat, TensorNetwork
from algebra_tnn.tensors.formats.min_cuts import min_cut
from algebra_tnn.tensors.formats.networks import Network
from tests.unit.tensors.formats.examples import EXAMPLES


def least_by_trying(network: Network, modes: list[str]) -> int:
    """Over all ways to give the nodes two colours: the letters that see both colours, the modes' own included."""
    found = []
    for colours in product((True, False), repeat=len(network.nodes)):
        colour = {node.name: c for node, c in zip(network.nodes, colours, strict=True)}
        cut = [
            n
            for letter, n in network.sizes
            if len(
                {colour[node.name] for node in network.homes[letter]}
                | ({letter in modes} if letter in network.modes else set())
            )
            == 2
        ]
        found.append(prod(cut))
    return min(found)


TREES = ("hierarchical", "unbalanced")  # with many nodes to colour


@pytest.mark.parametrize("name", [pytest.param(x, marks=[pytest.mark.slow] * (x in TREES)) for x in EXAMPLES])
def test_cuts_are_the_least(name: str) -> None:
    for network in EXAMPLES[name].networks:
        for size in range(1, len(network.modes) // 2 + 1):
            for modes in combinations(network.modes, size):
                cut = min_cut(network, modes)
                assert cut.size == least_by_trying(network, list(modes)) == prod(network.shape_of(cut.letters))


def flattening_rank(format: TensorFormat, modes: tuple[int, ...]) -> int:
    draw = Draw(7, PRIME // 2)
    nodes = {name: draw.array(shape).astype(int).tolist() for name, shape in format.parameters.items()}
    tensor = Tensor.from_nested(format.tensor(nodes, modulus=PRIME))
    return rank_profile([list(row) for row in tensor.matricized(modes)], PRIME).rank


@pytest.mark.parametrize("name", EXAMPLES)
def test_ranks_are_at_most_the_cut(name: str) -> None:
    format = EXAMPLES[name]
    for size in range(1, format.order // 2 + 1):
        for modes in combinations(range(format.order), size):
            assert flattening_rank(format, modes) <= format.min_cut(modes)


def test_two_rings_have_less() -> None:
    """All other flattenings of these rings have the rank of the cut."""
    for shape, less in (((3, 3, 3, 3), (8, 9)), ((2, 3, 4, 3), (7, 8))):
        ring = RingFormat(shape, 2)
        found = {modes: (flattening_rank(ring, modes), ring.min_cut(modes)) for modes in combinations(range(4), 2)}
        assert found.pop((0, 2)) == found.pop((1, 3)) == less
        assert all(rank == cut for rank, cut in found.values())


def test_sizes_of_many_digits_are_compared_exactly() -> None:
    """2^60 − 1 and 2^60 have the same logarithm in doubles."""
    for left, right in ((2**60 - 1, 2**60), (2**60, 2**60 - 1)):
        network = TensorNetwork(
            {"A": "ia", "B": "ab", "C": "bj"}, {"i": 2**70, "a": left, "b": right, "j": 2**70}, "ij"
        )
        assert network.min_cut([0]) == 2**60 - 1


def test_proper_parts_only() -> None:
    for modes in ([], [0, 1, 2], [3], [-1]):
        with pytest.raises(ValueError, match="are no proper part of the modes 0 … 2"):
            RingFormat((2, 2, 2), 2).min_cut(modes)
