"""What holds for the whole repository and no linter knows: exact/ stays exact, the project speaks of itself alone."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXACT = sorted((ROOT / "algebra_tnn" / "exact").glob("*.py"))


def float_uses(source: str) -> list[int]:
    """Lines with a float literal, a call of float(), or a true division of two literals."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, (float, complex))
        call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("float", "complex")
        if literal or call:
            lines.append(node.lineno)
    return lines


@pytest.mark.parametrize("path", EXACT, ids=lambda path: path.name)
def test_no_bare_float_in_exact(path: Path) -> None:
    assert float_uses(path.read_text()) == []


def test_float_uses_are_noticed() -> None:
    assert float_uses("x = 0.5\ny = float(3)\nz = 1 / 3") == [1, 2]


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name]


def test_files_name_no_machine_and_no_registry() -> None:
    paths = re.compile(r"(?<![\w.~-])/(?:work|root|farm)/[a-z]")
    hosts = re.compile("index" + r"-url|https?://\S*/simple/?")
    for path in tracked():
        if path.exists() and path != Path(__file__) and path.suffix not in (".xz", ".sqlite"):
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not paths.search(text), f"{path} names a path of a machine"
            assert not hosts.search(text), f"{path} names a registry"


def test_version_is_said_once() -> None:
    import algebra_tnn

    project = (ROOT / "pyproject.toml").read_text()
    assert "version" in project and algebra_tnn.__version__ == "0.1.0"
    assert 'dynamic = ["version"]' in project


def test_light_start() -> None:
    """The package itself imports nothing heavy."""
    code = "import sys, algebra_tnn, algebra_tnn.checker; print([m for m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    for name in ("sympy", "tensorly", "scipy", "numpy", "flint"):
        assert f"'{name}'" not in loaded
