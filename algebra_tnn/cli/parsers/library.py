"""The parsers of ``list``, ``show``, ``verify`` and ``new``."""

from __future__ import annotations

from functools import partial

from algebra_tnn.cli import additions, theorems, verifying
from algebra_tnn.cli.commands import Commands, added_command


def add_library(commands: Commands) -> None:
    """Adds the commands on the theorem library."""
    command = partial(added_command, commands)

    listed = command("list", theorems.listed, "the statements of the theorem library", "algebra-tnn list --area rank")
    theorems.add_list_arguments(listed)

    shown = command("show", theorems.shown, "one statement in full", "algebra-tnn show B3")
    theorems.add_show_arguments(shown)

    verified = command(
        "verify",
        verifying.verified,
        "run proofs of the theorem library and re-check every certificate",
        "algebra-tnn verify B3 uniqueness/",
    )
    verifying.add_arguments(verified)

    new = command(
        "new",
        additions.added,
        "add a statement to the theorem library, with a proof that runs",
        "algebra-tnn new uniqueness/my_theorem --id X1",
    )
    additions.add_arguments(new)
