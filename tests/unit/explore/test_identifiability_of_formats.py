"""Block terms and ParaTuck-2: the theorems behind the answers, counted over small fields, and the answers."""

from __future__ import annotations

from itertools import permutations, product
from typing import Any, TypeAlias

import numpy as np
import pytest

from algebra_tnn import rank
from algebra_tnn.exact import prime_field
from algebra_tnn.explore.fibres import Known
from algebra_tnn.explore.fibres_of_formats import fibre_of_block_terms, fibre_of_paratuck2, slices_that_determine
from algebra_tnn.explore.identifiability import Identifiability, identifiable
from algebra_tnn.tensors.formats import BlockTermFormat, ParaTuck2Format

P = 5
Format: TypeAlias = BlockTermFormat | ParaTuck2Format
LINE = [(1, x) for x in range(P)] + [(0, 1)]  # points of a projective line


def decided(answer: Identifiability) -> tuple[Any, ...]:
    return answer.finite, answer.globally, answer.decompositions, answer.rule, answer.trusts


@pytest.mark.parametrize(
    ("format", "free"),
    [
        (BlockTermFormat((3, 3, 2), (1, 2)), 15),
        (ParaTuck2Format((3, 2, 4), (1, 1)), 7),
        pytest.param(BlockTermFormat((4, 4, 3), (2, 2)), 28, marks=pytest.mark.slow),
        pytest.param(ParaTuck2Format((2, 2, 6), (2, 2)), 23, marks=pytest.mark.slow),
    ],
    ids=str,
)
def test_one_class(format: Format, free: int) -> None:
    answer = identifiable(format)
    assert decided(answer) == ("proved", "proved", 1, None, ())
    assert answer.free == answer.dimension.lower == free
    assert answer.certificate is answer.dimension.certificate is not None


@pytest.mark.parametrize(
    ("format", "dimension"),
    [
        (BlockTermFormat((4, 4, 1), (2, 2)), 16),  # one slice: a matrix is a sum of two of rank two in many ways
        (ParaTuck2Format((2, 2, 4), (2, 2)), 16),  # few slices
        (ParaTuck2Format((3, 2, 4), (2, 1)), 11),
    ],
    ids=str,
)
def test_infinitely_many_classes(format: Format, dimension: int) -> None:
    answer = identifiable(format)
    assert decided(answer)[:3] == ("refuted", "refuted", None)
    assert answer.dimension.upper == dimension < answer.free


@pytest.mark.parametrize(
    ("format", "asked"),
    [
        (BlockTermFormat((3, 3, 3), (2, 2)), "4 independent columns, and there are 3 and 3 rows (statement A10b)"),
        (
            BlockTermFormat((4, 4, 3), (2, (1, 2, 2))),
            "blocks of ranks (L, L, 1), and there are others (statement A10b)",
        ),
        (
            BlockTermFormat((4, 4, 1), (2, 2)),
            "vectors that are not proportional, and they have one entry (statement A10b)",
        ),
        (ParaTuck2Format((2, 2, 5), (2, 2)), "6 slices, and there are 5 (statement A12b)"),
        (
            ParaTuck2Format((2, 2, 9), (3, 2)),
            "3 and 2 independent columns, and there are 2 and 2 rows (statement A12b)",
        ),
        (ParaTuck2Format((3, 2, 9), (2, 1)), "ranks from 2, and they are 2 and 1 (statement A12b)"),
    ],
    ids=str,
)
def test_what_the_theorems_ask_for(format: Format, asked: str) -> None:
    fibre = fibre_of_block_terms if isinstance(format, BlockTermFormat) else fibre_of_paratuck2
    assert fibre(format).known() == Known("undecided", None, f": the theorem asks for {asked}")


@pytest.mark.slow
def test_finitely_many_classes() -> None:
    """With one slice less than the theorem asks for."""
    assert decided(identifiable(ParaTuck2Format((2, 2, 5), (2, 2))))[:3] == ("proved", "undecided", None)


def test_enough_slices_span() -> None:
    """K > D is at least R S, so that general slices span all matrices."""
    assert all(slices_that_determine(R, S) >= R * S for R in range(2, 9) for S in range(2, 9))


def field_rank(matrix: Any) -> int:
    return rank(np.asarray(matrix).tolist(), prime_field(P))


def invertible(draw: np.random.Generator, n: int) -> Any:
    while field_rank(found := draw.integers(0, P, (n, n))) < n:
        pass
    return found


def blocks(T: Any) -> int:
    """In how many ways two slices are E₀ ⊗ c₀ + E₁ ⊗ c₁ with ranks of at most 1 and 2, c₀ and c₁ not proportional."""
    pairs = (np.array([[d, -c], [-b, a]]) for (a, b), (c, d) in permutations(LINE, 2))  # multiples of the inverses
    found = [np.tensordot(inverse, T, 1) % P for inverse in pairs]
    return sum(field_rank(E[0]) <= 1 and field_rank(E[1]) <= 2 for E in found)


def test_block_terms_over_five_elements() -> None:
    """One way for blocks of ranks 1 and 2 with independent columns; with two rows there are more."""
    draw = np.random.default_rng(1)
    counts: dict[int, set[int]] = {3: set(), 2: set()}
    for rows, found in counts.items():
        for _ in range(6):
            A, B = invertible(draw, 3)[:rows], invertible(draw, 3)[:rows]
            E = np.array([A[:, :1] @ B[:, :1].T, A[:, 1:] @ B[:, 1:].T])
            c = np.array([LINE[i] for i in draw.choice(len(LINE), 2, replace=False)])
            found.add(blocks(np.tensordot(c.T, E, 1) % P))
    assert counts[3] == {1} and min(counts[2]) > 1


def paratucks(slices: Any) -> int:
    """How many P X_F Q contain 2×2 slices, for P and Q up to diagonal matrices and F with entries 1, 1, 1, f ≠ 0."""
    found = 0
    inverses = [np.array([[d, -c], [-b, a]]) for (a, b), (c, d) in permutations(LINE, 2)]  # of P, up to a factor
    for P_inverse, Q_inverse in product(inverses, repeat=2):
        M = (P_inverse @ slices @ Q_inverse.T) % P
        found += sum(
            bool(np.all((f * M[:, 0, 1] * M[:, 1, 0] - M[:, 0, 0] * M[:, 1, 1]) % P == 0)) for f in range(1, P)
        )
    return found


@pytest.mark.parametrize(("count", "enough"), [(9, True), (3, False)])
def test_paratuck2_over_five_elements(count: int, enough: bool) -> None:
    """One way, up to the four permutations, if no form of degree (2, 2) vanishes at the rows of G and H."""
    draw = np.random.default_rng(2)
    F = np.array([[1, 2], [3, 3]])
    for _ in range(3):
        while True:
            G, H = draw.integers(0, P, (2, count, 2))
            forms = [
                np.outer([a * a, a * b, b * b], [c * c, c * d, d * d]).ravel()
                for (a, b), (c, d) in zip(G, H, strict=True)
            ]
            if field_rank(np.array(forms) % P) == min(count, 9):
                break
        slices = G[:, :, None] * F * H[:, None, :]
        moved = invertible(draw, 2) @ slices @ invertible(draw, 2) % P
        assert (paratucks(moved) == 4) == enough
