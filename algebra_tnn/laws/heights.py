"""Proved bounds for the size of what a law computes, before it is computed."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import lcm, prod

from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws.expressions import Constant, Name
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import Apply, Difference, Einsum, Sum
from algebra_tnn.laws.programs import Step

LARGEST_HEIGHT = 10**7  # bits of one coefficient or value


def row_degree(law: Law) -> int:
    """The total degree of the entries of a row u · Df(x; θ) in all variables: u, x and θ."""
    return max(0, law.degree - 1) + (law.output_count > 1)


def row_height(law: Law) -> int:
    """h such that the absolute values of the coefficients of such a row, all its entries together, sum to at most 2^h.

    The coefficients of a row are integers after multiplication by a common denominator, which is accounted for.
    The derivatives of a monomial c·m by all parameters have coefficients that sum to |c| times its degree in them.
    """
    bits, denominator = heights(law, {})
    return bits + denominator + _bits(law.output_count) + _bits(max(1, law.degree_in_parameters))


def heights(law: Law, given: Mapping[str, tuple[Number, ...]]) -> tuple[int, int]:
    """(b, d): every entry of every step, times a common denominator ≤ 2^d, has coefficients that sum to ≤ 2^(b+d).

    Tensors are those of ``given``, with these entries, and variables otherwise; absolute values are summed. Sums of
    absolute values are submultiplicative, so a product of tensors adds the bits of its factors.
    """
    bounds: list[tuple[int, int]] = []
    for step in law.program.steps:
        if isinstance(step.content, Name):
            bounds.append(_size(given.get(step.content.name, (1,))))
        else:
            bounds.append(_bounds(step, [bounds[i] for i in step.operands], law))
    return max(b for b, _ in bounds), max(d for _, d in bounds)


def check_height(law: Law, given: Mapping[str, tuple[Number, ...]]) -> None:
    """Raises: ValueError if the bound is above ten million bits: FLINT ends the process where memory ends."""
    bits = sum(heights(law, given))
    if bits > LARGEST_HEIGHT:
        digits = f"{bits * 30103 // 100000:,}" if bits < 10**15 else "too many"
        raise ValueError(f"the law's numbers may have {digits} digits; compute with residues modulo a prime instead")


def _bounds(step: Step, operands: list[tuple[int, int]], law: Law) -> tuple[int, int]:
    match step.content:
        case Constant(array):
            return _size(array.entries)
        case Sum() | Difference():
            return max(b for b, _ in operands) + _bits(len(operands)), sum(d for _, d in operands)
        case Apply() as apply:
            (b, d), exponents = operands[0], apply.exponents or (0,)
            sizes = [_size((apply.coefficients[e],)) for e in exponents]
            norm = max(size + e * b for e, (size, _) in zip(exponents, sizes, strict=True))
            return norm + _bits(len(exponents)), exponents[-1] * d + sum(size for _, size in sizes)
        case Einsum() as einsum:
            ranges = {
                letter: n
                for letters, i in zip(einsum.operands, step.operands, strict=True)
                for letter, n in zip(letters, law.program.steps[i].shape, strict=True)
            }
            summed = prod(n for letter, n in ranges.items() if letter not in einsum.result)
            return sum(b for b, _ in operands) + _bits(summed), sum(d for _, d in operands)
        case _:
            return operands[0]


def _size(entries: tuple[Number, ...]) -> tuple[int, int]:
    """Bits of the largest absolute value, and of the common denominator."""
    largest = max(abs(Fraction(x)) for x in entries)
    return _bits(-(-largest.numerator // largest.denominator)), _bits(lcm(*(x.denominator for x in entries)))


def _bits(n: int) -> int:
    """The least b with n ≤ 2^b."""
    return max(0, n - 1).bit_length()
