"""Curves of two terms to 2×2×2 tensors that are limits of rank two."""

from __future__ import annotations

from collections.abc import Sequence

from algebra_tnn.exact import Field, Number
from algebra_tnn.tensors import Tensor
from algebra_tnn.tensors.curves import Curve

Vector = list[Number]


def tangent_curve(tensor: Tensor, field: Field) -> Curve | None:
    """(a + ea′) ⊗ (b + eb′) ⊗ (c + ec′) − a ⊗ b ⊗ c, if T = a′⊗b⊗c + a⊗b′⊗c + a⊗b⊗c′ is tangent to the rank-one tensors
    at a⊗b⊗c, of shape 2×2×2 and of rank 3; else None. Not in characteristic 2.

    A tensor with flattenings of rank 2 is of this form if and only if its hyperdeterminant is 0 [deSilvaLim2008].

    >>> from algebra_tnn.exact import Q
    >>> W = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, 0]]])
    >>> tangent_curve(W, Q).limit() == W
    True
    """
    if tensor.shape != (2, 2, 2) or field.characteristic == 2:
        return None
    entries = [field.number(x) for x in tensor.entries]
    first, second = entries[:4], entries[4:]
    A, C = (s[0] * s[3] - s[1] * s[2] for s in (first, second))
    B = first[0] * second[3] + first[3] * second[0] - first[1] * second[2] - first[2] * second[1]
    if field.number(B * B - 4 * A * C):
        return None
    x, y = (-B, 2 * A) if field.number(A) else (1, 0)  # the double root of det(x first + y second)
    p, q = (0, 1) if field.number(x) else (1, 0)
    S, N = ([field.number(u * s + v * t) for s, t in zip(first, second, strict=True)] for u, v in ((x, y), (p, q)))
    c = S[:2] if any(S[:2]) else S[2:]
    if not any(c):
        return None  # the slices are dependent
    at = 0 if c[0] else 1
    b = [field.divided(S[at], c[at]), field.divided(S[2 + at], c[at])]  # S = b cᵀ
    scale = x * q - y * p
    a, a_moves = ([field.divided(z, scale) for z in pair] for pair in ((-y, x), (q, -p)))
    b_moves = [field.divided(N[at], c[at]), field.divided(N[2 + at], c[at])]  # N w, where cᵀw = 1
    image = [N[1] * c[0] - N[0] * c[1], N[3] * c[0] - N[2] * c[1]]  # N v, a multiple of b, where cᵀv = 0
    lead = 0 if b[0] else 1
    slope = field.divided(field.number(image[lead]), b[lead])
    c_moves: Vector = [0, 0]
    c_moves[1 - at] = field.divided(field.number(slope if at == 0 else -slope), c[at])
    vectors = ((a, a_moves), (b, b_moves), (c, c_moves))
    curve = Curve(tuple(_factor(at, moves, -1 if k == 0 else 1, field) for k, (at, moves) in enumerate(vectors)), 1)
    limit = curve.coefficients()[1]
    return curve if [field.number(z) for z in limit.entries] == entries else None


def _factor(
    at: Sequence[Number], moves: Sequence[Number], sign: int, field: Field
) -> tuple[tuple[tuple[Number, ...], ...], ...]:
    """The columns at + e·moves and ± at."""
    return tuple(
        ((field.number(z), field.number(dz)), (field.number(sign * z), 0)) for z, dz in zip(at, moves, strict=True)
    )
