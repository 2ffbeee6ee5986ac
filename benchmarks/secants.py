"""``python -m benchmarks.secants``: dimensions of all small secant varieties of Segre–Veronese varieties, both sides.

Every Segre, Veronese and Segre–Veronese variety X in a space of at most 150 dimensions, up to the order of its factors,
and every r up to the first for which the sums of r points fill the space. Where dim σ_r = r · dim X, then dim σ_s =
s · dim X for all s < r, too, since dim σ_r ≤ dim σ_s + (r − s) · dim X; so of these only the largest r is a case. The
dimension of each case is proved from both sides, and the certificate re-checked by the independent checker, as
``algebra_tnn.dimension`` does it. The summary counts, names the rules and what resists. An interrupted run goes on
where it was.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from math import comb, prod
from pathlib import Path

from benchmarks.sweeps import Record, Sweep, conclusion, resists, secant_record

Case = tuple[tuple[int, ...], tuple[int, ...], int]
LARGEST = 150  # ambient dimension
FORMS = ((3, 4, 5), (4, 4, 9), (5, 4, 14), (5, 3, 7))  # variables, degree and number of powers, beside quadrics


def cases(largest: int = LARGEST) -> Iterator[Case]:
    """Shape, degrees and r, from the last that has r times the dimension to the first that fills."""
    from algebra_tnn.varieties import SegreVeronese, secant_ranks

    for shape, degrees in formats(largest):
        variety = SegreVeronese(shape, degrees)
        r = -(-variety.ambient // variety.dimension)
        while (ranks := secant_ranks(variety, r))[-1] < variety.ambient:
            r += 1 + r // 3
        first = max(s for s, rank in enumerate(ranks, start=1) if rank == s * variety.dimension)
        yield from ((shape, degrees, s) for s in range(first, ranks.index(variety.ambient) + 2))


def formats(largest: int) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Shapes and degrees with at most so many monomials, factors in ascending order; no factor has one variable."""
    sizes = {(n, d): comb(n + d - 1, d) for n in range(2, largest + 1) for d in range(1, largest)}
    factors = sorted(factor for factor, size in sizes.items() if size <= largest)

    def extended(first: int, room: int, chosen: tuple[tuple[int, int], ...]) -> Iterator[tuple[tuple[int, int], ...]]:
        for i, factor in enumerate(factors[first:], start=first):
            if sizes[factor] <= room:
                yield (*chosen, factor)
                yield from extended(i, room // sizes[factor], (*chosen, factor))

    for chosen in extended(0, largest, ()):
        shape, degrees = zip(*chosen, strict=True)
        yield shape, degrees


def answered(case: Case) -> Record:
    """The bounds of one case, the rule from above, what is trusted, and the time."""
    from algebra_tnn.varieties import SegreVeronese

    shape, degrees, r = case
    return {"shape": shape, "degrees": degrees, **secant_record(SegreVeronese(shape, degrees), r, 0)}


def key(record: Record) -> Case:
    return tuple(record["shape"]), tuple(record["degrees"]), record["r"]


def main() -> int:
    """0 if every case is proved from both sides without a theorem that is trusted, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.secants", description=__doc__)
    parser.add_argument("--largest", type=int, default=LARGEST, help="ambient dimension")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--every", type=int, default=1, help="only every n-th case")
    parser.add_argument("--file", type=Path, default=Path("secants.jsonl"), help="of finished cases; it is continued")
    chosen = parser.parse_args()
    wanted = list(cases(chosen.largest))[:: chosen.every]
    text = partial(summary, largest=chosen.largest)
    return Sweep(answered, key).reported(wanted, chosen.file, chosen.processes, text)


def summary(records: list[Record], largest: int) -> str:
    """What was found, as Markdown: numbers, the rules from above, and what resists."""
    resisting = sum(map(resists, records))
    lines = [
        f"Secant varieties in spaces of at most {largest} dimensions, {date.today()}. Proved from both sides without "
        f"trusting a theorem: {len(records) - resisting:,} of {len(records):,}; these imply "
        f"{sum(record['implied'] for record in records):,} more, of fewer points.",
        "",
        "| | varieties | certificates | with those implied | below the expected dimension |",
        "|---|---|---|---|---|",
    ]
    for name in ("Segre", "Veronese", "Segre–Veronese"):
        some = [record for record in records if kind(record) == name]
        counts = (
            len({key(record)[:2] for record in some}),
            len(some),
            sum(1 + record["implied"] for record in some),
            sum(record["upper"] < record["expected"] for record in some),
        )
        lines.append(f"| {name} | " + " | ".join(f"{count:,}" for count in counts) + " |")
    lines += [
        "",
        f"Below the expected dimension outside of the lists of Abo, Ottaviani and Peterson (tensors), Alexander and "
        f"Hirschowitz (forms), Abo and Brambilla (products with one linear factor): "
        f"{sum(is_unlisted(record) for record in records)}.",
        "",
    ]
    return "\n".join([*lines, *conclusion(records, named)])


def is_unlisted(record: Record) -> bool:
    """Whether it is below the expected dimension, of a kind of which there is a list, and not in it."""
    factors = sorted(zip(record["degrees"], record["shape"], strict=True))
    degrees, sizes = zip(*factors, strict=True)
    r = record["r"]
    if record["upper"] == record["expected"] or is_unbalanced(factors, r):
        return False
    if max(degrees) == 1:
        *others, n = sizes
        listed = (others == [3, n] and n % 2 == 1 and 2 * r == 3 * n - 1) or (*sizes, r) == (3, 4, 4, 5)
        return not listed and not (others == [2, 2, n] and r == 2 * n - 1)
    if len(factors) == 1:
        return not (degrees == (2,) and r < sizes[0]) and (*sizes, *degrees, r) not in FORMS
    if len(factors) == 2 and degrees[0] == 1:
        m, n = sizes
        plane = degrees == (1, 2) and m == 3 and n % 2 == 0 and 2 * r == 3 * n - 2
        return not plane and (*sizes, *degrees, r) not in ((5, 4, 1, 2, 6), (2, 3, 1, 3, 5))
    return False


def is_unbalanced(factors: list[tuple[int, int]], r: int) -> bool:
    """Whether some factor of degree one, of size m, has N − (dimension of the others) < r < min(N, m), N their size."""
    for i, (degree, m) in enumerate(factors):
        others = [*factors[:i], *factors[i + 1 :]]
        full = prod(comb(n + d - 1, d) for d, n in others)
        if degree == 1 and others and full - sum(n - 1 for _, n in others) < r < min(full, m):
            return True
    return False


def kind(record: Record) -> str:
    if len(record["shape"]) == 1:
        return "Veronese"
    return "Segre" if max(record["degrees"]) == 1 else "Segre–Veronese"


def named(record: Record) -> str:
    sizes, degrees = "×".join(map(str, record["shape"])), ", ".join(map(str, record["degrees"]))
    return f"σ_{record['r']} of {sizes} in degrees ({degrees})"


if __name__ == "__main__":
    sys.exit(main())
