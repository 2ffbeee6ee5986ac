from __future__ import annotations

from fractions import Fraction

import pytest

from algebra_tnn.exact.number_fields import NumberField, characteristic_polynomial, irreducible_factors

ROOT_TWO = NumberField((-2, 0, 1))
IMAGINARY = NumberField((1, 0, 1))
CUBIC = NumberField((-2, 0, 0, 1))


def test_arithmetic() -> None:
    t = ROOT_TWO([0, 1])
    assert t * t == 2
    assert (1 + t) * (1 - t) == -1
    assert 3 - t == -(t - 3)
    assert (t + Fraction(1, 2)).coefficients() == [Fraction(1, 2), 1]
    assert 1 / t == t / 2
    assert t.inverse() * t == ROOT_TWO(1)
    assert bool(t) and not (t - t)
    assert hash(t * t) == hash(ROOT_TWO(2))
    assert (t == "t") is False


def test_reduction_of_long_inputs() -> None:
    assert CUBIC([0, 0, 0, 0, 1]).coefficients() == [0, 2, 0]
    assert CUBIC.degree == 3


def test_zero_has_no_inverse() -> None:
    with pytest.raises(ZeroDivisionError):
        ROOT_TWO(0).inverse()
    with pytest.raises(ZeroDivisionError):
        1 / (ROOT_TWO([0, 1]) * 0)


def test_real_roots_are_enclosed() -> None:
    for field in (ROOT_TWO, CUBIC, NumberField((1, -3, 0, 1))):
        ends = field.real_root_interval()
        assert ends is not None
        a, b = ends
        assert a < b
        values = [sum(c * x**i for i, c in enumerate(field.polynomial)) for x in (a, b)]
        assert values[0] * values[1] < 0


def test_two_close_roots_are_told_apart() -> None:
    """2000 t² − 800 t + 79 has the roots 1/5 ± √(1/2000): a coarse grid sees no change of sign."""
    ends = NumberField((79, -800, 2000)).real_root_interval()
    assert ends is not None
    assert 0 < ends[0] < ends[1] < 1


def test_no_real_root() -> None:
    assert IMAGINARY.real_root_interval() is None


def test_factorization() -> None:
    assert sorted(irreducible_factors([0, -4, 0, 1])) == [((-2, 1), 1), ((0, 1), 1), ((2, 1), 1)]
    assert irreducible_factors([Fraction(1, 2), 1, Fraction(1, 2)]) == [((1, 1), 2)]
    assert irreducible_factors([-2, 0, 1]) == [((-2, 0, 1), 1)]


def test_characteristic_polynomial() -> None:
    assert characteristic_polynomial([[1, 2], [3, 4]]) == [-2, -5, 1]
    assert characteristic_polynomial([[Fraction(1, 2)]]) == [Fraction(-1, 2), 1]
