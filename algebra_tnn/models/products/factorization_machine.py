"""Factorization machines: weights of products of features, low-rank as a tensor."""

from __future__ import annotations

from dataclasses import dataclass

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, named
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.sizes import set_sizes


@dataclass(frozen=True, slots=True)
class FactorizationMachine(TracedModel):
    """f(x) = w_0 + Σ_j ⟨w_j, x_j⟩ + Σ_t Σ_s A^t(⟨p_s1, x_1⟩, …, ⟨p_sN, x_N⟩), t = 2, …, order, s = 1, …, rank.

    A^t(u_1, …, u_N), the ANOVA kernel, is the sum of the products of t different u's. Features are numbers, or vectors
    of ``dimension`` entries, such as one-hot vectors of fields, which then are not multiplied with themselves.

    Features enter one after the other: the first k of them count by f and A^1, …, A^(t−1) of these alone, which are
    2 + rank · (1 + … + (order − 1)) numbers. So this is a tensor train with such bonds in the vectors (1, x_j).

    Shapes: x0, x1, … are (dimension,), w0 is (), w is (features, dimension), P2, P3, … are (features, rank, dimension).
    Raises: TypeError, ValueError, in one sentence. Reference: [BlondelFujinoUedaIshihata2016].

    >>> machine = FactorizationMachine(features=3, rank=1)
    >>> machine({"x0": [2], "x1": [3], "x2": [5], "w0": 0, "w": [[0]] * 3, "P2": [[[1]]] * 3})  # 2·3 + 2·5 + 3·5
    31
    """

    features: int
    rank: int
    order: int = 2
    dimension: int = 1

    def __post_init__(self) -> None:
        set_sizes(self, "features", "rank", "order", "dimension")
        if self.order > self.features:
            raise ValueError(
                f"order is {self.order}, but there are {self.features} features; products have at most one factor of "
                "each, so take a smaller order"
            )

    @property
    def inputs(self) -> dict[str, Shape]:
        return {f"x{j}": (self.dimension,) for j in range(self.features)}

    @property
    def parameters(self) -> dict[str, Shape]:
        kernels = {f"P{t}": (self.features, self.rank, self.dimension) for t in range(2, self.order + 1)}
        return {"w0": (), "w": (self.features, self.dimension), **kernels}

    def forward(self, w0: Traced, w: Traced, **given: Traced) -> Traced:
        """Feature by feature: ``f{j}`` is what the first j + 1 give alone, ``a{t}_{i}_{j}`` their kernel A^i."""
        total = w0
        kernels: dict[int, list[Traced]] = {t: [] for t in range(2, self.order + 1)}
        for j in range(self.features):
            x = given[f"x{j}"]
            total = total + w[j] @ x
            for t, below in kernels.items():
                u = given[f"P{t}"][j] @ x
                if len(below) == t - 1:
                    total = total + u @ below[-1]
                kernels[t] = [named(f"a{t}_{i}_{j}", a) for i, a in enumerate(_with_one_more(below, u)[: t - 1], 1)]
            if j < self.features - 1:
                total = named(f"f{j}", total)
        return total

    def __str__(self) -> str:
        kind = "features" if self.dimension == 1 else f"fields of size {self.dimension}"
        return f"factorization machine of order {self.order} and rank {self.rank} on {self.features} {kind}"


def _with_one_more(kernels: list[Traced], u: Traced) -> list[Traced]:
    """A^1, A^2, … with one feature more than these."""
    products = [u, *(u * a for a in kernels)]
    return [*(a + b for a, b in zip(kernels, products, strict=False)), products[-1]]
