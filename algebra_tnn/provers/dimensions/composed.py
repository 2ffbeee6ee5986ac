"""Bounds of a law from bounds of its parts: it is cut at values that it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Any

import numpy as np

from algebra_tnn.exact.modular.centred import PRIME, Doubles, ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import RankProfile, rank_profile
from algebra_tnn.laws import Law
from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.cuts import after, before
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.jacobians import Jacobian, Rows
from algebra_tnn.laws.multidegrees import reachable_monomials
from algebra_tnn.provers.dimensions.minors import entries, written_minor, written_rows

MOST_COEFFICIENTS = 300  # of a value that is replaced by a form with free coefficients


def share(one: Law, two: Law) -> bool:
    """Whether the laws have a parameter in common."""
    return bool(set(one.parameter_names) & set(two.parameter_names))


def with_free_coefficients(law: Law, name: str) -> Law | None:
    """The law with a value replaced by forms in its monomials whose coefficients are parameters; None if useless.

    Where it has as many parameters as such forms have coefficients, or more coefficients than can be handled, nothing
    is gained.
    """
    first, rest = before(law, name), after(law, name)
    monomials = reachable_monomials(first)
    if share(first, rest) or not monomials or monomials > MOST_COEFFICIENTS:
        return None
    if first.parameter_count in (0, first.output_count * monomials):
        return None
    letters = "abcdefghijklmnopqrstuvwxy"[: len(first.shape)]
    coefficients, inputs = f"{name}_coefficients", f"{name}_monomials"
    taken = {*rest.input_names, *rest.parameter_names, *(other for other, _ in rest.let)}
    if len(letters) < len(first.shape) or taken & {coefficients, inputs}:
        return None
    raw = rest.to_json()
    return Law.from_json(
        {
            "inputs": {**{x: size for x, size in raw["inputs"].items() if x != name}, inputs: [monomials]},
            "parameters": {**raw["parameters"], coefficients: [*first.shape, monomials]},
            "let": [[name, ["einsum", f"{letters}z,z->{letters}", coefficients, inputs]], *raw["let"]],
            "output": raw["output"],
        }
    )


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two parts of a law that share parameters, and the rank of their derivatives by these, stacked, at a point."""

    first: Law
    second: Law
    shared: dict[str, Shape]
    rank: int
    point: dict[str, Doubles]
    rows: tuple[Rows, Rows]
    stacked: Doubles
    profile: RankProfile

    @property
    def loss(self) -> str:
        """How the rank is less than the number of shared parameters, in words."""
        count = sum(map(prod, self.shared.values()))
        return "" if self.rank == count else f", which have rank {self.rank} in both together"

    def evidence(self, ends: Sequence[str]) -> dict[str, Any]:
        height = len(self.rows[0])
        chosen = [i for i in self.profile.rows if i < height], [i - height for i in self.profile.rows if i >= height]
        first, second = (
            written_rows(rows.samples, rows.covectors, some) for rows, some in zip(self.rows, chosen, strict=True)
        )
        square = np.ascontiguousarray(self.stacked[np.ix_(self.profile.rows, self.profile.columns)])
        return {
            "at": list(ends),
            "point": {name: entries(x) for name, x in self.point.items()},
            "first": first,
            "second": second,
            **written_minor(square, self.profile.columns),
        }


@lru_cache(maxsize=2000)
def overlap_of(law: Law, h: str, u: str) -> Overlap | None:
    """The parts before h and after u, if together they have all parameters and what lies between is shared alone."""
    first, rest, start, second = before(law, h), after(law, h), before(law, u), after(law, u)
    used = {*first.parameter_names, *second.parameter_names}
    whole = {*first.parameter_names, *rest.parameter_names}
    if share(first, rest) or share(start, second) or not whole <= used:
        return None
    if not first.parameters or not second.parameters or law in (first, second):
        return None
    shared = {name: shape for name, shape in first.parameters if name in second.parameter_names}
    draw = Draw(1, PRIME // 2)
    point = {name: draw.array(shape) for name, shape in law.parameters}
    height = sum(map(prod, shared.values())) + 8
    parts = [_derivatives(part, point, tuple(shared), height, draw) for part in (first, second)]
    stacked = np.ascontiguousarray(np.concatenate([matrix for _, matrix in parts]))
    profile = rank_profile(ResidueMatrix(stacked, PRIME))
    return Overlap(first, second, shared, profile.rank, point, (parts[0][0], parts[1][0]), stacked, profile)


def _derivatives(
    part: Law, point: dict[str, Doubles], shared: tuple[str, ...], height: int, draw: Draw
) -> tuple[Rows, Doubles]:
    samples = {name: draw.array((height, *shape)) for name, shape in part.inputs}
    rows = Rows(samples, draw.array((height, *part.shape)))
    jacobian = Jacobian(part, {name: point[name] for name in part.parameter_names}, PRIME)
    return rows, jacobian.rows(rows, shared)
