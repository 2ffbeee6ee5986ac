from __future__ import annotations

from typing import Any

import pytest
from sympy import diff, symbols

from algebra_tnn.laws import Law, VectorField, derivative, einsum, expansion, named, value
from algebra_tnn.laws.expressions import Applied
from algebra_tnn.laws.operations import LARGEST_TENSOR, Apply
from algebra_tnn.laws.taylor import taylor_difference
from tests.unit.laws.families import polynomial_network

LAW = polynomial_network((3, 2, 1), 3)


@pytest.mark.slow
def test_derivatives_against_sympy() -> None:
    law = Law.trace(
        lambda x, W: einsum("ij,j->", W[[1, 0, 1]], x**2) * W[0][0] - (W @ x)[1] ** 3,
        {"x": (2,)},
        {"W": (2, 2)},
    )
    names = ["W_0_0", "W_0_1", "W_1_0", "W_1_1"]
    (f,) = (p.to_sympy() for p in expansion(law))
    hessian = [diff(f, *symbols([a, b])) for a in names for b in names]
    found = [p.to_sympy() for p in expansion(derivative(law, "W", order=2))]
    assert [(a - b).expand() for a, b in zip(found, hessian, strict=True)] == [0] * 16


@pytest.mark.parametrize(
    ("forward", "expected"),
    [
        (lambda x, W: x, ["constant", [[1, 0], [0, 1]]]),
        (lambda x, W: W, ["constant", [[[0, 0], [0, 0]], [[0, 0], [0, 0]]]]),
        (lambda x, W: W @ x, "W"),
        (lambda x, W: 3 * (W @ x), ["apply", [0, 3], "W"]),
        (lambda x, W: x @ x, ["apply", [0, 2], "x"]),
        (lambda x, W: x.sum(), ["constant", [1, 1]]),
        (lambda x, W: x[0], ["constant", [1, 0]]),
        (lambda x, W: W @ x**2, ["einsum", "ij,j->ij", "W", ["apply", [0, 2], "x"]]),
    ],
)
def test_derivatives_are_short(forward: Any, expected: Any) -> None:
    law = Law.trace(forward, {"x": (2,)}, {"W": (2, 2)})
    found = derivative(law, "x")
    assert (found.inputs, found.parameters) == (law.inputs, law.parameters)
    assert found.to_json()["output"] == expected


def test_names_stay_and_what_is_shared_is_written_once() -> None:
    def forward(x: Any, W: Any) -> Any:
        for i in range(8):
            x = named(f"h{i}", (W @ x) ** 2 + x)
        return x

    law = Law.trace(forward, {"x": (2,)}, {"W": (2, 2)})
    once, twice = derivative(law, "x"), derivative(law, "x", order=2)
    assert {f"h{i}" for i in range(7)} <= {name for name, _ in twice.let}
    assert len(once.program.steps) < 80 and len(twice.program.steps) < 260
    assert twice.shape == (2, 2, 2)


def test_products_of_many_tensors_are_written_in_parts() -> None:
    def forward(x: Any, W: Any) -> Any:
        for _ in range(27):
            x = W @ x
        return x

    law = derivative(Law.trace(forward, {"x": (2,)}, {"W": (2, 2)}), "x")
    assert value(law, {"x": [0, 0], "W": [[1, 1], [0, 1]]}) == [[1, 27], [0, 1]]


@pytest.mark.parametrize(
    ("name", "order", "message"),
    [
        ("y", 1, "by 'y', which is no input and no parameter of the law; those are x, W1, W2"),
        (3, 1, "by 3, which is no input"),
        ("x", 0, "order is 0; the order of a derivative is an integer from 1 on"),
        ("x", True, "order is True"),
        ("x", "2", "order is '2'"),
        ("x", 16, f"the derivative has {3**16} entries, and a law holds at most {LARGEST_TENSOR}"),
        ("W1", 13, "the derivative has 27 axes, and einsums have letters for 26"),
    ],
)
def test_orders_and_names_that_are_refused(name: Any, order: Any, message: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        derivative(LAW, name, order)
    assert message in str(caught.value)


def test_second_derivatives_along_a_field() -> None:
    law = Law.trace(lambda x, W: x * W**3, {"x": ()}, {"W": ()})
    field = VectorField.trace(lambda W: {"W": W**2}, law)
    assert [str(p) for p in expansion(derivative(law, field, order=2))] == ["12*x*W^5"]


def test_orders_above_the_degree_give_zero() -> None:
    law = Law.trace(lambda x: x**3, {"x": ()}, {})
    assert derivative(law, "x", order=10**6).to_json()["output"] == ["constant", 0]
    assert derivative(LAW, "x", order=4).shape == (1, 3, 3, 3, 3)


# ---------------------------------------------------------------------------------------------------- Taylor's formula


@pytest.mark.parametrize("order", [1, 2, 3])
def test_the_difference_is_zero_for_the_derivative_alone(order: int) -> None:
    tensor = derivative(LAW, "x", order)
    assert not any(expansion(taylor_difference(LAW, "x", order, tensor)))
    doubled = Law(tensor.inputs, tensor.parameters, tensor.let, Applied(Apply((0, 2)), (tensor.output,)))
    assert all(expansion(taylor_difference(LAW, "x", order, doubled)))


def test_steps_and_shapes_that_are_refused() -> None:
    with pytest.raises(ValueError, match=r"the tensor has the shape \[1, 3\]; it is \[1, 3, 3\]"):
        taylor_difference(LAW, "x", 2, derivative(LAW, "x"))
    law = Law.trace(lambda x, h: x * h, {"x": ()}, {"h": ()})
    with pytest.raises(ValueError, match="a tensor is called h; this is the name of the step"):
        taylor_difference(law, "x", 1, derivative(law, "x"))
