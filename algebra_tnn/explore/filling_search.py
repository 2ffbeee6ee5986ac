"""All networks that fill their space while no smaller one does.

Three facts make a complete list finite, and small to prove. Let all activations be t^r, without biases.

*More neurons do no harm.* A network with smaller hidden widths is one with larger hidden widths and weights that are
zero: a new neuron's outgoing weights. So the widths of given length that fill are closed upwards; and if no network
with one hidden width lowered by one fills, no network with smaller hidden widths does.

*Too many neurons do no good.* The functions h_l of hidden layer l are r-th powers of combinations of those of layer
l − 1, so they lie in a space of at most C(d_(l−1) − 1 + r, r) products, and of at most C(d_0 − 1 + r^l, r^l) forms. If
there are more neurons, some of them span what all span, and the layers behind see nothing but this span. So a width
above these numbers may be lowered to them, from the inputs on, and the functions remain the same: a minimal network has
no such widths, and one network proved not to fill stands for all with more neurons at such a place.

*Squares.* With one output and t², the last hidden layer needs no more neurons than the layer before has: the output is
a quadratic form in these functions, and so a sum of as many squares, over an algebraically closed field.

So there is a box of widths, in it the set of those that fill, and the search is for its border (``borders.Border``).
The rank at a random point says on which side a network probably is; then the minimal networks are proved to fill, and
the maximal ones outside are proved not to, by bounds from above.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, TypeAlias

from algebra_tnn.certificates import Explained, trust_remark, united_trusts
from algebra_tnn.explore.borders import Border, at_most
from algebra_tnn.explore.fillings import Filling, filling, monomials
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.provers.dimensions import generic_rank

Widths: TypeAlias = tuple[int, ...]
Report: TypeAlias = Callable[[str], None]

LARGEST_AMBIENT = 1000


@dataclass(frozen=True)
class MinimalFilling:
    """A network that fills, with the networks with one hidden width lowered by one that are not proved not to."""

    filling: Filling
    undecided: tuple[Widths, ...]

    @property
    def widths(self) -> Widths:
        return self.filling.network.widths

    @property
    def status(self) -> str:
        """Proved if it is proved to fill, and to be minimal with this property."""
        return "proved" if self.filling.status == "proved" and not self.undecided else "undecided"

    def to_dict(self) -> dict[str, Any]:
        return {
            "widths": list(self.widths),
            "dimension": self.filling.ambient,
            "status": self.status,
            "undecided_predecessors": [list(w) for w in self.undecided],
        }


@dataclass(frozen=True)
class LargestOutside:
    """Widths, none of which can be raised within the box without filling, and what is known of the network.

    ``filling`` is about the network with the same functions that has no superfluous neurons; it is None if the time was
    over.
    """

    widths: Widths
    filling: Filling | None

    @property
    def status(self) -> str:
        return "undecided" if self.filling is None else self.filling.status

    def to_dict(self) -> dict[str, Any]:
        return {
            "widths": list(self.widths),
            "same_functions_as": list(self.filling.network.widths) if self.filling else None,
            "status": self.status,
        }


@dataclass(frozen=True)
class FillingBorder:
    """The minimal networks that fill, of one number of layers of weights, and the largest ones that do not.

    ``unexplored`` widths are those above which the search did not look, for lack of time.
    """

    layers: int
    ambient: int
    minimal: tuple[MinimalFilling, ...]
    outside: tuple[LargestOutside, ...]
    unexplored: tuple[Widths, ...] = ()

    @property
    def status(self) -> str:
        """Proved if the list is proved to be complete, and each of its networks to fill and to be minimal."""
        known = all(x.status == "proved" for x in self.minimal) and all(x.status == "refuted" for x in self.outside)
        return "proved" if known and not self.unexplored else "undecided"

    def to_dict(self) -> dict[str, Any]:
        return {
            "layers": self.layers,
            "ambient": self.ambient,
            "status": self.status,
            "minimal": [x.to_dict() for x in self.minimal],
            "outside": [x.to_dict() for x in self.outside],
            "unexplored": [list(w) for w in self.unexplored],
        }

    def lines(self) -> Iterator[str]:
        found = _counted(len(self.minimal), "minimal network")
        state = "the list is complete (proved)" if self.status == "proved" else "the list is not proved to be complete"
        yield f"{self.layers} layers of weights, {self.ambient} coefficients: {found}; {state}"
        for x in self.minimal:
            reason = "fills, and no predecessor does (proved)"
            if x.filling.status != "proved":
                reason = "probably fills; not proved"
            elif x.undecided:
                reason = f"fills (proved); undecided: {_joined(x.undecided)}"
            yield f"  {_written(x.widths)}  {reason}"
        for y in self.outside:
            answer = (
                "does not fill, nor does any smaller network (proved)"
                if y.status == "refuted"
                else "probably does not fill; not proved"
            )
            yield f"  {_written(y.widths)}  {answer}"
        if self.unexplored:
            yield f"  unexplored: {_joined(self.unexplored)}, and larger widths"


@dataclass(frozen=True)
class MinimalFillings(Explained):
    """The minimal networks that fill, with 2, 3, … layers of weights; hidden widths are at most ``max_width``."""

    inputs: int
    outputs: int
    degree: int
    max_width: int | None
    borders: tuple[FillingBorder, ...]

    @property
    def networks(self) -> tuple[Widths, ...]:
        return tuple(x.widths for border in self.borders for x in border.minimal)

    @property
    def status(self) -> str:
        return "proved" if all(border.status == "proved" for border in self.borders) else "undecided"

    @property
    def trusts(self) -> tuple[str, ...]:
        return united_trusts(self._fillings())

    def _fillings(self) -> Iterator[Filling]:
        for border in self.borders:
            yield from (x.filling for x in border.minimal)
            yield from (y.filling for y in border.outside if y.filling is not None)

    @property
    def explanation(self) -> str:
        networks, layers = _counted(len(self.networks), "minimal filling network"), self.borders[-1].layers
        known = "all proved, and there are no others" if self.status == "proved" else "not all is proved"
        about = [_counted(self.inputs, "input"), _counted(self.outputs, "output"), f"activations t^{self.degree}"]
        about.append(f"2 to {layers} layers of weights" if layers > 2 else "2 layers of weights")
        if self.max_width is not None:
            about.append(f"hidden widths up to {self.max_width}")
        lines = chain.from_iterable(border.lines() for border in self.borders)
        return "\n".join(
            [
                f"{networks} ({known})",
                f"  {', '.join(about)}, in characteristic 0",
                *(f"  {line}" for line in lines),
                f"  {trust_remark(self.trusts)}",
            ]
        )

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object."""
        return {
            "inputs": self.inputs,
            "outputs": self.outputs,
            "degree": self.degree,
            "max_width": self.max_width,
            "networks": [list(w) for w in self.networks],
            "borders": [border.to_dict() for border in self.borders],
            "status": self.status,
            "field": "Q",
            "trusts": list(self.trusts),
            "explanation": self.explanation,
        }


