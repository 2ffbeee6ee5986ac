"""The Hessian test, against the table of what it proves and of where it is known to fail."""

from __future__ import annotations

import pytest

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.exact import prime_field
from algebra_tnn.laws import Law
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.identifiability import bronowski, generic_kruskal, generic_uniqueness, tangential_contact
from algebra_tnn.verification import verify

from .shapes import NumberOfDecompositions, claim, network, segre, veronese

ONE = [
    segre(3, 3, 3, terms=3),
    segre(2, 2, 2, 2, 2, terms=4),
    segre(3, 3, 4, terms=4),
    segre(3, 3, 5, terms=4),
    segre(2, 2, 2, 2, terms=2),
    segre(2, 2, 2, 3, terms=3),
    veronese(3, 6, 8),
    veronese(4, 4, 7),
    veronese(3, 4, 4),
    veronese(3, 5, 6),
    veronese(4, 3, 4),
    veronese(3, 3, 3),
    network((3, 5, 3), 3),
    network((3, 6, 4), 3),
    network((4, 6, 2), 3),
    network((3, 6, 2), 4),
    network((3, 6, 3), 4),
    network((3, 4, 3), 3),
    network((3, 3, 3), 2),
    network((4, 5, 4), 2),
    network((2, 3, 2), 4),
]
LARGER = [
    segre(4, 4, 4, terms=5),
    segre(4, 4, 3, terms=4),
    segre(3, 4, 5, terms=5),
    segre(6, 6, 3, terms=7),
    segre(5, 5, 5, terms=8),
    segre(5, 5, 5, terms=9),
    veronese(6, 3, 8),
    network((4, 6, 6), 2),
]
SEVERAL = [  # two decompositions each, or six for 6×6×3; the tangent spaces are independent
    (segre(4, 4, 4, terms=6), 8, 9),
    (segre(2, 2, 2, 2, 2, terms=5), 4, 5),
    (segre(6, 6, 3, terms=8), 8, 12),
    (veronese(3, 6, 9), 1, 2),
    (veronese(4, 4, 8), 2, 3),
    (veronese(6, 3, 9), 4, 5),
]
DEFECTIVE = [
    (segre(4, 4, 3, terms=5), 44),
    (segre(2, 2, 2, 2, terms=3), 14),
    (network((4, 5, 3), 2), 29),
    (network((3, 5, 2), 3), 19),
    (network((4, 6, 5), 2), 47),
]


@pytest.mark.parametrize("shape", [*ONE, *(pytest.param(shape, marks=pytest.mark.slow) for shape in LARGER)], ids=str)
def test_one_decomposition(shape: PowerSum) -> None:
    verdict = verify(claim(shape), by=tangential_contact)
    assert (verdict.status, verdict.trusts, verdict.extensions) == ("proved", (), True)


@pytest.mark.parametrize(("shape", "rank", "needed"), SEVERAL, ids=str)
def test_several_decompositions(shape: PowerSum, rank: int, needed: int) -> None:
    reason = f"the Hessians of the forms singular at all terms have rank {rank}, {needed} is needed"
    assert tangential_contact(claim(shape)) == Shortfall("tangential-contact", reason)


@pytest.mark.parametrize(("shape", "rank"), DEFECTIVE, ids=str)
def test_defective(shape: PowerSum, rank: int) -> None:
    reason = f"the tangent spaces at random terms have rank {rank}, {rank + 1} is needed"
    assert tangential_contact(claim(shape)) == Shortfall("tangential-contact", reason)


@pytest.mark.parametrize("shape", [shape for shape, *_ in [*SEVERAL, *DEFECTIVE]], ids=str)
def test_no_rule_contradicts_the_exceptions(shape: PowerSum) -> None:
    assert all(isinstance(rule(claim(shape)), Shortfall) for rule in (generic_uniqueness, generic_kruskal, bronowski))


def test_shortfalls() -> None:
    filled, small = network((4, 7, 7), 2), network((3, 5, 5), 2)
    fill = "the tangent spaces fill all 70 dimensions, and no form is singular"
    assert tangential_contact(claim(filled)) == Shortfall("tangential-contact", fill)
    many = "tangent spaces have 35 dimensions together, and there are 30"
    assert tangential_contact(claim(small)) == Shortfall("tangential-contact", many)
    several = "the rule proves that there is one decomposition, not 8"
    assert tangential_contact(claim(filled, 8)) == Shortfall("tangential-contact", several)
    large = tangential_contact(claim(veronese(60, 3, 40)))
    assert isinstance(large, Shortfall) and "more than 800 rows" in large.reason


def test_other_claims() -> None:
    law = Law.trace(lambda x, W: (W @ x).sum(0), {"x": (2,)}, {"W": (2, 2)})
    found = tangential_contact(NumberOfDecompositions(law, 1))
    assert isinstance(found, Shortfall) and "the law is no sum of products of powers" in found.reason
    found = tangential_contact(NumberOfDecompositions(veronese(2, 4, 2).law, 1, prime_field(7)))
    assert isinstance(found, Shortfall) and "not over GF(7)" in found.reason


def test_numbers_alone() -> None:
    """One term in one variable: no tangent space, no Hessian."""
    found = tangential_contact(claim(veronese(1, 3, 1)))
    assert isinstance(found, Certificate) and found.evidence["forms"] == []
    assert verify(found.claim, by=lambda _: found).status == "proved"
