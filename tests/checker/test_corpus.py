"""Every certificate of the corpora gets its answer, for its reason; and the checker stands alone."""

from __future__ import annotations

import ast
import io
import json
import shutil
import subprocess
import sys
import tokenize
from pathlib import Path

import pytest

from . import support

checker = support.load()
EXIT_CODES = {"accepted": 0, "malformed": 2, "over the limit": 3, "rejected": 4}


def lines_of_code(source: str) -> int:
    """Lines that hold a token other than comments and docstrings."""
    idle = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in idle:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            first, last = node.body[0].lineno, node.body[0].end_lineno
            assert last is not None
            lines.difference_update(range(first, last + 1))
    return len(lines)


def run(arguments: list[str], folder: Path, text: str | None = None) -> tuple[int, list[str]]:
    """In a folder with nothing but a copy of the checker, isolated; more than ten seconds are a failure."""
    alone = folder / "alone"
    alone.mkdir(exist_ok=True)
    shutil.copy(support.CHECKER, alone / "checker.py")
    command = [sys.executable, "-I", "-S", "checker.py", *arguments]
    done = subprocess.run(
        command, cwd=alone, input=text, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


# ------------------------------------------------------------------------------------------------------- the corpora


@pytest.mark.parametrize("path", support.files(), ids=support.name)
def test_answer_and_reason(path: Path) -> None:
    judgement = checker.check(path.read_text(encoding="utf-8"))
    assert judgement.answer == support.expected(path), judgement.reason
    assert "the checker failed" not in judgement.reason
    if judgement.answer != "accepted":
        fragment = support.REASONS[support.name(path)]
        assert fragment and fragment in judgement.reason
        assert judgement.conclusion == checker.Conclusion(False)


def test_generated() -> None:
    from . import corpus  # takes seconds, which the collection of tests should not

    for name, text, answer, fragment in corpus.generated():
        judgement = checker.check(text)
        assert (judgement.answer, fragment in judgement.reason) == (answer, True), (name, judgement.reason)


def test_the_files_are_those_of_the_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from . import corpus

    monkeypatch.setattr(corpus, "FOLDER", tmp_path)
    corpus.main()
    written = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.json")}
    stored = {path.relative_to(support.CORPUS): path.read_bytes() for path in support.CORPUS.rglob("*.json")}
    assert written == stored


def test_every_rule_accepts_and_rejects() -> None:
    rules = {function.__name__.replace("_", "-") for _, functions in checker.KINDS.values() for function in functions}
    for folder in ("accepted", "rejected"):
        certificates = [json.loads(path.read_text(encoding="utf-8")) for path in support.files(folder)]
        assert {step["rule"] for certificate in certificates for step in certificate["steps"]} == rules, folder


def test_enough_files() -> None:
    least = {"accepted": 140, "rejected": 280, "malformed": 480, "over_the_limit": 60}
    assert all(len(support.files(folder)) >= count for folder, count in least.items())


@pytest.mark.parametrize(
    ("name", "extensions", "trusts"),
    [
        ("column-walk", True, ()),
        ("jennrich", True, ()),
        ("jennrich-gf", True, ()),
        ("kruskal", True, ("Kruskal1977",)),
        ("kruskal-shared-premise", True, ()),
        ("kruskal-four-groups", True, ("SidiropoulosBro2000",)),
        ("kruskal-four-groups-two-of-full-rank", True, ()),
        ("kruskal-gf", True, ("LovitzPetrov2023",)),
        ("lovitz-petrov", True, ("LovitzPetrov2023",)),
        ("compound", True, ()),
        ("ideal", True, ()),
        ("points-modulo-prime", False, ()),
        ("uniqueness-of-points", False, ()),
        ("second-decomposition-root", True, ()),
        ("hyperdeterminant", False, ()),
        ("hyperdeterminant-complex", True, ()),
        ("hyperdeterminant-gf-zero", True, ()),
        ("exhaustion", False, ()),
        ("tensor-rank-between-kruskal", True, ()),
        ("tensor-rank-between-hyperdeterminant", True, ()),
        ("border-rank-between", True, ()),
        ("jacobian-minor-gf", True, ()),
        ("overlap", True, ()),
        ("dimension-between-overlap", True, ()),
        ("coefficient-minor-gf", True, ()),
        ("cut-gf", True, ()),
        ("separation-rank-between", True, ()),
        ("cofactors", True, ("DLMF",)),
        ("cofactors-two", True, ("A2020", "B2020")),
        ("cofactors-identity", True, ()),
        ("squares", False, ()),
        ("squares-on-a-line", False, ("A2020",)),
        ("conserved-quantity", True, ()),
        ("conserved-between", True, ()),
        ("masked-minor", False, ()),
    ],
)
def test_conclusion(name: str, extensions: bool, trusts: tuple[str, ...]) -> None:
    judgement = checker.check((support.CORPUS / "accepted" / f"{name}.json").read_text(encoding="utf-8"))
    assert judgement.conclusion == checker.Conclusion(extensions, trusts)
    assert ("and every extension" in judgement.reason) == extensions
    assert judgement.reason.endswith("trusts " + (", ".join(trusts) or "nothing"))


# -------------------------------------------------------------------------------------------------- the command line


@pytest.mark.parametrize("folder", [folder for folder in support.ANSWERS if folder != "over_the_limit"])
def test_each_corpus_alone(folder: str, tmp_path: Path) -> None:
    paths = support.files(folder)
    code, lines = run([str(path) for path in paths], tmp_path)
    answer = support.ANSWERS[folder]
    assert code == EXIT_CODES[answer]
    assert len(lines) == len(paths)
    for path, line in zip(paths, lines, strict=True):
        assert line.startswith(f"{path}: {answer}: ") and support.REASONS.get(support.name(path), "") in line


def test_severity(tmp_path: Path) -> None:
    one = {answer: str(support.files(folder)[0]) for folder, answer in support.ANSWERS.items()}
    for worst, rest in (
        ("rejected", ["malformed", "over the limit", "accepted"]),
        ("malformed", ["over the limit", "accepted"]),
        ("over the limit", ["accepted"]),
    ):
        for order in ([worst, *rest], [*rest, worst]):
            assert run([one[answer] for answer in order], tmp_path)[0] == EXIT_CODES[worst]


def test_standard_input(tmp_path: Path) -> None:
    text = support.files("accepted")[0].read_text(encoding="utf-8")
    for arguments in ([], ["-"]):
        code, lines = run(arguments, tmp_path, text)
        assert code == 0 and len(lines) == 1 and lines[0].startswith("-: accepted: ")
    assert run(["-"], tmp_path, "{")[0] == 2
    assert run(["-"], tmp_path, "")[0] == 2


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_bytes(b"")
    (tmp_path / "latin.json").write_bytes(b'{"format": "\xe9"}')
    (tmp_path / "marked.json").write_bytes(b"\xef\xbb\xbf" + support.files("accepted")[0].read_bytes())
    (tmp_path / "folder").mkdir()
    for name in ("empty.json", "latin.json", "marked.json", "folder", "missing.json"):
        code, lines = run([str(tmp_path / name)], tmp_path)
        assert code == 2 and len(lines) == 1 and f"{name}: malformed: " in lines[0], name


def test_path_that_is_no_text(tmp_path: Path) -> None:
    code, lines = run([str(tmp_path / "\udcff.json")], tmp_path)
    assert code == 2 and "\\udcff.json: malformed: " in lines[0]


@pytest.mark.slow
@pytest.mark.parametrize("path", support.files("over_the_limit"), ids=support.name)
def test_declined_at_once(path: Path, tmp_path: Path) -> None:
    code, [line] = run([str(path)], tmp_path)
    assert code == EXIT_CODES["over the limit"]
    assert line.startswith(f"{path}: over the limit: ") and support.REASONS[support.name(path)] in line


@pytest.mark.slow
def test_generated_alone(tmp_path: Path) -> None:
    from . import corpus

    path = tmp_path / "certificate.json"
    for name, text, answer, _ in corpus.generated():
        path.write_text(text, encoding="utf-8")
        assert run([str(path)], tmp_path)[0] == EXIT_CODES[answer], name


# -------------------------------------------------------------------------------------------------------- the source


def test_only_the_standard_library_is_imported() -> None:
    imported = set()
    for node in ast.walk(ast.parse(support.CHECKER.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module
            imported.add(node.module)
        elif isinstance(node, ast.Name):
            assert node.id not in ("__import__", "exec", "eval", "compile")
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names
    assert "importlib" not in imported and "algebra_tnn" not in imported


def test_every_rule_has_one_yield() -> None:
    """What followed a second one would never run, and the step would count as proved."""
    functions = {
        node.name: node
        for node in ast.parse(support.CHECKER.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }
    rules = {function.__name__ for _, functions in checker.KINDS.values() for function in functions}
    assert rules == {name for name, node in functions.items() if getattr(node.returns, "id", "") == "Rule"}
    for name in rules:
        yields = [node for node in ast.walk(functions[name]) if isinstance(node, ast.Yield | ast.YieldFrom)]
        statements = [node for node in functions[name].body if isinstance(node, ast.Expr) and node.value in yields]
        assert len(yields) == len(statements) == 1 and isinstance(yields[0], ast.Yield), name


def test_at_most_1500_lines_of_code() -> None:
    assert lines_of_code(support.CHECKER.read_text(encoding="utf-8")) <= 1500


def test_lines_of_code() -> None:
    source = '"""Doc\n\nstring."""\n\nx = """a\nb"""  # two lines\n# none\n\ndef f():\n'
    source += '    """None."""\n    return (\n        1\n    )\n'
    assert lines_of_code(source) == 6
