"""Frames of the column spaces of flattenings that interpolate: what all exact factorizations of a tensor are read off.

Let U be a basis, as columns, of the column space of the flattening of T at some modes, in reduced column echelon form,
and let P be its pivots: multi-indices at which the rows of U are those of the identity. Every tensor v in the space is
v = Σ_b v[P_b] U_b. So coordinates in these frames are entries, and cores of minimal factorizations are entries of T or
of frames: no equation is solved but for the echelon forms, which are unique.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TypeAlias

from algebra_tnn.exact import Field, Matrix, Number
from algebra_tnn.exact.linear.echelons import reduced_echelon
from algebra_tnn.exact.scalars import transposed
from algebra_tnn.laws.arrays import Array
from algebra_tnn.tensors.tensor import Tensor

Index: TypeAlias = Mapping[int, int]  # an index for each of some modes


@dataclass(frozen=True, slots=True)
class Frame:
    """A basis of the column space of a flattening, the identity at its pivots, with the modes of its rows ascending.

    For the zero tensor the basis is one zero column, since formats have no bonds of size 0.
    """

    shape: tuple[int, ...]
    modes: tuple[int, ...]
    pivots: tuple[Index, ...]
    columns: Matrix


def frame(tensor: Tensor, modes: Sequence[int], field: Field) -> Frame:
    """The frame of the flattening at these modes; at all modes the tensor itself is the only column."""
    rows = tuple(sorted(modes))
    if len(rows) == tensor.order:
        flat: Matrix = field.matrix((tensor.entries,))
        return Frame(tensor.shape, rows, ({},), transposed(flat))
    echelon = reduced_echelon(field.matrix(transposed(tensor.matricized(rows))), field)
    if not echelon.pivots:
        zero = tuple((0,) for _ in range(prod(tensor.shape[mode] for mode in rows)))
        return Frame(tensor.shape, rows, (dict.fromkeys(rows, 0),), zero)
    places = list(product(*(range(tensor.shape[mode]) for mode in rows)))
    pivots = tuple(dict(zip(rows, places[i], strict=True)) for i in echelon.pivots)
    return Frame(tensor.shape, rows, pivots, tuple(zip(*echelon.rows(), strict=True)))


def position(index: Index, modes: Sequence[int], shape: Sequence[int]) -> int:
    """The number of the multi-index among those of these modes, in row-major order."""
    found = 0
    for mode in modes:
        found = found * shape[mode] + index[mode]
    return found


def coordinates(parent: Frame, children: Sequence[Sequence[Index]]) -> Array:
    """The entries of the parent's columns at all unions of pivots of the children; the last axis is the column's."""
    entries: list[Number] = []
    for chosen in product(*children):
        index = {mode: i for part in chosen for mode, i in part.items()}
        entries.extend(parent.columns[position(index, parent.modes, parent.shape)])
    return Array((*map(len, children), len(parent.columns[0])), tuple(entries))


def subtensor(tensor: Tensor, children: Sequence[Sequence[Index]], field: Field) -> Array:
    """The entries of the tensor at all unions of pivots of the children, which together have all modes."""
    whole = coordinates(frame(tensor, range(tensor.order), field), children)
    return Array(whole.shape[:-1], whole.entries)


def single_indices(mode: int, size: int) -> tuple[Index, ...]:
    """The indices of one mode, as pivots of the identity."""
    return tuple({mode: i} for i in range(size))
