"""The hypotheses of the statements about moments, as they are for their counterexamples."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from algebra_tnn import WeightedNetwork, library, rank
from algebra_tnn.exact.measures import Normal, Uniform
from algebra_tnn.exact.scalars import transposed
from algebra_tnn.explore import MomentDecomposition, moment_decomposition
from algebra_tnn.laws import expansion, value
from algebra_tnn.models.moments import NetworkMoment

Table = dict[str, bool]


def module(name: str) -> Any:
    return library.load(f"learning/{name}")


def uniform() -> Table:
    f = module("stein_uniform").INSTANCE
    ends = [value(f, {"x": [end], "c": 1}) for end in Uniform(0, 1).boundary]
    return {"a polynomial": f.degree == 2, "no boundary, or its term is kept": ends[0] == ends[1]}


def moment(name: str, order: int) -> MomentDecomposition:
    network = module(name).INSTANCE
    assert isinstance(network, WeightedNetwork)
    return moment_decomposition(network, order)


def rows(name: str) -> Table:
    """For the order 3."""
    found = moment(name, 3)
    count = len(found.neurons)
    return {
        "all λ_i ≠ 0": not found.idle and count == len(found.rows),
        "independent rows": rank(found.rows) == count,
    }


def even() -> Table:
    network = module("first_layer_even").INSTANCE
    return {"one hidden layer": network.depth == 2, "all λ_i ≠ 0": any(expansion(NetworkMoment(network, 3).law()))}


def gated() -> Table:
    weights = module("mixture_gated").weights
    at = [weights(x) for x in (Fraction(0), Fraction(1))]
    return {"the choice does not depend on x": at[0] == at[1], "weights sum to one": [sum(w) for w in at] == [1, 1]}


def asymmetric() -> Table:
    T = module("push_forward_asymmetric").T
    return {"symmetric matrices": transposed(T) == T, "normal variables": True}


def forms() -> Table:
    model = module("push_forward_few").INSTANCE
    return {"symmetric matrices": True, "enough forms": model.maps >= model.latent * (model.latent + 1) // 2}


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "learning/stein_uniform": ("no boundary, or its term is kept", uniform),
    "learning/hermite_tensors_wide": (
        "variance one",
        lambda: {"variance one": module("hermite_tensors_wide").VARIANCE == 1, "mean zero": True},
    ),
    "learning/network_moment_uniform": (
        "normal inputs",
        lambda: {"one hidden layer": True, "normal inputs": Uniform(-1, 1).moment(2) == Normal().moment(2)},
    ),
    "learning/first_layer_even": ("all λ_i ≠ 0", even),
    "learning/first_layer_parallel": ("independent rows", lambda: rows("first_layer_parallel")),
    "learning/first_layer_wide": ("independent rows", lambda: rows("first_layer_wide")),
    "learning/hermite_correlation_long": (
        "lengths one",
        lambda: {"lengths one": module("hermite_correlation_long").LENGTH ** 2 == 1, "normal inputs": True},
    ),
    "learning/population_risk_long": (
        "lengths one",
        lambda: {"lengths one": module("population_risk_long").LENGTH ** 2 == 1, "normal inputs": True},
    ),
    "learning/relu_coefficients_long": (
        "length one",
        lambda: {"length one": module("relu_coefficients_long").WEIGHT ** 2 == 1, "normal inputs": True},
    ),
    "learning/mixture_gated": ("the choice does not depend on x", gated),
    "learning/push_forward_asymmetric": ("symmetric matrices", asymmetric),
    "learning/push_forward_sheared": (
        "RᵀR = 1",
        lambda: {"RᵀR = 1": module("push_forward_sheared").R ** 2 == 1, "symmetric matrices": True},
    ),
    "learning/push_forward_few": ("enough forms", forms),
}
