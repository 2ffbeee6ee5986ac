"""The part of the corpora about laws: see ``corpus``, which writes it. Imports nothing of the package."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import combinations, pairwise, product
from math import gcd, prod
from typing import Any

from . import laws
from .laws import Law
from .making import (
    BELOW,
    INTEGER,
    KEYS,
    LIST,
    LOWEST,
    MODULUS,
    NATURAL,
    NO_UNIT,
    REMOVED,
    SQUARE_MINOR,
    WORK,
    Certificate,
    Table,
    altered,
    certificate,
    identity,
    inverse,
    monomials,
    step,
)

# ----------------------------------------------------------------------------------------------------- making laws


def law(inputs: Any, parameters: Any, output: Any, *lets: Any) -> Law:
    return {"inputs": inputs, "parameters": parameters, "let": [list(let) for let in lets], "output": output}


def einsum(pattern: str, *operands: Any) -> Any:
    return ["einsum", pattern, *operands]


def power(degree: int, operand: Any) -> Any:
    return ["apply", [0] * degree + [1], operand]


def linear(weights: str, operand: Any) -> Any:
    return einsum("ij,j->i", weights, operand)


def network(widths: tuple[int, ...], *activations: Any, biases: bool = False) -> Law:
    """Of layers ``W1``, ``W2``, … (with ``b1``, …), pre-activations ``z1``, … and activations ``h1``, …"""
    parameters: dict[str, list[int]] = {}
    lets, at = [], "x"
    for k, (inputs, outputs) in enumerate(pairwise(widths), 1):
        parameters[f"W{k}"] = [outputs, inputs]
        value = linear(f"W{k}", at)
        if biases:
            parameters[f"b{k}"] = [outputs]
            value = ["+", value, f"b{k}"]
        if k == len(widths) - 1:
            return law({"x": [widths[0]]}, parameters, value, *lets)
        degree = activations[(k - 1) % len(activations)]
        coefficients = [0] * degree + [1] if isinstance(degree, int) else degree
        lets += [(f"z{k}", value), (f"h{k}", ["apply", coefficients, f"z{k}"])]
        at = f"h{k}"
    raise AssertionError("a network has a layer")


def power_sum(sizes: tuple[int, ...], exponents: tuple[int, ...], terms: int) -> Law:
    powers = [power(e, linear(f"a{k}", f"x{k}")) for k, e in enumerate(exponents)]
    return law(
        {f"x{k}": [n] for k, n in enumerate(sizes)},
        {f"a{k}": [terms, n] for k, n in enumerate(sizes)},
        einsum(",".join("i" * len(sizes)) + "->", *powers),
    )


# ----------------------------------------------------------------------------------------------- making certificates


def independent(rows: list[list[int]], n: int) -> tuple[list[int], list[int]]:
    """Rows, and as many columns, on which the matrix is invertible modulo n; the first that elimination finds."""
    rest, chosen, pivots = [list(row) for row in rows], [], []
    for i, row in enumerate(rest):
        found = next((j for j, x in enumerate(row) if gcd(x, n) == 1), None)
        if found is None:
            continue
        chosen.append(i)
        pivots.append(found)
        scale = pow(row[found], -1, n)
        for below in rest[i + 1 :]:
            factor = below[found] * scale
            below[:] = [(x - factor * y) % n for x, y in zip(below, row, strict=True)]
    return chosen, pivots


def inverted(rows: list[list[int]], columns: list[int], n: int) -> dict[str, Any]:
    found = inverse([[row[j] for j in columns] for row in rows], n)
    assert found is not None
    return {"columns": columns, "modulus": n, "inverse": found}


def padded(evidence: dict[str, Any], *rows: str) -> dict[str, Any]:
    """With a minor that is larger by one row (a list in the evidence under this name is repeated) and one column."""
    size = len(evidence["columns"])
    unused = next(j for j in range(size + 1) if j not in evidence["columns"])
    result = {**evidence, **{name: [*evidence[name], evidence[name][-1]] for name in rows}}
    result["columns"] = [*evidence["columns"], unused]
    result["inverse"] = [*([*row, 0] for row in evidence["inverse"]), [0] * size + [1]]
    return result


def random_point(shapes: dict[str, Any], source: random.Random, n: int) -> dict[str, Any]:
    return {name: random_entries(shape, source, n) for name, shape in shapes.items()}


def random_entries(shape: Any, source: random.Random, n: int) -> Any:
    return laws.nested(iter([source.randrange(1, n) for _ in range(prod(shape))]), shape)


def random_rows(of: Law, count: int, source: random.Random, n: int) -> list[Any]:
    shape = laws.shape_of(of, of["output"])
    return [[random_point(of["inputs"], source, n), random_entries(shape, source, n)] for _ in range(count)]


def jacobian(of: Law, rank: int, n: int = 101, seed: int = 1) -> dict[str, Any]:
    """Evidence for ``jacobian-minor``."""
    source = random.Random(seed)
    for _ in range(50):
        point = random_point(of["parameters"], source, n)
        rows = random_rows(of, rank, source, n)
        matrix = laws.derivatives(of, point, rows, n)
        chosen, columns = independent(matrix, n)
        if len(chosen) == rank:
            return {"point": point, "rows": rows, **inverted(matrix, columns, n)}
    raise AssertionError("the rank is never reached")


def at_least(of: Law, rank: int, field: str = "Q", n: int = 101, seed: int = 1) -> Any:
    return step("dimension-at-least", field, "jacobian-minor", jacobian(of, rank, n, seed), law=of, rank=rank)


def at_most(
    rule: str, of: Law, rank: int, evidence: Any = None, premises: tuple[int, ...] = (), field: str = "Q"
) -> Any:
    return step("dimension-at-most", field, rule, evidence or {}, premises, law=of, rank=rank)


def counted(of: Law, rank: int | None = None, field: str = "Q") -> Any:
    return at_most("parameter-count", of, laws.size(of["parameters"]) if rank is None else rank, field=field)


def between(of: Law, lower: int, upper: int, premises: tuple[int, ...] = (0, 1), field: str = "Q") -> Any:
    return step("dimension-between", field, "both-bounds", {}, premises, law=of, lower=lower, upper=upper)


def overlapping(of: Law, ends: tuple[str, str], counts: tuple[int, int], n: int = 101, seed: int = 1) -> dict[str, Any]:
    """Evidence for ``overlap``, with so many rows of each half."""
    source, halves = random.Random(seed), (laws.before(of, ends[0]), laws.after(of, ends[1]))
    shared = [name for name in halves[0]["parameters"] if name in halves[1]["parameters"]]
    for _ in range(50):
        point = random_point(of["parameters"], source, n)
        listed = [random_rows(half, count, source, n) for half, count in zip(halves, counts, strict=True)]
        stacked = []
        for half, rows in zip(halves, listed, strict=True):
            names = [name for name, shape in half["parameters"].items() for _ in range(prod(shape))]
            for row in laws.derivatives(half, point, rows, n):
                stacked.append([x for name in shared for x, y in zip(row, names, strict=True) if y == name])
        chosen, columns = independent(stacked, n)
        if len(chosen) == len(stacked):
            return {
                "at": list(ends),
                "point": point,
                "first": listed[0],
                "second": listed[1],
                **inverted(stacked, columns, n),
            }
    raise AssertionError("the rank is never reached")


def opened(of: Law, name: str, count: int) -> Law:
    """The law in which the coefficients of a name are parameters, for ``inner-coefficients``."""
    rest, shape = laws.after(of, name), list(laws.shape_of(of, name))
    letters = "abcdefgh"[: len(shape)]
    form = einsum(f"{letters}z,z->{letters}", f"{name}_coefficients", f"{name}_monomials")
    inputs = {x: s for x, s in rest["inputs"].items() if x != name}
    return law(
        {**inputs, f"{name}_monomials": [count]},
        {**rest["parameters"], f"{name}_coefficients": [*shape, count]},
        rest["output"],
        (name, form),
        *rest["let"],
    )


def moved(of: Law, fields: list[Any], n: int = 101, seed: int = 1) -> dict[str, Any]:
    """Evidence for ``vector-fields``."""
    point = random_point(of["parameters"], random.Random(seed), n)
    rows = []
    for field in fields:
        row = []
        for name, shape in of["parameters"].items():
            values = laws.Evaluator(laws.leaves(point, 0, n), 0, n).of(field.get(name, name)).entries
            row += [values[place].value * (name in field) for place in laws.places(shape)]
        rows.append(row)
    chosen, columns = independent(rows, n)
    assert len(chosen) == len(rows)
    return {"fields": fields, "point": point, **inverted(rows, columns, n)}


def forms(sizes: tuple[int, ...], degree: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The exponents of the monomials of a multidegree."""
    parts = product(*(monomials(n, d) for n, d in zip(sizes, degree, strict=True)))
    return [tuple(e for part in chosen for e in part) for chosen in parts]


Form = dict[tuple[int, ...], int]
Blades = dict[tuple[int, ...], int]  # an element of an exterior algebra: coefficients by ascending indices


def wedged(one: Blades, two: Blades) -> Blades:
    """The product, by exchanges of neighbours."""
    result: Blades = {}
    for (S, x), (T, y) in product(one.items(), two.items()):
        indices, c = [*S, *T], x * y
        for end in range(len(indices) - 1, 0, -1):
            for i in range(end):
                if indices[i] > indices[i + 1]:
                    indices[i], indices[i + 1], c = indices[i + 1], indices[i], -c
        if len(set(indices)) == len(indices):
            result[tuple(indices)] = result.get(tuple(indices), 0) + c
    return result


def vanishing(
    sizes: tuple[int, ...],
    power: int,
    degree: tuple[int, ...],
    points: list[list[int]],
    vectors: list[list[int]],
    n: int,
) -> tuple[Any, list[dict[tuple[int, ...], Blades]]]:
    """An ideal of ``double-points``, and for each generator its form, as monomials with elements of a power."""
    size = len(vectors[0])
    listed = [(monomial, S) for monomial in forms(sizes, degree) for S in combinations(range(size), power)]
    targets = [(0, *rest) for rest in combinations(range(1, size), power)]
    values = []
    for exponents, S in listed:
        row = []
        for point, vector in zip(points, vectors, strict=True):
            found = wedged({S: prod(map(pow, point, exponents))}, {(t,): x for t, x in enumerate(vector)})
            row += [found.get(T, 0) % n for T in targets]
        values.append(row)
    rows, _ = independent(values, n)
    found = inverse([values[i] for i in rows], n) if len(rows) == len(values[0]) else None
    assert found is not None, "the points are not independent in this degree"
    result = []
    for at, row in enumerate(values):
        form: dict[tuple[int, ...], Blades] = {}
        terms = [(at, 1)] + [(i, -sum(x * found[j][k] for j, x in enumerate(row))) for k, i in enumerate(rows)]
        for i, c in terms:
            blades = form.setdefault(listed[i][0], {})
            blades[listed[i][1]] = (blades.get(listed[i][1], 0) + c) % n
        result.append(form)
    return {"power": power, "degree": list(degree), "rows": rows, "inverse": found}, result


