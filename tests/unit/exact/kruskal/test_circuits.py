from __future__ import annotations

import random

import numpy as np
import pytest
from flint import nmod_mat

from algebra_tnn.exact import Field, Q, exact_matrix, prime_field
from algebra_tnn.exact.kruskal.circuits import Circuit, Components, circuit, dependent_rows, selected, short_circuit

THREE = prime_field(3)


def test_selected_columns() -> None:
    assert selected(((1, 2, 3), (4, 5, 6)), (2, 0)) == ((3, 1), (6, 4))


def test_a_circuit_is_minimal() -> None:
    matrix = exact_matrix([[1, 0, 0, 1, 2], [0, 1, 0, 1, 0], [0, 0, 1, 0, 0]])
    assert circuit(matrix, Q, (0, 1, 2)) is None
    assert circuit(matrix, Q, ()) is None
    assert circuit(matrix, Q, (1, 2, 3, 4)) == Circuit((1, 3, 4), (2, -2, 1))
    assert circuit(matrix, Q, range(5)) == Circuit((0, 4), (2, -1))
    assert circuit(matrix, Q, np.array([4, 0])) == Circuit((4, 0), (1, -2))


def test_relations_are_coprime_integers_with_a_positive_lead() -> None:
    matrix = exact_matrix([["2/3", 4, 0], [0, 6, "3/5"]])
    assert circuit(matrix, Q, (0, 1, 2)) == Circuit((0, 1, 2), (6, -1, 10))


def test_a_circuit_over_a_finite_field() -> None:
    matrix = ((1, 0, 1), (0, 1, 1))
    assert circuit(matrix, THREE, (0, 1, 2)) == Circuit((0, 1, 2), (2, 2, 1))
    assert circuit(((1, 4), (2, 2)), Q, (0, 1)) is None
    found = circuit(((1, 1), (2, 2)), THREE, (0, 1))
    assert found is not None and found.columns == (0, 1)


def test_short_circuits() -> None:
    assert short_circuit(exact_matrix([[1, 2, 0], [1, 2, 0]]), Q) == Circuit((2,), (1,))
    assert short_circuit(exact_matrix([[1, 3, 0, "-1/2"], [1, 2, 1, "-1/2"]]), Q) == Circuit((0, 3), (1, 2))
    assert short_circuit(((1, 0, 1), (0, 1, 1)), Q) is None
    assert short_circuit(((1, 2), (2, 1)), Q) is None
    assert short_circuit(((1, 2), (2, 1)), THREE) == Circuit((0, 1), (1, 1))
    assert short_circuit(((0, 0, 1, 1), (2, 5, 3, 3)), Q) == Circuit((0, 1), (5, -2)), "the first pair"


@pytest.mark.parametrize("field", [Q, THREE, Field.named("GF(10007)")])
def test_components(field: Field) -> None:
    line, plane = [[1, 0, 1, 1], [0, 1, 1, 2]], [[1, 1]]
    rows = [[*row, 0, 0, 0] for row in line] + [[0] * 4 + [*plane[0], 0], [0] * 6 + [1]]
    found = Components.of(exact_matrix(rows), field)
    assert found == Components(((0, 1, 2, 3), (4, 5)), (4, 5))
    mixed = exact_matrix([*rows, [sum(column) for column in zip(*rows, strict=True)]])
    assert Components.of(mixed, field) == found, "row operations change nothing"


def test_components_at_the_extremes() -> None:
    assert Components.of(((1, 0), (0, 1), (5, 7)), Q) == Components((), ())
    assert Components.of(((0, 1, 0),), Q) == Components(((0,), (2,)), (0,))
    assert Components.of(((0, 0), (0, 0)), Q) == Components(((0,), (1,)), (0,))
    assert Components.of(((1, 2, 3),), Q) == Components(((0, 1, 2),), (0, 1))


@pytest.mark.parametrize("p", [2, 3, 101, 2**31 - 1])
def test_dependent_rows(p: int) -> None:
    rng = random.Random(p)
    for rows, columns in ((1, 1), (1, 4), (3, 3), (3, 5), (4, 4), (5, 3)):
        small = [[[rng.randrange(min(p, 3)) for _ in range(columns)] for _ in range(rows)] for _ in range(40)]
        large = [[[rng.randrange(p) for _ in range(columns)] for _ in range(rows)] for _ in range(20)]
        largest = [[[p - 1 - rng.randrange(2) for _ in range(columns)] for _ in range(rows)] for _ in range(20)]
        stack = small + large + largest
        array = np.array(stack, dtype=np.int64)
        before = array.copy()
        expected = [nmod_mat(rows, columns, [x for row in m for x in row], p).rank() < rows for m in stack]
        assert dependent_rows(array, p).tolist() == expected
        assert np.array_equal(array, before), "the stack stays as it was"
