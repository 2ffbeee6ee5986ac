"""Lower bounds of tensor rank and border rank: flattenings, hyperdeterminants, enumeration, uniqueness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, combinations_with_replacement, product
from math import comb, prod

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import (
    BorderRankAtLeast,
    EssentiallyUnique,
    TensorRankAtLeast,
)
from algebra_tnn.exact import Field, minor, rank
from algebra_tnn.exact.scalars import in_short
from algebra_tnn.provers.terms import Terms
from algebra_tnn.provers.two_by_two_by_two import hyperdeterminant_of, is_nonzero_square
from algebra_tnn.tensors import CP, Tensor
from algebra_tnn.tensors.cp import MANY_MODES

MAX_EXHAUSTION = 300_000  # sums of rank-one tensors over a finite field


def as_tensor(tensor: Tensor | CP, field: Field) -> Tensor:
    """The tensor with entries in the field."""
    given = tensor.tensor() if isinstance(tensor, CP) else tensor
    return Tensor(given.shape, tuple(field.number(x) for x in given.entries))


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
