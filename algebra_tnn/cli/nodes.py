"""``identifiable`` for a file with block terms or the nodes of ParaTuck-2."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from algebra_tnn.cli.answers import say_explanation, say_tables
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.file_kinds import BLOCKS
from algebra_tnn.cli.printing import STATUS_COLOURS, Output, brief
from algebra_tnn.cli.reading import field_named
from algebra_tnn.cli.weights import first_float

if TYPE_CHECKING:
    from algebra_tnn.tensors.values import BlockTerms, ParaTuck2

_CODES = {"proved": Exit.PROVED, "refuted": Exit.REFUTED, "undecided": Exit.UNDECIDED}
_SMALL = 80  # entries of other blocks that are printed without being asked for


def answer(options: argparse.Namespace, name: str, value: dict[str, Any]) -> int:
    """Whether the nodes in a file are determined by their tensor; the exit code. Raises: BadInput."""
    if options.output is not None:
        raise BadInput("-o is for answers with one certificate; here each hypothesis of a theorem has its own")
    if place := first_float(value, ()):
        raise BadInput(f'{name}: {place}; write integers or rationals such as "3/7"')
    nodes = _blocks(name, value["blocks"]) if BLOCKS.is_of(value) else _paratuck2(name, value)
    from algebra_tnn.explore.determined_nodes import node_determination

    try:
        found = node_determination(nodes, field_named(name, options.field or "Q"))
    except (TypeError, ValueError) as error:  # an entry is no element of the field
        raise BadInput(f"{name}: {error}") from None
    output = Output(options)
    say_explanation(output, found.explanation, STATUS_COLOURS[found.status])
    answered = found.to_dict()
    _say_others(output, answered["other_blocks"])
    output.object({"command": "identifiable", **answered})
    return _CODES[found.status]


def _blocks(name: str, blocks: Any) -> BlockTerms:
    from algebra_tnn.tensors.values import BlockTerms

    if not isinstance(blocks, list) or not all(isinstance(one, dict) and one.keys() == set("ABc") for one in blocks):
        raise BadInput(f'{name}: blocks is a list of objects {{"A": [[...]], "B": [[...]], "c": [...]}}, one per block')
    try:
        return BlockTerms.of_matrices((one["A"], one["B"], one["c"]) for one in blocks)
    except (TypeError, ValueError) as error:
        raise BadInput(f"{name}: {error}") from None


def _paratuck2(name: str, nodes: dict[str, Any]) -> ParaTuck2:
    from algebra_tnn.tensors.values import ParaTuck2

    try:
        return ParaTuck2.of(**nodes)
    except (TypeError, ValueError) as error:
        raise BadInput(f"{name}: {error}") from None


def _say_others(output: Output, blocks: list[dict[str, Any]] | None) -> None:
    if blocks is None:
        return
    tables = {
        f"{node}{i}": nested if isinstance(nested[0], list) else [nested]
        for i, block in enumerate(blocks)
        for node, nested in block.items()
    }
    size = sum(len(row) for table in tables.values() for row in table)
    if size > _SMALL and not output.verbose:
        output.detail(f"  {size} numbers; -v shows them")
        return
    say_tables(output, tables, str if output.verbose else brief)
