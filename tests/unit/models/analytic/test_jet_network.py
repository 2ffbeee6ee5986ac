from __future__ import annotations

import math
from typing import Any

import pytest

from algebra_tnn.laws import approximate_value, expansion
from algebra_tnn.models.analytic import JetNetwork

SIGMA = {"tanh": math.tanh, "sigmoid": lambda t: 1 / (1 + math.exp(-t)), "exp": math.exp}


def test_coefficients_of_tanh() -> None:
    """tanh x = x − x³/3 + 2x⁵/15 − …"""
    law = JetNetwork((1, 1, 1), "tanh", order=6).law()
    [series] = expansion(law, {"W1": [[1]], "t1": [0], "W2": [[1]], "b2": [0]})
    assert str(series) == "2/15*x_0^5 - 1/3*x_0^3 + x_0"


@pytest.mark.parametrize("activation", SIGMA)
def test_it_is_close_to_the_network(activation: str) -> None:
    """Three layers, at small inputs, in floating point: the difference is of the order K + 1."""
    network, sigma = JetNetwork((1, 2, 1, 1), activation, order=4), SIGMA[activation]
    W1, b1, W2, b2, W3, b3 = [[0.5], [-0.3]], [0.2, 0.1], [[0.7, -0.4]], [0.3], [[1.5]], [0.25]

    def hidden(x: float) -> tuple[list[float], float]:
        h = [sigma(w * x + b) for [w], b in zip(W1, b1, strict=True)]
        return h, sigma(W2[0][0] * h[0] + W2[0][1] * h[1] + b2[0])

    t1, t2 = hidden(0)
    point = {"W1": W1, "t1": t1, "W2": W2, "t2": [t2], "W3": W3, "b3": b3}
    for x in (0.1, -0.2):
        [found] = approximate_value(network.law(), {"x": [x], **point})
        assert abs(found - (W3[0][0] * hidden(x)[1] + b3[0])) < abs(x) ** 5


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (((2, 0, 1),), r"widths\[1\] is 0"),
        (((1, 1, 1), "relu"), "the activation relu, .* is not differentiable"),
        (((1, 1, 1), "sin"), "the activation is 'sin'; those that are known are tanh"),
        (((1, 1, 1), "tanh", 0), "order is 0"),
    ],
)
def test_bad_input(arguments: tuple[Any, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        JetNetwork(*arguments)