def minimal_fillings(
    inputs: int,
    outputs: int,
    degree: int,
    max_layers: int,
    *,
    max_width: int | None = None,
    seconds: float | None = None,
    report: Report | None = None,
) -> MinimalFillings:
    """All networks with activations t^degree and no biases that fill their space while no smaller one does.

    For 2, …, ``max_layers`` layers of weights. Each is proved to fill, its predecessors (one hidden width lowered by
    one) are proved not to, and the list is proved to be complete, for hidden widths up to ``max_width`` or for all; the
    answer says where that did not succeed.

    Args: seconds: after which no new network is looked at; report: is told how far the search is.
    Raises: ValueError for numbers that are not positive, or spaces with too many coefficients.
    Reference: [KileelTragerBruna2019], [DaoRodriguez2026].

    >>> found = minimal_fillings(2, 1, 2, 3)
    >>> found.networks, found.status
    (((2, 2, 1), (2, 2, 2, 1)), 'proved')
    """
    for name, value, least in (
        ("inputs", inputs, 1),
        ("outputs", outputs, 1),
        ("degree", degree, 1),
        ("max_layers", max_layers, 2),
        ("max_width", 1 if max_width is None else max_width, 1),
    ):
        if value < least:
            raise ValueError(f"{name} is {value}; it is at least {least}")
    for layers in range(2, max_layers + 1):
        ambient = outputs * monomials(inputs, degree ** (layers - 1))
        if ambient > LARGEST_AMBIENT:
            raise ValueError(
                f"networks with {layers} layers of weights have {ambient} coefficients; spaces with up to "
                f"{LARGEST_AMBIENT} are searched, so ask for fewer layers"
            )
    search = _Search(inputs, outputs, degree, max_width, None if seconds is None else time.monotonic() + seconds)
    borders = [search.border(layers, report or (lambda text: None)) for layers in range(2, max_layers + 1)]
    return MinimalFillings(inputs, outputs, degree, max_width, tuple(borders))


