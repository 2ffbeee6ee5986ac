"""Statements of the catalogue that are open, or false, confronted with the rows of an atlas.

Each function takes rows as mappings from columns to values, such as ``entry.columns`` of the shipped atlas, uses those
whose answer is proved, and says how many cases it could judge and which are exceptions. That there are none is no proof
of anything; an exception refutes, since its row has a certificate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod

from algebra_tnn.atlas.landscape import Columns, Sizes, integer, networks, proved_dimension, sizes
from algebra_tnn.certificates import Explained


@dataclass(frozen=True, slots=True)
class Confrontation(Explained):
    """How many rows a statement was compared with, and the names of those that it does not fit, with what is there.

    ``apart`` counts what was set aside, by reason: what the statement does not speak of, or what is not decided.
    """

    statement: str
    title: str
    cases: int
    exceptions: tuple[str, ...]
    apart: Mapping[str, int]

    @property
    def explanation(self) -> str:
        found = f"{len(self.exceptions):,} exceptions" if self.exceptions else "no exception"
        lines = [f"{self.statement}: {self.title}: {self.cases:,} cases, {found}"]
        lines += [f"  {exception}" for exception in self.exceptions[:10]]
        if len(self.exceptions) > 10:
            lines.append(f"  and {len(self.exceptions) - 10:,} more")
        lines += [f"  set aside: {reason}: {count:,}" for reason, count in self.apart.items()]
        return "\n".join(lines)


def confronted(rows: Iterable[Columns]) -> tuple[Confrontation, ...]:
    """All statements of this module with the same rows, which are gone through once for each."""
    all_rows = tuple(rows)
    return tuple(statement(all_rows) for statement in STATEMENTS)


def three_layers_from_two(rows: Iterable[Columns], *, inside: bool = True) -> Confrontation:
    """D19b: dim (d0,d1,d2,d3) = min(ambient, D(d0,d1,d2) + D(d1,d2,d3) − d1 d2).

    D are the dimensions of networks with two layers, which are taken from the same rows.

    The statement is about 2 ≤ d0 ≤ 3, 2 ≤ d1 ≤ 4, 2 ≤ d2 ≤ 5, d3 ≤ 3 and degrees 2 to 4; with one input the formula
    is false, as for (1,2,3,1) with squares: 1, not 3 + 3 − 6. With ``inside`` false it is tried on all other rows.
    """
    known = networks(rows)
    tally = _Tally()
    for (widths, degrees), row in known.items():
        if len(widths) != 4 or _inside(widths, degrees) != inside:
            continue
        parts = known.get((widths[:3], degrees[:1])), known.get((widths[1:], degrees[1:]))
        numbers = [None if part is None else proved_dimension(part) for part in (*parts, row)]
        if None in numbers:
            tally.apart["a dimension of the network or of a part is not among the rows"] += 1
            continue
        one, two, whole = (int(number or 0) for number in numbers)
        formula = min(integer(row, "ambient"), one + two - widths[1] * widths[2])
        tally.judge(whole == formula, row, f"dimension {whole}, the formula says {formula}")
    where = "in its box" if inside else "the formula outside the box of the statement"
    return tally.result("D19b", f"three layers from their two parts, {where}")


def minimal_fillings_unimodal(rows: Iterable[Columns]) -> Confrontation:
    """D27: widths of minimal filling networks rise, and then fall.

    It is false for (2,3,4,5,4,6,4,1) with squares, of seven layers, and for (2,4,7,6,16,2) with cubes, of five.
    """
    tally = _Tally()
    for (widths, degrees), row in networks(rows).items():
        if row["minimal_filling"] == "proved":
            if len(set(degrees)) > 1:
                tally.apart["layers have different degrees"] += 1
            else:
                tally.judge(is_unimodal(widths), row, f"minimal, and {','.join(map(str, widths))} is not unimodal")
        elif row["filling"] == "proved" and row["minimal_filling"] != "refuted":
            tally.apart["fills, but a network with one neuron less is not among the rows"] += 1
    return tally.result("D27", "widths of minimal filling networks rise, and then fall")


def defective_tensors(rows: Iterable[Columns]) -> Confrontation:
    """B10: a secant variety of a Segre variety with three modes or more has less than the expected dimension in the
    unbalanced range, and for three families, and nowhere else.

    Every row is judged in both directions.
    """
    tally = _Tally()
    for row in rows:
        degrees, shape, points = sizes(row, "degrees"), sizes(row, "shape"), row["points"]
        if row["family"] != "segre-veronese" or set(degrees) != {1} or len(shape) < 3 or points is None:
            continue
        if (found := proved_dimension(row)) is None:
            tally.apart["the dimension is not proved"] += 1
            continue
        listed, defect = is_listed_as_defective(shape, int(points)), integer(row, "expected") - found
        words = "in the list, but as expected" if listed else f"defect {defect}, and not in the list"
        tally.judge((defect > 0) == listed, row, words)
    return tally.result("B10", "the defective secant varieties of tensors are those of a list")


def parts_are_finite(rows: Iterable[Columns]) -> Confrontation:
    """G21, what must hold: parts of a network that is finitely identifiable are so, each of two layers or more that
    follow one another.

    Otherwise a general fibre of the part would have more dimensions than its rescalings, and so would that of the whole
    network. This is a theorem, and the rows are proved, so an exception would be an error of the atlas.
    """
    known = networks(rows)
    tally = _Tally()
    for (widths, degrees), row in known.items():
        if len(widths) < 4 or row["finite"] != "proved":
            continue
        parts = [known.get(part) for part in _parts(widths, degrees)]
        if None in parts:
            tally.apart["a part is not among the rows; the others are judged"] += 1
        bad = [part for part in parts if part is not None and part["finite"] == "refuted"]
        tally.judge(not bad, row, "finite, but not " + ", ".join(str(part["name"]) for part in bad))
    return tally.result("G21", "parts of finitely identifiable networks are finitely identifiable")


def finite_is_global(rows: Iterable[Columns]) -> Confrontation:
    """G21 itself, which is false: a finitely identifiable network with three layers or more is globally so.

    The counterexamples that are known, such as (4,7,7,7) with squares, are refuted by a block of two layers. That three
    layers are globally identifiable is proved by no rule, so most rows cannot be judged.
    """
    known = networks(rows)
    tally = _Tally()
    for (widths, degrees), row in known.items():
        if len(widths) < 4 or row["finite"] != "proved":
            continue
        if row["global"] == "undecided":
            tally.apart["finite, and globally undecided"] += 1
            continue
        blocks = [known.get(block) for block in _blocks(widths, degrees)]
        to_blame = [str(block["name"]) for block in blocks if block is not None and block["global"] == "refuted"]
        reason = f"by {', '.join(to_blame)}" if to_blame else "and no block of two layers is to blame"
        tally.judge(row["global"] == "proved", row, f"finite, but {row['decompositions']} classes of weights, {reason}")
    return tally.result("G21", "deep networks that are finitely identifiable are identifiable")


def parts_suffice(rows: Iterable[Columns]) -> Confrontation:
    """G12 says that networks whose parts of two layers are finitely identifiable are so.

    It is false, as for (2,3,3,1) with cubes. But where all parts of two layers or more are, the counterexamples that
    are known fill their space. So these are set aside: an exception would be news.
    """
    known = networks(rows)
    tally = _Tally()
    for (widths, degrees), row in known.items():
        if len(widths) < 4:
            continue
        parts = [known.get(part) for part in _parts(widths, degrees)]
        finite = {part["finite"] for part in parts if part is not None}
        if "refuted" in finite:
            continue
        if None in parts or "undecided" in {*finite, row["finite"]}:
            tally.apart["a part is not among the rows, or something is undecided"] += 1
        elif row["finite"] == "refuted" and row["filling"] == "proved":
            tally.apart["not finite, and it fills its space"] += 1
        else:
            tally.judge(row["finite"] == "proved", row, "neither finite nor filling, though all its parts are finite")
    return tally.result("G12", "networks whose parts are finitely identifiable are so, unless they fill their space")


STATEMENTS: tuple[Callable[[tuple[Columns, ...]], Confrontation], ...] = (
    three_layers_from_two,
    minimal_fillings_unimodal,
    defective_tensors,
    parts_are_finite,
    parts_suffice,
    finite_is_global,
)


def is_unimodal(widths: Sizes) -> bool:
    """Whether numbers rise up to some place and fall from there on, not strictly.

    >>> is_unimodal((2, 3, 3, 1)), is_unimodal((2, 3, 4, 5, 4, 6, 4, 1))
    (True, False)
    """
    top = widths.index(max(widths))
    return list(widths[: top + 1]) == sorted(widths[: top + 1]) and list(widths[top:]) == sorted(widths[top:])[::-1]


def is_listed_as_defective(shape: Sizes, r: int) -> bool:
    """Whether statement B10 lists σ_r of tensors with at least three modes.

    >>> is_listed_as_defective((3, 3, 3), 4), is_listed_as_defective((2, 3, 5), 4), is_listed_as_defective((3, 4, 5), 5)
    (True, True, False)
    """
    *small, largest = sorted(shape)
    product = prod(small)
    if product - sum(n - 1 for n in small) < r < min(product, largest):
        return True
    match sorted(shape):
        case [3, n, m] if n == m:
            return (n % 2 == 1 and 2 * r == 3 * n - 1) or (n, r) == (4, 5)
        case [2, 2, n, m] if n == m:
            return r == 2 * n - 1
        case _:
            return False


class _Tally:
    def __init__(self) -> None:
        self.cases = 0
        self.exceptions: list[str] = []
        self.apart: dict[str, int] = defaultdict(int)

    def judge(self, fits: bool, row: Columns, words: str) -> None:
        self.cases += 1
        if not fits:
            self.exceptions.append(f"{row['name']}: {words}")

    def result(self, statement: str, title: str) -> Confrontation:
        return Confrontation(statement, title, self.cases, tuple(self.exceptions), dict(self.apart))


def _blocks(widths: Sizes, degrees: Sizes) -> list[tuple[Sizes, Sizes]]:
    """Its parts of two layers."""
    return [(widths[i : i + 3], degrees[i : i + 1]) for i in range(len(widths) - 2)]


def _parts(widths: Sizes, degrees: Sizes) -> Iterator[tuple[Sizes, Sizes]]:
    """All parts of two layers or more, but for the whole."""
    layers = len(widths) - 1
    for count in range(2, layers):
        for start in range(layers - count + 1):
            yield widths[start : start + count + 1], degrees[start : start + count - 1]


def _inside(widths: Sizes, degrees: Sizes) -> bool:
    d0, d1, d2, d3 = widths
    return 2 <= d0 <= 3 and 2 <= d1 <= 4 and 2 <= d2 <= 5 and d3 <= 3 and all(2 <= r <= 4 for r in degrees)
