"""A hunt that is known by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from algebra_tnn.hunting.evidence import Answer
from algebra_tnn.hunting.searching import BUDGET, Hunt, hunt
from algebra_tnn.hunting.spaces.space import Space


@dataclass(frozen=True)
class Named:
    """A question whose answer is a counterexample. ``statement`` is the id of what it belongs to in the library.

    ``most`` is how many counterexamples are looked for, ``budget`` how many seconds are enough on a small machine.
    """

    name: str
    statement: str
    question: str
    hypothesis: Callable[[Any], Answer] | None
    conclusion: Callable[[Any], Answer]
    space: Callable[[], Space[Any]]
    budget: float = BUDGET
    most: int = 1

    def run(
        self,
        *,
        budget: float | None = None,
        seed: int = 0,
        most: int | None = None,
        watch: Callable[[str], None] | None = None,
    ) -> Hunt[Any]:
        """The hunt, with its own budget and number unless others are given. Raises: as ``hunt``."""
        return hunt(
            self.hypothesis,
            self.conclusion,
            over=self.space(),
            budget=self.budget if budget is None else budget,
            seed=seed,
            most=self.most if most is None else most,
            watch=watch,
        )
