"""``separation``: between which numbers the separation rank of a law lies, for one bipartition of its inputs or all."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from algebra_tnn.cli.answers import say_certificate, say_explanation, say_steps
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.models import model_of
from algebra_tnn.cli.partitions import EXAMPLES, partition_of
from algebra_tnn.cli.pictures import drawn, picture_destination
from algebra_tnn.cli.printing import STATUS_COLOURS, Output
from algebra_tnn.cli.watching import watched
from algebra_tnn.cli.writing import Destination, destination, saved

if TYPE_CHECKING:
    from algebra_tnn.certificates import Certificate
    from algebra_tnn.exact import Field
    from algebra_tnn.explore.dimensions import Model
    from algebra_tnn.explore.separation import SeparationRank
    from algebra_tnn.laws import Law


def separation(options: argparse.Namespace) -> int:
    if (options.partition is None) != options.all_partitions:
        both = "both --partition and" if options.all_partitions else "neither --partition nor"
        raise BadInput(f"there is {both} --all-partitions; give one of them, the former with {EXAMPLES}")
    model = model_of(options)
    picture = picture_destination(options.draw, options.model[0])
    return _all(options, model, picture) if options.all_partitions else _one(options, model, picture)


def _one(options: argparse.Namespace, model: Model | Law, picture: Destination | None) -> int:
    from algebra_tnn.explore.separation import separation_rank
    from algebra_tnn.laws import Law
    from algebra_tnn.tensors.formats import TensorFormat

    law = model if isinstance(model, Law) else model.law()
    modes = model.networks[0].modes if isinstance(model, TensorFormat) else ()
    side = partition_of(options.partition, law.input_names, modes)
    if picture is not None and not isinstance(model, TensorFormat):
        raise BadInput(f"--draw draws a tensor network, and {options.model[0]} is none; leave it out")
    target = destination(options.output, options.model[0])
    try:
        found = separation_rank(model, side, field=_field(options))
    except ValueError as error:  # no scalar output, or too large
        raise BadInput(str(error)) from None
    certificate = certificate_of(found)
    written, failure = saved(certificate, target)
    output = Output(options)
    say_explanation(output, found.explanation, STATUS_COLOURS[found.status])
    if certificate is not None:
        say_steps(output, certificate)
    if failure is None:
        say_certificate(output, options.output, written)
    drawing = {}
    if picture is not None and isinstance(model, TensorFormat):
        from algebra_tnn.explore.cut_drawings import cut_drawing
        from algebra_tnn.explore.network_cuts import format_cut

        drawing = {"drawing": drawn(cut_drawing(format_cut(model, side)), picture)}
        output.detail(f"  drawn in {picture.given}")
    output.object({"command": "separation", **found.to_dict(), "certificate": written, **drawing})
    if failure is not None:
        raise failure
    return Exit.PROVED if found.status == "proved" else Exit.UNDECIDED


def certificate_of(found: SeparationRank) -> Certificate | None:
    """Of both bounds, or of the one that has a certificate."""
    return next(filter(None, (found.certificate, *found.sides)), None)


def _all(options: argparse.Namespace, model: Model | Law, picture: Destination | None) -> int:
    if options.output is not None:
        raise BadInput("-o is for one partition; give --partition, or leave it out")
    from algebra_tnn.explore.bipartitions import separation_ranks

    with watched(options) as watch:
        try:
            found = separation_ranks(
                model, field=_field(options), progress=lambda done, all: watch.say(f"{done} of {all} bipartitions")
            )
        except ValueError as error:  # no scalar output, or too large
            raise BadInput(str(error)) from None
    output = Output(options)
    say_explanation(output, found.explanation, STATUS_COLOURS[found.status])
    drawing = {}
    if picture is not None:
        from algebra_tnn.explore.cut_drawings import heat_map

        bounds = {side: (rank.lower, rank.upper) for side, rank in found.rows}
        drawing = {"drawing": drawn(heat_map(bounds, len(found.rows[0][1].law.inputs), found.name), picture)}
        output.detail(f"  drawn in {picture.given}")
    output.object({"command": "separation", **found.to_dict(), **drawing})
    return Exit.PROVED if found.status == "proved" else Exit.UNDECIDED


def _field(options: argparse.Namespace) -> Field:
    """Raises: ValueError."""
    from algebra_tnn.exact import Field

    return Field.named(options.field)
