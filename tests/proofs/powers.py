"""The hypotheses of statements about sums of powers and eigenvectors, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations, count

from algebra_tnn import C, DimensionAtLeast, Field, Form, Q, R, library, verify
from algebra_tnn.exact import Polynomial, PolynomialRing
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.tensors.binary_forms import apolar_forms, has_different_zeros

Table = dict[str, bool]
TWO_WAYS = {(3, 6, 9), (4, 4, 8), (6, 3, 9)}


def apolar(name: str, field: Field) -> Table:
    """What is asked of the zeros of the one apolar form of the least degree."""
    form = library.load(name).INSTANCE
    [g] = next(found for m in count(1) if (found := apolar_forms(form, m)))
    different = has_different_zeros(g, C)
    return {"no multiple zero": different, "zeros in the field": has_different_zeros(g, field) or not different}


def monomial(name: str, field: Field) -> Table:
    module = library.load(name)
    form: Form = module.INSTANCE
    [(exponents, _)] = form.terms
    left_out = getattr(module, "LEFT_OUT", exponents.index(min(exponents)))
    least = exponents[left_out]
    others = [a for i, a in enumerate(exponents) if i != left_out]
    return {
        "the least exponent is left out": least == min(exponents),
        "a_0 = 1, or roots of unity": min(exponents) == 1
        or all(has_different_zeros((1, *[0] * a, -1), field) for a in others),
    }


def subgeneric(name: str) -> Table:
    f: PowerSum = library.load(name).INSTANCE
    (n,), (d,), r = f.sizes, f.exponents, f.terms
    return {
        "does not fill": verify(DimensionAtLeast(f.law, f.ambient)).status != "proved",
        "not defective": verify(DimensionAtLeast(f.law, r * n)).status == "proved",
        "not in the list": (n, d, r) not in TWO_WAYS,
        "d ≥ 3": d >= 3,
    }


def orthogonal() -> Table:
    module = library.load("tensors/oblique")
    u, v = module.VECTORS
    products = {
        (0, 0): sum(x * x for x in u),
        (0, 1): sum(x * y for x, y in zip(u, v, strict=True)),
        (1, 1): sum(y * y for y in v),
    }
    lengths = all(products[i, i] == 1 for i in range(2))
    return {
        "unit vectors": lengths,
        "orthogonal": all(products[pair] == 0 for pair in combinations(range(2), 2)),
        "positive": min(module.WEIGHTS) > 0,
    }


def rotations(n: int) -> list[list[Polynomial]]:
    """The products of the rows of the rotations of `tensors/orthogonal`, polynomials in q."""
    constants = library.load("tensors/orthogonal").ROTATIONS[n]
    q = PolynomialRing(tuple(f"q{i}" for i in range(2 ** (n - 1)))).variables

    def value(form: list[list[int]]) -> Polynomial:
        return total(c * a * b for line, a in zip(form, q, strict=True) for c, b in zip(line, q, strict=True))

    def total(parts: Iterable[Polynomial]) -> Polynomial:
        return sum(parts, start=0 * q[0])

    rows = [[value(entry) for entry in row] for row in constants]
    return [[total(a * b for a, b in zip(u, v, strict=True)) for v in rows] for u in rows]


#  name -> (what is violated, the hypotheses of its statement)
TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "rank/multiple_zero": ("no multiple zero", lambda: apolar("rank/multiple_zero", C)),
    "rank/irrational_zeros": ("zeros in the field", lambda: apolar("rank/irrational_zeros", Q)),
    "rank/monomial_least": ("the least exponent is left out", lambda: monomial("rank/monomial_least", C)),
    "rank/monomial_real": ("a_0 = 1, or roots of unity", lambda: monomial("rank/monomial_real", R)),
    "identifiability/defective_quartics": ("not defective", lambda: subgeneric("identifiability/defective_quartics")),
    "identifiability/eight_quartics": ("not in the list", lambda: subgeneric("identifiability/eight_quartics")),
    "tensors/oblique": ("orthogonal", orthogonal),
}
