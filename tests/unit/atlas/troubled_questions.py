"""Answers that go wrong in all the ways in which a computation may; workers find them by their module."""

from __future__ import annotations

import os
import time
from dataclasses import replace

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.questions import Effort, answered
from algebra_tnn.atlas.rows import Row
from algebra_tnn.claims import DimensionAtMost
from algebra_tnn.laws import Law
from algebra_tnn.verification import CertificateRejected, verify

ABORTS, EATS, SLEEPS, RAISES, RECOVERS = ((n, 1, 1) for n in range(2, 7))


def troubled(case: Case, effort: Effort) -> Row:
    match case["widths"]:
        case widths if widths == ABORTS:
            os.abort()
        case widths if widths == EATS:
            bytearray(10**10)
        case widths if widths == SLEEPS:
            time.sleep(1000)
        case widths if widths == RAISES:
            raise ValueError("no such\nthing")
        case widths if widths == RECOVERS and effort == "full":
            raise ArithmeticError("too hard")
    return answered(case, effort)


def rejected(case: Case, effort: Effort) -> Row:
    found = verify(DimensionAtMost(Law.trace(lambda x: x, {"x": (1,)}, {}), 0)).certificate
    assert found is not None
    raise CertificateRejected(found, "rejected", "a prover is wrong")


def trivial(case: Case, effort: Effort) -> Row:
    return Row(case, str(case["widths"]), "proved", {"lower": 1, "upper": 1}, {"dimension": case.text})


def slow(case: Case, effort: Effort) -> Row:
    time.sleep(0.02)
    return replace(trivial(case, effort), seconds=0.02)
