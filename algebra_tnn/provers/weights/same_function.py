"""Other weights with the same function: certificates that a function does not determine its weights.

Where other weights come from is the matter of ``weight_searches``; here they are compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from typing import Any, TypeAlias

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import NotDetermined
from algebra_tnn.laws import Law, expansion
from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.points import tensors_of
from algebra_tnn.laws.values import value

Search: TypeAlias = Callable[[NotDetermined], Certificate | Shortfall]

RULE = "other-weights"
ANOTHER_FUNCTION = "the function is another one"
LARGEST_INPUT = 50


def other_weights(others: Mapping[str, Any], remark: str = "weights that are given") -> Search:
    """The prover that offers these weights, by their names.

    It falls short if their function is another one, or if no array of the claim shows that they differ by more than
    permutations and rescalings: neither the number of its zeros nor, for a matrix, its cross ratios.
    """

    def prove(claim: NotDetermined) -> Certificate | Shortfall:
        law = claim.law
        one, two = (tensors_of(point, law.parameters, "the weights") for point in (claim.point, others))
        points = [{name: array.nested() for name, array in point.items()} for point in (one, two)]
        try:
            if not _agree_somewhere(law, *points):
                return Shortfall(RULE, ANOTHER_FUNCTION)
            difference = _difference(one, two, claim.arrays)
            if not difference:
                names = ", ".join(claim.arrays) or "no arrays"
                return Shortfall(RULE, f"the zeros and cross ratios of {names} show no difference")
            if not _agree(law, *points):
                return Shortfall(RULE, ANOTHER_FUNCTION)
        except ValueError as error:  # it would be too long
            return Shortfall(RULE, str(error))
        return Certificate(claim, RULE, {"point": points[1]}, remark=f"{remark}; {difference}")

    return prove


def cross_ratios(array: Array) -> Counter[Fraction]:
    """How often each a_ki a_lj / (a_kj a_li), k < l, occurs in a matrix; nothing for other arrays.

    Rows and columns may be permuted and multiplied by numbers ≠ 0.

    >>> cross_ratios(Array.of([[1, 2], [3, 4]])) == cross_ratios(Array.of([[40, 3], [20, 1]]))
    True
    """
    rows = array.nested() if len(array.shape) == 2 else []
    return Counter(
        Fraction(one[i] * two[j]) / (one[j] * two[i])
        for one, two in combinations(rows, 2)
        for i, j in product(range(len(one)), repeat=2)
        if one[j] and two[i]
    )


def _difference(one: Mapping[str, Array], two: Mapping[str, Array], names: Sequence[str]) -> str:
    """By what permuting the slices of an array, and multiplying them by numbers ≠ 0, does not change; "" if nothing."""
    for name in names:
        first, second = (array[name].entries.count(0) for array in (one, two))
        if first != second:
            return f"{name} has {first} zero{'s' * (first != 1)}, and {second} there"
    for name in names:
        if cross_ratios(one[name]) != cross_ratios(two[name]):
            return f"{name} has other cross ratios there"
    return ""


def _agree_somewhere(law: Law, one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    draw = Draw(3, LARGEST_INPUT)
    inputs = {name: draw.array(shape).astype(int).tolist() for name, shape in law.inputs}
    return bool(value(law, {**inputs, **one}) == value(law, {**inputs, **two}))


def _agree(law: Law, one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    """Whether the functions are equal as polynomials. Raises: ValueError if these would be too long."""
    first, second = ([dict(f.terms()) for f in expansion(law, point)] for point in (one, two))
    return first == second
