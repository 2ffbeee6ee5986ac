"""``completion``: a script with which a shell completes commands, options, families and ids."""

from __future__ import annotations

import argparse
from collections.abc import Collection

from algebra_tnn.cli.commands import CommandParser, Commands, added_command
from algebra_tnn.cli.failures import Exit
from algebra_tnn.cli.printing import Output

SHELLS = ("bash", "zsh", "fish", "tcsh")
FILES = ("FILE", "CERT", "SPEC", "OLD", "NEW", "LOG")  # what help calls arguments that are files
USE = """\
bash: algebra-tnn completion bash > ~/.local/share/bash-completion/completions/algebra-tnn
zsh: algebra-tnn completion zsh > _algebra-tnn, in a folder of $fpath
fish: algebra-tnn completion fish > ~/.config/fish/completions/algebra-tnn.fish
Families, ids and names of hunts are completed in bash and zsh."""


def add_completion(commands: Commands) -> None:
    """Adds ``completion``."""
    command = added_command(
        commands,
        "completion",
        completion,
        "a script with which the shell completes commands, options, families, ids and files",
        "algebra-tnn completion bash > algebra-tnn.bash",
        USE,
    )
    command.add_argument("shell", metavar="SHELL", choices=SHELLS, help=f"one of {', '.join(SHELLS)}")


def completion(options: argparse.Namespace) -> int:
    import shtab

    from algebra_tnn.cli.arguments import parser

    top, words = parser(), _functions()
    for command in _all_commands(top):
        _complete_words(command.completed(), words)
    script = shtab.complete(top, shell=options.shell, preamble=_preamble(words).get(options.shell, ""))
    output = Output(options)
    output.answer(script)
    output.object({"command": "completion", "shell": options.shell, "script": script})
    return Exit.PROVED


def _all_commands(top: CommandParser) -> list[CommandParser]:
    below = list(getattr(top, "commands", {}).values())
    return [*below, *(command for each in below for command in _all_commands(each))]


def _functions() -> dict[str, tuple[str, ...]]:
    """By what help calls an argument: the words that may stand there."""
    from algebra_tnn import library
    from algebra_tnn.families import families
    from algebra_tnn.hunting.named import named_hunts

    ids = tuple(each.id for each in library.statements())
    folders = dict.fromkeys(name.partition("/")[0] + "/" for _, name, _ in library.selected())
    return {
        "MODEL": tuple(families()),
        "ID": ids,
        "SELECTOR": (*ids, *folders),
        "AREA": library.areas(),
        "HUNT": tuple(each.name for each in named_hunts()),
    }


def _preamble(words: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Functions of the shells: a word of the list, or a file, since a model may be one."""
    bash = (
        f'_algebra_tnn_{name}() {{ compgen -W "{" ".join(those)}" -- "$1"; compgen -f -- "$1"; }}'
        for name, those in words.items()
    )
    zsh = (
        f"_algebra_tnn_{name}() {{ _alternative 'words:{name}:({' '.join(those)})' 'files:file:_files' }}"
        for name, those in words.items()
    )
    return {"bash": "\n".join(bash), "zsh": "\n".join(zsh)}


def _complete_words(command: argparse.ArgumentParser, words: Collection[str]) -> None:
    """Says of each argument which function of the shell completes it."""
    import shtab

    for action in command._actions:  # argparse has no public list of them; shtab reads the same
        if action.metavar in words:
            function = f"_algebra_tnn_{action.metavar}"
            vars(action)["complete"] = {"bash": function, "zsh": function}  # the mark that shtab reads
        elif action.metavar in FILES:
            vars(action)["complete"] = shtab.FILE
