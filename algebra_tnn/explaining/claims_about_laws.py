"""Claims about laws, in words."""

from __future__ import annotations

from collections.abc import Callable

from algebra_tnn.explaining.steps import Step, about
from algebra_tnn.explaining.wording import capitalized, counted, group, listed, number
from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.law import Declarations


def _law(step: Step) -> str:
    return f"the law {step.of}"


def described(step: Step) -> str:
    """What is given with a law: the shapes of its parameters and inputs; nothing of other objects."""
    if about(step.claim)[0] != "law":
        return ""
    law = step.law
    count = counted(law.parameter_count, "parameter") if law.parameters else "no parameters"
    parameters = f"{count}, {_shapes(law.parameters)}," if law.parameters else count
    inputs = f"the input{'s' * (len(law.inputs) > 1)} {_shapes(law.inputs)}" if law.inputs else "no inputs"
    return f"{step.of} has {parameters} and {inputs}"


def _shapes(names: Declarations) -> str:
    return listed(
        f"${name}$ ({'×'.join(map(str, shape)) if len(shape) > 1 else _size(shape)})" for name, shape in names
    )


def _size(shape: Shape) -> str:
    return f"{shape[0]} {'entry' if shape[0] == 1 else 'entries'}" if shape else "a number"


def _dimension_at_least(step: Step) -> str:
    return f"{_functions(step)} fill a variety of dimension $≥ {step.rank}$."


def _dimension_at_most(step: Step) -> str:
    return f"{_functions(step)} lie in a variety of dimension $≤ {step.rank}$."


def _functions(step: Step) -> str:
    return f"The functions $x ↦ {step.called}(θ, x)$ of {_law(step)}, for all parameters $θ$ together,"


def _number_of_decompositions(step: Step) -> str:
    ways = "1 way" if step.claim["count"] == 1 else f"{number(step.claim['count'])} ways"
    return (
        f"For general parameters, over an algebraically closed extension of {step.over}, {_law(step)}, a sum of "
        f"products of powers, is a sum of as many such products in exactly {ways}."
    )


def _not_determined(step: Step) -> str:
    arrays = listed(f"${name}$" for name in step.claim["arrays"])
    return (
        f"The given parameters of {_law(step)} are not determined by the function: others have the same function, and "
        f"differ from them in one of {arrays} by more than permuting slices and multiplying them by nonzero numbers."
    )


def _sides(step: Step) -> str:
    chosen = step.claim["split"]["inputs"]
    other = [name for name in step.law.input_names if name not in chosen]
    return f"{_law(step)} with its inputs split into {group(chosen)} and {group(other)}"


def _separation_at_least(step: Step) -> str:
    return (
        f"For {_sides(step)}, for almost all parameters {step.of} is no sum of fewer than "
        f"{counted(step.rank, 'product')} of a polynomial in the inputs of one side and one in the others (separation "
        f"rank $≥ {step.rank}$)."
    )


def _separation_at_most(step: Step) -> str:
    return (
        f"For {_sides(step)}, for all parameters {step.of} is a sum of {counted(step.rank, 'product')} of a polynomial "
        f"in the inputs of one side and one in the others (separation rank $≤ {step.rank}$)."
    )


def _where(step: Step) -> str:
    """The hypothesis of an identity or inequality; its sources are told apart, as they are what is trusted."""
    system = step.claim["system"]
    parts = [
        f"the entries of {listed(f'${name}$' for name in system[key])} are {what}"
        for key, what in (("positive", "positive"), ("zero", "zero"))
        if system.get(key)
    ]
    return f"wherever {listed(parts)}" if parts else "everywhere"


def _vanishes(step: Step) -> str:
    sources = step.claim["system"]["sources"]
    cited = f" (relations that hold for functions are cited from {listed(f'[{key}]' for key in sources)})"
    return f"For {_law(step)}: all entries of {step.of} are 0 {_where(step)}{cited * bool(sources)}."


def _nonnegative(step: Step) -> str:
    return f"For {_law(step)}: {step.of} $≥ 0$ {_where(step)}, at all real values."


def _conserved(step: Step) -> str:
    return (
        f"Gradient flow of {_law(step)} conserves the quantity $h$: for every loss and all data $h$ stays as it was at "
        "the start."
    )


def _conserved_at_least(step: Step) -> str:
    return (
        f"Gradient flow of {_law(step)} conserves, for every loss and all data, at least "
        f"{counted(step.rank, 'rational function')} of the parameters with independent gradients."
    )


def _conserved_at_most(step: Step) -> str:
    return (
        f"Gradient flow of {_law(step)} conserves, for every loss and all data, at most "
        f"{counted(step.rank, 'function')} with independent gradients, on any open set of parameters."
    )


def _conserved_between(step: Step) -> str:
    return (
        f"Gradient flow of {_law(step)} conserves, for every loss and all data, {step.bounds} independent quantities, "
        "as many as have independent gradients."
    )


def _functional_dimension(step: Step) -> str:
    masks = (
        listed(f"${mask} = [{value} > 0]$" for mask, value in step.claim["network"]["masks"])
        if step.claim["network"]["masks"]
        else ""
    )
    return (
        f"{capitalized(_law(step))} with {f'the masks {masks}' if masks else 'no masks'} is a network of rectified "
        f"linear units: on an open set of its parameters its functional dimension is $≥ {step.rank}$."
    )


def _separation_between(step: Step) -> str:
    lower, upper = step.claim["lower"], step.claim["upper"]
    return (
        f"The separation rank of {_sides(step)}, is at least {lower} for almost all parameters and at most {upper} "
        "for all."
    )


SENTENCES: dict[str, Callable[[Step], str]] = {
    "dimension-at-least": _dimension_at_least,
    "dimension-at-most": _dimension_at_most,
    "dimension-between": lambda step: f"The dimension of the functions of {_law(step)} is {step.bounds}.",
    "number-of-decompositions": _number_of_decompositions,
    "not-determined": _not_determined,
    "separation-rank-at-least": _separation_at_least,
    "separation-rank-at-most": _separation_at_most,
    "separation-rank-between": _separation_between,
    "vanishes": _vanishes,
    "nonnegative": _nonnegative,
    "conserved": _conserved,
    "conserved-at-least": _conserved_at_least,
    "conserved-at-most": _conserved_at_most,
    "conserved-between": _conserved_between,
    "functional-dimension-at-least": _functional_dimension,
}
