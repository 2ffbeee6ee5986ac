"""The quadrics whose zeros decide uniqueness: the 2×2 minors of A·diag(d)·Bᵀ, where C has full column rank."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from math import comb
from typing import Any

from algebra_tnn.certificates import Shortfall
from algebra_tnn.exact import Field, Matrix, Minor, minor, prime_field, rank
from algebra_tnn.exact.linear.matrices import independent_columns, modulus_for, residues
from algebra_tnn.provers.classical import khatri_rao, zero_term
from algebra_tnn.tensors import CP
from algebra_tnn.tensors.cp import ordered_groupings

MAX_PAIRS = 1_000  # of terms, for the compound condition
MAX_ENTRIES = 2_000_000  # quadrics times pairs that are written down
MAX_TRIALS = 4_000_000  # points modulo a prime times pairs

Exponent = tuple[int, ...]
Grouping = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Quadrics:
    """The 2×2 minors of A·diag(d)·Bᵀ for a grouping whose first group C has full column rank."""

    grouping: Grouping  # C, A, B
    c_minor: Minor
    A: Matrix
    B: Matrix
    field: Field
    pairs: tuple[tuple[int, int], ...]
    rows: tuple[tuple[int, int, int, int], ...]  # p < q, s < t, a basis of the quadrics modulo the modulus
    coefficients: Matrix  # one row per quadric, one column per pair
    modulus: int  # prime to the denominators

    @property
    def terms(self) -> int:
        return len(self.A[0])

    def evidence(self) -> dict[str, Any]:
        return {"grouping": self.grouping, "minor": self.c_minor.evidence()}

    def exponent(self, pair: tuple[int, int], power: int = 1) -> Exponent:
        return tuple(power * (r in pair) for r in range(self.terms))


def exponents(variables: int, degree: int) -> Iterator[Exponent]:
    """All exponent vectors of the degree, lexicographically descending."""
    if variables == 1:
        yield (degree,)
        return
    for first in range(degree, -1, -1):
        for rest in exponents(variables - 1, degree - first):
            yield (first, *rest)


def mixed_exponents(variables: int, degree: int) -> list[Exponent]:
    """Those of monomials divisible by two different variables: they vanish on the axes."""
    return [e for e in exponents(variables, degree) if max(e) < degree]


def number_of_mixed(variables: int, degree: int) -> int:
    return comb(variables + degree - 1, degree) - variables


@lru_cache(maxsize=64)
def quadrics_of(T: CP, field: Field) -> tuple[Quadrics, ...]:
    """One for each grouping into C, A, B where C has full column rank, the most promising (largest A, B) first."""
    found = []
    R = T.length
    if T.order < 3 or comb(R, 2) > MAX_PAIRS:
        return ()
    for A_group, B_group, C_group in ordered_groupings(T.order):
        C = khatri_rao(T, C_group, field)
        if len(C) < R or rank(C, field) < R:
            continue
        c_minor = minor(C, field, R)
        A, B = khatri_rao(T, A_group, field), khatri_rao(T, B_group, field)
        if c_minor is None:
            continue
        modulus = modulus_for((A, B), field)
        rows, coefficients = _basis(A, B, field, modulus)
        pairs = tuple(combinations(range(R), 2))
        found.append(Quadrics((C_group, A_group, B_group), c_minor, A, B, field, pairs, rows, coefficients, modulus))
    return tuple(sorted(found, key=lambda q: -len(q.rows)))


def _basis(A: Matrix, B: Matrix, field: Field, modulus: int) -> tuple[tuple[tuple[int, int, int, int], ...], Matrix]:
    """Quadrics that are independent modulo the modulus and span all that were written down, with coefficients."""
    choices = list(product(combinations(range(len(A)), 2), combinations(range(len(B)), 2)))
    pairs = list(combinations(range(len(A[0])), 2))
    if len(choices) * len(pairs) > MAX_ENTRIES:
        choices = random.Random(0).sample(choices, MAX_ENTRIES // len(pairs))
    rows = []
    for (p, q), (s, t) in choices:
        rows.append(
            tuple(
                field.number((A[p][i] * A[q][j] - A[p][j] * A[q][i]) * (B[s][i] * B[t][j] - B[s][j] * B[t][i]))
                for i, j in pairs
            )
        )
    if not rows or not pairs:
        return (), ()
    modular = residues(rows, modulus)
    chosen = independent_columns(tuple(zip(*modular, strict=True)), prime_field(modulus))
    return tuple((*choices[i][0], *choices[i][1]) for i in chosen), tuple(rows[i] for i in chosen)


def no_full_factor(rule: str, T: CP, field: Field) -> Shortfall:
    if (sentence := zero_term(T, field)) is not None:
        return Shortfall(rule, sentence)
    if T.order < 3:
        return Shortfall(rule, f"order {T.order}, the rule needs order 3 or more")
    if comb(T.length, 2) > MAX_PAIRS:
        return Shortfall(rule, f"{comb(T.length, 2)} pairs of terms, at most {MAX_PAIRS} are examined")
    ranks = [rank(khatri_rao(T, group[2], field), field) for group in ordered_groupings(T.order)]
    return Shortfall(
        rule, f"no factor or group has full column rank: the largest is {max(ranks)}, R = {T.length} is needed"
    )
