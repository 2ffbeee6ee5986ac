"""The Kruskal rank of a matrix, with evidence on both sides.

The search goes down. It starts with k = rank and asks whether every k columns are independent. Modulo a large prime
this is one table: project the rows to k, bring the columns to [I | A'], and every minor of A' must be nonzero. A zero
minor names k columns, whose dependence is then confirmed exactly; the support of their relation is a smaller dependent
set, and k goes down below it. So the lower bound is rigorous with one prime and the upper bound by its relation.

Over a small finite field there may be no faithful projection; there the sets of columns are walked from below.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations
from math import comb, gcd

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.fields import MODULUS, Field, Q
from algebra_tnn.exact.matrices import OTHER_MODULI, independent_columns, inverse_modulo, kernel, moduli, rank, residues
from algebra_tnn.exact.scalars import Matrix, Number, integral_columns

BUDGET = 5_000_000  # column subsets
SMALL_FIELD = 10_000  # below this size of GF(p) the subsets are walked instead of projected
WALK = 10  # a subset that is walked costs as much as this many entries of a table


@dataclass
class Progress:
    """How far a search got; it is written to while the search runs, so that an interrupted one can be reported."""

    done: int = 0
    total: int = 0
    lower: int = 0
    upper: int = 0
    report: Callable[[Progress], None] | None = None

    def advance(self, subsets: int) -> None:
        self.done += subsets
        if self.report is not None:
            self.report(self)


@dataclass(frozen=True, slots=True)
class KRank:
    """lower <= k-rank <= upper, with evidence: a projection modulo a prime below, dependent columns above."""

    lower: int
    upper: int
    subsets: int  # how many column subsets were examined
    modulus: int = MODULUS
    projection: Matrix | None = None  # lower × rows, residues; None: walk over the column subsets
    columns: tuple[int, ...] = ()  # upper + 1 dependent columns; empty if upper is the number of columns
    relation: tuple[Number, ...] = field(default=())

    @property
    def is_exact(self) -> bool:
        return self.lower == self.upper


def k_rank(
    matrix: Matrix,
    over: Field = Q,
    *,
    budget: int = BUDGET,
    least: int = 0,
    seed: int = 0,
    progress: Progress | None = None,
) -> KRank:
    """The largest k such that every k columns are independent, as an interval that is a point unless the budget ends.

    Args: budget: the number of column subsets that may be examined; least: where the budget does not reach the exact
    value, lower bounds below this are not sought; seed: of the random projections.
    Cost: about C(columns, k) operations on machine words. Reference: [Kruskal1977].

    >>> found = k_rank(((1, 0, 1, 2), (0, 1, 1, 0)))
    >>> found.lower, found.upper, found.columns, found.relation
    (1, 1, (0, 3), (2, -1))
    """
    matrix = over.matrix(matrix)
    progress = progress or Progress()
    search = _Search(matrix, over, budget, least, random.Random(seed), progress)
    return search.walked() if over.is_finite and over.characteristic < SMALL_FIELD else search.projected()


def faithful_projection(matrix: Matrix, over: Field, k: int, seed: int = 0) -> tuple[int, Matrix] | None:
    """A modulus and a projection to k rows modulo which every k columns are independent; None if none is found."""
    search = _Search(over.matrix(matrix), over, BUDGET, 0, random.Random(seed), Progress())
    for n in moduli(over):
        for _ in range(3):
            projection = search._projection(k, n) if n <= MODULUS else None
            if projection is not None and search._zero_minor(projection, n) is None:
                return n, projection
    return None


class _Search:
    def __init__(
        self, matrix: Matrix, over: Field, budget: int, least: int, rng: random.Random, progress: Progress
    ) -> None:
        self.matrix, self.over, self.budget, self.least = matrix, over, budget, max(least, 1)
        self.rng, self.progress = rng, progress
        self.width = len(matrix[0])
        self.columns: tuple[int, ...] = ()
        self.relation: tuple[Number, ...] = ()
        self.upper = self.width
        r = rank(matrix, over)
        if r < self.width:
            self._lower_to(self._circuit(_dependent_prefix(matrix, over)))
        self._look_for_short_relations()
        progress.upper = self.upper

    def _circuit(self, columns: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[Number, ...]] | None:
        """A minimal dependent set among the columns, with its relation; None if they are independent."""
        vectors = kernel(tuple(tuple(row[j] for j in columns) for row in self.matrix), self.over)
        if not vectors:
            return None
        vector = min(vectors, key=lambda v: sum(x != 0 for x in v))
        support = tuple(columns[i] for i, x in enumerate(vector) if x)
        if len(support) < len(columns):
            return self._circuit(support)
        relation = tuple(vector)
        if not self.over.is_finite:
            divisor = gcd(*(int(x) for x in relation))
            sign = 1 if next(x for x in relation if x) > 0 else -1
            relation = tuple(sign * int(x) // divisor for x in relation)
        return support, relation

    def _lower_to(self, circuit: tuple[tuple[int, ...], tuple[Number, ...]] | None) -> None:
        if circuit is not None and len(circuit[0]) - 1 < self.upper:
            self.columns, self.relation = circuit
            self.upper = len(self.columns) - 1
            self.progress.upper = self.upper

    def _look_for_short_relations(self) -> None:
        """Zero columns and proportional columns, by comparing normalized columns."""
        seen: dict[tuple[Number, ...], int] = {}
        for j, column in enumerate(zip(*self.matrix, strict=True)):
            lead = next((x for x in column if x), None)
            if lead is None:
                self._lower_to(((j,), (1,)))
                return
            direction = tuple(self.over.divided(x, lead) for x in column)
            if direction in seen:
                self._lower_to(self._circuit((seen[direction], j)))
            seen.setdefault(direction, j)

    def _result(self, lower: int, modulus: int, projection: Matrix | None) -> KRank:
        self.progress.lower = lower
        return KRank(lower, self.upper, self.progress.done, modulus, projection, self.columns, self.relation)

    # ------------------------------------------------------------------ large fields: tables of minors

    def projected(self) -> KRank:
        moduli = (self.over.characteristic,) * 4 if self.over.is_finite else (MODULUS, *OTHER_MODULI[:2])
        if self.over.is_finite and self.over.characteristic > MODULUS:
            return self.walked()  # products of two residues would not fit into a machine word
        failures = 0
        while self.upper > 0:
            k = self.upper
            if self._cost(k) > self.budget - self.progress.done:
                break
            n = moduli[failures % len(moduli)]
            dependent = None
            projection = self._projection(k, n)
            if projection is not None:
                self.progress.total = self.progress.done + comb(self.width, k)
                dependent = self._zero_minor(projection, n)
                if dependent is None:
                    return self._result(k, n, projection)
            before = self.upper
            self._lower_to(self._circuit(dependent) if dependent else None)
            failures = 0 if self.upper < before else failures + 1
            if failures > 6:  # a small finite field admits no faithful projection
                return self.walked()
        return self._affordable(moduli[0])

    def _cost(self, k: int) -> int:
        return comb(self.width, k)

    def _affordable(self, n: int) -> KRank:
        """The best lower bound within the rest of the budget, when the exact value is beyond it."""
        for k in range(self.upper - 1, self.least - 1, -1):
            if self._cost(k) <= self.budget - self.progress.done:
                projection = self._projection(k, n)
                if projection is not None and self._zero_minor(projection, n) is None:
                    return self._result(k, n, projection)
        return self._result(0, n, None)

    def _projection(self, k: int, n: int) -> Matrix | None:
        """k rows of residues that turn the first k columns into the identity modulo n, or None."""
        try:
            entries = residues(integral_columns(self.matrix) if not self.over.is_finite else self.matrix, n)
            exact = residues(self.matrix, n)
        except ValueError:
            return None
        height = len(entries)
        mixing = [[int(i == j) for j in range(height)] for i in range(k)]
        if k < height:
            mixing = [[self.rng.randrange(n) for _ in range(height)] for _ in range(k)]
        square = [
            [sum(x * row[j] for x, row in zip(line, exact, strict=True)) % n for j in range(k)] for line in mixing
        ]
        inverse = inverse_modulo(square, n)
        if inverse is None:
            return None
        return tuple(
            tuple(sum(x * line[j] for x, line in zip(row, mixing, strict=True)) % n for j in range(height))
            for row in inverse
        )

    def _zero_minor(self, projection: Matrix, n: int) -> tuple[int, ...] | None:
        """Columns whose minor of the projected matrix [I | A'] vanishes modulo n, or None if there are none."""
        k = len(projection)
        exact = residues(self.matrix, n)
        image = [
            [sum(x * row[j] for x, row in zip(line, exact, strict=True)) % n for j in range(k, self.width)]
            for line in projection
        ]
        table = np.array(image, dtype=np.int64).reshape(k, self.width - k)
        for size, rows, chosen in _zero_entries(table, n, self.progress):
            del size
            identity = [i for i in range(k) if i not in rows]
            return (*identity, *(k + j for j in chosen))
        return None

    # ------------------------------------------------------------------ small fields: a walk from below

    def walked(self) -> KRank:
        lower = 0
        while lower < self.upper:
            k = lower + 1
            if WALK * (self._cost(k) + self.progress.done) > self.budget:
                break
            self.progress.total = self.progress.done + self._cost(k)
            dependent = self._walk(k)
            self.progress.advance(self._cost(k))
            if dependent is not None:
                self._lower_to(self._circuit(dependent))
                break
            lower = self.progress.lower = k
        return self._result(lower, self.over.modulus, None)

    def _walk(self, k: int) -> tuple[int, ...] | None:
        """k dependent columns, or None. Each level keeps the columns reduced modulo those chosen."""
        n = self.over.modulus
        columns = [list(column) for column in zip(*residues(self.matrix, n), strict=True)]

        def below(chosen: tuple[int, ...], reduced: dict[int, list[int]]) -> tuple[int, ...] | None:
            for j, column in reduced.items():
                pivot = next((i for i, x in enumerate(column) if x), None)
                if pivot is None:
                    return (*chosen, j)
                if len(chosen) + 1 < k:
                    inverse = pow(column[pivot], -1, n)
                    rest = {}
                    for i, other in reduced.items():
                        if i > j:
                            factor = other[pivot] * inverse % n
                            rest[i] = [(x - factor * y) % n for x, y in zip(other, column, strict=True)]
                    if (found := below((*chosen, j), rest)) is not None:
                        return found
            return None

        return below((), dict(enumerate(columns)))


def _dependent_prefix(matrix: Matrix, over: Field) -> tuple[int, ...]:
    """Dependent columns, given that there are some: the first column off the pivots, and the pivots before it."""
    pivots = independent_columns(matrix, over)
    extra = next(j for j in range(len(matrix[0])) if j not in pivots)
    return (*(j for j in pivots if j < extra), extra)


def _zero_entries(
    table: NDArray[np.int64], n: int, progress: Progress
) -> list[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """The first vanishing minor of the table modulo n, as (size, rows, columns) in a list; [] if all are nonzero.

    Column sets are walked depth-first; for each, the vector of its minors on all row sets. One step extends a set by
    every later column at once, by Laplace expansion along the new column. n < 2^31, so that products fit in a word.
    """
    height, width = table.shape
    progress.advance(1)
    if width == 0:
        return []
    row_sets = [list(combinations(range(height), size)) for size in range(1, min(height, width) + 1)]
    plans = []
    for size in range(2, min(height, width) + 1):
        place = {rows: i for i, rows in enumerate(row_sets[size - 2])}
        new = np.array(row_sets[size - 1], dtype=np.intp)
        old = np.array(
            [[place[rows[:i] + rows[i + 1 :]] for i in range(size)] for rows in row_sets[size - 1]], dtype=np.intp
        )
        signs = np.array([(-1) ** (size - 1 - i) for i in range(size)], dtype=np.int64)
        plans.append((new, old, signs))
    found: list[tuple[int, tuple[int, ...], tuple[int, ...]]] = []

    def examine(minors: NDArray[np.int64], chosen: tuple[int, ...], first: int) -> bool:
        """Minors of chosen + one more column, one row of the array per column from `first` on; True to stop."""
        size = len(chosen) + 1
        progress.advance(minors.size)
        zeros = np.argwhere(minors == 0)
        if len(zeros):
            j, i = zeros[0]
            found.append((size, row_sets[size - 1][i], (*chosen, first + int(j))))
            return True
        if size == min(height, width):
            return False
        new, old, signs = plans[size - 1]
        for offset in range(len(minors) - 1):
            j = first + offset
            later = table[:, j + 1 :].T  # one row per later column
            total = np.zeros((len(later), len(new)), dtype=np.int64)
            for i in range(size + 1):
                total += signs[i] * (later[:, new[:, i]] * minors[offset][old[:, i]] % n)
            if examine(total % n, (*chosen, j), j + 1):
                return True
        return False

    examine(np.ascontiguousarray(table.T), (), 0)
    return found
