"""Laws multiplied out: exact polynomials in their inputs and parameters."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from math import prod
from typing import Any

import numpy as np

from algebra_tnn.exact.polynomials import Polynomial, PolynomialRing
from algebra_tnn.laws.arithmetic import Entries, ring
from algebra_tnn.laws.arrays import Array, Shape
from algebra_tnn.laws.evaluation import Stack, values
from algebra_tnn.laws.expressions import Constant
from algebra_tnn.laws.heights import check_height
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import Apply
from algebra_tnn.laws.points import tensors_of
from algebra_tnn.laws.term_counts import MANY, term_bounds

BUDGET = 20_000_000  # terms; with some dozens of variables a few gigabytes


def expansion(
    law: Law, point: Mapping[str, Any] | None = None, *, modulus: int = 0, budget: int = BUDGET
) -> tuple[Polynomial, ...]:
    """The output's entries, row-major, as polynomials in the entries of all inputs and parameters.

    ``point`` gives numbers for some of the tensors, which are no variables then. Coefficients are integers, rational if
    the law or the point has denominators, or residues modulo a prime.

    Raises: ValueError if the number of terms may exceed the budget, which is proved before anything is multiplied out:
    FLINT ends the process where memory ends.
    Cost: about a microsecond per term.

    >>> law = Law.trace(lambda x, W: (W @ x)**2, {"x": (2,)}, {"W": (1, 2)})
    >>> print(*expansion(law))
    x_0^2*W_0_0^2 + 2*x_0*x_1*W_0_0*W_0_1 + x_1^2*W_0_1^2
    >>> print(*expansion(law, {"W": [[1, "1/2"]]}))
    x_0^2 + x_0*x_1 + 1/4*x_1^2
    """
    shapes = dict((*law.inputs, *law.parameters))
    given = tensors_of(point or {}, list(shapes.items()), "the point", partial=True)
    _check_budget(law, [name for name in shapes if name not in given], budget)
    check_height(law, {name: array.entries for name, array in given.items()})
    names = variable_names({name: shape for name, shape in shapes.items() if name not in given})
    rational = any(x.denominator != 1 for array in (*_constants(law), *given.values()) for x in array.entries)
    R = PolynomialRing(tuple(v for some in names.values() for v in some), modulus, rational and not modulus)
    arithmetic = ring(R)
    variables = iter(R.variables)
    named: dict[str, Entries] = {}
    for name, shape in shapes.items():
        if name in given:
            named[name] = arithmetic.constant(given[name])
        else:
            named[name] = arithmetic.filled([next(variables) for _ in range(prod(shape))], shape)
    found = values(law.program, {name: Stack("", array) for name, array in named.items()}, arithmetic)
    return tuple(found[law.program.output].array.ravel())


def coefficient_map(
    law: Law, point: Mapping[str, Any] | None = None, *, modulus: int = 0, budget: int = BUDGET
) -> dict[tuple[int, tuple[int, ...]], Polynomial]:
    """The coefficients of the model: for each output (row-major) and each monomial in the inputs, by its exponents.

    >>> law = Law.trace(lambda x, W: (W @ x)**2, {"x": (2,)}, {"W": (1, 2)})
    >>> {key: str(c) for key, c in coefficient_map(law).items()}
    {(0, (2, 0)): 'W_0_0^2', (0, (1, 1)): '2*W_0_0*W_0_1', (0, (0, 2)): 'W_0_1^2'}
    """
    given = point or {}
    inputs = variable_names({name: shape for name, shape in law.inputs if name not in given})
    variables = [v for some in inputs.values() for v in some]
    polynomials = expansion(law, point, modulus=modulus, budget=budget)
    return {
        (i, exponents): coefficient
        for i, polynomial in enumerate(polynomials)
        for exponents, coefficient in polynomial.coefficients_in(variables).items()
    }


def variable_names(shapes: Mapping[str, Shape]) -> dict[str, list[str]]:
    """The names of the entries of tensors: x_0, x_1, … and W_0_0, W_0_1, …"""
    return {
        name: ["_".join([name, *map(str, place)]) for place in product(*map(range, shape))]
        for name, shape in shapes.items()
    }


def _check_budget(law: Law, symbolic: list[str], budget: int) -> None:
    most = max(int(np.sum(bound)) for bound in term_bounds(law, symbolic))
    if most > budget:
        number = f"up to {most:,}" if most < MANY else "more than 10^30"
        raise ValueError(
            f"the expansion may have {number} terms, above the budget of {budget:,}; give numbers for some tensors, "
            "raise the budget, or ask for jacobian_rank, which expands nothing"
        )


def _constants(law: Law) -> list[Array]:
    found = []
    for step in law.program.steps:
        if isinstance(step.content, Constant):
            found.append(step.content.array)
        if isinstance(step.content, Apply):
            found.append(Array((len(step.content.coefficients),), step.content.coefficients))
    return found
