"""Certificates for essential uniqueness by the classical conditions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import comb, prod

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import EssentiallyUnique
from algebra_tnn.exact import Field, KRank, Matrix, prime_field, rank
from algebra_tnn.exact.kruskal.circuits import short_circuit
from algebra_tnn.exact.linear.matrices import moduli, residues
from algebra_tnn.provers.k_ranks import cached_k_rank, lower_bound
from algebra_tnn.tensors import CP
from algebra_tnn.tensors.cp import groupings, ordered_groupings

CHEAP = 1_000_000  # column subsets that are examined even where they cannot prove anything
MAX_TERMS_OF_SUBSETS = 14  # Lovitz–Petrov examines 2^R sets of terms


def zero_term(decomposition: CP, field: Field) -> str | None:
    """The sentence that names a zero term, or None if all terms are nonzero over the field."""
    for r in range(decomposition.length):
        for mode in range(decomposition.order):
            if not any(field.number(x) for x in decomposition.column(mode, r)):
                return f"term {r} is zero (column {r} of factors[{mode}]); uniqueness is defined for nonzero terms"
    return None


def khatri_rao(decomposition: CP, group: tuple[int, ...], field: Field) -> Matrix:
    return field.matrix(decomposition.khatri_rao(group))


def _height(decomposition: CP, group: tuple[int, ...]) -> int:
    return prod(len(decomposition.factors[mode]) for mode in group)


def written(grouping: tuple[tuple[int, ...], ...]) -> str:
    """Groups of modes as in 0 | 1,2 | 3."""
    return " | ".join(",".join(map(str, group)) for group in grouping)


def rank_one(claim: EssentiallyUnique) -> Certificate | Shortfall:
    """A single nonzero term is unique."""
    if (sentence := zero_term(claim.decomposition, claim.field)) is not None:
        return Shortfall("rank-one", sentence)
    if claim.decomposition.length > 1:
        return Shortfall("rank-one", f"R = {claim.decomposition.length}, the rule needs R = 1")
    return Certificate(claim, "rank-one", {}, remark="R = 1")


def jennrich(claim: EssentiallyUnique) -> Certificate | Shortfall:
    """Two (grouped) factors of full column rank, the third without proportional columns [Harshman1970, Thm 1].

    This is Kruskal's condition with k-ranks R, R and 2, of which the checker knows a proof."""
    T, field, R = claim.decomposition, claim.field, claim.decomposition.length
    if T.order < 3 or zero_term(T, field):
        return Shortfall("jennrich", zero_term(T, field) or f"order {T.order}, the rule needs order 3 or more")
    if R < 2:
        return Shortfall("jennrich", f"R = {R}, the rule needs R ≥ 2")
    best = ""
    shortest = sorted(ordered_groupings(T.order), key=lambda groups: sum(_height(T, group) for group in groups))
    for grouping in shortest:  # the certificate has all three matrices in it
        A, B, C = (khatri_rao(T, group, field) for group in grouping)
        ranks = rank(A, field), rank(B, field)
        best = best or f"for {written(grouping)} the first two have ranks {ranks[0]}, {ranks[1]}, both must be R = {R}"
        if ranks != (R, R):
            continue
        if (pair := short_circuit(C, field)) is not None:
            columns = " and ".join(map(str, pair.columns))
            best = f"for {written(grouping)} columns {columns} of the third are proportional"
            continue
        premises = tuple(lower_bound(X, field, KRank(k, k, 0)) for X, k in ((A, R), (B, R), (C, 2)))
        remark = f"modes {written(grouping)}: ranks {R} = R and {R} = R, no two columns of the third proportional"
        return Certificate(claim, "kruskal", {"grouping": grouping}, premises, remark)
    return Shortfall("jennrich", best)


