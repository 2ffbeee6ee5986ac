"""The gradient of a loss by the weights of one layer, as a bilinear form."""

from __future__ import annotations

from dataclasses import dataclass

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.operations import Apply
from algebra_tnn.laws.tracing import Traced, apply, einsum, named
from algebra_tnn.models.polynomial_network import PolynomialNetwork
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.sizes import set_sizes


@dataclass(frozen=True, slots=True)
class WeightGradient(TracedModel):
    """⟨u, G v⟩ with the gradient G = Σ_i δ_i h_iᵀ, by W_l, of the loss ½ Σ_i |f(x_i) − y_i|² over ``samples`` pairs.

    h_i is what enters layer l for the sample i, and δ_i the derivative of the loss by the pre-activations of the layer:
    δ = f(x) − y in the last layer, and W_(l+1)ᵀ δ ⊙ σ′(z_l) in the others. So G has at most the rank ``samples``.

    Args: network: dense, with one activation per layer; layer: l, from 1 on; samples: how many.
    Shapes: u and v have the lengths of a column and of a row of W_l. Parameters are those of the network, and the
    samples: X of shape (samples, inputs), Y of shape (samples, outputs).
    Raises: TypeError, ValueError, in one sentence. Reference: [HuShenWallisAllenZhuLiWangWangChen2022].

    >>> gradient = WeightGradient(PolynomialNetwork((2, 3, 1), degrees=2), layer=1, samples=2)
    >>> gradient.inputs
    {'u': (3,), 'v': (2,)}
    """

    network: PolynomialNetwork
    layer: int
    samples: int

    def __post_init__(self) -> None:
        if not isinstance(self.network, PolynomialNetwork):
            raise TypeError(f"network is {self.network!r}; it is a PolynomialNetwork")
        if any(connections.groups is not None for connections in self.network.connections):
            raise ValueError(f"{self.network} has weights that are zero or tied; the gradient is that of dense layers")
        if any(len(set(layer)) > 1 for layer in self.network.activations):
            raise ValueError(f"{self.network} has different activations in a layer; take one for all its neurons")
        set_sizes(self, "layer", "samples")
        if self.layer > self.network.depth:
            raise ValueError(f"layer is {self.layer}; layers of {self.network} are numbered 1 to {self.network.depth}")

    @property
    def inputs(self) -> dict[str, Shape]:
        rows, columns = self.network.parameters[f"W{self.layer}"]
        return {"u": (rows,), "v": (columns,)}

    @property
    def parameters(self) -> dict[str, Shape]:
        widths = self.network.widths
        return {**self.network.parameters, "X": (self.samples, widths[0]), "Y": (self.samples, widths[-1])}

    def forward(self, u: Traced, v: Traced, X: Traced, Y: Traced, **weights: Traced) -> Traced:
        delta, h = self.factors(X, Y, **weights)
        return einsum("i,ni,nj,j->", u, named("delta", delta), h if self.layer == 1 else named("h", h), v)

    def factors(self, X: Traced, Y: Traced, **weights: Traced) -> tuple[Traced, Traced]:
        """The matrices with the rows δ_i and h_i, while a law is traced."""
        depth, sigmas = self.network.depth, [Apply(layer[0].coefficients) for layer in self.network.activations]
        entering, z = [X], list[Traced]()
        for i in range(1, depth + 1):
            z.append(einsum("ij,nj->ni", weights[f"W{i}"], entering[-1]))
            if self.network.biases:
                z[-1] = z[-1] + einsum("i,n->ni", weights[f"b{i}"], [1] * self.samples)
            if i < depth:
                entering.append(apply(sigmas[i - 1].coefficients, z[-1]))
        delta = z[-1] - Y
        for i in range(depth - 1, self.layer - 1, -1):
            slope = apply(sigmas[i - 1].derivative().coefficients, z[i - 1])
            delta = einsum("ni,ij->nj", delta, weights[f"W{i + 1}"]) * slope
        return delta, entering[self.layer - 1]

    def __str__(self) -> str:
        return f"gradient by W{self.layer} of {self.network} over {self.samples} samples"
