from __future__ import annotations

import pickle
from fractions import Fraction

import pytest
import sympy

from algebra_tnn.exact.polynomials import Polynomial, PolynomialRing

Z = PolynomialRing(("x", "y", "z"))
Q = PolynomialRing(("x", "y", "z"), rational=True)
GF7 = PolynomialRing(("x", "y", "z"), characteristic=7)


def some(R: PolynomialRing) -> Polynomial:
    x, y, z = R.variables
    return 3 * (x + 2 * y - z) ** 3 - x * y * z + 5


@pytest.mark.parametrize("R", [Z, Q, GF7])
def test_arithmetic(R: PolynomialRing) -> None:
    x, y, z = R.variables
    assert (x + y) * (x - y) == x**2 - y**2
    assert (x + 1) - x == 1
    assert 1 - x == -(x - 1)
    assert R(3) + 4 == R(7)
    assert x * 0 == R(0) and not x * 0 and bool(x)
    assert (x + y).value([2, 3, 0]) == 5
    assert (x * z**2).degree == 3 and R(0).degree == -1 and R(1).degree == 0
    assert x != y and x != "x"
    assert hash(x + y) == hash(y + x)


def test_coefficients_live_in_their_ring() -> None:
    x = Q.variables[0]
    assert (x + Fraction(1, 2)).value([0, 0, 0]) == Fraction(1, 2)
    assert x * Fraction(2, 3) * 3 == 2 * x
    assert GF7.variables[0] * Fraction(1, 2) == 4 * GF7.variables[0]
    assert [c for _, c in (-GF7.variables[0]).terms()] == [6]
    with pytest.raises(ValueError, match="the number 1/2 is no element of Z; choose polynomials over Q"):
        Z(Fraction(1, 2))
    with pytest.raises(ValueError, match=r"the number 1/7 is no element of GF\(7\)"):
        GF7(Fraction(1, 7))
    with pytest.raises(ValueError, match="do not mix"):
        Z.variables[0] + Q.variables[0]
    with pytest.raises(TypeError):
        Z.variables[0] + 0.5  # the message is Python's
    for operation in ("__add__", "__sub__", "__rsub__", "__mul__", "__eq__"):
        assert getattr(Z.variables[0], operation)(0.5) is NotImplemented


@pytest.mark.parametrize("R", [Z, Q, GF7])
def test_terms_and_back(R: PolynomialRing) -> None:
    f = some(R)
    terms = list(f.terms())
    assert len(terms) == f.term_count == 11
    assert all(type(e) is int for exponents, _ in terms for e in exponents)
    assert R.of_terms([e for e, _ in terms], [c for _, c in terms]) == f
    assert pickle.loads(pickle.dumps(f)) == f
    assert pickle.loads(pickle.dumps(R(0))) == R(0)


def test_terms_as_arrays() -> None:
    x, y, _ = PolynomialRing(("x", "y", "z"), 7).variables
    p = 3 * x**4 * y + 5 * y + 9
    assert list(zip(map(tuple, p.exponents().tolist()), p.coefficients(), strict=True)) == list(p.terms())
    assert (p - p).exponents().shape == (0, 3) and (p - p).coefficients() == []
    assert PolynomialRing(())(4).exponents().shape == (1, 0)


def test_high_exponents_survive_pickling() -> None:
    x = Z.variables[0]
    f = x**70000 + 2**100
    assert pickle.loads(pickle.dumps(f)) == f


def test_derivative_and_coefficients() -> None:
    x, y, z = Z.variables
    f = (x + y * z) ** 2 + 3 * x
    assert f.derivative("y") == 2 * z * (x + y * z)
    parts = f.coefficients_in(["y", "z"])
    assert parts == {(0, 0): x**2 + 3 * x, (1, 1): 2 * x, (2, 2): Z(1)}
    assert f.coefficients_in(["z", "x"])[1, 1] == 2 * y


def test_sympy_for_display() -> None:
    x, y, z = sympy.symbols("x y z")
    assert sympy.expand(some(Z).to_sympy() - (3 * (x + 2 * y - z) ** 3 - x * y * z + 5)) == 0
    half = (Q.variables[0] * Fraction(1, 2) + 1).to_sympy()
    assert half == x / 2 + 1


def test_text() -> None:
    x, y, z = Q.variables
    assert str(-x * y**2 + Fraction(3, 2) * z - 1) == "-x*y^2 + 3/2*z - 1"
    assert str(Q(0)) == "0"
    assert repr(x + y) == "<polynomial with 2 terms in 3 variables>"


def test_what_is_no_ring() -> None:
    with pytest.raises(ValueError, match="two variables are called y"):
        PolynomialRing(("x", "y", "y"))
    with pytest.raises(ValueError, match="12 is not prime"):
        PolynomialRing(("x",), characteristic=12)


def test_names_may_be_any_text() -> None:
    theta = PolynomialRing(("θ",)).variables[0]
    assert str(theta**2) == "θ^2"


def test_large_primes() -> None:
    R = PolynomialRing(("x",), characteristic=2**61 - 1)
    assert (R.variables[0] ** 2).value([2**60]) == pow(2**60, 2, 2**61 - 1)
