"""The hypotheses of statements about derivatives of networks, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations

from algebra_tnn import CP, WeightedNetwork, library, rank
from algebra_tnn.exact import Matrix
from algebra_tnn.models.derivatives import derivative_terms
from algebra_tnn.models.derivatives.values import layer_slopes

Table = dict[str, bool]


def proportional(matrix: Matrix) -> bool:
    """Whether two columns are."""
    columns = list(zip(*matrix, strict=True))
    return any(rank((one, two)) < 2 for one, two in combinations(columns, 2))


def layers(name: str) -> Table:
    network = library.load(name).INSTANCE
    assert isinstance(network, WeightedNetwork)
    return {
        "two layers of weights": network.network.depth == 2,
        "activations are not linear": all(r >= 2 for r in network.network.degrees),
    }


def recovered(network: WeightedNetwork, points: Sequence[Sequence[int]]) -> Table:
    """The matrices in the order in which the first two may have independent columns."""
    terms = derivative_terms(network, points)
    full = [mode for mode, factor in enumerate(terms.factors) if rank(factor) == terms.length]
    third = [mode for mode in range(3) if mode not in full[:2]]
    (values,) = layer_slopes(network, points, 0)
    return {
        "two have independent columns": len(full) >= 2,
        "the third has no proportional ones": not proportional(terms.factors[third[0]]),
        "enough pre-activations": all(len(set(t)) >= network.network.degree for t in zip(*values, strict=True)),
    }


def recovered_line() -> Table:
    module = library.load("identifiability/recovered_weights_line")
    return recovered(module.INSTANCE, module.POINTS)


def symmetric_terms(network: WeightedNetwork, order: int) -> Table:
    """At the point (1, …, 1), which the proofs take."""
    points = [[1] * network.network.widths[0]]
    (W1, _), (W2, _) = network.network.layers(network.weights)
    (gamma,) = layer_slopes(network, points, order)
    return {
        "k ≥ 3": order >= 3,
        "the a_i are independent": rank(W1) == len(W1),
        "no γ_i and no w_i is zero": all(x for row in gamma for x in row) and all(map(any, zip(*W2, strict=True))),
    }


def rectified() -> Table:
    law = library.load("uniqueness/third_derivative_rectified").INSTANCE
    rows, columns = dict(law.parameters)["W1"]
    return {"rows may be independent": rows <= columns, "σ‴ is not zero": law.degree_in("x") >= 3}


def hessians(network: WeightedNetwork, points: Sequence[Sequence[int]]) -> Table:
    terms = derivative_terms(network, points, 2)
    assert isinstance(terms, CP)
    return {
        "the a_i are independent": rank(terms.factors[1]) == terms.length,
        "no two γ_i are proportional": not proportional(terms.factors[3]),
    }


def quadratic() -> Table:
    module = library.load("uniqueness/hessian_terms_quadratic")
    return hessians(module.INSTANCE, module.POINTS)


def gate() -> Table:
    """A function of one pre-activation has its gradients in one direction."""
    module = library.load("depth/jacobian_deep_gate")
    gradients = [tuple(6 * x[1 - j] for j in range(2)) for x in module.POINTS]
    stated = [tuple(column) for column in zip(*module.INSTANCE[0], strict=True)]
    return {"one pre-activation each": rank(tuple(gradients)) == 1, "differentiable": stated == gradients}


def asymmetric() -> Table:
    C = library.load("depth/jacobian_of_form_asymmetric").COEFFICIENTS
    return {
        "C is symmetric": [list(row) for row in zip(*C, strict=True)] == C,
        "C has the form x_0 x_1": sum(map(sum, C)) == 1,
    }


def line() -> Table:
    points = library.load("depth/jacobian_evaluations_line").INSTANCE
    return {
        "no polynomial of degree one vanishes": rank(tuple((1, *x) for x in points)) == 3,
        "different points": len(set(points)) == 3,
    }


def dependent(name: str) -> Table:
    network = library.load(f"identifiability/{name}").INSTANCE
    m, r, n = network.widths
    return {
        "the w_i v_iᵀ are independent": r <= m * n,
        "fifth powers are determined": 2 * r <= network.basis[-1].degree + 1,
    }


def flat() -> Table:
    module = library.load("identifiability/three_layer_jacobian_flat")
    points = dict(module.INSTANCE.sizes)["n"]
    (a, b), (c, d) = module.MIDDLE
    return {
        "no entry of W_2 is zero": all((a, b, c, d)),
        "no minor of W_2 is zero": a * d != b * c,
        "general slopes at so many points": points >= 9,
    }


def other_point() -> Table:
    module = library.load("learning/entangled_points")
    network, span = module.INSTANCE, library.load("learning/entangled_span")
    slopes, *_ = layer_slopes(network, [module.POINT], 1)
    same = [[g * x for g, x in zip(slopes[0], row, strict=True)] for row in module.ENTANGLED]
    return {
        "the v_l are those at the point": same == module.ENTANGLED,
        "the span": module.SPAN == span.INSTANCE,
    }


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "depth/jacobian_three_layers": ("two layers of weights", lambda: layers("depth/jacobian_three_layers")),
    "depth/third_derivative_three_layers": (
        "two layers of weights",
        lambda: layers("depth/third_derivative_three_layers"),
    ),
    "identifiability/recovered_weights_line": ("the third has no proportional ones", recovered_line),
    "uniqueness/second_derivative_terms": (
        "k ≥ 3",
        lambda: symmetric_terms(library.load("uniqueness/second_derivative_terms").INSTANCE, 2),
    ),
    "uniqueness/third_derivative_rectified": ("σ‴ is not zero", rectified),
    "uniqueness/hessian_terms_quadratic": ("no two γ_i are proportional", quadratic),
    "depth/jacobian_deep_gate": ("one pre-activation each", gate),
    "depth/jacobian_of_form_asymmetric": ("C is symmetric", asymmetric),
    "depth/jacobian_evaluations_line": ("no polynomial of degree one vanishes", line),
    **{
        f"identifiability/{name}": ("the w_i v_iᵀ are independent", partial(dependent, name))
        for name in ("decoupling_dependent", "decoupling_linear_terms")
    },
    "identifiability/three_layer_jacobian_flat": ("no minor of W_2 is zero", flat),
    "learning/entangled_points": ("the v_l are those at the point", other_point),
}

#  These violate nothing: slopes are not determined by Jacobians, nor terms of forms by those of their gradients alone.
CONVERSES = {"depth/jacobian_paratuck_scales", "uniqueness/jacobian_one_output"}
