"""Tensor trains, tensor rings and matrices in train format: cores with two bonds each, in a row or in a ring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Any, ClassVar, Self

from algebra_tnn.exact import Field, Matrix, Q
from algebra_tnn.laws.arrays import Array
from algebra_tnn.tensors.formats import MatrixTrainFormat, RingFormat, TrainFormat
from algebra_tnn.tensors.tensor import Tensor
from algebra_tnn.tensors.values.format_value import FormatValue, ring_array
from algebra_tnn.tensors.values.frames import coordinates, frame, single_indices, subtensor


@dataclass(frozen=True, slots=True, repr=False)
class _Cores(FormatValue):
    """Cores in a row, each with bonds at its ends and so many axes."""

    cores: tuple[Array, ...]
    _axes: ClassVar[int] = 3

    @classmethod
    def of(cls, cores: Sequence[Any]) -> Self:
        """From nested lists or arrays of exact numbers, or of elements of one ring. Raises: TypeError, ValueError."""
        return cls(tuple(ring_array(core, f"cores[{k}]", cls._axes) for k, core in enumerate(cores)))

    @property
    def nodes(self) -> dict[str, Array]:
        return {f"G{k}": core for k, core in enumerate(self.cores)}

    @property
    def ranks(self) -> tuple[int, ...]:
        """The sizes of the inner bonds."""
        return tuple(core.shape[0] for core in self.cores[1:])


@dataclass(frozen=True, slots=True, repr=False)
class TensorTrain(_Cores):
    """Σ G_0[0, i_0, r_1] G_1[r_1, i_1, r_2] ⋯ G_{d−1}[r_{d−1}, i_{d−1}, 0], core k of shape (r_k, n_k, r_{k+1}).

    The outer bonds have size one. Reference: [Oseledets2011].

    >>> T = TensorTrain.of([[[[1, 0], [0, 1], [2, 1]]], [[[1], [5]], [[0], [1]]]])
    >>> T.shape, T.ranks, T.tensor().nested()
    ((3, 2), (2,), [[1, 5], [0, 1], [2, 11]])
    """

    def __post_init__(self) -> None:
        _check_number(self.cores, "train")
        _check_ends(self.cores)
        self.check()

    @property
    def format(self) -> TrainFormat:
        return TrainFormat(tuple(core.shape[1] for core in self.cores), self.ranks)


@dataclass(frozen=True, slots=True, repr=False)
class TensorRing(_Cores):
    """Σ G_0[r_0, i_0, r_1] G_1[r_1, i_1, r_2] ⋯ G_{d−1}[r_{d−1}, i_{d−1}, r_0], the trace of a product of matrices.

    A train is a ring whose first bond has size one. The least bonds of a ring are no ranks of flattenings, and no
    factorization here finds them. Reference: [LandsbergQiYe2012].

    >>> T = TensorRing.of([[[[1, 0], [0, 1]], [[0, 1], [0, 0]]], [[[1, 0], [0, 0]], [[0, 0], [3, 1]]]])
    >>> T.shape, T.ranks, T.tensor().nested()
    ((2, 2), (2, 2), [[1, 1], [0, 3]])
    """

    def __post_init__(self) -> None:
        _check_number(self.cores, "ring")
        self.check()

    @property
    def ranks(self) -> tuple[int, ...]:
        """The sizes of the bonds, that in front of the first core first."""
        return tuple(core.shape[0] for core in self.cores)

    @property
    def format(self) -> RingFormat:
        return RingFormat(tuple(core.shape[1] for core in self.cores), self.ranks)


@dataclass(frozen=True, slots=True, repr=False)
class TensorTrainMatrix(_Cores):
    """The matrix of a train whose modes are pairs: core k of shape (r_k, m_k, n_k, r_{k+1}).

    Its tensor has the modes m_0, …, m_{d−1} of the rows and then those of the columns; ``matrix`` is that flattening.
    Reference: [Oseledets2011].

    >>> swap = [[[[0], [1]], [[1], [0]]]]
    >>> T = TensorTrainMatrix.of([swap, [[[[1], [0], [0]]]]])
    >>> T.shape, T.matrix()
    ((2, 1, 2, 3), ((0, 0, 0, 1, 0, 0), (1, 0, 0, 0, 0, 0)))
    """

    _axes: ClassVar[int] = 4

    def __post_init__(self) -> None:
        if not self.cores:
            raise ValueError("the train has no cores; it has at least one, with a row and a column mode")
        _check_ends(self.cores)
        self.check()

    @property
    def format(self) -> MatrixTrainFormat:
        rows, columns = (tuple(core.shape[axis] for core in self.cores) for axis in (1, 2))
        return MatrixTrainFormat(rows, columns, self.ranks)

    def matrix(self, field: Field = Q) -> Matrix:
        """The matrix of shape Π m_k × Π n_k, rows and columns in row-major order."""
        entries = self.tensor(field).entries
        width = prod(self.shape[len(self.cores) :])
        return tuple(tuple(entries[i : i + width]) for i in range(0, len(entries), width))


def tensor_train(tensor: Tensor, field: Field = Q) -> TensorTrain:
    """The train with the least bonds: bond k is the rank of the flattening at the first k modes, over the field.

    Its gauge is fixed: the cores are entries of the reduced column echelon forms of these flattenings, so equal
    tensors get equal trains. The zero tensor gets bonds of size one.
    Cost: one elimination per flattening. Reference: [Oseledets2011], [HoltzRohwedderSchneider2012].

    >>> T = Tensor.from_nested([[[1, 2], [2, 4]], [[0, 1], [0, 2]], [[1, 3], [2, 6]]])
    >>> found = tensor_train(T)
    >>> found.ranks, found.tensor() == T
    ((2, 2), True)
    """
    cores = []
    before: tuple[Any, ...] = ({},)
    for k in range(tensor.order - 1):
        found = frame(tensor, range(k + 1), field)
        cores.append(coordinates(found, [before, single_indices(k, tensor.shape[k])]))
        before = found.pivots
    last = tensor.order - 1
    core = subtensor(tensor, [before, single_indices(last, tensor.shape[last])], field)
    return TensorTrain((*cores, Array((*core.shape, 1), core.entries)))


def _check_number(cores: Sequence[Array], kind: str) -> None:
    if len(cores) < 2:
        raise ValueError(f"the {kind} has {len(cores)} core; it has at least two, one per mode")


def _check_ends(cores: Sequence[Array]) -> None:
    for k, axis in ((0, 0), (len(cores) - 1, len(cores[-1].shape) - 1)):
        if cores[k].shape[axis] != 1:
            raise ValueError(
                f"axis {axis} of cores[{k}] has size {cores[k].shape[axis]}; the outer bonds of a train have size 1 "
                "(those of a tensor ring need not)"
            )
