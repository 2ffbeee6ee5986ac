"""Expectations of laws: one input is random, and what remains is a law in everything else.

The law is evaluated at all points of a rule with the same moments, along one more axis that stands last, and the values
are averaged. So the expectation is a law of about the same length, and identities between expectations are identities
between polynomials.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import lcm, prod
from typing import NamedTuple

from algebra_tnn.exact.measures import Measure, check_measure
from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws.arrays import Array, Shape
from algebra_tnn.laws.expressions import Applied, Constant, Name
from algebra_tnn.laws.law import Law, check_law
from algebra_tnn.laws.operations import LETTERS, Apply, Einsum, Operation, Take
from algebra_tnn.laws.programs import Step, Steps, flattened
from algebra_tnn.laws.tracing import written
from algebra_tnn.laws.values import value

MOST_POINTS = 20_000  # of a rule in several variables


class Cubature(NamedTuple):
    """Points of one shape, and weights, whose sums are expectations."""

    points: tuple[tuple[Number, ...], ...]
    weights: tuple[Number, ...]


def cubature(measure: Measure, size: int, degree: int) -> Cubature:
    """Points in ``size`` independent variables, exact for polynomials of total degree at most ``degree``.

    These are the products of the rule in one variable; those of weight zero are left out.
    Raises: ValueError for more than ``MOST_POINTS`` points, with their number.

    >>> from algebra_tnn.exact.measures import Normal
    >>> len(cubature(Normal(), 2, 5).points)
    25
    """
    rule = measure.rule(degree)
    pairs = [(t, w) for t, w in zip(rule.points, rule.weights, strict=True) if w]
    if len(pairs) ** size > MOST_POINTS:
        raise ValueError(
            f"an expectation of degree {degree} in {size} variables takes {len(pairs)}^{size} points, and up to "
            f"{MOST_POINTS:,} are treated: take fewer inputs, or a lower degree or order"
        )
    chosen = list(product(pairs, repeat=size))
    points = tuple(tuple(t for t, _ in point) for point in chosen)
    weights = (prod((w for _, w in point), start=Fraction(1)) for point in chosen)
    return Cubature(points, tuple(w.numerator if w.denominator == 1 else w for w in weights))


def expectation(law: Law, name: str, measure: Measure) -> Law:
    """E[f] over the input of this name, whose entries are independent and distributed as the measure says.

    A law in the other inputs and the parameters; definitions that do not depend on the input stay.
    Raises: TypeError for what is no law or no measure; ValueError if there is no such input, or if it takes too many
    points.

    >>> from algebra_tnn.exact.measures import Normal
    >>> from algebra_tnn.laws import expansion
    >>> law = Law.trace(lambda x, w, b: (w @ x + b) ** 3, {"x": (2,)}, {"w": (2,), "b": ()})
    >>> print(*expansion(expectation(law, "x", Normal())))
    3*w_0^2*b + 3*w_1^2*b + b^3
    """
    shape = input_shape(law, name)
    check_measure(measure)
    source = Steps()
    known = {each: source.named(each, its) for each, its in (*law.inputs, *law.parameters)}
    for i, (each, expression) in enumerate(law.let):
        known[each] = flattened(expression, f"let[{i}][1]", source, known)
    output = flattened(law.output, "output", source, known)
    sampling = _Sampling(name, shape, cubature(measure, prod(shape), law.degree_in(name)))
    for step in source.written:
        sampling.write(step)
    for each, _ in law.let:
        if not sampling.sampled[known[each]]:
            sampling.steps.labels.setdefault(sampling.places[known[each]], each)
    inputs = tuple(declared for declared in law.inputs if declared[0] != name)
    taken = {each for each, _ in (*inputs, *law.parameters)}
    end = sampling.mean(source.written[output], sampling.places[output], sampling.sampled[output])
    return Law(inputs, law.parameters, *written(sampling.steps, end, taken, sampling.steps.labels))


def input_shape(law: Law, name: str) -> Shape:
    """The shape of an input. Raises: TypeError for what is no law, ValueError for what is no input."""
    check_law(law)
    if name not in law.input_names:
        raise ValueError(f"{name!r} is no input of the law; its inputs are {', '.join(law.input_names) or 'none'}")
    return dict(law.inputs)[name]


class _Sampling:
    """The steps of a law, of which those that depend on the input have the points as their last axis."""

    def __init__(self, name: str, shape: Shape, rule: Cubature) -> None:
        self.name, self.shape, self.rule = name, shape, rule
        self.steps = Steps()
        self.places: list[int] = []
        self.sampled: list[bool] = []

    def write(self, step: Step) -> None:
        sampled = [self.sampled[i] for i in step.operands]
        places = [self.places[i] for i in step.operands]
        match step.content:
            case Name(name) if name == self.name:
                place, any_sampled = self.steps.constant(Constant(self._points())), True
            case Name(name):
                place, any_sampled = self.steps.named(name, step.shape), False
            case Constant():
                place, any_sampled = self.steps.constant(step.content), False
            case operation:
                place, any_sampled = self._applied(operation, places, sampled), any(sampled)
        self.places.append(place)
        self.sampled.append(any_sampled)

    def mean(self, step: Step, place: int, sampled: bool) -> int:
        """Where the average of the step's values is."""
        if not sampled:
            return place
        scale = lcm(*(w.denominator for w in self.rule.weights))
        numbers = Array((len(self.rule.weights),), tuple(int(scale * w) for w in self.rule.weights))
        weights = self.steps.constant(Constant(numbers))
        if isinstance(step.content, Einsum):  # summed at once: the values at the points need not be kept
            factors = [(self.places[i], self.sampled[i]) for i in step.operands]
            letter, words = self._words(step.content, [on_points for _, on_points in factors])
            places, result = [*(at for at, _ in factors), weights], step.content.result
            whole = self._planned(f"{','.join([*words, letter])}->{result}", places)
        else:
            letters = LETTERS[: len(step.shape) + 1]
            whole = self._folded(Einsum(f"{letters},{letters[-1]}->{letters[:-1]}"), [place, weights])
        return whole if scale == 1 else self._folded(Apply((0, Fraction(1, scale))), [whole])

    def _points(self) -> Array:
        entries = tuple(point[i] for i in range(prod(self.shape)) for point in self.rule.points)
        return Array((*self.shape, len(self.rule.points)), entries)

    def _applied(self, operation: Operation, places: list[int], sampled: list[bool]) -> int:
        if not any(sampled) or isinstance(operation, (Apply, Take)):
            return self._folded(operation, places)
        if isinstance(operation, Einsum):
            letter, words = self._words(operation, sampled)
            return self._folded(Einsum(f"{','.join(words)}->{operation.result}{letter}"), places)
        spread = [p if on_points else self._spread(p) for p, on_points in zip(places, sampled, strict=True)]
        return self._folded(operation, spread)

    def _words(self, einsum: Einsum, sampled: list[bool]) -> tuple[str, list[str]]:
        """A letter for the points, and the letters of the operands with it."""
        letter = next(c for c in LETTERS if c not in einsum.subscripts)
        return letter, [word + letter * on_points for word, on_points in zip(einsum.operands, sampled, strict=True)]

    def _spread(self, place: int) -> int:
        """A value that does not depend on the points, at all of them."""
        letters = LETTERS[: len(self.steps.written[place].shape) + 1]
        ones = self.steps.constant(Constant(Array((len(self.rule.points),), (1,) * len(self.rule.points))))
        return self._folded(Einsum(f"{letters[:-1]},{letters[-1]}->{letters}"), [place, ones])

    def _planned(self, subscripts: str, places: list[int]) -> int:
        """An einsum of which the constant operands are multiplied first."""
        operands = list(zip(Einsum(subscripts).operands, places, strict=True))
        result = subscripts.partition("->")[2]
        constants = [each for each in operands if isinstance(self.steps.written[each[1]].content, Constant)]
        others = [each for each in operands if each not in constants]
        if len(constants) > 1 and others:
            kept = "".join(dict.fromkeys(c for word, _ in constants for c in word))
            needed = "".join(c for c in kept if c in result or any(c in word for word, _ in others))
            einsum = Einsum(f"{','.join(word for word, _ in constants)}->{needed}")
            others.append((needed, self._folded(einsum, [at for _, at in constants])))
            operands = others
        einsum = Einsum(f"{','.join(word for word, _ in operands)}->{result}")
        return self._folded(einsum, [at for _, at in operands])

    def _folded(self, operation: Operation, places: list[int]) -> int:
        """The operation, carried out if all operands are numbers."""
        contents = [self.steps.written[place].content for place in places]
        if not all(isinstance(content, Constant) for content in contents):
            return self.steps.planned(operation, places)
        constants = tuple(content for content in contents if isinstance(content, Constant))
        return self.steps.constant(Constant(Array.of(value(Law((), (), (), Applied(operation, constants)), {}))))
