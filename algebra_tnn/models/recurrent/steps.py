"""What all recurrent networks are asked: how many steps, and how large."""

from __future__ import annotations

from typing import Any

from algebra_tnn.tensors.formats.sizes import size


def checked_steps(value: Any) -> int:
    """Raises: TypeError, ValueError unless the value is an integer from 2 on."""
    steps = size("steps", value)
    if steps < 2:
        raise ValueError(f"steps is {steps}; a recurrent network reads at least two inputs, one at each step")
    return steps
