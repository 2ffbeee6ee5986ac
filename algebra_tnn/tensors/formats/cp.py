"""CP: sums of rank-one tensors, also symmetric and partially symmetric ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from math import comb, prod
from typing import Any

from algebra_tnn.laws.law import Law
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.laws.vector_fields import VectorField
from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.gauge import Gauge
from algebra_tnn.tensors.formats.networks import Network
from algebra_tnn.tensors.formats.sizes import checked, listed, numbered, size


@dataclass(frozen=True, slots=True)
class SymmetricCPFormat(TensorFormat):
    """T = Σ_r a0_r ⊗ … ⊗ a0_r ⊗ a1_r ⊗ …: a0_r as often as the first degree says, and so on.

    One degree gives symmetric tensors, that is, sums of powers of linear forms; degrees 1, 1, … give all sums of
    rank-one tensors. The nodes a0, a1, … have a row for each term. There are no weights in front of the terms: over the
    complex numbers they can be absorbed. The law is the power sum Σ_r Π_k ⟨ak_r, x_k⟩^(d_k), as for secant varieties.

    Raises: TypeError, ValueError, in one sentence. Reference: [ComonGolubLimMourrain2008].

    >>> format = SymmetricCPFormat(sizes=(3,), degrees=(4,), terms=5)
    >>> print(format, format.parameters, format.ambient_dimension, format.expected_dimension)
    symmetric CP of 3 in degree 4 with 5 terms {'a0': (5, 3)} 15 15
    """

    sizes: tuple[int, ...]
    degrees: tuple[int, ...]
    terms: int

    def __post_init__(self) -> None:
        sizes = checked("sizes", self.sizes)
        degrees = checked("degrees", self.degrees, length=len(sizes), why="one for each size")
        if sum(degrees) < 2:
            raise ValueError("degrees has the sum 1; a tensor has at least two modes")
        object.__setattr__(self, "sizes", sizes)
        object.__setattr__(self, "degrees", degrees)
        object.__setattr__(self, "terms", size("terms", self.terms))

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the tensor: each size as often as its degree says."""
        return tuple(chain(*([n] * d for n, d in zip(self.sizes, self.degrees, strict=True))))

    @property
    def power_sum(self) -> PowerSum:
        return PowerSum(self.sizes, self.degrees, self.terms)

    @property
    def networks(self) -> tuple[Network, ...]:
        """With a node for each mode, called a0, a0_1, … where they share a parameter."""
        nodes = [
            (f"a{k}_{copy}" if copy else f"a{k}", f"a{k}") for k, d in enumerate(self.degrees) for copy in range(d)
        ]
        modes = numbered("i", len(nodes))
        words = {name: ("r", mode) for (name, _), mode in zip(nodes, modes, strict=True)}
        sizes = {**dict(zip(modes, self.shape, strict=True)), "r": self.terms}
        shared = {name: parameter for name, parameter in nodes if self.degrees[int(parameter[1:])] > 1}
        return (Network.of(words, sizes, modes, shared=shared),)

    def law(self) -> Law:
        return self.power_sum.law

    def symmetries(self) -> Gauge:
        """Rescalings of the vectors of one term: a_k moves by d_0 times itself, and a_0 by −d_k times itself."""
        law = self.law()

        def move(r: int, k: int) -> Any:
            def moved(**a: Traced) -> Mapping[str, Traced]:
                unit = [int(row == r) for row in range(self.terms)]
                scaled = {"a0": [-self.degrees[k] * x for x in unit], f"a{k}": [self.degrees[0] * x for x in unit]}
                return {name: einsum("r,ri->ri", scale, a[name]) for name, scale in scaled.items()}

            return moved

        pairs = ((r, k) for r in range(self.terms) for k in range(1, len(self.sizes)))
        return Gauge(tuple(VectorField.trace(move(r, k), law) for r, k in pairs))

    @property
    def gauge_dimension(self) -> int:
        return self.terms * (len(self.sizes) - 1)

    @property
    def ambient_dimension(self) -> int:
        """The dimension of the space of tensors with these symmetries."""
        return prod(comb(n + d - 1, d) for n, d in zip(self.sizes, self.degrees, strict=True))

    def __str__(self) -> str:
        kind = "symmetric" if len(self.sizes) == 1 else "partially symmetric"
        return f"{kind} CP of {listed(self.sizes, '×')} in degree {listed(self.degrees)} with {self.terms} terms"


class CPFormat(SymmetricCPFormat):
    """T = Σ_r a0_r ⊗ a1_r ⊗ …: the sums of that many rank-one tensors.

    Raises: TypeError, ValueError, in one sentence. Reference: [Hitchcock1927].

    >>> format = CPFormat((3, 3, 3), 4)
    >>> print(format, format.shape, format.parameter_count, format.gauge_dimension, format.expected_dimension)
    CP 3×3×3 with 4 terms (3, 3, 3) 36 8 27
    """

    __slots__ = ()

    def __init__(self, shape: Any, terms: Any) -> None:
        sizes = checked("shape", shape, least=2)
        SymmetricCPFormat.__init__(self, sizes, (1,) * len(sizes), terms)

    def __str__(self) -> str:
        return f"CP {listed(self.sizes, '×')} with {self.terms} terms"

    def __repr__(self) -> str:
        return f"CPFormat(shape={self.sizes}, terms={self.terms})"
