"""What goes wrong, as one sentence on stderr and an exit code. No traceback is printed, and no exception escapes."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum

from algebra_tnn.cli.terminal import speak


class Exit(IntEnum):
    PROVED = 0  # also: the bounds meet, everything is as recorded, every certificate is accepted
    REFUTED = 1  # also: something is not as recorded
    BAD_INPUT = 2  # also: no certificate
    UNDECIDED = 3  # also: the bounds do not meet, or a limit was reached
    REJECTED = 4
    INTERNAL = 70
    INTERRUPTED = 130
    CLOSED_OUTPUT = 141  # as a program that SIGPIPE ends; no answer was read, so it is none of the above


class Failure(Exception):
    """Ends the command with a sentence and an exit code."""

    exit = Exit.INTERNAL


class BadInput(Failure):
    exit = Exit.BAD_INPUT


class Interrupted(Failure):
    exit = Exit.INTERRUPTED


class TimeIsOver(Failure):
    exit = Exit.UNDECIDED


class OutOfTime(KeyboardInterrupt):
    """The time that the command was allowed is over: nothing is lost that Ctrl-C would not lose."""


def cut_short(stop: KeyboardInterrupt, how_far: str) -> Failure:
    """What Ctrl-C, or the end of the time, is to the user: how far the command got."""
    if isinstance(stop, OutOfTime):
        return TimeIsOver(f"out of time {how_far}; allow more with --timeout, or ask for less")
    return Interrupted(f"interrupted {how_far}")


class UnwritableOutput(Failure):
    exit = Exit.BAD_INPUT


class ClosedOutput(Failure):
    exit = Exit.CLOSED_OUTPUT


def exit_code_of(work: Callable[[], int], arguments: Sequence[str]) -> int:
    """The exit code of the work; a failure becomes its sentence on stderr."""
    digits = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)  # input has its own limit; what is computed from it may be longer
    try:
        _tolerant_output()
        try:
            try:
                code = work()
            except SystemExit as end:  # argparse, after --help and --version
                code = end.code if isinstance(end.code, int) else Exit.PROVED
            flush()
        except KeyboardInterrupt as stop:
            raise cut_short(stop, "before there was an answer") from None
        return int(code)
    except ClosedOutput as failure:
        _discard_output()
        return failure.exit
    except Failure as failure:
        if isinstance(failure, UnwritableOutput):
            _discard_output()
        complain(str(failure))
        return failure.exit
    except BaseException as error:
        return _of_exception(error, arguments)
    finally:
        sys.set_int_max_str_digits(digits)


def _of_exception(error: BaseException, arguments: Sequence[str]) -> int:
    with contextlib.suppress(Failure):
        flush()
    if is_rejection(error):
        complain(f"{one_line(str(error))}; this is an error in algebra-tnn, not an answer")
        return Exit.REJECTED
    if isinstance(error, OverflowError) or (isinstance(error, ValueError) and str(error).startswith("Exceeds the lim")):
        complain(f"over a limit: {one_line(str(error))}")
        return Exit.UNDECIDED
    if isinstance(error, MemoryError):
        complain("over a limit: the memory does not suffice for this input")
        return Exit.UNDECIDED
    complain(f"internal error ({short(error)}); {report(error, arguments)}")
    return Exit.INTERNAL


def is_rejection(error: BaseException) -> bool:
    """Whether the checker rejected what a prover returned; asked without importing the provers."""
    verification = sys.modules.get("algebra_tnn.verification")
    return verification is not None and isinstance(error, verification.CertificateRejected)


def short(error: BaseException) -> str:
    text = one_line(f"{type(error).__name__}: {error}")
    return text if len(text) <= 200 else text[:197] + "..."


def report(error: BaseException, arguments: Sequence[str]) -> str:
    """Writes the traceback to a file in the temporary directory; the clause that says where it is."""
    import platform
    import tempfile
    import traceback

    from algebra_tnn import __version__

    lines = [
        f"algebra-tnn {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"arguments: {list(arguments)}",
        "".join(traceback.format_exception(error)),
    ]
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="algebra-tnn-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as file:
            file.write("\n".join(lines))
    except OSError as failure:
        return f"the report could not be written ({failure.strerror})"
    return f"the report is in {file.name}"


def complain(sentence: str) -> None:
    """One line on stderr."""
    if sys.stderr is None:  # print would then choose stdout
        return
    speak()
    with contextlib.suppress(OSError, ValueError):
        print(f"algebra-tnn: {one_line(sentence)}", file=sys.stderr, flush=True)


def one_line(text: str) -> str:
    return " ".join(text.split())


def flush() -> None:
    """Writes what is buffered for stdout. Raises: ClosedOutput, UnwritableOutput."""
    with output_errors():
        if sys.stdout is not None:
            sys.stdout.flush()


@contextlib.contextmanager
def output_errors() -> Iterator[None]:
    """Turns errors of stdout into failures of their own, so that they are never mistaken for errors of input."""
    try:
        yield
    except BrokenPipeError:
        raise ClosedOutput from None
    except OSError as error:
        raise UnwritableOutput(f"the answer could not be written to standard output: {error.strerror}") from None


def _tolerant_output() -> None:
    """A character that the terminal's encoding lacks is printed as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _discard_output() -> None:
    """Sends the rest to nowhere: otherwise Python complains, with an exit code of its own, when it flushes at exit."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
