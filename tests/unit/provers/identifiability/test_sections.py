"""Linear sections of varieties, and one term more."""

from __future__ import annotations

from math import comb

import pytest

from algebra_tnn.certificates import Shortfall
from algebra_tnn.claims import NotEssentiallyUnique
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers import DECOMPOSITIONS, rank_one_point
from algebra_tnn.provers.dimensions import generic_rank
from algebra_tnn.provers.identifiability import bronowski, linear_section, number_in_linear_section
from algebra_tnn.tensors import CP
from algebra_tnn.verification import verify

from .shapes import claim, network, segre, veronese

TEXTBOOK = ("ArbarelloCornalbaGriffithsHarris1985",)


@pytest.mark.parametrize(
    ("shape", "count"),
    [
        (segre(3, 3, 5, terms=5), 6),
        (segre(3, 3, 5, terms=4), 1),
        (segre(2, 4, 4, terms=4), 1),
        (segre(2, 2, 2, terms=2), 1),
        (segre(3, 4, 7, terms=7), comb(10, 7)),
        (network((3, 4, 4), 2), 1),
        (network((4, 7, 7), 2), 8),
        (network((5, 11, 11), 2), 4368),
        (network((2, 3, 3), 3), 1),
        (PowerSum((2, 2, 10), (3, 2, 1), 10), 66),
    ],
    ids=str,
)
def test_numbers(shape: PowerSum, count: int) -> None:
    assert number_in_linear_section(shape) == count
    verdict = verify(claim(shape, count), by=linear_section)
    assert (verdict.status, verdict.trusts, verdict.extensions) == ("proved", TEXTBOOK, True)
    assert verify(claim(shape, count + 1), by=linear_section).status == "undecided"


@pytest.mark.parametrize("shape", [segre(3, 3, 5, terms=5), network((4, 7, 7), 2)], ids=str)
def test_another_decomposition_is_rational(shape: PowerSum) -> None:
    """One more point of a section through rational points is rational, if there is one more only."""
    draw = Draw(1, 5)
    matrices = [tuple(tuple(int(x) for x in row) for row in draw.array((n, shape.terms))) for n in shape.sizes]
    point = CP(tuple(matrix for matrix, e in zip(matrices, shape.exponents, strict=True) for _ in range(e)))
    assert verify(NotEssentiallyUnique(point), by=rank_one_point).status == "proved"


def test_infinitely_many() -> None:
    found = linear_section(claim(network((3, 5, 5), 2)))
    assert isinstance(found, Shortfall) and found.reason.endswith("the number is infinite")
    assert number_in_linear_section(network((3, 5, 5), 2)) is None
    verdict = verify(claim(network((3, 5, 5), 2)))
    assert (verdict.status, verdict.trusts) == ("refuted", ())


def test_no_wide_block() -> None:
    for shape in (network((4, 5, 4), 2), veronese(3, 3, 3), PowerSum((3, 7), (1, 2), 4)):
        found = linear_section(claim(shape))
        assert isinstance(found, Shortfall) and "no block of exponent 1 has a size of at least" in found.reason


def test_bronowski() -> None:
    verdict = verify(claim(network((3, 5, 3), 3)), by=bronowski)
    assert (verdict.status, verdict.trusts) == ("proved", ("MassarentiMella2022",))
    found = bronowski(claim(network((4, 6, 6), 2)))
    assert found == Shortfall("bronowski", "7 terms need 63 dimensions, and there are 60")
    found = bronowski(claim(segre(4, 4, 3, terms=4)))
    assert isinstance(found, Shortfall) and "45 is asked, the rank at a random point is 44" in found.reason


@pytest.mark.slow
@pytest.mark.parametrize(("size", "terms"), [(8, 22), (10, 34), (12, 49)])
def test_bronowski_box_by_box(size: int, terms: int) -> None:
    """The last number of terms for which one term more has room, in cubes."""
    shape = segre(size, size, size, terms=terms)
    assert (terms + 2) * (3 * size - 2) > size**3
    verdict = verify(claim(shape), by=bronowski)
    assert (verdict.status, verdict.trusts) == ("proved", ("MassarentiMella2022",))
    assert verdict.certificate is not None
    assert verdict.certificate.premises[0].rule == "block-minors"


def test_bronowski_in_large_spaces() -> None:
    found = bronowski(claim(segre(21, 21, 21, terms=100)))
    reason = "there are 9261 dimensions; minors in up to 8000 are tried"
    assert found == Shortfall("bronowski", reason)


SMALL = [
    *(PowerSum((n,), (e,), r) for n in (1, 2, 3) for e in (2, 3, 4) for r in range(1, 5)),
    *(PowerSum((m, n), (e, 1), r) for m in (2, 3) for n in (1, 2, 3) for e in (1, 2, 3) for r in range(1, 5)),
    *(PowerSum((2, m, n), (1, 1, 1), r) for m in (2, 3) for n in (2, 3, 4) for r in range(1, 5)),
]


@pytest.mark.slow
def test_rules_agree() -> None:
    """Where one rule proves one decomposition, the dimension is full and no rule proves another number."""
    proved = 0
    for shape in SMALL:
        full = shape.terms * (sum(shape.sizes) - len(shape.sizes) + 1)
        number = number_in_linear_section(shape)
        for prover in DECOMPOSITIONS:
            if verify(claim(shape), by=prover).status == "proved":
                proved += 1
                assert generic_rank(shape.law) == full and number in (1, None), (shape, prover)
    assert proved >= 100
