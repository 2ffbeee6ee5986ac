"""What the proofs about arithmetic circuits say besides their claims: hypotheses, known values, general formulas."""

from __future__ import annotations

from itertools import combinations, product
from math import comb
from random import Random
from typing import Any

import pytest

from algebra_tnn import Tensor, library, rank
from algebra_tnn.exact import Field
from algebra_tnn.models.circuits import (
    DeepCircuit,
    ShallowCircuit,
    channel_spans,
    law_of_symmetric_products,
    swapped_tree,
    weights_of_links,
)
from tests.proofs import circuits

P = 1048573
FIELD = Field.named(f"GF({P})")


def drawn(shape: tuple[int, ...], rng: Random) -> Any:
    return [drawn(shape[1:], rng) for _ in range(shape[0])] if shape else rng.randrange(P)


def separation(circuit: DeepCircuit, chosen: Any) -> int:
    """The rank at random weights modulo a prime."""
    rng = Random(1)
    weights = {name: drawn(shape, rng) for name, shape in circuit.parameters.items()}
    return rank(Tensor.from_nested(circuit.tensor(weights, modulus=P)).matricized(list(chosen)), FIELD)


def cases(name: str) -> list[Any]:
    module = library.load(name)
    return getattr(module, "INSTANCES", [module.INSTANCE])


def test_instances_satisfy_the_hypotheses() -> None:
    for c in cases("depth/depth_efficiency") + cases("depth/depth_shared"):
        assert all(circuits.depth_efficiency(c).values()), c
    for c, layers in cases("depth/truncated_depth"):
        block = 1 << (layers - 1)
        assert all(circuits.truncated(c, [j for j in range(c.inputs) if j // block % 2 == 0], layers).values()), c
    for c in cases("depth/pooling_halves"):
        assert all(circuits.pooling(c, circuits.halves(c)).values()), c
    for c in cases("depth/deep_circuit"):
        assert all(circuits.diagonal(c).values()), c
    for c in cases("depth/feature_product"):
        assert all(circuits.degree_of_inputs(c.law()).values()), c
    for c in cases("depth/links"):
        assert c.channels[0] >= c.dimension and circuits.splits_pairs(c, circuits.evens(c))


KNOWN = {(4, 2, (2, 2)): 4, (4, 3, (2, 2)): 4, (4, 3, (3, 2)): 9, (8, 2, (2, 2, 2)): 16, (8, 2, (2, 1, 1)): 16}


def test_known_values_are_those_of_the_instances() -> None:
    """With filters of their own, and with shared ones."""
    efficiency = library.load("depth/depth_efficiency")
    found = {(c.inputs, c.dimension, c.channels): efficiency.alternate_rank(c) for c in efficiency.INSTANCES}
    assert found == {**KNOWN, (16, 2, (2, 2, 2, 2)): 256}
    assert {(c.inputs, c.dimension, c.channels) for c in cases("depth/depth_shared")} == set(KNOWN)


@pytest.mark.slow
@pytest.mark.parametrize("shared", [False, True])
def test_spans_at_random_weights(shared: bool) -> None:
    """N = 4, all M ≤ 3 and channels up to 5: alternate inputs and halves, as s_0² and s_1 say."""
    for M in (1, 2, 3):
        for channels in product(range(1, 6), repeat=2):
            circuit = DeepCircuit(4, M, channels, shared)
            low, high = channel_spans(circuit)
            assert (separation(circuit, (0, 2)), separation(circuit, (0, 1))) == (low**2, high), circuit


@pytest.mark.slow
@pytest.mark.parametrize("shared", [False, True])
def test_spans_of_three_layers_at_random_weights(shared: bool) -> None:
    for channels in [(2, 2, 2), (2, 3, 2), (3, 3, 3), (4, 4, 4), (2, 4, 5), (5, 4, 2), (4, 2, 4), (9, 9, 9), (1, 4, 4)]:
        circuit = DeepCircuit(8, 2, channels, shared)
        found = [separation(circuit, chosen) for chosen in ((0, 2, 4, 6), (0, 1, 4, 5), (0, 1, 2, 3))]
        assert found == [s ** (4 >> layer) for layer, s in enumerate(channel_spans(circuit))], circuit


@pytest.mark.parametrize("shared", [False, True])
def test_brackets_of_three_parts(shared: bool) -> None:
    for channels in ((2, 5), (3, 9)):
        circuit = DeepCircuit(6, 2, channels, shared, ((0, 1, 2), (3, 4, 5)))
        products = comb(4, 3) if shared else 2**3
        assert channel_spans(circuit) == (2, min(*channels, products))
        assert separation(circuit, (0, 1, 2)) == channel_spans(circuit)[1]
    with pytest.raises(ValueError, match=r"brackets of \[1, 2\] parts in layer 1; they have equally many"):
        channel_spans(DeepCircuit(3, 2, (2, 2), shared, ((0, 1), (2,))))


@pytest.mark.slow
def test_no_partition_has_more_than_the_alternate_one_and_min_cuts_are_attained() -> None:
    for M, channels in product((2, 3), product((1, 2, 3, 5), repeat=2)):
        circuit = DeepCircuit(4, M, channels)
        for k in (1, 2):
            for chosen in combinations(range(4), k):
                found = separation(circuit, chosen)
                assert found == circuit.min_cut(chosen) <= min(channels[0], M) ** 2, (circuit, chosen)


def test_the_swapped_tree_exchanges_partitions() -> None:
    plain, swapped = DeepCircuit(4, 3, (3, 2)), DeepCircuit(4, 3, (3, 2), tree=swapped_tree(4))
    assert [separation(plain, chosen) for chosen in ((0, 2), (0, 1), (0, 3))] == [9, 2, 9]
    assert [separation(swapped, chosen) for chosen in ((0, 2), (0, 1), (0, 3))] == [2, 9, 9]


def test_the_matrix_of_links_is_the_identity() -> None:
    for c in cases("depth/links"):
        tensor = Tensor.from_nested(c.tensor(weights_of_links(c)))
        size = c.dimension ** (c.inputs // 2)
        assert tensor.matricized(list(circuits.evens(c))) == tuple(
            tuple(int(i == j) for j in range(size)) for i in range(size)
        )


def test_circuits_without_links_or_symmetric_products() -> None:
    with pytest.raises(ValueError, match="inputs that are not in pairs; links join two"):
        weights_of_links(ShallowCircuit(3, 2, 2))
    with pytest.raises(ValueError, match="has 2 channels in its first layer; links need as many as 3 entries"):
        weights_of_links(DeepCircuit(4, 3, (2, 2)))
    with pytest.raises(ValueError, match="no shared filters, or inputs that are not in pairs"):
        law_of_symmetric_products(DeepCircuit(4, 2, (2, 2)))
