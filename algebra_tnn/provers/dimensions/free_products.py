"""A law whose output multiplies parameters, as one in which their product is a parameter of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from algebra_tnn.laws import Law
from algebra_tnn.laws.cuts import before

MOST_OPERANDS = 6  # all sets of operands are tried


@dataclass(frozen=True, slots=True)
class FreeProduct:
    """The freer law, contracted with new variables, and how the law factors through it."""

    law: Law
    factors: tuple[str, ...]
    substitution: dict[str, Any]


def free_products(law: Law) -> Iterator[FreeProduct]:
    """For every set of two or more operands of the last contraction that are parameters, if there are others.

    >>> from algebra_tnn.laws import einsum
    >>> law = Law.trace(lambda A, B, C: einsum("ij,jk,kl->il", A, B, C), {}, {"A": (3, 2), "B": (2, 2), "C": (2, 4)})
    >>> [(found.factors, found.law.parameters) for found in free_products(law)][0]
    (('A', 'B'), (('C', (2, 4)), ('product', (3, 2))))
    """
    raw = law.to_json()
    match raw["output"]:
        case ["einsum", pattern, *operands] if len(operands) <= MOST_OPERANDS:
            left, result = pattern.split("->")
            words = left.split(",")
        case _:
            return
    product, y, whole = (_new_name(law, stem) for stem in ("product", "y", "whole"))
    places = [i for i, operand in enumerate(operands) if isinstance(operand, str) and operand in raw["parameters"]]
    sizes = {letter: n for i in places for letter, n in zip(words[i], raw["parameters"][operands[i]], strict=True)}
    for chosen in (some for size in range(2, len(operands)) for some in combinations(places, size)):
        others = [i for i in range(len(operands)) if i not in chosen]
        outside = {*result, *(letter for i in others for letter in words[i])}
        kept = "".join(sorted({letter for i in chosen for letter in words[i]} & outside))
        factors = tuple(operands[i] for i in chosen)
        output = [
            "einsum",
            ",".join([kept, *(words[i] for i in others), result]) + "->",
            product,
            *(operands[i] for i in others),
            y,
        ]
        freer = {
            "inputs": {**raw["inputs"], y: list(law.shape)},
            "parameters": {**raw["parameters"], product: [sizes[letter] for letter in kept]},
            "let": [*raw["let"], [whole, output]],
            "output": whole,
        }
        found = before(Law.from_json(freer), whole)  # with the parameters that it needs
        inner = ["einsum", ",".join(words[i] for i in chosen) + "->" + kept, *factors]
        substitution = {
            "parameters": {name: inner if name == product else name for name in found.parameter_names},
            "inputs": {name: name for name in found.input_names},
            "contracted": y,
        }
        yield FreeProduct(found, factors, substitution)


def _new_name(law: Law, stem: str) -> str:
    taken = {*law.input_names, *law.parameter_names, *(name for name, _ in law.let)}
    return next(name for i in range(len(taken) + 1) if (name := f"{stem}{i or ''}") not in taken)
