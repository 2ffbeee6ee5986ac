"""Derivatives of random laws are those of their expansions."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn.laws import Law, derivative, expansion
from algebra_tnn.laws.expansion import variable_names
from tests.laws.test_laws import laws


@settings(max_examples=8)
@given(law=laws(), data=st.data())
def test_derivatives_are_those_of_the_expansion(law: Law, data: Any) -> None:
    check(law, data)


@pytest.mark.slow
@settings(max_examples=60)
@given(law=laws(), data=st.data())
def test_derivatives_of_many_laws(law: Law, data: Any) -> None:
    check(law, data)


def check(law: Law, data: Any) -> None:
    declared = dict((*law.inputs, *law.parameters))
    name = data.draw(st.sampled_from(sorted(declared)))
    order = data.draw(st.integers(1, 2))
    found = derivative(law, name, order=order)
    assert (found.inputs, found.parameters) == (law.inputs, law.parameters)
    assert found.shape == law.shape + declared[name] * order
    names = variable_names({name: declared[name]})[name]
    slopes = []
    for polynomial in expansion(law):
        for variables in product(names, repeat=order):
            slope = polynomial
            for variable in variables:
                slope = slope.derivative(variable)
            slopes.append(slope)
    assert [str(p) for p in expansion(found)] == [str(p) for p in slopes]
