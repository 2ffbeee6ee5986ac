"""Essential uniqueness, and second decompositions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import comb, prod
from typing import Any

from algebra_tnn.explaining import exhibits, minors
from algebra_tnn.explaining.exhibits import Exhibit
from algebra_tnn.explaining.steps import Argument, Step
from algebra_tnn.explaining.wording import counted, distribution, group, listed, number


def rank_one(step: Step) -> Argument:
    return Argument(
        [f"{step.of} has 1 term, and it is not zero. A tensor that is one nonzero term is that term and no other."]
    )


def kruskal(step: Step) -> Argument:
    ranks, groups = [premise.rank for premise in step.premises], step.evidence["grouping"]
    total, needed = sum(ranks), 2 * step.terms + len(groups) - 1
    bounds = listed(
        f"${k}$ for {group(modes)} ({premise.name})"
        for k, modes, premise in zip(ranks, groups, step.premises, strict=True)
    )
    sentences = [
        f"The modes are grouped as {listed(map(group, groups))}; the terms stay the same tensors, so what is unique "
        "after grouping was unique before.",
        f"The Khatri–Rao matrices of the groups have Kruskal ranks at least {bounds}.",
        f"Kruskal's condition holds: ${' + '.join(map(str, ranks))} = {total} ≥ 2R + (N − 1) = 2·{step.terms} + "
        f"{len(groups) - 1} = {needed}$, with $R = {step.terms}$ terms and $N = {len(groups)}$ groups.",
    ]
    if ranks.count(step.terms) > 1:
        sentences.append(
            f"Two of the Kruskal ranks are $R = {step.terms}$ and another is at least 2. This is Jennrich's case: two "
            "general combinations of slices form an eigenvalue problem whose eigenvectors are the terms' vectors, with "
            "pairwise different eigenvalues. It needs no published theorem."
        )
    else:
        theorem = _theorem(step, len(groups))
        sentences.append(f"By the theorem of [{theorem}] the decomposition is then essentially unique.")
    return Argument(sentences)


def _theorem(step: Step, groups: int) -> str:
    if step.characteristic:
        return "LovitzPetrov2023"
    return "SidiropoulosBro2000" if groups > 3 else "Kruskal1977"


def lovitz_petrov(step: Step) -> Argument:
    factors, n, terms = step.claim["factors"], step.evidence["modulus"], step.terms
    return Argument(
        [
            f"For each of the {counted(2**terms - terms - 1, 'set')} $S$ of two or more of the "
            f"{counted(terms, 'term')} the inequality $2|S| ≤ 1 + Σ_j (d_j(S) − 1)$ holds, where $d_j(S)$ is the "
            f"dimension of the span of the columns $S$ of factor $j$, $j = 0, …, {len(factors) - 1}$.",
            f"The dimensions are bounded from below by elimination modulo {n} with pivots that are units.",
            "By the theorem of [LovitzPetrov2023] the decomposition is then essentially unique.",
        ]
    )


def _criterion(step: Step) -> list[str]:
    """One factor of full column rank: what is left is a question about common zeros of quadrics."""
    minor, (first, second, third) = step.evidence["minor"], step.evidence["grouping"]
    return [
        f"The modes are grouped as {group(first)}, {group(second)} and {group(third)}, with Khatri–Rao matrices $C$, "
        f"$A$ and $B$. "
        + minors.unit(step.terms, "$C$", minor["modulus"], minors.places(minor))
        + f" So $C$ has full column rank {step.terms}.",
        "Another decomposition would then give a point $d$ off the coordinate axes at which $A·diag(d)·Bᵀ$ has rank "
        "at most 1, that is, where all its 2 × 2 minors, quadrics in $d$, vanish. There is no such point:",
    ]


def _c_inverse(step: Step) -> Exhibit:
    return minors.inverse("the inverse of the minor of $C$", step.evidence["minor"])


def compound(step: Step) -> Argument:
    quadrics, independent, pairs = step.evidence["quadrics"], step.evidence["independent"], comb(step.terms, 2)
    return Argument(
        [
            *_criterion(step),
            f"{counted(len(quadrics), 'quadric')} {'are' if len(quadrics) != 1 else 'is'} listed. Their coefficients "
            f"of the {counted(pairs, 'product')} $d_i d_j$ form a matrix. "
            + minors.unit(pairs, "it", independent["modulus"], minors.places(independent)),
            "So each $d_i d_j$ with $i < j$ is a combination of quadrics, and where these vanish only one $d_i$ is "
            "not 0.",
        ],
        [
            _c_inverse(step),
            exhibits.numbers("the quadrics, by two rows of $A$ and two of $B$", quadrics),
            minors.inverse("the inverse of the minor of coefficients", independent),
        ],
    )


def ideal(step: Step) -> Argument:
    pairs = step.evidence["pairs"]
    summands = sum(len(pair["summands"]) for pair in pairs)
    return Argument(
        [
            *_criterion(step),
            f"For each pair $i < j$, of {len(pairs):,}, a power $(d_i d_j)^k$ is written as a sum of multiples of "
            f"quadrics: {distribution((pair['power'] for pair in pairs), 'power')}, with "
            f"{counted(summands, 'summand')} in all. The polynomial identities are multiplied out.",
            "So where the quadrics vanish each $d_i d_j$ is 0, and only one $d_i$ is not.",
        ],
        [_c_inverse(step), *(_cofactors(k, pair) for k, pair in enumerate(pairs[:12]))],
    )


def _cofactors(k: int, pair: Mapping[str, Any]) -> Exhibit:
    title = f"pair {k}, power {pair['power']}: coefficient, exponents of $d$, rows of the quadric"
    return exhibits.numbers(title, pair["summands"][:40])


def points_modulo_prime(step: Step) -> Argument:
    n, terms = step.evidence["modulus"], step.terms
    sentences = [
        *_criterion(step),
        f"Over $GF({n})$ all {counted((n**terms - 1) // (n - 1), 'point')} $d$ with leading coordinate 1 are tried: "
        "the quadrics have no common zero with two or more nonzero coordinates.",
    ]
    if not step.characteristic:
        sentences.append(
            f"For each of the {counted(terms, 'axis', 'axes')} $r$ the coefficients of the $d_r d_j$ in the quadrics "
            f"have rank {terms - 1} modulo {n}. So a rational common zero, scaled to coprime integers, which modulo "
            f"{n} is on an axis, is on that axis itself: the lowest power of the prime in its other coordinates would "
            "give a vector in a kernel that is 0."
        )
    return Argument(sentences, [_c_inverse(step)])


def smooth_point(step: Step) -> Argument:
    unique, above, below = step.premises
    return Argument(
        [
            f"General sums of {counted(step.terms, 'term')} of this size have one decomposition ({unique.name}).",
            f"At these terms the tangent spaces are independent, of dimension {below.rank} together ({below.name}), "
            "and the forms that are singular at the terms bound the tangent space of the variety of all such sums by "
            f"the same number, {above.rank} ({above.name}): the sum is a smooth point of that variety.",
            "Over a smooth point the decompositions form a connected set, by Zariski's main theorem, in which the "
            "given one is isolated. So it is the only one.",
        ]
    )


def second_decomposition(step: Step) -> Argument:
    root, term, differences = (step.evidence[key] for key in ("root", "term", "differences"))
    shape = [len(factor) for factor in step.claim["factors"]]
    sentences = [
        f"{counted(step.terms, 'other term')}, none of them zero, sum to the same tensor in all {prod(shape):,} "
        "entries.",
        f"Term {term} of {step.of} is none of them: it differs from each, in turn at the entries "
        f"{_places(differences)}.",
    ]
    if root is not None:
        sentences.insert(0, algebraic(root))
    return Argument(
        sentences,
        [
            exhibit
            for k, rows in enumerate(step.evidence["factors"])
            for exhibit in [exhibits.matrix(f"factor {k} of the second decomposition", rows)]
        ],
    )


def _places(differences: Sequence[Sequence[int]], most: int = 8) -> str:
    shown = [f"$({', '.join(map(str, place))})$" for place in differences[:most]]
    left = len(differences) - len(shown)
    return listed([*shown, f"{left:,} more"] if left else shown)


def algebraic(root: Mapping[str, Any]) -> str:
    """What the letter t stands for in entries that are no rational numbers."""
    ends = root["interval"]
    where = f" between {number(ends[0])} and {number(ends[1])}, where its sign changes" if ends else ", no matter which"
    return f"Entries are polynomials in $t$, which stands for a root of ${number(root['polynomial'])}${where}."


EXPLAINED = {
    "rank-one": rank_one,
    "kruskal": kruskal,
    "lovitz-petrov": lovitz_petrov,
    "compound": compound,
    "ideal": ideal,
    "points-modulo-prime": points_modulo_prime,
    "smooth-point": smooth_point,
    "second-decomposition": second_decomposition,
}
