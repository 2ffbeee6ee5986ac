"""The value of a law at one point: exact, over any ring, modulo a prime, or approximately in floats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from algebra_tnn.exact.modular.centred import checked_modulus
from algebra_tnn.exact.scalars import exact_number
from algebra_tnn.laws.arithmetic import EXACT, FLOATS, Arithmetic, residues
from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.evaluation import Stack, values
from algebra_tnn.laws.heights import check_height
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.points import tensors_of


def value(law: Law, point: Mapping[str, Any], *, modulus: int | None = None) -> Any:
    """The output, as nested lists, for values of all inputs and parameters by their names.

    Entries are exact numbers, or elements of one commutative ring that know + − · ** and mix with the law's constants,
    such as polynomials. With a modulus, a prime, they are numbers, and the result holds residues from 0 to p − 1.
    Raises: TypeError, ValueError for floats, other names and shapes, and numbers that would become too long.

    >>> law = Law.trace(lambda x, W: (W @ x)**2, {"x": (2,)}, {"W": (1, 2)})
    >>> value(law, {"x": [1, 2], "W": [[3, "1/2"]]}), value(law, {"x": [1, 2], "W": [[3, 1]]}, modulus=7)
    ([16], [4])
    """
    names = (*law.inputs, *law.parameters)
    if modulus is not None:
        p = checked_modulus(modulus)
        return _output(law, tensors_of(point, names, "the point"), residues(p), lambda x: int(x) % p)
    read = tensors_of(point, names, "the point", entry=_ring_element)
    if all(isinstance(x, (int, Fraction)) for array in read.values() for x in array.entries):
        check_height(law, {name: array.entries for name, array in read.items()})
    return _output(law, read, EXACT, _whole)


def approximate_value(law: Law, point: Mapping[str, Any]) -> Any:
    """The output in floating-point numbers: an opinion, and no part of any proof.

    >>> law = Law.trace(lambda x, W: (W @ x)**2, {"x": (2,)}, {"W": (1, 2)})
    >>> approximate_value(law, {"x": [1.5, 2], "W": [[2, 0.5]]})
    [16.0]
    """
    names = (*law.inputs, *law.parameters)
    floats = tensors_of(point, names, "the point", entry=lambda x, place: float(x))
    return _output(law, floats, FLOATS, float)


def _output(law: Law, point: Mapping[str, Array], arithmetic: Arithmetic, written: Callable[[Any], Any]) -> Any:
    named = {name: Stack("", arithmetic.constant(array)) for name, array in point.items()}
    entries = values(law.program, named, arithmetic)[law.program.output].array
    return Array(law.shape, tuple(entries.ravel())).nested(written)


def _ring_element(x: Any, place: str) -> Any:
    """A number, or what is none and has no floating point either."""
    numeric = isinstance(x, (str, bool, float, complex)) or hasattr(x, "dtype") or hasattr(x, "numerator")
    return exact_number(x, place) if numeric else x


def _whole(x: Any) -> Any:
    return x.numerator if isinstance(x, Fraction) and x.denominator == 1 else x