def singular(
    sizes: tuple[int, ...],
    exponents: tuple[int, ...],
    terms: int,
    pairs: list[Any],
    n: int = 101,
    seed: int = 1,
    wedge: int | None = None,
    multiplied: Any = wedged,
) -> tuple[int, dict[str, Any]]:
    """The bound and the evidence of ``double-points``, by the products of ideals of these pairs of multidegrees.

    With a wedge these are pairs of a power and a multidegree. A buggy prover may multiply otherwise.
    """
    point = random_point(power_sum(sizes, exponents, terms)["parameters"], random.Random(seed), n)
    points = [[x for k in range(len(sizes)) for x in point[f"a{k}"][j]] for j in range(terms)]
    first = 0 if wedge is None else sum(sizes[:wedge])
    vectors = [[1]] * terms if wedge is None else [x[first : first + sizes[wedge]] for x in points]
    units = [tuple(int(i == first + t) for i in range(sum(sizes))) for t in range(len(vectors[0]))]
    variables = {(): {(0,): 1}} if wedge is None else {unit: {(t,): 1} for t, unit in enumerate(units)}
    keys = sorted({(0, ideal) if wedge is None else ideal for pair in pairs for ideal in pair})
    ideals = [vanishing(sizes, *key, points, vectors, n) for key in keys]
    target, listed, rows = forms(sizes, exponents), [], []
    for pair in pairs:
        i, j = (keys.index((0, ideal) if wedge is None else ideal) for ideal in pair)
        for (a, one), (b, two) in product(enumerate(ideals[i][1]), enumerate(ideals[j][1])):
            row = dict.fromkeys(target, 0)
            for (r, x), (s, y), (t, z) in product(variables.items(), one.items(), two.items()):
                for c in multiplied(x, multiplied(y, z)).values():
                    row[tuple(map(sum, zip(r or [0] * len(s), s, t, strict=True)))] += c
            listed.append([i, a, j, b])
            rows.append([x % n for x in row.values()])
    chosen, columns = independent(rows, n)
    evidence = {
        "point": point,
        "wedge": wedge,
        "ideals": [ideal for ideal, _ in ideals],
        "products": [listed[i] for i in chosen],
        **inverted([rows[i] for i in chosen], columns, n),
    }
    return len(target) - len(chosen), evidence


def by_double_points(sizes: tuple[int, ...], exponents: tuple[int, ...], terms: int, *pairs: Any, **how: Any) -> Any:
    bound, evidence = singular(sizes, exponents, terms, list(pairs), **how)
    return at_most("double-points", power_sum(sizes, exponents, terms), bound, evidence)


# ------------------------------------------------------------------------------------------------------- instances

SMALL = network((3, 2, 1), 2)  # W2 (W1 x)²: a quadric of rank two in three variables, of dimension 5
PLAIN = network((2, 1))  # W1 x
EVERYTHING = law(
    {"x": [2], "s": [], "m": [2, 2]},
    {"A": [2, 2], "b": [2], "c": [], "T": [2, 2, 2]},
    ["-", "mixed", einsum("ab,bc,c->a", "m", "A", "x"), ["constant", ["1/3", -2]]],
    ("diagonal", einsum("iij->j", "T")),
    ("trace", einsum("ii->", "A")),
    ("scaled", einsum(",i->i", "c", "b")),
    ("outer", einsum("i,j->ji", "x", "scaled")),
    ("row", ["take", "A", 1]),
    ("twice", ["take", "b", [1, 1, 0]]),
    ("windows", ["take", "x", [[0, 1], [1, 0]]]),
    ("rows", ["take", "m", [1, 0]]),
    ("sum", ["+", "outer", "windows", "rows", einsum("ij,j,,j->ij", "A", "diagonal", "trace", "row")]),
    ("difference", ["-", "sum", "A", "m"]),
    ("bent", ["apply", [2, "-1/2", 0, "2/3"], "difference"]),
    ("cubes", ["apply", [0, 1, 1], "twice"]),
    ("scalar", ["apply", [3], "s"]),
    ("unused", ["take", "b", 0]),
    ("mixed", ["+", einsum("ij,k,->i", "bent", "cubes", "scalar"), "x"]),
)
MATRICES = law({}, {"A": [2, 1], "B": [1, 3]}, einsum("ij,jk->ik", "A", "B"))
PARATUCK = law({}, {"A": [2, 2], "D": [2, 2], "R": [2, 2], "B": [2, 2]}, einsum("ia,ka,ab,kb->ik", "A", "D", "R", "B"))
UNUSED = law({"x": [2]}, {"V": [3], "W": [1, 2]}, linear("W", "x"))
BIASED = network((2, 1, 1), [0, 1, 1], biases=True)
TWO_INPUTS = law({"x": [2], "y": [2]}, {"T": [2, 2]}, einsum("ij,i,j->", "T", "x", power(2, "y")))
ZERO = law({"x": [2]}, {"W": [2]}, ["apply", [0], einsum("i,i->", "W", "x")])
FROBENIUS = law({"x": []}, {"w": []}, einsum(",->", power(3, "w"), "x"))
LINEAR = law({"x": [2]}, {"w": [2]}, einsum("i,i->", "w", "x"))
LENGTH = law({"x": [2]}, {"W": [2, 2]}, einsum("i->", power(2, linear("W", "x"))))  # |W x|²
ROTATION = {"W": einsum("ij,jk->ik", ["constant", [[0, 1], [-1, 0]]], "W")}
NEURON = network((2, 1, 1), 2)
RESCALING = {"W1": "W1", "W2": ["-", ["constant", [[0]]], "W2", "W2"]}  # w ↦ t w, u ↦ t⁻² u
RENAMED = {**NEURON, "let": [["v", "x"], ["w", "W1"], ["again", "w"], ["z1", linear("again", "v")], NEURON["let"][1]]}
CUBIC = network((2, 1, 1), [0, 0, "1/2", 1])
WIDE = network((2, 2, 3), 2)  # three binary quadrics in a plane of them: 8 of 9
DEEP = network((3, 4, 2, 1), 2)
GATE = law(
    {"x": [2]},
    {"V": [1, 2], "W": [2, 1]},
    linear("W", "h"),
    ("z", linear("V", "x")),
    ("h", power(2, "z")),
)


def shares(of: Law, terms: int, premise: Any, power_of: int = 2) -> Any:
    """A network with one hidden layer and one output is a sum of w ⟨a, x⟩^r."""
    width = of["inputs"]["x"][0] if "x" in of["inputs"] else of["inputs"]["h1"][0]
    target = power_sum((1, width), (1, power_of), terms)
    first, second = list(of["parameters"])
    evidence = {
        "parameters": {"a0": einsum("ij->ji", second), "a1": first},
        "inputs": {"x0": "y", "x1": next(iter(of["inputs"]))},
        "contracted": "y",
    }
    assert premise["claim"]["law"] == target
    return evidence


RANK_TWO = by_double_points((1, 3), (1, 2), 2, ((0, 1), (1, 1)))
TOP, BOTTOM = laws.before(DEEP, "z2"), laws.after(DEEP, "h1")
RANK_TWO_OF_FOUR = by_double_points((1, 4), (1, 2), 2, ((0, 1), (1, 1)))
HIGH = network((3, 2, 1), 300)  # multiplied out it has 45,000 monomials for each neuron
HIGH_SUM = at_most("secant-count", power_sum((1, 3), (1, 300), 2), 6)
SQUARED = {**SMALL, "let": [SMALL["let"][0], ["h1", einsum("i,i->i", "z1", "z1")]]}  # a product, where others apply t²
SMALL_FIVE = [RANK_TWO, at_most("factor-through", SMALL, 5, shares(SMALL, 2, RANK_TWO), (0,))]
DEEP_ELEVEN = [
    at_most("reachable-monomials", TOP, 12),
    RANK_TWO_OF_FOUR,
    at_most("factor-through", BOTTOM, 7, shares(BOTTOM, 2, RANK_TWO_OF_FOUR), (1,)),
    at_most("overlap", DEEP, 11, overlapping(DEEP, ("z2", "h1"), (6, 2)), (0, 2)),
]
SYMMETRIC = law(  # everything that it does with u and w it does with their product
    {"x": [2]},
    {"u": [], "w": [2]},
    ["-", "bent", "taken", ["constant", ["1/2", 1]]],
    ("v", einsum(",i->i", "u", "w")),
    ("square", einsum("i,j,k->kj", "v", "x", "v")),
    ("taken", einsum("ij->i", ["take", "square", [1, 0]])),
    ("bent", ["apply", [1, "1/3", 2], ["+", "taken", "v", einsum("ii,i,->i", "square", "x", einsum("i->", "v"))]]),
)
SYMMETRY = {"u": "u", "w": ["-", ["take", ["constant", [0]], [0, 0]], "w"]}
TIED = law({"x": [2]}, {"W": [2, 2]}, linear("W", "h"), ("z", linear("W", "x")), ("h", power(2, "z")))
PARALLEL = law(
    {"x": [2]},
    {"b": [2], "a": [2]},
    ["+", "h", "u"],
    ("h", einsum("i,i->", "b", "x")),
    ("u", einsum("i,i->", "a", power(2, "x"))),
)
TOGETHER = law(  # only the sum of b counts, before h and after u
    {"x": [2]},
    {"a": [2, 2], "b": [2], "c": [2]},
    einsum("i,i->", "c", "h"),
    ("u", linear("a", "x")),
    ("h", einsum("i,j->j", "b", "u")),
)
QUARTICS = by_double_points((3,), (4,), 5, ((2,), (2,)))
INNER = opened(WIDE, "h1", 3)
BESIDE = law(
    {"x": [2], "y": []},
    {"V": [2], "c": []},
    einsum(",,->", "h", "shifted", "y"),
    ("h", ["apply", [1, 0, 1], einsum("i,i->", "V", "x")]),
    ("shifted", ["+", "c", "h"]),
)
PRODUCTS = law({"z": []}, {"t": [], "s": []}, einsum(",,->", "t", "s", "z"))
CONSTANT_PARAMETER = law({}, {"t": []}, "t")


def skew(i: int, j: int, size: int) -> Any:
    return [[int((a, b) == (i, j)) - int((a, b) == (j, i)) for b in range(size)] for a in range(size)]


def rotations(of: Law, pairs: list[tuple[int, int]]) -> list[Any]:
    """Of the weights of the hidden layer of a quadratic network with one output 1, if W2 is all ones: W1 ↦ S W1."""
    size = of["parameters"]["W1"][0]
    return [{"W1": einsum("ij,jk->ik", ["constant", skew(i, j, size)], "W1")} for i, j in pairs]


SUM_OF_SQUARES = law({"x": [2]}, {"W1": [4, 2]}, einsum("i->", power(2, linear("W1", "x"))))  # of dimension 3
ALL_ROTATIONS = rotations(SUM_OF_SQUARES, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])


# -------------------------------------------------------------------------------------------------------- accepted

