from __future__ import annotations

import contextlib
import io
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn.exact import containment
from algebra_tnn.exact.containment import ChildDied, contained, report

linux = pytest.mark.skipif(sys.platform != "linux", reason="the system does not limit the address space")
HERE = Path(__file__).parent


@pytest.fixture(scope="module", autouse=True)
def jobs() -> Iterator[Any]:
    """The functions that children run, importable by name."""
    sys.path.insert(0, str(HERE))
    import containment_jobs

    yield containment_jobs
    sys.path.remove(str(HERE))


def death(function: Callable[..., Any], *arguments: Any, **budgets: Any) -> ChildDied:
    with pytest.raises(ChildDied) as caught:
        contained(function, *arguments, **budgets)
    sentence = str(caught.value)
    assert sentence.count("\n") == 0
    assert sentence.count(";") == 1, "what happened; what to do"
    return caught.value


def exists(process: int) -> bool:
    """Whether the process runs; one that has ended and waits for its parent does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def soon(condition: Callable[[], bool], seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def number_in(path: Path) -> int:
    assert soon(lambda: path.exists() and path.read_text() != "")
    return int(path.read_text())


def test_the_value_comes_from_another_process(jobs: Any, tmp_path: Path) -> None:
    process, leads = contained(jobs.process_of, str(tmp_path / "number"))
    assert process != os.getpid()
    assert leads
    assert not exists(process)
    with pytest.raises(ChildProcessError):
        os.waitpid(process, os.WNOHANG)  # nothing is left to wait for


def test_long_arguments_and_values_pass(jobs: Any) -> None:
    value = (os.urandom(2**20) * 8, 3**1000, {"a": (1, 2)}, None)
    assert contained(jobs.echo, value) == value


def test_the_limit_on_digits_is_that_of_the_parent(jobs: Any) -> None:
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(98765)
    try:
        assert contained(jobs.digits_allowed) == 98765
    finally:
        sys.set_int_max_str_digits(before)


@pytest.mark.parametrize(("name", "arguments"), [("forever", ()), ("factored", (600,))])
def test_time_ends_what_does_not_listen(jobs: Any, name: str, arguments: tuple[int, ...]) -> None:
    error = death(getattr(jobs, name), *arguments, seconds=0.2, name="the example")
    assert str(error) == "the example was not done after 0.2 seconds; allow more time, or ask for less"
    assert error.reason == "time"


def test_reports_arrive_and_the_last_survives(jobs: Any) -> None:
    seen: list[Any] = []
    assert contained(jobs.stages, 3, "", progress=seen.append) == 3
    assert seen == [{"stage": 0}, {"stage": 1}, {"stage": 2}]
    assert death(jobs.stages, 3, "abort", progress=seen.append).last == {"stage": 2}
    assert seen[3:] == seen[:3]
    assert death(jobs.stages, 2, "forever", seconds=0.2).last == {"stage": 1}
    assert death(jobs.stages, 0, "abort").last is None


def test_reports_outside_of_children_do_nothing() -> None:
    report("nobody listens")


@linux
@pytest.mark.parametrize(("name", "argument"), [("filled", 4000), ("expanded", 60)])
def test_memory_ends_with_a_sentence(jobs: Any, name: str, argument: int) -> None:
    """Python raises MemoryError, and FLINT ends the process."""
    error = death(getattr(jobs, name), argument, megabytes=200, name="the example")
    assert str(error) == (
        "the example needed more memory than the 200 megabytes that it was allowed; allow more, or ask for less"
    )
    assert error.reason == "memory"


@linux
def test_memory_that_suffices(jobs: Any) -> None:
    assert contained(jobs.filled, 300, megabytes=400) == 300 * 2**20


def test_a_composite_modulus_ends_only_the_child(jobs: Any) -> None:
    error = death(jobs.composite, 6)
    assert error.reason == "death"
    assert "containment_jobs.composite was ended by SIGABRT" in str(error)
    assert "before it had an answer; ask for less" in str(error)


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGKILL])
def test_ends_by_signals(jobs: Any, number: signal.Signals) -> None:
    assert f"was ended by {number.name} before it" in str(death(jobs.ended_by, int(number)))


def test_ends_by_exit(jobs: Any) -> None:
    assert "ended with exit code 3 before it had an answer" in str(death(jobs.exits, 3))


def test_exceptions_come_back_as_themselves(jobs: Any) -> None:
    with pytest.raises(ValueError, match="the entry is 3; it is even") as caught:
        contained(jobs.raises, "plain")
    assert 'raise ValueError("the entry is 3; it is even")' in caught.value.__notes__[0]


def test_what_is_printed_goes_to_stderr(jobs: Any, capfd: pytest.CaptureFixture[str]) -> None:
    assert contained(jobs.prints, "hello") == "printed"
    out, err = capfd.readouterr()
    assert out == ""
    assert sorted(err.splitlines()) == ["and by file number", "hello", "hello"]


def test_values_that_cannot_be_read(jobs: Any) -> None:
    error = death(jobs.unreadable)
    assert "unreadable sent what cannot be read here (ValueError: invalid literal for int()" in str(error)
    assert error.reason == "death"


def test_functions_without_a_name_are_refused(jobs: Any) -> None:
    def local() -> int:
        return 1

    for function in (local, lambda: 1):
        with pytest.raises(TypeError, match=r"a child process cannot find .*; define it at the top level of a module"):
            contained(function)


@pytest.mark.parametrize("budget", [{"seconds": 0}, {"seconds": -1}, {"megabytes": 0}])
def test_budgets_are_positive(jobs: Any, budget: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"the budget of .*echo is .*; give a positive number, or None for no limit"):
        contained(jobs.echo, 1, **budget)


def last_report(function: Callable[..., Any]) -> Any:
    """Stops the function at its first report: an exception of ``progress`` ends the child."""

    def stop(value: Any) -> None:
        raise StopIteration(value)

    with pytest.raises(StopIteration) as caught:
        contained(function, progress=stop)
    return caught.value.value


def test_an_exception_of_progress_ends_the_child(jobs: Any) -> None:
    assert not exists(last_report(jobs.busy))


def test_grandchildren_end_as_well(jobs: Any) -> None:
    grandchild = last_report(jobs.with_grandchild)
    assert soon(lambda: not exists(grandchild))


@linux
def test_a_child_in_a_child_ends_as_well(jobs: Any) -> None:
    """It is in a group of its own, but its parent's end closes the stream that it listens to."""
    innermost = last_report(jobs.nested)
    assert soon(lambda: not exists(innermost))


