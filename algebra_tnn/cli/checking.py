"""``check``: the independent checker on files. For certificates nothing else of the package is imported."""

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


_ATLAS = b"SQLite format 3\0"


def check(options: argparse.Namespace) -> int:
    output = Output(options)
    results: list[dict[str, Any]] = []
    for path in options.files:
        name = path.encode(errors="backslashreplace").decode()
        if _is_atlas(path):
            from algebra_tnn.cli.atlas.checking import judged

            result, details = judged(path, options)
        else:
            result, details = _judged(path), []
        answer = result["answer"]
        if not (options.quiet and answer == "accepted"):
            output.answer(f"{name}: {output.painted(answer, _COLOURS[answer])}: {result['reason']}")
            for line in details:
                output.answer(f"  {line}")
        results.append({"file": name, **result})
    answers = {result["answer"] for result in results}
    code = next(code for answer, code in _CODES.items() if answer in answers)
    output.object({"command": "check", "results": results, "exit": int(code)})
    return code


def _judged(path: str) -> dict[str, Any]:
    judgement = _judgement(path)
    return {
        "answer": judgement.answer,
        "reason": judgement.reason,
        "trusts": list(judgement.conclusion.trusts),
        "extensions": judgement.conclusion.extensions,
    }


def _is_atlas(path: str) -> bool:
    if path == "-":
        return False
    try:
        with open(path, "rb") as file:
            return file.read(len(_ATLAS)) == _ATLAS
    except (OSError, ValueError):
        return False  # the sentence about it is that about a certificate


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
