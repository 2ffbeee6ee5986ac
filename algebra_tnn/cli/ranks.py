"""``rank``, also ``--border``, and ``k-rank``: numbers with a proved lower and a proved upper bound."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from algebra_tnn.cli import generic_matrix_ranks
from algebra_tnn.cli.answers import say_certificate, say_rounded, say_steps
from algebra_tnn.cli.failures import BadInput, Exit, cut_short
from algebra_tnn.cli.printing import Output, ProgressLine, brief, number_json
from algebra_tnn.cli.reading import curve_given, given
from algebra_tnn.cli.terminal import is_watched
from algebra_tnn.cli.writing import Destination, destination, saved

if TYPE_CHECKING:
    from algebra_tnn.exact import Number
    from algebra_tnn.explore import Bounds


def rank(options: argparse.Namespace) -> int:
    target = destination(options.output, options.file)
    if options.curve is not None and not options.border:
        raise BadInput("--curve gives a curve for the border rank; add --border, or leave it away")
    read = given(options.file, ("tensor", "matrix", "factors", "law"), options.field, options.rationalize)
    if read.kind == "law":
        if options.border:
            raise BadInput(f"{read.name}: it holds a law; --border is for a tensor, a matrix or factors")
        return generic_matrix_ranks.answered(options, read, None)
    tensor = read.tensor()
    from algebra_tnn.explore import border_rank, tensor_rank
    from algebra_tnn.tensors import CP

    about: dict[str, Any] = {"shape": list(tensor.shape), "terms": tensor.length if isinstance(tensor, CP) else None}
    if options.border:
        name, curve = (options.file, None) if options.curve is None else curve_given(options.curve, options.rationalize)
        try:
            bounds = border_rank(tensor, read.field, curve)
        except ValueError as error:
            raise BadInput(f"{name}: {error}") from None
        about["curve"] = None if curve is None else curve.order
    else:
        bounds = tensor_rank(tensor, read.field)
    kind = f"decomposition with {tensor.length} terms" if isinstance(tensor, CP) else "tensor"
    return _answered(
        options, "rank", bounds, about, f"{kind} of shape {_times(tensor.shape)}", [], target, read.rounded
    )


def k_rank(options: argparse.Namespace) -> int:
    target = destination(options.output, options.file)
    read = given(options.file, ("matrix", "law"), options.field, options.rationalize)
    if read.kind == "law":
        return generic_matrix_ranks.answered(options, read, options.budget)
    matrix = read.matrix()
    from algebra_tnn.exact import Progress
    from algebra_tnn.exact.kruskal.k_ranks import BUDGET
    from algebra_tnn.explore import kruskal_rank
    from algebra_tnn.explore.kruskal_ranks import stopped

    budget = BUDGET if options.budget is None else options.budget
    progress = Progress(upper=len(matrix[0]))
    line = None
    if is_watched(options):
        line = progress.report = ProgressLine(sys.stderr, "column subsets")
    try:
        bounds = kruskal_rank(matrix, read.field, budget=budget, progress=progress)
    except KeyboardInterrupt as stop:
        raise cut_short(stop, stopped(matrix, read.field, progress)) from None
    finally:
        if line is not None:
            line.clear()
    columns, relation = _dependence(bounds)
    shape = [len(matrix), len(matrix[0])]
    about = {
        "shape": shape,
        "columns": columns,
        "relation": None if relation is None else [number_json(x) for x in relation],
        "budget": budget,
        "subsets": progress.done,
    }
    details = [] if columns is None or relation is None else [_relation(columns, relation)]
    return _answered(
        options, "k-rank", bounds, about, f"matrix of shape {_times(shape)}", details, target, read.rounded
    )


def _answered(
    options: argparse.Namespace,
    command: str,
    bounds: Bounds,
    about: dict[str, Any],
    subject: str,
    details: list[str],
    target: Destination | None,
    rounded: int | None,
) -> int:
    """Prints the bounds, writes their certificate, and gives the exit code."""
    sys.set_int_max_str_digits(0)  # the checker, which ran in between, sets its own limit
    certificate = bounds.verdict.certificate
    assert certificate is not None
    output = Output(options)
    say_rounded(output, rounded)
    first, *lines = bounds.explanation.splitlines()
    output.answer(output.painted(first, "green" if bounds.meet else "yellow"))
    output.detail(f"  {subject}")
    for line in [*lines[:-1], *(f"    {detail}" for detail in details), lines[-1]]:
        output.detail(line)
    say_steps(output, certificate)
    written, failure = saved(certificate, target)
    if failure is None:
        say_certificate(output, options.output, written)
    output.object(
        {
            "command": command,
            "status": "exact" if bounds.meet else "bounded",
            **bounds.to_dict(),
            **about,
            "certificate": written,
            "rounded": rounded,
        }
    )
    if failure is not None:
        raise failure
    return Exit.PROVED if bounds.meet else Exit.UNDECIDED


def _times(shape: list[int] | tuple[int, ...]) -> str:
    return "×".join(map(str, shape))


def _dependence(bounds: Bounds) -> tuple[list[int] | None, list[Number] | None]:
    """The dependent columns that bound the k-rank from above, with their relation; None if there are none."""
    _, upper = bounds.sides
    if upper.rule != "dependent-columns":
        return None, None
    return list(upper.evidence["columns"]), list(upper.evidence["relation"])


def _relation(columns: list[int], relation: list[Number]) -> str:
    """The relation with one term per column, as in 2·column 0 − 1·column 3 = 0."""
    text = ""
    for j, x in zip(columns, relation, strict=True):
        sign = (" − " if x < 0 else " + ") if text else ("−" if x < 0 else "")
        text += f"{sign}{brief(abs(x))}·column {j}"
    return f"{text} = 0"
