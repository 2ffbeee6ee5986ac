from __future__ import annotations

import json

import pytest

from algebra_tnn import CP, EssentiallyUnique, Field, KRankAtLeast, Shortfall, Verdict, provers, verify

EYE = [[1, 0], [0, 1]]
CLAIM = EssentiallyUnique(CP.from_factors(EYE, EYE, [[1, 1], [1, 2]]))


def test_a_verdict_is_no_truth_value() -> None:
    for verdict in (verify(CLAIM), Verdict(CLAIM, "undecided")):
        with pytest.raises(TypeError, match=r'ask for `verdict.status == "proved"`'):
            bool(verdict)
        with pytest.raises(TypeError):
            assert not verdict


def test_proved() -> None:
    verdict = verify(CLAIM)
    assert (verdict.status, verdict.rule, verdict.trusts, verdict.extensions) == ("proved", "kruskal", (), True)
    assert verdict.explanation == (
        "proved over Q and every extension of it by kruskal: modes 0 | 1 | 2: ranks 2 = R and 2 = R, "
        "no two columns of the third proportional; trusts no published theorem"
    )


def test_the_slack_and_the_theorem_are_named() -> None:
    assert "Σk = 2 + 2 + 2 = 6 ≥ 2R + 2 = 6" in verify(CLAIM, by=provers.kruskal).explanation
    powers = [[x**i for x in range(4)] for i in range(3)]
    T = CP.from_factors([[int(i == j) for j in range(4)] for i in range(4)], powers, powers)
    verdict = verify(EssentiallyUnique(T), by=provers.kruskal)
    assert "Σk = 4 + 3 + 3 = 10 ≥ 2R + 2 = 10" in verdict.explanation
    assert verdict.trusts == ("Kruskal1977",)
    assert verdict.explanation.endswith("trusts Kruskal1977")
    over_five = verify(EssentiallyUnique(T, Field.named("GF(5)")), by=provers.kruskal)
    assert over_five.trusts == ("LovitzPetrov2023",)


@pytest.mark.parametrize("field", ["Q", "GF(2)"])
def test_two_ranks_that_are_the_number_of_terms_trust_nothing(field: str) -> None:
    verdict = verify(EssentiallyUnique(CP.from_factors(EYE, EYE, EYE), Field.named(field)), by=provers.kruskal)
    assert (verdict.rule, verdict.trusts, verdict.extensions) == ("kruskal", (), True)


def test_undecided_says_what_was_tried() -> None:
    attempts = (Shortfall("a", "short by 1"), Shortfall("b", "no <x>"), Shortfall("c", "short by 1"))
    verdict = Verdict(CLAIM, "undecided", attempts=attempts)
    assert verdict.explanation == "undecided over Q; tried:\n  a, c: short by 1\n  b: no <x>"
    assert Verdict(CLAIM, "undecided").explanation == "undecided over Q; tried: nothing"
    assert verdict.rule is None
    assert "&lt;x&gt;" in verdict._repr_html_()
    assert "<x>" not in verdict._repr_html_()


def test_pictures() -> None:
    verdict = verify(CLAIM)
    assert "<code>EssentiallyUnique</code>" in verdict._repr_html_()
    assert verdict._repr_latex_() == r"$\textbf{proved}\ \text{over } Q$"


def test_as_a_dictionary() -> None:
    found = verify(KRankAtLeast(((1, 0), (0, 1)), 3)).to_dict()
    assert json.loads(json.dumps(found)) == found
    assert found["status"] == "refuted"
    assert found["field"] == "Q"
    assert found["rule"] == "column-count"
    assert found["attempts"] == [
        {"rule": "projected-minors", "reason": "3 is asked, 2 ≤ k-rank ≤ 2 was found"},
    ]
    assert set(found) == {"status", "field", "extensions", "rule", "remark", "trusts", "attempts", "explanation"}
    assert verify(KRankAtLeast(((1,),), 1)).to_dict()["attempts"] == []
