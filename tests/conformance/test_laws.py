"""Traced laws compute what the prose of the evaluator says, and a law that does not is noticed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from algebra_tnn.laws import Law, apply, einsum
from tests.conformance import network_evaluator as prose
from tests.conformance.agreement import RINGS, Reading, agrees, imported_modules, shapes


def network(widths: tuple[int, ...], activations: list[list[int]], biases: bool) -> tuple[Law, Reading]:
    layers = range(1, len(widths))
    shapes: dict[str, tuple[int, ...]] = {f"W{i}": (widths[i], widths[i - 1]) for i in layers}
    shapes |= {f"b{i}": (widths[i],) for i in layers if biases}

    def forward(x: Any, **p: Any) -> Any:
        for i in layers:
            x = p[f"W{i}"] @ x + p[f"b{i}"] if biases else p[f"W{i}"] @ x
            x = apply(activations[i - 1], x) if i < len(widths) - 1 else x
        return x

    def reading(p: dict[str, Any]) -> Any:
        offsets = [p[f"b{i}"] for i in layers] if biases else None
        return prose.polynomial_network(p["x"], [p[f"W{i}"] for i in layers], activations, offsets)

    return Law.trace(forward, {"x": (widths[0],)}, shapes), reading


def train(sizes: tuple[int, ...], bonds: tuple[int, ...]) -> tuple[Law, Reading]:
    ends = (1, *bonds, 1)
    modes = range(len(sizes))

    def forward(**t: Any) -> Any:
        state = einsum("aib,i->b", t["G0"], t["x0"])
        for k in modes[1:]:
            state = einsum("a,aib,i->b", state, t[f"G{k}"], t[f"x{k}"])
        return state[0]

    law = Law.trace(
        forward,
        {f"x{k}": (sizes[k],) for k in modes},
        {f"G{k}": (ends[k], sizes[k], ends[k + 1]) for k in modes},
    )
    return law, lambda p: prose.tensor_train([p[f"x{k}"] for k in modes], [p[f"G{k}"] for k in modes])


def terms(sizes: tuple[int, ...], rank: int) -> tuple[Law, Reading]:
    modes = range(len(sizes))
    words = "ijklm"[: len(sizes)]
    subscripts = ",".join([f"{c}r" for c in words] + list(words)) + "->"
    law = Law.trace(
        lambda **t: einsum(subscripts, *[t[f"A{k}"] for k in modes], *[t[f"x{k}"] for k in modes]),
        {f"x{k}": (sizes[k],) for k in modes},
        {f"A{k}": (sizes[k], rank) for k in modes},
    )
    return law, lambda p: prose.rank_one_terms([p[f"x{k}"] for k in modes], [p[f"A{k}"] for k in modes])


def attention(width: int, tokens: int, rank: int, out: int) -> tuple[Law, Reading]:
    law = Law.trace(
        lambda X, V, K, Q: V @ X @ (K @ X).T @ (Q @ X),
        {"X": (width, tokens)},
        {"V": (out, width), "K": (rank, width), "Q": (rank, width)},
    )
    return law, lambda p: prose.lightning_attention(p["X"], p["V"], p["K"], p["Q"])


def convolutions(size: int, filters: tuple[int, ...], strides: tuple[int, ...], exponent: int) -> tuple[Law, Reading]:
    def forward(x: Any, **p: Any) -> Any:
        for i, (k, stride) in enumerate(zip(filters, strides, strict=True)):
            x = x[[[a + b for b in range(k)] for a in range(0, len(x) - k + 1, stride)]] @ p[f"w{i}"]
            x = x**exponent if i < len(filters) - 1 else x
        return x

    def reading(p: dict[str, Any]) -> Any:
        chosen = [p[f"w{i}"] for i in range(len(filters))]
        return prose.convolutional_network(p["x"], chosen, list(strides), exponent)

    return Law.trace(forward, {"x": (size,)}, {f"w{i}": (k,) for i, k in enumerate(filters)}), reading


def paratuck(shape: tuple[int, int, int], ranks: tuple[int, int]) -> tuple[Law, Reading]:
    (i, j, k), (r, s) = shape, ranks
    shapes = {"A": (i, r), "G": (k, r), "F": (r, s), "H": (k, s), "B": (j, s)}
    law = Law.trace(lambda A, G, F, H, B: einsum("ir,kr,rs,ks,js->ijk", A, G, F, H, B), {}, shapes)
    return law, lambda p: prose.paratuck2(p["A"], p["G"], p["F"], p["H"], p["B"])


FAMILIES = {
    "network": network((3, 2, 4, 2), [[0, 0, 1], [0, 0, 0, 1]], False),
    "network with biases": network((2, 3, 1), [[2, -1, 3]], True),
    "one layer": network((2, 3), [], False),
    "tensor train": train((2, 3, 4), (2, 3)),
    "two modes": train((3, 2), (2,)),
    "rank-one terms": terms((2, 3, 4), 3),
    "attention": attention(3, 2, 4, 5),
    "one token": attention(2, 1, 1, 3),
    "convolutions": convolutions(8, (3, 2), (1, 2), 2),
    "three convolutions": convolutions(9, (2, 3, 2), (2, 1, 1), 3),
    "ParaTuck-2": paratuck((2, 3, 4), (2, 3)),
}


@pytest.mark.parametrize("ring", RINGS)
@pytest.mark.parametrize("name", FAMILIES)
def test_laws_say_what_the_prose_says(name: str, ring: str) -> None:
    law, reading = FAMILIES[name]
    assert agrees(law, reading, ring)
    assert agrees(Law.from_json(law.to_json()), reading, ring)


def square_train() -> tuple[Law, Reading]:
    return train((2, 2, 2), (2, 2))


WRONG: dict[str, tuple[Callable[..., Any], tuple[Law, Reading]]] = {
    "the activation after the last layer too": (
        lambda x, W1, W2: (W2 @ (W1 @ x) ** 2) ** 2,
        network((2, 2, 2), [[0, 0, 1]], False),
    ),
    "a transposed weight matrix": (
        lambda x, W1, W2: W2 @ (W1.T @ x) ** 2,
        network((2, 2, 2), [[0, 0, 1]], False),
    ),
    "another exponent": (lambda x, W1, W2: W2 @ (W1 @ x) ** 3, network((2, 2, 2), [[0, 0, 1]], False)),
    "bonds in the wrong order": (
        lambda x0, x1, x2, G0, G1, G2: einsum("aib,cjb,ckd,i,j,k->", G0, G1, G2, x0, x1, x2),
        square_train(),
    ),
    "two modes exchanged": (
        lambda x0, x1, x2, G0, G1, G2: einsum("aib,bjc,ckd,i,j,k->", G0, G1, G2, x1, x0, x2),
        square_train(),
    ),
    "keys and queries exchanged": (
        lambda X, V, K, Q: V @ X @ (Q @ X).T @ (K @ X),
        attention(2, 2, 2, 2),
    ),
    "scores of the receiving token": (
        lambda X, V, K, Q: einsum("is,lt,ls->it", V @ X, K @ X, Q @ X),
        attention(2, 2, 2, 2),
    ),
    "a filter read backwards": (
        lambda x, w0, w1: ((x[[[2, 1, 0], [3, 2, 1]]] @ w0) ** 2)[[[0, 1]]] @ w1,
        convolutions(4, (3, 2), (1, 1), 2),
    ),
    "a stride left out": (
        lambda x, w0: (x[[[0, 1], [1, 2]]]) @ w0,
        convolutions(4, (2,), (2,), 2),
    ),
    "slices of G and H exchanged": (
        lambda A, G, F, H, B: einsum("ir,kr,rs,ks,js->ijk", A, H, F, G, B),
        paratuck((2, 2, 2), (2, 2)),
    ),
    "rows and columns of the core exchanged": (
        lambda A, G, F, H, B: einsum("ir,kr,sr,ks,js->ijk", A, G, F, H, B),
        paratuck((2, 2, 2), (2, 2)),
    ),
    "a term left out": (
        lambda x0, x1, A0, A1: einsum("ir,jr,i,j,r->", A0, A1, x0, x1, [1, 0]),
        terms((2, 2), 2),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_planted_wrong_laws_are_noticed(name: str) -> None:
    forward, (law, reading) = WRONG[name]
    wrong = Law.trace(forward, *shapes(law))
    assert wrong.shape == law.shape
    assert agrees(law, reading, "Z")
    assert not agrees(wrong, reading, "Z")


def test_the_evaluator_imports_nothing_of_the_package() -> None:
    assert imported_modules(prose) == {"__future__", "itertools", "typing"}
