"""Products of matrices that depend linearly on parameters, and the linear map on tensors that they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any

from algebra_tnn.exact.scalars import Matrix, Number
from algebra_tnn.laws.arrays import Array, Shape
from algebra_tnn.laws.tracing import Traced, einsum, named
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.sizes import listed


@dataclass(frozen=True, slots=True, init=False)
class StructuredProduct(TracedModel):
    """x ↦ M_1(h_1) … M_K(h_K) x, where M_k(h) = Σ_i h_i M_ki with given matrices M_ki: a deep linear network.

    The product is a linear function 𝒜 of the tensor h_1 ⊗ … ⊗ h_K. It determines this tensor for all h_1, …, h_K if and
    only if the kernel of 𝒜 contains no difference of two tensors of rank one but 0.

    Args: factors: for each k the list of the matrices M_k0, M_k1, …; the first factor is the last that acts on x.
    Raises: TypeError, ValueError, in one sentence. Reference: [MalgouyresLandsberg2019].

    >>> twice = StructuredProduct([[[[1, 0], [0, 1]], [[0, 1], [0, 0]]]] * 2)  # (h_0 + h_1 N)(g_0 + g_1 N), N² = 0
    >>> twice.lifting
    ((1, 0, 0, 0), (0, 1, 1, 0), (0, 0, 0, 0), (1, 0, 0, 0))
    """

    factors: tuple[Array, ...]

    def __init__(self, factors: Sequence[Any]) -> None:
        if not isinstance(factors, (list, tuple)) or not factors:
            raise TypeError(f"factors is {factors!r}; it is a list with a list of matrices for each factor")
        found = tuple(Array.of(matrices, f"factors[{k}]") for k, matrices in enumerate(factors))
        for k, array in enumerate(found):
            if len(array.shape) != 3:
                raise ValueError(
                    f"factors[{k}] has {len(array.shape)} axes; a factor is a list of matrices, with three axes"
                )
        for k, (left, right) in enumerate(pairwise(found)):
            if left.shape[2] != right.shape[1]:
                raise ValueError(
                    f"factors[{k}] has matrices with {left.shape[2]} columns, but those of factors[{k + 1}] have "
                    f"{right.shape[1]} rows; they are multiplied, so both are equal"
                )
        object.__setattr__(self, "factors", found)

    @property
    def lifting(self) -> Matrix:
        """The matrix of 𝒜: a row for each entry of the product, a column for each entry of h_1 ⊗ … ⊗ h_K, row-major."""
        columns = [_product(matrices) for matrices in product(*(array.nested() for array in self.factors))]
        return tuple(tuple(column[place] for column in columns) for place in range(len(columns[0])))

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"x": (self.factors[-1].shape[2],)}

    @property
    def parameters(self) -> dict[str, Shape]:
        return {f"h{k}": (array.shape[0],) for k, array in enumerate(self.factors, 1)}

    def forward(self, x: Traced, **h: Traced) -> Traced:
        for k in range(len(self.factors), 0, -1):
            x = named(f"y{k}", einsum("p,pij,j->i", h[f"h{k}"], self.factors[k - 1].nested(), x))
        return x

    def __str__(self) -> str:
        sizes = [self.factors[0].shape[1], *(array.shape[2] for array in self.factors)]
        free = listed([array.shape[0] for array in self.factors])
        return f"product of matrices {listed(sizes, '←')} with {free} parameters"


def _product(matrices: Sequence[Sequence[Sequence[Number]]]) -> list[Number]:
    """The entries of the product, row-major."""
    result = matrices[0]
    for matrix in matrices[1:]:
        result = [
            [sum(x * y for x, y in zip(row, column, strict=True)) for column in zip(*matrix, strict=True)]
            for row in result
        ]
    return [x for row in result for x in row]
