"""``waring``: how many powers of linear forms sum to a form."""

from __future__ import annotations

import argparse

from algebra_tnn.cli.answers import say_certificate, say_explanation, say_steps
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.printing import Output
from algebra_tnn.cli.writing import destination, saved

_LONG = 400  # characters of a line that is printed in full without being asked for


def waring(options: argparse.Namespace) -> int:
    target = destination(options.output, options.form)
    from algebra_tnn.exact import Field
    from algebra_tnn.explore.waring import waring_rank

    try:
        found = waring_rank(options.form, Field.named(options.field))
    except (TypeError, ValueError) as error:
        raise BadInput(str(error)) from None
    written, failure = saved(found.certificate, target)
    output = Output(options)
    lines = found.explanation.splitlines()
    shown = "\n".join(lines if output.verbose else map(_brief, lines))
    say_explanation(output, shown, "green" if found.meet else "yellow")
    if found.certificate is not None:
        say_steps(output, found.certificate)
    if failure is None:
        say_certificate(output, options.output, written)
    status = "exact" if found.meet else "bounded"
    output.object({"command": "waring", "status": status, **found.to_dict(), "certificate": written})
    if failure is not None:
        raise failure
    return Exit.PROVED if found.meet else Exit.UNDECIDED


def _brief(line: str) -> str:
    return line if len(line) <= _LONG else f"{line[: _LONG - 100]} … ({len(line)} characters; -v shows all)"
