"""Laws of models that are no polynomial networks of ours, with their dimensions where these are known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from algebra_tnn.laws import Law, apply, einsum, named

Shapes = Mapping[str, tuple[int, ...]]


def traced(forward: Callable[..., Any], inputs: Shapes, parameters: Shapes) -> Law:
    return Law.trace(forward, inputs, parameters)


W22 = dict.fromkeys("ABC", (2, 2))
PROVED: dict[str, tuple[Law, int]] = {  # the dimension, proved from both sides
    "three layers without names": (
        traced(
            lambda x, W1, W2, W3: W3 @ (W2 @ (W1 @ x) ** 2) ** 2,
            {"x": (5,)},
            {"W1": (4, 5), "W2": (3, 4), "W3": (1, 3)},
        ),
        25,
    ),
    "attention with two tokens": (
        traced(lambda X, Q, K, V: V @ X @ ((K @ X).T @ (Q @ X)), {"X": (2, 2)}, dict.fromkeys("QKV", (2, 2))),
        7,
    ),
    "attention of rank one": (
        traced(
            lambda X, Q, K, V: V @ X @ ((K @ X).T @ (Q @ X)), {"X": (3, 2)}, {"Q": (1, 3), "K": (1, 3), "V": (3, 3)}
        ),
        13,
    ),
    "a tensor train": (
        traced(
            lambda x, y, z, w, A, B, C, D: D @ w @ einsum("aib,i,b->a", C, z, einsum("aib,i,b->a", B, y, A @ x)),
            dict.fromkeys("xyzw", (2,)),
            {"A": (2, 2), "B": (2, 2, 2), "C": (2, 2, 2), "D": (2, 2)},
        ),
        12,
    ),
    "two terms of order three": (
        traced(
            lambda x, y, z, a, b, c: einsum("r,r,r->", a @ x, b @ y, c @ z),
            dict.fromkeys("xyz", (3,)),
            dict.fromkeys("abc", (2, 3)),
        ),
        14,
    ),
    "three terms of order four": (
        traced(
            lambda x, y, z, w, a, b, c, d: einsum("r,r,r,r->", a @ x, b @ y, c @ z, d @ w),
            dict.fromkeys("xyzw", (2,)),
            dict.fromkeys("abcd", (3, 2)),
        ),
        14,
    ),
    "matrices of rank two": (traced(lambda A, B: A @ B, {}, {"A": (3, 2), "B": (2, 3)}), 8),
    "a matrix of rank two, named": (
        traced(lambda x, A, B: A @ named("h", B @ x), {"x": (3,)}, {"A": (3, 2), "B": (2, 3)}),
        8,
    ),
    "an outer vector": (traced(lambda x, W, v: v @ (W @ x) ** 2, {"x": (3,)}, {"W": (2, 3), "v": (2,)}), 5),
    "scalars": (traced(lambda x, w, v: v * (w * x) ** 2, {"x": ()}, {"w": (), "v": ()}), 1),
    "unused parameters": (traced(lambda x, W, U: W @ x, {"x": (3,)}, {"W": (2, 3), "U": (2, 2)}), 6),
    "unused parameters that count": (
        traced(lambda x, w, U: (w + x) ** 9, {"x": (2,)}, {"w": (2,), "U": (2, 2)}),
        2,
    ),
    "zero": (traced(lambda x, W: W @ x - W @ x, {"x": (3,)}, {"W": (2, 3)}), 0),
    "the zero polynomial": (
        traced(lambda x, W, V: V @ named("h", apply([0], W @ x)), {"x": (3,)}, {"W": (2, 3), "V": (1, 2)}),
        0,
    ),
    "constants": (traced(lambda x, W: [1, 2], {"x": (3,)}, {"W": (2, 3)}), 0),
    "nothing": (traced(lambda: [1, 2], {}, {}), 0),
    "parallel branches": (
        traced(
            lambda x, A, B, c: named("h", (A @ x) ** 2) + c * named("u", (B @ x) ** 2),
            {"x": (2,)},
            {"A": (2, 2), "B": (2, 2), "c": ()},
        ),
        6,
    ),
    "one matrix in two layers": (
        traced(
            lambda x, W, V: V @ named("h", (W @ named("g", (W @ x) ** 2)) ** 2), {"x": (2,)}, {"W": (2, 2), "V": (1, 2)}
        ),
        5,
    ),
    "names that collide": (
        traced(
            lambda x, y, h_coefficients: h_coefficients @ named("h", (y @ x) ** 2),
            {"x": (3,)},
            {"y": (2, 3), "h_coefficients": (1, 2)},
        ),
        5,
    ),
    "high degrees": (traced(lambda x, w: (w * x) ** 10_001, {"x": ()}, {"w": ()}), 1),
    "four terms of order three": (
        traced(
            lambda x, y, z, a, b, c: einsum("r,r,r->", a @ x, b @ y, c @ z),
            dict.fromkeys("xyz", (3,)),
            dict.fromkeys("abc", (4, 3)),
        ),
        26,
    ),
    "PARATUCK-2": (
        traced(
            lambda A, DA, H, DB, B: einsum("ir,kr,rs,ks,js->ijk", A, DA, H, DB, B),
            {},
            {"A": (3, 2), "DA": (3, 2), "H": (2, 2), "DB": (3, 2), "B": (3, 2)},
        ),
        16,
    ),
}
BOUNDED: dict[str, tuple[Law, int, int]] = {  # bounds that do not meet
    "two sums of three l³ + l": (
        traced(lambda x, W, V: V @ apply([0, 1, 0, 1], W @ x), {"x": (2,)}, {"W": (3, 2), "V": (2, 3)}),
        11,
        12,
    ),
}
