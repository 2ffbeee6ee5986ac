"""The matrix of a law as a map of vectors, whose dimension knows the rank of the matrix for generic parameters.

Let M(θ) be a matrix that is polynomial in the parameters θ, and F(θ, v) = (θ, M(θ) v), as the coefficients of the form
Σ θ_i z_i + wᵀ M(θ) v in new inputs z and w. The Jacobian of F by (θ, v) is [[I, 0], [∗, M(θ)]], so in characteristic 0

    dim F = number of parameters θ + rank M(θ) for generic θ.

If F keeps some of the parameters alone, say s of them, then its Jacobian still has these s rows and M(θ), so that
rank M(θ) ≤ dim F − s. Where M = A(θ₁) B(θ₂), keeping θ₁ alone lets B(θ₂) v be any vector.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod
from typing import Any, TypeAlias

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.exact.modular.rank_profiles import RankProfile, rank_profile
from algebra_tnn.laws import Law, VectorField, value
from algebra_tnn.laws.cuts import with_names
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.operations import LETTERS

Json: TypeAlias = Any  # an expression, as a law's JSON writes it

MOST_ROWS = 6  # of minors that are written down as coordinates of vectors in the kernel
MOST_OPERATIONS = 60  # of the matrix, which is written down once for each of these rows


@dataclass(frozen=True)
class Kernel:
    """Vector fields that move v alone, along vectors M(θ) sends to zero."""

    fields: Sequence[VectorField]


@dataclass(frozen=True)
class MatrixImage:
    """The map (θ, v) ↦ (kept parameters, M(θ) v), where v has entries for some columns of M: a model with a law."""

    matrix: Law
    columns: tuple[int, ...]
    kept: tuple[str, ...]

    @classmethod
    def of(cls, matrix: Law, columns: Sequence[int]) -> MatrixImage:
        """The map that keeps all parameters."""
        return cls(matrix, tuple(columns), matrix.parameter_names)

    def with_fewer_kept(self) -> Iterator[MatrixImage]:
        """Maps that keep only parameters of left factors, where the matrix is written as a product."""
        rest, kept = self._image, set[str]()
        while isinstance(rest, list) and rest[0] == "einsum":
            inner = [operand for operand in rest[2:] if self._vector in _names(operand)]
            kept |= {name for operand in rest[2:] if operand not in inner for name in self._needed(operand)}
            if not kept.issuperset(self.matrix.parameter_names):
                names = tuple(name for name in self.matrix.parameter_names if name in kept)
                yield MatrixImage(self.matrix, self.columns, names)
            rest = inner[0]

    @property
    def kept_count(self) -> int:
        """How many parameters are kept, entry by entry."""
        return sum(prod(shape) for name, shape in self.matrix.parameters if name in self.kept)

    def law(self) -> Law:
        """The form Σ θ_i z_i + wᵀ M(θ) v."""
        raw, form = self.matrix.to_json(), self._new_name("w")
        inputs, terms = {form: [self.matrix.shape[0]]}, [["einsum", "i,i->", form, self._image]]
        for name in self.kept:
            shape = raw["parameters"][name]
            letters = LETTERS[: len(shape)]
            inputs[dual := self._new_name(f"z_{name}")] = shape
            terms.append(["einsum", f"{letters},{letters}->", dual, name])
        needed = self._needed(self._image)
        law = Law.from_json(
            {
                "inputs": inputs,
                "parameters": {**raw["parameters"], self._vector: [len(self.columns)]},
                "let": [pair for pair in raw["let"] if pair[0] in needed],
                "output": ["+", *terms],
            }
        )
        return law if self.kept == self.matrix.parameter_names else with_names(law)

    @property
    def _image(self) -> Json:
        """M(θ) v, where v fills some columns with zeros."""
        width = self.matrix.shape[1]
        vector: Json = self._vector
        if self.columns != tuple(range(width)):
            embedding = [[int(j == column) for j in range(width)] for column in self.columns]
            vector = ["einsum", "k,kj->j", vector, ["constant", embedding]]
        return _times(_written_out(self.matrix), vector)

    def _needed(self, expression: Json) -> set[str]:
        """The names in the expression, and in what defines them."""
        names = _names(expression)
        for name, definition in reversed(self.matrix.to_json()["let"]):
            names |= _names(definition) if name in names else set()
        return names

    @property
    def _vector(self) -> str:
        return self._new_name("v")

    def _new_name(self, stem: str) -> str:
        """The stem with more underscores at its end than any name of the matrix has."""
        taken = [*self.matrix.parameter_names, *(name for name, _ in self.matrix.let)]
        return stem + "_" * (1 + max((len(name) - len(name.rstrip("_")) for name in taken), default=0))

    def symmetries(self) -> Kernel:
        """Vectors in the kernel of M(θ), polynomial in θ; none where their coordinates would be long."""
        return Kernel(_kernel_fields(self.matrix, self.columns, self._vector, self.law()))

    @property
    def expected_dimension(self) -> int:
        return min(self.ambient_dimension, self.matrix.parameter_count + len(self.columns))

    @property
    def ambient_dimension(self) -> int:
        return self.kept_count + self.matrix.shape[0]

    @property
    def remarks(self) -> tuple[str, ...]:
        return ()

    def __str__(self) -> str:
        return f"({', '.join((*self.kept, 'M v'))})"


def probable_rank_of_columns(law: Law, columns: Sequence[int]) -> int:
    """The rank of these columns of the law's matrix at random parameters modulo a prime."""
    return _profile(law, columns).rank


