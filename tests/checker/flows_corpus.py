"""The part of the corpora about identities, inequalities, conserved quantities and masks: see ``corpus``."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from . import flows_oracle, laws
from .law_corpus import (
    MODE,
    NAMELESS,
    PRODUCTS_OF_MONOMIALS,
    RANGE,
    SUMMANDS,
    TANGENT,
    ZERO_CHARACTERISTIC,
    einsum,
    independent,
    inverted,
    law,
    linear,
    padded,
    power,
    random_point,
    tower,
)
from .laws import Law
from .making import (
    BELOW,
    INTEGER,
    KEYS,
    LIST,
    MODULUS,
    NATURAL,
    REMOVED,
    SQUARE_MINOR,
    WORK,
    Certificate,
    Table,
    altered,
    certificate,
    step,
)
from .orbits_corpus import ACCEPTED as ORBITS

N = 2**31 - 1
NOT_ZERO = "an output is not the combination of the values that are zero"
VALUES = "a system names values"
KEY = "a source is a citation key"
TERM = "a term has a positive coefficient and positive factors"
NO_SQUARES = "the premise is not that a multiple of the output is the sum of squares"
QUANTITY = "a quantity is a number"
BOUND = "the bound is "
MASKS = "masks are inputs, each once"
EARLY = "a value uses earlier masks alone"
MASK_SHAPE = "a mask has another shape"
DEGREE = "the degree of an identity is above 10000"
WRONG_MASK = "a mask is not that of its value, or the value is zero"
ORDERED = "the field is Q or R"
CUT = "a law is cut at a name under `let`"
PREMISES = "the number of premises is wrong"
NAMES = "cofactors are of values that are zero"


# ------------------------------------------------------------------------------------------------------- identities


def system(of: Law, zero: Any = (), sources: Any = (), **positive: Any) -> Any:
    return {"law": of, **positive, "zero": list(zero), "sources": list(sources)}


def vanishing(of: Law, zero: Any = (), sources: Any = (), field: str = "Q", **cofactors: Any) -> Any:
    """The step that the output is zero where the values named are, with these cofactors."""
    return step("vanishes", field, "cofactors", {"cofactors": cofactors}, system=system(of, zero, sources))


def zeroes(of: Law, zero: Any = (), sources: Any = (), field: str = "Q", **cofactors: Any) -> Certificate:
    return certificate(vanishing(of, zero, sources, field, **cofactors))


SCALARS = {"x": [], "y": []}
XY = einsum(",->", "x", "y")
BINOMIAL = law(SCALARS, {}, ["-", power(2, ["+", "x", "y"]), power(2, "x"), ["apply", [0, 2], XY], power(2, "y")])
FRESHMAN = law(SCALARS, {}, ["-", power(3, ["+", "x", "y"]), power(3, "x"), power(3, "y")])
POWERS = law(  # multiplied out 45,000 monomials
    {"x": [3]}, {"w": [3]}, ["-", power(300, einsum("i,i->", "w", "x")), power(300, einsum("i,i->", "x", "w"))]
)
RELATION = ["-", "t1", ["apply", [1, 0, -1], "t"]]  # t1 is the derivative of tanh where t is its value
TANH = law(  # and so tanh″ = −2 tanh tanh′ = −2 tanh + 2 tanh³
    {"t": [], "t1": []},
    {},
    ["-", ["apply", [0, -2], einsum(",->", "t", "t1")], ["apply", [0, -2, 0, 2], "t"]],
    ("relation", RELATION),
)
SPHERE = law(  # x⟨x, x⟩ − x = x (⟨x, x⟩ − 1)
    {"x": [2]}, {}, ["-", einsum("i,->i", "x", "length"), "x"], ("length", einsum("i,i->", "x", "x")),
    ("norm", ["apply", [-1, 1], "length"]),
)  # fmt: skip
IMAGE = law({"e": [2]}, {"M": [3, 2]}, linear("M", "e"))
TWO_ZEROS = law({"e": [2]}, {"a": [], "b": [2]}, ["+", einsum(",i->i", "a", "e"), einsum(",i->i", "a", "b")])
INFEASIBLE = law({"x": []}, {}, ["constant", 1], ("u", ["apply", [-1, 1], "x"]), ("v", power(2, "x")))
HALVES = law(SCALARS, {}, ["-", ["apply", [0, "1/2"], "x"], ["apply", [0, "1/2"], "y"]], ("d", ["-", "x", "y"]))

ACCEPTED: dict[str, Certificate] = {
    "cofactors": zeroes(TANH, ["relation"], ["DLMF"], relation=["apply", [0, -2], "t"]),
    "cofactors-identity": zeroes(BINOMIAL),
    "cofactors-identity-of-constants": zeroes(law({}, {}, ["-", ["constant", [1, 2]], ["constant", [1, 2]]])),
    "cofactors-frobenius": zeroes(FRESHMAN, field="GF(3)"),
    "cofactors-powers": zeroes(POWERS),
    "cofactors-of-a-vector": zeroes(SPHERE, ["norm"], norm="x"),
    "cofactors-of-a-vector-that-is-zero": zeroes(IMAGE, ["e"], e="M"),
    "cofactors-two": zeroes(
        TWO_ZEROS,
        ["b", "e"],
        ["B2020", "A2020", "B2020"],
        b=einsum(",ij->ij", "a", ["constant", [[1, 0], [0, 1]]]),
        e=einsum(",ij->ij", "a", ["constant", [[1, 0], [0, 1]]]),
    ),
    "cofactors-one-of-two": zeroes(IMAGE, ["M", "e"], e="M"),
    "cofactors-of-one": zeroes(INFEASIBLE, ["u", "v"], u=["apply", [-1, -1], "x"], v=["constant", 1]),
    "cofactors-rational": zeroes(HALVES, ["d"], d=["constant", "1/2"]),
    "cofactors-gf": zeroes(HALVES, ["d"], field="GF(5)", d=["constant", 3]),
}


# ------------------------------------------------------------------------------------------------------ inequalities


def root_of(factor: Any) -> Any:
    return root_of(factor[1]) if isinstance(factor, list) else factor


def nonnegative(
    of: Law,
    positive: Any,
    multiplier: Any,
    squares: Any,
    zero: Any = (),
    sources: Any = (),
    field: str = "Q",
    **cofactors: Any,
) -> Certificate:
    """Two steps: that the multiple of the output is the sum of squares, and what follows."""

    def term(c: Any, factors: Any, *others: Any) -> Any:
        operands = [*factors, *others]
        return ["apply", [0, c], einsum("," * (len(operands) - 1) + "->", *operands)]

    left = ["+", *(term(c, factors, of["output"]) for c, factors in multiplier)]
    right = [term(c, factors, x, x) for c, factors, x in squares]
    premise = vanishing({**of, "output": ["-", left, *right]}, zero, sources, field, **cofactors)
    about = system(of, zero, sources, positive=list(positive))
    evidence = {"multiplier": multiplier, "squares": squares}
    return certificate(premise, step("nonnegative", field, "squares", evidence, (0,), system=about))


ONE = [[1, []]]
SQUARE = law(SCALARS, {}, ["-", power(2, "x"), ["apply", [0, 2], XY], ["apply", [0, 0, -1], "y"]])
CUBES = law({"x": [2]}, {}, einsum("i->", power(3, "x")))
FIRST, SECOND = (["take", "x", i] for i in (0, 1))
FORM = law({"x": [2]}, {}, ["-", einsum("i->", power(2, "x")), einsum(",->", FIRST, SECOND)])  # x² − xy + y²
LINE = law(SCALARS, {}, ["apply", [1, -4], XY], ("line", ["apply", [-1, 1], ["+", "x", "y"]]))  # 1 − 4xy ≥ 0
DIFFERENCE = law(SCALARS, {}, ["-", "x", "y"])
PLANE = law({"A": [2, 2]}, {}, einsum("ii->", "A"))

ACCEPTED |= {
    "squares": nonnegative(SQUARE, [], ONE, [[1, [], ["-", "x", "y"]]]),
    "squares-over-r": nonnegative(SQUARE, [], [["2/3", []]], [["2/3", [], ["-", "x", "y"]]], field="R"),
    "squares-with-a-multiplier": nonnegative(  # (x0 + x1)(x0² − x0 x1 + x1²) = x0³ + x1³
        FORM, ["x"], [[1, [FIRST]], [1, [SECOND]]], [[1, [FIRST], FIRST], [1, [SECOND], SECOND]]
    ),
    "squares-of-positive-numbers": nonnegative(
        CUBES, ["x"], ONE, [[1, [FIRST] * 3, ["constant", 1]], [1, [SECOND], SECOND]]
    ),
    "squares-of-a-positive-matrix": nonnegative(
        PLANE,
        ["A"],
        ONE,
        [[1, [["take", ["take", "A", i], i]], ["constant", 1]] for i in range(2)],
    ),
    "squares-on-a-line": nonnegative(
        LINE, [], ONE, [[1, [], ["-", "x", "y"]]], ["line"], ["A2020"], line=["apply", [-1, -1], ["+", "x", "y"]]
    ),
    "squares-none": nonnegative(law(SCALARS, {}, "x"), [], ONE, [], ["x"], x=["constant", 1]),
}


# ---------------------------------------------------------------------------------------------------- gradient flows


def conserved(of: Law, quantity: Any, field: str = "Q") -> Certificate:
    return certificate(step("conserved", field, "conserved-quantity", {}, flow={"law": of, "quantity": quantity}))


def flat(point: dict[str, Any]) -> list[int]:
    return [x for array in point.values() for x in laws.array(array).entries.values()]


def quantities(of: Law, rank: int, pairs: list[Any], field: str = "Q", n: int = N, seed: int = 1) -> Certificate:
    """With a minor of as many fields at a random point as are independent there."""
    point = random_point(of["parameters"], random.Random(seed), n)
    fields = [flows_oracle.quotient_field(of, pair, n) for pair in pairs]
    rows = [[flows_oracle.value(x, flat(point)) for x in each] for each in fields]
    chosen, columns = independent(rows, n)
    evidence = {
        "quantities": [pairs[i] for i in chosen],
        "point": point,
        **inverted([rows[i] for i in chosen], columns, n),
    }
    return certificate(step("conserved-at-least", field, "vector-fields", evidence, law=of, rank=rank))


def brackets(
    of: Law, rank: int, pairs: list[list[int]], fields: Any = None, field: str = "Q", n: int = N, seed: int = 1
) -> Certificate:
    """With the largest minor of the fields and brackets at a random point."""
    source = random.Random(seed)
    point = random_point(of["parameters"], source, n)
    fields = fields or [[inputs, covector] for inputs in units(of["inputs"]) for covector in covectors(of)]
    evidence = {"point": point, "fields": fields, "brackets": pairs}
    polynomials = flows_oracle.fields_of(of, evidence, n)
    rows = [[flows_oracle.value(x, flat(point)) for x in each] for each in polynomials]
    chosen, columns = independent(rows, n)
    evidence |= {"rows": chosen, **inverted([rows[i] for i in chosen], columns, n)}
    return certificate(step("conserved-at-most", field, "brackets", evidence, law=of, rank=rank))


def unit(i: int, size: int) -> list[int]:
    return [int(k == i) for k in range(size)]


def units(inputs: dict[str, Any]) -> list[Any]:
    """For a law with one vector or number as its input, or with none."""
    if not inputs:
        return [{}]
    [(name, shape)] = inputs.items()
    return [{name: unit(i, shape[0])} for i in range(shape[0])] if shape else [{name: 1}]


def covectors(of: Law) -> list[Any]:
    shape = laws.shape_of(of, of["output"])
    return [unit(i, shape[0]) for i in range(shape[0])] if shape else [1]


def entry(matrix: Any, i: int, j: int) -> Any:
    return ["take", ["take", matrix, i], j]


TWO_LAYERS = law({"x": [2]}, {"W": [2, 2], "V": [1, 2]}, linear("V", linear("W", "x")))  # 6 parameters, 3 laws
BALANCE = ["-", einsum("ik,jk->ij", "W", "W"), einsum("ki,kj->ij", "V", "V")]
DIAGONAL = [[entry(BALANCE, i, j), ["constant", 1]] for i, j in ((0, 0), (0, 1), (1, 1))]
TIED = law({"x": []}, {"w": [2]}, einsum(",->", "x", einsum("i->", power(2, "w"))))  # |w|² x: w0/w1, no polynomial
RATIO = [["take", "w", 0], ["take", "w", 1]]
STEPS = law(  # two functions whose gradients need brackets of brackets
    {}, {"a": [], "b": [], "c": [], "d": []},
    ["+", einsum(",i->i", "first", ["constant", [1, 0]]), einsum(",i->i", "second", ["constant", [0, 1]])],
    ("first", ["+", einsum(",->", "a", "b"), power(2, "c")]),
    ("second", ["+", einsum(",,->", "b", "c", "d"), power(2, "a")]),
)  # fmt: skip
MASKED = law({"x": [2], "m": [2]}, {"W": [2, 2], "V": [1, 2]}, linear("V", einsum("i,i->i", "m", linear("W", "x"))))
NEURON = ["-", ["take", einsum("ij,ij->i", "W", "W"), 0], ["take", einsum("ji,ji->i", "V", "V"), 0]]
GATED = [[{"x": unit(i, 2), "m": unit(j, 2)}, [1]] for i in range(2) for j in range(2)]

ACCEPTED |= {
    "conserved-quantity": conserved(TWO_LAYERS, DIAGONAL[1][0]),
    "conserved-quantity-constant": conserved(TWO_LAYERS, ["constant", "1/2"], "C"),
    "conserved-quantity-with-masks": conserved(MASKED, NEURON),
    "conserved-quantities": quantities(TWO_LAYERS, 3, DIAGONAL),
    "conserved-quantities-fewer": quantities(TWO_LAYERS, 2, DIAGONAL, "R"),
    "conserved-quantities-quotient": quantities(TIED, 1, [RATIO]),
    "conserved-quantities-none": quantities(TIED, 0, []),
    "brackets": brackets(TWO_LAYERS, 3, [[0, 1]]),
    "brackets-more": brackets(TWO_LAYERS, 5, [[1, 0], [0, 2]], field="C"),
    "brackets-of-brackets": brackets(STEPS, 0, [[0, 1], [0, 2], [1, 2]]),
    "brackets-of-brackets-of-brackets": brackets(STEPS, 0, [[1, 0], [2, 0], [3, 1], [3, 0], [4, 2]]),
    "brackets-none": brackets(TIED, 1, []),
    "brackets-with-masks": brackets(MASKED, 2, [[0, 2], [1, 3]], GATED),
    "conserved-between": certificate(
        quantities(TWO_LAYERS, 3, DIAGONAL)["steps"][0],
        brackets(TWO_LAYERS, 3, [[0, 1]])["steps"][0],
        step("conserved-between", "Q", "both-bounds", {}, (0, 1), law=TWO_LAYERS, lower=3, upper=3),
    ),
}


# ------------------------------------------------------------------------------------------------------------- masks


def masked(
    of: Law,
    masks: list[list[str]],
    rank: int,
    field: str = "Q",
    n: int = N,
    change: Callable[[dict[str, Any]], dict[str, Any]] = dict,
    largest: int = 4,
) -> Certificate:
    """At small random integers, with the masks that the network has there unless they are changed, and a minor."""
    for seed in range(1, 50):
        source = random.Random(seed)
        point = drawn(of["parameters"], source, largest)
        rows = [row for _ in range(5 * rank) for row in rows_at(of, masks, point, source, n, change, largest)]
        matrix = laws.derivatives(of, residues(point, n), rows, n)
        chosen, columns = (some[:rank] for some in independent(matrix, n))
        if len(chosen) == rank:
            minor = inverted([matrix[i] for i in chosen], columns, n)
            evidence = {"point": residues(point, n), "rows": [rows[i] for i in chosen], **minor}
            network = {"law": of, "masks": masks}
            kind = "functional-dimension-at-least"
            return certificate(step(kind, field, "jacobian-minor", evidence, network=network, rank=rank))
    raise AssertionError("the rank is never reached")


def rows_at(
    of: Law,
    masks: list[list[str]],
    point: dict[str, Any],
    source: random.Random,
    n: int,
    change: Callable[[dict[str, Any]], dict[str, Any]],
    largest: int,
) -> list[Any]:
    inputs = drawn(of["inputs"], source, largest)
    free = {name: x for name, x in inputs.items() if name not in dict(masks)}
    found = flows_oracle.with_masks(of, masks, point, free)
    if found is None and change is dict:
        return []
    return [[residues(change(found or inputs), n), covector] for covector in covectors(of)]


def drawn(shapes: dict[str, Any], source: random.Random, largest: int) -> dict[str, Any]:
    choices = [*range(-largest, 0), *range(1, largest + 1)]
    numbers = iter(lambda: source.choice(choices), None)
    return {name: laws.nested(numbers, shape) for name, shape in shapes.items()}


def residues(value: Any, n: int) -> Any:
    if isinstance(value, dict):
        return {name: residues(x, n) for name, x in value.items()}
    return [residues(x, n) for x in value] if isinstance(value, list) else value % n


RELU = law(
    {"x": [2], "m": [2]}, {"W": [2, 2], "V": [1, 2]}, linear("V", einsum("i,i->i", "m", "z")), ("z", linear("W", "x"))
)
DEEP = law(
    {"x": [2], "m1": [2], "m2": [2]},
    {"W1": [2, 2], "W2": [2, 2], "W3": [1, 2]},
    linear("W3", einsum("i,i->i", "m2", "z2")),
    ("z1", linear("W1", "x")),
    ("z2", linear("W2", einsum("i,i->i", "m1", "z1"))),
)
TWO_MASKS = [["m1", "z1"], ["m2", "z2"]]
ZEROED = law(  # the second value is 0
    {"x": [2], "m": [2]}, {"W": [2, 2], "V": [1, 2]}, linear("V", einsum("i,i->i", "m", "z")),
    ("z", linear(["constant", [[1, 0], [0, 0]]], power(2, linear("W", "x")))),
)  # fmt: skip

ACCEPTED |= {
    "masked-minor": masked(RELU, [["m", "z"]], 4),
    "masked-minor-of-three-layers": masked(DEEP, TWO_MASKS, 6, "R"),
    "masked-minor-without-masks": masked(TWO_LAYERS, [], 2),
}
A = ACCEPTED


# ------------------------------------------------------------------------------------------------------ wrong claims


def with_difference() -> Certificate:
    """That x − y ≥ 0 for positive x, as if this were a positive factor."""
    return nonnegative(DIFFERENCE, ["x"], ONE, [[1, [["-", "x", "y"]], ["constant", 1]]])


BLOCKS = next(c for c in ORBITS.values() if c["steps"][-1]["rule"] == "block-minors")["steps"][-1]
ONE_MASK = [["m", "z"]]

REJECTED: Table = {
    "cofactors-none": (zeroes(TANH, ["relation"], ["DLMF"]), NOT_ZERO),
    "cofactors-another": (altered(A["cofactors"], ("evidence/cofactors/relation", ["apply", [0, 2], "t"])), NOT_ZERO),
    "cofactors-identity-false": (zeroes(DIFFERENCE), NOT_ZERO),
    "cofactors-identity-at-one-output": (
        zeroes(law(SCALARS, {}, ["-", einsum(",i->i", "x", ["constant", [0, 1]]), ["constant", [0, 0]]])),
        NOT_ZERO,
    ),
    "cofactors-frobenius-over-q": (altered(A["cofactors-frobenius"], ("claim/field", "Q")), NOT_ZERO),
    "cofactors-constant": (zeroes(law({}, {}, ["constant", 1])), NOT_ZERO),
    "cofactors-of-one-is-not-zero": (zeroes(INFEASIBLE, ["u"], u=["constant", 1]), NOT_ZERO),
    "cofactors-transposed": (
        zeroes(law({"e": [2]}, {"M": [2, 2]}, linear("M", "e")), ["e"], e=einsum("ij->ji", "M")),
        NOT_ZERO,
    ),
    "cofactors-powers-of-another": (
        zeroes(law(SCALARS, {}, ["-", power(3, ["+", "x", "y"]), power(3, ["-", "x", "y"])])),
        NOT_ZERO,
    ),
    "squares-another-output": (
        altered(A["squares"], ("claim/system/law/output", ["-", *SQUARE["output"][1:3], ["apply", [0, 0, -2], "y"]])),
        NO_SQUARES,
    ),
    "squares-premise-about-the-output": (
        certificate(zeroes(law(SCALARS, {}, ["-", XY, XY]))["steps"][0], A["squares"]["steps"][1]),
        NO_SQUARES,
    ),
    "squares-more-zeros": (
        altered(A["squares-on-a-line"], ("claim/system/zero", [])),
        NO_SQUARES,
    ),
    "squares-fewer-sources": (altered(A["squares-on-a-line"], ("claim/system/sources", [])), NO_SQUARES),
    "squares-other-positive-values-in-the-law": (
        altered(A["squares"], ("claim/system/law/inputs", {"y": [], "x": []}), ("claim/system/law/let", [["z", "x"]])),
        NO_SQUARES,
    ),
    "squares-one-left-out": (altered(A["squares-of-positive-numbers"], ("evidence/squares/1", REMOVED)), NO_SQUARES),
    "squares-of-a-difference": (
        nonnegative(DIFFERENCE, [], ONE, [[1, [], ["-", "x", "y"]]]),
        NOT_ZERO,
    ),
    "conserved-quantity-none": (conserved(TWO_LAYERS, ["take", "V", 0] and entry("V", 0, 0)), TANGENT),
    "conserved-quantity-sum": (conserved(TWO_LAYERS, entry(["+", *BALANCE[1:]], 0, 0)), TANGENT),
    "conserved-quantity-of-one-mask": (
        conserved(MASKED, entry(["-", einsum("ik,jk->ij", "W", "W"), einsum("ki,kj->ij", "V", "V")], 0, 1)),
        TANGENT,
    ),
    "conserved-quantity-of-one-output": (
        conserved(
            law(
                {},
                {"a": [], "b": []},
                einsum("i,i->i", ["constant", [0, 1]], einsum(",i->i", "a", ["constant", [1, 1]])),
            ),
            "a",
        ),
        TANGENT,
    ),
    "conserved-quantities-one-more": (altered(A["conserved-quantities"], ("claim/rank", 4)), BOUND),
    "conserved-quantities-constant": (
        altered(A["conserved-quantities-quotient"], ("evidence/quantities/0", [["constant", 3], ["constant", 1]])),
        SQUARE_MINOR,
    ),
    "conserved-quantities-numerator-alone": (
        quantities(TIED, 1, [[RATIO[0], ["constant", 1]]]),
        TANGENT,
    ),
    "conserved-quantities-twice": (
        altered(
            A["conserved-quantities-fewer"],
            ("evidence/quantities/1", DIAGONAL[0]),
        ),
        SQUARE_MINOR,
    ),
    "conserved-quantities-zero-denominator": (
        altered(A["conserved-quantities-quotient"], ("evidence/quantities/0/1", ["constant", 0])),
        SQUARE_MINOR,
    ),
    "brackets-one-less": (altered(A["brackets"], ("claim/rank", 2)), BOUND),
    "brackets-a-field-twice": (altered(A["brackets"], ("evidence/rows/2", 1)), SQUARE_MINOR),
    "brackets-of-a-field-with-itself": (altered(A["brackets"], ("evidence/brackets/0", [1, 1])), SQUARE_MINOR),
    "brackets-of-another-law": (
        altered(A["brackets"], ("claim/law/output", linear("V", linear("W", linear("W", "x"))))),
        SQUARE_MINOR,
    ),
    "brackets-padded": (
        altered(
            A["brackets-none"],
            ("claim/rank", 0),
            ("evidence", padded(A["brackets-none"]["steps"][0]["evidence"], "rows")),
        ),
        SQUARE_MINOR,
    ),
    "conserved-between-one-less": (
        altered(A["conserved-between"], ("claim/upper", 2)),
        "a premise is not the upper bound of the claim",
    ),
    "masked-minor-other-masks": (
        masked(RELU, ONE_MASK, 4, change=lambda x: {**x, "m": [1 - m for m in x["m"]]}),
        WRONG_MASK,
    ),
    "masked-minor-twice-a-mask": (
        masked(RELU, ONE_MASK, 4, change=lambda x: {**x, "m": [2 * m for m in x["m"]]}),
        WRONG_MASK,
    ),
    "masked-minor-everything-active": (masked(RELU, ONE_MASK, 2, change=lambda x: {**x, "m": [1, 1]}), WRONG_MASK),
    "masked-minor-at-zero": (masked(ZEROED, ONE_MASK, 2, change=lambda x: {**x, "m": [1, 0]}), WRONG_MASK),
    "masked-minor-second-mask": (
        masked(DEEP, TWO_MASKS, 6, change=lambda x: {**x, "m2": [1 - m for m in x["m2"]]}),
        WRONG_MASK,
    ),
    "masked-minor-small-modulus": (masked(RELU, ONE_MASK, 4, n=7, largest=12), WRONG_MASK),  # residues are lifted
    "masked-minor-another-law": (
        altered(A["masked-minor"], ("claim/network/law/output", linear("V", einsum("i,i->i", "m", "m")))),
        SQUARE_MINOR,
    ),
    "masked-minor-entry-of-the-inverse": (altered(A["masked-minor"], ("evidence/inverse/0/0", 1)), SQUARE_MINOR),
}

SHAPELESS = law(
    {"x": [2], "m": [2]}, {"W": [2, 2], "V": [1, 2]}, linear("V", "m"), ("z", linear("V", linear("W", "x")))
)
FLOW, BETWEEN, FIELDS, NETWORK = A["conserved-quantity"], A["conserved-quantities"], A["brackets"], A["masked-minor"]
GF = ("claim/field", "GF(7)")
MALFORMED: Table = {
    "cofactors-zero-unknown": (zeroes(TANH, ["tanh"], ["DLMF"]), VALUES),
    "cofactors-zero-a-number": (altered(A["cofactors"], ("claim/system/zero/0", 3)), VALUES),
    "cofactors-zero-a-list": (altered(A["cofactors"], ("claim/system/zero/0", ["t"])), VALUES),
    "cofactors-zero-a-text": (altered(A["cofactors"], ("claim/system/zero", "relation")), LIST),
    "cofactors-zero-missing": (altered(A["cofactors"], ("claim/system/zero", REMOVED)), KEYS),
    "cofactors-sources-a-number": (altered(A["cofactors"], ("claim/system/sources/0", 2010)), KEY),
    "cofactors-sources-no-key": (altered(A["cofactors"], ("claim/system/sources/0", "tanh' = 1 - t^2")), KEY),
    "cofactors-sources-a-text": (altered(A["cofactors"], ("claim/system/sources", "DLMF")), LIST),
    "cofactors-positive": (altered(A["cofactors"], ("claim/system/positive", [])), KEYS),
    "cofactors-of-what-is-not-zero": (altered(A["cofactors"], ("evidence/cofactors/t", ["constant", 0])), NAMES),
    "cofactors-a-list": (altered(A["cofactors"], ("evidence/cofactors", [])), NAMES),
    "cofactors-of-another-shape": (altered(A["cofactors"], ("evidence/cofactors/relation", ["constant", [1]])), MODE),
    "cofactors-without-the-output": (
        altered(A["cofactors-of-a-vector"], ("evidence/cofactors/norm", ["constant", 1])),
        MODE,
    ),
    "cofactors-exchanged-axes": (
        altered(A["cofactors-of-a-vector-that-is-zero"], ("evidence/cofactors/e", einsum("ij->ji", "M"))),
        RANGE,
    ),
    "cofactors-of-a-name-unknown": (altered(A["cofactors"], ("evidence/cofactors/relation", "u")), NAMELESS),
    "cofactors-none-at-all": (altered(A["cofactors-identity"], ("evidence", {})), KEYS),
    "cofactors-denominator-gf": (
        zeroes(HALVES, ["d"], field="GF(5)", d=["constant", "1/5"]),
        "a denominator vanishes in the field",
    ),
    "squares-over-c": (altered(A["squares"], ("/steps/0/claim/field", "C"), ("claim/field", "C")), ORDERED),
    "squares-over-a-finite-field": (altered(A["squares"], ("/steps/0/claim/field", "GF(7)"), GF), ORDERED),
    "squares-no-multiplier": (nonnegative(law(SCALARS, {}, "x"), [], [], [], ["x"]), SUMMANDS),
    "squares-no-multiplier-claimed": (altered(A["squares"], ("evidence/multiplier", [])), SUMMANDS),
    "squares-multiplier-zero": (altered(A["squares"], ("evidence/multiplier/0/0", 0)), TERM),
    "squares-multiplier-negative": (nonnegative(DIFFERENCE, [], [[-1, []]], [[1, [], "x"]]), TERM),
    "squares-coefficient-negative": (altered(A["squares"], ("evidence/squares/0/0", -1)), TERM),
    "squares-coefficient-a-float": (altered(A["squares"], ("evidence/squares/0/0", 1.0)), INTEGER),
    "squares-factor-not-positive": (altered(A["squares"], ("evidence/squares/0/1", ["x"])), TERM),
    "squares-factor-an-index": (altered(A["squares-with-a-multiplier"], ("evidence/squares/0/1", [0])), TERM),
    "squares-factor-a-difference": (with_difference(), TERM),
    "squares-factor-a-short-take": (
        altered(A["squares-with-a-multiplier"], ("evidence/squares/0/1", [["take"]])),
        TERM,
    ),
    "squares-factor-an-object": (altered(A["squares-with-a-multiplier"], ("evidence/squares/0/1", [{}])), TERM),
    "squares-factors-a-text": (altered(A["squares-with-a-multiplier"], ("evidence/squares/0/1", "x")), LIST),
    "squares-factor-a-vector": (altered(A["squares-with-a-multiplier"], ("evidence/squares/0/1", ["x"])), MODE),
    "squares-of-a-vector": (altered(A["squares-with-a-multiplier"], ("evidence/squares/0/2", "x")), MODE),
    "squares-of-a-vector-output": (altered(A["squares"], ("claim/system/law", CUBES | {"output": "x"})), MODE),
    "squares-two-parts": (altered(A["squares"], ("evidence/squares/0", [1, []])), LIST),
    "squares-three-parts": (altered(A["squares"], ("evidence/multiplier/0", [1, [], "x"])), LIST),
    "squares-positive-missing": (altered(A["squares"], ("claim/system/positive", REMOVED)), KEYS),
    "squares-positive-unknown": (altered(A["squares"], ("claim/system/positive", ["z"])), VALUES),
    "squares-without-premise": (altered(A["squares"], ("premises", [])), PREMISES),
    "conserved-quantity-of-inputs": (conserved(TWO_LAYERS, ["take", "x", 0]), NAMELESS),
    "conserved-quantity-of-a-let": (conserved(TWO_ZEROS | {"let": [["z", "a"]]}, "z"), NAMELESS),
    "conserved-quantity-a-matrix": (conserved(TWO_LAYERS, BALANCE), QUANTITY),
    "conserved-quantity-over-a-finite-field": (altered(FLOW, GF), ZERO_CHARACTERISTIC),
    "conserved-quantity-missing": (altered(FLOW, ("claim/flow/quantity", REMOVED)), KEYS),
    "conserved-quantity-with-evidence": (altered(FLOW, ("evidence/point", {})), KEYS),
    "conserved-quantities-over-a-finite-field": (
        quantities(TIED, 1, [RATIO], "GF(7)", 7),
        ZERO_CHARACTERISTIC,
    ),
    "conserved-quantities-a-vector": (altered(BETWEEN, ("evidence/quantities/0/0", ["take", "W", 0])), QUANTITY),
    "conserved-quantities-denominator-a-vector": (
        altered(BETWEEN, ("evidence/quantities/0/1", ["take", "W", 0])),
        QUANTITY,
    ),
    "conserved-quantities-no-denominator": (altered(BETWEEN, ("evidence/quantities/0/1", REMOVED)), LIST),
    "conserved-quantities-of-inputs": (altered(BETWEEN, ("evidence/quantities/0/0", ["take", "x", 0])), NAMELESS),
    "conserved-quantities-fewer-columns": (altered(BETWEEN, ("evidence/columns/0", REMOVED)), LIST),
    "conserved-quantities-modulus": (altered(BETWEEN, ("evidence/modulus", 1)), MODULUS),
    "brackets-over-a-finite-field": (brackets(TIED, 1, [], field="GF(7)", n=7), ZERO_CHARACTERISTIC),
    "brackets-of-itself": (altered(FIELDS, ("evidence/brackets/0", [2, 1])), BELOW),
    "brackets-of-three": (altered(FIELDS, ("evidence/brackets/0", [0, 1, 1])), LIST),
    "brackets-negative": (altered(FIELDS, ("evidence/brackets/0/0", -1)), NATURAL),
    "brackets-row-beyond": (altered(FIELDS, ("evidence/rows/0", 3)), BELOW),
    "brackets-column-beyond": (altered(FIELDS, ("evidence/columns/0", 6)), BELOW),
    "brackets-modulus": (altered(FIELDS, ("evidence/modulus", 1)), MODULUS),
    "brackets-covector": (altered(FIELDS, ("evidence/fields/0/1", [1, 1])), LIST),
    "brackets-input-missing": (altered(FIELDS, ("evidence/fields/0/0/x", REMOVED)), KEYS),
    "brackets-point": (altered(FIELDS, ("evidence/point/V", REMOVED)), KEYS),
    "masked-minor-mask-a-parameter": (altered(NETWORK, ("claim/network/masks/0/0", "W")), MASKS),
    "masked-minor-mask-a-parameter-of-its-shape": (
        altered(
            NETWORK,
            ("claim/network/law/inputs", {"x": [2]}),
            ("claim/network/law/parameters", {**RELU["parameters"], "m": [2]}),
        ),
        MASKS,
    ),
    "masked-minor-mask-a-list": (altered(NETWORK, ("claim/network/masks/0/0", ["m"])), MASKS),
    "masked-minor-mask-twice": (altered(NETWORK, ("claim/network/masks/1", ["m", "z"])), MASKS),
    "masked-minor-of-an-input": (altered(NETWORK, ("claim/network/masks/0/1", "x")), CUT),
    "masked-minor-of-a-list": (altered(NETWORK, ("claim/network/masks/0/1", [])), CUT),
    "masked-minor-three": (altered(NETWORK, ("claim/network/masks/0/2", "z")), LIST),
    "masked-minor-wrong-order": (
        altered(A["masked-minor-of-three-layers"], ("claim/network/masks", TWO_MASKS[::-1])),
        EARLY,
    ),
    "masked-minor-of-itself": (
        altered(NETWORK, ("claim/network/law/let/0/1", einsum("i,i->i", "m", linear("W", "x")))),
        EARLY,
    ),
    "masked-minor-another-shape": (altered(NETWORK, ("claim/network/law", SHAPELESS)), MASK_SHAPE),
    "masked-minor-over-c": (altered(NETWORK, ("claim/field", "C")), ORDERED),
    "masked-minor-another-rank": (altered(NETWORK, ("claim/rank", 5)), LIST),
    "masked-minor-by-blocks": (altered(NETWORK, ("rule", "block-minors")), "is proved by"),
    "masked-minor-over-a-finite-field": (masked(RELU, ONE_MASK, 2, "GF(101)", 101), ORDERED),
    "masked-minor-without-a-point": (altered(NETWORK, ("evidence/point", {})), KEYS),
}


def nest(depth: int) -> list[list[int]]:
    """Brackets of the last with the first field."""
    return [[0, 1], *([0, k] for k in range(2, depth + 1))]


MANY = law({"x": [200]}, {}, power(3, einsum("i->", "x")))
LONG = law({"x": [], "m": []}, {"w": []}, einsum(",,->", "m", "w", "x"), *tower("x", 60))
SIXTIETH = power(60, TWO_LAYERS["output"])
HIGH = {**TWO_LAYERS, "output": einsum("i,i->i", SIXTIETH, SIXTIETH)}
OVER_THE_LIMIT: Table = {
    "cofactors-many-monomials": (zeroes(MANY), PRODUCTS_OF_MONOMIALS),
    "conserved-quantity-many-monomials": (
        conserved(law({}, {"w": [200]}, power(3, einsum("i->", "w"))), power(3, einsum("i->", "w"))),
        PRODUCTS_OF_MONOMIALS,
    ),
    "brackets-deep": (altered(FIELDS, ("evidence/brackets", nest(60)), ("evidence/rows/2", 60)), WORK),
    "brackets-of-a-high-degree": (
        altered(FIELDS, ("claim/law", HIGH), ("evidence/brackets", nest(2)), ("evidence/rows/2", 3)),
        DEGREE,
    ),
}
