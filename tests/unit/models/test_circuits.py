"""Circuits as data: parameters, dimensions, cuts, and what is no circuit."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from algebra_tnn.exact import PRIME
from algebra_tnn.explore import dimension
from algebra_tnn.laws import derivative, jacobian_rank, value
from algebra_tnn.models.circuits import (
    DeepCircuit,
    MixtureOfTrees,
    OverlappingCircuit,
    ShallowCircuit,
    SumProductNetwork,
    binary_tree,
    pooling_tree,
    swapped_tree,
)
from algebra_tnn.models.circuits.trees import orbits
from algebra_tnn.tensors.formats import CPFormat, HierarchicalFormat, TensorFormat
from tests.unit.tensors.formats.test_gauge import drawn

PAIRS, CROSSED = ((0, 1), (2, 3)), ((0, 2), (1, 3))


def test_parameters_are_counted_as_in_the_literature() -> None:
    """Σ_l r_(l−1) r_l N/2^l + r_(L−1) with r_(−1) = M; shared filters: Σ_l r_(l−1) r_l + r_(L−1); (NM + 1) Z."""
    assert DeepCircuit(8, 3, (4, 5, 2)).parameter_count == 8 * 3 * 4 + 4 * 4 * 5 + 2 * 5 * 2 + 2
    assert DeepCircuit(8, 3, (4, 5, 2), shared=True).parameter_count == 3 * 4 + 4 * 5 + 5 * 2 + 2
    assert ShallowCircuit(5, 3, 7).parameter_count == (5 * 3 + 1) * 7


def test_a_shallow_circuit_is_a_sum_of_rank_one_tensors_with_weights() -> None:
    circuit, format = ShallowCircuit(3, 3, 2), CPFormat((3, 3, 3), 2)
    assert circuit.expected_dimension == format.expected_dimension == 14
    assert circuit == ShallowCircuit(3, 3, 2) != DeepCircuit(3, 3, (2,), tree=(0, 1, 2)) and circuit.width == 2
    assert eval(repr(circuit)) == circuit and eval(repr(DeepCircuit(4, 2, (2, 1)))) == DeepCircuit(4, 2, (2, 1))


def test_trees() -> None:
    assert binary_tree(4) == PAIRS and swapped_tree(4) == CROSSED and binary_tree(6, 1) == (0, 1, 2, 3, 4, 5)
    assert pooling_tree([[0, 2], [1]], 3) == ((0, 2), (1,))
    assert orbits(PAIRS, 3) == 21 and orbits(((0, 1), (2,)), 2) == 6 and orbits(((0,), (1,), (2,)), 2) == 4


EXACT: list[TensorFormat] = [
    ShallowCircuit(2, 2, 3),
    ShallowCircuit(2, 3, 2, shared=True),
    DeepCircuit(4, 2, (2, 1)),
    DeepCircuit(4, 2, (2, 2)),
    DeepCircuit(4, 2, (3, 1)),
    DeepCircuit(4, 3, (3, 2)),
    DeepCircuit(4, 3, (2, 3), shared=True),
    DeepCircuit(3, 3, (2, 2), tree=((0, 1), (2,))),
    DeepCircuit(5, 2, (2, 1), shared=True, tree=((0, 1), (2, 3, 4))),
    DeepCircuit(6, 2, (2, 2), tree=binary_tree(6, 2)),
    DeepCircuit(8, 2, (2, 2, 2), shared=True),
    MixtureOfTrees(4, 3, (1, 1), [PAIRS, CROSSED]),
    MixtureOfTrees(4, 2, (1, 1), [PAIRS, CROSSED], shared=True),
    MixtureOfTrees(4, 3, (2, 1), [PAIRS, CROSSED]),
    OverlappingCircuit(3, 2, (2, 2)),
    OverlappingCircuit(4, 2, (2, 1, 2), shared=True),
    OverlappingCircuit(4, 3, (2, 2)),
]


@pytest.mark.parametrize("circuit", EXACT, ids=str)
def test_expected_dimensions_are_those_at_a_random_point(circuit: TensorFormat) -> None:
    assert jacobian_rank(circuit.law()).rank == circuit.expected_dimension


def test_where_the_formula_counts_too_much_it_says_so() -> None:
    for circuit, actual in ((DeepCircuit(4, 2, (3, 2)), 12), (DeepCircuit(4, 2, (3, 2), shared=True), 5)):
        assert jacobian_rank(circuit.law()).rank == actual < circuit.expected_dimension
        assert any("contains infinitely many" in remark for remark in circuit.remarks)
    assert not any("infinitely" in remark for remark in DeepCircuit(4, 3, (5, 2)).remarks)


@pytest.mark.slow
@pytest.mark.parametrize("circuit", EXACT, ids=str)
def test_dimensions_are_proved(circuit: TensorFormat) -> None:
    found = dimension(circuit)
    assert (found.lower, found.upper, found.trusts) == (circuit.expected_dimension, circuit.expected_dimension, ())


@pytest.mark.parametrize("shared", [False, True])
def test_rotations_of_two_positions_change_nothing(shared: bool) -> None:
    circuit = DeepCircuit(4, 2, (2, 2), shared=shared)
    law, fields = circuit.law(), circuit.symmetries().fields
    rotations = fields[-1:] if shared else fields[-2:]
    assert all(
        not np.any(value(derivative(law, f), drawn((*law.inputs, *law.parameters), 3), modulus=PRIME)) for f in fields
    )
    assert all(dict(field.components).keys() <= {"W1", "W1_0", "W1_1"} for field in rotations)


def test_min_cuts() -> None:
    """Alternate inputs: r_0 for each pair, if it is at most M; one half: the fewest channels on the way to the top."""
    circuit = DeepCircuit(8, 4, (2, 3, 5))
    assert circuit.min_cut([0, 2, 4, 6]) == 2**4 and circuit.min_cut([0, 1, 2, 3]) == 3
    assert DeepCircuit(8, 4, (7, 3, 5), shared=True).min_cut([0, 2, 4, 6]) == 4**4
    assert DeepCircuit(4, 2, (2, 3), tree=CROSSED).min_cut([0, 1]) == 4
    assert MixtureOfTrees(4, 3, (2, 1), [PAIRS, CROSSED]).min_cut([0, 1]) == 1 + 4
    assert OverlappingCircuit(5, 9, (4, 3)).min_cut([0, 1]) == 3 * 4
    assert ShallowCircuit(4, 3, 5).min_cut([0, 2]) == 5 == ShallowCircuit(4, 3, 5).min_cut([0, 1])


def test_overlapping_windows_use_positions_again() -> None:
    circuit = OverlappingCircuit(3, 2, (2, 2))
    (network,) = circuit.networks
    assert [node.name for node in network.nodes if node.parameter == "W0_1"] == ["W0_1", "W0_1_1"]
    assert circuit.parameters.keys() == {"W0_0", "W0_1", "W0_2", "W1_0", "W1_1", "W2"}
    assert circuit.law().degree_in("x1") == 1


def test_a_sum_product_network_is_a_hierarchical_format() -> None:
    network = SumProductNetwork(4, 3, 2)
    same = HierarchicalFormat((3,) * 4, PAIRS, (2, 2))
    assert network.networks == same.networks and network.expected_dimension == same.expected_dimension
    assert (network.inputs, network.dimension, network.sums) == (4, 3, 2) and network == SumProductNetwork(4, 3, 2)
    assert str(network) == "sum-product network of 4 inputs of dimension 3 with 2 sums on ((0,1),(2,3))"
    assert eval(repr(network)) == network


def test_names() -> None:
    assert (
        str(ShallowCircuit(4, 2, 3, shared=True))
        == "shallow circuit of 4 inputs of dimension 2 with width 3, shared filters"
    )
    assert str(MixtureOfTrees(4, 2, (2, 1), [PAIRS, CROSSED])).endswith(
        "channels 2,1, on ((0,1),(2,3)) + ((0,2),(1,3))"
    )
    assert str(OverlappingCircuit(4, 2, (2, 2))).endswith("with channels 2,2, windows of 2 and stride 1")


BAD: list[tuple[type[Exception], str, Any]] = [
    (
        ValueError,
        r"inputs is 6, which is no power of two.*such as \(\(0,1\),\(2,3\),\(4,5\)\)",
        lambda: DeepCircuit(6, 2, (2, 2)),
    ),
    (
        ValueError,
        r"channels has 1 entries; there are 2, one for each layer of brackets",
        lambda: DeepCircuit(4, 2, (2,)),
    ),
    (ValueError, "inputs is 1; a circuit has at least two", lambda: ShallowCircuit(1, 2, 2)),
    (ValueError, "dimension is 0; sizes and ranks are integers from 1 on", lambda: DeepCircuit(4, 0, (2, 2))),
    (ValueError, "width is -1; sizes", lambda: ShallowCircuit(4, 2, -1)),
    (TypeError, "shared is 1; it is True or False", lambda: DeepCircuit(4, 2, (2, 2), shared=1)),
    (
        ValueError,
        r"in the tree input 2 stands in 1 brackets and input 0 in 2",
        lambda: DeepCircuit(3, 2, (2, 2), tree=((0, 1), 2)),
    ),
    (
        ValueError,
        r"the tree has the inputs 0,1,1; those of the circuit are 0,1,2, each once",
        lambda: DeepCircuit(3, 2, (2,), tree=(0, 1, 1)),
    ),
    (ValueError, r"tree is 3; it has brackets", lambda: DeepCircuit(2, 2, (2,), tree=3)),
    (
        ValueError,
        r"tree\[1\] has 0 parts; an inner node of a tree has at least one child",
        lambda: DeepCircuit(2, 2, (2,), tree=((0, 1), ())),
    ),
    (TypeError, r"tree is 'ab'; a tree is a mode or brackets", lambda: DeepCircuit(2, 2, (2,), tree="ab")),
    (ValueError, "6 inputs cannot be halved 2 times", lambda: binary_tree(6, 3)),
    (TypeError, "trees is 3; it is a list of trees", lambda: MixtureOfTrees(4, 2, (2, 2), 3)),
    (
        ValueError,
        r"windows of 3 positions with stride 2 do not cover the 4 positions below layer 1",
        lambda: OverlappingCircuit(4, 2, (2, 2), 3, 2),
    ),
    (ValueError, r"more than 4096 nodes", lambda: OverlappingCircuit(14, 2, (1,) * 14)),
]


@pytest.mark.parametrize(("error", "message", "made"), BAD, ids=range(len(BAD)))
def test_what_is_no_circuit(error: type[Exception], message: str, made: Any) -> None:
    with pytest.raises(error, match=message):
        made()
