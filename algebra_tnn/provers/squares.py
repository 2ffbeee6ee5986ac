"""Inequalities: a positive multiple that is a sum of squares with positive factors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import prod
from typing import Any, TypeAlias

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import Nonnegative, Vanishes
from algebra_tnn.exact.scalars import exact_number
from algebra_tnn.laws import Law
from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.combinations import expression_of, named_shape
from algebra_tnn.laws.expressions import Applied, Expression, Name
from algebra_tnn.laws.operations import Apply, Difference, Einsum, Sum, Take
from algebra_tnn.provers.cofactors import Given
from algebra_tnn.provers.cofactors import cofactors as combination

Factor: TypeAlias = str | tuple[str, int]  # a positive number, or an entry of a positive array, counted row-major
Number: TypeAlias = int | Fraction | str

RULE = "squares"
ONE: tuple[tuple[int, tuple[Factor, ...]], ...] = ((1, ()),)


def squares(
    claim: Nonnegative,
    multiplier: Sequence[tuple[Number, Sequence[Factor]]] = ONE,
    squares: Sequence[tuple[Number, Sequence[Factor], Given]] = (),
    cofactors: Mapping[str, Given] | None = None,
) -> Certificate | Shortfall:
    """That (Σ c · factors) · output = Σ c · factors · expression² + Σ cofactor · value that is zero, all c positive.

    ``multiplier`` lists pairs (c, factors), ``squares`` triples (c, factors, expression). Factors are names of positive
    numbers, or pairs of the name of a positive array and the place of an entry, row-major; their product is taken.
    Expressions and cofactors are given as in ``provers.cofactors``.
    """
    law = claim.law
    if claim.field.name not in ("Q", "R"):
        return Shortfall(RULE, f"numbers have signs over Q and R, not over {claim.field}")
    if not multiplier:
        return Shortfall(RULE, "the multiplier has no term, so it is not shown to be positive")
    for c, factors in (*multiplier, *((c, factors) for c, factors, _ in squares)):
        if exact_number(c) <= 0:
            return Shortfall(RULE, f"a coefficient is {c}; those of the multiplier and of the squares are positive")
        for name, place in map(_place, factors):
            if name not in claim.positive or not 0 <= place < prod(named_shape(law, name)):
                return Shortfall(RULE, f"entry {place} of {name!r} is none of a value that is positive")
    left = [(c, [_entry(law, *_place(x)) for x in factors]) for c, factors in multiplier]
    right = [(c, [_entry(law, *_place(x)) for x in factors], expression_of(law, x)) for c, factors, x in squares]
    terms = (
        Applied(Sum(), tuple(_product(c, [*factors, law.output]) for c, factors in left)),
        *(_product(c, [*factors, x, x]) for c, factors, x in right),
    )
    difference = Law(law.inputs, law.parameters, law.let, Applied(Difference(), terms))
    premise = combination(Vanishes(difference, claim.zero, claim.sources, claim.field), cofactors)
    if isinstance(premise, Shortfall):
        return replace(premise, rule=RULE)
    evidence: dict[str, Any] = {"multiplier": [[exact_number(c), factors] for c, factors in left]}
    evidence["squares"] = [[exact_number(c), factors, x] for c, factors, x in right]
    return Certificate(claim, RULE, evidence, (premise,), f"a positive multiple is a sum of {len(right)} squares")


def _place(factor: Factor) -> tuple[str, int]:
    return (factor, 0) if isinstance(factor, str) else factor


def _product(c: Number, factors: Sequence[Expression]) -> Expression:
    subscripts = Einsum("," * (len(factors) - 1) + "->")
    return Applied(Apply((0, exact_number(c))), (Applied(subscripts, tuple(factors)),))


def _entry(law: Law, name: str, place: int) -> Expression:
    """One entry of a named value, counted row-major."""
    indices = []
    for size in reversed(named_shape(law, name)):
        place, i = divmod(place, size)
        indices.append(i)
    found: Expression = Name(name)
    for i in reversed(indices):
        found = Applied(Take(Array((), (i,))), (found,))
    return found
