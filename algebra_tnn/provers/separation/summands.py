"""A law with one output, written out as a sum of networks whose leaves are its inputs, parameters and constants."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, count, product
from typing import TypeAlias

from algebra_tnn.laws import Law
from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.cuts import names_in
from algebra_tnn.laws.expressions import Applied, Constant, Expression, Name, json_place
from algebra_tnn.laws.operations import Apply, Difference, Einsum, Sum, Take

Word: TypeAlias = tuple[int, ...]
Leaf: TypeAlias = tuple[str, Word]  # a name, or the place of a constant in the JSON, with a letter for each axis
Network: TypeAlias = tuple[Leaf, ...]

CONSTANT = "constant at "  # before a place, which no name is like
MOST_NETWORKS = 2000
MOST_LEAVES = 20_000  # of all networks together


@dataclass(frozen=True, slots=True)
class Summands:
    """Networks whose sum is the output, but for coefficients of this sum; names in ``at`` are leaves as they stand."""

    networks: tuple[Network, ...]
    sizes: Mapping[int, int]
    at: tuple[str, ...]


def summands(law: Law, at: Collection[str] = (), characteristic: int = 0) -> Summands | None:
    """The output as a sum of networks, or None if there are too many of them.

    Everything under ``let`` is written out wherever it is used, but for the names in ``at``. A power has as many copies
    of its base as its exponent says, so that the power of a sum is a sum of products in all orders; a coefficient that
    the characteristic divides is zero. No two sums have
    a letter in common.

    >>> law = Law.trace(lambda x, y, a, b: (a @ x + b @ y)**2, {"x": (3,), "y": (2,)}, {"a": (3,), "b": (2,)})
    >>> [[name for name, _ in network] for network in summands(law).networks]
    [['a', 'x', 'a', 'x'], ['a', 'x', 'b', 'y'], ['b', 'y', 'a', 'x'], ['b', 'y', 'b', 'y']]
    """
    if not _is_short(law, at, characteristic):
        return None
    writer = _Writer(dict((*law.inputs, *law.parameters)), characteristic)
    needed = _needed(law, at)
    for i, (name, expression) in enumerate(law.let):
        writer.define(name, expression, f"{CONSTANT}let[{i}][1]" if name in needed else None)
    networks = writer.networks(law.output, (), f"{CONSTANT}output")
    used = {content for network in networks for content, _ in network}
    return Summands(tuple(networks), writer.sizes, tuple(name for name, _ in law.let if name in at and name in used))


class _Writer:
    def __init__(self, shapes: dict[str, Shape], characteristic: int) -> None:
        self.sizes: dict[int, int] = {}
        self._shapes, self._characteristic = shapes, characteristic
        self._definitions: dict[str, tuple[Word, list[Network]]] = {}
        self._letters = count()

    def define(self, name: str, expression: Expression, place: str | None) -> None:
        """With a place, the name is written out, and without one it is a leaf."""
        shape = self._shapes[name] = self._shape(expression)
        if place is not None:
            word = self._fresh(len(shape))
            self._definitions[name] = word, self.networks(expression, word, place)

    def networks(self, expression: Expression, word: Word, place: str) -> list[Network]:
        """The expression with these letters for its axes."""
        match expression:
            case Name(name) if name in self._definitions:
                return self._copied(*self._definitions[name], word)
            case Name(name):
                return [(self._leaf(name, self._shapes[name], word),)]
            case Constant(array):
                return [(self._leaf(place, array.shape, word),)]
            case Applied(Einsum() as einsum, operands):
                summed = [c for c in dict.fromkeys(chain(*einsum.operands)) if c not in einsum.result]
                letters = dict(zip((*einsum.result, *summed), (*word, *self._fresh(len(summed))), strict=True))
                words = [tuple(letters[c] for c in some) for some in einsum.operands]
                return _products(
                    self.networks(*part) for part in zip(operands, words, _places(expression, place), strict=True)
                )
            case Applied(Take(indices), (operand,)):
                (row,), axes = self._fresh(1), len(indices.shape)
                (inner,) = _places(expression, place)
                networks = self.networks(operand, (row, *word[axes:]), inner)
                table = self._leaf(place, (*indices.shape, self._shape(operand)[0]), (*word[:axes], row))
                return [(*network, table) for network in networks]
            case Applied(Apply() as apply, (operand,)):
                (inner,) = _places(expression, place)
                exponents = _exponents(apply, self._characteristic)
                powers = (_products(self.networks(operand, word, inner) for _ in range(k)) for k in exponents)
                return [network for power in powers for network in power]
            case Applied(_, operands):
                parts = zip(operands, _places(expression, place), strict=True)
                return [network for operand, inner in parts for network in self.networks(operand, word, inner)]

    def _shape(self, expression: Expression) -> Shape:
        match expression:
            case Name(name):
                return self._shapes[name]
            case Constant(array):
                return array.shape
            case Applied(operation, operands):
                return operation.shape([self._shape(operand) for operand in operands])

    def _fresh(self, number: int) -> Word:
        return tuple(next(self._letters) for _ in range(number))

    def _leaf(self, content: str, shape: Shape, word: Word) -> Leaf:
        self.sizes.update(zip(word, shape, strict=True))
        return content, word

    def _copied(self, axes: Word, networks: list[Network], word: Word) -> list[Network]:
        """The networks with other letters for the axes, and new ones for all that are summed over."""
        copies = []
        for network in networks:
            letters = dict(zip(axes, word, strict=True))
            for x in chain.from_iterable(some for _, some in network):
                if x not in letters:
                    letters[x] = next(self._letters)
                self.sizes[letters[x]] = self.sizes[x]
            copies.append(tuple((content, tuple(letters[x] for x in some)) for content, some in network))
        return copies


def _places(expression: Applied, place: str) -> list[str]:
    return [json_place(expression.operation, place, i) for i in range(len(expression.operands))]


def _products(factors: Iterable[list[Network]]) -> list[Network]:
    """One network of each factor, joined, in all ways; the last one changes first."""
    return [tuple(chain(*chosen)) for chosen in product(*factors)]


def _exponents(apply: Apply, characteristic: int) -> list[int]:
    return [k for k in apply.exponents if not characteristic or apply.coefficients[k].numerator % characteristic]


def _needed(law: Law, at: Collection[str]) -> set[str]:
    """The names under ``let`` that are written out."""
    needed = names_in(law.output) - set(at)
    for name, expression in reversed(law.let):
        if name in needed:
            needed |= names_in(expression) - set(at)
    return needed


def _is_short(law: Law, at: Collection[str], characteristic: int) -> bool:
    """Whether there are few networks and leaves, which is counted before any are written."""
    counts = dict.fromkeys((*law.input_names, *law.parameter_names), (1, 1))

    def counted(expression: Expression) -> tuple[int, int]:
        """The numbers of networks and of all leaves, at least; larger ones are not told apart."""
        match expression:
            case Name(name):
                return counts[name]
            case Constant():
                return 1, 1
            case Applied(Sum() | Difference(), operands):
                networks, leaves = map(sum, zip(*map(counted, operands), strict=True))
            case Applied(Apply() as apply, (operand,)):
                base = counted(operand)
                powers = [_power(base, k) for k in _exponents(apply, characteristic)]
                networks, leaves = sum(n for n, _ in powers), sum(m for _, m in powers)
            case Applied(Take(), (operand,)):
                networks, leaves = counted(operand)
                leaves += networks
            case Applied(_, operands):
                networks, leaves = 1, 0
                for n, m in map(counted, operands):
                    networks, leaves = networks * n, leaves * n + m * networks
        return min(networks, MOST_NETWORKS + 1), min(leaves, MOST_LEAVES + 1)

    for name, expression in law.let:
        counts[name] = (1, 1) if name in at else counted(expression)
    networks, leaves = counted(law.output)
    return networks <= MOST_NETWORKS and leaves <= MOST_LEAVES


def _power(base: tuple[int, int], exponent: int) -> tuple[int, int]:
    """The numbers of networks and leaves of a power, as far as they count."""
    networks, leaves = base
    if exponent > MOST_LEAVES and networks:
        return MOST_NETWORKS + 1, MOST_LEAVES + 1
    return networks**exponent, exponent * leaves * networks ** max(exponent - 1, 0) if exponent else 0
