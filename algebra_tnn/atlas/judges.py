"""Processes that judge rows of an atlas, each with a connection of its own."""

from __future__ import annotations

import contextlib
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import TimeoutError as OutOfTime
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from algebra_tnn.atlas.proved_claims import Proved, proved
from algebra_tnn.atlas.row_judgements import Problem, printable, problem_of
from algebra_tnn.atlas.store import Atlas
from algebra_tnn.text.spelling import short

Keys: TypeAlias = tuple[str, ...]

SECONDS = 200  # for the rows of one call: the checker declines what takes more than some twenty seconds
AHEAD = 3  # calls for each process that are handed out before their answers are read
REMEMBERED = 1000  # certificates that several rows may have in common


@dataclass(frozen=True, slots=True)
class Verdicts:
    """About some rows: how many there were, and what is wrong."""

    rows: int = 0
    wrong_rows: int = 0
    certificates: int = 0
    trusts: frozenset[str] = field(default_factory=frozenset)
    problems: tuple[Problem, ...] = ()


class Judge:
    """Judges rows of an open atlas by their keys."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._proved = lru_cache(maxsize=REMEMBERED)(lambda digest: proved(atlas.certificate(digest)))

    def verdicts(self, keys: Keys) -> Verdicts:
        certificates, trusts, problems = 0, set[str](), list[Problem]()

        def certified(digest: str) -> Proved:
            nonlocal certificates
            certificates += 1
            found = self._proved(digest)
            trusts.update(found.trusts)
            return found

        for key in keys:
            try:
                row = self._atlas.row(key)
            except ValueError as error:  # AtlasError, or a key that is no text
                problems.append(Problem(short(key), "", "malformed", f"it cannot be read: {printable(str(error))}"))
                continue
            if row is not None and (problem := problem_of(row, certified)) is not None:
                problems.append(problem)
        return Verdicts(len(keys), len(problems), certificates, frozenset(trusts), tuple(problems))


def judgements(path: str | Path, chunks: Iterable[Keys], jobs: int) -> Iterator[Verdicts]:
    """Of all chunks of keys, as they come; with one job in this process, else in processes that can be ended.

    A process that dies, or takes too long, is one of rows that are over the limit: those of its chunk are asked again,
    one by one.
    """
    if jobs == 1:
        with Atlas.reading(path) as atlas:
            judge = Judge(atlas)
            yield from map(judge.verdicts, chunks)
        return
    from pebble import ProcessPool

    context = multiprocessing.get_context("spawn")  # a fork would share connections and the threads of BLAS
    pool: Any = ProcessPool(max_workers=jobs, context=context, initializer=_open, initargs=(path,))
    try:
        yield from _answers(pool, iter(chunks), AHEAD * jobs)
        pool.close()
    finally:
        pool.stop()
        pool.join()


def _answers(pool: Any, chunks: Iterator[Keys], ahead: int) -> Iterator[Verdicts]:
    from pebble import ProcessExpired

    asked: deque[tuple[Keys, Any]] = deque()

    def ask(keys: Keys) -> None:
        asked.append((keys, pool.schedule(_verdicts, args=(keys,), timeout=SECONDS)))

    while True:
        while len(asked) < ahead and (keys := next(chunks, None)) is not None:
            ask(keys)
        if not asked:
            return
        keys, future = asked.popleft()
        try:
            yield future.result()
        except (ProcessExpired, OutOfTime) as error:
            if len(keys) == 1:
                yield Verdicts(1, 1, problems=(Problem(keys[0], "", "over the limit", _end(error)),))
            for key in keys if len(keys) > 1 else ():
                ask((key,))


def _end(error: Exception) -> str:
    if isinstance(error, OutOfTime):
        return f"it was not judged within {SECONDS} seconds"
    return "the process that judged it was ended, as happens where memory ends"


_judges: list[Judge] = []  # of this process, one


def _open(path: str | Path) -> None:
    with contextlib.ExitStack() as stack:
        _judges[:] = [Judge(stack.enter_context(Atlas.reading(path)))]
        stack.pop_all()  # the connection ends with the process


def _verdicts(keys: Keys) -> Verdicts:
    return _judges[0].verdicts(keys)
