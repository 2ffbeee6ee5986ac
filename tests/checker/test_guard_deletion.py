"""Deletes every guard of the checker in turn: each deletion must be noticed by a certificate of the corpora.

Guards are statements that are calls (``require``, ``establish``, ``within``, ``certify``, …), conjuncts of every
``and``, every ``raise`` and every LIMIT. A deletion is noticed if the answer to some certificate changes, if the
checker fails inside, or if it needs many seconds of CPU time more than with all guards. The ``strict=True`` of a
``zip`` is no guard but an assertion: if it fired, the checker would fail inside, which no certificate may bring about
(see the mutation test).

A guard that no certificate can notice is removed from the checker, or has a comment ``# guard: reason`` in its line.
"""

from __future__ import annotations

import ast
import copy
import operator
import signal
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from math import inf
from time import process_time
from types import FrameType, ModuleType
from typing import Any, NamedTuple

import pytest

from . import support

SOURCE = support.CHECKER.read_text(encoding="utf-8")
JUSTIFIED = {number for number, line in enumerate(SOURCE.splitlines(), 1) if "# guard: " in line}
SECONDS = 3  # of CPU time that a mutant may take, besides
SLOWER = 3  # times what the checker itself takes here and now: machines differ, and so does what runs beside
DEAR = 0.05  # seconds
DIGITS = sys.int_info.default_max_str_digits  # the checker has to raise it
NO_GUARDS = ("print", "exit", "add")  # calls that are statements and guard nothing


class Case(NamedTuple):
    name: str
    text: str
    answer: str
    reason: str


class Guard(NamedTuple):
    line: int
    source: str
    delete: Callable[[ast.Module], None]  # changes a copy of the tree

    def rule(self) -> str:
        """How a certificate says that it uses the function in which the guard stands, if that is a rule."""
        functions = (node for node in ast.parse(SOURCE).body if isinstance(node, ast.FunctionDef))
        around = [node.name for node in functions if node.lineno <= self.line <= (node.end_lineno or 0)]
        return f'"rule": "{around[0].replace("_", "-")}"' if around else '"law"'

    def __str__(self) -> str:
        return f"line {self.line}: {self.source}"


class TimeIsUp(BaseException):
    pass


def cases() -> list[Case]:
    from . import corpus  # takes seconds, which the collection of tests should not

    stored = [
        Case(
            support.name(path),
            path.read_text(encoding="utf-8"),
            support.expected(path),
            support.REASONS.get(support.name(path), ""),
        )
        for path in support.files()
    ]
    return stored + [Case(*generated) for generated in corpus.generated()]


def guards() -> Iterator[Guard]:
    """Nodes are numbered in the order of ``ast.walk``, so that they are found again in a copy of the tree."""
    for number, node in enumerate(ast.walk(ast.parse(SOURCE))):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.ListComp):
            called = getattr(node.value, "func", None)
            if (getattr(called, "id", "") or getattr(called, "attr", "")) not in NO_GUARDS:
                yield Guard(line, ast.unparse(node), replacing(number, ast.Pass()))
        elif isinstance(node, ast.Raise):
            yield Guard(line, ast.unparse(node), replacing(number, ast.Pass()))
        elif isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
            for i, conjunct in enumerate(node.values):
                text = f"the conjunct {ast.unparse(conjunct)} of {ast.unparse(node)}"
                yield Guard(conjunct.lineno, text, without_conjunct(number, i))
        elif isinstance(node, ast.Assign) and (name := getattr(node.targets[0], "id", "")).startswith("LIMIT_"):
            huge = 10**9 if name == "LIMIT_DIGITS" else 10**30
            yield Guard(line, ast.unparse(node), raising_limit(number, huge))


def node_at(tree: ast.Module, number: int) -> Any:
    return next(node for i, node in enumerate(ast.walk(tree)) if i == number)


