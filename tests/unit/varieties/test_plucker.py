from __future__ import annotations

from math import comb

import numpy as np
import pytest

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.laws import Law, derivative, jacobian_rank, value
from algebra_tnn.varieties import Grassmannian, secant_ranks
from algebra_tnn.varieties.plucker import (
    as_vectors,
    linear_motions,
    special_linear_fields,
    sum_of_graphs,
    sum_of_wedges,
    symplectic_fields,
)

SIZES = [(1, 3, 2), (2, 4, 1), (2, 5, 3), (3, 5, 2), (4, 5, 1), (3, 3, 2)]


def drawn(law: Law, seed: int = 0) -> dict[str, list[int]]:
    rng = np.random.default_rng(seed)
    return {name: rng.integers(-9, 10, shape).tolist() for name, shape in (*law.inputs, *law.parameters)}


@pytest.mark.parametrize(("k", "n", "terms"), SIZES)
def test_law_is_the_sum_of_the_points(k: int, n: int, terms: int) -> None:
    law, variety = sum_of_wedges(k, n, terms), Grassmannian(k, n)
    V = np.array(drawn(law)["V"])
    points = [variety.point(V[:, :, j].tolist()) for j in range(terms)]
    for s, expected in enumerate(map(sum, zip(*points, strict=True))):
        y = [int(i == s) for i in range(comb(n, k))]
        assert value(law, {"y": y, "V": V.tolist()}) == expected


@pytest.mark.parametrize(("k", "n", "terms"), [(1, 3, 2), (2, 4, 2), (3, 5, 2), (2, 2, 3)])
def test_law_of_graphs_is_the_sum_of_multiples_of_points(k: int, n: int, terms: int) -> None:
    law, variety = sum_of_graphs(k, n, terms), Grassmannian(k, n)
    assert law.parameter_count == terms * (variety.dimension if k < n else 1)
    at = drawn(law)
    X = np.array(at.get("X", [])).reshape(k, n - k, terms)
    for which in range(comb(n, k)):
        y = [int(i == which) for i in range(comb(n, k))]
        points = [variety.point(np.hstack([np.eye(k, dtype=int), X[:, :, j]]).tolist()) for j in range(terms)]
        expected = sum(s * point[which] for s, point in zip(at["s"], points, strict=True))
        assert value(law, {**at, "y": y}) == expected


@pytest.mark.parametrize(("k", "n", "terms"), [(1, 3, 2), (3, 5, 2)])
def test_graphs_as_vectors(k: int, n: int, terms: int) -> None:
    graphs, vectors = sum_of_graphs(k, n, terms), sum_of_wedges(k, n, terms)
    at, shape = drawn(graphs), {"inputs": {}, "let": [], "parameters": dict(graphs.parameters)}
    V = value(Law.from_json({**shape, "output": as_vectors(k, n, terms)}), {"X": at["X"], "s": at["s"]})
    assert value(vectors, {"V": V, "y": at["y"]}) == value(graphs, at)


@pytest.mark.parametrize(("k", "n", "terms"), [(2, 4, 2), (3, 5, 2)])
def test_matrices_of_trace_zero_keep_each_term(k: int, n: int, terms: int) -> None:
    law = sum_of_wedges(k, n, terms)
    fields = list(special_linear_fields(law))
    assert len(fields) == terms * (k * k - 1)
    assert all(value(derivative(law, field), drawn(law)) == 0 for field in fields)


def test_symplectic_matrices_keep_the_sum_of_planes() -> None:
    law = sum_of_wedges(2, 6, 3)
    fields = list(symplectic_fields(law))
    assert len(fields) == 3 * 7  # the dimension of the symplectic group of 6-space
    assert all(value(derivative(law, field), drawn(law, seed)) == 0 for seed, field in enumerate(fields))
    moved = [
        value(Law((), law.parameters, (), dict(field.components)["V"]), {"V": drawn(law)["V"]}) for field in fields
    ]
    assert np.linalg.matrix_rank(np.array(moved, dtype=float).reshape(len(fields), -1)) == len(fields)


@pytest.mark.parametrize(("k", "n", "terms"), [(1, 3, 2), (2, 4, 2), (3, 4, 1)])
def test_motions_of_the_space_are_undone_by_the_inputs(k: int, n: int, terms: int) -> None:
    """The law is linear in y, so the derivative along a field u on y is its value at u(y)."""
    law = sum_of_wedges(k, n, terms)
    motions = list(linear_motions(law))
    assert len(motions) == n * n
    for seed, motion in enumerate(motions):
        at = drawn(law, seed)
        u = value(Law((), law.inputs, (), dict(motion.inputs.components)["y"]), {"y": at["y"]})
        along = value(derivative(law, motion.parameters), at)
        assert along + value(law, {**at, "y": u}) == 0


@pytest.mark.parametrize(("k", "n", "terms"), [(2, 6, 2), (3, 6, 1), (3, 7, 3), (5, 7, 2)])
def test_rank_of_the_law_is_that_of_the_terracini_matrix(k: int, n: int, terms: int) -> None:
    law = Grassmannian(k, n).secant_law(terms)
    assert jacobian_rank(law, modulus=PRIME).rank == secant_ranks(Grassmannian(k, n), terms)[-1]
