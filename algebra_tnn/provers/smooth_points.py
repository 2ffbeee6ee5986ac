"""Where general sums have one decomposition, one whose sum is a smooth point of their closure is unique, too."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import Any

import numpy as np

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import DimensionAtLeast, DimensionAtMost, EssentiallyUnique, NumberOfDecompositions
from algebra_tnn.exact import Field, Matrix, minor, residues
from algebra_tnn.exact.linear.matrices import Minor
from algebra_tnn.exact.modular.centred import PRIME, Doubles
from algebra_tnn.exact.scalars import transposed
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.classical import zero_term
from algebra_tnn.provers.dimensions.double_points import MOST_MONOMIALS, singular_forms_at
from algebra_tnn.provers.dimensions.minors import entries
from algebra_tnn.provers.identifiability import (
    bronowski,
    generic_kruskal,
    generic_uniqueness,
    linear_section,
    tangential_contact,
)
from algebra_tnn.provers.identifiability.claimed import term_dimension
from algebra_tnn.tensors import CP

RULE = "smooth-point"
MOST_TANGENTS = 300  # rows of the minor of tangent vectors


def smooth_point(claim: EssentiallyUnique) -> Certificate | Shortfall:
    """General sums of as many terms are so in one way, and this one is a smooth point of the closure of all, near which
    no other decomposition is [ChiantiniOttavianiVannieuwenhoven2017].

    The tangent spaces of the terms are independent, and forms that are singular at the terms, as many as vanish on
    these spaces, leave no other tangent vector of the closure.
    """
    given, field = claim.decomposition, claim.field
    if (zero := zero_term(given, field)) is not None:
        return Shortfall(RULE, zero)
    if field.is_finite:
        return Shortfall(RULE, f"the rule is for characteristic 0, not for {field}")
    shape = PowerSum(given.shape, (1,) * given.order, given.length)
    ambient, dimension = prod(given.shape), given.length * term_dimension(shape)
    if ambient < dimension:
        return Shortfall(RULE, f"tangent spaces have {dimension} dimensions together, and there are {ambient}")
    if ambient > MOST_MONOMIALS or dimension > MOST_TANGENTS:
        limits = (
            f"of more than {MOST_MONOMIALS} entries, or with tangent spaces of more than {MOST_TANGENTS} dimensions"
        )
        return Shortfall(RULE, f"sums {limits} together, are not tried")
    tangents = minor(tangent_vectors(given), field, dimension)
    if tangents is None:
        return Shortfall(RULE, f"the tangent spaces of the terms are not found to have {dimension} dimensions together")
    try:
        point = [np.array(residues(transposed(factor), PRIME), dtype=np.float64) for factor in given.factors]
        independent = Certificate(
            DimensionAtLeast(shape.law, dimension, field), "jacobian-minor", _gradients(given, tangents)
        )
    except ValueError:
        return Shortfall(RULE, f"a denominator is divisible by {PRIME} or {tangents.modulus}")
    needed = ambient - dimension
    forms = singular_forms_at(shape, point, needed) if needed else None
    found = 0 if forms is None else forms.count
    if found < needed:
        return Shortfall(RULE, f"{found} forms that are singular at the terms are found, {needed} are needed")
    number = _one_in_general(shape, field)
    if isinstance(number, Shortfall):
        return number
    bound = DimensionAtMost(shape.law, dimension, field)
    singular = Certificate(bound, "double-points", _none_at(point) if forms is None else forms.evidence())
    return Certificate(claim, RULE, {}, (number, singular, independent), _remark(shape, needed))


def _one_in_general(shape: PowerSum, field: Field) -> Certificate | Shortfall:
    claim, reasons = NumberOfDecompositions(shape.law, 1, field), []
    for prover in (generic_uniqueness, tangential_contact, generic_kruskal, linear_section, bronowski):
        result = prover(claim)
        if isinstance(result, Certificate):
            return result
        reasons.append(f"{result.rule}: {result.reason}")
    return Shortfall(RULE, f"that general decompositions are unique is not proved ({'; '.join(reasons)})")


def _none_at(point: list[Doubles]) -> dict[str, Any]:
    """What says that no form is singular at the terms, where none is needed."""
    nothing: dict[str, Any] = {"wedge": None, "ideals": [], "products": [], "columns": [], "inverse": []}
    return {"point": {f"a{k}": entries(factor) for k, factor in enumerate(point)}, "modulus": PRIME, **nothing}


def _gradients(given: CP, tangents: Minor) -> dict[str, Any]:
    """The minor of tangent vectors as one of a Jacobian: an entry of the sum is its value at unit vectors.

    Raises: ValueError if a denominator of the terms is divisible by the modulus.
    """
    starts = [given.length * sum(given.shape[:k]) for k in range(given.order)]
    blocks = [(starts[k] + r * size, size) for r in range(given.length) for k, size in enumerate(given.shape)]
    places = [i for start, size in blocks for i in range(start, start + size)]  # of the rows of ``tangent_vectors``
    multi_indices = [*product(*map(range, given.shape))]
    return {
        "point": {f"a{k}": residues(transposed(factor), tangents.modulus) for k, factor in enumerate(given.factors)},
        "rows": [
            [{f"x{k}": [int(h == i) for h in range(given.shape[k])] for k, i in enumerate(multi_indices[column])}, 1]
            for column in tangents.columns
        ],
        "columns": [places[row] for row in tangents.rows],
        "modulus": tangents.modulus,
        "inverse": transposed(tangents.inverse),
    }


def _remark(shape: PowerSum, needed: int) -> str:
    return (
        f"a smooth point of the closure of all sums of {shape.terms} terms, by {needed} forms that are singular at the "
        "terms; general sums are so in one way"
    )


def tangent_vectors(decomposition: CP) -> Matrix:
    """For each term, each factor and each index: the term with a unit vector in this factor, row-major."""
    rows = []
    for r, (k, size) in product(range(decomposition.length), enumerate(decomposition.shape)):
        for i in range(size):
            vectors = [decomposition.column(mode, r) for mode in range(decomposition.order)]
            vectors[k] = tuple(int(h == i) for h in range(size))
            rows.append(tuple(prod(chosen) for chosen in product(*vectors)))
    return tuple(rows)
