"""``hunt``: counterexamples that are looked for by name."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from algebra_tnn.cli.commands import Commands, added_command, limited
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.printing import Output, columns
from algebra_tnn.cli.sizes import integer, positive, seconds
from algebra_tnn.cli.watching import watched
from algebra_tnn.cli.writing import destination, write

if TYPE_CHECKING:
    from algebra_tnn.hunting import Counterexample, Hunt
    from algebra_tnn.hunting.named import Named

MEANING = """\
A counterexample is an instance whose hypothesis is proved and whose conclusion is refuted, both with certificates; an
undecided one is none. It is shrunk: "no smaller one" is said in the order that is printed. Hunts of one's own are in
Python: hunt(hypothesis, conclusion, over=space). Exit code: 1 if the question was refuted by a counterexample, 3 if
none was found."""


def add_hunt(commands: Commands) -> None:
    """Adds ``hunt``."""
    command = added_command(
        commands,
        "hunt",
        hunted,
        "look for a counterexample, as small as possible; without a name, the hunts that are known",
        "algebra-tnn hunt kruskal-sum-one-short --budget 60",
        MEANING,
    )
    command.add_argument("name", metavar="HUNT", nargs="?", help="the name of a hunt; default: list them")
    command.add_argument("--budget", metavar="S", type=seconds, help="seconds to search; default: that of the hunt")
    command.add_argument("--most", metavar="N", type=positive, help="stop after N counterexamples; default: the hunt's")
    command.add_argument(
        "--seed", metavar="N", type=integer, default=0, help="for instances that are drawn (default 0)"
    )
    command.add_argument("-o", "--output", metavar="FOLDER", help="write the certificates into this folder")
    limited(command)


def hunted(options: argparse.Namespace) -> int:
    from algebra_tnn.hunting.named import UnknownHunt, named, named_hunts

    if options.name is None:
        return _listed(options, named_hunts())
    try:
        chosen = named(options.name)
    except UnknownHunt as error:
        raise BadInput(str(error)) from None
    folder = _folder(options.output)
    with watched(options) as watch:
        found = chosen.run(budget=options.budget, seed=options.seed, most=options.most, watch=watch.say)
    written = _saved(found, folder, options.output)  # first, since nobody may read on to the end of what is printed
    output = Output(options)
    output.answer(chosen.question)
    first, *lines = found.explanation.splitlines()
    output.answer(output.painted(first, "red" if found.found else "yellow"))
    for line in lines:
        output.detail(line)
    for name in written:
        output.detail(f"  certificate written to {name}")
    output.object(_object(chosen, found, written))
    return Exit.REFUTED if found.found else Exit.UNDECIDED


def _listed(options: argparse.Namespace, known: tuple[Named, ...]) -> int:
    output = Output(options)
    rows = [(each.name, each.statement, f"{each.budget:g} s", each.question) for each in known]
    for each, line in zip(known, columns(rows) if rows else [], strict=True):
        output.answer(each.name if output.quiet else line)
    output.object(
        {
            "command": "hunt",
            "hunts": [
                {"name": each.name, "statement": each.statement, "question": each.question, "budget": each.budget}
                for each in known
            ],
        }
    )
    return Exit.PROVED


def _folder(path: str | None) -> Path | None:
    """Where certificates go; it is made if need be. Raises: BadInput."""
    if path is None:
        return None
    folder = Path(path)
    try:
        folder.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BadInput(f"-o {path} cannot be a folder: {reason}; give another name") from None
    if any(folder.iterdir()):
        raise BadInput(f"-o {path} is a folder that is not empty; give another one, so that nothing is overwritten")
    return folder


def _saved(found: Hunt[Any], folder: Path | None, given: str | None) -> list[str]:
    if folder is None:
        return []
    written = []
    for i, each in enumerate(found.found):
        for name, text in each.certificates.items():
            place = f"{given}/{i}-{name}.json"
            if (target := destination(place, "-")) is not None:
                write(text.encode(), target, "the certificate")
                written.append(place)
    return written


def _object(chosen: Named, found: Hunt[Any], written: list[str]) -> dict[str, Any]:
    return {
        "command": "hunt",
        "name": chosen.name,
        "statement": chosen.statement,
        "question": chosen.question,
        "found": [_counterexample(each) for each in found.found],
        "examined": found.examined,
        "met": found.met,
        "undecided": found.undecided,
        "covered": found.covered,
        "seconds": found.seconds,
        "certificates": written,
    }


def _counterexample(each: Counterexample[Any]) -> dict[str, Any]:
    return {
        "instance": str(each.instance),
        "hypothesis": None if each.hypothesis is None else each.hypothesis.says,
        "conclusion": each.conclusion.says,
        "minimal": each.minimal,
        "found_as": str(each.found_as),
        "trusts": list(each.trusts),
    }
