"""Measures on the line: moments by their definition, and rules that have them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from algebra_tnn.exact.measures import Measure, Normal, Uniform

MEASURES: list[Measure] = [Normal(), Uniform(0, 1), Uniform(-1, 1), Uniform(2, "7/2")]


@pytest.mark.parametrize("measure", MEASURES, ids=str)
@pytest.mark.parametrize("degree", range(10))
def test_rules_have_the_moments_up_to_their_degree(measure: Measure, degree: int) -> None:
    rule = measure.rule(degree)
    assert [rule.moment(k) for k in range(degree + 1)] == [measure.moment(k) for k in range(degree + 1)]
    assert len(rule.points) == 2 * (degree // 2) + 1 == len(set(rule.points))


@pytest.mark.parametrize("measure", MEASURES, ids=str)
def test_rules_are_no_better(measure: Measure) -> None:
    """With so few points the next even moment is another one: points of the rule are zeros of a square."""
    assert all(measure.rule(d).moment(d + 2 - d % 2) != measure.moment(d + 2 - d % 2) for d in (1, 3, 5))


def test_moments_are_those_of_the_density() -> None:
    """By parts for the normal density, by the antiderivative for the uniform one."""
    assert all(Normal().moment(k) == (k - 1) * Normal().moment(k - 2) for k in range(2, 12))
    assert (Normal().moment(0), Normal().moment(1)) == (1, 0)
    assert [Uniform(2, 4).moment(k) for k in (0, 1, 2)] == [1, 3, Fraction(28, 3)]
    assert (Normal().boundary, Uniform(0, 1).boundary) == ((), (0, 1))
    assert str(Uniform(0, "1/2")) == "the uniform distribution on [0, 1/2]"


@pytest.mark.parametrize(
    ("ends", "error", "sentence"),
    [
        ((1, 1), ValueError, "the interval is from 1 to 1; its lower end is below its upper one"),
        ((0, 0.5), TypeError, "the upper end of the interval is the float 0.5"),
        ((True, 2), TypeError, "the lower end of the interval is True"),
    ],
)
def test_bad_intervals(ends: tuple[object, object], error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        Uniform(*ends)  # wrong on purpose
