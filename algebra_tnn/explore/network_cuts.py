"""The cheapest cut of each network of a format, with what it cuts and what it leaves on either side."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import prod
from typing import Any

from algebra_tnn.tensors.formats import TensorFormat
from algebra_tnn.tensors.formats.min_cuts import min_cut
from algebra_tnn.tensors.formats.networks import Network


@dataclass(frozen=True, slots=True)
class NetworkCut:
    """Letters that separate the modes of one side from the others, and the nodes that are left with these modes."""

    network: Network
    modes: tuple[str, ...]
    letters: tuple[tuple[str, int], ...]  # with their sizes
    inside: tuple[str, ...]

    @property
    def size(self) -> int:
        """The product of the sizes of the letters, each counted once: a bound of the rank of the flattening."""
        return prod(n for _, n in self.letters)

    @property
    def product(self) -> str:
        """Such as ``2 · 3 = 6``, without factors one."""
        factors = [str(n) for _, n in self.letters if n > 1]
        return f"{' · '.join(factors)} = {self.size}" if len(factors) > 1 else str(self.size)

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object."""
        return {"letters": dict(self.letters), "product": self.product, "size": self.size, "inside": list(self.inside)}


@dataclass(frozen=True, slots=True)
class FormatCut:
    """The cheapest cuts of the networks whose sum a format is, between the modes at these positions and the others."""

    format: TensorFormat
    side: tuple[int, ...]
    cuts: tuple[NetworkCut, ...]

    @property
    def size(self) -> int:
        """A bound of the rank of the flattening: the sum of the cuts, or how many rows or columns there are."""
        shape = self.format.networks[0].shape
        rows = prod(shape[mode] for mode in self.side)
        return min(sum(cut.size for cut in self.cuts), rows, prod(shape) // rows)

    @property
    def product(self) -> str:
        """Such as ``2 · 3 = 6``, or ``2 + 2 = 4`` for a sum of two networks."""
        if len(self.cuts) == 1:
            return self.cuts[0].product
        whole = " + ".join(str(cut.size) for cut in self.cuts)
        total = sum(cut.size for cut in self.cuts)
        return f"{whole} = {total}" if total == self.size else f"{self.size}, of all rows or columns"


def format_cut(format: TensorFormat, side: Collection[int]) -> FormatCut:
    """The cut of least product between the modes at these positions and the others, exactly.

    The side may be empty or hold all modes; nothing is cut then. Reference: [CuiFreedmanSattathStongMinton2016].

    >>> from algebra_tnn.tensors.formats import RingFormat
    >>> found = format_cut(RingFormat((3, 3, 3, 3), (2, 2, 3, 2)), {0, 1})
    >>> found.product, found.cuts[0].letters, found.cuts[0].inside
    ('2 · 3 = 6', (('r0', 2), ('r2', 3)), ('G0', 'G1'))
    """
    places = tuple(sorted(side))
    return FormatCut(
        format, places, tuple(_cut(network, [network.modes[k] for k in places]) for network in format.networks)
    )


def _cut(network: Network, modes: Collection[str]) -> NetworkCut:
    found = min_cut(network, modes)
    sizes = dict(network.sizes)
    letters = tuple((x, sizes[x]) for x in found.letters if _is_crossing(network, x, modes, found.inside))
    return NetworkCut(network, tuple(modes), letters, found.inside)


def _is_crossing(network: Network, letter: str, modes: Collection[str], inside: Collection[str]) -> bool:
    """Whether ends of the letter are on both sides: one of size one that hangs on a single node costs nothing."""
    ends = {node.name in inside for node in network.homes[letter]}
    if letter in network.modes:
        ends.add(letter in modes)
    return len(ends) == 2
