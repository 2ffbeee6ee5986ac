"""Tensor trains, tensor rings, and matrices in the tensor train format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.networks import Network
from algebra_tnn.tensors.formats.sizes import checked, checked_ranks, listed, numbered


@dataclass(frozen=True, slots=True)
class TrainFormat(TensorFormat):
    """T_{i j k …} = G0[i] G1[j] G2[k] …, a product of matrices: ranks at most r_k of the flattenings at modes 0 … k.

    The cores G0, G1, … have the shapes (r_{k−1}, n_k, r_k), where the outermost ranks are one. The dimension is
    Σ r_{k−1} n_k r_k − Σ r_k² if r_k ≤ r_{k−1} n_k and r_{k−1} ≤ n_k r_k for every k.

    Args: ranks: those between the modes, one less than modes.
    Raises: TypeError, ValueError, in one sentence. Reference: [Oseledets2011], [HoltzRohwedderSchneider2012].

    >>> format = TrainFormat((2, 3, 2), (2, 2))
    >>> format.parameters, format.expected_dimension
    ({'G0': (1, 2, 2), 'G1': (2, 3, 2), 'G2': (2, 2, 1)}, 12)
    """

    shape: tuple[int, ...]
    ranks: tuple[int, ...]

    def __post_init__(self) -> None:
        shape = checked("shape", self.shape, least=2)
        object.__setattr__(self, "shape", shape)
        object.__setattr__(self, "ranks", checked_ranks(self.ranks, len(shape) - 1, "one between two modes"))

    @property
    def networks(self) -> tuple[Network, ...]:
        d = len(self.shape)
        modes, bonds = numbered("i", d), numbered("r", d + 1)
        words = {f"G{k}": (bonds[k], modes[k], bonds[k + 1]) for k in range(d)}
        sizes = dict(zip([*modes, *bonds], [*self.shape, 1, *self.ranks, 1], strict=True))
        return (Network.of(words, sizes, modes),)

    def __str__(self) -> str:
        return f"tensor train {listed(self.shape, '×')} with ranks {listed(self.ranks)}"


@dataclass(frozen=True, slots=True, init=False)
class RingFormat(TensorFormat):
    """T_{i j k …} = trace of G0[i] G1[j] G2[k] …; core Gk has the shape (r_k, n_k, r_{k+1}), after the last is r_0.

    The count Σ r_k n_k r_{k+1} − Σ r_k² + 1 is the dimension for n_k large against the ranks. The tensors are not a
    closed set, and their closure is meant where dimensions are concerned.

    Args: ranks: one for each mode, or one number for all of them.
    Raises: TypeError, ValueError, in one sentence. Reference: [LandsbergQiYe2012].

    >>> RingFormat((3, 3, 3), 2).expected_dimension, RingFormat((2, 2, 2), 2).expected_dimension
    (25, 8)
    """

    shape: tuple[int, ...]
    ranks: tuple[int, ...]

    def __init__(self, shape: Any, ranks: Any) -> None:
        sizes = checked("shape", shape, least=2)
        given = ranks if hasattr(ranks, "__iter__") else [ranks] * len(sizes)
        object.__setattr__(self, "shape", sizes)
        object.__setattr__(self, "ranks", checked_ranks(given, len(sizes), "one for each mode, or one number for all"))

    @property
    def networks(self) -> tuple[Network, ...]:
        d = len(self.shape)
        modes, bonds = numbered("i", d), numbered("r", d)
        words = {f"G{k}": (bonds[k], modes[k], bonds[(k + 1) % d]) for k in range(d)}
        return (Network.of(words, dict(zip([*modes, *bonds], [*self.shape, *self.ranks], strict=True)), modes),)

    def __str__(self) -> str:
        return f"tensor ring {listed(self.shape, '×')} with ranks {listed(self.ranks)}"


@dataclass(frozen=True, slots=True)
class MatrixTrainFormat(TensorFormat):
    """Matrices in the tensor train format: T_{i_0 … j_0 …} = G0[i_0, j_0] G1[i_1, j_1] ….

    Core Gk has the shape (r_{k−1}, m_k, n_k, r_k). The modes of the tensor are those of the rows, then those of the
    columns, so that the matrix is its flattening at the first half of them.

    Args: rows, columns: the sizes m_k and n_k; ranks: one less than there are cores.
    Raises: TypeError, ValueError, in one sentence. Reference: [Oseledets2011].

    >>> format = MatrixTrainFormat(rows=(2, 3), columns=(2, 1), ranks=(2,))
    >>> format.shape, format.parameters, format.expected_dimension
    ((2, 3, 2, 1), {'G0': (1, 2, 2, 2), 'G1': (2, 3, 1, 1)}, 10)
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    ranks: tuple[int, ...]

    def __post_init__(self) -> None:
        rows = checked("rows", self.rows, least=1)
        columns = checked("columns", self.columns, length=len(rows), why="as many as rows has")
        object.__setattr__(self, "rows", rows)
        object.__setattr__(self, "columns", columns)
        object.__setattr__(self, "ranks", checked_ranks(self.ranks, len(rows) - 1, "one between two cores"))

    @property
    def shape(self) -> tuple[int, ...]:
        return self.rows + self.columns

    @property
    def networks(self) -> tuple[Network, ...]:
        d = len(self.rows)
        i, j, bonds = numbered("i", d), numbered("j", d), numbered("r", d + 1)
        words = {f"G{k}": (bonds[k], i[k], j[k], bonds[k + 1]) for k in range(d)}
        sizes = dict(zip([*i, *j, *bonds], [*self.shape, 1, *self.ranks, 1], strict=True))
        return (Network.of(words, sizes, [*i, *j]),)

    def __str__(self) -> str:
        cores = ",".join(f"{m}×{n}" for m, n in zip(self.rows, self.columns, strict=True))
        return f"matrix train {cores} with ranks {listed(self.ranks)}"
