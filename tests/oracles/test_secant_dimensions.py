"""Dimensions of secant varieties: tables from the literature, and a construction that shares nothing with the package.

Below, ``(s: a/b)`` means that the s-th secant variety has dimension a where b is expected; dimensions of cones.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement
from math import comb, prod
from typing import TypeAlias

import numpy as np
import pytest
from flint import fmpz_mat

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.explore import dimension, generic_rank
from algebra_tnn.varieties import (
    Grassmannian,
    Segre,
    SegreVeronese,
    Variety,
    Veronese,
    secant_rank,
    secant_ranks,
)
from algebra_tnn.varieties.boxes import box_rank

Form: TypeAlias = dict[tuple[int, ...], int]  # exponents of all variables of all factors: coefficient


def defects(variety: Variety, rank: int) -> dict[int, tuple[int, int]]:
    """The secant varieties below the generic rank that are smaller than expected; the generic rank is asserted."""
    ranks = secant_ranks(variety, rank)
    assert ranks[-1] == variety.ambient
    assert rank == 1 or ranks[-2] < variety.ambient
    expected = [min(variety.ambient, s * variety.dimension) for s in range(1, rank + 1)]
    return {s: (a, b) for s, (a, b) in enumerate(zip(ranks, expected, strict=True), start=1) if a != b}


SEGRE = {
    (2, 2, 2): (2, {}),
    (2, 2, 3): (3, {}),
    (2, 2, 4): (4, {3: (15, 16)}),
    (2, 3, 3): (3, {}),
    (2, 3, 4): (4, {}),
    (2, 3, 5): (5, {4: (28, 30)}),
    (2, 3, 6): (6, {4: (32, 36), 5: (35, 36)}),
    (3, 3, 3): (5, {4: (26, 27)}),
    (3, 3, 4): (5, {}),
    (3, 3, 5): (5, {}),
    (3, 3, 6): (6, {}),
    (3, 4, 4): (6, {5: (44, 45)}),
    (3, 4, 5): (6, {}),
    (3, 5, 5): (8, {7: (74, 75)}),
    (3, 7, 7): (11, {10: (146, 147)}),
    (4, 4, 4): (7, {}),
    (4, 4, 5): (8, {}),
    (5, 5, 5): (10, {}),
    (2, 2, 2, 2): (4, {3: (14, 15)}),
    (2, 2, 2, 3): (4, {}),
    (2, 2, 3, 3): (6, {5: (34, 35)}),
    (2, 2, 4, 4): (8, {7: (62, 63)}),
    (2,) * 5: (6, {}),
    (2,) * 6: (10, {}),
    (3,) * 4: (9, {}),
    (2, 3, 3, 3): (7, {}),
    (2, 2, 2, 2, 3): (7, {}),
}


@pytest.mark.parametrize(("shape", "known"), SEGRE.items(), ids=str)
def test_segre(shape: tuple[int, ...], known: tuple[int, dict[int, tuple[int, int]]]) -> None:
    """Strassen 1983, Lickteig 1985, Abo, Ottaviani and Peterson 2009: all defective cases here."""
    rank, defective = known
    assert defects(Segre(shape), rank) == defective


SEGRE_VERONESE = {  # by the number of outputs, that of inputs, and the degree
    (3, 4, 2): (6, {5: (29, 30)}),
    (5, 4, 2): (7, {6: (47, 48)}),
    (6, 3, 2): (6, {5: (35, 36)}),
    (2, 3, 3): (6, {5: (19, 20)}),
    (2, 2, 2): (2, {}),
    (2, 3, 2): (3, {}),
    (3, 3, 2): (4, {}),
    (4, 4, 2): (6, {}),
    (5, 5, 2): (9, {}),
    (3, 3, 3): (6, {}),
    (4, 4, 3): (12, {}),
    (3, 4, 4): (18, {}),
}
VERONESE = {
    (3, 4): (6, {5: (14, 15)}),
    (4, 4): (10, {9: (34, 35)}),
    (5, 4): (15, {14: (69, 70)}),
    (5, 3): (8, {7: (34, 35)}),
}
TABLE = [
    *((Segre(shape), *known) for shape, known in SEGRE.items()),
    *((SegreVeronese((m, n), (1, d)), *known) for (m, n, d), known in SEGRE_VERONESE.items()),
    *((Veronese(n, d), *known) for (n, d), known in VERONESE.items()),
]


@pytest.mark.slow
@pytest.mark.parametrize(("variety", "rank", "defective"), TABLE, ids=str)
def test_the_table_from_both_sides(variety: SegreVeronese, rank: int, defective: dict[int, tuple[int, int]]) -> None:
    """The generic rank and the dimensions below the expected ones are proved, and no theorem is trusted."""
    found = generic_rank(variety)
    assert (found.lower, found.upper, found.trusts) == (rank, rank, ())
    for r, (value, expected) in defective.items():
        bounds = dimension(variety.secant(r))
        assert (bounds.lower, bounds.upper, bounds.expected, bounds.trusts) == (value, value, expected, ())


def found_defects(variety: Variety) -> dict[int, tuple[int, int]]:
    """All secant varieties that are smaller than expected."""
    most = variety.ambient
    return defects(variety, secant_ranks(variety, most).index(most) + 1)


def test_segre_veronese_with_one_linear_factor() -> None:
    """O(1, d) on P^(m−1) × P^(n−1), which are the two-layer polynomial networks with n inputs and m outputs."""
    known = {
        (3, 4, 2): {5: (29, 30)},
        (5, 4, 2): {6: (47, 48)},
        (6, 3, 2): {5: (35, 36)},
        (2, 3, 3): {5: (19, 20)},
    }
    seen = {}
    for m, n, d in ((m, n, d) for m in range(2, 7) for n in range(2, 6) for d in (2, 3, 4)):
        variety = SegreVeronese((m, n), (1, d))
        if variety.ambient <= 130 and (found := found_defects(variety)):
            seen[m, n, d] = found
    assert seen == known


def test_segre_veronese_of_three_by_an_even_number() -> None:
    """O(1, 2) on P² × P^(2k+1) is defective for s = 3k + 2 alone (Ottaviani)."""
    for k in (1, 2, 3):
        variety = SegreVeronese((3, 2 * k + 2), (1, 2))
        assert found_defects(variety) == {3 * k + 2: (variety.ambient - 1, variety.ambient)}


def test_products_of_lines() -> None:
    """Laface and Postinghel 2013: (2, 2a) and (1, 1, 2a) for s = 2a + 1, (2, 2, 2) for s = 7, 1⁴ for s = 3."""
    seen = set()
    for factors in (2, 3, 4, 5):
        for degrees in combinations_with_replacement(range(1, 7), factors):
            variety = SegreVeronese((2,) * factors, degrees)
            if variety.ambient <= 100:
                seen |= {(degrees, s, expected - found) for s, (found, expected) in found_defects(variety).items()}
    even = (2, 4, 6)
    known = {((2, e), e + 1, 1) for e in even} | {((1, 1, e), e + 1, 1) for e in even}
    assert seen == known | {((2, 2, 2), 7, 1), ((1, 1, 1, 1), 3, 1)}


def test_alexander_hirschowitz() -> None:
    """Powers of linear forms: the four exceptions, and quadrics."""
    seen = {}
    for n, degree in ((n, degree) for n in range(1, 9) for degree in range(3, 12)):
        if comb(n + degree - 1, degree) <= 130 and (found := found_defects(Veronese(n, degree))):
            seen[n, degree] = found
    assert seen == {(3, 4): {5: (14, 15)}, (4, 4): {9: (34, 35)}, (5, 4): {14: (69, 70)}, (5, 3): {7: (34, 35)}}


@pytest.mark.parametrize(("n", "degree", "s", "dimension"), [(6, 3, 10, 56), (3, 6, 9, 27), (4, 3, 5, 20)])
def test_alexander_hirschowitz_controls(n: int, degree: int, s: int, dimension: int) -> None:
    assert secant_rank(Veronese(n, degree), s).value == dimension


def test_matrices_quadrics_and_two_forms() -> None:
    """Matrices, symmetric and skew ones of bounded rank have dimensions that everyone knows."""
    for n in range(2, 9):
        quadrics, skew = secant_ranks(Veronese(n, 2), n), secant_ranks(Grassmannian(2, n), n)
        assert quadrics == tuple(s * n - comb(s, 2) for s in range(1, n + 1))
        assert skew == tuple(s * (2 * n - 2 * s - 1) if 2 * s < n else comb(n, 2) for s in range(1, n + 1))
        for m in range(1, n + 1):
            assert secant_ranks(Segre((m, n)), m) == tuple(s * (m + n - s) for s in range(1, m + 1))


GRASSMANNIANS = {
    (3, 6): {},
    (3, 7): {3: (34, 35)},
    (3, 8): {},
    (4, 8): {3: (50, 51), 4: (64, 68)},
    (3, 9): {4: (74, 76)},
    (4, 9): {},
    (3, 10): {},
    (4, 10): {},
    (5, 10): {},
    (3, 11): {},
}


@pytest.mark.parametrize(("planes", "defective"), GRASSMANNIANS.items(), ids=str)
def test_grassmannians(planes: tuple[int, int], defective: dict[int, tuple[int, int]]) -> None:
    """Catalisano, Geramita and Gimigliano 2005, Baur, Draisma and de Graaf 2007: these exceptions and no others."""
    assert found_defects(Grassmannian(*planes)) == defective


def test_unbalanced_segre() -> None:
    """K^a ⊗ K^b ⊗ K^c with c ≥ m = (a − 1)(b − 1) + 1: σ_s is s (ab + c − s) for m ≤ s ≤ min(c, ab), matrices' size."""
    for a, b, c in [(2, 2, 5), (2, 3, 7), (3, 3, 10), (3, 3, 7), (2, 4, 9)]:
        first, last = (a - 1) * (b - 1) + 1, min(c, a * b)
        ranks = secant_ranks(Segre((a, b, c)), last)
        assert ranks[first - 1 :] == tuple(s * (a * b + c - s) for s in range(first, last + 1))


