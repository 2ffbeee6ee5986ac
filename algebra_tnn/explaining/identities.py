"""Polynomial identities, where values are zero, and inequalities by squares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from algebra_tnn.explaining import exhibits
from algebra_tnn.explaining.steps import Argument, Step
from algebra_tnn.explaining.wording import counted, listed, number


def cofactors(step: Step) -> Argument:
    law, found, system = step.law, step.evidence["cofactors"], step.claim["system"]
    sentences = []
    if found:
        combination = " + ".join(f"q_{k}·{name}" for k, name in enumerate(found))
        sentences.append(
            f"As polynomials over {step.over}, ${step.called} = {combination}$ in "
            f"{counted(law.output_count, 'entry', 'entries')}, with {counted(len(found), 'given cofactor')}. The "
            "identity is multiplied out; where the values are 0, so is the right side."
        )
    else:
        sentences.append(
            f"Multiplied out over {step.over}, {step.of} is the polynomial 0 in "
            f"{counted(law.output_count, 'entry', 'entries')}."
        )
    if system["sources"]:
        sentences.append(
            f"That functions such as tanh satisfy the relations is taken from "
            f"{listed(f'[{key}]' for key in system['sources'])}."
        )
    return Argument(
        sentences,
        [
            exhibits.formulas(f"the cofactor of ${name}$", exhibits.expression_formulas(law, q, f"q_{k}"))
            for k, (name, q) in enumerate(found.items())
        ],
    )


def squares(step: Step) -> Argument:
    (premise,) = step.premises
    multiplier, given = step.evidence["multiplier"], step.evidence["squares"]
    left = " + ".join(_term(c, factors) for c, factors in multiplier[:12])
    names = {*step.law.input_names, *step.law.parameter_names}
    letter = next((letter for letter in "srpe" if letter not in names), "s")
    single = left == "1"
    what = step.called if single else f"({left}) {step.called}"
    right = " + ".join(_term(c, factors, f"{letter}_{k}²") for k, (c, factors, _) in enumerate(given[:12])) or "0"
    where = "wherever the values that are zero are so" if step.claim["system"]["zero"] else "as polynomials"
    more = f" + … ({len(given) - 12:,} more)" if len(given) > 12 else ""
    return Argument(
        [
            f"${what} = {right}{more}$ {where} ({premise.name}), with "
            f"{counted(len(given), 'square')} of expressions ${letter}_k$.",
            "The coefficients and the other factors are positive by the hypothesis, so the right side is $≥ 0$"
            + (", and this is the output." if single else ", and the factor of the output is $> 0$."),
        ],
        [
            exhibits.formulas(f"${letter}_{k}$ is", exhibits.expression_formulas(step.law, expression, f"{letter}_{k}"))
            for k, (_, _, expression) in enumerate(given[:8])
        ],
    )


def _term(c: Any, factors: Sequence[Any], last: str = "") -> str:
    parts = [*([number(c)] if c != 1 else []), *map(_factor, factors), *([last] if last else [])]
    return " ".join(parts) or "1"


def _factor(value: Any) -> str:
    """A name, or an entry of one."""
    if isinstance(value, str):
        return value
    _, inner, place = value
    return f"{_factor(inner)}[{place}]"


EXPLAINED = {"cofactors": cofactors, "squares": squares}
