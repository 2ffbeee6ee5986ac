from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.laws import Law
from algebra_tnn.laws.power_sums import PowerSum, as_power_sum


@pytest.mark.parametrize("shape", [PowerSum((3,), (2,), 2), PowerSum((3, 1, 2), (1, 4, 2), 5), PowerSum((1,), (3,), 1)])
def test_the_law_of_a_power_sum(shape: PowerSum) -> None:
    assert as_power_sum(shape.law) == shape
    assert checker.read_power_sum(checker.Law(shape.law.to_json())).raw() == shape.law.to_json()
    assert len(shape.monomials(shape.exponents)) == shape.ambient


@pytest.mark.parametrize(
    "change",
    [
        {"inputs": {"x0": [3, 1]}},
        {"parameters": {"a0": []}},
        {"output": ["einsum", "i->", ["apply", [0, 0, 2], ["einsum", "ij,j->i", "a0", "x0"]]]},
        {"output": ["einsum", "i->", ["apply", [1], ["einsum", "ij,j->i", "a0", "x0"]]]},
        {"output": ["einsum", "i->", ["einsum", "ij,j->i", "a0", "x0"]]},
        {"output": ["einsum", "ij,j->i", "a0", "x0"]},
        {"output": "x0"},
        {"let": [["h", ["einsum", "ij,j->i", "a0", "x0"]]]},
    ],
)
def test_laws_that_are_no_power_sums(change: Any) -> None:
    raw = {**PowerSum((3,), (2,), 2).law.to_json(), **change}
    if change.get("parameters") or change.get("inputs", {}).get("x0") == [3, 1]:
        raw["output"] = ["einsum", "i->", ["apply", [0, 0, 1], ["constant", [1, 2]]]]
    assert as_power_sum(Law.from_json(raw)) is None
