"""The part of the corpora about numbers of decompositions of power sums: see ``corpus``, which writes it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from math import prod
from typing import Any

from .law_corpus import (
    MANY_MONOMIALS,
    at_least,
    at_most,
    forms,
    independent,
    inverted,
    network,
    padded,
    power_sum,
    random_point,
)
from .laws import Law
from .making import (
    BELOW,
    KEYS,
    LIST,
    MODULUS,
    NATURAL,
    REMOVED,
    SQUARE_MINOR,
    WORK,
    Certificate,
    Table,
    altered,
    certificate,
    identity,
    minor,
    step,
)

Sizes = tuple[int, ...]

CHARACTERISTIC = "the rule is for characteristic 0"
POSITIVE = "the exponents of the powers are positive"
POWER_SUM = "the law is not a sum of products of powers"
ONE = "the rule proves that there is one decomposition"
OPEN = "the premise has no open conditions"
OTHER_SIZES = "the premise has other sizes"
MORE = "the premise is not that one term more is defect-free"
NUMBER = "this is not the number of decompositions"
BLOCK = "the block is of another exponent than 1, or smaller"
POSITIVE_DIMENSION = "the linear section has positive dimension"
PREMISES = "the number of premises is wrong"


def number(of: Law, count: int, rule: str, evidence: Any = None, *premises: int, field: str = "Q") -> Any:
    return step("number-of-decompositions", field, rule, evidence or {}, premises, law=of, count=count)


# ------------------------------------------------------------------------------------------------- premises at points


def unique(rule: str, factors: Any, evidence: Any = None, *premises: int, field: str = "Q") -> Any:
    return step("essentially-unique", field, rule, evidence or {}, premises, factors=factors)


def k_rank(matrix: Any, rank: int, field: str = "Q") -> Any:
    return step("k-rank-at-least", field, "column-walk", {"modulus": 101}, matrix=matrix, rank=rank)


def full(matrix: Any) -> dict[str, Any]:
    rows, columns = independent([[x % 101 for x in row] for row in matrix], 101)
    return minor(matrix, rows, columns)


def jennrich(factors: Any) -> list[Any]:
    terms = len(factors[0][0])
    premises = [k_rank(factor, k) for factor, k in zip(factors, (terms, terms, 2), strict=True)]
    return [*premises, unique("kruskal", factors, {"grouping": [[0], [1], [2]]}, 0, 1, 2)]


PAIR = [[1, 0], [0, 1]]
MIXED = [[1, 1], [1, 2]]
LONG = [[1, 0], [0, 1], [2, 3]]
THREE = [[1, 1, 1], [0, 1, 2], [0, 1, 4]]  # columns (1, t, t²)
ALL_MODES = [[0], [1], [2]]
COMPOUND = {
    "grouping": ALL_MODES,
    "minor": full(PAIR),
    "quadrics": [[0, 1, 0, 1]],
    "independent": {"rows": [0], "columns": [0], "modulus": 101, "inverse": [[1]]},
}
IDEAL = {
    "grouping": ALL_MODES,
    "minor": full(PAIR),
    "pairs": [{"power": 1, "summands": [[1, [0, 0], [0, 1, 0, 1]]]}],
}
POINTS = {"grouping": ALL_MODES, "minor": full(PAIR), "modulus": 3}
SECOND = {
    "factors": [[[1, 1], [0, 1]], [[1, 0], [-1, 1]]],
    "root": None,
    "term": 0,
    "differences": [[0, 1], [1, 1]],
}

CUBICS = power_sum((2,), (3,), 2)  # binary cubics as sums of two cubes
TERNARY = power_sum((3,), (3,), 3)
NETWORK = power_sum((3, 2), (2, 1), 2)  # (3,2,2) with squares
CUBES = [
    k_rank(PAIR, 2),
    unique("kruskal", [PAIR] * 3, {"grouping": ALL_MODES}, 0, 0, 0),
    number(CUBICS, 1, "generic-point", None, 1),
]

# ------------------------------------------------------------------------------------------------- contact of tangents


def derivative(point: list[int], exponents: Sizes, *by: int) -> int:
    rest, factor = list(exponents), 1
    for i in by:
        factor *= rest[i]
        rest[i] -= 1
    return factor * prod(map(pow, point, rest)) if factor else 0


class Contact:
    """The forms that are singular at random points, and their Hessians at the points."""

    def __init__(self, sizes: Sizes, exponents: Sizes, terms: int, n: int = 101, seed: int = 1) -> None:
        self.law, self.n, self.monomials = power_sum(sizes, exponents, terms), n, forms(sizes, exponents)
        self.point = random_point(self.law["parameters"], random.Random(seed), n)
        self.points = [[x for k in range(len(sizes)) for x in self.point[f"a{k}"][j]] for j in range(terms)]
        self.variables = range(sum(sizes))
        conditions = [
            [derivative(point, monomial, i) % n for monomial in self.monomials]
            for point in self.points
            for i in self.variables
        ]
        rows, self.columns = independent(conditions, n)
        self.conditions = [conditions[i] for i in rows]
        self.tangents = {"rows": rows, **inverted(self.conditions, self.columns, n)}

    def hessian(self, b: int, i: int, j: int) -> list[int]:
        """The row of a variable, of the form that begins with a monomial, at the j-th point."""
        rest = [
            sum(x * row[b] for x, row in zip(line, self.conditions, strict=True)) for line in self.tangents["inverse"]
        ]
        parts = [(1, b), *((-c, s) for c, s in zip(rest, self.columns, strict=True))]
        point = self.points[j]
        return [sum(c * derivative(point, self.monomials[s], i, k) for c, s in parts) % self.n for k in self.variables]

    def evidence(self, j: int = 0, padded: bool = False) -> dict[str, Any]:
        """With rows and columns that suffice at the j-th point; perhaps with a row twice and one more column."""
        free = [b for b in range(len(self.monomials)) if b not in self.columns]
        names = [[b, i] for b in free for i in self.variables]
        rows = [self.hessian(b, i, j) for b, i in names]
        chosen, columns = independent(rows, self.n)
        minor_of = inverted([rows[i] for i in chosen], columns, self.n)["inverse"] if chosen else []
        listed = [names[i] for i in chosen]
        if padded:
            minor_of = [*([*row, 0] for row in minor_of), [0] * len(chosen) + [1]]
            listed, columns = [*listed, listed[-1]], [*columns, next(k for k in self.variables if k not in columns)]
        evidence = {"point": self.point, "tangents": self.tangents, "forms": listed}
        return {**evidence, "columns": columns, "inverse": minor_of}


def by_contact(
    sizes: Sizes, exponents: Sizes, terms: int, field: str = "Q", padded: bool = False, **how: Any
) -> Certificate:
    found = Contact(sizes, exponents, terms, **how)
    evidence = found.evidence(padded=padded)
    return certificate(number(found.law, 1, "tangential-contact", evidence, field=field))


QUARTICS = Contact((2,), (4,), 2)

# ---------------------------------------------------------------------------------------------------------- accepted

SEGRE, CAYLEY = power_sum((3, 3, 5), (1, 1, 1), 5), power_sum((4, 7), (2, 1), 7)


def section(sizes: Sizes, exponents: Sizes, terms: int, count: int, block: int = -1) -> Certificate:
    block = block % len(sizes)
    return certificate(number(power_sum(sizes, exponents, terms), count, "linear-section", {"block": block}))


def bronowski(sizes: Sizes, exponents: Sizes, terms: int, rank: int, field: str = "Q", more: int = 1) -> Certificate:
    return certificate(
        at_least(power_sum(sizes, exponents, terms + more), rank, field),
        number(power_sum(sizes, exponents, terms), 1, "bronowski", None, 0, field=field),
    )


ACCEPTED: dict[str, Certificate] = {
    "generic-point-rank-one": certificate(
        unique("rank-one", [[[1], [2]], [[3], [1]]]),
        number(power_sum((2, 2), (1, 1), 1), 1, "generic-point", None, 0),
    ),
    "generic-point-jennrich": certificate(*jennrich([LONG, LONG, MIXED]), number(NETWORK, 1, "generic-point", None, 3)),
    "generic-point-kruskal": certificate(*CUBES),
    "generic-point-lovitz-petrov": certificate(
        unique("lovitz-petrov", [PAIR] * 3, {"modulus": 101}), number(CUBICS, 1, "generic-point", None, 0)
    ),
    "generic-point-compound": certificate(
        unique("compound", [PAIR] * 3, COMPOUND), number(CUBICS, 1, "generic-point", None, 0)
    ),
    "generic-point-over-r": certificate(
        unique("lovitz-petrov", [[[1, "1/2"], [0, 1]]] * 3, {"modulus": 101}, field="R"),
        number(CUBICS, 1, "generic-point", None, 0, field="R"),
    ),
    "tangential-contact": by_contact((2,), (4,), 2),
    "tangential-contact-of-one-term": by_contact((3,), (2,), 1),
    "tangential-contact-of-numbers": by_contact((1,), (3,), 1),
    "tangential-contact-segre": by_contact((3, 3, 3), (1, 1, 1), 2),
    "tangential-contact-network": by_contact((2, 2), (4, 1), 3, seed=2),
    "tangential-contact-composite-modulus": by_contact((2,), (5,), 2, "C", n=101 * 103),
    "tangential-contact-large-modulus": by_contact((2,), (4,), 2, "R", n=2**61 - 1),
    "bronowski": bronowski((2,), (5,), 2, 6),
    "bronowski-network": bronowski((3, 2), (2, 1), 2, 12, "R"),
    "linear-section-segre": section((3, 3, 5), (1, 1, 1), 5, 6),
    "linear-section-segre-in-another-order": section((3, 5, 3), (1, 1, 1), 5, 6, 1),
    "linear-section-cayley-octad": section((4, 7), (2, 1), 7, 8),
    "linear-section-of-degree-16": section((5, 11), (2, 1), 11, 4368),
    "linear-section-of-two-degrees": section((2, 2, 10), (3, 2, 1), 10, 66),
    "linear-section-of-minimal-degree": section((2, 2, 2), (1, 1, 1), 2, 1),
    "linear-section-trisecant": section((3, 3, 4), (1, 1, 1), 4, 1),
    "linear-section-wide": section((3, 9), (2, 1), 2, 1),
    "linear-section-without-other-blocks": section((2,), (1,), 1, 1),
    "linear-section-of-a-matrix": section((3, 2), (1, 1), 1, 1),
}
A = ACCEPTED
POINT, CONTACT, SECTION = A["generic-point-kruskal"], A["tangential-contact"], A["linear-section-segre"]
RANK_ONE, BRONOWSKI = A["generic-point-rank-one"], A["bronowski"]

# ---------------------------------------------------------------------------------------------------------- rejected

MATRICES = power_sum((2, 2), (1, 1), 2)
LAST = len(QUARTICS.monomials) - 1  # the fourth power of the second variable


def without_full_rank(sizes: Sizes, exponents: Sizes, terms: int) -> Certificate:
    """The best evidence where the tangent spaces are dependent by one: with one row and one column too many."""
    found = Contact(sizes, exponents, terms)
    rank = len(found.columns)
    tangents = padded({**found.tangents, "columns": found.columns}, "rows")
    size = sum(sizes) - len(sizes)
    evidence = {"point": found.point, "tangents": tangents, "forms": [[0, 0]] * size}
    evidence |= {"columns": list(range(size)), "inverse": identity(size)}
    assert rank + 1 == terms * (size + 1)
    return certificate(number(found.law, 1, "tangential-contact", evidence))


def at_point(premise: Any, of: Law, *before: Any) -> Certificate:
    return certificate(*before, premise, number(of, 1, "generic-point", None, len(before)))


REJECTED: Table = {
    "generic-point-by-ideal": (at_point(unique("ideal", [PAIR] * 3, IDEAL), CUBICS), OPEN),
    "generic-point-by-points-modulo-prime": (
        at_point(unique("points-modulo-prime", [PAIR] * 3, POINTS), CUBICS),
        OPEN,
    ),
    "generic-point-of-a-second-decomposition": (
        at_point(step("not-essentially-unique", "Q", "second-decomposition", SECOND, factors=[PAIR] * 2), MATRICES),
        OPEN,
    ),
    "generic-point-of-a-k-rank": (at_point(k_rank(PAIR, 2), CUBICS), OPEN),
    "generic-point-of-another-degree": (altered(POINT, ("claim/law", power_sum((2,), (4,), 2))), OTHER_SIZES),
    "generic-point-of-a-smaller-degree": (altered(POINT, ("claim/law", power_sum((2,), (2,), 2))), OTHER_SIZES),
    "generic-point-of-more-terms": (altered(POINT, ("claim/law", power_sum((2,), (3,), 3))), OTHER_SIZES),
    "generic-point-of-more-variables": (altered(POINT, ("claim/law", TERNARY)), OTHER_SIZES),
    "generic-point-of-blocks-in-another-order": (
        altered(A["generic-point-jennrich"], ("claim/law", power_sum((2, 3), (1, 2), 2))),
        OTHER_SIZES,
    ),
    "generic-point-off-the-symmetric-ones": (
        certificate(*jennrich([PAIR, MIXED, PAIR]), number(CUBICS, 1, "generic-point", None, 3)),
        "the factors of a block differ",
    ),
    "generic-point-two-decompositions": (altered(POINT, ("claim/count", 2)), ONE),
    "generic-point-no-decomposition": (altered(POINT, ("claim/count", 0)), ONE),
    "tangential-contact-two-decompositions": (altered(CONTACT, ("claim/count", 2)), ONE),
    "tangential-contact-sextics": (by_contact((3,), (6,), 9, padded=True), SQUARE_MINOR),  # there are two
    "tangential-contact-defective": (without_full_rank((2, 2, 2, 2), (1, 1, 1, 1), 3), SQUARE_MINOR),  # 14 of 15
    "tangential-contact-at-another-term": (
        altered(CONTACT, *((f"evidence/{key}", QUARTICS.evidence(1)[key]) for key in ("forms", "columns", "inverse"))),
        SQUARE_MINOR,
    ),
    "tangential-contact-of-monomials": (  # the Hessian of a monomial, which is not singular at the points
        altered(
            CONTACT,
            ("evidence/forms", [[LAST, 1]]),
            ("evidence/columns", [1]),
            ("evidence/inverse", [[pow(derivative(QUARTICS.points[0], QUARTICS.monomials[LAST], 1, 1), -1, 101)]]),
        ),
        SQUARE_MINOR,
    ),
    "tangential-contact-of-no-form": (
        altered(CONTACT, ("evidence/forms/0/0", QUARTICS.columns[0])),
        SQUARE_MINOR,
    ),
    "tangential-contact-tangent-twice": (
        altered(CONTACT, ("evidence/tangents/rows/1", QUARTICS.tangents["rows"][0])),
        SQUARE_MINOR,
    ),
    "tangential-contact-another-point": (altered(CONTACT, ("evidence/point/a0/1/0", 7)), SQUARE_MINOR),
    "bronowski-as-many-terms": (bronowski((2,), (5,), 2, 4, more=0), MORE),
    "bronowski-two-terms-more": (bronowski((2,), (7,), 2, 8, more=2), MORE),
    "bronowski-of-another-degree": (
        altered(bronowski((2,), (5,), 2, 6), ("claim/law", power_sum((2,), (3,), 2))),
        MORE,
    ),
    "bronowski-of-a-smaller-dimension": (  # which is that of three terms, not 15
        bronowski((2, 2, 2, 2), (1, 1, 1, 1), 2, 14),
        MORE,
    ),
    "bronowski-from-above": (
        certificate(
            at_most("secant-count", power_sum((2,), (5,), 3), 6),
            number(power_sum((2,), (5,), 2), 1, "bronowski", None, 0),
        ),
        MORE,
    ),
    "bronowski-two-decompositions": (altered(BRONOWSKI, ("claim/count", 2)), ONE),
    "linear-section-one-more": (altered(SECTION, ("claim/count", 7)), NUMBER),
    "linear-section-one-less": (altered(SECTION, ("claim/count", 5)), NUMBER),
    "linear-section-one-of-six": (altered(SECTION, ("claim/count", 1)), NUMBER),
    "linear-section-points-instead-of-sets": (altered(A["linear-section-of-degree-16"], ("claim/count", 16)), NUMBER),
    "linear-section-two-of-one": (altered(A["linear-section-trisecant"], ("claim/count", 2)), NUMBER),
    "linear-section-one-of-eight": (altered(A["linear-section-cayley-octad"], ("claim/count", 1)), NUMBER),
    "linear-section-of-positive-dimension": (section((3, 5), (2, 1), 5, 0), POSITIVE_DIMENSION),
    "linear-section-of-more-terms-than-monomials": (section((3, 7), (2, 1), 7, 1), POSITIVE_DIMENSION),
    "linear-section-of-a-quadratic-block": (section((2, 4), (4, 2), 2, 1), BLOCK),
    "linear-section-of-a-narrow-block": (section((3, 3, 4), (1, 1, 1), 5, 6), BLOCK),
    "linear-section-of-a-small-block": (section((3, 3, 5), (1, 1, 1), 5, 6, 0), BLOCK),
}

# --------------------------------------------------------------------------------------------------------- malformed

ZEROTH = power_sum((2, 2), (3, 0), 2)  # the second block is not there
GF = "GF(101)"


def over_gf(value: Certificate) -> Certificate:
    return altered(value, *((f"/steps/{i}/claim/field", GF) for i in range(len(value["steps"]))))


MALFORMED: Table = {
    "number-of-decompositions-negative": (altered(POINT, ("claim/count", -1)), NATURAL),
    "number-of-decompositions-true": (altered(POINT, ("claim/count", True)), NATURAL),
    "number-of-decompositions-text": (altered(POINT, ("claim/count", "1")), NATURAL),
    "number-of-decompositions-missing": (altered(POINT, ("claim/count", REMOVED)), KEYS),
    "number-of-decompositions-rank": (altered(POINT, ("claim/rank", 1)), KEYS),
    "number-of-decompositions-law-missing": (altered(POINT, ("claim/law", REMOVED)), KEYS),
    "generic-point-of-a-network": (altered(POINT, ("claim/law", network((2, 2, 1), 3))), POWER_SUM),
    "generic-point-of-a-zeroth-power": (altered(POINT, ("claim/law", ZEROTH)), POSITIVE),
    "generic-point-over-gf": (
        over_gf(certificate(*A["generic-point-lovitz-petrov"]["steps"])),
        CHARACTERISTIC,
    ),
    "generic-point-with-evidence": (altered(POINT, ("evidence/point", 1)), KEYS),
    "generic-point-without-premises": (certificate(number(CUBICS, 1, "generic-point")), PREMISES),
    "generic-point-two-premises": (altered(POINT, ("premises", [1, 1])), PREMISES),
    "tangential-contact-of-a-network": (altered(CONTACT, ("claim/law", network((2, 2, 1), 4))), POWER_SUM),
    "tangential-contact-over-gf": (over_gf(CONTACT), CHARACTERISTIC),
    "tangential-contact-with-a-premise": (
        certificate(*POINT["steps"][:1], {**CONTACT["steps"][0], "premises": [0]}),
        PREMISES,
    ),
    "tangential-contact-forms-missing": (altered(CONTACT, ("evidence/forms", REMOVED)), KEYS),
    "tangential-contact-modulus-beside": (altered(CONTACT, ("evidence/modulus", 101)), KEYS),
    "tangential-contact-modulus-one": (altered(CONTACT, ("evidence/tangents/modulus", 1)), MODULUS),
    "tangential-contact-point-too-large": (altered(CONTACT, ("evidence/point/a0/0/0", 101)), BELOW),
    "tangential-contact-point-of-another-shape": (altered(CONTACT, ("evidence/point/a0", [[1, 2]])), LIST),
    "tangential-contact-tangent-too-large": (altered(CONTACT, ("evidence/tangents/rows/0", 4)), BELOW),
    "tangential-contact-monomial-too-large": (altered(CONTACT, ("evidence/tangents/columns/0", 5)), BELOW),
    "tangential-contact-one-tangent-less": (
        altered(CONTACT, ("evidence/tangents/rows/3", REMOVED), ("evidence/tangents/columns/3", REMOVED)),
        LIST,
    ),
    "tangential-contact-form-too-large": (altered(CONTACT, ("evidence/forms/0/0", 5)), BELOW),
    "tangential-contact-form-negative": (altered(CONTACT, ("evidence/forms/0/0", -1)), NATURAL),
    "tangential-contact-variable-too-large": (altered(CONTACT, ("evidence/forms/0/1", 2)), BELOW),
    "tangential-contact-variable-negative": (altered(CONTACT, ("evidence/forms/0/1", -1)), NATURAL),
    "tangential-contact-form-of-three": (altered(CONTACT, ("evidence/forms/0/2", 0)), LIST),
    "tangential-contact-no-forms": (  # so that the Hessians have no rank to show
        altered(CONTACT, ("evidence/forms", []), ("evidence/columns", []), ("evidence/inverse", [])),
        LIST,
    ),
    "tangential-contact-column-too-large": (altered(CONTACT, ("evidence/columns/0", 2)), BELOW),
    "tangential-contact-inverse-too-large": (altered(CONTACT, ("evidence/inverse/0/0", 101)), BELOW),
    "bronowski-over-gf": (over_gf(BRONOWSKI), CHARACTERISTIC),
    "bronowski-of-a-zeroth-power": (
        certificate(
            at_least(power_sum((2, 2), (6, 0), 3), 6),
            number(power_sum((2, 2), (6, 0), 2), 1, "bronowski", None, 0),
        ),
        POSITIVE,
    ),
    "bronowski-with-evidence": (altered(BRONOWSKI, ("evidence/rank", 6)), KEYS),
    "bronowski-without-premises": (certificate(number(CUBICS, 1, "bronowski")), PREMISES),
    "linear-section-block-too-large": (altered(SECTION, ("evidence/block", 3)), BELOW),
    "linear-section-block-negative": (altered(SECTION, ("evidence/block", -1)), NATURAL),
    "linear-section-block-text": (altered(SECTION, ("evidence/block", "2")), NATURAL),
    "linear-section-block-missing": (altered(SECTION, ("evidence/block", REMOVED)), KEYS),
    "linear-section-with-a-degree": (altered(SECTION, ("evidence/degree", 6)), KEYS),
    "linear-section-over-gf": (over_gf(SECTION), CHARACTERISTIC),
}

# ---------------------------------------------------------------------------------------------------- over the limit


def empty_contact(size: int, degree: int) -> Certificate:
    """For one term; the minors are no inverses, which is not looked at."""
    zeros = [[0] * size] * size
    evidence = {
        "point": {"a0": [[1] * size]},
        "tangents": {"rows": list(range(size)), "columns": [0] * size, "modulus": 101, "inverse": zeros},
        "forms": [[0, 0]] * (size - 1),
        "columns": [0] * (size - 1),
        "inverse": [[0] * (size - 1)] * (size - 1),
    }
    return certificate(number(power_sum((size,), (degree,), 1), 1, "tangential-contact", evidence))


OVER_THE_LIMIT: Table = {
    "tangential-contact-many-monomials": (empty_contact(12, 20), WORK),
    "tangential-contact-high-degree": (altered(CONTACT, ("claim/law", power_sum((150,), (120,), 2))), MANY_MONOMIALS),
    "linear-section-high-degree": (section((150, 2), (120, 1), 2, 1), MANY_MONOMIALS),
}


def generated() -> Iterator[tuple[str, str, str, str]]:
    """Texts too long to be stored: the name, the text, the answer and a fragment of the reason."""
    yield "tangential-contact-many-variables", json.dumps(empty_contact(120, 2)), "over the limit", WORK
    wide = certificate(number(power_sum((700, 900), (1, 1), 1), 1, "linear-section", {"block": 1}))
    yield "linear-section-of-many-variables", json.dumps(wide), "accepted", "number-of-decompositions, count 1"
