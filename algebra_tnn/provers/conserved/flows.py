"""What gradient flow conserves: a given quantity, and as many as there are independent ones, from below."""

from __future__ import annotations

import numpy as np

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import Conserved, ConservedAtLeast
from algebra_tnn.exact.modular.centred import PRIME, ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.laws import Law
from algebra_tnn.laws.expressions import expression_to_json
from algebra_tnn.laws.jacobian_ranks import check_degree
from algebra_tnn.provers.conserved.expressions import expression_of
from algebra_tnn.provers.conserved.gradients import random_samples
from algebra_tnn.provers.conserved.lie_algebras import growth
from algebra_tnn.provers.conserved.quantities import MOST_MONOMIALS, Search, monomial_count, search
from algebra_tnn.provers.dimensions.minors import entries, written_minor

HIGHEST_DEGREE = 4  # of polynomials that are looked for where no degree is given
_TRIALS = 8  # points at which a quantity that is not conserved changes, unless all of them are special


def constant_along_flow(claim: Conserved) -> Certificate | Shortfall:
    """The derivative of the quantity along every gradient field is the polynomial zero [chain rule]."""
    rule = "conserved-quantity"
    if claim.field.is_finite:
        return Shortfall(rule, f"flows are those of characteristic 0, not over {claim.field}")
    quantity = Law((), claim.law.parameters, (), claim.quantity)
    try:
        check_degree(claim.law, PRIME)
        flow, slope = (random_samples(law, _TRIALS, 0).gradients for law in (claim.law, quantity))
    except ValueError as error:  # no values modulo the prime
        return Shortfall(rule, str(error))
    rates = np.sum(flow * slope % PRIME, axis=1) % PRIME
    if rates.any():
        return Shortfall(rule, f"the quantity changes along the flow at {np.count_nonzero(rates)} of {_TRIALS} points")
    return Certificate(claim, rule, {}, remark="constant along every gradient of the outputs")


def independent_quantities(claim: ConservedAtLeast) -> Certificate | Shortfall:
    """Conserved polynomials, or quotients of these, with independent gradients at a point modulo a prime."""
    rule = "vector-fields"
    if claim.field.is_finite:
        return Shortfall(rule, f"flows are those of characteristic 0, not over {claim.field}")
    try:
        most = claim.law.parameter_count - growth(claim.law).rank
        if claim.count > most:
            return Shortfall(rule, f"{claim.count} are asked, but gradients and their brackets leave room for {most}")
        found = deepest_search(claim.law, claim.count)
    except ValueError as error:
        return Shortfall(rule, str(error))
    if len(found.quantities) < claim.count:
        known = f"{len(found.quantities)} were found among polynomials of degree up to {found.degree}"
        return Shortfall(rule, f"{claim.count} are asked, {known} and quotients of degree up to 2")
    return quantities_certificate(claim, found)


def deepest_search(law: Law, enough: int, seed: int = 0) -> Search:
    """Of degree 2 and, while there are not enough and monomials are not too many, of higher degrees.

    Raises: ValueError if there are too many of degree 2.
    """
    found = search(law, 2, enough, seed)
    for degree in range(3, HIGHEST_DEGREE + 1):
        if len(found.quantities) >= enough or monomial_count(law, degree) > MOST_MONOMIALS:
            break
        found = search(law, degree, enough, seed)
    return found


def quantities_certificate(claim: ConservedAtLeast, found: Search) -> Certificate:
    """With the first quantities that suffice."""
    minor = ResidueMatrix.of(found.rows[: claim.count], PRIME)
    columns = rank_profile(minor).columns if claim.count else ()
    square = np.ascontiguousarray(minor.array[:, list(columns)])
    point, start = {}, 0
    for name, places in claim.law.columns.items():
        shape = dict(claim.law.parameters)[name]
        point[name] = entries(np.array(found.point[start : start + len(places)], np.float64).reshape(shape))
        start += len(places)
    evidence = {
        "quantities": [
            [expression_to_json(expression_of(part, claim.law)) for part in (quantity.numerator, quantity.denominator)]
            for quantity in found.quantities[: claim.count]
        ],
        "point": point,
        **written_minor(square, columns),
    }
    remark = f"{claim.count} conserved quantities with independent gradients at a point"
    return Certificate(claim, "vector-fields", evidence, remark=remark)
