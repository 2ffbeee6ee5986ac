from __future__ import annotations

import json
from fractions import Fraction
from html import escape
from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.exact import Field
from algebra_tnn.explore import separation, separation_rank
from algebra_tnn.explore.proved_dimensions import accepted
from algebra_tnn.laws import Law, einsum
from algebra_tnn.provers.separation import summands
from algebra_tnn.tensors.formats import RingFormat, TrainFormat
from tests.unit.provers.separation.laws import LAWS, RING, TRAIN, two_layers


@pytest.mark.parametrize("name", ["a ring below its cut", "monomials of states", "zero", "one side each", "no inputs"])
def test_bounds(name: str) -> None:
    law, inputs, lower, upper = LAWS[name]
    found = separation_rank(law, inputs)
    assert (found.lower, found.upper, found.meet, found.trusts) == (lower, upper, lower == upper, ())
    assert found.status == ("proved" if lower == upper else "undecided")
    assert found.inputs == inputs and [law.input_names[k] for k in found.partition] == [*inputs]
    assert (found.probable.value, found.error_bound <= Fraction(1, 2**60)) == (lower, True)
    assert found.certificate is not None and checker.check(found.certificate.to_json()).answer == "accepted"
    assert [side is not None and side.rule for side in found.sides] == ["coefficient-minor", "cut"]


def test_an_explanation() -> None:
    found = separation_rank(TrainFormat((3, 3, 3), (2, 2)), [2, 0])
    assert found.explanation.splitlines() == [
        "separation rank = 3 (proved)",
        "  tensor train 3×3×3 with ranks 2,2, over Q, for almost all parameters",
        "  x0, x2 | x1",
        "  f = Σ_i v2_i v3_i",
        "  v0_i = Σ_jk G0_jki x0_k",
        "  v1_ij = Σ_k G1_ikj x1_k",
        "  v2_i = Σ_j v0_j v1_ji",
        "  v3_i = Σ_jk G2_ijk x2_j",
        "  ≥ 3 for almost all parameters: a minor of the coefficients with 3 rows",
        "  ≤ 3 for all parameters: 3 monomials in x1",
        "  trusts no published theorem",
    ]
    assert escape(found.explanation) in found._repr_html_()


def test_bounds_that_do_not_meet() -> None:
    found = separation_rank(RingFormat((3, 3, 3, 3), 2), ["x0", "x2"])
    first, *lines = found.explanation.splitlines()
    assert first.startswith("8 ≤ separation rank ≤ 9 (proved); separation rank = 8 except with probability ≤ 2^-")
    assert "  the rank at random parameters is 8" in lines
    written = json.loads(json.dumps(found.to_dict()))
    assert (written["lower"], written["probable"], written["upper"], written["status"]) == (8, 8, 9, "undecided")
    assert written["partition"] == [0, 2] and written["inputs"] == ["x0", "x2"] and written["field"] == "Q"
    assert written["cut"] == [{"size": 9, "letters": [], "monomials": {"x0": 1, "x2": 1}}]


def test_given_weights() -> None:
    found = separation_rank(LAWS["given weights"][0], [0])
    assert "for these weights" in found.explanation and "parameters" not in found.explanation
    assert "  ≥ 1: a minor of the coefficients with 1 row" in found.explanation.splitlines()


def test_finite_fields() -> None:
    law = Law.trace(lambda x, y: 2 * (x @ y), {"x": (2,), "y": (2,)}, {})
    for name, rank in (("GF(2)", 0), ("GF(3)", 2)):
        found = separation_rank(law, ["x"], field=Field.named(name))
        assert (found.lower, found.field.name, found.probable.value) == (rank, name, rank)
    assert separation_rank(RING, ["x0", "x2"], field=Field.named("GF(5)")).error_bound == 1


def test_too_many_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summands, "MOST_NETWORKS", 15)
    found = separation_rank(two_layers(4, 3), ["x"])
    assert (found.status, found.cut, found.certificate) == ("undecided", None, None)
    assert (found.lower, found.probable.value, found.upper) == (10, 10, 15)
    assert "  ≤ 15 is the number of monomials in the inputs of one side" in found.explanation.splitlines()
    lower, upper = found.sides
    assert lower is not None and upper is None


def test_a_law_that_is_cut_at_names_it_had_not() -> None:
    """The power of a sum has 3^8 networks, and one if the sum has a name."""

    def forward(x: Any, y: Any, a: Any, b: Any) -> Any:
        return (a @ x + b @ x + 1) ** 8 * (a @ y)

    law = Law.trace(forward, {"x": (2,), "y": (2,)}, {"a": (2,), "b": (2,)})
    found = separation_rank(law, ["x"])
    assert (found.lower, found.upper, found.status) == (1, 1, "proved")
    assert found.law != law and found.cut is not None and found.cut.summands.at == ("v5", "v6")


def test_names_that_make_a_cut_smaller() -> None:
    """Of A x, written out twice, there are fewer monomials of degree two than pairs of letters."""

    def forward(x: Any, y: Any, A: Any, W: Any) -> Any:
        return einsum("i,j,ijk,k->", A @ x, A @ x, W, y)

    law = Law.trace(forward, {"x": (4,), "y": (9,)}, {"A": (3, 4), "W": (3, 3, 9)})
    bare = Law.from_json({**law.to_json(), "let": [], "output": bare_output(law)})
    found = separation_rank(bare, ["x"])
    assert (found.lower, found.upper, found.status) == (6, 6, "proved") and found.law != bare


def bare_output(law: Law) -> Any:
    ((name, value),) = law.to_json()["let"]
    return [value if x == name else x for x in law.to_json()["output"]]


def test_a_smaller_bound_where_the_certificate_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(separation, "two_sided", lambda *_: None)
    monkeypatch.setattr(separation, "accepted", lambda c: None if c.claim.rank > 3 else accepted(c))
    found = separation_rank(TRAIN, ["x0", "x2"])
    assert (found.lower, found.upper) == (3, 6) and len(found.verdicts) == 1
    assert found.notes[0].startswith("≥ 6 was computed, but its certificate is over")


@pytest.mark.parametrize(
    ("inputs", "error", "message"),
    [
        ([0, 9], ValueError, "^9 is among the inputs of one side; the positions of inputs are 0 to 3$"),
        ([-1], ValueError, "^-1 is among"),
        (["y"], ValueError, "^'y' is no input of the law; its inputs are x0, x1, x2, x3$"),
        ([0, "x0"], ValueError, "name one twice"),
        ([True], TypeError, "^True is among"),
        ([1.0], TypeError, "^1.0 is among"),
        ("x0", TypeError, "^the inputs of one side are 'x0'; give a list"),
        (0, TypeError, "^the inputs of one side are 0; give a list"),
    ],
)
def test_inputs_that_are_none(inputs: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        separation_rank(TRAIN, inputs)


def test_an_output_that_is_no_number() -> None:
    with pytest.raises(ValueError, match="contract the output with a vector first"):
        separation_rank(Law.trace(lambda x, W: W @ x, {"x": (2,)}, {"W": (2, 2)}), [0])
