from __future__ import annotations

from itertools import permutations, product

import pytest

from algebra_tnn import CP, Certificate, Field, Q, Shortfall, Tensor, TensorRankAtLeast, matmul, named_tensor, verify
from algebra_tnn.provers import matmul_substitution, provers_of
from algebra_tnn.tensors.fast_multiplication import standard, strassen
from algebra_tnn.tensors.matrix_multiplication import CONVENTIONS

LIMIT = 60


def bound(sizes: tuple[int, ...]) -> int:
    """The best of (n − 1)(p + 1) + mp with m, n ≥ 2 over all orders of the sizes; 0 if there is none."""
    orders = [(n - 1) * (p + 1) + m * p for m, n, p in permutations(sizes) if m >= 2 and n >= 2]
    return max(orders, default=0)


def strongest(tensor: Tensor | CP) -> int:
    """The largest rank for which there is a certificate."""
    return max(
        (r for r in range(1, LIMIT) if isinstance(matmul_substitution(TensorRankAtLeast(tensor, r)), Certificate)),
        default=0,
    )


@pytest.mark.parametrize("sizes", [(2, 2, 2), (2, 2, 3), (2, 3, 2), (3, 2, 2), (2, 3, 3), (1, 2, 3), (4, 2, 1)])
def test_every_order_and_convention_is_accepted(sizes: tuple[int, int, int]) -> None:
    for convention in CONVENTIONS:
        tensor = matmul(*sizes, convention)
        assert strongest(tensor) == bound(sizes)
        verdict = verify(TensorRankAtLeast(tensor, bound(sizes)), by=matmul_substitution)
        assert (verdict.status, verdict.extensions, verdict.trusts) == ("proved", True, ())


def test_known_bounds() -> None:
    assert [bound((n, n, n)) for n in (2, 3, 4)] == [7, 17, 31] == [2 * n * n - 1 for n in (2, 3, 4)]
    assert verify(TensorRankAtLeast(matmul(3, 3, 3), 17), by=matmul_substitution).status == "proved"


@pytest.mark.parametrize("field", [Field.named("GF(2)"), Field.named("GF(3)"), Field.named("C")], ids=str)
def test_other_fields(field: Field) -> None:
    verdict = verify(TensorRankAtLeast(strassen(), 7, field), by=matmul_substitution)
    assert verdict.status == "proved" and verdict.extensions


def test_no_bound_is_above_what_suffices() -> None:
    for sizes in product((1, 2, 3), repeat=3):
        assert bound(sizes) <= standard(*sizes).length


@pytest.mark.parametrize(
    ("tensor", "rank", "reason"),
    [
        (named_tensor("w:3"), 3, "the tensor is not that of matrix multiplication in one of its conventions"),
        (named_tensor("unit:4"), 4, "the tensor is not that of matrix multiplication in one of its conventions"),
        (matmul(2, 2, 2), 8, "7 slices of M⟨2,2,2⟩ can be removed, 8 are asked"),
        (matmul(1, 1, 1), 1, "0 slices of M⟨1,1,1⟩ can be removed, 1 are asked"),
        (named_tensor("unit:2,4"), 2, "the tensor is not that of matrix multiplication in one of its conventions"),
    ],
)
def test_shortfalls(tensor: Tensor, rank: int, reason: str) -> None:
    assert matmul_substitution(TensorRankAtLeast(tensor, rank)) == Shortfall("substitution-method", reason)


def test_it_is_among_the_provers() -> None:
    assert matmul_substitution in provers_of(TensorRankAtLeast(strassen(), 7, Q))
