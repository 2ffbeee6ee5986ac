"""Gradients against tangents, and both against the derivatives of expanded polynomials."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import Any

import numpy as np
import pytest

from algebra_tnn.exact.polynomials import PolynomialRing
from algebra_tnn.laws import Law, directional_derivatives, einsum, expansion, jacobian, value
from algebra_tnn.laws.arithmetic import EXACT, residues, ring
from algebra_tnn.laws.evaluation import Stack, cotangents, tangents, values
from tests.unit.laws.families import attention, convolutions, paratuck2, polynomial_network, tensor_ring

P = 101
LAWS = {
    "network": polynomial_network((2, 3, 2), 3),
    "biases": polynomial_network((2, 2, 2, 2), [1, "1/2", 3], biases=True),
    "attention": attention(1, 2, 2, 1),
    "convolutions": convolutions((2, 2, 2), 2),
    "paratuck": paratuck2((2, 1, 2), (2, 2)),
    "ring": tensor_ring(2, 3, 2),
    "diagonals": Law.trace(
        lambda x, W, V: einsum("iij,j->i", V, x) + einsum("ii->i", W) * x - einsum("ijj->i", V),
        {"x": (2,)},
        {"W": (2, 2), "V": (2, 2, 2)},
    ),
    "windows": Law.trace(
        lambda x, W: einsum("aij,j->a", W[[[0, 1], [1, 0], [1, 1]]], x[[1, 1]]) * W[1].sum() + W[0][[0, 1, 1]],
        {"x": (2,)},
        {"W": (2, 2)},
    ),
    "several uses": Law.trace(
        lambda x, W: (W @ x) * (W.T @ x) - (W @ W @ x) ** 2 + W.sum() * x - 3, {"x": (2,)}, {"W": (2, 2)}
    ),
    "unused": Law.trace(lambda x, W, U: W * x, {"x": (2,)}, {"W": (2,), "U": (3,)}),
    "constant activation": Law.trace(lambda x, W: (W @ x) ** 0 + 0 * (W @ x) + x, {"x": (2,)}, {"W": (2, 2)}),
    "no parameters used": Law.trace(lambda x, W: x, {"x": (2,)}, {"W": (2,)}),
    "scalars": Law.trace(lambda x, a, b: (a * b - a) ** 2 * x - a, {"x": ()}, {"a": (), "b": ()}),
}


def drawn(shape: tuple[int, ...], rng: np.random.Generator) -> Any:
    return rng.integers(-9, 10, shape).tolist()


def flat(law: Law, point: dict[str, Any], sample: dict[str, Any]) -> list[int]:
    named = {**sample, **point}
    return [int(x) for name in (*law.input_names, *law.parameter_names) for x in np.ravel(named[name])]


@pytest.mark.parametrize("name", LAWS)
def test_rows_are_derivatives_of_the_expansion(name: str) -> None:
    law, rng, count = LAWS[name], np.random.default_rng(5), 3
    point = {name: drawn(shape, rng) for name, shape in law.parameters}
    samples = {name: drawn((count, *shape), rng) for name, shape in law.inputs}
    covectors = drawn((count, *law.shape), rng)
    found = jacobian(law, point, samples, covectors, modulus=P)
    polynomials = expansion(law, modulus=P)
    variables = polynomials[0].ring.names[-law.parameter_count :]
    for s in range(count):
        at = flat(law, point, {name: samples[name][s] for name in law.input_names})
        u = np.ravel(covectors[s])
        for j, variable in enumerate(variables):
            slope = sum(int(a) * int(f.derivative(variable).value(at)) for a, f in zip(u, polynomials, strict=True))
            assert (slope - int(found.array[s, j])) % P == 0


@pytest.mark.parametrize("name", LAWS)
def test_forward_and_reverse_mode_agree(name: str) -> None:
    law, rng = LAWS[name], np.random.default_rng(6)
    point = {name: drawn(shape, rng) for name, shape in law.parameters}
    samples = {name: drawn((4, *shape), rng) for name, shape in law.inputs}
    directions = {name: drawn((3, *shape), rng) for name, shape in law.parameters}
    forward = directional_derivatives(law, point, samples, directions, modulus=P)
    assert forward.shape == (4 if law.inputs else 1, 3, *law.shape)
    stacked = np.concatenate([np.reshape(directions[name], (3, -1)) for name in law.parameter_names], axis=1)
    for i, place in enumerate(product(*map(range, law.shape))):
        unit = np.zeros((len(forward), prod(law.shape)), dtype=int)
        unit[:, i] = 1
        rows = jacobian(law, point, samples, unit.reshape(len(forward), *law.shape), modulus=P).array
        expected = np.rint(rows @ stacked.T).astype(int) % P
        assert forward[(slice(None), slice(None), *place)].tolist() == expected.tolist()


@pytest.mark.parametrize("name", LAWS)
def test_values_of_many_samples_at_once(name: str) -> None:
    law, rng = LAWS[name], np.random.default_rng(7)
    point = {name: drawn(shape, rng) for name, shape in law.parameters}
    samples = {name: drawn((5, *shape), rng) for name, shape in law.inputs}
    arithmetic = residues(P)
    named = {name: Stack("", np.array(x, dtype=float)) for name, x in point.items()}
    named |= {name: Stack("S", np.array(x, dtype=float)) for name, x in samples.items()}
    stack = values(law.program, named, arithmetic)[law.program.output]
    for s in range(5):
        one = value(law, {**point, **{name: x[s] for name, x in samples.items()}}, modulus=P)
        assert np.array(stack.array[s] if stack.front else stack.array).astype(int).__mod__(P).tolist() == one


def test_gradients_over_other_rings() -> None:
    """Reverse mode over polynomials: the gradient of a law by its weights, with the inputs as variables."""
    law = polynomial_network((2, 2, 1), 2)
    R = PolynomialRing(("x", "y"))
    x, y = R.variables
    arithmetic = ring(R)
    named = {
        "x": Stack("", arithmetic.filled([x, y], (2,))),
        "W1": Stack("", np.array([[1, 2], [0, 1]], dtype=object)),
        "W2": Stack("", np.array([[3, -1]], dtype=object)),
    }
    found = values(law.program, named, arithmetic)
    covector = Stack("", np.array([1], dtype=object))
    gradients = cotangents(law.program, found, covector, ["W1", "W2"], arithmetic)
    assert gradients["W2"].array.tolist() == [[(x + 2 * y) ** 2, y**2]]
    assert gradients["W1"].array.tolist() == [[6 * (x + 2 * y) * x, 6 * (x + 2 * y) * y], [-2 * y * x, -2 * y * y]]


def test_tangents_along_fields_vanish_over_the_integers() -> None:
    law = polynomial_network((2, 2, 1), 2)
    named = {
        "x": Stack("", np.array([3, 5], dtype=object)),
        "W1": Stack("", np.array([[1, 2], [4, 1]], dtype=object)),
        "W2": Stack("", np.array([[3, -1]], dtype=object)),
    }
    found = values(law.program, named, EXACT)
    scaling = {
        "W1": Stack("", np.array([[1, 2], [0, 0]], dtype=object)),
        "W2": Stack("", np.array([[-6, 0]], dtype=object)),
    }
    moved = tangents(law.program, found, scaling, EXACT)[law.program.output]
    assert moved is not None and moved.array.tolist() == [0]
    assert tangents(law.program, found, {}, EXACT)[law.program.output] is None


def test_long_inner_products_stay_exact() -> None:
    """Sums so long that they have to be reduced on the way: 600 products modulo the largest prime below 2^23."""
    p, n = 8388593, 600
    law = Law.trace(lambda x, w: w @ x, {"x": (n,)}, {"w": (n,)})
    half = (p - 1) // 2
    found = value(law, {"x": [half] * n, "w": [half] * n}, modulus=p)
    assert found == n * half * half % p


def test_what_is_no_sample() -> None:
    law = LAWS["network"]
    point = {"W1": [[1, 1]] * 3, "W2": [[1, 1, 1]] * 2}
    with pytest.raises(ValueError, match=r"there are 2 samples of x but 1 covectors; each row has one of each"):
        jacobian(law, point, {"x": [[1, 1], [1, 2]]}, [[1, 1]])
    with pytest.raises(ValueError, match=r"the sample's x has the shape \[2\]; it is \[2\] behind the first axis"):
        jacobian(law, point, {"x": [1, 1]}, [[1, 1]])
    with pytest.raises(ValueError, match=r"the covector's u has the shape \[1, 3\]"):
        jacobian(law, point, {"x": [[1, 1]]}, [[1, 1, 1]])
    with pytest.raises(ValueError, match=r"the directions are 1 of W1, 2 of W2; there are equally many of each"):
        directional_derivatives(law, point, {"x": [[1, 1]]}, {"W1": [point["W1"]], "W2": [point["W2"]] * 2})
    with pytest.raises(ValueError, match=r"the point names W1; the names are W1, W2"):
        jacobian(law, {"W1": point["W1"]}, {"x": [[1, 1]]}, [[1, 1]])
    with pytest.raises(ValueError, match="the modulus is 10, but 10 is not prime"):
        jacobian(law, point, {"x": [[1, 1]]}, [[1, 1]], modulus=10)


def test_no_rows() -> None:
    law = LAWS["network"]
    point = {"W1": [[1, 1]] * 3, "W2": [[1, 1, 1]] * 2}
    assert jacobian(law, point, {"x": []}, []).shape == (0, 12)