PARENT = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell in the background lets its children ignore
sys.path.insert(0, {here!r})
import containment_jobs
from algebra_tnn.exact.containment import contained
try:
    contained(containment_jobs.forever_after, {path!r})
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def parent_of_a_busy_child(path: Path) -> subprocess.Popen[str]:
    """A script without a guard around what it does, with a child that is busy in C."""
    code = PARENT.format(here=str(HERE), path=str(path))
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


def test_control_c_ends_the_child_and_is_raised(jobs: Any, tmp_path: Path) -> None:
    path = tmp_path / "number"
    with parent_of_a_busy_child(path) as parent:
        child = number_in(path)
        assert exists(child)
        parent.send_signal(signal.SIGINT)
        out, _ = parent.communicate(timeout=20)
    assert out == "interrupted\n"
    assert parent.returncode == 0
    assert not exists(child)


@linux
def test_the_child_ends_when_its_parent_is_killed(jobs: Any, tmp_path: Path) -> None:
    path = tmp_path / "number"
    with parent_of_a_busy_child(path) as parent:
        child = number_in(path)
        parent.kill()
    assert soon(lambda: not exists(child))


def test_children_of_several_threads(jobs: Any) -> None:
    found: list[Any] = []
    before = threading.active_count()
    threads = [threading.Thread(target=lambda i=i: found.append(contained(jobs.echo, i))) for i in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [0, 1, 2]
    assert threading.active_count() == before


# The child's side, in this process.


class Answer:
    def __init__(self, function: Callable[..., Any], *arguments: Any, megabytes: int | None = None) -> None:
        limits = {"megabytes": megabytes, "digits": sys.get_int_max_str_digits()}
        channel = io.BytesIO()
        containment._answer(io.BytesIO(pickle.dumps(limits) + pickle.dumps((function, arguments))), channel)
        channel.seek(0)
        self.messages: list[tuple[str, Any]] = []
        with contextlib.suppress(EOFError):
            while True:
                self.messages.append(pickle.load(channel))


def test_messages(jobs: Any) -> None:
    assert Answer(max, 3, 4).messages == [("ready", None), ("value", 4)]
    kinds, contents = zip(*Answer(divmod, 1, 0).messages, strict=True)
    assert kinds == ("ready", "error")
    assert isinstance(contents[1], ZeroDivisionError)


def test_exceptions_and_values_that_do_not_survive_pickling(jobs: Any) -> None:
    for kind, wanted in (("exit", SystemExit(5)), ("precise", RuntimeError("Precise: the entry is 3"))):
        name, error = Answer(jobs.raises, kind).messages[-1]
        assert (name, repr(error)) == ("error", repr(wanted))
        assert "In the child process:" in error.__notes__[0]
    name, error = Answer(jobs.lock).messages[-1]
    assert name == "error"
    assert "the value of containment_jobs.lock cannot be sent from one process to another: " in str(error)


@linux
def test_the_limit_is_on_top_of_what_is_there(monkeypatch: pytest.MonkeyPatch, jobs: Any) -> None:
    import resource

    def address_space() -> int:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()

    asked: dict[int, tuple[int, int]] = {}
    there = [address_space()]  # again at each request: a thread of another test that ends gives back its stack

    def request(kind: int, limits: tuple[int, int]) -> None:
        there.append(address_space())
        asked[kind] = limits

    monkeypatch.setattr(resource, "setrlimit", request)
    Answer(max, 3, 4, megabytes=100)
    assert min(there) + 99 * 2**20 < asked[resource.RLIMIT_AS][0] < max(there) + 200 * 2**20
    assert asked[resource.RLIMIT_CORE] == (0, 0)
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (5, 5))
    Answer(max, 3, 4, megabytes=100)
    assert asked[resource.RLIMIT_AS] == (5, 5)


def test_systems_without_limits(monkeypatch: pytest.MonkeyPatch, jobs: Any) -> None:
    """As on Windows: there is no module to ask, and the function runs all the same."""
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    assert Answer(max, 3, 4, megabytes=100).messages[-1] == ("value", 4)


def test_without_groups_the_child_alone_is_ended(monkeypatch: pytest.MonkeyPatch, jobs: Any) -> None:
    monkeypatch.setattr(containment, "_WINDOWS", True)
    assert death(jobs.forever, seconds=0.1).reason == "time"
