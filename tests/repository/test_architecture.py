"""ARCHITECTURE.md is true of the tree: its rooms, and the order in which they import each other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGE = ROOT / "algebra_tnn"
UNLISTED = {"__init__.py", "__init__.pyi", "__main__.py", "py.typed", "__pycache__"}


def rooms() -> set[str]:
    """The places that the first column of the table names, without the slashes of folders."""
    return {
        name.rstrip("/") for row in re.findall(r"^\| (`.*?) \|", TEXT, re.M) for name in re.findall(r"`(.*?)`", row)
    }


def test_every_room_is_in_the_table() -> None:
    there = {path.name for path in PACKAGE.iterdir() if path.name not in UNLISTED}
    named = {name for name in rooms() if not (ROOT / name).is_dir() or (PACKAGE / name).is_dir()}
    assert there == {name for name in named if (PACKAGE / name).exists()}
    assert named == there, "the table names a room that does not exist"


def test_the_order_of_imports_is_the_one_that_is_kept() -> None:
    contract = next(one for one in SETTINGS["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    kept = [set(re.findall(r"algebra_tnn\.(\w+)", layer)) for layer in contract["layers"]]
    line = next(line for line in TEXT.splitlines() if line.startswith("cli > "))
    assert [set(re.findall(r"\w+", layer)) for layer in line.split(" > ")] == kept


def test_the_island_is_told_about_every_room() -> None:
    """A room that is added is added to the contracts, too."""
    packages = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    contracts = SETTINGS["tool"]["importlinter"]["contracts"]
    island = next(one for one in contracts if one.get("source_modules") == ["algebra_tnn.checker"])
    assert packages <= {name.removeprefix("algebra_tnn.") for name in island["forbidden_modules"]}


def test_every_package_travels_in_the_wheel() -> None:
    listed = set(SETTINGS["tool"]["setuptools"]["packages"])
    there = {".".join(path.parent.relative_to(ROOT).parts) for path in PACKAGE.rglob("__init__.py")}
    assert there == {name for name in listed if not name.startswith(("algebra_tnn._atlas", "algebra_tnn._proofs"))}
    themes = {f"algebra_tnn._proofs.{path.name}" for path in (ROOT / "proofs").iterdir() if any(path.glob("*.py"))}
    assert themes <= listed
