"""What the layers of a network say about the finite identifiability of the whole, for powers and dense layers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from math import comb

from algebra_tnn.explore.dimensions import dimension
from algebra_tnn.models import PolynomialNetwork

Block = tuple[int, int, int]


def consequences(network: PolynomialNetwork) -> Iterator[str]:
    """From what else finite identifiability follows: theorems whose hypotheses hold [UsevichBorsoiDerandClausel2025].

    >>> for theorem in consequences(PolynomialNetwork((2, 2, 1), 3)):
    ...     print(theorem)
    widths that do not increase, and degrees of at least 2 (statement G15)
    Kruskal's condition in each layer, with the least width up to it (localization, statement G10)
    degrees of at least 2d − 1 for layers of width d (statement G16)
    """
    if not is_plain(network):
        return
    widths, degrees, outputs = network.widths[1:-1], network.degrees, network.widths[-1]
    least = list(accumulate(network.widths[:-2], min))  # of the inputs and the layers before each hidden layer
    layers = list(zip(least, widths, network.widths[2:], degrees, strict=True))
    if network.biases:
        if all(r * min(d, m) >= 2 * (d + 1) - min(d + 1, after) for m, d, after, r in layers):
            yield "Kruskal's condition in each layer, with biases (statement G18)"
        return
    if min(network.widths[:-1]) >= 2:
        falling = all(one >= two for one, two in pairwise(network.widths[:-1]))
        if falling and min(degrees) >= 2 and (outputs > 1 or degrees[-1] >= 3):
            yield "widths that do not increase, and degrees of at least 2 (statement G15)"
        if all(r * (min(d, m) - 1) >= 2 * d - min(d, after) for m, d, after, r in layers):
            yield "Kruskal's condition in each layer, with the least width up to it (localization, statement G10)"
        if all(r >= 2 * d - 1 for _, d, _, r in layers):
            yield "degrees of at least 2d − 1 for layers of width d (statement G16)"
    if network.depth > 2 and all(_is_finite((m, d, after), r) for m, d, after, r in layers):
        blocks = ", ".join(f"{_written((m, d, after), r)}" for m, d, after, r in layers)
        yield f"the same of the blocks {blocks} (localization, statement G10)"


def obstructions(network: PolynomialNetwork) -> Iterator[str]:
    """Layers for which a network is not finitely identifiable [UsevichBorsoiDerandClausel2025].

    >>> list(obstructions(PolynomialNetwork((5, 5, 3, 1), 2)))
    ['the block (5,3,1) with t^2 is not finitely identifiable (statement G11)']
    """
    if not is_plain(network) or network.biases:
        return
    *before, _, _ = network.widths
    for m, d, after, r in zip(before, network.widths[1:-1], network.widths[2:], network.degrees, strict=True):
        if d > comb(m + r - 1, r):
            yield f"{d} powers t^{r} of forms in {m} variables are dependent (statement G7)"
        elif network.depth > 2 and _is_infinite((m, d, after), r):
            yield f"the block {_written((m, d, after), r)} is not finitely identifiable (statement G11)"


def is_plain(network: PolynomialNetwork) -> bool:
    """Whether all layers are dense, and all activations powers, one per layer."""
    layers = zip(network.degrees, network.activations, strict=True)
    powers = all(sigma.exponents == (r,) for r, layer in layers for sigma in layer)
    return network.depth > 1 and powers and all(layer.groups is None for layer in network.connections)


def _written(block: Block, degree: int) -> str:
    return f"({','.join(map(str, block))}) with t^{degree}"


def _free(block: Block) -> int:
    """The number of its weights without the rescalings."""
    m, d, after = block
    return d * (m + after - 1)


def _is_finite(block: Block, degree: int) -> bool:
    return dimension(PolynomialNetwork(block, degree), prove="lower").lower == _free(block)


def _is_infinite(block: Block, degree: int) -> bool:
    return dimension(PolynomialNetwork(block, degree), prove="upper").upper < _free(block)
