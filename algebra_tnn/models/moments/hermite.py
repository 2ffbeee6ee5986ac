"""Hermite polynomials and Hermite tensors: the score functions of the standard normal distribution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import factorial
from typing import Any, TypeAlias

from algebra_tnn.laws.arrays import Array, Shape
from algebra_tnn.laws.operations import LARGEST_TENSOR, LETTERS
from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.sizes import set_sizes

Pairs: TypeAlias = tuple[tuple[int, int], ...]

HIGHEST_ORDER = 10  # of a Hermite tensor, which then is a sum of 9,496 terms


@dataclass(frozen=True, slots=True)
class HermiteTensor(TracedModel):
    """S_m(x) = Σ_P (−1)^|P| Π_((a,b) in P) δ_(i_a i_b) Π_(c in no pair) x_(i_c), P all sets of disjoint pairs of modes.

    So S_1 = x, S_2 = x xᵀ − 1, S_3 = x⊗x⊗x − Σ x_i δ_jk. It is (−1)^m ∇^m p / p for the standard normal density p, and
    S_m = S_(m−1) ⊗ x − ∇S_(m−1).

    Shapes: x is (dimension,), the output has ``order`` modes of this size.
    Raises: TypeError, ValueError, in one sentence. Reference: [JanzaminSedghiAnandkumar2014].

    >>> HermiteTensor(dimension=2, order=2)({"x": [3, 5]})
    [[8, 15], [15, 24]]
    """

    dimension: int
    order: int

    def __post_init__(self) -> None:
        set_sizes(self, "dimension")
        object.__setattr__(self, "order", checked_order(self.order, self.dimension))

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"x": (self.dimension,)}

    @property
    def parameters(self) -> dict[str, Shape]:
        return {}

    def forward(self, x: Traced) -> Traced:
        return hermite_tensor(x, self.order)

    def __str__(self) -> str:
        return f"Hermite tensor of order {self.order} in {self.dimension} variables"


def checked_order(value: Any, dimension: int) -> int:
    """The order of a Hermite tensor. Raises: TypeError, ValueError unless it is an integer from 1 on, and not too high.

    >>> checked_order(3, 2)
    3
    """
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"order is {value!r}; the order of a Hermite tensor is an integer from 1 on")
    order = int(value)
    if order < 1:
        raise ValueError(f"order is {order}; the order of a Hermite tensor is an integer from 1 on")
    if order > HIGHEST_ORDER:
        raise ValueError(
            f"order is {order}; a Hermite tensor has a term for every set of disjoint pairs of its modes, and orders "
            f"up to {HIGHEST_ORDER} are treated"
        )
    if dimension**order > LARGEST_TENSOR:
        raise ValueError(
            f"order is {order}; the Hermite tensor has {dimension**order:,} entries, and up to {LARGEST_TENSOR:,} are "
            "treated"
        )
    return order


def hermite_tensor(x: Traced, order: int) -> Traced:
    """S_m at a vector, while a law is traced."""
    n, letters = x.shape[0], LETTERS[:order]
    delta = [[int(i == j) for j in range(n)] for i in range(n)]
    total = _without_variables(n, order)
    for pairs in disjoint_pairs(order):
        paired = {mode for pair in pairs for mode in pair}
        single = [letters[c] for c in range(order) if c not in paired]
        if single:
            words = [*single, *(letters[a] + letters[b] for a, b in pairs)]
            term = einsum(f"{','.join(words)}->{letters}", *[x] * len(single), *[delta] * len(pairs))
            total = _joined(total, term, minus=len(pairs) % 2 == 1)
    assert isinstance(total, Traced)
    return total


def _joined(total: Any, term: Traced, *, minus: bool) -> Traced:
    if total is None:
        return term
    found: Traced = total - term if minus else total + term
    return found


def _without_variables(n: int, order: int) -> Any:
    """The part of the tensor in which all modes are paired; None if their number is odd."""
    if order % 2:
        return None
    complete = [pairs for pairs in disjoint_pairs(order) if 2 * len(pairs) == order]
    indices = product(range(n), repeat=order)
    entries = (sum(all(index[a] == index[b] for a, b in pairs) for pairs in complete) for index in indices)
    return Array((n,) * order, tuple((-1) ** (order // 2) * entry for entry in entries)).nested()


def disjoint_pairs(order: int) -> Iterator[Pairs]:
    """All sets of disjoint pairs of the numbers 0, …, order − 1, those with fewer pairs first.

    >>> list(disjoint_pairs(3))
    [(), ((0, 1),), ((0, 2),), ((1, 2),)]
    """

    def chosen(free: tuple[int, ...], count: int) -> Iterator[Pairs]:
        if not count:
            yield ()
            return
        for i, a in enumerate(free):
            for b in free[i + 1 :]:
                yield from (((a, b), *rest) for rest in chosen(tuple(c for c in free[i + 1 :] if c != b), count - 1))

    for count in range(order // 2 + 1):
        yield from chosen(tuple(range(order)), count)


def coefficient_order(value: Any) -> int:
    """The order of a Hermite polynomial or coefficient. Raises: TypeError, ValueError unless an integer from 0 on."""
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"order is {value!r}; the order of a Hermite coefficient is an integer from 0 on")
    if value < 0:
        raise ValueError(f"order is {value}; the order of a Hermite coefficient is an integer from 0 on")
    return int(value)


def hermite_coefficients(order: int) -> tuple[int, ...]:
    """The coefficients of He_k, the constant first: He_k = Σ_j (−1)^j k! / (2^j j! (k − 2j)!) t^(k−2j).

    Raises: TypeError, ValueError unless the order is an integer from 0 on.

    >>> hermite_coefficients(3), hermite_coefficients(4)
    ((0, -3, 0, 1), (3, 0, -6, 0, 1))
    """
    order = coefficient_order(order)
    found = [0] * (order + 1)
    for j in range(order // 2 + 1):
        found[order - 2 * j] = -pairings(order, j) if j % 2 else pairings(order, j)
    return tuple(found)


def pairings(order: int, count: int) -> int:
    """How many sets of ``count`` disjoint pairs of ``order`` things there are: k! / (2^j j! (k − 2j)!).

    >>> pairings(4, 1), pairings(4, 2)
    (6, 3)
    """
    unordered: int = 2**count * factorial(count) * factorial(order - 2 * count)
    return factorial(order) // unordered


def hermite_form(order: int, t: Traced, s: Traced) -> Traced:
    """s^(k/2) He_k(t / √s), He_k(t) at s = 1, while a law is traced: all its terms have degree k in (t, √s)."""
    total = t**order
    for j in range(1, order // 2 + 1):
        total = total + (-1) ** j * pairings(order, j) * (t ** (order - 2 * j) * s**j)
    return total


def hermite_remainder(order: int, t: Traced, s: Traced) -> Traced:
    """K with He_k(t) = hermite_form(k, t, s) + (s − 1) K, while a law is traced."""
    total = 0 * t
    for j in range(1, order // 2 + 1):
        powers = sum((s**i for i in range(2, j)), start=s + 1) if j > 1 else 1
        total = total - (-1) ** j * pairings(order, j) * (t ** (order - 2 * j) * powers)
    return total