ACCEPTED: dict[str, Certificate] = {
    "jacobian-minor": certificate(at_least(SMALL, 5)),
    "jacobian-minor-every-operation": certificate(at_least(EVERYTHING, 4)),
    "jacobian-minor-composite-modulus": certificate(at_least(EVERYTHING, 4, n=35, field="R")),
    "jacobian-minor-large-modulus": certificate(at_least(SMALL, 5, n=2**61 - 1)),
    "jacobian-minor-gf": certificate(at_least(WIDE, 8, "GF(7)", 7)),
    "jacobian-minor-gf-of-a-power": certificate(at_least(FROBENIUS, 1, "GF(5)", 5)),
    "jacobian-minor-gf-rational": certificate(at_least(CUBIC, 3, "GF(5)", 5)),
    "jacobian-minor-without-inputs": certificate(at_least(MATRICES, 4, "C")),
    "jacobian-minor-paratuck": certificate(at_least(PARATUCK, 4)),
    "jacobian-minor-two-inputs": certificate(at_least(TWO_INPUTS, 4)),
    "jacobian-minor-unused-parameter": certificate(at_least(UNUSED, 2)),
    "jacobian-minor-biases": certificate(at_least(BIASED, 4)),
    "jacobian-minor-renamed": certificate(at_least(RENAMED, 2)),
    "jacobian-minor-rank-zero": certificate(at_least(ZERO, 0)),
    "jacobian-minor-symmetric": certificate(at_least(SYMMETRIC, 2)),
    "jacobian-minor-of-a-name": certificate(at_least({**WIDE, "output": "z1"}, 4)),
    "jacobian-minor-of-a-parameter": certificate(at_least(CONSTANT_PARAMETER, 1)),
    "jacobian-minor-wide": certificate(at_least(network((4, 4, 3), 2), 24)),
    "parameter-count": certificate(counted(PLAIN)),
    "parameter-count-more": certificate(counted(PLAIN, 3, "C")),
    "parameter-count-without-parameters": certificate(counted(law({"x": []}, {}, "x"))),
    "parameter-count-26-modes": certificate(
        counted(law({"x": [1] * 26}, {}, einsum("zyxwvutsrqponmlkjihgfedcba->", "x")))
    ),
    "parameter-count-of-an-array-of-a-million": certificate(counted(law({"x": [1000, 1000]}, {}, "x"), field="R")),
    "reachable-monomials": certificate(at_most("reachable-monomials", network((2, 3, 1), 2), 3)),
    "reachable-monomials-biases": certificate(at_most("reachable-monomials", BIASED, 6)),
    "reachable-monomials-gap": certificate(
        at_most(
            "reachable-monomials", law({"x": [2]}, {"w": [2]}, ["apply", [1, 0, 5], "h"], ("h", LINEAR["output"])), 4
        )
    ),
    "reachable-monomials-two-inputs": certificate(at_most("reachable-monomials", TWO_INPUTS, 6)),
    "reachable-monomials-without-inputs": certificate(at_most("reachable-monomials", MATRICES, 6)),
    "reachable-monomials-zero": certificate(at_most("reachable-monomials", ZERO, 0)),
    "reachable-monomials-every-operation": certificate(at_most("reachable-monomials", SYMMETRIC, 30)),
    "coefficient-matrix": certificate(at_most("coefficient-matrix", WIDE, 8, {"at": "h1"}, field="R")),
    "coefficient-matrix-biases": certificate(
        at_most("coefficient-matrix", network((3, 2, 4), 2, biases=True), 33, {"at": "h1"})
    ),
    "coefficient-matrix-few-outputs": certificate(
        at_most("coefficient-matrix", network((2, 3, 1), 2), 3, {"at": "h1"})
    ),
    "coefficient-matrix-few-monomials": certificate(
        at_most("coefficient-matrix", network((1, 2, 3), 2), 3, {"at": "h1"})
    ),
    "overlap": certificate(*DEEP_ELEVEN),
    "overlap-nothing-shared": certificate(
        counted(laws.before(GATE, "h")),
        counted(laws.after(GATE, "h")),
        at_most("overlap", GATE, 4, overlapping(GATE, ("h", "h"), (0, 0)), (0, 1)),
    ),
    "overlap-one-shared": certificate(
        counted(laws.before(TOGETHER, "h")),
        counted(laws.after(TOGETHER, "u")),
        at_most("overlap", TOGETHER, 9, overlapping(TOGETHER, ("h", "u"), (1, 0)), (0, 1)),
    ),
    "overlap-unused-parameter": certificate(
        counted(laws.before(GATE, "h")),
        counted(laws.after(GATE, "h")),
        at_most(
            "overlap",
            {**GATE, "parameters": {**GATE["parameters"], "Z": [1]}},
            4,
            overlapping({**GATE, "parameters": {**GATE["parameters"], "Z": [1]}}, ("h", "h"), (0, 0)),
            (0, 1),
        ),
    ),
    "inner-coefficients": certificate(
        at_most("coefficient-matrix", INNER, 8, {"at": "h1"}),
        at_most("inner-coefficients", WIDE, 8, {"at": "h1"}, (0,)),
    ),
    "inner-coefficients-other-inputs": certificate(
        counted(opened(BESIDE, "h", 4)), at_most("inner-coefficients", BESIDE, 5, {"at": "h"}, (0,))
    ),
    "inner-coefficients-shared-parameter": certificate(
        counted(opened(TIED, "h", 3)), at_most("inner-coefficients", TIED, 10, {"at": "h"}, (0,))
    ),
    "factor-through": certificate(*SMALL_FIVE),
    "factor-through-high-degree": certificate(
        HIGH_SUM, at_most("factor-through", HIGH, 6, shares(HIGH, 2, HIGH_SUM, 300), (0,))
    ),
    "factor-through-powers-as-products": certificate(
        RANK_TWO, at_most("factor-through", SQUARED, 5, shares(SMALL, 2, RANK_TWO), (0,))
    ),
    "factor-through-products": certificate(
        counted(law({"q": []}, {"p": []}, einsum(",->", "p", "q"))),
        at_most(
            "factor-through",
            PRODUCTS,
            1,
            {
                "parameters": {"p": einsum(",->", "s", "t")},
                "inputs": {"q": einsum(",->", "z", "y")},
                "contracted": "y",
            },
            (0,),
        ),
    ),
    "vector-fields": certificate(at_most("vector-fields", NEURON, 2, moved(NEURON, [RESCALING]))),
    "vector-fields-renamed": certificate(at_most("vector-fields", RENAMED, 2, moved(RENAMED, [RESCALING]))),
    "vector-fields-rotation": certificate(at_most("vector-fields", LENGTH, 3, moved(LENGTH, [ROTATION]))),
    "vector-fields-five-rotations": certificate(
        at_most("vector-fields", SUM_OF_SQUARES, 3, moved(SUM_OF_SQUARES, ALL_ROTATIONS[:5]))
    ),
    "vector-fields-unused-parameter": certificate(
        at_most(
            "vector-fields",
            UNUSED,
            2,
            moved(UNUSED, [{"V": ["constant", row]} for row in ([1, 0, 0], [1, "1/2", 0], [0, 0, -1])]),
        )
    ),
    "vector-fields-none": certificate(at_most("vector-fields", NEURON, 3, moved(NEURON, []))),
    "vector-fields-every-operation": certificate(
        at_most("vector-fields", SYMMETRIC, 2, moved(SYMMETRIC, [SYMMETRY]), field="C")
    ),
    "secant-count": certificate(at_most("secant-count", power_sum((2, 3), (1, 2), 2), 8)),
    "secant-count-one-factor": certificate(at_most("secant-count", power_sum((3,), (4,), 4), 12)),
    "secant-count-degree-zero": certificate(at_most("secant-count", power_sum((2, 1), (0, 3), 1), 2)),
    "double-points": certificate(QUARTICS),
    "double-points-of-bidegree-2-2": certificate(by_double_points((2, 2), (2, 2), 3, ((1, 1), (1, 1)))),
    "double-points-composite-modulus": certificate(by_double_points((2, 2), (2, 2), 3, ((1, 1), (1, 1)), n=35, seed=3)),
    "double-points-of-two-degrees": certificate(by_double_points((3,), (3,), 2, ((1,), (2,)))),
    "double-points-unused-ideal": altered(
        certificate(by_double_points((2, 2), (2, 2), 3, ((1, 1), (1, 1)))),
        ("evidence/ideals/1", singular((2, 2), (6, 2), 3, [((3, 1), (3, 1))])[1]["ideals"][0]),
    ),
    "double-points-no-products": certificate(
        at_most(
            "double-points",
            power_sum((2,), (2,), 2),
            3,
            {**singular((2,), (2,), 2, [((1,), (1,))])[1], "ideals": []},
        )
    ),
    "dimension-between": certificate(*SMALL_FIVE, at_least(SMALL, 5), between(SMALL, 5, 5, (2, 1))),
    "dimension-between-overlap": certificate(*DEEP_ELEVEN, at_least(DEEP, 11), between(DEEP, 11, 11, (4, 3))),
    "dimension-between-apart": certificate(counted(SMALL), at_least(SMALL, 4), between(SMALL, 4, 8, (1, 0))),
}
A = ACCEPTED

# -------------------------------------------------------------------------------------------------------- rejected

BOUND = "the bound is "
ANOTHER = "a premise is about another law"
ABOVE = "the premise bounds no dimension from above"
TANGENT = "the law is not constant along a field"
IDENTITY = "the law does not factor through the other"
NOT_AFFINE = "the outputs are not affine in the node"
SHARED = "the parts on both sides of a cut share a parameter"
NEITHER = "a parameter is in neither of the two parts"
CUBIC_SMALL = network((3, 2, 1), 3)
OVERLAP = A["overlap"]
FIELDS = A["vector-fields"]
POINTS = A["double-points-of-bidegree-2-2"]


def one_less(name: str) -> Certificate:
    return altered(A[name], ("claim/rank", A[name]["steps"][-1]["claim"]["rank"] - 1))


def one_more(name: str) -> Certificate:
    """A claim and a minor of one more."""
    value = A[name]["steps"][-1]
    rank, evidence = value["claim"]["rank"] + 1, padded(value["evidence"], "rows")
    return altered(A[name], ("claim/rank", rank), ("evidence", evidence))


def about(name: str, new: Law) -> Certificate:
    """The same evidence for another law."""
    return altered(A[name], ("claim/law", new))


def fields(of: Law, rank: int, evidence: Any) -> Certificate:
    return certificate(at_most("vector-fields", of, rank, evidence))


def free_overlap(of: Law, ends: tuple[str, str], rank: int, evidence: Any = None) -> Certificate:
    """With parameter counts as premises."""
    premises = [counted(laws.before(of, ends[0])), counted(laws.after(of, ends[1]))]
    source = random.Random(1)
    nothing = {
        "at": list(ends),
        "point": random_point(of["parameters"], source, 101),
        "first": [],
        "second": [],
        "columns": [],
        "modulus": 101,
        "inverse": [],
    }
    return certificate(*premises, at_most("overlap", of, rank, evidence or nothing, (0, 1)))


def inner(of: Law, name: str, count: int, rank: int) -> Certificate:
    return certificate(
        counted(opened(of, name, count), rank=99), at_most("inner-coefficients", of, rank, {"at": name}, (0,))
    )


FLAT_POINT = {"a0": [[1, 0], [1, 0], [1, 0]], "a1": [[1, 0], [1, 0], [0, 1]]}
TWISTED = {"W1": "W1", "W2": ["-", ["constant", [[0]]], "W2"]}  # as if for t, not for t²
SCALED = law(  # w_i (Σ w) x, of dimension 2
    {"x": []}, {"w": [2]}, einsum("i,->i", "w", "h"), ("u", "x"), ("h", einsum("i,->", "w", "u"))
)
CUT_AGAIN = law(
    {"x": [2]},
    {"a": [2, 2], "b": [2, 2]},
    linear("b", "k"),
    ("h", linear("a", "x")),
    ("k", ["+", linear("b", "h"), "x"]),
)

