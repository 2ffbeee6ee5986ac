"""``atlas sweep``: asks a question about all models of a specification, and keeps every answer as it comes."""

from __future__ import annotations

import argparse
import contextlib
import os
from collections.abc import Iterator
from concurrent.futures import Executor
from itertools import islice
from typing import TYPE_CHECKING

from algebra_tnn.cli.atlas.opening import atlas_errors
from algebra_tnn.cli.atlas.plans import plan_of
from algebra_tnn.cli.atlas.progress import reported
from algebra_tnn.cli.failures import BadInput, Exit
from algebra_tnn.cli.printing import Output
from algebra_tnn.cli.reading import text_in
from algebra_tnn.cli.sizes import megabytes, positive, seconds

if TYPE_CHECKING:
    from algebra_tnn.atlas.specifications import Specification
    from algebra_tnn.atlas.store import Atlas

GRACE = 1.8  # seconds after Ctrl-C in which workers are ended, what is finished is saved, and it is said how to resume


def sweep(options: argparse.Namespace) -> int:
    options.json |= options.json_log == "-"  # then all of standard output is for machines
    specification = _read(options.specification)
    _require_place(options)
    plan = plan_of(specification, options)
    output = Output(options)
    for line in plan.lines():
        output.detail(line)
    if options.dry_run:
        output.object({"command": "atlas sweep", **plan.to_dict()})
        return Exit.PROVED
    again = f"go on with: algebra-tnn atlas sweep {options.specification} -o {options.output} --resume"
    with (
        atlas_errors(),
        reported(options, again) as watch,
        executor_of(options.cluster) as executor,  # before the file is made, which is in vain without
        _atlas(options, specification) as atlas,
    ):
        from algebra_tnn.atlas.sweeping import sweep_into

        sweep_into(
            atlas,
            islice(specification.cases(), options.limit),
            total=plan.total,
            executor=executor,
            jobs=options.jobs,
            timeout=plan.timeout,
            megabytes=plan.megabytes,
            watch=watch,
        )
        atlas.derive()
        from algebra_tnn.atlas.summaries import summary

        found = summary(atlas)
    output.answer(found.explanation)
    output.object({"command": "atlas sweep", **plan.to_dict(), **found.to_dict(), "file": options.output})
    return Exit.PROVED


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("specification", metavar="SPEC", help="a TOML file; - is standard input")
    command.add_argument("-o", "--output", metavar="FILE", required=True, help="the atlas: an SQLite file")
    command.add_argument("--jobs", metavar="N", type=positive, default=2, help="processes on this machine (default 2)")
    command.add_argument("--resume", action="store_true", help="go on with a file of an earlier run")
    command.add_argument("--timeout", metavar="S", type=seconds, help="seconds for each case")
    command.add_argument("--memory", metavar="M", type=megabytes, help="memory for each case, such as 500M or 4G")
    command.add_argument("--limit", metavar="N", type=positive, help="only the first N cases")
    command.add_argument("--cluster", metavar="ADDRESS", help="a Dask scheduler, such as tcp://scheduler:8786")
    command.add_argument("--json-log", metavar="LOG", help="add one JSON object a line to this file; - is stdout")
    command.add_argument("--dry-run", action="store_true", help="say how many cases there are, and end")
    command.set_defaults(grace=GRACE)


def _read(path: str) -> Specification:
    name = "standard input" if path == "-" else path
    text = text_in(path, name, "a specification is TOML")
    from algebra_tnn.atlas.specifications import read_specification

    with atlas_errors():
        return read_specification(text, name)


def _require_place(options: argparse.Namespace) -> None:
    """Raises: BadInput, before anything is computed, if there is no place for the file."""
    path = options.output
    if os.path.isdir(path):
        raise BadInput(f"-o {path} is a folder; give the name of a file in it, such as {path.rstrip('/')}/atlas.sqlite")
    if os.path.exists(path) and not options.resume:
        raise BadInput(f"-o {path} exists; go on with it by --resume, or give another name")
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        raise BadInput(f"-o {path}: the folder {folder} does not exist; create it first")


@contextlib.contextmanager
def _atlas(options: argparse.Namespace, specification: Specification) -> Iterator[Atlas]:
    """The file, new or to be gone on with; with ``--resume`` a specification that differs adds its cases."""
    from algebra_tnn.atlas.store import Atlas

    if not os.path.exists(options.output):
        with Atlas.created(options.output, specification.text) as atlas:
            yield atlas
        return
    with Atlas.writing(options.output) as atlas:
        if atlas.about().get("specification", "").strip() != specification.text.strip():
            Output(options).detail(
                f"{options.output} was begun with another specification: its rows stay, and the cases of this one are "
                "added"
            )
            atlas.note(specification=specification.text)
        yield atlas


@contextlib.contextmanager
def executor_of(address: str | None) -> Iterator[Executor | None]:
    """Where cases are computed: on the cluster at the address; None is in processes on this machine."""
    if address is None:
        yield None
        return
    from algebra_tnn.atlas.cluster import cluster_executor

    with cluster_executor(address) as executor:
        yield executor
