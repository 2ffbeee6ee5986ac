"""Combinations of the values that a law names."""

from __future__ import annotations

import pytest

from algebra_tnn.laws import Law, named, value
from algebra_tnn.laws.combinations import expression_of, named_shape, nonzero_place, rest

LAW = Law.trace(lambda x, A: named("image", A @ x) * 2 - named("twice", x[[0, 1]] * 2), {"x": (3,)}, {"A": (2, 3)})
POINT = {"x": [1, 2, 3], "A": [[1, 0, 2], [0, 1, -1]]}


def test_shapes_of_named_values() -> None:
    assert [named_shape(LAW, name) for name in ("x", "A", "image", "twice")] == [(3,), (2, 3), (2,), (2,)]


def test_functions_see_the_names_of_their_arguments() -> None:
    sums = expression_of(LAW, lambda image, x: image * x[2])
    assert value(Law(LAW.inputs, LAW.parameters, LAW.let, sums), POINT) == [21, -3]
    assert value(Law(LAW.inputs, LAW.parameters, LAW.let, expression_of(LAW, 4)), POINT) == 4
    with pytest.raises(ValueError, match="'z' is no input, no parameter and no value of the law; its names are x, A"):
        expression_of(LAW, lambda z: z)


def test_what_a_combination_leaves() -> None:
    unit = [[1, 0], [0, 1]]
    one = rest(LAW, LAW.output, {"image": expression_of(LAW, unit)})  # 2 A x − 2 x − A x
    assert value(one, POINT) == [5, -5]
    none = rest(
        LAW,
        LAW.output,
        {"image": expression_of(LAW, [[2, 0], [0, 2]]), "twice": expression_of(LAW, [[-1, 0], [0, -1]])},
    )
    assert value(none, POINT) == [0, 0]
    assert nonzero_place(none, 101) is None
    assert nonzero_place(one, 101) == (0,)
    assert rest(LAW, LAW.output, {}) == LAW
