"""A polynomial network multiplied out, all weights and inputs symbolic.

Results are compared by their numbers of terms and a digest of all exponents and coefficients, which is not timed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial, reduce
from itertools import islice, pairwise
from operator import add
from typing import Any

import flint
from sympy import ZZ, ring

from algebra_tnn.laws.expansion import expansion
from benchmarks.measurement import OURS, Bar, Contender, Row, timed
from benchmarks.tasks.networks import Widths, network

SYMPY = "SymPy ring()"
PRIME = 2**61 - 1
TERMS: dict[Widths, int] = {  # of all outputs together, cubic
    (2, 3, 2, 1): 524,
    (2, 3, 3, 1): 786,
    (3, 3, 3, 1): 8_535,
    (3, 4, 4, 2): 60_640,
    (4, 4, 4, 2): 424_320,
    (4, 5, 5, 2): 1_147_000,
}


def multiplied_out(widths: Widths, degree: int, variables: Iterable[Any]) -> list[Any]:
    """The outputs of the network in any ring, from its variables: the inputs, then the weights layer by layer."""
    left = iter(variables)
    values = list(islice(left, widths[0]))
    for layer, (before, after) in enumerate(pairwise(widths)):
        if layer:
            values = [value**degree for value in values]
        weights = [list(islice(left, before)) for _ in range(after)]
        values = [reduce(add, (w * v for w, v in zip(row, values, strict=True))) for row in weights]
    return values


def digest(terms: Callable[[Any], Iterable[tuple[Any, Any]]]) -> Callable[[Any], str]:
    """A function that tells the number of terms and a sum over all terms that no order changes.

    Equal results are digested once: it takes longer than the arithmetic.
    """
    known: list[tuple[Any, str]] = []

    def told(outputs: Any) -> str:
        for earlier, text in known:
            if earlier == outputs:
                return text
        number = total = 0
        for i, output in enumerate(outputs):
            for exponents, coefficient in terms(output):
                number += 1
                total += hash((i, *map(int, exponents), int(coefficient)))
        known.append((outputs, f"{number} terms, digest {total % PRIME:015x}"))
        return known[-1][1]

    return told


@contextmanager
def contenders(widths: Widths, degree: int) -> Iterator[Sequence[Contender]]:
    law = network(widths, degree)
    names = [f"v{i}" for i in range(widths[0] + law.parameter_count)]

    def by_flint() -> object:
        return multiplied_out(widths, degree, flint.fmpz_mpoly_ctx.get(names, "degrevlex").gens())

    def by_sympy() -> object:
        return multiplied_out(widths, degree, ring(names, ZZ)[1:])

    yield [
        Contender(OURS, timed(lambda: expansion(law), digest(lambda p: p.terms()))),
        Contender("python-flint, by hand", timed(by_flint, digest(lambda p: p.terms())), "fmpz_mpoly: the limit"),
        Contender(SYMPY, timed(by_sympy, digest(lambda p: p.items())), repeats=1),
    ]


def rows() -> Iterator[Row]:
    cubic: list[tuple[Widths, bool]] = [
        ((3, 3, 3, 1), False),
        ((3, 4, 4, 2), False),
        ((4, 4, 4, 2), False),
        ((4, 5, 5, 2), False),
        ((2, 3, 2, 1), True),
        ((2, 3, 3, 1), True),
        ((3, 3, 3, 1), True),
    ]
    for widths, quick in cubic:
        yield Row(
            "expansion",
            f"({','.join(map(str, widths))}), cubic, all symbolic",
            partial(contenders, widths, 3),
            (Bar.seconds(1), Bar.times(20, SYMPY)) if widths == (4, 5, 5, 2) else (),
            repeats=3,
            size=TERMS[widths],
            quick=quick,
        )