REJECTED: Table = {
    # from below
    "jacobian-minor-one-more": (one_more("jacobian-minor"), SQUARE_MINOR),
    "jacobian-minor-one-more-than-the-parameters": (
        altered(
            one_more("jacobian-minor-unused-parameter"),
            ("evidence/columns", [3, 4, 4]),
        ),
        SQUARE_MINOR,
    ),
    "jacobian-minor-unused-parameters-counted": (one_more("jacobian-minor-unused-parameter"), SQUARE_MINOR),
    "jacobian-minor-column-twice": (altered(A["jacobian-minor-paratuck"], ("evidence/columns/1", 0)), SQUARE_MINOR),
    "jacobian-minor-row-twice": (
        altered(A["jacobian-minor"], ("evidence/rows/1", A["jacobian-minor"]["steps"][0]["evidence"]["rows"][0])),
        SQUARE_MINOR,
    ),
    "jacobian-minor-another-degree": (about("jacobian-minor", CUBIC_SMALL), SQUARE_MINOR),
    "jacobian-minor-another-network": (
        about("jacobian-minor-wide", {**network((4, 4, 3), 2), "output": linear("W2", "z1")}),
        SQUARE_MINOR,
    ),
    "jacobian-minor-another-order-of-parameters": (
        about(
            "jacobian-minor-unused-parameter", {**UNUSED, "parameters": dict(reversed(UNUSED["parameters"].items()))}
        ),
        SQUARE_MINOR,
    ),
    "jacobian-minor-another-point": (altered(A["jacobian-minor"], ("evidence/point/W1/0/0", 100)), SQUARE_MINOR),
    "jacobian-minor-another-input": (altered(A["jacobian-minor"], ("evidence/rows/0/0/x/0", 100)), SQUARE_MINOR),
    "jacobian-minor-zero-covector": (altered(A["jacobian-minor"], ("evidence/rows/0/1", [0])), SQUARE_MINOR),
    "jacobian-minor-another-constant": (
        altered(A["jacobian-minor-every-operation"], ("claim/law/let/11/1/1/1", "1/2")),
        SQUARE_MINOR,
    ),
    "jacobian-minor-denominator-of-a-coefficient": (
        certificate({**at_least(CUBIC, 2, n=3), "evidence": {**jacobian(CUBIC, 2, 3), "modulus": 4}}),
        NO_UNIT,
    ),
    "jacobian-minor-denominator-of-a-constant": (
        certificate({**at_least(SYMMETRIC, 1, n=5), "evidence": {**jacobian(SYMMETRIC, 1, 5), "modulus": 6}}),
        NO_UNIT,
    ),
    "jacobian-minor-frobenius": (
        certificate(
            step(
                "dimension-at-least",
                "GF(3)",
                "jacobian-minor",
                {
                    "point": {"w": 1},
                    "rows": [[{"x": 1}, 1]],
                    "columns": [0],
                    "modulus": 3,
                    "inverse": [[1]],
                },
                law=FROBENIUS,
                rank=1,
            )
        ),
        SQUARE_MINOR,
    ),
    "jacobian-minor-modulus-with-a-common-factor": (
        certificate(
            step(
                "dimension-at-least",
                "Q",
                "jacobian-minor",
                {"point": {"w": 2}, "rows": [[{"x": 1}, 1]], "columns": [0], "modulus": 6, "inverse": [[3]]},
                law=FROBENIUS,
                rank=1,
            )
        ),
        SQUARE_MINOR,
    ),
    "jacobian-minor-claims-swapped": (
        about("jacobian-minor-two-inputs", {**TWO_INPUTS, "output": einsum("ij,j,i->", "T", "x", "y")}),
        SQUARE_MINOR,
    ),
    # from above
    "parameter-count-one-less": (one_less("parameter-count"), BOUND + "2"),
    "parameter-count-without-the-unused": (certificate(counted(UNUSED, 2)), BOUND + "5"),
    "reachable-monomials-one-less": (one_less("reachable-monomials"), BOUND + "3"),
    "reachable-monomials-without-the-constant": (one_less("reachable-monomials-gap"), BOUND + "4"),
    "reachable-monomials-as-if-homogeneous": (
        certificate(at_most("reachable-monomials", BIASED, 3)),
        BOUND + "6",
    ),
    "reachable-monomials-of-one-of-two-inputs": (one_less("reachable-monomials-two-inputs"), BOUND + "6"),
    "reachable-monomials-of-one-output": (certificate(at_most("reachable-monomials", WIDE, 3)), BOUND + "9"),
    "reachable-monomials-sum-of-degrees": (
        certificate(at_most("reachable-monomials", law({"x": [2]}, {"w": [2]}, ["+", "x", "w", power(2, "x")]), 11)),
        BOUND + "12",
    ),
    "coefficient-matrix-one-less": (one_less("coefficient-matrix"), BOUND + "8"),
    "coefficient-matrix-without-the-constant": (
        altered(A["coefficient-matrix-biases"], ("claim/rank", 24)),
        BOUND + "33",
    ),
    "coefficient-matrix-above-the-outputs": (one_less("coefficient-matrix-few-outputs"), BOUND + "3"),
    "coefficient-matrix-above-the-monomials": (one_less("coefficient-matrix-few-monomials"), BOUND + "3"),
    "coefficient-matrix-not-affine": (
        certificate(at_most("coefficient-matrix", WIDE, 8, {"at": "z1"})),
        NOT_AFFINE,
    ),
    "coefficient-matrix-product-of-two-inputs": (
        certificate(
            at_most(
                "coefficient-matrix",
                law(
                    {"x": [2]},
                    {"V": [1, 2], "T": [3, 1, 2]},
                    einsum("ijk,j,k->i", "T", "h", "x"),
                    ("h", linear("V", "x")),
                ),
                7,
                {"at": "h"},
            )
        ),
        NOT_AFFINE,
    ),
    "coefficient-matrix-of-another-input": (
        certificate(
            at_most(
                "coefficient-matrix",
                law({"x": [2]}, {"W": [3, 2]}, linear("W", "x"), ("h", ["constant", 1])),
                4,
                {"at": "h"},
            )
        ),
        NOT_AFFINE,
    ),
    "coefficient-matrix-of-an-unused-name": (
        certificate(at_most("coefficient-matrix", law({}, {"T": [3, 2]}, "T", ("h", ["constant", 1])), 4, {"at": "h"})),
        NOT_AFFINE,
    ),
    # overlap
    "overlap-one-less": (one_less("overlap"), BOUND + "11"),
    "overlap-nothing-shared-one-less": (one_less("overlap-nothing-shared"), BOUND + "4"),
    "overlap-ranks-of-both-halves-added": (
        altered(
            A["overlap-one-shared"],
            ("claim/rank", 8),
            (
                "evidence",
                {
                    **overlapping(TOGETHER, ("h", "u"), (1, 0)),
                    "second": overlapping(TOGETHER, ("h", "u"), (0, 1))["second"],
                    "columns": [0, 1],
                    "inverse": identity(2),
                },
            ),
        ),
        SQUARE_MINOR,
    ),
    "overlap-columns-of-one-half": (
        altered(OVERLAP, ("evidence/columns/0", 1)),
        SQUARE_MINOR,
    ),
    "overlap-parameter-outside": (
        free_overlap(PARALLEL, ("h", "u"), 2, overlapping(PARALLEL, ("h", "u"), (1, 1))),
        NEITHER,
    ),
    "overlap-shared-across-the-first-cut": (free_overlap(TIED, ("h", "h"), 8), SHARED),
    "overlap-shared-across-the-first-cut-alone": (
        certificate(
            at_most("reachable-monomials", laws.before(SCALED, "h"), 1),
            counted(laws.after(SCALED, "u")),
            at_most("overlap", SCALED, 1, overlapping(SCALED, ("h", "u"), (1, 1)), (0, 1)),
        ),
        SHARED,
    ),
    "overlap-shared-across-the-second-cut": (
        free_overlap(CUT_AGAIN, ("h", "k"), 8),
        SHARED,
    ),
    "overlap-premises-exchanged": (altered(OVERLAP, ("premises", [2, 0])), ANOTHER),
    "overlap-first-premise-twice": (
        altered(A["overlap-nothing-shared"], ("/steps/1", counted(laws.before(GATE, "h")))),
        ANOTHER,
    ),
    "overlap-premise-from-below": (
        altered(A["overlap-nothing-shared"], ("/steps/0", at_least(laws.before(GATE, "h"), 2))),
        ANOTHER,
    ),
    "overlap-premise-of-another-degree": (
        altered(A["overlap-nothing-shared"], ("claim/law/let/1/1/1", [0, 0, 0, 1])),
        ANOTHER,
    ),
    # inner coefficients
    "inner-coefficients-one-less": (one_less("inner-coefficients"), BOUND + "8"),
    "inner-coefficients-fewer-monomials": (inner(WIDE, "h1", 2, 8), ANOTHER),
    "inner-coefficients-before-the-activation": (inner(WIDE, "h1", 1, 8), ANOTHER),
    "inner-coefficients-of-another-cut": (
        altered(A["inner-coefficients"], ("evidence/at", "z1")),
        ANOTHER,
    ),
    "inner-coefficients-premise-from-below": (
        altered(A["inner-coefficients"], ("/steps/0", at_least(INNER, 8)), ("claim/rank", 8)),
        ANOTHER,
    ),
    # factor through
    "factor-through-one-less": (one_less("factor-through"), BOUND + "5"),
    "factor-through-another-degree": (about("factor-through", CUBIC_SMALL), IDENTITY),
    "factor-through-other-arguments": (
        altered(A["factor-through"], ("evidence/parameters/a1", ["take", "W1", [1, 0]])),
        IDENTITY,
    ),
    "factor-through-another-network": (about("factor-through", {**SMALL, "output": linear("W2", "z1")}), IDENTITY),
    "factor-through-half": (
        altered(
            A["factor-through-products"],
            ("evidence/parameters/p", ["apply", [0, "1/2"], einsum(",->", "s", "t")]),
        ),
        IDENTITY,
    ),
    "factor-through-vanishing-at-zero-and-one": (
        altered(
            A["factor-through-products"],
            ("evidence/inputs/q", einsum(",,->", "z", "y", "y")),
        ),
        IDENTITY,
    ),
    "factor-through-premise-from-below": (
        altered(
            A["factor-through-products"],
            ("/steps/0", at_least(A["factor-through-products"]["steps"][0]["claim"]["law"], 1)),
        ),
        ABOVE,
    ),
    "factor-through-premise-about-a-rank": (
        altered(
            A["factor-through-products"],
            ("/steps/0", step("k-rank-at-most", "Q", "column-count", {}, matrix=[[1]], rank=1)),
        ),
        ABOVE,
    ),
    # vector fields
    "vector-fields-one-less": (one_less("vector-fields"), BOUND + "2"),
    "vector-fields-not-tangent": (
        fields(NEURON, 2, moved(NEURON, [TWISTED])),
        TANGENT,
    ),
    "vector-fields-torus-of-a-polynomial": (
        fields(network((2, 1, 1), [0, 1, 1]), 2, moved(NEURON, [RESCALING])),
        TANGENT,
    ),
    "vector-fields-second-not-tangent": (
        fields(NEURON, 1, moved(NEURON, [RESCALING, {"W2": "W2"}])),
        TANGENT,
    ),
    "vector-fields-not-tangent-in-the-last-output": (
        fields(
            law(
                {"x": []},
                {"u": [], "w": []},
                einsum(",i->i", "x", ["take", "both", [0, 1]]),
                ("both", einsum("i,->i", ["constant", [0, 1]], "u")),
            ),
            1,
            moved(law({"x": []}, {"u": [], "w": []}, "x"), [{"u": ["constant", 1]}]),
        ),
        TANGENT,
    ),
    "vector-fields-tangent-at-the-point-only": (
        fields(
            LENGTH,
            3,
            {
                **moved(LENGTH, [ROTATION]),
                "fields": [{"W": ["constant", [[0, 1], [-1, 0]]]}],
                "point": {"W": [[1, 0], [0, 1]]},
                "columns": [1],
                "inverse": [[1]],
            },
        ),
        TANGENT,
    ),
    "vector-fields-twice-the-same": (
        fields(
            NEURON,
            1,
            {
                **padded(moved(NEURON, [RESCALING]), "fields"),
            },
        ),
        SQUARE_MINOR,
    ),
    "vector-fields-dependent-at-the-point": (
        altered(FIELDS, ("evidence/point", {"W1": [[0, 0]], "W2": [[0]]})),
        SQUARE_MINOR,
    ),
    "vector-fields-zero": (altered(FIELDS, ("evidence/fields/0", {})), SQUARE_MINOR),
    "vector-fields-dimension-of-the-group": (
        fields(SUM_OF_SQUARES, 2, {**padded(moved(SUM_OF_SQUARES, ALL_ROTATIONS[:5])), "fields": ALL_ROTATIONS}),
        SQUARE_MINOR,
    ),
    "vector-fields-rotation-of-every-operation": (
        fields(SYMMETRIC, 1, moved(SYMMETRIC, [SYMMETRY, {"w": ["take", "w", [1, 0]]}])),
        TANGENT,
    ),
    "vector-fields-wrong-weight": (
        fields(SYMMETRIC, 2, moved(SYMMETRIC, [{"u": "u", "w": ["apply", [0, "-2/3"], "w"]}])),
        TANGENT,
    ),
    "vector-fields-denominator": (
        fields(
            NEURON,
            2,
            {**moved(NEURON, [RESCALING], n=3), "fields": [{"W1": ["apply", [0, "1/2"], "W1"]}], "modulus": 4},
        ),
        NO_UNIT,
    ),
    # power sums
    "secant-count-one-less": (one_less("secant-count"), BOUND + "8"),
    "secant-count-all-factors-normalized": (
        certificate(at_most("secant-count", power_sum((3,), (4,), 4), 8)),
        BOUND + "12",
    ),
    "double-points-one-less": (one_less("double-points"), BOUND + "14"),
    "double-points-another-point": (
        altered(POINTS, ("evidence/point/a0/0/0", 100)),
        SQUARE_MINOR,
    ),
    "double-points-dependent-points": (
        altered(POINTS, ("evidence/point", FLAT_POINT)),
        SQUARE_MINOR,
    ),
    "double-points-another-row": (
        altered(POINTS, ("evidence/ideals/0/rows/0", 3)),
        SQUARE_MINOR,
    ),
    "double-points-product-of-zero": (
        altered(POINTS, ("evidence/products/0", [0, 0, 0, 0])),
        SQUARE_MINOR,
    ),
    "double-points-product-twice": (
        altered(
            POINTS,
            ("claim/rank", 7),
            ("evidence", padded(POINTS["steps"][0]["evidence"], "products")),
        ),
        SQUARE_MINOR,
    ),
    "double-points-in-the-ideal-itself": (
        altered(
            POINTS,
            ("claim/rank", 4),
            ("evidence/ideals/1", {"power": 0, "degree": [0, 0], "rows": [0, 0, 0], "inverse": identity(3)}),
        ),
        SQUARE_MINOR,
    ),
    # both bounds
    "dimension-between-another-law": (
        altered(A["dimension-between-apart"], ("claim/law", network((3, 2, 1), 3))),
        "a premise is not the lower bound",
    ),
    "dimension-between-another-upper-bound": (
        altered(A["dimension-between-apart"], ("claim/upper", 7)),
        "a premise is not the upper bound",
    ),
    "dimension-between-exchanged": (
        altered(A["dimension-between-apart"], ("premises", [0, 1])),
        "a premise is not the lower bound",
    ),
}

