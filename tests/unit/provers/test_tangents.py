"""Tangents of 2×2×2: for each tensor whose hyperdeterminant vanishes and whose flattenings have rank 2."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from algebra_tnn import Field, Q, Tensor
from algebra_tnn.provers.tangents import tangent_curve
from algebra_tnn.provers.tensor_ranks import as_tensor, flattening_ranks
from algebra_tnn.provers.two_by_two_by_two import hyperdeterminant_of


@pytest.mark.parametrize("field", [Q, Field.named("GF(3)"), Field.named("GF(7)")])
def test_tangents_are_found_exactly_where_they_are(field: Field) -> None:
    draw, count = Random(1), 0
    for _ in range(250):
        T = as_tensor(Tensor((2, 2, 2), tuple(draw.randrange(-1, 2) for _ in range(8))), field)
        curve = tangent_curve(T, field)
        full = set(flattening_ranks(T, field).values()) == {2}
        vanishes = not field.number(hyperdeterminant_of(T))
        assert vanishes or curve is None
        if full and vanishes:
            assert curve is not None
            count += 1
        if curve is not None:
            assert curve.length == 2 and curve.limit(field) == T
    assert count >= 10


def test_other_shapes_and_characteristic_two() -> None:
    assert tangent_curve(Tensor((2, 2), (1, 0, 0, 1)), Q) is None
    W = Tensor((2, 2, 2), tuple(int(sum(place) == 1) for place in product(range(2), repeat=3)))
    assert tangent_curve(W, Field.named("GF(2)")) is None
