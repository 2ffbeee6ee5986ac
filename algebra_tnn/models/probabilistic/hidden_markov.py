"""Hidden Markov models: joint distributions that are tensor trains without negative entries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from algebra_tnn.exact.scalars import exact_number
from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.points import tensors_of
from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.networks import Network, left_to_right
from algebra_tnn.tensors.formats.sizes import numbered, set_sizes


@dataclass(frozen=True, slots=True)
class HiddenMarkovModel(TensorFormat):
    """p(x_0, …, x_(T−1)) = Σ_h π_(h_0) B_(h_0 x_0) A_(h_0 h_1) B_(h_1 x_1) A_(h_1 h_2) …: a chain of hidden states h_t.

    It is the tensor train with the cores G_t[h, x, h′] = B_(h x) A_(h h′), so that flattenings at the first steps have
    at most the rank ``states``. As a format the entries of π, A and B are any numbers; ``distribution`` takes those
    that are probabilities. A distribution whose flattenings have small ranks need not come from few hidden states.

    Args: shared: one A and one B for all steps, or A0, A1, … and B0, B1, …
    Shapes: pi is (states,), A is (states, states), B is (states, symbols).
    Raises: TypeError, ValueError, in one sentence. Reference: [GlasserSwekePancottiEisertCirac2019].

    >>> model = HiddenMarkovModel(steps=3, symbols=2, states=2)
    >>> model.parameters, model.min_cut([0, 1])
    ({'pi': (2,), 'B': (2, 2), 'A': (2, 2)}, 2)
    """

    steps: int
    symbols: int
    states: int
    shared: bool = True

    def __post_init__(self) -> None:
        set_sizes(self, "steps", "symbols", "states")
        if self.steps < 2:
            raise ValueError(f"steps is {self.steps}; a joint distribution is about two steps or more")
        if not isinstance(self.shared, bool):
            raise TypeError(f"shared is {self.shared!r}; it is True (the same A and B at all steps) or False")

    @property
    def shape(self) -> tuple[int, ...]:
        return (self.symbols,) * self.steps

    @property
    def networks(self) -> tuple[Network, ...]:
        modes, hidden = numbered("i", self.steps), numbered("h", self.steps)
        emissions = [(f"B{t}", (hidden[t], modes[t])) for t in range(self.steps)]
        transitions = [(f"A{t}", (hidden[t], hidden[t + 1])) for t in range(self.steps - 1)]
        chained = chain(*zip(emissions, transitions, strict=False), emissions[-1:])
        words = {"pi": (hidden[0],), **dict(chained)}
        sizes = {**dict.fromkeys(modes, self.symbols), **dict.fromkeys(hidden, self.states)}
        ties = {name: name[0] for name in words if name != "pi"} if self.shared else None
        return (Network.of(words, sizes, modes, left_to_right([*words]), shared=ties),)

    def distribution(self, nodes: Mapping[str, Any]) -> Any:
        """The joint distribution as nested lists, for exact probabilities π, A and B by name.

        Raises: TypeError, ValueError, also unless no entry is negative and π and all rows of A and B have the sum 1.

        >>> model = HiddenMarkovModel(steps=2, symbols=2, states=1)
        >>> model.distribution({"pi": [1], "B": [["1/2", "1/2"]], "A": [[1]]})
        [[Fraction(1, 4), Fraction(1, 4)], [Fraction(1, 4), Fraction(1, 4)]]
        """
        read = tensors_of(nodes, list(self.parameters.items()), "the probabilities", entry=exact_number)
        for name, array in read.items():
            _check_probabilities(name, array)
        return self.tensor({name: array.nested() for name, array in read.items()})

    def __str__(self) -> str:
        kind = "" if self.shared else " with matrices of their own for each step"
        return f"hidden Markov model of {self.states} states, {self.symbols} symbols and {self.steps} steps{kind}"


def _check_probabilities(name: str, array: Array) -> None:
    width = array.shape[-1]
    for start in range(0, len(array.entries), width):
        row = array.entries[start : start + width]
        place = name if len(array.shape) == 1 else f"{name}[{start // width}]"
        for entry in row:
            if entry < 0:
                raise ValueError(f"{place} has the entry {entry}; probabilities are not negative")
        if sum(row) != 1:
            raise ValueError(f"{place} has the sum {sum(row)}; probabilities have the sum 1")
