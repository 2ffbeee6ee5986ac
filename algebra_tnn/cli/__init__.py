"""The command line: parses, calls and prints; no mathematics.

Everything that is heavy (FLINT, numpy, SymPy, TensorLy) is imported inside the commands that need it, so that
``list``, ``show``, ``check`` and ``--help`` answer at once. What each command prints is in ``docs/command-line.md``.
"""

from __future__ import annotations

import sys

from algebra_tnn.cli.failures import exit_code_of
from algebra_tnn.cli.supervision import keep_limits, supervised

__all__ = ["main", "program"]


def program() -> int:
    """Runs the command that the process was started with, in a child process that cannot hang or abort this one."""
    return supervised(main)


def main(argv: list[str] | None = None) -> int:
    """Runs one command and returns its exit code; no exception escapes."""
    arguments = sys.argv[1:] if argv is None else argv

    def run() -> int:
        from algebra_tnn.cli.arguments import options_of  # here, so that Ctrl-C while it is imported is caught, too

        options = options_of(arguments)
        keep_limits(options)
        return int(options.run(options))

    return int(exit_code_of(run, arguments))
