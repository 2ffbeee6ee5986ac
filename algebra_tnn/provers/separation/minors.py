"""The separation rank of a law from below, by a minor of the matrix of its coefficients at one point."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import SeparationRankAtLeast
from algebra_tnn.exact import Field
from algebra_tnn.exact.modular.centred import LARGEST, PRIME, Doubles, ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import RankProfile, rank_profile
from algebra_tnn.laws import Law
from algebra_tnn.laws.arithmetic import residues
from algebra_tnn.laws.draws import Draw
from algebra_tnn.provers.dimensions.minors import entries, written_minor
from algebra_tnn.provers.separation.coefficients import Coefficients, coefficients, side_monomials, term_count
from algebra_tnn.provers.separation.evaluations import grid_rank, grid_rank_at, most_points

FEW_POINTS = 20  # of a grid that is tried first
MANY_POINTS = 300
MOST_POINTS = 1024
HOPELESS = 2**14  # a rank that is full on a grid with many points is taken for out of reach above
FEW_TERMS = 2000  # a law with more terms is restricted to fewer inputs, where the rank allows it
POINTS_OVER_FINITE_FIELDS = 10


def coefficient_minor(claim: SeparationRankAtLeast) -> Certificate | Shortfall:
    """The matrix of coefficients has an invertible minor at a point modulo a prime [semicontinuity of rank].

    Over GF(p) the prime is p; a point with few residues to choose from may lose rank, so that some points are tried.
    """
    modulus = claim.field.characteristic or PRIME
    if modulus > LARGEST:
        reason = f"ranks are computed modulo primes up to {LARGEST}, not over {claim.field}"
        return Shortfall("coefficient-minor", reason)
    largest = 0
    for seed in _seeds(claim.law, claim.field):
        try:
            found = _at_random_point(claim.law, claim.inputs, claim.rank, modulus, seed)
        except ValueError as error:  # too many terms, or p divides a denominator
            return Shortfall("coefficient-minor", str(error))
        if found.profile.rank >= claim.rank:
            return _certificate(claim, found)
        largest = max(largest, found.profile.rank)
    return Shortfall("coefficient-minor", f"{claim.rank} is asked, the rank at a random point is {largest}")


def rank_at_random_point(law: Law, inputs: tuple[str, ...], ceiling: int, field: Field, seed: int) -> tuple[int, int]:
    """The rank of the matrix of coefficients at random parameters, and a number of points.

    If the rank is as large as that number, then it may be larger, too, up to the ceiling. It is found by values on a
    grid; over fields with few elements by the coefficients, at some points.
    Raises: ValueError if the law is too large for that.
    """
    modulus = field.characteristic or PRIME
    if modulus > LARGEST:
        raise ValueError(f"ranks are computed modulo primes up to {LARGEST}, not over {field}")
    if modulus < PRIME:
        seeds = _seeds(law, field)
        rank = max(_at_random_point(law, inputs, ceiling, modulus, seed).profile.rank for seed in seeds)
        return rank, rank + 1
    most, points = min(ceiling, most_points(law, inputs), MOST_POINTS), FEW_POINTS
    while True:
        points = min(points, most)
        rank = grid_rank(law, inputs, points, modulus, seed)
        if rank < points or points == ceiling:
            return rank, points
        if points == most or (points >= MANY_POINTS and ceiling > HOPELESS):
            raise ValueError(
                f"the separation rank is {rank} or more, and {ceiling:,} is the best bound from above that was found; "
                f"ranks up to {most:,} are found: take fewer inputs, smaller dimensions, or another bipartition"
            )
        points *= 4


@dataclass(frozen=True, slots=True)
class _Point:
    """Parameters, and values of some inputs, with the matrix of coefficients there."""

    parameters: Mapping[str, Doubles]
    inputs: Mapping[str, Doubles]
    coefficients: Coefficients
    profile: RankProfile


def _seeds(law: Law, field: Field) -> range:
    return range(POINTS_OVER_FINITE_FIELDS if field.is_finite and law.parameters else 1)


@lru_cache(maxsize=4)
def _at_random_point(law: Law, inputs: tuple[str, ...], rank: int, modulus: int, seed: int) -> _Point:
    draw = Draw(seed, PRIME // 2)  # for small primes there are zeros among the residues
    parameters = {name: residues(modulus).reduced(draw.array(shape)) for name, shape in law.parameters}
    given = _given_inputs(law, inputs, rank, modulus, parameters, draw)
    found = coefficients(law, inputs, {**parameters, **given}, modulus)
    return _Point(parameters, given, found, rank_profile(found.matrix))


def _given_inputs(
    law: Law, inputs: Collection[str], rank: int, modulus: int, parameters: Mapping[str, Doubles], draw: Draw
) -> dict[str, Doubles]:
    """Values for as many inputs as can be given without losing the rank, if the law has many terms."""
    given: dict[str, Doubles] = {}
    if modulus < PRIME or term_count(law, law.input_names) <= FEW_TERMS:
        return given
    for name, shape in law.inputs:
        tried = {**given, name: draw.array(shape)}
        free = [other for other in law.input_names if other not in tried]
        left, right = ([other for other in free if (other in inputs) == inside] for inside in (True, False))
        if min(side_monomials(law, left), side_monomials(law, right)) < rank:
            continue
        if not rank or grid_rank_at({**parameters, **tried}, law, inputs, rank, modulus, draw) == rank:
            given = tried
    return given


def _certificate(claim: SeparationRankAtLeast, found: _Point) -> Certificate:
    """The first rows that suffice, and columns with which they form a minor."""
    p, size, matrix = found.profile.modulus, claim.rank, found.coefficients.matrix.array
    rows = list(found.profile.rows[:size])
    part = np.ascontiguousarray(matrix[rows])
    columns = list(rank_profile(ResidueMatrix(part, p)).columns) if size else []
    evidence = {
        "point": {name: entries(x, p) for name, x in found.parameters.items()},
        "inputs": {name: entries(x, p) for name, x in found.inputs.items()},
        "rows": [list(found.coefficients.rows[i]) for i in rows],
        **written_minor(np.ascontiguousarray(part[:, columns]), columns, p),
        "columns": [list(found.coefficients.columns[j]) for j in columns],
    }
    return Certificate(
        claim,
        "coefficient-minor",
        evidence,
        remark=f"a minor of the coefficients with {size} row{'' if size == 1 else 's'}",
    )
