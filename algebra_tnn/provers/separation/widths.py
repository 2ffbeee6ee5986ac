"""How wide a shallow network suffices: sums of products of functions of one input each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import prod

from algebra_tnn.laws import Law
from algebra_tnn.provers.separation.coefficients import side_monomials
from algebra_tnn.provers.separation.selection import MOST_CUTS
from algebra_tnn.provers.separation.summands import Network, Word, summands
from algebra_tnn.tensors.formats.min_cuts import least_cut


def shallow_width(law: Law) -> int:
    """A number of products of functions of one input each whose sum is the output, for all parameters.

    For fixed monomials in all inputs but one there is one such product. Or the networks, whose sum the law is, are cut
    so that no two inputs are connected any more: for fixed values of the cut letters, a network is a product. Sets of
    letters that are tried: what cuts each input off from the others, for all inputs but one; and all letters without
    one after the other that is not needed, small ones first or large ones first. It is no more than an upper bound.

    >>> shallow_width(Law.trace(lambda x, y, a: a * (x @ y), {"x": (3,), "y": (3,)}, {"a": ()}))
    3
    """
    names = law.input_names
    counted = min((side_monomials(law, [x for x in names if x != name]) for name in names), default=1)
    written = summands(law)
    if written is None or len(written.networks) > MOST_CUTS:
        return counted
    return min(counted, sum(_width(network, law, written.sizes) for network in written.networks))


def _width(network: Network, law: Law, sizes: Mapping[int, int]) -> int:
    """The least product of sizes of letters that are cut."""
    words = [word for _, word in network]
    letters = {x: sizes[x] for word in words for x in word}
    homes = [{k for k, (content, _) in enumerate(network) if content == name} for name in law.input_names]
    ends = set[int]().union(*homes)
    isolating = [set(least_cut(letters, words, home, ends - home)[0]) for home in homes if home]
    isolating.sort(key=lambda some: prod(sizes[x] for x in some))
    cuts = [set[int]().union(*isolating[:-1])]
    for large_first in (False, True):
        cut = set(letters)
        for x in sorted(letters, key=letters.__getitem__, reverse=large_first):
            if _separates(cut - {x}, words, homes):
                cut.remove(x)
        cuts.append(cut)
    return min(prod(sizes[x] for x in cut) for cut in cuts)


def _separates(cut: Collection[int], words: Sequence[Word], homes: Sequence[Collection[int]]) -> bool:
    """Whether no two inputs are connected by letters that are not cut."""
    for home in homes:
        reached, waiting = set(home), list(home)
        while waiting:
            open_letters = set(words[waiting.pop()]) - set(cut)
            new = {k for k, word in enumerate(words) if k not in reached and not open_letters.isdisjoint(word)}
            reached |= new
            waiting += new
        if any(not reached.isdisjoint(other) for other in homes if other is not home):
            return False
    return True
