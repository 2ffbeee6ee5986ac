"""Uniqueness over Q alone: the quadrics vanish on the axes only modulo a prime, by enumeration."""

from __future__ import annotations

from itertools import combinations, product
from math import comb

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import EssentiallyUnique
from algebra_tnn.exact import prime_field, rank
from algebra_tnn.exact.linear.matrices import residues
from algebra_tnn.provers.classical import written, zero_term
from algebra_tnn.provers.full_rank_factor.quadrics import MAX_TRIALS, Quadrics, no_full_factor, quadrics_of

PRIMES = (2, 3, 5, 7, 11, 13)


def points_modulo_prime(claim: EssentiallyUnique) -> Certificate | Shortfall:
    """Uniqueness over Q (or GF(p)) alone: no zero of the quadrics off the axes modulo a prime, axes transversal."""
    T, field = claim.decomposition, claim.field
    if zero_term(T, field) or not (found := quadrics_of(T, field)):
        return no_full_factor("points-modulo-prime", T, field)
    if field.name in ("R", "C"):
        return Shortfall("points-modulo-prime", f"the rule is for Q and GF(p), not for {field}")
    tried = []
    for Q in found:
        for p in (field.characteristic,) if field.is_finite else PRIMES:
            quadrics = comb(len(Q.A), 2) * comb(len(Q.B), 2)
            if p >= 1000 or len(Q.pairs) * max(p ** (Q.terms - 1), quadrics) > MAX_TRIALS:
                continue
            tried.append(p)
            if _axes_only(Q, p):
                remark = f"modes {written(Q.grouping)}: no zero off the axes modulo {p}"
                return Certificate(claim, "points-modulo-prime", {**Q.evidence(), "modulus": p}, remark=remark)
    primes = ", ".join(map(str, sorted(set(tried)))) or "no prime small enough"
    return Shortfall(
        "points-modulo-prime", f"the quadrics have zeros off the axes, or a tangent at an axis, modulo {primes}"
    )


def _axes_only(Q: Quadrics, p: int) -> bool:
    every = list(product(combinations(range(len(Q.A)), 2), combinations(range(len(Q.B)), 2)))
    try:
        A, B = residues(Q.A, p), residues(Q.B, p)
        residues([[x for row in Q.c_minor.inverse for x in row]], p)
    except ValueError:
        return False
    forms = {
        tuple((A[a][i] * A[b][j] - A[a][j] * A[b][i]) * (B[s][i] * B[t][j] - B[s][j] * B[t][i]) % p for i, j in Q.pairs)
        for (a, b), (s, t) in every
    }
    if not forms or not Q.pairs:
        return not Q.pairs
    if not Q.field.is_finite:
        for r in range(Q.terms):
            rows = tuple(tuple(c for c, pair in zip(form, Q.pairs, strict=True) if r in pair) for form in forms)
            if rank(rows, prime_field(p)) < Q.terms - 1:
                return False
    for lead in range(Q.terms):
        for tail in product(range(p), repeat=Q.terms - 1 - lead):
            if any(tail):
                d = (0,) * lead + (1, *tail)
                products = [d[i] * d[j] for i, j in Q.pairs]
                if not any(sum(c * x for c, x in zip(form, products, strict=True)) % p for form in forms):
                    return False
    return True
