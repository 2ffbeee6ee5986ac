"""How many decompositions general sums have, and weights that the function does not determine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import comb, prod
from typing import Any

from algebra_tnn.exact.scalars import exact_number
from algebra_tnn.explaining import exhibits, minors
from algebra_tnn.explaining.steps import Argument, Step
from algebra_tnn.explaining.wording import are, counted, indices, number
from algebra_tnn.laws.power_sums import PowerSum


def _shape(shape: PowerSum) -> str:
    return (
        f"{counted(shape.terms, 'term')}, vectors of sizes ({', '.join(map(str, shape.sizes))}) with exponents "
        f"({', '.join(map(str, shape.exponents))})"
    )


def _cone(shape: PowerSum) -> int:
    """The dimension of the cone of the terms."""
    return sum(shape.sizes) - len(shape.sizes) + 1


def generic_point(step: Step) -> Argument:
    (premise,) = step.premises
    return Argument(
        [
            f"{step.of} is a sum of products of powers: {_shape(step.power_sum)}.",
            f"The decomposition ${premise.called}$ is of this form, with a factor once for each unit of the exponent "
            f"of its block, and it is essentially unique ({premise.name}).",
            f"The rule `{premise.rule}` rests on conditions that hold on an open set, such as minors that are not 0. "
            "So the same holds for general parameters: their sum has 1 decomposition.",
        ]
    )


def tangential_contact(step: Step) -> Argument:
    shape, evidence = step.power_sum, step.evidence
    tangents, n = evidence["tangents"], evidence["tangents"]["modulus"]
    forms, d = len(evidence["forms"]), _cone(shape)
    return Argument(
        [
            f"{step.of} is a sum of products of powers: {_shape(shape)}. Each term has a tangent space of dimension "
            f"{d}.",
            f"At the point given the {counted(shape.terms, 'tangent space')} are independent, of dimension "
            f"${shape.terms}·{d} = {shape.terms * d}$ together, in a space of {counted(shape.ambient, 'monomial')}. "
            + minors.unit(shape.terms * d, "the conditions on forms to be singular at the points", n),
            f"The forms that are singular at the points have Hessians at the first one with no common kernel but the "
            f"scalings of its vectors: {counted(forms, 'row')} of such Hessians, at columns "
            f"{indices(evidence['columns'])}, {are(forms)} independent modulo {n}.",
            "So each term is an isolated point of the set where tangent spaces lie in the sum of those at the terms. "
            "If general sums had a second decomposition, its terms would be such isolated points, some of them a "
            "combination of two or more of the first terms; their tangent spaces would then not be independent.",
        ],
        [
            *exhibits.arrays(f"the point, modulo {n}", evidence["point"]),
            minors.inverse("the inverse of the minor of conditions", tangents),
            exhibits.matrix(f"the inverse of the minor of Hessians, modulo {n}", evidence["inverse"]),
        ],
    )


def bronowski(step: Step) -> Argument:
    (premise,) = step.premises
    shape = step.power_sum
    d, more = _cone(shape), shape.terms + 1
    return Argument(
        [
            f"{step.of} is a sum of products of powers: {_shape(shape)}.",
            f"With one term more the tangent spaces are still independent: the dimension is ${more}·{d} = "
            f"{premise.rank}$ ({premise.name}), so the variety is not {more}-defective.",
            f"By the theorem of [MassarentiMella2022] general sums of {counted(shape.terms, 'term')} then have 1 "
            "decomposition.",
        ]
    )


def linear_section(step: Step) -> Argument:
    shape, block = step.power_sum, step.evidence["block"]
    sizes, exponents = ([*x[:block], *x[block + 1 :]] for x in (shape.sizes, shape.exponents))
    n = sum(size - 1 for size in sizes)
    ambient = prod(comb(size + e - 1, e) for size, e in zip(sizes, exponents, strict=True)) - 1
    degree, seen = 1, 0
    for size, e in zip(sizes, exponents, strict=True):
        seen += size - 1
        degree *= comb(seen, size - 1) * e ** (size - 1)
    room, r = ambient - n, shape.terms
    sentences = [
        f"{step.of} is a sum of products of powers: {_shape(shape)}. Block {block} has exponent 1 and at least "
        f"{counted(r, 'variable')}, so a decomposition is a set of {counted(r, 'point')}, of the variety $X$ of the "
        f"other blocks, that spans a space $L$ of dimension $r = {r}$ which the sum determines.",
        f"$X$ has dimension $n = {n}$ in a projective space of dimension $N = {ambient}$.",
    ]
    if r <= room:
        sentences.append(
            f"As $r = {r} ≤ N − n = {room}$, by the general position theorem [ArbarelloCornalbaGriffithsHarris1985] "
            "$X$ meets $L$ in the terms alone: there is 1 decomposition."
        )
    else:
        sentences.append(
            f"As $r = {r} = N − n + 1$, $X$ meets $L$ in as many points as its degree says, $δ = {degree}$, and by the "
            f"general position theorem [ArbarelloCornalbaGriffithsHarris1985] any {r} of them span $L$. So there are "
            f"$C({degree}, {r}) = {number(step.claim['count'])}$ decompositions."
        )
    return Argument(sentences)


def other_weights(step: Step) -> Argument:
    here, there, arrays = step.claim["point"], step.evidence["point"], step.claim["arrays"]
    return Argument(
        [
            f"Multiplied out, {step.of} is the same polynomial in the inputs at both points, in "
            f"{counted(step.law.output_count, 'output')}, though the {counted(step.law.parameter_count, 'parameter')} "
            "differ.",
            _difference(here, there, arrays),
            "So the arrays do not differ by that alone.",
        ],
        exhibits.arrays("the other parameters", there),
    )


def _difference(here: Mapping[str, Any], there: Mapping[str, Any], arrays: Sequence[str]) -> str:
    """The array whose marks differ, and how; first by their zeros, then by their ratios."""
    for name in arrays:
        one, two = _zeros(here[name]), _zeros(there[name])
        if one != two:
            return (
                f"${name}$ has {counted(one, 'zero')} at the given point and {counted(two, 'zero')} at the other. "
                "Permuting slices and multiplying them by nonzero numbers does not change how many there are."
            )
    name, given, other = next(
        (name, *pair) for name in arrays if (pair := (_ratios(here[name]), _ratios(there[name])))[0] != pair[1]
    )
    ratio = next(iter(given - other or other - given))
    return (
        f"Among the ratios $a_ki a_lj / (a_kj a_li)$ of the matrix ${name}$ the value ${number(str(ratio))}$ occurs "
        f"{_times(given[ratio])} at the given point and {_times(other[ratio])} at the other. Permuting slices and "
        "multiplying them by nonzero numbers does not change how often."
    )


def _times(n: int) -> str:
    return {0: "never", 1: "once"}.get(n, f"{n:,} times")


def _entries(nested: Any) -> list[Any]:
    return [x for part in nested for x in _entries(part)] if isinstance(nested, list) else [exact_number(nested)]


def _zeros(nested: Any) -> int:
    return sum(not x for x in _entries(nested))


def _ratios(nested: Any) -> Counter[Fraction]:
    """Of a matrix, for all pairs of rows and ordered pairs of columns; of other arrays none."""
    if not isinstance(nested, list) or not isinstance(nested[0], list) or isinstance(nested[0][0], list):
        return Counter()
    rows = [[Fraction(exact_number(x)) for x in row] for row in nested]
    pairs = [*product(range(len(rows[0])), repeat=2)]
    return Counter(k[i] * m[j] / (k[j] * m[i]) for k, m in combinations(rows, 2) for i, j in pairs if k[j] * m[i])


EXPLAINED = {
    "generic-point": generic_point,
    "tangential-contact": tangential_contact,
    "bronowski": bronowski,
    "linear-section": linear_section,
    "other-weights": other_weights,
}
