"""What the proofs about attention in layers and about filters say besides their verdicts."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import Any

import pytest

from algebra_tnn import library
from algebra_tnn.laws import jacobian_rank
from algebra_tnn.models.structured import ConvolutionalNetwork, LightningAttention
from tests.proofs import structured_networks


def test_theorems_satisfy_their_hypotheses() -> None:
    for name, hypotheses in (
        ("lightning_layers", structured_networks.layers),
        ("lightning_token", structured_networks.one_token),
        ("normalized_attention", structured_networks.normalized),
        ("normalized_layers", structured_networks.normalized),
        ("normalized_quotient", structured_networks.normalized),
    ):
        for attention in library.load(f"dimension/{name}").INSTANCES:
            assert all(hypotheses(attention).values()), (name, attention)
    assert all(structured_networks.filters("identifiability/filters").values())


def test_the_numbers_of_the_text() -> None:
    module = library.load("dimension/lightning_layers")
    assert [module.count(each) for each in module.INSTANCES] == [8, 7, 16, 10, 23, 10, 30]
    assert [each.expected_dimension for each in library.load("identifiability/filters").INSTANCES] == [3, 4, 4, 5, 4, 5]


@pytest.mark.slow
def test_lightning_attention_of_all_small_sizes() -> None:
    """G22 and G22b at random weights: lower bounds that reach the numbers of the statements, and never pass them."""
    for L, d, a, t, m in product((1, 2, 3), (1, 2, 3), (1, 2, 3, 4), (1, 2, 3), (1, 2)):
        attention = LightningAttention(d, t, a, m, L)
        wide = attention.parameter_count - attention.orbit_dimension
        expected = attention.one_token_dimension if t == 1 else wide
        assert wide == L * min(a, d) * (2 * d - min(a, d)) + m * d - L
        assert jacobian_rank(attention.law()).rank == expected, attention


Root = tuple[int, int]  # an independent number and a power of a root of one


def factorizations(network: ConvolutionalNetwork) -> int:
    """In how many ways the zeros of Π w_l(z^S_l) are zeros of such factors, each a set of classes of S_l zeros.

    The zeros of one class are a number times the powers of a primitive root of one of the order of all strides.
    """
    order = prod(network.strides)
    scales = [prod(network.strides[:k]) for k in range(len(network.strides))]
    roots: list[Root] = []
    for number, (k, scale) in enumerate(zip(network.filters, scales, strict=True)):
        for n in range(k - 1):
            roots += [(10 * number + n, order // scale * power) for power in range(scale)]

    def invariant(some: frozenset[Root], scale: int) -> bool:
        return all((n, (power + order // scale) % order) in some for n, power in some)

    found = 0
    for places in product(range(len(scales)), repeat=len(roots)):
        parts: Any = [frozenset(x for x, p in zip(roots, places, strict=True) if p == k) for k in range(len(scales))]
        sizes = [len(part) for part in parts] == [(k - 1) * s for k, s in zip(network.filters, scales, strict=True)]
        found += sizes and all(map(invariant, parts, scales))
    return found


@pytest.mark.parametrize(
    ("filters", "strides", "number"),
    [
        ((3, 2), (1, 1), 3),
        ((3, 3), (1, 1), 6),
        ((2, 2, 2), (1, 1, 1), 6),
        ((2, 3, 2), (2, 1, 1), 3),
        ((2, 2, 2), (1, 2, 1), 2),
        ((3, 2), (2, 1), 1),
        ((2, 2, 2), (2, 2, 1), 1),
        ((1, 3), (3, 1), 1),
    ],
)
def test_factorizations_are_counted(filters: tuple[int, ...], strides: tuple[int, ...], number: int) -> None:
    """G23b: every distribution of the zeros, tried."""
    network = ConvolutionalNetwork.at_one(filters, degrees=1, strides=strides)
    assert network.factorizations == factorizations(network) == number


def test_runs_of_linear_layers() -> None:
    assert ConvolutionalNetwork.at_one((3, 2, 2, 3), degrees=(1, 2, 1)).factorizations == 3 * 3
    assert ConvolutionalNetwork.at_one((3, 2, 2, 3), degrees=(2, 1, 3), strides=2).factorizations == 1
    assert ConvolutionalNetwork.at_one((3, 2), activations="x^2 + x").factorizations is None
    assert ConvolutionalNetwork.at_one((3, 2), degrees=1, channels=(1, 1, 1)).factorizations is None
