"""The trusted kernel: decides whether a certificate proves its claim, and trusts nothing that the certificate says.

One file, standard library only: ``python -I -S checker.py cert.json ...``. The format, each rule and the proof that it
is sound are in ``proofs/certificate-format.md``, which this file follows section by section.

``require`` guards the form of the text (else *malformed*), ``establish`` the mathematics (else *rejected*). A rule is a
generator: up to its one ``yield`` it reads its step and yields an upper bound of its work; past it, it works. So the
work of all steps is known before any starts, and too much is declined at once. A unit is about 0.1 microseconds. Its
parameters are the claim, `evidence` if it needs any, and its premises, one by one. A rule that returns no conclusion
adds nothing to what its premises trust, and holds over the extensions over which they hold.
Numbers are ``int`` or ``Fraction``, residues over GF(p); algebraic numbers and power series are ``Quotient``, which
mixes with numbers. A matrix is a list of rows.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterable, Sequence
from fractions import Fraction
from functools import cache, cached_property, partial, reduce
from inspect import signature
from itertools import accumulate, combinations, combinations_with_replacement, product, repeat, zip_longest
from math import comb, gcd, isqrt, prod
from operator import add, itemgetter, mul, or_
from typing import Any, NamedTuple

LIMIT_CHARACTERS = 20_000_000
LIMIT_DIGITS = 100_000  # of one integer; of several, the root of the sum of the squares
LIMIT_WORK = 200_000_000  # units, all steps together: some twenty seconds
RATIONAL = re.compile(r"(-?[1-9][0-9]*)/([1-9][0-9]*)", re.ASCII)
FINITE_FIELD = re.compile(r"GF\(([1-9][0-9]{0,12})\)", re.ASCII)
LIMIT_CHOICE = 100  # beyond this a number of subsets or points is too large without being computed
FAMILIES = {"k-rank": "matrix", "tensor-rank": "tensor", "border-rank": "tensor"}  # what each is about
FAMILIES |= {"dimension": "law", "separation-rank": "split", "conserved": "law"}
Claim = dict[str, Any]
Matrix = list[list[Any]]
Basis = list[tuple[int, list[int]]]  # pivot and row, the row 1 at its pivot


class Stop(Exception):
    """Its arguments are an answer and the reason."""


def require(condition: object, text: str) -> None:
    if not condition:
        raise Stop("malformed", text)


def establish(condition: object, text: str) -> None:
    if not condition:
        raise Stop("rejected", text)


def within(size: int, limit: int, text: str) -> None:
    if size > limit:
        raise Stop("over the limit", text)


class Conclusion(NamedTuple):
    extensions: bool  # proved over every extension of the field, too
    trusts: tuple[str, ...] = ()


class Judgement(NamedTuple):
    answer: str
    reason: str
    conclusion: Conclusion = Conclusion(False)


class Step:
    def __init__(self, claim: Claim, rule: Callable[..., Rule], evidence: list[Any], premises: list[Step]) -> None:
        self.claim, self.rule, self.evidence, self.premises = claim, rule, evidence, premises
        self.conclusion = Conclusion(False)


Rule = Generator[int, None, Any]  # a Conclusion, or nothing


# -------------------------------------------------------------------------------------------------------- reading


def read_json(text: str, lengths: list[int]) -> Any:
    def distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        require(len(dict(pairs)) == len(pairs), "an object has a key twice")
        return dict(pairs)

    # the time to read integers grows with the squares of their lengths
    within(isqrt(sum(map(mul, lengths, lengths))), LIMIT_DIGITS, "an integer has too many digits, or many have")
    require("\\" not in text, "strings are written without escapes")
    sys.set_int_max_str_digits(LIMIT_DIGITS)
    try:
        return json.loads(text, object_pairs_hook=distinct)  # what it reads as a float, no reader below accepts
    except (json.JSONDecodeError, RecursionError) as error:
        raise Stop("malformed", f"not JSON, or nested too deeply: {error}") from None  # guard: None is malformed, too


def slowness(text: str, lengths: list[int]) -> int:
    """Units of one multiplication of numbers as long as the longest in the text; fractions are ten times slower."""
    words = max(lengths, default=0) // 19
    return (10 if re.search(r"[0-9]/[0-9]", text) else 1) * (1 + words + words * isqrt(words) // 8)


class Field(NamedTuple):
    name: str
    p: int  # the characteristic


def read_field(value: Any) -> Field:
    match = FINITE_FIELD.fullmatch(value) if isinstance(value, str) else None
    require(match or value in ("Q", "R", "C"), "a field is Q, R, C or GF(p)")
    p = int(match[1]) if match else 0
    within(p, 2**40, "the primes of fields are below 2^40")
    require(not match or is_prime(p), f"{p} is not prime")
    return Field(value, p)


@cache
def is_prime(p: int) -> bool:
    return p > 1 and all(p % q for q in range(2, isqrt(p) + 1))


def members(value: Any, *names: str) -> list[Any]:
    require(isinstance(value, dict) and set(value) == set(names), f"an object with the keys {names} is expected")
    return [value[name] for name in names]


def items(value: Any, size: int = -1) -> list[Any]:
    require(type(value) is list and size in (-1, len(value)), "a list is expected" + f" of length {size}" * (size >= 0))
    return value  # type: ignore[no-any-return]  # mypy cannot see that `require` has just said so; a copy would cost


def natural(value: Any) -> int:
    require(type(value) is int and value >= 0, "a natural number is expected")
    return int(value)


def indices(value: Any, size: int, length: int = -1) -> list[int]:
    require(all(natural(i) < size for i in items(value, length)), f"indices are below {size}")
    return value  # type: ignore[no-any-return]  # as in `items`


def number(value: Any, p: int) -> Any:
    """An integer or "a/b" in lowest terms, as an element of Q (p = 0) or of GF(p)."""
    if type(value) is int:
        return value % p if p else value
    match = RATIONAL.fullmatch(value) if isinstance(value, str) else None
    require(match, "a number is an integer or a string a/b")
    a, b = int(match[1]), int(match[2])  # type: ignore[index]  # `require` has just said that it matches
    require(b > 1 and gcd(a, b) == 1, "a rational number is in lowest terms and no integer")
    require(not p or b % p, "a denominator vanishes in the field")
    return a * pow(b, -1, p) % p if p else Fraction(a, b)


def read_matrix(value: Any, entry: Callable[[Any], Any], rows: int = -1, columns: int = -1) -> Matrix:
    """A prescribed number of rows (≥ 1) or columns (≥ 0) is checked; where none is, there is at least one."""
    require(items(value, rows), "a matrix has a row")
    width = columns if columns >= 0 else len(items(value[0]))
    require(columns >= 0 or width, "a matrix has a column")
    return [[entry(x) for x in items(row, width)] for row in value]


def read_factors(value: Any, entry: Callable[[Any], Any]) -> list[Matrix]:
    within(len(items(value)), 100, "there are more than 100 modes")
    factors = [read_matrix(factor, entry) for factor in value]
    widths = {len(factor[0]) for factor in factors}
    require(len(factors) >= 2 and len(widths) == 1, "there are at least two factors, with one column per term")
    return factors


class Tensor(NamedTuple):
    shape: tuple[int, ...]
    flat: list[Any]  # row-major; empty if factors are given
    factors: list[Matrix]

    def entries(self, p: int) -> list[Any]:
        return self.flat or [x % p if p else x for x in term_sum(self.factors)]

    def cost(self) -> int:
        return 4 * prod(self.shape) + (sum_cost(self.factors) if self.factors else 0)


def rectangular(value: Any) -> tuple[tuple[int, ...], list[Any]]:
    """The shape of a nested list and its leaves, row-major; no list is empty."""
    shape: list[int] = []
    flat = [value]
    while type(flat[0]) is list:
        shape.append(len(flat[0]))
        within(len(shape), 100, "there are more than 100 modes")
        flat = [x for part in flat for x in items(part, shape[-1])]
        require(flat, "a tensor has no empty part")
    return tuple(shape), flat


def read_tensor(value: Any, p: int) -> Tensor:
    if isinstance(value, dict):
        return given_by(read_factors(members(value, "factors")[0], partial(number, p=p)))
    shape, flat = rectangular(items(value))
    require(len(shape) >= 2, "a tensor has at least two modes")
    return Tensor(shape, [number(x, p) for x in flat], [])


def given_by(factors: list[Matrix]) -> Tensor:
    return Tensor(tuple(map(len, factors)), [], factors)


# ----------------------------------------------------------------------------------------------------- arithmetic


class Quotient:
    """An element of Q[t]/(f) or GF(p)[t]/(f), f monic; coefficients from the constant on."""

    def __init__(self, coefficients: list[Any], f: list[Any]) -> None:
        rest = list(coefficients)
        while len(rest) >= len(f):
            top = rest.pop()
            for i in range(len(f) - 1):
                rest[i - len(f) + 1] -= top * f[i]
        self.coefficients, self.f = rest, f

    def __add__(self, other: Any) -> Quotient:
        return Quotient([x + y for x, y in zip_longest(self.coefficients, lift(other), fillvalue=0)], self.f)

    def __mul__(self, other: Any) -> Quotient:
        result: list[Any] = [0] * (len(self.coefficients) + len(lift(other)))
        for (i, x), (j, y) in product(enumerate(self.coefficients), enumerate(lift(other))):
            result[i + j] += x * y
        return Quotient(result, self.f)

    __radd__, __rmul__ = __add__, __mul__


def lift(x: Any) -> list[Any]:
    return x.coefficients if isinstance(x, Quotient) else [x]


def weight(x: Any) -> int:
    """How many multiplications of numbers one of x is; those modulo the polynomial of a root have growing fractions."""
    length = len(lift(x))
    return length**2 * (10 + length if any(getattr(x, "f", [])[:-1]) else 1)


def vanishes(x: Any, p: int) -> bool:
    return not any(c % p if p else c for c in lift(x))


def certainly_nonzero(x: Any, p: int) -> bool:
    """Nonzero, and if x is a polynomial in t: at every root of f, since the two have no common divisor."""
    if not isinstance(x, Quotient):
        return not vanishes(x, p)
    a, b = x.f, x.coefficients
    while any(b):
        while not b[-1]:
            b = b[:-1]
        a, b = b, Quotient(a, [c / Fraction(b[-1]) for c in b]).coefficients
    return len(a) == 1


def residue(x: Any, n: int) -> int:
    if type(x) is int:
        return x % n
    establish(gcd(x.denominator, n) == 1, "a denominator is no unit modulo the modulus")
    return int(x.numerator * pow(x.denominator, -1, n) % n)


def integer_product(left: Iterable[list[int]], right: Matrix, bound: int) -> Iterable[list[int]]:
    """The rows of left · right, whose entries are at most `bound` in absolute value.

    Each row of `right` is one integer whose digits are so wide, and balanced by a half, that none carries.
    """
    width = bound.bit_length() // 8 + 1
    half, size = 1 << 8 * width - 1, width * len(right[0])
    bias = int.from_bytes(half.to_bytes(width, "little") * len(right[0]), "little")
    shifted = (b"".join((x + half).to_bytes(width, "little") for x in row) for row in right)
    packed = [int.from_bytes(digits, "little") - bias for digits in shifted]
    for row in left:
        digits = (sum(map(mul, row, packed)) + bias).to_bytes(size, "little")
        yield [int.from_bytes(digits[i : i + width], "little") - half for i in range(0, size, width)]


def product_mod(left: Matrix, right: Matrix, n: int) -> Matrix:
    """left · right mod n, for residues."""
    return [[x % n for x in row] for row in integer_product(left, right, (1 + len(right)) * n * n)]


def extended(basis: Basis, vector: list[int], n: int) -> Basis:
    """The basis, with the rest of the vector modulo it if this rest has an entry that is a unit mod n."""
    for pivot, row in basis:
        if factor := vector[pivot]:
            vector = [(x - factor * y) % n for x, y in zip(vector, row, strict=True)]
    for pivot, x in enumerate(vector):
        if gcd(x, n) == 1:
            inverse = pow(x, -1, n)
            return [*basis, (pivot, [inverse * y % n for y in vector])]
    return basis


def columns_mod(matrix: Matrix, n: int) -> list[list[int]]:
    return [[residue(x, n) for x in column] for column in zip(*matrix, strict=True)]


def khatri_rao(factors: list[Matrix]) -> Iterable[list[Any]]:
    """The rows of the product, in row-major order."""
    return ([*map(prod, zip(*rows, strict=True))] for rows in product(*factors))


def integral(factors: list[Matrix]) -> bool:
    return all(type(x) is int for factor in factors for row in factor for x in row)


def term_sum(factors: list[Matrix]) -> list[Any]:
    """Row-major entries of the sum of the terms: a matrix product, the last factor on the right."""
    rows, right = khatri_rao(factors[:-1]), [list(column) for column in zip(*factors[-1], strict=True)]
    if not right or not integral(factors):
        return [sum(map(mul, row, vector)) for row in rows for vector in factors[-1]]
    bound = len(right) * prod(max(abs(x) for row in factor for x in row) for factor in factors)
    return [x for row in integer_product(rows, right, bound) for x in row]


def sum_cost(factors: list[Matrix]) -> int:
    """Units of `term_sum`, where one of the numbers is a machine word."""
    terms, entries = len(factors[0][0]), prod(map(len, factors))
    rows = entries // len(factors[-1])
    return 6 * entries + terms * (2 * len(factors) * rows + (entries // 8 if integral(factors) else 4 * entries))


def same(left: Sequence[Any], right: Sequence[Any], p: int) -> bool:
    return left == right or all(vanishes(x + -1 * y, p) for x, y in zip(left, right, strict=True))


def terms_nonzero(factors: list[Matrix], p: int) -> None:
    columns = (column for factor in factors for column in zip(*factor, strict=True))
    establish(all(any(certainly_nonzero(x, p) for x in column) for column in columns), "a term is zero")


# ------------------------------------------------------------------------------------ evidence that several rules use


class Minor(NamedTuple):
    rows: list[int]
    columns: list[int]
    n: int
    inverse: Matrix

    def cost(self) -> int:
        return len(self.rows) ** 2 * (20 + len(self.rows) // 8)

    def certify(self, matrix: Sequence[Sequence[Any]]) -> None:
        self.certify_rows(matrix[i] for i in self.rows)

    def certify_rows(self, rows: Iterable[Sequence[Any]]) -> None:
        """The square submatrix times the inverse is the identity mod n, so that its determinant is not zero."""
        square = [[residue(row[j], self.n) for j in self.columns] for row in rows]
        one = [[int(i == j) for j in range(len(square))] for i in range(len(square))]
        establish(not square or product_mod(square, self.inverse, self.n) == one, "a minor is not shown to be a unit")


def read_modulus(value: Any, field: Field) -> int:
    require(natural(value) >= 2 and field.p in (0, value), "a modulus is at least 2, and p over GF(p)")
    return int(value)


def read_minor(value: Any, shape: tuple[int, int], size: int, field: Field) -> Minor:
    rows, columns, modulus, inverse = members(value, "rows", "columns", "modulus", "inverse")
    return minor_of(indices(rows, shape[0], size), columns, shape[1], read_modulus(modulus, field), inverse)


def minor_of(rows: list[int], columns: Any, width: int, n: int, inverse: Any) -> Minor:
    size = len(rows)
    inverse = [indices(row, n, size) for row in items(inverse, size)]
    return Minor(rows, indices(columns, width, size), n, inverse)


def read_root(value: Any, field: Field) -> Callable[[Any], Any]:
    """How entries are read: as numbers, or as elements of Q[t]/(f) where t stands for a root of f in the field."""
    if value is None:
        return partial(number, p=field.p)
    polynomial, interval = members(value, "polynomial", "interval")
    f = [number(c, 0) for c in items(polynomial)]
    require(len(f) >= 2 and f[-1] and field.name in ("R", "C"), "over R or C, a root has a polynomial of degree >= 1")
    ends = [number(end, 0) for end in items(interval, 2 if field.name == "R" else 0)]
    bits = max(part.bit_length() for x in [*f, *ends] for part in x.as_integer_ratio())
    within(len(f) ** 2 * bits, 100_000, "the polynomial of a root is too large")
    signs = [sum(c * end**i for i, c in enumerate(f)) for end in ends]
    establish(not ends or (ends[0] < ends[1] and signs[0] * signs[1] < 0), "the polynomial keeps its sign")
    monic = [Fraction(c) / f[-1] for c in f]
    return lambda x: Quotient([number(c, 0) for c in items(x, len(f) - 1)], monic)


def joint(premises: Iterable[Step], *trusts: str) -> Conclusion:
    """What rests on premises trusts what they trust, and holds over the extensions over which they all hold."""
    keys = {key for premise in premises for key in premise.conclusion.trusts} | set(trusts)
    return Conclusion(all(premise.conclusion.extensions for premise in premises), tuple(sorted(keys)))


def both_bounds(claim: Claim, lower: Step, upper: Step) -> Rule:
    yield 0
    about = {name: x for name, x in claim.items() if name not in ("lower", "upper")}
    for premise, side, bound in zip((lower, upper), ("least", "most"), ("lower", "upper"), strict=True):
        value = about | {"kind": claim["kind"].replace("between", f"at-{side}"), "rank": claim[bound]}
        establish(premise.claim == value, f"a premise is not the {bound} bound of the claim")


# -------------------------------------------------------------------------------------------------- Kruskal ranks


def projected_minors(claim: Claim, evidence: Any) -> Rule:
    matrix, k, total = claim["matrix"], claim["rank"], len(claim["matrix"][0])
    modulus, projection = members(evidence, "modulus", "projection")
    n = read_modulus(modulus, claim["field"])
    projection = [indices(row, n, len(matrix)) for row in items(projection, k)]
    require(1 <= k <= total, "k is between 1 and the number of columns")
    product_cost = len(matrix) * (k * (2 + total // 8) + 20 * total) + 20 * k * (k + total)
    yield product_cost + comb(total, min(k, total - k, LIMIT_CHOICE)) * (k + 6)
    rows = product_mod(projection, [[residue(x, n) for x in row] for row in matrix], n)
    one = [[int(i == j) for j in range(k)] for i in range(k)]
    establish([row[:k] for row in rows] == one, "the projection does not make the first k columns the identity")
    establish(every_minor_is_unit([row[k:] for row in rows], n), "some k columns are not shown to be independent")


def every_minor_is_unit(matrix: Matrix, n: int) -> bool:
    """Walks over the sets of columns with a table of the minors on all sets of rows, by expansion along a column."""
    height, width = len(matrix), len(matrix[0])
    plans: list[Any] = []  # for each size its row sets, each with signed entries of the new column and smaller minors
    for size in range(2, min(height, width) + 1):
        place = {rows: i for i, rows in enumerate(combinations(range(height), size - 1))}
        plans.append([])
        for rows in combinations(range(height), size):
            signed = [row + height * ((size - 1 - i) % 2) for i, row in enumerate(rows)]
            plans[-1].append((itemgetter(*signed), itemgetter(*(place[rows[:i] + rows[i + 1 :]] for i in range(size)))))
    columns = [[sign * row[j] for sign in (1, -1) for row in matrix] for j in range(width)]

    def walk(minors: list[int], size: int, following: int) -> bool:
        later = range(following, width if size < min(height, width) else 0)
        return all(gcd(x, n) == 1 for x in minors) and all(
            walk([sum(map(mul, new(columns[j]), old(minors))) % n for new, old in plans[size - 1]], size + 1, j + 1)
            for j in later
        )

    return all(walk(column[:height], 1, j + 1) for j, column in enumerate(columns))


def column_sets(matrices: list[list[list[int]]], n: int, most: int) -> Iterable[tuple[int, list[Basis]]]:
    """The sizes of sets of at most so many columns, and for each matrix a basis that these columns have mod n."""

    def walk(size: int, bases: list[Basis], following: int) -> Iterable[tuple[int, list[Basis]]]:
        yield size, bases
        for r in range(following, len(matrices[0]) if size < most else 0):
            yield from walk(size + 1, [extended(b, m[r], n) for b, m in zip(bases, matrices, strict=True)], r + 1)

    return walk(0, [[] for _ in matrices], 0)


def column_walk(claim: Claim, evidence: Any) -> Rule:
    matrix, k, total = claim["matrix"], claim["rank"], len(claim["matrix"][0])
    n = read_modulus(members(evidence, "modulus")[0], claim["field"])
    require(k <= total, "k is at most the number of columns")
    yield 2 * len(matrix) * (total + sum(comb(total, j) * (4 + j) for j in range(1, min(k, LIMIT_CHOICE) + 1)))
    sets = column_sets([columns_mod(matrix, n)], n, k)
    establish(all(len(basis) == size for size, (basis,) in sets), "some k columns are not shown to be independent")


def dependent_columns(claim: Claim, evidence: Any) -> Rule:
    matrix, p = claim["matrix"], claim["field"].p
    columns, relation = members(evidence, "columns", "relation")
    columns = indices(columns, len(matrix[0]), claim["rank"] + 1)
    relation = [number(x, p) for x in items(relation, len(columns))]
    require(len(set(columns)) == len(columns), "the columns are different")
    yield 3 * len(matrix) * len(columns)
    establish(any(relation), "the relation is zero")
    values = (sum(x * row[j] for x, j in zip(relation, columns, strict=True)) for row in matrix)
    establish(all(vanishes(value, p) for value in values), "the relation does not hold")


def column_count(claim: Claim) -> Rule:
    yield 0
    establish(claim["rank"] >= len(claim["matrix"][0]), "k is below the number of columns")


# ------------------------------------------------------------------------------------------ essential uniqueness


def quadric(m: list[Matrix], p: int, q: int, s: int, t: int) -> dict[tuple[int, int], Any]:
    """The minor of A·diag(d)·Bᵀ in rows p < q of A and s < t of B, as coefficients of d_i d_j."""
    pairs = combinations(enumerate(zip(m[1][p], m[1][q], m[2][s], m[2][t], strict=True)), 2)
    return {(i, j): (a * f - b * e) * (c * h - d * g) for (i, (a, b, c, d)), (j, (e, f, g, h)) in pairs}


class Groups:
    """A grouping of the modes; the Khatri–Rao matrices of the groups are written down only when work has begun."""

    def __init__(self, claim: Claim, evidence: Any, *others: str) -> None:
        """With other evidence, of which the first is a minor, there are three groups, the first of rank R."""
        grouping, *self.others = members(evidence, "grouping", *others)
        self.factors, self.field = claim["factors"], claim["field"]
        self.terms = len(self.factors[0][0])
        self.grouping = [indices(group, len(self.factors)) for group in items(grouping)]
        require(3 <= len(self.grouping) <= (3 if others else len(self.factors)), "the number of groups is wrong")
        every = sorted(mode for group in self.grouping for mode in group)
        once = every == [*range(len(self.factors))] and all(self.grouping)
        require(once and all(group == sorted(group) for group in self.grouping), "ascending groups contain each mode")
        self.heights = [prod(len(self.factors[mode]) for mode in group) for group in self.grouping]
        shape = (self.heights[0], self.terms)
        self.first = [read_minor(minor, shape, self.terms, self.field) for minor in self.others[:1]]
        self.cost = 3 * sum(self.heights) * self.terms + sum(map(Minor.cost, self.first))
        self.pairs = comb(self.terms, 2)

    def matrices(self) -> list[Matrix]:
        """Rows of a Khatri–Rao matrix are in row-major order of the modes of its group."""
        terms_nonzero(self.factors, self.field.p)
        p, groups = self.field.p, (khatri_rao([self.factors[mode] for mode in group]) for group in self.grouping)
        matrices = [[[x % p for x in row] if p else row for row in rows] for rows in groups]
        for minor in self.first:
            minor.certify(matrices[0])
        return matrices

    def rows(self, value: Any) -> list[int]:
        """Two of the second and two of the third matrix."""
        return [*indices(items(value, 4)[:2], self.heights[1]), *indices(value[2:], self.heights[2])]


def rank_one(claim: Claim) -> Rule:
    yield 0
    establish(len(claim["factors"][0][0]) == 1, "there is more than one term")
    terms_nonzero(claim["factors"], claim["field"].p)


def kruskal(claim: Claim, evidence: Any, *premises: Step) -> Rule:
    groups = Groups(claim, evidence)
    require(len(premises) == len(groups.grouping), "there is one premise per group")
    yield groups.cost
    for premise, matrix in zip(premises, groups.matrices(), strict=True):
        value = {**premise.claim, "kind": "k-rank-at-least", "matrix": matrix, "field": groups.field}
        establish(premise.claim == value, "a premise does not bound the k-rank of a group")
    total, needed = sum(premise.claim["rank"] for premise in premises), 2 * groups.terms + len(premises) - 1
    establish(total >= needed, f"the k-ranks sum to {total}, not to {needed}")
    elementary = [premise.claim["rank"] for premise in premises].count(groups.terms) > 1
    theorem = "LovitzPetrov2023" if groups.field.p else ["Kruskal1977", "SidiropoulosBro2000"][len(premises) > 3]
    return joint(premises, *[theorem][elementary:])


def lovitz_petrov(claim: Claim, evidence: Any) -> Rule:
    factors, terms = claim["factors"], len(claim["factors"][0][0])
    n = read_modulus(members(evidence, "modulus")[0], claim["field"])
    yield 2 ** min(terms, LIMIT_CHOICE) * sum(map(len, factors)) * (terms + 4)
    terms_nonzero(factors, claim["field"].p)
    for size, bases in column_sets([columns_mod(factor, n) for factor in factors], n, terms):
        establish(size < 2 or 2 * size <= 1 + sum(len(b) - 1 for b in bases), "the inequality fails for some terms")
    return Conclusion(True, ("LovitzPetrov2023",))


def compound(claim: Claim, evidence: Any) -> Rule:
    groups = Groups(claim, evidence, "minor", "quadrics", "independent")
    quadrics, size = [groups.rows(rows) for rows in items(groups.others[1])], groups.pairs
    second = read_minor(groups.others[2], (len(quadrics), size), size, groups.field)
    yield groups.cost + second.cost() + 10 * size * len(quadrics)
    matrices = groups.matrices()
    second.certify([[*quadric(matrices, *rows).values()] for rows in quadrics])


def ideal(claim: Claim, evidence: Any) -> Rule:
    groups, powers = Groups(claim, evidence, "minor", "pairs"), []
    terms, p = groups.terms, groups.field.p
    for value in items(groups.others[1], groups.pairs):
        power, summands = members(value, "power", "summands")
        require(1 <= natural(power) <= 99, "the power is between 1 and 99")
        triples = (items(summand, 3) for summand in items(summands))
        read = [(number(c, p), tuple(map(natural, items(e, terms))), groups.rows(rows)) for c, e, rows in triples]
        powers.append((power, read))
    yield groups.cost + sum(len(read) for _, read in powers) * groups.pairs * (20 + 2 * terms)
    matrices = groups.matrices()
    for pair, (power, read) in zip(combinations(range(terms), 2), powers, strict=True):
        total = {tuple(power * (r in pair) for r in range(terms)): -1}
        for c, exponent, rows in read:
            for (i, j), x in quadric(matrices, *rows).items():
                monomial = tuple(e + (r in (i, j)) for r, e in enumerate(exponent))
                total[monomial] = total.setdefault(monomial, 0) + c * x
        establish(all(vanishes(x, p) for x in total.values()), f"the summands of terms {pair} do not give the power")


def points_modulo_prime(claim: Claim, evidence: Any) -> Rule:
    groups, field = Groups(claim, evidence, "minor", "modulus"), claim["field"]
    n, terms = read_modulus(groups.others[1], field), groups.terms
    require(n < 1000 and is_prime(n) and field.name not in ("R", "C"), "a prime below 1000, over Q or GF(p)")
    quadrics = prod(comb(height, 2) for height in groups.heights[1:])
    yield groups.cost + groups.pairs * (50 * quadrics + 30 * n ** min(terms - 1, LIMIT_CHOICE))
    matrices, pairs = groups.matrices(), [*combinations(range(terms), 2)]
    pairs_of_rows = product(*(combinations(range(height), 2) for height in groups.heights[1:]))
    forms = {tuple(residue(x, n) for x in quadric(matrices, *a, *b).values()) for a, b in pairs_of_rows}
    for r in range(0 if field.p else terms):
        basis: Basis = []
        for form in forms:
            basis = extended(basis, [c for c, pair in zip(form, pairs, strict=True) if r in pair], n)
        establish(len(basis) == terms - 1, f"the quadrics are not transversal modulo {n} at axis {r}")
    for zeros, d in ((i, t) for i in range(terms) for t in product(range(n), repeat=terms - 1 - i) if any(t)):
        point = (0,) * zeros + (1, *d)
        monomials = [point[i] * point[j] for i, j in pairs]
        establish(any(sum(map(mul, form, monomials)) % n for form in forms), f"the quadrics vanish at {point}")
    return Conclusion(False)


def second_decomposition(claim: Claim, evidence: Any) -> Rule:
    given, field = given_by(claim["factors"]), claim["field"]
    others, root, which, differences = members(evidence, "factors", "root", "term", "differences")
    read, terms = read_root(root, field), len(given.factors[0][0])
    pairs = zip(items(others, len(given.shape)), given.shape, strict=True)
    others = [read_matrix(factor, read, size, terms) for factor, size in pairs]
    indices([which], terms)
    for place in items(differences, terms):
        [indices([i], size) for i, size in zip(items(place, len(given.shape)), given.shape, strict=True)]
    yield (given.cost() + sum_cost(others) + 30 * terms * (1 + sum(given.shape))) * weight(others[0][0][0])
    terms_nonzero(given.factors, field.p)
    terms_nonzero(others, field.p)
    establish(same(term_sum(given.factors), term_sum(others), field.p), "the two sums differ")
    for j, place in enumerate(differences):
        one = prod(factor[i][which] for factor, i in zip(given.factors, place, strict=True))
        two = prod(factor[i][j] for factor, i in zip(others, place, strict=True))
        establish(certainly_nonzero(one + -1 * two, field.p), f"term {j} of the second is not shown to differ")


# --------------------------------------------------------------------------------------- tensor rank, border rank


def flattening(claim: Claim, evidence: Any) -> Rule:
    """Fewer terms leave a smaller rank to Λ^p A ⊗ B* → Λ^(p+1) A ⊗ C, v ↦ v ∧ T, where T is restricted in A."""
    tensor, field, shape = claim["tensor"], claim["field"], claim["tensor"].shape
    groups, power, restriction, minor = members(evidence, "modes", "power", "restriction", "minor")
    modes = [mode for group in items(groups, 3) for mode in indices(group, len(shape))]
    require(sorted(modes) == [*range(len(shape))], "three groups contain each mode once")
    a, b, c = (prod(shape[mode] for mode in group) for group in groups)
    maps = None if restriction is None else read_matrix(restriction, partial(number, p=field.p), columns=a)
    size = len(maps or range(a))
    require(natural(power) < size, "the power is below the size of the first group")
    width, height = b * monomial_count([size - power + 1], [power]), c * monomial_count([size - power], [power + 1])
    least = (claim["rank"] - 1) * monomial_count([size - power], [power]) + 1
    minor = read_minor(minor, (height, width), max(least, 0), field)
    yield 2 * tensor.cost() + minor.cost() + 10 * len(minor.rows) * (width * (1 + power) + a * b * size)
    flat, subsets = tensor.entries(field.p), [[*combinations(range(size), k)] for k in (power, power + 1)]
    strides = [[range(0, prod(shape[m:]), prod(shape[m + 1 :])) for m in group] for group in groups]
    A, B, C = ([*map(sum, product(*side))] for side in strides)
    maps = maps or [[int(i == j) for j in range(a)] for i in range(a)]

    def row(T: tuple[int, ...], c: int) -> list[Any]:
        vectors = [[sum(x * flat[a + b + c] for x, a in zip(line, A, strict=True)) for line in maps] for b in B]
        signs = [[(t, sign((*S, t))) for t in {*T} - {*S} if {*S} < {*T}] for S in subsets[0]]
        return [sum(s * vector[t] for t, s in pairs) for pairs in signs for vector in vectors]

    minor.certify_rows(row(subsets[1][i // len(C)], C[i % len(C)]) for i in minor.rows)


def uniqueness(claim: Claim, unique: Step) -> Rule:
    premise, tensor, p = unique.claim, claim["tensor"], claim["field"].p
    establish(premise["kind"] == "essentially-unique", "the premise is not about uniqueness")
    given = given_by(premise["factors"])
    yield given.cost() + tensor.cost()
    known = (premise["field"], len(given.factors[0][0]), given.shape, given.entries(p))
    claimed = (claim["field"], claim["rank"], tensor.shape, tensor.entries(p))
    establish(known == claimed, "the premise is about another field, number of terms, shape or tensor")
    establish(not p or unique.conclusion.extensions, "over GF(p) uniqueness over every extension is needed")


def hyperdeterminant(claim: Claim) -> Rule:
    tensor, (name, p) = claim["tensor"], claim["field"]
    require(tensor.shape == (2, 2, 2) and claim["rank"] == 3, "the rule proves rank 3 of 2×2×2 tensors")
    yield 300 + tensor.cost()
    a, b, c, d, e, f, g, h = tensor.entries(p)
    for one, two in (((a, b, c, d), (e, f, g, h)), ((a, b, e, f), (c, d, g, h)), ((a, c, e, g), (b, d, f, h))):
        minors = (one[i] * two[j] - one[j] * two[i] for i, j in combinations(range(4), 2))
        establish(not all(vanishes(x, p) for x in minors), "a flattening has rank below 2")
    delta = Fraction((a * h + d * e - b * g - c * f) ** 2 - 4 * (a * d - b * c) * (e * h - f * g))
    rational = all(isqrt(abs(part)) ** 2 == abs(part) for part in delta.as_integer_ratio())
    squares = {"Q": delta > 0 and rational, "R": delta > 0, "C": delta != 0}
    square = pow(int(delta), p // 2, p) == 1 if p else squares[name]
    establish(not square, "the hyperdeterminant is a nonzero square")
    return Conclusion(vanishes(delta, p))


def decomposition(claim: Claim, evidence: Any) -> Rule:
    """The terms (some may vanish) sum to the tensor; for the border rank to e^order times it, modulo e^(order + 1)."""
    tensor, p, rank, border = claim["tensor"], claim["field"].p, claim["rank"], claim["kind"] == "border-rank-at-most"
    factors, kind = members(evidence, "factors", "order" if border else "root")
    require(not border or natural(kind) < 1000, "the order is below 1000")
    f = [0] * (kind + 1) + [1] if border else []
    scale = Quotient([0] * kind + [1], f) if border else 1

    def series(x: Any) -> Quotient:
        return Quotient([number(c, p) for c in items(x, kind + 1)], f)

    read: Callable[[Any], Any] = series if border else read_root(kind, claim["field"])
    pairs = zip(items(factors, len(tensor.shape)), tensor.shape, strict=True)
    factors = [read_matrix(factor, read, size, rank) for factor, size in pairs]
    yield tensor.cost() + (4 * prod(tensor.shape) + sum_cost(factors)) * max(map(weight, [scale, *factors[0][0]]))
    establish(same(term_sum(factors), [scale * x for x in tensor.entries(p)], p), "the terms do not sum to the tensor")


def exhaustion(claim: Claim) -> Rule:
    """Enumerates sums of nonzero rank-one tensors over GF(p): first vector free, the others with leading entry 1."""
    tensor, rank, p = claim["tensor"], claim["rank"], claim["field"].p
    require(p and rank >= 1, "the field is finite and the rank at least 1")
    within(sum(tensor.shape) * p.bit_length() + rank, 200, "too many sums of rank-one tensors")
    count = prod(p**size - 1 for size in tensor.shape) // (p - 1) ** (len(tensor.shape) - 1)
    sums = sum(comb(count + length - 1, length) * (length + 2) for length in range(1, rank))
    yield tensor.cost() + 2 * prod(tensor.shape) * (sums + count)
    target, terms = tuple(tensor.entries(p)), [(1,)]
    for mode, size in enumerate(tensor.shape):
        heads = range(1, 2 if mode else p)
        vectors = [v for v in product(range(p), repeat=size) if next(filter(None, v), 0) in heads]
        terms = [tuple(x * y % p for x in term for y in v) for term in terms for v in vectors]
    establish(any(target), "the tensor is zero")
    for chosen in (some for length in range(1, rank) for some in combinations_with_replacement(terms, length)):
        value = tuple(sum(x) % p for x in zip(*chosen, strict=True))
        establish(value != target, f"{len(chosen)} terms sum to the tensor")
    return Conclusion(False)


def polynomial(value: Any, variables: int, p: int) -> list[tuple[Any, list[int]]]:
    """Coefficients, and the variables in each monomial."""
    return [(number(c, p), indices(factors, variables)) for c, factors in (items(term, 2) for term in items(value))]


def substitution_method(claim: Claim, evidence: Any) -> Rule:
    """Independent combinations of slices are removed, each with a term; the others get unknown multiples of them."""
    tensor, p, shape = claim["tensor"], claim["field"].p, [*claim["tensor"].shape]
    unknowns, rank, work, read = 0, 0, tensor.cost() + LIMIT_PRODUCTS * 3, []
    for value in items(members(evidence, "eliminations")[0]):
        mode, removed, *matrices = members(value, "mode", "removed", "combinations", "inverse")
        [mode], entry = indices([mode], len(shape)), partial(polynomial, variables=unknowns, p=p)
        size, rest = shape[mode], prod(shape[mode + 1 :])
        kept, lines = sorted({*range(size)} - {*indices(removed, size)}), prod(shape[:mode]) * rest
        require(len(kept) + len(removed) == size, "the slices are different")
        sizes = ((len(removed), len(kept)), (lines, len(removed)))
        read.append((rest, removed, kept, [read_matrix(x, entry, *s) for x, s in zip(matrices, sizes, strict=True)]))
        unknowns, rank, work = unknowns + len(kept) * len(removed), rank + len(removed), work + 20 * lines * size**2
        shape[mode] = len(kept)
    yield work
    establish(rank >= claim["rank"], f"{rank} slices are removed")
    symbols, flat = Symbols(), tensor.entries(p)
    variables: list[Any] = []

    def evaluation(terms: list[tuple[Any, list[int]]]) -> Any:
        return sum(prod((variables[i] for i in factors), start=symbols.ring.embed(c)) for c, factors in terms)

    for rest, removed, kept, matrices in read:
        mixed, inverse = ([[*map(evaluation, row)] for row in matrix] for matrix in matrices)
        block, pairs = rest * (len(removed) + len(kept)), [*zip(removed, mixed, strict=True)]
        lines = [flat[i + j : i + j + block : rest] for i in range(0, len(flat), block) for j in range(rest)]
        stay = [[line[i] for i in kept] for line in lines]
        gone = [[x[j] + sum(map(mul, row, y)) for j, row in pairs] for x, y in zip(lines, stay, strict=True)]
        for i, j in product(range(len(removed)), repeat=2):
            entry = sum(x[i] * y[j] for x, y in zip(gone, inverse, strict=True)) + -int(i == j)
            independent = all(vanishes(c, p) for c in as_terms(entry).values())
            establish(independent, "combinations of slices are not shown to be independent")
        new = [[symbols.variable() for _ in removed] for _ in kept]
        variables += [x for row in new for x in row]
        left = [[*map(add, x, (sum(map(mul, row, y)) for row in new))] for x, y in zip(stay, gone, strict=True)]
        flat = [line[i] for j in range(0, len(left), rest) for i in range(len(kept)) for line in left[j : j + rest]]


# ----------------------------------------------------------------------------------------------------------- laws
# A law is a straight-line program over a commutative ring. All but `apply` and constants are tables: to an entry of
# the result is added an entry of one operand, times an entry of another or a sign.

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
PATTERN = re.compile(r"[a-z]*(,[a-z]*)*->[a-z]*", re.ASCII)
LIMIT_ENTRIES = 1_000_000  # of an array
LIMIT_DEGREE = 10_000  # below the base in which exponents are digits
LIMIT_VARIABLES = 5_000
LIMIT_PRODUCTS = 3_000_000  # of monomials, in an identity
LIMIT_BITS = 10_000  # of a coefficient in an identity
LIMIT_COST = 10_000_000  # of one evaluation of a law
LIMIT_MULTIDEGREES = 100_000  # numbers in those that are added
LIMIT_LEAVES = 300_000  # of all networks that a law is a sum of


class Part(NamedTuple):
    operands: tuple[int, int]  # the second may be PLUS or MINUS
    words: list[Sequence[object]]  # letters, mode by mode, of the result and the operands, or of what `take` takes
    sizes: list[int]  # how many values each letter has
    strides: list[list[Any]]  # of the result, then of the operands: for each letter a stride, or the offsets themselves

    def cost(self) -> int:
        return 100 + prod(self.sizes)

    def places(self) -> list[array[int]]:
        """Parallel lists of indices into the result and the two operands."""
        result = []
        for strides in self.strides:
            places = array("q", [0])
            for size, stride in zip(self.sizes, strides, strict=True):
                offsets = stride if type(stride) is list else [stride * i for i in range(size)]
                places = array("q", (place + offset for place in places for offset in offsets))
            result.append(places)
        return result


PLUS, MINUS = 0, 1  # the nodes whose values are 1 and -1


class Node(NamedTuple):
    shape: tuple[int, ...]
    parts: Sequence[Part] = ()
    applied: int = -1  # the operand of `apply`
    numbers: Sequence[Any] = ()  # the coefficients of `apply`, or the entries of a constant


class Law:
    """The program that a JSON law is; `raw` is the law itself."""

    def __init__(self, raw: Any, p: int = 0) -> None:
        inputs, parameters, lets, output = members(raw, "inputs", "parameters", "let", "output")
        self.raw, self.p, self.cost = raw, p, 0
        self.nodes = [Node(()), Node(())]  # PLUS and MINUS
        self.names: dict[str, int] = {}
        self.inputs, self.parameters = self.leaves(inputs), self.leaves(parameters)
        for let in items(lets):
            name, value = items(let, 2)
            self.name(name, self.read(value))
        self.output = self.read(output)
        self.outputs = prod(self.nodes[self.output].shape)
        self.size = sum(prod(self.nodes[node].shape) for node in self.parameters)
        self.sizes = [prod(self.nodes[node].shape) for node in self.inputs]

    def __eq__(self, other: object) -> bool:
        return bool(self.raw == getattr(other, "raw", None))

    def name(self, name: Any, node: int) -> None:
        require(isinstance(name, str) and NAME.fullmatch(name), "a name has letters, digits and _, no digit first")
        require(name not in self.names, "a name is given twice")
        self.names[name] = node

    def leaves(self, shapes: Any) -> range:
        require(isinstance(shapes, dict), "inputs and parameters are objects")
        first = len(self.nodes)
        for name, shape in shapes.items():
            self.name(name, self.add(Node(tuple(map(natural, items(shape))))))
        return range(first, len(self.nodes))

    def add(self, node: Node) -> int:
        require(all(node.shape), "the sizes of an array are positive")
        within(len(node.shape), 26, "an array has more than 26 modes")
        within(prod(node.shape), LIMIT_ENTRIES, f"an array has more than {LIMIT_ENTRIES} entries")
        self.cost += prod(node.shape) * (1 + len(node.numbers) * (node.applied >= 0)) + sum(map(Part.cost, node.parts))
        within(self.cost, LIMIT_COST, "a law has too many products")
        self.nodes.append(node)
        return len(self.nodes) - 1

    def read(self, value: Any) -> int:
        if isinstance(value, str):
            require(value in self.names, "an expression names nothing that was given before")
            return self.names[value]
        operations = ("constant", "einsum", "take", "+", "-", "apply")
        require(items(value) and value[0] in operations, "an operation is unknown")
        operation, *operands = value
        if operation == "constant":
            shape, flat = rectangular(items(operands, 1)[0])
            return self.add(Node(shape, numbers=[number(x, self.p) for x in flat]))
        if operation == "einsum":
            pattern = operands and isinstance(operands[0], str) and PATTERN.fullmatch(operands[0])
            require(pattern, "a pattern is ij,j->i")
            words, out = operands[0].split("->")
            return self.einsum(words.split(","), out, [self.read(operand) for operand in operands[1:]])
        if operation == "take":
            operand, (shape, chosen) = self.read(items(operands, 2)[0]), rectangular(operands[1])
            require(self.nodes[operand].shape, "a scalar has no entries to take")
            size, *rest = self.nodes[operand].shape
            inner = prod(rest)
            strides: list[list[Any]] = [[inner, 1], [[inner * i for i in indices(chosen, size)], 1], [0, 0]]
            first, others = [*range(len(shape))], [*range(len(shape), len(shape) + len(rest))]
            words = [[*first, *others], [-1, *others], [*first, -1]]
            return self.add(Node((*shape, *rest), [Part((operand, PLUS), words, [len(chosen), inner], strides)]))
        if operation == "apply":
            numbers, operand = [number(c, self.p) for c in items(items(operands, 2)[0])], self.read(operands[1])
            require(numbers, "a polynomial has a coefficient")
            return self.add(Node(self.nodes[operand].shape, (), operand, numbers))
        nodes = [self.read(operand) for operand in operands]
        shapes = {self.nodes[node].shape for node in nodes}
        require(len(shapes) == 1, "summands have the same shape")
        signs, out = [PLUS] + [PLUS if operation == "+" else MINUS] * (len(nodes) - 1), range(len(min(shapes)))
        whole: Any = ([out, out, []], [prod(min(shapes))], [[1], [1], [0]])
        return self.add(Node(min(shapes), [Part(pair, *whole) for pair in zip(nodes, signs, strict=True)]))

    def einsum(self, words: list[str], out: str, nodes: list[int]) -> int:
        """Operand by operand: after each, the letters that are needed later are kept."""
        shapes = [self.nodes[node].shape for node in nodes]
        require([*map(len, words)] == [*map(len, shapes)], "a word per operand and a letter per mode are expected")
        pairs = {pair for word, shape in zip(words, shapes, strict=True) for pair in zip(word, shape, strict=True)}
        ranges = dict(pairs)
        require(len(ranges) == len(pairs), "a letter has one range")
        require(len(set(out)) == len(out) and set(out) <= set(ranges), "the output repeats or invents a letter")

        def strides(word: str) -> dict[str, int]:
            found, step = dict.fromkeys(letters, 0), 1
            for letter in reversed(word):
                found[letter] += step
                step *= ranges[letter]
            return found

        needed = [*accumulate(map(set, [out, *reversed(words[1:])]), or_)]  # after the last, the last but one, …
        word, node = words[0], nodes[0]
        for at in range(min(1, len(words) - 1), len(words)):
            read = [word, words[at] if at else ""]
            letters = sorted({letter for x in read for letter in x})
            word = out if at == len(words) - 1 else "".join(letter for letter in letters if letter in needed[-1 - at])
            sizes, shape = [ranges[letter] for letter in letters], tuple(ranges[letter] for letter in word)
            steps: list[list[Any]] = [list(strides(x).values()) for x in (word, *read)]
            node = self.add(Node(shape, [Part((node, nodes[at] if at else PLUS), [word, *read], sizes, steps)]))
        return node

    # ---------------------------------------------------------------- interpreters: `ring` embeds numbers and settles

    @cached_property
    def tables(self) -> list[list[tuple[tuple[int, int], list[array[int]]]]]:
        """For each node its parts: the operands and the places; made only when work has begun."""
        return [[(part.operands, part.places()) for part in node.parts] for node in self.nodes]

    def values(self, given: dict[str, list[Any]], ring: Ring, power: Callable[..., Any] | None = None) -> Matrix:
        """The entries of every node, given those of inputs, parameters and more; `power` applies polynomials."""
        leaves = {PLUS: [1], MINUS: [-1]} | {self.names.get(name, -1): entries for name, entries in given.items()}
        values: list[list[Any]] = []
        for at, node in enumerate(self.nodes):
            total = leaves[at] if at in leaves else [0] * prod(node.shape)
            if node.applied >= 0:
                total = [(power or evaluated)(node.numbers, x, ring) for x in values[node.applied]]
            elif node.numbers:
                total = [ring.embed(x) for x in node.numbers]
            for (a, b), places in self.tables[at]:
                one, two = values[a], values[b]
                for o, i, j in zip(*places, strict=True):
                    total[o] += one[i] * two[j]
            values.append([ring.settle(x) for x in total] if node.parts else total)
        return values

    def gradient(self, values: Matrix, covector: list[Any], ring: Ring, of: int = -1) -> dict[str, list[Any]]:
        """The derivatives of a combination of the outputs, or of a node's entries, by the parameters, in reverse."""
        slopes: list[list[Any]] = [[0] * prod(node.shape) for node in self.nodes]
        slopes[self.output if of < 0 else of] = covector
        for at in range(len(self.nodes) - 1, -1, -1):
            above, node = [ring.settle(x) for x in slopes[at]], self.nodes[at]
            if node.applied >= 0:
                for i, x in enumerate(values[node.applied]):
                    slopes[node.applied][i] += above[i] * evaluated(derivative(node.numbers), x, ring)
            for (a, b), places in self.tables[at]:
                one, two = values[a], values[b]
                for o, i, j in zip(*places, strict=True):
                    slopes[a][i] += above[o] * two[j]
                    slopes[b][j] += above[o] * one[i]
            slopes[at] = above
        return {name: slopes[self.names[name]] for name in self.raw["parameters"]}

    def tangent(self, values: Matrix, field: dict[str, list[Any]], ring: Ring) -> list[Any]:
        """The derivative of the outputs in a direction of the parameters and inputs; numbers are in normal form."""
        given = {self.names[name]: entries for name, entries in field.items()}
        slopes: list[list[Any]] = [given.get(at, [0] * prod(node.shape)) for at, node in enumerate(self.nodes)]
        for at, node in enumerate(self.nodes):
            if node.applied >= 0:
                rates = (evaluated(derivative(node.numbers), x, ring) for x in values[node.applied])
                slopes[at] = [*map(mul, rates, slopes[node.applied])]
            for (a, b), places in self.tables[at]:
                for o, i, j in zip(*places, strict=True):
                    rate = slopes[a][i] * values[b][j]
                    slopes[at][o] += rate if b in (PLUS, MINUS) else rate + values[a][i] * slopes[b][j]
        return slopes[self.output]

    def degrees(self) -> list[set[tuple[int, ...]]]:
        """For every node, the multidegrees in the inputs, one number per input, that its monomials can have."""
        zero, meter = (0,) * len(self.inputs), [LIMIT_MULTIDEGREES - len(self.inputs) ** 2]
        result: list[set[tuple[int, ...]]] = []
        within(0, meter[0], "a law has too many inputs")

        def sums(one: set[tuple[int, ...]], two: set[tuple[int, ...]]) -> set[tuple[int, ...]]:
            meter[0] -= len(one) * len(two) * (1 + len(zero))
            within(0, meter[0], "a law has monomials of too many multidegrees")
            found = {tuple(map(add, x, y)) for x in one for y in two}
            within(max(map(sum, found), default=0), LIMIT_DEGREE, f"the degree of a law is above {LIMIT_DEGREE}")
            return found

        for at, node in enumerate(self.nodes):
            if at in self.inputs:
                found = {tuple(int(other == at) for other in self.inputs)}
            elif node.applied >= 0:
                found, power = set(), {zero}
                for c in node.numbers:
                    found |= power if c else set()
                    power = sums(power, result[node.applied])
            else:
                found = set() if node.parts else {zero}
                for a, b in (part.operands for part in node.parts):
                    found |= result[a] if b in (PLUS, MINUS) else sums(result[a], result[b])
            result.append(found)
        return result


