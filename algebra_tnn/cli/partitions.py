"""Partitions of the inputs of a law, as the command line names them: ``0,2``, ``x0,x2``, ``start-end``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from algebra_tnn.cli.failures import BadInput

_POSITION = re.compile(r"-?[0-9]{1,9}", re.ASCII)
WORDS: dict[str, Callable[[int], range]] = {  # the positions of one side, of so many inputs
    "start-end": lambda n: range(n // 2),
    "half": lambda n: range(n // 2),
    "odd-even": lambda n: range(0, n, 2),
    "alternate": lambda n: range(0, n, 2),
}
EXAMPLES = f"positions or names of one side, such as 0,2, or {', '.join(list(WORDS)[:-1])} or {list(WORDS)[-1]}"


def partition_of(text: str, inputs: Sequence[str], modes: Sequence[str] = ()) -> tuple[int, ...]:
    """The positions of one side, ascending. Inputs go by position or name, those of a network also by its letters.

    Raises: BadInput.
    """
    parts = [part.strip() for part in text.split(",")] if text.strip() else []
    names = {name: k for many in (modes, inputs) for k, name in enumerate(many)}
    if len(parts) == 1 and parts[0] in WORDS and parts[0] not in names:
        return tuple(WORDS[parts[0]](len(inputs)))
    side: list[int] = []
    for part in parts:
        if not part:
            raise BadInput(f"--partition is {text!r} with an empty place; it has {EXAMPLES}")
        position = int(part) if _POSITION.fullmatch(part) else names.get(part)
        if position is None or not 0 <= position < len(inputs):
            raise BadInput(f"--partition names {part}, which is no input; {_all(inputs)}")
        if position in side:
            raise BadInput(
                f"--partition has the input {position} twice in {text!r}; each is on one side, so name it once"
            )
        side.append(position)
    return tuple(sorted(side))


def _all(inputs: Sequence[str]) -> str:
    last = len(inputs) - 1
    if last < 0:
        return "the law has no inputs, so that both sides are empty: leave the list empty"
    if last == 0:
        return f"the only one has position 0 and the name {inputs[0]}"
    return f"they have the positions 0 to {last} and the names {inputs[0]} to {inputs[last]}"


def said_partition(side: Sequence[int], inputs: Sequence[str]) -> str:
    """Such as ``x0, x2 | x1, x3``."""
    sides = ([inputs[k] for k in range(len(inputs)) if (k in side) == chosen] for chosen in (True, False))
    return " | ".join(", ".join(names) or "none" for names in sides)
