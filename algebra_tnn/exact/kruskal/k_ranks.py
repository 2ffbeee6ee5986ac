"""The Kruskal rank of a matrix, with evidence on both sides.

The search goes down. It starts with the largest k that the known circuits and the budget leave, and asks whether every
k columns are independent. Modulo a large prime this is one table: project the columns to k rows, as [I | A′], and every
minor of A′ must be nonzero. Each zero minor names k columns, which are then examined exactly: if they are dependent,
they contain a circuit, and k goes down below it. So the lower bound is rigorous with one prime, and the upper bound by
its relation.

A circuit of c columns lies in many sets of k > c columns, so from above it is found early. A circuit lies in one
connected component of the columns; the components are examined apart.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from math import comb, inf

from algebra_tnn.exact.fields import MODULUS, Field, Q
from algebra_tnn.exact.kruskal.circuits import Circuit, Components, circuit, selected, short_circuit
from algebra_tnn.exact.kruskal.projections import Image, faithful_projection, primes_for
from algebra_tnn.exact.kruskal.vanishing_minors import exact_base
from algebra_tnn.exact.modular.blas import one_thread_per_caller
from algebra_tnn.exact.scalars import Matrix, Number

BUDGET = 2_000_000_000  # column subsets: up to about a minute
_AGAIN = 100  # a subset that is examined again, by elimination, costs as much as this many minors of a table
_FALSE_ZEROS = 64  # beyond these, and some more where there are many subsets, another prime is taken

__all__ = ["BUDGET", "KRank", "Progress", "faithful_projection", "k_rank"]


@dataclass
class Progress:
    """How far a search got; it is written to while the search runs, so that an interrupted one can be reported.

    From the first report on, lower ≤ k-rank ≤ upper at every moment.
    """

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
    """lower ≤ k-rank ≤ upper, with evidence: a projection modulo a prime below, dependent columns above.

    The projection is None where none was met that shows the lower bound by itself: where column subsets whose image was
    dependent have been shown to be independent one by one, where components were examined apart, and where the lower
    bound is what columns have that are nonzero and not proportional. ``faithful_projection`` looks for one.
    """

    lower: int
    upper: int
    subsets: int  # how many column subsets were examined
    modulus: int = MODULUS
    projection: Matrix | None = None  # lower × rows, residues
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
    enough: int | None = None,
    seed: int = 0,
    progress: Progress | None = None,
) -> KRank:
    """The largest k such that every k columns are independent, as an interval that is a point unless the budget ends.

    Args: budget: the number of column subsets that may be examined; least: where the budget does not reach the exact
    value, lower bounds below this are not sought; enough: the search ends when it is known whether the k-rank is at
    least this; seed: of the random projections.
    Cost: C(columns, k) minors modulo a prime, about 10 ns each up to k = 10, more for larger k or over small fields.
    Memory: about the minors of half of the columns. Reference: [Kruskal1977].

    >>> found = k_rank(((1, 0, 1, 2), (0, 1, 1, 0)))
    >>> found.lower, found.upper, found.columns, found.relation
    (1, 1, (0, 3), (2, -1))
    """
    search = _Search(over.matrix(matrix), over, random.Random(seed), progress or Progress())
    with one_thread_per_caller(0):
        search.run(budget, least, enough)
    return search.result()


class _Degenerate(Exception):
    """Modulo this prime, columns are dependent that are independent over the field."""


class _Search:
    def __init__(self, matrix: Matrix, over: Field, rng: random.Random, progress: Progress) -> None:
        self.matrix, self.over, self.rng, self.progress = matrix, over, rng, progress
        self.modulus = over.modulus
        self.projection: Matrix | None = None
        self.circuit: Circuit | None = None
        self.width = len(matrix[0])
        progress.done, progress.total, progress.lower, progress.upper = 0, 0, 0, self.width
        components = Components.of(matrix, over)
        self.parts = components.parts
        self._below(circuit(matrix, over, components.smallest))
        short = short_circuit(matrix, over)
        self._below(short)
        self.evident = progress.upper if short else min(2, self.width)

    def run(self, budget: int, least: int, enough: int | None) -> None:
        """Raises the lower bound and lowers the upper one until they meet, or until no more is wanted or affordable."""
        primes = primes_for(self.matrix, self.over)
        n = next(primes)
        while k := next((k for k in self._levels(least, enough) if self._cost(k) <= budget - self.progress.done), 0):
            try:
                self._below(self._dependence(k, n))
            except _Degenerate:
                n = next(primes)

    def result(self) -> KRank:
        progress = self.progress
        if progress.lower < self.evident:
            progress.lower, self.projection = self.evident, None
        columns, relation = (self.circuit.columns, self.circuit.relation) if self.circuit else ((), ())
        return KRank(progress.lower, progress.upper, progress.done, self.modulus, self.projection, columns, relation)

    def _below(self, circuit: Circuit | None) -> None:
        """The k-rank is less than the number of columns of a circuit."""
        if circuit is not None and len(circuit.columns) <= self.progress.upper:
            self.circuit, self.progress.upper = circuit, len(circuit.columns) - 1

    def _levels(self, least: int, enough: int | None) -> Iterable[int]:
        """The k that are worth examining, the best first."""
        lower, upper = self.progress.lower, self.progress.upper
        if enough is None:
            return (k for k in range(upper, lower, -1) if k == upper or k >= least)
        return sorted(range(enough, upper + 1), key=self._cost) if lower < enough else ()

    def _cost(self, k: int) -> int | float:
        """Column subsets at level k; those that are examined again, too. Infinite if their minors are not exact."""
        modulus, total = self.over.modulus, 0
        for width in map(len, self.parts):
            height = min(k, width - k)
            if height > 0 and exact_base(modulus, comb(height, height // 2)) < 4:
                return inf
            total += comb(width, k)
        return total * (1 + _AGAIN // modulus)

    def _dependence(self, k: int, n: int) -> Circuit | None:
        """A circuit of at most k columns; None if every k columns are independent, which raises the lower bound.

        Raises: _Degenerate if the prime n tells too little.
        """
        parts = [part for part in self.parts if len(part) >= k]
        total = sum(comb(len(part), k) for part in parts)
        self.progress.total = self.progress.done + total
        zeros = false_zeros = 0
        projection = None
        for part in parts:
            image = Image.random(selected(self.matrix, part), n, k, self.rng)
            if image is None:  # over the field the first k columns are independent: k is below all fundamental circuits
                raise _Degenerate
            for examined, subsets in image.dependent_subsets():
                self.progress.advance(examined)
                zeros += len(subsets)
                for chosen in image.examined(subsets):
                    found = circuit(self.matrix, self.over, [part[i] for i in chosen])
                    if found is not None:
                        return found
                    false_zeros += 1
                    if false_zeros > _FALSE_ZEROS + 8 * total // n:
                        raise _Degenerate
            projection = image.projection if len(part) == self.width and not zeros else None
        self.progress.lower, self.modulus, self.projection = k, n, projection
        return None
