"""Systems of equations between products of powers of rational numbers, solved over Q."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd

from algebra_tnn.exact.scalars import Number


@dataclass(frozen=True, slots=True)
class Equation:
    """Π x_v^(e_v) = value, where e_v = ``exponents[v]`` and the value is not 0."""

    exponents: Mapping[tuple[int, int], int]
    value: Fraction


def rational_solution(
    equations: Sequence[Equation], free: Sequence[tuple[int, int]], signs: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], Number] | None:
    """Rational numbers x_v ≠ 0 that solve all equations, or None: any for v in ``free``, ±1 for v in ``signs``.

    Q* is {±1} times the free group of the primes. All values are products of powers of pairwise coprime integers q that
    are no powers themselves, and one system of linear equations over Z per q decides: the exponents at the primes p of
    q are those of q times the multiplicity of p in q, and these multiplicities have no common divisor, so solutions for
    all p give one for q by Bézout. The signs are a system modulo 2.

    >>> rational_solution([Equation({(1, 0): 2}, Fraction(4, 9))], [(1, 0)], [])
    {(1, 0): Fraction(2, 3)}
    """
    if not equations:
        return dict.fromkeys((*free, *signs), 1)
    parts = [part for equation in equations for part in (abs(equation.value.numerator), equation.value.denominator)]
    found = {v: Fraction(1) for v in (*free, *signs)}
    matrix = [[equation.exponents.get(v, 0) for v in free] for equation in equations]
    for q in coprime_base(parts):
        heights = [_multiplicity(e.value.numerator, q) - _multiplicity(e.value.denominator, q) for e in equations]
        exponents = integer_solution(matrix, heights)
        if exponents is None:
            return None
        for v, exponent in zip(free, exponents, strict=True):
            found[v] *= Fraction(q) ** exponent
    units = [[2 * (i == j) for j in range(len(equations))] for i in range(len(equations))]
    parities = [
        [*(equation.exponents.get(v, 0) for v in found), *unit] for equation, unit in zip(equations, units, strict=True)
    ]
    negative = integer_solution(parities, [int(equation.value < 0) for equation in equations])
    if negative is None:
        return None
    return {
        v: _reduced(-x if odd % 2 else x) for (v, x), odd in zip(found.items(), negative[: len(found)], strict=True)
    }


def integer_solution(rows: Sequence[Sequence[int]], right: Sequence[int]) -> list[int] | None:
    """Some integers x with rows · x = right, or None: columns are made echelon by Euclid's algorithm.

    >>> integer_solution([[6, 10, 15]], [1]), integer_solution([[6, 10]], [1])
    ([1, 1, -1], None)
    """
    width = len(rows[0])
    columns = [[row[j] for row in rows] + [int(i == j) for i in range(width)] for j in range(width)]
    rest = [*right, *[0] * width]  # below the rows: −x
    for i in range(len(rows)):
        while len(active := [column for column in columns if column[i]]) > 1:
            least = min(active, key=lambda column: abs(column[i]))
            for column in active:
                if column is not least:
                    _subtract(column, column[i] // least[i], least)
        if active:
            if rest[i] % active[0][i]:
                return None
            _subtract(rest, rest[i] // active[0][i], active[0])
            columns = [column for column in columns if column is not active[0]]
        elif rest[i]:
            return None
    return [-x for x in rest[len(rows) :]]


def coprime_base(numbers: Iterable[int]) -> list[int]:
    """Pairwise coprime integers > 1, none a power, such that all the positive numbers are products of their powers.

    >>> coprime_base([12, 18, 35])
    [2, 3, 35]
    """
    base: list[int] = []
    waiting = [n for n in dict.fromkeys(numbers) if n > 1]
    while waiting:
        n = waiting.pop()
        common = next((b for b in base if gcd(n, b) > 1), None)
        if common is None:
            base.append(n)
        elif common != n:
            base.remove(common)
            d = gcd(n, common)
            waiting += [m for m in (d, n // d, common // d) if m > 1]
    return sorted(map(_smallest_root, base))


def rational_root(x: Fraction, degree: int) -> Fraction | None:
    """The rational number whose power of this degree is x, the positive one of two; None if there is none.

    >>> rational_root(Fraction(-8, 27), 3), rational_root(Fraction(-4), 2)
    (Fraction(-2, 3), None)
    """
    if x < 0 and degree % 2 == 0:
        return None
    numerator, denominator = _root(abs(x.numerator), degree), _root(x.denominator, degree)
    found = Fraction(numerator if x > 0 else -numerator, denominator)
    return found if found**degree == x else None


def _subtract(target: list[int], factor: int, column: Sequence[int]) -> None:
    target[:] = [x - factor * y for x, y in zip(target, column, strict=True)]


def _smallest_root(n: int) -> int:
    """The integer that is no power and has n among its powers."""
    for k in range(n.bit_length(), 1, -1):
        if (root := _root(n, k)) ** k == n:
            return root
    return n


def _root(n: int, k: int) -> int:
    """The largest integer whose k-th power is at most n ≥ 0."""
    low, high = 0, 1 << (n.bit_length() // k + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**k <= n else (low, middle)
    return low


def _multiplicity(n: int, q: int) -> int:
    found = 0
    while n % q == 0:
        n, found = n // q, found + 1
    return found


def _reduced(x: Fraction) -> Number:
    return x.numerator if x.denominator == 1 else x