def three_factor_formats(largest: int) -> Iterator[tuple[tuple[int, int, int], int]]:
    """The formats with 2 ≤ a ≤ b ≤ c ≤ largest, with the ranks on both sides of the expected generic one."""
    for a, b, c in combinations_with_replacement(range(2, largest + 1), 3):
        full, remainder = divmod(a * b * c, a + b + c - 2)
        yield (a, b, c), full
        if remainder:
            yield (a, b, c), full + 1


def boxes_against_random_points(largest: int, volume: float) -> dict[str, int]:
    """Boxes never exceed random points; how often they prove the dimension, or fall short of it, or it is defective."""
    outcomes: dict[str, int] = defaultdict(int)
    for shape, r in three_factor_formats(largest):
        variety = Segre(shape)
        generic = secant_rank(variety, r, generic=True)
        bound = box_rank(variety, r, volume, modulus=PRIME, rng=np.random.default_rng(0))
        assert bound <= generic.value
        reached = "proved" if bound == generic.value else "inconclusive"
        outcomes[reached if generic.is_expected else "defective"] += 1
    return outcomes


def test_boxes_on_small_formats() -> None:
    outcomes = boxes_against_random_points(6, 27.0)
    assert outcomes["defective"] == 9
    assert outcomes["inconclusive"] <= 3
    assert sum(outcomes.values()) == 59


