"""Random laws: all interpreters agree, bounds hold, and the JSON says the same law."""

from __future__ import annotations

import json
from fractions import Fraction
from math import prod
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.laws import (
    Law,
    approximate_value,
    directional_derivatives,
    expansion,
    formula,
    jacobian,
    jacobian_rank,
    value,
)
from algebra_tnn.laws.arrays import Array
from algebra_tnn.laws.expressions import Applied, Constant, Expression, Name
from algebra_tnn.laws.heights import heights
from algebra_tnn.laws.operations import Apply, Difference, Einsum, Sum, Take
from algebra_tnn.laws.term_counts import term_bounds

P = 1009
SHAPES = [(), (2,), (2, 2), (1, 2), (2, 3)]
numbers = st.one_of(st.integers(-3, 3), st.builds(Fraction, st.integers(-3, 3), st.sampled_from([1, 2, 3])))
Known = dict[str, tuple[int, ...]]


def normal(x: Fraction | int) -> Fraction | int:
    return int(x) if x.denominator == 1 else x


@st.composite
def constants(draw: Any, shape: tuple[int, ...]) -> Expression:
    return Constant(Array(shape, tuple(normal(draw(numbers)) for _ in range(prod(shape)))))


@st.composite
def einsums(draw: Any, known: Known, sizes: tuple[int, ...], depth: int) -> tuple[Expression, tuple[int, ...]]:
    """Letters are dealt to axes of the same length; the result keeps some of them."""
    count = draw(st.integers(1, 3))
    operands = [draw(expressions(known, sizes, depth - 1)) for _ in range(count)]
    ranges: dict[str, int] = {}
    words = []
    for _, shape in operands:
        word = ""
        for n in shape:
            fitting = [c for c, m in ranges.items() if m == n]
            letter = draw(st.sampled_from([*fitting, "abcdefghijkl"[len(ranges)]]))
            ranges[letter] = n
            word += letter
        words.append(word)
    kept = draw(st.permutations(sorted(ranges)))[: draw(st.integers(0, 3))]
    subscripts = f"{','.join(words)}->{''.join(kept)}"
    return Applied(Einsum(subscripts), tuple(e for e, _ in operands)), tuple(ranges[c] for c in kept)


@st.composite
def expressions(draw: Any, known: Known, sizes: tuple[int, ...], depth: int) -> tuple[Expression, tuple[int, ...]]:
    """An expression and its shape."""
    kind = draw(st.sampled_from(["einsum", "einsum", "take", "sum", "apply"])) if depth else "leaf"
    if kind == "einsum":
        return draw(einsums(known, sizes, depth))
    if kind == "leaf":
        if draw(st.integers(0, 3)):
            name = draw(st.sampled_from(sorted(known)))
            return Name(name), known[name]
        shape = draw(st.sampled_from(SHAPES))
        return draw(constants(shape)), shape
    operand, shape = draw(expressions(known, sizes, depth - 1))
    if kind == "take" and shape:
        at = draw(st.sampled_from([(), (1,), (2,), (2, 2)]))
        entries = tuple(draw(st.integers(0, shape[0] - 1)) for _ in range(prod(at)))
        return Applied(Take(Array(at, entries)), (operand,)), at + shape[1:]
    if kind == "sum":
        others = [draw(constants(shape)) for _ in range(draw(st.integers(0, 2)))]
        names = [Name(name) for name, other in known.items() if other == shape]
        operation = draw(st.sampled_from([Sum(), Difference()]))
        return Applied(operation, tuple(draw(st.permutations([operand, *others, *names])))), shape
    coefficients = tuple(normal(draw(numbers)) for _ in range(draw(st.integers(1, 3))))
    return Applied(Apply(coefficients), (operand,)), shape


@st.composite
def laws(draw: Any, inputs: bool = True) -> Law:
    declared = {name: draw(st.sampled_from(SHAPES)) for name in ("x", "W", "V")}
    known: Known = dict(declared)
    definitions = []
    for i in range(draw(st.integers(0, 2))):
        expression, shape = draw(expressions(known, (), 1))
        definitions.append((f"h{i}", expression))
        known[f"h{i}"] = shape
    output, _ = draw(expressions(known, (), 2))
    split = 1 if inputs else 0
    pairs = tuple(declared.items())
    return Law(pairs[:split], pairs[split:], tuple(definitions), output)


