"""A law whose output multiplies parameters, as one in which their product is a parameter of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, TypeAlias

from algebra_tnn.laws import Law
from algebra_tnn.laws.cuts import before

Json: TypeAlias = Any  # an expression or a law, as JSON writes it

MOST_FACTORS = 6  # parameters in the contraction: all sets of them are tried
LETTERS = "abcdefghijklmnopqrstuvwxyz"


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
    if (contraction := _last_contraction(raw)) is None:
        return
    words, operands, result = contraction
    product, y, whole = (_new_name(law, stem) for stem in ("product", "y", "whole"))
    places = [i for i, operand in enumerate(operands) if isinstance(operand, str) and operand in raw["parameters"]]
    if len(places) > MOST_FACTORS:
        return
    ranges = {letter: n for i in places for letter, n in zip(words[i], raw["parameters"][operands[i]], strict=True)}
    sizes = range(2, min(len(places), len(operands) - 1) + 1)
    for chosen in (some for size in sizes for some in combinations(places, size)):
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
            "parameters": {**raw["parameters"], product: [ranges[letter] for letter in kept]},
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


def _last_contraction(raw: Json) -> tuple[list[str], list[Json], str] | None:
    """The words, the operands and the result of the output, where operands that are contractions are written out."""
    match raw["output"]:
        case ["einsum", str() as pattern, *operands]:
            left, result = pattern.split("->")
        case _:
            return None
    lets = dict(raw["let"])
    parts, whole = list(zip(left.split(","), operands, strict=True)), list[tuple[str, Json]]()
    fresh = (letter for letter in LETTERS if letter not in pattern)
    while parts:
        word, operand = parts.pop()
        match lets.get(operand, operand) if isinstance(operand, str) else operand:
            case ["einsum", str() as inner, *others]:
                words, end = inner.split("->")
                names: dict[str, str | int | None] = dict(zip(end, word, strict=True))
                new = [letter for letter in dict.fromkeys(words.replace(",", "")) if letter not in names]
                names |= dict(zip(new, fresh, strict=False))
                if not names.keys() >= set(new):
                    return None  # more letters than the alphabet has
                renamed = (word.translate(str.maketrans(names)) for word in words.split(","))
                parts += zip(renamed, others, strict=True)
            case _:
                whole.insert(0, (word, operand))
    return [word for word, _ in whole], [operand for _, operand in whole], result


def _new_name(law: Law, stem: str) -> str:
    taken = {*law.input_names, *law.parameter_names, *(name for name, _ in law.let)}
    return next(name for i in range(len(taken) + 1) if (name := f"{stem}{i or ''}") not in taken)
