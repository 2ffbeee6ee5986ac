"""The separation rank of a law from above: networks whose sum is the law, cut between the two sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import SeparationRankAtMost
from algebra_tnn.laws import Law
from algebra_tnn.laws.cuts import names_in
from algebra_tnn.laws.expressions import Name
from algebra_tnn.provers.separation.descriptions import Part, described, part_of
from algebra_tnn.provers.separation.selection import selected_shares, total
from algebra_tnn.provers.separation.shares import Share
from algebra_tnn.provers.separation.summands import Network, Summands, summands

MOST_OPENED = 12  # opaque values that are tried to be written out, one after the other


@dataclass(frozen=True, slots=True)
class Cut:
    """An upper bound of a separation rank: each network of a sum with what it adds."""

    bound: int
    summands: Summands
    shares: tuple[Share, ...]

    @property
    def parts(self) -> list[Part]:
        """What is counted, each part once."""
        counted = {
            share.part: (share, network) for share, network in zip(self.shares, self.summands.networks, strict=True)
        }
        return [part_of(share, network) for share, network in counted.values()]

    @property
    def evidence(self) -> dict[str, Any]:
        """As the certificate format wants it."""
        networks = [[share.side, *(share.colours or ())] for share in self.shares]
        return {"at": list(self.summands.at), "networks": networks}


def cut(claim: SeparationRankAtMost) -> Certificate | Shortfall:
    """The law is a sum of networks, each of which is cut between the sides [a cut network is a sum of products]."""
    found = best_cut(claim.law, claim.inputs, claim.field.characteristic)
    if found is None:
        return Shortfall("cut", "written out as a sum of networks, the law has too many of them")
    if found.bound > claim.rank:
        return Shortfall("cut", f"{claim.rank} is asked, the cut that was found proves {found.bound}")
    return Certificate(claim, "cut", found.evidence, remark=described(found.parts))


@lru_cache(maxsize=2000)
def best_cut(law: Law, inputs: tuple[str, ...], characteristic: int = 0) -> Cut | None:
    """The cut with the least bound that is found, None if the law has too many networks.

    Values under ``let`` that depend on inputs of one side alone may stay opaque: their monomials can be fewer than the
    letters of a cut where they occur several times, and they are one leaf where they are sums of networks. All are, or
    those of one side, or none; then one after the other is written out as long as this makes the bound smaller. In a
    single network, where each occurs once, this is of no use: what is opaque is cut off by its own letters.

    >>> law = Law.trace(lambda x, y, a, b: (a @ x + b @ y)**2, {"x": (3,), "y": (2,)}, {"a": (3,), "b": (2,)})
    >>> best_cut(law, ("x",)).bound
    3
    """
    sides = _sides(law, inputs)
    opaque = [name for name, value in law.let if sides.get(name) in (0, 1) and not isinstance(value, Name)]
    plain = _cut_at(law, sides, [], characteristic)
    choices = dict.fromkeys([tuple(opaque), *(tuple(x for x in opaque if sides[x] == side) for side in (0, 1))])
    single = plain is not None and len(plain.summands.networks) == 1
    cuts = [] if plain is None else [plain]
    for at in choices:
        found = _cut_at(law, sides, at, characteristic, if_repeated=single)
        if found is not None:
            cuts.append(_opened(law, sides, at, found, characteristic))
    return min(cuts, key=lambda found: found.bound, default=None)


def _opened(law: Law, sides: Mapping[str, int], at: Collection[str], best: Cut, characteristic: int) -> Cut:
    """The cut with fewer of these values opaque, as long as that makes the bound smaller."""
    waiting, tries = list(best.summands.at), 0
    while waiting and (tries := tries + 1) <= MOST_OPENED:
        name = waiting.pop(0)
        fewer = [other for other in at if other != name]
        found = _cut_at(law, sides, fewer, characteristic)
        if found is not None and found.bound < best.bound:
            waiting += [new for new in found.summands.at if new not in best.summands.at]
            best, at = found, fewer
    return best


def _cut_at(
    law: Law, sides: Mapping[str, int], at: Collection[str], characteristic: int, if_repeated: bool = False
) -> Cut | None:
    """The best cut with these values opaque, possibly only if one of them occurs twice in a network."""
    written = summands(law, at, characteristic)
    if written is None or (if_repeated and not any(_repeats(network, at) for network in written.networks)):
        return None
    shares = selected_shares(written, sides)
    return Cut(total(shares), written, tuple(shares))


def _repeats(network: Network, names: Collection[str]) -> bool:
    counts = Counter(content for content, _ in network if content in names)
    return max(counts.values(), default=0) > 1


def _sides(law: Law, inputs: Collection[str]) -> dict[str, int]:
    """0 for what depends on the named inputs alone, 1 for what depends on others alone, 2 for what depends on both."""
    sides: dict[str, int] = {name: 0 if name in inputs else 1 for name in law.input_names}
    for name, expression in law.let:
        found = {sides[other] for other in names_in(expression) if other in sides}
        if found:
            sides[name] = found.pop() if len(found) == 1 else 2
    return sides
