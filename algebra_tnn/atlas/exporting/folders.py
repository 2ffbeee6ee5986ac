"""The folder of an export: it appears whole or not at all, and nothing is replaced but an earlier export."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any

from algebra_tnn.atlas.store import AtlasError

MARKER = "atlas-export.json"  # tells an export from other folders; written last
_FORMAT = "export of an atlas by algebra_tnn"


@contextmanager
def replaced(folder: str | os.PathLike[str]) -> Iterator[Path]:
    """A new folder beside the one that is meant; it takes its place when the work is done, and vanishes otherwise.

    Raises: AtlasError if the place is taken or cannot be written.
    """
    try:
        target = Path(folder).resolve()  # a link stays a link: the folder that it points to is replaced
        _check_free(target, str(folder))
        staging = _beside(target)
        staging.mkdir()
        try:
            yield staging
            _mark(staging)
            _swap(staging, target)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise AtlasError(f"the export could not be written to {folder}: {error.strerror or error}") from None


def size_of(folder: Path) -> tuple[int, int]:
    """How many files, and bytes, a folder holds with all that is in it."""
    sizes = [os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(folder) for name in names]
    return len(sizes), sum(sizes)


def _check_free(target: Path, given: str) -> None:
    if not target.parent.is_dir():
        raise AtlasError(f"{given}: the folder {target.parent} does not exist; create it first")
    if not target.exists():
        return
    if not target.is_dir():
        raise AtlasError(f"{given} is a file; give the name of a folder, which is new, empty or an earlier export")
    if not any(target.iterdir()):
        return
    earlier = _marked(target / MARKER)
    if earlier is None:
        raise AtlasError(
            f"{given} holds files and is no earlier export; give the name of a folder that is new, empty or an "
            "earlier export"
        )
    foreign = sorted({path.name for path in target.iterdir()} - {MARKER, *earlier["names"]})
    if foreign or size_of(target)[0] > earlier["files"] + 1:
        which = f"{foreign[0]}, which" if foreign else "files that"
        raise AtlasError(
            f"{given} holds {which} the earlier export did not write, and all of it would be replaced; move them "
            "elsewhere, or give the name of another folder"
        )


def _marked(path: Path) -> dict[str, Any] | None:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        if read["format"] == _FORMAT and isinstance(read["files"], int):
            return {"names": set(map(str, read["names"])), "files": read["files"]}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass
    return None


def _mark(staging: Path) -> None:
    about = {
        "format": _FORMAT,
        "names": sorted(path.name for path in staging.iterdir()),
        "files": size_of(staging)[0],
    }
    (staging / MARKER).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def _swap(staging: Path, target: Path) -> None:
    """Two renames; what was there is deleted after them, or put back."""
    if not target.exists():
        staging.rename(target)
        return
    old = _beside(target)
    target.rename(old)
    try:
        staging.rename(target)
    except BaseException:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{token_hex(4)}")
