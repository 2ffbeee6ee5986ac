"""Block term decompositions, in multilinear rank (L, L, 1) or (L, M, N)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Any, TypeAlias

from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.laws.vector_fields import VectorField
from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.gauge import Gauge, gauge
from algebra_tnn.tensors.formats.networks import ALPHABET, Network
from algebra_tnn.tensors.formats.sizes import checked, listed, size

LARGEST_ADJUGATE = 3  # of a square matrix whose cofactors are written out; the checker multiplies them out

Block: TypeAlias = "int | tuple[int, int, int]"


@dataclass(frozen=True, slots=True, init=False)
class BlockTermFormat(TensorFormat):
    """Tensors of order three that are sums of blocks of small multilinear ranks.

    A block that is given by one number L is (A Bᵀ) ⊗ c with matrices of L columns and a vector c: it has the
    multilinear ranks (L, L, 1), and its nodes are A0, B0, c0 for the first block. A block (L, M, N) is
    Σ G_{abc} A_{ia} B_{jb} C_{kc}, with the nodes G0, A0, B0, C0. The count of parameters is Σ (L (I + J − L) + K − 1)
    for blocks (L, L, 1).

    Raises: TypeError, ValueError, in one sentence. Reference: [DeLathauwer2008].

    >>> BlockTermFormat((4, 4, 3), (2, 2)).expected_dimension
    28
    >>> print(BlockTermFormat((3, 4, 5), [2, (1, 2, 2)]))
    block terms 3×4×5 with ranks (2,2,1) + (1,2,2)
    """

    shape: tuple[int, ...]
    ranks: tuple[Block, ...]

    def __init__(self, shape: Any, ranks: Any) -> None:
        if not isinstance(ranks, (list, tuple)):
            raise TypeError(f"ranks is {ranks!r}; it is a list with L or (L, M, N) for each block")
        if not ranks:
            raise ValueError("ranks has no entries; there is at least one block")
        object.__setattr__(self, "shape", checked("shape", shape, length=3, why="since block terms have order three"))
        object.__setattr__(self, "ranks", tuple(_block(f"ranks[{b}]", value) for b, value in enumerate(ranks)))

    @property
    def networks(self) -> tuple[Network, ...]:
        return tuple(_network(self.shape, b, block) for b, block in enumerate(self.ranks))

    def own_remarks(self) -> tuple[str, ...]:
        rows, columns, slices = self.shape
        matrices = [block for block in self.ranks if isinstance(block, int)]
        if len(matrices) < len(self.ranks):
            return ()
        total, known = sum(matrices), "the formula is proved only"
        above = [
            f"{known} for Σ L ≤ {name}, {total} is above {n}"
            for name, n in zip("IJ", (rows, columns), strict=True)
            if total > n
        ]
        return (*above, *([f"{known} for K ≥ 2"] if slices == 1 < len(matrices) else []))

    def symmetries(self) -> Gauge:
        """The gauge; and if A_b Bᵀ_b is any matrix, since L is large, a block may be moved from c_b to another c.

        If A_b is square, c_a moves by det(A_b) c_b, and B_bᵀ by −adj(A_b) A_a B_aᵀ, so that the change of one block is
        that of the other one; and the same with A and B exchanged. If A_b has more columns, the first ones are taken.
        """
        law, found = self.law(), gauge(self.networks, self.law()).fields
        matrices = [b for b, block in enumerate(self.ranks) if isinstance(block, int)]
        for (one, n), two in (("A", self.shape[0]), "B"), (("B", self.shape[1]), "A"):
            for b, a in permutations(matrices, 2):
                if self.parameters[f"{one}{b}"][1] >= n <= LARGEST_ADJUGATE:
                    found += (VectorField.trace(_moved_block(one, two, b, a, n, self.parameters), law),)
        return Gauge(found)

    def __str__(self) -> str:
        blocks = [f"({block},{block},1)" if isinstance(block, int) else f"({listed(block)})" for block in self.ranks]
        return f"block terms {listed(self.shape, '×')} with ranks {' + '.join(blocks)}"


def _block(place: str, value: Any) -> Block:
    if not isinstance(value, (list, tuple)):
        return size(place, value)
    L, M, N = checked(place, value, length=3, why="which are (L, M, N)")
    return L, M, N


def _network(shape: Sequence[int], b: int, block: Block) -> Network:
    modes, bonds = ("i", "j", "k"), tuple(f"{letter}{b}" for letter in "lmn")
    if isinstance(block, int):
        bond, ranks = bonds[0], [block]
        words: dict[str, Sequence[str]] = {f"A{b}": ("i", bond), f"B{b}": ("j", bond), f"c{b}": ("k",)}
    else:
        frames = zip("ABC", zip(modes, bonds, strict=True), strict=True)
        ranks, words = list(block), {f"G{b}": bonds, **{f"{name}{b}": word for name, word in frames}}
    sizes = dict(zip([*modes, *bonds[: len(ranks)]], [*shape, *ranks], strict=True))
    return Network.of(words, sizes, modes)


def _moved_block(
    one: str, two: str, b: int, a: int, n: int, shapes: Mapping[str, tuple[int, ...]]
) -> Callable[..., dict[str, Traced]]:
    """The field that moves c_a along c_b, where the first n columns of the square factor of block b are inverted."""
    columns = [[int(i == j) for j in range(n)] for i in range(shapes[f"{one}{b}"][1])]
    rows, others = ALPHABET[:n], ALPHABET[n : 2 * n]
    signs = levi_civita(n)

    def move(**nodes: Traced) -> dict[str, Traced]:
        square = einsum("il,lj->ij", nodes[f"{one}{b}"], columns)
        pairs = [i + j for i, j in zip(rows, others, strict=True)]
        cofactors = einsum(
            f"{rows},{others},{','.join(pairs[1:])}->{pairs[0][::-1]}", signs, signs, *[square] * (n - 1)
        )
        determinant = einsum("ij,ji->", square, cofactors) / n  # with the factor (n − 1)! that the cofactors have
        moved = einsum("km,im,ji,lj->kl", nodes[f"{two}{a}"], nodes[f"{one}{a}"], cofactors, columns)
        return {f"{two}{b}": -moved, f"c{a}": einsum(",k->k", determinant, nodes[f"c{b}"])}

    return move


def levi_civita(n: int) -> Any:
    """The signs of permutations, at the places that are none 0.

    >>> levi_civita(2)
    [[0, 1], [-1, 0]]
    """

    def signs(start: tuple[int, ...]) -> Any:
        if len(start) < n:
            return [signs((*start, i)) for i in range(n)]
        if len(set(start)) < n:
            return 0
        return (-1) ** sum(i > j for i, j in combinations(start, 2))

    return signs(())
