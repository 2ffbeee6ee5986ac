from __future__ import annotations

import json

import pytest

from algebra_tnn import checker
from algebra_tnn.explore import depth_efficiency
from algebra_tnn.laws import Law
from algebra_tnn.models.circuits import DeepCircuit, ShallowCircuit
from algebra_tnn.tensors.formats import HierarchicalFormat, TrainFormat


def test_a_deep_network() -> None:
    found = depth_efficiency(HierarchicalFormat((3, 3, 3, 3), None, (3, 2)))
    assert (found.lower, found.upper, found.partition, found.status, found.trusts) == (9, 18, (0, 2), "proved", ())
    assert found.certificate is not None and found.certificate.rule == "coefficient-minor"
    assert checker.check(found.certificate.to_json()).answer == "accepted"
    first, second, third, *_ = found.explanation.splitlines()
    assert first == "shallow width ≥ 9 (proved); 18 is enough"
    assert second == (
        "  for almost all parameters the output is no sum of fewer than 9 products of functions of one input each, "
        "and no limit of such sums"
    )
    assert third == "  since the separation rank = 9 (proved)"
    written = json.loads(json.dumps(found.to_dict()))
    assert (written["lower"], written["upper"], written["partition"]) == (9, 18, [0, 2])
    assert written["separation_rank"]["lower"] == 9 and ">shallow width" in found._repr_html_()


def test_a_width_that_is_known() -> None:
    for network, width in ((ShallowCircuit(4, 3, 5), 5), (DeepCircuit(4, 3, (3, 2)), 9)):
        found = depth_efficiency(network)
        assert found.lower == found.upper == width
        assert found.explanation.startswith(f"shallow width = {width} (proved)\n")


def test_partitions() -> None:
    circuit = DeepCircuit(4, 3, (3, 1))
    assert depth_efficiency(circuit).lower == 9
    half = depth_efficiency(circuit, partitions=[(0, 1)])
    assert (half.lower, half.partition) == (1, (0, 1))


def test_many_inputs_take_turns() -> None:
    found = depth_efficiency(TrainFormat((2,) * 11, (2,) * 10))
    assert found.lower == 32 and found.partition == tuple(range(0, 11, 2))


def test_given_weights() -> None:
    found = depth_efficiency(Law.trace(lambda x, y: x @ y, {"x": (2,), "y": (2,)}, {}))
    assert found.lower == 2 and found.statement.startswith("for these weights")


def test_one_input() -> None:
    with pytest.raises(ValueError, match=r"^the law has 1 input; "):
        depth_efficiency(Law.trace(lambda x: x @ x, {"x": (2,)}, {}))
