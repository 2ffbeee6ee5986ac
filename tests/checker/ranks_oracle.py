"""A second reading of Koszul flattenings and of substitutions; see ``oracle``. Nothing of the package.

A Koszul flattening is put together from contractions: its column at S and b is e_S ∧ T(b). Polynomials are FLINT's, and
tensors dictionaries from indices to polynomials.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import comb, prod
from typing import Any

from flint import fmpq, fmpq_mpoly_ctx, nmod_mat, nmod_mpoly_ctx

PRIME = 2**61 - 1
Entries = dict[tuple[int, ...], Any]
Wedge = dict[tuple[int, ...], int]


def wedge(one: Wedge, t: int, x: int) -> Wedge:
    """Times x e_t: t moves to the left past all that are larger."""
    result = {}
    for S, y in one.items():
        if t not in S:
            larger = sum(s > t for s in S)
            result[tuple(sorted((*S, t)))] = (-1) ** larger * x * y
    return result


def koszul_bound(shape: tuple[int, ...], entries: Entries, evidence: Any, p: int, numbers: Any) -> int:
    """The border rank is at least this, by the map that the evidence names; modulo p, or a large prime."""
    q = p or PRIME
    groups = evidence["modes"]
    ranges = [list(product(*(range(shape[m]) for m in group))) for group in groups]
    maps = numbers(evidence["restriction"]) if evidence["restriction"] is not None else None

    def number(x: Any) -> int:
        return int(Fraction(x).numerator * pow(Fraction(x).denominator, -1, q) % q)

    def entry(*parts: tuple[int, ...]) -> int:
        place = dict(pair for group, part in zip(groups, parts, strict=True) for pair in zip(group, part, strict=True))
        return number(entries.get(tuple(place[m] for m in range(len(shape))), 0))

    size = len(ranges[0]) if maps is None else len(maps)
    weights = [[int(i == t) for i in range(size)] for t in range(size)] if maps is None else maps
    power = evidence["power"]
    targets = list(combinations(range(size), power + 1))
    columns = []
    for S, b in product(combinations(range(size), power), ranges[1]):
        column = []
        for c in ranges[2]:
            slices = [entry(a, b, c) for a in ranges[0]]
            total: Wedge = {}
            for t, row in enumerate(weights):
                x = sum(number(w) * y for w, y in zip(row, slices, strict=True))
                for T, y in wedge({S: 1}, t, x).items():
                    total[T] = total.get(T, 0) + y
            column += [total.get(T, 0) % q for T in targets]
        columns.append(column)
    rank = nmod_mat(len(columns), len(columns[0]), [x for column in columns for x in column], q).rank()
    return -(-rank // comb(size - 1, power))


def removed_slices(shape: tuple[int, ...], entries: Entries, evidence: Any, p: int, numbers: Any) -> int:
    """How many slices are removed if every identity holds, else −1."""
    steps = evidence["eliminations"]
    sizes, count = list(shape), 0
    for step in steps:
        count += (sizes[step["mode"]] - len(step["removed"])) * len(step["removed"])
        sizes[step["mode"]] -= len(step["removed"])
    names = tuple(f"x{i}" for i in range(max(count, 1)))
    ring = nmod_mpoly_ctx.get(names, modulus=p, ordering="lex") if p else fmpq_mpoly_ctx.get(names, "lex")
    variables = ring.gens()

    def constant(x: Any) -> Any:
        x = Fraction(numbers(x))
        return ring.constant(x.numerator * pow(x.denominator, -1, p) % p if p else fmpq(x.numerator, x.denominator))

    def polynomial(terms: Any) -> Any:
        return sum((constant(c) * prod((variables[i] for i in of), start=ring.constant(1)) for c, of in terms), zero)

    zero, sizes, unknown, total = ring.constant(0), list(shape), iter(variables), 0
    tensor = {place: constant(entries.get(place, 0)) for place in product(*map(range, shape))}
    for step in steps:
        mode, removed = step["mode"], step["removed"]
        kept = [i for i in range(sizes[mode]) if i not in removed]
        lines = list(product(*(range(n) for m, n in enumerate(sizes) if m != mode)))

        def at(line: tuple[int, ...], i: int, mode: int = mode) -> tuple[int, ...]:
            return (*line[:mode], i, *line[mode:])

        gone = [
            {
                line: tensor[at(line, j)]
                + sum((polynomial(c) * tensor[at(line, i)] for i, c in zip(kept, row, strict=True)), zero)
                for line in lines
            }
            for j, row in zip(removed, step["combinations"], strict=True)
        ]
        for (i, one), j in product(enumerate(gone), range(len(removed))):
            inverse = (polynomial(row[j]) for row in step["inverse"])
            if sum((one[line] * x for line, x in zip(lines, inverse, strict=True)), zero) != int(i == j):
                return -1
        factors = [[next(unknown) for _ in removed] for _ in kept]
        tensor = {
            at(line, new): tensor[at(line, i)]
            + sum((f * one[line] for f, one in zip(factors[new], gone, strict=True)), zero)
            for line in lines
            for new, i in enumerate(kept)
        }
        sizes[mode] = len(kept)
        total += len(removed)
    return total
