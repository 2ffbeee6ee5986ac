"""A law at traced tensors is the composition, and tensors that do not fit are refused."""

from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn.laws import Law, einsum, expansion, named
from algebra_tnn.laws.traced_values import traced_value

INNER = Law.trace(lambda y, V: named("h", V @ y) ** 2 + [1, 2], {"y": (2,)}, {"V": (2, 2)})


def test_a_law_inside_another_one() -> None:
    def forward(x: Any, W: Any, V: Any) -> Any:
        return 3 * traced_value(INNER, {"y": W @ x, "V": V})

    def written(x: Any, W: Any, V: Any) -> Any:
        return 3 * ((V @ (W @ x)) ** 2 + [1, 2])

    shapes: tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]] = ({"x": (3,)}, {"W": (2, 3), "V": (2, 2)})
    assert expansion(Law.trace(forward, *shapes)) == expansion(Law.trace(written, *shapes))


def test_a_law_of_constants() -> None:
    law = Law.trace(lambda x: einsum("i,i->", x, x), {"x": (2,)}, {})
    outer = Law.trace(lambda c: traced_value(law, {"x": c * [1, 2]}), {"c": ()}, {})
    assert [str(f) for f in expansion(outer)] == ["5*c^2"]


@pytest.mark.parametrize(
    ("tensors", "sentence"),
    [
        (lambda x: {"y": x}, "there is no tensor for V; the law has y, V"),
        (lambda x: {"y": x, "V": x}, r"the tensor for V has the shape \[2\]; it is \[2, 2\]"),
    ],
)
def test_tensors_that_do_not_fit(tensors: Any, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Law.trace(lambda x: traced_value(INNER, tensors(x)), {"x": (2,)}, {})
