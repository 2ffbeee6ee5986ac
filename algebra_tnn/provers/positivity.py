"""Signs that polynomials have on boxes."""

from __future__ import annotations

from dataclasses import replace

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import PositiveOnBox
from algebra_tnn.exact.scalars import Number, in_short
from algebra_tnn.laws.boxes import Terms, expansions, least
from algebra_tnn.provers.squares import RULE, Factor, squares


def interval_signs(claim: PositiveOnBox) -> Certificate | Shortfall:
    """From 0 to 1 a polynomial is not below the sum of its constant and of its negative coefficients.

    The certificate is that of ``claim.at_least(c)``, with c > 0 the least of these sums.
    """
    if claim.field.name not in ("Q", "R"):
        return Shortfall(RULE, f"numbers have signs over Q and R, not over {claim.field}")
    polynomials = expansions(claim.law, claim.lower, claim.upper)
    bounds = [least(terms) for terms in polynomials]
    bound = min(bounds)
    if bound <= 0:
        where = f"entry {bounds.index(bound)} of the output" if claim.law.shape else "the output"
        return Shortfall(RULE, f"{where} is shown to be at least {in_short(bound)}, not to be positive")
    statement = claim.at_least(bound)
    s, t, u = statement.positive
    products: dict[tuple[Factor, ...], Number] = {}
    for i, terms in enumerate(polynomials):
        for factors, c in [((), bounds[i] - bound), *_products(terms, t, u)]:
            products[(s, i), *factors] = products.get(((s, i), *factors), 0) + c
    listed = [(c, factors, 1) for factors, c in products.items() if c]
    found = squares(statement, squares=listed)
    if isinstance(found, Shortfall):
        return found
    return replace(found, remark=f"{len(bounds)} polynomials are at least {in_short(bound)}")


def _products(terms: Terms, t: str, u: str) -> list[tuple[tuple[Factor, ...], Number]]:
    """Products of entries of t and of u = 1 − t with positive coefficients, which sum to the polynomial less its
    ``least`` value: 1 − t_a t_b … is (1 − t_a) + t_a (1 − t_b) + …"""
    found: list[tuple[tuple[Factor, ...], Number]] = []
    for exponents, c in terms:
        places = [k for k, e in enumerate(exponents) for _ in range(e)]
        powers = tuple((t, k) for k in places)
        if c > 0 and places:
            found.append((powers, c))
        elif c < 0:
            found += [((*powers[:j], (u, k)), -c) for j, k in enumerate(places)]
    return found
