"""Decides anew, with python-flint and by brute force, whether a claim that the checker accepted is true.

The claim is examined by other means than the checker's wherever a small instance allows it: ranks by elimination in
flint, Kruskal ranks by all subsets, ranks over small finite fields by breadth-first search, points by the rank of each
matrix, dimensions of laws by random derivatives. Where a witness is needed (a decomposition, a second one, an
identity), it is evaluated in another way.
"""

from __future__ import annotations

import operator
import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product
from math import isqrt, prod
from typing import Any

from flint import fmpq, fmpq_mat, fmpq_poly, nmod_mat

from . import decompositions_oracle, flows_oracle, laws, ranks_oracle, separation_oracle, weights_oracle
from .law_corpus import random_rows

Vector = list[Fraction]


def numbers(value: Any) -> Any:
    """Nested lists of numbers as Fractions."""
    return [numbers(x) for x in value] if isinstance(value, list) else Fraction(value)


def characteristic(field: str) -> int:
    return int(field[3:-1]) if field.startswith("GF") else 0


def elements(value: Any, p: int) -> Any:
    """A JSON value with its numbers as elements of the field; laws, which have other strings too, as they are."""
    if isinstance(value, dict) and set(value) == {"factors"}:
        return {"factors": elements(value["factors"], p)}
    if isinstance(value, list):
        return [elements(x, p) for x in value]
    return value if isinstance(value, dict) else residue(Fraction(value), p) if p else Fraction(value)


def rational(x: Fraction) -> fmpq:
    return fmpq(x.numerator, x.denominator)


def residue(x: Fraction, p: int) -> int:
    return x.numerator * pow(x.denominator, -1, p) % p


def rank(rows: list[Vector], p: int) -> int:
    if not rows or not rows[0]:
        return 0
    if p:
        return nmod_mat(len(rows), len(rows[0]), [residue(x, p) for row in rows for x in row], p).rank()
    return fmpq_mat(len(rows), len(rows[0]), [rational(x) for row in rows for x in row]).rank()


def transposed(matrix: list[Vector]) -> list[Vector]:
    return [list(column) for column in zip(*matrix, strict=True)]


def kruskal_rank(matrix: list[Vector], p: int) -> int:
    columns = transposed(matrix)
    k = 0
    while k < len(columns) and all(rank(list(some), p) == k + 1 for some in combinations(columns, k + 1)):
        k += 1
    return k


def khatri_rao(factors: list[list[Vector]]) -> list[Vector]:
    heights = [range(len(factor)) for factor in factors]
    terms = range(len(factors[0][0]))
    return [
        [prod(factor[i][r] for factor, i in zip(factors, place, strict=True)) for r in terms]
        for place in product(*heights)
    ]


