from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from algebra_tnn.laws import Law, apply, einsum, formula
from tests.unit.laws.families import (
    attention,
    canonical,
    convolutions,
    paratuck2,
    polynomial_network,
    tensor_ring,
    tensor_train,
)


@pytest.mark.parametrize(
    ("law", "expected"),
    [
        (polynomial_network((3, 2, 1), 2), "f_i = Σ_j W2_ij (Σ_k W1_jk x_k)²"),
        (polynomial_network((2, 2, 2, 1), 3), "f_i = Σ_j W3_ij (Σ_k W2_jk (Σ_l W1_kl x_l)³)³"),
        (
            polynomial_network((2, 2, 1), [0, 1, 1], biases=True),
            "f_i = (Σ_j W2_ij σ((Σ_k W1_jk x_k) + b1_j)) + b2_i\nσ(t) = t² + t",
        ),
        (
            polynomial_network((2, 2, 2, 1), [0, 1, 1], ["1/2", 0, -3]),
            "f_i = Σ_j W3_ij σ1(Σ_k W2_jk σ(Σ_l W1_kl x_l))\nσ(t) = t² + t\nσ1(t) = −3 t² + 1/2",
        ),
        (attention(1, 3, 2, 2), "f_ij = Σ_kl (Σ_m V0_im X_mk)(Σ_n K0_ln X_nk)(Σ_p Q0_lp X_pj)"),
        (paratuck2((2, 2, 2), (2, 2)), "f_ijk = Σ_lm A_il G_kl F_lm H_km B_jm"),
        (tensor_ring(2, 3, 2), "f = Σ_i (Σ_jk (Σ_lm (Σ_n G0_inl x0_n) x1_m G1_lmj) x2_k G2_jki)"),
        (tensor_train(2, (2,)), "f = Σ_ij (Σ_k G0_0ki x0_k) x1_j G1_ij0"),
        (convolutions((2, 3), 2), "f_i = Σ_j (Σ_k x[j+k] w0_k)² w1_j"),
        (canonical((2, 2, 2), 3), "f = Σ_i (Σ_j A0_ij x0_j)(Σ_k A1_ik x1_k)(Σ_l A2_il x2_l)"),
        (Law.trace(lambda x: (x**2) ** 3, {"x": ()}, {}), "f = (x²)³"),
        (Law.trace(lambda x: 2 * x**2, {"x": ()}, {}), "f = 2 x²"),
    ],
)
def test_models(law: Law, expected: str) -> None:
    assert formula(law) == expected


def printed(forward: Any, **parameters: tuple[int, ...]) -> str:
    return formula(Law.trace(forward, {"x": (4,)}, parameters), "y")


