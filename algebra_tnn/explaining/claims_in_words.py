"""What a claim asserts, as one sentence with the numbers of the instance; and the object that it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from algebra_tnn.explaining import claims_about_laws, claims_about_tensors, exhibits
from algebra_tnn.explaining.claims_about_laws import described
from algebra_tnn.explaining.exhibits import Exhibit
from algebra_tnn.explaining.steps import Step, about, tensor_shape

SENTENCES: dict[str, Callable[[Step], str]] = {**claims_about_tensors.SENTENCES, **claims_about_laws.SENTENCES}


def sentence(step: Step) -> str:
    """The claim of the step in words."""
    return SENTENCES[step.kind](step)


def objects(step: Step) -> list[Exhibit]:
    """The object that the claim is about, in full or, if it is large, in its beginnings."""
    key, value = about(step.claim)
    match key:
        case "matrix":
            return [exhibits.matrix(f"{step.of} is", value)]
        case "factors":
            return _factors(step, value)
        case "tensor" if isinstance(value, Mapping):
            return _factors(step, value["factors"])
        case "tensor":
            return _slices(step, value)
        case _:
            return [_formula(step), *_beside(step)]


def _formula(step: Step) -> Exhibit:
    return exhibits.formulas(f"{described(step)}; it is", exhibits.law_formulas(step.law, step.called))


def _factors(step: Step, factors: list[Any]) -> list[Exhibit]:
    return [
        exhibits.matrix(f"factor {k} of {step.of}, one column per term", factor) for k, factor in enumerate(factors)
    ]


def _slices(step: Step, tensor: Any) -> list[Exhibit]:
    shape = tensor_shape(tensor)
    if len(shape) != 3:
        return [exhibits.array(f"{step.of} is", tensor)]
    shown = max(1, exhibits.ENTRIES // (shape[1] * shape[2]))
    found = [
        exhibits.matrix(f"slice {i} of {step.of}, at index {i} of mode 0", part)
        for i, part in enumerate(tensor[:shown])
    ]
    if (left := shape[0] - shown) > 0:
        found.append(Exhibit("", (), left=exhibits.more(left, "slice", "slices")))
    return found


def _beside(step: Step) -> list[Exhibit]:
    """What a claim says besides the law."""
    if step.kind == "conserved":
        lines = exhibits.expression_formulas(step.law, step.claim["flow"]["quantity"], "h")
        return [exhibits.formulas("the quantity $h$ is", lines)]
    if step.kind == "not-determined":
        return exhibits.arrays("the given parameters", step.claim["point"])
    return []
