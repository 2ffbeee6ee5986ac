"""Answers come in order; a process that dies costs its task alone."""

from __future__ import annotations

import os
import signal
import time
from typing import Any

import pytest

from algebra_tnn.library import Ended, answers


def answered(task: Any) -> Any:
    """What the task says: a number is doubled, after as many hundredths of a second as it is below 10."""
    match task:
        case "abort":
            time.sleep(0.1)
            os.kill(os.getpid(), signal.SIGABRT)
        case "end":
            os._exit(3)
        case "memory":
            raise MemoryError
        case "bug":
            raise ValueError("no\nanswer")
    time.sleep((10 - task) / 100)
    return 2 * task


def test_few_tasks_need_no_process() -> None:
    assert list(answers([1, "bug", 3, "memory"], answered)) == [
        2,
        Ended("ValueError: no answer"),
        6,
        Ended("it needs more memory than there is"),
    ]
    assert list(answers([], answered)) == []


@pytest.mark.slow
def test_a_process_that_dies() -> None:
    tasks = [1, 9, "abort", 3, "bug", 5, "end", 7, "memory", "end", 8]
    found = list(answers(tasks, answered, 2))
    assert [each for each in found if not isinstance(each, Ended)] == [2 * each for each in tasks if each in range(10)]
    reasons = {task: each.reason for task, each in zip(tasks, found, strict=True) if isinstance(each, Ended)}
    assert reasons["abort"] == "its process ended (signal 6)"
    assert reasons["end"] in ("its process ended (exit code 3)", "its process ended at once")
    assert (reasons["bug"], reasons["memory"]) == ("ValueError: no answer", "it needs more memory than there is")


@pytest.mark.slow
def test_closing_the_answers_ends_the_processes() -> None:
    stream = answers([9, *[-1000] * 4], answered, 2)
    assert next(stream) == 18
    stream.close()  # what it would go on with takes forty seconds
