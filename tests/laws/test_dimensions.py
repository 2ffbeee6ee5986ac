"""Properties of dimensions: bounds of random laws are proofs, and networks behave as they must."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn import checker
from algebra_tnn.explore import dimension
from algebra_tnn.laws import Law, apply, einsum, expansion, jacobian_rank, named
from algebra_tnn.laws.cuts import after, before, with_names
from algebra_tnn.laws.multidegrees import multidegrees
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.provers.dimensions import generic_rank, plans

OTHER_PRIME = 1048571


@st.composite
def laws(draw: Any) -> Law:
    """Programs of a few operations on vectors of size 2, with parameters that may occur several times."""
    operations = draw(
        st.lists(st.tuples(st.integers(0, 7), st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=6)
    )
    names = draw(st.sets(st.integers(0, 5)))

    def forward(x: Any, y: Any, A: Any, B: Any, c: Any, s: Any) -> Any:
        values = [x, y]
        for k, (operation, i, j) in enumerate(operations):
            one, two = values[-1 - i % len(values)], values[-1 - j % len(values)]
            made = [
                lambda one=one: A @ one,
                lambda one=one: B @ one,
                lambda one=one: one**2,
                lambda one=one: apply([1, 0, 2], one),
                lambda one=one, two=two: one + two,
                lambda one=one, two=two: einsum("i,i->i", one, two),
                lambda one=one: one + c,
                lambda one=one: s * one[[1, 0]],
            ][operation]()
            values.append(named(f"n{k}", made) if k in names else made)
        return values[-1]

    law = Law.trace(forward, {"x": (2,), "y": (2,)}, {"A": (2, 2), "B": (2, 2), "c": (2,), "s": ()})
    return law if law.degree <= 12 else Law.from_json({**law.to_json(), "let": [], "output": "x"})


@pytest.mark.slow
@given(laws())
@settings(max_examples=100)
def test_every_bound_is_a_proof(law: Law) -> None:
    rank = max(jacobian_rank(law, modulus=OTHER_PRIME, seed=seed).rank for seed in range(2))
    assert rank == generic_rank(law)
    for plan in plans(law, rename=True):
        assert plan.bound >= rank
        judgement = checker.check(plan.certificate().to_json())
        assert judgement.answer in ("accepted", "over the limit"), (judgement.reason, plan.explanation())


@given(laws())
def test_cuts_and_names_leave_the_law_alone(law: Law) -> None:
    found = with_names(law)
    assert expansion(found) == expansion(law)
    theirs = checker.Law(found.to_json())
    assert multidegrees(law) == multidegrees(found) == theirs.degrees()[theirs.output]
    for name, _ in found.let:
        assert (before(found, name).to_json(), after(found, name).to_json()) == checker.before_and_after(theirs, name)


widths = st.lists(st.integers(1, 3), min_size=3, max_size=4).map(tuple)
activations = st.sampled_from([2, 3, "x^2 + x", "x^3 - 2x"])


@given(widths, activations, st.booleans())
@settings(max_examples=40)
def test_networks_are_proved_from_both_sides(widths: tuple[int, ...], activation: Any, biases: bool) -> None:
    network = PolynomialNetwork(widths, activations=activation, biases=biases)
    found = dimension(network, seconds=1)
    assert found.lower <= found.upper <= network.ambient_dimension
    assert found.lower <= found.expected and found.trusts == ()
    if isinstance(activation, int) and not biases:
        assert found.meet


@given(widths, st.sampled_from([2, 3]), st.data())
@settings(max_examples=40)
def test_wider_networks_are_no_smaller(widths: tuple[int, ...], degree: int, data: Any) -> None:
    place = data.draw(st.integers(0, len(widths) - 1))
    wider = tuple(n + (i == place) for i, n in enumerate(widths))
    small, large = (generic_rank(PolynomialNetwork(w, degree).law()) for w in (widths, wider))
    assert small <= large


@given(widths, st.data())
@settings(max_examples=40)
def test_one_output_less_loses_no_more_than_its_monomials(widths: tuple[int, ...], data: Any) -> None:
    """Proved values of nested networks: a network is no larger than what it is composed of."""
    cut = data.draw(st.integers(1, len(widths) - 2))
    whole = generic_rank(PolynomialNetwork(widths, 2).law())
    first = generic_rank(PolynomialNetwork(widths[: cut + 1], 2).law())
    second = generic_rank(PolynomialNetwork(widths[cut:], 2).law())
    assert whole <= first + second


@given(widths, st.sampled_from([2, 3]))
@settings(max_examples=30)
def test_biases_are_homogenized(widths: tuple[int, ...], degree: int) -> None:
    network = PolynomialNetwork(widths, degree, biases=True)
    assert generic_rank(network.law()) <= generic_rank(network.homogenized().law())
