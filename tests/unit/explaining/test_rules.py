"""Every rule is explained with the numbers of the instance."""

from __future__ import annotations

import inspect
import json
import re
from typing import Any

import pytest

from algebra_tnn import checker, explain
from algebra_tnn.explaining import document
from algebra_tnn.explaining.claims_in_words import SENTENCES
from algebra_tnn.explaining.rules import EXPLAINED

from .corpus import ACCEPTED, explained, text

#  What the explanation of a certificate says of this instance, by rule and kind of claim.
NUMBERS = {
    "k-rank-between": ("both-bounds", "k-rank-between", "The lower bound 2 is step 0, the upper bound 2 is step 1."),
    "projected-minors": ("projected-minors", "k-rank-at-least", "the minors of A′ of all sizes, 3 in number"),
    "column-walk": ("column-walk", "k-rank-at-least", "3 pivots, all units, in each of the 4 sets of 3"),
    "dependent-columns": ("dependent-columns", "k-rank-at-most", "m_3 − 3 m_1 + 2 m_0 = 0"),
    "column-count": ("column-count", "k-rank-at-most", "M has 3 columns, and no Kruskal rank exceeds that"),
    "rank-one": ("rank-one", "essentially-unique", "D has 1 term"),
    "kruskal": ("kruskal", "essentially-unique", "3 + 3 + 4 = 10 ≥ 2R + (N − 1) = 2·4 + 2 = 10, with R = 4 terms"),
    "kruskal-four-groups": ("kruskal", "essentially-unique", "By the theorem of [SidiropoulosBro2000]"),
    "kruskal-gf": ("kruskal", "essentially-unique", "By the theorem of [LovitzPetrov2023]"),
    "jennrich": ("kruskal", "essentially-unique", "Two of the Kruskal ranks are R = 2"),
    "lovitz-petrov": ("lovitz-petrov", "essentially-unique", "For each of the 4 sets S of two or more"),
    "compound": ("compound", "essentially-unique", "of the 6 products d_i d_j"),
    "ideal": ("ideal", "essentially-unique", "power 2 (10 times), with 221 summands in all"),
    "points-modulo-prime": ("points-modulo-prime", "essentially-unique", "Over GF(3) all 1,093 points d"),
    "smooth-point": ("smooth-point", "essentially-unique", "of dimension 10 together (step 6)"),
    "second-decomposition": ("second-decomposition", "not-essentially-unique", "the same tensor in all 4 entries"),
    "flattening": ("flattening", "tensor-rank-at-least", "minor of size 2 of the 2 × 4 flattening of T"),
    "koszul-flattening-restricted": ("flattening", "border-rank-at-least", "minors of size (5 − 1)·2 + 1 = 9 vanish"),
    "uniqueness-of-jennrich": ("uniqueness", "tensor-rank-at-least", "the sum of the 2 terms of D"),
    "hyperdeterminant": ("hyperdeterminant", "tensor-rank-at-least", "Δ = 8 is no nonzero square of a rational"),
    "hyperdeterminant-gf": ("hyperdeterminant", "tensor-rank-at-least", "Δ = 2 is no nonzero square modulo 3"),
    "exhaustion": ("exhaustion", "tensor-rank-at-least", "none of the 405 sums of fewer than 3 of them is T"),
    "substitution-method": ("substitution-method", "tensor-rank-at-least", "at least 1 + 2 = 3 terms"),
    "decomposition-root": ("decomposition", "tensor-rank-at-most", "stands for a root of t² − 2 between 1 and 2"),
    "border-decomposition": ("decomposition", "border-rank-at-most", "sum to e T modulo e², in all 8 entries"),
    "tensor-rank-between-kruskal": ("both-bounds", "tensor-rank-between", "The rank of the"),
    "border-rank-between": ("both-bounds", "border-rank-between", "over Q is 2."),
    "jacobian-minor": ("jacobian-minor", "dimension-at-least", "size 5 of it, with columns 0–4 (5 of the 6"),
    "block-minors": ("block-minors", "dimension-at-least", "treated in 2 blocks, of 4 + 4 = 8 derivatives"),
    "parameter-count-more": ("parameter-count", "dimension-at-most", "the dimension is at most their number: 2 ≤ 3"),
    "reachable-monomials": ("reachable-monomials", "dimension-at-most", "reach 3 monomials in the inputs"),
    "coefficient-matrix": ("coefficient-matrix", "dimension-at-most", "ρ(m + n − ρ) = 2·(3 + 3 − 2) = 8"),
    "overlap": ("overlap", "dimension-at-most", "the dimension is at most 12 + 7 − 8 = 11"),
    "inner-coefficients": ("inner-coefficients", "dimension-at-most", "a linear form in the 3 monomials"),
    "substitution": ("substitution", "dimension-at-most", "the dimension is at most 6 − 3 + 2·14 = 31"),
    "secant-count": ("secant-count", "dimension-at-most", "at most 2·(5 − 2 + 1) = 8"),
    "double-points-strassen": ("double-points", "dimension-at-most", "the dimension is at most 27 − 1 = 26"),
    "factor-through": ("factor-through", "dimension-at-most", "at most that of f1: 5 (step 0)"),
    "vector-fields-rotation": ("vector-fields", "dimension-at-most", "the dimension is at most 4 − 1 = 3"),
    "dense-orbits-of-a-slice": ("dense-orbits", "dimension-at-most", "the motions and 1 free entry of the parameters"),
    "dimension-between": ("both-bounds", "dimension-between", "of the functions of the law f0 is 5."),
    "generic-point-kruskal": ("generic-point", "number-of-decompositions", "The rule kruskal rests on conditions"),
    "tangential-contact": ("tangential-contact", "number-of-decompositions", "of dimension 2·2 = 4 together"),
    "bronowski": ("bronowski", "number-of-decompositions", "the dimension is 3·2 = 6 (step 0)"),
    "linear-section-segre": ("linear-section", "number-of-decompositions", "C(6, 5) = 6 decompositions."),
    "other-weights-cross-ratios": ("other-weights", "not-determined", "the value 1/6 occurs once at"),
    "other-weights-idle-neuron": ("other-weights", "not-determined", "W2 has 0 zeros at the given point"),
    "coefficient-minor": ("coefficient-minor", "separation-rank-at-least", "rows x[0], x[1] and columns y[0], y[1],"),
    "cut-opaque": ("cut", "separation-rank-at-most", "the law is a sum of 1 + 2 = 3 products"),
    "separation-rank-between": ("both-bounds", "separation-rank-between", "at least 2 for almost all parameters"),
    "cofactors": ("cofactors", "vanishes", "f = q_0·relation in 1 entry, with 1 given cofactor"),
    "squares-with-a-multiplier": ("squares", "nonnegative", "(x[0] + x[1]) f0 = x[0] s_0² + x[1] s_1²"),
    "conserved-quantity": ("conserved-quantity", "conserved", "h = (Σ_i W_0i W_1i) − (Σ_j V_j0 V_j1)"),
    "conserved-quantities-quotient": ("vector-fields", "conserved-at-least", "0 polynomials and 1 proper quotient"),
    "brackets": ("brackets", "conserved-at-most", "lie in a space of dimension 6 − 3 = 3"),
    "conserved-between": ("both-bounds", "conserved-between", "3 independent quantities"),
    "masked-minor": ("jacobian-minor", "functional-dimension-at-least", "entry of m is 1 or 0 as the entry of z"),
}  # fmt: skip
PAIRS = {(rule.__name__.replace("_", "-"), kind) for kind, (_, rules) in checker.KINDS.items() for rule in rules}


