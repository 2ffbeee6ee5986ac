"""Questions for tests of clusters: workers import them by their names."""

from __future__ import annotations

import os
import time

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.questions import Effort, answered
from algebra_tnn.atlas.rows import Row


def slowly(case: Case, effort: Effort) -> Row:
    """An answer that takes a while, so that there is something to interrupt."""
    time.sleep(0.15)
    return answered(case, effort)


def fatal(case: Case, effort: Effort) -> Row:
    """Ends its process for one case, and never ends for another."""
    if case["widths"] == (2, 3, 1):
        os.abort()
    if case["widths"] == (3, 2, 1):
        time.sleep(1000)
    return answered(case, effort)
