"""Known separation ranks of small networks: every value has been published, or computed with several primes."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Poly, Symbol, expand

from algebra_tnn.explore import depth_efficiency, separation_rank, separation_ranks
from algebra_tnn.laws import Law, value
from algebra_tnn.models.circuits import DeepCircuit, ShallowCircuit, binary_tree, swapped_tree
from algebra_tnn.models.recurrent import MultiplicativeRNN, RecurrentCircuit
from algebra_tnn.tensors.formats import RingFormat, TrainFormat
from tests.oracles import by_hand


def proved(network: Any, side: Any) -> int:
    found = separation_rank(network, list(side))
    assert found.status == "proved" and found.trusts == ()
    return found.lower


#  A9: (modes, size, rank); the rank is the min-cut, for all bipartitions
TRAINS = [(4, 2, 2), (4, 3, 2), (4, 3, 3)]
LONGER = [(4, 2, 3), (5, 2, 2), (5, 2, 3), (5, 3, 2), (6, 2, 2), (6, 2, 3), (6, 2, 4), (6, 3, 2)]


def check_train(modes: int, size: int, rank: int) -> None:
    train = TrainFormat((size,) * modes, (rank,) * (modes - 1))
    for side, found in separation_ranks(train).rows:
        assert found.status == "proved" and found.lower == train.min_cut(side)


@pytest.mark.parametrize("sizes", TRAINS[:1])
def test_trains_reach_their_min_cut(sizes: tuple[int, int, int]) -> None:
    check_train(*sizes)


@pytest.mark.slow
@pytest.mark.parametrize("sizes", [*TRAINS[1:], *LONGER])
def test_longer_trains_reach_their_min_cut(sizes: tuple[int, int, int]) -> None:
    check_train(*sizes)


@pytest.mark.parametrize(("shape", "side", "rank"), [((3, 3, 3, 3), (0, 2), 8), ((2, 3, 4, 3), (1, 3), 7)])
def test_rings_below_their_min_cut(shape: tuple[int, ...], side: tuple[int, ...], rank: int) -> None:
    ring = RingFormat(shape, 2)
    found = separation_rank(ring, side)
    assert (
        (found.lower, found.probable.value, found.upper) == (rank, rank, ring.min_cut(side)) == (rank, rank, rank + 1)
    )


#  D1, D2: (steps, dimension, hidden) -> the rank for every second step, with separate and with equal cores
RECURRENT = [((4, 2, 2), 4), ((4, 3, 2), 6), ((4, 3, 3), 9), ((6, 2, 2), 8), ((6, 2, 3), 8)]


@pytest.mark.parametrize(("sizes", "rank"), RECURRENT[:3])
def test_multiplicative_recurrent_networks_with_equal_cores(sizes: tuple[int, int, int], rank: int) -> None:
    assert proved(MultiplicativeRNN(*sizes, shared=True), range(0, sizes[0], 2)) == rank


@pytest.mark.slow
@pytest.mark.parametrize(("sizes", "rank"), RECURRENT)
@pytest.mark.parametrize("shared", [False, True])
def test_multiplicative_recurrent_networks(sizes: tuple[int, int, int], rank: int, shared: bool) -> None:
    assert proved(MultiplicativeRNN(*sizes, shared=shared), range(0, sizes[0], 2)) == rank


@pytest.mark.slow
def test_a_multiplicative_recurrent_network_with_a_larger_dimension() -> None:
    assert proved(MultiplicativeRNN(6, 3, 2, shared=False), range(0, 6, 2)) == 18


#  D3, D4: (inputs, dimension, channels) -> the rank for every second input, whether weights are shared or not
CIRCUITS = [
    ((4, 2, (2, 2)), 4),
    ((4, 3, (2, 2)), 4),
    ((4, 3, (3, 2)), 9),
    ((8, 2, (2, 2, 2)), 16),
    ((8, 2, (2, 1, 1)), 16),
]


@pytest.mark.parametrize(("sizes", "rank"), CIRCUITS[:3])
def test_deep_circuits(sizes: Any, rank: int) -> None:
    check_circuit(DeepCircuit(*sizes), sizes, rank)


@pytest.mark.slow
@pytest.mark.parametrize(("sizes", "rank"), CIRCUITS)
@pytest.mark.parametrize("shared", [False, True])
def test_deeper_circuits(sizes: Any, rank: int, shared: bool) -> None:
    check_circuit(DeepCircuit(*sizes, shared=shared), sizes, rank)


def check_circuit(circuit: DeepCircuit, sizes: Any, rank: int) -> None:
    half = range(sizes[0] // 2)
    assert proved(circuit, range(0, sizes[0], 2)) == rank
    assert proved(circuit, half) == sizes[2][-1], "D9: half against half"


@pytest.mark.parametrize("width", [3])
def test_shallow_circuits_have_at_most_their_width_for_every_bipartition(width: int) -> None:
    for _, found in separation_ranks(ShallowCircuit(4, 2, width)).rows:
        assert found.status == "proved" and found.lower <= width


def test_another_pooling_geometry_swaps_the_bipartitions() -> None:
    one, other = (DeepCircuit(4, 2, (2, 1), tree=tree) for tree in (binary_tree(4), swapped_tree(4)))
    alternate, half = (0, 2), (0, 1)
    assert (proved(one, alternate), proved(one, half)) == (4, 1)
    assert {proved(other, alternate), proved(other, half)} == {1, 4} and proved(other, alternate) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sizes", "side"), [((16, 2, (2, 2, 2, 2)), range(0, 16, 2)), ((8, 4, (4, 4, 4)), range(0, 8, 2))]
)
def test_matrices_with_256_rows(sizes: Any, side: range) -> None:
    assert proved(DeepCircuit(*sizes), side) == 256
    assert depth_efficiency(DeepCircuit(*sizes), partitions=[tuple(side)]).lower == 256


#  D11 for one layer: min(hidden, dimension^(steps/2)) between the first half of the steps and the rest
@pytest.mark.parametrize(("sizes", "rank"), [((4, 2, 2), 2), ((4, 2, 3), 3), ((6, 3, 2), 2), ((2, 2, 3), 2)])
def test_recurrent_circuits_of_one_layer(sizes: tuple[int, int, int], rank: int) -> None:
    steps, dimension, hidden = sizes
    assert proved(RecurrentCircuit(steps, dimension, hidden, 1), range(steps // 2)) == rank


LAWS: list[tuple[Law, tuple[str, ...]]] = [
    (TrainFormat((2, 2, 2), (2, 2)).law(), ("x0", "x2")),
    (Law.trace(lambda x, y, W: (x @ W @ y + 1) ** 2, {"x": (2,), "y": (2,)}, {"W": (2, 2)}), ("x",)),
    (Law.trace(lambda x, y, a: (a @ x + y.sum()) ** 3, {"x": (2,), "y": (2,)}, {"a": (2,)}), ("x",)),
]


@pytest.mark.parametrize(("law", "inputs"), LAWS)
def test_by_sympy(law: Law, inputs: tuple[str, ...]) -> None:
    """The coefficients at integer weights, collected by SymPy, have the rank that is proved, by plain elimination."""
    point: dict[str, Any] = {}
    weights = iter(range(1, 1000))
    for name, shape in law.parameters:
        point[name] = nested(shape, lambda: (7 * next(weights)) % 31 + 1)
    entries = []
    for name, shape in law.inputs:
        variables = [Symbol(f"{name}_{k}") for k in range(shape[0])]
        entries += [(x, name in inputs) for x in variables]
        point[name] = variables
    polynomial = Poly(expand(value(law, point)), *(x for x, _ in entries))
    table = {
        tuple(
            tuple(e for e, (_, inside) in zip(m, entries, strict=True) if inside == side) for side in (True, False)
        ): c
        for m, c in polynomial.terms()
    }
    rows, columns = (sorted({key[k] for key in table}) for k in (0, 1))
    matrix = [[int(table.get((row, column), 0)) for column in columns] for row in rows]
    assert by_hand.rank(matrix) == proved(law, inputs)


def nested(shape: tuple[int, ...], entry: Any) -> Any:
    return entry() if not shape else [nested(shape[1:], entry) for _ in range(shape[0])]
