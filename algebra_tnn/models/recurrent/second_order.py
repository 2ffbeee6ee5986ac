"""Recurrent networks whose step is bilinear in state and input, and what is linear in each: second-order networks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass
from typing import Any

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, apply, einsum, named
from algebra_tnn.models.activations import activation
from algebra_tnn.models.recurrent.steps import checked_steps
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.sizes import numbered, set_sizes, size


@dataclass(frozen=True, slots=True)
class BilinearRecurrence(TracedModel):
    """h_t = σ(B(h_{t−1}, x_t) + V h_{t−1} + U x_t + b) with a bilinear B, from h = s on; f = ⟨w, h⟩ at the end.

    ``activation`` is a polynomial σ as for polynomial networks, by default none; V, U and b exist if ``affine``.
    The law names the states h0, h1, …
    """

    steps: int
    dimension: int
    hidden: int
    _: KW_ONLY
    activation: Any = None
    affine: bool = False

    def __post_init__(self) -> None:
        checked_steps(self.steps)
        set_sizes(self, "dimension", "hidden")
        if not isinstance(self.affine, bool):
            raise TypeError(f"affine is {self.affine!r}; it is True (with V h + U x + b) or False")
        if self.activation is not None:
            object.__setattr__(self, "activation", activation(self.activation, "activation"))

    @property
    def inputs(self) -> dict[str, Shape]:
        return dict.fromkeys(numbered("x", self.steps), (self.dimension,))

    @property
    def parameters(self) -> dict[str, Shape]:
        affine = self.affine_shapes if self.affine else {}
        return {"s": (self.hidden,), **self.bilinear_shapes, **affine, "w": (self.hidden,)}

    @property
    @abstractmethod
    def bilinear_shapes(self) -> dict[str, Shape]:
        """The shapes of the parameters of B."""

    @property
    def affine_shapes(self) -> dict[str, Shape]:
        """The shapes of V, U and b."""
        n = self.hidden
        return {"V": (n, n), "U": (n, self.dimension), "b": (n,)}

    @abstractmethod
    def bilinear(self, h: Traced, x: Traced, weights: Mapping[str, Traced]) -> Traced:
        """B(h, x)."""

    def linear(self, h: Traced, x: Traced, weights: Mapping[str, Traced]) -> Traced:
        """V h + U x."""
        return weights["V"] @ h + weights["U"] @ x

    def forward(self, s: Traced, w: Traced, **given: Traced) -> Traced:
        h = s
        for t, name in enumerate(self.inputs):
            z = self.bilinear(h, given[name], given)
            if self.affine:
                z = z + self.linear(h, given[name], given) + given["b"]
            h = named(f"h{t}", z if self.activation is None else apply(self.activation.coefficients, z))
        return w @ h

    def _described(self, kind: str, *more: str) -> str:
        sizes = f"{self.steps} steps of dimension {self.dimension}, hidden size {self.hidden}"
        extras = [*more, *["affine terms"] * self.affine]
        if self.activation is not None:
            extras.append(f"activation {self.activation}")
        return f"{kind} with {', '.join([sizes, *extras])}"


@dataclass(frozen=True, slots=True)
class SecondOrderRNN(BilinearRecurrence):
    """B(h, x)_k = Σ A_{pik} h_p x_i with any tensor A, of shape (hidden, dimension, hidden).

    Without activation and affine terms this is a multiplicative RNN with one core.
    Raises: TypeError, ValueError, in one sentence. Reference: [LizaireRizviMartelGamalRabusseau2024].

    >>> SecondOrderRNN(steps=3, dimension=3, hidden=2).parameters
    {'s': (2,), 'A': (2, 3, 2), 'w': (2,)}
    """

    @property
    def bilinear_shapes(self) -> dict[str, Shape]:
        return {"A": (self.hidden, self.dimension, self.hidden)}

    def bilinear(self, h: Traced, x: Traced, weights: Mapping[str, Traced]) -> Traced:
        return einsum("pik,p,i->k", weights["A"], h, x)

    def __str__(self) -> str:
        return self._described("second-order RNN")


@dataclass(frozen=True, slots=True)
class CPRNN(BilinearRecurrence):
    """The second-order network whose tensor is Σ_r a_r ⊗ b_r ⊗ c_r with ``rank`` terms: B(h, x) = C (Aᵀh ⊙ Bᵀx).

    Shapes: A and C are (hidden, rank), B is (dimension, rank).
    Raises: TypeError, ValueError, in one sentence. Reference: [LizaireRizviMartelGamalRabusseau2024].

    >>> CPRNN(steps=3, dimension=3, hidden=2, rank=4).parameters
    {'s': (2,), 'A': (2, 4), 'B': (3, 4), 'C': (2, 4), 'w': (2,)}
    """

    rank: int

    def __post_init__(self) -> None:
        BilinearRecurrence.__post_init__(self)
        size("rank", self.rank)

    @property
    def bilinear_shapes(self) -> dict[str, Shape]:
        return {"A": (self.hidden, self.rank), "B": (self.dimension, self.rank), "C": (self.hidden, self.rank)}

    def bilinear(self, h: Traced, x: Traced, weights: Mapping[str, Traced]) -> Traced:
        return weights["C"] @ ((h @ weights["A"]) * (x @ weights["B"]))

    def __str__(self) -> str:
        return self._described("CPRNN", f"rank {self.rank}")


@dataclass(frozen=True, slots=True)
class MIRNN(BilinearRecurrence):
    """Multiplicative integration: B(h, x) = α ⊙ U x ⊙ V h, and with affine terms β ⊙ V h + γ ⊙ U x + b besides.

    Shapes: alpha, beta, gamma and b are (hidden,), U is (hidden, dimension), V is (hidden, hidden).
    Raises: TypeError, ValueError, in one sentence. Reference: [WuZhangZhangBengioSalakhutdinov2016].

    >>> MIRNN(steps=3, dimension=3, hidden=2).parameters
    {'s': (2,), 'alpha': (2,), 'U': (2, 3), 'V': (2, 2), 'w': (2,)}
    """

    @property
    def bilinear_shapes(self) -> dict[str, Shape]:
        n = self.hidden
        return {"alpha": (n,), "U": (n, self.dimension), "V": (n, n)}

    @property
    def affine_shapes(self) -> dict[str, Shape]:
        return dict.fromkeys(("beta", "gamma", "b"), (self.hidden,))

    def bilinear(self, h: Traced, x: Traced, weights: Mapping[str, Traced]) -> Traced:
        return weights["alpha"] * (weights["U"] @ x) * (weights["V"] @ h)

    def linear(self, h: Traced, x: Traced, weights: Mapping[str, Traced]) -> Traced:
        return weights["beta"] * (weights["V"] @ h) + weights["gamma"] * (weights["U"] @ x)

    def __str__(self) -> str:
        return self._described("MIRNN")
