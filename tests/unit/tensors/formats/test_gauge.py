from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from algebra_tnn.exact import PRIME, rank_profile
from algebra_tnn.laws import Law, derivative, value
from algebra_tnn.laws.draws import Draw
from algebra_tnn.tensors.formats import BlockTermFormat, TensorFormat, TuckerFormat
from algebra_tnn.tensors.formats.gauge import gauge_dimension
from algebra_tnn.tensors.formats.networks import Network
from tests.unit.tensors.formats.examples import EXAMPLES


def drawn(declared: Any, seed: int) -> dict[str, Any]:
    draw = Draw(seed, PRIME // 2)
    return {name: draw.array(shape).astype(int).tolist() for name, shape in declared}


def rank_of_fields(format: TensorFormat) -> int:
    """Of their values at a random point."""
    law = format.law()
    point, rows = drawn(law.parameters, 3), []
    for field in format.symmetries().fields:
        moved = dict(field.components)
        row: list[int] = []
        for name, shape in law.parameters:
            if name in moved:
                part = value(Law((), law.parameters, (), moved[name]), point, modulus=PRIME)
            else:
                part = np.zeros(shape, dtype=int)
            row += np.array(part).ravel().tolist()
        rows.append(row)
    return rank_profile(rows, PRIME).rank


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name != "symmetric"])
def test_the_dimension_of_the_gauge_is_that_of_its_orbits(name: str) -> None:
    assert rank_of_fields(EXAMPLES[name]) == EXAMPLES[name].gauge_dimension


def test_a_bond_that_is_too_large_has_stabilizers() -> None:
    format = TuckerFormat((2, 3, 3), (3, 1, 1))
    assert rank_of_fields(format) < format.gauge_dimension


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_tensor_does_not_change_along_the_fields(name: str) -> None:
    law = EXAMPLES[name].law()
    point = drawn((*law.inputs, *law.parameters), 5)
    fields = EXAMPLES[name].symmetries().fields
    for field in fields[:: max(1, len(fields) // 4)]:
        assert not np.any(value(derivative(law, field), point, modulus=PRIME))
        assert any(
            np.any(value(Law((), law.parameters, (), moved), {n: point[n] for n in law.parameter_names}, modulus=PRIME))
            for _, moved in field.components
        )


def test_a_block_that_is_any_matrix_absorbs_others() -> None:
    """c_a along c_b, for square A_b or B_b, or larger ones: further fields, along which nothing changes."""
    for shape, ranks, more in (((3, 2, 3), (3, 1), 1), ((2, 2, 4), (2, 2), 2), ((4, 4, 2), (2, 2), 0)):
        format = BlockTermFormat(shape, ranks)
        law = format.law()
        assert rank_of_fields(format) == format.gauge_dimension + more
        point = drawn((*law.inputs, *law.parameters), 5)
        for field in format.symmetries().fields[-2:]:
            assert not np.any(value(derivative(law, field), point, modulus=PRIME))


def test_nodes_that_only_a_constant_joins() -> None:
    """They may still be rescaled against each other."""
    words = {"A": "ip", "B": "jq", "fixed": "pqk"}
    fixed = [[[1, 0, 0], [0, 1, 0]], [[0, 1, 0], [0, 0, 1]]]
    network = Network.of(words, {"i": 2, "j": 2, "k": 3, "p": 2, "q": 2}, "ijk", constants={"fixed": fixed})
    assert gauge_dimension(network) == 1 and network.bonds == {}
