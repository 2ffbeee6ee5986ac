"""Bounds from motions of parameters and inputs together that carry few special parameters almost everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.centred import PRIME, ResidueMatrix
from algebra_tnn.exact.modular.inverses import inverse
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.laws import Law, VectorField, value
from algebra_tnn.laws.motions import Motion
from algebra_tnn.provers.dimensions.minors import entries, written_minor
from algebra_tnn.provers.dimensions.plans import Plan

Point = Mapping[str, NDArray[np.int64]]


def orbit_plan(
    law: Law, motions: Sequence[Motion], point: Point, varying: Sequence[int], fields: Sequence[VectorField]
) -> Plan | None:
    """As many dimensions less than parameters as fields are independent at the point; None if the orbits are not dense.

    ``varying`` are entries of all parameters in turn that may be varied: a slice, for which as few of them are taken as
    are needed for the motions to carry it to an open set. The fields are in the kernel of D_θ f all over it.
    """
    size = law.parameter_count
    units = np.eye(size, dtype=np.int64)[list(varying)]
    frame = ResidueMatrix.of(np.concatenate([vectors_at(law, [m.parameters for m in motions], point), units]), PRIME)
    kernel = ResidueMatrix.of(vectors_at(law, fields, point), PRIME)
    whole, profile = rank_profile(frame), rank_profile(kernel)
    if whole.rank < size or not profile.rank:
        return None
    free = [varying[i - len(motions)] for i in whole.rows if i >= len(motions)]

    def evidence() -> dict[str, Any]:
        square = np.ascontiguousarray(kernel.array[np.ix_(profile.rows, profile.columns)])
        return {
            "motions": [motions[i].to_json() for i in whole.rows if i < len(motions)],
            "point": {name: array.tolist() for name, array in point.items()},
            "free": free,
            "frame": entries(inverse(np.ascontiguousarray(frame.array[list(whole.rows)]), PRIME)),
            "fields": [fields[i].to_json() for i in profile.rows],
            **written_minor(square, profile.columns),
        }

    at = f"a slice of dimension {len(free)}" if free else "one point"
    remark = (
        f"motions carry {at} to an open set of {size} parameters, and {profile.rank} directions there change nothing"
    )
    return Plan(law, size - profile.rank, "dense-orbits", remark=remark, evidence=evidence)


def vectors_at(law: Law, fields: Sequence[VectorField], point: Point) -> NDArray[np.int64]:
    """The vectors of fields on the parameters of a law at an integer point, modulo a prime; one per row."""
    exact = {name: array.tolist() for name, array in point.items()}
    rows = np.zeros((len(fields), law.parameter_count), dtype=np.int64)
    for row, field in zip(rows, fields, strict=True):
        for name, expression in field.components:
            found = value(Law((), law.parameters, (), expression), exact, modulus=PRIME)
            row[law.columns[name]] = np.array(found, dtype=np.int64).ravel()
    return rows


__all__ = ["Point", "orbit_plan", "vectors_at"]
