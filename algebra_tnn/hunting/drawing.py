"""Counterexamples among what Hypothesis draws; Hypothesis shrinks them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Generic

from algebra_tnn.hunting.evidence import Evidence
from algebra_tnn.hunting.spaces.space import Instance

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

MOST_EXAMPLES = 1_000_000  # the budget of time ends it before


class _TimeIsOver(BaseException):
    """No Exception, so that Hypothesis does not take it for a failure of what it tests."""


@dataclass(slots=True)
class Drawing(Generic[Instance]):
    """The first counterexample that was drawn, and the last one to which it was shrunk."""

    first: Instance | None = None
    last: Instance | None = None
    shown: tuple[Evidence | None, Evidence] | None = None
    cut_short: bool = False


def drawn_counterexample(
    strategy: SearchStrategy[Instance],
    judged: Callable[[Instance], tuple[Evidence | None, Evidence] | None],
    is_over: Callable[[], bool],
    seed: int,
) -> Drawing[Instance]:
    """What Hypothesis finds and shrinks. Raises: ImportError, which says what to install, without Hypothesis."""
    try:
        from hypothesis import HealthCheck, find, settings
        from hypothesis.errors import NoSuchExample
    except ImportError:
        raise ImportError("instances are drawn by Hypothesis; pip install 'algebra-tnn[hunting]'") from None
    drawing = Drawing[Instance]()

    def is_counterexample(instance: Instance) -> bool:
        if is_over():
            raise _TimeIsOver
        shown = judged(instance)
        if shown is None:
            return False
        drawing.first = instance if drawing.first is None else drawing.first
        drawing.last, drawing.shown = instance, shown
        return True

    wanted = settings(
        max_examples=MOST_EXAMPLES,
        deadline=None,
        database=None,  # the same seed finds the same, whatever ran before
        suppress_health_check=list(HealthCheck),
    )
    try:
        find(strategy, is_counterexample, settings=wanted, random=Random(seed))
    except NoSuchExample:
        pass
    except _TimeIsOver:
        drawing.cut_short = True
    return drawing