def told(name: str) -> str:
    """The explanation without its line breaks."""
    return " ".join(explain(text(name)).split())


def steps(name: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(text(name))["steps"]
    return listed


def test_each_rule_has_an_explanation_of_its_own_and_each_kind_a_sentence() -> None:
    assert {rule for rule, _ in PAIRS} == set(EXPLAINED)
    assert len({inspect.unwrap(function) for function in EXPLAINED.values()}) == len(EXPLAINED)
    assert set(SENTENCES) == set(checker.KINDS)


def test_each_rule_for_each_kind_of_claim_is_in_the_table() -> None:
    listed = {(rule, kind) for rule, kind, _ in NUMBERS.values()}
    assert listed == PAIRS
    for name, (rule, kind, _) in NUMBERS.items():
        last = steps(name)[-1]
        assert (last["rule"], last["claim"]["kind"]) == (rule, kind)


@pytest.mark.parametrize("name", NUMBERS)
def test_the_numbers_of_the_instance(name: str) -> None:
    found = told(name)
    assert NUMBERS[name][2] in found
    for step in steps(name):
        if "rank" in step["claim"]:
            assert str(step["claim"]["rank"]) in found


@pytest.mark.slow
def test_every_accepted_certificate_at_every_depth_in_every_markup() -> None:
    for name in ACCEPTED:
        found = explained(name)
        assert found.established, name
        brief, default, full = (document(found.blocks(depth)) for depth in ("brief", "default", "full"))
        assert len(brief) < len(default) <= len(full), name
        for key in found.trusts:
            assert f"[{key}]" in brief and f"[{key}]" in default, name
        for step in found.steps:
            assert f"Step {step.number} ({step.rule})" in default, name
            for key in ("rank", "lower", "upper", "count"):
                assert key not in step.claim or str(step.claim[key]) in default, (name, key)
        latex = document(found.blocks("full"), "latex")
        assert latex.isascii(), (name, sorted({c for c in latex if not c.isascii()}))
        assert latex.count("$") % 2 == 0, name
        document(found.blocks("full"), "markdown")


EQUATION = re.compile(r"(?<![+−·] )(?<!\w)([(0-9][0-9 ()+−·]*[0-9)]) = ([0-9]+)(?: ([≤≥]) ([0-9]+))?")


@pytest.mark.slow
def test_the_equations_hold() -> None:
    """Sums and products of numbers, such as 12 + 7 − 8 = 11, wherever they occur."""
    count = 0
    for name in ACCEPTED:
        found = " ".join(document(explained(name).blocks("default")).split())
        for left, right, relation, bound in EQUATION.findall(found):
            if left.count("(") == left.count(")"):
                count += 1
                assert eval(left.replace("−", "-").replace("·", "*")) == int(right), (name, left, right)
                below = {"": True, "≤": int(right) <= int(bound or 0), "≥": int(right) >= int(bound or 0)}
                assert below[relation], (name, right, bound)
    assert count > 60
