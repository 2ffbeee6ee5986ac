"""What is too long for every day: `make nightly` searches for contradictions and writes NIGHTLY.md.

A contradiction is a decomposition that is both proved unique and proved not unique, a certificate that the checker
rejects, a rank bound that brute force violates, or an accepted mutant whose claim is false.
"""

from __future__ import annotations

import json
import os
import platform
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import version
from itertools import combinations_with_replacement
from pathlib import Path
from tempfile import TemporaryDirectory

from algebra_tnn import CP, C, EssentiallyUnique, Field, NotEssentiallyUnique, Q, R, Tensor, tensor_rank
from algebra_tnn.certificates import Certificate
from algebra_tnn.provers import NON_UNIQUENESS, UNIQUENESS
from algebra_tnn.provers.tensor_ranks import rank_one_tensors
from algebra_tnn.verification import checked

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 120  # for each of the open-ended searches
FIELDS = (Q, R, C, Field.named("GF(2)"), Field.named("GF(3)"), Field.named("GF(5)"), Field.named("GF(101)"))


def random_decomposition(rng: random.Random, field: Field) -> CP:
    order = rng.choice((2, 3, 3, 3, 3, 4))
    length = rng.randint(1, 5)
    bound = min(field.characteristic - 1, 3) if field.is_finite else 3
    low = 0 if field.is_finite else -bound
    shape = [rng.randint(1, 4) for _ in range(order)]
    factors = [[[rng.randint(low, bound) for _ in range(length)] for _ in range(size)] for size in shape]
    if rng.random() < 0.4 and length > 1:  # coincidences are where mistakes live
        source, target = rng.sample(range(length), 2)
        for row in rng.choice(factors):
            row[target] = row[source]
    if rng.random() < 0.3 and length > 2:
        first, second, third = rng.sample(range(length), 3)
        for row in rng.choice(factors):
            row[third] = row[first] + row[second]
    return CP.from_factors(*factors)


def consistency(seconds: float) -> Counter[str]:
    """No decomposition is proved unique and not unique; every certificate is accepted."""
    rng, found, end = random.Random(20261125), Counter[str](), time.monotonic() + seconds
    while time.monotonic() < end:
        field = rng.choice(FIELDS)
        T = random_decomposition(rng, field)
        sides = []
        for claim, provers in (
            (EssentiallyUnique(T, field), UNIQUENESS),
            (NotEssentiallyUnique(T, field), NON_UNIQUENESS),
        ):
            results = [prover(claim) for prover in provers]
            certificates = [result for result in results if isinstance(result, Certificate)]
            for certificate in certificates:
                checked(certificate)
                found[f"certificates by {certificate.rule}"] += 1
            sides.append(bool(certificates))
        if all(sides):
            raise AssertionError(f"both unique and not unique over {field}: {T.factors}")
        found["unique" if sides[0] else "not unique" if sides[1] else "undecided"] += 1
    return found


def exhaustive_uniqueness(seconds: float) -> Counter[str]:
    """Over GF(2) and GF(3) verdicts agree with the enumeration of all decompositions."""
    rng, found, end = random.Random(11252026), Counter[str](), time.monotonic() + seconds
    while time.monotonic() < end:
        p = rng.choice((2, 2, 3))
        field, length = Field.named(f"GF({p})"), rng.choice((1, 2, 2, 3) if p == 2 else (1, 2))
        shape = rng.choice(((2, 2, 2), (2, 2), (2, 3), (2, 2, 3)) if p == 2 else ((2, 2, 2), (2, 2)))
        T = CP.from_factors(*([[rng.randrange(p) for _ in range(length)] for _ in range(size)] for size in shape))
        count = decompositions(T, field)
        if count is None:
            continue
        for claim, provers, truth in (
            (EssentiallyUnique(T, field), UNIQUENESS, count == 1),
            (NotEssentiallyUnique(T, field), NON_UNIQUENESS, count > 1),
        ):
            for prover in provers:
                if isinstance(prover(claim), Certificate):
                    assert truth, f"{prover.__name__} is wrong over {field}: {T.factors} has {count} decompositions"
                    found[f"right by {prover.__name__}"] += 1
        found["unique" if count == 1 else "not unique"] += 1
    return found