@pytest.mark.slow
@pytest.mark.parametrize(("volume", "inconclusive"), [(12.0, 12), (27.0, 5), (64.0, 2)])
def test_boxes_on_all_formats_up_to_eight(volume: float, inconclusive: int) -> None:
    """Of 123 cases that are not defective the smallest boxes leave a few open, the largest ones perhaps none."""
    outcomes = boxes_against_random_points(8, volume)
    assert outcomes["defective"] == 26
    assert outcomes["inconclusive"] <= inconclusive
    assert sum(outcomes.values()) == 149


@pytest.mark.parametrize(
    ("shape", "r"),
    [
        ((20, 20, 20), 137),
        ((12, 17, 23), 93),
        pytest.param((20, 20, 20), 138, marks=pytest.mark.slow),
        pytest.param((11, 11, 11, 11), 357, marks=pytest.mark.slow),
        pytest.param((5, 6, 7, 8, 6), 360, marks=pytest.mark.slow),
    ],
    ids=str,
)
def test_large_formats_are_not_defective(shape: tuple[int, ...], r: int) -> None:
    found = secant_rank(Segre(shape), r)
    assert found.is_expected and found.method == "boxes"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shape", "r"),
    [((25, 25, 25), 215), ((24, 20, 32), 207), ((40, 40, 40), 542), ((60, 60, 60), 1214), ((7,) * 5, 542)],
    ids=str,
)
def test_larger_formats_are_not_defective(shape: tuple[int, ...], r: int) -> None:
    assert secant_rank(Segre(shape), r).is_expected


# A construction that shares nothing with the package: forms are multiplied out with their binomial coefficients, planes
# are general, all derivatives are taken, redundant or not, and the rank is FLINT's over Q.


def multiplied(f: Form, g: Form) -> Form:
    result: Form = defaultdict(int)
    for a, x in f.items():
        for b, y in g.items():
            result[tuple(i + j for i, j in zip(a, b, strict=True))] += x * y
    return result


