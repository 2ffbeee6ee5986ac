"""Durability: kills, disks and rights of a real system; each in a process of its own."""

from __future__ import annotations

import os
import pwd
import resource
import shutil
import signal
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from algebra_tnn.atlas.store import Atlas, AtlasError
from tests.unit.atlas.killing import kills
from tests.unit.atlas.sample_rows import sample_row


@pytest.fixture
def path() -> Iterator[Path]:
    """Of a file with ten rows, in a folder that others can reach, as those of pytest are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    with Atlas.created(folder / "a.sqlite") as atlas:
        atlas.add(sample_row(number) for number in range(10))
    yield folder / "a.sqlite"
    shutil.rmtree(folder)


def said_by_a_process(work: Callable[[], object]) -> str:
    """What the work says, done by a process that may not do everything: the sentence of an AtlasError, or "fine"."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        answer = "fine"
        try:
            if os.geteuid() == 0:
                os.setuid(pwd.getpwnam("nobody").pw_uid)
            work()
        except BaseException as error:  # it must not go on as a test run
            answer = str(error) if isinstance(error, AtlasError) else repr(error)
        os.write(writing, answer.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answers:
        answer = answers.read()
    os.waitpid(child, 0)
    return answer


def read(path: Path) -> None:
    with Atlas.reading(path) as atlas:
        if len(list(atlas.stored())) != 10:
            raise ValueError("rows are missing")


def add(path: Path) -> None:
    with Atlas.writing(path) as atlas:
        atlas.add([sample_row(10)])


def test_a_file_and_a_folder_that_are_read_only(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)
    assert said_by_a_process(lambda: read(path)) == "fine"
    assert "cannot be written to" in said_by_a_process(lambda: add(path))
    assert "cannot be written to" in said_by_a_process(lambda: Atlas.created(path.with_name("new.sqlite")))
    path.parent.chmod(0o777)
    lock = path.with_name(path.name + ".lock")
    lock.chmod(0o666)
    assert said_by_a_process(lambda: read(path)) == "fine"
    assert "is read-only" in said_by_a_process(lambda: add(path))
    path.chmod(0)
    assert "Permission denied" in said_by_a_process(lambda: read(path))
    path.chmod(0o644)
    read(path)


@pytest.mark.slow
def test_a_file_that_may_not_grow(path: Path) -> None:
    """The limit on the sizes of files is the system's own way to refuse a write."""
    path.parent.chmod(0o777)
    for each in path.parent.iterdir():
        each.chmod(0o666)

    def grow() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
        with Atlas.writing(path) as atlas:
            atlas.add(sample_row(number) for number in range(100, 1000))

    said = said_by_a_process(grow)
    assert "--resume" in said and str(path) in said
    read(path)


def test_a_killed_writer_gives_up_its_lock(path: Path) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            atlas = Atlas.writing(path)
            os.write(writing, b"1")
            signal.pause()
            atlas.close()
        finally:
            os._exit(1)
    try:
        os.read(reading, 1)
        with pytest.raises(AtlasError, match=rf"another process \({child}\)"):
            Atlas.writing(path)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    add(path)
    os.close(reading)
    os.close(writing)


@pytest.mark.slow
def test_kills_lose_no_row_that_was_stored(tmp_path: Path) -> None:
    assert kills(5, tmp_path / "a.sqlite", seed=1) > 0


@pytest.mark.slow
def test_rows_are_read_one_after_the_other(tmp_path: Path) -> None:
    with Atlas.created(tmp_path / "a.sqlite") as atlas:
        atlas.add(sample_row(number) for number in range(4000))
    tracemalloc.start()
    with Atlas.reading(tmp_path / "a.sqlite") as atlas:
        assert sum(1 for _ in atlas.stored()) == 4000
        streamed = tracemalloc.get_traced_memory()[1]
        tracemalloc.reset_peak()
        several = list(atlas.stored())
    whole = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(several) == 4000 and 20 * streamed < whole
