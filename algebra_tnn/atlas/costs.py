"""How long a case takes: guessed from the sizes of its model, learned from rows that are finished."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp, log

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.questions import planned_work

OVERHEAD = 0.02  # CPU seconds that the smallest case takes
SECONDS_PER_WORK = 5e-6  # beyond that; measured on polynomial networks and secant varieties
LEAST = 1e-4  # seconds: below, a measured time says nothing


@dataclass(slots=True)
class Line:
    """log(seconds) = a + b log(work) by least squares, from running sums: nothing else is kept of the rows."""

    count: float = 0.0
    x: float = 0.0
    y: float = 0.0
    xx: float = 0.0
    xy: float = 0.0

    def learn(self, work: float, seconds: float) -> None:
        x, y = log(work), log(max(seconds, LEAST))
        self.count += 1
        self.x += x
        self.y += y
        self.xx += x * x
        self.xy += x * y

    def seconds(self, work: float) -> float | None:
        """None while there is too little to go by."""
        spread = self.count * self.xx - self.x * self.x
        if self.count < 10 or spread < 1e-6 * self.count:
            return None
        slope = max(0.0, (self.count * self.xy - self.x * self.y) / spread)  # more work never takes less time
        return exp((self.y - slope * self.x) / self.count + slope * log(work))


@dataclass(slots=True)
class Costs:
    """One line for each question and family.

    >>> case = Case.of("dimension", "pnn", {"widths": (2, 3, 1), "degrees": (2,), "biases": False})
    >>> costs = Costs()
    >>> costs.seconds(case) == guessed_seconds(case)
    True
    """

    lines: dict[tuple[str, str], Line] = field(default_factory=dict)

    def learn(self, case: Case, seconds: float) -> None:
        self.lines.setdefault((case.question, case.family), Line()).learn(planned_work(case), seconds)

    def seconds(self, case: Case) -> float:
        line = self.lines.get((case.question, case.family))
        learned = None if line is None else line.seconds(planned_work(case))
        return guessed_seconds(case) if learned is None else learned


def guessed_seconds(case: Case) -> float:
    """CPU seconds, with nothing learned: within a factor of some five, for most cases."""
    return OVERHEAD + SECONDS_PER_WORK * planned_work(case)


def estimated_seconds(cases: Iterable[Case]) -> float:
    """CPU seconds of all the cases, with nothing learned."""
    return sum(map(guessed_seconds, cases))
