"""Random laws: no bound from above that a rule gives with the best evidence is below the dimension (see ``oracle``)."""

from __future__ import annotations

import random
from collections import Counter
from inspect import signature
from itertools import product
from math import prod
from operator import mul
from typing import Any

import pytest

from . import law_corpus, laws, oracle, support

checker = support.load()
FIELD = checker.read_field("Q")
PRIME = 2**31 - 1
SHAPES: tuple[tuple[int, ...], ...] = ((), (2,), (2, 2))


def dimension(law: Any) -> int:
    return oracle.dimension_up_to(law, 100, 3)


class Invention:
    """A random law, expression by expression."""

    def __init__(self, source: random.Random) -> None:
        self.source = source
        self.shapes: dict[str, tuple[int, ...]] = {}
        inputs = {name: self.new(name) for name in ("x", "y")[: source.choice((1, 1, 2))]}
        parameters = {name: self.new(name) for name in ("a", "b", "c")[: source.choice((1, 2, 3))]}
        lets = []
        for name in ("h", "k", "m")[: source.choice((1, 2, 3))]:
            shape = source.choice(SHAPES)
            lets.append([name, self.expression(shape, 2)])
            self.shapes[name] = shape
        self.law = {
            "inputs": inputs,
            "parameters": parameters,
            "let": lets,
            "output": self.expression(source.choice(SHAPES), 2),
        }

    def new(self, name: str) -> list[int]:
        self.shapes[name] = self.source.choice(SHAPES)
        return list(self.shapes[name])

    def expression(self, shape: tuple[int, ...], depth: int) -> Any:
        names = [name for name in self.shapes if self.shapes[name] == shape]
        kind = self.source.randrange(8) if depth else 0
        if kind <= 1 and names:
            return self.source.choice(names[-3:])
        if depth <= 0:
            return ["constant", laws.nested(iter([self.source.randrange(-2, 3) for _ in range(4)]), shape)]
        if kind <= 3:
            return ["apply", self.source.choice(([0, 0, 1], [0, 1, "1/2"], [1, 1])), self.expression(shape, depth - 1)]
        if kind == 4:
            return [self.source.choice("+-"), *(self.expression(shape, depth - 1) for _ in range(2))]
        if kind == 5 and shape:
            return ["take", self.expression(shape, depth - 1), self.source.choice(([1, 0], [0, 0], [0, 1]))]
        patterns = {
            (): ("i,i->", ",->", "ii->", "ij,i,j->"),
            (2,): ("ij,j->i", ",i->i", "i,i->i", "ij->j", "ii->i"),
            (2, 2): ("i,j->ij", "ij,jk->ik", ",ij->ij", "ij->ji", "i,ij->ij"),
        }
        pattern = self.source.choice(patterns[shape])
        words = pattern.split("->")[0].split(",")
        return ["einsum", pattern, *(self.expression((2,) * len(word), depth - 1) for word in words)]


def bound(rule: Any, law: Any, evidence: Any, premises: tuple[tuple[Any, int], ...] = ()) -> int | None:
    """What a rule proves about a law, if premises of a kind and a rank are proved; None if it proves nothing."""
    steps = [
        checker.Step({"kind": "dimension-at-most", "law": checker.Law(of), "rank": rank, "field": FIELD}, None, [], [])
        for of, rank in premises
    ]
    claim = {"kind": "dimension-at-most", "law": checker.Law(law), "rank": 10**9, "field": FIELD}

    def proves(rank: int) -> bool:
        given = [evidence] if "evidence" in signature(rule).parameters else []
        running = rule({**claim, "rank": rank}, *given, *steps)
        try:
            next(running)
            next(running, None)
        except checker.Stop as stop:
            if stop.args[0] == "rejected" and "the bound is" in stop.args[1]:
                return False
            raise
        return True

    try:
        assert proves(10**9)
    except checker.Stop:
        return None
    return next(rank for rank in range(10**3) if proves(rank)) if proves(10**3) else 10**9


