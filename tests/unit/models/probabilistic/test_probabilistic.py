from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

import pytest

from algebra_tnn.laws import formula
from algebra_tnn.models.probabilistic import BornMachine, HiddenMarkovModel, RestrictedBoltzmannMachine
from algebra_tnn.tensors.formats import TensorFormat

HALVES = ["1/2", "1/2"]
FAIR = {"pi": HALVES, "A": [["1/4", "3/4"], [1, 0]], "B": [["1/3", "2/3"], HALVES]}


def entry(nested: Any, place: tuple[int, ...]) -> Any:
    for i in place:
        nested = nested[i]
    return nested


def test_the_forward_algorithm() -> None:
    assert formula(HiddenMarkovModel(steps=2, symbols=2, states=2).law()).splitlines()[1:] == [
        "v0_i = Σ_j B_ij x0_j",
        "v1_i = pi_i v0_i",
        "v2_i = Σ_j v1_j A_ji",
        "v3_i = Σ_j B_ij x1_j",
    ]


def test_probabilities_add_up_to_one() -> None:
    model = HiddenMarkovModel(steps=3, symbols=2, states=2)
    p = model.distribution(FAIR)
    places = list(product((0, 1), repeat=3))
    assert sum(entry(p, place) for place in places) == 1 and min(entry(p, place) for place in places) > 0
    marginal = HiddenMarkovModel(steps=2, symbols=2, states=2).distribution(FAIR)
    assert [[sum(row) for row in part] for part in p] == marginal


def test_parameters_of_steps() -> None:
    model = HiddenMarkovModel(steps=3, symbols=2, states=3, shared=False)
    assert model.parameters["B2"] == (3, 2) and model.parameters["A1"] == (3, 3) and "A2" not in model.parameters
    assert model.parameter_count == 3 + 3 * 6 + 2 * 9
    assert model.shape == (2, 2, 2) and model.tensor_law().shape == (2, 2, 2)


def test_min_cuts_of_a_chain_of_states() -> None:
    """A state counts once, though it joins three nodes."""
    model = HiddenMarkovModel(steps=4, symbols=3, states=2)
    assert [model.min_cut(range(k)) for k in (1, 2, 3)] == [2, 2, 2]
    assert model.min_cut([0, 2]) == 4


@pytest.mark.parametrize("sizes", [(3, 1), (2, 3)])
def test_weights_of_states(sizes: tuple[int, int]) -> None:
    machine = RestrictedBoltzmannMachine(*sizes)
    visible, hidden = range(machine.visible), range(machine.hidden)
    b, c = [2 + i for i in visible], [Fraction(1, 5 + j) for j in hidden]
    w = [[3 + 2 * i + 7 * j for i in visible] for j in hidden]
    T = machine.tensor(machine.nodes(b, c, w))
    for v in product((0, 1), repeat=machine.visible):
        factors = [1 + c[j] * prod(w[j][i] ** v[i] for i in visible) for j in hidden]
        assert entry(T, v) == prod(b[i] ** v[i] for i in visible) * prod(factors)


def test_the_machine_is_a_format() -> None:
    machine: TensorFormat = RestrictedBoltzmannMachine(visible=4, hidden=1)
    assert machine.min_cut([0, 1]) == 2 and machine.parameter_count == 16
    assert RestrictedBoltzmannMachine(visible=4, hidden=2).min_cut([0, 1]) == 4
    assert "<svg" in machine.drawing()


def test_squares_of_a_train() -> None:
    machine = BornMachine(sites=2, dimension=2, bond=2)
    cores = {"G0": [[[1, 2], [0, 1]]], "G1": [[[1], [2]], [[0], [-1]]]}
    assert machine.train.tensor(cores) == [[1, 0], [0, -1]]
    assert machine.squares.tensor(cores) == [[1, 0], [0, 1]]
    assert machine.distribution(cores) == [[Fraction(1, 2), 0], [0, Fraction(1, 2)]]
    assert machine({"x0": [2, 0], "x1": [3, 1], **cores}) == 36
    with pytest.raises(ValueError, match="all entries of the tensor are zero; a distribution needs one that is not"):
        machine.distribution({"G0": [[[0, 0], [0, 0]]], "G1": [[[1], [2]], [[0], [-1]]]})


def test_the_network_of_two_trains() -> None:
    """Its cut does not know that both trains are equal."""
    squares = BornMachine(sites=4, dimension=3, bond=2).squares
    assert squares.parameters == squares.train.parameters
    assert [squares.min_cut(range(k)) for k in (1, 2, 3)] == [3, 4, 3]
    assert str(squares) == "square of a tensor train 3×3×3×3 with ranks 2,2,2"


def test_text() -> None:
    assert str(HiddenMarkovModel(3, 2, 4)) == "hidden Markov model of 4 states, 2 symbols and 3 steps"
    assert str(HiddenMarkovModel(3, 2, 4, shared=False)).endswith("3 steps with matrices of their own for each step")
    assert str(RestrictedBoltzmannMachine(3, 2)) == "restricted Boltzmann machine of 3 visible and 2 hidden units"
    assert str(BornMachine(3, 2, 4)) == "Born machine of 3 sites of size 2 with bonds 4"


@pytest.mark.parametrize(
    ("make", "kind", "message"),
    [
        (lambda: HiddenMarkovModel(1, 2, 2), ValueError, "steps is 1; a joint distribution is about two steps or more"),
        (lambda: HiddenMarkovModel(3, 0, 2), ValueError, "symbols is 0; "),
        (lambda: HiddenMarkovModel(3, 2, 2.0), TypeError, "states is 2.0; "),
        (lambda: HiddenMarkovModel(3, 2, 2, "yes"), TypeError, "shared is 'yes'; it is True"),
        (lambda: RestrictedBoltzmannMachine(1, 2), ValueError, "visible is 1; a tensor has two modes or more"),
        (lambda: RestrictedBoltzmannMachine(3, 0), ValueError, "hidden is 0; "),
        (lambda: BornMachine(1, 2, 2), ValueError, "sites is 1; a tensor train has two sites or more"),
        (lambda: BornMachine(3, 2, 0), ValueError, "bond is 0; "),
    ],
)
def test_bad_input(make: Any, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind, match=message):
        make()


@pytest.mark.parametrize(
    ("changed", "kind", "message"),
    [
        ({"pi": ["1/2", "1/3"]}, ValueError, "pi has the sum 5/6; probabilities have the sum 1"),
        ({"B": [["1/3", "2/3"], [2, -1]]}, ValueError, r"B\[1\] has the entry -1; probabilities are not negative"),
        ({"A": [["1/4", "3/4"], [1, 1]]}, ValueError, r"A\[1\] has the sum 2; "),
        ({"A": [["1/4", "3/4"]]}, ValueError, "A"),
        ({"pi": [0.5, 0.5]}, TypeError, "pi"),
    ],
)
def test_numbers_that_are_no_probabilities(changed: dict[str, Any], kind: type[Exception], message: str) -> None:
    with pytest.raises(kind, match=message):
        HiddenMarkovModel(steps=3, symbols=2, states=2).distribution({**FAIR, **changed})


def test_exponentials_of_other_shapes() -> None:
    with pytest.raises(ValueError, match="weights"):
        RestrictedBoltzmannMachine(2, 1).nodes([1, 1], [1], [[1]])
