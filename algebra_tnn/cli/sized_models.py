"""What families have in common that take sizes and activations as options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from algebra_tnn.cli.failures import BadInput

if TYPE_CHECKING:
    from algebra_tnn.explore.dimensions import Model

M = TypeVar("M", bound="Model")


def refuse_arguments(name: str, rest: list[str], example: str) -> None:
    """Raises: BadInput if there are any."""
    if rest:
        raise BadInput(f"{name} has {len(rest)} arguments; it takes its sizes as options, such as {example}")


def require_options(options: argparse.Namespace, name: str, needed: Iterable[str], example: str) -> None:
    """Raises: BadInput for the first one that is not given."""
    for option in needed:
        if getattr(options, option) is None:
            raise BadInput(f"{name} has no --{option}; it is needed, such as in {example}")


def require_one_activation(options: argparse.Namespace, name: str, *, is_needed: bool) -> None:
    """Raises: BadInput if several options say which activations there are, or none does and it is needed."""
    given = [option for option in ("degree", "degrees", "activation") if getattr(options, option) is not None]
    if len(given) > 1 or (is_needed and not given):
        raise BadInput(
            f"{name} has {' and '.join(f'--{option}' for option in given) or 'no degree'}; give one of --degree, "
            "--degrees and --activation"
        )


def model_of_sizes(built: Callable[[], M]) -> M:
    """The model, if there is one of these sizes and its law is not too large. Raises: BadInput."""
    try:
        found = built()
        found.law()  # says what is too large
    except (TypeError, ValueError) as error:
        raise BadInput(str(error)) from None
    return found
