"""Short decompositions of a tensor: by its slices, by pencils of slices, by a known algorithm for matrix products."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from algebra_tnn.exact import Field, Matrix, Number, rank, rank_factorization
from algebra_tnn.exact.linear.matrices import solution
from algebra_tnn.provers.terms import Terms, terms_of
from algebra_tnn.tensors import Tensor
from algebra_tnn.tensors.matrix_multiplication import matmul_format, recognized
from algebra_tnn.tensors.short_multiplication import short_multiplication
from algebra_tnn.tensors.sparse import SparseTensor

MAX_PENCIL = 4_000  # entries of a tensor whose pencils of slices are tried
MAX_MULTIPLICATION = 100_000  # entries of a tensor that may be that of matrix multiplication


def multiplication_terms(T: Tensor, field: Field) -> Terms | None:
    """Short decompositions of matrix multiplication, if this is its tensor."""
    found = None if matmul_format(T.shape) is None else recognized(SparseTensor.of(T))
    if found is None:
        return None
    sizes, convention = found
    terms = terms_of(short_multiplication(*sizes, convention).factors)
    return [[[field.number(x) for x in vector] for vector in term] for term in terms]


def slice_terms(T: Tensor, field: Field) -> Terms:
    """Rank factorizations of a spanning set of slices (recursively): the best choice of the mode to slice along.

    A basis of the slices along mode n suffices: the others are combinations, which only changes the vector of mode n.
    """
    if T.order == 2:
        left, right = rank_factorization(T.matricized([0]), field)
        return [[[row[r] for row in left], list(right[r])] for r in range(len(right))]
    best: Terms | None = None
    ranks = [rank(T.matricized([mode]), field) for mode in range(T.order)]
    for mode in range(T.order) if T.order <= 4 else [ranks.index(min(ranks))]:
        unfolded = T.matricized([mode])
        basis, coordinates = _row_basis(unfolded, field)
        terms: Terms = []
        rest = tuple(n for m, n in enumerate(T.shape) if m != mode)
        for k, row in enumerate(basis):
            vector = [line[k] for line in coordinates]
            for term in slice_terms(Tensor(rest, row), field):
                terms.append([*term[:mode], vector, *term[mode:]])
        if best is None or len(terms) < len(best):
            best = terms
    assert best is not None
    return best


def _row_basis(matrix: Matrix, field: Field) -> tuple[Matrix, Matrix]:
    """Rows that span the row space, and the coordinates of all rows in them (one row of coordinates per row)."""
    transposed = tuple(zip(*matrix, strict=True))
    left, right = rank_factorization(transposed, field)  # columns of `left` are rows of the matrix
    basis = tuple(zip(*left, strict=True)) if right else ()
    coordinates = tuple(zip(*right, strict=True)) if right else tuple(() for _ in matrix)
    return basis, coordinates


def pencil_terms(T: Tensor, field: Field) -> Terms | None:
    """Jennrich's method over Q: rank-many terms when a pencil of slices has distinct rational eigenvalues."""
    from algebra_tnn.exact.number_fields import characteristic_polynomial, irreducible_factors

    for mode in range(3):
        others = [m for m in range(3) if m != mode]
        sizes = [rank(T.matricized([m]), field) for m in others]
        if sizes[0] != sizes[1]:
            continue
        r = sizes[0]
        frames = [rank_factorization(T.matricized([m]), field)[0] for m in others]  # columns span the mode's space
        slices = _compressed_slices(T, mode, others, frames)
        if slices is None:
            continue
        for x in range(3):
            X = _combination(slices, [(3 * k + x) % 7 + 1 for k in range(len(slices))])
            Y = _combination(slices, [(k * k + 5 * k + x) % 11 - 3 for k in range(len(slices))])
            if rank(X, field) < r:
                continue
            quotient = solution(X, Y, field)
            assert quotient is not None
            factors = irreducible_factors(characteristic_polynomial(quotient))
            if any(len(f) != 2 or multiplicity > 1 for f, multiplicity in factors):
                continue
            return _terms_from_eigenvalues(T, mode, others, frames, slices, quotient, [f for f, _ in factors])
    return None


def _compressed_slices(T: Tensor, mode: int, others: Sequence[int], frames: Sequence[Matrix]) -> list[Matrix] | None:
    """The r×r matrices S_k with slice_k = frame_0 · S_k · frame_1ᵀ."""
    slices = []
    for k in range(T.shape[mode]):
        index = [0, 0, 0]
        index[mode] = k
        rows = []
        for i in range(T.shape[others[0]]):
            index[others[0]] = i
            row = []
            for j in range(T.shape[others[1]]):
                index[others[1]] = j
                row.append(T[index[0], index[1], index[2]])
            rows.append(tuple(row))
        half = solution(frames[0], tuple(rows))
        if half is None:
            return None
        whole = solution(frames[1], tuple(zip(*half, strict=True)))
        if whole is None:
            return None
        slices.append(tuple(zip(*whole, strict=True)))
    return slices


def _combination(slices: Sequence[Matrix], weights: Sequence[int]) -> Matrix:
    size = range(len(slices[0]))
    return tuple(tuple(sum((w * S[i][j] for w, S in zip(weights, slices, strict=True)), 0) for j in size) for i in size)


def _terms_from_eigenvalues(
    T: Tensor,
    mode: int,
    others: Sequence[int],
    frames: Sequence[Matrix],
    slices: Sequence[Matrix],
    quotient: Matrix,
    linear: Sequence[tuple[int, ...]],
) -> Terms | None:
    """From the eigenvectors w of X⁻¹Y: S_k w_r spans one line for all k, in the coordinates of the first frame."""
    from algebra_tnn.exact.linear.matrices import kernel, product

    r = len(quotient)
    eigenvectors = []
    for constant, lead in linear:
        shifted = tuple(
            tuple(lead * x + constant * (i == j) for j, x in enumerate(row)) for i, row in enumerate(quotient)
        )
        eigenvectors.append(kernel(shifted)[0])
    W = tuple(zip(*eigenvectors, strict=True))  # eigenvectors as columns; b-vectors are the rows of its inverse
    dual = solution(W, tuple(tuple(int(i == j) for j in range(r)) for i in range(r)))
    assert dual is not None
    images = [product(S, W) for S in slices]  # column k of image: c_k · a_k
    terms: Terms = []
    for k in range(r):
        columns = [[row[k] for row in image] for image in images]
        a = next((column for column in columns if any(column)), None)
        if a is None:
            return None
        lead = next(i for i, x in enumerate(a) if x)
        weights: list[Number] = [Field("Q").divided(column[lead], a[lead]) for column in columns]
        if any(column[i] != w * a[i] for column, w in zip(columns, weights, strict=True) for i in range(r)):
            return None
        vectors: list[list[Any]] = [[], [], []]
        vectors[mode] = list(weights)
        vectors[others[0]] = [sum((x * y for x, y in zip(row, a, strict=True)), 0) for row in frames[0]]
        vectors[others[1]] = [sum((x * y for x, y in zip(row, dual[k], strict=True)), 0) for row in frames[1]]
        terms.append(vectors)
    return terms
