"""The polyhedra on which a rectified network with given weights is affine, exactly over Q."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from algebra_tnn.exact.linear.inequalities import Form, contradiction, interior_point
from algebra_tnn.exact.scalars import Number
from algebra_tnn.models.rectified.rectified_network import Pattern, RectifiedNetwork, Weights

MOST_REGIONS = 10_000


@dataclass(frozen=True, slots=True)
class Polyhedron:
    """The points where all ``forms`` a·x + b are positive, and one of them. It is open and not empty."""

    forms: tuple[Form, ...]
    point: tuple[Fraction, ...]

    def part(self, form: Form) -> Polyhedron | None:
        """Where the form is positive, too; None if this is nowhere."""
        variables = len(self.point)
        if not any(form[:variables]):
            return self if form[-1] > 0 else None
        point = self.point if at(form, self.point) > 0 else interior_point((*self.forms, form), variables)
        return None if point is None else Polyhedron((*self.forms, form), point)

    def simplex(self) -> list[tuple[Fraction, ...]]:
        """n + 1 of its points that are affinely independent: an affine function is known by its values there.

        >>> whole_space(2).simplex() == [(0, 0), (1, 0), (0, 1)]
        True
        """
        step = Fraction(1)
        while True:
            moved = [tuple(t + step * (i == j) for j, t in enumerate(self.point)) for i in range(len(self.point))]
            if all(at(form, x) > 0 for form in self.forms for x in moved):
                return [self.point, *moved]
            step /= 2


@dataclass(frozen=True, slots=True)
class Region:
    """An open polyhedron of inputs on which the pattern of active neurons is one, and the outputs as forms there.

    A neuron whose pre-activation is the constant 0 there is said to be inactive, and makes no inequality.
    """

    pattern: Pattern
    polyhedron: Polyhedron
    outputs: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """Forms that are nowhere all positive: Σ λ_i form_i is a number ≤ 0 for weights λ_i ≥ 0 that are not all 0."""

    forms: tuple[Form, ...]
    weights: tuple[int, ...]


def whole_space(variables: int) -> Polyhedron:
    """All points."""
    return Polyhedron((), (Fraction(0),) * variables)


def at(form: Form, x: Sequence[Number]) -> Number:
    """The value a·x + b.

    >>> at((2, 3, 1), (1, 1))
    6
    """
    return form[-1] + sum(a * t for a, t in zip(form, x, strict=False))


def regions(network: RectifiedNetwork, weights: Weights, within: Polyhedron | None = None) -> list[Region]:
    """The regions of a network, all inputs but those on finitely many hyperplanes being in one of them.

    Args: within: the polyhedron that is cut into regions, by default the whole space.
    Raises: TypeError, ValueError; also if there are too many regions. Reference: [PhuongLampert2020].

    >>> network = RectifiedNetwork((1, 2, 1))
    >>> for region in regions(network, [[[1], [-1]], [[1, 1]]]):
    ...     print(region.pattern, region.outputs)
    ((1, 0),) ((1, 0),)
    ((0, 1),) ((-1, 0),)
    """
    return [part for part in partition(network, weights, within) if isinstance(part, Region)]


def partition(
    network: RectifiedNetwork, weights: Weights, within: Polyhedron | None = None
) -> Iterator[Region | Excluded]:
    """The regions, and why there are no others: where a neuron has one sign alone, the other is excluded."""
    layers = network.layers(weights)
    start = whole_space(network.widths[0]) if within is None else within
    unit = tuple(tuple(int(i == j) for j in range(network.widths[0] + 1)) for i in range(network.widths[0]))
    pending: list[tuple[Polyhedron, Pattern, tuple[Form, ...]]] = [(start, (), unit)]
    count = 0
    while pending:
        polyhedron, pattern, h = pending.pop()
        matrix, bias = layers[len(pattern)]
        z = [_combined(row, b, h, len(unit)) for row, b in zip(matrix, bias, strict=True)]
        if len(pattern) == network.depth - 1:
            count += 1
            if count > MOST_REGIONS:
                raise ValueError(f"the {network} has more than {MOST_REGIONS:,} regions; take a smaller network")
            yield Region(pattern, polyhedron, tuple(z))
            continue
        cells: list[tuple[Polyhedron, tuple[int, ...]]] = [(polyhedron, ())]
        for form in z:
            halves = []
            for cell, mask in cells:
                for half, sign in _halves(cell, form):
                    if isinstance(half, Excluded):
                        yield half
                    else:
                        halves.append((half, (*mask, sign)))
            cells = halves
        zero = (0,) * (len(unit) + 1)
        for cell, mask in reversed(cells):
            active = tuple(form if sign else zero for form, sign in zip(z, mask, strict=True))
            pending.append((cell, (*pattern, mask), active))


def _halves(cell: Polyhedron, form: Form) -> Iterator[tuple[Polyhedron | Excluded, int]]:
    """Where the form is positive, and where it is negative; all of the cell, as inactive, if the form is 0."""
    if not any(form):
        yield cell, 0
        return
    for sign, signed in ((1, form), (0, tuple(-t for t in form))):
        part = cell.part(signed)
        if part is not None:
            yield part, sign
        else:
            forms = (*cell.forms, signed)
            weights = contradiction(forms, len(cell.point))
            assert weights is not None  # Motzkin's theorem: there is a point, or there are weights
            yield Excluded(forms, weights), sign


def _combined(row: Sequence[Number], bias: Number, h: Sequence[Form], variables: int) -> Form:
    sums = [sum(w * form[k] for w, form in zip(row, h, strict=True)) for k in range(variables + 1)]
    return (*sums[:-1], sums[-1] + bias)
