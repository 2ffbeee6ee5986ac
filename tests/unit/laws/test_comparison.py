from __future__ import annotations

import pytest

from algebra_tnn.laws import Law, expansion, named, scaled_difference, value

F = Law.trace(lambda x, W: (named("z", W @ x) ** 2).sum(), {"x": (2,)}, {"W": (2, 2)})
G = Law.trace(lambda x, W, y: (named("z", x * x) * y).sum() + W.sum(), {"x": (2,), "y": (2,)}, {"W": (2, 2)})
POINT = {"x": [1, 2], "y": [3, 4], "W": [[5, 6], [7, 8]]}


def test_the_value_is_c_times_the_difference() -> None:
    law = scaled_difference(F, G)
    assert law.input_names == ("x", "W", "y") and law.parameters == (("c", ()),)
    assert [name for name, _ in law.let] == ["f_z", "g_z"]
    f, g = value(F, {name: POINT[name] for name in "xW"}), value(G, POINT)
    assert value(law, {**POINT, "c": 3}) == 3 * (f - g) != 0


def test_equal_laws_differ_by_zero() -> None:
    square = Law.trace(lambda x, W: (W @ x) @ (W @ x), {"x": (2,)}, {"W": (2, 2)})
    (difference,) = expansion(scaled_difference(F, square))
    assert str(difference) == "0" != str(expansion(scaled_difference(F, G))[0])


def test_laws_that_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="both are numbers"):
        scaled_difference(F, Law.trace(lambda x: x, {"x": (2,)}, {}))
    with pytest.raises(ValueError, match=r"x has the shape \(2,\) in one law and \(3,\) in the other"):
        scaled_difference(F, Law.trace(lambda x: x.sum(), {"x": (3,)}, {}))
    with pytest.raises(ValueError, match="a tensor is called c"):
        scaled_difference(F, Law.trace(lambda c: c, {"c": ()}, {}))