def overlap_evidence(law: Any, ends: tuple[str, str]) -> Any:
    """With as many independent rows as there are."""
    source, halves = random.Random(5), (laws.before(law, ends[0]), laws.after(law, ends[1]))
    shared = [name for name in halves[0]["parameters"] if name in halves[1]["parameters"]]
    point = law_corpus.random_point(law["parameters"], source, PRIME)
    listed, stacked = [], []
    for side, half in enumerate(halves):
        rows = law_corpus.random_rows(half, 6, source, PRIME)
        columns = [name for name, shape in half["parameters"].items() for _ in range(laws.size({name: shape}))]
        for row, derivatives in zip(rows, laws.derivatives(half, point, rows, PRIME), strict=True):
            listed.append((side, row))
            of = {name: [x for x, y in zip(derivatives, columns, strict=True) if y == name] for name in shared}
            stacked.append([x for name in shared for x in of[name]])
    chosen, pivots = law_corpus.independent(stacked, PRIME)
    sides = [[listed[i][1] for i in chosen if listed[i][0] == side] for side in (0, 1)]
    minor = law_corpus.inverted([stacked[i] for i in chosen], pivots, PRIME)
    return {"at": list(ends), "point": point, "first": sides[0], "second": sides[1], **minor}


def bounds(law: Any) -> dict[str, list[int | None]]:
    read, names = checker.Law(law), [name for name, _ in law["let"]]
    found: dict[str, list[int | None]] = {"reachable": [bound(checker.reachable_monomials, law, {})]}
    found["coefficients"] = [bound(checker.coefficient_matrix, law, {"at": name}) for name in names]
    found["inner"], found["overlap"] = [], []
    for name in names:
        count = checker.reachable(read, read.names[name])
        if 0 < count < 30:
            inner = law_corpus.opened(law, name, count)
            found["inner"].append(bound(checker.inner_coefficients, law, {"at": name}, ((inner, dimension(inner)),)))
    for one in names:
        for two in names:
            halves = (laws.before(law, one), laws.after(law, two))
            premises = tuple((half, dimension(half)) for half in halves)
            found["overlap"].append(bound(checker.overlap, law, overlap_evidence(law, (one, two)), premises))
    return found


def judged(seeds: range) -> Counter[str]:
    seen: Counter[str] = Counter()
    for seed in seeds:
        law = Invention(random.Random(seed)).law
        try:
            true, found = dimension(law), bounds(law)
        except checker.Stop as stop:
            assert stop.args[0] == "over the limit", (seed, stop.args)
            seen["declined"] += 1
            continue
        for rule, values in found.items():
            for value in values:
                assert value is None or value >= true, (seed, rule, value, true, law)
                seen[f"{rule}, {'nothing' if value is None else 'tight' if value == true else 'not tight'}"] += 1
    return seen


@pytest.mark.slow
def test_bounds_of_random_laws() -> None:
    seen = judged(range(60))
    for rule in ("reachable", "coefficients", "inner", "overlap"):
        assert seen[f"{rule}, tight"] >= 5, seen


@pytest.mark.parametrize(
    ("sizes", "exponents"),
    [((2,), (3,)), ((3,), (2,)), ((3,), (4,)), ((2, 2), (1, 1)), ((2, 2), (2, 2)), ((1, 3), (1, 2))],
)
def test_bounds_of_power_sums(sizes: tuple[int, ...], exponents: tuple[int, ...]) -> None:
    degrees = list(product(*(range(e + 1) for e in exponents)))
    pairs = [(d, tuple(e - x for e, x in zip(exponents, d, strict=True))) for d in degrees]
    for terms in range(1, 6):
        law = law_corpus.power_sum(sizes, exponents, terms)
        true, proved = dimension(law), [bound(checker.secant_count, law, {})]
        for pair in pairs:
            try:
                evidence = law_corpus.singular(sizes, exponents, terms, [pair])[1]
            except AssertionError:  # the points are dependent in one of the degrees
                continue
            proved.append(bound(checker.double_points, law, evidence))
        assert None not in proved and min(filter(None, proved)) >= true
        assert len(law_corpus.forms(sizes, exponents)) == true or true in proved


@pytest.mark.parametrize(
    ("sizes", "exponents", "wedge"),
    [((3,), (3,), 0), ((3, 2), (1, 2), 0), ((2, 3), (1, 2), 0), ((2, 3), (2, 1), 1)],
)
def test_bounds_of_power_sums_by_exterior_products(
    sizes: tuple[int, ...], exponents: tuple[int, ...], wedge: int
) -> None:
    rest = [e - (k == wedge) for k, e in enumerate(exponents)]
    ideals = list(product(range(sizes[wedge]), product(*(range(e + 1) for e in rest))))
    partners = [(sizes[wedge] - 1 - p, tuple(e - x for e, x in zip(rest, d, strict=True))) for p, d in ideals]
    proved = 0
    for terms in range(1, 6):
        law = law_corpus.power_sum(sizes, exponents, terms)
        true = dimension(law)
        for pair in zip(ideals, partners, strict=True):
            try:
                evidence = law_corpus.singular(sizes, exponents, terms, [pair], wedge=wedge)[1]
            except AssertionError:  # the points are dependent in one of the two
                continue
            found = bound(checker.double_points, law, evidence)
            assert found is not None and found >= true
            proved += true <= found < len(law_corpus.forms(sizes, exponents))
    assert proved


