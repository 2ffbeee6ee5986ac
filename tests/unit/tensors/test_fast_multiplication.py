from __future__ import annotations

import pytest

from algebra_tnn import CP, matmul
from algebra_tnn.tensors.fast_multiplication import eleven_terms, fifteen_terms, laderman, standard, strassen


@pytest.mark.parametrize(
    ("terms", "sizes", "length"),
    [
        (strassen(), (2, 2, 2), 7),
        (eleven_terms(), (2, 2, 3), 11),
        (fifteen_terms(), (2, 3, 3), 15),
        (laderman(), (3, 3, 3), 23),
        (standard(2, 3, 4), (2, 3, 4), 24),
    ],
)
def test_they_multiply_matrices(terms: CP, sizes: tuple[int, int, int], length: int) -> None:
    assert terms.tensor() == matmul(*sizes)
    assert terms.length == length
