from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn.laws import Law, VectorField, derivative, directional_derivatives, einsum, expansion, value
from tests.unit.laws.families import polynomial_network

LAW = polynomial_network((3, 2, 1), 2)
SCALING = {
    "W1": ["einsum", "i,ij->ij", ["constant", [1, 0]], "W1"],
    "W2": ["einsum", "j,ij->ij", ["constant", [-2, 0]], "W2"],
}
ROTATION = {"W1": ["einsum", "ij,jk,j->ik", ["constant", [[0, 1], [-1, 0]]], "W1", ["take", "W2", 0]]}


def test_fields_in_json() -> None:
    field = VectorField.from_json(SCALING, LAW)
    assert field.to_json() == SCALING
    traced = VectorField.trace(
        lambda W1, W2: {"W1": einsum("i,ij->ij", [1, 0], W1), "W2": einsum("j,ij->ij", [-2, 0], W2)}, LAW
    )
    assert traced == field


@pytest.mark.parametrize("json", [SCALING, ROTATION, {}])
def test_symmetries_leave_the_model_alone(json: Any) -> None:
    moved = derivative(LAW, VectorField.from_json(json, LAW))
    assert all(not p for p in expansion(moved))
    assert (moved.inputs, moved.parameters, moved.shape) == (LAW.inputs, LAW.parameters, LAW.shape)


@pytest.mark.parametrize(
    "forward",
    [
        lambda x, W, V: V @ (W @ x) ** 2,
        lambda x, W, V: W @ x - V @ x - x,
        lambda x, W, V: einsum("ii,j->j", W, x) * V[0].sum() + 3 * (V @ x) ** 3 - (V @ x) ** 2,
        lambda x, W, V: (W[[1, 0]] @ x) * x[[0, 0]],
        lambda x, W, V: [[1, 2], [0, 1]] @ (W @ x) + [5, 0],
        lambda x, W, V: x,
    ],
)
def test_the_derivative_is_that_of_the_expansion(forward: Any) -> None:
    law = Law.trace(forward, {"x": (2,)}, {"W": (2, 2), "V": (2, 2)})
    field = VectorField.trace(lambda W, V: {"V": W @ V, "W": [[1, 0], [0, 2]]}, law)
    components = dict(field.components)
    velocity = {
        name: expansion(Law((), law.parameters, (), components[name])) for name in ("W", "V")
    }  # polynomials in the parameters
    found = expansion(derivative(law, field))
    ring = found[0].ring
    for f, moved in zip(expansion(law), found, strict=True):
        total = ring(0)
        for name in ("W", "V"):
            for i, v in enumerate(velocity[name]):
                lifted = ring.of_terms([(0, 0, *e) for e, _ in v.terms()], [c for _, c in v.terms()])
                total = total + f.derivative(f"{name}_{i // 2}_{i % 2}") * lifted
        assert total == moved


def test_directions_are_values_of_a_field() -> None:
    law = polynomial_network((2, 2, 2), 3)
    field = VectorField.trace(lambda W1, W2: {"W1": W1 @ W1, "W2": W2}, law)
    W1, W2, x = [[1, 2], [3, 4]], [[1, -1], [2, 5]], [1, 3]
    exact = value(derivative(law, field), {"x": x, "W1": W1, "W2": W2})
    directions = {"W1": [[[7, 10], [15, 22]]], "W2": [W2]}
    found = directional_derivatives(law, {"W1": W1, "W2": W2}, {"x": [x]}, directions, modulus=10007)
    assert found.tolist() == [[[e % 10007 for e in exact]]]


@pytest.mark.parametrize(
    ("json", "sentence"),
    [
        ({"W3": "W1"}, "the field moves 'W3', which is no parameter; those are W1, W2"),
        ({"x": "x"}, "the field moves 'x', which is no parameter"),
        ({"W1": "x"}, "the field's W1 is 'x', which is no input, no parameter and not defined earlier"),
        ({"W1": "W2"}, "the field's W1 has the shape [1, 2]; the parameter has [2, 3]"),
        ({"W1": ["+", "W1", "W2"]}, 'the field\'s W1: "+" joins the shapes'),
        ([], "the field is []; it is an object of expressions by names of parameters"),
    ],
)
def test_what_is_no_field(json: Any, sentence: str) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        VectorField.from_json(json, LAW)
    assert sentence in str(caught.value)