# ------------------------------------------------------------------------------------------------------- malformed

COUNT = A["parameter-count"]
LOWER = A["jacobian-minor"]
OPERATION = "an operation is unknown"
PATTERN = "a pattern is ij,j->i"
NAMELESS = "an expression names nothing that was given before"
NAME = "a name has letters, digits and _"
TWICE = "a name is given twice"
POSITIVE = "the sizes of an array are positive"
SUMMANDS = "summands have the same shape"
MODE = "a word per operand and a letter per mode are expected"
RANGE = "a letter has one range"
OUTPUT = "the output repeats or invents a letter"
OBJECTS = "inputs and parameters are objects"
EMPTY = "a tensor has no empty part"
ZERO_CHARACTERISTIC = "the rule is for characteristic 0"
AT_A_NAME = "a law is cut at a name under `let`"
POWERS = "the law is not a sum of products of powers"
FRESH = "the new parameters and the new input have new names"
SHAPES = "a substitution keeps the shapes"
NAMES = "a substitution is for names of the law"


def with_output(expression: Any, *lets: Any) -> Certificate:
    """In a law with arrays of many shapes; only the count of its parameters is claimed."""
    arrays = {"s": [], "v": [2], "w": [3], "m": [2, 3], "q": [2, 2]}
    return certificate(counted(law({"x": [2]}, arrays, expression, *lets), rank=99))


def with_law(key: str, value: Any) -> Certificate:
    return altered(COUNT, (f"claim/law/{key}", value))


def with_number(value: Any, field: str = "Q") -> Certificate:
    return altered(with_output(["constant", [1, value]]), ("claim/field", field))


def over_gf(name: str) -> Certificate:
    """All steps and all moduli over GF(101)."""
    result = json.loads(json.dumps(A[name]))
    for one in result["steps"]:
        one["claim"]["field"] = "GF(101)"
    return result


def colliding(of: Law, bound: Any) -> Certificate:
    return certificate(bound, at_most("inner-coefficients", of, bound["claim"]["rank"], {"at": "h"}, (0,)))


# two parameters of one name in the premise: of dimension 7, not 4
COLLIDING_PARAMETER = law(
    {"x": [2]},
    {"V": [2, 2], "h_coefficients": [2, 2]},
    einsum("a,bc->abc", "h", "h_coefficients"),
    ("h", linear("V", "x")),
)
# an input that is taken for the monomials of another: of dimension 8, not 4
COLLIDING_INPUT = law(
    {"x": [2], "h_monomials": [2]},
    {"V": [2, 2], "U": [2, 2]},
    ["+", "h", linear("U", "h_monomials")],
    ("h", linear("V", "x")),
)
OTHER_POWERS = {
    "secant-count-of-a-network": network((2, 2, 1), 2),
    "secant-count-of-an-entry": law({"x0": [2]}, {"a0": [2]}, ["take", "a0", 0]),
    "secant-count-of-a-name": law({"x0": [2]}, {"a0": [1, 2]}, "x0"),
    "secant-count-of-no-parameters": law({"x0": [2]}, {}, einsum("i->", power(2, "x0"))),
    "secant-count-of-two-exponents": law(
        {"x0": [2]},
        {"a0": [2, 2]},
        einsum("i->", ["apply", [0, 1, 1], linear("a0", "x0")]),
    ),
    "secant-count-of-tied-factors": law(
        {"x0": [2], "x1": [2]},
        {"a0": [2, 2]},
        einsum("i,i->", power(1, linear("a0", "x0")), power(1, linear("a0", "x1"))),
    ),
    "secant-count-of-exchanged-factors": {
        **power_sum((2, 2), (1, 2), 2),
        "output": einsum("i,i->", power(1, linear("a1", "x1")), power(2, linear("a0", "x0"))),
    },
    "secant-count-with-an-unused-factor": {
        **power_sum((2, 2), (2, 1), 2),
        "output": power_sum((2,), (2,), 2)["output"],
    },
    "secant-count-with-a-let": {**power_sum((2,), (2,), 2), "let": [["h", "x0"]]},
    "secant-count-without-powers": {**power_sum((2,), (1,), 2), "output": einsum("i->", linear("a0", "x0"))},
    "secant-count-of-a-matrix-of-inputs": law(
        {"x0": [1, 2]}, {"a0": [2, 2]}, einsum("i->", power(2, einsum("ij,kj->i", "a0", "x0")))
    ),
}