class Tensor:
    def __init__(self, shape: tuple[int, ...], entries: dict[tuple[int, ...], Fraction], p: int) -> None:
        self.shape, self.p = shape, p
        self.entries = {place: Fraction(residue(x, p)) if p else x for place, x in entries.items()}

    def flattening_rank(self, modes: tuple[int, ...]) -> int:
        others = [mode for mode in range(len(self.shape)) if mode not in modes]
        table: dict[tuple[int, ...], dict[tuple[int, ...], Fraction]] = {}
        for place, x in self.entries.items():
            table.setdefault(tuple(place[m] for m in modes), {})[tuple(place[m] for m in others)] = x
        return rank([[row[key] for key in sorted(row)] for row in table.values()], self.p)

    def flattening_ranks(self) -> Iterator[int]:
        order = len(self.shape)
        for size in range(1, order // 2 + 1):
            for modes in combinations(range(order), size):
                yield self.flattening_rank(modes)

    def vector(self) -> tuple[Fraction, ...]:
        return tuple(self.entries[place] for place in sorted(self.entries))


def places(shape: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    return product(*map(range, shape))


def sum_of(factors: list[list[Vector]], p: int) -> Tensor:
    shape = tuple(map(len, factors))
    terms = range(len(factors[0][0]))
    entries = {
        place: sum(
            (prod((f[i][r] for f, i in zip(factors, place, strict=True)), start=Fraction(1)) for r in terms),
            Fraction(0),
        )
        for place in places(shape)
    }
    return Tensor(shape, entries, p)


def tensor(value: Any, p: int) -> Tensor:
    if isinstance(value, dict):
        return sum_of(numbers(value["factors"]), p)
    shape, part = [], value
    while isinstance(part, list):
        shape.append(len(part))
        part = part[0]
    entries = {}
    for place in places(tuple(shape)):
        x = value
        for i in place:
            x = x[i]
        entries[place] = Fraction(x)
    return Tensor(tuple(shape), entries, p)


# ------------------------------------------------------------------------------------------------------ uniqueness


def terms_nonzero(factors: list[list[Vector]], p: int) -> bool:
    return all(rank([column], p) == 1 for factor in factors for column in transposed(factor))


def groupings(order: int) -> Iterator[list[list[int]]]:
    """All ways to put the modes into groups."""
    if order == 0:
        yield []
        return
    for rest in groupings(order - 1):
        yield [*rest, [order - 1]]
        for i in range(len(rest)):
            yield [group + [order - 1] * (i == j) for j, group in enumerate(rest)]


def by_kruskal(factors: list[list[Vector]], p: int) -> bool:
    terms = len(factors[0][0])
    for grouping in groupings(len(factors)):
        if len(grouping) >= 3:
            ranks = [kruskal_rank(khatri_rao([factors[mode] for mode in group]), p) for group in grouping]
            if sum(ranks) >= 2 * terms + len(grouping) - 1:
                return True
    return False


def by_lovitz_petrov(factors: list[list[Vector]], p: int) -> bool:
    columns = [transposed(factor) for factor in factors]
    terms = range(len(factors[0][0]))
    for size in range(2, len(terms) + 1):
        for some in combinations(terms, size):
            if 2 * size > 1 + sum(rank([factor[r] for r in some], p) - 1 for factor in columns):
                return False
    return True


def compound_rank(a: list[Vector], b: list[Vector], p: int) -> int:
    pairs = list(combinations(range(len(a[0])), 2))

    def minors(matrix: list[Vector]) -> list[Vector]:
        return [[x[i] * y[j] - x[j] * y[i] for i, j in pairs] for x, y in combinations(matrix, 2)]

    return rank([[x * y for x, y in zip(one, two, strict=True)] for one in minors(a) for two in minors(b)], p)


def element(a: list[Vector], b: list[Vector], d: Vector) -> list[Vector]:
    """The matrix A·diag(d)·Bᵀ."""
    return [
        [sum((x * y * z for x, y, z in zip(row, d, column, strict=True)), Fraction(0)) for column in b] for row in a
    ]


def one_group_of_full_rank(factors: list[list[Vector]], p: int, evidence: Any, field: str) -> bool:
    """One of the three rules that need a group C of full column rank; the evidence says which groups."""
    c, a, b = (khatri_rao([factors[mode] for mode in group]) for group in evidence["grouping"])
    terms = len(factors[0][0])
    if rank(c, p) < terms:
        return False
    if compound_rank(a, b, p) == terms * (terms - 1) // 2:
        return True
    if "pairs" in evidence:
        return identities_hold(a, b, evidence["pairs"], p)
    return "modulus" in evidence and field not in ("R", "C") and only_the_axes(a, b, evidence["modulus"], not p)


def identities_hold(a: list[Vector], b: list[Vector], pairs: Any, p: int) -> bool:
    """At random points, where quadrics are minors of one matrix."""
    source, terms = random.Random(7), len(a[0])
    for _ in range(8):
        d = [Fraction(source.randrange(1, 10**6)) for _ in range(terms)]
        matrix = element(a, b, d)
        for (i, j), pair in zip(combinations(range(terms), 2), pairs, strict=True):
            value = -((d[i] * d[j]) ** pair["power"])
            for c, exponent, (x, y, s, t) in pair["summands"]:
                minor = matrix[x][s] * matrix[y][t] - matrix[x][t] * matrix[y][s]
                value += Fraction(c) * prod(z**e for z, e in zip(d, exponent, strict=True)) * minor
            if residue(value, p) if p else value:
                return False
    return True


def only_the_axes(a: list[Vector], b: list[Vector], n: int, transversal: bool) -> bool:
    terms, left, right = len(a[0]), transposed(a), transposed(b)
    products = [[x * y for x in one for y in two] for one, two in zip(left, right, strict=True)]
    entries = [[residue(x, n) for x in column] for column in zip(*products, strict=True)]
    for d in product(range(n), repeat=terms):
        if sum(x != 0 for x in d) >= 2 and next(filter(None, d)) == 1:
            matrix = [sum(map(operator.mul, entry, d)) % n for entry in entries]
            if nmod_mat(len(a), len(b), matrix, n).rank() <= 1:
                return False
    for r in range(terms if transversal else 0):
        # the tangent space of the matrices of rank one at the r-th meets the span of all in a line
        size, width = len(a), len(b)
        tangent = [[left[r][i] * (j == k) for i in range(size) for j in range(width)] for k in range(width)]
        tangent += [[right[r][j] * (i == k) for i in range(size) for j in range(width)] for k in range(size)]
        if rank(tangent + products, n) != size + width - 1 + terms - 1:
            return False
    return True


def essentially_unique(claim: Any, step: Any) -> bool:
    factors, p = numbers(claim["factors"]), characteristic(claim["field"])
    if not terms_nonzero(factors, p):
        return False
    if len(factors[0][0]) == 1 or by_lovitz_petrov(factors, p) or by_kruskal(factors, p):
        return True
    grouping = step["evidence"].get("grouping", ())
    return len(grouping) == 3 and one_group_of_full_rank(factors, p, step["evidence"], claim["field"])


# ---------------------------------------------------------------------------------------- decompositions with a root


class Algebra:
    """Entries as polynomials: modulo f for a root, or power series; constants if there is neither."""

    def __init__(self, root: Any, field: str) -> None:
        self.f = fmpq_poly([rational(Fraction(c)) for c in root["polynomial"]]) if root else fmpq_poly([0, 1])
        self.plain, self.p = not root, characteristic(field)
        self.sound = True
        if root:
            ends = [rational(Fraction(x)) for x in root["interval"]]
            crosses = len(ends) == 2 and ends[0] < ends[1] and self.f(ends[0]) * self.f(ends[1]) < 0
            self.sound = self.f.degree() >= 1 and (crosses if field == "R" else field == "C")

    def read(self, x: Any) -> fmpq_poly:
        return fmpq_poly([rational(Fraction(c)) for c in (x if isinstance(x, list) else [x])])

    def factors(self, value: Any) -> Any:
        return [[[self.read(x) for x in row] for row in factor] for factor in value]

    def term(self, factors: Any, r: int) -> dict[tuple[int, ...], fmpq_poly]:
        result = {}
        for place in places(tuple(map(len, factors))):
            x = fmpq_poly([1])
            for factor, i in zip(factors, place, strict=True):
                x = x * factor[i][r] % self.f if not self.plain else x * factor[i][r]
            result[place] = x
        return result

    def zero(self, x: fmpq_poly) -> bool:
        if self.p:
            return all(int(c.p) % self.p == 0 for c in x.coeffs())
        return not x if self.plain else not x % self.f

    def never_zero(self, x: fmpq_poly) -> bool:
        return not self.zero(x) if self.plain else x.gcd(self.f).degree() == 0


def value_of(x: Fraction) -> fmpq_poly:
    return fmpq_poly([rational(x)])


def decomposes(target: Tensor, evidence: Any, field: str) -> bool:
    algebra = Algebra(evidence["root"], field)
    factors = algebra.factors(evidence["factors"])
    if not algebra.sound or tuple(map(len, factors)) != target.shape:
        return False
    terms = [algebra.term(factors, r) for r in range(len(factors[0][0]))]
    for place, x in target.entries.items():
        if not algebra.zero(sum((term[place] for term in terms), fmpq_poly([])) - value_of(x)):
            return False
    return True


def approaches(target: Tensor, evidence: Any, field: str) -> bool:
    algebra, h = Algebra(None, field), evidence["order"]
    factors = algebra.factors(evidence["factors"])
    if tuple(map(len, factors)) != target.shape:
        return False
    terms = [algebra.term(factors, r) for r in range(len(factors[0][0]))]
    for place, x in target.entries.items():
        total = sum((term[place] for term in terms), fmpq_poly([]))
        wanted = [Fraction(0)] * h + [x]
        for i, c in enumerate(wanted):
            difference = Fraction(int(total[i].p), int(total[i].q)) - c
            if residue(difference, algebra.p) if algebra.p else difference:
                return False
    return True


def has_a_second(claim: Any, evidence: Any) -> bool:
    p, algebra = characteristic(claim["field"]), Algebra(evidence["root"], claim["field"])
    given, others = numbers(claim["factors"]), algebra.factors(evidence["factors"])
    if not (algebra.sound and terms_nonzero(given, p) and decomposes(sum_of(given, p), evidence, claim["field"])):
        return False
    count = len(given[0][0])
    mine = [
        {place: value_of(x) for place, x in sum_of([[[row[r]] for row in f] for f in given], p).entries.items()}
        for r in range(count)
    ]
    theirs = [algebra.term(others, r) for r in range(count)]
    if len(others[0][0]) != count or not all(any(map(algebra.never_zero, term.values())) for term in theirs):
        return False
    return any(all(any(algebra.never_zero(one[place] - two[place]) for place in one) for two in theirs) for one in mine)


# ---------------------------------------------------------------------------------------------- tensor rank, all kinds


def rank_by_search(target: Tensor, most: int) -> int:
    """The rank over GF(p), or most + 1 if it is larger, by breadth-first search over all tensors."""
    p, shape = target.p, target.shape
    ones = set()
    for vectors in product(*(product(range(p), repeat=size) for size in shape)):
        ones.add(tuple(prod(v[i] for v, i in zip(vectors, place, strict=True)) % p for place in places(shape)))
    wanted = tuple(int(x) for x in target.vector())
    reached = {(0,) * len(wanted)}
    for length in range(most + 1):
        if wanted in reached:
            return length
        if length < most:
            reached = {tuple((x + y) % p for x, y in zip(one, two, strict=True)) for one in reached for two in ones}
    return most + 1


def cube_rank_is_three(target: Tensor, field: str) -> bool:
    """For 2×2×2 with flattenings of rank 2: the pencil of slices has no two different roots in the field."""
    t = target.entries
    if any(r < 2 for r in target.flattening_ranks()):
        return False
    slices = [[t[k, 0, 0], t[k, 0, 1], t[k, 1, 0], t[k, 1, 1]] for k in (0, 1)]
    at = [[u + x * v for u, v in zip(*slices, strict=True)] for x in (0, 1, -1)]
    c, plus, minus = (m[0] * m[3] - m[1] * m[2] for m in at)
    b, a = (plus - minus) / 2, (plus + minus) / 2 - c
    if target.p:
        roots = [x for x in range(target.p) if residue(a * x * x + b * x + c, target.p) == 0]
        return len(roots) + (residue(a, target.p) == 0) != 2
    discriminant = b * b - 4 * a * c
    if field == "C":
        return discriminant == 0
    if field == "R" or discriminant <= 0:
        return discriminant <= 0
    number = discriminant.numerator * discriminant.denominator
    return isqrt(number) ** 2 != number


def tensor_rank_at_least(claim: Any, step: Any, steps: list[Any]) -> bool:
    p, r = characteristic(claim["field"]), claim["rank"]
    target = tensor(claim["tensor"], p)
    if r <= max(target.flattening_ranks()):
        return True
    if step["rule"] in ("flattening", "substitution-method"):
        second = ranks_oracle.koszul_bound if step["rule"] == "flattening" else ranks_oracle.removed_slices
        return r <= second(target.shape, target.entries, step["evidence"], p, numbers)
    if step["rule"] == "uniqueness":
        premise = steps[step["premises"][0]]
        factors = numbers(premise["claim"]["factors"])
        same = sum_of(factors, p).entries == target.entries and len(factors[0][0]) == r
        return same and essentially_unique(premise["claim"], premise)
    if p and p ** prod(target.shape) <= (10**6 if r <= 3 else 5000):  # as for 3×2×2 over GF(3), or over GF(2)
        return rank_by_search(target, r - 1) == r
    return r == 3 and target.shape == (2, 2, 2) and p < 10**4 and cube_rank_is_three(target, claim["field"])


# ------------------------------------------------------------------------------------------------ dimensions of laws

PRIME = 2**61 - 1


def dimension_up_to(law: Any, most: int, seed: int) -> int:
    """The smaller of two numbers, almost surely: the dimension of a law in characteristic 0, and another."""
    source, width = random.Random(seed), min(most, laws.size(law["parameters"]))

    def entries(shape: Any) -> Any:
        return laws.nested(iter([source.randrange(PRIME) for _ in range(prod(shape))]), shape)

    def point(shapes: Any) -> Any:
        return {name: entries(shape) for name, shape in shapes.items()}

    output = laws.shape_of(law, law["output"])
    directions = [[source.randrange(PRIME) for _ in range(laws.size(law["parameters"]))] for _ in range(width)]
    rows = [[point(law["inputs"]), entries(output)] for _ in range(width)]
    matrix = laws.derivatives(law, point(law["parameters"]), rows, PRIME, directions)
    return nmod_mat(width, width, [x for row in matrix for x in row], PRIME).rank() if width else 0


def dimension_at_least(claim: Any, evidence: Any) -> bool:
    law, rank, p = claim["law"], claim["rank"], characteristic(claim["field"])
    if not p:
        return any(dimension_up_to(law, rank, seed) == rank for seed in range(3))
    chosen = evidence.get("rows") or random_rows(law, 2 * rank + 5, random.Random(5), p)  # of coefficients: any that do
    rows = laws.derivatives(law, evidence["point"], chosen, p)  # the field may have no generic point
    return not rank or nmod_mat(len(rows), len(rows[0]), [x for row in rows for x in row], p).rank() >= rank


def dimension_at_most(claim: Any) -> bool:
    law, rank = claim["law"], claim["rank"]
    if characteristic(claim["field"]):
        return False  # no rule is for this
    return rank >= laws.size(law["parameters"]) or dimension_up_to(law, rank + 1, 7) <= rank


def true(certificate: Any, index: int = -1) -> bool:
    """Whether the claim of a step of an accepted certificate is true."""
    steps = certificate["steps"]
    step = steps[index]
    claim = step["claim"]
    family, _, side = claim["kind"].rpartition("-at-")
    p = characteristic(claim["field"])
    if claim["kind"].endswith("-between"):
        bounds = [steps[i]["claim"] for i in step["premises"]]
        about = next(key for key in ("matrix", "tensor", "law", "split") if key in claim)
        right = all(
            (bound["kind"], bound["rank"], bound["field"])
            == (claim["kind"].replace("between", f"at-{side}"), claim[value], claim["field"])
            and elements(bound[about], p) == elements(claim[about], p)
            for bound, side, value in zip(bounds, ("least", "most"), ("lower", "upper"), strict=True)
        )
        return right and all(true(certificate, i) for i in step["premises"])
    if claim["kind"] == "essentially-unique":
        return essentially_unique(claim, step)
    if claim["kind"] == "not-essentially-unique":
        return has_a_second(claim, step["evidence"])
    if claim["kind"] == "number-of-decompositions":
        return decompositions_oracle.true(claim, lambda factors: by_kruskal(factors, 0) or by_lovitz_petrov(factors, 0))
    if claim["kind"] == "not-determined":
        return weights_oracle.true(claim, step["evidence"])
    if claim["kind"] in flows_oracle.KINDS:
        return flows_oracle.true(claim, steps, step, p)
    if family == "separation-rank":
        return separation_oracle.true(claim, step["evidence"], p)
    if family == "k-rank":
        k = kruskal_rank(numbers(claim["matrix"]), p)
        return k >= claim["rank"] if side == "least" else k <= claim["rank"]
    if family == "dimension":
        return dimension_at_least(claim, step["evidence"]) if side == "least" else dimension_at_most(claim)
    if side == "most":
        target = tensor(claim["tensor"], p)
        proved = decomposes if family == "tensor-rank" else approaches
        enough = len(step["evidence"]["factors"][0][0]) == claim["rank"]
        return enough and proved(target, step["evidence"], claim["field"])
    if family == "border-rank":
        target = tensor(claim["tensor"], p)
        bound = ranks_oracle.koszul_bound(target.shape, target.entries, step["evidence"], p, numbers)
        return claim["rank"] <= max(bound, *target.flattening_ranks())
    return tensor_rank_at_least(claim, step, steps)
