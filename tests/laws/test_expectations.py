"""Expectations of random laws are the means of their monomials."""

from __future__ import annotations

from math import prod
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from algebra_tnn.exact import Number
from algebra_tnn.exact.measures import Normal, Uniform
from algebra_tnn.laws import Law, expansion
from algebra_tnn.laws.expansion import variable_names
from algebra_tnn.models.moments import expectation
from tests.laws.test_laws import laws

MOST_POINTS = 2000


@pytest.mark.slow
@settings(max_examples=40)
@given(law=laws(), data=st.data())
def test_expectations_are_means_of_monomials(law: Law, data: Any) -> None:
    name = data.draw(st.sampled_from(law.input_names))
    measure = data.draw(st.sampled_from([Normal(), Uniform(-1, 2)]))
    shapes = dict(law.inputs)
    assume(len(measure.rule(law.degree_in(name)).points) ** prod(shapes[name]) <= MOST_POINTS)
    found = expectation(law, name, measure)
    assert found.shape == law.shape and name not in found.input_names
    random = set(variable_names({name: shapes[name]})[name])
    for mean, polynomial in zip(expansion(found), expansion(law), strict=True):
        total: dict[tuple[int, ...], Number] = {}
        names = polynomial.ring.names
        for exponents, c in polynomial.terms():
            key = tuple(e for v, e in zip(names, exponents, strict=True) if v not in random)
            for v, e in zip(names, exponents, strict=True):
                c = c * measure.moment(e) if v in random else c
            total[key] = total.get(key, 0) + c
        assert dict(mean.terms()) == {key: c for key, c in total.items() if c}