MALFORMED: Table = {
    # laws
    "law-a-list": (altered(COUNT, ("claim/law", [])), KEYS),
    "law-extra-key": (with_law("name", "a network"), KEYS),
    "law-key-missing": (with_law("let", REMOVED), KEYS),
    "law-no-law": (altered(COUNT, ("claim/law", REMOVED)), KEYS),
    "law-inputs-a-list": (with_law("inputs", [["x", [2]]]), OBJECTS),
    "law-parameters-null": (with_law("parameters", None), OBJECTS),
    "law-let-an-object": (with_law("let", {"h": "x"}), LIST),
    "law-let-of-three": (with_law("let", [["h", "x", "x"]]), LIST + " of length 2"),
    "law-let-of-one": (with_law("let", [["h"]]), LIST + " of length 2"),
    "law-let-a-string": (with_law("let", ["hx"]), LIST + " of length 2"),
    "law-shape-zero": (with_law("inputs/x", [0]), POSITIVE),
    "law-shape-zero-of-a-parameter": (with_law("parameters/V", [2, 0]), POSITIVE),
    "law-shape-negative": (with_law("inputs/x", [-2]), NATURAL),
    "law-shape-true": (with_law("parameters/V", [True]), NATURAL),
    "law-shape-a-float": (with_law("inputs/x", [2.0]), NATURAL),
    "law-shape-a-number": (with_law("inputs/x", 2), LIST),
    "law-shape-a-string": (with_law("inputs/x", "2"), LIST),
    "law-name-with-a-dash": (with_law("inputs/x-1", []), NAME),
    "law-name-empty": (altered(COUNT, ("claim/law/inputs", {"x": [2], "": []})), NAME),
    "law-name-with-a-digit-first": (altered(COUNT, ("claim/law/parameters", {"W1": [1, 2], "1a": []})), NAME),
    "law-name-of-other-letters": (with_law("inputs/\u03b8", []), NAME),
    "law-name-with-other-digits": (with_law("inputs/x\u0661", []), NAME),
    "law-name-with-a-space": (with_law("inputs/x ", []), NAME),
    "law-name-a-number": (with_law("let", [[1, "x"]]), NAME),
    "law-name-a-list": (with_law("let", [["x"], "x"]), LIST + " of length 2"),
    "law-name-null": (with_law("let", [[None, "x"]]), NAME),
    "law-name-twice-as-input-and-parameter": (with_law("parameters/x", [2]), TWICE),
    "law-name-twice-as-input-and-let": (with_law("let", [["x", "W1"]]), TWICE),
    "law-name-twice-as-parameter-and-let": (with_law("let", [["W1", "x"]]), TWICE),
    "law-name-twice-under-let": (with_law("let", [["h", "x"], ["h", "W1"]]), TWICE),
    "law-name-twice-in-the-text": (
        json.dumps(COUNT).replace('"W1": [1, 2]', '"W1": [1, 2], "W1": [1, 2]'),
        "an object has a key twice",
    ),
    "law-name-unknown": (with_output("y"), NAMELESS),
    "law-name-before-its-definition": (with_output("k", ("h", "k"), ("k", "x")), NAMELESS),
    "law-name-of-itself": (with_output("h", ("h", ["+", "h", "x"])), NAMELESS),
    "law-output-null": (with_law("output", None), LIST),
    "law-output-a-number": (with_law("output", 1), LIST),
    "law-output-an-object": (with_law("output", {"x": []}), LIST),
    "law-output-empty": (with_law("output", []), OPERATION),
    "law-output-a-list-of-a-name": (with_law("output", ["x"]), OPERATION),
    "law-operation-unknown": (with_output(["*", "x", "x"]), OPERATION),
    "law-operation-a-list": (with_output([["+"], "x", "x"]), OPERATION),
    "law-operation-true": (with_output([True, "x"]), OPERATION),
    "law-operation-capital": (with_output(["Einsum", "i->", "x"]), OPERATION),
    # constants
    "constant-empty": (with_output(["constant", []]), EMPTY),
    "constant-empty-part": (with_output(["constant", [[], []]]), EMPTY),
    "constant-ragged": (with_output(["constant", [[1, 2], [3]]]), LIST + " of length 2"),
    "constant-mixed-depth": (with_output(["constant", [[1], 2]]), LIST),
    "constant-mixed-depth-below": (with_output(["constant", [1, [2]]]), INTEGER),
    "constant-missing": (with_output(["constant"]), LIST + " of length 1"),
    "constant-two": (with_output(["constant", 1, 2]), LIST + " of length 1"),
    "constant-a-name": (with_output(["constant", "x"]), INTEGER),
    "constant-a-float": (with_number(0.5), INTEGER),
    "constant-an-integral-float": (with_number(1.0), INTEGER),
    "constant-true": (with_number(True), INTEGER),
    "constant-null": (with_number(None), INTEGER),
    "constant-an-object": (with_number({}), INTEGER),
    "constant-not-in-lowest-terms": (with_number("2/4"), LOWEST),
    "constant-an-integer-as-a-fraction": (with_number("2/1"), LOWEST),
    "constant-denominator-zero": (with_number("1/0"), INTEGER),
    "constant-decimal": (with_number("0.5"), INTEGER),
    "constant-denominator-zero-in-the-field": (with_number("1/3", "GF(3)"), "a denominator vanishes in the field"),
    # einsum
    "einsum-no-pattern": (with_output(["einsum"]), PATTERN),
    "einsum-pattern-a-list": (with_output(["einsum", ["i->i"], "x"]), PATTERN),
    "einsum-pattern-null": (with_output(["einsum", None, "x"]), PATTERN),
    "einsum-no-arrow": (with_output(einsum("i", "x")), PATTERN),
    "einsum-two-arrows": (with_output(einsum("i->i->i", "x")), PATTERN),
    "einsum-ellipsis": (with_output(einsum("...->...", "x")), PATTERN),
    "einsum-ellipsis-and-a-letter": (with_output(einsum("...i->...i", "x")), PATTERN),
    "einsum-upper-case": (with_output(einsum("I->I", "x")), PATTERN),
    "einsum-space": (with_output(einsum("ij, j->i", "q", "x")), PATTERN),
    "einsum-digit": (with_output(einsum("1->1", "x")), PATTERN),
    "einsum-other-letters": (with_output(einsum("\u03b1->\u03b1", "x")), PATTERN),
    "einsum-output-with-a-comma": (with_output(einsum("i,j->i,j", "x", "v")), PATTERN),
    "einsum-output-repeated": (with_output(einsum("i->ii", "x")), OUTPUT),
    "einsum-output-invented": (with_output(einsum("i->ij", "x")), OUTPUT),
    "einsum-output-invented-alone": (with_output(einsum("i->k", "x")), OUTPUT),
    "einsum-no-operand": (with_output(einsum("->")), MODE),
    "einsum-one-operand-too-few": (with_output(einsum("ij,j->i", "q")), MODE),
    "einsum-one-operand-too-many": (with_output(einsum("i->i", "x", "v")), MODE),
    "einsum-too-few-letters": (with_output(einsum("i->i", "m")), MODE),
    "einsum-too-many-letters": (with_output(einsum("ij->i", "x")), MODE),
    "einsum-letter-for-a-scalar": (with_output(einsum("i->", "s")), MODE),
    "einsum-two-ranges": (with_output(einsum("ij,i->j", "m", "w")), RANGE),
    "einsum-two-ranges-on-a-diagonal": (with_output(einsum("ii->i", "m")), RANGE),
    "einsum-broadcast": (with_output(einsum("i,i->i", "x", ["constant", [1]])), RANGE),
    "einsum-operand-a-number": (with_output(einsum("i,->i", "x", 2)), LIST),
    # take
    "take-negative": (with_output(["take", "x", [-1]]), NATURAL),
    "take-too-large": (with_output(["take", "x", [0, 2]]), BELOW),
    "take-too-large-below": (with_output(["take", "m", [[0], [2]]]), BELOW),
    "take-true": (with_output(["take", "x", [True]]), NATURAL),
    "take-a-float": (with_output(["take", "x", 1.0]), NATURAL),
    "take-a-string": (with_output(["take", "x", "0"]), NATURAL),
    "take-null": (with_output(["take", "x", None]), NATURAL),
    "take-empty": (with_output(["take", "x", []]), EMPTY),
    "take-empty-part": (with_output(["take", "x", [[]]]), EMPTY),
    "take-ragged": (with_output(["take", "x", [[0, 1], [0]]]), LIST + " of length 2"),
    "take-of-a-scalar": (with_output(["take", "s", 0]), "a scalar has no entries to take"),
    "take-without-indices": (with_output(["take", "x"]), LIST + " of length 2"),
    "take-along-an-axis": (with_output(["take", "x", 0, 0]), LIST + " of length 2"),
    # sums
    "plus-nothing": (with_output(["+"]), SUMMANDS),
    "minus-nothing": (with_output(["-"]), SUMMANDS),
    "plus-other-shapes": (with_output(["+", "v", "w"]), SUMMANDS),
    "plus-a-scalar": (with_output(["+", "v", "s"]), SUMMANDS),
    "minus-transposed": (with_output(["-", "m", einsum("ij->ji", "m")]), SUMMANDS),
    "plus-of-one-size": (with_output(["+", "s", ["constant", [1]]]), SUMMANDS),
    "plus-a-number": (with_output(["+", "s", 1]), LIST),
    # apply
    "apply-nothing": (with_output(["apply", [], "x"]), "a polynomial has a coefficient"),
    "apply-a-number": (with_output(["apply", 2, "x"]), LIST),
    "apply-a-name": (with_output(["apply", "x", [0, 1]]), LIST),
    "apply-without-operand": (with_output(["apply", [0, 1]]), LIST + " of length 2"),
    "apply-two-operands": (with_output(["apply", [0, 1], "x", "v"]), LIST + " of length 2"),
    "apply-a-float": (with_output(["apply", [0, 0.5], "x"]), INTEGER),
    "apply-true": (with_output(["apply", [0, True], "x"]), INTEGER),
    "apply-not-in-lowest-terms": (with_output(["apply", [0, "2/2"], "x"]), LOWEST),
    "apply-nested": (with_output(["apply", [[0, 1]], "x"]), INTEGER),
    "apply-denominator-zero-in-the-field": (
        altered(with_output(["apply", [0, "1/3"], "x"]), ("claim/field", "GF(3)")),
        "a denominator vanishes in the field",
    ),
    # points and rows
    "point-name-missing": (altered(LOWER, ("evidence/point/W2", REMOVED)), KEYS),
    "point-name-more": (altered(LOWER, ("evidence/point/x", [1, 1, 1])), KEYS),
    "point-a-list": (altered(LOWER, ("evidence/point", [])), KEYS),
    "point-row-missing": (altered(LOWER, ("evidence/point/W1/1", REMOVED)), LIST + " of length 2"),
    "point-row-more": (altered(LOWER, ("evidence/point/W1/2", [1, 1, 1])), LIST + " of length 2"),
    "point-entry-more": (altered(LOWER, ("evidence/point/W1/0/3", 1)), LIST + " of length 3"),
    "point-too-flat": (altered(LOWER, ("evidence/point/W2", [1, 1])), LIST + " of length 1"),
    "point-too-deep": (altered(LOWER, ("evidence/point/W2/0/0", [1])), NATURAL),
    "point-residue-too-large": (altered(LOWER, ("evidence/point/W1/0/0", 101)), BELOW),
    "point-residue-negative": (altered(LOWER, ("evidence/point/W1/0/0", -1)), NATURAL),
    "point-true": (altered(LOWER, ("evidence/point/W1/0/0", True)), NATURAL),
    "point-a-fraction": (altered(LOWER, ("evidence/point/W1/0/0", "1/2")), NATURAL),
    "rows-one-less": (altered(LOWER, ("evidence/rows/4", REMOVED)), LIST + " of length 5"),
    "rows-one-more": (
        altered(LOWER, ("evidence/rows/5", LOWER["steps"][0]["evidence"]["rows"][0])),
        LIST + " of length 5",
    ),
    "rows-without-covector": (altered(LOWER, ("evidence/rows/0/1", REMOVED)), LIST + " of length 2"),
    "rows-of-three": (altered(LOWER, ("evidence/rows/0/2", 1)), LIST + " of length 2"),
    "rows-input-missing": (altered(LOWER, ("evidence/rows/0/0", {})), KEYS),
    "rows-with-a-parameter": (altered(LOWER, ("evidence/rows/0/0/W2", [[1, 1]])), KEYS),
    "rows-covector-too-long": (altered(LOWER, ("evidence/rows/0/1", [1, 1])), LIST + " of length 1"),
    "rows-covector-of-a-scalar-a-list": (
        altered(A["jacobian-minor-two-inputs"], ("evidence/rows/0/1", [1])),
        NATURAL,
    ),
    "rows-residue-too-large": (altered(LOWER, ("evidence/rows/0/0/x/0", 101)), BELOW),
    "jacobian-minor-column-too-large": (altered(LOWER, ("evidence/columns/0", 8)), BELOW),
    "jacobian-minor-column-negative": (altered(LOWER, ("evidence/columns/0", -8)), NATURAL),
    "jacobian-minor-columns-one-more": (altered(LOWER, ("evidence/columns/5", 7)), LIST + " of length 5"),
    "jacobian-minor-inverse-row-more": (
        altered(LOWER, ("evidence/inverse/5", [0] * 5)),
        LIST + " of length 5",
    ),
    "jacobian-minor-modulus-1": (altered(LOWER, ("evidence/modulus", 1)), MODULUS),
    "jacobian-minor-modulus-of-another-prime": (altered(A["jacobian-minor-gf"], ("evidence/modulus", 11)), MODULUS),
    "jacobian-minor-extra-key": (altered(LOWER, ("evidence/rank", 5)), KEYS),
    "jacobian-minor-from-above": (altered(LOWER, ("claim/kind", "dimension-at-most")), "is proved by"),
    "parameter-count-from-below": (altered(COUNT, ("claim/kind", "dimension-at-least")), "is proved by"),
    "parameter-count-with-evidence": (altered(COUNT, ("evidence/count", 2)), KEYS),
    "reachable-monomials-with-evidence": (altered(A["reachable-monomials"], ("evidence/count", 3)), KEYS),
    "secant-count-with-evidence": (altered(A["secant-count"], ("evidence/count", 8)), KEYS),
    # finite fields
    "parameter-count-gf": (altered(COUNT, ("claim/field", "GF(101)")), ZERO_CHARACTERISTIC),
    "reachable-monomials-gf": (over_gf("reachable-monomials"), ZERO_CHARACTERISTIC),
    "vector-fields-gf": (over_gf("vector-fields"), ZERO_CHARACTERISTIC),
    "secant-count-frobenius": (
        certificate(at_most("secant-count", power_sum((2,), (3,), 1), 0, field="GF(3)")),
        ZERO_CHARACTERISTIC,
    ),
    "double-points-gf": (over_gf("double-points"), ZERO_CHARACTERISTIC),
    "factor-through-gf": (over_gf("factor-through-products"), ZERO_CHARACTERISTIC),
    "overlap-gf": (over_gf("overlap-one-shared"), ZERO_CHARACTERISTIC),
    "inner-coefficients-gf": (over_gf("inner-coefficients"), ZERO_CHARACTERISTIC),
    "coefficient-matrix-gf": (over_gf("coefficient-matrix"), ZERO_CHARACTERISTIC),
    # cuts
    "coefficient-matrix-at-an-input": (altered(A["coefficient-matrix"], ("evidence/at", "x")), AT_A_NAME),
    "coefficient-matrix-at-a-parameter": (altered(A["coefficient-matrix"], ("evidence/at", "W2")), AT_A_NAME),
    "coefficient-matrix-at-no-name": (altered(A["coefficient-matrix"], ("evidence/at", "h2")), AT_A_NAME),
    "coefficient-matrix-at-null": (altered(A["coefficient-matrix"], ("evidence/at", None)), AT_A_NAME),
    "coefficient-matrix-at-a-list": (altered(A["coefficient-matrix"], ("evidence/at", ["h1"])), AT_A_NAME),
    "coefficient-matrix-extra-key": (altered(A["coefficient-matrix"], ("evidence/rank", 2)), KEYS),
    "overlap-at-an-input": (altered(A["overlap-nothing-shared"], ("evidence/at", ["x", "h"])), AT_A_NAME),
    "overlap-at-one-name": (altered(A["overlap-nothing-shared"], ("evidence/at", ["h"])), LIST + " of length 2"),
    "overlap-column-too-large": (altered(OVERLAP, ("evidence/columns/0", 8)), BELOW),
    "overlap-column-of-what-is-not-shared": (
        altered(
            A["overlap-nothing-shared"],
            ("evidence/first", [[{"x": [1, 1]}, [1]]]),
            ("evidence/columns", [0]),
            ("evidence/inverse", [[1]]),
        ),
        BELOW,
    ),
    "overlap-row-more": (
        altered(OVERLAP, ("evidence/second/2", DEEP_ELEVEN[3]["evidence"]["second"][0])),
        LIST + " of length 9",
    ),
    "overlap-row-of-the-other-half": (
        altered(OVERLAP, ("evidence/first/0", DEEP_ELEVEN[3]["evidence"]["second"][0])),
        KEYS,
    ),
    "overlap-point-of-the-shared-alone": (altered(OVERLAP, ("evidence/point/W3", REMOVED)), KEYS),
    "overlap-modulus-1": (
        altered(A["overlap-nothing-shared"], ("evidence/modulus", 1)),
        MODULUS,
    ),
    "overlap-one-premise": (altered(A["overlap-nothing-shared"], ("premises", [0])), "the number of premises is wrong"),
    "inner-coefficients-no-premise": (
        certificate(at_most("inner-coefficients", WIDE, 8, {"at": "h1"})),
        "the number of premises is wrong",
    ),
    "inner-coefficients-extra-key": (altered(A["inner-coefficients"], ("evidence/count", 3)), KEYS),
    "inner-coefficients-collision-of-parameters": (
        colliding(
            COLLIDING_PARAMETER,
            counted(
                law(
                    {"h_monomials": [2]},
                    {"h_coefficients": [2, 2]},
                    COLLIDING_PARAMETER["output"],
                    ("h", einsum("az,z->a", "h_coefficients", "h_monomials")),
                )
            ),
        ),
        FRESH,
    ),
    "inner-coefficients-collision-of-inputs": (
        colliding(
            COLLIDING_INPUT,
            at_most(
                "reachable-monomials",
                law(
                    {"h_monomials": [2]},
                    {"U": [2, 2], "h_coefficients": [2, 2]},
                    COLLIDING_INPUT["output"],
                    ("h", einsum("az,z->a", "h_coefficients", "h_monomials")),
                ),
                4,
            ),
        ),
        FRESH,
    ),
    # substitutions
    "factor-through-psi-of-an-input": (
        certificate(
            counted(CONSTANT_PARAMETER),
            at_most(
                "factor-through",
                LINEAR,
                1,
                {"parameters": {"t": LINEAR["output"]}, "inputs": {}, "contracted": "y"},
                (0,),
            ),
        ),
        NAMELESS,
    ),
    "factor-through-psi-of-the-new-variables": (
        altered(A["factor-through-products"], ("evidence/parameters/p", einsum(",,->", "s", "t", "y"))),
        NAMELESS,
    ),
    "factor-through-psi-of-a-let": (altered(A["factor-through"], ("evidence/parameters/a1", "h1")), NAMELESS),
    "factor-through-phi-of-a-parameter": (
        altered(A["factor-through-products"], ("evidence/inputs/q", "t")),
        NAMELESS,
    ),
    "factor-through-phi-of-a-let": (altered(A["factor-through"], ("evidence/inputs/x0", "h1")), NAMELESS),
    "factor-through-contracted-a-parameter": (
        altered(A["factor-through-products"], ("evidence/contracted", "t"), ("evidence/inputs/q", "z")),
        "the new variables have a new name",
    ),
    "factor-through-contracted-an-input": (
        altered(A["factor-through-products"], ("evidence/contracted", "z"), ("evidence/inputs/q", "z")),
        "the new variables have a new name",
    ),
    "factor-through-contracted-a-let": (
        altered(A["factor-through"], ("evidence/contracted", "h1"), ("evidence/inputs/x0", "h1")),
        "the new variables have a new name",
    ),
    "factor-through-contracted-a-list": (
        altered(A["factor-through-products"], ("evidence/contracted", ["y"])),
        "the new variables have a new name",
    ),
    "factor-through-contracted-no-name": (
        altered(A["factor-through-products"], ("evidence/contracted", "y y")),
        NAME,
    ),
    "factor-through-name-missing": (
        altered(A["factor-through-products"], ("evidence/inputs", {})),
        "a name is not substituted",
    ),
    "factor-through-parameter-missing": (
        altered(A["factor-through-products"], ("evidence/parameters", {})),
        "a name is not substituted",
    ),
    "factor-through-name-more": (altered(A["factor-through-products"], ("evidence/inputs/z", "z")), NAMES),
    "factor-through-input-as-parameter": (
        altered(
            A["factor-through-products"],
            ("evidence/parameters", {"p": einsum(",->", "s", "t"), "q": "s"}),
            ("evidence/inputs", {}),
        ),
        NAMES,
    ),
    "factor-through-another-shape": (
        altered(A["factor-through"], ("evidence/parameters/a0", "W2")),
        SHAPES,
    ),
    "factor-through-maps-a-list": (altered(A["factor-through-products"], ("evidence/inputs", [])), NAMES),
    "factor-through-output-of-shape-1": (
        altered(
            A["factor-through-products"], ("/steps/0/claim/law/output", einsum(",,i->i", "p", "q", ["constant", [1]]))
        ),
        "the other law has one output",
    ),
    "factor-through-extra-key": (altered(A["factor-through-products"], ("evidence/field", {})), KEYS),
    "vector-fields-of-an-input": (altered(FIELDS, ("evidence/fields/0/W1", einsum("i->i", "x"))), NAMELESS),
    "vector-fields-on-an-input": (altered(FIELDS, ("evidence/fields/0/x", ["constant", [1, 1]])), NAMES),
    "vector-fields-on-a-let": (altered(FIELDS, ("evidence/fields/0/h1", ["constant", [1]])), NAMES),
    "vector-fields-on-another-name-of-a-parameter": (
        altered(A["vector-fields-renamed"], ("evidence/fields/0/w", ["constant", [[0, 0]]])),
        NAMES,
    ),
    "point-with-another-name-of-a-parameter": (
        altered(A["vector-fields-renamed"], ("evidence/point/w", [[1, 1]])),
        KEYS,
    ),
    "vector-fields-on-no-name": (altered(FIELDS, ("evidence/fields/0/W3", "W1")), NAMES),
    "vector-fields-another-shape": (altered(FIELDS, ("evidence/fields/0/W1", "W2")), SHAPES),
    "vector-fields-a-list": (altered(FIELDS, ("evidence/fields/0", [])), NAMES),
    "vector-fields-an-object": (altered(FIELDS, ("evidence/fields", {})), LIST),
    "vector-fields-column-too-large": (altered(FIELDS, ("evidence/columns/0", 3)), BELOW),
    "vector-fields-point-of-inputs": (altered(FIELDS, ("evidence/point/x", [1, 1])), KEYS),
    "vector-fields-modulus-1": (
        altered(FIELDS, ("evidence/modulus", 1), ("evidence/point", {"W1": [[0, 0]], "W2": [[0]]})),
        MODULUS,
    ),
    "vector-fields-extra-key": (altered(FIELDS, ("evidence/rank", 1)), KEYS),
    # power sums
    **{name: (certificate(at_most("secant-count", of, 0)), POWERS) for name, of in OTHER_POWERS.items()},
    "double-points-of-a-network": (altered(A["double-points"], ("claim/law", network((2, 2, 1), 2))), POWERS),
    "double-points-degree-above": (altered(POINTS, ("evidence/ideals/0/degree", [3, 1])), "two degrees do not sum"),
    "double-points-degree-negative": (altered(POINTS, ("evidence/ideals/0/degree", [1, -1])), NATURAL),
    "double-points-degree-too-short": (altered(POINTS, ("evidence/ideals/0/degree", [1])), LIST + " of length 2"),
    "double-points-product-of-lower-degree": (
        altered(
            POINTS,
            ("evidence/ideals/1", {**POINTS["steps"][0]["evidence"]["ideals"][0], "degree": [2, 0]}),
            ("evidence/products/0", [0, 3, 1, 2]),
        ),
        "two degrees do not sum",
    ),
    "double-points-product-of-higher-degree": (
        altered(A["double-points"], ("claim/law", power_sum((3,), (3,), 5))),
        "two degrees do not sum",
    ),
    "double-points-product-of-three": (
        altered(POINTS, ("evidence/products/0", [0, 3, 0])),
        LIST + " of length 4",
    ),
    "double-points-ideal-too-large": (altered(POINTS, ("evidence/products/0", [0, 3, 1, 3])), BELOW),
    "double-points-first-ideal-too-large": (altered(POINTS, ("evidence/products/0", [1, 3, 0, 3])), BELOW),
    "double-points-monomial-too-large": (altered(POINTS, ("evidence/products/0", [0, 3, 0, 4])), BELOW),
    "double-points-first-monomial-too-large": (altered(POINTS, ("evidence/products/0", [0, 4, 0, 3])), BELOW),
    "double-points-monomial-negative": (altered(POINTS, ("evidence/products/0", [0, -1, 0, 3])), NATURAL),
    "double-points-row-too-large": (altered(POINTS, ("evidence/ideals/0/rows/0", 4)), BELOW),
    "double-points-rows-too-few": (altered(POINTS, ("evidence/ideals/0/rows/2", REMOVED)), LIST + " of length 3"),
    "double-points-inverse-too-small": (
        altered(POINTS, ("evidence/ideals/0/inverse/2", REMOVED)),
        LIST + " of length 3",
    ),
    "double-points-column-too-large": (altered(POINTS, ("evidence/columns/0", 9)), BELOW),
    "double-points-ideal-extra-key": (altered(POINTS, ("evidence/ideals/0/modulus", 101)), KEYS),
    "double-points-modulus-1": (altered(POINTS, ("evidence/modulus", 1)), MODULUS),
    "double-points-point-too-small": (altered(POINTS, ("evidence/point/a0/2", REMOVED)), LIST + " of length 3"),
    # claims
    "dimension-rank-true": (altered(COUNT, ("claim/rank", True)), NATURAL),
    "dimension-lower-missing": (altered(A["dimension-between-apart"], ("claim/lower", REMOVED)), KEYS),
    "dimension-with-a-tensor": (altered(COUNT, ("claim/tensor", [[1]])), KEYS),
}

