"""The functional dimension of a network with masks from below: a minor of its Jacobian where the masks are signs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import FunctionalDimensionAtLeast
from algebra_tnn.exact.modular.centred import PRIME, Doubles, ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.laws import Law
from algebra_tnn.laws.arithmetic import EXACT, Entries
from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.cuts import before
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.evaluation import Stack, aligned, values
from algebra_tnn.laws.jacobians import Jacobian, Rows
from algebra_tnn.laws.points import tensors_of
from algebra_tnn.provers.dimensions.minors import entries, written_minor, written_rows

RULE = "jacobian-minor"
LARGEST_WEIGHT = 9
LARGEST_INTEGER = PRIME // 2  # that its residue determines
LARGEST_INPUT = 32  # of inputs, and of parameters with one axis, such as biases, so that small regions are met as well
SAMPLES = 6  # inputs for each row that is asked for
POINTS = 8  # that are tried
Values = Mapping[str, Any]


def masked_minor(claim: FunctionalDimensionAtLeast) -> Certificate | Shortfall:
    """At drawn integer parameters and inputs, each mask being the sign of the value that it belongs to."""
    masks, shortfall = dict(claim.masks), Shortfall(RULE, "no point was tried")
    free = [(name, shape) for name, shape in claim.law.inputs if name not in masks]
    for seed in range(POINTS):
        weights, others = Draw(seed, LARGEST_WEIGHT), Draw(seed, LARGEST_INPUT)
        parameters = claim.law.parameters
        point = {name: (weights if len(shape) > 1 else others).array(shape) for name, shape in parameters}
        count = SAMPLES * max(1, claim.rank)
        samples = [{name: others.array(shape).astype(int) for name, shape in free} for _ in range(count)]
        found = masked_minor_at({name: x.astype(int) for name, x in point.items()}, samples)(claim)
        if isinstance(found, Certificate):
            return found
        shortfall = found
    return shortfall


def masked_minor_at(
    point: Values, samples: Sequence[Values]
) -> Callable[[FunctionalDimensionAtLeast], Certificate | Shortfall]:
    """The prover at given integer parameters, and integer values of all inputs that are no masks.

    Raises: TypeError, ValueError for parameters or inputs that the law does not have, or that are no integers.
    """

    def prove(claim: FunctionalDimensionAtLeast) -> Certificate | Shortfall:
        found = _Rows.at(claim.law, claim.masks, point, samples)
        places = found.independent
        if len(places) < claim.rank:
            return Shortfall(RULE, f"{claim.rank} is asked, the rank at the point is {len(places)}")
        remark = f"a {claim.rank}×{claim.rank} minor of the Jacobian at inputs off the borders of regions"
        return Certificate(claim, RULE, found.evidence(places[: claim.rank]), remark=remark)

    return prove


def masked_rank(law: Law, masks: Sequence[tuple[str, str]], point: Values, samples: Sequence[Values]) -> int:
    """The rank, modulo a prime, of the derivatives by the parameters at these inputs: a bound from below.

    Raises: TypeError, ValueError for parameters or inputs that the law does not have, or that are no integers.
    """
    return len(_Rows.at(law, masks, point, samples).independent)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of a Jacobian at integer parameters and inputs, with the masks that belong to these."""

    theta: Mapping[str, Entries]
    inputs: Mapping[str, Entries]
    covectors: Doubles
    matrix: Doubles

    @classmethod
    def at(cls, law: Law, masks: Sequence[tuple[str, str]], point: Values, samples: Sequence[Values]) -> _Rows:
        """As many rows for each input as there are outputs, with covectors that are drawn."""
        theta = {name: _integers(x, name) for name, x in tensors_of(point, law.parameters, "the point").items()}
        free = [(name, shape) for name, shape in law.inputs if name not in dict(masks)]
        read = [tensors_of(sample, free, "the sample") for sample in samples]
        given = {name: np.stack([_integers(one[name], name) for one in read]) for name, _ in free}
        found = _with_masks(law, masks, theta, given)
        inputs = {name: np.repeat(x, law.output_count, axis=0) for name, x in found.items()}
        height = len(next(iter(inputs.values())))
        covectors = Draw(7, PRIME // 2).array((height, *law.shape))
        rows = Rows({name: x.astype(np.float64) for name, x in inputs.items()}, covectors)
        source = Jacobian(law, {name: x.astype(np.float64) for name, x in theta.items()}, PRIME)
        return cls(theta, inputs, covectors, source.rows(rows) if height else np.zeros((0, law.parameter_count)))

    @property
    def independent(self) -> list[int]:
        """The first independent rows."""
        return list(rank_profile(ResidueMatrix(self.matrix, PRIME)).rows) if self.matrix.size else []

    def evidence(self, rows: Sequence[int]) -> dict[str, Any]:
        """The point, these rows, and an invertible minor of them."""
        chosen = np.ascontiguousarray(self.matrix[list(rows)])
        columns = list(rank_profile(ResidueMatrix(chosen, PRIME)).columns) if rows else []
        return {
            "point": {name: entries(x) for name, x in self.theta.items()},
            "rows": written_rows(self.inputs, self.covectors, rows),
            **written_minor(np.ascontiguousarray(chosen[:, columns]), columns),
        }


def _with_masks(
    law: Law, masks: Sequence[tuple[str, str]], theta: Mapping[str, Entries], given: Mapping[str, Entries]
) -> dict[str, Entries]:
    """The inputs with their masks, as far as no value that a mask belongs to is 0; in the order of the law."""
    found = dict(given)
    count = len(next(iter(given.values())))
    inside = np.ones(count, dtype=bool)
    for mask, name in masks:
        part = before(law, name)
        known = {p: Stack("", theta[p]) for p in part.parameter_names}
        known |= {x: Stack("S", found[x]) for x in part.input_names}
        z = np.zeros((count, *part.shape), dtype=object)
        z[...] = aligned(values(part.program, known, EXACT)[part.program.output], "S")
        inside &= (z.reshape(count, -1) != 0).all(axis=1)
        found[mask] = (z > 0).astype(int).astype(object)
    return {name: found[name][inside] for name in law.input_names}


def _integers(array: Array, name: str) -> Entries:
    """Raises: ValueError for entries that residues do not determine."""
    for x in array.entries:
        if x.denominator != 1 or not -LARGEST_INTEGER <= x <= LARGEST_INTEGER:
            raise ValueError(
                f"{name} has the entry {x}; a minor is at integers from {-LARGEST_INTEGER} to {LARGEST_INTEGER}"
            )
    return np.array(array.entries, dtype=object).reshape(array.shape)