def linear_forms(shape: Sequence[int], draw: random.Random) -> list[Form]:
    """One random linear form per factor, in variables of its own."""
    total = sum(shape)
    unit = [tuple(int(i == j) for j in range(total)) for i in range(total)]
    forms, start = [], 0
    for n in shape:
        forms.append({unit[i]: draw.randint(-9, 9) for i in range(start, start + n)})
        start += n
    return forms


def tangent_forms(shape: Sequence[int], degrees: Sequence[int], draw: random.Random) -> Iterator[Form]:
    """ℓ₁^d₁ ⋯ ℓ_f^(d_f − 1) x ⋯ ℓ_k^d_k for every factor f and every variable x of it, at one random point."""
    forms = linear_forms(shape, draw)
    for factor in range(len(shape)):
        others: Form = {(0,) * sum(shape): 1}
        for other, degree in enumerate(degrees):
            for _ in range(degree - (other == factor)):
                others = multiplied(others, forms[other])
        for variable in forms[factor]:
            yield multiplied(others, {variable: 1})


def rank_of_forms(forms: Sequence[Form]) -> int:
    monomials = sorted({monomial for form in forms for monomial in form})
    rows = [[form.get(monomial, 0) for monomial in monomials] for form in forms]
    return int(fmpz_mat(rows).rank())


@pytest.mark.parametrize(
    ("shape", "degrees", "r"),
    [
        ((2, 2, 2), (1, 1, 1), 1),
        ((2, 3, 4), (1, 1, 1), 3),
        ((3, 3, 3), (1, 1, 1), 4),
        ((3, 3, 3), (1, 1, 1), 5),
        ((2, 2, 2, 2), (1, 1, 1, 1), 3),
        ((4, 4, 3), (1, 1, 1), 5),
        ((3,), (4,), 5),
        ((4,), (3,), 4),
        ((2,), (7,), 3),
        ((3, 4), (1, 2), 5),
        ((2, 3), (1, 3), 4),
        ((2, 2, 2), (2, 1, 1), 3),
        ((3, 3), (2, 2), 7),
    ],
    ids=str,
)
def test_segre_veronese_against_forms_over_q(shape: tuple[int, ...], degrees: tuple[int, ...], r: int) -> None:
    draw = random.Random(1)
    forms = [form for _ in range(r) for form in tangent_forms(shape, degrees, draw)]
    assert len(forms) == r * sum(shape)
    variety = SegreVeronese(shape, degrees)
    assert len({monomial for form in forms for monomial in form}) == variety.ambient
    assert secant_rank(variety, r).value == rank_of_forms(forms)


def determinant(rows: Sequence[Sequence[int]]) -> int:
    if not rows:
        return 1
    return sum(
        (-1) ** j * x * determinant([[*row[:j], *row[j + 1 :]] for row in rows[1:]]) for j, x in enumerate(rows[0])
    )


@pytest.mark.parametrize(("k", "n", "r"), [(2, 4, 1), (2, 5, 2), (3, 6, 1), (3, 6, 2), (3, 7, 3), (2, 6, 2), (4, 7, 2)])
def test_grassmannians_against_determinants_over_q(k: int, n: int, r: int) -> None:
    draw = random.Random(1)
    vectors = []
    for _ in range(r):
        plane = [[draw.randint(-9, 9) for _ in range(n)] for _ in range(k)]
        for i in range(k):
            for j in range(n):
                moved = [*plane[:i], [int(column == j) for column in range(n)], *plane[i + 1 :]]
                vectors.append([determinant([[row[c] for c in C] for row in moved]) for C in combinations(range(n), k)])
    assert secant_rank(Grassmannian(k, n), r).value == int(fmpz_mat(vectors).rank())


def test_brute_force_of_two_by_two_by_two() -> None:
    """Terracini's lemma where the secant variety can be counted: modulo 3, sums of two rank-one tensors are dense.

    An irreducible variety of dimension d has about 3^d points over GF(3), so counting tells 8 from 7, all tensors from
    a hypersurface; the first secant variety, of dimension 4, has (3^2 − 1)³/4 + 1 = 129 points.
    """
    p = 3
    vectors = [(x, y) for x in range(p) for y in range(p)]
    cone = {
        tuple(prod(t) % p for t in ((x, y, z) for x in a for y in b for z in c))
        for a in vectors
        for b in vectors
        for c in vectors
    }
    sums = {tuple((x + y) % p for x, y in zip(s, t, strict=True)) for s in cone for t in cone}
    assert len(cone) == 129
    assert len(sums) > p**7
    assert secant_ranks(Segre((2, 2, 2)), 2) == (4, 8)