# -------------------------------------------------------------------------------------------------- over the limit

MANY_MONOMIALS = "there are too many monomials"
MULTIDEGREES = "a law has monomials of too many multidegrees"
PRODUCTS_OF_MONOMIALS = "the identity has too many monomials"
COEFFICIENTS = "an identity has too long coefficients"
COST = "a law has too many products"
ENTRIES = "an array has more than 1000000 entries"
DEGREE = "the degree of a law is above 10000"
DEGREE_OF_AN_IDENTITY = "the degree of an identity is above 10000"


def tower(start: Any, height: int, degree: int = 2) -> list[tuple[str, Any]]:
    """Lets h1, h2, …: powers of powers."""
    lets = [("h1", power(degree, start))]
    return lets + [(f"h{k + 1}", power(degree, f"h{k}")) for k in range(1, height)]


def identity_of(value: Any, *lets: Any, inputs: Any = None, parameters: Any = None) -> Certificate:
    """The value is a summand of an output that is to be constant along a field."""
    given = parameters or {"w": []}
    of = law(inputs or {}, given, value, *lets)
    first = next(iter(given))
    evidence = {
        "fields": [{first: first}],
        "point": random_point(given, random.Random(1), 101),
        "columns": [0],
        "modulus": 101,
        "inverse": [[1]],
    }
    evidence["inverse"] = [[pow(next(iter(laws.array(evidence["point"][first]).entries.values())), -1, 101)]]
    return fields(of, 0, evidence)


def squares_of_cubes(inputs: dict[str, list[int]], factor: Any) -> Law:
    """The product of a hundred squares of one cube with coefficients of 9,000 bits, times a parameter and a factor."""
    cube = einsum("," * 152 + "->", *["c"] * 150, "s", "s", "s")
    output = einsum("," * 101 + "->", "w", factor, *[power(2, "cube")] * 100)
    lets = [("s", einsum("i->", "x")), ("c", ["constant", 10**18]), ("cube", cube)]
    return law(inputs, {"w": []}, output, *lets)


def substitution_of(value: Any) -> Certificate:
    """The value as an expression for a parameter."""
    return altered(A["factor-through-products"], ("evidence/parameters/p", value))


def zeros(size: int) -> Any:
    return ["take", ["constant", [0]], [0] * size]


VARIABLES = {"x": [3000]}
TWELVE = ["+", einsum("a->", "w"), einsum("a->", "x")]

