"""Block term decompositions: sums of tensors of low multilinear rank."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from algebra_tnn.laws.arrays import Array
from algebra_tnn.tensors.formats import BlockTermFormat
from algebra_tnn.tensors.values.format_value import FormatValue, ring_array
from algebra_tnn.tensors.values.tucker import Tucker


@dataclass(frozen=True, slots=True, repr=False)
class MatrixTerm(FormatValue):
    """(A Bᵀ) ⊗ c with A of shape I×L, B of shape J×L and a vector c: a term of rank (L, L, 1).

    >>> MatrixTerm.of([[1], [2]], [[1], [0]], [1, 3, 0]).tensor().nested()
    [[[1, 3, 0], [0, 0, 0]], [[2, 6, 0], [0, 0, 0]]]
    """

    left: Array
    right: Array
    vector: Array

    def __post_init__(self) -> None:
        self.check()

    @classmethod
    def of(cls, left: Any, right: Any, vector: Any) -> MatrixTerm:
        """From nested lists or arrays of exact numbers, or of elements of one ring. Raises: TypeError, ValueError."""
        return cls(ring_array(left, "left", 2), ring_array(right, "right", 2), ring_array(vector, "vector", 1))

    @property
    def ranks(self) -> tuple[int, int, int]:
        size = self.left.shape[1]
        return size, size, 1

    @property
    def format(self) -> BlockTermFormat:
        sizes = (self.left.shape[0], self.right.shape[0], self.vector.shape[0])
        return BlockTermFormat(sizes, (self.left.shape[1],))

    @property
    def nodes(self) -> dict[str, Array]:
        return {"A0": self.left, "B0": self.right, "c0": self.vector}


Block: TypeAlias = Tucker | MatrixTerm


@dataclass(frozen=True, slots=True, repr=False)
class BlockTerms(FormatValue):
    """A sum of blocks: Tucker decompositions, the (L, M, N) terms, or terms of rank (L, L, 1) [DeLathauwer2008].

    >>> one, two = ([[1, 0], [0, 1]], [[1, 0], [0, 1]], [1, 0, 0]), ([[1], [1]], [[0], [1]], [0, 2, 5])
    >>> T = BlockTerms.of_matrices([one, two])
    >>> T.shape, T.ranks, T.tensor().matricized([2])
    ((2, 2, 3), ((2, 2, 1), (1, 1, 1)), ((1, 0, 0, 1), (0, 2, 0, 2), (0, 5, 0, 5)))
    """

    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        if not self.blocks:
            raise ValueError("there are no blocks; a block term decomposition has at least one")
        for k, block in enumerate(self.blocks):
            if block.order != 3:
                raise ValueError(f"blocks[{k}] has order {block.order}; blocks are tensors of order three")
            if block.shape != self.blocks[0].shape:
                raise ValueError(
                    f"blocks[{k}] has the shape {block.shape} but blocks[0] has {self.blocks[0].shape}; "
                    "all blocks have the shape of the tensor"
                )

    @classmethod
    def of(cls, blocks: Iterable[Block]) -> BlockTerms:
        """The sum of these blocks."""
        return cls(tuple(blocks))

    @classmethod
    def of_matrices(cls, terms: Iterable[tuple[Any, Any, Any]]) -> BlockTerms:
        """Σ (A_r B_rᵀ) ⊗ c_r. Raises: TypeError, ValueError."""
        return cls(tuple(MatrixTerm.of(*term) for term in terms))

    @property
    def ranks(self) -> tuple[tuple[int, ...], ...]:
        return tuple(block.ranks for block in self.blocks)

    @property
    def format(self) -> BlockTermFormat:
        ranks = [block.ranks[0] if isinstance(block, MatrixTerm) else block.ranks for block in self.blocks]
        return BlockTermFormat(self.blocks[0].shape, ranks)

    @property
    def nodes(self) -> dict[str, Array]:
        found: dict[str, Array] = {}
        for k, block in enumerate(self.blocks):
            names = ("A", "B", "c") if isinstance(block, MatrixTerm) else ("G", "A", "B", "C")
            found |= {f"{name}{k}": array for name, array in zip(names, block.nodes.values(), strict=True)}
        return found
