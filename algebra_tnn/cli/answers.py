"""What several commands print alike: explanations, tables, the steps and place of a certificate, numeric opinions."""

from __future__ import annotations

import argparse
import contextlib
import io
import warnings
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from algebra_tnn.cli.failures import Exit, one_line
from algebra_tnn.cli.printing import STATUS_COLOURS, Output, columns
from algebra_tnn.cli.writing import Destination, saved

if TYPE_CHECKING:
    from algebra_tnn.certificates import Certificate, Verdict
    from algebra_tnn.tensors import CP

EXITS = {"proved": Exit.PROVED, "refuted": Exit.REFUTED, "undecided": Exit.UNDECIDED}


class Found(Protocol):
    """An answer with one certificate, if it has one."""

    @property
    def status(self) -> str: ...

    @property
    def explanation(self) -> str: ...

    @property
    def certificate(self) -> Certificate | None: ...

    def to_dict(self) -> dict[str, Any]: ...


def say_rounded(output: Output, rounded: int | None) -> None:
    if rounded is not None:
        text = f"floats were rounded to rationals with denominators up to {rounded}; "
        output.answer(output.painted(text + "the claim is about the rounded numbers", "yellow"))


def say_explanation(output: Output, explanation: str, colour: str) -> None:
    """The first line is the answer, in colour; the others are details."""
    first, *lines = explanation.splitlines()
    output.answer(output.painted(first, colour))
    for line in lines:
        output.detail(line)


def say_found(options: argparse.Namespace, found: Found, to: Destination | None) -> None:
    """The answer, its steps, where its certificate is; or one JSON object. Raises: BadInput if saving failed."""
    written, failure = saved(found.certificate, to)
    output = Output(options)
    say_explanation(output, found.explanation, STATUS_COLOURS[found.status])
    if found.certificate is not None:
        say_steps(output, found.certificate)
    if failure is None:
        say_certificate(output, options.output, written)
    output.object({"command": options.command, **found.to_dict(), "certificate": written})
    if failure is not None:
        raise failure


def say_tables(output: Output, tables: Mapping[str, list[list[Any]]], entry: Callable[[Any], str]) -> None:
    """Matrices under their names, with aligned columns."""
    for name, table in tables.items():
        output.detail(f"    {name}:")
        for line in columns([[entry(x) for x in row] for row in table]):
            output.detail(f"      {line}")


def say_steps(output: Output, certificate: Certificate) -> None:
    for i, step in enumerate(certificate.steps()):
        output.more(f"  step {i}: {type(step.claim).__name__} by {step.rule}")


def say_certificate(output: Output, asked: str | None, written: str | None) -> None:
    if written is not None:
        output.detail(f"  certificate written to {written}")
    elif asked is not None:
        output.detail("  nothing is proved, so no certificate was written")


def numeric_opinion(verdict: Verdict, decomposition: CP) -> dict[str, str]:
    """What floating point says; no evidence. Whatever goes wrong in it is inconclusive and changes nothing."""
    field = verdict.claim.field
    if field.is_finite:
        return {"outcome": "inconclusive", "explanation": f"floating point says nothing about {field}"}
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            from algebra_tnn.numeric import cross_check

            found = cross_check(decomposition)
    except Exception as error:
        return {"outcome": "inconclusive", "explanation": f"the numeric check ended with {one_line(repr(error))}"}
    explanation = str(found.explanation)
    if found.outcome == "disagrees" and verdict.status == "proved" and not verdict.extensions:
        explanation += f"; it speaks about R, and what is unique over {field} need not be unique over an extension"
    return {"outcome": str(found.outcome), "explanation": explanation}
