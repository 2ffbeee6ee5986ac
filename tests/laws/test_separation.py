"""Random laws: cuts bound separation ranks, which behave as ranks of matrices do."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn.claims import SeparationRankAtMost
from algebra_tnn.exact import rank
from algebra_tnn.laws import Law, coefficient_map, value
from algebra_tnn.laws.expressions import Applied, Expression, Name
from algebra_tnn.laws.fixing import fixed
from algebra_tnn.laws.operations import Apply, Difference, Einsum, Sum
from algebra_tnn.laws.term_counts import term_bounds
from algebra_tnn.provers.separation import best_cut, cut
from algebra_tnn.provers.separation.summands import CONSTANT, summands
from algebra_tnn.verification import verify
from tests.laws.test_laws import Known, expressions, points

INPUTS = {"x": (2,), "y": (2,), "z": (2, 2)}
WEIGHTS: Known = {"W": (2, 2), "v": (2,)}
SIDES = st.sampled_from([("x",), ("x", "y"), ("z",), ()])
MOST_TERMS, MOST_LEAVES = 2000, 25


@st.composite
def laws(draw: Any) -> Law:
    """Laws in three inputs with one output: a product, or a sum, of the sums of entries of random expressions."""
    known: Known = {**INPUTS, **WEIGHTS}
    definitions = []
    for i in range(draw(st.integers(0, 3))):
        expression, shape = draw(expressions(known, (), 1))
        definitions.append((f"h{i}", expression))
        known[f"h{i}"] = shape
    parts: list[Expression] = []
    for _ in range(draw(st.integers(1, 3))):
        expression, shape = draw(expressions(known, (), 1))
        parts.append(Applied(Einsum("abcdefg"[: len(shape)] + "->"), (expression,)))
    joined = Einsum(",".join([""] * len(parts)) + "->") if draw(st.booleans()) else Sum()
    return Law(tuple(INPUTS.items()), tuple(WEIGHTS.items()), tuple(definitions), Applied(joined, tuple(parts)))


def term_count(law: Law) -> int:
    return int(term_bounds(law, law.input_names)[law.program.output])


def matrix_rank(law: Law, inputs: Any) -> int:
    """The rank over Q of the matrix of coefficients of a law without parameters, read off its expansion."""
    side = [name in inputs for name, shape in law.inputs for _ in range(int(np.prod(shape)))]
    table: dict[Any, dict[Any, Any]] = {}
    for (_, exponents), c in coefficient_map(law).items():
        row, column = (tuple(e for e, k in zip(exponents, side, strict=True) if k == kind) for kind in (True, False))
        ((_, number),) = c.terms()
        table.setdefault(row, {})[column] = number
    columns = sorted({column for row in table.values() for column in row})
    return rank([[row.get(column, 0) for column in columns] for row in table.values()]) if columns else 0


def at_weights(law: Law, seed: int) -> Law:
    return fixed(law, {name: x for name, x in points(law, seed).items() if name in WEIGHTS})


def check_cuts(law: Law, inputs: tuple[str, ...], seed: int) -> None:
    """They bound the rank for any weights, and of either side."""
    found, other = best_cut(law, inputs), best_cut(law, tuple(name for name in INPUTS if name not in inputs))
    if found is None or term_count(law) > MOST_TERMS:
        return
    assert other is not None and other.bound == found.bound
    assert matrix_rank(at_weights(law, seed), inputs) <= found.bound
    assert verify(SeparationRankAtMost(law, inputs, found.bound), by=cut).status == "proved"


@settings(max_examples=4)
@given(laws(), SIDES, st.integers(0, 9))
def test_cuts_bound_the_rank(law: Law, inputs: tuple[str, ...], seed: int) -> None:
    check_cuts(law, inputs, seed)


@pytest.mark.slow
@settings(max_examples=300)
@given(laws(), SIDES, st.integers(0, 9))
def test_cuts_bound_the_rank_widely(law: Law, inputs: tuple[str, ...], seed: int) -> None:
    check_cuts(law, inputs, seed)


@pytest.mark.slow
@settings(max_examples=60)
@given(laws(), laws(), SIDES, st.integers(0, 9))
def test_ranks_of_sums_products_and_restrictions(one: Law, two: Law, inputs: tuple[str, ...], seed: int) -> None:
    """The rank of a sum is at most the sum of ranks; of a product in other inputs it is the product of ranks."""
    if term_count(one) * term_count(two) > MOST_TERMS:
        return
    one, two = at_weights(one, seed), at_weights(two, seed + 1)
    ranks = [matrix_rank(law, inputs) for law in (one, two)]
    assert matrix_rank(joined("+", one, with_new_names(two, list(INPUTS))), inputs) <= sum(ranks)
    primed = [f"{name}_" for name in INPUTS]
    product = joined(["einsum", ",->"], one, with_new_names(two, primed))
    assert matrix_rank(product, (*inputs, *(f"{name}_" for name in inputs))) == ranks[0] * ranks[1]
    given_x = fixed(one, {"x": points(one, seed)["x"]})
    assert matrix_rank(given_x, [name for name in inputs if name != "x"]) <= ranks[0]


def with_new_names(law: Law, inputs: list[str]) -> Law:
    """Other names for the inputs, and for the values under ``let``."""
    names = dict(zip(law.input_names, inputs, strict=True)) | {name: f"{name}_" for name, _ in law.let}

    def renamed(expression: Expression) -> Expression:
        match expression:
            case Name(name):
                return Name(names[name])
            case Applied(operation, operands):
                return Applied(operation, tuple(map(renamed, operands)))
        return expression

    declared = tuple((names[name], shape) for name, shape in law.inputs)
    return Law(declared, (), tuple((names[name], renamed(e)) for name, e in law.let), renamed(law.output))


def joined(operation: Any, one: Law, two: Law) -> Law:
    """The sum or the product of two laws."""
    combined = Sum() if operation == "+" else Einsum(operation[1])
    inputs = dict((*one.inputs, *two.inputs))
    return Law(tuple(inputs.items()), (), (*one.let, *two.let), Applied(combined, (one.output, two.output)))


@settings(max_examples=8)
@given(laws(), st.integers(0, 9))
def test_the_networks_sum_to_the_law(law: Law, seed: int) -> None:
    """Where no coefficient is there but 1, and no constant term."""
    plain = Law(
        law.inputs,
        law.parameters,
        tuple((x, without_coefficients(e)) for x, e in law.let),
        without_coefficients(law.output),
    )
    written, point = summands(plain), points(plain, seed)
    if written is None or max(map(len, written.networks), default=0) > MOST_LEAVES:
        return
    total = sum(network_value(network, written.sizes, plain, point) for network in written.networks)
    assert total == value(plain, point)


def without_coefficients(expression: Expression) -> Expression:
    match expression:
        case Applied(operation, operands):
            inner = tuple(map(without_coefficients, operands))
            if isinstance(operation, Apply):
                return Applied(Apply((0, *(int(c != 0) for c in operation.coefficients[1:]))), inner)
            return Applied(Sum() if isinstance(operation, Difference) else operation, inner)
    return expression


def network_value(network: Any, sizes: Any, law: Law, point: dict[str, Any]) -> Any:
    operands: list[Any] = []
    letters: dict[int, int] = {}
    for content, word in network:
        rows = sizes[word[-1]] if word else 0
        array = constant(content, law, rows) if content.startswith(CONSTANT) else np.array(point[content], dtype=object)
        operands += [array, [letters.setdefault(x, len(letters)) for x in word]]
    return np.array(np.einsum(*operands, []), dtype=object).item() if operands else 1


def constant(place: str, law: Law, rows: int) -> Any:
    """What stands at a place of the JSON: a constant, or the table of what is taken, a row for each index."""
    at: Any = law.to_json()
    keys = re.findall(r"\w+", place.removeprefix(CONSTANT))
    for key in keys:
        at = at[int(key)] if key.isdecimal() else at[key]
    if at[0] == "constant":
        return np.vectorize(Fraction, otypes=[object])(np.array(at[1], dtype=object))
    return np.eye(rows, dtype=object)[np.array(at[2])]
