"""``mincut``: the cheapest cut of a tensor network between two groups of its modes, and whether ranks reach it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from algebra_tnn.cli.answers import say_certificate, say_steps
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.models import model_of
from algebra_tnn.cli.partitions import EXAMPLES, partition_of, said_partition
from algebra_tnn.cli.pictures import drawn, picture_destination
from algebra_tnn.cli.printing import Output
from algebra_tnn.cli.separation import certificate_of
from algebra_tnn.cli.writing import destination, saved

if TYPE_CHECKING:
    from algebra_tnn.certificates import Verdict
    from algebra_tnn.explore.network_cuts import FormatCut
    from algebra_tnn.explore.separation import SeparationRank
    from algebra_tnn.tensors.formats import TensorFormat

MOST_ENTRIES = 60  # of nodes, for which a cut is tried to be missed: that takes seconds, and minutes beyond
TRIES = 500


def mincut(options: argparse.Namespace) -> int:
    format = model_of(options)
    from algebra_tnn.tensors.formats import TensorFormat

    if not isinstance(format, TensorFormat):
        raise BadInput(f"{options.model[0]} is no tensor network; separation bounds the ranks of other laws")
    if options.partition is None:
        raise BadInput(f"mincut has no --partition; give {EXAMPLES}")
    modes = format.networks[0].modes
    side = partition_of(options.partition, format.law().input_names, modes)
    target = destination(options.output, options.model[0])
    picture = picture_destination(options.draw, options.model[0])
    from algebra_tnn.explore.network_cuts import format_cut
    from algebra_tnn.explore.separation import separation_rank

    cut, found, reason = format_cut(format, side), None, ""
    try:
        found = separation_rank(format, side)
    except ValueError as error:  # too large: the cut is an answer nevertheless
        reason = str(error)
    beneath = None if found is None else _proved_below(format, side, cut, found)
    certificate = None if found is None else certificate_of(found)
    if beneath is not None:
        certificate = beneath.certificate
    written, failure = saved(certificate, target)
    output = Output(options)
    _say_cut(output, cut)
    output.detail(f"  modes {said_partition(side, modes)}")
    relation = "below" if beneath is not None else _relation(cut, found)
    bounds, *lines = [reason] if found is None else found.explanation.splitlines()
    answer = {
        "equal": f"the generic rank is {cut.size}, equal to the cut (proved)",
        "below": f"the generic rank is below the cut (proved): {bounds}",
        "undecided": f"whether the generic rank is {cut.size} is undecided: {bounds}",
    }[relation]
    if beneath is not None and found is not None:
        answer = f"the generic rank is {found.lower}, below the cut (proved)"
    output.answer(output.painted(answer, "yellow" if relation == "undecided" else "green"))
    for line in lines:
        output.detail(line)
    if beneath is not None and found is not None:
        output.detail(f"  ≤ {found.lower} for all entries of the nodes: {beneath.explanation}")
    if certificate is not None:
        say_steps(output, certificate)
    if failure is None:
        say_certificate(output, options.output, written)
    shown = None
    if picture is not None and failure is None:
        from algebra_tnn.explore.cut_drawings import cut_drawing

        shown = drawn(cut_drawing(cut), picture)
        output.detail(f"  drawn in {shown}")
    more = {"notes": [reason]} if found is None else {k: v for k, v in found.to_dict().items() if k != "cut"}
    output.object(
        {
            "command": "mincut",
            "name": str(format),
            "cut": cut.size,
            "product": cut.product,
            "cuts": [part.to_dict() for part in cut.cuts],
            "relation": relation,
            "below": None if beneath is None else beneath.explanation,
            **more,
            "certificate": written,
            "drawing": shown,
        }
    )
    if failure is not None:
        raise failure
    return Exit.UNDECIDED if relation == "undecided" else Exit.PROVED


def _proved_below(format: TensorFormat, side: Sequence[int], cut: FormatCut, found: SeparationRank) -> Verdict | None:
    """That no nodes have a larger rank than general ones were seen to have, where this is less than the least cut."""
    if not found.lower < cut.size <= found.upper or format.parameter_count > MOST_ENTRIES:
        return None
    from algebra_tnn.explore.flattening_orbits import flattening_at_most

    return flattening_at_most(format, side, found.lower, tries=TRIES)


def _relation(cut: FormatCut, found: SeparationRank | None) -> str:
    """How the rank for almost all entries of the nodes is to the cut, as far as it is proved."""
    if found is not None and found.lower == cut.size:
        return "equal"
    return "below" if found is not None and found.upper < cut.size else "undecided"


def _say_cut(output: Output, cut: FormatCut) -> None:
    """The product, what is cut, and the nodes of both sides; of a sum, each network after the other."""
    if len(cut.cuts) > 1:
        output.answer(f"cut = {cut.product}")
    for part in cut.cuts:
        letters = ", ".join(f"{letter} ({n})" for letter, n in part.letters) or "nothing"
        if len(cut.cuts) == 1:
            output.answer(f"cut = {part.product}: {letters}")
        else:
            output.detail(f"  {part.product}: {letters}")
        nodes = [node.name for node in part.network.nodes]
        inside = [k for k, node in enumerate(nodes) if node in part.inside]
        output.detail(f"  nodes {said_partition(inside, nodes)}")
