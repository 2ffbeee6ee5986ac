from __future__ import annotations

import pytest

from algebra_tnn import checker
from algebra_tnn.claims import DimensionAtLeast, DimensionAtMost
from algebra_tnn.explore import generic_rank, generic_ranks
from algebra_tnn.varieties import Segre, SegreVeronese, Veronese


@pytest.mark.parametrize(
    ("variety", "rank", "expected"),
    [
        (Segre((2, 2, 2)), 2, 2),
        (Segre((3, 3, 3)), 5, 4),
        (Segre((2, 3, 5)), 5, 4),
        (Segre((3, 3)), 3, 2),
        (Segre((2, 1, 2)), 2, 2),
        (Veronese(3, 4), 6, 5),
        (Veronese(4, 2), 4, 3),
        (SegreVeronese((2, 3), (1, 3)), 6, 5),
    ],
    ids=str,
)
def test_both_sides(variety: SegreVeronese, rank: int, expected: int) -> None:
    found = generic_rank(variety)
    assert found.meet and (found.lower, found.expected, found.trusts) == (rank, expected, ())
    below, above = found.certificates
    assert isinstance(below.claim, DimensionAtMost) and isinstance(above.claim, DimensionAtLeast)
    assert below.claim.law == variety.secant(rank - 1).law() and below.claim.rank < variety.ambient
    assert above.claim.law == variety.secant(rank).law() and above.claim.rank == variety.ambient
    assert [checker.check(certificate.to_json()).answer for certificate in (below, above)] == ["accepted"] * 2


def test_a_variety_that_is_its_space() -> None:
    found = generic_rank(Segre((1, 4)))
    assert (found.lower, found.upper, found.below) == (1, 1, None)
    assert [type(certificate.claim) for certificate in found.certificates] == [DimensionAtLeast]


def test_explanation() -> None:
    found = generic_rank(Segre((2, 2, 2)))
    assert found.explanation.splitlines() == [
        "generic rank = 2 (proved)",
        "  Segre 2×2×2, over algebraically closed fields of characteristic 0",
        "  dimension 4 of 8, so that 2 is expected",
        "  ≥ 2: σ_1 does not fill, its dimension is ≤ 4 by secant-count: 1 term of dimension 4",
        "  ≤ 2: σ_2 fills, its dimension is ≥ 8 by a minor of the Jacobian at one point",
        "  typical ranks over R: 2, 3: the slices have n different real eigenvalues, or some that are not real",
        "  over C every point of the space is a sum of at most 4 points (statement A20)",
        "  trusts no published theorem",
    ]
    assert found.to_dict()["typical"] == [2, 3] and generic_rank(Segre((2, 2, 2, 2))).to_dict()["typical"] is None
    assert "generic rank = 2" in found._repr_html_()


def test_bounds_that_do_not_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the random points are bad, or a minor is too large, what is left is still true."""
    monkeypatch.setattr(generic_ranks, "probable_generic_rank", lambda variety, seed: 7)
    found = generic_rank(Segre((3, 3, 3)))
    assert (found.lower, found.upper, found.meet) == (5, 7, False)
    assert found.explanation.startswith("5 ≤ generic rank ≤ 7 (proved)\n")
    monkeypatch.setattr(generic_ranks, "probable_generic_rank", lambda variety, seed: 4)
    found = generic_rank(Segre((3, 3, 3)))
    assert (found.lower, found.upper, found.above) == (4, 27, None)
    assert "  ≤ 27: the points span the space\n" in found.explanation
