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

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.families.varieties import VarietySpace
from benchmarks.sweeps import Record, conclusion, implied, is_defective, numbers, reported, resists

LARGEST = 150  # ambient dimension
FORMS = ((3, 4, 5), (4, 4, 9), (5, 4, 14), (5, 3, 7))  # variables, degree and number of powers, beside quadrics


def cases(largest: int = LARGEST) -> Iterator[Case]:
    """From the last r that has r times the dimension to the first that fills; no factor has one variable."""
    modes, shapes = tuple(range(1, largest.bit_length())), tuple(range(2, largest + 1))  # 2^modes ≤ largest
    space = VarietySpace(modes, shapes, largest, degrees=tuple(range(1, largest)), decisive=True)
    return (Case.of("dimension", "segre-veronese", sizes) for sizes in space.sizes())


def main() -> int:
    """0 if every case is proved from both sides without a theorem that is trusted, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.secants", description=__doc__)
    parser.add_argument("--largest", type=int, default=LARGEST, help="ambient dimension")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--every", type=int, default=1, help="only every n-th case")
    parser.add_argument("--file", type=Path, default=Path("secants.sqlite"), help="atlas, continued")
    chosen = parser.parse_args()
    wanted = list(cases(chosen.largest))[:: chosen.every]
    text = partial(summary, largest=chosen.largest)
    return reported(wanted, chosen.file, chosen.processes, text)


def summary(records: list[Record], largest: int) -> str:
    """What was found, as Markdown: numbers, the rules from above, and what resists."""
    resisting = sum(map(resists, records))
    lines = [
        f"Secant varieties in spaces of at most {largest} dimensions, {date.today()}. Proved from both sides without "
        f"trusting a theorem: {len(records) - resisting:,} of {len(records):,}; these imply "
        f"{sum(map(_implied, records)):,} more, of fewer points.",
        "",
        "| | varieties | certificates | with those implied | below the expected dimension |",
        "|---|---|---|---|---|",
    ]
    for name in ("Segre", "Veronese", "Segre–Veronese"):
        some = [record for record in records if kind(record) == name]
        counts = (
            len({(record["shape"], record["degrees"]) for record in some}),
            len(some),
            sum(1 + _implied(record) for record in some),
            sum(map(is_defective, some)),
        )
        lines.append(f"| {name} | " + " | ".join(f"{count:,}" for count in counts) + " |")
    lines += [
        "",
        f"Below the expected dimension outside of the lists of Abo, Ottaviani and Peterson (tensors), Alexander and "
        f"Hirschowitz (forms), Abo and Brambilla (products with one linear factor): "
        f"{sum(is_unlisted(record) for record in records)}.",
        "",
    ]
    return "\n".join([*lines, *conclusion(records)])


def is_unlisted(record: Record) -> bool:
    """Whether it is below the expected dimension, of a kind of which there is a list, and not in it."""
    factors = sorted(zip(numbers(record["degrees"]), numbers(record["shape"]), strict=True))
    degrees, sizes = zip(*factors, strict=True)
    r = record["points"]
    if not is_defective(record) or is_unbalanced(factors, r):
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
    if record["modes"] == 1:
        return "Veronese"
    return "Segre" if max(numbers(record["degrees"])) == 1 else "Segre–Veronese"


def _implied(record: Record) -> int:
    return implied(record, 1 + sum(n - 1 for n in numbers(record["shape"])))


if __name__ == "__main__":
    sys.exit(main())
