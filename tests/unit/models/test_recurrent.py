"""Recurrent networks and linear attention: shapes, degrees, names, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn.laws import value
from algebra_tnn.laws.cuts import before
from algebra_tnn.models.attention import LinearAttention
from algebra_tnn.models.recurrent import (
    CPRNN,
    MIRNN,
    MPSClassifier,
    MultiplicativeRNN,
    RecurrentCircuit,
    SecondOrderRNN,
)
from algebra_tnn.tensors.formats import TrainFormat

MODELS = [
    MultiplicativeRNN(3, 2, 2),
    MultiplicativeRNN(3, 2, 2, shared=False),
    MPSClassifier(3, 2, 2, 3),
    RecurrentCircuit(3, 2, 2, 2),
    RecurrentCircuit(3, 2, 2, 2, templates=True),
    SecondOrderRNN(3, 2, 2, activation="x^2"),
    CPRNN(3, 2, 2, 3, affine=True),
    MIRNN(3, 2, 2),
    LinearAttention(2, 2),
]


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_models_have_scalar_laws_with_an_input_per_position(model: Any) -> None:
    law = model.law()
    assert law.shape == () and law.input_names == tuple(f"x{t}" for t in range(len(law.inputs)))
    assert dict(law.parameters) == model.parameters
    assert str(model) and len(set(map(str, MODELS))) == len(MODELS)


def test_cores_of_their_own_are_those_of_a_train() -> None:
    network, train = MultiplicativeRNN(4, 3, 2, shared=False), TrainFormat((3, 3, 3, 3), (2, 2, 2))
    assert network.networks == train.networks and network.expected_dimension == train.expected_dimension


def test_a_shared_core_is_stored_once() -> None:
    assert MultiplicativeRNN(9, 3, 2).parameter_count == 2 + 12 + 2
    assert MultiplicativeRNN(4, 3, 2).min_cut([0, 1]) == 2


def test_the_label_is_a_mode_of_the_core_at_its_position() -> None:
    network = MPSClassifier(inputs=3, dimension=2, bond=4, labels=5, position=0)
    assert network.parameters["G0"] == (1, 2, 5, 4) and network.order == 4
    assert [MPSClassifier(n, 2, 2, 2).position for n in (1, 2, 5)] == [0, 1, 2]
    assert network.min_cut([0, 3]) == 4 and network.min_cut([3]) == 5


def test_degrees_of_deep_circuits() -> None:
    for depth, degrees in {1: [1, 1, 1, 1], 2: [4, 3, 2, 1], 3: [10, 6, 3, 1]}.items():
        law = RecurrentCircuit(4, 2, 2, depth).law()
        assert [law.degree_in(name) for name in law.input_names] == degrees


def test_states_can_be_cut_at() -> None:
    law = RecurrentCircuit(4, 3, 2, 2).law()
    assert before(law, "h1_2").input_names == ("x0", "x1") and before(law, "h1_2").shape == (2,)
    assert before(SecondOrderRNN(3, 2, 2).law(), "h1").input_names == ("x0", "x1")


def test_grid_tensors_are_values_at_unit_vectors() -> None:
    circuit, grid = (RecurrentCircuit(3, 2, 2, 2, templates) for templates in (False, True))
    weights = {"I1": [[1, 2], [3, -1]], "H1": [[2, 1], [1, 1]], "s1": [1, 2], "w": [1, -2]}
    weights |= {"I2": [[1, 1], [0, 2]], "H2": [[3, 1], [1, -1]], "s2": [2, 5]}
    units = {"x0": [0, 1], "x1": [1, 0], "x2": [0, 1]}
    assert value(circuit.law(), {**weights, **units}) == value(grid.law(), {**weights, **units}) != 0
    more = {**units, "x0": [2, 3]}
    assert value(circuit.law(), {**weights, **more}) != value(grid.law(), {**weights, **more})


def test_attention_does_not_depend_on_the_order_of_the_other_tokens() -> None:
    law = LinearAttention(3, 2, depth=2, heads=2, width=1, position=1).law()
    entries = iter(range(1, 1000))
    point: dict[str, Any] = {}

    def filled(shape: tuple[int, ...]) -> Any:
        return [filled(shape[1:]) for _ in range(shape[0])] if shape else next(entries) % 7 - 3

    for name, shape in (*law.inputs, *law.parameters):
        point[name] = filled(shape)
    swapped = {**point, "x0": point["x2"], "x2": point["x0"]}
    moved = {**point, "x0": point["x1"], "x1": point["x0"]}
    assert value(law, point) == value(law, swapped) != value(law, moved)


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: MultiplicativeRNN(1, 2, 2), ValueError, "steps is 1; a recurrent network reads at least two inputs"),
        (lambda: MultiplicativeRNN(3, 0, 2), ValueError, "dimension is 0; sizes and ranks are integers from 1 on"),
        (lambda: MultiplicativeRNN(3, 2, 2.0), TypeError, "hidden is 2.0; sizes and ranks are integers from 1 on"),
        (lambda: MultiplicativeRNN(3, 2, 2, shared=1), TypeError, "shared is 1; it is True"),
        (lambda: MPSClassifier(3, 2, 2, 0), ValueError, "labels is 0; sizes and ranks are integers from 1 on"),
        (lambda: MPSClassifier(3, 2, 2, 2, 3), ValueError, "position is 3; the label is at one of the cores 0 to 2"),
        (lambda: MPSClassifier(3, 2, 2, 2, "1"), TypeError, "position is '1'; it is the number of a core"),
        (lambda: RecurrentCircuit(3, 2, 2, 0), ValueError, "depth is 0; sizes and ranks are integers from 1 on"),
        (lambda: RecurrentCircuit(3, 2, -1), ValueError, "hidden is -1; sizes and ranks are integers from 1 on"),
        (lambda: RecurrentCircuit(3, 2, 2, templates=None), TypeError, "templates is None; it is True"),
        (lambda: SecondOrderRNN("3", 2, 2), TypeError, "steps is '3'; sizes and ranks are integers from 1 on"),
        (lambda: SecondOrderRNN(3, 2, 2, affine=0), TypeError, "affine is 0; it is True"),
        (lambda: SecondOrderRNN(3, 2, 2, activation="3"), ValueError, "activation is the constant 3"),
        (lambda: CPRNN(3, 2, 2, 0), ValueError, "rank is 0; sizes and ranks are integers from 1 on"),
        (lambda: MIRNN(0, 2, 2), ValueError, "steps is 0; sizes and ranks are integers from 1 on"),
        (lambda: LinearAttention(2, 2, position=2), ValueError, "position is 2; the tokens are 0 to 1"),
        (lambda: LinearAttention(2, 2, position=None), TypeError, "position is None; it is the number of a token"),
        (lambda: LinearAttention(2, 2, heads=0), ValueError, "heads is 0; sizes and ranks are integers from 1 on"),
    ],
)
def test_bad_input(make: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error) as caught:
        make()
    assert str(caught.value).startswith(message)


def test_grids_that_are_too_large_say_so() -> None:
    with pytest.raises(ValueError, match="a law holds at most 20000000 at once"):
        RecurrentCircuit(12, 5, 40, 2, templates=True).law()


def test_grids_of_two_layers_name_their_moments_where_these_are_few() -> None:
    few, many = (RecurrentCircuit(4, M, 2, 2, templates=True).law() for M in (3, 2))
    assert before(few, "h1").shape == before(few, "g2").shape == (3, 2)
    assert before(few, "h1").input_names == ("x0", "x1") and before(few, "g2").input_names == ("x2", "x3")
    assert before(many, "h1_2").shape == (2, 2, 2)
    with pytest.raises(ValueError, match="a law holds at most"):
        RecurrentCircuit(30, 5, 3, 2, templates=True).law()
