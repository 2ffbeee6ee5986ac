"""Bounds from above that are found, before their evidence is written down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from algebra_tnn.certificates import Certificate
from algebra_tnn.claims import DimensionAtMost
from algebra_tnn.exact import Field, Q
from algebra_tnn.laws import Law


@dataclass(frozen=True)
class Plan:
    """A proof that the dimension of a law is at most ``bound``: its rule, its premises, and how to write its evidence.

    The search makes many plans and keeps few, so that evidence (minors with their inverses) is made for these alone.
    """

    law: Law
    bound: int
    rule: str
    premises: tuple[Plan, ...] = ()
    remark: str = ""
    evidence: Callable[[], dict[str, Any]] = field(default=dict, compare=False)

    def certificate(self, over: Field = Q) -> Certificate:
        """The certificate of the plan; equal parts of it are made once."""
        return self._made({}, over)

    def _made(self, made: dict[tuple[Law, int, str], Certificate], over: Field) -> Certificate:
        key = (self.law, self.bound, self.rule)
        if key not in made:
            premises = tuple(premise._made(made, over) for premise in self.premises)
            claim = DimensionAtMost(self.law, self.bound, over)
            made[key] = Certificate(claim, self.rule, self.evidence(), premises, self.remark)
        return made[key]

    def explanation(self, depth: int = 0) -> list[str]:
        """A line per rule, premises below what they prove."""
        line = f"{'  ' * depth}≤ {self.bound} by {self.rule}" + (f": {self.remark}" if self.remark else "")
        return [line, *(line for premise in self.premises for line in premise.explanation(depth + 1))]
