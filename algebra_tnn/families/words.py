"""The words by which models are described: each names an option of the command line and a key of a sweep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Kind: TypeAlias = Literal["integer", "sizes", "one-or-sizes", "flag", "text", "trees", "blocks", "network"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word that means the same in every family that takes it.

    ``kind`` is what its value is: an integer, several, one for all or several, True, a text, trees of brackets with
    integers, block terms, a tensor network. ``spellings`` are the options, the first of which is shown; without any it
    is the name.

    >>> Word("hidden", "integer", "R", "the size of hidden states", ("hidden", "bond")).option
    '--hidden'
    """

    name: str
    kind: Kind
    metavar: str
    says: str
    spellings: tuple[str, ...] = ()

    @property
    def options(self) -> tuple[str, ...]:
        return tuple(f"--{spelling}" for spelling in self.spellings or (self.name,))

    @property
    def option(self) -> str:
        return self.options[0]

    def written(self, value: Any) -> str:
        """The value as one types it.

        >>> Word("tree", "trees", "T", "which inputs are multiplied first").written((((0, 1), 2),))
        '((0,1),2)'
        """
        match self.kind:
            case "trees":
                return "+".join(map(_bracketed, value))
            case "blocks":
                return ",".join(map(_bracketed, value))
            case "sizes" | "one-or-sizes":
                return str(value) if isinstance(value, int) else ",".join(map(str, value))
            case _:
                return str(value)


def _bracketed(value: Any) -> str:
    return str(value) if isinstance(value, int) else f"({','.join(map(_bracketed, value))})"


WORDS: dict[str, Word] = {
    word.name: word
    for word in (
        Word("widths", "sizes", "N0,N1", "the widths of the layers, from the inputs to the outputs"),
        Word("order", "integer", "N", "the order of a cyclic group"),
        Word("variables", "integer", "N", "the number of variables"),
        Word("k", "integer", "K", "the dimension of planes"),
        Word("n", "integer", "N", "the dimension of the space that planes are in"),
        Word("network", "network", "FILE", "a tensor network in a file"),
        Word(
            "degree", "integer", "R", "the activation t^R in every hidden layer, or the degree of forms or polynomials"
        ),
        Word("degrees", "sizes", "R1,R2", "one degree for each hidden layer, or each factor"),
        Word("activation", "text", "P", 'a polynomial in x for every hidden layer, such as "x^3 + x"'),
        Word("biases", "flag", "", "with biases in all layers"),
        Word("taylor", "integer", "K", "of tanh, sigmoid and exp: of Taylor polynomials of this degree"),
        Word("points", "integer", "R", "the closure of the sums of R points of a variety", ("secant", "points")),
        Word("shape", "sizes", "N1,N2", "the sizes of the modes of a tensor"),
        Word("ranks", "sizes", "R1,R2", "ranks of a format, in the order of its documentation"),
        Word("rank", "integer", "R", "a rank; of a ring one for all bonds"),
        Word("tree", "trees", "T", 'a tree of modes or inputs, such as "((0,1),(2,3))"; default: halves'),
        Word("blocks", "blocks", "L1,L2", 'block terms (L,L,1), or "(L,M,N),(L,M,N)"'),
        Word("terms", "integer", "R", "how many rank-one terms"),
        Word("rows", "sizes", "M1,M2", "how the rows of a matrix are split into modes"),
        Word("columns", "sizes", "N1,N2", "how the columns of a matrix are split into modes"),
        Word("inputs", "integer", "N", "how many inputs", ("inputs", "steps")),
        Word("dimension", "integer", "M", "the dimension of each input"),
        Word("channels", "sizes", "R0,R1", "how many channels layers have"),
        Word("window", "integer", "W", "how many neighbours are multiplied, where windows overlap"),
        Word("width", "integer", "Z", "how many products a shallow circuit sums"),
        Word("shared", "flag", "", "the same weights at all positions"),
        Word("hidden", "integer", "R", "the size of hidden states, or of all bonds", ("hidden", "bond")),
        Word("depth", "integer", "L", "how many layers a recurrent circuit or attention has"),
        Word("templates", "flag", "", "each input is one of M templates: the tensor of all values"),
        Word("labels", "integer", "K", "how many classes a train tells apart"),
        Word("layers", "integer", "L", "how many layers of weights, or of attention (default 1)"),
        Word("d", "integer", "D", "the dimension of tokens"),
        Word("a", "integer", "A", "how many rows keys and queries have"),
        Word("tokens", "integer", "T", "how many tokens there are"),
        Word("outputs", "integer", "M", "the dimension of outputs (default: that of tokens)"),
        Word("filters", "sizes", "K1,K2", "the lengths of the filters of a convolutional network"),
        Word("strides", "one-or-sizes", "S1,S2", "one stride for each filter or window, or one for all (default 1)"),
    )
}
