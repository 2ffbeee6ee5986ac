"""Slow and plain computations over Q and GF(p), written apart from the package, to compare it with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, combinations_with_replacement, product
from math import prod
from typing import Any

Rows = Sequence[Sequence[Any]]
Entries = tuple[int, ...]


def rank(rows: Rows, p: int = 0) -> int:
    """By Gaussian elimination with fractions, or with residues modulo p."""
    left = [[Fraction(x) if not p else residue(x, p) for x in row] for row in rows]
    found = 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((i for i in range(found, len(left)) if left[i][column]), None)
        if pivot is None:
            continue
        left[found], left[pivot] = left[pivot], left[found]
        lead = left[found][column]
        for i in range(found + 1, len(left)):
            factor = left[i][column] / lead if not p else left[i][column] * pow(lead, -1, p)
            left[i] = [
                x - factor * y if not p else (x - factor * y) % p for x, y in zip(left[i], left[found], strict=True)
            ]
        found += 1
    return found


def residue(x: Any, p: int) -> int:
    number = Fraction(x)
    return number.numerator * pow(number.denominator, -1, p) % p


def k_rank(rows: Rows, p: int = 0) -> int:
    """The definition: the largest k such that all sets of k columns are independent."""
    width = len(rows[0])
    for k in range(1, width + 1):
        for chosen in combinations(range(width), k):
            if rank([[row[j] for j in chosen] for row in rows], p) < k:
                return k - 1
    return width


def rank_one(vectors: Sequence[Sequence[Any]], p: int = 0) -> tuple[Any, ...]:
    """Row-major entries of the outer product."""
    values = [prod(factors) for factors in product(*vectors)]
    return tuple(x % p for x in values) if p else tuple(values)


def terms(factors: Sequence[Rows], p: int = 0) -> list[tuple[Any, ...]]:
    """The rank-one tensors of a decomposition, one per column."""
    return [rank_one([[row[r] for row in factor] for factor in factors], p) for r in range(len(factors[0][0]))]


def rank_one_tensors(shape: Sequence[int], p: int) -> list[Entries]:
    """All nonzero ones over GF(p), each once."""
    vectors = [[v for v in product(range(p), repeat=size) if any(v)] for size in shape]
    return sorted({rank_one(choice, p) for choice in product(*vectors)})


def total(chosen: Sequence[Entries], p: int) -> Entries:
    return tuple(sum(column) % p for column in zip(*chosen, strict=True))


def ranks(shape: Sequence[int], p: int) -> dict[Entries, int]:
    """The rank of every tensor of the shape over GF(p), by breadth-first search from 0."""
    ones = rank_one_tensors(shape, p)
    zero = (0,) * prod(shape)
    found, level, depth = {zero: 0}, [zero], 0
    while level:
        depth += 1
        fresh = []
        for tensor in level:
            for one in ones:
                value = tuple((x + y) % p for x, y in zip(tensor, one, strict=True))
                if value not in found:
                    found[value] = depth
                    fresh.append(value)
        level = fresh
    return found


def decompositions(shape: Sequence[int], p: int, length: int) -> dict[Entries, list[Counter[Entries]]]:
    """For every tensor over GF(p), all multisets of that many nonzero rank-one tensors that sum to it."""
    found: dict[Entries, list[Counter[Entries]]] = {}
    for chosen in combinations_with_replacement(rank_one_tensors(shape, p), length):
        found.setdefault(total(chosen, p), []).append(Counter(chosen))
    return found


def nested(entries: Sequence[Any], shape: Sequence[int]) -> Any:
    level: list[Any] = list(entries)
    for size in reversed(shape[1:]):
        level = [level[i : i + size] for i in range(0, len(level), size)]
    return level


def tensors(shape: Sequence[int], p: int) -> Iterator[Entries]:
    return product(range(p), repeat=prod(shape))
