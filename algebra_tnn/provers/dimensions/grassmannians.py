"""Bounds of the dimensions of secant varieties of Grassmannians."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from math import comb
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.linear.matrices import kernel
from algebra_tnn.exact.modular.centred import PRIME, ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.exact.polynomial_kernels import polynomial_kernel
from algebra_tnn.exact.polynomials import Polynomial, PolynomialRing
from algebra_tnn.laws import Law, VectorField
from algebra_tnn.laws.motions import Motion
from algebra_tnn.provers.dimensions.dense_orbits import orbit_plan, vectors_at
from algebra_tnn.provers.dimensions.fields import field_plan
from algebra_tnn.provers.dimensions.lower import generic_rank
from algebra_tnn.provers.dimensions.plans import Plan
from algebra_tnn.varieties import Grassmannian
from algebra_tnn.varieties.plucker import (
    as_vectors,
    linear_motions,
    special_linear_fields,
    sum_of_wedges,
    symplectic_fields,
)

Place: TypeAlias = tuple[int, int, int]  # of an entry of the vectors: the vector, its entry, the term
Direction: TypeAlias = Mapping[Place, dict[tuple[int, ...], int]]  # coefficients by exponents of what varies

MOST_VARYING = 8  # entries on a slice: the kernel is sought over the rational functions in these


def as_grassmannian(law: Law) -> tuple[Grassmannian, int] | None:
    """The variety and the number of terms if the law is that of its secant variety, written exactly so; k ≤ n/2."""
    match law.parameters:
        case (("X", (k, codimension, terms)), ("s", (_,))) if law.inputs == (("y", (comb(k + codimension, k),)),):
            variety = Grassmannian(k, k + codimension)
            return (variety, terms) if law == variety.secant_law(terms) else None
    return None


def grassmannian_plans(law: Law) -> Iterator[Plan]:
    """Bounds where the terms do not count in full: of sums of 2-planes by what keeps them, else by dense orbits.

    Both are about the law whose parameters are all vectors, through which the law factors.
    """
    if (found := as_grassmannian(law)) is None:
        return
    variety, terms = found
    if (rank := generic_rank(law)) < min(variety.ambient, law.parameter_count):
        vectors = sum_of_wedges(variety.k, variety.n, terms)
        plan = field_plan(vectors, list(symplectic_fields(vectors))) if variety.k == 2 else _orbits(vectors, variety)
        if plan is not None and rank <= plan.bound:
            substitution = {
                "parameters": {"V": as_vectors(variety.k, variety.n, terms)},
                "inputs": {"y": ["einsum", "s,->s", "y", "c"]},
                "contracted": "c",
            }
            remark = f"the terms are products of {variety.k} vectors each"
            yield Plan(law, plan.bound, "factor-through", (plan,), remark, partial(dict, substitution))


def _orbits(law: Law, variety: Grassmannian) -> Plan | None:
    """The group of the whole space at terms that are blocks of unit vectors, and graphs over the first of these."""
    known = list(special_linear_fields(law))
    still = VectorField(law.inputs, ())
    motions = [*(Motion(field, still) for field in known), *linear_motions(law)]
    V, varying = _slice(law, variety, motions)
    if len(varying) > MOST_VARYING:
        return None
    found = _constant_kernel(variety, V) if not varying else _kernel(variety, V, varying)
    found.sort(key=lambda direction: sum(map(len, direction.values())))  # of dependent ones the shorter are kept
    fields = [*known, *(_field(law, direction, varying) for direction in found)]
    places = [int(np.ravel_multi_index(place, V.shape)) for place in varying]
    return orbit_plan(law, motions, {"V": V}, places, fields)


def _slice(law: Law, variety: Grassmannian, motions: Sequence[Motion]) -> tuple[NDArray[np.int64], list[Place]]:
    """Vectors, and which of their entries must vary for the motions to carry the slice to an open set.

    Term j is the j-th block of k unit vectors; where there are no more blocks, its a-th vector is the sum of the a-th
    ones of all blocks, but for the last vectors, as many as unit vectors are left over: these are such.
    """
    k, n, terms = law.parameters[0][1]
    blocks, left = divmod(n, k)
    V = np.zeros((k, n, terms), dtype=np.int64)
    for a, j in product(range(k), range(terms)):
        over = a - (k - left)
        V[a, [j * k + a] if j < blocks else [n - left + over] if over >= 0 else range(a, n - left, k), j] = 1
    places: list[Place] = [(int(a), int(i), int(j)) for a, i, j in zip(*np.nonzero(V), strict=True)]
    places.sort(key=lambda place: (place[2] < blocks, place[0] > 0, -place[2], place[0], -place[1]))
    generic = V.copy()
    for value, place in enumerate(places, start=2):
        generic[place] = value * value + 1
    units = np.eye(V.size, dtype=np.int64)[[np.ravel_multi_index(place, V.shape) for place in places]]
    moved = vectors_at(law, [motion.parameters for motion in motions], {"V": generic})
    chosen = rank_profile(ResidueMatrix.of(np.concatenate([moved, units]), PRIME)).rows
    varying = [places[i - len(motions)] for i in chosen if i >= len(motions)]
    for place in varying:
        V[place] = generic[place]
    return V, varying


def _constant_kernel(variety: Grassmannian, V: NDArray[np.int64]) -> list[Direction]:
    """A basis of the directions in which the sum does not move, at a point."""
    places = list(np.ndindex(V.shape))
    columns = [variety.point(_replaced(V.tolist(), place)) for place in places]
    basis = kernel(tuple(zip(*columns, strict=True)))
    return [{place: {(): int(x)} for place, x in zip(places, vector, strict=True) if x} for vector in basis]


def _kernel(variety: Grassmannian, V: NDArray[np.int64], varying: Sequence[Place]) -> list[Direction]:
    """Directions, polynomials in what varies, that move the a-th vectors within the span of the a-th of all blocks.

    All but the first keep one of their entries: the rest is left to the fields that are known.
    """
    R = PolynomialRing(tuple(f"t{i}" for i in range(len(varying))))
    entries: Any = [[[R(int(x)) for x in row] for row in matrix] for matrix in V.tolist()]
    for (a, i, j), t in zip(varying, R.variables, strict=True):
        entries[a][i][j] = t
    kept = {(a, int(np.flatnonzero(V[a, :, j])[0]), j) for a in range(1, variety.k) for j in range(V.shape[2])}
    chosen = [(a, i, j) for a, i, j in np.ndindex(V.shape) if i % variety.k == a and (a, i, j) not in kept]
    places = sorted(chosen, key=lambda place: place[2])  # shorter relations than in other orders
    columns = [variety.point(_replaced(entries, place)) for place in places]
    rows = [[x if isinstance(x, Polynomial) else R(x) for x in row] for row in zip(*columns, strict=True) if any(row)]
    return [
        {place: {e: int(c) for e, c in x.terms()} for place, x in zip(places, vector, strict=True) if x}
        for vector in polynomial_kernel(rows, R)
    ]


def _replaced(entries: Any, place: Place) -> list[list[Any]]:
    """The vectors of the term, with a unit vector in place of one: the derivative of the term by that entry."""
    vector, i, term = place
    unit = [int(column == i) for column in range(len(entries[0]))]
    return [unit if a == vector else [row[term] for row in matrix] for a, matrix in enumerate(entries)]


def _field(law: Law, direction: Direction, varying: Sequence[Place]) -> VectorField:
    """The direction as a field on all parameters, which reads what varies from them."""
    k, n, terms = law.parameters[0][1]
    parts: dict[tuple[int, ...], NDArray[np.int64]] = defaultdict(lambda: np.zeros((k, n, terms), dtype=np.int64))
    for place, polynomial in direction.items():
        for exponents, c in polynomial.items():
            parts[exponents][place] = c
    summands = []
    for exponents, tensor in parts.items():
        powers = [_power(law, place, e) for place, e in zip(varying, exponents, strict=bool(exponents)) if e]
        constant = ["constant", tensor.tolist()]
        summands.append(["einsum", "," * len(powers) + "abc->abc", *powers, constant] if powers else constant)
    return VectorField.from_json({"V": summands[0] if len(summands) == 1 else ["+", *summands]}, law)


def _power(law: Law, place: Place, exponent: int) -> Any:
    (_, n, terms), (a, i, j) = law.parameters[0][1], place
    rows, columns = ["constant", [int(x == i) for x in range(n)]], ["constant", [int(x == j) for x in range(terms)]]
    entry = ["einsum", "ij,i,j->", ["take", "V", a], rows, columns]
    return entry if exponent == 1 else ["apply", [0] * exponent + [1], entry]


__all__ = ["as_grassmannian", "grassmannian_plans"]
