"""Minors that are units: the evidence that most lower bounds rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any

from algebra_tnn.explaining import exhibits
from algebra_tnn.explaining.exhibits import Exhibit
from algebra_tnn.explaining.steps import Step
from algebra_tnn.explaining.wording import counted, indices, listed
from algebra_tnn.laws import Law


def unit(size: int, of: str, modulus: int, where: str = "") -> str:
    """That a minor of this size is a unit, and so not 0."""
    if size == 0:
        return f"The minor of {of} has size 0, which is no condition."
    return (
        f"A minor of size {size} of {of}{where} is a unit modulo {modulus}: its matrix times the inverse that is "
        "given is the identity. So it is not 0."
    )


def places(minor: Mapping[str, Any]) -> str:
    """Which rows and columns a minor has."""
    return f", in rows {indices(minor['rows'])} and columns {indices(minor['columns'])},"


def inverse(title: str, evidence: Mapping[str, Any]) -> Exhibit:
    """The inverse of a minor modulo its modulus."""
    return exhibits.matrix(f"{title}, modulo {evidence['modulus']}", evidence["inverse"])


def columns_of(law: Law, columns: Sequence[int]) -> str:
    """How many of the entries of each parameter the columns of a Jacobian belong to.

    >>> law = Law.trace(lambda x, W, V: V @ (W @ x)**2, {"x": (3,)}, {"W": (2, 3), "V": (1, 2)})
    >>> columns_of(law, [0, 1, 7])
    '2 of the 6 entries of $W$ and 1 of the 2 entries of $V$'
    """
    parts = []
    for name, places in law.columns.items():
        if chosen := sum(j in places for j in columns):
            parts.append(f"{chosen} of the {counted(len(places), 'entry', 'entries')} of ${name}$")
    return listed(parts)


def at_point(step: Step) -> list[Exhibit]:
    """The point of the parameters."""
    n = step.evidence["modulus"]
    return exhibits.arrays(f"the point modulo {n}", step.evidence["point"])


def rows_of_jacobian(title: str, law: Law, rows: Sequence[Any]) -> list[Exhibit]:
    """Inputs and covectors, a line for each of the first rows."""
    width = sum(prod(shape) for _, shape in law.inputs) + law.output_count
    shown = rows[: max(1, exhibits.ENTRIES // max(width, 1))]
    lines = []
    for point, covector in shown:
        given = ", ".join(f"{name} = {_plain(value)}" for name, value in point.items())
        lines.append(f"{given or 'no input'}; u = {_plain(covector)}")
    found = exhibits.formulas(title, lines)
    left = exhibits.more(len(rows) - len(found.rows), "pair", "pairs")
    return [Exhibit(title, found.rows, left=left)] if rows else []


def _plain(value: Any) -> str:
    return f"({', '.join(map(_plain, value))})" if isinstance(value, list) else str(value)
