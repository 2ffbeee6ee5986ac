"""Atlas files that commands read, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from algebra_tnn.cli.failures import BadInput

if TYPE_CHECKING:
    from algebra_tnn.atlas.store import Atlas


@contextmanager
def atlas_errors() -> Iterator[None]:
    """What is wrong with an atlas, a specification or a query is bad input."""
    from algebra_tnn.atlas.store import AtlasError

    try:
        yield
    except AtlasError as error:
        raise BadInput(str(error)) from None


@contextmanager
def opened(path: str) -> Iterator[Atlas]:
    """The atlas in the file, to be read. Raises: BadInput."""
    from algebra_tnn.atlas.store import Atlas

    with atlas_errors(), Atlas.reading(path) as atlas:
        yield atlas
