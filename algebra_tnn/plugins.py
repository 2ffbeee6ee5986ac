"""Plug-ins: what other packages add by entry points.

A package can add models, statements and provers (``docs/extending.md``). It cannot add claims, rules or theorems that
may be cited: these are the checker's. A plug-in that is broken is left out, with a sentence on standard error.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

MODELS = "algebra_tnn.models"
STATEMENTS = "algebra_tnn.statements"
PROVERS = "algebra_tnn.provers"


@dataclass(frozen=True)
class Plugin:
    """One entry point: its name, the package that has it, and what it points to."""

    name: str
    package: str
    value: object


@cache
def plugins(group: str) -> tuple[Plugin, ...]:
    """The plug-ins of a group that can be loaded, ordered by package and name; the others are left out.

    >>> plugins("algebra_tnn.nothing")
    ()
    """
    from importlib.metadata import entry_points

    found: dict[str, Plugin] = {}
    for point in sorted(entry_points(group=group), key=lambda point: (_package(point), point.name)):
        package = _package(point)
        if point.name in found:
            left_out(package, point.name, f"{found[point.name].package} has one of this name, too")
            continue
        try:
            found[point.name] = Plugin(point.name, package, point.load())
        except (Exception, SystemExit) as error:  # whatever a foreign module does when it is imported
            left_out(package, point.name, f"{type(error).__name__}: {error}")
    return tuple(found.values())


def _package(point: object) -> str:
    return str(getattr(getattr(point, "dist", None), "name", "a package without a name"))


def left_out(package: str, name: str, reason: str) -> None:
    """Says that a plug-in is left out, and why."""
    warn(package, f"its plug-in {name!r} is left out: {reason}")


def warn(package: str, sentence: str) -> None:
    """One sentence about a package on standard error, unless a handler of the logger ``algebra_tnn`` takes it.

    Processes that this one starts load the same plug-ins and say nothing.
    """
    import logging
    from multiprocessing import parent_process

    if parent_process() is None:
        logging.getLogger("algebra_tnn").warning("algebra-tnn: %s: %s", package, " ".join(sentence.split()))
