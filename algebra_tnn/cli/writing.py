"""Writing a file: the place is checked before the work starts, and the file appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from algebra_tnn.cli.failures import BadInput

if TYPE_CHECKING:
    from algebra_tnn.certificates import Certificate


@dataclass(frozen=True, slots=True)
class Destination:
    """Where -o writes: the path as it was given, and the file that it points to."""

    given: str
    target: Path


def destination(path: str | None, source: str, *, option: str = "-o", example: str = "cert.json") -> Destination | None:
    """Where the option writes, checked to be writable. Raises: BadInput."""
    if path is None:
        return None
    try:
        target = Path(path).resolve()  # a link stays a link: what it points to is replaced
        if target.is_dir():
            raise BadInput(
                f"{option} {path} is a folder; give the name of a file in it, such as {path.rstrip('/')}/{example}"
            )
        if not target.parent.is_dir():
            raise BadInput(f"{option} {path}: the folder {target.parent} does not exist; create it first")
        if source != "-" and target.exists() and os.path.exists(source) and target.samefile(source):
            raise BadInput(f"{option} {path} is the input file; give another name")
        if _is_special(target):
            return Destination(path, target)
        if target.exists() and not os.access(target, os.W_OK):
            raise BadInput(f"{option} {path} is not writable; give another name")
        _create(_beside(target), b"")
        _beside(target).unlink()
    except (OSError, ValueError, RuntimeError) as error:
        raise BadInput(f"{option} {path} is not writable: {getattr(error, 'strerror', None) or error}") from None
    return Destination(path, target)


def saved(certificate: Certificate | None, to: Destination | None) -> tuple[str | None, BadInput | None]:
    """Where the certificate was written; or why it could not be, to be raised once the answer is printed."""
    if certificate is None or to is None:
        return None, None
    sys.set_int_max_str_digits(0)  # the checker, which ran in between, sets its own limit
    try:
        write(certificate.to_json().encode(), to, "the certificate")
    except BadInput as failure:
        return None, failure
    return to.given, None


def write(content: bytes, to: Destination, what: str) -> None:
    """Replaces the file by the content at once, or leaves it as it was. Raises: BadInput."""
    target = to.target
    try:
        if _is_special(target):  # a device or a pipe is written to, not replaced
            target.write_bytes(content)
            return
        with suppress(FileNotFoundError):
            _beside(target).unlink()
        try:
            _create(_beside(target), content)
            if target.exists():
                shutil.copymode(target, _beside(target))
            os.replace(_beside(target), target)
        except BaseException:
            with suppress(OSError):
                _beside(target).unlink()
            raise
    except OSError as error:
        raise BadInput(f"{what} could not be written to {target}: {error.strerror}") from None


def _is_special(target: Path) -> bool:
    return target.exists() and not target.is_file()


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}")


def _create(path: Path, content: bytes) -> None:
    with open(path, "xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
