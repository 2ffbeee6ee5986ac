"""``check``: the independent checker on files. Nothing else of the package is imported here."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from algebra_tnn import checker
from algebra_tnn.cli.failures import Exit
from algebra_tnn.cli.printing import Output

_CODES = {  # the worst first, as in checker.main
    "rejected": Exit.REJECTED,
    "malformed": Exit.BAD_INPUT,
    "over the limit": Exit.UNDECIDED,
    "accepted": Exit.PROVED,
}
_COLOURS = {"accepted": "green", "rejected": "red", "malformed": "red", "over the limit": "yellow"}


def check(options: argparse.Namespace) -> int:
    output = Output(options)
    results: list[dict[str, Any]] = []
    for path in options.files:
        name = path.encode(errors="backslashreplace").decode()
        judgement = _judgement(path)
        if not (options.quiet and judgement.answer == "accepted"):
            output.answer(f"{name}: {output.painted(judgement.answer, _COLOURS[judgement.answer])}: {judgement.reason}")
        results.append(
            {
                "file": name,
                "answer": judgement.answer,
                "reason": judgement.reason,
                "trusts": list(judgement.conclusion.trusts),
                "extensions": judgement.conclusion.extensions,
            }
        )
    answers = {result["answer"] for result in results}
    code = next(code for answer, code in _CODES.items() if answer in answers)
    output.object({"command": "check", "results": results, "exit": int(code)})
    return code


def _judgement(path: str) -> checker.Judgement:
    try:
        return checker.check(_text(path))
    except (OSError, ValueError) as error:
        return checker.Judgement("malformed", f"the file cannot be read: {error}")


def _text(path: str) -> str:
    if path == "-":
        return "" if sys.stdin is None else sys.stdin.read(checker.LIMIT_CHARACTERS + 1)
    with open(path, encoding="utf-8") as file:
        return file.read(checker.LIMIT_CHARACTERS + 1)
