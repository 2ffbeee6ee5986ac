"""Whether two assignments of weights differ by a permutation and a rescaling of the hidden neurons: decided over Q."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from algebra_tnn.exact.scalars import Number
from algebra_tnn.models.activations import Activation
from algebra_tnn.models.multiplicative import Equation, rational_root, rational_solution

if TYPE_CHECKING:
    from algebra_tnn.models.polynomial_network import PolynomialNetwork

Weights: TypeAlias = Mapping[str, Any] | Sequence[Any]
Rows: TypeAlias = list[list[Fraction]]  # a layer [W | b]: the constant 1 is the last column
Scaling: TypeAlias = Fraction | None  # None: not determined yet

ANY, SIGN, ONE = range(3)  # by which s a neuron can be rescaled


@dataclass(frozen=True, slots=True)
class Equivalence:
    """Neuron i of hidden layer l of the first network is neuron ``permutations[l − 1][i]`` of the second.

    Its pre-activation z is ``scalings[l − 1][i]`` = s times as large there, its activation s^r times; with biases z + β
    and σ − γ are, where σ = α (t + β)^r + γ.
    """

    permutations: tuple[tuple[int, ...], ...]
    scalings: tuple[tuple[Number, ...], ...]


def equivalence(network: PolynomialNetwork, first: Weights, second: Weights) -> Equivalence | None:
    """The permutations of hidden neurons and rational rescalings that take the first weights to the second, or None.

    W′_l = P_l D_l W_l A_(l−1)^(−1) P_(l−1)ᵀ with A = D^r, and b′_l = P_l D_l b_l, where biases absorb β and the γ of
    the layer below. Only neurons with the same activation are exchanged. A neuron can be rescaled by every s ≠ 0 if its
    activation is a power (see ``rescalings``), by −1 if it is an even or odd function, up to constants that biases
    absorb, and by nothing else. Equivalent weights have the same outputs. The converse is what uniqueness means: None
    says nothing about outputs.

    *Rational weights without zero rows [W_l | b_l] in hidden layers that are equivalent over an extension K of Q are
    so over Q.* Let P, D over K do it. Suppose that A_(l−1) is rational; A_0 = 1 is. Row i of [W_l A_(l−1)^(−1) | b_l]
    has a nonzero entry, which is rational, and s_i times it is an entry of the second network, rational as well. So s_i
    is rational, and with it A_l = D_l^r. By induction all are. ∎ A neuron with a zero row has the same output for all
    x, and s is determined by the next layer alone, as a root: (1,1,1) with t², W_1 = 0 and W_2 = 1 or 2 are equivalent
    over R with s² = 1/2, and not over Q. Such equations are solved in Q*, exactly.

    Cost: that of comparing rows of equal patterns. Where many rows of a layer are proportional, permutations are
    searched, layer by layer; twins, which differ in nothing, are tried once.

    >>> from algebra_tnn.models import PolynomialNetwork
    >>> network = PolynomialNetwork((2, 2, 1), degrees=2)
    >>> equivalence(network, [[[1, 2], [3, 4]], [[1, 1]]], [[[6, 8], [1, 2]], [["1/4", 1]]])
    Equivalence(permutations=((1, 0),), scalings=((1, 2),))
    """
    search = _Search(network, _centred(network, first), _centred(network, second))
    return next(search.solutions([], []), None)


def transformed(network: PolynomialNetwork, weights: Weights, by: Equivalence) -> dict[str, Any]:
    """The weights to which an equivalence takes the given ones. Raises: ValueError if a tie or a zero forbids it."""
    layers = []
    below = [(j, Fraction(1)) for j in range(network.widths[0])]
    for i, rows in enumerate(_centred(network, weights)):
        hidden = i < network.depth - 1
        order = by.permutations[i] if hidden else range(len(rows))
        scales = [Fraction(s) for s in by.scalings[i]] if hidden else [Fraction(1)] * len(rows)
        moved = [[Fraction(0)] * len(rows[0]) for _ in rows]
        for row, place, s in zip(rows, order, scales, strict=True):
            moved[place][-1] = s * row[-1]
            for x, (j, a) in zip(row[:-1], below, strict=True):
                moved[place][j] = s * x / a
        layers.append(moved)
        if hidden:
            degrees = [sigma.degree for sigma in network.activations[i]]
            below = [(place, s**r) for place, s, r in zip(order, scales, degrees, strict=True)]
    return network.weights(_uncentred(network, layers))


def _offsets(network: PolynomialNetwork, layer: int) -> tuple[list[Number], list[Number]]:
    """β of the layer's neurons, and γ of those of the layer below: 0 without biases, for inputs and for outputs."""
    above = network.activations[layer] if network.biases and layer < network.depth - 1 else ()
    below = network.activations[layer - 1] if network.biases and layer else ()
    return (
        [sigma.centre for sigma in above] or [0] * network.widths[layer + 1],
        [sigma.value(-sigma.centre) for sigma in below] or [0] * network.widths[layer],
    )


