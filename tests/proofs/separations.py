"""The hypotheses of statements about separation ranks and distances, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from algebra_tnn import library, rank
from algebra_tnn.laws import value

Table = dict[str, bool]


def squared_distance(name: str) -> int:
    """From the identity of the same size."""
    rows = library.load(name).INSTANCE.nested()
    return int(sum((x - int(i == j)) ** 2 for i, row in enumerate(rows) for j, x in enumerate(row)))


def low_rank(name: str, terms: int = 1) -> Table:
    """Singular values of the identity are 1: is the squared distance at least their sum, or its square?"""
    matrix = library.load(name).INSTANCE
    left = matrix.shape[0] - terms
    assert squared_distance(name) >= left
    return {
        "rank at most Z": rank(matrix.nested()) <= terms,
        "squares": squared_distance(name) >= left**2,
        "over R": all(Fraction(x) == x for x in matrix.entries),
    }


def width(name: str) -> Table:
    module = library.load(name)
    least = max(rank(module.INSTANCE.matricized(modes)) for modes in ([0, 1], [0, 2], [0, 3]))
    return {"Z at least the largest rank": module.CIRCUIT.width >= least, "not shared": not module.CIRCUIT.shared}


def features(name: str) -> Table:
    rows = library.load(name).FEATURES
    return {"independent": rank(rows) == len(rows[0])}


def function_of_a_sum(name: str) -> Table:
    """If f = p(Σ w_k(x_k)), quotients of two derivatives depend on these two inputs alone; here f is linear in each."""
    law = library.load(name).INSTANCE

    def quotient(others: int) -> Fraction:
        point: dict[str, Any] = {input: k + others for k, input in enumerate(law.input_names)} | {"x0": 1, "x1": 2}
        slopes = (value(law, {**point, one: point[one] + 1}) - value(law, point) for one in ("x0", "x1"))
        return Fraction(next(slopes), next(slopes))

    return {"function of a sum": quotient(3) == quotient(5), "characteristic 0": True}


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "depth/inapproximable_unsquared": ("squares", lambda: low_rank("depth/inapproximable_unsquared")),
    "depth/universal_short": ("Z at least the largest rank", lambda: width("depth/universal_short")),
    "depth/matricization_dependent": ("independent", lambda: features("depth/matricization_dependent")),
    "depth/tensorized_pairs": ("function of a sum", lambda: function_of_a_sum("depth/tensorized_pairs")),
}
