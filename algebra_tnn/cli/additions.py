"""``new``: a statement with a proof that runs as it is written."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from algebra_tnn.cli.failures import BadInput, Exit, Failure
from algebra_tnn.cli.printing import Output


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("name", metavar="NAME", help="theme/name of the proof, such as uniqueness/my_theorem")
    command.add_argument("--id", metavar="ID", required=True, help="the id of the statement, such as X1")
    command.add_argument("--title", metavar="T", help="the title of the statement; default: from the name")
    command.add_argument("--counterexample", action="store_true", help="also a counterexample, theme/name_fails")
    command.add_argument("--in", metavar="FOLDER", dest="folder", help="add it to the library in this folder")


def added(options: argparse.Namespace) -> int:
    from algebra_tnn import library

    try:
        addition = library.added(
            options.name,
            options.id,
            title=options.title,
            counterexample=options.counterexample,
            within=options.folder,
        )
    except (library.NotAdded, library.BadIndex) as error:
        raise BadInput(str(error)) from None
    except library.LibraryNotFound as error:
        raise Failure(str(error)) from None
    except OSError as error:
        raise BadInput(f"the library cannot be written to: {error.filename}: {error.strerror}") from None
    output = Output(options)
    index, files = _shown(addition.index), [_shown(path) for path in addition.files]
    for path in files:
        output.answer(path)
    output.answer(f"{index}: statement {options.id}")
    within = "" if options.folder is None else f" --in {options.folder}"
    output.detail(f"it runs as it is (algebra-tnn verify {options.id}{within}); replace it by what you mean")
    output.object({"command": "new", "id": options.id, "index": index, "files": files})
    return Exit.PROVED


def _shown(path: Path) -> str:
    """Relative to where the user is, if it is there."""
    place = Path(os.getcwd()).resolve()
    return str(path.relative_to(place)) if path.is_relative_to(place) else str(path)
