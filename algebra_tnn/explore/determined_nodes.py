"""Whether the nodes of one tensor in block terms or ParaTuck-2 are determined by it.

The theorems are those of ``fibres_of_formats``. Their hypotheses are claims about matrices, each with a certificate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, permutations
from math import comb
from typing import Any, TypeAlias

from algebra_tnn.certificates import Explained, Status, Verdict
from algebra_tnn.claims import Claim, KRankAtLeast, TensorRankAtLeast
from algebra_tnn.exact import Field, Number, Q, exact_matrix
from algebra_tnn.laws.arrays import number_to_json
from algebra_tnn.tensors import Tensor
from algebra_tnn.tensors.values import BlockTerms, MatrixTerm, ParaTuck2
from algebra_tnn.verification import verify

Nodes: TypeAlias = BlockTerms | ParaTuck2


@dataclass(frozen=True, slots=True)
class NodeDetermination(Explained):
    """Proved, refuted or undecided: all nodes with the same tensor give the same blocks, or the same up to permutation
    and rescaling.

    It is proved by the verdicts about the hypotheses of a theorem, over the field and its extensions, and refuted by
    ``other`` nodes with the same tensor. "undecided" does not mean "false".
    """

    nodes: Nodes
    field: Field
    status: Status
    hypotheses: tuple[tuple[str, bool, Verdict | None], ...]  # in words, whether each holds, and its verdict if any
    other: Nodes | None = None

    @property
    def explanation(self) -> str:
        answer = {"proved": "determined (proved)", "refuted": "not determined (refuted)", "undecided": "undecided"}
        lines = [answer[self.status], f"  {self.nodes.format}, over {self.field}"]
        if self.other is not None:
            return "\n".join([*lines, "  other blocks have the same tensor, as two vectors are proportional"])
        lines += [f"  {'' if holds else 'not: '}{words}" for words, holds, _ in self.hypotheses]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object, without certificates."""
        return {
            "name": str(self.nodes.format),
            "status": self.status,
            "field": self.field.name,
            "hypotheses": [
                {"hypothesis": words, "holds": holds, "rule": None if verdict is None else verdict.rule}
                for words, holds, verdict in self.hypotheses
            ],
            "other_blocks": None if self.other is None else self._other_blocks,
            "explanation": self.explanation,
        }

    @property
    def _other_blocks(self) -> list[dict[str, Any]]:
        assert isinstance(self.other, BlockTerms)
        named = ({name[0]: node for name, node in block.nodes.items()} for block in self.other.blocks)
        return [{name: node.nested(number_to_json) for name, node in nodes.items()} for nodes in named]


def node_determination(nodes: Nodes, field: Field = Q) -> NodeDetermination:
    """Whether the blocks of block terms (L, L, 1), or the nodes of ParaTuck-2, are determined by their tensor.

    Raises: TypeError, ValueError: for other blocks, and entries that are no numbers of the field.

    >>> eye, other = [[1, 0], [0, 1], [0, 0], [0, 0]], [[0, 0], [0, 0], [1, 0], [0, 1]]
    >>> node_determination(BlockTerms.of_matrices([(eye, eye, [1, 2]), (other, other, [1, 3])])).status
    'proved'
    >>> node_determination(BlockTerms.of_matrices([(eye, eye, [1, 2]), (other, other, [2, 4])])).status
    'refuted'
    """
    match nodes:
        case BlockTerms():
            hypotheses = list(_of_blocks(_matrix_terms(nodes), field))
            if (other := _exchanged(_matrix_terms(nodes), field)) is not None:
                return NodeDetermination(nodes, field, "refuted", tuple(hypotheses), other)
        case ParaTuck2():
            hypotheses = list(_of_paratuck2(nodes, field))
        case _:
            raise TypeError(f"the nodes are {type(nodes).__name__}; give BlockTerms or ParaTuck2")
    status: Status = "proved" if all(holds for _, holds, _ in hypotheses) else "undecided"
    return NodeDetermination(nodes, field, status, tuple(hypotheses))


Hypothesis: TypeAlias = tuple[str, bool, Verdict | None]


def _of_blocks(blocks: Sequence[MatrixTerm], field: Field) -> Iterator[Hypothesis]:
    for name, sides in (("A", [block.left for block in blocks]), ("B", [block.right for block in blocks])):
        joined = [list(chain(*rows)) for rows in zip(*(side.nested() for side in sides), strict=True)]
        yield _independent(f"the columns of all {name}", joined, field)
    if len(blocks) > 1:
        vectors = [list(entries) for entries in zip(*(block.vector.entries for block in blocks), strict=True)]
        yield _proved("no two of the c are proportional", KRankAtLeast(exact_matrix(vectors, "c"), 2, field))


