"""Laws of secant varieties that hold whatever the format."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.varieties import (
    Grassmannian,
    Segre,
    SegreVeronese,
    Variety,
    secant_rank,
    secant_ranks,
    terracini_matrix,
)
from algebra_tnn.varieties.boxes import box_rank

shapes = st.lists(st.integers(1, 5), min_size=1, max_size=4).map(tuple).filter(lambda shape: np.prod(shape) <= 150)
primes = st.sampled_from([PRIME, 8388593, 65521])
seeds = st.integers(0, 100)


@st.composite
def segre_veronese(draw: Any) -> SegreVeronese:
    factors = draw(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 3)), min_size=1, max_size=3))
    variety = SegreVeronese(*zip(*factors, strict=True))
    return variety if variety.ambient <= 200 else Segre((2, 3))


@st.composite
def grassmannians(draw: Any) -> Grassmannian:
    n = draw(st.integers(1, 7))
    return Grassmannian(draw(st.integers(1, n)), n)


varieties = st.one_of(segre_veronese(), grassmannians())


def all_ranks(variety: Variety, seed: int = 0) -> tuple[int, ...]:
    return secant_ranks(variety, -(-variety.ambient // variety.dimension) + 2, seed=seed)


@given(varieties, seeds, primes)
def test_tangent_spaces(variety: Variety, seed: int, p: int) -> None:
    """At a random point their dimension is that of the cone, which has not more dimensions than its space."""
    points = variety.random_points(1, np.random.default_rng(seed), p)
    tangents = terracini_matrix(variety, points, p)
    rank = rank_profile(tangents).rank
    assert rank == variety.dimension <= variety.ambient
    together = np.concatenate([tangents.array, variety.coordinates(points, p)])
    assert rank_profile(type(tangents)(together, p)).rank == rank  # a cone: the point is tangent


@given(varieties, seeds)
def test_steps_decrease(variety: Variety, seed: int) -> None:
    """Each further point adds to the dimension, by no more than the one before, until the space is full."""
    ranks = (0, *all_ranks(variety, seed))
    steps = [b - a for a, b in pairwise(ranks)]
    assert steps[0] == variety.dimension
    assert all(a >= b for a, b in pairwise(steps))
    assert all(step > 0 or rank == variety.ambient for step, rank in zip(steps, ranks[1:], strict=True))


@given(shapes, st.data())
def test_the_order_of_factors_does_not_matter(shape: tuple[int, ...], data: Any) -> None:
    degrees = data.draw(st.tuples(*(st.integers(1, 2) for _ in shape)))
    order = data.draw(st.permutations(range(len(shape))))
    variety = SegreVeronese(shape, degrees)
    other = SegreVeronese([shape[f] for f in order], [degrees[f] for f in order])  # as lists
    if variety.ambient <= 300:
        assert all_ranks(variety) == all_ranks(other)


@given(segre_veronese(), st.integers(1, 3), st.integers(0, 3))
def test_factors_of_one_variable_change_nothing(variety: SegreVeronese, degree: int, place: int) -> None:
    shape, degrees = list(variety.shape), list(variety.degrees)
    shape.insert(place, 1)
    degrees.insert(place, degree)
    assert all_ranks(SegreVeronese(tuple(shape), tuple(degrees))) == all_ranks(variety)


@given(segre_veronese(), st.data())
def test_a_smaller_format_has_smaller_secant_varieties(variety: SegreVeronese, data: Any) -> None:
    smaller = SegreVeronese(tuple(data.draw(st.integers(1, n)) for n in variety.shape), variety.degrees)
    r = -(-variety.ambient // variety.dimension)
    assert all(a <= b for a, b in zip(secant_ranks(smaller, r), secant_ranks(variety, r), strict=True))


@given(grassmannians())
def test_planes_and_their_complements(variety: Grassmannian) -> None:
    if variety.k < variety.n:
        assert all_ranks(variety) == all_ranks(Grassmannian(variety.n - variety.k, variety.n))


@given(segre_veronese(), st.integers(1, 12), seeds)
def test_methods_agree_at_random_points(variety: SegreVeronese, r: int, seed: int) -> None:
    """Kronecker–Schur loses nothing, and what is found is never above the expected dimension."""
    dense, found = secant_rank(variety, r, method="dense", seed=seed), secant_rank(variety, r, generic=True)
    assert dense.value == found.value <= found.expected


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(1, 7), st.sampled_from([1, 1, 1, 2])), min_size=2, max_size=4),
    st.integers(1, 20),
    st.floats(1, 100),
    seeds,
)
def test_boxes_bound_from_below(factors: list[tuple[int, int]], r: int, volume: float, seed: int) -> None:
    variety = SegreVeronese(*zip(*factors, strict=True))
    if variety.ambient <= 400:
        bound = box_rank(variety, r, volume, modulus=PRIME, rng=np.random.default_rng(seed))
        assert 0 < bound <= secant_rank(variety, r, method="dense").value
