"""Laws that several tests share: networks, attention, convolutions and tensor formats, written with the tracer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from algebra_tnn.laws import Law, apply, einsum


def polynomial_network(widths: Sequence[int], *activations: Any, biases: bool = False) -> Law:
    """f = W_L σ(W_(L−1) σ(… W_1 x)); an activation is an exponent or a list of coefficients; the last one repeats."""
    layers = range(1, len(widths))
    shapes: dict[str, tuple[int, ...]] = {}
    for i in layers:
        shapes[f"W{i}"] = (widths[i], widths[i - 1])
        if biases:
            shapes[f"b{i}"] = (widths[i],)

    def forward(x: Any, **weights: Any) -> Any:
        for i in layers:
            x = weights[f"W{i}"] @ x
            if biases:
                x = x + weights[f"b{i}"]
            if i < len(widths) - 1:
                activation = activations[min(i, len(activations)) - 1]
                x = apply(activation, x) if isinstance(activation, list) else x**activation
        return x

    return Law.trace(forward, {"x": (widths[0],)}, shapes)


def attention(layers: int, tokens: int, width: int, rank: int, out: int | None = None) -> Law:
    """Lightning attention, X ↦ V X (K X)ᵀ (Q X), layer after layer; ``out`` is the last width, else all are equal."""
    widths = [width] * layers + [out or width]
    shapes: dict[str, tuple[int, ...]] = {}
    for i in range(layers):
        shapes |= {f"V{i}": (widths[i + 1], width), f"K{i}": (rank, width), f"Q{i}": (rank, width)}

    def forward(X: Any, **weights: Any) -> Any:
        for i in range(layers):
            X = einsum("ik,lk,lj->ij", weights[f"V{i}"] @ X, weights[f"K{i}"] @ X, weights[f"Q{i}"] @ X)
        return X

    return Law.trace(forward, {"X": (width, tokens)}, shapes)


def convolutions(filters: Sequence[int], exponent: int) -> Law:
    """Convolutions of stride 1 with a power between them, on an input so long that one output is left."""
    shapes = {f"w{i}": (k,) for i, k in enumerate(filters)}

    def forward(x: Any, **weights: Any) -> Any:
        for i, k in enumerate(filters):
            x = x[[[a + b for b in range(k)] for a in range(len(x) - k + 1)]] @ weights[f"w{i}"]
            if i < len(filters) - 1:
                x = x**exponent
        return x

    return Law.trace(forward, {"x": (sum(filters) - len(filters) + 1,)}, shapes)


def tensor_train(size: int, ranks: Sequence[int]) -> Law:
    """The multilinear function Σ G1[x1] G2[x2] … of one vector per mode; the train's ends have one index less."""
    modes = range(len(ranks) + 1)
    ends = (1, *ranks, 1)
    shapes = {f"G{k}": (ends[k], size, ends[k + 1]) for k in modes}

    def forward(**tensors: Any) -> Any:
        state = tensors["G0"][0].T @ tensors["x0"]
        for k in modes[1:]:
            state = einsum("a,i,aib->b", state, tensors[f"x{k}"], tensors[f"G{k}"])
        return state[0]

    return Law.trace(forward, {f"x{k}": (size,) for k in modes}, shapes)


def tensor_ring(size: int, modes: int, rank: int) -> Law:
    """The multilinear function tr G1[x1] G2[x2] … of one vector per mode."""

    def forward(**tensors: Any) -> Any:
        state = einsum("aib,i->ab", tensors["G0"], tensors["x0"])
        for k in range(1, modes):
            state = einsum("ab,i,bic->ac", state, tensors[f"x{k}"], tensors[f"G{k}"])
        return einsum("aa->", state)

    inputs = {f"x{k}": (size,) for k in range(modes)}
    return Law.trace(forward, inputs, {f"G{k}": (rank, size, rank) for k in range(modes)})


def paratuck2(shape: tuple[int, int, int], ranks: tuple[int, int]) -> Law:
    """T_ijk = Σ_rs A_ir G_kr F_rs H_ks B_js: a law without inputs."""
    (i, j, k), (r, s) = shape, ranks
    shapes = {"A": (i, r), "G": (k, r), "F": (r, s), "H": (k, s), "B": (j, s)}
    return Law.trace(lambda A, G, F, H, B: einsum("ir,kr,rs,ks,js->ijk", A, G, F, H, B), {}, shapes)


def canonical(shape: Sequence[int], rank: int) -> Law:
    """Σ_r Π_k ⟨a_kr, x_k⟩, a sum of rank-one tensors as a multilinear function."""
    modes = range(len(shape))

    def forward(**tensors: Any) -> Any:
        product = tensors["A0"] @ tensors["x0"]
        for k in modes[1:]:
            product = product * (tensors[f"A{k}"] @ tensors[f"x{k}"])
        return product.sum()

    inputs = {f"x{k}": (shape[k],) for k in modes}
    return Law.trace(forward, inputs, {f"A{k}": (rank, shape[k]) for k in modes})
