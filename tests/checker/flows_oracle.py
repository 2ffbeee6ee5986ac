"""A second reading of identities, inequalities, conserved quantities and masks; see ``oracle``. Nothing of the package.

Laws are multiplied out into polynomials in all their variables, and these are differentiated; brackets are polynomials,
too, which are evaluated at the end.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import count
from random import Random
from typing import Any

from flint import nmod_mat

from . import laws
from .laws import Array, Law, array, places
from .separation_oracle import PRIME, Expansion, Polynomial, Values

Field = list[Polynomial]
ORDERED = ("Q", "R")
KINDS = ("vanishes", "nonnegative", "conserved", "conserved-at-least", "conserved-at-most")
KINDS += ("functional-dimension-at-least",)


def variables_of(shapes: dict[str, Any], start: int = 0) -> dict[str, list[int]]:
    """The numbers of the variables that stand for the entries of the tensors."""
    numbers = count(start)
    return {name: [next(numbers) for _ in places(shape)] for name, shape in shapes.items()}


def expansion(of: Law, n: int, given: dict[str, Any] | None = None) -> Expansion:
    """With variables for all entries, parameters first, but for the tensors that are given."""
    shapes, known = shapes_of(of), {}
    for name, numbers in variables_of(shapes).items():
        entries = {place: Polynomial({(v,): 1}, n) for place, v in zip(places(shapes[name]), numbers, strict=True)}
        if given and name in given:
            entries = {place: Polynomial({(): x}, n) for place, x in array(given[name]).entries.items()}
        known[name] = Array(tuple(shapes[name]), entries)
    return Expansion(known, 0, n)


def minus(one: Polynomial, two: Polynomial) -> Polynomial:
    return one + Polynomial({(): -1}, one.n) * two


def sum_of(terms: list[Polynomial], n: int) -> Polynomial:
    total = Polynomial({}, n)
    for term in terms:
        total = total + term
    return total


def slope(of: Polynomial, v: int) -> Polynomial:
    terms: dict[tuple[int, ...], int] = {}
    for monomial, c in of.terms.items():
        if v in monomial:
            rest = list(monomial)
            rest.remove(v)
            terms[tuple(rest)] = terms.get(tuple(rest), 0) + c * monomial.count(v)
    return Polynomial(terms, of.n)


def value(of: Polynomial, at: list[int]) -> int:
    total = 0
    for monomial, c in of.terms.items():
        for v in monomial:
            c = c * at[v] % of.n
        total += c
    return total % of.n


def rank(rows: list[list[int]], n: int) -> int:
    return int(nmod_mat(len(rows), len(rows[0]), [x % n for row in rows for x in row], n).rank()) if rows else 0


def random_values(size: int) -> list[int]:
    source = Random(11)
    return [source.randrange(1, PRIME) for _ in range(size)]


def constants(of: Law, n: int) -> Expansion:
    """At one point, where polynomials that differ almost surely have different values."""
    values = iter(random_values(laws.size(shapes_of(of))))
    point = {name: laws.nested(values, shape) for name, shape in shapes_of(of).items()}
    return expansion(of, n, point)


def on_a_line(of: Law, n: int, seed: int) -> Expansion:
    """Along a random line: over a small field polynomials that differ may have the same values, but seldom there."""
    source, known = Random(seed), {}
    for name, shape in shapes_of(of).items():
        slopes = {place: source.randrange(n) for place in places(shape)}
        entries = {place: Polynomial({(): source.randrange(n), (0,): b}, n) for place, b in slopes.items()}
        known[name] = Array(tuple(shape), entries)
    return Expansion(known, 0, n)


def shapes_of(of: Law) -> dict[str, Any]:
    return {**of["parameters"], **of["inputs"]}


def vanishes(claim: Any, evidence: Any, p: int) -> bool:
    """Whether the combination is the output: at a point if the field is large, else along some lines."""
    of, zero, cofactors = claim["system"]["law"], claim["system"]["zero"], evidence["cofactors"]

    def holds(expanded: Expansion) -> bool:
        outputs = expanded.output(of).entries
        rests = dict(outputs)
        for name, expression in cofactors.items():
            values, factors = expanded.of(name).entries, expanded.of(expression).entries
            for place in outputs:
                products = [factors[(*place, *inner)] * y for inner, y in values.items()]
                rests[place] = minus(rests[place], sum_of(products, expanded.n))
        return not any(rest.terms for rest in rests.values())

    read = [on_a_line(of, p, seed) for seed in range(3)] if p else [constants(of, PRIME)]
    return set(cofactors) <= set(zero) and all(map(holds, read))


def nonnegative(claim: Any, evidence: Any, premise: Any, n: int) -> bool:
    """Whether the multiple of the output, less the squares, is what the cofactors of the premise make of the zeros."""
    system = claim["system"]
    of, expanded = system["law"], expansion(system["law"], n)
    output = expanded.output(of).entries[()]

    def product(c: Any, factors: list[Any]) -> Polynomial:
        total = expanded.number(c)
        for factor in factors:
            total = total * expanded.of(factor).entries[()]
            while isinstance(factor, list):
                factor = factor[1]
            assert factor in system["positive"]
        return total

    assert all(Fraction(term[0]) > 0 for part in ("multiplier", "squares") for term in evidence[part])
    total = sum_of([product(*term) * output for term in evidence["multiplier"]], n)
    for c, factors, expression in evidence["squares"]:
        root = expanded.of(expression).entries[()]
        total = minus(total, product(c, factors) * root * root)
    for name, expression in premise["evidence"]["cofactors"].items():
        assert name in system["zero"]
        values, factors = expanded.of(name).entries, expanded.of(expression).entries
        total = minus(total, sum_of([factors[place] * x for place, x in values.items()], n))
    return bool(evidence["multiplier"]) and not total.terms


def gradient(of: Polynomial, size: int) -> Field:
    return [slope(of, v) for v in range(size)]


def quotient_field(of: Law, pair: list[Any], n: int = PRIME) -> Field:
    """q·∇p − p·∇q."""
    size, expanded = laws.size(of["parameters"]), expansion(of, n)
    p, q = (expanded.of(x).entries[()] for x in pair)
    return [minus(q * a, p * b) for a, b in zip(gradient(p, size), gradient(q, size), strict=True)]


def tangent(of: Law, field: Field) -> bool:
    """Whether no output changes along the field."""
    outputs = expansion(of, PRIME).output(of).entries.values()
    size = len(field)
    rates = (sum_of([a * b for a, b in zip(gradient(f, size), field, strict=True)], PRIME) for f in outputs)
    return not any(rate.terms for rate in rates)


def at_least(claim: Any, evidence: Any) -> bool:
    of, pairs = claim["law"], evidence["quantities"]
    fields = [quotient_field(of, pair) for pair in pairs]
    at = random_values(laws.size(of["parameters"]))
    independent = rank([[value(x, at) for x in field] for field in fields], PRIME)
    return independent >= claim["rank"] and all(tangent(of, field) for field in fields)


def bracket(one: Field, two: Field) -> Field:
    def along(v: Field, w: Field) -> Field:
        return [sum_of([slope(x, i) * y for i, y in enumerate(v)], x.n) for x in w]

    return [minus(x, y) for x, y in zip(along(one, two), along(two, one), strict=True)]


def fields_of(of: Law, evidence: Any, n: int = PRIME) -> list[Field]:
    """The gradients and the brackets of the evidence, as polynomials in the parameters modulo n."""
    size, fields = laws.size(of["parameters"]), []
    for inputs, covector in evidence["fields"]:
        outputs, weights = expansion(of, n, inputs).output(of).entries, array(covector).entries
        contracted = sum_of([outputs[place] * Polynomial({(): u}, n) for place, u in weights.items()], n)
        fields.append(gradient(contracted, size))
    for i, j in evidence["brackets"]:
        fields.append(bracket(fields[i], fields[j]))
    return fields


def at_most(claim: Any, evidence: Any) -> bool:
    of = claim["law"]
    size = laws.size(of["parameters"])
    at, fields = random_values(size), fields_of(of, evidence)
    return claim["rank"] >= size - rank([[value(x, at) for x in field] for field in fields], PRIME)


def with_masks(of: Law, masks: Any, point: dict[str, Any], inputs: dict[str, Any]) -> dict[str, Any] | None:
    """All inputs, with the masks that the network has there; None if a value is zero."""
    found = dict(inputs)
    for mask, name in masks:
        known = Values({key: array(x) for key, x in {**point, **found}.items()}, 0, 0)
        for let, expression in of["let"]:
            if let in laws.names_in(of, name):
                known.known[let] = known.of(expression)
        signs = known.known[name]
        if not all(signs.entries.values()):
            return None
        found[mask] = laws.nested(iter([int(z > 0) for z in signs.entries.values()]), signs.shape)
    return {name: found[name] for name in of["inputs"]}


def functional_dimension(claim: Any, evidence: Any) -> bool:
    """The rank at the point, with masks that the network itself has there."""
    of, masks = claim["network"]["law"], claim["network"]["masks"]
    n, rows = evidence["modulus"], []

    def lifted(x: Any) -> Any:
        return [*map(lifted, x)] if isinstance(x, list) else x - n if x > (n - 1) // 2 else x

    point = {name: lifted(x) for name, x in evidence["point"].items()}
    for inputs, covector in evidence["rows"]:
        free = {name: lifted(x) for name, x in inputs.items() if name not in dict(masks)}
        found = with_masks(of, masks, point, free)
        if found is None:
            return False
        rows.append([found, covector])
    return rank(laws.derivatives(of, evidence["point"], rows, PRIME), PRIME) >= claim["rank"]


def true(claim: Any, steps: list[Any], step: Any, p: int) -> bool:
    """Whether a claim of one of these kinds is true, as its evidence shows."""
    kind, evidence, premises = claim["kind"], step["evidence"], [steps[i] for i in step["premises"]]
    if kind == "vanishes":
        return vanishes(claim, evidence, p)
    if kind == "nonnegative":
        return claim["field"] in ORDERED and nonnegative(claim, evidence, premises[0], PRIME)
    if p:
        return False  # all others are for characteristic 0
    if kind == "conserved":
        law = claim["flow"]["law"]
        return tangent(law, quotient_field(law, [claim["flow"]["quantity"], ["constant", 1]]))
    if kind == "conserved-at-least":
        return at_least(claim, evidence)
    if kind == "conserved-at-most":
        return at_most(claim, evidence)
    return claim["field"] in ORDERED and functional_dimension(claim, evidence)
