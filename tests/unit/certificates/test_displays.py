"""What notebooks show of answers: markup that is whole, the numbers, and nothing that is not escaped."""

from __future__ import annotations

from dataclasses import dataclass

from algebra_tnn import CP, EssentiallyUnique, KRankAtLeast, Verdict, verify
from algebra_tnn.certificates import Explained, Shortfall
from algebra_tnn.certificates.displays import certificates_of
from tests.unit.markup import Page

EYE = ((1, 0), (0, 1))
HOSTILE = "</pre><script>alert(1)</script><img src=x onerror=alert(2)>"


@dataclass(frozen=True, slots=True)
class Answer(Explained):
    parts: tuple[Verdict, ...]
    verdict: Verdict
    explanation: str = HOSTILE


def test_a_verdict_has_a_badge_its_claim_what_it_trusts_and_its_certificate() -> None:
    verdict = verify(EssentiallyUnique(CP.from_factors(EYE, EYE, EYE)))
    page = Page(verdict._repr_html_())
    assert page.texts[0] == "proved" and "EssentiallyUnique" in page.texts
    assert page.tags.count("details") == 1 and "trusts no published theorem" in page.text
    assert verdict.certificate is not None and verdict.certificate.to_json() in page.text


def test_an_undecided_verdict_has_no_certificate() -> None:
    verdict = Verdict(KRankAtLeast(EYE, 2), "undecided", attempts=(Shortfall("rule", HOSTILE),))
    page = Page(verdict._repr_html_())
    assert "details" not in page.tags and not {"script", "img"} & set(page.tags)
    assert HOSTILE in page.text


def test_an_answer_shows_the_certificates_of_its_parts_once() -> None:
    first, second = verify(KRankAtLeast(EYE, 2)), verify(KRankAtLeast(((1, 2), (2, 4)), 2))
    answer = Answer((first, first, second), second)
    assert [certificate.rule for certificate in certificates_of(answer)] == ["projected-minors"] * 2 + [
        "dependent-columns"
    ] * 2
    page = Page(answer._repr_html_())
    assert page.tags.count("details") == 2 and page.texts[0] == "refuted"
    assert not {"script", "img"} & set(page.tags)


def test_of_many_certificates_the_first_ones_are_shown() -> None:
    verdicts = tuple(verify(KRankAtLeast(((1, n), (0, 1)), 2)) for n in range(6))
    page = Page(Answer(verdicts, verdicts[0])._repr_html_())
    assert page.tags.count("details") == 4 and "2 more certificates" in page.text
