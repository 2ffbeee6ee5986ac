"""Whether two rectified networks with given weights are one function: decided region by region, exactly.

The regions of the first network are cut into those of the second. On each of these open polyhedra both networks are
affine, and they are one function if and only if they agree on all: the closures of the polyhedra cover the space, as
their complement lies on finitely many hyperplanes, and both functions are continuous. That there are no polyhedra but
those listed is shown by weights λ ≥ 0 for each sign that a pre-activation does not have (Motzkin), multiplied out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from algebra_tnn.certificates import Explained, Status, Verdict, trust_remark, united_trusts
from algebra_tnn.claims import Nonnegative, Vanishes
from algebra_tnn.exact.linear.inequalities import Form
from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws import Law
from algebra_tnn.laws.tracing import Traced, named
from algebra_tnn.models.rectified import Excluded, Polyhedron, RectifiedNetwork, Region, partition
from algebra_tnn.models.rectified.polyhedra import at
from algebra_tnn.models.rectified.rectified_network import Pattern, Weights
from algebra_tnn.provers.squares import squares
from algebra_tnn.verification import verify


@dataclass(frozen=True)
class SameFunction(Explained):
    """Two rectified networks at given weights: equal in all ``cells``, or different at ``point``.

    The verdicts say of each cell that the difference of the networks is zero at the masks of the cell, and of each sign
    that is ``excluded`` that the forms that would be positive there are nowhere all positive: −1 ≥ 0 would follow.
    """

    names: tuple[str, str]
    status: Status
    cells: tuple[tuple[Pattern, Pattern], ...]
    excluded: int  # signs that no input has
    verdicts: tuple[Verdict, ...]
    point: tuple[Number, ...] | None = None
    values: tuple[tuple[Number, ...], ...] = ()

    @property
    def trusts(self) -> tuple[str, ...]:
        return united_trusts(self.verdicts)

    @property
    def explanation(self) -> str:
        first, second = self.names
        lines = [f"{self.status}: the {first} and the {second} are one function of real inputs"]
        if self.point is not None:
            x, f, g = ("(" + ", ".join(map(str, v)) + ")" for v in (self.point, *self.values))
            lines.append(f"  at {x} they have the values {f} and {g}")
        else:
            lines.append(f"  in each of the {len(self.cells)} polyhedra on which both are affine they agree")
            lines.append(f"  {self.excluded} signs of pre-activations do not occur next to the others")
        return "\n".join([*lines, f"  {trust_remark(self.trusts)}"])


def same_function(first: RectifiedNetwork, weights: Weights, second: RectifiedNetwork, others: Weights) -> SameFunction:
    """Whether the networks are equal at all real inputs, for exact weights.

    Cost: the number of polyhedra on which both are affine. Raises: TypeError, ValueError for weights that a network
    does not have, networks with other inputs or outputs, and too many polyhedra.

    >>> network = RectifiedNetwork((1, 2, 1))
    >>> one, two, three = ([[[1], [-1]], [[1, 1]]], [[[-2], [1]], [["1/2", 1]]], [[[1], [-1]], [[1, 2]]])
    >>> same_function(network, one, network, two).status, same_function(network, one, network, three).status
    ('proved', 'refuted')
    """
    for network in (first, second):
        if not isinstance(network, RectifiedNetwork):
            raise TypeError(f"the network is {type(network).__name__}; both are of the type RectifiedNetwork")
    ends = [(network.widths[0], network.widths[-1]) for network in (first, second)]
    if ends[0] != ends[1]:
        raise ValueError(
            f"the {first} and the {second} have different numbers of inputs or outputs; one function has one of each"
        )
    names, parts = (str(first), str(second)), list(_common(first, weights, second, others))
    cells = [part for part in parts if not isinstance(part, Excluded)]
    for one, two in cells:
        point = _where_they_differ(one.outputs, two.outputs, two.polyhedron)
        if point is not None:
            values = first.outputs(point, weights), second.outputs(point, others)
            return SameFunction(names, "refuted", (), 0, (), point, values)
    patterns = tuple((one.pattern, two.pattern) for one, two in cells)
    differences = (_difference(first, weights, one, second, others, two) for one, two in patterns)
    excluded = [_exclusion(part) for part in parts if isinstance(part, Excluded)]
    verdicts = (*map(verify, map(Vanishes, differences)), *excluded)
    status: Status = "proved" if all(verdict.status == "proved" for verdict in verdicts) else "undecided"
    return SameFunction(names, status, patterns, len(excluded), verdicts)


def _common(
    first: RectifiedNetwork, weights: Weights, second: RectifiedNetwork, others: Weights
) -> Iterator[tuple[Region, Region] | Excluded]:
    """The regions of the second network in each of the first, and why there are no others."""
    for one in partition(first, weights):
        if isinstance(one, Excluded):
            yield one
            continue
        for two in partition(second, others, within=one.polyhedron):
            yield two if isinstance(two, Excluded) else (one, two)


def _exclusion(part: Excluded) -> Verdict:
    """Were all forms positive, (Σ λ_i form_i) · (−1) = −Σ λ_i b_i ≥ 0 would be positive times negative."""
    slopes, constants = [list(form[:-1]) for form in part.forms], [form[-1] for form in part.forms]

    def forward(x: Traced) -> Traced:
        named("forms", slopes @ x + constants)
        return 0 * x.sum() - 1

    claim = Nonnegative(Law.trace(forward, {"x": (len(slopes[0]),)}, {}), ("forms",))
    multiplier = [(weight, [("forms", i)]) for i, weight in enumerate(part.weights) if weight]
    height = -sum(weight * b for weight, b in zip(part.weights, constants, strict=True))
    return verify(claim, by=partial(squares, multiplier=multiplier, squares=[(height, [], 1)] if height else []))


def _where_they_differ(
    one: tuple[Form, ...], two: tuple[Form, ...], polyhedron: Polyhedron
) -> tuple[Number, ...] | None:
    """A point of the polyhedron at which not all forms are equal: an open set has one unless they are the same."""
    for f, g in zip(one, two, strict=True):
        difference = tuple(a - b for a, b in zip(f, g, strict=True))
        if any(difference):
            return next(x for x in polyhedron.simplex() if at(difference, x))
    return None


def _difference(
    first: RectifiedNetwork, weights: Weights, one: Pattern, second: RectifiedNetwork, others: Weights, two: Pattern
) -> Law:
    """f − g as a law of x, with all weights and masks as constants."""
    sides = [(first, weights, one, "f_"), (second, others, two, "g_")]

    def forward(x: Traced) -> Traced:
        f, g = (
            network.traced(x, {**network.named(w), **dict(network.masked(pattern))}, stem)
            for network, w, pattern, stem in sides
        )
        return f - g

    return Law.trace(forward, {"x": (first.widths[0],)}, {})


__all__ = ["SameFunction", "same_function"]
