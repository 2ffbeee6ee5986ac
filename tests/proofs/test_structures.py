"""What the proofs about structured and probabilistic models say besides their verdicts."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from algebra_tnn import SeparationRankAtLeast, library, rank, verify
from algebra_tnn.models.probabilistic import HiddenMarkovModel
from algebra_tnn.models.products import FactorizationMachine
from tests.proofs import structures


def test_theorems_satisfy_their_hypotheses() -> None:
    assert all(structures.features("feature_interactions").values())
    assert all(structures.born("born_machine").values())
    assert all(structures.samples("gradient_rank").values())
    assert all(structures.filters("convolutional_dimension").values())
    for layer in library.load("depth/lightning_dimension").INSTANCES:
        assert layer.tokens >= 2 and layer.rank <= layer.width


def test_the_kernel_is_the_line_of_the_unit_matrix() -> None:
    module = library.load("depth/structured_product_determined")
    unit = [x for row in module.KERNEL for x in row]
    assert len(module.NETWORK.lifting) == 8
    assert not any(sum(x * y for x, y in zip(row, unit, strict=True)) for row in module.NETWORK.lifting)
    assert rank(module.KERNEL) == 3


def rectangles(S: list[list[int]]) -> list[frozenset[tuple[int, int]]]:
    """All sets rows × columns of places where the matrix is not zero."""
    n = range(len(S))
    sides = [set(some) for size in range(1, len(S) + 1) for some in combinations(n, size)]
    return [
        frozenset(product(rows, columns))
        for rows in sides
        for columns in sides
        if all(S[i][j] for i, j in product(rows, columns))
    ]


def test_four_rectangles_are_needed_for_the_square() -> None:
    """The non-negative rank is at least 4: three rectangles do not cover all places that are not zero; nor do two of
    the places in the file lie in one."""
    S = library.load("depth/hidden_markov_square").INSTANCE.nested()
    support = {(i, j) for i in range(4) for j in range(4) if S[i][j]}
    found = rectangles(S)
    assert not any(support == set().union(*some) for some in combinations(found, 3))
    assert any(support == set().union(*some) for some in combinations(found, 4))
    chosen = [(i, (i + 2) % 4) for i in range(4)]
    assert set(chosen) <= support
    assert not any(set(pair) <= part for part in found for pair in combinations(chosen, 2))


def test_a_distribution_of_four_hidden_states() -> None:
    """The slack matrix of the square, as a hidden Markov model with one state for each first symbol."""
    S = library.load("depth/hidden_markov_square").INSTANCE.nested()
    unit = [[int(i == j) for j in range(4)] for i in range(4)]
    rows = [[f"{x}/2" if x else 0 for x in row] for row in S]
    model = HiddenMarkovModel(steps=2, symbols=4, states=4, shared=False)
    found = model.distribution({"pi": ["1/4"] * 4, "B0": unit, "A0": unit, "B1": rows})
    assert [[8 * x for x in row] for row in found] == S


@pytest.mark.slow
def test_interactions_of_every_set_of_features() -> None:
    """C11 is about all sets, not the first features alone: here from below."""
    machine = FactorizationMachine(features=5, rank=1)
    for some in combinations([f"x{j}" for j in range(5)], 2):
        assert verify(SeparationRankAtLeast(machine.law(), some, 3)).status == "proved"
