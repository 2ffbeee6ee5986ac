"""Expectations of laws against the means of their monomials."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from algebra_tnn.exact import Number, Polynomial
from algebra_tnn.exact.measures import Measure, Normal, Uniform
from algebra_tnn.laws import Law, apply, einsum, expansion, named
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.models.moments import expectation
from algebra_tnn.models.moments.expectations import cubature

FORWARDS: dict[str, Callable[..., Any]] = {
    "a power": lambda x, W, a: (W @ x + a) ** 3,
    "entries": lambda x, W, a: W[[1, 0, 1]] @ x + x[[0, 1, 0]] * x[[1, 1, 0]],
    "what does not depend on x": lambda x, W, a: W @ a,
    "x alone": lambda x, W, a: x[0] ** 4,
    "points of negative weight": lambda x, W, a: x[0] ** 8,
    "x and a constant": lambda x, W, a: x * x + [1, 2],
    "a difference of both": lambda x, W, a: a - x - W @ x - [3, 4],
    "a tensor": lambda x, W, a: einsum("i,j,kl->ijkl", x, x, W),
    "a diagonal": lambda x, W, a: einsum("ii,i->i", einsum("i,jk->ijk", x, W)[0], apply([1, 0, 2], x)),
    "a trace": lambda x, W, a: einsum("ij,i,j->", W, x, x),
}


def means(f: Polynomial, measure: Measure) -> dict[tuple[int, ...], Number]:
    """The mean over the first two variables, monomial by monomial."""
    total: dict[tuple[int, ...], Number] = {}
    for (d, e, *rest), c in f.terms():
        key = tuple(rest)
        total[key] = total.get(key, 0) + c * measure.moment(d) * measure.moment(e)
    return {key: c for key, c in total.items() if c}


@pytest.mark.parametrize("measure", [Normal(), Uniform(0, 1)], ids=str)
@pytest.mark.parametrize("name", FORWARDS)
def test_means_are_those_of_the_monomials(name: str, measure: Measure) -> None:
    law = Law.trace(FORWARDS[name], {"x": (2,)}, {"W": (2, 2), "a": (2,)})
    found = expectation(law, "x", measure)
    assert (found.inputs, found.shape) == ((), law.shape)
    assert [dict(f.terms()) for f in expansion(found)] == [means(f, measure) for f in expansion(law)]


def test_other_inputs_and_definitions_stay() -> None:
    def forward(x: Any, y: Any, W: Any) -> Any:
        named("norm", y @ y - 1)
        return named("z", W @ x) * y

    found = expectation(Law.trace(forward, {"x": (2,), "y": (2,)}, {"W": (2, 2)}), "x", Normal())
    assert found.input_names == ("y",) and [name for name, _ in found.let] == ["norm"]
    assert not any(expansion(found))


def test_a_network_is_averaged() -> None:
    law = PolynomialNetwork((2, 2, 1), degrees=2, biases=True).law()
    (mean,) = expansion(expectation(law, "x", Normal()))
    assert len(mean.ring.names) == 9 and mean.term_count == 7  # per neuron: two variances, the square of the bias; b2


def test_points() -> None:
    rule = cubature(Normal(), 2, 3)
    assert (len(rule.points), sum(rule.weights)) == (4, 1)  # the rule with the points −1, 0, 1 has no weight at 0
    with pytest.raises(ValueError, match=r"takes 7\^6 points, and up to 20,000 are treated"):
        cubature(Normal(), 6, 7)


def test_unknown_input() -> None:
    law = Law.trace(lambda x, a: a * x, {"x": ()}, {"a": ()})
    with pytest.raises(ValueError, match="'a' is no input of the law; its inputs are x"):
        expectation(law, "a", Normal())
