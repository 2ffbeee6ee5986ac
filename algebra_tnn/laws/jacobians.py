"""Rows of the Jacobian of a law by its parameters, modulo a prime."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.centred import PRIME, Doubles, ResidueMatrix, checked_modulus
from algebra_tnn.laws.arithmetic import residues
from algebra_tnn.laws.evaluation import Stack, aligned, cotangents, tangents, values
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.points import residue_tensors

_SLAB = 1 << 19  # entries of a Jacobian that are made at a time


@dataclass(frozen=True, slots=True)
class Rows:
    """Choices of rows u · Df(x; θ): for each row an input x and an output covector u, centred residues.

    Shapes: ``samples[name]`` is n × (shape of the input), ``covectors`` n × (shape of the output).
    """

    samples: Mapping[str, Doubles]
    covectors: Doubles

    def __len__(self) -> int:
        return len(self.covectors)

    def __getitem__(self, chosen: slice | NDArray[np.int64]) -> Rows:
        return Rows({name: x[chosen] for name, x in self.samples.items()}, self.covectors[chosen])

    @classmethod
    def joined(cls, parts: Sequence[Rows]) -> Rows:
        samples = {name: np.concatenate([part.samples[name] for part in parts]) for name in parts[0].samples}
        return cls(samples, np.concatenate([part.covectors for part in parts]))


@dataclass(frozen=True, slots=True)
class Jacobian:
    """The derivative of a law by its parameters at one point modulo p, as a source of rows.

    Columns are the entries of the parameters, in the order of their declaration, row-major.
    """

    law: Law
    point: Mapping[str, Doubles]
    modulus: int

    def values(self, samples: Mapping[str, Doubles]) -> list[Stack]:
        """The values of all steps of the law's program for all samples."""
        named = {name: Stack("", self.point[name]) for name in self.law.parameter_names}
        named |= {name: Stack("S", samples[name]) for name in self.law.input_names}
        return values(self.law.program, named, residues(self.modulus))

    def rows(self, rows: Rows, names: Sequence[str] | None = None, found: list[Stack] | None = None) -> Doubles:
        """The rows, all in one reverse pass; the columns of the named parameters alone, if names are given.

        ``found`` are the values at the samples, if they are known already.
        Cost: for a network a few operations per row and parameter.
        """
        program, arithmetic = self.law.program, residues(self.modulus)
        places = self.law.columns
        names = tuple(places) if names is None else names
        found = self.values(rows.samples) if found is None else found
        gradients = cotangents(program, found, Stack("S", rows.covectors), names, arithmetic)
        matrix = np.zeros((len(rows), sum(len(places[name]) for name in names)))
        start = 0
        for name in names:
            end = start + len(places[name])
            if name in gradients:
                matrix[:, start:end] = gradients[name].array.reshape(len(rows), end - start)
            start = end
        return matrix

    def slabs(self, rows: Rows) -> Iterator[ResidueMatrix]:
        """The rows, some at a time."""
        step = slab_height(self.law.parameter_count)
        for start in range(0, len(rows), step):
            yield ResidueMatrix(self.rows(rows[start : start + step]), self.modulus)


def slab_height(width: int) -> int:
    """How many rows are made at a time: their blocks stay in the cache, and are many enough for one pass of numpy."""
    return max(64, _SLAB // max(1, width))


def jacobian(
    law: Law,
    point: Mapping[str, Any],
    samples: Mapping[str, Any],
    covectors: Any,
    *,
    modulus: int = PRIME,
) -> ResidueMatrix:
    """The rows u · Df(x; θ) modulo a prime at the point θ, for inputs x and output covectors u, one of each per row.

    Shapes: ``point[name]`` as declared; ``samples[name]`` and ``covectors`` have one axis, of the rows, in front.
    Raises: TypeError, ValueError for missing names, other shapes, inexact numbers.

    >>> law = Law.trace(lambda x, W1, W2: W2 @ (W1 @ x)**2, {"x": (2,)}, {"W1": (1, 2), "W2": (1, 1)})
    >>> jacobian(law, {"W1": [[1, 2]], "W2": [[3]]}, {"x": [[1, 1], [2, 0]]}, [[1], [1]]).array
    array([[18., 18.,  9.],
           [24.,  0.,  4.]])
    """
    p = checked_modulus(modulus)
    theta = residue_tensors(point, law.parameters, "the point", p)
    given = residue_tensors(samples, law.inputs, "the sample", p, stacked=True)
    u = residue_tensors({"u": covectors}, [("u", law.shape)], "the covector", p, stacked=True)["u"]
    for name, x in given.items():
        if len(x) != len(u):
            raise ValueError(f"there are {len(x)} samples of {name} but {len(u)} covectors; each row has one of each")
    return ResidueMatrix(Jacobian(law, theta, p).rows(Rows(given, u)), p)


def directional_derivatives(
    law: Law,
    point: Mapping[str, Any],
    samples: Mapping[str, Any],
    directions: Mapping[str, Any],
    *,
    modulus: int = PRIME,
) -> NDArray[np.int64]:
    """Df(x; θ) · v modulo a prime, for several directions v and several inputs x at once, residues from 0 to p − 1.

    Shapes: ``point[name]`` as declared; ``samples[name]`` and ``directions[name]`` with one axis in front, of S inputs
    and of F directions; parameters without a direction do not move. The result is S × F × (shape of the output).

    >>> law = Law.trace(lambda x, W, V: V @ (W @ x)**2, {"x": (2,)}, {"W": (1, 2), "V": (1, 1)})
    >>> directional_derivatives(law, {"W": [[1, 2]], "V": [[3]]}, {"x": [[1, 1]]}, {"W": [[[1, 2]]], "V": [[[-6]]]})
    array([[[0]]])
    """
    p = checked_modulus(modulus)
    theta = residue_tensors(point, law.parameters, "the point", p)
    given = residue_tensors(samples, law.inputs, "the sample", p, stacked=True)
    moved = residue_tensors(directions, law.parameters, "the direction", p, stacked=True, partial=True)
    found = Jacobian(law, theta, p).values(given)
    stacks = {name: Stack("F", x) for name, x in moved.items()}
    pushed = tangents(law.program, found, stacks, residues(p))[law.program.output]
    count = len(next(iter(given.values()), [None])), len(next(iter(moved.values()), []))
    result = np.zeros((*count, *law.shape))
    if pushed is not None:
        result[...] = aligned(pushed, "SF")
    return result.astype(np.int64) % p
