"""Polynomial convolutional networks in one dimension, with one filter for each layer or with channels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, permutations
from math import factorial, prod
from typing import Any

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, einsum, named
from algebra_tnn.laws.vector_fields import VectorField
from algebra_tnn.models.activations import activated
from algebra_tnn.models.connections import NOTHING
from algebra_tnn.models.drawings import drawing
from algebra_tnn.models.polynomial_network import PolynomialNetwork
from algebra_tnn.models.rescalings import orbit_dimension
from algebra_tnn.models.structured.convolutions import windows
from algebra_tnn.models.traced_model import KnownFields, TracedModel
from algebra_tnn.tensors.formats.sizes import checked, listed, size


@dataclass(frozen=True, slots=True, init=False)
class ConvolutionalNetwork(TracedModel):
    """h_l[i] = σ(Σ_p w_l[p] h_(l−1)[i · stride_l + p]) from x = h_0 on, without σ after the last filter.

    Filters are read forwards, as in other packages: Σ w[p] h[i + p], and not Σ w[p] h[i − p]. With *channels* it is
    h_l[c, i] = σ(Σ_(b, p) w_l[c, b, p] h_(l−1)[b, i · stride_l + p]).

    Args:
        inputs: the length of x. filters: the lengths of w1, w2, …; degrees or activations: as for PolynomialNetwork.
        strides: one for each filter, or one number for all of them.
        channels: how many come in, and how many each layer has; if they are not given, one, without an axis for them.

    Shapes: x is (inputs,) or (channels[0], inputs), w_l is (filters[l − 1],) or (channels[l], channels[l − 1], …).
    Raises: TypeError, ValueError, in one sentence. Reference: [ShahverdiMarchettiKohn2024].

    >>> network = ConvolutionalNetwork(7, filters=(3, 2), degrees=2, strides=(2, 1))
    >>> print(network, network.widths, network.parameters)
    convolutional network 7,3,2 with t², filters 3,2, strides 2,1 (7, 3, 2) {'w1': (3,), 'w2': (2,)}
    >>> ConvolutionalNetwork(4, filters=(2, 2), degrees=2, channels=(1, 3, 1)).parameters
    {'w1': (3, 1, 2), 'w2': (1, 3, 2)}
    """

    length: int
    filters: tuple[int, ...]
    strides: tuple[int, ...]
    channels: tuple[int, ...] | None
    network: PolynomialNetwork

    def __init__(
        self,
        inputs: int,
        filters: Sequence[int],
        degrees: Sequence[int] | int | None = None,
        strides: Sequence[int] | int = 1,
        activations: Any = None,
        channels: Sequence[int] | None = None,
    ) -> None:
        length, lengths = size("inputs", inputs), checked("filters", filters)
        steps = _checked_strides(strides, len(lengths))
        why = "one before the first filter, and one after each of them"
        found = None if channels is None else checked("channels", channels, length=len(lengths) + 1, why=why)
        many, positions = found or (1,) * (len(lengths) + 1), _positions(length, lengths, steps)
        ties = [
            _ties(*sizes, *into, k, step)
            for sizes, into, k, step in zip(pairwise(positions), pairwise(many), lengths, steps, strict=False)
        ]
        widths = [n * c for n, c in zip(positions, many, strict=True)]
        network = PolynomialNetwork(widths, degrees, activations=activations, shared=ties)
        if found is not None and any(len(set(layer)) > 1 for layer in network.activations):
            raise ValueError("activations differ in a layer; with channels give one for each hidden layer")
        fields = {"length": length, "filters": lengths, "strides": steps, "channels": found, "network": network}
        for name, field in fields.items():
            object.__setattr__(self, name, field)

    @property
    def positions(self) -> tuple[int, ...]:
        """The numbers of positions before the first filter and after each of them."""
        return _positions(self.length, self.filters, self.strides)

    @property
    def widths(self) -> tuple[int, ...]:
        """The numbers of values before the first filter and after each of them."""
        return self.network.widths

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"x": (self.length,) if self.channels is None else (self.channels[0], self.length)}

    @property
    def parameters(self) -> dict[str, Shape]:
        into = [()] * len(self.filters) if self.channels is None else [(c, b) for b, c in pairwise(self.channels)]
        return {f"w{i}": (*axes, k) for i, (axes, k) in enumerate(zip(into, self.filters, strict=True), 1)}

    def forward(self, x: Traced, **w: Traced) -> Traced:
        layers = zip(self.positions, self.filters, self.strides, strict=False)
        for i, (m, k, step) in enumerate(layers, 1):
            places = windows(m, k, step)
            z = x[places] @ w[f"w{i}"] if self.channels is None else einsum("ipb,cbp->ci", x.T[places], w[f"w{i}"])
            if i < len(self.filters):
                x = named(f"h{i}", activated(self.network.activations[i - 1], named(f"z{i}", z)))
        return z

    @property
    def at_one_position(self) -> ConvolutionalNetwork:
        """The network on one window: each position of the output is this function of its own window.

        >>> ConvolutionalNetwork(9, filters=(3, 2), degrees=2, strides=(2, 1)).at_one_position.positions
        (5, 2, 1)
        """
        return self.at_one(self.filters, None, self.strides, self._activations, self.channels)

    @classmethod
    def at_one(
        cls,
        filters: Sequence[int],
        degrees: Sequence[int] | int | None = None,
        strides: Sequence[int] | int = 1,
        activations: Any = None,
        channels: Sequence[int] | None = None,
    ) -> ConvolutionalNetwork:
        """The network with as many inputs as its output needs at one position.

        >>> ConvolutionalNetwork.at_one(filters=(3, 2), degrees=2, strides=(2, 1)).length
        5
        """
        lengths = checked("filters", filters)
        steps = _checked_strides(strides, len(lengths))
        needed = 1
        for k, step in zip(reversed(lengths), reversed(steps), strict=True):
            needed = (needed - 1) * step + k
        return cls(needed, lengths, degrees, steps, activations, channels)

    @property
    def ambient_dimension(self) -> int:
        """The number of coefficients that the outputs at one position can have, or a bound of it."""
        return super(ConvolutionalNetwork, self.at_one_position).ambient_dimension

    @property
    def remarks(self) -> tuple[str, ...]:
        n, least = self.positions[-1], self.at_one_position.length
        if n == 1:
            return ()
        return (
            f"all {n} positions have one function, each of its {least} inputs, which alone have the same dimension",
        )

    @property
    def expected_dimension(self) -> int:
        """The least of the ambient dimension and of the parameters modulo rescalings of hidden channels."""
        return min(self.ambient_dimension, self.parameter_count - self.orbit_dimension)

    @property
    def orbit_dimension(self) -> int:
        """That of general weights under rescalings."""
        return orbit_dimension(self.network)

    @property
    def exponents(self) -> tuple[int, ...] | None:
        """The exponents of the hidden activations, if these are multiples of powers."""
        powers = [sigma.power for layer in self.network.activations for sigma in set(layer)]
        if any(power is None or not power.is_monomial for power in powers) or len(powers) > len(self.filters) - 1:
            return None
        return tuple(power.exponent for power in powers if power is not None)

    @property
    def factorizations(self) -> int | None:
        """In how many ways, up to rescaling, general weights give the same function, without channels and for powers.

        Over an algebraically closed field, finitely many: the runs of layers that linear activations join are products
        of polynomials, and zeros may change places between the factors w_l(z^S) with equal S, the product of the
        strides before (statements G23, G23b). None if it is not known.

        >>> ConvolutionalNetwork(5, filters=(3, 2), degrees=1).factorizations
        3
        >>> ConvolutionalNetwork(5, filters=(3, 2), degrees=2).factorizations
        1
        """
        if self.exponents is None or self.channels is not None:
            return None
        scale, run, groups = 1, 0, list[tuple[tuple[int, int], int]]()
        for k, step, r in zip(self.filters, self.strides, (*self.exponents, 1), strict=True):
            groups.append(((run, scale), k - 1))
            run, scale = (run + 1, 1) if r > 1 else (run, scale * step)
        zeros = ([k for _, k in group] for _, group in groupby(groups, key=lambda pair: pair[0]))
        return prod(factorial(sum(each)) // prod(map(factorial, each)) for each in zeros)

    def symmetries(self) -> KnownFields:
        """Rescalings of hidden channels, and changes of basis among channels with linear activations."""
        law = self.law()
        return KnownFields(tuple(VectorField.trace(move, law) for move in self._moves()))

    def _moves(self) -> Iterator[Callable[..., dict[str, Traced]]]:
        for i, r in enumerate(self.exponents or (), 1):
            count = 1 if self.channels is None else self.channels[i]
            places = [(c, c) for c in range(count)] + (list(permutations(range(count), 2)) if r == 1 else [])
            for place in places:
                unit = [[int((a, b) == place) for b in range(count)] for a in range(count)]
                yield self._change(i, unit, r)

    def _change(self, i: int, unit: list[list[int]], r: int) -> Callable[..., dict[str, Traced]]:
        """The hidden channels after filter i are multiplied by the matrix, which the next layer takes back."""
        below, above = f"w{i}", f"w{i + 1}"

        def move(**w: Traced) -> dict[str, Traced]:
            if self.channels is None:
                return {below: w[below], above: -r * w[above]}
            return {below: einsum("cd,dbp->cbp", unit, w[below]), above: -r * einsum("abp,bc->acp", w[above], unit)}

        return move

    @property
    def _activations(self) -> list[Any]:
        """For each hidden layer, as those of the first position."""
        return [layer[0].coefficients for layer in self.network.activations]

    def drawing(self) -> str:
        """The values before and after each filter as SVG; weights of a filter that are the same share a colour."""
        return drawing(self.network, str(self))

    def __str__(self) -> str:
        dense = PolynomialNetwork(self.positions, activations=self._activations)
        lengths = f"{str(dense).removeprefix('pnn ')}, filters {listed(self.filters)}, strides {listed(self.strides)}"
        return f"convolutional network {lengths}" + (f", channels {listed(self.channels)}" if self.channels else "")


def _checked_strides(strides: Sequence[int] | int, count: int) -> tuple[int, ...]:
    each = strides if isinstance(strides, (list, tuple)) else (strides,) * count
    return checked("strides", each, length=count, why="one for each filter, or one number for all")


def _positions(length: int, filters: Sequence[int], strides: Sequence[int]) -> tuple[int, ...]:
    """Raises: ValueError if a filter is longer than what comes before it."""
    found = [length]
    for i, (k, step) in enumerate(zip(filters, strides, strict=True)):
        if k > found[-1]:
            raise ValueError(
                f"filters[{i}] is {k}, but {found[-1]} values come before it; take more inputs or shorter filters"
            )
        found.append((found[-1] - k) // step + 1)
    return tuple(found)


def _ties(inputs: int, outputs: int, into: int, out: int, filter: int, stride: int) -> list[list[int]]:
    """The matrix of a layer: in each row the numbers of the filter's weights, where its window is."""
    return [
        [
            (c * into + b) * filter + j - i * stride if 0 <= j - i * stride < filter else NOTHING
            for b in range(into)
            for j in range(inputs)
        ]
        for c in range(out)
        for i in range(outputs)
    ]