class Ring(NamedTuple):
    embed: Callable[[Any], Any]  # a number into the ring
    settle: Callable[[Any], Any]  # an element in normal form


def modulo(n: int) -> Ring:
    return Ring(partial(residue, n=n), lambda x: x % n)


def evaluated(coefficients: Sequence[Any], x: Any, ring: Ring) -> Any:
    total: Any = 0
    for c in reversed(coefficients):
        total = ring.settle(total * x + ring.embed(c)) if total else ring.embed(c)
    return total


def derivative(coefficients: Sequence[Any]) -> list[Any]:
    return [i * c for i, c in enumerate(coefficients)][1:]


def reachable(law: Law, node: int) -> int:
    """An upper bound of the number of monomials in the inputs that an entry of the node can have."""
    return sum(monomial_count(law.sizes, degree) for degree in law.degrees()[node])


def monomial_count(sizes: Sequence[int], degree: Sequence[int]) -> int:
    within(max(map(min, sizes, degree), default=0), LIMIT_CHOICE, "there are too many monomials")
    return prod(comb(n + d - 1, d) for n, d in zip(sizes, degree, strict=True))


def mentioned(value: Any) -> set[str]:
    """The names in an expression that has been read."""
    if isinstance(value, str):
        return {value}
    parts = {"constant": [], "einsum": value[2:], "take": value[1:2], "apply": value[2:]}.get(value[0], value[1:])
    return {name for part in parts for name in mentioned(part)}


