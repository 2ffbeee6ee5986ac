"""Conserved quantities of random flows: what is found from below is never more than brackets leave room for."""

from __future__ import annotations

from functools import reduce
from operator import mul
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn import Law, conserved_quantities

PARAMETERS, INPUTS = 3, 2
terms = st.tuples(
    st.sampled_from([-1, 1, 2, 3]),
    st.lists(st.integers(0, PARAMETERS - 1), min_size=1, max_size=3),
    st.integers(-1, INPUTS - 1),  # the input that a term has, if any
)


def law_of(sums: list[tuple[int, list[int], int]]) -> Law:
    def value(x: Any, w: Any) -> Any:
        first, *rest = (c * reduce(mul, [w[i] for i in factors]) * (x[k] if k >= 0 else 1) for c, factors, k in sums)
        return sum(rest, first)

    return Law.trace(value, {"x": (INPUTS,)}, {"w": (PARAMETERS,)})


@pytest.mark.slow
@settings(max_examples=40)
@given(st.lists(terms, min_size=1, max_size=4))
def test_both_sides_agree(sums: list[tuple[int, list[int], int]]) -> None:
    """Both bounds are re-derived by the checker; scaling the function changes neither."""
    found = conserved_quantities(law_of(sums), degree=2)
    assert found.lower == len(found.quantities) <= found.upper == PARAMETERS - found.growth[-1]
    scaled = conserved_quantities(law_of([(-3 * c, factors, k) for c, factors, k in sums]), degree=2)
    assert (scaled.lower, scaled.upper, scaled.growth) == (found.lower, found.upper, found.growth)
