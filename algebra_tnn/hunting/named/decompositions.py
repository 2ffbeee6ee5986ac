"""Wrong statements about the uniqueness of decompositions."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from algebra_tnn.certificates import Certificate, Verdict
from algebra_tnn.hunting.evidence import Evidence, compared, conjunction, evidence
from algebra_tnn.hunting.named.comparisons import resting_on_all
from algebra_tnn.hunting.named.named_hunt import Named

if TYPE_CHECKING:
    from algebra_tnn.explore.bounds import Bounds
    from algebra_tnn.hunting.spaces.echelon_factors import DrawnFactors, EchelonFactors
    from algebra_tnn.tensors import CP

MOST_DECOMPOSITIONS = 3

# ------------------------------------------------------------------------------------------------- predicates


def is_unique(decomposition: CP) -> Verdict:
    """That the decomposition is essentially unique over Q."""
    from algebra_tnn.claims import EssentiallyUnique, NotEssentiallyUnique
    from algebra_tnn.explore.peeled_terms import peeling
    from algebra_tnn.verification import verify

    known = verify(EssentiallyUnique(decomposition))
    if known.status == "undecided":
        other = verify(NotEssentiallyUnique(decomposition), by=peeling)
        if other.status == "proved":
            return replace(other, claim=known.claim, status="refuted")
    return known


def is_unique_by_points(decomposition: CP) -> Verdict:
    """Likewise, by what holds modulo a small prime: a quick proof, which need not hold over other fields."""
    from algebra_tnn import provers
    from algebra_tnn.claims import EssentiallyUnique
    from algebra_tnn.verification import verify

    return verify(EssentiallyUnique(decomposition), by=provers.points_modulo_prime)


def is_unique_over_complex_numbers(decomposition: CP) -> Verdict:
    """That the decomposition is essentially unique over C."""
    from algebra_tnn.claims import EssentiallyUnique
    from algebra_tnn.exact import C
    from algebra_tnn.verification import verify

    return verify(EssentiallyUnique(decomposition, C))


def has_few_others(decomposition: CP) -> Evidence:
    """That at most three decompositions of this length have the same sum, against terms that are exchanged again and
    again."""
    from algebra_tnn.claims import NotEssentiallyUnique
    from algebra_tnn.provers import exchange
    from algebra_tnn.tensors import CP

    known = [decomposition]
    while len(known) <= MOST_DECOMPOSITIONS:
        found = exchange(NotEssentiallyUnique(known[-1]))
        if not isinstance(found, Certificate):
            return evidence(is_unique(decomposition))
        known.append(CP.from_factors(*found.evidence["factors"]))
    different = [_are_different(one, two) for one, two in combinations(known, 2)]
    count = f"{len(known)} decompositions with the same sum, each with a term that none of the others has"
    return resting_on_all(different, "refuted" if all(v.status == "proved" for v in different) else "undecided", count)


def _are_different(one: CP, two: CP) -> Verdict:
    """That two decompositions have the same sum and not the same terms."""
    from algebra_tnn.certificates import Shortfall
    from algebra_tnn.claims import NotEssentiallyUnique
    from algebra_tnn.provers.non_uniqueness import certificate_of
    from algebra_tnn.provers.terms import terms_of
    from algebra_tnn.verification import verify

    found = certificate_of(NotEssentiallyUnique(one), terms_of(two.factors), "two terms are exchanged for others")
    return verify(NotEssentiallyUnique(one), by=lambda _: found or Shortfall("exchange", "the terms are the same"))


def kruskal_sum_is_one_short(decomposition: CP) -> Evidence:
    """That the k-ranks sum to 2R + N − 2, one less than Kruskal's condition asks for."""
    ranks = _k_ranks(decomposition)
    least, most = [bounds.lower for bounds in ranks], [bounds.upper for bounds in ranks]
    total = 2 * decomposition.length + decomposition.order - 2
    says = f"k-ranks {', '.join(map(str, least))}: their sum is {sum(least)}, and 2R + N − 2 = {total}"
    if least != most:
        return Evidence("undecided", says)
    return resting_on_all((bounds.verdict for bounds in ranks), "proved" if sum(least) == total else "refuted", says)


def two_factors_have_independent_columns(decomposition: CP) -> Evidence:
    """That two of the factors have independent columns."""
    ranks = sorted(_k_ranks(decomposition), key=lambda bounds: -bounds.lower)
    return conjunction(*(compared(bounds, ">=", decomposition.length) for bounds in ranks[:2]))


def necessary_conditions_hold(decomposition: CP) -> Evidence:
    """That no factor has proportional columns, and products of the columns of any two factors are independent."""
    from algebra_tnn.explore.kruskal_ranks import kruskal_rank

    length, modes = decomposition.length, range(decomposition.order)
    for bounds in _k_ranks(decomposition):
        if bounds.upper < 2:
            return compared(bounds, ">=", 2)
    products = (kruskal_rank(decomposition.khatri_rao(pair)) for pair in combinations(modes, 2))
    return conjunction(
        *(compared(bounds, ">=", 2) for bounds in _k_ranks(decomposition)),
        *(compared(bounds, ">=", length) for bounds in products),
    )


def pairs_of_terms_are_unique(decomposition: CP) -> Evidence:
    """That any two of the terms are the only two with their sum."""
    pairs = combinations(range(decomposition.length), 2)
    return conjunction(*(is_unique(decomposition.permuted(pair)) for pair in pairs))


def _k_ranks(decomposition: CP) -> list[Bounds]:
    from algebra_tnn.explore.kruskal_ranks import kruskal_rank

    return [kruskal_rank(factor) for factor in decomposition.factors]


# ------------------------------------------------------------------------------------------------- spaces


def two_or_three_terms() -> EchelonFactors:
    from algebra_tnn.hunting.spaces.echelon_factors import EchelonFactors

    return EchelonFactors(lengths=(2, 3))


def spans_that_meet_finitely_many() -> DrawnFactors:
    """R = (I − 1)(J − 1) + 1 terms with R independent vectors in the last mode: general spans of so many rank-one
    matrices of size I×J contain finitely many others."""
    from algebra_tnn.hunting.spaces.echelon_factors import DrawnFactors

    return DrawnFactors(sizes=((5, (5, 3, 3)), (7, (7, 4, 3))), samples=200)


HUNTS = (
    Named(
        "kruskal-sum-one-short",
        "B5",
        "Is a decomposition unique if its k-ranks sum to 2R + N − 2, one less than Kruskal's condition asks for?",
        kruskal_sum_is_one_short,
        is_unique,
        two_or_three_terms,
    ),
    Named(
        "independent-columns",
        "B6",
        "Are there at most three decompositions with the same sum, if two factors have independent columns?",
        two_factors_have_independent_columns,
        has_few_others,
        two_or_three_terms,
    ),
    Named(
        "necessary-conditions-suffice",
        "B6",
        "Is a decomposition unique if no factor has proportional columns and products of two columns are independent?",
        necessary_conditions_hold,
        is_unique,
        two_or_three_terms,
    ),
    Named(
        "unique-pairs-of-terms",
        "B3",
        "Is a decomposition unique if any two of its terms are the only two with their sum?",
        pairs_of_terms_are_unique,
        is_unique,
        two_or_three_terms,
    ),
    Named(
        "unique-over-extensions",
        "H5",
        "Is a decomposition that is unique over the rational numbers unique over the complex ones?",
        is_unique_by_points,
        is_unique_over_complex_numbers,
        spans_that_meet_finitely_many,
    ),
)
