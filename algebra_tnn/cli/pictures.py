"""Pictures by ``--draw``: the place and matplotlib are tried before the work starts."""

from __future__ import annotations

import io
from importlib.util import find_spec
from pathlib import PurePath
from typing import TYPE_CHECKING

from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.writing import Destination, destination, write

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("svg", "png", "pdf")


def picture_destination(path: str | None, source: str) -> Destination | None:
    """Where ``--draw`` writes. Raises: BadInput, also where matplotlib is missing."""
    if path is None:
        return None
    if PurePath(path).suffix[1:].lower() not in FORMATS:
        raise BadInput(f"--draw {path} has no known ending; pictures are written as .{', .'.join(FORMATS)}")
    if find_spec("matplotlib") is None:
        raise BadInput(
            "--draw needs matplotlib, which is not installed; install it, or algebra-tnn with its extra notebooks"
        )
    return destination(path, source, option="--draw", example="cut.svg")


def drawn(figure: Figure, to: Destination) -> str:
    """Writes the picture, the same bytes for the same figure, and says where. Raises: BadInput."""
    from matplotlib import rc_context

    suffix = to.target.suffix[1:].lower() or "svg"
    dated = {"svg": "Date", "pdf": "CreationDate"}.get(suffix)
    content = io.BytesIO()
    with rc_context({"svg.hashsalt": "algebra-tnn", "svg.fonttype": "none"}):
        figure.savefig(content, format=suffix, metadata=None if dated is None else {dated: None})
    write(content.getvalue(), to, "the picture")
    return to.given