@pytest.mark.parametrize(
    ("forward", "parameters", "expected"),
    [
        (lambda x: x, {}, "y_i = x_i"),
        (lambda x: x @ x, {}, "y = Σ_i x_i x_i"),
        (lambda x: -x, {}, "y_i = −x_i"),
        (lambda x: 3 * x, {}, "y_i = 3 x_i"),
        (lambda x: x * Fraction(-2, 3), {}, "y_i = −(2/3) x_i"),
        (lambda x: x**2 + x, {}, "y_i = x_i² + x_i"),
        (lambda x: apply([1, -1, 2], x), {}, "y_i = 2 x_i² − x_i + 1"),
        (lambda x: apply([2], x), {}, "y_i = 2"),
        (lambda x: apply([0, 1], x), {}, "y_i = x_i"),
        (lambda x: 0 * x, {}, "y_i = 0"),
        (lambda x: x - (x - 1) - x[0] * x, {}, "y_i = x_i − (x_i − 1) − x_0 x_i"),
        (lambda x: (x + 1) ** 12, {}, "y_i = (x_i + 1)¹²"),
        (lambda x: (x + 1) * (x - 1), {}, "y_i = (x_i + 1)(x_i − 1)"),
        (lambda x: 2 * (x + np.ones(4, dtype=int)), {}, "y_i = 2 (x_i + 1)"),
        (lambda x, w: x[[[0, 1], [1, 2], [2, 3]]] @ w, {"w": (2,)}, "y_i = Σ_j x[i+j] w_j"),
        (lambda x, w: x[[[1, 2], [2, 3]]] @ w, {"w": (2,)}, "y_i = Σ_j x[i+j+1] w_j"),
        (lambda x, w: x[[[0, 1], [2, 3]]] @ w, {"w": (2,)}, "y_i = Σ_j x[2i+j] w_j"),
        (lambda x: x[2], {}, "y = x_2"),
        (lambda x: x[[2, 2, 2]], {}, "y_i = x_2"),
        (lambda x: x[[0, 1, 3]], {}, "y_i = x[[0, 1, 3]_i]"),
        (lambda x: x[[3, 2, 1, 0]], {}, "y_i = x[[3, 2, 1, 0]_i]"),
        (lambda x, W: W[1] * x, {"W": (2, 4)}, "y_i = W_1i x_i"),
        (lambda x: [[1, 0], [0, 1]] @ x[[0, 1]], {}, "y_i = Σ_j δ_ij x_j"),
        (lambda x: einsum("i,i->", [1, 1, 1, 1], x), {}, "y = Σ_i x_i"),
        (lambda x: einsum("i,j->", [2, 2], x), {}, "y = Σ_ij 2 x_j"),
        (lambda x: einsum("i,i->", [1, -1, "1/2", 0], x), {}, "y = Σ_i [1, −1, 1/2, 0]_i x_i"),
        (lambda x: einsum("i->", x) ** 2, {}, "y = (Σ_i x_i)²"),
        (lambda x, W: einsum("ii,i->i", W, x), {"W": (4, 4)}, "y_i = W_ii x_i"),
        (
            lambda x: (x * x[[1, 0, 3, 2]]) ** 2 + x * x[[1, 0, 3, 2]] * 2,
            {},
            "y_i = t0_i² + 2 t0_i\nt0_i = x_i x[[1, 0, 3, 2]_i]",
        ),
        (lambda x: [5, 5], {}, "y_i = 5"),
        (lambda x: x * [-1, -1, -1, -1], {}, "y_i = x_i (−1)"),
    ],
)
def test_notation(forward: Any, parameters: dict[str, tuple[int, ...]], expected: str) -> None:
    assert printed(forward, **parameters) == expected


def test_long_constants_have_names() -> None:
    table = [[i * j % 5 for j in range(4)] for i in range(5)]
    law = Law.trace(lambda x: table @ x + table @ (x * x), {"x": (4,)}, {})
    assert formula(law) == f"f_i = (Σ_j t0_ij x_j) + (Σ_k t0_ik x_k²)\nt0_ij = T0_ij\nT0 = {table}"


def test_of_large_constants_the_shape_is_told() -> None:
    law = Law.trace(lambda x: [list(range(i, 5 * i, i)) for i in range(1, 5)] @ x, {"x": (4,)}, {})
    assert formula(law, largest=15).splitlines() == ["f_i = Σ_j T0_ij x_j", "T0 = constants, 4×4"]
    assert formula(law, largest=16) == formula(law)


def test_more_axes_than_letters() -> None:
    law = Law.trace(
        lambda x: einsum("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z->", *[x] * 26), {"x": (1,)}, {}
    )
    assert "x[i1]" in formula(law) and formula(law).startswith("f = Σ[i, j, k")


def test_definitions_of_every_kind_have_their_axes() -> None:
    law = Law.from_json(
        {
            "inputs": {"x": [2]},
            "parameters": {},
            "let": [
                ["a", "x"],
                ["b", ["constant", [[1, 2], [3, 4]]]],
                ["c", ["einsum", "ij,j->i", "b", "a"]],
                ["d", ["take", "b", [0, 0, 1]]],
                ["e", ["+", "c", "a"]],
            ],
            "output": ["einsum", "ki,i->k", "d", "e"],
        }
    )
    assert formula(law).splitlines() == [
        "f_i = Σ_j d_ij e_j",
        "a_i = x_i",
        "b_ij = [[1, 2], [3, 4]]_ij",
        "c_i = Σ_j b_ij a_j",
        "d_ij = b[[0, 0, 1]_i, j]",
        "e_i = c_i + a_i",
    ]
