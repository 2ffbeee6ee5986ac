"""Which share each network of a sum takes, so that the different parts are few together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import prod
from typing import Any

from algebra_tnn.provers.separation.shares import Share, cut_share, monomial_share
from algebra_tnn.provers.separation.summands import Network, Summands
from algebra_tnn.tensors.formats.min_cuts import least_cut

MOST_CUTS = 150  # different networks for which least cuts are computed; more have monomials alone


def selected_shares(written: Summands, sides: Mapping[str, int]) -> list[Share]:
    """A share for each network, with a small total; ``sides`` says on which side the values with inputs are.

    Networks that differ in the order of their leaves alone, as products in a power of a sum do, are treated as one.
    """
    orders = [_order(network) for network in written.networks]
    numbers: dict[Network, int] = {}
    ordered = [_renamed([network[k] for k in order]) for network, order in zip(written.networks, orders, strict=True)]
    kinds = [numbers.setdefault(key, len(numbers)) for key in ordered]
    entries = {leaf: prod(written.sizes[x] for x in word) for network in written.networks for leaf, word in network}
    offers = []
    for kind, k in {kind: k for k, kind in reversed(list(enumerate(kinds)))}.items():
        network = tuple(written.networks[k][i] for i in orders[k])
        found = [monomial_share(network, side, sides, entries) for side in (0, 1)]
        if len(numbers) <= MOST_CUTS:
            nearest = (0, 1) if len(numbers) > 1 else (0,)  # one network shares nothing
            found += [_least_cut_share(network, side, sides, written.sizes) for side in nearest]
        offers.append((kind, found))
    shares = _cheapest([found for _, found in sorted(offers, key=lambda pair: pair[0])])
    return [_in_order(shares[kind], order) for kind, order in zip(kinds, orders, strict=True)]


def total(shares: Sequence[Share]) -> int:
    """The number of products that networks with these shares need together."""
    return sum({share.part: share.size for share in shares}.values())


def _order(network: Network) -> list[int]:
    return sorted(range(len(network)), key=lambda k: network[k][0])


def _renamed(network: Sequence[tuple[str, Sequence[int]]]) -> Network:
    letters: dict[int, int] = {}
    return tuple((leaf, tuple(letters.setdefault(x, len(letters)) for x in word)) for leaf, word in network)


def _in_order(share: Share, order: Sequence[int]) -> Share:
    """The share of the network whose leaves were put in this order."""
    if share.colours is None:
        return share
    colours = dict(zip(order, share.colours, strict=True))
    return replace(share, colours=tuple(colours[k] for k in range(len(order))))


def _least_cut_share(network: Network, side: int, sides: Mapping[str, int], sizes: Mapping[int, int]) -> Share:
    """The share by the least cut next to the side, and by the part of this side."""
    words = [word for _, word in network]
    ends = [[k for k, (leaf, _) in enumerate(network) if sides.get(leaf) == end] for end in (0, 1)]
    letters = {x: sizes[x] for word in words for x in word}
    _, other = least_cut(letters, words, ends[1 - side], ends[side])
    colours = tuple(1 - side if k in other else side for k in range(len(words)))
    return cut_share(network, side, colours, sizes)


def _cheapest(offers: Sequence[Sequence[Share]]) -> list[Share]:
    """One of the shares that each network is offered, such that their total is small.

    Greedy: again and again the part that costs least for each network that it is new for. Or the same kind of share for
    all. Then networks change to other parts, one by one, where that helps.
    """
    takers: dict[Any, dict[int, Share]] = {}
    for k, offer in enumerate(offers):
        for share in offer:
            takers.setdefault(share.part, {})[k] = share
    sizes = {share.part: share.size for offer in offers for share in offer}
    greedy, waiting = dict[int, Share](), set(range(len(offers)))
    while waiting:
        gains = {part: len(waiting & some.keys()) for part, some in takers.items()}
        part = min((part for part, n in gains.items() if n), key=lambda part: Fraction(sizes[part], gains[part]))
        greedy |= {k: share for k, share in takers[part].items() if k in waiting}
        waiting -= greedy.keys()
    plans = [[greedy[k] for k in range(len(offers))]]
    plans += [list(plan) for plan in zip(*offers, strict=True)]
    return min((_improved(plan, offers) for plan in plans), key=total)


def _improved(plan: list[Share], offers: Sequence[Sequence[Share]]) -> list[Share]:
    uses = Counter(share.part for share in plan)
    for k, offer in enumerate(offers):
        uses[plan[k].part] -= 1
        plan[k] = min(offer, key=lambda share: 0 if uses[share.part] else share.size)
        uses[plan[k].part] += 1
    return plan
