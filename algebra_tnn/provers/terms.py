"""Rank-one terms as lists of vectors, over the field or a number field, and how evidence writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from algebra_tnn.exact import Field
from algebra_tnn.exact.number_fields import Algebraic, NumberField

Element: TypeAlias = Any  # a Number, or an Algebraic
Vectors: TypeAlias = list[list[Element]]  # one vector per mode: a rank-one tensor
Terms: TypeAlias = list[Vectors]


def terms_of(factors: Sequence[Sequence[Sequence[Element]]]) -> Terms:
    """One list of vectors per column."""
    return [[[row[r] for row in factor] for factor in factors] for r in range(len(factors[0][0]))]


def factors_of(terms: Sequence[Vectors], shape: Sequence[int]) -> list[list[list[Element]]]:
    """One matrix per mode, with a column per term (with rows but no columns if there are no terms)."""
    return [[[term[mode][i] for term in terms] for i in range(size)] for mode, size in enumerate(shape)]


def is_zero(x: Element, field: Field) -> bool:
    return not x if isinstance(x, Algebraic) else field.number(x) == 0


def written_factors(
    terms: Sequence[Vectors], shape: Sequence[int], field: Field, number_field: NumberField | None
) -> list[list[list[Any]]]:
    """The factors as evidence has them: numbers of the field, or coefficients of elements of the number field."""

    def written(x: Element) -> Any:
        if number_field is None:
            return field.number(x)
        return (x if isinstance(x, Algebraic) else number_field(x)).coefficients()

    return [[[written(x) for x in row] for row in factor] for factor in factors_of(terms, shape)]


def root_evidence(number_field: NumberField | None, field: Field) -> dict[str, Any] | None:
    """What evidence says of the root: its polynomial, and over R an interval on which that changes its sign."""
    if number_field is None:
        return None
    interval = number_field.real_root_interval() if field.name == "R" else ()
    return {"polynomial": list(number_field.polynomial), "interval": list(interval or ())}
