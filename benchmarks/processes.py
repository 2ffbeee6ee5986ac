"""Rivals in processes of their own. Each loads its input once, then runs its routine whenever it is asked, and times
the routine itself: neither start-up nor reading counts."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measurement import Contender, Measured, RivalFailed

RIVALS = Path(__file__).parent / "rivals"
FFLAS = RIVALS / "build" / "fflas_rank"
NOT_INSTALLED = "not installed; benchmarks/rivals.sh installs it"
PATIENCE = 1200  # seconds for one answer
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


class Program:
    """A process that prints "ready", and then a line "result CPU-seconds wall-seconds" for each line it is sent."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.name = Path(command[0]).name
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, **environment},
        )
        self.ready = False

    def _line(self) -> str:
        assert self.process.stdout is not None
        watch = threading.Timer(PATIENCE, self.process.kill)
        watch.start()
        try:
            line = self.process.stdout.readline().strip()
        finally:
            watch.cancel()
        if not line:
            raise RivalFailed(f"{self.name} ended without an answer")
        return line

    def answer(self, by_wall: bool = False) -> Measured:
        """Asks once. The first question waits until the input is loaded."""
        assert self.process.stdin is not None
        if not self.ready:
            self.ready = self._line() == "ready"
        try:
            self.process.stdin.write("go\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise RivalFailed(f"{self.name} ended before it was asked") from None
        result, cpu, wall = self._line().split()
        return Measured(int(result), float(wall if by_wall else cpu))


@contextmanager
def program(
    name: str,
    command: Sequence[str | Path],
    environment: Mapping[str, str] = ONE_THREAD,
    *,
    by_wall: bool = False,
    note: str = "",
    repeats: int | None = None,
) -> Iterator[Contender]:
    """A contender that runs in its own process; absent if the command is not there."""
    words = [str(word) for word in command]
    if shutil.which(words[0]) is None:
        yield Contender.absent(name, NOT_INSTALLED)
        return
    running = Program(words, environment)
    try:
        yield Contender(name, lambda: running.answer(by_wall), note, repeats)
    finally:
        running.process.kill()
        running.process.communicate()


def spent_by(command: Sequence[str | Path], folder: Path) -> tuple[subprocess.CompletedProcess[str], float]:
    """What a command answered, and the CPU seconds of its process, start-up included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, cwd=folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def macaulay2(script: str, *arguments: object) -> list[str | Path]:
    """The command that runs one of the scripts in ``rivals/``."""
    return ["M2", "--script", RIVALS / script, *map(str, arguments)]
