"""The hunts that are known by name."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module

from algebra_tnn.hunting.named.named_hunt import Named

TOPICS: tuple[str, ...] = (
    "architectures",
    "weights",
    "observations",
    "ranks",
    "decompositions",
    "formats",
    "circuits",
    "graphs",
    "forms",
)

__all__ = ["TOPICS", "Named", "UnknownHunt", "named", "named_hunts"]


class UnknownHunt(LookupError):
    """No hunt has this name."""


def named_hunts() -> tuple[Named, ...]:
    """All of them, in the order of the topics."""
    modules = (import_module(f"{__name__}.{topic}") for topic in TOPICS)
    return tuple(each for module in modules for each in module.HUNTS)


def named(name: str) -> Named:
    """The hunt of this name. Raises: UnknownHunt, which names the nearest ones."""
    known = {each.name: each for each in named_hunts()}
    if name in known:
        return known[name]
    about = [each.name for each in known.values() if each.statement.lower() == name.lower()]
    if about:
        raise UnknownHunt(f"there is no hunt {name!r}; about this statement there are {' and '.join(about)}")
    near = get_close_matches(name.lower(), known, n=2, cutoff=0.3)
    meant = f"; did you mean {' or '.join(near)}?" if near else "; `algebra-tnn hunt` lists them"
    raise UnknownHunt(f"there is no hunt {name[:60]!r}{meant}")