def points(law: Law, seed: int, count: int | None = None) -> dict[str, Any]:
    rng = np.random.default_rng(seed)
    ahead = () if count is None else (count,)
    return {name: rng.integers(-4, 5, ahead + shape).tolist() for name, shape in (*law.inputs, *law.parameters)}


def flat(law: Law, point: dict[str, Any]) -> list[int]:
    return [int(x) for name in (*law.input_names, *law.parameter_names) for x in np.ravel(point[name])]


@given(laws())
def test_json_says_the_same_law(law: Law) -> None:
    written = json.dumps(law.to_json())
    read = Law.from_json(json.loads(written))
    assert read == law
    assert read.to_json() == law.to_json()
    assert formula(law).startswith("f")


@given(laws(), st.integers(0, 10**6))
def test_interpreters_agree(law: Law, seed: int) -> None:
    point = points(law, seed)
    exact = value(law, point)
    entries = list(np.ravel(np.array(exact, dtype=object)))
    assert [p.value(flat(law, point)) for p in expansion(law)] == entries
    assert np.shape(exact) == law.shape
    residues = [x.numerator * pow(x.denominator, -1, P) % P for x in map(Fraction, entries)]
    assert np.ravel(value(law, point, modulus=P)).tolist() == residues
    floats = np.ravel(approximate_value(law, point))
    assert np.allclose(
        floats, [float(x) for x in entries], rtol=1e-9, atol=1e-6 * max(1, *map(abs, map(float, entries)))
    )


@given(laws())
def test_bounds_hold(law: Law) -> None:
    polynomials = expansion(law)
    names = (*law.input_names, *law.parameter_names)
    low, high = law.program.degrees(names)[law.program.output]
    bits, denominator = heights(law, {})
    bounds = np.ravel(term_bounds(law, names)[law.program.output])
    for polynomial, most in zip(polynomials, bounds, strict=True):
        terms = list(polynomial.terms())
        assert polynomial.term_count <= most
        assert all(low <= sum(e) <= high for e, _ in terms)
        assert sum(abs(c) for _, c in terms) <= 2**bits
        assert all(c.denominator <= 2**denominator for _, c in terms)


@given(laws(), st.integers(0, 10**6))
def test_derivatives_agree(law: Law, seed: int) -> None:
    """Reverse mode, forward mode, and the expansion's partial derivatives."""
    point = points(law, seed)
    theta = {name: point[name] for name in law.parameter_names}
    sample = {name: [point[name]] for name in law.input_names}
    polynomials = expansion(law, modulus=P)
    variables = polynomials[0].ring.names[-law.parameter_count :]
    at = flat(law, point)
    expected = [[f.derivative(v).value(at) for v in variables] for f in polynomials]
    units = np.eye(law.output_count, dtype=int).reshape(-1, *law.shape)
    rows = jacobian(law, theta, {n: x * law.output_count for n, x in sample.items()}, units, modulus=P)
    assert (rows.array.astype(int) % P).tolist() == expected
    directions = points(law, seed + 1, 2)
    moved = directional_derivatives(law, theta, sample, {n: directions[n] for n in law.parameter_names}, modulus=P)
    for k in range(2):
        v = [int(x) for name in law.parameter_names for x in np.ravel(directions[name][k])]
        along = [sum(a * b for a, b in zip(row, v, strict=True)) % P for row in expected]
        assert np.ravel(moved[0, k]).tolist() == along


@settings(max_examples=40)
@given(laws(), st.integers(0, 100))
def test_a_last_layer_changes_no_rank(law: Law, seed: int) -> None:
    dense = jacobian_rank(law, seed=seed, structured=False)
    structured = jacobian_rank(law, seed=seed, structured=True)
    assert dense.rank == structured.rank
    for found in (dense, structured):
        assert rank_profile(found.minor(law)).rank == found.rank
        assert len(found.columns) == found.rank


@settings(max_examples=30)
@given(laws(inputs=False))
def test_laws_without_inputs(law: Law) -> None:
    found = jacobian_rank(law)
    assert found.rank <= min(law.parameter_count, law.output_count)
    assert rank_profile(found.minor(law)).rank == found.rank
