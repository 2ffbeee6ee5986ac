"""The grid tensor of a recurrent circuit with two layers as a tensor train: bonds are products of monomials of states.

On unit vectors all occurrences of an input agree. After step t, the rest of the circuit has the degree m = T − 1 − t in
the state u of layer 1, and is linear in the state v of layer 2; so all that it asks for is the sum of u^γ v_b over the
words so far, weighted by the inputs, for all monomials γ of degree m. These numbers depend linearly on those before.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations_with_replacement
from typing import Any, TypeAlias

from algebra_tnn.laws.tracing import Traced, einsum, named
from algebra_tnn.tensors.formats.networks import Operand, pattern
from algebra_tnn.tensors.formats.sizes import numbered

LARGEST_TABLE = 10**6  # entries of a constant

Monomials: TypeAlias = list[tuple[int, ...]]


def contracted_moments(inputs: list[Traced], weights: Mapping[str, Traced], hidden: int) -> Traced:
    """The value of the grid tensor at these inputs, while a law is traced.

    Weights are I1, H1, s1, I2, H2, s2, w as for recurrent circuits. The train is contracted from both ends, which keeps
    polynomials in the inputs short: h{t} are the moments after a step t of the first half, g{t} what the rest makes of
    those before a step t of the second.
    """
    T, middle = len(inputs), len(inputs) // 2
    monomials = [list(combinations_with_replacement(range(hidden), m)) for m in range(T, -1, -1)]
    core = named("G", einsum("jd,ji->jid", weights["I1"], weights["H1"]))

    def step(t: int) -> Traced:
        """The moments after step t by those before it, numbered by o and q, and the template d."""
        factors, across = _factors(core, weights["I2"], monomials[t + 1]), (weights["H2"], ("b", "q"))
        return _contracted([_places(monomials[t], hidden), *factors, across], ("n", "b", "o", "q", "d"))

    factors = _factors(core, weights["I2"], monomials[1])
    start: list[Operand] = [(weights["s1"], (f"i{p}",)) for p in range(len(factors))]
    pairs = [part for pair in zip(start, factors, strict=True) for part in pair]
    before: list[Operand] = [(weights["H2"], ("b", "q")), (weights["s2"], ("q",))]
    moments = named("h0", einsum("nbd,d->nb", _contracted([*pairs, *before], ("n", "b", "d")), inputs[0]))
    for t in range(1, middle):
        moments = named(f"h{t}", einsum("nboqd,d,oq->nb", step(t), inputs[t], moments))
    rest = einsum("n,b->nb", [1], weights["w"])
    for t in range(T - 1, middle - 1, -1):
        rest = named(f"g{t}", einsum("nboqd,d,nb->oq", step(t), inputs[t], rest))
    return einsum("oq,oq->", moments, rest)


def _factors(core: Traced, above: Traced, monomials: Monomials) -> list[Operand]:
    """What a step does to each copy of u: one goes into v, the others into the monomials, numbered by n."""
    degree = len(monomials[0])
    first: Operand = (einsum("bj,jid->bid", above, core), ("b", "i0", "d"))
    others: list[Operand] = [(core[[each[p] for each in monomials]], ("n", f"i{p + 1}", "d")) for p in range(degree)]
    if not others:
        return [(einsum("n,bid->nbid", [1], first[0]), ("n", "b", "i0", "d"))]
    return [first, *others]


def _places(monomials: Monomials, hidden: int) -> Operand:
    """The tensor with an entry 1 for each way to write a monomial, numbered by o, as a product."""
    degree, number = len(monomials[0]), {each: n for n, each in enumerate(monomials)}

    def table(first: tuple[int, ...]) -> Any:
        if len(first) == degree:
            return [int(n == number[tuple(sorted(first))]) for n in range(len(monomials))]
        return [table((*first, k)) for k in range(hidden)]

    return table(()), (*numbered("i", degree), "o")


def _contracted(operands: list[Operand], result: tuple[str, ...]) -> Traced:
    return einsum(pattern([word for _, word in operands], result), *(tensor for tensor, _ in operands))
