"""Sums of multiples of keys, such as monomials, as dictionaries from the keys to the elements of a commutative ring."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def plus(f: dict[Any, Any], g: dict[Any, Any]) -> dict[Any, Any]:
    total = dict(f)
    for key in g:
        total[key] = total[key] + g[key] if key in total else g[key]
    return total


def multiplied(f: dict[Any, Any], g: dict[Any, Any], joined: Callable[[Any, Any], Any]) -> dict[Any, Any]:
    """With the product of any two keys, None for zero."""
    total: dict[Any, Any] = {}
    for one in f:
        for two in g:
            key = joined(one, two)
            if key is not None:
                total = plus(total, {key: f[one] * g[two]})
    return total