OVER_THE_LIMIT: Table = {
    "law-array-too-large": (certificate(counted(law({"x": [1001, 1000]}, {}, "x"))), ENTRIES),
    "law-array-much-too-large": (certificate(counted(law({}, {"w": [10**30]}, "w"), rank=1)), ENTRIES),
    "law-array-of-27-modes": (certificate(counted(law({"x": [1] * 27}, {}, "x"))), "more than 26 modes"),
    "law-constant-of-27-modes": (
        with_output(["constant", json.loads("[" * 27 + "1" + "]" * 27)]),
        "more than 26 modes",
    ),
    "law-constant-of-101-modes": (
        with_output(["constant", json.loads("[" * 101 + "1" + "]" * 101)]),
        "more than 100 modes",
    ),
    "take-repeated": (
        certificate(counted(law({"x": [1000, 1000]}, {}, einsum("aij->", ["take", "x", [0] * 1001])))),
        ENTRIES,
    ),
    "take-of-takes": (
        with_output("h5", *((f"h{k + 1}", ["take", f"h{k}" if k else "x", [[0, 1] * 10] * 10]) for k in range(5))),
        ENTRIES,
    ),
    "einsum-outer-product": (
        certificate(counted(law({"x": [2000]}, {}, einsum("i,j->ij", "x", "x")))),
        ENTRIES,
    ),
    "einsum-outer-product-of-three": (
        certificate(counted(law({"x": [200]}, {}, einsum("i,j,k->ijk", "x", "x", "x")))),
        ENTRIES,
    ),
    "einsum-of-26-letters": (
        certificate(counted(law({"x": [9] * 6, "y": [9] * 6}, {}, einsum("abcdef,ghijkl->", "x", "y")))),
        COST,
    ),
    "einsum-sum-of-two": (certificate(counted(law({"x": [1000000]}, {}, einsum("i,j->", "x", "x")))), COST),
    "einsum-matrix-product": (
        certificate(counted(law({"x": [1000, 1000]}, {}, einsum("ij,jk->ik", "x", "x")))),
        COST,
    ),
    "sums-of-large-arrays": (certificate(counted(law({"x": [1000000]}, {}, ["+", *["x"] * 12]))), COST),
    "applications-to-large-arrays": (
        certificate(counted(law({"x": [1000000]}, {}, ["apply", [1] * 12, "x"]))),
        COST,
    ),
    "jacobian-minor-many-rows": (
        certificate(
            step(
                "dimension-at-least",
                "Q",
                "jacobian-minor",
                {
                    "point": {"w": [1] * 20},
                    "rows": [[{}, 1]] * 20,
                    "columns": list(range(20)),
                    "modulus": 101,
                    "inverse": identity(20),
                },
                law=law(
                    {},
                    {"w": [20]},
                    einsum("i,j,k,l->", *["w"] * 4),
                    ("h", einsum("i,j,k,l->ijkl", *["w"] * 4)),
                    *((f"h{k}", ["+", "h", "h"]) for k in range(8)),
                ),
                rank=20,
            )
        ),
        WORK,
    ),
    # multidegrees and monomials
    "reachable-monomials-of-a-large-degree": (
        certificate(
            at_most("reachable-monomials", network((200, 1), 1) | {"output": power(150, linear("W1", "x"))}, 1)
        ),
        MANY_MONOMIALS,
    ),
    "reachable-monomials-tower": (
        certificate(at_most("reachable-monomials", law({"x": []}, {"w": []}, "h60", *tower("x", 60)), 1)),
        DEGREE,
    ),
    "reachable-monomials-of-an-exponent": (
        certificate(at_most("reachable-monomials", law({"x": []}, {}, power(200, power(60, "x"))), 1)),
        DEGREE,
    ),
    "reachable-monomials-all-degrees": (
        certificate(
            at_most("reachable-monomials", law({"x": []}, {}, ["apply", [1] * 80, ["apply", [1] * 80, "x"]]), 1)
        ),
        MULTIDEGREES,
    ),
    "reachable-monomials-many-inputs": (
        certificate(at_most("reachable-monomials", law({f"x{k}": [] for k in range(400)}, {}, "x0"), 1)),
        "a law has too many inputs",
    ),
    "reachable-monomials-multidegrees": (
        certificate(
            at_most(
                "reachable-monomials",
                law(
                    {f"x{k}": [] for k in range(12)},
                    {},
                    einsum(",".join([""] * 12) + "->", *(["apply", [1, 1, 1], f"x{k}"] for k in range(12))),
                ),
                1,
            )
        ),
        MULTIDEGREES,
    ),
    "coefficient-matrix-tower": (
        certificate(at_most("coefficient-matrix", law({"x": []}, {}, "h60", *tower("x", 60)), 1, {"at": "h2"})),
        DEGREE,
    ),
    "inner-coefficients-tower": (
        certificate(
            counted(PLAIN),
            at_most("inner-coefficients", law({"x": []}, {}, "h60", *tower("x", 60)), 2, {"at": "h59"}, (0,)),
        ),
        DEGREE,
    ),
    # identities
    "vector-fields-too-many-variables": (
        identity_of("w", inputs=VARIABLES, parameters={"w": [2001]}),
        "5000 variables",
    ),
    "vector-fields-tower-of-a-constant": (
        identity_of(einsum(",->", "w", "h60"), *tower(["constant", 10**18], 60)),
        COEFFICIENTS,
    ),
    "vector-fields-long-coefficient": (
        identity_of(einsum(",->", "w", "h8"), *tower(["constant", 10**18], 8)),
        COEFFICIENTS,
    ),
    "vector-fields-tower-of-one": (
        identity_of(einsum(",->", "w", "h60"), *tower(["constant", 1], 60)),
        DEGREE_OF_AN_IDENTITY,
    ),
    "vector-fields-tower-of-a-fraction": (
        identity_of(einsum(",->", "w", "h60"), *tower(["constant", "1/1000003"], 60)),
        COEFFICIENTS,
    ),
    "vector-fields-tower-of-a-parameter": (identity_of("h60", *tower("w", 60)), DEGREE_OF_AN_IDENTITY),
    "vector-fields-tower-of-a-field": (
        altered(
            identity_of("w"),
            ("evidence/fields/0/w", json.loads('["apply", [0, 0, 1], ' * 20 + '"w"' + "]" * 20)),
            ("evidence/point/w", 1),
            ("evidence/inverse", [[1]]),
        ),
        DEGREE_OF_AN_IDENTITY,
    ),
    "vector-fields-one-exponent": (identity_of(power(10000, "w")), DEGREE_OF_AN_IDENTITY),
    "vector-fields-many-monomials": (
        identity_of(power(12, TWELVE), inputs={"x": [12]}, parameters={"w": [12]}),
        PRODUCTS_OF_MONOMIALS,
    ),
    "vector-fields-long-monomials": (
        identity_of(einsum("a,b->", "w", "x"), inputs={"x": [1300]}, parameters={"w": [1300]}),
        PRODUCTS_OF_MONOMIALS,
    ),
    "vector-fields-many-small-sums": (
        identity_of(
            einsum("a,b,c->", "ones", "ones", "w"),
            ("ones", ["take", ["constant", [1]], [0] * 900]),
            parameters={"w": [2]},
        ),
        PRODUCTS_OF_MONOMIALS,
    ),
    "vector-fields-many-fields": (
        altered(
            identity_of(einsum("i,j->", "zeros", "zeros"), ("zeros", zeros(1500)), parameters={"w": [40]}),
            ("evidence/fields", [{"w": "w"}] * 40),
            ("evidence/columns", list(range(40))),
            ("evidence/inverse", identity(40)),
        ),
        WORK,
    ),
    "factor-through-zeros": (
        substitution_of(einsum("i,j->", zeros(4000), zeros(4000))),
        COST,
    ),
    "factor-through-tower": (
        substitution_of(json.loads('["apply", [0, 0, 1], ' * 60 + '"s"' + "]" * 60)),
        DEGREE_OF_AN_IDENTITY,
    ),
    "factor-through-tower-of-a-constant": (
        substitution_of(json.loads('["apply", [0, 0, 1], ' * 60 + '["constant", 1000000000000000000]' + "]" * 60)),
        COEFFICIENTS,
    ),
    "factor-through-powers-of-long-numbers": (
        certificate(
            counted(squares_of_cubes({"x": [10], "y": []}, "y")),
            at_most(
                "factor-through",
                squares_of_cubes({"x": [10]}, ["constant", 1]),
                1,
                {"parameters": {"w": "w"}, "inputs": {"x": "x", "y": "v"}, "contracted": "v"},
                (0,),
            ),
        ),
        PRODUCTS_OF_MONOMIALS,
    ),
    "factor-through-many-monomials": (
        substitution_of(json.loads('["apply", [1, 1, 1, 1, 1, 1, 1], ' * 4 + '["+", "s", "t"]' + "]" * 4)),
        PRODUCTS_OF_MONOMIALS,
    ),
    # power sums
    "double-points-many-monomials": (
        altered(
            POINTS,
            ("claim/law", power_sum((40, 40), (3, 3), 3)),
            ("evidence/point", {"a0": [[1] * 40] * 3, "a1": [[1] * 40] * 3}),
        ),
        MANY_MONOMIALS,
    ),
    "double-points-high-degree": (
        altered(
            A["double-points"], ("claim/law", power_sum((150,), (120,), 5)), ("evidence/point", {"a0": [[1] * 150] * 5})
        ),
        MANY_MONOMIALS,
    ),
    "double-points-many-variables": (
        certificate(
            at_most(
                "double-points",
                power_sum((700,), (2,), 1),
                1,
                {
                    "point": {"a0": [[1] * 700]},
                    "modulus": 101,
                    "wedge": None,
                    "ideals": [{"power": 0, "degree": [1], "rows": [0], "inverse": [[1]]}],
                    "products": [[0, 1, 0, 1]],
                    "columns": [0],
                    "inverse": [[1]],
                },
            )
        ),
        WORK,
    ),
}


def generated() -> Iterator[tuple[str, str, str, str]]:
    """Texts too long to be stored: the name, the text, the answer and a fragment of the reason."""
    over, many = "over the limit", {f"x{k}": [] for k in range(20_000)}
    yield (
        "law-with-many-inputs",
        json.dumps(certificate(counted(law(many, {}, "x0"), 1))),
        "accepted",
        "dimension-at-most, rank 1",
    )
    yield (
        "law-with-a-point-of-many-names",
        json.dumps(
            certificate(
                step(
                    "dimension-at-least",
                    "Q",
                    "jacobian-minor",
                    {
                        "point": dict.fromkeys(many, 1),
                        "rows": [[{}, 1]],
                        "columns": [7],
                        "modulus": 101,
                        "inverse": [[1]],
                    },
                    law=law({}, many, "x7"),
                    rank=1,
                )
            )
        ),
        "accepted",
        "dimension-at-least, rank 1",
    )
    yield (
        "law-with-many-names-substituted",
        json.dumps(
            certificate(
                counted(law({}, many, "x0")),
                at_most(
                    "factor-through",
                    law({}, many, "x0"),
                    20_000,
                    {"parameters": {name: name for name in many}, "inputs": {}, "contracted": "y"},
                    (0,),
                ),
            )
        ),
        over,
        "5000 variables",
    )
    yield (
        "law-with-many-operands",
        json.dumps(
            certificate(counted(law({"x": [1]}, {}, einsum(",".join("a" * 30_000) + "->", *["x"] * 30_000)), 0))
        ),
        "accepted",
        "dimension-at-most, rank 0",
    )
    yield (
        "law-with-many-lets",
        json.dumps(
            certificate(counted(law({"x": []}, {}, "x", *((f"h{k}", ["+", *["x"] * 101]) for k in range(1000))), 0))
        ),
        over,
        COST,
    )
    yield (
        "law-nested",
        json.dumps(certificate(counted(PLAIN))).replace(
            json.dumps(PLAIN["output"]), '["+", ' * 50_000 + '"x"' + "]" * 50_000
        ),
        "malformed",
        "nested too deeply",
    )
    yield (
        "law-nested-less",
        json.dumps(certificate(counted(PLAIN))).replace(
            json.dumps(PLAIN["output"]), '["+", ' * 800 + '"x"' + "]" * 800
        ),
        over,
        "RecursionError",
    )
    evidence = {
        "point": {"a0": [["N - 2"]]},
        "modulus": "N",
        "wedge": None,
        "ideals": [{"power": 0, "degree": [5000], "rows": [0], "inverse": [["N - 1"]]}],
        "products": [],
        "columns": [],
        "inverse": [],
    }
    text = json.dumps(certificate(at_most("double-points", power_sum((1,), (9999,), 1), 1, evidence)))
    for old, new in (("N - 2", "9" * 20_000), ("N - 1", "1" + "0" * 20_000), ("N", "1" + "0" * 19_999 + "1")):
        text = text.replace(f'"{old}"', new)
    yield "double-points-long-powers", text, "rejected", SQUARE_MINOR
    yield (
        "double-points-many-products",
        json.dumps(
            certificate(
                at_most(
                    "double-points",
                    power_sum((100,), (3,), 1),
                    1,
                    {
                        "point": {"a0": [[1] * 100]},
                        "modulus": 101,
                        "wedge": None,
                        "ideals": [
                            {"power": 0, "degree": [2], "rows": [0], "inverse": [[1]]},
                            {"power": 0, "degree": [1], "rows": [0], "inverse": [[1]]},
                        ],
                        "products": [[0, 1, 1, 1]] * 300,
                        "columns": [0] * 300,
                        "inverse": [[0] * 300] * 300,
                    },
                )
            )
        ),
        over,
        WORK,
    )
