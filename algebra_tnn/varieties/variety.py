"""What the dimension of a secant variety needs to know of a variety."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.blas import Doubles
from algebra_tnn.exact.modular.centred import reduced

Indices: TypeAlias = NDArray[np.intp]
Points: TypeAlias = tuple[Doubles, ...]  # parameters of several points: arrays with one entry per point along axis 0


class Variety(Protocol):
    """The affine cone over a projective variety, given by a parametrization. Dimensions are those of the cones.

    Points are told by their parameters modulo a prime p, several at once; the prime is above ``degree``.
    """

    @property
    def name(self) -> str: ...

    @property
    def ambient(self) -> int:
        """The dimension of the vector space that the cone spans."""

    @property
    def dimension(self) -> int:
        """The dimension of the cone: one more than that of the projective variety."""

    @property
    def degree(self) -> int:
        """The largest degree in which the parametrization contains one parameter."""

    def random_points(self, count: int, rng: np.random.Generator, modulus: int) -> Points:
        """Parameters of random points."""

    def coordinates(self, points: Points, modulus: int) -> Doubles:
        """The points themselves, of shape (count, ambient)."""

    def tangent_rows(self, points: Points, modulus: int, out: Doubles | None = None) -> Doubles:
        """Vectors that span the tangent spaces of the cone, none redundant at a random point.

        Shape: (count, dimension, ambient). ``out``, if given, holds zeros and receives the rows.
        """


def nonzero_residues(shape: tuple[int, ...], rng: np.random.Generator, modulus: int) -> Doubles:
    """Random centred residues, none of them zero: zeros would lose rank without being seen."""
    return reduced(rng.integers(1, modulus, size=shape).astype(np.float64), modulus)


def at_least(least: int, value: Any, name: str) -> int:
    """The value as an ``int``. Raises: TypeError unless it is an integer, ValueError if it is too small."""
    if isinstance(value, (bool, np.bool_)):
        raise TypeError(f"{name} is {value}, a truth value; write an integer")
    try:
        number = operator.index(value)
    except TypeError:
        raise TypeError(f"{name} is {value!r}; write an integer") from None
    if number < least:
        raise ValueError(f"{name} is {number}; it is at least {least}")
    return number


def positive_integers(values: Iterable[Any], name: str) -> tuple[int, ...]:
    """The values as a tuple of ``int``. Raises: TypeError, ValueError unless all are integers from 1."""
    if not isinstance(values, Iterable) or isinstance(values, str):
        raise TypeError(f"{name} is {values!r}; write a sequence of integers, one per factor")
    return tuple(at_least(1, value, f"{name}[{i}]") for i, value in enumerate(values))
