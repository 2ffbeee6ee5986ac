"""Loads the checker from its file, so that nothing else of the package is imported, and finds the corpora."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

CHECKER = Path(__file__).parents[2] / "algebra_tnn" / "checker.py"
CORPUS = Path(__file__).parent
ANSWERS = {"accepted": "accepted", "rejected": "rejected", "malformed": "malformed", "over_the_limit": "over the limit"}
REASONS: dict[str, str] = json.loads((CORPUS / "reasons.json").read_text(encoding="utf-8"))


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("checker_from_its_file", CHECKER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders or ANSWERS for path in (CORPUS / folder).glob("*.json"))


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def expected(path: Path) -> str:
    return ANSWERS[path.parent.name]


def valid() -> dict[str, Any]:
    """The accepted certificates by name."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files("accepted")}
