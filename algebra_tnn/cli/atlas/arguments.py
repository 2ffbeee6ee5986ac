"""The parsers of ``atlas sweep``, ``status``, ``query``, ``diff``, ``export`` and ``lookup``."""

from __future__ import annotations

import argparse
from functools import partial

from algebra_tnn.cli.atlas import diff, export, lookup, query, status, sweep
from algebra_tnn.cli.commands import Commands, added_command, limited, takes_a_model
from algebra_tnn.cli.sizes import positive

SPECIFICATION = """\
specification: TOML, such as
  title = "small networks"
  question = "identifiability"
  [limits]
  timeout = 60
  memory = "4G"
  [[space]]
  family = "pnn"
  layers = "2..3"
  widths = "1..3"
  outputs = [1, 2]
  degrees = "2..3"
  ambient = 100
All families with their keys are in docs/atlas.md."""

CONDITION = """\
condition: SQL that is true of the rows that are wanted, such as "layers = 3 and defect > 0 and status = 'proved'". The
columns are in docs/atlas.md; a wrong one is answered with their list."""


def add_atlas(commands: Commands) -> None:
    """Adds ``atlas`` with its commands."""
    text = "sweeps of one question over many models, and the files that hold their rows"
    atlas = commands.add_parser(
        "atlas",
        help=text,
        description=text[0].upper() + text[1:] + ".",
        epilog="example: algebra-tnn atlas sweep spec.toml -o atlas.sqlite",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands_of_atlas = atlas.add_subparsers(dest="atlas_command", metavar="COMMAND", required=True)
    atlas.commands = commands_of_atlas.choices
    command = partial(added_command, commands_of_atlas)

    swept = command(
        "sweep",
        sweep.sweep,
        "ask a question about all models of a specification; every answer is kept with its certificate",
        "algebra-tnn atlas sweep spec.toml -o atlas.sqlite --jobs 2",
        SPECIFICATION,
    )
    sweep.add_arguments(swept)

    said = command(
        "status",
        status.status,
        "how far a sweep is, and what it found",
        "algebra-tnn atlas status atlas.sqlite",
    )
    _takes_a_file(said)

    asked = command(
        "query",
        query.query,
        "the rows for which a condition is true",
        "algebra-tnn atlas query atlas.sqlite \"layers = 3 and defect > 0 and status = 'proved'\" --format md",
        CONDITION,
    )
    _takes_a_file(asked)
    asked.add_argument("where", metavar="CONDITION", nargs="?", default="", help="default: all rows")
    asked.add_argument("--columns", metavar="A,B", help="which columns; all is every one")
    asked.add_argument("--format", choices=query.FORMATS, default="table", help="how the rows are printed")
    asked.add_argument("--limit", metavar="N", type=positive, help="print at most N rows")
    limited(asked)

    compared = command(
        "diff",
        diff.diff,
        "what a newer file proves that an older one did not; a contradiction is an error",
        "algebra-tnn atlas diff old.sqlite new.sqlite",
    )
    compared.add_argument("first", metavar="OLD", help="an atlas")
    compared.add_argument("second", metavar="NEW", help="another one")
    limited(compared)

    exported = command(
        "export",
        export.export,
        "a static, searchable site of HTML, with the rows as CSV and Parquet",
        "algebra-tnn atlas export atlas.sqlite -o site/",
    )
    _takes_a_file(exported)
    exported.add_argument(
        "-o", "--output", metavar="DIR", required=True, help="a folder: new, empty or an earlier export"
    )
    exported.add_argument("--format", metavar="A,B", help="of html, csv and parquet; default: all")
    exported.add_argument("--certificates", action="store_true", help="with the certificates as files")
    limited(exported)

    looked = command(
        "lookup",
        lookup.lookup,
        "what the atlas that comes with the program says of a model, at once",
        "algebra-tnn atlas lookup pnn 2,3,3,1 --degree 3",
    )
    takes_a_model(looked, "a family and its sizes")


def _takes_a_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="an atlas, as atlas sweep writes it")
