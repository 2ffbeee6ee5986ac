"""Claims about decompositions, matrices and tensors, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from algebra_tnn.explaining.steps import Step, tensor_shape
from algebra_tnn.explaining.wording import capitalized, counted, sizes


def _decomposition(step: Step) -> str:
    shape = [len(factor) for factor in step.claim["factors"]]
    return f"the decomposition {step.of} of a {sizes(shape)} tensor into {counted(step.terms, 'nonzero term')}"


def _unique(step: Step) -> str:
    return (
        f"{capitalized(_decomposition(step))} is essentially unique over {step.over}: every sum of "
        f"{counted(step.terms, 'nonzero rank-one tensor')} with the same value has the same terms, with multiplicity."
    )


def _not_unique(step: Step) -> str:
    return (
        f"{capitalized(_decomposition(step))} is not essentially unique over {step.over}: another sum of "
        f"{counted(step.terms, 'nonzero rank-one tensor')} has the same value and other terms."
    )


def _matrix(step: Step) -> str:
    rows = step.claim["matrix"]
    return f"the {sizes([len(rows), len(rows[0])])} matrix {step.of}"


def _k_rank_at_least(step: Step) -> str:
    columns = counted(step.rank, "column")
    return f"{capitalized(_matrix(step))} has Kruskal rank $≥ {step.rank}$: each set of {columns} is independent."


def _k_rank_at_most(step: Step) -> str:
    return (
        f"{capitalized(_matrix(step))} has Kruskal rank $≤ {step.rank}$: it has not more columns, or some "
        f"{step.rank + 1} of them are dependent."
    )


def _tensor(step: Step) -> str:
    tensor = step.claim["tensor"]
    given = f", the sum of {counted(len(tensor['factors'][0][0]), 'term')}," if isinstance(tensor, Mapping) else ""
    return f"the {sizes(tensor_shape(tensor))} tensor {step.of}{given}"


def _tensor_rank_at_least(step: Step) -> str:
    return (
        f"{capitalized(_tensor(step))} has rank $≥ {step.rank}$ over {step.over}: it is no sum of fewer than "
        f"{counted(step.rank, 'rank-one tensor')}."
    )


def _tensor_rank_at_most(step: Step) -> str:
    return (
        f"{capitalized(_tensor(step))} has rank $≤ {step.rank}$ over {step.over}: it is a sum of "
        f"{counted(step.rank, 'rank-one tensor')}."
    )


def _border_rank_at_least(step: Step) -> str:
    return (
        f"{capitalized(_tensor(step))} has border rank $≥ {step.rank}$ over {step.over}: it is no limit of sums of "
        f"fewer than {counted(step.rank, 'rank-one tensor')}."
    )


def _border_rank_at_most(step: Step) -> str:
    return (
        f"{capitalized(_tensor(step))} has border rank $≤ {step.rank}$ over {step.over}: it is a limit, along power "
        f"series in $e$, of sums of {counted(step.rank, 'rank-one tensor')}."
    )


SENTENCES: dict[str, Callable[[Step], str]] = {
    "essentially-unique": _unique,
    "not-essentially-unique": _not_unique,
    "k-rank-at-least": _k_rank_at_least,
    "k-rank-at-most": _k_rank_at_most,
    "k-rank-between": lambda step: f"The Kruskal rank of {_matrix(step)} is {step.bounds}.",
    "tensor-rank-at-least": _tensor_rank_at_least,
    "tensor-rank-at-most": _tensor_rank_at_most,
    "tensor-rank-between": lambda step: f"The rank of {_tensor(step)} over {step.over} is {step.bounds}.",
    "border-rank-at-least": _border_rank_at_least,
    "border-rank-at-most": _border_rank_at_most,
    "border-rank-between": lambda step: f"The border rank of {_tensor(step)} over {step.over} is {step.bounds}.",
}
