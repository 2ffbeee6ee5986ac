"""Networks whose activations are α (t + β)^r + γ, with biases on both sides, as networks of the powers α t^r."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import numpy as np

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.laws import Law, value
from algebra_tnn.laws.arrays import number_from_json, number_to_json
from algebra_tnn.laws.cuts import with_names
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.expressions import expression_from_json
from algebra_tnn.laws.operations import LETTERS
from algebra_tnn.laws.term_counts import term_bounds
from algebra_tnn.models.activations import Activation, Power

Json: TypeAlias = Any  # an expression, as a law's JSON writes it
MOST_TERMS = 30_000  # of the law in inputs and parameters, which the checker multiplies out


def with_completed_powers(law: Law) -> tuple[Law, dict[str, Json]] | None:
    """The law of the powers, contracted with new variables, and how the law factors through it; None if there is none.

    The bias before the activation takes β, and the bias after the next matrix of weights takes the image of γ.
    """
    raw = law.to_json()
    lets, shifts = dict(raw["let"]), dict[str, list[Json]]()
    for name, expression in raw["let"]:
        if (found := _power(expression)) is None:
            continue
        power, z = found
        here = _affine(lets.get(z))
        after = [layer for other in (*lets.values(), raw["output"]) if (layer := _affine(other)) and layer[1] == name]
        if here is None or len(after) != 1 or not {here[2], after[0][0], after[0][2]} <= raw["parameters"].keys():
            return None
        (V, _, c), width = after[0], raw["parameters"][here[2]][0]
        lets[name] = ["apply", [0] * power.exponent + [number_to_json(power.scale)], z]
        shifts.setdefault(here[2], []).append(_constant(power.shift, width))
        shifts.setdefault(c, []).append(["einsum", "ij,j->i", V, _constant(power.offset, width)])
    if not shifts or _terms(law) > MOST_TERMS:
        return None
    y, letters = _new_name(law), LETTERS[: len(law.shape)]
    inputs, output = {**raw["inputs"], y: list(law.shape)}, ["einsum", f"{letters},{letters}->", y, raw["output"]]
    freer = with_names(
        Law.from_json({**raw, "inputs": inputs, "let": [list(let) for let in lets.items()], "output": output})
    )
    moved = {name: ["+", name, *shifts[name]] if name in shifts else name for name in law.parameter_names}
    substitution = {"parameters": moved, "inputs": {name: name for name in freer.input_names}, "contracted": y}
    return (freer, substitution) if _factors(law, freer, moved, y) else None


def _power(expression: Json) -> tuple[Power, str] | None:
    """The activation, if it is no monomial but some α (t + β)^r + γ, and the name that it is applied to."""
    match expression:
        case ["apply", [_, _, _, *_] as coefficients, str(z)] if coefficients[-1] != 0:
            power = Activation(tuple(number_from_json(c, "an activation") for c in coefficients)).power
            return None if power is None or power.is_monomial else (power, z)
    return None


def _affine(expression: Json) -> tuple[str, str, str] | None:
    """W, g and b of W @ g + b."""
    match expression:
        case ["+", ["einsum", "ij,j->i", str(W), str(g)], str(b)]:
            return W, g, b
    return None


def _constant(x: Any, width: int) -> Json:
    return ["constant", [number_to_json(x)] * width]


def _new_name(law: Law) -> str:
    taken = {*law.input_names, *law.parameter_names, *(name for name, _ in law.let)}
    return next(name for i in range(len(taken) + 1) if (name := f"y{i or ''}") not in taken)


def _terms(law: Law) -> int:
    bounds = term_bounds(law, (*law.input_names, *law.parameter_names))
    return sum(bounds[law.program.output].ravel().tolist())


def _factors(law: Law, freer: Law, moved: dict[str, Json], y: str) -> bool:
    """Whether both are equal at a random point: a bias that is used elsewhere, too, may not be shifted."""
    draw = Draw(6, PRIME // 2)
    names = (*law.inputs, *law.parameters, (y, law.shape))
    point = {name: draw.array(shape).astype(np.int64).tolist() for name, shape in names}
    parameters = {name: point[name] for name in law.parameter_names}
    there = {name: _value(law, expression, parameters) for name, expression in moved.items()}
    left = value(law, {**parameters, **_chosen(point, law.input_names)}, modulus=PRIME)
    right = value(freer, {**there, **_chosen(point, freer.input_names)}, modulus=PRIME)
    contracted = np.sum(np.array(left, dtype=object) * np.array(point[y], dtype=object))
    return bool((int(contracted) - right) % PRIME == 0)


def _value(law: Law, expression: Json, parameters: dict[str, Any]) -> Any:
    return value(Law((), law.parameters, (), expression_from_json(expression, "psi")), parameters, modulus=PRIME)


def _chosen(point: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: point[name] for name in names}