def part_of(law: Law, output: Any, given: str = "") -> Any:
    """The law with this output; `given`, a name under `let`, becomes an input."""
    names = mentioned(output)
    lets: list[Any] = []
    for name, value in reversed(law.raw["let"]):
        if name in names and name != given:
            names |= mentioned(value)
            lets.insert(0, [name, value])
    inputs, parameters = ({x: s for x, s in law.raw[key].items() if x in names} for key in ("inputs", "parameters"))
    if given in names:
        inputs[given] = list(law.nodes[law.names[given]].shape)
    return {"inputs": inputs, "parameters": parameters, "let": lets, "output": output}


def before_and_after(law: Law, value: Any) -> tuple[Any, Any]:
    """The part of the law before a name under `let`, and the part after it, where the name is an input."""
    lets = dict(map(tuple, law.raw["let"]))
    require(isinstance(value, str) and value in lets, "a law is cut at a name under `let`")
    return part_of(law, lets[value]), part_of(law, law.raw["output"], value)


def read_entries(value: Any, shape: Sequence[int], n: int) -> list[Any]:
    """The residues modulo n in a nested list of this shape, or the rational numbers if n is 0, flat."""
    flat = [value]
    for size in shape:
        flat = [x for part in flat for x in items(part, size)]
    return indices(flat, n) if n else [number(x, 0) for x in flat]


