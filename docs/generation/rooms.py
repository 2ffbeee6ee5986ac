"""A page about the rooms of the package as they are: who imports whom, and the tree of folders."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "algebra_tnn"


def pages() -> Iterator[tuple[str, str]]:
    """The one page, by its path."""
    yield (
        "rooms.md",
        f"""# The rooms as they are

Drawn from the code when this page was made. What the rooms are for is said in [the architecture](../architecture.md).

## Who imports whom

{_picture()}

A line stands for imports, the thicker the more there are; imports run downwards, and a test keeps it so.

## The folders

```text
{_tree(PACKAGE)}
```
""",
    )


def _picture() -> str:
    if find_spec("grimp") is None:
        return "The picture needs the package grimp (`pip install -e '.[dev]'`), which was not there."
    from generation.import_graph import picture

    return picture()


def _tree(folder: Path, depth: int = 0) -> str:
    """A line for each folder with modules: its name, how many they are, and the first sentence about it."""
    own = "  " * depth + folder.name + "/"
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    first = (ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or "").partition("\n")[
        0
    ]
    inner = sorted(path.parent for path in folder.glob("*/__init__.py"))
    line = f"{own:28} {len(modules):3}  {first.replace('`', '')}".rstrip()
    return "\n".join([line, *(_tree(each, depth + 1) for each in inner)])
