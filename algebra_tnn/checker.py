"""The trusted kernel: decides whether a certificate proves its claim, and trusts nothing that the certificate says.

One file, standard library only: ``python -I -S checker.py cert.json ...``. The format, each rule and the proof that it
is sound are in ``proofs/certificate-format.md``, which this file follows section by section.

``require`` guards the form of the text (else *malformed*), ``establish`` the mathematics (else *rejected*). A rule is a
generator: up to its one ``yield`` it reads its step and yields an upper bound of its work; past it, it works. So the
work of all steps is known before any starts, and too much is declined at once. A unit is about 0.1 microseconds.
Numbers are ``int`` or ``Fraction``, residues over GF(p); algebraic numbers and power series are ``Quotient``, which
mixes with numbers. A matrix is a list of rows.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from fractions import Fraction
from functools import cache, partial, reduce
from itertools import combinations, combinations_with_replacement, product
from math import comb, gcd, isqrt, prod
from operator import itemgetter, mul
from typing import Any, NamedTuple

LIMIT_CHARACTERS = 20_000_000
LIMIT_DIGITS = 100_000  # of one integer; of several, the root of the sum of the squares
LIMIT_WORK = 200_000_000  # units, all steps together: some twenty seconds
RATIONAL = re.compile(r"(-?[1-9][0-9]*)/([1-9][0-9]*)", re.ASCII)
FINITE_FIELD = re.compile(r"GF\(([1-9][0-9]{0,12})\)", re.ASCII)
LIMIT_CHOICE = 100  # beyond this a number of subsets or points is too large without being computed
FAMILIES = (("k-rank", "matrix"), ("tensor-rank", "tensor"), ("border-rank", "tensor"))
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
    def __init__(self, claim: dict[str, Any], rule: Callable[..., Rule], evidence: Any, premises: list[Step]) -> None:
        self.claim, self.rule, self.evidence, self.premises = claim, rule, evidence, premises
        self.conclusion = Conclusion(False)


Rule = Generator[int, None, Conclusion]


# -------------------------------------------------------------------------------------------------------- reading


def numeral_lengths(text: str) -> list[int]:
    within(len(text), LIMIT_CHARACTERS, f"the text has more than {LIMIT_CHARACTERS} characters")
    return [*map(len, re.findall(r"[0-9]+", text))]


def read_json(text: str, lengths: list[int]) -> Any:
    def distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        require(len(dict(pairs)) == len(pairs), "an object has a key twice")
        return dict(pairs)

    squares = sum(map(mul, lengths, lengths))  # as the time to read integers
    within(isqrt(squares), LIMIT_DIGITS, "an integer has too many digits, or many have")
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


def items(value: Any, length: int = -1) -> list[Any]:
    right = type(value) is list and length in (-1, len(value))
    require(right, "a list is expected" + f" of length {length}" * (length >= 0))
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


def read_tensor(value: Any, p: int) -> Tensor:
    if isinstance(value, dict):
        return given_by(read_factors(members(value, "factors")[0], partial(number, p=p)))
    shape: list[int] = []
    flat = items(value)
    while True:
        shape.append(len(flat) // prod(shape))
        within(len(shape), 100, "there are more than 100 modes")
        require(flat, "a tensor has no empty part")
        if type(flat[0]) is not list:
            require(len(shape) >= 2, "a tensor has at least two modes")
            return Tensor(tuple(shape), [number(x, p) for x in flat], [])
        flat = [x for part in flat for x in items(part, len(flat[0]))]


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
        pair = (self.coefficients, lift(other))
        return Quotient([sum(c[i] for c in pair if i < len(c)) for i in range(max(map(len, pair)))], self.f)

    def __mul__(self, other: Any) -> Quotient:
        mine, theirs = self.coefficients, lift(other)
        result: list[Any] = [0] * (len(mine) + len(theirs))
        for (i, x), (j, y) in product(enumerate(mine), enumerate(theirs)):
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


def row_products(rows: Iterable[list[Any]], factor: Matrix) -> Iterable[list[Any]]:
    """The Khatri–Rao product, in row-major order."""
    return ([x * y for x, y in zip(one, two, strict=True)] for one in rows for two in factor)


def khatri_rao(factors: list[Matrix]) -> Iterable[list[Any]]:
    return reduce(row_products, factors[1:], factors[0])


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
        """The square submatrix times the inverse is the identity mod n, so that its determinant is not zero."""
        square = [[residue(matrix[i][j], self.n) for j in self.columns] for i in self.rows]
        one = [[int(i == j) for j in range(len(square))] for i in range(len(square))]
        establish(not square or product_mod(square, self.inverse, self.n) == one, "a minor is not shown to be a unit")


def read_modulus(value: Any, field: Field) -> int:
    require(natural(value) >= 2 and field.p in (0, value), "a modulus is at least 2, and p over GF(p)")
    return int(value)


def read_minor(value: Any, shape: tuple[int, int], size: int, field: Field) -> Minor:
    rows, columns, modulus, inverse = members(value, "rows", "columns", "modulus", "inverse")
    n = read_modulus(modulus, field)
    inverse = [indices(row, n, size) for row in items(inverse, size)]
    return Minor(indices(rows, shape[0], size), indices(columns, shape[1], size), n, inverse)


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


def joint(premises: list[Step], *trusts: str) -> Conclusion:
    """What rests on premises trusts what they trust, and holds over the extensions over which they all hold."""
    keys = {key for premise in premises for key in premise.conclusion.trusts} | set(trusts)
    return Conclusion(all(premise.conclusion.extensions for premise in premises), tuple(sorted(keys)))


def both_bounds(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    members(evidence)
    yield 0
    family, about = claim["kind"].removesuffix("-between"), "matrix" if "matrix" in claim else "tensor"
    for premise, side, bound in zip(premises, ("least", "most"), ("lower", "upper"), strict=True):
        value = {"kind": f"{family}-at-{side}", about: claim[about], "rank": claim[bound], "field": claim["field"]}
        establish(premise.claim == value, f"a premise is not the {bound} bound of the claim")
    return joint(premises)


# -------------------------------------------------------------------------------------------------- Kruskal ranks


def projected_minors(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    matrix, k, total = claim["matrix"], claim["rank"], len(claim["matrix"][0])
    modulus, projection = members(evidence, "modulus", "projection")
    n = read_modulus(modulus, claim["field"])
    projection = [indices(row, n, len(matrix)) for row in items(projection, k)]
    require(1 <= k <= total, "k is between 1 and the number of columns")
    yield 4 * k * total * (len(matrix) + 2 * k) + comb(total, min(k, total - k, LIMIT_CHOICE)) * (k + 6)
    rows = product_mod(projection, [[residue(x, n) for x in row] for row in matrix], n)
    one = [[int(i == j) for j in range(k)] for i in range(k)]
    establish([row[:k] for row in rows] == one, "the projection does not make the first k columns the identity")
    establish(every_minor_is_unit([row[k:] for row in rows], n), "some k columns are not shown to be independent")
    return Conclusion(True)


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


def column_walk(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    matrix, k, total = claim["matrix"], claim["rank"], len(claim["matrix"][0])
    n = read_modulus(members(evidence, "modulus")[0], claim["field"])
    require(k <= total, "k is at most the number of columns")
    yield 2 * len(matrix) * (total + sum(comb(total, j) * (4 + j) for j in range(1, min(k, LIMIT_CHOICE) + 1)))
    columns = columns_mod(matrix, n)

    def walk(basis: Basis, size: int, following: int) -> bool:
        later = range(following, total - k + size + 1 if size < k else 0)
        return len(basis) == size and all(walk(extended(basis, columns[j], n), size + 1, j + 1) for j in later)

    establish(walk([], 0, 0), "some k columns are not shown to be independent")
    return Conclusion(True)


def dependent_columns(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    matrix, p = claim["matrix"], claim["field"].p
    columns, relation = members(evidence, "columns", "relation")
    columns = indices(columns, len(matrix[0]), claim["rank"] + 1)
    relation = [number(x, p) for x in items(relation, len(columns))]
    require(len(set(columns)) == len(columns), "the columns are different")
    yield 3 * len(matrix) * len(columns)
    establish(any(relation), "the relation is zero")
    values = (sum(x * row[j] for x, j in zip(relation, columns, strict=True)) for row in matrix)
    establish(all(vanishes(value, p) for value in values), "the relation does not hold")
    return Conclusion(True)


def column_count(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    members(evidence)
    yield 0
    establish(claim["rank"] >= len(claim["matrix"][0]), "k is below the number of columns")
    return Conclusion(True)


# ------------------------------------------------------------------------------------------ essential uniqueness


class Groups:
    """A grouping of the modes; the Khatri–Rao matrices of the groups are written down only when work has begun."""

    def __init__(self, claim: dict[str, Any], value: Any, least: int, most: int) -> None:
        self.factors, self.field = claim["factors"], claim["field"]
        self.terms = len(self.factors[0][0])
        self.grouping = [indices(group, len(self.factors)) for group in items(value)]
        require(least <= len(self.grouping) <= most, "the number of groups is wrong")
        every = sorted(mode for group in self.grouping for mode in sorted(group))
        once = every == list(range(len(self.factors))) and all(self.grouping)
        require(once and all(group == sorted(group) for group in self.grouping), "ascending groups contain each mode")
        self.heights = [prod(len(self.factors[mode]) for mode in group) for group in self.grouping]
        self.cost = 3 * sum(self.heights) * self.terms
        self.pairs = comb(self.terms, 2)

    def minor(self, value: Any, group: int) -> Minor:
        return read_minor(value, (self.heights[group], self.terms), self.terms, self.field)

    def matrices(self) -> list[Matrix]:
        """Rows of a Khatri–Rao matrix are in row-major order of the modes of its group."""
        terms_nonzero(self.factors, self.field.p)
        result = []
        for group in self.grouping:
            rows = khatri_rao([self.factors[mode] for mode in group])
            result.append([[x % self.field.p for x in row] if self.field.p else row for row in rows])
        return result

    def quadric(self, value: Any) -> Callable[[list[Matrix]], dict[tuple[int, int], Any]]:
        """Reads rows p < q of A and s < t of B; gives the minor of A·diag(d)·Bᵀ there, as coefficients of d_i d_j."""
        p, q = indices(items(value, 4)[:2], self.heights[1])
        s, t = indices(value[2:], self.heights[2])
        return lambda m: {
            (i, j): (m[1][p][i] * m[1][q][j] - m[1][p][j] * m[1][q][i])
            * (m[2][s][i] * m[2][t][j] - m[2][s][j] * m[2][t][i])
            for i, j in combinations(range(self.terms), 2)
        }


def rank_one(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    members(evidence)
    yield 0
    establish(len(claim["factors"][0][0]) == 1, "there is more than one term")
    terms_nonzero(claim["factors"], claim["field"].p)
    return Conclusion(True)


def jennrich(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    grouping, minors = members(evidence, "grouping", "minors")
    groups = Groups(claim, grouping, 3, 3)
    minors = [groups.minor(value, i) for i, value in enumerate(items(minors, 2))]
    yield groups.cost + 4 * groups.pairs * groups.heights[2] + sum(minor.cost() for minor in minors)
    (a, b, c), n = groups.matrices(), minors[0].n
    minors[0].certify(a)
    minors[1].certify(b)
    for one, two in combinations(columns_mod(c, n), 2):
        establish(
            len(extended(extended([], one, n), two, n)) == 2, "two columns of the third group may be proportional"
        )
    return Conclusion(True)


def kruskal(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    groups = Groups(claim, members(evidence, "grouping")[0], 3, len(claim["factors"]))
    require(len(premises) == len(groups.grouping), "there is one premise per group")
    yield groups.cost
    for premise, matrix in zip(premises, groups.matrices(), strict=True):
        value = {**premise.claim, "kind": "k-rank-at-least", "matrix": matrix, "field": groups.field}
        establish(premise.claim == value, "a premise does not bound the k-rank of a group")
    total, needed = sum(premise.claim["rank"] for premise in premises), 2 * groups.terms + len(premises) - 1
    establish(total >= needed, f"the k-ranks sum to {total}, not to {needed}")
    theorem = "Kruskal1977" if len(premises) == 3 else "SidiropoulosBro2000"
    return joint(premises, "LovitzPetrov2023" if groups.field.p else theorem)


def lovitz_petrov(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    factors, terms = claim["factors"], len(claim["factors"][0][0])
    n = read_modulus(members(evidence, "modulus")[0], claim["field"])
    yield 2 ** min(terms, LIMIT_CHOICE) * sum(map(len, factors)) * (terms + 4)
    terms_nonzero(factors, claim["field"].p)
    columns = [columns_mod(factor, n) for factor in factors]

    def walk(bases: list[Basis], size: int, following: int) -> None:
        establish(size < 2 or 2 * size <= 1 + sum(len(b) - 1 for b in bases), "the inequality fails for some terms")
        for r in range(following, terms):
            walk([extended(b, c[r], n) for b, c in zip(bases, columns, strict=True)], size + 1, r + 1)

    walk([[] for _ in factors], 0, 0)
    return Conclusion(True, ("LovitzPetrov2023",))


def compound(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    grouping, minor, quadrics, independent = members(evidence, "grouping", "minor", "quadrics", "independent")
    groups = Groups(claim, grouping, 3, 3)
    first, size = groups.minor(minor, 0), groups.pairs
    quadrics = [groups.quadric(rows) for rows in items(quadrics)]
    second = read_minor(independent, (len(quadrics), size), size, groups.field)
    yield groups.cost + first.cost() + second.cost() + 10 * size * len(quadrics)
    matrices = groups.matrices()
    first.certify(matrices[0])
    second.certify([list(quadric(matrices).values()) for quadric in quadrics])
    return Conclusion(True)


def ideal(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    grouping, minor, pairs = members(evidence, "grouping", "minor", "pairs")
    groups = Groups(claim, grouping, 3, 3)
    terms, p = groups.terms, groups.field.p
    first, powers = groups.minor(minor, 0), []
    for value in items(pairs, groups.pairs):
        power, summands = members(value, "power", "summands")
        require(1 <= natural(power) <= 99, "the power is between 1 and 99")
        read = [
            (number(c, p), tuple(map(natural, items(exponent, terms))), groups.quadric(rows))
            for c, exponent, rows in (items(summand, 3) for summand in items(summands))
        ]
        powers.append((power, read))
    yield groups.cost + first.cost() + sum(len(read) for _, read in powers) * groups.pairs * (20 + 2 * terms)
    matrices = groups.matrices()
    first.certify(matrices[0])
    for pair, (power, read) in zip(combinations(range(terms), 2), powers, strict=True):
        total = {tuple(power * (r in pair) for r in range(terms)): -1}
        for c, exponent, quadric in read:
            for (i, j), x in quadric(matrices).items():
                monomial = tuple(e + (r in (i, j)) for r, e in enumerate(exponent))
                total[monomial] = total.setdefault(monomial, 0) + c * x
        establish(all(vanishes(x, p) for x in total.values()), f"the summands of terms {pair} do not give the power")
    return Conclusion(True)


def points_modulo_prime(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    grouping, minor, modulus = members(evidence, "grouping", "minor", "modulus")
    groups, field = Groups(claim, grouping, 3, 3), claim["field"]
    first, n, terms = groups.minor(minor, 0), read_modulus(modulus, claim["field"]), groups.terms
    require(n < 1000 and is_prime(n) and field.name not in ("R", "C"), "a prime below 1000, over Q or GF(p)")
    quadrics = prod(comb(height, 2) for height in groups.heights[1:])
    yield groups.cost + first.cost() + groups.pairs * (50 * quadrics + 30 * n ** min(terms - 1, LIMIT_CHOICE))
    matrices = groups.matrices()
    first.certify(matrices[0])
    pairs_of_rows = product(*(combinations(range(height), 2) for height in groups.heights[1:]))
    forms = {tuple(residue(x, n) for x in groups.quadric([*a, *b])(matrices).values()) for a, b in pairs_of_rows}
    pairs = list(combinations(range(terms), 2))
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


def second_decomposition(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
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
    return Conclusion(True)


# --------------------------------------------------------------------------------------- tensor rank, border rank


def flattening(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    tensor, field = claim["tensor"], claim["field"]
    (modes, minor), shape = members(evidence, "modes", "minor"), tensor.shape
    sides = [indices(modes, len(shape)), [mode for mode in range(len(shape)) if mode not in modes]]
    require(modes == sorted(set(modes)) and all(sides), "the modes are a proper part, ascending")
    size = [prod(shape[mode] for mode in side) for side in sides]
    minor = read_minor(minor, (size[0], size[1]), claim["rank"], field)
    yield 2 * tensor.cost() + 10 * prod(shape) * len(shape) + minor.cost()
    flat = tensor.entries(field.p)
    strides = [[range(0, prod(shape[mode:]), prod(shape[mode + 1 :])) for mode in side] for side in sides]
    rows, columns = [list(map(sum, product(*side))) for side in strides]
    minor.certify([[flat[i + j] for j in columns] for i in rows])
    return Conclusion(True)


def uniqueness(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    members(evidence)
    premise, tensor, p = premises[0].claim, claim["tensor"], claim["field"].p
    establish(premise["kind"] == "essentially-unique", "the premise is not about uniqueness")
    given = given_by(premise["factors"])
    yield given.cost() + tensor.cost()
    known = (premise["field"], len(given.factors[0][0]), given.shape, given.entries(p))
    claimed = (claim["field"], claim["rank"], tensor.shape, tensor.entries(p))
    establish(known == claimed, "the premise is about another field, number of terms, shape or tensor")
    establish(not p or premises[0].conclusion.extensions, "over GF(p) uniqueness over every extension is needed")
    return joint(premises)


def hyperdeterminant(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    members(evidence)
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


def decomposition(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    """The terms (some may vanish) sum to the tensor; for the border rank to e^order times it, modulo e^(order + 1)."""
    tensor, p, rank, border = claim["tensor"], claim["field"].p, claim["rank"], claim["kind"] == "border-rank-at-most"
    factors, kind = members(evidence, "factors", "order" if border else "root")
    if border:
        require(natural(kind) < 1000, "the order is below 1000")
        truncation = [0] * (kind + 1) + [1]
        scale: Any = Quotient([0] * kind + [1], truncation)
    else:
        scale, plain = 1, read_root(kind, claim["field"])

    def read(x: Any) -> Any:
        return Quotient([number(c, p) for c in items(x, kind + 1)], truncation) if border else plain(x)

    pairs = zip(items(factors, len(tensor.shape)), tensor.shape, strict=True)
    factors = [read_matrix(factor, read, size, rank) for factor, size in pairs]
    yield tensor.cost() + (4 * prod(tensor.shape) + sum_cost(factors)) * max(map(weight, [scale, *factors[0][0]]))
    establish(same(term_sum(factors), [scale * x for x in tensor.entries(p)], p), "the terms do not sum to the tensor")
    return Conclusion(True)


def exhaustion(claim: dict[str, Any], evidence: Any, premises: list[Step]) -> Rule:
    """Enumerates sums of nonzero rank-one tensors over GF(p): first vector free, the others with leading entry 1."""
    members(evidence)
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


# --------------------------------------------------------------------------------------------- claims and answers

CLAIMS: dict[str, tuple[str, ...]] = {  # what a claim has besides its kind and its field
    **dict.fromkeys(("essentially-unique", "not-essentially-unique"), ("factors",)),
    **{f"{family}-at-{side}": (about, "rank") for family, about in FAMILIES for side in ("least", "most")},
    **{f"{family}-between": (about, "lower", "upper") for family, about in FAMILIES},
}
RULES: dict[str, tuple[Callable[..., Rule], ...]] = {  # a rule is named as its function, with hyphens
    "essentially-unique": (rank_one, jennrich, kruskal, lovitz_petrov, compound, ideal, points_modulo_prime),
    "not-essentially-unique": (second_decomposition,),
    "k-rank-at-least": (projected_minors, column_walk),
    "k-rank-at-most": (dependent_columns, column_count),
    "tensor-rank-at-least": (flattening, uniqueness, hyperdeterminant, exhaustion),
    "tensor-rank-at-most": (decomposition,),
    "border-rank-at-least": (flattening,),
    "border-rank-at-most": (decomposition,),
    **{f"{family}-between": (both_bounds,) for family, _ in FAMILIES},
}
PREMISES = {both_bounds: 2, uniqueness: 1}  # other rules take none; kruskal counts its own


def read_claim(value: Any) -> dict[str, Any]:
    require(isinstance(value, dict) and "kind" in value, "a claim is an object with a kind")
    kind = value["kind"]
    require(isinstance(kind, str) and kind in CLAIMS, "the kind of a claim is unknown")
    members(value, "kind", "field", *CLAIMS[kind])
    field = read_field(value["field"])
    readers: dict[str, Callable[[Any], Any]] = {
        "matrix": lambda matrix: read_matrix(matrix, partial(number, p=field.p)),
        "factors": lambda factors: read_factors(factors, partial(number, p=field.p)),
        "tensor": partial(read_tensor, p=field.p),
        **dict.fromkeys(("rank", "lower", "upper"), natural),
    }
    return {"kind": kind, **{name: readers[name](value[name]) for name in CLAIMS[kind]}, "field": field}


def read_steps(value: Any) -> list[Step]:
    version, listed = members(value, "format", "steps")
    require(natural(version) == 1, "the format is 1")
    require(items(listed), "there is at least one step")
    steps: list[Step] = []
    for item in listed:
        claim, rule, evidence, premises = members(item, "claim", "rule", "evidence", "premises")
        claim = read_claim(claim)
        known = {function.__name__.replace("_", "-"): function for function in RULES[claim["kind"]]}
        require(isinstance(rule, str) and rule in known, f"{claim['kind']} is proved by {', '.join(known)}")
        establish(not steps or claim["field"] == steps[0].claim["field"], "the steps are over several fields")
        earlier = [steps[i] for i in indices(premises, len(steps))]
        right = known[rule] is kruskal or len(earlier) == PREMISES.get(known[rule], 0)
        require(right, "the rule has another number of premises")
        steps.append(Step(claim, known[rule], evidence, earlier))
    used = {id(premise) for step in steps for premise in step.premises}
    require(all(id(step) in used for step in steps[:-1]), "every step but the last is a premise of a later one")
    return steps


def check(text: str) -> Judgement:
    """Judges a certificate given as JSON text; never raises."""
    try:
        lengths = numeral_lengths(text)
        steps = read_steps(read_json(text, lengths))
        running = [step.rule(step.claim, step.evidence, step.premises) for step in steps]
        within(
            sum(map(next, running)) * slowness(text, lengths), LIMIT_WORK, "the work is more than some twenty seconds"
        )
        for step, rule in zip(steps, running, strict=True):
            try:
                next(rule)
            except StopIteration as done:
                step.conclusion = done.value
        claim, (extensions, trusts) = steps[-1].claim, steps[-1].conclusion
        words = [claim["kind"], *(f"{name} {claim[name]}" for name in ("rank", "lower", "upper") if name in claim)]
        words += ["over " + claim["field"].name + " and every extension" * extensions]
        words += ["trusts " + (", ".join(trusts) or "nothing")]
        return Judgement("accepted", ", ".join(words), steps[-1].conclusion)
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
