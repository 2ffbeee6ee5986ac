"""Open conditions at one point."""

from __future__ import annotations

import pytest

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import EssentiallyUnique
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.identifiability import generic_kruskal, generic_uniqueness
from algebra_tnn.verification import verify

from .shapes import claim, network, segre, veronese


@pytest.mark.parametrize(
    ("shape", "premise"),
    [
        (segre(2, 3, terms=1), "rank-one"),
        (network((3, 2, 2), 2), "kruskal"),
        (veronese(3, 5, 6), "kruskal"),
        (network((3, 4, 3), 3), "compound"),
        (network((4, 6, 6), 2), "compound"),
        (segre(3, 3, 5, terms=4), "compound"),
    ],
    ids=str,
)
def test_without_trust(shape: PowerSum, premise: str) -> None:
    verdict = verify(claim(shape), by=generic_uniqueness)
    assert (verdict.status, verdict.trusts, verdict.rule, verdict.extensions) == ("proved", (), "generic-point", True)
    assert verdict.certificate is not None
    [found] = verdict.certificate.premises
    assert isinstance(found.claim, EssentiallyUnique) and found.rule == premise
    assert found.claim.decomposition.order == sum(shape.exponents)
    modes = [mode for group in found.evidence.get("grouping", [range(sum(shape.exponents))]) for mode in group]
    assert sorted(modes) == list(range(sum(shape.exponents)))


@pytest.mark.parametrize("shape", [segre(4, 4, 4, terms=5), veronese(6, 3, 8), network((4, 5, 4), 2)], ids=str)
def test_kruskal(shape: PowerSum) -> None:
    verdict = verify(claim(shape), by=generic_kruskal)
    assert (verdict.status, verdict.trusts) == ("proved", ("Kruskal1977",))


def test_kruskal_bound() -> None:
    """r ≥ (2 d1 − min(d1, d2)) / (min(d1, d0) − 1) is what is proved for two layers, and no rule contradicts more."""
    for inputs, hidden, outputs in [(2, 2, 1), (2, 3, 1), (3, 3, 2), (3, 4, 1), (2, 3, 3)]:
        for degree in range(2, 6):
            enough = degree * (min(hidden, inputs) - 1) >= 2 * hidden - min(hidden, outputs)
            found = generic_kruskal(claim(network((inputs, hidden, outputs), degree)))
            assert isinstance(found, Certificate) or not enough


def test_shortfalls() -> None:
    found = generic_uniqueness(claim(network((3, 5, 3), 3)))
    reason = "factors in three groups have ranks at most 5 + 3 + 3; R = 5, 2R + 2 = 12"
    assert found == generic_kruskal(claim(network((3, 5, 3), 3))) == Shortfall("generic-point", reason)
    many = "k-ranks 30 + 30 + 30 would do, but 847660528 sets of columns are too many: up to 1000000 are tried"
    assert generic_kruskal(claim(segre(30, 30, 30, terms=40))) == Shortfall("generic-point", many)
    found = generic_uniqueness(claim(network((4, 7, 7), 2)))
    assert isinstance(found, Shortfall) and "20 independent quadrics, R(R−1)/2 = 21 are needed" in found.reason
    found = generic_uniqueness(claim(PowerSum((3,), (1,), 1)))
    assert isinstance(found, Shortfall) and "linear forms" in found.reason
    found = generic_uniqueness(claim(segre(2, 2, terms=2)))
    assert isinstance(found, Shortfall) and "no products of three groups" in found.reason