def replacing(number: int, new: ast.stmt) -> Callable[[ast.Module], None]:
    def delete(tree: ast.Module) -> None:
        old = node_at(tree, number)
        for parent in ast.walk(tree):
            for body in (getattr(parent, name, None) for name in ("body", "orelse", "handlers", "finalbody")):
                if isinstance(body, list) and any(child is old for child in body):
                    body[:] = [ast.copy_location(new, old) if child is old else child for child in body]

    return delete


def without_conjunct(number: int, i: int) -> Callable[[ast.Module], None]:
    return lambda tree: operator.setitem(
        node_at(tree, number).values, i, ast.copy_location(ast.Constant(True), tree.body[0])
    )


def raising_limit(number: int, huge: int) -> Callable[[ast.Module], None]:
    return lambda tree: setattr(node_at(tree, number), "value", ast.copy_location(ast.Constant(huge), tree.body[0]))


def compiled(tree: ast.Module) -> ModuleType:
    module = ModuleType("checker_without_a_guard")
    exec(compile(tree, "checker.py", "exec", dont_inherit=True), module.__dict__)
    return module


def stop(number: int, frame: FrameType | None) -> None:
    raise TimeIsUp


def noticed_by(module: ModuleType, ordered: list[Case], seconds: dict[str, float]) -> str | None:
    """The first certificate that notices, where the checker itself takes the given seconds (none: no limit)."""
    for case in ordered:
        sys.set_int_max_str_digits(DIGITS)
        limit = SECONDS + SLOWER * seconds.get(case.name, inf)
        signal.setitimer(signal.ITIMER_PROF, limit if limit < inf else 0)
        try:
            try:
                judgement = module.check(case.text)
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
        except (Exception, TimeIsUp):  # the time may be up in the `finally`, too
            return case.name
        if judgement.answer != case.answer or "the checker failed" in judgement.reason:
            return case.name
    return None


def seconds_of(module: ModuleType, ordered: list[Case]) -> dict[str, float]:
    """How much CPU time the checker takes for each certificate, none of which notices anything."""
    seconds = {}
    for case in ordered:
        start = process_time()
        assert noticed_by(module, [case], {}) is None
        seconds[case.name] = process_time() - start
    return seconds


def likely_first(guard: Guard, ordered: list[Case], seconds: dict[str, float]) -> list[Case]:
    """Dear ones last; first those whose reason stands in the source of the guard, then those of its rule."""
    rule = guard.rule()
    return sorted(
        ordered,
        key=lambda case: (
            seconds[case.name] > DEAR,
            not (case.reason and case.reason in guard.source),
            rule not in case.text,
            case.answer == "accepted",
            seconds[case.name],
        ),
    )


@cache
def measured() -> tuple[list[Case], dict[str, float]]:
    """All certificates, and how much CPU time the checker takes for each; a process measures once."""
    ordered = cases()
    return ordered, seconds_of(compiled(ast.parse(SOURCE)), ordered)


PARTS = 4  # of the guards, for several processes


def survivors(part: int) -> tuple[int, list[str]]:
    tree, count, alive = ast.parse(SOURCE), 0, []
    previous = signal.signal(signal.SIGPROF, stop)
    try:
        ordered, seconds = measured()
        for guard in islice(guards(), part, None, PARTS):
            if guard.line in JUSTIFIED:
                continue
            count += 1
            mutant = copy.deepcopy(tree)
            guard.delete(mutant)
            if noticed_by(compiled(mutant), likely_first(guard, ordered, seconds), seconds) is None:
                alive.append(str(guard))
    finally:
        signal.signal(signal.SIGPROF, previous)
    return count, alive


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_every_deletion_of_a_guard_is_noticed(part: int) -> None:
    count, alive = survivors(part)
    assert count >= 70
    assert not alive, "\n".join(["nothing notices the deletion of", *alive])


def test_few_guards_are_justified_by_a_comment() -> None:
    assert len(JUSTIFIED) <= 5
