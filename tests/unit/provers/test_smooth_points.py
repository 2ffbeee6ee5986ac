"""Uniqueness at smooth points: beyond Kruskal's theorem, and not where decompositions are not unique."""

from __future__ import annotations

from random import Random

import pytest

from algebra_tnn import CP, Certificate, EssentiallyUnique, Field, Q, R, Shortfall, provers, rank, verify
from algebra_tnn.provers.smooth_points import tangent_vectors


def random_sum(shape: tuple[int, ...], terms: int, seed: int = 1) -> CP:
    draw = Random(seed)
    return CP.from_factors(*[[[draw.randrange(-4, 5) for _ in range(terms)] for _ in range(n)] for n in shape])


def reason(T: CP, field: Field = Q) -> str:
    result = provers.smooth_point(EssentiallyUnique(T, field))
    assert isinstance(result, Shortfall)
    return result.reason


@pytest.mark.parametrize(("shape", "terms"), [((2, 2, 3), 2), ((5, 5, 5), 7), ((3, 3, 3, 3), 6)])
def test_beyond_kruskal(shape: tuple[int, ...], terms: int) -> None:
    """k-ranks are at most the sizes: 5 + 5 + 5 < 2·7 + 2, and the modes of 3×3×3×3 in three groups have 3 + 3 + 6."""
    verdict = verify(EssentiallyUnique(random_sum(shape, terms), R), by=provers.smooth_point)
    assert (verdict.status, verdict.rule, verdict.trusts, verdict.extensions) == ("proved", "smooth-point", (), True)


def test_unique_uses_it_last() -> None:
    verdict = verify(EssentiallyUnique(random_sum((5, 5, 5), 7)))
    assert (verdict.status, verdict.rule) == ("proved", "smooth-point")


def test_forms_that_are_missing() -> None:
    assert reason(random_sum((5, 5, 5), 8)) == "4 forms that are singular at the terms are found, 21 are needed"
    assert reason(random_sum((3, 3, 3), 4)) == "tangent spaces have 28 dimensions together, and there are 27"


def test_dependent_tangent_spaces() -> None:
    """Two terms with the same first and second vector: one family of decompositions."""
    T = CP.from_factors(
        [[1, 1, 0], [0, 0, 1], [0, 0, 0]], [[1, 1, 0], [0, 0, 1], [0, 0, 0]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    )
    assert reason(T) == "the tangent spaces of the terms are not found to have 21 dimensions together"
    assert verify(EssentiallyUnique(T)).status == "refuted"


def test_general_decompositions_that_are_not_unique() -> None:
    """Six terms in 4×4×4 have two decompositions in general; five in 2×2×2×2×2, too, if no form is missing before."""
    found = reason(random_sum((4, 4, 4), 6))
    assert found.endswith("are needed") or found.startswith("that general decompositions are unique is not proved")


def test_finite_fields_and_fractions() -> None:
    assert reason(random_sum((2, 2, 3), 2), Field.named("GF(5)")) == "the rule is for characteristic 0, not for GF(5)"
    halves = CP.from_factors([["1/2", 1], [1, "2/3"]], [[1, 1], [1, 2]], [[1, 0], [0, 1], ["3/7", 5]])
    assert isinstance(provers.smooth_point(EssentiallyUnique(halves)), Certificate)
    assert verify(EssentiallyUnique(halves), by=provers.smooth_point).status == "proved"


def test_tangent_vectors() -> None:
    T = random_sum((2, 3, 4), 2)
    rows = tangent_vectors(T)
    assert (len(rows), len(rows[0])) == (2 * 9, 24)
    assert rank(rows) == 2 * 7  # in each term two of the factors may be normalized
    assert rows[0] == tuple(T.factors[1][i][0] * T.factors[2][j][0] for i in range(3) for j in range(4)) + (0,) * 12
