"""Residues modulo p as doubles of least absolute value: products of matrices over GF(p) at the speed of the BLAS.

Doubles hold every integer up to 2^53, and sums and products of integers that stay below are exact. So a product of
matrices of residues is exact while its inner length times the square of the largest residue stays below 2^53. Residues
around 0 allow four times the length of residues from 0 to p − 1. One rounding per entry brings the result back.
This is the one place where a floating-point type holds exact numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.blas import Doubles
from algebra_tnn.exact.primes import is_prime
from algebra_tnn.exact.scalars import exact_number

PRIME = 1048573  # the largest prime below 2^20: sums of 32767 products need no reduction on the way
LARGEST = 2**23  # moduli of matrices of doubles are below this: sums of 511 products are exact
__all__ = [
    "LARGEST",
    "PRIME",
    "Doubles",
    "ResidueMatrix",
    "centred_residues",
    "checked_modulus",
    "largest_residue",
    "longest_sum",
    "product",
    "reduce_in_place",
    "reduced",
    "residues",
    "subtract_multiples",
]

_CHUNK = 1 << 15  # entries that stay in the cache while they are reduced


def largest_residue(p: int) -> int:
    """A bound for what ``reduce_in_place`` leaves of integers |x| ≤ 2^53 − p.

    It leaves r = x − p · q, where q rounds x · (1/p) in doubles. The two roundings inside move the quotient by less
    than |x|/p · 2^-52 < 2/p, and rounding it by at most 1/2, so |r| < p/2 + 2. The product p · q is at most 2^53 and
    therefore exact, as is the difference. For |x| ≤ 2^51 the same argument gives |r| < p/2 + 1/2: r is centred.
    """
    return (p + 3) // 2


def longest_sum(p: int) -> int:
    """How many products of two residues may be added to a residue, so that the sum is exact and can be reduced.

    >>> longest_sum(PRIME), longest_sum(8388593)
    (32767, 512)
    """
    r = largest_residue(p)
    return min((2**53 - p - r) // r**2, 2**40)  # sums of 2^40 stay below 2^51 for p ≤ 5, where p could equal r


def reduce_in_place(array: Doubles, p: int) -> None:
    """Replaces integers |x| ≤ 2^53 − p by their residues modulo p.

    Cost: four passes over rows that are in the cache; about a nanosecond per entry.
    """
    if array.ndim > 2 and not array.flags.c_contiguous:
        for part in array:
            reduce_in_place(part, p)
    elif array.size:
        rows = array.reshape(-1, array.shape[-1])  # in order, or of one or two axes: a view
        step = max(1, _CHUNK // rows.shape[1])
        quotient = np.empty((min(step, len(rows)), rows.shape[1]))
        for start in range(0, len(rows), step):
            part = rows[start : start + step]
            subtract_multiples(part, p, quotient[: len(part)])


def subtract_multiples(array: Doubles, p: int, quotient: Doubles) -> None:
    """What ``reduce_in_place`` does, in one piece and with the memory for the quotients given."""
    np.multiply(array, 1 / p, out=quotient)
    np.rint(quotient, out=quotient)
    np.multiply(quotient, p, out=quotient)
    np.subtract(array, quotient, out=array)


def reduced(array: Doubles, p: int) -> Doubles:
    """The residues modulo p of integers |x| ≤ 2^53 − p.

    >>> reduced(np.array([3, -4, 9, 10], dtype=np.float64), 7).tolist()
    [3.0, 3.0, 2.0, 3.0]
    """
    result = np.array(array, dtype=np.float64, order="C")
    reduce_in_place(result, p)
    return result


def product(A: Doubles, B: Doubles, p: int) -> Doubles:
    """A · B modulo p, for arrays of residues.

    Shapes: those of numpy's matmul: (…, n, k) and (…, k, m) give (…, n, m).
    Cost: a matrix product and a rounding; longer sums than ``longest_sum(p)`` are split, with roundings between.

    >>> product(np.array([[3, -2]], dtype=np.float64), np.array([[2], [3]], dtype=np.float64), 7).tolist()
    [[0.0]]
    """
    length, limit = A.shape[-1], longest_sum(p)
    result = np.asarray(np.matmul(A[..., :limit], B[..., :limit, :]))
    reduce_in_place(result, p)
    for start in range(limit, length, limit):
        part = slice(start, start + limit)
        term = np.matmul(A[..., part], B[..., part, :])
        reduce_in_place(term, p)
        result += term
        reduce_in_place(result, p)
    return result


def checked_modulus(p: Any, limit: int = LARGEST) -> int:
    """The modulus, a prime below the limit. Raises: TypeError, ValueError.

    FLINT ends the process where it needs an inverse modulo a composite number, so this comes first.
    """
    power = f"2^{limit.bit_length() - 1}"
    if isinstance(p, bool) or not isinstance(p, (int, np.integer)):
        raise TypeError(f"the modulus is {p!r}; it is a prime number below {power}, an int")
    if not 2 <= p < limit:
        raise ValueError(f"the modulus is {p}; choose a prime from 2 to {power}")
    if not is_prime(int(p)):
        raise ValueError(f"the modulus is {p}, but {p} is not prime; choose a prime below {power}")
    return int(p)


@dataclass(frozen=True, slots=True, eq=False)
class ResidueMatrix:
    """A matrix over GF(p): a C-ordered array of doubles that hold residues around 0, and p.

    The array is not copied, and is not to be changed afterwards.

    >>> ResidueMatrix.of([[1, -1], ["1/2", 9]], 7).array.tolist()
    [[1.0, -1.0], [-3.0, 2.0]]
    """

    array: Doubles
    modulus: int

    def __post_init__(self) -> None:
        p, array = checked_modulus(self.modulus), self.array
        if array.ndim != 2 or array.dtype != np.float64 or not array.flags.c_contiguous:
            raise TypeError(
                f"the residues are an array of {array.dtype} with {array.ndim} axes; they are a C-ordered array of "
                "float64 with two axes: ResidueMatrix.of(matrix, modulus) makes one from exact numbers"
            )
        step = max(1, _CHUNK // max(1, array.shape[1]))
        for start in range(0, len(array), step):
            part = array[start : start + step]
            if not ((np.abs(part) <= largest_residue(p)) & (np.rint(part) == part)).all():
                raise ValueError(
                    f"the residues contain an entry that is no integer of absolute value at most {p // 2}; "
                    "ResidueMatrix.of(matrix, modulus) makes residues from exact numbers"
                )

    @classmethod
    def of(cls, matrix: Any, modulus: int = PRIME) -> ResidueMatrix:
        """The residues of an array of integers or of rows of exact numbers. Raises: TypeError, ValueError."""
        p = checked_modulus(modulus)
        return cls(centred_residues(matrix, p), p)

    @property
    def shape(self) -> tuple[int, int]:
        return self.array.shape[0], self.array.shape[1]


def centred_residues(matrix: Any, p: int, name: str = "the matrix") -> Doubles:
    """The residues around 0, for p < LARGEST, of an array of integers or of rows of exact numbers.

    Raises: TypeError, ValueError; they call the matrix by its name.
    """
    found = matrix if _is_short(matrix) else residues(matrix, p, name)
    array: Doubles = found.astype(np.float64, order="C")
    reduce_in_place(array, p)
    return array


def _is_short(matrix: Any) -> bool:
    """Whether this is a matrix of integers up to 2^51, which need no remainders of integers: those are slow."""
    if not isinstance(matrix, np.ndarray) or matrix.ndim != 2 or matrix.dtype.kind not in "iu":
        return False
    return matrix.size == 0 or bool(matrix.min() >= -(2**51) and matrix.max() <= 2**51)


def residues(matrix: Any, p: int, name: str = "the matrix") -> NDArray[np.int64]:
    """The residues from 0 to p − 1, for p < 2^63, of an array of integers or of rows of exact numbers.

    Raises: TypeError, ValueError; they call the matrix by its name.
    """
    if not isinstance(matrix, np.ndarray) or matrix.dtype.kind == "O":
        return _residues_of_rows(matrix, p, name)
    if matrix.ndim != 2:
        raise ValueError(f"{name} has {matrix.ndim} axes; a matrix has two, of rows and of columns")
    if matrix.dtype.kind not in "iu":
        raise TypeError(
            f"{name} is an array of {matrix.dtype}; give an array of integers, or round floats with "
            "rationalize(array, max_denominator=...)"
        )
    # of two integer types NumPy takes the wider one, but of int64 and uint64 it takes float64
    divisor = np.uint64(p) if matrix.dtype == np.uint64 else np.int64(p)
    return np.remainder(matrix, divisor).astype(np.int64)


def _residues_of_rows(matrix: Any, p: int, name: str) -> NDArray[np.int64]:
    if not isinstance(matrix, Iterable) or isinstance(matrix, (str, bytes, dict)):
        raise TypeError(f"{name} is {matrix!r:.40}; a matrix is a list of rows or an array of integers")
    rows: list[list[int]] = []
    for i, row in enumerate(matrix):
        if not isinstance(row, Iterable) or isinstance(row, (str, bytes, dict)):
            raise TypeError(f"{name}[{i}] is {row!r:.40}; a row is a list of numbers")
        rows.append([x % p if type(x) is int else _residue(x, p, f"{name}[{i}][{j}]") for j, x in enumerate(row)])
        if len(rows[i]) != len(rows[0]):
            raise ValueError(
                f"{name}[{i}] has {len(rows[i])} entries but {name}[0] has {len(rows[0])}; rows are equally long"
            )
    return np.array(rows, dtype=np.int64).reshape(len(rows), len(rows[0]) if rows else 0)


def _residue(entry: Any, p: int, place: str) -> int:
    x = exact_number(entry, place)
    if x.denominator % p == 0:
        raise ValueError(f"{place} is {x}, which is no residue modulo {p}; choose a prime that divides no denominator")
    return x.numerator * pow(x.denominator, -1, p) % p
