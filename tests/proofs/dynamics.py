"""The hypotheses of statements about gradient flow, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from algebra_tnn import library
from algebra_tnn.laws import Law, value

Table = dict[str, bool]


def load(name: str) -> Any:
    return library.load(f"dynamics/{name}")


def is_linear_in_each(law: Law) -> bool:
    """Whether no parameter that the law uses occurs twice in a product."""
    return all(law.degree_in(name) <= 1 for name in law.parameter_names)


def matrices() -> Table:
    format = load("cp_matrices").INSTANCE
    return {"N ≥ 3": len(format.shape) >= 3, "vectors of their own": is_linear_in_each(format.law())}


def generator() -> Table:
    """f does not change where the second row moves by a multiple of the first."""
    module = load("shear")
    symmetric = [*map(list, zip(*module.A, strict=True))] == module.A
    one, two = (value(module.INSTANCE, {"x": [3, 5], "W": [[2, 7], second]}) for second in ([1, 1], [1 + 2, 1 + 7]))
    return {"A is symmetric": symmetric, "f does not change along A θ": one == two}


def scaling() -> Table:
    """The product u v does not change along (u, −v), a symmetric generator."""
    A = [[1, 0], [0, -1]]
    theta = (3, 5)
    moved = [sum(a * t for a, t in zip(row, theta, strict=True)) for row in A]
    return {
        "A is skew": all(A[i][j] == -A[j][i] for i in range(2) for j in range(2)),
        "L does not change along A θ": moved[0] * theta[1] + theta[0] * moved[1] == 0,
    }


def layers(name: str) -> Table:
    network = load(name).INSTANCE
    n, r, m = network.widths
    return {"no activation": network.degree == 1, "r ≤ n + m": r <= n + m, "two layers": network.depth == 2}


def deep(name: str) -> Table:
    law = load(name).INSTANCE
    ends = (law.widths[0], law.widths[-1]) if not isinstance(law, Law) else (2, 2)  # of the identity nothing is asked
    linear = law.degree == 1 if not isinstance(law, Law) else law.degree_in_inputs == 1
    return {"no activations": linear, "two inputs and two outputs": min(ends) >= 2}


def shared() -> Table:
    """With a matrix for each position the same circuit satisfies what is asked of `dynamics/hierarchical_norms`."""
    circuit = load("hierarchical_shared").CIRCUIT
    own = load("hierarchical_norms").CIRCUIT
    return {
        "weights of their own": not circuit.shared,
        "the same tree": (circuit.tree, circuit.channels) == (own.tree, own.channels),
    }


def region() -> Table:
    """One mask is fixed, as the masks are no inputs."""
    module = load("rectified_region")
    return {
        "all patterns": "m1" in module.INSTANCE.input_names,
        "one hidden layer": module.NETWORK.depth == 2,
    }


def untied() -> Table:
    law = load("untied_weights").INSTANCE
    return {"tied": law.degree_in("W") == 2, "one input": dict(law.inputs) == {"x": (1,)}}


def unbalanced(difference: Law, balanced: dict[str, int], other: dict[str, int]) -> Table:
    """At weights that are balanced the rates agree, so the formula is that of the statement; at others they do not."""

    def agree(weights: dict[str, int]) -> bool:
        return value(difference, {"g": 1, **weights}) == 0

    return {"the rates of the statement": agree(balanced), "balanced": agree(other)}


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "dynamics/cp_norms_tied": (
        "vectors of their own",
        lambda: {"vectors of their own": is_linear_in_each(load("cp_norms_tied").INSTANCE), "a norm is asked": True},
    ),
    "dynamics/cp_matrices": ("N ≥ 3", matrices),
    "dynamics/shear": ("A is symmetric", generator),
    "dynamics/no_quadratic_form": (
        "weights are not tied",
        lambda: {
            "weights are not tied": is_linear_in_each(load("no_quadratic_form").INSTANCE),
            "a bond": len(load("no_quadratic_form").INSTANCE.parameters[0][1]) == 2,
        },
    ),
    "dynamics/momentum_scaling": ("A is skew", scaling),
    "dynamics/component_norms_unbalanced": (
        "balanced",
        lambda: unbalanced(
            load("component_norms_unbalanced").INSTANCE, {"a": 2, "b": 2, "c": -2}, {"a": 1, "b": 1, "c": 2}
        ),
    ),
    "dynamics/singular_values_unbalanced": (
        "balanced",
        lambda: unbalanced(load("singular_values_unbalanced").INSTANCE, {"a": 2, "b": 2}, {"a": 1, "b": 3}),
    ),
    "dynamics/hierarchical_shared": ("weights of their own", shared),
    "dynamics/linear_layers_squared": ("no activation", lambda: layers("linear_layers_squared")),
    "dynamics/linear_layers_wide": ("r ≤ n + m", lambda: layers("linear_layers_wide")),
    "dynamics/deep_linear_cubed": ("no activations", lambda: deep("deep_linear_cubed")),
    "dynamics/deep_linear_single": ("two inputs and two outputs", lambda: deep("deep_linear_single")),
    "dynamics/rectified_region": ("all patterns", region),
    "dynamics/untied_weights": ("tied", untied),
}
