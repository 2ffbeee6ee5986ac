"""The hypotheses of statements about tanh, ReLU and equivariant networks, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, pairwise, permutations, product
from typing import Any

from algebra_tnn import library
from algebra_tnn.models.equivariant import EquivariantNetwork, pair_orbits
from algebra_tnn.models.rectified import regions
from algebra_tnn.provers.dimensions.masked_minors import masked_rank

Table = dict[str, bool]


def load(name: str) -> Any:
    return library.load(name)


def irreducible(W: Sequence[Sequence[int]], b: Sequence[int], a: Sequence[int], activation: str = "tanh") -> Table:
    neurons = [(*row, bias) for row, bias in zip(W, b, strict=True)]
    opposite = [tuple(-x for x in neuron) for neuron in neurons]
    pairs = combinations(range(len(neurons)), 2)
    return {
        "tanh": activation == "tanh",
        "outgoing weights": 0 not in a,
        "no neuron is constant": all(map(any, W)),
        "no two are parallel": not any(neurons[i] in (neurons[j], opposite[j]) for i, j in pairs),
    }


def reducible(name: str) -> Table:
    """Besides, that no permutation and change of signs takes the neurons to the others."""
    module = load(f"identifiability/{name}")
    one, two = (list(zip(n["W"], n["b"], n["a"], strict=True)) for n in (module.NEURONS, module.REPLACED))
    assert not signed_permutation(one, two)
    return irreducible(**module.NEURONS)


def signed_permutation(one: list[Any], two: list[Any]) -> bool:
    """Whether the neurons (w, b, a) of the first are those of the second, in another order and with other signs."""
    changed = [[(w, b, a), ([-x for x in w], -b, -a)] for w, b, a in one]
    return any(list(chosen) in map(list, permutations(two)) for chosen in product(*changed))


def exponential() -> Table:
    network = load("identifiability/tanh_exponential").INSTANCE
    return irreducible([[1]], [1], [1], network.activation)


def rectified(name: str) -> Table:
    """The functional dimension by inputs in all regions, and the widths."""
    module = load(f"identifiability/{name}")
    network, weights = module.INSTANCE, module.WEIGHTS
    inputs = [x for region in regions(network, weights) for x in region.polyhedron.simplex()]
    point, scaled = network.in_integers(weights, inputs)
    found = masked_rank(network.law(), network.masks, point, [{"x": x} for x in scaled])
    return {
        "functional dimension": found == network.parameter_count - network.hidden,
        "widths do not increase": all(m >= n for m, n in pairwise(network.widths)),
    }


def commuting(network: EquivariantNetwork) -> Table:
    return {
        "weights equal on orbits": True,
        "r ≥ 2": min(network.unrestricted.degrees) >= 2,
        "not summed": network.output != "sum",
    }


def padded() -> Table:
    numbers, orbits = load("dimension/equivariant_padded").NUMBERS, pair_orbits([(1, 2, 0)])
    values = {(orbit, n) for row, line in zip(orbits, numbers, strict=True) for orbit, n in zip(row, line, strict=True)}
    return {"weights equal on orbits": len(values) == len({orbit for orbit, _ in values}), "the same activation": True}


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "identifiability/tanh_exponential": ("tanh", exponential),
    "identifiability/tanh_idle": ("outgoing weights", lambda: reducible("tanh_idle")),
    "identifiability/tanh_constant": ("no neuron is constant", lambda: reducible("tanh_constant")),
    "identifiability/tanh_parallel": ("no two are parallel", lambda: reducible("tanh_parallel")),
    "identifiability/rectified_idle": ("functional dimension", lambda: rectified("rectified_idle")),
    "identifiability/rectified_linear": ("functional dimension", lambda: rectified("rectified_linear")),
    "dimension/equivariant_padded": ("weights equal on orbits", padded),
    "dimension/equivariant_linear": ("r ≥ 2", lambda: commuting(load("dimension/equivariant_linear").INSTANCE)),
    "dimension/equivariant_sum": ("not summed", lambda: commuting(load("dimension/equivariant_sum").INSTANCE)),
}

#  Readings that go too far.
CONVERSES = {"dimension/equivariant_shift", "identifiability/rectified_line", "learning/rectified_flips"}
