"""Identities, and identities modulo values that are zero."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import Vanishes
from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.laws.combinations import expression_of, nonzero_place, rest
from algebra_tnn.laws.expressions import Expression
from algebra_tnn.provers.ideal_members import found_cofactors

Given: TypeAlias = Expression | Callable[..., Any] | int

RULE = "cofactors"


def cofactors(claim: Vanishes, cofactors: Mapping[str, Given] | None = None) -> Certificate | Shortfall:
    """That the output is a combination of the values that are zero, whose coefficients are polynomials.

    ``cofactors`` gives them by the names of the values: each has the shape of the output followed by that of the value,
    and is an expression, a number, or a Python function of those inputs, parameters and values whose names its
    arguments have. Values without one get 0. Where none are given, they are looked for.
    """
    law = claim.law
    given = {name: expression_of(law, x) for name, x in (cofactors or {}).items()}
    if unknown := given.keys() - set(claim.zero):
        return Shortfall(RULE, f"{min(unknown)!r} has a cofactor, but is none of the values that are zero")
    modulus = claim.field.characteristic or PRIME
    place = nonzero_place(rest(law, law.output, given), modulus)
    if place is not None and cofactors is None and claim.zero:
        found = found_cofactors(claim)
        if found is None:
            return Shortfall(RULE, "the output is not zero, and no combination of values that are was found to be it")
        given, place = found, nonzero_place(rest(law, law.output, found), modulus)
    if place is not None:
        where = f"entry {list(place)} of the output" if place else "the output"
        less = " minus the combination with these cofactors" if given else ""
        return Shortfall(RULE, f"{where}{less} is not zero at a random point")
    count = len(given)
    remark = f"a combination of {count} values that are zero" if count else "all coefficients are zero"
    return Certificate(claim, RULE, {"cofactors": given}, remark=remark)