def decompositions(T: CP, field: Field) -> int | None:
    """How many multisets of nonzero rank-one tensors of that length have the sum; None if a term is zero."""
    p = field.characteristic
    terms = [tuple(x % p for x in T.term(r).tensor().entries) for r in range(T.length)]
    if not all(any(term) for term in terms):
        return None
    target = tuple(sum(column) % p for column in zip(*terms, strict=True))
    every = [
        CP(tuple(tuple((x,) for x in v) for v in vectors)).tensor().entries for vectors in rank_one_tensors(T.shape, p)
    ]
    every = [tuple(x % p for x in entries) for entries in every]
    chosen = combinations_with_replacement(every, T.length)
    return sum(tuple(sum(column) % p for column in zip(*some, strict=True)) == target for some in chosen)


def ranks_over_gf3(seconds: float) -> Counter[str]:
    """The rank of random 2×2×2 tensors over GF(3) agrees with the sums of rank-one tensors."""
    field, rng, found, end = Field.named("GF(3)"), random.Random(3), Counter[str](), time.monotonic() + seconds
    every = [CP(tuple(tuple((x,) for x in v) for v in vs)).tensor().entries for vs in rank_one_tensors((2, 2, 2), 3)]
    one = {tuple(x % 3 for x in entries) for entries in every}
    two = {tuple((x + y) % 3 for x, y in zip(a, b, strict=True)) for a in one for b in one}
    while time.monotonic() < end:
        entries = tuple(rng.randrange(3) for _ in range(8))
        expected = 0 if not any(entries) else 1 if entries in one else 2 if entries in two else 3
        bounds = tensor_rank(Tensor((2, 2, 2), entries), field)
        assert bounds.lower == bounds.upper == expected, entries
        found[f"rank {expected}"] += 1
    return found


def network_dimensions() -> Counter[str]:
    """Every network of the small grid is proved from both sides; a case that resists is counted, not an error."""
    from algebra_tnn.atlas.questions import answered
    from benchmarks import grids
    from benchmarks.sweeps import Record, resists

    found = Counter[str]()
    for case in grids.cases("small"):
        record: Record = answered(case).columns()
        assert not record["trusts"] and record["lower"] <= record["upper"], record
        found["open" if resists(record) else "proved from both sides"] += 1
    return found


def properties() -> Counter[str]:
    """The properties of `tests/laws` hold for more examples than are tried every day."""
    command = [sys.executable, "-m", "pytest", "-q", "-m", "not slow", "tests/laws"]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "EXAMPLES": "200"}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    return Counter({"properties": int(done.stdout.splitlines()[-1].split()[0])})


def bounds_of_laws() -> Counter[str]:
    """The checker's arithmetic of laws agrees with a second one, for more random laws than in `make slow`."""
    from tests.checker import test_bounds

    seeds = range(1000, 1600)
    test_bounds.judged(seeds)
    return Counter({"random laws": len(seeds)})


def subsets_of_columns() -> Counter[str]:
    """C(36, 12) subsets of the columns of a 12×36 matrix are independent."""
    from tests.oracles import test_k_ranks

    return Counter({"subsets": test_k_ranks.many_subsets(12, 36)})


def killed_writers() -> Counter[str]:
    """An atlas whose writer is killed again and again keeps every row that was committed."""
    from tests.unit.atlas import killing

    with TemporaryDirectory() as folder:
        return Counter({"kills": 50, "rows kept": killing.kills(50, Path(folder) / "atlas.sqlite", seed=9)})


