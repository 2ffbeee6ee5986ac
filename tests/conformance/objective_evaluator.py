"""A second reading of objectives, from the prose below; it imports nothing of the package.

Nested loops over nested lists, for the elements of any commutative ring. Indices count from 0.

The *designed objective* of neurons b_0, b_1, …, as many as they have entries: for every entry i and every two different
neurons j and k, in both orders, the square of entry i of b_j times that of b_k; minus μ times the fourth powers of all
entries; plus λ times, for every neuron, the square of the sum of the squares of its entries minus one.
"""

from __future__ import annotations

from typing import Any


def designed(b: list[list[Any]], mu: Any, lam: Any) -> Any:
    total = 0
    n = len(b)
    for i in range(n):
        for j in range(n):
            for k in range(n):
                if j != k:
                    total = total + b[j][i] * b[j][i] * b[k][i] * b[k][i]
            total = total + -(mu * b[j][i] * b[j][i] * b[j][i] * b[j][i])
    for j in range(n):
        length = -1
        for i in range(n):
            length = b[j][i] * b[j][i] + length
        total = total + lam * length * length
    return total