def _of_paratuck2(nodes: ParaTuck2, field: Field) -> Iterator[Hypothesis]:
    R, S = nodes.ranks
    yield f"ranks from 2: {R} and {S}", min(R, S) > 1, None
    yield _independent("the columns of A", nodes.A.nested(), field)
    yield _independent("the columns of B", nodes.B.nested(), field)
    F, G, H = (field.matrix(exact_matrix(node.nested())) for node in (nodes.F, nodes.G, nodes.H))
    columns = list(combinations(range(S), 2))
    minors = (one[i] * two[j] - one[j] * two[i] for one, two in combinations(F, 2) for i, j in columns)
    nonzero = all(map(all, F)) and all(map(field.number, minors))
    yield "no entry and no 2×2 minor of F is zero", nonzero, None
    rows = list(zip(G, H, strict=True))
    yield "no row of G or H is zero", all(any(g) and any(h) for g, h in rows), None
    forms = [[x * y for x in _squares(g) for y in _squares(h)] for g, h in rows]
    count = comb(R + 1, 2) * comb(S + 1, 2)
    words = f"no form of degree (2, 2) vanishes at all rows of G and H: {len(rows)} conditions on {count} coefficients"
    yield _proved(words, TensorRankAtLeast(Tensor.from_nested(forms), count, field))


def _squares(vector: Sequence[Number]) -> list[Number]:
    """All monomials of degree two."""
    return [x * y for i, x in enumerate(vector) for y in vector[i:]]


def _independent(words: str, matrix: Any, field: Field) -> Hypothesis:
    claim = TensorRankAtLeast(Tensor.from_nested(matrix), len(matrix[0]), field)
    return _proved(f"{words} are independent", claim)


def _proved(words: str, claim: Claim) -> Hypothesis:
    verdict = verify(claim)
    return words, verdict.status == "proved", verdict


def _matrix_terms(nodes: BlockTerms) -> list[MatrixTerm]:
    found = [block for block in nodes.blocks if isinstance(block, MatrixTerm)]
    if len(found) < len(nodes.blocks):
        raise ValueError("a block is a Tucker decomposition; the theorem is about blocks of ranks (L, L, 1)")
    return found


def _exchanged(blocks: Sequence[MatrixTerm], field: Field) -> BlockTerms | None:
    """Other blocks with the same tensor, if two have proportional vectors, c_j = t c_i.

    Then A_i B_iᵀ ⊗ c_i + A_j B_jᵀ ⊗ c_j = (A_i B_iᵀ + a bᵀ) ⊗ c_i + (A_j B_jᵀ − a bᵀ / t) ⊗ c_j. If a is a multiple of
    the first column of A_i, and b the first column of B_j, no rank is larger.
    """
    terms = [_term(block, field) for block in blocks]
    for i, j in permutations(range(len(blocks)), 2):
        one, two = blocks[i], blocks[j]
        t = _ratio([field.number(x) for x in one.vector.entries], [field.number(x) for x in two.vector.entries], field)
        if t is None:
            continue
        for step in (1, 2):  # at most one of them merely exchanges the two blocks
            b = [step * row[0] for row in two.right.nested()]
            a = [field.divided(step * row[0], t) for row in one.left.nested()]
            right = [[row[0] + x, *row[1:]] for row, x in zip(one.right.nested(), b, strict=True)]
            left = [[row[0] - x, *row[1:]] for row, x in zip(two.left.nested(), a, strict=True)]
            changed = list(blocks)
            changed[i] = MatrixTerm.of(one.left.nested(), right, one.vector.nested())
            changed[j] = MatrixTerm.of(left, two.right.nested(), two.vector.nested())
            others = [_term(block, field) for block in changed]
            assert _total(others, field) == _total(terms, field)
            if Counter(others) != Counter(terms):
                return BlockTerms.of(changed)
    return None


def _term(block: MatrixTerm, field: Field) -> tuple[Number, ...]:
    """The entries of the block, as those of the tensor over the field."""
    return tuple(field.number(x) for x in block.tensor().entries)


def _total(terms: Sequence[tuple[Number, ...]], field: Field) -> list[Number]:
    return [field.number(sum(entries)) for entries in zip(*terms, strict=True)]


def _ratio(vector: Sequence[Number], other: Sequence[Number], field: Field) -> Number | None:
    """t with other = t vector, None unless both are multiples of each other and not zero."""
    at = next((k for k, x in enumerate(vector) if x), None)
    if at is None or not other[at]:
        return None
    t = field.divided(other[at], vector[at])
    return t if all(field.number(y - t * x) == 0 for x, y in zip(vector, other, strict=True)) else None