def _centred(network: PolynomialNetwork, weights: Weights) -> list[Rows]:
    """[W | b + β + W γ] for each layer: then activations are centred, and rescaling is linear."""
    found = []
    for layer, (matrix, bias) in enumerate(network.layers(weights)):
        shifts, offsets = _offsets(network, layer)
        found.append(
            [
                [*map(Fraction, row), Fraction(b + shift + sum(x * y for x, y in zip(row, offsets, strict=True)))]
                for row, b, shift in zip(matrix, bias, shifts, strict=True)
            ]
        )
    return found


def _uncentred(network: PolynomialNetwork, layers: Sequence[Rows]) -> list[tuple[Any, Any]]:
    found = []
    for layer, rows in enumerate(layers):
        shifts, offsets = _offsets(network, layer)
        matrix = [[_reduced(x) for x in row[:-1]] for row in rows]
        found.append(
            (
                matrix,
                [
                    _reduced(row[-1] - shift - sum(x * y for x, y in zip(row, offsets, strict=False)))
                    for row, shift in zip(rows, shifts, strict=True)
                ],
            )
        )
    return found


def _scalings_of(sigma: Activation, biases: bool) -> int:
    """Which s are possible: σ(s t) = s^d σ(t) for the activation, centred if there are biases."""
    form = sigma.power
    if form is not None and (biases or form.is_monomial):
        return ANY
    parities = {e % 2 for e in (sigma.centred() if biases else sigma).exponents}
    return SIGN if len(parities) == 1 else ONE


