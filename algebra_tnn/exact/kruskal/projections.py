"""Random projections of the columns of a matrix modulo a prime, that keep sets of columns independent."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, count, islice, repeat
from math import comb

import numpy as np

from algebra_tnn.exact.fields import MODULUS, Field, prime_field
from algebra_tnn.exact.kruskal.circuits import dependent_rows
from algebra_tnn.exact.kruskal.vanishing_minors import Indices, dependent_subsets
from algebra_tnn.exact.linear.matrices import minor, product, residues
from algebra_tnn.exact.modular.blas import Doubles, one_thread_per_caller
from algebra_tnn.exact.modular.centred import reduced
from algebra_tnn.exact.primes import is_prime
from algebra_tnn.exact.scalars import Matrix

_TRIALS = 8
_PORTION = 4096  # subsets that are examined again at a time
_WORD = 2**31  # products of residues fit into a machine word below it


def primes_for(matrix: Matrix, over: Field) -> Iterator[int]:
    """The moduli that are tried: p over GF(p), else the primes from MODULUS down that divide no denominator.

    There is no end to them: after the small ones those above MODULUS follow.
    """
    if over.is_finite:
        return repeat(over.characteristic)
    denominators = {x.denominator for row in matrix for x in row}
    candidates = chain(range(MODULUS, 1, -1), count(MODULUS + 1))
    return (n for n in candidates if is_prime(n) and all(d % n for d in denominators))


@dataclass(frozen=True, slots=True)
class Image:
    """A projection modulo n that takes the columns of a matrix to [I | table].

    Shapes: for m×N matrices of rank r modulo n, the projection is k×m, the table k×(N−k); the vectors are N×r: the
    columns before the projection, in the rows of a basis.
    """

    projection: Matrix
    table: Doubles
    vectors: Indices
    modulus: int

    @classmethod
    def random(cls, matrix: Matrix, n: int, k: int, rng: random.Random) -> Image | None:
        """None if the first k columns are dependent modulo n. If k is the rank modulo n, nothing is lost.

        Otherwise dependent columns stay dependent, and k independent ones become so with a probability of about 1/n.
        """
        entries, over = tuple(map(tuple, residues(matrix, n))), prime_field(n)
        shown = minor(entries, over)
        assert shown is not None  # its size is the rank modulo n
        if shown.columns[:k] != tuple(range(k)):
            return None
        rows = tuple(entries[i] for i in shown.rows)
        mixing = tuple(
            (*(int(i == j) for j in range(k)), *(rng.randrange(n) for _ in range(k, len(rows)))) for i in range(k)
        )
        onto = product(mixing, shown.inverse, over)
        place = {i: column for column, i in enumerate(shown.rows)}
        projection = tuple(tuple(row[place[i]] if i in place else 0 for i in range(len(matrix))) for row in onto)
        table = np.array(product(onto, tuple(row[k:] for row in rows), over), dtype=np.float64)
        vectors = np.array(rows, dtype=np.int64).T
        return cls(projection, reduced(table.reshape(k, len(matrix[0]) - k), n), vectors, n)

    def dependent_subsets(self) -> Iterator[tuple[int, Indices]]:
        """The k-subsets of columns that become dependent: block by block, each with how many subsets it examined."""
        yield 1, np.zeros((0, len(self.projection)), dtype=np.int64)  # the first k columns, whose image is I
        yield from dependent_subsets(self.table, self.modulus)

    def examined(self, subsets: Indices) -> Iterator[tuple[int, ...]]:
        """Those of the subsets that are not independent modulo n before the projection either.

        If the modulus is too long for machine words, those that become dependent by chance are few, and stay.
        """
        for start in range(0, len(subsets), _PORTION):  # mostly the first is wanted
            portion = subsets[start : start + _PORTION]
            if portion.shape[1] < self.vectors.shape[1] and self.modulus < _WORD:
                portion = portion[dependent_rows(self.vectors[portion], self.modulus)]
            yield from map(tuple, portion.tolist())


def faithful_projection(
    matrix: Matrix, over: Field, k: int, seed: int = 0, budget: int | None = None
) -> tuple[int, Matrix] | None:
    """A prime and a projection to k rows modulo which every k columns are independent.

    None if a few trials find none, as over a small field, or if there are more column subsets than the budget.
    """
    matrix, rng = over.matrix(matrix), random.Random(seed)
    if k < 1 or (budget is not None and comb(len(matrix[0]), k) > budget):
        return None
    with one_thread_per_caller(0):
        for n in islice(primes_for(matrix, over), _TRIALS):
            image = Image.random(matrix, n, k, rng)
            if image is not None and not any(len(subsets) for _, subsets in image.dependent_subsets()):
                return n, image.projection
    return None
