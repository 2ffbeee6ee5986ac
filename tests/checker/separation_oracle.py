"""A second reading of separation ranks, networks and signs; see ``oracle``. Nothing of the package.

A law is multiplied out into a dictionary from monomials, lists of variables, to residues. The networks that it is a
sum of are read from its expressions.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import count, product
from math import prod
from random import Random
from typing import Any

from flint import nmod_mat

from . import laws
from .laws import Array, Evaluator, Law, places

PRIME = 2**61 - 1
Terms = dict[tuple[int, ...], int]
Networks = list[list[tuple[str, tuple[int, ...]]]]  # of each leaf a name, or "", and the numbers of its letters


class Polynomial:
    """With coefficients modulo n; monomials are sorted variables."""

    def __init__(self, terms: Terms, n: int) -> None:
        self.terms, self.n = {key: c % n for key, c in terms.items() if c % n}, n

    def __add__(self, other: Polynomial) -> Polynomial:
        keys = {*self.terms, *other.terms}
        return Polynomial({key: self.terms.get(key, 0) + other.terms.get(key, 0) for key in keys}, self.n)

    def __mul__(self, other: Polynomial) -> Polynomial:
        total: Terms = {}
        for (one, x), (two, y) in product(self.terms.items(), other.terms.items()):
            key = tuple(sorted(one + two))
            total[key] = total.get(key, 0) + x * y
        return Polynomial(total, self.n)


class Expansion(Evaluator):
    """Of expressions into polynomials."""

    def number(self, x: Any) -> Any:
        return Polynomial({(): laws.residue_of(x, self.n)}, self.n)


class Values(Evaluator):
    """Of expressions, at rational numbers."""

    def number(self, x: Any) -> Any:
        return Fraction(x)


def expanded(of: Law, given: dict[str, Any], n: int) -> Terms:
    """The output where the parameters and some of the inputs are given; the entries of all inputs are numbered."""
    known, variables = {}, count()
    for name, shape in {**of["parameters"], **of["inputs"]}.items():
        numbers = {place: next(variables) if name in of["inputs"] else 0 for place in places(shape)}
        entries: dict[tuple[int, ...], Terms] = {place: {(v,): 1} for place, v in numbers.items()}
        if name in given:
            entries = {place: {(): x} for place, x in laws.array(given[name]).entries.items()}
        known[name] = Array(tuple(shape), {place: Polynomial(terms, n) for place, terms in entries.items()})
    return Expansion(known, 0, n).output(of).entries[()].terms


def variables_of(of: Law, side: list[str]) -> set[int]:
    names = [name for name, shape in of["inputs"].items() for _ in places(shape)]
    return {v for v, name in enumerate(names) if name in side}


def coefficients(terms: Terms, side: set[int]) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]], list[list[int]]]:
    """The monomials of both sides that occur, and the matrix."""
    split = {key: tuple(tuple(v for v in key if (v in side) == named) for named in (True, False)) for key in terms}
    rows, columns = (sorted({pair[k] for pair in split.values()}) for k in (0, 1))
    table = {split[key]: c for key, c in terms.items()}
    return rows, columns, [[table.get((i, j), 0) for j in columns] for i in rows]


def rank_at(of: Law, side: list[str], given: dict[str, Any], n: int) -> int:
    rows, columns, matrix = coefficients(expanded(of, given, n), variables_of(of, side))
    return int(nmod_mat(len(rows), len(columns), [x for row in matrix for x in row], n).rank()) if rows else 0


def random_rank(of: Law, side: list[str], n: int, seed: int) -> int:
    """The separation rank at random parameters modulo n."""
    source = Random(seed)
    point = {
        name: laws.nested(iter([source.randrange(n) for _ in range(prod(shape))]), shape)
        for name, shape in of["parameters"].items()
    }
    return rank_at(of, side, point, n)


def networks(of: Law, at: list[str]) -> Networks:
    lets, letters = {name: value for name, value in of["let"] if name not in at}, count()

    def choices(parts: list[Networks]) -> Networks:
        return [[leaf for network in chosen for leaf in network] for chosen in product(*parts)]

    def read(value: Any, word: tuple[int, ...]) -> Networks:
        if isinstance(value, str):
            return read(lets[value], word) if value in lets else [[(value, word)]]
        operation, *rest = value
        if operation == "constant":
            return [[("", word)]]
        if operation == "take":
            axes, new = len(laws.array(rest[1]).shape), next(letters)
            return choices([read(rest[0], (new, *word[axes:])), [[("", (*word[:axes], new))]]])
        if operation == "apply":
            powers = [k for k, c in enumerate(rest[0]) if c]
            return [network for k in powers for network in choices([read(rest[1], word) for _ in range(k)])]
        if operation == "einsum":
            words, out = rest[0].split("->")
            known = dict(zip(out, word, strict=True))
            for letter in words.replace(",", ""):
                known.setdefault(letter, next(letters))
            pairs = zip(words.split(","), rest[1:], strict=True)
            return choices([read(part, tuple(known[letter] for letter in letters_of)) for letters_of, part in pairs])
        return [network for part in rest for network in read(part, word)]

    return read(of["output"], ())


def sides_of(of: Law, side: list[str], name: str) -> set[int]:
    """0 and 1 for the inputs that a name depends on."""
    return {int(x not in side) for x in laws.names_in(of, name) if x in of["inputs"]} if name else set()


def true(claim: Any, evidence: Any, p: int) -> bool:
    of, side, rank = claim["split"]["law"], claim["split"]["inputs"], claim["rank"]
    if claim["kind"].endswith("-most"):
        return all(random_rank(of, side, p or PRIME, seed) <= rank for seed in range(5 if p else 1))
    if p:  # the field may have no generic point
        return rank_at(of, side, {**evidence["point"], **evidence["inputs"]}, p) >= rank
    return random_rank(of, side, PRIME, 3) >= rank