def killed_sweeps() -> Counter[str]:
    """What a sweep that is killed again and again has in the end is what one has that nobody disturbs."""
    from tests.unit.atlas import sweep_kills

    with TemporaryDirectory() as folder:
        return Counter({"kills": 50, "rows when killed, at most": sweep_kills.kills(50, Path(folder), seed=11)})


def minimal_fillings() -> Counter[str]:
    """The smallest networks of seven layers that fill their space are the published ones."""
    from tests.oracles import test_minimal_fillings

    return Counter({"networks": test_minimal_fillings.seven_layers()})


def whole_grids() -> Counter[str]:
    """Every proof of the library over its whole small grid, each verdict as recorded."""
    command = [sys.executable, "-m", "algebra_tnn", "verify", "--all", "--cases", "wide", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return Counter({"proofs": found["proofs"], "cases": found["cases"]})


def observations() -> Counter[str]:
    """The hunts that found what `proofs/observations` records find it again."""
    from algebra_tnn.hunting.named import named

    for name, instance in (
        ("three-layers-from-two-parts", "pnn 2,3,7,1 with t⁵"),
        ("localization-explains-all", "pnn 2,3,3,1 with t³, t⁴"),
        ("unimodal-filling-five-layers", "pnn 2,4,7,6,16,2 with t³"),
    ):
        found = named(name).run(budget=1200)
        assert [str(each.instance) for each in found.found] == [instance], found.explanation
    return Counter({"hunts": 3})


def notebooks() -> Counter[str]:
    """Every notebook with its full sweep, as HTML and as .ipynb; `make notebooks`."""
    done = subprocess.run([sys.executable, "-m", "notebooks.render"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return Counter({"notebooks": len(list((ROOT / "build" / "notebooks").glob("*.ipynb")))})


def documentation() -> Counter[str]:
    """The documentation builds without a warning; `make documentation`."""
    done = subprocess.run(["make", "documentation"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return Counter({"pages": len(list((ROOT / "build" / "documentation").rglob("*.html")))})


def searches() -> Iterator[tuple[str, Callable[[], Counter[str]]]]:
    from tests.checker import test_mutation

    yield "provers never contradict each other", lambda: consistency(SECONDS)
    yield "verdicts over GF(2), GF(3) against enumeration", lambda: exhaustive_uniqueness(SECONDS)
    yield "ranks of 2×2×2 tensors over GF(3)", lambda: ranks_over_gf3(SECONDS / 5)
    yield "dimensions of polynomial networks, the small grid", network_dimensions
    yield "properties, for 200 examples each", properties
    yield "mutants of certificates", lambda: test_mutation.judged(80_000, seed=26)
    yield "the checker's arithmetic of laws", bounds_of_laws
    yield "an atlas whose writer is killed", killed_writers
    yield "sweeps with all their processes killed", killed_sweeps
    yield "a billion subsets of columns", subsets_of_columns
    yield "minimal fillings of seven layers", minimal_fillings
    yield "the theorem library over its whole grids", whole_grids
    yield "hunts that are in proofs/observations", observations
    yield "notebooks with their full sweeps", notebooks
    yield "the documentation, warnings as errors", documentation


def main() -> int:
    lines = [
        "# The last nightly run",
        "",
        f"{date.today()}; Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in ("numpy", "python-flint", "sympy", "tensorly")),
        "",
        "| search | seconds | found |",
        "|---|---|---|",
    ]
    report = ROOT / "NIGHTLY.md"
    for name, search in searches():
        print(f"nightly: {name} ...", file=sys.stderr, flush=True)
        start = time.monotonic()
        found = search()
        cells = ", ".join(f"{key}: {count:,}" for key, count in sorted(found.items()))
        lines.append(f"| {name} | {time.monotonic() - start:.0f} | {cells} |")
        print(f"nightly: {name}: {cells}", file=sys.stderr, flush=True)
        report.write_text("\n".join([*lines, "", "The run was cut short after these.", ""]), encoding="utf-8")
    lines += ["", "No contradiction was found: one would have ended the run with an error.", ""]
    report.write_text("\n".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
