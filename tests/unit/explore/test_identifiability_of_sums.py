"""Decompositions of general sums of points of Segre–Veronese varieties."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.explore.fibres_of_sums import EXCEPTIONS, fibre_of_secant
from algebra_tnn.explore.identifiability import Identifiability, identifiable
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.tensors.formats import CPFormat, SymmetricCPFormat
from algebra_tnn.varieties import Grassmannian, Secant, Segre, SegreVeronese, Veronese

ONE = [
    (Segre((4, 4, 4)).secant(5), "tangential-contact"),
    (Segre((2, 2, 2, 2, 2)).secant(4), "generic-point"),
    (Segre((3, 3, 5)).secant(4), "generic-point"),
    (Segre((2, 2, 2, 3)).secant(3), "generic-point"),
    (Veronese(3, 6).secant(8), "tangential-contact"),
    (Veronese(4, 4).secant(7), "tangential-contact"),
    (Veronese(2, 7).secant(4), "generic-point"),  # Sylvester's: as many parameters as coefficients
    (SegreVeronese((3, 3), (3, 1)).secant(5), "tangential-contact"),
    (Segre((3, 1, 4)).secant(1), None),
]
MORE = [  # the rows of the published table that the Hessians prove, besides those above
    *(Segre(shape).secant(r) for shape, r in [((3, 3, 3), 3), ((3, 3, 4), 4), ((4, 4, 3), 4), ((3, 4, 5), 5)]),
    *(Segre(shape).secant(r) for shape, r in [((2,) * 4, 2), ((6, 6, 3), 7), ((5, 5, 5), 8), ((5, 5, 5), 9)]),
    *(Veronese(n, d).secant(r) for n, d, r in [(6, 3, 8), (3, 4, 4), (3, 5, 6), (4, 3, 4), (3, 3, 3)]),
    *(SegreVeronese((n, m), (2, 1)).secant(r) for n, r, m in [(4, 6, 6), (3, 3, 3), (4, 5, 4)]),
    *(SegreVeronese((n, m), (3, 1)).secant(r) for n, r, m in [(3, 6, 4), (4, 6, 2), (3, 4, 3)]),
    *(SegreVeronese((n, m), (4, 1)).secant(r) for n, r, m in [(3, 6, 2), (3, 6, 3), (2, 3, 2)]),
]
INFINITELY_MANY = [
    (Segre((4, 4, 3)).secant(5), 44),
    (Segre((2, 2, 2, 2)).secant(3), 14),
    (Veronese(3, 4).secant(5), 14),
    (Segre((3, 3)).secant(2), 8),
    (Segre((2, 2, 2)).secant(9), 8),  # more terms than there are dimensions
    (SegreVeronese((4, 3), (2, 1)).secant(5), 29),
]


def decided(answer: Identifiability) -> tuple[Any, ...]:
    return answer.finite, answer.globally, answer.decompositions


@pytest.mark.parametrize(("secant", "rule"), ONE, ids=str)
def test_one_decomposition(secant: Secant, rule: str | None) -> None:
    answer = identifiable(secant)
    assert (*decided(answer), answer.rule, answer.trusts) == ("proved", "proved", 1, rule, ())
    assert answer.free == answer.dimension.lower == answer.dimension.upper == secant.r * secant.variety.dimension
    assert answer.rescalings == answer.dimension.parameters - answer.free
    assert answer.certificate is not None and checker.check(answer.certificate.to_json()).answer == "accepted"


@pytest.mark.slow
@pytest.mark.parametrize("secant", MORE, ids=str)
def test_one_decomposition_in_more_cases(secant: Secant) -> None:
    answer = identifiable(secant)
    assert (*decided(answer), answer.trusts) == ("proved", "proved", 1, ())


@pytest.mark.parametrize(
    ("secant", "number"),
    [
        (Segre((3, 3, 5)).secant(5), 6),
        pytest.param(Segre((3, 4, 7)).secant(7), 120, marks=pytest.mark.slow),
        pytest.param(SegreVeronese((4, 7), (2, 1)).secant(7), 8, marks=pytest.mark.slow),
    ],
    ids=str,
)
def test_several_decompositions(secant: Secant, number: int) -> None:
    answer = identifiable(secant)
    assert decided(answer) == ("proved", "refuted", number)
    assert (answer.rule, answer.trusts) == ("linear-section", ("ArbarelloCornalbaGriffithsHarris1985",))
    assert f"global: refuted: a general sum has {number} decompositions by linear-section" in answer.explanation


@pytest.mark.parametrize(("secant", "dimension"), INFINITELY_MANY, ids=str)
def test_infinitely_many_decompositions(secant: Secant, dimension: int) -> None:
    answer = identifiable(secant)
    assert (*decided(answer), answer.trusts) == ("refuted", "refuted", None, ())
    assert answer.dimension.upper == dimension < answer.free


@pytest.mark.parametrize(("key", "said"), EXCEPTIONS.items(), ids=str)
def test_what_is_only_in_the_literature(key: Any, said: str) -> None:
    """That the rules are silent on these is what a table of them is for."""
    factors, r = key
    assert factors == tuple(sorted(factors))
    known = fibre_of_secant(SegreVeronese(*zip(*factors, strict=True)).secant(r)).known()
    assert (known.status, known.number, known.reason) == (
        "undecided",
        None,
        f"; in the literature: {said}, not proved here; tried:",
    )


@pytest.mark.slow
@pytest.mark.parametrize("key", EXCEPTIONS, ids=str)
def test_there_finitely_many_are_proved(key: Any) -> None:
    factors, r = key
    answer = identifiable(SegreVeronese(*zip(*factors, strict=True)).secant(r))
    assert (decided(answer), answer.trusts) == (("proved", "undecided", None), ())


def test_an_explanation() -> None:
    assert identifiable(Segre((4, 4, 4)).secant(6)).explanation.splitlines() == [
        "finite: proved: the dimension is 60 = 6 terms × 10",
        "global: undecided; in the literature: two decompositions [ChiantiniOttavianiVannieuwenhoven2014], not proved "
        "here; tried:",
        "  not by generic-point: factors in three groups have ranks at most 4 + 4 + 4; R = 6, 2R + 2 = 14",
        "  not by tangential-contact: the Hessians of the forms singular at all terms have rank 8, 9 is needed",
        "  not by linear-section: no block of exponent 1 has a size of at least 6, the number of terms",
        "  not by bronowski: 7 terms need 70 dimensions, and there are 64",
        "  σ_6 of Segre 4×4×4, in characteristic 0",
        "  trusts no published theorem",
    ]


def test_a_mode_of_size_one_changes_nothing() -> None:
    one, other = identifiable(Segre((3, 1, 3, 3)).secant(3)), identifiable(Segre((3, 3, 3)).secant(3))
    assert (decided(one), one.certificate) == (decided(other), other.certificate)
    assert one.remarks == ("factors of one variable change nothing: this is Segre 3×3×3",)


def test_the_same_question_in_other_words() -> None:
    sums = identifiable(SegreVeronese((3, 3), (3, 1)).secant(5))
    weights = identifiable(PolynomialNetwork((3, 5, 3), 3))
    partly = identifiable(SymmetricCPFormat((3, 3), (3, 1), 5))
    assert sums.certificate == weights.certificate == partly.certificate
    assert sums.free == weights.free == partly.free
    cp = identifiable(CPFormat((4, 4, 4), 6))
    assert (decided(cp), cp.name) == (("proved", "undecided", None), "CP 4×4×4 with 6 terms")


def test_the_pentahedron() -> None:
    """Sylvester's: a general cubic in four variables is a sum of five cubes, in one way."""
    answer = identifiable(Veronese(4, 3).secant(5))
    assert (*decided(answer), answer.trusts) == ("proved", "proved", 1, ("Kruskal1977",))


