from __future__ import annotations

import numpy as np
import pytest

from algebra_tnn.laws import Law
from algebra_tnn.provers.separation import coefficients
from algebra_tnn.provers.separation.coefficients import coefficients as matrix_of
from algebra_tnn.provers.separation.coefficients import side_monomials, term_count
from algebra_tnn.tensors.formats import TrainFormat

P = 1009
XYZ = {"x": (2,), "Y": (2, 1), "z": (3,)}
CUBIC = Law.trace(lambda x, Y, z, w: (x @ Y).sum() ** 2 * (w @ z) + 5, XYZ, {"w": (3,)})


def test_rows_and_columns() -> None:
    found = matrix_of(CUBIC, ["x", "z"], {"w": np.array([1.0, 2.0, 0.0])}, P)
    assert found.columns == ((), (2, 2), (2, 3), (3, 3))
    entries = {
        (row, column): int(found.matrix.array[i, j])
        for i, row in enumerate(found.rows)
        for j, column in enumerate(found.columns)
        if found.matrix.array[i, j]
    }
    squares = {((0, 0), (2, 2)): 1, ((0, 1), (2, 3)): 2, ((1, 1), (3, 3)): 1}
    expected = {((*x, 4), y): c for (x, y), c in squares.items()} | {
        ((*x, 5), y): 2 * c for (x, y), c in squares.items()
    }
    assert entries == {**expected, ((), ()): 5}


def test_known_inputs_are_no_variables() -> None:
    known = {"w": np.array([1.0, 2.0, 0.0]), "z": np.array([3.0, 0.0, 1.0])}
    found = matrix_of(CUBIC, ["x", "z"], known, P)
    assert found.rows == ((), (0, 0), (0, 1), (1, 1))
    assert found.matrix.array.tolist() == [[5, 0, 0, 0], [0, 3, 0, 0], [0, 0, 6, 0], [0, 0, 0, 3]]


def test_both_ways_agree() -> None:
    law = TrainFormat((2, 3, 2), (2, 3)).law()
    rng = np.random.default_rng(0)
    known = {name: rng.integers(-9, 10, shape).astype(float) for name, shape in law.parameters}
    one, two = (way(law, ["x0", "x2"], known, P) for way in (coefficients._by_unit_vectors, coefficients._by_expansion))
    assert sorted(two.rows) == sorted(one.rows) == [(i, j) for i in (0, 1) for j in (5, 6)]
    rows, columns = ([one_.index(x) for x in two_] for one_, two_ in ((one.rows, two.rows), (one.columns, two.columns)))
    assert (one.matrix.array[np.ix_(rows, columns)] == two.matrix.array).all()


def test_counts() -> None:
    assert (term_count(CUBIC, CUBIC.input_names), term_count(CUBIC, ["z"])) == (10, 4)
    assert side_monomials(CUBIC, ["x"]) == 6 and side_monomials(CUBIC, ["x", "z"]) == 24


def test_nothing_is_left_of_zero() -> None:
    law = Law.trace(lambda x, y: (x @ y) ** 2 - (x @ y) ** 2, {"x": (2,), "y": (2,)}, {})
    assert matrix_of(law, ["x"], {}, P).matrix.shape == (0, 0)


def test_exponents_with_many_variables() -> None:
    """The rows of exponents are too long for one number each."""
    law = Law.trace(lambda x, y: (x @ x) * y + y, {"x": (70,), "y": ()}, {})
    found = matrix_of(law, ["x"], {}, P)
    assert len(found.rows) == 71 and found.columns == ((70,),) and found.matrix.array.sum() == 71


@pytest.mark.parametrize(
    ("law", "message"),
    [
        (Law.trace(lambda x, y: (x @ y) ** 40, {"x": (9,), "y": (9,)}, {}), r"^the law may have [0-9,]+ terms at the"),
        (Law.trace(lambda x: x.sum() / P, {"x": (2,)}, {}), "choose another prime"),
    ],
)
def test_what_is_refused(law: Law, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        matrix_of(law, ["x"], {}, P)
