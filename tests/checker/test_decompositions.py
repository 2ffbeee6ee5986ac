"""Numbers of decompositions: what is concluded, and no rule against a second reading of many small cases."""

from __future__ import annotations

import json
from itertools import product

import pytest

from . import decompositions_corpus, support
from .decompositions_oracle import PowerSum

checker = support.load()
CURVE_SECTIONS = ("ArbarelloCornalbaGriffithsHarris1985",)
SMALL = [
    *(((n,), (e,), terms) for n in (1, 2, 3) for e in (1, 2, 3, 4) for terms in (1, 2, 3, 4)),
    *(((m, n), (e, 1), terms) for m, n in ((2, 2), (2, 3), (3, 2)) for e in (1, 2, 3) for terms in (1, 2, 3)),
    *(((2, 2, 2), (1, 1, 1), terms) for terms in (1, 2)),
]
VARIETIES = [((2,), (3,)), ((3,), (2,)), ((2, 2), (1, 2)), ((2, 3), (1, 1)), ((3, 3), (1, 1))]


@pytest.mark.parametrize(
    ("name", "trusts"),
    [
        ("generic-point-rank-one", ()),
        ("generic-point-jennrich", ()),
        ("generic-point-compound", ()),
        ("generic-point-kruskal", ()),
        ("generic-point-lovitz-petrov", ("LovitzPetrov2023",)),
        ("tangential-contact", ()),
        ("bronowski", ("MassarentiMella2022",)),
        ("linear-section-cayley-octad", CURVE_SECTIONS),
    ],
)
def test_conclusion(name: str, trusts: tuple[str, ...]) -> None:
    judgement = checker.check(json.dumps(decompositions_corpus.ACCEPTED[name]))
    assert judgement.conclusion == checker.Conclusion(True, trusts)
    assert judgement.reason.startswith("number-of-decompositions, count ")


@pytest.mark.parametrize(("sizes", "exponents", "terms"), SMALL, ids=str)
def test_contact(sizes: tuple[int, ...], exponents: tuple[int, ...], terms: int) -> None:
    """The best evidence is accepted if and only if the second reading finds no other contact nearby."""
    found = decompositions_corpus.Contact(sizes, exponents, terms, n=2**31 - 1)
    evidence = found.evidence()
    certificate = decompositions_corpus.certificate(
        decompositions_corpus.number(found.law, 1, "tangential-contact", evidence)
    )
    judgement = checker.check(json.dumps(certificate))
    assert (judgement.answer == "accepted") == PowerSum(sizes, exponents, terms).is_curved(), judgement.reason


def test_sections() -> None:
    """Degrees of varieties against Hilbert functions of points."""
    known = 0
    for (sizes, exponents), terms in product(VARIETIES, range(1, 6)):
        whole = (*sizes, terms), (*exponents, 1)
        law, block = decompositions_corpus.power_sum(*whole, terms), {"block": len(sizes)}
        numbers = set(PowerSum(*whole, terms).numbers_in_sections())
        for count in (1, 2, 3, 5, 6):
            step = decompositions_corpus.number(law, count, "linear-section", block)
            if checker.check(json.dumps(decompositions_corpus.certificate(step))).answer == "accepted":
                known += 1
                assert count in numbers, (sizes, exponents, terms, count)
    assert known == 3 + 4 + 4 + 3 + 5  # from one term up to one more than the codimension
