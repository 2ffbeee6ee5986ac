"""Polynomial networks whose layers commute with a group of permutations, as group convolutions do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any, Literal, TypeAlias

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, einsum, named
from algebra_tnn.laws.vector_fields import VectorField
from algebra_tnn.models.activations import activated
from algebra_tnn.models.drawings import label
from algebra_tnn.models.equivariant.pair_orbits import Permutation, checked_permutations, cyclic_group, pair_orbits
from algebra_tnn.models.layered_drawings import COLOURS, Layer, layered
from algebra_tnn.models.polynomial_network import PolynomialNetwork
from algebra_tnn.models.traced_model import KnownFields, TracedModel
from algebra_tnn.tensors.formats.sizes import checked, listed

Output: TypeAlias = Literal["all", "one", "sum"]


@dataclass(frozen=True, slots=True, init=False)
class EquivariantNetwork(TracedModel):
    """h_l[g][i] = σ(Σ_h Σ_j w_l[o(g, h)][i][j] h_(l−1)[h][j]) from x = h_0 on, without σ after the last layer.

    Positions g, h are permuted by a group; o(g, h) is the number of the orbit of the pair, so that f(πx) = π f(x) for
    all π of the group, and all weights. For the cyclic group o(g, h) = h − g: w_l are filters, read forwards.

    Args: ``generators`` of the group, permutations of the positions; ``channels`` of the input, the hidden layers and
    the output; degrees or activations, one for each hidden layer: as for PolynomialNetwork. ``output`` is "all", the
    values at all positions; "one", those at the first position of each orbit, which determine all others, since the
    network commutes with the group; or "sum", which is invariant.
    Shapes: x is (positions, channels[0]), w_l is (orbits of pairs, channels[l], channels[l − 1]).
    Raises: TypeError, ValueError, in one sentence. Reference: [CohenWelling2016].

    >>> network = EquivariantNetwork.cyclic(4, channels=(1, 2, 1), degrees=2)
    >>> print(network, network.parameters, network.unrestricted.parameter_count)
    equivariant network on 4 positions, channels 1,2,1 with t² {'w1': (4, 2, 1), 'w2': (4, 1, 2)} 64
    """

    generators: tuple[Permutation, ...]
    channels: tuple[int, ...]
    output: Output
    unrestricted: PolynomialNetwork

    def __init__(
        self,
        generators: Sequence[Sequence[int]],
        channels: Sequence[int],
        degrees: Sequence[int] | int | None = None,
        activations: Any = None,
        output: Output = "all",
    ) -> None:
        if output not in ("all", "one", "sum"):
            raise ValueError(
                f'output is {output!r}; it is "all" positions, "one" of each orbit, or the "sum" over all positions'
            )
        permutations = checked_permutations(generators)
        sizes = checked("channels", channels, least=2)
        widths = [len(permutations[0]) * c for c in sizes]
        network = PolynomialNetwork(widths, degrees, activations=activations)
        for i, layer in enumerate(network.activations):
            if len(set(layer)) > 1:
                raise ValueError(f"activations[{i}] differ between neurons; a group permutes them, so give one for all")
        given = {"generators": permutations, "channels": sizes, "output": output, "unrestricted": network}
        for name, value in given.items():
            object.__setattr__(self, name, value)

    @classmethod
    def cyclic(
        cls,
        order: int,
        channels: Sequence[int],
        degrees: Sequence[int] | int | None = None,
        activations: Any = None,
        output: Output = "all",
    ) -> EquivariantNetwork:
        """The network for the cyclic group of this order, which shifts its positions around a circle."""
        return cls(cyclic_group(order), channels, degrees, activations, output)

    @property
    def positions(self) -> int:
        return len(self.generators[0])

    @property
    def orbits(self) -> tuple[tuple[int, ...], ...]:
        """The numbers of the orbits of pairs, a matrix."""
        return pair_orbits(self.generators)

    @property
    def representatives(self) -> list[int]:
        """The first position of each orbit of positions: the pairs (g, g) are an orbit where the g are."""
        diagonal = [row[g] for g, row in enumerate(self.orbits)]
        return [g for g, number in enumerate(diagonal) if number not in diagonal[:g]]

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"x": (self.positions, self.channels[0])}

    @property
    def parameters(self) -> dict[str, Shape]:
        count = 1 + max(map(max, self.orbits))
        return {f"w{i}": (count, n, m) for i, (m, n) in enumerate(pairwise(self.channels), 1)}

    def forward(self, x: Traced, **w: Traced) -> Traced:
        return self.traced(x, w)

    def traced(self, x: Traced, weights: Mapping[str, Traced], stem: str = "") -> Traced:
        """The output for weights by name, while a law is traced; values of layers are named stem + z1, h1, …"""
        layers, orbits = len(self.channels) - 1, [list(row) for row in self.orbits]
        for i in range(1, layers + 1):
            z = einsum("ghij,hj->gi", weights[f"w{i}"][orbits], x)
            if i < layers:
                z = named(f"{stem}z{i}", z)
                x = named(f"{stem}h{i}", activated(self.unrestricted.activations[i - 1], z))
        match self.output:
            case "all":
                return z
            case "one":
                return z[self.representatives]
            case "sum":
                return z.sum(axis=0)

    @property
    def expected_dimension(self) -> int:
        """min(ambient dimension, parameters − channels that can be rescaled)."""
        return min(self.ambient_dimension, self.parameter_count - len(self.symmetries().fields))

    def symmetries(self) -> KnownFields:
        """A rescaling for each hidden channel whose activation is a power t^r: w_l moves with it, w_(l+1) by −r."""
        fields = []
        for i, (n, layer) in enumerate(zip(self.channels[1:-1], self.unrestricted.activations, strict=True), 1):
            if (power := layer[0].power) is None or not power.is_monomial:
                continue
            for k in range(n):
                unit = [int(k == j) for j in range(n)]
                back = [-power.exponent * t for t in unit]

                def move(i: int = i, unit: Any = unit, back: Any = back, **w: Traced) -> dict[str, Traced]:
                    return {
                        f"w{i}": einsum("i,oij->oij", unit, w[f"w{i}"]),
                        f"w{i + 1}": einsum("j,oij->oij", back, w[f"w{i + 1}"]),
                    }

                fields.append(VectorField.trace(move, self.law()))
        return KnownFields(tuple(fields))

    def drawing(self) -> str:
        """Positions and their channels as SVG; what a layer uses for one orbit of pairs of positions has one colour."""
        layers = [
            Layer(self.positions * c, partial(label, self.unrestricted, layer), f"{self.positions} positions of {c}")
            for layer, c in enumerate(self.channels)
        ]

        def colour(layer: int, i: int, j: int) -> str:
            above, below = i // self.channels[layer], j // self.channels[layer - 1]
            return COLOURS[self.orbits[above][below] % len(COLOURS)]

        return layered(str(self), layers, colour)

    def __str__(self) -> str:
        words = str(self.unrestricted).partition(" with ")[2]
        kind = "invariant" if self.output == "sum" else "equivariant"
        activations = f" with {words}" if words else ""
        return f"{kind} network on {self.positions} positions, channels {listed(self.channels)}{activations}"
