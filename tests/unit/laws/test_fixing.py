from __future__ import annotations

import pytest

from algebra_tnn.laws import Law, einsum, fixed, named, value

LAW = Law.trace(
    lambda x, y, W, V: einsum("i,ij,j->", V, named("z", einsum("ik,kj->ij", W, [[1, 0], [2, 1]])), x * y),
    {"x": (2,), "y": (2,)},
    {"W": (3, 2), "V": (3,)},
)
POINT = {"x": [1, 2], "y": [3, -1], "W": [[1, 2], [3, 4], [5, 6]], "V": [1, 0, 2]}


@pytest.mark.parametrize("names", ["x", "W", "WV", "xV", "xyWV", ""])
def test_values_are_those_at_the_given_tensors(names: str) -> None:
    law = fixed(LAW, {name: POINT[name] for name in names})
    assert {*law.input_names, *law.parameter_names} == set(POINT) - set(names)
    assert [name for name, _ in law.let] == ["z"]
    rest = {name: tensor for name, tensor in POINT.items() if name not in names}
    assert value(law, rest) == value(LAW, POINT)
    assert Law.from_json(law.to_json()) == law


def test_tensors_that_are_none_of_the_law() -> None:
    with pytest.raises(ValueError, match="the tensors name U; the names are x, y, W, V"):
        fixed(LAW, {"U": [1]})
    with pytest.raises(ValueError, match=r"the tensors' V has the shape \[2\]; it is \[3\]"):
        fixed(LAW, {"V": [1, 2]})
