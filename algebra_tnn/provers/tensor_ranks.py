"""Certificates for tensor rank and border rank, and the search for short decompositions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement, product
from math import comb, prod
from typing import Any

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import (
    BorderRankAtLeast,
    BorderRankAtMost,
    EssentiallyUnique,
    TensorRankAtLeast,
    TensorRankAtMost,
)
from algebra_tnn.exact import Field, Matrix, Number, minor, rank, rank_factorization
from algebra_tnn.exact.linear.matrices import solution
from algebra_tnn.exact.number_fields import NumberField
from algebra_tnn.exact.scalars import in_short
from algebra_tnn.provers.terms import Terms, root_evidence, terms_of, written_factors
from algebra_tnn.provers.two_by_two_by_two import hyperdeterminant_of, is_nonzero_square, short_terms
from algebra_tnn.tensors import CP, Tensor
from algebra_tnn.tensors.cp import MANY_MODES
from algebra_tnn.tensors.matrix_multiplication import matmul_format, recognized
from algebra_tnn.tensors.short_multiplication import short_multiplication
from algebra_tnn.tensors.sparse import SparseTensor

MAX_PENCIL = 4_000  # entries of a tensor whose pencils of slices are tried
MAX_MULTIPLICATION = 100_000  # entries of a tensor that may be that of matrix multiplication
MAX_EXHAUSTION = 300_000  # sums of rank-one tensors over a finite field


def as_tensor(tensor: Tensor | CP, field: Field) -> Tensor:
    """The tensor with entries in the field."""
    given = tensor.tensor() if isinstance(tensor, CP) else tensor
    return Tensor(given.shape, tuple(field.number(x) for x in given.entries))


# ---------------------------------------------------------------------------------------------- from below


def bipartitions(order: int) -> Iterable[tuple[int, ...]]:
    """One side of each bipartition of the modes, small sides first; for many modes, those into consecutive modes."""
    if order > MANY_MODES:
        yield from ((mode,) for mode in range(order))
        yield from (tuple(range(size)) for size in range(2, order - 1))
        return
    for size in range(1, order // 2 + 1):
        for modes in combinations(range(order), size):
            if 2 * size < order or 0 in modes:
                yield modes


def flattening_ranks(tensor: Tensor, field: Field) -> dict[tuple[int, ...], int]:
    return {modes: rank(tensor.matricized(modes), field) for modes in bipartitions(tensor.order)}


def flattening(claim: TensorRankAtLeast | BorderRankAtLeast) -> Certificate | Shortfall:
    """rank T ≥ rank of a flattening [KhrulkovNovikovOseledets2018]."""
    tensor = as_tensor(claim.tensor, claim.field)
    best: tuple[int, tuple[int, ...]] = (0, (0,))
    for modes in bipartitions(tensor.order):
        matrix = tensor.matricized(modes)
        r = rank(matrix, claim.field)
        best = max(best, (r, modes))
        if r >= claim.rank:
            found = minor(matrix, claim.field, claim.rank)
            if found is not None:
                remark = f"the flattening at modes {', '.join(map(str, modes))} has rank {r}"
                others = tuple(mode for mode in range(tensor.order) if mode not in modes)
                groups = {"modes": ((), others, modes), "power": 0, "restriction": None}  # a Koszul flattening
                return Certificate(claim, "flattening", {**groups, "minor": found.evidence()}, remark=remark)
    return Shortfall("flattening", f"the largest rank of a flattening is {best[0]}, {claim.rank} is asked")


def hyperdeterminant(claim: TensorRankAtLeast) -> Certificate | Shortfall:
    """Rank 3 of 2×2×2 tensors with flattening ranks 2 and no nonzero square as hyperdeterminant [deSilvaLim2008]."""
    tensor = as_tensor(claim.tensor, claim.field)
    if tensor.shape != (2, 2, 2) or claim.rank != 3:
        return Shortfall("hyperdeterminant", "the rule proves rank 3 of 2×2×2 tensors")
    if any(r < 2 for r in flattening_ranks(tensor, claim.field).values()):
        return Shortfall("hyperdeterminant", "a flattening has rank below 2")
    delta = hyperdeterminant_of(tensor)
    if is_nonzero_square(delta, claim.field):
        return Shortfall("hyperdeterminant", f"Δ = {in_short(delta)} is a nonzero square in {claim.field}")
    value = claim.field.number(delta)
    remark = f"Δ = {in_short(value)} is no nonzero square in {claim.field}, flattening ranks 2, 2, 2"
    return Certificate(claim, "hyperdeterminant", {}, remark=remark)


def exhaustion(claim: TensorRankAtLeast) -> Certificate | Shortfall:
    """Over a small finite field: no sum of fewer rank-one tensors is the tensor."""
    if not claim.field.is_finite:
        return Shortfall("exhaustion", f"{claim.field} is not finite")
    tensor = as_tensor(claim.tensor, claim.field)
    if number_of_sums(tensor.shape, claim.field, claim.rank - 1) > MAX_EXHAUSTION:
        return Shortfall("exhaustion", f"more than {MAX_EXHAUSTION} sums of rank-one tensors over {claim.field}")
    if shortest_sum(tensor, claim.field, claim.rank - 1) is not None:
        return Shortfall("exhaustion", f"the tensor is a sum of fewer than {claim.rank} rank-one tensors")
    return Certificate(claim, "exhaustion", {}, remark=f"no sum of {claim.rank - 1} rank-one tensors is the tensor")


def number_of_sums(shape: Sequence[int], field: Field, length: int) -> int:
    p = field.characteristic
    count = prod(p**size - 1 for size in shape) // (p - 1) ** (len(shape) - 1)
    return comb(count + min(length, 50), min(length, 50)) if length > 0 else 1


def rank_one_tensors(shape: Sequence[int], p: int) -> list[list[tuple[int, ...]]]:
    """All nonzero ones over GF(p) as vectors per mode: the first free, the others with leading entry 1."""
    found: list[list[tuple[int, ...]]] = [[]]
    for mode, size in enumerate(shape):
        vectors = [v for v in product(range(p), repeat=size) if any(v)]
        if mode:
            vectors = [v for v in vectors if next(x for x in v if x) == 1]
        found = [[*term, v] for term in found for v in vectors]
    return found


def shortest_sum(tensor: Tensor, field: Field, longest: int) -> Terms | None:
    """The shortest decomposition over GF(p) of at most the given length, by enumeration."""
    p = field.characteristic
    if not any(tensor.entries):
        return []
    if longest < 1:
        return None
    terms = rank_one_tensors(tensor.shape, p)
    flat = [tuple(prod(numbers) % p for numbers in product(*term)) for term in terms]
    place = {entries: i for i, entries in enumerate(flat)}
    for length in range(1, longest + 1):
        for chosen in combinations_with_replacement(range(len(terms)), length - 1):
            columns = zip(tensor.entries, *(flat[i] for i in chosen), strict=True)
            last = place.get(tuple((x - sum(others)) % p for x, *others in columns))
            if last is not None and last >= max(chosen, default=0):  # each multiset once, in its order
                return [[list(v) for v in terms[i]] for i in (*chosen, last)]
    return None


def uniqueness(claim: TensorRankAtLeast) -> Certificate | Shortfall:
    """A decomposition that is unique among those of its length has the length of the rank [Kruskal1977, Thm 4a]."""
    from algebra_tnn import provers

    if not isinstance(claim.tensor, CP) or claim.tensor.length != claim.rank:
        return Shortfall("uniqueness", f"no decomposition with {claim.rank} terms is given")
    return unique_length(claim, provers.UNIQUENESS)


def unique_length(
    claim: TensorRankAtLeast, rules: Iterable[Callable[[EssentiallyUnique], Certificate | Shortfall]]
) -> Certificate | Shortfall:
    assert isinstance(claim.tensor, CP)
    reasons = []
    for rule in rules:
        result = rule(EssentiallyUnique(claim.tensor, claim.field))
        if isinstance(result, Certificate) and claim.field.is_finite and result.rule == "points-modulo-prime":
            continue  # uniqueness over GF(p) alone does not bound the rank
        if isinstance(result, Certificate):
            return Certificate(claim, "uniqueness", {}, (result,), f"the decomposition is unique ({result.remark})")
        reasons.append(result.rule)
    return Shortfall("uniqueness", f"the decomposition is not proved unique by {', '.join(reasons)}")


# ---------------------------------------------------------------------------------------------- from above


def upper_certificate(
    claim: TensorRankAtMost, terms: Terms, number_field: NumberField | None, remark: str
) -> Certificate:
    """The certificate that these terms sum to the tensor."""
    factors = written_factors(terms, claim.tensor.shape, claim.field, number_field)
    evidence = {"factors": factors, "root": root_evidence(number_field, claim.field)}
    return Certificate(claim, "decomposition", evidence, remark=remark)


@dataclass(frozen=True)
class Found:
    """A decomposition into nonzero terms, entries in the field or in a number field, and how it was found."""

    terms: Terms
    remark: str
    number_field: NumberField | None = None


def decomposition(claim: TensorRankAtMost) -> Certificate | Shortfall:
    """A decomposition with that many terms: a given one, or one that is found."""
    found = shortest_found(claim.tensor, claim.field)
    length = len(found.terms)
    if length > claim.rank:
        return Shortfall(
            "decomposition", f"the shortest decomposition found has {length} terms, {claim.rank} are asked"
        )
    zero = [[0] * size for size in claim.tensor.shape]
    terms = [*found.terms, *[zero] * (claim.rank - length)]
    return upper_certificate(claim, terms, found.number_field, f"{length} terms, {found.remark}")


def shortest_found(tensor: Tensor | CP, field: Field) -> Found:
    """The shortest decomposition among those that are known how to be found."""
    return min(found_decompositions(tensor, field), key=lambda found: len(found.terms))


def found_decompositions(tensor: Tensor | CP, field: Field) -> list[Found]:
    """The given decomposition, and those that elementary methods find; at least one."""
    found = []
    if isinstance(tensor, CP):
        given = [[[field.number(row[r]) for row in f] for f in tensor.factors] for r in range(tensor.length)]
        found.append(Found([term for term in given if all(any(vector) for vector in term)], "as given"))
    T = as_tensor(tensor, field)
    if not any(T.entries):
        return [*found, Found([], "the tensor is zero")]
    if T.shape == (2, 2, 2) and (short := short_terms(T, field)) is not None:
        found.append(Found(short[0], f"2×2×2 with Δ = {in_short(field.number(hyperdeterminant_of(T)))}", short[1]))
    small = prod(T.shape) <= MAX_PENCIL
    if T.order == 3 and small and not field.is_finite and (pencil := pencil_terms(T, field)) is not None:
        found.append(Found(pencil, "from the eigenvectors of a pencil of slices"))
    if prod(T.shape) <= MAX_MULTIPLICATION and (blocks := multiplication_terms(T, field)) is not None:
        found.append(Found(blocks, "matrix multiplication by blocks"))
    found.append(Found(slice_terms(T, field), "slice by slice"))
    if field.is_finite:
        longest = min(len(other.terms) for other in found) - 1
        if longest >= 0 and number_of_sums(T.shape, field, longest) <= MAX_EXHAUSTION:
            enumerated = shortest_sum(T, field, longest)
            if enumerated is not None:
                found.append(Found(enumerated, "by enumeration"))
    return found


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


def approximating_curve(
    factors: Sequence[Sequence[Sequence[Sequence[Number]]]], order: int
) -> Callable[[BorderRankAtMost], Certificate | Shortfall]:
    """The prover that offers a given curve: factors whose entries are coefficients of power series in e.

    The terms sum to e^order · T modulo e^(order + 1); coefficients beyond the order are dropped.
    """

    def prove(claim: BorderRankAtMost) -> Certificate | Shortfall:
        if len(factors[0][0]) != claim.rank:
            return Shortfall("decomposition", f"the curve has {len(factors[0][0])} terms, {claim.rank} are asked")
        padded = [[[([*x, *[0] * order])[: order + 1] for x in row] for row in factor] for factor in factors]
        remark = f"a curve of {claim.rank} terms, divided by e^{order}"
        return Certificate(claim, "decomposition", {"factors": padded, "order": order}, remark=remark)

    return prove
