"""The gradient fields of a law: which of them span the others at a point, and their values at many points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice, product
from math import prod

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.centred import PRIME, Doubles, ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.laws import Law, jacobian_rank
from algebra_tnn.laws.arithmetic import residues
from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.evaluation import Stack, cotangents, values
from algebra_tnn.laws.jacobians import Jacobian, Rows
from algebra_tnn.laws.points import residue_tensors

MOST_UNIT_INPUTS = 400  # combinations of unit vectors, one for each input, that are tried before random inputs
Point = Mapping[str, Doubles]


@dataclass(frozen=True, slots=True)
class Samples:
    """Random parameters, inputs and covectors, one of each per row, and the gradient of u · f(x; θ) by θ there.

    Shapes: ``parameters`` and ``gradients`` are rows × (number of parameters), residues from 0 to p − 1.
    """

    parameters: NDArray[np.int64]
    gradients: NDArray[np.int64]


def random_samples(law: Law, count: int, seed: int, modulus: int = PRIME) -> Samples:
    """So many gradients of the law, each at parameters of its own, none of which is 0 modulo the prime."""
    draw, arithmetic = Draw(seed, modulus // 2), residues(modulus)
    theta = {name: draw.array((count, *shape)) for name, shape in law.parameters}
    samples = {name: draw.array((count, *shape)) for name, shape in law.inputs}
    covector = draw.array((count, *law.shape))
    named = {name: Stack("S", x) for name, x in (*theta.items(), *samples.items())}
    found = cotangents(law.program, values(law.program, named, arithmetic), Stack("S", covector), [*theta], arithmetic)
    gradients = [
        found[name].array.reshape(count, -1) if name in found else np.zeros((count, prod(shape)))
        for name, shape in law.parameters
    ]
    entries = [theta[name].reshape(count, -1) for name in theta]
    return Samples(*(np.concatenate(parts, axis=1).astype(np.int64) % modulus for parts in (entries, gradients)))


def random_point(law: Law, seed: int) -> dict[str, Doubles]:
    draw = Draw(seed, PRIME // 2)
    return {name: draw.array(shape) for name, shape in law.parameters}


def independent_gradients(law: Law, point: Point, seed: int) -> Rows:
    """Inputs and covectors whose gradients are a basis, at the point, of all gradients there, if the point is general.

    Unit vectors are taken where they suffice: they make short polynomials and short certificates.
    """
    dense = jacobian_rank(law, seed=seed)
    samples = residue_tensors(dense.samples, law.inputs, "the sample", PRIME, stacked=True)
    covectors = residue_tensors({"u": dense.covectors}, [("u", law.shape)], "the covector", PRIME, stacked=True)["u"]
    rows = Rows.joined([_unit_rows(law, dense.rank, seed), Rows(samples, covectors)])
    matrix = Jacobian(law, point, PRIME).rows(rows)
    profile = rank_profile(ResidueMatrix(matrix, PRIME))
    return rows[np.array(profile.rows, np.int64)]


def _unit_rows(law: Law, rank: int, seed: int) -> Rows:
    """Unit vectors as inputs and covectors; then, for laws that are not linear in each input, zeros and ones."""
    units = [[*_units(shape)] for _, shape in law.inputs]
    chosen = [*islice(product(*units), MOST_UNIT_INPUTS)]
    draw = Draw(seed + 1, 1)
    mixed = {name: (draw.array((2 * rank + 2, *shape)) + 1) / 2 for name, shape in law.inputs}
    samples = {
        name: np.concatenate([np.array([x[k] for x in chosen]).reshape(-1, *shape), mixed[name]])
        for k, (name, shape) in enumerate(law.inputs)
    }
    count = len(chosen) + 2 * rank + 2 if law.inputs else 1
    outputs = np.array([*_units(law.shape)]).reshape(-1, *law.shape)[: rank + 1]
    repeated = {name: np.repeat(x, len(outputs), axis=0) for name, x in samples.items()}
    return Rows(repeated, np.concatenate([outputs] * count))


def _units(shape: Shape) -> list[Doubles]:
    return [*np.eye(prod(shape)).reshape(-1, *shape)]