@pytest.mark.parametrize(
    ("widths", "degrees", "at", "tight"),
    [
        ((2, 3, 4, 2), (3, 2), "h1", False),
        ((2, 3, 2), (2,), "h1", False),
        ((1, 2, 3), (2,), "h1", True),
        ((1, 1, 3), (2,), "h1", True),
        ((3, 2, 2, 1), (2, 2), "h1", True),
        ((2, 4, 3, 2), (2, 2), "h1", False),
        ((2, 2, 3, 1), (1, 2), "h1", False),
        ((2, 2, 3, 3), (2, 2), "h2", False),
        ((2, 3, 3, 4), (2, 2), "h2", True),
    ],
)
def test_bounds_by_substitution(widths: tuple[int, ...], degrees: tuple[int, ...], at: str, tight: bool) -> None:
    law = law_corpus.network(widths, *degrees)
    first = laws.before(law, at)
    found = bound(checker.substitution, law, {"at": at}, ((first, dimension(first)),))
    assert found is not None and found >= dimension(law) and (found == dimension(law)) == tight


def value(polynomial: Any, point: dict[int, int]) -> int:
    """Of a polynomial of the checker, whose monomials have an exponent in every fourteen bits."""
    total = 0
    for monomial, c in checker.as_terms(polynomial).items():
        powers = (pow(x, monomial >> 14 * i & 2**14 - 1, PRIME) for i, x in point.items())
        total += laws.residue_of(c, PRIME) * prod(powers)
    return total % PRIME


@pytest.mark.parametrize("seed", range(40))
def test_interpreters_agree(seed: int) -> None:
    source, law = random.Random(seed), Invention(random.Random(seed)).law
    read, ring, symbols = checker.Law(law), checker.modulo(PRIME), checker.Symbols()
    size, output = laws.size(law["parameters"]), laws.shape_of(law, law["output"])
    point = law_corpus.random_point(law["parameters"], source, PRIME)
    given = law_corpus.random_point(law["inputs"], source, PRIME)
    rows = [[given, covector] for covector in units(output)]
    expected = laws.derivatives(law, point, rows, PRIME)
    flat = {name: list(array.entries.values()) for name, array in ((n, laws.array(x)) for n, x in point.items())}
    inputs = {name: list(laws.array(x).entries.values()) for name, x in given.items()}
    covectors = [list(laws.array(c).entries.values()) for _, c in rows]
    gradients = [
        [x for part in row.values() for x in part]
        for row in checker.jacobian(read, flat, [(inputs, covector) for covector in covectors], PRIME)
    ]
    assert gradients == expected

    direction = [source.randrange(PRIME) for _ in range(size)]
    along, parts = iter(direction), read.values({**flat, **inputs}, ring)
    field = {name: [next(along) for _ in entries] for name, entries in flat.items()}
    rates = [rate % PRIME for rate in read.tangent(parts, field, ring)]
    assert rates == [sum(map(mul, row, direction)) % PRIME for row in expected]

    variables = {**symbols.variables(law["parameters"]), **symbols.variables(law["inputs"])}
    numbers = dict(enumerate((x for name in variables for x in {**flat, **inputs}[name]), 1))
    values = read.values(variables, symbols.ring)
    assert [value(x, numbers) for x in values[read.output]] == parts[read.output]
    rates = read.tangent(values, {name: list(map(symbols.ring.embed, x)) for name, x in field.items()}, symbols.ring)
    assert [value(x, numbers) for x in rates] == [sum(map(mul, row, direction)) % PRIME for row in expected]


def units(shape: tuple[int, ...]) -> list[Any]:
    """The covectors that are one entry each."""
    places = list(laws.places(shape))
    return [laws.nested(iter([int(place == other) for other in places]), shape) for place in places]


@pytest.mark.slow
def test_bounds_of_many_random_laws() -> None:
    judged(range(1000, 1300))
