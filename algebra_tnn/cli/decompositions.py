"""``check-decomposition``: whether the factors in a file are a decomposition of a stated tensor."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING

from algebra_tnn.cli.answers import say_certificate, say_explanation, say_rounded, say_steps
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.layouts import published
from algebra_tnn.cli.printing import Output
from algebra_tnn.cli.reading import given
from algebra_tnn.cli.writing import destination, saved

if TYPE_CHECKING:
    from algebra_tnn.tensors.named import NamedTensor

_SPELLING = re.compile(r"[^a-z]+")


def check_decomposition(options: argparse.Namespace) -> int:
    target = destination(options.output, options.file)
    of = _tensor(options.of, options.field)
    read = published(options.file, options.field, options.rationalize)
    from algebra_tnn.explore.decompositions import decomposes, fitting

    try:
        for entry in of.readings[0].tensor.entries.values():
            read.field.number(entry)
    except ValueError as error:
        raise BadInput(f"--of {options.of}: {error}") from None
    convention = _convention(options.convention, of)
    layouts = read.decompositions(of.readings[0].tensor.shape)
    if not layouts:
        shape = of.readings[0].tensor.shape
        fit = fitting(read.shapes(len(shape)), of)
        raise BadInput(
            f"{read.name}: {read.sizes()}, which is no layout of factors for {of.name}: it has shape "
            f"{'×'.join(map(str, shape))}, and factors have one term per column or one per row{fit}"
        )
    try:
        agreements = [(layout, decomposes(of, found, read.field, convention)) for layout, found in layouts]
    except ValueError as error:
        raise BadInput(f"{read.name}: {error}") from None
    layout, agreement = min(agreements, key=lambda pair: pair[1].remoteness())
    certificate = None if agreement.verdict is None else agreement.verdict.certificate
    written, failure = saved(certificate, target)
    sys.set_int_max_str_digits(0)  # the checker, which ran in between, sets its own limit
    output = Output(options)
    say_rounded(output, read.rounded)
    say_explanation(output, agreement.explanation, "green" if agreement.correct else "red")
    output.more(f"  read as {layout}" + f"; without the keys {', '.join(read.unread)}" * bool(read.unread))
    if certificate is not None:
        say_steps(output, certificate)
    if failure is None:
        say_certificate(output, options.output, written)
    output.object(
        {
            "command": "check-decomposition",
            **agreement.to_dict(),
            "layout": layout,
            "unread": list(read.unread),
            "certificate": written,
            "rounded": read.rounded,
        }
    )
    if failure is not None:
        raise failure
    return Exit.PROVED if agreement.correct else Exit.REFUTED


def _tensor(text: str, field: str | None) -> NamedTensor:
    """The tensor that --of names: by a name such as matmul:2,2,3, or by a file."""
    from algebra_tnn.tensors.named import NAMES, NamedTensor, Reading, is_name, named
    from algebra_tnn.tensors.sparse import SparseTensor

    if is_name(text):
        try:
            return named(text)
        except ValueError as error:
            raise BadInput(f"--of: {error}") from None
    try:
        tensor = given(text, ("tensor", "matrix", "factors"), field, None).tensor()
    except BadInput as error:
        if str(error).startswith("cannot read"):
            raise BadInput(f"--of {text} is neither a file that can be read nor one of {NAMES}") from None
        raise
    return NamedTensor(text, (Reading(SparseTensor.of(tensor)),))


def _convention(text: str | None, of: NamedTensor) -> str | None:
    """The convention as it is called, however it is spelled: row-major-c-transposed is "row-major, C transposed"."""
    if text is None:
        return None
    known = [one.convention for one in of.readings if one.convention is not None]
    if not known:
        raise BadInput(f"--convention {text}: conventions are those of matmul, but the tensor is {of.name}")
    for name in known:
        if _SPELLING.sub("-", name.lower()) == _SPELLING.sub("-", text.lower()):
            return name
    spelled = ", ".join(_SPELLING.sub("-", name.lower()) for name in known)
    raise BadInput(f"--convention {text} is unknown; the conventions are {spelled}")