def effective_widths(widths: Sequence[int], degree: int) -> Widths:
    """The widths without neurons that add nothing: networks of both have the same functions.

    >>> effective_widths((2, 2, 5, 9, 2), 2)
    (2, 2, 3, 6, 2)
    """
    inputs, *hidden, outputs = widths
    found = [inputs]
    for layer, d in enumerate(hidden, 1):
        squares = (outputs, degree, layer) == (1, 2, len(hidden))
        products = found[-1] if squares else monomials(found[-1], degree)
        found.append(min(d, monomials(inputs, degree**layer), products))
    return (*found, outputs)


@dataclass(frozen=True)
class _Search:
    inputs: int
    outputs: int
    degree: int
    max_width: int | None
    end: float | None

    def border(self, layers: int, report: Report) -> FillingBorder:
        sizes = [monomials(self.inputs, self.degree**layer) for layer in range(1, layers)]
        border = Border(sizes if self.max_width is None else [min(n, self.max_width) for n in sizes])
        while border.candidates and not self.is_over():
            border.explore(lambda hidden: probably_fills(self.effective(hidden), self.degree))
            report(
                f"{layers} layers: {len(border.minimal)} networks fill, {len(border.outside)} do not, "
                f"{len(border.candidates)} places to look at"
            )
        outside = []
        for i, hidden in enumerate(border.outside, 1):
            report(f"{layers} layers: proof {i} of {len(border.outside)} that a network does not fill")
            known = None if self.is_over() else _filling(self.effective(hidden), self.degree)
            outside.append(LargestOutside(self.widths(hidden), known))
        refuted = [y.widths for y in outside if y.status == "refuted"]
        minimal = []
        for i, hidden in enumerate(sorted(border.minimal), 1):
            report(f"{layers} layers: proof {i} of {len(border.minimal)} that a network fills")
            minimal.append(self.minimal(self.widths(hidden), refuted))
        unexplored = tuple(sorted(self.widths(hidden) for hidden in border.candidates))
        ambient = self.outputs * monomials(self.inputs, self.degree ** (layers - 1))
        return FillingBorder(layers, ambient, tuple(minimal), tuple(outside), unexplored)

    def minimal(self, widths: Widths, refuted: Sequence[Widths]) -> MinimalFilling:
        undecided = tuple(
            smaller
            for smaller in predecessors(widths)
            if not any(at_most(smaller, larger) for larger in refuted)
            and (self.is_over() or _filling(smaller, self.degree).status != "refuted")
        )
        return MinimalFilling(_filling(widths, self.degree), undecided)

    def widths(self, hidden: Widths) -> Widths:
        return (self.inputs, *hidden, self.outputs)

    def effective(self, hidden: Widths) -> Widths:
        return effective_widths(self.widths(hidden), self.degree)

    def is_over(self) -> bool:
        return self.end is not None and time.monotonic() > self.end


def predecessors(widths: Widths) -> tuple[Widths, ...]:
    """The widths with one hidden width lowered by one.

    >>> predecessors((2, 1, 3, 1))
    ((2, 1, 2, 1),)
    """
    hidden = range(1, len(widths) - 1)
    return tuple((*widths[:i], widths[i] - 1, *widths[i + 1 :]) for i in hidden if widths[i] > 1)


@lru_cache(maxsize=100_000)
def probably_fills(widths: Widths, degree: int) -> bool:
    """By the rank at a random point, which cannot be too large."""
    network = PolynomialNetwork(widths, degree)
    ambient = network.ambient_dimension
    return network.expected_dimension == ambient and generic_rank(network.law()) == ambient


@lru_cache(maxsize=10_000)
def _filling(widths: Widths, degree: int) -> Filling:
    return filling(widths, degree)


def _written(widths: Widths) -> str:
    return f"({','.join(map(str, widths))})"


def _joined(some: Sequence[Widths]) -> str:
    return ", ".join(map(_written, some))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number != 1 else ''}"
