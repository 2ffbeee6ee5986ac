"""The theorem library: its statements, and the proofs and counterexamples that go with them.

The text of a statement is in ``proofs/index.toml`` and nowhere else; a proof is a file ``proofs/<theme>/<name>.py`` and
is named ``<theme>/<name>``. Plug-ins add libraries of their own. Reading imports none of the mathematics; only
:func:`load`, :func:`run` and :func:`answers` do.
"""

from algebra_tnn.library.additions import Addition, NotAdded, added
from algebra_tnn.library.index import BadIndex, Statement, Status
from algebra_tnn.library.installation import (
    LibraryNotFound,
    areas,
    citation,
    docstring,
    folder,
    installed,
    load,
    run,
    selected,
    statement,
    statements,
)
from algebra_tnn.library.libraries import Library, Outcome, UnknownStatement
from algebra_tnn.library.processes import Ended, NoProcesses, answers
from algebra_tnn.library.references import bibliography, one_line

__all__ = [
    "Addition",
    "BadIndex",
    "Ended",
    "Library",
    "LibraryNotFound",
    "NoProcesses",
    "NotAdded",
    "Outcome",
    "Statement",
    "Status",
    "UnknownStatement",
    "added",
    "answers",
    "areas",
    "bibliography",
    "citation",
    "docstring",
    "folder",
    "installed",
    "load",
    "one_line",
    "run",
    "selected",
    "statement",
    "statements",
]
