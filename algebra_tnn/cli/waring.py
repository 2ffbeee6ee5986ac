"""``waring``: how many powers of linear forms sum to a form."""

from __future__ import annotations

import argparse

from algebra_tnn.cli.answers import say_certificate, say_steps
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
    first, *lines = found.explanation.splitlines()
    output.answer(output.painted(first, "green" if found.meet else "yellow"))
    for line in lines:
        is_cut = len(line) > _LONG and not output.verbose
        output.detail(f"{line[: _LONG - 100]} … ({len(line)} characters; -v shows all)" if is_cut else line)
    if found.certificate is not None:
        say_steps(output, found.certificate)
    if failure is None:
        say_certificate(output, options.output, written)
    status = "exact" if found.meet else "bounded"
    output.object({"command": "waring", "status": status, **found.to_dict(), "certificate": written})
    if failure is not None:
        raise failure
    return Exit.PROVED if found.meet else Exit.UNDECIDED