def read_point(value: Any, shapes: dict[str, list[int]], n: int) -> dict[str, list[Any]]:
    values = zip(members(value, *shapes), shapes.items(), strict=True)
    return {name: read_entries(entries, shape, n) for entries, (name, shape) in values}


def read_rows(value: Any, law: Law, n: int) -> list[tuple[dict[str, list[int]], list[int]]]:
    """Inputs and a covector on the outputs: a row of the Jacobian each."""
    shape, pairs = law.nodes[law.output].shape, (items(row, 2) for row in items(value))
    return [(read_point(point, law.raw["inputs"], n), read_entries(covector, shape, n)) for point, covector in pairs]


def flat(arrays: dict[str, list[Any]]) -> list[Any]:
    return [x for entries in arrays.values() for x in entries]


def jacobian(law: Law, point: dict[str, list[int]], rows: list[Any], n: int) -> Iterable[dict[str, list[int]]]:
    """For each row its derivatives by the parameters."""
    return (law.gradient(law.values(point | x, modulo(n)), covector, modulo(n)) for x, covector in rows)


def read_at_point(law: Law, field: Field, value: Any, *names: str, exact: bool = False) -> list[Any]:
    """What else it lists, a modulus, a point of the parameters, and how its minor in given rows is read."""
    *others, point, columns, modulus, inverse = members(value, *names, "point", "columns", "modulus", "inverse")
    n = read_modulus(modulus, field)
    minor = partial(minor_of, columns=columns, n=n, inverse=inverse)
    return [*others, n, read_point(point, law.raw["parameters"], 0 if exact else n), minor]


