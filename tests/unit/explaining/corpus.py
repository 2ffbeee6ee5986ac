"""The certificates that the tests of the checker keep, as texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from algebra_tnn.explaining import Explanation, explanation

FOLDER = Path(__file__).parents[2] / "checker"
ACCEPTED = sorted(path.stem for path in (FOLDER / "accepted").glob("*.json"))


def text(name: str, folder: str = "accepted") -> str:
    return (FOLDER / folder / f"{name}.json").read_text(encoding="utf-8")


@cache  # several tests go through all of them
def explained(name: str) -> Explanation:
    return explanation(text(name))
