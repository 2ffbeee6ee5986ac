"""The law of a circuit with shared filters, by way of the symmetric products of two inputs."""

from __future__ import annotations

from functools import reduce
from itertools import combinations_with_replacement
from operator import mul
from typing import Any

from algebra_tnn.laws.law import Law
from algebra_tnn.laws.tracing import Traced, einsum, named
from algebra_tnn.models.circuits.deep import DeepCircuit
from algebra_tnn.models.circuits.trees import windows_of


def law_of_symmetric_products(circuit: DeepCircuit) -> Law:
    """The same function, written with the M(M + 1)/2 symmetric products of the inputs of each pair as values q0, q1, ….

    With one matrix W0, ⟨w, x⟩ ⟨w, y⟩ for the inputs x and y of a pair is Σ_(i ≤ j) w_i w_j q_ij, where q_ij is
    x_i y_j + x_j y_i for i < j, and x_i y_i for i = j. These values are fewer than M², and cut the law.

    Raises: ValueError unless filters are shared and the brackets of the first layer are pairs.

    >>> law = law_of_symmetric_products(DeepCircuit(4, 2, (4, 4), shared=True))
    >>> [name for name, _ in law.let if name[0] == "q"]
    ['q0', 'q1']
    """
    windows = windows_of(circuit.tree)
    if not circuit.shared or {len(window) for window in windows[0]} != {2}:
        raise ValueError(f"{circuit} has no shared filters, or inputs that are not in pairs")
    entries = list(combinations_with_replacement(range(circuit.dimension), 2))
    one, both = _selecting(entries, circuit.dimension), _selecting(entries, circuit.dimension, symmetric=True)
    law = circuit.law()

    def forward(**given: Traced) -> Traced:
        x = [given[name] for name in law.input_names]
        frame = einsum("kij,ri,rj->rk", one, given["W0"], given["W0"])
        products = [einsum("kij,i,j->k", both, x[a], x[b]) for a, b in windows[0]]
        values = [frame @ named(f"q{pair}", q) for pair, q in enumerate(products)]
        for layer, positions in enumerate(windows[1:], start=1):
            mapped = [given[f"W{layer}"] @ value for value in values]
            values = [reduce(mul, (mapped[k] for k in window)) for window in positions]
        return given[f"W{len(windows)}"] @ values[0]

    return Law.trace(forward, dict(law.inputs), dict(law.parameters))


def _selecting(entries: list[tuple[int, int]], size: int, *, symmetric: bool = False) -> Any:
    """For each (i, j) the matrix E_ij, or E_ij + E_ji."""
    kept = [{(i, j), (j, i)} if symmetric else {(i, j)} for i, j in entries]
    return [[[int((a, b) in places) for b in range(size)] for a in range(size)] for places in kept]
