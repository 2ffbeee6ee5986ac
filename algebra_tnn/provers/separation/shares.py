"""What one network of a sum adds to a separation rank, and which networks add the same.

Let the leaves of a network be of two colours, 0 and 1, so that inputs of different sides have different colours. For
fixed values of the letters that occur in both colours, the cut, the network is a product of two factors, one for each
colour. So it is a sum of products whose factors on one side are values of the part with this colour: as many as the
sizes of the cut say. Or, without any colours: for fixed weights it is a combination of the products of the entries of
its inputs on one side, and products commute: they are as many as there are monomials. Networks whose parts are the same
share these factors, and add them once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import comb, prod
from typing import Any, TypeAlias

from algebra_tnn.provers.separation.summands import Network

Colours: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many factors a network needs on one side, and what these are: the same ``part`` for networks that share them.

    ``cut`` are the letters that are cut, with sizes; without colours, ``powers`` says how often each value with inputs
    of the side occurs.
    """

    side: int
    colours: Colours | None
    size: int
    part: tuple[Any, ...]
    cut: tuple[tuple[int, int], ...] = ()
    powers: tuple[tuple[str, int], ...] = ()


def cut_share(network: Network, side: int, colours: Colours, sizes: Mapping[int, int]) -> Share:
    """The share of a coloured network, by the part of one side."""
    outside = {x for (_, word), c in zip(network, colours, strict=True) if c != side for x in word}
    inside = [leaf for leaf, c in zip(network, colours, strict=True) if c == side]
    inside.sort(key=lambda leaf: leaf[0])
    places: dict[int, int] = {}
    for _, word in inside:
        for x in word:
            places.setdefault(x, len(places))
    cut = tuple((x, sizes[x]) for x in places if x in outside)
    part = tuple((source, tuple((places[x], sizes[x] if x in outside else 0) for x in word)) for source, word in inside)
    return Share(side, colours, prod(n for _, n in cut), ("part", side, part), cut)


def monomial_share(network: Network, side: int, sides: Mapping[str, int], entries: Mapping[str, int]) -> Share:
    """The share of a network by the monomials in what has inputs of one side; ``entries`` says how many each has."""
    names = sorted(content for content, _ in network if sides.get(content) == side)
    powers = tuple(Counter(names).items())
    size = prod(comb(entries[name] + k - 1, k) for name, k in powers)
    return Share(side, None, size, ("monomials", side, *names), (), powers)
