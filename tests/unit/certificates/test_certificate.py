from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from typing import Any

import pytest

from algebra_tnn import CP, Certificate, EssentiallyUnique, KRankAtLeast, KRankBetween, R, TensorRankAtMost, provers
from algebra_tnn.certificates.certificate import claim_json
from algebra_tnn.claims import (
    BorderRankAtLeast,
    Claim,
    Conserved,
    ConservedAtMost,
    FunctionalDimensionAtLeast,
    SeparationRankBetween,
    Vanishes,
)
from algebra_tnn.laws import Law
from algebra_tnn.tensors import Tensor

EYE = ((1, 0), (0, 1))
FORM = Law.trace(lambda x, y: x @ y, {"x": (2,), "y": (2,)}, {})
POINT = Law.trace(lambda a: a, {}, {"a": (2,)})
T = CP.from_factors(EYE, EYE, [["1/2", 1], [1, 3]])


def kruskal() -> Certificate:
    found = provers.kruskal(EssentiallyUnique(T))
    assert isinstance(found, Certificate)
    return found


def test_equal_steps_are_written_once() -> None:
    found = kruskal()
    assert len(found.premises) == 3
    assert found.premises[0] == found.premises[1]
    written = json.loads(found.to_json())
    assert [step["rule"] for step in written["steps"]] == ["projected-minors", "projected-minors", "kruskal"]
    assert written["steps"][-1]["premises"] == [0, 0, 1]


def test_the_text_is_canonical() -> None:
    text = kruskal().to_json()
    assert text == kruskal().to_json()
    assert text.endswith("}\n") and text.count("\n") == 1
    assert ", " not in text and ": " not in text
    assert text.isascii()
    value = json.loads(text)
    assert json.dumps(value, separators=(",", ":")) + "\n" == text
    assert list(value) == ["format", "steps"]
    assert [list(step) for step in value["steps"]] == [["claim", "rule", "evidence", "premises"]] * 3


def test_numbers_are_integers_or_reduced_rationals() -> None:
    value = json.loads(kruskal().to_json())
    assert value["steps"][-1]["claim"] == {
        "kind": "essentially-unique",
        "factors": [[[1, 0], [0, 1]], [[1, 0], [0, 1]], [["1/2", 1], [1, 3]]],
        "field": "Q",
    }


def test_the_remark_is_for_readers() -> None:
    claim = KRankAtLeast(EYE, 0)
    one, two = (Certificate(claim, "column-walk", {"modulus": 7}, remark=remark) for remark in ("a", "b"))
    assert one == two
    assert one.to_json() == two.to_json()
    assert "remark" not in one.to_json()


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (KRankBetween(EYE, 1, 2, R), {"kind": "k-rank-between", "matrix": [[1, 0], [0, 1]], "lower": 1, "upper": 2}),
        (
            TensorRankAtMost(Tensor((1, 2), (Fraction(1, 2), 3)), 1, R),
            {"kind": "tensor-rank-at-most", "tensor": [["1/2", 3]], "rank": 1},
        ),
        (
            BorderRankAtLeast(CP.from_factors([[1]], [[2]]), 1, R),
            {"kind": "border-rank-at-least", "tensor": {"factors": [[[1]], [[2]]]}, "rank": 1},
        ),
        (
            SeparationRankBetween(FORM, ("y", "x"), 0, 1, R),
            {
                "kind": "separation-rank-between",
                "split": {"law": FORM.to_json(), "inputs": ["x", "y"]},
                "lower": 0,
                "upper": 1,
            },
        ),
        (
            Vanishes(POINT, ("a",), ("DLMF",), R),
            {"kind": "vanishes", "system": {"law": POINT.to_json(), "zero": ["a"], "sources": ["DLMF"]}},
        ),
        (
            Conserved.trace(POINT, lambda a: a[0], R),
            {"kind": "conserved", "flow": {"law": POINT.to_json(), "quantity": ["take", "a", 0]}},
        ),
        (ConservedAtMost(POINT, 2, R), {"kind": "conserved-at-most", "law": POINT.to_json(), "rank": 2}),
        (
            FunctionalDimensionAtLeast(POINT, (), 1, R),
            {"kind": "functional-dimension-at-least", "network": {"law": POINT.to_json(), "masks": []}, "rank": 1},
        ),
    ],
)
def test_claims_as_json(claim: Claim, expected: dict[str, Any]) -> None:
    assert claim_json(claim) == {**expected, "field": "R"}


def test_integers_of_ten_thousand_digits_are_written() -> None:
    """In a fresh interpreter: Python's own limit is 4300 digits, the checker's 100,000."""
    program = (
        "from algebra_tnn import CP, EssentiallyUnique, verify\n"
        "T = CP.from_factors([[10**9999]], [[1]], [[1]])\n"
        "print(verify(EssentiallyUnique(T)).status)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout == "proved\n", done.stderr
