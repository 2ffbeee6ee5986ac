from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from algebra_tnn.claims import DimensionBetween
from algebra_tnn.laws import Law, einsum, named, value
from algebra_tnn.laws.expressions import expression_from_json
from algebra_tnn.provers.dimensions.free_products import free_products
from algebra_tnn.verification import verify
from tests.unit.laws.families import paratuck2


def entries(shape: tuple[int, ...], source: np.random.Generator) -> Any:
    return source.integers(-9, 9, shape).tolist()


@pytest.mark.parametrize(
    "law",
    [
        paratuck2((2, 3, 2), (2, 2)),
        Law.trace(lambda x, A, B, C: einsum("ij,jk,kl,l->i", A, B, C, x), {"x": (2,)}, dict.fromkeys("ABC", (2, 2))),
        Law.trace(
            lambda product, y, x, B: einsum("i,ij,j->", y, B, product * x),
            {"x": (2,)},
            {"product": (2,), "y": (2,), "B": (2, 2)},
        ),
        Law.trace(  # contractions under names, and inside one another, are written out
            lambda x, G, U, V: einsum("ab,a,b->", G, named("u", einsum("ia,i->a", U, x)), einsum("ba->a", V)),
            {"x": (3,)},
            {"G": (2, 2), "U": (3, 2), "V": (3, 2)},
        ),
    ],
)
def test_the_law_factors_through_each(law: Law) -> None:
    """At a point, with the entries of the freer law in place of the expressions for them."""
    source, found = np.random.default_rng(1), list(free_products(law))
    assert found
    point = {name: entries(shape, source) for name, shape in (*law.parameters, *law.inputs)}
    covector = entries(law.shape, source)
    left = np.sum(np.array(value(law, point)) * np.array(covector))
    for free in found:
        given: dict[str, Any] = {free.substitution["contracted"]: covector}
        for name, expression in free.substitution["parameters"].items():
            whole = Law((), law.parameters, (), expression_from_json(expression, name))
            given[name] = value(whole, {name: point[name] for name in law.parameter_names})
        given |= {name: point[name] for name in law.input_names}
        assert free.substitution["contracted"] not in (*law.input_names, *law.parameter_names)
        assert value(free.law, given) == left
        assert set(free.factors) <= set(law.parameter_names)


def test_products_across_a_name() -> None:
    """A core with a matrix that has more columns than the core has other sizes."""
    law = Law.trace(
        lambda x, y, G, U, V: einsum("ab,a,b->", G, named("u", einsum("ia,i->a", U, x)), einsum("ib,i->b", V, y)),
        {"x": (3,), "y": (3,)},
        {"G": (3, 1), "U": (3, 3), "V": (3, 1)},
    )
    found = {free.factors: free.law.parameter_count for free in free_products(law)}
    assert found["G", "U"] == 3 + 3 and found["G", "U", "V"] == 9
    many = {f"A{k}": (2, 2) for k in range(7)}
    pattern = "ij,jk,kl,lm,mn,no,op->ip"
    assert not list(free_products(Law.trace(lambda **A: einsum(pattern, *A.values()), {}, many)))


def test_laws_without_products() -> None:
    for forward in (lambda x, A: A @ x, lambda x, A: A @ x + x, lambda x, A: x):
        assert not list(free_products(Law.trace(forward, {"x": (2,)}, {"A": (2, 2)})))


@pytest.mark.parametrize(("shape", "ranks", "dimension"), [((3, 3, 3), (2, 2), 16), ((4, 4, 4), (2, 2), 24)])
def test_paratuck(shape: tuple[int, int, int], ranks: tuple[int, int], dimension: int) -> None:
    """Three slices that share one invariant are all tensors of multilinear rank (3, 2, 2)."""
    assert verify(DimensionBetween(paratuck2(shape, ranks), dimension, dimension)).status == "proved"
