from __future__ import annotations

import pytest

from algebra_tnn import checker
from algebra_tnn.laws import Law, apply, einsum, named
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.provers.dimensions.factorizations import through_power_sum
from algebra_tnn.provers.dimensions.plans import Plan
from algebra_tnn.provers.dimensions.secants import power_sum_plans

W = {"W": (4, 3), "V": (2, 4)}
FACTORED = {
    "two layers": (lambda x, W, V: V @ (W @ x) ** 2, W, PowerSum((3, 2), (2, 1), 4)),
    "names": (lambda x, W, V: V @ named("h", named("z", W @ x) ** 2), W, PowerSum((3, 2), (2, 1), 4)),
    "rows": (lambda x, W, V: ((x @ W.T) ** 2) @ V.T, None, None),
    "transposed": (
        lambda x, W, V: einsum("j,ji->i", (x @ W) ** 3, V),
        {"W": (3, 4), "V": (4, 2)},
        PowerSum((3, 2), (3, 1), 4),
    ),
    "linear": (lambda x, W, V: V @ (W @ x), W, PowerSum((3, 2), (1, 1), 4)),
    "a bias": (lambda x, W, V, b: V @ (W @ x + b) ** 2, {**W, "b": (4,)}, PowerSum((4, 2), (2, 1), 4)),
    "a bias in front": (lambda x, W, V, b: V @ (b + W @ x) ** 2, {**W, "b": (4,)}, PowerSum((4, 2), (2, 1), 4)),
    "a vector": (lambda x, W, v: v @ (W @ x) ** 2, {"W": (4, 3), "v": (4,)}, PowerSum((3, 1), (2, 1), 4)),
    "no weights": (lambda x, W: ((W @ x) ** 2).sum(), {"W": (4, 3)}, PowerSum((3, 1), (2, 1), 4)),
    "two powers": (
        lambda x, A, B: einsum("i,i->", (A @ x) ** 2, B @ x),
        {"A": (4, 3), "B": (4, 3)},
        PowerSum((3, 3, 1), (2, 1, 1), 4),
    ),
    "a name y": (lambda x, W, y: y @ (W @ x) ** 2, {"W": (4, 3), "y": (2, 4)}, PowerSum((3, 2), (2, 1), 4)),
    "x² + x": (lambda x, W, V: V @ apply([0, 1, 1], W @ x), W, None),
    "an output bias": (lambda x, W, V, b: V @ (W @ x) ** 2 + b, {**W, "b": (2,)}, None),
    "three layers": (lambda x, U, W, V: V @ (W @ (U @ x) ** 2) ** 2, {**W, "U": (3, 3)}, None),
    "a diagonal": (lambda x, W: einsum("ii,i->i", W, x) @ x, {"W": (3, 3)}, None),
    "an outer product": (lambda x, W: einsum("i,j->ij", W @ x, W @ x), {"W": (4, 3)}, None),
    "entries": (lambda x, W: einsum("i,i->i", W @ x, W @ x), {"W": (4, 3)}, None),
    "two weights": (lambda x, W, u, v: einsum("j,j,j->", u, v, W @ x), {"W": (4, 3), "u": (4,), "v": (4,)}, None),
    "a constant bias": (lambda x, W, V: V @ (W @ x + [1, 1, 1, 1]) ** 2, W, None),
    "a sum": (lambda x, W, V: V @ (W @ x + W @ x + W @ x) ** 2, W, None),
    "no contraction": (lambda x, W: W @ x + W @ x, {"W": (4, 3)}, None),
    "a matrix of inputs": (lambda x, W: einsum("ij,j->", W, x) * x[0], {"W": (4, 3)}, None),
    "a weight of order three": (
        lambda x, W, T: einsum("abj,j->ab", T, (W @ x) ** 2),
        {"W": (4, 3), "T": (2, 2, 4)},
        None,
    ),
    "inputs alone": (lambda x, W: einsum("i,ij->j", x, W), {"W": (3, 2)}, None),
}
del FACTORED["rows"]


@pytest.mark.parametrize("name", FACTORED)
def test_factorizations(name: str) -> None:
    forward, parameters, expected = FACTORED[name]
    law = Law.trace(forward, {"x": (3,)}, parameters)
    found = through_power_sum(law)
    if expected is None:
        assert found is None
        return
    assert found is not None and found[0] == expected
    shape, substitution = found
    assert substitution["contracted"] not in {*law.input_names, *law.parameter_names}
    (plan, *_) = power_sum_plans(shape)
    whole = Plan(law, plan.bound, "factor-through", (plan,), evidence=lambda: substitution)
    assert checker.check(whole.certificate().to_json()).answer == "accepted"


def test_networks_with_biases_inside() -> None:
    found = through_power_sum(PolynomialNetwork((3, 2, 2), 2).law())
    assert found is not None and found[0] == PowerSum((3, 2), (2, 1), 2)
    assert through_power_sum(PolynomialNetwork((3, 2, 2), 2, biases=True).law()) is None  # of the outputs
