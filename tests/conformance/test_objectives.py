"""Objectives say what the prose of the evaluator says, and one that does not is noticed."""

from __future__ import annotations

import pytest

from algebra_tnn.laws import Law
from algebra_tnn.models.landscapes import DesignedObjective
from tests.conformance import objective_evaluator as prose
from tests.conformance.agreement import RINGS, agrees, imported_modules


@pytest.mark.parametrize("ring", RINGS)
@pytest.mark.parametrize("neurons", [1, 2, 3])
def test_designed_objective(neurons: int, ring: str) -> None:
    assert agrees(DesignedObjective(neurons).law(), lambda p: prose.designed(p["b"], p["mu"], p["lam"]), ring)


def test_a_wrong_objective_is_noticed() -> None:
    """With pairs of neurons in one order."""
    right = DesignedObjective(2)
    wrong = Law.trace(
        lambda b, mu, lam: right.forward(b, mu, lam) - (b[0] ** 2) @ (b[1] ** 2), right.inputs, right.parameters
    )
    assert not agrees(wrong, lambda p: prose.designed(p["b"], p["mu"], p["lam"]), "Z")


def test_the_evaluator_imports_nothing_of_the_package() -> None:
    assert imported_modules(prose) == {"__future__", "typing"}
