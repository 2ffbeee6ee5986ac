from __future__ import annotations

import pytest

from algebra_tnn import library
from algebra_tnn.text.tex import code, escaped


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("100% of {a} & b_ $5 #1", r"100\% of \{a\} \& b\_ \$5 \#1"),
        (r"\input{x} ~ ^", r"\textbackslash{}input\{x\} \textasciitilde{} \textasciicircum{}"),
        ("n⁻¹ x₁₂", r"n\ensuremath{^{-1}} x\ensuremath{_{12}}"),
        ("Π_{m≠n} R_m", r"\ensuremath{\Pi}\textsubscript{m\ensuremath{\neq}n} R\textsubscript{m}"),
        ("θ̂ ŵ é", r"\ensuremath{\hat{\theta}} \ensuremath{\hat{w}} é"),
        ("a -- b << c ,, d", "a -{}- b <{}< c ,{}, d"),
        ("ℚ ⊂ ℝ", r"\ensuremath{\mathbb{Q}} \ensuremath{\subset} \ensuremath{\mathbb{R}}"),
        ("𝒜 ☃ \x00", r"\ensuremath{\mathcal{A}} \texttt{U+2603} "),
    ],
)
def test_text_becomes_latex(text: str, written: str) -> None:
    assert escaped(text) == written


def test_code_keeps_its_underscores() -> None:
    assert code("rank_of^2") == r"rank\_of\textasciicircum{}2"


def test_every_character_of_the_library_can_be_set() -> None:
    used: set[str] = set()
    for each in library.statements():
        used.update(each.title, each.statement, each.established, each.note, each.conclusion, *each.hypotheses)
    assert len(used) > 150
    assert {character for character in used if "U+" in escaped(character)} == set()
