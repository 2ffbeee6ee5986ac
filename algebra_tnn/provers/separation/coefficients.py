"""The matrix of a law's coefficients at one point: rows for monomials in the inputs of one side, columns for others."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from math import prod
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular import centred
from algebra_tnn.exact.modular.centred import Doubles, ResidueMatrix
from algebra_tnn.laws import Law, expansion
from algebra_tnn.laws.term_counts import monomial_count, term_bounds
from algebra_tnn.provers.dimensions.minors import entries
from algebra_tnn.provers.separation.evaluations import grid_values

Integers: TypeAlias = NDArray[np.int64]
Monomial: TypeAlias = tuple[int, ...]  # the numbers of its variables, with repetitions

MOST_TERMS = 1_000_000
LARGEST_MATRIX = 20_000_000  # entries


@dataclass(frozen=True, slots=True)
class Coefficients:
    """The coefficients modulo a prime. Variables are the entries of all inputs, numbered through."""

    rows: tuple[Monomial, ...]
    columns: tuple[Monomial, ...]
    matrix: ResidueMatrix


def coefficients(law: Law, inputs: Collection[str], known: Mapping[str, Doubles], modulus: int) -> Coefficients:
    """The matrix where parameters, and possibly some inputs, are known.

    A law that is linear in each other input is evaluated at unit vectors, any other one is multiplied out.
    Raises: ValueError if there may be too many terms, or the prime divides a denominator.

    >>> law = Law.trace(lambda x, y: (x @ y)**2, {"x": (2,), "y": (2,)}, {})
    >>> found = coefficients(law, ["x"], {}, 7)
    >>> found.rows, found.columns, found.matrix.array.tolist()
    (((0, 0), (0, 1), (1, 1)), ((2, 2), (2, 3), (3, 3)), [[1.0, 0.0, 0.0], [0.0, 2.0, 0.0], [0.0, 0.0, 1.0]])
    """
    free = [name for name in law.input_names if name not in known]
    terms = term_count(law, free)
    if terms > MOST_TERMS:
        raise ValueError(
            f"the law may have {terms:,} terms at the point; at most {MOST_TERMS:,} are written out: ask for a smaller "
            "rank, or take a smaller network"
        )
    linear = all(law.program.degrees([name])[law.program.output] == (1, 1) for name in free)
    return (_by_unit_vectors if linear else _by_expansion)(law, inputs, known, modulus)


def term_count(law: Law, names: Collection[str]) -> int:
    """An upper bound for the number of monomials in these inputs that the law has."""
    return int(term_bounds(law, names)[law.program.output])


def side_monomials(law: Law, names: Collection[str]) -> int:
    """An upper bound for the number of monomials in these inputs, by the degrees in each of them."""
    return prod(
        monomial_count(prod(shape), *law.program.degrees([name])[law.program.output])
        for name, shape in law.inputs
        if name in names
    )


def _by_unit_vectors(law: Law, inputs: Collection[str], known: Mapping[str, Doubles], modulus: int) -> Coefficients:
    free = [name for name in law.input_names if name not in known]
    left, right = ([name for name in free if (name in inputs) == inside] for inside in (True, False))
    (rows, row_points), (columns, column_points) = _unit_vectors(law, left), _unit_vectors(law, right)
    return Coefficients(rows, columns, grid_values(law, known, row_points, column_points, modulus))


def _unit_vectors(law: Law, names: Sequence[str]) -> tuple[tuple[Monomial, ...], dict[str, Doubles]]:
    """The products of one entry of each input, and the points at which one of them is 1 and all others are 0."""
    numbers, shapes = _variables(law), dict(law.inputs)
    monomials = tuple(product(*(numbers[name] for name in names)))
    places = np.array(monomials, dtype=np.int64).reshape(len(monomials), len(names))
    points = {}
    for k, name in enumerate(names):
        unit = np.eye(len(numbers[name]))[places[:, k] - numbers[name].start]
        points[name] = unit.reshape(len(monomials), *shapes[name])
    return monomials, points


def _by_expansion(law: Law, inputs: Collection[str], known: Mapping[str, Doubles], modulus: int) -> Coefficients:
    written = {name: entries(array, modulus) for name, array in known.items()}
    (polynomial,) = expansion(law, written, modulus=modulus, budget=MOST_TERMS)
    exponents = polynomial.exponents()
    variables = [(name in inputs, v) for name, some in _variables(law).items() if name not in known for v in some]
    sides = [[k for k, (where, _) in enumerate(variables) if where == inside] for inside in (True, False)]
    (rows, i), (columns, j) = (_monomials(exponents[:, side], [variables[k][1] for k in side]) for side in sides)
    if len(rows) * len(columns) > LARGEST_MATRIX:
        raise ValueError(
            f"the matrix of coefficients has {len(rows):,} rows and {len(columns):,} columns; at most "
            f"{LARGEST_MATRIX:,} entries are kept: ask for a smaller rank, or take a smaller network"
        )
    matrix = np.zeros((len(rows), len(columns)))
    matrix[i, j] = centred.reduced(np.array(polynomial.coefficients(), dtype=np.float64), modulus)
    return Coefficients(rows, columns, ResidueMatrix(matrix, modulus))


def _monomials(exponents: Integers, variables: Sequence[int]) -> tuple[tuple[Monomial, ...], Integers]:
    """The different rows of exponents as monomials, and where each row is among them."""
    weights = [1, *accumulate((int(n) + 1 for n in exponents.max(axis=0, initial=0)), int.__mul__)]
    short = weights[-1] < 2**62  # then a row is one number, and numbers are sorted faster
    keys = exponents @ np.array(weights[:-1], dtype=np.int64) if short else exponents
    _, first, places = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    numbers = np.array(variables, dtype=np.int64)
    return tuple(tuple(np.repeat(numbers, row).tolist()) for row in exponents[first]), places.ravel()


def _variables(law: Law) -> dict[str, range]:
    """The numbers of the entries of each input, through all inputs."""
    ends = list(accumulate(prod(shape) for _, shape in law.inputs))
    return {name: range(end - prod(shape), end) for (name, shape), end in zip(law.inputs, ends, strict=True)}
