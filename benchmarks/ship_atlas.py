"""``python -m benchmarks.ship_atlas ATLAS …``: the atlas that ships, in the folder ``atlas/``, from files of sweeps.

All rows without their certificates go into compressed tables with a manifest (``algebra_tnn.atlas.compact``); rows of
the first file go before those of the next with the same case. Some thousand rows keep their certificates, in an atlas
file of its own: drawn at random with a seed, but in turn from all groups of rows with the same question, family,
number of layers or modes, rule, status and answers, so that what is rare is there. Every sweep's specification goes
into the manifest under its title. The tables are read again and compared before the program ends.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
import tomllib
from collections import defaultdict
from itertools import zip_longest
from pathlib import Path

from algebra_tnn.atlas import compact
from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.compact import Entry, Manifest
from algebra_tnn.atlas.landscape import proved_dimension
from algebra_tnn.atlas.rows import COLUMNS, COSTS, Value
from algebra_tnn.atlas.shipped import SAMPLE
from algebra_tnn.atlas.store import Atlas, Stored

FOLDER = Path(__file__).resolve().parents[1] / "atlas"
LARGEST = 3000  # bytes of the compressed certificates of a row in the sample: rows with others are made again instead
GROUPED = ("question", "family", "layers", "modes", "rule", "status", "finite", "global", "filling", "verdict")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="The atlas that ships, from the atlas files of sweeps.")
    parser.add_argument("atlases", nargs="+", type=Path, metavar="ATLAS")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER)
    parser.add_argument("--sample", type=int, default=2500, help="how many rows keep their certificates")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    options.output.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Atlas.created(Path(folder) / "all.sqlite") as merged:
        places, specifications = collected(options.atlases, merged)
        merged.derive()
        entries = {stored.case: entry_of(stored) for stored in merged.stored()}
        chosen = sampled([entries[case] for case in places], options.sample, options.seed)
        sample = defaultdict(list)
        for entry in chosen:
            stored = merged.row(str(entry.columns["key"]))
            if stored is not None:
                sample[places[stored.case]].append(stored)
    written = compact.written(entries.values(), options.output, specifications)
    compare(entries, options.output, written)
    ship_certificates(sample, options.output / SAMPLE, specifications)
    size = sum(path.stat().st_size for path in options.output.iterdir())
    proved = sum(proved_dimension(entry.columns) is not None for entry in entries.values())
    print(
        f"{len(entries):,} rows, {proved:,} with both bounds equal, {len(chosen):,} with certificates, {size:,} bytes"
    )
    return 0


def collected(paths: list[Path], merged: Atlas) -> tuple[dict[str, Path], dict[str, str]]:
    """Puts all rows into one file, the first of each case; where the certificates are of those that may be in the
    sample, and the specifications by title."""
    seen: set[str] = set()
    places: dict[str, Path] = {}
    specifications: dict[str, str] = {}
    for path in paths:
        with Atlas.reading(path) as atlas:
            text = atlas.about()["specification"]
            specifications[str(tomllib.loads(text).get("title", path.stem))] = text
            sizes = dict(atlas.connection.execute("SELECT digest, length(content) FROM certificates"))
            new = [stored for stored in atlas.stored() if stored.case not in seen]
        merged.restore(new)
        seen.update(stored.case for stored in new)
        for stored in new:
            if stored.digests and sum(sizes[digest] for digest in stored.digests.values()) <= LARGEST:
                places[stored.case] = path
    return places, specifications


def entry_of(stored: Stored) -> Entry:
    return Entry(Case.from_text(stored.case), dict(stored.columns), dict(stored.digests))


def compare(entries: dict[str, Entry], folder: Path, written: Manifest) -> None:
    """Raises: RuntimeError if what was written is not what was meant."""
    count = 0
    for part in written.parts:
        for read in compact.entries(folder, part):
            count += 1
            meant = entries[read.case.text]
            differing = [name for name in COLUMNS if read.columns[name] != meant.columns[name] and name not in COSTS]
            digests = {role: digest[: compact.DIGITS] for role, digest in meant.digests.items()}
            if differing or digests != read.digests or read.columns["day"] != meant.columns["day"]:
                raise RuntimeError(f"{read.case.text} was written wrong: {', '.join(differing) or 'digests or day'}")
    if count != len(entries):
        raise RuntimeError(f"{count} rows were written, and there are {len(entries)}")


def sampled(entries: list[Entry], count: int, seed: int) -> list[Entry]:
    """From each group in turn, until there are enough."""
    groups: dict[tuple[Value, ...], list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.case.text):
        groups[tuple(entry.columns[name] for name in GROUPED)].append(entry)
    draw = random.Random(seed)
    for group in groups.values():
        draw.shuffle(group)
    turns = (entry for turn in zip_longest(*groups.values()) for entry in turn if entry is not None)
    return [entry for entry, _ in zip(turns, range(count), strict=False)]


def ship_certificates(sample: dict[Path, list[Stored]], target: Path, specifications: dict[str, str]) -> None:
    """Writes an atlas file with these rows, their certificates from the files, in one file without a journal."""
    target.unlink(missing_ok=True)
    with Atlas.created(target, "\n".join(specifications.values())) as shipped:
        for path, chosen in sample.items():
            with Atlas.reading(path) as atlas:
                shipped.restore(chosen, (atlas.certificate(d) for row in chosen for d in row.digests.values()))
        shipped.note(total=str(sum(map(len, sample.values()))))
    connection = sqlite3.connect(target)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("VACUUM")
    connection.close()
    for rest in target.parent.glob(f"{target.name}?*"):  # the lock of the writer
        rest.unlink()


if __name__ == "__main__":
    sys.exit(main())