def jacobian_minor(claim: Claim, evidence: Any) -> Rule:
    """Of a law; or of a network, near a point where no value with a mask is zero, so that the masks are constant."""
    (law, masks), size, ring = claim.get("network") or (claim["law"], []), claim["rank"], Symbols().ring
    rows, n, point, minor = read_at_point(law, claim["field"], evidence, "rows")
    rows, minor = read_rows(items(rows, size), law, n), minor([*range(size)], width=law.size)
    require("law" in claim or claim["field"].name in ("Q", "R"), "the field is Q or R")
    yield 6 * size * law.cost + minor.cost() + (3 * LIMIT_PRODUCTS + 12 * size * law.cost if masks else 0)
    minor.certify_rows(map(flat, jacobian(law, point, rows, n)))
    for given in (point | inputs for inputs, _ in rows if masks):
        lifts = {name: [ring.embed((x + n // 2) % n - n // 2) for x in entries] for name, entries in given.items()}
        values = law.values(lifts, ring)
        for pair in masks:
            both = ([as_terms(x).get(0, 0) for x in values[law.names[name]]] for name in pair)
            right = all(x and mask == (x > 0) for mask, x in zip(*both, strict=True))
            establish(right, "a mask is not that of its value, or the value is zero")
    return Conclusion("law" in claim)


def at_most(claim: Claim, bound: int) -> None:
    """Bounds from above are for characteristic 0: over GF(p) a derivative may vanish that is none."""
    require(not claim["field"].p, "the rule is for characteristic 0")
    establish(claim["rank"] >= bound, f"the bound is {bound}")


def parameter_count(claim: Claim) -> Rule:
    yield 0
    at_most(claim, claim["law"].size)


def reachable_monomials(claim: Claim) -> Rule:
    yield 10 * LIMIT_MULTIDEGREES
    at_most(claim, claim["law"].outputs * reachable(claim["law"], claim["law"].output))


def coefficient_matrix(claim: Claim, evidence: Any) -> Rule:
    """The outputs are affine in the entries of one node, so the matrix of their coefficients has a small rank."""
    law = claim["law"]
    name, after = members(evidence, "at")[0], Law(before_and_after(law, members(evidence, "at")[0])[1])
    yield 20 * LIMIT_MULTIDEGREES
    degrees = after.degrees()[after.output]
    establish([*after.raw["inputs"]] == [name] and degrees <= {(0,), (1,)}, "the outputs are not affine in the node")
    monomials, entries = reachable(law, law.output), prod(law.nodes[law.names[name]].shape)
    rank = min(entries + ((0,) in degrees), law.outputs, monomials)
    at_most(claim, rank * (law.outputs + monomials - rank))


def is_bounded(premise: Step, raw: Any) -> int:
    """The bound of a premise, which is about this law."""
    claim = premise.claim
    establish(claim["kind"] == "dimension-at-most" and claim["law"].raw == raw, "a premise is about another law")
    return int(claim["rank"])


def apart(law: Law, value: Any) -> tuple[Any, Any]:
    """The parts before and after a name, which share no parameter."""
    one, two = before_and_after(law, value)
    establish(not set(one["parameters"]) & set(two["parameters"]), "the parts on both sides of a cut share a parameter")
    return one, two


def overlap(claim: Claim, evidence: Any, one: Step, two: Step) -> Rule:
    """dim f <= dim g_A + dim g_B - rank of both derivatives, stacked, by the parameters that both have."""
    law = claim["law"]
    ends, *rows, n, point, minor = read_at_point(law, claim["field"], evidence, "at", "first", "second")
    (first, _), (_, second) = (apart(law, end) for end in items(ends, 2))
    used = set(part_of(law, law.raw["output"])["parameters"])
    establish(used <= {*first["parameters"], *second["parameters"]}, "a parameter is in neither of the two parts")
    bound = is_bounded(one, first) + is_bounded(two, second)
    laws = [premise.claim["law"] for premise in (one, two)]
    shared = [name for name in first["parameters"] if name in second["parameters"]]
    rows = [read_rows(some, part, n) for some, part in zip(rows, laws, strict=True)]
    width, size = sum(prod(first["parameters"][name]) for name in shared), len(rows[0]) + len(rows[1])
    minor = minor([*range(size)], width=width)
    yield 6 * sum(len(some) * part.cost for some, part in zip(rows, laws, strict=True)) + minor.cost()
    stacked = (row for part, some in zip(laws, rows, strict=True) for row in jacobian(part, point, some, n))
    minor.certify_rows(flat({name: row[name] for name in shared}) for row in stacked)
    at_most(claim, bound - size)


def inner_coefficients(claim: Claim, evidence: Any, premise: Step) -> Rule:
    """Each entry of a node is a linear form in its monomials, whose coefficients become the parameters."""
    law, name = claim["law"], members(evidence, "at")[0]
    after = before_and_after(law, name)[1]
    coefficients, monomials, shape = f"{name}_coefficients", f"{name}_monomials", law.nodes[law.names[name]].shape
    require(not {coefficients, monomials} & {*law.names}, "the new parameters and the new input have new names")
    yield 10 * LIMIT_MULTIDEGREES
    count, letters = reachable(law, law.names[name]), LETTERS[:25][: len(shape)]
    raw = {
        "inputs": {**{x: size for x, size in after["inputs"].items() if x != name}, monomials: [count]},
        "parameters": {**after["parameters"], coefficients: [*shape, count]},
        "let": [[name, ["einsum", f"{letters}z,z->{letters}", coefficients, monomials]], *after["let"]],
        "output": after["output"],
    }
    at_most(claim, is_bounded(premise, raw))


def substitution(claim: Claim, evidence: Any, premise: Step) -> Rule:
    """The outputs are forms in powers of scalable forms; more of these than there are inputs satisfy a relation."""
    law, name = claim["law"], members(evidence, "at")[0]
    first, rest = apart(law, name)
    lets, parts = dict(map(tuple, law.raw["let"])), [Law(first), Law(rest)]
    powers, linear = lets[name], lets.get(str(lets[name][-1]), "")
    establish(powers[:1] == ["apply"], "the node is no power")  # of one exponent, as it is homogeneous
    establish(linear[:2] == ["einsum", "ij,j->i"], "the node is no power of linear forms")
    once = linear[2] in [*first["parameters"]] and linear[2] not in [*part_of(law, linear[3])["parameters"]]
    establish(once, "the linear forms have no weights of their own")
    yield 30 * LIMIT_MULTIDEGREES
    degrees = [{sum(degree) for degree in part.degrees()[part.output]} for part in parts]
    right = [*map(len, degrees)] == [1, 1] and [*rest["inputs"]] == [name]
    establish(right, "the parts are not homogeneous, the second in the node alone")
    variables, entries = (sum(part.sizes) for part in parts)
    e, d = (min(degree) for degree in degrees)
    establish(e and d, "a part is constant in its inputs")
    relation = e ** min(variables - 1, 14)  # what is left out is 1, or beyond all degrees of laws
    rank = monomial_count([entries], [d])
    if entries > variables and relation <= d:
        rank -= monomial_count([entries], [d - relation])
    at_most(claim, is_bounded(premise, first) - entries + law.outputs * min(rank, reachable(law, law.output)))


class PowerSum(NamedTuple):
    """The law of all sums of `terms` products of powers: sum over j of prod over k of <a_kj, x_k>^exponents[k]."""

    sizes: list[int]
    exponents: list[int]
    terms: int

    def raw(self) -> Any:
        forms = (["einsum", "ij,j->i", f"a{k}", f"x{k}"] for k in range(len(self.exponents)))
        powers = [["apply", [0] * e + [1], form] for e, form in zip(self.exponents, forms, strict=True)]
        return {
            "inputs": {f"x{k}": [n] for k, n in enumerate(self.sizes)},
            "parameters": {f"a{k}": [self.terms, n] for k, n in enumerate(self.sizes)},
            "let": [],
            "output": ["einsum", ",".join("i" * len(powers)) + "->", *powers],
        }

    def monomials(self, degree: Sequence[int]) -> list[tuple[int, ...]]:
        """Exponents of the monomials of this multidegree in all variables."""
        pairs = zip(map(range, self.sizes), degree, strict=True)
        parts = [[tuple(map(x.count, n)) for x in combinations_with_replacement(n, d)] for n, d in pairs]
        return [tuple(x for part in chosen for x in part) for chosen in product(*parts)]

    def blocks(self) -> list[tuple[range, int]]:
        """For each block the numbers of its variables, among those of all, and its exponent."""
        return [(range(sum(self.sizes[:k]), sum(self.sizes[: k + 1])), e) for k, e in enumerate(self.exponents)]

    def points(self, point: dict[str, list[int]]) -> Matrix:
        """For each term the entries of all its vectors."""
        return [[x for k, m in enumerate(self.sizes) for x in point[f"a{k}"][j * m :][:m]] for j in range(self.terms)]

    def slope(self, vectors: list[int], by: int, n: int) -> dict[tuple[int, ...], int]:
        """The derivative of a term by an entry of its vectors, without zeros: coefficients by sorted variables."""
        total: dict[tuple[int, ...], int] = {(): 1}
        for block, e in self.blocks():
            form = {(v,): vectors[v] for v in block if vectors[v]}
            for factor in [{(by,): e}, *[form] * (e - 1)] if by in block else [form] * e:
                pairs, total = [*product(total.items(), factor.items())], {}
                for (one, x), (two, y) in pairs:
                    monomial = tuple(sorted(one + two))
                    total[monomial] = (total.get(monomial, 0) + x * y) % n
        return total


def power_product(values: list[int], exponents: Sequence[int], n: int) -> int:
    return reduce(lambda x, y: x * y % n, map(pow, values, exponents, repeat(n)), 1)


def read_power_sum(law: Law) -> PowerSum:
    sizes = [shape[0] for shape in law.raw["inputs"].values() if len(shape) == 1]
    powers = law.raw["output"][2:] if law.raw["output"][0] == "einsum" else []
    exponents = [len(power[1]) - 1 for power in powers if power[0] == "apply"]
    terms = [shape[0] for shape in law.raw["parameters"].values() if shape]
    found = PowerSum(sizes, exponents, terms[0] if terms else 0)
    require(len(sizes) == len(exponents) and found.raw() == law.raw, "the law is not a sum of products of powers")
    return found


def secant_count(claim: Claim) -> Rule:
    """In each term all factors but one can be normalized."""
    yield 0
    law = read_power_sum(claim["law"])
    at_most(claim, law.terms * (sum(law.sizes) - len(law.sizes) + 1))


def block_minors(claim: Claim, evidence: Any) -> Rule:
    """The tangent vectors of a power sum, block after block: each is invertible modulo blocks before it."""
    shape, (point, modulus, blocks) = read_power_sum(claim["law"]), members(evidence, "point", "modulus", "blocks")
    n, variables, read, work = read_modulus(modulus, claim["field"]), sum(shape.sizes), list[Any](), 0
    points = shape.points(read_point(point, claim["law"].raw["parameters"], n))
    products = [prod((2 + sum(a[v] > 0 for v in block)) ** e for block, e in shape.blocks()) for a in points]
    for value in items(blocks):
        rows, columns, after, inverse = members(value, "rows", "columns", "after", "inverse")
        size, after = len(indices(rows, shape.terms * variables)), indices(after, len(read))
        keys = [tuple(sorted(indices(monomial, variables))) for monomial in items(columns)]
        minor = minor_of(rows, [*range(size)], len(keys), n, read_matrix(inverse, natural))
        sizes = [(size, len(keys)), *((read[b][0], len(read[b][2])) for b in after)]
        work += minor.cost() + size * sum(h * (2 + w // 100) + 2 * w for h, w in sizes)
        work += sum(4 * variables + products[row // variables] for row in rows)
        read.append((size, minor, keys, after))
    require(claim["rank"] == sum(size for size, *_ in read), "the blocks have another number of rows")
    yield work
    done, pivots = list[Any](), set[Any]()
    for size, minor, keys, after in read:
        rows = [shape.slope(points[j], v, n) for j, v in (divmod(row, variables) for row in minor.rows)]
        for heads, others, rests in (done[b] for b in after):
            multiples = product_mod([[row.pop(key, 0) for key in heads] for row in rows], rests, n)
            for row, rest in zip(rows, multiples, strict=True):
                row.update((key, (row.get(key, 0) - x) % n) for key, x in zip(others, rest, strict=True))
        listed = [[row.pop(key, 0) for key in keys] for row in rows]
        reduced = pivots.isdisjoint(keys) and not any(any(row.values()) for row in rows)
        establish(reduced, "a row is not zero outside of its block, or its block has a pivot of an earlier one")
        minor.certify_rows(listed)
        pivots.update(keys[:size])
        done.append((keys[:size], keys[size:], product_mod(minor.inverse, [row[size:] for row in listed], n)))


class Ideal:
    """Forms u of one degree with values in an exterior power of a block of variables: u(a) ∧ a = 0 at the points."""

    def __init__(self, value: Any, shape: PowerSum, size: int, n: int) -> None:
        power, degree, rows, inverse = members(value, "power", "degree", "rows", "inverse")
        self.power, self.degree, self.size = natural(power), [*map(natural, items(degree, len(shape.sizes)))], size
        require(power < size, "the power is below the size of the block")
        choices = monomial_count([size - power + 1], [power])
        self.count = monomial_count(shape.sizes, degree) * choices
        self.conditions = shape.terms * monomial_count([size - power], [power])
        chosen = indices(rows, self.count, self.conditions)
        self.minor = minor_of(chosen, [*range(self.conditions)], self.conditions, n, inverse)
        powers, each = 20 * shape.terms * sum(shape.sizes), 20 + self.conditions // 8
        self.cost = self.count * (powers + self.conditions * each) + self.minor.cost()
        self.cost += 20 * choices * self.conditions * size * (power + 1)

    def solve(self, shape: PowerSum, points: Matrix, first: int) -> None:
        """The block has `size` variables, from `first` on. The T with 0 are enough: they have the full rank."""
        subsets = list(combinations(range(self.size), self.power))
        targets = [(0, *rest) for rest in combinations(range(1, self.size), self.power)]
        self.generators = list(product(shape.monomials(self.degree), subsets))

        def wedge(S: tuple[int, ...], T: tuple[int, ...], b: list[int]) -> int:
            return sum(sign((*S, t)) * b[t] for t in T if sorted((*S, t)) == [*T])

        tables = [{S: [wedge(S, T, point[first:]) for T in targets] for S in subsets} for point in points]
        values = []
        for monomial, S in self.generators:
            powers = [power_product(point, monomial, self.minor.n) for point in points]
            values.append([x * c for x, table in zip(powers, tables, strict=True) for c in table[S]])
        self.minor.certify(values)
        self.rests = product_mod([[x % self.minor.n for x in row] for row in values], self.minor.inverse, self.minor.n)

    def form(self, a: int) -> dict[Any, int]:
        """A generator minus the combination of the chosen ones that makes it satisfy the conditions."""
        independent = [self.generators[i] for i in self.minor.rows]
        form = {**dict.fromkeys(independent, 0), self.generators[a]: 1}
        for generator, c in zip(independent, self.rests[a], strict=True):
            form[generator] -= c
        return form


def sign(numbers: Sequence[int]) -> int:
    """Of the permutation that sorts them; 0 if one of them occurs twice."""
    return prod((i < j) - (i > j) for i, j in combinations(numbers, 2))


def double_points(claim: Claim, evidence: Any) -> Rule:
    """Forms x ∧ u ∧ v with u and v in ideals are singular at the points, so no tangent space leaves their zeros."""
    law, shape = claim["law"], read_power_sum(claim["law"])
    wedge, ideals, listed, n, point, minor = read_at_point(law, claim["field"], evidence, "wedge", "ideals", "products")
    size, variables, ambient = len(items(listed)), sum(shape.sizes), monomial_count(shape.sizes, shape.exponents)
    within(ambient, LIMIT_ENTRIES, "there are too many monomials")
    block = [variables]  # without a wedge: one more variable, which is 1
    if wedge is not None:
        [wedge] = indices([wedge], len(shape.sizes))
        block = [*shape.blocks()[wedge][0]]
    ideals, work = [Ideal(value, shape, len(block), n) for value in items(ideals)], 10 * ambient * variables
    for i, a, j, b in (items(four, 4) for four in listed):
        one, two = (ideals[k] for k in indices([i, j], len(ideals)))
        total = [d + f + (k == wedge) for k, (d, f) in enumerate(zip(one.degree, two.degree, strict=True))]
        require(total == shape.exponents, "two degrees do not sum to that of the law")
        require(one.power + two.power == len(block) - 1, "two powers do not sum to that of a volume")
        indices([a], one.count)
        indices([b], two.count)
        work += (one.conditions + 1) * (two.conditions + 1) * (10 + 2 * variables) + ambient
    minor = minor([*range(size)], width=ambient)
    yield work + minor.cost() + sum(ideal.cost for ideal in ideals)
    points = [[*vectors, 1] for vectors in shape.points(point)]
    for ideal in ideals:
        ideal.solve(shape, points, block[0])
    place = {monomial: at for at, monomial in enumerate(shape.monomials(shape.exponents))}

    @cache
    def volume(one: tuple[int, ...], two: tuple[int, ...]) -> tuple[int, list[int]]:
        """The sign of the variable that is in neither, wedge the two, and its exponents."""
        t = min({*range(len(block))} - {*one, *two})
        return sign((t, *one, *two)), [int(i == block[t]) for i in range(variables)]

    def singular(i: int, a: int, j: int, b: int) -> list[int]:
        row = [0] * ambient
        for ((one, S), x), ((two, T), y) in product(ideals[i].form(a).items(), ideals[j].form(b).items()):
            c, more = volume(S, T)
            if c:
                row[place[tuple(map(sum, zip(one, two, more, strict=True)))]] += c * x * y
        return row

    minor.certify_rows(singular(*four) for four in listed)
    at_most(claim, ambient - size)


# ------------------------------------------------------------------------------------------ numbers of decompositions


def terms_of(claim: Claim, one: bool = True) -> tuple[PowerSum, int]:
    """The power sum of a claim (that it has one decomposition), and the dimension of the cone of its terms."""
    require(not claim["field"].p, "the rule is for characteristic 0")
    shape = read_power_sum(claim["law"])
    require(all(shape.exponents), "the exponents of the powers are positive")
    establish(claim["count"] == 1 or not one, "the rule proves that there is one decomposition")
    return shape, sum(shape.sizes) - len(shape.sizes) + 1


def generic_point(claim: Claim, premise: Step) -> Rule:
    """The conditions of these rules are open: what they prove at one point holds at generic ones."""
    shape, _ = terms_of(claim)
    yield 0
    establish(premise.rule in (rank_one, kruskal, lovitz_petrov, compound), "the premise has no open conditions")
    factors, blocks = premise.claim["factors"], [k for k, e in enumerate(shape.exponents) for _ in range(e)]
    sizes = [(len(factor), len(factor[0])) for factor in factors]
    establish(sizes == [(shape.sizes[k], shape.terms) for k in blocks], "the premise has other sizes")
    pairs = zip(factors, blocks, strict=True)
    establish(all(factor == factors[blocks.index(k)] for factor, k in pairs), "the factors of a block differ")


def tangential_contact(claim: Claim, evidence: Any) -> Rule:
    """Forms that are singular at the points have Hessians at the first with no common kernel but the scalings."""
    (shape, dimension), names = terms_of(claim), ("point", "tangents", "forms", "columns", "inverse")
    point, tangents, forms, columns, inverse = members(evidence, *names)
    size, rank, variables = shape.terms * dimension, dimension - 1, sum(shape.sizes)
    ambient = monomial_count(shape.sizes, shape.exponents)
    tangents = read_minor(tangents, (shape.terms * variables, ambient), size, claim["field"])
    n, points = tangents.n, shape.points(read_point(point, claim["law"].raw["parameters"], tangents.n))
    pairs = (items(form, 2) for form in items(forms, rank))
    forms = [(*indices([b], ambient), *indices([i], variables)) for b, i in pairs]
    hessian = minor_of([*range(rank)], columns, variables, n, inverse)
    slopes = size * (size + rank + rank * variables)
    yield tangents.cost() + hessian.cost() + slopes * (30 + 4 * variables) + (100 * ambient + size * size) * variables
    monomials = shape.monomials(shape.exponents)
    chosen = [monomials[s] for s in tangents.columns]

    def slope(j: int, monomial: tuple[int, ...], *by: int) -> int:
        factor, rest = 1, list(monomial)
        for i in by:
            factor *= rest[i]
            rest[i] -= 1
        return factor * power_product(points[j], rest, n) % n if factor else 0

    def conditions(monomial: tuple[int, ...]) -> list[int]:
        return [slope(row // variables, monomial, row % variables) for row in tangents.rows]

    def second_derivatives(b: int, i: int) -> list[int]:
        rest = product_mod(tangents.inverse, [[x] for x in conditions(monomials[b])], n)
        form = [(1, monomials[b]), *((-c, monomial) for [c], monomial in zip(rest, chosen, strict=True))]
        return [sum(c * slope(0, monomial, i, j) for c, monomial in form) for j in range(variables)]

    square = zip(*map(conditions, chosen), strict=True)
    tangents._replace(columns=[*range(size)]).certify_rows(square)
    hessian.certify_rows(second_derivatives(b, i) for b, i in forms)


def bronowski(claim: Claim, premise: Step) -> Rule:
    """With one term more the tangent spaces are still independent."""
    shape, dimension = terms_of(claim)
    yield 0
    more = shape._replace(terms=shape.terms + 1)
    full = {"kind": "dimension-at-least", "law": Law(more.raw()), "rank": more.terms * dimension}
    establish(premise.claim == full | {"field": claim["field"]}, "the premise is not that one term more is defect-free")
    return joint([premise], "MassarentiMella2022")


def linear_section(claim: Claim, evidence: Any) -> Rule:
    """Decompositions are sets of points of a variety in, and spanning, the span of general points of it."""
    (shape, _), block = terms_of(claim, one=False), members(evidence, "block")[0]
    [block] = indices([block], len(shape.sizes))
    linear = shape.exponents[block] == 1 and shape.sizes[block] >= shape.terms
    establish(linear, "the block is of another exponent than 1, or smaller than the number of terms")
    sizes, exponents = ([*x[:block], *x[block + 1 :]] for x in (shape.sizes, shape.exponents))
    room = monomial_count(sizes, exponents) - 1 - sum(size - 1 for size in sizes)
    establish(shape.terms <= room + 1, "the linear section has positive dimension")
    blocks = zip(accumulate(size - 1 for size in sizes), sizes, exponents, strict=True)
    degree = prod(comb(d, n - 1) * e ** (n - 1) for d, n, e in blocks) if shape.terms == room + 1 else 1
    yield 50 * shape.terms * degree.bit_length()
    count = comb(degree, shape.terms) if shape.terms > room else 1
    establish(claim["count"] == count, "this is not the number of decompositions")
    return Conclusion(True, ("ArbarelloCornalbaGriffithsHarris1985",))


def smooth_point(claim: Claim, number: Step, singular: Step, tangents: Step) -> Rule:
    """A smooth point of the variety of such sums, of which general ones have one decomposition, as has this nearby."""
    factors, shape, terms = claim["factors"], [*map(len, claim["factors"])], len(claim["factors"][0][0])
    law, size = Law(PowerSum(shape, [1] * len(shape), terms).raw()), terms * (sum(shape) - len(shape) + 1)
    one = {"kind": "number-of-decompositions", "law": law, "count": 1, "field": claim["field"]}
    yield 20 * terms * sum(shape)
    establish(number.claim == one, "the first premise is not that general sums like this have one decomposition")
    for premise, rule in ((singular, double_points), (tangents, jacobian_minor)):
        right = premise.rule is rule and (premise.claim.get("law"), premise.claim["rank"]) == (law, size)
        establish(right, "a premise is by another rule, or of another law or rank")
        point = {f"a{k}": columns_mod(factor, premise.evidence[0]["modulus"]) for k, factor in enumerate(factors)}
        establish(premise.evidence[0]["point"] == point, "a premise is not at the terms")


class Polynomial:
    """Coefficients by monomial; the exponents of a monomial are the digits of an integer. The meter runs down."""

    def __init__(self, terms: dict[int, Any], degree: int, meter: list[int]) -> None:
        self.terms, self.degree, self.meter = {monomial: c for monomial, c in terms.items() if c}, degree, meter

    def charge(self, products: int, other: Any) -> None:
        length = sum(max(as_terms(x), default=0).bit_length() for x in (self, other))
        self.meter[0] -= 20 + products * (1 + length // 500)
        within(0, self.meter[0], "the identity has too many monomials")

    def __add__(self, other: Any) -> Polynomial:
        self.charge(weigh(self) + weigh(other), other)
        terms = dict(self.terms)
        for monomial, c in as_terms(other).items():
            terms[monomial] = terms.get(monomial, 0) + c
        return Polynomial(terms, max(self.degree, getattr(other, "degree", 0)), self.meter)

    def __mul__(self, other: Any) -> Any:
        if not isinstance(other, Polynomial):  # a sign; what follows is an addition, which is charged
            return Polynomial({m: other * c for m, c in self.terms.items()}, self.degree, self.meter) if other else 0
        self.charge(weigh(self) * weigh(other), other)
        within(self.degree + other.degree, LIMIT_DEGREE, f"the degree of an identity is above {LIMIT_DEGREE}")
        terms: dict[int, Any] = {}
        for one, x in self.terms.items():
            for two, y in other.terms.items():
                terms[one + two] = terms.get(one + two, 0) + x * y
        return Polynomial(terms, self.degree + other.degree, self.meter)

    def __mod__(self, n: int) -> Polynomial:
        return Polynomial({monomial: c % n for monomial, c in self.terms.items()}, self.degree, self.meter)

    __radd__, __rmul__ = __add__, __mul__


def as_terms(x: Any) -> dict[int, Any]:
    return x.terms if isinstance(x, Polynomial) else {0: x} if x else {}


class Symbols:
    """A polynomial ring with a variable for every entry that is asked for, and a budget of products of monomials."""

    def __init__(self, budget: int = LIMIT_PRODUCTS) -> None:
        self.meter, self.count = [budget], 0
        self.known = defaultdict[Any, Polynomial](self.variable)
        self.ring = Ring(lambda c: Polynomial({0: c}, 1, self.meter) if c else 0, lambda x: x)

    def variables(self, shapes: dict[str, list[int]]) -> dict[str, list[Any]]:
        return {name: [self.variable() for _ in range(prod(shape))] for name, shape in shapes.items()}

    def variable(self) -> Polynomial:
        self.count += 1
        within(self.count, LIMIT_VARIABLES, f"an identity has more than {LIMIT_VARIABLES} variables")
        return Polynomial({1 << 14 * self.count: 1}, 1, self.meter)

    def opaque(self, coefficients: Sequence[Any], x: Any, ring: Ring) -> Any:
        """A variable for what is not linear in x, the same one if the polynomial and x are the same."""
        if len(coefficients) <= 2 or not isinstance(x, Polynomial):
            return evaluated(coefficients, x, ring)
        x.charge(weigh(x), 0)
        return self.known[(*coefficients, frozenset(x.terms.items()))]

    def are_zero(self, outputs: Callable[[Callable[..., Any]], list[Any]], p: int = 0) -> bool:
        """What holds for variables in place of powers holds for the powers."""
        ways = (map(as_terms, outputs(power)) for power in (self.opaque, evaluated))
        return any(all(vanishes(c, p) for terms in way for c in terms.values()) for way in ways)


def weigh(x: Any) -> int:
    """How many terms with short coefficients those of x are worth."""
    coefficients = as_terms(x).values()
    bits = max((part.bit_length() for c in coefficients for part in c.as_integer_ratio()), default=0)
    within(bits, LIMIT_BITS, "an identity has too long coefficients")
    return len(coefficients) * (1 + bits // 64) * (1 if all(type(c) is int for c in coefficients) else 10)


def some(value: Any, shapes: dict[str, list[int]]) -> dict[str, list[int]]:
    """The shapes of the names that an object gives, in their order."""
    require(isinstance(value, dict) and value.keys() <= shapes.keys(), "a substitution is for names of the law")
    return {name: shape for name, shape in shapes.items() if name in value}


def read_substitution(value: Any, expressions: Law, shapes: dict[str, list[int]]) -> dict[str, int]:
    """Nodes in place of some of the names, of the same shapes."""
    shapes, found = some(value, shapes), {name: expressions.read(expression) for name, expression in value.items()}
    right = all([*expressions.nodes[node].shape] == shapes[name] for name, node in found.items())
    require(right, "a substitution keeps the shapes")
    return found


def expressions_in(inputs: Any, parameters: Any) -> Law:
    """In these variables; they are read later."""
    return Law({"inputs": inputs, "parameters": parameters, "let": [], "output": ["constant", 0]})


def factor_through(claim: Claim, evidence: Any, premise: Step) -> Rule:
    """The outputs, contracted with new variables, are another law after maps of the parameters and of the inputs."""
    law, bound, symbols = claim["law"], premise.claim, Symbols()
    parameters, inputs, name = members(evidence, "parameters", "inputs", "contracted")
    establish(bound["kind"] == "dimension-at-most", "the premise bounds no dimension from above")
    other, shape = bound["law"], law.nodes[law.output].shape
    require(other.nodes[other.output].shape == (), "the other law has one output")
    require(isinstance(name, str) and name not in law.names, "the new variables have a new name")
    psi, phi = expressions_in({}, law.raw["parameters"]), expressions_in({**law.raw["inputs"], name: list(shape)}, {})
    first = read_substitution(parameters, psi, other.raw["parameters"])
    second = read_substitution(inputs, phi, other.raw["inputs"])
    require(len(first) + len(second) == len(other.parameters) + len(other.inputs), "a name is not substituted")
    yield LIMIT_PRODUCTS * 3 + 12 * (law.cost + other.cost + psi.cost + phi.cost)
    leaves, known = symbols.variables(law.raw["parameters"]), symbols.variables(law.raw["inputs"])
    covector = [symbols.variable() for _ in range(law.outputs)]
    maps, forms = psi.values(leaves, symbols.ring), phi.values({**known, name: covector}, symbols.ring)
    given = {**{x: maps[node] for x, node in first.items()}, **{x: forms[node] for x, node in second.items()}}

    def difference(power: Callable[..., Any]) -> list[Any]:
        left = law.values({**leaves, **known}, symbols.ring, power)[law.output]
        right: Any = other.values(given, symbols.ring, power)[other.output][0]
        return [sum(map(mul, left, covector), -1 * right)]

    establish(symbols.are_zero(difference), "the law does not factor through the other")
    at_most(claim, bound["rank"])


class Fields:
    """Pairs of a vector field on the parameters, in these alone, and one on the inputs, in these alone; and the fields
    q∇p − p∇q = q²∇(p/q), for pairs of polynomials p and q in the parameters."""

    def __init__(self, law: Law, pairs: list[Any], quotients: Sequence[Any] = ()) -> None:
        require(not law.p, "the rule is for characteristic 0")
        self.law, self.shapes = law, [law.raw["parameters"], law.raw["inputs"]]
        self.sides = [expressions_in({}, self.shapes[0]), expressions_in(self.shapes[1], {})]
        self.pairs = [[*map(read_substitution, items(pair, 2), self.sides, self.shapes)] for pair in pairs]
        self.quotients = [[*map(self.sides[0].read, items(pair, 2))] for pair in quotients]
        require(not any(self.sides[0].nodes[x].shape for two in self.quotients for x in two), "a quantity is a number")
        count, own = len(pairs) + len(quotients), sum(side.cost for side in self.sides)
        self.budget = LIMIT_PRODUCTS * (1 + count // 12)
        self.cost = 3 * self.budget + 12 * own * (1 + len(quotients)) + 6 * law.cost * (1 + count)

    def directions(self, given: Sequence[dict[str, list[Any]]], ring: Ring) -> Iterable[dict[str, list[Any]]]:
        """Where the parameters, and the inputs if they are given, move."""
        maps = [side.values(x, ring) for side, x in zip(self.sides, given, strict=False)]
        for pair in self.pairs:
            yield {x: at[node] for at, field in zip(maps, pair, strict=False) for x, node in field.items()}
        for nodes in self.quotients:
            one, two = (self.sides[0].gradient(maps[0], [1], ring, node) for node in nodes)
            (p,), (q,) = (maps[0][node] for node in nodes)
            yield {x: [ring.settle(q * a + -1 * p * b) for a, b in zip(one[x], two[x], strict=True)] for x in one}

    def vectors(self, point: dict[str, list[int]], n: int) -> list[list[int]]:
        """What they are on the parameters at a point."""
        zeros = {name: [0] * len(entries) for name, entries in point.items()}
        return [flat(zeros | direction) for direction in self.directions([point], modulo(n))]

    def certify(self, fixed: dict[int, Any]) -> None:
        """The law does not change along them, whatever the inputs and those parameters that are not fixed."""
        symbols, place = Symbols(self.budget), iter(range(self.law.size))
        (given, inputs), fixed = map(symbols.variables, self.shapes), {i: symbols.ring.embed(fixed[i]) for i in fixed}
        given = {name: [fixed.get(next(place), x) for x in entries] for name, entries in given.items()}
        values = self.law.values({**given, **inputs}, symbols.ring)
        for direction in self.directions([given, inputs], symbols.ring):
            rates = self.law.tangent(values, direction, symbols.ring)
            establish(not any(map(as_terms, rates)), "the law is not constant along a field")


def vector_fields(claim: Claim, evidence: Any) -> Rule:
    """Fields along which the law is constant, independent at a point: any, or gradients of quotients of polynomials."""
    law, conserved = claim["law"], claim["kind"] == "conserved-at-least"
    listed, n, point, minor = read_at_point(law, claim["field"], evidence, "quantities" if conserved else "fields")
    size = len(items(listed))
    fields = Fields(law, [], listed) if conserved else Fields(law, [[field, {}] for field in listed])
    minor, bound = minor([*range(size)], width=law.size), size if conserved else law.size - size
    yield minor.cost() + fields.cost
    minor.certify_rows(fields.vectors(point, n))
    fields.certify({})
    establish(claim["rank"] <= bound if conserved else claim["rank"] >= bound, f"the bound is {bound}")


def dense_orbits(claim: Claim, evidence: Any) -> Rule:
    """Motions of parameters and inputs carry a slice, on which the derivative has a kernel, to an open set."""
    law, names = claim["law"], ("motions", "free", "frame", "fields")
    motions, free, frame, fields, n, point, minor = read_at_point(law, claim["field"], evidence, *names, exact=True)
    motions, fields = Fields(law, items(motions)), Fields(law, [[field, {}] for field in items(fields)])
    size, free, every = len(fields.pairs), indices(free, law.size), [*range(law.size)]
    require(len(motions.pairs) + len(free) == law.size, "there are as many motions and free entries as parameters")
    minor, whole = minor([*range(size)], width=law.size), minor_of(every, every, law.size, n, frame)
    yield minor.cost() + whole.cost() + fields.cost + motions.cost + law.size**2
    at = {name: [residue(x, n) for x in entries] for name, entries in point.items()}
    minor.certify_rows(fields.vectors(at, n))
    whole.certify_rows([*motions.vectors(at, n), *([int(i == j) for j in every] for i in free)])
    motions.certify({})
    fields.certify({i: x for i, x in enumerate(flat(point)) if i not in free})
    at_most(claim, law.size - size)


def marks(entries: list[Any], shape: Sequence[int]) -> tuple[int, list[Fraction]]:
    """What does not change when slices of an array are permuted and multiplied by nonzero numbers, along each axis."""
    width = shape[-1] if len(shape) == 2 else len(entries)
    rows = [entries[i : i + width] for i in range(0, len(entries), width)]
    places = [(a, b, i, j) for a, b in combinations(rows, 2) for i, j in product(range(width), repeat=2)]
    return entries.count(0), sorted(Fraction(a[i] * b[j], a[j] * b[i]) for a, b, i, j in places if a[j] * b[i])


def other_weights(claim: Claim, evidence: Any) -> Rule:
    """Other parameters with the same function, of which an array has other marks."""
    law, shapes, names = claim["law"], claim["law"].raw["parameters"], items(claim["arrays"])
    require(not claim["field"].p, "the rule is for characteristic 0")
    require(all(isinstance(name, str) and name in shapes for name in names), "the arrays are parameters of the law")
    points = [read_point(value, shapes, 0) for value in (claim["point"], members(evidence, "point")[0])]
    symbols, sizes = Symbols(), [prod(shapes[name]) ** min(len(shapes[name]), 2) for name in names]
    yield LIMIT_PRODUCTS * 3 + 12 * law.cost + 120 * sum(sizes)
    inputs, embed = symbols.variables(law.raw["inputs"]), symbols.ring.embed
    given = ({name: [*map(embed, entries)] for name, entries in point.items()} for point in points)
    functions = [[*map(as_terms, law.values(leaves | inputs, symbols.ring)[law.output])] for leaves in given]
    establish(functions[0] == functions[1], "the parameters have different functions")
    found = [[marks(point[name], shapes[name]) for name in names] for point in points]
    establish(found[0] != found[1], "each array has the same marks")


# ------------------------------------------------------------------------------------------------- separation ranks


def read_split(value: Any, p: int) -> tuple[Law, dict[str, int]]:
    """A law with one output, and the side of each of its inputs: 0 for those that are named, or 1."""
    raw, names = members(value, "law", "inputs")
    law, named = Law(raw, p), {*map(str, items(names))}
    require(not law.nodes[law.output].shape, "the law has one output")
    require([x for x in raw["inputs"] if x in named] == names, "inputs are named once, in the order of the law")
    return law, {x: int(x not in named) for x in raw["inputs"]}


def coefficient_minor(claim: Claim, evidence: Any) -> Rule:
    """Of the matrix of coefficients, at a point of the parameters and of some inputs, which makes no rank larger."""
    (law, sides), size, names = claim["split"], claim["rank"], ("rows", "columns", "modulus", "inverse")
    point, inputs, *monomials, modulus, inverse = members(evidence, "point", "inputs", *names)
    n, shapes, total = read_modulus(modulus, claim["field"]), law.raw["inputs"], sum(law.sizes)
    given = read_point(point, law.raw["parameters"], n) | read_point(inputs, some(inputs, shapes), n)
    degrees = [len(indices(monomial, total)) for side in monomials for monomial in items(side, size)]
    within(max(degrees, default=0), LIMIT_DEGREE, f"the degree of a monomial is above {LIMIT_DEGREE}")
    minor = minor_of([*range(size)], [*range(size)], size, n, inverse)
    yield 3 * LIMIT_PRODUCTS + 12 * law.cost + 3 * minor.cost() + 10 * sum(degrees)
    given |= Symbols().variables({name: shape for name, shape in shapes.items() if name not in given})
    terms = as_terms(law.values(given, modulo(n))[law.output][0])
    variables = enumerate((sides[name], x) for name in shapes for x in given[name])
    keys = {(side, v): max(x.terms) for v, (side, x) in variables if isinstance(x, Polynomial)}
    known = all((side, v) in keys for side in (0, 1) for monomial in monomials[side] for v in monomial)
    establish(known, "a monomial has a variable of the other side, or of an input that is given")
    rows, columns = ([sum(keys[side, v] for v in monomial) for monomial in monomials[side]] for side in (0, 1))
    minor.certify_rows([terms.get(i + j, 0) for j in columns] for i in rows)


Leaf = tuple[int, tuple[object, ...]]  # a node, and for each mode a letter; minus a `take`: 1 where an index is taken


def summands(law: Law, opaque: set[int]) -> tuple[list[list[Leaf]], dict[object, int]]:
    """The networks that a law is a sum of, each the product of its leaves, summed over all letters; their sizes."""
    meter, sizes = [LIMIT_LEAVES], dict[object, int]()

    def products(factors: list[list[list[Leaf]]]) -> list[list[Leaf]]:
        found: list[list[Leaf]] = [[]]
        for factor in factors:
            meter[0] -= 9 + len(factor) * sum(1 + len(x) for x in found) + len(found) * sum(map(len, factor))
            within(0, meter[0], "a law is a sum of too many networks")
            found = [one + two for one in found for two in factor]
        return found

    def of(at: int, word: tuple[object, ...]) -> list[list[Leaf]]:
        """Of a node, with letters for its modes. A new letter is a new object."""
        node, found = law.nodes[at], list[list[Leaf]]()
        sizes.update(zip(word, node.shape, strict=True))
        if at in opaque or (not node.parts and node.applied < 0):
            return [[(at, word)]]
        for k, c in enumerate(node.numbers):
            found += products([of(node.applied, word) for _ in range(k)]) if c else []
        for (a, b), words in ((part.operands, part.words) for part in node.parts):
            letters = defaultdict(object, zip(words[0], word, strict=True))
            one, two = (tuple(letters[x] for x in read) for read in words[1:])
            second = of(b, two) if b not in (PLUS, MINUS) else [[(-at, two)] if two else []]
            found += products([of(a, one), second])
        return found

    return of(law.output, ()), sizes


def cut(claim: Claim, evidence: Any) -> Rule:
    """A network is a sum of products of its parts on the two sides, over the letters that both have."""
    (law, sides), (names, chosen), rank = claim["split"], members(evidence, "at", "networks"), claim["rank"]
    require(all(isinstance(name, str) and name in law.names for name in items(names)), "opaque values are named")
    require(all(indices(colours, 2) for colours in items(chosen)), "a network has a side, and a colour for each leaf")
    yield 40 * LIMIT_LEAVES
    own = defaultdict(set[int], {law.names[name]: {side} for name, side in sides.items()})
    for at, node in enumerate(law.nodes):
        below = [x for part in node.parts for x in part.operands] + [node.applied] * (node.applied >= 0)
        own.setdefault(at, {side for x in below for side in own[x]})
    opaque = {law.names[name] for name in names}
    establish(all(len(own[at]) < 2 for at in opaque), "an opaque value has inputs of both sides")
    (networks, sizes), shares = summands(law, opaque), dict[str, int]()
    establish(len(networks) == len(chosen), f"the law is a sum of {len(networks)} networks")
    for network, (side, *colours) in zip(networks, chosen, strict=True):
        if not colours:
            part: list[Any] = sorted(Counter(at for at, _ in network if own[at] == {side}).items())
            share = monomial_count([prod(law.nodes[at].shape) for at, _ in part], [k for _, k in part])
        else:
            leaves = [(*leaf, colour) for leaf, colour in zip(network, colours, strict=False)]
            right = len(colours) == len(network) and all(own[at] <= {c} for at, _, c in leaves)
            establish(right, "a leaf has no colour, or not that of its side")
            one, two = ({x for _, word, c in leaves if c == end for x in word} for end in (0, 1))
            both, new = {x: sizes[x] for x in one & two}, dict[object, int]()
            mine = sorted(((at, word) for at, word, c in leaves if c == side), key=itemgetter(0))
            part = [(at, [(new.setdefault(x, len(new)), both.get(x)) for x in word]) for at, word in mine]
            share = reduce(lambda x, y: min(x * y, rank + 1), both.values(), 1)
        shares[str((side, part))] = share
    establish(sum(shares.values()) <= rank, "the shares of the networks sum to more than the rank")


# ------------------------------------------------------------------------- identities, inequalities, gradient flows


def read_system(value: Any, p: int, *names: str) -> list[Any]:
    """A law, lists of names of values, and citation keys."""
    raw, *listed, sources = members(value, "law", *names, "sources")
    law = Law(raw, p)
    require(all(isinstance(x, str) and x in law.names for part in listed for x in items(part)), "a system names values")
    require(all(isinstance(key, str) and NAME.fullmatch(key) for key in items(sources)), "a source is a citation key")
    return [law, *listed, tuple(sorted({*sources}))]


def cofactors(claim: Claim, evidence: Any) -> Rule:
    """The outputs are combinations of values that are zero."""
    (law, zero, sources), found, symbols = claim["system"], members(evidence, "cofactors")[0], Symbols()
    require(isinstance(found, dict) and found.keys() <= {*zero}, "cofactors are of values that are zero")
    out = LETTERS[: len(law.nodes[law.output].shape)]  # apart from the others, as no array has more than 26 modes
    words = ((name, LETTERS[::-1][: len(law.nodes[law.names[name]].shape)]) for name in found)
    products = [["einsum", f"{out}{word},{word}->{out}", found[name], name] for name, word in words]
    difference = Law({**law.raw, "output": ["-", law.raw["output"], *products]}, law.p)
    yield 3 * LIMIT_PRODUCTS + 24 * difference.cost
    given = symbols.variables(law.raw["inputs"] | law.raw["parameters"])
    right = symbols.are_zero(lambda power: difference.values(given, symbols.ring, power)[difference.output], law.p)
    establish(right, "an output is not the combination of the values that are zero")
    return Conclusion(True, sources)


def squares(claim: Claim, evidence: Any, premise: Step) -> Rule:
    """A positive multiple of the output is a sum of squares with positive factors, but for values that are zero."""
    (law, positive, zero, sources), field = claim["system"], claim["field"]

    def positive_name(factor: Any) -> Any:
        """Of a value, from which an entry is taken."""
        taken = type(factor) is list and len(factor) == 3 and factor[0] == "take"
        return positive_name(factor[1]) if taken else factor

    def term(c: Any, factors: Any, *others: Any) -> Any:
        right = number(c, 0) > 0 and all(positive_name(factor) in positive for factor in items(factors))
        require(right, "a term has a positive coefficient and positive factors")
        return ["apply", [0, c], ["einsum", "," * (len(factors) + len(others) - 1) + "->", *factors, *others]]

    multiplier, listed = map(items, members(evidence, "multiplier", "squares"))
    left = [term(*items(value, 2), law.raw["output"]) for value in multiplier]
    right = [term(c, factors, x, x) for c, factors, x in (items(value, 3) for value in listed)]
    require(field.name in ("Q", "R"), "the field is Q or R")
    difference = Law({**law.raw, "output": ["-", ["+", *left], *right]})
    yield 0
    claimed = {"kind": "vanishes", "system": [difference, zero, sources], "field": field}
    establish(premise.claim == claimed, "the premise is not that a multiple of the output is the sum of squares")
    return Conclusion(False, premise.conclusion.trusts)


def conserved_quantity(claim: Claim) -> Rule:
    """The law is constant along the gradient of the quantity."""
    law, quantity = members(claim["flow"], "law", "quantity")
    fields = Fields(Law(law, claim["field"].p), [], [[quantity, ["constant", 1]]])
    yield fields.cost
    fields.certify({})


def brackets(claim: Claim, evidence: Any) -> Rule:
    """Gradients and Lie brackets of fields before them, along all of which every conserved quantity is constant."""
    law, names = claim["law"], ("fields", "brackets", "rows")
    fields, pairs, rows, n, point, minor = read_at_point(law, claim["field"], evidence, *names)
    fields = read_rows(fields, law, n)
    costs, meter = [6 * law.cost] * len(fields), Symbols(LIMIT_PRODUCTS * (1 + len(items(pairs)) // 12)).meter
    for pair in pairs:
        costs.append(min(2 * sum(costs[i] for i in indices(pair, len(costs), 2)), LIMIT_WORK))
    minor = minor(indices(rows, len(costs)), width=law.size)
    yield minor.cost() + 6 * meter[0] + sum(costs[i] for i in rows)

    def values(i: int, at: dict[str, list[Any]], depth: int) -> dict[str, list[Any]]:
        """Of a field. A bracket is what is linear in a time in which the point moves along one of two fields."""
        if i < len(fields):
            return next(iter(jacobian(law, at, [fields[i]], n)))
        pair, shift = pairs[i - len(fields)], 14 * (depth + 1)
        time, ways = Polynomial({1 << shift: 1}, 1, meter), [values(k, at, depth) for k in pair]
        moved = [{name: [*map(add, at[name], map(time.__mul__, way[name]))] for name in at} for way in ways]

        def rate(x: Any) -> Polynomial:
            terms = {m - (1 << shift): c % n for m, c in as_terms(x).items() if m >> shift == 1}
            return Polynomial(terms, getattr(x, "degree", 0), meter)

        one, two = (values(k, point, depth + 1) for k, point in zip(pair, reversed(moved), strict=True))
        return {name: [rate(y + -1 * x) for x, y in zip(one[name], two[name], strict=True)] for name in at}

    minor.certify_rows([as_terms(x).get(0, 0) for x in flat(values(i, point, 0))] for i in rows)
    at_most(claim, law.size - len(rows))


def read_network(value: Any) -> tuple[Law, list[Any]]:
    """A law, and pairs of an input, a mask, and of the value that it belongs to, in an order of computation."""
    raw, masks = members(value, "law", "masks")
    law, names = Law(raw), [items(pair, 2)[0] for pair in items(masks)]
    require(sorted(map(str, names)) == sorted(x for x in raw["inputs"] if x in names), "masks are inputs, each once")
    for at, (mask, name) in enumerate(masks):
        require(not before_and_after(law, name)[0]["inputs"].keys() & names[at:], "a value uses earlier masks alone")
        require(law.nodes[law.names[mask]].shape == law.nodes[law.names[name]].shape, "a mask has another shape")
    return law, masks


# --------------------------------------------------------------------------------------------- claims and answers

UNIQUE = (rank_one, kruskal, lovitz_petrov, compound, ideal, points_modulo_prime, smooth_point)
COUNTS = (parameter_count, reachable_monomials, coefficient_matrix, overlap, inner_coefficients, substitution)
BOUNDS = (*COUNTS, secant_count, double_points, factor_through, vector_fields, dense_orbits)
KINDS: dict[str, tuple[str, tuple[Callable[..., Rule], ...]]] = {  # what a claim has besides kind and field; its rules
    "essentially-unique": ("factors", UNIQUE),  # a rule is named as its function, with hyphens
    "not-essentially-unique": ("factors", (second_decomposition,)),
    "k-rank-at-least": ("matrix rank", (projected_minors, column_walk)),
    "k-rank-at-most": ("matrix rank", (dependent_columns, column_count)),
    "tensor-rank-at-least": (
        "tensor rank",
        (flattening, uniqueness, hyperdeterminant, exhaustion, substitution_method),
    ),
    "border-rank-at-least": ("tensor rank", (flattening,)),
    **dict.fromkeys(("tensor-rank-at-most", "border-rank-at-most"), ("tensor rank", (decomposition,))),
    "dimension-at-least": ("law rank", (jacobian_minor, block_minors)),
    "dimension-at-most": ("law rank", BOUNDS),
    "separation-rank-at-least": ("split rank", (coefficient_minor,)),
    "separation-rank-at-most": ("split rank", (cut,)),
    "number-of-decompositions": ("law count", (generic_point, tangential_contact, bronowski, linear_section)),
    "not-determined": ("law point arrays", (other_weights,)),
    "vanishes": ("system", (cofactors,)),
    "nonnegative": ("system", (squares,)),
    "conserved": ("flow", (conserved_quantity,)),
    "conserved-at-least": ("law rank", (vector_fields,)),
    "conserved-at-most": ("law rank", (brackets,)),
    "functional-dimension-at-least": ("network rank", (jacobian_minor,)),
    **{f"{family}-between": (f"{about} lower upper", (both_bounds,)) for family, about in FAMILIES.items()},
}


def read_claim(value: Any) -> dict[str, Any]:
    require(isinstance(value, dict) and "kind" in value, "a claim is an object with a kind")
    kind = value["kind"]
    require(isinstance(kind, str) and kind in KINDS, "the kind of a claim is unknown")
    names = KINDS[kind][0].split()
    members(value, "kind", "field", *names)
    field = read_field(value["field"])
    readers: dict[str, Callable[[Any], Any]] = {  # a rule reads the others
        "matrix": lambda matrix: read_matrix(matrix, partial(number, p=field.p)),
        "factors": lambda factors: read_factors(factors, partial(number, p=field.p)),
        "tensor": partial(read_tensor, p=field.p),
        "law": partial(Law, p=field.p),
        "split": partial(read_split, p=field.p),
        "system": lambda value: read_system(value, field.p, *["positive"][kind == "vanishes" :], "zero"),
        "network": read_network,
        **dict.fromkeys(("rank", "lower", "upper", "count"), natural),
    }
    return {"kind": kind, **{name: readers.get(name, lambda x: x)(value[name]) for name in names}, "field": field}


def read_steps(value: Any) -> list[Step]:
    version, listed = members(value, "format", "steps")
    require(natural(version) == 1, "the format is 1")
    require(items(listed), "there is at least one step")
    steps: list[Step] = []
    for item in listed:
        claim, rule, evidence, premises = members(item, "claim", "rule", "evidence", "premises")
        claim = read_claim(claim)
        known = {function.__name__.replace("_", "-"): function for function in KINDS[claim["kind"]][1]}
        require(isinstance(rule, str) and rule in known, f"{claim['kind']} is proved by {', '.join(known)}")
        establish(not steps or claim["field"] == steps[0].claim["field"], "the steps are over several fields")
        takes = [*signature(known[rule]).parameters]  # the claim, the evidence if it needs any, and its premises
        found = [evidence] if "evidence" in takes else members(evidence)
        earlier = [steps[i] for i in indices(premises, len(steps))]
        require(known[rule] is kruskal or len(takes) == 1 + len(found + earlier), "the number of premises is wrong")
        steps.append(Step(claim, known[rule], found, earlier))
    used = {id(premise) for step in steps for premise in step.premises}
    require(all(id(step) in used for step in steps[:-1]), "every step but the last is a premise of a later one")
    return steps


def check(text: str) -> Judgement:
    """Judges a certificate given as JSON text; never raises."""
    try:
        within(len(text), LIMIT_CHARACTERS, f"the text has more than {LIMIT_CHARACTERS} characters")
        lengths = [*map(len, re.findall(r"[0-9]+", text))]
        steps = read_steps(read_json(text, lengths))
        running = [step.rule(step.claim, *step.evidence, *step.premises) for step in steps]
        work = sum(map(next, running)) * slowness(text, lengths)
        within(work, LIMIT_WORK, "the work is more than some twenty seconds")
        for step, rule in zip(steps, running, strict=True):
            try:
                next(rule)
            except StopIteration as done:
                step.conclusion = done.value or joint(step.premises)
        claim, (extensions, trusts) = steps[-1].claim, steps[-1].conclusion
        words = [f"{name} {claim[name]}" for name in ("rank", "lower", "upper", "count") if name in claim]
        words += ["over " + claim["field"].name + " and every extension" * extensions, "trusts " + ", ".join(trusts)]
        return Judgement(
            "accepted", ", ".join([claim["kind"], *words]) + "nothing" * (not trusts), steps[-1].conclusion
        )
    except Stop as stop:
        return Judgement(*stop.args)
    except (MemoryError, RecursionError, OverflowError) as error:
        return Judgement("over the limit", type(error).__name__)
    except Exception as error:  # a fault of the checker never looks like an acceptance
        return Judgement("rejected", f"the checker failed: {type(error).__name__}: {error}")


def main(paths: list[str]) -> int:
    """A line per certificate; the exit code is that of the worst answer: rejected, malformed, over the limit."""
    answers = set()
    for path in paths or ["-"]:
        try:
            with open(0 if path == "-" else path, encoding="utf-8") as file:
                judgement = check(file.read(LIMIT_CHARACTERS + 1))
        except (OSError, ValueError) as error:
            judgement = Judgement("malformed", f"the file cannot be read: {error}")
        answers.add(judgement.answer)
        print(f"{path.encode(errors='backslashreplace').decode()}: {judgement.answer}: {judgement.reason}")
    codes = {"rejected": 4, "malformed": 2, "over the limit": 3, "accepted": 0}
    return next(code for answer, code in codes.items() if answer in answers)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
