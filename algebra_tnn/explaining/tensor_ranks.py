"""Ranks and border ranks of tensors."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import product
from math import comb, prod
from typing import Any

from algebra_tnn.exact.scalars import Number, exact_number
from algebra_tnn.explaining import exhibits, minors
from algebra_tnn.explaining.exhibits import Exhibit
from algebra_tnn.explaining.steps import Argument, Step, tensor_shape
from algebra_tnn.explaining.uniqueness import algebraic
from algebra_tnn.explaining.wording import (
    counted,
    group,
    indices,
    linear_combination,
    number,
    polynomial,
    power,
)


def flattening(step: Step) -> Argument:
    modes, p, minor = step.evidence["modes"], step.evidence["power"], step.evidence["minor"]
    restriction, shape = step.evidence["restriction"], tensor_shape(step.claim["tensor"])
    a, b, c = (prod(shape[mode] for mode in part) for part in modes)
    m = a if restriction is None else len(restriction)
    size, each = len(minor["rows"]), comb(m - 1, p)
    plain = m == 1 and p == 0 and restriction is None
    if plain:
        what = f"the {c} × {b} flattening of {step.of}, with rows for the modes {group(modes[2])}"
        reason = "A term has a flattening of rank at most 1"
    else:
        what = (
            f"the matrix of the map $v ↦ v ∧ {step.called}$ from $Λ^{p} ⊗ B*$ to $Λ^{p + 1} ⊗ C$, with "
            f"{c * comb(m, p + 1):,} rows and {b * comb(m, p):,} columns"
        )
        reason = f"For a term this matrix has rank at most $C({m - 1}, {p}) = {each}$"
    sentences = []
    if not plain:
        sentences.append(
            f"{step.of} is read as one of order three, with the modes $A = {group(modes[0])[1:-1]}$, "
            f"$B = {group(modes[1])[1:-1]}$ and $C = {group(modes[2])[1:-1]}$"
            + (f"; its {a} slices by $A$ are replaced by {counted(m, 'combination')} of them." if restriction else ".")
        )
    sentences += [
        minors.unit(size, what, minor["modulus"], minors.places(minor) if size else ""),
        f"{reason}, so for a sum of fewer than {counted(step.rank, 'term')} all minors of size "
        f"$({step.rank} − 1)·{each} + 1 = {(step.rank - 1) * each + 1}$ vanish"
        + (", and also for limits of such sums." if step.kind.startswith("border") else "."),
    ]
    shown = [exhibits.matrix("the combinations of slices", restriction)] if restriction else []
    return Argument(sentences, [*shown, minors.inverse("the inverse of the minor", minor)] if size else shown)


def uniqueness(step: Step) -> Argument:
    (unique,) = step.premises
    return Argument(
        [
            f"{step.of} is the sum of the {counted(step.rank, 'term')} of ${unique.called}$, whose decomposition is "
            f"essentially unique ({unique.name}).",
            f"A decomposition with fewer terms could be lengthened to {counted(step.rank, 'term')} in infinitely many "
            "ways, by splitting $t = λt + (1 − λ)t$. So there is none.",
        ]
    )


def hyperdeterminant(step: Step) -> Argument:
    a, b, c, d, e, f, g, h = entries(step.claim["tensor"])
    delta: Number = (a * h + d * e - b * g - c * f) ** 2 - 4 * (a * d - b * c) * (e * h - f * g)
    if p := step.characteristic:
        delta = delta.numerator * pow(delta.denominator, -1, p) % p
    value = number(str(delta))
    why = {
        "Q": f"$Δ = {value}$ is no nonzero square of a rational number",
        "R": f"$Δ = {value} ≤ 0$ is no nonzero square of a real number",
        "C": "$Δ = 0$ is no nonzero square",
    }.get(step.claim["field"], f"$Δ = {value}$ is no nonzero square modulo {p}")
    return Argument(
        [
            f"The three flattenings of {step.of} at single modes have rank 2.",
            "Cayley's hyperdeterminant $Δ$ is the discriminant of $det(x T_0 + y T_1)$ in $x$ and $y$, where $T_0$ "
            f"and $T_1$ are the slices of {step.of}. For a sum of two terms it is $(det A · det B · det C)²$ with the "
            "2 × 2 factor matrices, which is not 0 where the flattenings have rank 2.",
            f"Here {why}. So two terms do not suffice.",
        ]
    )


def entries(tensor: Any) -> list[Number]:
    """The entries of a small tensor, given as they are or by factors, in row-major order."""
    if isinstance(tensor, Mapping):
        rows = [[[exact_number(x) for x in row] for row in factor] for factor in tensor["factors"]]
        return [sum(prod(column) for column in zip(*chosen, strict=True)) for chosen in product(*rows)]
    flat = [tensor]
    while isinstance(flat[0], list):
        flat = [x for part in flat for x in part]
    return [exact_number(x) for x in flat]


def decomposition(step: Step) -> Argument:
    border = step.kind == "border-rank-at-most"
    shape, factors = tensor_shape(step.claim["tensor"]), step.evidence["factors"]
    if border:
        h = step.evidence["order"]
        goal = f"${power('e', h)} {step.called}$ modulo ${power('e', h + 1)}$" if h else f"{step.of} modulo $e$"
        sentences = [
            f"{counted(step.rank, 'rank-one term')} whose entries are power series in $e$ modulo "
            f"${power('e', h + 1)}$ sum to {goal}, in all {prod(shape):,} entries.",
            f"So {step.of} is the limit of the sums divided by ${power('e', h)}$ as $e$ tends to 0."
            if h
            else f"So {step.of} is such a sum itself.",
        ]
    else:
        root = step.evidence["root"]
        sentences = [algebraic(root)] if root is not None else []
        sentences.append(
            f"{counted(step.rank, 'rank-one term')} are given that sum to {step.of} in all {prod(shape):,} entries."
        )
    entry = partial(polynomial, variable="e") if border else number
    shown = (exhibits.matrix(f"factor {k}, one column per term", rows, entry) for k, rows in enumerate(factors))
    return Argument(sentences, [*shown] if step.rank else [])


def exhaustion(step: Step) -> Argument:
    p, shape = step.characteristic, tensor_shape(step.claim["tensor"])
    terms = prod(p**n - 1 for n in shape) // (p - 1) ** (len(shape) - 1)
    tried = sum(comb(terms + n - 1, n) for n in range(1, step.rank))
    return Argument(
        [
            f"There are {counted(terms, 'nonzero rank-one tensor')} of this shape over $GF({p})$.",
            f"{step.of} is not zero, and none of the {counted(tried, 'sum')} of fewer than {step.rank} of them is "
            f"{step.of}: all are tried."
            if tried
            else f"{step.of} is not zero.",
        ]
    )


def substitution_method(step: Step) -> Argument:
    shape, sentences = tensor_shape(step.claim["tensor"]), []
    for stage, elimination in enumerate(step.evidence["eliminations"]):
        mode, removed = elimination["mode"], elimination["removed"]
        left = shape[mode] - len(removed)
        sentences.append(
            f"Elimination {stage}: of the {counted(shape[mode], 'slice')} along mode {mode} those at "
            f"{indices(removed)} are removed, and {left} stay. Each removed one has a combination with those that "
            "stay; unknown multiples of these combinations are added to what stays. The combinations are independent "
            "whatever the unknowns of earlier eliminations are: a right inverse of polynomials shows it."
        )
        shape[mode] = left
    removed_counts = [len(elimination["removed"]) for elimination in step.evidence["eliminations"]]
    total = sum(removed_counts)
    together = f"{' + '.join(map(str, removed_counts))} = {total}" if len(removed_counts) > 1 else str(total)
    sentences.append(
        f"For suitable values of the unknowns each elimination removes as many terms as slices. So {step.of} has at "
        f"least ${together}{f' ≥ {step.rank}' if total > step.rank else ''}$ terms."
    )
    return Argument(
        sentences,
        [
            exhibit
            for stage, elimination in enumerate(step.evidence["eliminations"])
            for exhibit in _eliminated(stage, elimination)
        ],
    )


def _eliminated(stage: int, elimination: Mapping[str, Any]) -> list[Exhibit]:
    return [
        exhibits.matrix(f"elimination {stage}: {what}", elimination[key], _in_unknowns)
        for key, what in (("combinations", "coefficients of the combinations"), ("inverse", "the right inverse"))
    ]


def _in_unknowns(terms: list[Any]) -> str:
    monomials = [" ".join(power(f"μ_{i}", unknowns.count(i)) for i in sorted(set(unknowns))) for _, unknowns in terms]
    return linear_combination([coefficient for coefficient, _ in terms], monomials)


EXPLAINED = {
    "flattening": flattening,
    "uniqueness": uniqueness,
    "hyperdeterminant": hyperdeterminant,
    "decomposition": decomposition,
    "exhaustion": exhaustion,
    "substitution-method": substitution_method,
}
