"""Bounds that are read off a law: parameters, reachable monomials, outputs in the span of few functions."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from algebra_tnn.laws import Law
from algebra_tnn.laws.cuts import after, before
from algebra_tnn.laws.multidegrees import multidegrees, reachable_monomials
from algebra_tnn.provers.dimensions.plans import Plan


def elementary_plans(law: Law) -> Iterator[Plan]:
    """All bounds of this kind, cheap ones first."""
    yield Plan(law, law.parameter_count, "parameter-count", remark=f"{law.parameter_count} parameters")
    if (monomials := reachable_monomials(law)) is None:
        return
    outputs = f"{law.output_count} outputs × " * (law.output_count > 1)
    yield Plan(law, law.output_count * monomials, "reachable-monomials", remark=f"{outputs}{monomials} monomials")
    for name, _ in law.let:
        if (plan := _coefficient_matrix(law, name, monomials)) is not None:
            yield plan


def _coefficient_matrix(law: Law, name: str, monomials: int) -> Plan | None:
    rest = after(law, name)
    degrees = multidegrees(rest)
    if rest.input_names != (name,) or degrees is None or not degrees <= {(0,), (1,)}:
        return None
    functions = prod(before(law, name).shape) + ((0,) in degrees)
    rank = min(functions, law.output_count, monomials)
    bound = rank * (law.output_count + monomials - rank)
    remark = f"the {law.output_count} × {monomials} matrix of coefficients has rank ≤ {rank}"
    return Plan(law, bound, "coefficient-matrix", remark=remark, evidence=lambda: {"at": name})
