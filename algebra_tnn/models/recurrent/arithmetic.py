"""Recurrent arithmetic circuits: states are products, entry by entry, of what comes from below and from before."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, einsum, named
from algebra_tnn.models.recurrent.moments import LARGEST_TABLE, contracted_moments
from algebra_tnn.models.recurrent.steps import checked_steps
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.networks import Word, pattern
from algebra_tnn.tensors.formats.sizes import numbered, set_sizes


@dataclass(frozen=True, slots=True)
class RecurrentCircuit(TracedModel):
    """h_{t,l} = (I_l h_{t,l−1}) ⊙ (H_l h_{t−1,l}), where h_{t,0} = x_t and h_{−1,l} = s_l; f = ⟨w, h_{T−1,L}⟩.

    With one layer f is linear in every input. With L layers an input comes in by many ways, and there are two readings.
    As a polynomial, f has the degree C(T − t + L − 2, L − 1) in x_t. With ``templates`` each x_t is one of
    M = ``dimension`` unit vectors; then f has M^T values, the *grid tensor*, and the law is the function that is
    linear in every input and has these values.

    Shapes: I1 is (hidden, dimension), other I_l and H_l are (hidden, hidden), s_l and w are (hidden,). The law names
    the states h{t}_{l}; those of the grid have an axis for the template at each of the times 0, …, t, unless there are
    two layers and few moments of the states, which it names then (see ``moments``).
    Raises: TypeError, ValueError, in one sentence. Reference: [LevineSharirZivShashua2017].

    >>> network = RecurrentCircuit(steps=4, dimension=3, hidden=2, depth=2)
    >>> [network.law().degree_in(name) for name in network.inputs]
    [4, 3, 2, 1]
    >>> grid = RecurrentCircuit(steps=4, dimension=3, hidden=2, depth=2, templates=True)
    >>> [grid.law().degree_in(name) for name in grid.inputs]
    [1, 1, 1, 1]
    """

    steps: int
    dimension: int
    hidden: int
    depth: int = 1
    templates: bool = False

    def __post_init__(self) -> None:
        checked_steps(self.steps)
        set_sizes(self, "dimension", "hidden", "depth")
        if not isinstance(self.templates, bool):
            raise TypeError(f"templates is {self.templates!r}; it is True (the grid tensor) or False (the polynomial)")

    @property
    def inputs(self) -> dict[str, Shape]:
        return dict.fromkeys(numbered("x", self.steps), (self.dimension,))

    @property
    def parameters(self) -> dict[str, Shape]:
        n, shapes = self.hidden, dict[str, Shape]()
        for layer in self._layers:
            shapes |= {f"I{layer}": (n, self.dimension if layer == 1 else n), f"H{layer}": (n, n), f"s{layer}": (n,)}
        return {**shapes, "w": (n,)}

    @property
    def _layers(self) -> range:
        return range(1, self.depth + 1)

    def forward(self, w: Traced, **given: Traced) -> Traced:
        if not self.templates or self.depth == 1:
            return self._value(w, given)
        if self.depth == 2 and self._few_moments:
            return contracted_moments([given[name] for name in self.inputs], {**given, "w": w}, self.hidden)
        return self._grid_value(w, given)

    @property
    def _few_moments(self) -> bool:
        """Whether less than all words of the first half passes the middle, so that the law should say it by moments."""
        T, R, half = self.steps, self.hidden, self.steps // 2
        tables = R ** (T - 1) * comb(R + T - 2, T - 1)  # entries of the largest one
        return bool(R * comb(R + T - half - 1, T - half) < self.dimension**half and tables <= LARGEST_TABLE)

    def _value(self, w: Traced, given: dict[str, Traced]) -> Traced:
        states = {layer: given[f"s{layer}"] for layer in self._layers}
        for t in range(self.steps):
            below = given[f"x{t}"]
            for layer in self._layers:
                gated = (given[f"I{layer}"] @ below) * (given[f"H{layer}"] @ states[layer])
                below = states[layer] = named(f"h{t}_{layer}", gated)
        return w @ below

    def _grid_value(self, w: Traced, given: dict[str, Traced]) -> Traced:
        """States are tensors with the axes d0, …, dt, for the templates so far, and one for the hidden entries."""
        times = numbered("d", self.steps)
        states = {layer: given[f"s{layer}"] for layer in self._layers}
        for t in range(self.steps):
            before, now = tuple(times[:t]), tuple(times[: t + 1])
            for layer in self._layers:
                word: Word = ("k", times[t])  # I1 has a column for each template
                lower = given["I1"]
                if layer > 1:
                    word, lower = (*now, "k"), _mapped(given[f"I{layer}"], states[layer - 1], now)
                recurrent = _mapped(given[f"H{layer}"], states[layer], before)
                gated = einsum(pattern([word, (*before, "k")], (*now, "k")), lower, recurrent)
                states[layer] = named(f"h{t}_{layer}", gated)
        words = [("k",), (*times, "k"), *((time,) for time in times)]
        return einsum(pattern(words, ()), w, states[self.depth], *(given[name] for name in self.inputs))

    def __str__(self) -> str:
        inputs = f"{self.dimension} templates" if self.templates else f"dimension {self.dimension}"
        return f"recurrent circuit with {self.steps} steps of {inputs}, hidden size {self.hidden}, depth {self.depth}"


def _mapped(matrix: Traced, state: Traced, times: Word) -> Traced:
    """The matrix applied to the last axis of a state."""
    return einsum(pattern([("k", "p"), (*times, "p")], (*times, "k")), matrix, state)