def test_pencils() -> None:
    """3×3×2: as many parameters as entries for three terms, and one decomposition."""
    assert decided(identifiable(Segre((3, 3, 2)).secant(3))) == ("proved", "proved", 1)
    assert decided(identifiable(Segre((3, 3, 2)).secant(4))) == ("refuted", "refuted", None)


def test_answers_are_values() -> None:
    answer = identifiable(Segre((2, 2, 2)).secant(2))
    assert pickle.loads(pickle.dumps(answer)) == answer == identifiable(Segre((2, 2, 2)).secant(2))


def test_other_varieties() -> None:
    """Two 3-planes in 6-space are known to be determined by their sum; no rule here counts planes."""
    answer = identifiable(Grassmannian(3, 6).secant(2))
    assert decided(answer) == ("proved", "undecided", None)
    assert answer.reason.endswith("no points of other varieties")
    assert decided(identifiable(Grassmannian(2, 5).secant(1))) == ("proved", "proved", 1)
    assert decided(identifiable(Grassmannian(2, 6).secant(2))) == ("refuted", "refuted", None)


def test_other_models() -> None:
    with pytest.raises(TypeError, match=r"the model is SegreVeronese, and what determines its parameters is not known"):
        identifiable(Segre((3, 3, 3)))  # that is the mistake
