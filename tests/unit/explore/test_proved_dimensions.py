"""Which minors prove the dimensions of power sums: in one piece, or in blocks at points on boxes."""

from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn.certificates import Shortfall
from algebra_tnn.explore import dimension, generic_rank, proved_dimensions
from algebra_tnn.varieties import Segre, Veronese


def lower_rule(found: Any) -> str:
    (verdict,) = found.verdicts
    return str(verdict.certificate.premises[0].rule)


def test_large_formats_come_in_blocks() -> None:
    found = dimension(Segre((7, 7, 7)).secant(18))
    assert (found.lower, found.upper, lower_rule(found)) == (342, 342, "block-minors")
    assert "  ≥ 342 by minors of tangent vectors in blocks, at points" in found.explanation
    small = dimension(Segre((3, 3, 3)).secant(3))
    assert (small.lower, lower_rule(small)) == (21, "jacobian-minor")


@pytest.mark.slow
def test_twenty_cubed() -> None:
    found = generic_rank(Segre((20, 20, 20)))
    assert (found.lower, found.upper, found.trusts) == (138, 138, ())


@pytest.mark.parametrize(("prove", "bounds"), [("both", (26, 26)), ("lower", (26, 36)), ("upper", (0, 26))])
def test_where_counting_misses(monkeypatch: pytest.MonkeyPatch, prove: Any, bounds: tuple[int, int]) -> None:
    """Four terms of shape 3×3×3: no points reach 27, so the search for bounds is the one for small formats."""
    monkeypatch.setattr(proved_dimensions, "LARGEST_DENSE", 0)
    found = dimension(Segre((3, 3, 3)).secant(4), prove=prove)
    assert (found.lower, found.upper) == bounds


def test_where_blocks_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proved_dimensions, "LARGEST_DENSE", 0)
    reached = dimension(Veronese(3, 2).secant(3))
    assert (reached.lower, reached.upper, lower_rule(reached)) == (6, 6, "block-minors")
    monkeypatch.setattr(proved_dimensions, "box_minor", lambda claim: Shortfall("block-minors", "as if"))
    missed = dimension(Veronese(3, 2).secant(3))
    assert (missed.lower, missed.upper, lower_rule(missed)) == (6, 6, "jacobian-minor")


def test_one_side_of_a_large_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proved_dimensions, "LARGEST_DENSE", 0)
    law = Segre((2, 2, 2)).secant(1).law()
    lower, upper = (proved_dimensions.proved_dimension(law, side) for side in ("lower", "upper"))
    assert (lower.lower, lower.upper, lower.argument, len(lower.verdicts)) == (4, 6, (), 1)
    assert (upper.lower, upper.upper, upper.from_below, len(upper.verdicts)) == (0, 4, "", 1)
