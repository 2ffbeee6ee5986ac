from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pytest

from algebra_tnn.claims import DimensionAtMost
from algebra_tnn.laws import value
from algebra_tnn.tensors import Tensor
from algebra_tnn.tensors.formats import CPFormat, TensorFormat, TrainFormat, TubalFormat, TuckerFormat, flattening_image
from algebra_tnn.verification import verify

FORMATS: list[TensorFormat] = [
    TrainFormat((2, 3, 2, 2), (2, 2, 2)),
    TuckerFormat((3, 2, 3), (2, 2, 2)),
    CPFormat((2, 3, 3), 2),
    TubalFormat((3, 2, 2), 1),
]
CASES = [(format, modes) for format in FORMATS for n in (1, 2) for modes in combinations(range(format.order), n)]


def drawn(declared: Any, seed: int) -> dict[str, Any]:
    source = np.random.default_rng(seed)
    return {name: source.integers(-9, 9, shape).tolist() for name, shape in declared}


@pytest.mark.parametrize(("format", "modes"), CASES, ids=str)
def test_the_flattening_times_a_vector(format: TensorFormat, modes: tuple[int, ...]) -> None:
    law, kept = flattening_image(format.networks[0], modes)
    point = drawn((*law.inputs, *law.parameters), 2)
    nodes = {name: point[name] for name, _ in law.parameters if name != "v"}
    M = np.array(Tensor.from_nested(format.tensor(nodes)).matricized(modes))
    total = np.ravel(point["w"]) @ M @ np.ravel(point["v"])
    parts = {
        name: np.sum(np.multiply(node, point[f"z_{name}"])) for name, node in nodes.items() if f"z_{name}" in point
    }
    assert value(law, point) == total + sum(parts.values())
    assert kept == sum(np.size(nodes[name]) for name in parts)


@pytest.mark.slow
@pytest.mark.parametrize(("format", "modes"), CASES, ids=str)
def test_the_bound_is_proved(format: TensorFormat, modes: tuple[int, ...]) -> None:
    law, kept = flattening_image(format.networks[0], modes)
    assert verify(DimensionAtMost(law, kept + format.min_cut(modes))).status == "proved"
