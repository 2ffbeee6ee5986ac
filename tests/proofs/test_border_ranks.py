"""The theorems about smooth points, substitutions and Koszul flattenings satisfy their hypotheses."""

from __future__ import annotations

import pytest

from algebra_tnn import library, rank
from algebra_tnn.provers.tensor_ranks import flattening_ranks
from tests.proofs.border_ranks import HOLDS


@pytest.mark.parametrize("name", HOLDS)
def test_they_satisfy_their_hypotheses(name: str) -> None:
    assert all(HOLDS[name]().values())


def test_numbers_in_the_texts() -> None:
    seven = library.load("uniqueness/smooth_point").INSTANCE
    assert max(rank(factor) for factor in seven.factors) <= 5 and 2 * seven.length + 2 > 3 * 5
    for name, expected in (("rank/substitution", 2), ("rank/koszul", 3)):
        T = library.load(name).INSTANCE.tensor()
        assert set(flattening_ranks(T, library.run(name).verdict.claim.field).values()) == {expected}
