"""What a cut counts, for readers: letters between which leaves, or monomials in which values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from algebra_tnn.provers.separation.shares import Share
from algebra_tnn.provers.separation.summands import CONSTANT, Network

MOST_PARTS = 4  # that a text tells of


@dataclass(frozen=True, slots=True)
class CutLetter:
    """The size of a letter that is cut, and what it joins on each side."""

    size: int
    ends: tuple[tuple[str, ...], tuple[str, ...]]

    def __str__(self) -> str:
        left, right = map(", ".join, self.ends)
        return f"{self.size} between {left} and {right}"


@dataclass(frozen=True, slots=True)
class Part:
    """One summand of the bound: a product of sizes of letters, or a number of monomials in values to powers."""

    size: int
    letters: tuple[CutLetter, ...]
    powers: tuple[tuple[str, int], ...] | None

    def to_dict(self) -> dict[str, Any]:
        """The documented JSON object."""
        letters = [{"size": letter.size, "between": [list(end) for end in letter.ends]} for letter in self.letters]
        return {"size": self.size, "letters": letters, "monomials": None if self.powers is None else dict(self.powers)}

    def __str__(self) -> str:
        if self.powers is None:
            return " · ".join(map(str, self.letters)) or "1 product without common letters"
        if not self.powers:
            return "1 product with no input of one side"
        written = ", ".join(name + (f"^{k}" if k > 1 else "") for name, k in self.powers)
        return f"{self.size} monomials in {written}"


def part_of(share: Share, network: Network) -> Part:
    """What a network's share consists of."""
    if share.colours is None:
        return Part(share.size, (), share.powers)
    letters = []
    for x, n in share.cut:
        ends = [
            dict.fromkeys(
                _name(content)
                for (content, word), c in zip(network, share.colours, strict=True)
                if x in word and c == side
            )
            for side in (0, 1)
        ]
        letters.append(CutLetter(n, (tuple(ends[0]), tuple(ends[1]))))
    return Part(share.size, tuple(letters), None)


def described(parts: Sequence[Part]) -> str:
    """One line about the parts, the largest first."""
    counts = Counter(map(str, sorted(parts, key=lambda part: -part.size)))
    texts = [text if k == 1 else f"{k} times ({text})" for text, k in counts.items()]
    rest = len(texts) - MOST_PARTS
    more = [f"{rest} more part{'' if rest == 1 else 's'}"] if rest > 0 else []
    return " + ".join([*texts[:MOST_PARTS], *more]) or "nothing is left"


def _name(content: str) -> str:
    return "a constant" if content.startswith(CONSTANT) else content
