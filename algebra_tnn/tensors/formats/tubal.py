"""Products of two tensors of order three whose tubes convolve: the t-product."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.laws.vector_fields import VectorField
from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.gauge import Gauge
from algebra_tnn.tensors.formats.networks import Network
from algebra_tnn.tensors.formats.sizes import checked, listed, size


@dataclass(frozen=True, slots=True)
class TubalFormat(TensorFormat):
    """T = A ∗ B, T_{i j k} = Σ_{l, p + q ≡ k mod K} A_{i l p} B_{l j q}: tensors of a tubal rank of at most ``rank``.

    A has the shape (I, rank, K) and B (rank, J, K). Over the ring K[t]/(t^K − 1) this is a product of matrices, so an
    invertible matrix over the ring may act on l: the dimension is K r (I + J − r) for r ≤ I and r ≤ J.

    Raises: TypeError, ValueError, in one sentence. Reference: [KilmerMartin2011].

    >>> format = TubalFormat((3, 4, 2), 2)
    >>> format.parameters, format.expected_dimension
    ({'A': (3, 2, 2), 'B': (2, 4, 2)}, 20)
    """

    shape: tuple[int, ...]
    rank: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "shape", checked("shape", self.shape, length=3, why="I, J and K"))
        object.__setattr__(self, "rank", size("rank", self.rank))

    @property
    def cyclic(self) -> list[list[list[int]]]:
        """1 at (p, q, k) where p + q ≡ k, and 0 elsewhere."""
        K = range(self.shape[2])
        return [[[int((p + q - k) % len(K) == 0) for k in K] for q in K] for p in K]

    @property
    def networks(self) -> tuple[Network, ...]:
        rows, columns, K = self.shape
        words = {"A": "ilp", "B": "ljq", "cyclic": "pqk"}
        sizes = {"i": rows, "j": columns, "k": K, "l": self.rank, "p": K, "q": K}
        return (Network.of(words, sizes, "ijk", constants={"cyclic": self.cyclic}),)

    def symmetries(self) -> Gauge:
        """For matrix units E and powers of t: A moves by A ∗ (E t^s), and B by −(E t^s) ∗ B."""
        law, r = self.law(), self.rank

        def field(i: int, j: int, s: int) -> VectorField:
            unit = [[int((a, b) == (i, j)) for b in range(r)] for a in range(r)]
            shift = self.cyclic[s]  # q ↦ q + s

            def move(A: Traced, B: Traced) -> dict[str, Traced]:
                return {"A": einsum("iap,ab,pq->ibq", A, unit, shift), "B": -einsum("ab,bjp,pq->ajq", unit, B, shift)}

            return VectorField.trace(move, law)

        indices = product(range(r), range(r), range(self.shape[2]))
        return Gauge(tuple(field(i, j, s) for i, j, s in indices))

    @property
    def gauge_dimension(self) -> int:
        return self.shape[2] * self.rank**2

    def __str__(self) -> str:
        return f"t-product {listed(self.shape, '×')} of tubal rank {self.rank}"