def kruskal(claim: EssentiallyUnique) -> Certificate | Shortfall:
    """Σ k-ranks ≥ 2R + g − 1 for the modes, or for modes grouped to three [Kruskal1977, SidiropoulosBro2000]."""
    T, field, R = claim.decomposition, claim.field, claim.decomposition.length
    if T.order < 3 or zero_term(T, field):
        return Shortfall("kruskal", zero_term(T, field) or f"order {T.order}, the rule needs order 3 or more")
    singles = tuple((mode,) for mode in range(T.order))
    candidates = [singles] if T.order == 3 else [singles, *groupings(T.order, 3)]
    shortfalls = []
    for grouping in candidates:
        matrices = [khatri_rao(T, group, field) for group in grouping]
        needed = 2 * R + len(grouping) - 1
        bound = f"2R + {len(grouping) - 1} = {needed}"
        found = _k_ranks(matrices, field, needed)
        lower, upper = sum(k.lower for k in found), sum(k.upper for k in found)
        values = " + ".join(str(k.lower) if k.is_exact else f"[{k.lower}, {k.upper}]" for k in found)
        formula = f"modes {written(grouping)}: Σk = {values}"
        if lower >= needed:
            premises = tuple(lower_bound(m, field, k) for m, k in zip(matrices, found, strict=True))
            remark = f"{formula} = {lower} ≥ {bound}" if lower == upper else f"{formula} ≥ {lower} ≥ {bound}"
            return Certificate(claim, "kruskal", {"grouping": grouping}, premises, remark)
        if upper < needed:
            equals = "=" if lower == upper else "≤"
            shortfalls.append((needed - upper, f"{formula} {equals} {upper} < {bound}, short by {needed - upper}"))
        else:
            shortfalls.append((0, f"{formula}, {bound} is needed, and the budget of column subsets is spent"))
    return Shortfall("kruskal", min(shortfalls)[1])


def _k_ranks(matrices: Sequence[Matrix], field: Field, needed: int) -> list[KRank]:
    """The k-ranks, or intervals where they are dear: if they cannot make up the sum that is needed, or if they do."""
    ranks = [rank(matrix, field) for matrix in matrices]
    subsets = [comb(len(matrix[0]), r) for matrix, r in zip(matrices, ranks, strict=True)]
    found = [KRank(0, r, 0) for r in ranks]
    left = needed  # what those not examined yet must make up
    order = sorted(range(len(ranks)), key=subsets.__getitem__)
    for i in order:
        least = max(0, needed - sum(k.upper for k in found) + ranks[i])  # needed if the others are as large as possible
        if subsets[i] <= CHEAP or sum(k.upper for k in found) >= needed:
            enough = max(1, left) if i == order[-1] and subsets[i] > CHEAP else None
            found[i] = cached_k_rank(matrices[i], field, least, enough)
        left -= found[i].lower
    return found


def lovitz_petrov(claim: EssentiallyUnique) -> Certificate | Shortfall:
    """2|S| ≤ 1 + Σ_j (dim span of factor j on S − 1) for every set S of terms [LovitzPetrov2023]."""
    T, field, R = claim.decomposition, claim.field, claim.decomposition.length
    if (sentence := zero_term(T, field)) is not None:
        return Shortfall("lovitz-petrov", sentence)
    if R > MAX_TERMS_OF_SUBSETS:
        return Shortfall("lovitz-petrov", f"R = {R}; all sets of terms are examined for R ≤ {MAX_TERMS_OF_SUBSETS}")
    failure = ""
    for modulus in moduli(field):  # a true failure fails modulo every prime
        failing = _failing_set(T, modulus)
        if failing is None:
            remark = f"2|S| ≤ 1 + Σ(dim − 1) for all {2**R - R - 1} sets S of terms"
            return Certificate(claim, "lovitz-petrov", {"modulus": modulus}, remark=remark)
        if not failure and failing:
            parts = [tuple(tuple(row[r] for r in failing) for row in factor) for factor in T.factors]
            spans = [rank(field.matrix(part), field) for part in parts]
            dimensions = " + ".join(f"({span} − 1)" for span in spans)
            bound = 1 + sum(span - 1 for span in spans)
            terms = ", ".join(map(str, failing))
            if 2 * len(failing) > bound:
                return Shortfall("lovitz-petrov", f"terms {terms}: 2·{len(failing)} > 1 + {dimensions} = {bound}")
            failure = f"terms {terms} fail modulo {modulus}, though not over {field}"
    return Shortfall("lovitz-petrov", failure or "every modulus divides a denominator")


def _failing_set(T: CP, modulus: int) -> tuple[int, ...] | None:
    """A set of terms that violates the inequality modulo a prime; empty if the entries cannot be read there."""
    R = T.length
    try:
        factors = [residues(factor, modulus) for factor in T.factors]
    except ValueError:
        return ()
    over = prime_field(modulus)
    for size in sorted(range(2, R + 1), key=lambda size: size != R):  # all terms together fail most often
        for S in combinations(range(R), size):
            spans = [rank(tuple(tuple(row[r] for r in S) for row in factor), over) for factor in factors]
            if 2 * size > 1 + sum(span - 1 for span in spans):
                return S
    return None