@dataclass(slots=True)
class _Search:
    network: PolynomialNetwork
    first: list[Rows]
    second: list[Rows]

    def solutions(self, orders: list[tuple[int, ...]], scales: list[list[Scaling]]) -> Iterator[Equivalence]:
        """All ways to go on from the permutations and scalings of the layers below."""
        layer, last = len(orders), self.network.depth - 1
        below = self._divisors(layer, scales)
        columns = [*(orders[-1] if orders else range(self.network.widths[0])), -1]
        ratios: list[dict[int, Scaling]] = []
        for i, row in enumerate(self.first[layer]):
            possible = range(len(self.second[layer])) if layer < last else (i,)
            pairs = ((k, [self.second[layer][k][j] for j in columns]) for k in possible)
            ratios.append({k: ratio for k, image in pairs for ratio in self._ratio(layer, i, k, row, image, below)})
        if layer == last:
            if all(ratios) and (found := self._completed(orders, scales)):
                yield found
            return
        twins = [self._twin(layer, k) for k in range(len(self.second[layer]))]
        for order in _assignments([list(some) for some in ratios], twins):
            chosen = [some[k] for some, k in zip(ratios, order, strict=True)]
            yield from self.solutions([*orders, order], [*scales, chosen])

    def _divisors(self, layer: int, scales: list[list[Scaling]]) -> list[Scaling]:
        """By what each column of the layer, and the constant, is divided; None if that is not determined yet."""
        if not layer:
            return [Fraction(1)] * (self.network.widths[0] + 1)
        degrees = (sigma.degree for sigma in self.network.activations[layer - 1])
        return [*(s if s is None else s**r for s, r in zip(scales[-1], degrees, strict=True)), Fraction(1)]

    def _ratio(
        self, layer: int, i: int, k: int, row: Sequence[Fraction], image: Sequence[Fraction], below: list[Scaling]
    ) -> Iterator[Scaling]:
        """The s with image = s · row / below, None if it is not determined; nothing if neuron i cannot be k."""
        found: Scaling = None
        for x, y, a in zip(row, image, below, strict=True):
            if (x == 0) != (y == 0):
                return
            if x and a is not None:
                if found is not None and found != y * a / x:
                    return
                found = y * a / x
        if layer == self.network.depth - 1:
            if found in (None, 1):
                yield found
            return
        sigma = self.network.activations[layer][i]
        if sigma == self.network.activations[layer][k] and self._is_possible(layer, i, k, sigma, found):
            yield found

    def _is_possible(self, layer: int, i: int, k: int, sigma: Activation, s: Scaling) -> bool:
        """Whether the neuron can be rescaled by s, and its columns in the next layer do not speak against it."""
        kind = _scalings_of(sigma, self.network.biases)
        if s is not None and ((kind == SIGN and abs(s) != 1) or (kind == ONE and s != 1)):
            return False
        column = [row[i] for row in self.first[layer + 1]]
        image = [row[k] for row in self.second[layer + 1]]
        if layer < self.network.depth - 2:
            return column.count(Fraction(0)) == image.count(Fraction(0))
        divisors = {x / y if y else None for x, y in zip(column, image, strict=True) if x or y}
        if not divisors or s is not None:
            return divisors <= {s and s**sigma.degree}
        a = divisors.pop()
        root = None if a is None or divisors else rational_root(a, sigma.degree)
        return root is not None and (kind == ANY or (kind == SIGN and root in (1, -1)) or root == 1)

    def _twin(self, layer: int, k: int) -> Any:
        """Neurons of the second network with equal values here can be exchanged in it."""
        row, column = self.second[layer][k], tuple(row[k] for row in self.second[layer + 1])
        return self.network.activations[layer][k], tuple(row), column

    def _completed(self, orders: list[tuple[int, ...]], scales: list[list[Scaling]]) -> Equivalence | None:
        """With what is not determined yet solved for: s of the row times nothing else = ratio · s^r of the column."""
        unknown = [(layer, i) for layer, some in enumerate(scales) for i, s in enumerate(some) if s is None]
        equations = []
        for layer in range(1, len(self.first)):
            degrees = [sigma.degree for sigma in self.network.activations[layer - 1]]
            for i, row in enumerate(self.first[layer]):
                image = self.second[layer][orders[layer][i] if layer < len(orders) else i]
                s = scales[layer][i] if layer < len(scales) else Fraction(1)
                for j, (x, a, r) in enumerate(zip(row[:-1], scales[layer - 1], degrees, strict=True)):
                    if x and a is None:
                        ratio = image[orders[layer - 1][j]] / x
                        if s is None:
                            equations.append(Equation({(layer, i): 1, (layer - 1, j): -r}, ratio))
                        else:
                            equations.append(Equation({(layer - 1, j): r}, s / ratio))
        kinds = {v: _scalings_of(self.network.activations[v[0]][v[1]], self.network.biases) for v in unknown}
        free, signs = ([v for v in unknown if kinds[v] == kind] for kind in (ANY, SIGN))
        solved = rational_solution(equations, free, signs)
        if solved is None:
            return None
        return Equivalence(
            tuple(orders),
            tuple(
                tuple(_reduced(Fraction(solved.get((layer, i), 1) if s is None else s)) for i, s in enumerate(some))
                for layer, some in enumerate(scales)
            ),
        )


def _assignments(options: Sequence[Sequence[int]], twins: Sequence[Any]) -> Iterator[tuple[int, ...]]:
    """Ways to give every i one of its options, all different; of twins that are both possible one is tried."""
    demands = Counter(map(frozenset, options))
    if any(count > len(some) for some, count in demands.items()):
        return
    order = sorted(range(len(options)), key=lambda i: len(options[i]))
    chosen: list[int] = []

    def choices(i: int) -> Iterator[int]:
        seen = set()
        for k in options[i]:
            if k not in chosen and twins[k] not in seen:
                seen.add(twins[k])
                yield k

    levels = [choices(order[0])]
    while levels:
        del chosen[len(levels) - 1 :]
        k = next(levels[-1], None)
        if k is None:
            levels.pop()
            continue
        chosen.append(k)
        if len(chosen) == len(order):
            yield tuple(k for _, k in sorted(zip(order, chosen, strict=True)))
        else:
            levels.append(choices(order[len(chosen)]))


def _reduced(x: Fraction) -> Number:
    return x.numerator if x.denominator == 1 else x
