"""``unique``: whether the given decomposition is essentially unique."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from algebra_tnn.cli.answers import numeric_opinion, say_certificate, say_rounded, say_steps, say_tables
from algebra_tnn.cli.failures import Exit
from algebra_tnn.cli.printing import STATUS_COLOURS, Output, brief
from algebra_tnn.cli.reading import given
from algebra_tnn.cli.writing import destination, saved

if TYPE_CHECKING:
    from algebra_tnn.certificates import Verdict
    from algebra_tnn.tensors import CP

_ANSWERS = {"proved": "unique (proved)", "refuted": "not unique (refuted)", "undecided": "undecided"}
_CODES = {"proved": Exit.PROVED, "refuted": Exit.REFUTED, "undecided": Exit.UNDECIDED}
_SMALL = 80  # entries of a second decomposition that is printed without being asked for


def unique(options: argparse.Namespace) -> int:
    target = destination(options.output, options.file)
    read = given(options.file, ("factors",), options.field, options.rationalize)
    decomposition = read.decomposition()
    from algebra_tnn.claims import EssentiallyUnique
    from algebra_tnn.provers.classical import zero_term
    from algebra_tnn.verification import verify

    verdict = verify(EssentiallyUnique(decomposition, read.field))
    zero = zero_term(decomposition, read.field)
    written, failure = saved(verdict.certificate, target)
    output = Output(options)
    say_rounded(output, read.rounded)
    _say(output, verdict, decomposition, zero)
    if failure is None:
        say_certificate(output, options.output, written)
    opinion = numeric_opinion(verdict, decomposition) if options.cross_check else None
    if opinion is not None:
        output.detail(f"numeric opinion, no evidence: {opinion['outcome']}; {opinion['explanation']}")
    output.object(
        {
            "command": "unique",
            **verdict.to_dict(),
            "shape": list(decomposition.shape),
            "terms": decomposition.length,
            "zero_term": zero,
            "second_decomposition": _second(verdict),
            "certificate": written,
            "cross_check": opinion,
            "rounded": read.rounded,
        }
    )
    if failure is not None:
        raise failure
    return _CODES[verdict.status]


def _say(output: Output, verdict: Verdict, decomposition: CP, zero: str | None) -> None:
    output.answer(output.painted(_ANSWERS[verdict.status], STATUS_COLOURS[verdict.status]))
    shape = "×".join(map(str, decomposition.shape))
    output.detail(f"  decomposition: R = {decomposition.length}, shape {shape}, over {verdict.claim.field}")
    if zero is not None:
        output.detail(f"  {zero}")
    if verdict.certificate is not None:
        reach = f"{verdict.claim.field} and every extension of it" * verdict.extensions
        output.detail(f"  rule: {verdict.rule}" + f": {verdict.certificate.remark}" * bool(verdict.certificate.remark))
        output.detail(f"  holds over: {reach or f'{verdict.claim.field}; nothing is said about its extensions'}")
        output.detail(f"  trusts: {', '.join(verdict.trusts) or 'no published theorem'}")
        _say_second(output, verdict)
        say_steps(output, verdict.certificate)
    elif zero is None:
        output.detail("  tried:")
    if (zero is None and verdict.certificate is None) or output.verbose:
        for line in _attempts(verdict):
            output.detail(f"    {line}")


def _attempts(verdict: Verdict) -> list[str]:
    """One line per reason, with the rules that fell short for it."""
    rules: dict[str, list[str]] = {}
    for attempt in verdict.attempts:
        rules.setdefault(attempt.reason, []).append(attempt.rule)
    return [f"not by {', '.join(names)}: {reason}" for reason, names in rules.items()]


# ------------------------------------------------------------------------------------- the second decomposition


def _second(verdict: Verdict) -> dict[str, Any] | None:
    """Factors of the other decomposition as they stand in the certificate's evidence."""
    if verdict.certificate is None or verdict.rule != "second-decomposition":
        return None
    sys.set_int_max_str_digits(0)
    evidence = json.loads(verdict.certificate.to_json())["steps"][-1]["evidence"]
    return {"factors": evidence["factors"], "root": evidence["root"]}


def _say_second(output: Output, verdict: Verdict) -> None:
    second = _second(verdict)
    if second is None:
        return
    size = sum(len(factor) * len(factor[0]) for factor in second["factors"])
    if size > _SMALL and not output.verbose:
        output.detail(f"  another decomposition of the same length: {size} entries; -v shows it")
        return

    def entry(x: Any) -> str:
        text = str(x).replace("'", "")
        return text if output.verbose else brief(text)

    output.detail("  another decomposition of the same length:")
    if second["root"] is not None:
        polynomial = second["root"]["polynomial"]
        output.detail(
            f"    [c0, c1, ...] is c0 + c1·x + ..., x a root of the polynomial with coefficients {polynomial}"
        )
    say_tables(output, {f"factor {mode}": factor for mode, factor in enumerate(second["factors"])}, entry)
