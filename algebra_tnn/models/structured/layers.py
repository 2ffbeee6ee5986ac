"""Linear layers whose matrix has few parameters: in the tensor train format, or given up to a matrix of low rank."""

from __future__ import annotations

from dataclasses import dataclass

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.cp import CPFormat
from algebra_tnn.tensors.formats.networks import Network
from algebra_tnn.tensors.formats.sizes import listed, set_sizes
from algebra_tnn.tensors.formats.trains import MatrixTrainFormat


@dataclass(frozen=True, slots=True)
class TrainLayer(TracedModel):
    """y_(i_0 i_1 …) = Σ G0[i_0, j_0] G1[i_1, j_1] … x_(j_0 j_1 …): a matrix in the tensor train format times a vector.

    Vectors are read as tensors of the shapes ``columns`` and ``rows``. They meet one core after the other, so that the
    matrix, of Π rows × Π columns entries, is never written down.

    Args: rows, columns: how both sizes of the matrix factor; ranks: one less than there are cores.
    Raises: TypeError, ValueError, in one sentence. Reference: [NovikovPodoprikhinOsokinVetrov2015].

    >>> TrainLayer(rows=(2, 2), columns=(3, 2), ranks=(2,)).parameters
    {'G0': (1, 2, 3, 2), 'G1': (2, 2, 2, 1)}
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    ranks: tuple[int, ...]

    def __post_init__(self) -> None:
        checked = MatrixTrainFormat(self.rows, self.columns, self.ranks)
        for name in ("rows", "columns", "ranks"):
            object.__setattr__(self, name, getattr(checked, name))

    @property
    def matrix(self) -> MatrixTrainFormat:
        """The format of the matrix, as a tensor with the modes of the rows before those of the columns."""
        return MatrixTrainFormat(self.rows, self.columns, self.ranks)

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"x": self.columns}

    @property
    def parameters(self) -> dict[str, Shape]:
        return self.matrix.parameters

    def forward(self, x: Traced, **cores: Traced) -> Traced:
        (train,) = self.matrix.networks
        i, j = train.modes[: len(self.rows)], train.modes[len(self.rows) :]
        words = {"x": j, **{node.name: node.word for node in train.nodes}}
        return Network.of(words, dict(train.sizes), i).contracted({"x": x, **cores}, {})

    def __str__(self) -> str:
        return f"tensor train layer from {listed(self.columns, '×')} to {listed(self.rows, '×')} with ranks " + listed(
            self.ranks
        )


@dataclass(frozen=True, slots=True)
class LowRankUpdate(TracedModel):
    """y = W x + B A x: a layer whose matrix W stays, and a matrix B A of rank at most ``rank`` that is learnt.

    W is an input: the functions of the model are those for all W and x together.

    Shapes: x is (columns,), W is (rows, columns), B is (rows, rank), A is (rank, columns).
    Raises: TypeError, ValueError, in one sentence. Reference: [HuShenWallisAllenZhuLiWangWangChen2022].

    >>> LowRankUpdate(rows=3, columns=4, rank=1)({"x": [1, 0, 0, 2], "W": [[0] * 4] * 3, "B": [[1], [2], [3]],
    ...     "A": [[5, 0, 0, 1]]})
    [7, 14, 21]
    """

    rows: int
    columns: int
    rank: int

    def __post_init__(self) -> None:
        set_sizes(self, "rows", "columns", "rank")

    @property
    def update(self) -> CPFormat:
        """The format of B A: as many terms as its rank."""
        return CPFormat((self.rows, self.columns), self.rank)

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"x": (self.columns,), "W": (self.rows, self.columns)}

    @property
    def parameters(self) -> dict[str, Shape]:
        return {"B": (self.rows, self.rank), "A": (self.rank, self.columns)}

    def forward(self, x: Traced, W: Traced, B: Traced, A: Traced) -> Traced:
        return W @ x + B @ (A @ x)

    def __str__(self) -> str:
        return f"layer from {self.columns} to {self.rows} with an update of rank {self.rank}"
