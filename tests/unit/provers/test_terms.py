from __future__ import annotations

from fractions import Fraction

from algebra_tnn import C, Field, Q, R
from algebra_tnn.exact.number_fields import NumberField
from algebra_tnn.provers.terms import factors_of, is_zero, root_evidence, terms_of, written_factors

ROOT_TWO = NumberField((-2, 0, 1))


def test_terms_and_factors_are_inverse() -> None:
    factors = [[[1, 2], [3, 4]], [[5, 6]]]
    assert terms_of(factors) == [[[1, 3], [5]], [[2, 4], [6]]]
    assert factors_of(terms_of(factors), (2, 1)) == factors
    assert factors_of([], (2, 1)) == [[[], []], [[]]]


def test_zero_depends_on_the_field() -> None:
    assert is_zero(6, Field.named("GF(3)"))
    assert not is_zero(6, Q)
    assert is_zero(ROOT_TWO([0, 1]) - ROOT_TWO([0, 1]), R)
    assert not is_zero(ROOT_TWO([0, 1]), R)


def test_written_factors() -> None:
    terms = [[[4, Fraction(1, 2)], [-1]]]
    assert written_factors(terms, (2, 1), Q, None) == [[[4], [Fraction(1, 2)]], [[-1]]]
    assert written_factors(terms, (2, 1), Field.named("GF(3)"), None) == [[[1], [2]], [[2]]]
    algebraic = [[[ROOT_TWO([0, 1]), 1], [Fraction(1, 2)]]]
    assert written_factors(algebraic, (2, 1), R, ROOT_TWO) == [[[[0, 1]], [[1, 0]]], [[[Fraction(1, 2), 0]]]]


def test_roots() -> None:
    assert root_evidence(None, Q) is None
    assert root_evidence(ROOT_TWO, C) == {"polynomial": [-2, 0, 1], "interval": []}
    real = root_evidence(ROOT_TWO, R)
    assert real is not None
    a, b = real["interval"]
    assert a < b and (a * a - 2) * (b * b - 2) < 0