def _profile(law: Law, columns: Sequence[int]) -> RankProfile:
    draw = Draw(0, PRIME // 2)
    point = {name: draw.array(shape).astype(int).tolist() for name, shape in law.parameters}
    return rank_profile([[row[j] for j in columns] for row in value(law, point, modulus=PRIME)], PRIME)


def _times(matrix: Json, vector: Json, transposed: bool = False) -> Json:
    """The product with a vector, which is moved inwards: A (B v) has fewer intermediate values than (A B) v."""
    match matrix:
        case ["+" | "-" as sign, *operands]:
            return [sign, *(_times(operand, vector, transposed) for operand in operands)]
        case ["einsum", pattern, *operands]:
            left, result = pattern.split("->")
            row, column = reversed(result) if transposed else result
            words = left.split(",")
            places = [k for k, word in enumerate(words) if column in word]
            k, word = places[0], words[places[0]]
            if len(places) == 1 and len(word) == 2 and len(set(word)) == 2:
                operands[k] = _times(operands[k], vector, word[0] == column)
                words[k] = word.replace(column, "")
            else:
                words, operands = [*words, column], [*operands, vector]
            return ["einsum", f"{','.join(words)}->{row}", *operands]
    return ["einsum", "ij,i->j" if transposed else "ij,j->i", matrix, vector]


def _kernel_fields(law: Law, columns: tuple[int, ...], vector: str, image: Law) -> list[VectorField]:
    """For each column beyond the first independent ones the vector of minors that is the kernel of these and it."""
    profile = _profile(law, columns)
    matrix = _written_out(law)
    if profile.rank > MOST_ROWS or _size(matrix) > MOST_OPERATIONS or not _names(matrix) <= {*law.parameter_names}:
        return []
    rows = [["take", matrix, i] for i in profile.rows]
    fields = []
    for column in sorted({*range(len(columns))} - {*profile.columns}):
        chosen = sorted([*profile.columns, column])
        kernel = _cross_product(rows, [columns[j] for j in chosen], law.shape[1])
        moved = ["constant", [[int(i == j) for i in range(len(columns))] for j in chosen]]
        fields.append(VectorField.from_json({vector: ["einsum", "i,ij->j", kernel, moved]}, image))
    return fields


def _cross_product(rows: list[Json], columns: list[int], width: int) -> Json:
    """The vector, with an entry for each column, of the signed minors of the other columns; one row less than columns.

    It is the exterior product of the rows, a factor at a time: Λ^k has coordinates for sets of k columns.
    """
    n = len(columns)
    restricted = ["constant", [[int(i == j) for j in columns] for i in range(width)]]
    wedge: Json = ["constant", [1]]
    for k, row in enumerate(rows):
        below, above = (list(combinations(range(n), size)) for size in (k, k + 1))
        table = [[[_sign(some, j, more) for more in above] for j in range(n)] for some in below]
        wedge = ["einsum", "a,j,jb,abc->c", wedge, row, restricted, ["constant", table]]
    complements = list(combinations(range(n), n - 1))
    dual = [[(-1) ** j * int(j not in some) for j in range(n)] for some in complements]
    return ["einsum", "i,ij->j", wedge, ["constant", dual]]


def _sign(some: tuple[int, ...], j: int, more: tuple[int, ...]) -> int:
    """The coefficient of e_more in e_some ∧ e_j."""
    return (-1) ** sum(i > j for i in some) if j not in some and more == tuple(sorted((*some, j))) else 0


def _written_out(law: Law) -> Json:
    """The output with definitions in place of their names, as far as they are short."""
    raw, short = law.to_json(), dict[str, Json]()
    for name, expression in raw["let"]:
        inlined = _inlined(expression, short)
        if _size(inlined) <= MOST_OPERATIONS:
            short[name] = inlined
    return _inlined(raw["output"], short)


def _inlined(expression: Json, definitions: Mapping[str, Json]) -> Json:
    if isinstance(expression, str):
        return definitions.get(expression, expression)
    return _with_operands(expression, [_inlined(operand, definitions) for operand in _operands(expression)])


def _names(expression: Json) -> set[str]:
    if isinstance(expression, str):
        return {expression}
    return {name for operand in _operands(expression) for name in _names(operand)}


def _size(expression: Json) -> int:
    """The number of operations, names and constants."""
    return 1 + sum(map(_size, _operands(expression)))


def _operands(expression: Json) -> list[Json]:
    match expression:
        case str() | ["constant", _]:
            return []
        case ["einsum" | "apply", _, *operands]:
            return list(operands)
        case ["take", operand, _]:
            return [operand]
    return list(expression[1:])


def _with_operands(expression: Json, operands: list[Json]) -> Json:
    match expression:
        case ["constant", _]:
            return expression
        case ["einsum" | "apply" as operation, first, *_]:
            return [operation, first, *operands]
        case ["take", _, indices]:
            return ["take", *operands, indices]
    return [expression[0], *operands]
