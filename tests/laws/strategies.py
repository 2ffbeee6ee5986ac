"""Small matrices, decompositions and fields; small entries make dependent columns and degenerate cases frequent."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from algebra_tnn import CP, Field, Q
from algebra_tnn.exact import Matrix, exact_matrix, prime_field

small_fields = st.sampled_from([Q, prime_field(2), prime_field(3)])
fields = st.sampled_from([Q, prime_field(2), prime_field(3), prime_field(5), prime_field(10007)])
integers = st.integers(-2, 2)
rationals = st.builds(Fraction, st.integers(-3, 3), st.sampled_from([1, 1, 7, 11]))  # no denominator vanishes above
shapes = st.sampled_from([(2, 2), (2, 2, 2), (2, 3, 2), (3, 3, 3), (2, 2, 4), (3, 3, 4), (2, 2, 2, 2)])


@st.composite
def matrices(draw: Any, entries: Any = integers, rows: int = 4, columns: int = 6) -> Matrix:
    height, width = draw(st.integers(1, rows)), draw(st.integers(1, columns))
    return exact_matrix(
        draw(st.lists(st.lists(entries, min_size=width, max_size=width), min_size=height, max_size=height))
    )


def nonzero_column(field: Field, size: int) -> Any:
    entries = st.integers(0, field.characteristic - 1) if field.is_finite else integers
    return st.lists(entries, min_size=size, max_size=size).filter(any)


@st.composite
def decompositions(draw: Any, field: Field, longest: int = 4, shape: tuple[int, ...] | None = None) -> CP:
    """Without zero terms over the field."""
    sizes = draw(shapes) if shape is None else shape
    length = draw(st.integers(1, longest))
    columns = [[draw(nonzero_column(field, size)) for _ in range(length)] for size in sizes]
    return CP.from_factors(*[zip(*vectors, strict=True) for vectors in columns])


@st.composite
def field_and_decomposition(draw: Any, longest: int = 4, among: Any = small_fields) -> tuple[Field, CP]:
    field = draw(among)
    return field, draw(decompositions(field, longest))


def unimodular(draw: Any, size: int) -> list[list[int]]:
    """A product of elementary integer matrices: its determinant is ±1, so it is invertible over every field."""
    matrix = [[int(i == j) for j in range(size)] for i in range(size)]
    if size == 1:
        return [[draw(st.sampled_from([1, -1]))]]
    for _ in range(draw(st.integers(1, 4))):
        i, j = draw(st.permutations(range(size)))[:2]
        c = draw(integers)
        matrix[i] = [x + c * y for x, y in zip(matrix[i], matrix[j], strict=True)]
    order = draw(st.permutations(range(size)))
    return [matrix[i] for i in order]


def times(left: Any, right: Any) -> list[list[Any]]:
    return [
        [sum(x * y for x, y in zip(row, column, strict=True)) for column in zip(*right, strict=True)] for row in left
    ]
