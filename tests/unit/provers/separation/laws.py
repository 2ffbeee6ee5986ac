"""Laws with separation ranks: name -> (law, inputs on one side, rank for almost all parameters, bound by cuts)."""

from __future__ import annotations

from typing import Any

from algebra_tnn.laws import Law, apply, einsum, named
from algebra_tnn.tensors.formats import CPFormat, RingFormat, TrainFormat


def recurrent(steps: int, dimension: int, hidden: int) -> Law:
    """A recurrent arithmetic circuit of depth two: its first layer enters the second at every step."""

    def forward(**given: Any) -> Any:
        one, two = given["a"], given["b"]
        for t in range(steps):
            one = named(f"one{t}", (given["A"] @ given[f"x{t}"]) * (given["B"] @ one))
            two = named(f"two{t}", (given["C"] @ one) * (given["D"] @ two))
        return given["o"] @ two

    square, vector = (hidden, hidden), (hidden,)
    inputs = {f"x{t}": (dimension,) for t in range(steps)}
    parameters = {
        "A": (hidden, dimension),
        "B": square,
        "C": square,
        "D": square,
        "a": vector,
        "b": vector,
        "o": vector,
    }
    return Law.trace(forward, inputs, parameters)


def two_layers(degree: int, hidden: int) -> Law:
    """Σ_j v_j (⟨a_j, x⟩ + ⟨b_j, y⟩)^degree, in 3 and 2 variables."""
    shapes = {"a": (hidden, 3), "b": (hidden, 2), "v": (hidden,)}
    return Law.trace(lambda x, y, a, b, v: v @ (a @ x + b @ y) ** degree, {"x": (3,), "y": (2,)}, shapes)


def _windows(x: Any, y: Any, w: Any) -> Any:
    return einsum("ik,k,i->", x[[[0, 1], [1, 2], [2, 3]]], w, y)


def _used_twice(x: Any, y: Any, A: Any, B: Any) -> Any:
    state = named("h", (A @ x) ** 2 + A @ x)
    return state @ (B @ y) + state @ (B @ y) ** 2


TRAIN, RING = TrainFormat((3, 3, 3, 3), (2, 2, 2)).law(), RingFormat((3, 3, 3, 3), 2).law()
X = ("x",)
LAWS: dict[str, tuple[Law, tuple[str, ...], int, int]] = {
    "a train, every second input": (TRAIN, ("x0", "x2"), 6, 6),
    "a train, in two halves": (TRAIN, ("x0", "x1"), 2, 2),
    "a train, all inputs": (TRAIN, ("x0", "x1", "x2", "x3"), 1, 1),
    "a train, no input": (TRAIN, (), 1, 1),
    "a ring below its cut": (RING, ("x0", "x2"), 8, 9),
    "a shallow network": (CPFormat((3, 3, 3, 3), 4).law(), ("x0", "x1"), 4, 4),
    "a power of a sum": (two_layers(4, 1), X, 5, 5),
    "powers of sums, by letters": (two_layers(4, 2), X, 8, 8),
    "powers of sums, by monomials": (two_layers(3, 9), X, 1 + 2 + 3 + 1, 1 + 2 + 3 + 1),
    "monomials of states": (recurrent(4, 3, 2), ("x0", "x1"), 6, 6),
    "monomials of inputs": (recurrent(4, 2, 3), ("x0", "x1"), 6, 6),
    "a sum that is used twice": (
        Law.trace(_used_twice, {"x": (4,), "y": (5,)}, {"A": (3, 4), "B": (3, 5)}),
        X,
        3,
        3,
    ),
    "windows": (Law.trace(_windows, {"x": (4,), "y": (3,)}, {"w": (2,)}), X, 3, 3),
    "given weights": (
        Law.trace(lambda x, y: einsum("i,ij,j->", x, [[1, 2], [2, 4]], y), {"x": (2,), "y": (2,)}, {}),
        X,
        1,
        2,
    ),
    "zero": (Law.trace(lambda x, y: x @ y - x @ y, {"x": (2,), "y": (2,)}, {}), X, 0, 2),
    "nothing": (Law.trace(lambda x, y: apply([0], x @ y), {"x": (2,), "y": (2,)}, {}), X, 0, 0),
    "a constant": (Law.trace(lambda x, y: apply([5, 0], x @ y), {"x": (2,), "y": (2,)}, {}), X, 1, 1),
    "one side each": (Law.trace(lambda x, y: x @ x + y @ y, {"x": (2,), "y": (2,)}, {}), X, 2, 2),
    "a diagonal": (Law.trace(lambda X, y: einsum("ii,i->", X, y), {"X": (3, 3), "y": (3,)}, {}), ("X",), 3, 3),
    "no inputs": (Law.trace(lambda a, b: a @ b, {}, {"a": (2,), "b": (2,)}), (), 1, 1),
}
