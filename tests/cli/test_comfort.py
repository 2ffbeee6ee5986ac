"""What makes the commands easy to type: completion, what was meant, examples, progress."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn.cli import completion
from algebra_tnn.cli.arguments import parser
from algebra_tnn.cli.watching import bar, with_pace


def commands(top: Any, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    below = getattr(top, "commands", {})
    if not below:
        return [(path, top)]
    return [each for name, command in below.items() for each in commands(command, (*path, name))]


COMMANDS = commands(parser())


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[" ".join(path) for path, _ in COMMANDS])
def test_every_example_of_help_is_a_command_that_exists(path: tuple[str, ...], command: Any) -> None:
    examples = re.findall(r"^example: algebra-tnn (.*)$", command.format_help(), re.MULTILINE)
    assert examples, f"{' '.join(path)} has no example"
    for example in examples:
        words = shlex.split(example)
        words = words[: words.index(">")] if ">" in words else words
        read, unread = parser().parse_known_args(words)
        assert read.parser.prog == f"algebra-tnn {' '.join(path)}" and not unread


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["dimenson", "pnn", "3,2,1"], "there is no command 'dimenson'; did you mean 'dimension'?"),
        (["atlas", "swep", "spec.toml"], "there is no command 'swep'; did you mean 'sweep'?"),
        (["dimension", "pnn", "3,2,1", "--degre", "2"], "there is no option '--degre'; did you mean '--degree'?"),
        (["dimension", "pnn", "3,2,1", "--timout=2"], "there is no option '--timout'; did you mean '--timeout'?"),
        (["show", "B3", "B4"], "B4 is more than algebra-tnn show takes"),
        (["hunt", "kruskal-sum-one-shot"], "there is no hunt 'kruskal-sum-one-shot'; did you mean kruskal-sum"),
        (["hunt", "g12"], "there is no hunt 'g12'; about this statement there are identifiable-blocks"),
        (["qqq"], "there is no command 'qqq'; there are list, show"),
        (["dimension", "pnn", "3,2,1", "--timeout", "soon"], "'soon' is no number of seconds"),
        (["dimension", "pnn", "3,2,1", "--memory", "lots"], "write it such as 500M or 4G"),
        (["completion", "ksh"], "invalid choice: 'ksh'"),
    ],
)
def test_what_was_meant(run: Any, arguments: list[str], sentence: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2 and ran.out == "" and sentence in ran.err and ran.err.count("\n") == 1


@pytest.mark.parametrize("shell", completion.SHELLS)
def test_completion_scripts_know_the_commands(run: Any, shell: str) -> None:
    script = run("completion", shell).out
    for word in ("check-decomposition", "timeout", "minimal-fillings"):
        assert word in script


def test_bash_completes(run: Any, tmp_path: Path) -> None:
    script = tmp_path / "algebra-tnn.bash"
    script.write_text(run("completion", "bash").out, encoding="utf-8")
    (tmp_path / "paper.json").write_text("{}", encoding="utf-8")

    def completed(*words: str) -> set[str]:
        line = " ".join(map(shlex.quote, words))
        asked = f"source {script}; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _shtab_algebra_tnn; "
        done = subprocess.run(
            ["bash", "-c", asked + 'printf "%s\\n" "${COMPREPLY[@]}"'], capture_output=True, text=True, cwd=tmp_path
        )
        return set(done.stdout.split())

    assert {"dimension", "depth"} <= completed("algebra-tnn", "d")
    assert {"pnn", "paratuck2", "paper.json"} <= completed("algebra-tnn", "dimension", "p")
    assert "B3" in completed("algebra-tnn", "show", "B")
    assert "kruskal-sum-one-short" in completed("algebra-tnn", "hunt", "k")
    assert "--degree" in completed("algebra-tnn", "dimension", "--de")


def test_progress_says_how_long_it_will_take() -> None:
    assert with_pace("row 3 of 12: x", 6.0) == "[#####...............] row 3 of 12: x (0.5 a second, 18 s left)"
    assert with_pace("1,500 of 3,000 cases", 10.0).endswith("(150 a second, 10 s left)")
    assert with_pace("7 of 3 cases", 1.0) == "7 of 3 cases" and with_pace("0 of 3", 1.0) == "0 of 3"
    assert bar(0, 0) == f"[{'#' * 20}]" and bar(1, 3) == f"[{'#' * 6}{'.' * 14}]"
