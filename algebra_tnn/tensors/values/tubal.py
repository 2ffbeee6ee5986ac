"""Tensors with tubes along mode 2 that convolve circularly: the t-product, tubal rank, and factorizations.

A tube (t_0, …, t_{K−1}) is the polynomial Σ t_k x^k modulo x^K − 1, and an n×m×K tensor is a matrix over that ring,
which over Q is the product of the cyclotomic fields Q(ζ_d), d | K. So T has a rank over each Q(ζ_d), that of its
Fourier slices Σ_j T_j ω^{jk} with k of order d modulo K; the largest is the *tubal rank*, the least r with T = A * B,
where A is n×r×K and B is r×m×K. The factors found here have rational entries. Orthogonal ones, as in the t-SVD, need
square roots in general and are not sought. Reference: [KilmerMartin2011].
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd
from typing import Any

from algebra_tnn.exact import Number
from algebra_tnn.exact.cyclotomic import cyclotomic_field, divisors, interpolated
from algebra_tnn.exact.linear.any_field import columns_and_rows, echelon_rows
from algebra_tnn.exact.number_fields import Algebraic
from algebra_tnn.laws.arrays import Array
from algebra_tnn.tensors.formats import TubalFormat
from algebra_tnn.tensors.tensor import Tensor
from algebra_tnn.tensors.values.block_terms import BlockTerms, MatrixTerm
from algebra_tnn.tensors.values.format_value import FormatValue, ring_array


@dataclass(frozen=True, slots=True, repr=False)
class TubalProduct(FormatValue):
    """The t-product A * B of shape n×m×K, with A of shape n×r×K and B of shape r×m×K.

    Slice k is the sum of the matrix products A_i B_j with i + j ≡ k modulo K. Reference: [KilmerMartin2011].

    >>> T = TubalProduct.of([[[1, 2, 0]]], [[[1, 0, 1], [0, 3, 0]]])
    >>> T.shape, T.ranks, T.tensor().nested()
    ((1, 2, 3), (1,), [[[3, 2, 1], [0, 3, 6]]])
    """

    left: Array
    right: Array

    def __post_init__(self) -> None:
        self.check()

    @classmethod
    def of(cls, left: Any, right: Any) -> TubalProduct:
        """From nested lists or arrays of exact numbers, or of elements of one ring. Raises: TypeError, ValueError."""
        return cls(ring_array(left, "left", 3), ring_array(right, "right", 3))

    @property
    def ranks(self) -> tuple[int]:
        return (self.left.shape[1],)

    @property
    def format(self) -> TubalFormat:
        n, r, K = self.left.shape
        return TubalFormat((n, self.right.shape[1], K), r)

    @property
    def nodes(self) -> dict[str, Array]:
        return {"A": self.left, "B": self.right}


def fourier_slices(tensor: Tensor) -> tuple[tuple[tuple[Any, ...], ...], ...]:
    """The matrices Σ_j T_j ω^{jk}, k = 0, …, K − 1, with T_j the slices along mode 2 and ω a primitive K-th root of
    unity: numbers for K ≤ 2, elements of Q(i) for K = 4, of ``cyclotomic_field(K)`` in general.

    Raises: ValueError for another order than three.

    >>> fourier_slices(Tensor.from_nested([[[1, 2], [0, 3], [5, 5]]]))
    (((3, 3, 10),), ((-1, -3, 0),))
    """
    hats = [_fourier_slice(tensor, k) for k in range(_tube_length(tensor))]
    return tuple(tuple(map(tuple, _rational(hat))) for hat in hats)


def tubal_ranks(tensor: Tensor) -> tuple[int, ...]:
    """The ranks of the Fourier slices, at the frequencies 0, …, K − 1; the tubal rank is their maximum.

    Raises: ValueError for another order than three.

    >>> tubal_ranks(Tensor.from_nested([[[1, 1], [0, 0]], [[0, 0], [1, -1]]]))
    (1, 1)
    """
    K = _tube_length(tensor)
    ranks = {d: len(echelon_rows(matrix)[0]) for d, matrix in _over_fields(tensor).items()}
    return tuple(ranks[K // gcd(k, K)] for k in range(K))


def tubal_factorization(tensor: Tensor) -> TubalProduct:
    """T = A * B with the least inner size, the tubal rank, and rational entries; one for the zero tensor.

    Each slice over Q(ζ_d) is factored into its first independent columns and its reduced row echelon form, and the
    factors are put together by the inverse Fourier transform. Raises: ValueError for another order than three.

    >>> T = Tensor.from_nested([[[1, 1], [0, 0]], [[0, 0], [1, -1]]])
    >>> found = tubal_factorization(T)
    >>> found.ranks, found.tensor() == T
    ((1,), True)
    """
    K = _tube_length(tensor)
    n, m, _ = tensor.shape
    parts = {d: columns_and_rows(matrix) for d, matrix in _over_fields(tensor).items()}
    r = max(1, *(len(rows) for _, rows in parts.values()))

    def entry(side: int, i: int, j: int) -> tuple[Number, ...]:
        values = {}
        for d, part in parts.items():
            inside = (j if side == 0 else i) < len(part[1])
            values[d] = part[side][i][j] if inside else cyclotomic_field(d)(0)
        return interpolated(values, K)

    left = Array((n, r, K), tuple(x for i in range(n) for j in range(r) for x in entry(0, i, j)))
    right = Array((r, m, K), tuple(x for i in range(r) for j in range(m) for x in entry(1, i, j)))
    return TubalProduct(left, right)


def fourier_blocks(tensor: Tensor) -> BlockTerms:
    """T = Σ_k T̂_k ⊗ f_k with the Fourier slices T̂_k and the fixed vectors f_k = (ω^{−jk} / K)_j: block terms of ranks
    (L_k, L_k, 1), L_k the rank of T̂_k, those that are zero left out; one zero block for the zero tensor.

    Entries are rational for K ≤ 2, and elements of ``cyclotomic_field(K)`` else. Raises: ValueError for another order
    than three. Reference: [KilmerMartin2011].

    >>> T = Tensor.from_nested([[[1, 1], [0, 0]], [[0, 0], [1, -1]]])
    >>> fourier_blocks(T).ranks, fourier_blocks(T).tensor() == T
    (((1, 1, 1), (1, 1, 1)), True)
    """
    K = _tube_length(tensor)
    blocks = []
    for k in range(K):
        left, rows = columns_and_rows(_fourier_slice(tensor, k))
        if rows:
            right = tuple(zip(*rows, strict=True))
            vector = [_root(K, -j * k) / K for j in range(K)]
            blocks.append(MatrixTerm.of(_rational(left), _rational(right), _rational([vector])[0]))
    n, m, _ = tensor.shape
    zero = MatrixTerm.of([[0]] * n, [[0]] * m, [0] * K)
    return BlockTerms(tuple(blocks) or (zero,))


def _tube_length(tensor: Tensor) -> int:
    if tensor.order != 3:
        raise ValueError(f"the tensor has order {tensor.order}; matrices of tubes are tensors of order 3")
    return tensor.shape[2]


def _tubes(tensor: Tensor) -> list[list[tuple[Number, ...]]]:
    n, m, K = tensor.shape
    return [[tensor.entries[K * (m * i + j) : K * (m * i + j + 1)] for j in range(m)] for i in range(n)]


def _over_fields(tensor: Tensor) -> dict[int, list[list[Algebraic]]]:
    """The matrix over Q(ζ_d) that the tensor is, for each divisor d of K."""
    fields = {d: cyclotomic_field(d) for d in divisors(_tube_length(tensor))}
    return {d: [[field(tube) for tube in row] for row in _tubes(tensor)] for d, field in fields.items()}


def _root(K: int, exponent: int) -> Algebraic:
    """ω^exponent."""
    return cyclotomic_field(K)([int(j == exponent % K) for j in range(K)])


def _fourier_slice(tensor: Tensor, k: int) -> list[list[Algebraic]]:
    K = tensor.shape[2]

    def entry(tube: Sequence[Number]) -> Algebraic:
        coefficients: list[Number] = [0] * K
        for j, x in enumerate(tube):
            coefficients[j * k % K] += x
        return cyclotomic_field(K)(coefficients)

    return [[entry(tube) for tube in row] for row in _tubes(tensor)]


def _rational(matrix: Sequence[Sequence[Algebraic]]) -> list[list[Any]]:
    """The matrix with numbers in the place of elements of a field of degree one."""
    return [[x.coefficients()[0] if x.field.degree == 1 else x for x in row] for row in matrix]
