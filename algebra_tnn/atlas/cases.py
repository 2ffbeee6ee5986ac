"""A case: one question about one model, with a name that is the same wherever and whenever it is asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any, TypeAlias

Sizes: TypeAlias = tuple[tuple[str, Any], ...]  # names in order, with integers, texts and tuples of these


@cache
def rule_set() -> str:
    """Eight hexadecimal digits that tell which rules the checker has: with another set an answer may be sharper."""
    from algebra_tnn import checker

    names = sorted(f"{kind} {rule.__name__}" for kind, (_, rules) in checker.KINDS.items() for rule in rules)
    return sha256("\n".join(names).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Case:
    """A question about a model of a family, whose sizes are what the family needs to build it.

    The sizes are those that the family's enumeration gives, so that models which differ by a symmetry alone, such as
    the order of modes, are one case. ``field`` is that of the claims.

    >>> case = Case.of("dimension", "pnn", {"widths": (2, 3, 1), "degrees": (2,), "biases": False})
    >>> case.text
    '{"question":"dimension","family":"pnn","field":"Q","sizes":{"biases":false,"degrees":[2],"widths":[2,3,1]}}'
    >>> Case.from_text(case.text) == case, len(case.key)
    (True, 64)
    """

    question: str
    family: str
    sizes: Sizes
    field: str = "Q"

    @staticmethod
    def of(question: str, family: str, sizes: Mapping[str, Any], field: str = "Q") -> Case:
        return Case(question, family, tuple((name, _frozen(sizes[name])) for name in sorted(sizes)), field)

    @staticmethod
    def from_text(text: str) -> Case:
        """Raises: ValueError, KeyError, TypeError for what ``text`` is not."""
        read = json.loads(text)
        return Case.of(read["question"], read["family"], read["sizes"], read["field"])

    @property
    def text(self) -> str:
        """JSON, the same bytes for the same case."""
        about = {"question": self.question, "family": self.family, "field": self.field, "sizes": dict(self.sizes)}
        return json.dumps(about, separators=(",", ":"))

    @property
    def key(self) -> str:
        """64 hexadecimal digits: of the case and of the rules by which it is answered."""
        return sha256(f"{rule_set()} {self.text}".encode()).hexdigest()

    def __getitem__(self, name: str) -> Any:
        """Raises: KeyError."""
        return dict(self.sizes)[name]


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, (list, tuple)) else value
