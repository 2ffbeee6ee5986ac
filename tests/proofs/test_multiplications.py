"""The theorems about matrix multiplication satisfy their hypotheses, and their numbers are those of the statement."""

from __future__ import annotations

import pytest

from algebra_tnn import TensorRankBetween, library
from algebra_tnn.tensors.matrix_multiplication import matmul_format
from tests.proofs.multiplications import HOLDS


@pytest.mark.parametrize("name", HOLDS)
def test_they_satisfy_their_hypotheses(name: str) -> None:
    assert all(HOLDS[name]().values())


@pytest.mark.parametrize("name", [name for name in HOLDS if "matmul" in name])
def test_the_lower_bounds_are_those_of_the_statement(name: str) -> None:
    claim = library.run(name).verdict.claim
    assert isinstance(claim, TensorRankBetween)
    sizes = matmul_format(claim.tensor.shape)
    assert sizes is not None
    m, n, p = sizes
    assert claim.lower == (n - 1) * (p + 1) + m * p
