"""What is run in child processes by the tests of containment; it is found there by its name."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from typing import Any

from algebra_tnn.exact.containment import contained, report


def echo(value: Any) -> Any:
    return value


def process_of(path: str) -> tuple[int, bool]:
    """The number of the process, and whether it leads its own group."""
    with open(path, "w") as file:
        file.write(str(os.getpid()))
    return os.getpid(), os.getpgrp() == os.getpid()


def forever() -> None:
    """In C, without listening to signals: a number with billions of digits."""
    pow(3, 10**10)


def forever_after(path: str) -> None:
    process_of(path)
    forever()


def factored(bits: int) -> int:
    """Hours in FLINT: the product of two random primes."""
    from flint import fmpz

    n = 2**bits + 1
    while not fmpz(n).is_probable_prime():
        n += 2
    report("started")
    return len((fmpz(n) * fmpz(n + 10**9 + 7)).factor())


def expanded(power: int) -> int:
    from flint import Ordering, fmpz_mpoly_ctx

    context = fmpz_mpoly_ctx.get([f"x{i}" for i in range(12)], Ordering.lex)
    return len(sum(context.gens(), context.constant(1)) ** power)


def filled(megabytes: int) -> int:
    return len(b"x" * (megabytes * 2**20))


def composite(n: int) -> Any:
    from flint import nmod_mat

    return nmod_mat(2, 2, [2, 0, 0, 3], n).inv()


def stages(number: int, then: str) -> int:
    for i in range(number):
        report({"stage": i})
    if then == "abort":
        os.abort()
    if then == "forever":
        forever()
    return number


def exits(code: int) -> None:
    os._exit(code)


def ended_by(number: int) -> None:
    os.kill(os.getpid(), number)
    time.sleep(60)


def prints(text: str) -> str:
    print(text)
    os.write(1, b"and by file number\n")
    print(text, file=sys.stderr)
    return "printed"


class Precise(Exception):
    """An exception whose constructor takes what its arguments do not hold."""

    def __init__(self, place: str, *, value: int) -> None:
        super().__init__(f"{place} is {value}")


def raises(kind: str) -> None:
    if kind == "precise":
        raise Precise("the entry", value=3)
    if kind == "exit":
        raise SystemExit(5)
    raise ValueError("the entry is 3; it is even")


def digits_allowed() -> int:
    return sys.get_int_max_str_digits()


def with_grandchild() -> None:
    report(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]).pid)
    forever()


def busy() -> None:
    report(os.getpid())
    forever()


def nested() -> Any:
    return contained(busy, progress=report)


def lock() -> Any:
    return threading.Lock()


class OnlyThere:
    """Is pickled as a call that fails."""

    def __reduce__(self) -> Any:
        return int, ("no number",)


def unreadable() -> Any:
    return OnlyThere()
