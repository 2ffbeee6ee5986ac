"""Attention whose weights are normalized, by a softmax or otherwise, as far as its power series goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import factorial
from operator import mul
from typing import Any, TypeAlias

from algebra_tnn.exact.scalars import Number, exact_number
from algebra_tnn.laws.tracing import Traced, einsum, named
from algebra_tnn.models.activations import Activation
from algebra_tnn.models.structured.attention import AttentionLayers
from algebra_tnn.tensors.formats.sizes import size

SOFTMAX = "softmax"
Series: TypeAlias = dict[int, Any]  # the homogeneous parts by their degrees; numbers if the degree is 0


@dataclass(frozen=True, slots=True)
class NormalizedAttention(AttentionLayers):
    """The terms up to a degree of y_i = Σ_j p(s_ij) V x_j / Σ_j p(s_ij), with s_ij = ⟨K x_j, Q x_i⟩, x_i the tokens.

    ``weighting`` lists the coefficients of p, 1 + c t + c_2 t² + …, or is "softmax", where p is the exponential
    function. The function is analytic at X = 0, and its terms up to a degree are polynomials in the tokens and the
    weights, with rational coefficients. What they determine the function determines: *their dimension is at most the
    dimension of the functions*, the rank of the derivative by the weights at general weights. That in turn is at most
    the number of parameters minus the dimension of the orbits of changes of basis: L a (2d − a) + m d. Where both are
    equal, both dimensions are proved. There is no factor (s V, K/s) as there is for the weights s_ij. For two tokens
    or more and c ≠ 0 the bound is the dimension of the functions for all sizes (statement G22c). The K and Q of layer l
    do not enter below the degree 2 · 3^(l−1) + 1, so that L layers need this degree for l = L.

    Shapes: as for ``LightningAttention``; degree: odd, since y is an odd function of X.
    Raises: TypeError, ValueError, in one sentence. Reference: [HenryMarchettiKohn2025].

    >>> layer = NormalizedAttention(width=2, tokens=2, rank=1, outputs=1, degree=3)
    >>> print(layer, layer.expected_dimension)
    attention with softmax from 2 to 1 on 2 tokens with rank 1, up to degree 3 5
    """

    degree: int = 3
    weighting: tuple[Number, ...] | str = SOFTMAX

    def __post_init__(self) -> None:
        AttentionLayers.__post_init__(self)
        object.__setattr__(self, "degree", size("degree", self.degree))
        if self.degree % 2 == 0:
            raise ValueError(f"degree is {self.degree}; the function is odd in the tokens, so give an odd degree")
        object.__setattr__(self, "weighting", _checked(self.weighting))

    @property
    def coefficients(self) -> tuple[Number, ...]:
        """Those of p, as far as the degree needs them."""
        last = self.degree // 2
        if isinstance(self.weighting, str):
            return tuple(Fraction(1, factorial(k)) for k in range(last + 1))
        return self.weighting[: last + 1]

    def forward(self, X: Traced, **weights: Traced) -> Traced:
        tokens: Series = {1: X}
        for layer, (V, K, Q) in enumerate(self.names, 1):
            mark = "" if self.layers == 1 else str(layer)
            keys, queries = ({e: weights[M] @ x for e, x in tokens.items()} for M in (K, Q))
            scores = self._product(keys, queries, lambda k, q: k.T @ q)
            attention = self._normalized(scores)
            tokens = self._product(tokens, attention, lambda x, a: x @ a)
            tokens = {e: named(f"part{mark}_{e}", weights[V] @ x) for e, x in tokens.items()}
        found: Traced = _sum(tokens.values())
        return found

    def _normalized(self, scores: Series) -> Series:
        """The weights p(s_ij) / Σ_j p(s_ij), row j and column i, where series are divided part by part."""
        parts: dict[int, list[Any]] = {}
        power = scores
        for k, c in enumerate(self.coefficients[1:], 1):
            power = power if k == 1 else self._product(power, scores, mul)
            for e, s in power.items():
                parts.setdefault(e, []).append(c * s)
        given = {e: _sum(summands) for e, summands in sorted(parts.items())}  # p(s_ij) but for the term 1
        totals = {e: einsum("ji->i", part) for e, part in given.items()}
        share = Fraction(1, self.tokens)
        quotient: Series = {0: [[share] * self.tokens] * self.tokens}
        for e, part in given.items():
            taken = (einsum("ji,i->ji", quotient[e - f], total) for f, total in totals.items() if f <= e)
            quotient[e] = (part - _sum(taken)) * share
        return quotient

    def _product(self, left: Series, right: Series, times: Callable[[Any, Any], Any]) -> Series:
        """The product of two series, without parts of a higher degree."""
        parts: dict[int, list[Any]] = {}
        for e, x in left.items():
            for f, y in right.items():
                if e + f <= self.degree:
                    parts.setdefault(e + f, []).append(times(x, y))
        return {e: _sum(summands) for e, summands in sorted(parts.items())}

    def __str__(self) -> str:
        chosen = "softmax" if isinstance(self.weighting, str) else f"the weighting {Activation(self.weighting)}"
        return f"{self._described(f'attention with {chosen}')}, up to degree {self.degree}"


def _sum(parts: Iterable[Any]) -> Any:
    first, *others = parts
    return sum(others, first)


def _checked(weighting: Any) -> tuple[Number, ...] | str:
    """Raises: TypeError, ValueError unless these are coefficients that begin with 1, or it is "softmax"."""
    if weighting == SOFTMAX:
        return SOFTMAX
    if not isinstance(weighting, (list, tuple)):
        raise TypeError(f'weighting is {weighting!r}; it is "softmax" or the coefficients of 1 + c_1 t + c_2 t² + …')
    found = tuple(exact_number(c, f"weighting[{k}]") for k, c in enumerate(weighting))
    if found[:1] != (1,) or not any(found[1:]):
        raise ValueError(
            f"weighting is {weighting!r}; it begins with 1, since a factor cancels, and has another coefficient"
        )
    return found
