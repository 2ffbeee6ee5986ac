"""One decomposition, by the Hessians of the forms that are singular at the terms."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import NumberOfDecompositions
from algebra_tnn.exact.modular.centred import PRIME, Doubles, ResidueMatrix
from algebra_tnn.exact.modular.centred import product as product_mod
from algebra_tnn.exact.modular.inverses import inverse
from algebra_tnn.exact.modular.rank_profiles import RankProfile, rank_profile
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.provers.dimensions.minors import entries, written_minor
from algebra_tnn.provers.identifiability.claimed import claims_one, term_dimension

RULE = "tangential-contact"
MOST_TANGENTS = 800  # rows of the minor: the checker takes some twenty seconds
MOST_ENTRIES = 30_000_000  # of the matrix of all conditions on all monomials


def tangential_contact(claim: NumberOfDecompositions) -> Certificate | Shortfall:
    """The Hessians at one term, of all forms singular at all terms, have no common kernel but the scalings
    [ChiantiniOttavianiVannieuwenhoven2014]."""
    shape = claims_one(claim, RULE)
    if isinstance(shape, Shortfall):
        return shape
    dimension, variables = term_dimension(shape), sum(shape.sizes)
    size = shape.terms * dimension
    if shape.ambient < size:
        return Shortfall(RULE, f"tangent spaces have {size} dimensions together, and there are {shape.ambient}")
    if size > MOST_TANGENTS or shape.terms * variables * shape.ambient > MOST_ENTRIES:
        return Shortfall(RULE, f"minors of more than {MOST_TANGENTS} rows, or from larger matrices, are not tried")
    terms = _Terms(shape)
    tangents = rank_profile(terms.tangents)
    if tangents.rank < size:
        return Shortfall(RULE, f"the tangent spaces at random terms have rank {tangents.rank}, {size} is needed")
    forms = [b for b in range(shape.ambient) if b not in set(tangents.columns)]
    if not forms and dimension > 1:
        return Shortfall(RULE, f"the tangent spaces fill all {shape.ambient} dimensions, and no form is singular")
    square = np.ascontiguousarray(terms.tangents.array[np.ix_(tangents.rows, tangents.columns)])
    inverted = inverse(square, PRIME)
    hessians = terms.hessians(tangents, forms, inverted)
    found = rank_profile(hessians)
    if found.rank < dimension - 1:
        reason = f"the Hessians of the forms singular at all terms have rank {found.rank}, {dimension - 1} is needed"
        return Shortfall(RULE, reason)
    minor = np.ascontiguousarray(hessians.array[np.ix_(found.rows, found.columns)])
    written = written_minor(minor, found.columns) if found.rank else {"columns": [], "inverse": []}
    evidence = {
        "point": {f"a{k}": entries(factor) for k, factor in enumerate(terms.factors)},
        "tangents": {
            "rows": list(tangents.rows),
            "columns": list(tangents.columns),
            "modulus": PRIME,
            "inverse": entries(inverted),
        },
        "forms": [[forms[row // variables], row % variables] for row in found.rows],
        "columns": written["columns"],
        "inverse": written["inverse"],
    }
    singular = f"{len(forms)} form{'s are' if len(forms) != 1 else ' is'} singular at {shape.terms} terms"
    remark = f"{singular}, with Hessians of rank {found.rank} at one of them"
    return Certificate(claim, RULE, evidence, remark=remark)


class _Terms:
    """Derivatives of all monomials of the degree of a power sum at random terms, modulo a prime."""

    def __init__(self, shape: PowerSum) -> None:
        self.shape, draw = shape, Draw(5, 40)
        self.factors = [draw.array((self.shape.terms, n)) for n in self.shape.sizes]
        self.points = np.concatenate(self.factors, axis=1).astype(np.int64)
        self.monomials = np.array(self.shape.monomials(self.shape.exponents), dtype=np.int64)
        # no coordinate is zero: z^m m_i / z_i is the derivative of z^m
        self.reciprocals = np.array([[pow(int(x), -1, PRIME) for x in row] for row in self.points], dtype=np.int64)

    def values(self, j: int) -> NDArray[np.int64]:
        """Of the monomials, at one term."""
        found = np.ones(len(self.monomials), dtype=np.int64)
        for variable, exponents in enumerate(self.monomials.T):
            powers = [1]
            for _ in range(max(self.shape.exponents)):
                powers.append(powers[-1] * int(self.points[j, variable]) % PRIME)
            found = found * np.array(powers)[exponents] % PRIME
        return found

    @cached_property
    def tangents(self) -> ResidueMatrix:
        """Conditions × monomials: the derivatives by all variables, at all terms."""
        rows = [
            self.values(j) * (self.monomials.T * self.reciprocals[j][:, None] % PRIME) % PRIME
            for j in range(self.shape.terms)
        ]
        return ResidueMatrix.of(np.concatenate(rows), PRIME)

    def hessians(self, tangents: RankProfile, forms: list[int], inverted: Doubles) -> ResidueMatrix:
        """(Form, variable) × variables, at the first term; a form is a monomial minus a combination of the columns."""
        count = len(self.monomials.T)
        pairs = self.monomials[:, :, None] * self.monomials[:, None, :]
        pairs -= self.monomials[:, :, None] * np.eye(count, dtype=np.int64)
        pairs = pairs * self.reciprocals[0][:, None] % PRIME * self.reciprocals[0] % PRIME
        second = (self.values(0)[:, None] * pairs.reshape(-1, count * count) % PRIME).astype(np.float64)
        columns = list(tangents.columns)
        conditions = self.tangents.array[np.ix_(tangents.rows, forms)]
        rests = product_mod(inverted, np.ascontiguousarray(conditions), PRIME)
        centred = ResidueMatrix.of(second.astype(np.int64), PRIME).array
        known = product_mod(np.ascontiguousarray(rests.T), np.ascontiguousarray(centred[columns]), PRIME)
        found = (centred[forms] - known).astype(np.int64) % PRIME
        return ResidueMatrix.of(found.reshape(-1, count), PRIME)
