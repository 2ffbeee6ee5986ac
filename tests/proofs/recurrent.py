"""The hypotheses of statements about recurrent networks and attention, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

from algebra_tnn import library, rank
from algebra_tnn.laws import value
from algebra_tnn.models.recurrent import RecurrentCircuit, SecondOrderRNN

Table = dict[str, bool]


def instance(name: str) -> Any:
    return library.load(name).INSTANCE


def activated() -> Table:
    network: SecondOrderRNN = instance("depth/recurrent_train_activated")
    return {"no activation": network.activation is None, "bilinear": not network.affine}


def deep() -> Table:
    circuit: RecurrentCircuit = instance("depth/recurrent_circuit_deep")
    return {"one layer": circuit.depth == 1, "the grid tensor": circuit.templates}


def terms() -> Table:
    """One term per hidden number, and no term is zero."""
    verdict = library.run("depth/multiplicative_integration_short").verdict
    factors = verdict.claim.tensor.factors
    return {"R = n": verdict.claim.rank == len(factors[0]), "no zero row": all(any(row) for row in factors[0])}


def label() -> Table:
    """A core has the label if its values for two labels can differ."""
    law = instance("depth/classifier_two_cores")
    point: dict[str, Any] = {"x0": [1, 2], "x1": [3, 5], "y": [1, 0], "A": [[1, 1], [1, 1]], "B": [[1, 1], [1, 1]]}

    def feels_the_label(core: str) -> bool:
        changed = {**point, core: [[1, 1], [7, 7]]}
        return value(law, changed) != value(law, {**changed, "y": [0, 1]})

    return {"one core has the label": sum(map(feels_the_label, "AB")) == 1, "bonds of size one": True}


def special_cores() -> Table:
    module = library.load("depth/train_alternate_special")
    special, general = module.INSTANCE, module.GENERAL
    return {
        "d is even": special.steps % 2 == 0 == general.steps - special.steps,
        "general cores": special.hidden == general.hidden,
    }


def commuting() -> Table:
    """The matrices of a general core do not commute; those of the instance do."""
    law = instance("depth/equal_cores_diagonal")
    point = {"s": [2, 3], "D": [[1, 4], [5, 2]], "w": [7, 1]}

    def f(*places: int) -> Any:
        units = {f"x{t}": [int(i == place) for i in range(2)] for t, place in enumerate(places)}
        return value(law, {**point, **units})

    ordered = any(f(*places) != f(*sorted(places)) for places in product(range(2), repeat=4))
    return {"d is even": len(law.inputs) % 2 == 0, "a general core": ordered, "an open chain": True}


def hidden_numbers() -> Table:
    circuit: RecurrentCircuit = instance("depth/start_end_one")
    return {"R ≥ 2": circuit.hidden >= 2, "general weights": circuit.law().parameter_count > 0}


def heads() -> Table:
    network = instance("depth/attention_narrow")
    return {
        "H a ≥ d": network.heads * network.width >= network.dimension,
        "general weights": network.law().parameter_count > 0,
    }


def span(vectors: Sequence[Sequence[int]], matrices: Sequence[Any]) -> int:
    """The dimension of the least space with these vectors that the matrices take to itself."""
    found = [tuple(v) for v in vectors]
    for v in found:
        for matrix in matrices:
            image = tuple(sum(row[p] * v[p] for p in range(len(v))) for row in matrix)
            if rank((*found, image)) > rank(tuple(found)):
                found.append(image)
    return rank(tuple(found))


def minimal(tensor: Any, start: Sequence[int], readout: Sequence[int]) -> bool:
    """Whether states and covectors span the space, for the tensor A_{pik}."""
    n = len(tensor)
    backward = [[[tensor[p][i][k] for k in range(n)] for p in range(n)] for i in range(len(tensor[0]))]
    forward = [[list(row) for row in zip(*matrix, strict=True)] for matrix in backward]
    return span([start], forward) == n == span([readout], backward)


def idle() -> Table:
    module = library.load("depth/cp_hierarchy_idle")
    minimal_one = minimal(module.TENSOR, module.START, module.READOUT)
    return {"no activation, no affine terms": True, "a minimal network": minimal_one}


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "depth/recurrent_train_activated": ("no activation", activated),
    "depth/recurrent_circuit_deep": ("one layer", deep),
    "depth/multiplicative_integration_short": ("R = n", terms),
    "depth/classifier_two_cores": ("one core has the label", label),
    "depth/train_alternate_special": ("general cores", special_cores),
    "depth/equal_cores_diagonal": ("a general core", commuting),
    "depth/start_end_one": ("R ≥ 2", hidden_numbers),
    "depth/attention_narrow": ("H a ≥ d", heads),
    "depth/cp_hierarchy_idle": ("a minimal network", idle),
}
