"""`explain`: what is explained, at which depth, in which markup."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn import CP, C, EssentiallyUnique, KRankAtLeast, Verdict, explain, verify
from algebra_tnn.explaining import BeyondWords, NoCertificate, document, exhibits, explanation
from algebra_tnn.explaining.markup import as_latex
from algebra_tnn.explaining.mathematics import latex_mathematics

from .corpus import ACCEPTED, explained, text


def test_brief_is_one_sentence() -> None:
    assert " ".join(explain(text("kruskal"), depth="brief").split()) == (
        "Proved over Q and every extension of it, by column-walk (2 steps) and kruskal, trusting [Kruskal1977]: The "
        "decomposition D of a 3 × 3 × 4 tensor into 4 nonzero terms is essentially unique over Q: every sum of 4 "
        "nonzero rank-one tensors with the same value has the same terms, with multiplicity."
    )


def test_a_law_is_described_in_the_sentence_and_written_as_a_formula_in_the_steps() -> None:
    brief = " ".join(explain(text("jacobian-minor"), depth="brief").split())
    assert brief.endswith("; f has 8 parameters, W1 (2×3) and W2 (1×2), and the input x (3 entries).")
    assert "f_i = Σ_j W2_ij h1_j" in explain(text("jacobian-minor"))


def test_full_shows_the_evidence_and_default_does_not() -> None:
    inverse = "11  77  64  82  17"
    assert inverse in explain(text("jacobian-minor"), depth="full")
    assert inverse not in explain(text("jacobian-minor"))


def test_what_is_long_is_shortened_visibly() -> None:
    full = explain(text("flattening-24x24"), depth="full")
    assert "… 384 more entries in the file" in full
    matrix = exhibits.matrix("M", [[i * j for j in range(1000)] for i in range(1000)])
    assert len(matrix.rows) == 1 and matrix.left == "… 999,800 more entries in the file"
    assert exhibits.array("T", [[[0] * 100] * 100] * 3).left == "… 29,800 more entries in the file"
    assert exhibits.formulas("f", map(str, range(30))).left == "… 6 more formulas in the file"
    assert exhibits.formulas("f", ["x" * 1000]).rows[0][0].endswith("x … (100 more characters)")


def test_numbers_of_many_digits_are_shortened() -> None:
    large = 10**5000 + 1
    claim = {"kind": "k-rank-at-most", "matrix": [[1, large]], "rank": 1, "field": "Q"}
    step = {"claim": claim, "rule": "dependent-columns", "evidence": {"columns": [0, 1], "relation": [-large, 1]}}
    found = explain(json.dumps({"format": 1, "steps": [{**step, "premises": []}]}))
    assert "−10000000000…000001 (5,001 digits) m_0 + m_1 = 0" in " ".join(found.split())


def test_objects_that_occur_in_several_steps_have_one_name_and_are_shown_once() -> None:
    assert explain(text("kruskal-four-groups")).count("M0 is:") == 1
    shared = explain(text("dimension-between-overlap"))
    assert shared.count("f0 has 22 parameters") == 1 and "f2" in shared


def test_a_law_is_called_by_a_letter_that_it_does_not_use() -> None:
    certificate = json.loads(text("parameter-count").replace('"W1"', '"f"'))
    assert "The functions x ↦ g(θ, x) of the law g" in explain(json.dumps(certificate))


# ------------------------------------------------------------------------------- what is not accepted, and verdicts


def test_a_rejected_certificate_establishes_nothing() -> None:
    changed = text("jacobian-minor").replace("[11, 77, 64, 82, 17]", "[12, 77, 64, 82, 17]")
    found = explain(changed)
    assert found.startswith("Not established: the independent checker rejects this certificate (a minor is not shown")
    assert "What it claims: The functions" in found and "Proved" not in found
    assert "is a unit" not in found  # the argument is not told
    assert explain(changed, depth="brief").startswith("Not established")


def test_a_certificate_that_is_rejected_while_it_is_read_has_no_steps() -> None:
    certificate = json.loads(text("kruskal"))
    certificate["steps"][1]["claim"]["field"] = "R"
    certificate["steps"][2]["claim"] = {"kind": "unknown"}
    found = explanation(json.dumps(certificate))
    assert (found.answer, found.steps) == ("rejected", ())
    assert "the steps are over several" in document(found.blocks("full"))


def test_a_certificate_over_the_limit() -> None:
    found = explanation(_too_large())
    assert found.answer == "over the limit"
    assert "declines the work on this certificate" in document(found.blocks("default"))


def _too_large() -> str:
    folder = Path(__file__).parents[2] / "checker" / "over_the_limit"
    return next(path for path in sorted(folder.glob("*.json"))).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"rule": "kruskal"', '"rule": "kruskall"', "step 2: there is no rule 'kruskall'; did you mean 'kruskal'?"),
        (
            "essentially-unique",
            "essentialy-unique",
            "step 2: there is no kind of claim 'essentialy-unique'; did you mean",
        ),
        ('"rule": "kruskal"', '"rule": "flattening"', "essentially-unique is proved by rank-one, kruskal"),
        ('"format": 1', '"format": 2', "the format is 1"),
        ("{", "", "not JSON"),
    ],
)
def test_what_is_no_certificate(old: str, new: str, sentence: str) -> None:
    with pytest.raises(NoCertificate) as caught:
        explain(text("kruskal").replace(old, new, 1))
    assert sentence in str(caught.value)


def test_a_law_that_is_nested_too_deeply_to_be_written() -> None:
    expression: Any = "W"
    for _ in range(150):
        expression = ["+", expression]
    law = {"inputs": {}, "parameters": {"W": [2]}, "let": [], "output": expression}
    claim = {"kind": "dimension-at-most", "law": law, "rank": 2, "field": "Q"}
    step = {"claim": claim, "rule": "parameter-count", "evidence": {}, "premises": []}
    with pytest.raises(BeyondWords, match=r"the law of step 0 cannot be written as a formula: .* nested more than 100"):
        explain(json.dumps({"format": 1, "steps": [step]}))


def test_verdicts() -> None:
    proved = verify(KRankAtLeast(((1, 0), (0, 1)), 2))
    assert explain(proved) == explain(proved.certificate) == proved.explained()  # it has one
    refuted = verify(KRankAtLeast(((1, 1),), 2))
    assert explain(refuted).startswith("The claim is refuted: what follows proves its negation.")
    assert "M has Kruskal rank ≤ 1" in refuted.explained("brief")
    undecided = Verdict(EssentiallyUnique(CP.from_factors([[1, 1]], [[1, 1]]), C), "undecided")
    assert explain(undecided).strip() == "undecided over C; tried: nothing"


@pytest.mark.parametrize(
    ("arguments", "error", "sentence"),
    [
        ((7,), TypeError, "this is int; what is explained is a certificate, its JSON text, or a verdict"),
        (("{}", "deep"), ValueError, "depth is 'deep'; it is one of brief, default, full"),
        (("{}", "full", "html"), ValueError, "markup is 'html'; it is one of text, latex, markdown"),
    ],
)
def test_bad_arguments(arguments: tuple[Any, ...], error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        explain(*arguments)


# --------------------------------------------------------------------------------------------------------- markups


@pytest.mark.parametrize(
    ("formula", "latex"),
    [
        ("W2_ij", r"\mathit{W2}_{ij}"),
        ("h1_coefficients_ijk", r"\mathit{h1\_coefficients}_{ijk}"),
        ("x² − 3/7", "x^{2} - 3/7"),
        ("e^(n − 1)", "e^{n - 1}"),
        ("{0, 2}", r"\{0, 2\}"),
        ("∂f/∂θ (θ, x)", r"\partial f/\partial\theta (\theta, x)"),
        ("Aᵀ·diag(d)", r"A^{\mathsf{T}}\cdot\operatorname{diag}(d)"),
        ("1,234", "1{,}234"),
        ("ℝ", r"\mathbb{R}"),
    ],
)
def test_mathematics_in_latex(formula: str, latex: str) -> None:
    assert latex_mathematics(formula) == latex


def test_latex_escapes_the_names_of_values() -> None:
    renamed = text("coefficient-matrix").replace('"h1"', '"h_1"')
    assert r"\texttt{h\_1}" in explain(renamed, markup="latex")


def test_markdown() -> None:
    found = explain(text("kruskal"), markup="markdown")
    assert "**Step 2** (`kruskal`): This is the claim." in found
    assert r"$3 + 3 + 4 = 10 \geq 2R + (N - 1) = 2\cdot4 + 2 = 10$" in found


def test_a_standalone_document_has_one_preamble_and_a_fragment_none() -> None:
    found = explanation(text("kruskal"))
    alone = document(found.blocks("full"), "latex", standalone=True)
    fragment = document(found.blocks("full"), "latex")
    assert alone.startswith(r"\documentclass") and alone.rstrip().endswith(r"\end{document}")
    assert fragment.rstrip() in alone and "document}" not in fragment


def test_matrices_that_do_not_fit_on_a_page_are_set_in_lines() -> None:
    low, high, wide = (exhibits.matrix("M", rows) for rows in ([[1, 2]], [[1]] * 31, [[10**15] * 5]))
    assert r"\begin{array}{rr}" in as_latex([low])
    assert "array" not in as_latex([high]) + as_latex([wide])
    assert r"1000000000000000, \allowbreak 1000000000000000" in as_latex([wide])


@pytest.mark.slow
def test_latex_compiles(tmp_path: Path) -> None:
    """One document with every accepted certificate at the depth with the most."""
    if shutil.which("pdflatex") is None:
        pytest.skip("there is no pdflatex here, so that the LaTeX compiles was not tested")
    fragments = [as_latex(explained(name).blocks("full")) for name in ACCEPTED]
    preamble, end = as_latex([], standalone=True).split(r"\begin{document}")
    (tmp_path / "all.tex").write_text(preamble + r"\begin{document}" + "\n".join(fragments) + end, encoding="ascii")
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "all.tex"],
        cwd=tmp_path,
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:].decode(errors="replace")
