"""Which monomials in the inputs the values of a law can have: their multidegrees, one degree per input."""

from __future__ import annotations

from functools import lru_cache, reduce
from itertools import accumulate
from math import comb, prod

from algebra_tnn.laws.expressions import Constant, Name
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import Apply, Difference, Sum

Multidegrees = frozenset[tuple[int, ...]]
HIGHEST = 10_000  # sum of the degrees in the inputs, as in the checker
MOST = 1_000_000  # products of degrees, each plus 1


@lru_cache(maxsize=2000)
def multidegrees(law: Law) -> Multidegrees | None:
    """The multidegrees in the inputs that the monomials of the output can have; None for too high degrees.

    A unit vector for an input, 0 for parameters and constants; unions for sums, sums for products, and sums of as many
    as each exponent says for a polynomial. A set of multidegrees is held as the bits of an integer, a multidegree as
    the digits of a place.

    >>> law = Law.trace(lambda x, W: (W @ x)**3 + W @ x, {"x": (2,)}, {"W": (2, 2)})
    >>> sorted(multidegrees(law))
    [(1,), (3,)]
    """
    radices = [law.degree_in(name) + 1 for name in law.input_names]
    if sum(radices) - len(radices) > HIGHEST or prod(radices) > MOST:
        return None
    weights = [1, *accumulate(radices, int.__mul__)][: len(radices)]
    units = {name: 1 << weight for name, weight in zip(law.input_names, weights, strict=True)}
    found: list[int] = []
    for step in law.program.steps:
        operands = [found[i] for i in step.operands]
        match step.content:
            case Name(name):
                found.append(units[name] if name in units and law.degree_in(name) else 1)
            case Constant():
                found.append(1)
            case Sum() | Difference():
                found.append(reduce(int.__or__, operands))
            case Apply() as apply:
                found.append(_applied(operands[0], apply.exponents))
            case _:
                found.append(reduce(_sums, operands))
    return frozenset(
        tuple(place // weight % radix for weight, radix in zip(weights, radices, strict=True))
        for place in _places(found[law.program.output])
    )


def reachable_monomials(law: Law) -> int | None:
    """The number of monomials in the inputs that an entry of the output can have; None for too high degrees.

    >>> reachable_monomials(Law.trace(lambda x, W: (W @ x)**3, {"x": (2,)}, {"W": (2, 2)}))
    4
    """
    if (degrees := multidegrees(law)) is None:
        return None
    sizes = [prod(shape) for _, shape in law.inputs]
    return sum(prod(comb(n + d - 1, d) for n, d in zip(sizes, degree, strict=True)) for degree in degrees)


def _places(bits: int) -> list[int]:
    return [i for i, bit in enumerate(reversed(f"{bits:b}")) if bit == "1"]


def _sums(one: int, two: int) -> int:
    few, many = sorted((one, two), key=int.bit_count)
    return reduce(int.__or__, (many << place for place in _places(few)), 0)


def _applied(degrees: int, exponents: tuple[int, ...]) -> int:
    """The union of the sums of e multidegrees, for each of the ascending exponents e."""
    result, power, reached = 0, 1, 0
    for e in exponents:
        power, reached = _sums(power, _multiple(degrees, e - reached)), e
        result |= power
    return result


def _multiple(degrees: int, e: int) -> int:
    """The sums of e multidegrees."""
    if e < 2:
        return degrees if e else 1
    half = _multiple(degrees, e // 2)
    return _sums(_sums(half, half), degrees if e % 2 else 1)
