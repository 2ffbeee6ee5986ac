"""Kruskal ranks, and claims with two bounds."""

from __future__ import annotations

from math import comb

from algebra_tnn.explaining import exhibits
from algebra_tnn.explaining.steps import Argument, Step
from algebra_tnn.explaining.wording import counted, indices, linear_combination, up_to


def both_bounds(step: Step) -> Argument:
    lower, upper = step.premises
    return Argument(
        [
            f"The lower bound {step.claim['lower']} is {lower.name}, the upper bound {step.claim['upper']} is "
            f"{upper.name}."
        ]
    )


def projected_minors(step: Step) -> Argument:
    n, projection = step.evidence["modulus"], step.evidence["projection"]
    k, total = step.rank, len(step.claim["matrix"][0])
    return Argument(
        [
            f"Modulo {n} a {k} × {len(projection[0])} matrix times {step.of} is $[I | A′]$, where $A′$ is "
            f"{k} × {total - k}; the minors of $A′$ of all sizes, {comb(total, k) - 1:,} in number, are units.",
            f"A minor of $[I | A′]$ of size {k} is up to sign a minor of $A′$, or 1. So each of the {comb(total, k):,} "
            f"sets of {counted(k, 'column')} is independent modulo each prime factor of {n}, hence over {step.over}.",
        ],
        [exhibits.matrix(f"the projection, modulo {n}", projection)],
    )


def column_walk(step: Step) -> Argument:
    n, total = step.evidence["modulus"], len(step.claim["matrix"][0])
    sets = comb(total, step.rank)
    return Argument(
        [
            f"Elimination modulo {n} finds {counted(step.rank, 'pivot')}, all units, in "
            f"{f'each of the {sets:,} sets' if sets > 1 else 'the only set'} of "
            f"{counted(step.rank, 'column')} of {total}.",
            f"A relation over {step.over} would remain one modulo a prime factor of {n}, so there is none.",
        ]
    )


def dependent_columns(step: Step) -> Argument:
    columns, relation = step.evidence["columns"], step.evidence["relation"]
    combination = linear_combination(relation, [f"m_{j}" for j in columns])
    return Argument(
        [
            f"Columns {indices(columns)} are dependent: ${combination} = 0$, where $m_j$ is column $j$ of {step.of}.",
            f"These are {counted(len(columns), 'column')}, one more than {step.rank}.",
        ],
        [exhibits.numbers("the coefficients of the relation", relation)],
    )


def column_count(step: Step) -> Argument:
    total = len(step.claim["matrix"][0])
    return Argument(
        [f"{step.of} has {counted(total, 'column')}, and no Kruskal rank exceeds that: ${up_to(total, step.rank)}$."]
    )


EXPLAINED = {
    "both-bounds": both_bounds,
    "projected-minors": projected_minors,
    "column-walk": column_walk,
    "dependent-columns": dependent_columns,
    "column-count": column_count,
}
