from __future__ import annotations

from fractions import Fraction

import pytest

from algebra_tnn.exact import C, Field, Q, R, prime_field
from algebra_tnn.exact.fields import MODULUS


def test_names() -> None:
    assert [Field.named(name) for name in ("Q", "R", "C")] == [Q, R, C]
    assert Field.named("GF(7)") == Field.named("GF( 7 )") == prime_field(7)
    assert (str(Q), str(Field.named("GF(2)"))) == ("Q", "GF(2)")
    assert Q != R != C


@pytest.mark.parametrize("name", ["", "q", "GF", "GF()", "GF(-2)", "GF(4.0)", "F2", "GF(٢)", "Z", "GF(2) "])
def test_unknown_names(name: str) -> None:
    with pytest.raises(ValueError, match=r"it is one of Q, R, C, or GF\(p\) with a prime p, such as GF\(2\)"):
        Field.named(name)


@pytest.mark.parametrize("p", [0, 1, 4, 9, 2**31 + 1, 10403])
def test_what_is_not_prime(p: int) -> None:
    with pytest.raises(ValueError, match=f"{p} is not prime"):
        Field.named(f"GF({p})")


def test_large_primes() -> None:
    assert Field.named("GF(1099511627689)").characteristic == 2**40 - 87
    with pytest.raises(ValueError, match=r"at most 2\^40"):
        Field.named(f"GF({2**40 + 15})")


def test_characteristic_and_modulus() -> None:
    assert [(f.characteristic, f.is_finite, f.modulus) for f in (Q, R, C, prime_field(5))] == [
        (0, False, MODULUS),
        (0, False, MODULUS),
        (0, False, MODULUS),
        (5, True, 5),
    ]


def test_numbers_in_a_field() -> None:
    seven = prime_field(7)
    assert seven.number(-1) == 6
    assert seven.number(Fraction(1, 2)) == 4
    assert Q.number(Fraction(1, 2)) == Fraction(1, 2)
    assert seven.matrix(((8, Fraction(3, 4)),)) == ((1, 6),)
    with pytest.raises(
        ValueError, match=r"the entry 1/7 has a denominator divisible by 7, so it is no element of GF\(7\)"
    ):
        seven.number(Fraction(1, 7))


def test_division() -> None:
    assert prime_field(7).divided(3, 5) == 2
    assert Q.divided(3, 6) == Fraction(1, 2)
    assert type(Q.divided(6, 3)) is int
    with pytest.raises(ZeroDivisionError):
        Q.divided(1, 0)
