"""Decompositions by the eigenvectors of a pencil of slices, with rational numbers throughout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from math import comb, prod

from algebra_tnn.exact import Matrix, Number, Q, kernel, rank, solution
from algebra_tnn.exact.linear.matrices import product
from algebra_tnn.exact.number_fields import characteristic_polynomial, irreducible_factors
from algebra_tnn.exact.scalars import transposed
from algebra_tnn.tensors.cp import CP, ordered_groupings
from algebra_tnn.tensors.tensor import Tensor
from algebra_tnn.tensors.values.frames import frame, single_indices, subtensor

DIFFERENT_RANKS = "the first two flattenings have different ranks"


class NoDecomposition(ValueError):
    """The method finds no decomposition; the sentence says why, and whether there is none."""


def jennrich_decomposition(tensor: Tensor) -> CP:
    """The decomposition over Q with as many terms as two groups of modes have flattening ranks, if their columns are
    independent there and those of the third group pairwise independent; it is then unique and of minimal length.

    Modes are grouped into three in all ways. With R = rank of the flattenings at the first two groups, combinations
    X = A diag(⟨c_r, x⟩) Bᵀ and Y of the slices have the eigenvectors a_r of X Y⁻¹. Points x on the curve (1, s, s², …)
    are tried until eigenvalues are distinct: if there is such a decomposition, all but finitely many s will do, and
    the number of exceptions is bounded, so the answer is complete. Reference: [Harshman1970].

    Raises: NoDecomposition, with the reasons for all groupings whose ranks agree, if there are any.

    >>> T = CP.from_factors([[1, 2], [0, 1], [1, 1]], [[1, 1], [1, -1]], [[1, 3], [2, 0]]).tensor()
    >>> found = jennrich_decomposition(T)
    >>> found.length, found.tensor() == T
    (2, True)
    """
    if tensor.order < 3:
        raise NoDecomposition(
            "the tensor has order 2; matrices of rank at least two have infinitely many decompositions"
        )
    if not any(tensor.entries):
        raise NoDecomposition("the tensor is zero; it has no terms")
    reasons: dict[str, list[str]] = {}
    for groups in ordered_groupings(tensor.order):
        try:
            return _ungrouped(tensor, groups, _of_order_three(_grouped(tensor, groups)))
        except NoDecomposition as reason:
            reasons.setdefault(str(reason), []).append(" | ".join(",".join(map(str, group)) for group in groups))
    if len(reasons) > 1:
        reasons.pop(DIFFERENT_RANKS, None)
    raise NoDecomposition("; ".join(f"{reason} (modes {', '.join(places)})" for reason, places in reasons.items()))


def _grouped(tensor: Tensor, groups: Sequence[Sequence[int]]) -> Tensor:
    """The tensor of order three whose modes are the groups."""
    first, second, third = (prod(tensor.shape[mode] for mode in group) for group in groups)
    order = list(chain.from_iterable(groups))
    strides = [prod(tensor.shape[mode + 1 :]) for mode in range(tensor.order)]
    offsets = [0]
    for mode in order:
        offsets = [offset + i * strides[mode] for offset in offsets for i in range(tensor.shape[mode])]
    return Tensor((first, second, third), tuple(tensor.entries[offset] for offset in offsets))


def _of_order_three(T: Tensor) -> tuple[Matrix, Matrix, Matrix]:
    """Factors A, B of full column rank and C with pairwise independent columns."""
    one, two = frame(T, (0,), Q), frame(T, (1,), Q)
    R, K = len(one.pivots), T.shape[2]
    if len(two.pivots) != R:
        raise NoDecomposition(DIFFERENT_RANKS)
    cube = subtensor(T, [one.pivots, two.pivots, single_indices(2, K)], Q)
    slices = [tuple(cube.entries[R * K * i + k : R * K * (i + 1) : K] for i in range(R)) for k in range(K)]
    Y = next((Y for Y in _combinations(slices, R * (K - 1)) if rank(Y) == R), None)
    if Y is None:
        raise NoDecomposition(f"no combination of the slices has rank {R}, so the rank is greater than {R}")
    A = _eigenvectors(slices, Y)
    dual = solution(A, Y)
    assert dual is not None  # A is invertible: its columns belong to different eigenvalues
    B = transposed(dual)  # Y = A Bᵀ
    weights = []
    for S in slices:
        D = solution(A, transposed(_solved(B, transposed(S))))
        assert D is not None
        if any(x for i, row in enumerate(D) for j, x in enumerate(row) if i != j):
            raise NoDecomposition(
                f"the slices are diagonal in no common pair of bases, so the rank is greater than {R}"
            )
        weights.append(tuple(D[r][r] for r in range(R)))
    return product(one.columns, A), product(two.columns, B), tuple(weights)


def _solved(left: Matrix, right: Matrix) -> Matrix:
    found = solution(left, right)
    assert found is not None  # the left side is invertible
    return found


def _combinations(slices: Sequence[Matrix], exceptions: int) -> Iterator[Matrix]:
    """Σ s^k S_k for one s more than there can be exceptions, s = 1, −1, 2, −2, …, and 0 last."""
    R = range(len(slices[0]))
    for number in range(1, exceptions + 2):
        s = (number // 2 + 1 if number % 2 else -(number // 2)) if number <= exceptions else 0
        yield tuple(tuple(sum(s**k * S[i][j] for k, S in enumerate(slices)) for j in R) for i in R)


def _eigenvectors(slices: Sequence[Matrix], Y: Matrix) -> Matrix:
    """The eigenvectors, as columns, of X Y⁻¹ for a combination X of the slices with distinct rational eigenvalues."""
    R, K = len(Y), len(slices)
    for X in _combinations(slices, comb(R, 2) * (K - 1)):
        quotient = transposed(_solved(transposed(Y), transposed(X)))
        factors = irreducible_factors(characteristic_polynomial(quotient))
        if any(multiplicity > 1 for _, multiplicity in factors):
            continue
        for factor, _ in factors:
            if len(factor) > 2:
                raise NoDecomposition(
                    f"the eigenvalues of a pencil of slices are roots of an irreducible polynomial of degree "
                    f"{len(factor) - 1}, so the rank over Q is greater than {R}; over a larger field it may be {R}"
                )
        return transposed([kernel(_shifted(quotient, lead, constant))[0] for (constant, lead), _ in factors])
    raise NoDecomposition(
        f"every pencil of slices has a multiple eigenvalue, so the rank is greater than {R}, or the decomposition "
        "has two terms whose vectors for the third group are proportional and is not unique"
    )


def _shifted(matrix: Matrix, lead: int, constant: int) -> Matrix:
    return tuple(
        tuple(lead * x + (constant if i == j else 0) for j, x in enumerate(row)) for i, row in enumerate(matrix)
    )


def _ungrouped(tensor: Tensor, groups: Sequence[Sequence[int]], factors: Sequence[Matrix]) -> CP:
    """The same terms with one vector per mode. Raises: NoDecomposition if a vector of a group has no rank one."""
    columns: list[list[Sequence[Number]]] = [[] for _ in tensor.shape]
    for group, factor in zip(groups, factors, strict=True):
        for vector in transposed(factor):
            parts = _rank_one_parts(vector, [tensor.shape[mode] for mode in group])
            for mode, part in zip(group, parts, strict=True):
                columns[mode].append(part)
    found = CP(tuple(transposed(vectors) for vectors in columns))
    if found.tensor() != tensor:
        raise NoDecomposition(f"the {found.length} terms for the grouped modes are not of rank one in the single modes")
    return found


def _rank_one_parts(vector: Sequence[Number], sizes: Sequence[int]) -> list[Sequence[Number]]:
    """Vectors whose outer product is the given one if it has rank one: its lines through its first nonzero entry, all
    but the first divided by that entry."""
    place = next(i for i, x in enumerate(vector) if x)
    parts: list[Sequence[Number]] = []
    for k, n in enumerate(sizes):
        stride = prod(sizes[k + 1 :])
        first = place - (place // stride % n) * stride
        line = [vector[first + i * stride] for i in range(n)]
        parts.append(line if k == 0 else [Q.divided(x, vector[place]) for x in line])
    return parts
