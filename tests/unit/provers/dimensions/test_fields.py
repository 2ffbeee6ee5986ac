from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from algebra_tnn import checker
from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.laws import Law, VectorField, derivative, expansion
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.provers.dimensions import fields
from algebra_tnn.provers.dimensions.fields import axis_fields, field_plan
from tests.unit.provers.dimensions.laws import BOUNDED, PROVED

LAWS = {name: law for table in (PROVED, BOUNDED) for name, (law, *_) in table.items() if law.degree < 50}


@pytest.mark.parametrize("name", LAWS)
def test_fields_that_are_found(name: str) -> None:
    law = LAWS[name]
    for field in axis_fields(law):
        assert all(not polynomial for polynomial in expansion(derivative(law, field)))


def test_all_fields_that_act_on_axes() -> None:
    product = Law.trace(lambda A, B: A @ B, {}, {"A": (3, 2), "B": (2, 3)})
    assert len(axis_fields(product)) == 4 + 2  # GL(2), and scalars that act on rows and on columns of one matrix
    network = PolynomialNetwork((3, 2, 2), 3).law()
    plan = field_plan(network, axis_fields(network))
    assert plan is not None and plan.bound == 10 - 2  # rescalings
    general = PolynomialNetwork((3, 2, 2), activations="x^3 + x").law()
    assert field_plan(general, axis_fields(general)) is None  # nothing moves, only scalars that cancel


def test_fields_that_are_known() -> None:
    network = PolynomialNetwork((2, 2, 2), activations="x^2 + x", biases=True)
    plan = field_plan(network.law(), network.symmetries().fields)
    assert plan is not None and plan.bound == 12 - 2
    assert checker.check(plan.certificate().to_json()).answer == "accepted"


def test_no_fields() -> None:
    law = PolynomialNetwork((3, 2, 2), 2).law()
    assert field_plan(law, ()) is None
    assert field_plan(law, [VectorField.from_json({}, law)]) is None
    assert axis_fields(Law.trace(lambda x: x, {"x": (2,)}, {})) == []
    assert axis_fields(PolynomialNetwork((20, 2, 2), 2).law()) == []  # too many unknowns


def test_numbers_that_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    law = PolynomialNetwork((3, 2, 2), 3).law()
    before = len(axis_fields(law))
    monkeypatch.setattr(fields, "LARGEST_NUMBER", 2)
    assert len(axis_fields(law)) < before
    assert fields._small(3 * pow(2, -1, PRIME) % PRIME) is None
    monkeypatch.setattr(fields, "LARGEST_NUMBER", 3)
    assert fields._small(3 * pow(2, -1, PRIME) % PRIME) == Fraction(3, 2)
    assert fields._small(PRIME - 1) == -1 and fields._small(0) == 0


def test_a_wrong_lift_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    law = PolynomialNetwork((3, 2, 2), 3).law()
    right = fields._small
    monkeypatch.setattr(fields, "_small", lambda residue: right(residue) and right(residue) ** 2)
    assert axis_fields(law) == []


def test_directions_are_derivatives_of_the_action() -> None:
    law = Law.trace(lambda A, w: w * A[0], {}, {"A": (2, 3), "w": ()})
    point = {"A": np.arange(6.0).reshape(2, 3), "w": np.array(7.0)}
    moved = fields._directions(law, [("A", 0, 2), ("A", 1, 3), ("w", 0, 1)], point)
    assert moved["A"][1].tolist() == [[3, 4, 5], [0, 0, 0]]  # row 1 in the place of row 0
    assert moved["A"][4 + 3 * 2 + 1].tolist() == [[0, 0, 1], [0, 0, 4]]  # column 1 in the place of column 2
    assert moved["w"].tolist() == [0] * 13 + [7]


def test_quadratic_fields() -> None:
    """A quadric of rank two and a linear form in its image: one field, quadratic in the weights."""
    law = PolynomialNetwork((3, 2, 1), activations="x^2+x").law()
    assert field_plan(law, axis_fields(law)) is None
    found = axis_fields(law, quadratic=True)
    for field in found:
        assert all(not polynomial for polynomial in expansion(derivative(law, field)))
    plan = field_plan(law, found)
    assert plan is not None and plan.bound == 7 < law.parameter_count
    assert checker.check(plan.certificate().to_json()).answer == "accepted"


def test_quadratic_fields_with_scalars() -> None:
    """Two factors of a product, of which one is a number: each multiple of the rescaling is a quadratic field."""
    law = Law.trace(lambda x, w, v: v * (w @ x), {"x": (2,)}, {"w": (2,), "v": ()})
    found = axis_fields(law, quadratic=True)
    plan = field_plan(law, found)
    assert plan is not None and plan.bound == 2
    assert all(not polynomial for field in found for polynomial in expansion(derivative(law, field)))


def test_too_many_unknowns(monkeypatch: pytest.MonkeyPatch) -> None:
    law = PolynomialNetwork((3, 2, 1), activations="x^2+x").law()
    monkeypatch.setattr(fields, "MOST_QUADRATIC_UNKNOWNS", 143)
    assert not axis_fields(law, quadratic=True)  # eighteen entries of matrices, eight parameters
    monkeypatch.setattr(fields, "MOST_QUADRATIC_UNKNOWNS", 144)
    assert axis_fields(law, quadratic=True)
