"""The part of the corpora about exterior products of forms and forms in powers: see ``corpus``, which writes it."""

from __future__ import annotations

from itertools import product
from typing import Any

from .law_corpus import (
    ANOTHER,
    AT_A_NAME,
    BOUND,
    MANY_MONOMIALS,
    SHARED,
    ZERO_CHARACTERISTIC,
    Blades,
    at_most,
    by_double_points,
    counted,
    einsum,
    law,
    linear,
    moved,
    network,
    padded,
    power,
    power_sum,
)
from .laws import Law, before
from .making import (
    BELOW,
    KEYS,
    NATURAL,
    REMOVED,
    SQUARE_MINOR,
    Certificate,
    Table,
    altered,
    certificate,
    identity,
)

HOMOGENEOUS = "the parts are not homogeneous, the second in the node alone"
NO_POWER = "the node is no power"
NOT_LINEAR = "the node is no power of linear forms"
OWN_WEIGHTS = "the linear forms have no weights of their own"
IDLE = "a part is constant in its inputs"
VOLUME = "two powers do not sum to that of a volume"
SIZE = "the power is below the size of the block"
DEGREES = "two degrees do not sum to that of the law"

# ------------------------------------------------------------------------------------------------------- instances


def without_signs(one: Blades, two: Blades) -> Blades:
    """What a prover that forgets the signs takes for the exterior product."""
    result: Blades = {}
    for (S, x), (T, y) in product(one.items(), two.items()):
        if not set(S) & set(T):
            both = tuple(sorted(S + T))
            result[both] = result.get(both, 0) + x * y
    return result


STRASSEN = ((3, 3, 3), (1, 1, 1), 4, ((1, (0, 1, 0)), (1, (0, 0, 1))))
CUBICS = ((4,), (3,), 3, ((1, (1,)), (2, (1,))))


def substituted(of: Law, name: str, rank: int, first: int | None = None, field: str = "Q") -> Certificate:
    """By ``substitution``; the parameters of the part before are counted, unless its bound is given."""
    premise = counted(before(of, name), first, field)
    return certificate(premise, at_most("substitution", of, rank, {"at": name}, (0,), field))


def squares(z: Any, output: Any, parameters: Any = None, h: Any = None) -> Law:
    """Two forms z, their squares h, and what is made of them: three combinations have dimension 4 − 2 + 3 · 2."""
    lets = ("z", z), ("h", power(2, "z") if h is None else h)
    return law({"x": [2]}, parameters or {"W": [2, 2], "V": [3, 2]}, output, *lets)


FORMS = linear("W", "x")
COMBINATIONS = linear("V", "h")
UNIT = ["constant", [[1, 0], [0, 1]]]
IDLE_AFTER = squares(  # of dimension 3, and before h nothing moves
    linear("W", ["-", "x", "x"]),
    einsum("i,->i", "c", ["apply", [1], einsum("i->", "h")]),
    {"W": [2, 2], "c": [3]},
)
NOTHING_MOVES = at_most(
    "vector-fields",
    before(IDLE_AFTER, "h"),
    0,
    moved(
        before(IDLE_AFTER, "h"),
        [
            {"W": ["constant", [[int((i, j) == place) for j in range(2)] for i in range(2)]]}
            for place in product(range(2), repeat=2)
        ],
    ),
)

# -------------------------------------------------------------------------------------------------------- accepted

ACCEPTED: dict[str, Certificate] = {
    "double-points-strassen": certificate(by_double_points(*STRASSEN, wedge=0)),
    "double-points-middle-block": certificate(
        by_double_points((3, 3, 3), (1, 1, 1), 4, ((1, (1, 0, 0)), (1, (0, 0, 1))), wedge=1)
    ),
    "double-points-of-a-net": certificate(by_double_points((3, 4), (1, 2), 5, ((1, (0, 1)), (1, (0, 1))), wedge=0)),
    "double-points-in-their-own-block": certificate(by_double_points(*CUBICS, wedge=0)),
    "double-points-of-several-powers": certificate(
        by_double_points((3, 2), (1, 2), 2, ((0, (0, 1)), (2, (0, 1))), ((0, (0, 2)), (2, (0, 0))), wedge=0)
    ),
    "double-points-block-of-one-variable": certificate(
        by_double_points((1, 3), (1, 2), 2, ((0, (0, 1)), (0, (0, 1))), wedge=0)
    ),
    "substitution": substituted(network((2, 3, 5, 5, 2), 4, 2, 2), "h1", 31),
    "substitution-fewer-than-inputs": substituted(network((3, 2, 2, 1), 2, 2), "h1", 7),
    "substitution-of-low-degree": substituted(network((2, 3, 2), 2), "h1", 9),
    "substitution-one-input": substituted(network((1, 2, 3), 2), "h1", 3),
    "substitution-one-neuron": substituted(network((1, 1, 3), 2), "h1", 3),
    "substitution-few-monomials": substituted(network((2, 4, 3, 2), 2), "h1", 14),
    "substitution-scaled-square": substituted(network((2, 2, 3), [0, 0, "1/2"]), "h1", 8),
    "substitution-deep": substituted(network((2, 3, 3, 4, 2), 2), "h2", 34, 15),
}
A = ACCEPTED
KOSZUL = A["double-points-strassen"]
EVIDENCE = KOSZUL["steps"][0]["evidence"]

# -------------------------------------------------------------------------------------------------------- rejected


def one_less(name: str) -> Certificate:
    return altered(A[name], ("claim/rank", A[name]["steps"][-1]["claim"]["rank"] - 1))


REJECTED: Table = {
    "double-points-strassen-one-less": (one_less("double-points-strassen"), BOUND + "26"),
    "double-points-in-their-own-block-one-less": (one_less("double-points-in-their-own-block"), BOUND),
    "double-points-without-signs": (
        certificate(by_double_points(*STRASSEN, wedge=0, multiplied=without_signs)),
        SQUARE_MINOR,
    ),
    "double-points-wedge-with-another-point": (altered(KOSZUL, ("evidence/point/a0/0/0", 100)), SQUARE_MINOR),
    "double-points-wedge-with-dependent-points": (
        altered(KOSZUL, *((f"evidence/point/a{k}/1", EVIDENCE["point"][f"a{k}"][0]) for k in range(3))),
        SQUARE_MINOR,
    ),
    "double-points-wedge-with-zero": (altered(KOSZUL, ("evidence/point/a0/0", [0, 0, 0])), SQUARE_MINOR),
    "double-points-wedge-one-more": (
        altered(KOSZUL, ("claim/rank", 25), ("evidence", padded(EVIDENCE, "products"))),
        SQUARE_MINOR,
    ),
    "double-points-more-conditions-than-generators": (  # five points: ten conditions on nine generators
        altered(
            KOSZUL,
            ("claim/law", power_sum((3, 3, 3), (1, 1, 1), 5)),
            *((f"evidence/point/a{k}/4", [1, k, 1]) for k in range(3)),
            *((f"evidence/ideals/{i}/rows", [*range(9), 0]) for i in range(2)),
            *((f"evidence/ideals/{i}/inverse", identity(10)) for i in range(2)),
        ),
        SQUARE_MINOR,
    ),
    "substitution-one-less": (one_less("substitution"), BOUND + "31"),
    "substitution-fewer-than-inputs-one-less": (one_less("substitution-fewer-than-inputs"), BOUND + "7"),
    "substitution-one-neuron-with-a-relation": (altered(A["substitution-one-neuron"], ("claim/rank", 0)), BOUND + "3"),
    "substitution-few-monomials-one-less": (one_less("substitution-few-monomials"), BOUND + "14"),
    "substitution-another-premise": (
        altered(A["substitution"], ("/steps/0/claim/law", before(network((2, 3, 1), 2), "h1"))),
        ANOTHER,
    ),
    "substitution-sum-of-forms": (
        substituted(
            squares(FORMS, COMBINATIONS, {"W": [2, 2], "U": [2, 2], "V": [3, 2]}, ["+", linear("U", "x"), "z"]), "h", 99
        ),
        NO_POWER,
    ),
    "substitution-another-activation": (substituted(network((2, 2, 3), [0, 1, 1]), "h1", 99), HOMOGENEOUS),
    "substitution-no-activation": (substituted(network((2, 2, 3), 2), "z1", 99), NO_POWER),
    "substitution-biases": (substituted(network((2, 2, 3), 2, biases=True), "h1", 99), NOT_LINEAR),
    "substitution-transposed": (substituted(squares(einsum("ji,j->i", "W", "x"), COMBINATIONS), "h", 99), NOT_LINEAR),
    "substitution-without-a-name": (substituted(squares("x", COMBINATIONS, h=power(2, FORMS)), "h", 99), NOT_LINEAR),
    "substitution-fixed-weights": (  # the dimension is 6
        substituted(squares(einsum("ij,j->i", UNIT, "x"), COMBINATIONS, {"V": [3, 2]}), "h", 4),
        OWN_WEIGHTS,
    ),
    "substitution-weights-used-twice": (
        substituted(squares(linear("W", power(2, FORMS)), COMBINATIONS), "h", 99),
        OWN_WEIGHTS,
    ),
    "substitution-shared-weights": (substituted(squares(FORMS, linear("W", "h"), {"W": [2, 2]}), "h", 99), SHARED),
    "substitution-input-after": (
        substituted(squares(FORMS, ["+", COMBINATIONS, linear("V", "x")]), "h", 99),
        HOMOGENEOUS,
    ),
    "substitution-constant-after": (
        substituted(squares(FORMS, ["+", COMBINATIONS, ["constant", [1, 1, 1]]]), "h", 99),
        HOMOGENEOUS,
    ),
    "substitution-constant-before": (
        substituted(squares(linear("W", ["+", "x", ["constant", [1, 1]]]), COMBINATIONS), "h", 99),
        HOMOGENEOUS,
    ),
    "substitution-of-numbers": (
        substituted(squares(linear("W", ["constant", [1, 1]]), COMBINATIONS), "h", 99),
        IDLE,
    ),
    "substitution-constant-in-the-node": (
        certificate(NOTHING_MOVES, at_most("substitution", IDLE_AFTER, 1, {"at": "h"}, (0,))),
        IDLE,
    ),
}

# ------------------------------------------------------------------------------------------------------- malformed

MALFORMED: Table = {
    "double-points-wedge-too-large": (altered(KOSZUL, ("evidence/wedge", 3)), BELOW),
    "double-points-wedge-true": (altered(KOSZUL, ("evidence/wedge", True)), NATURAL),
    "double-points-wedge-missing": (altered(KOSZUL, ("evidence/wedge", REMOVED)), KEYS),
    "double-points-without-the-wedge": (altered(KOSZUL, ("evidence/wedge", None)), SIZE),
    "double-points-power-too-large": (  # it has no conditions, but many generators
        altered(KOSZUL, ("evidence/ideals/2", {"power": 3, "degree": [60, 60, 60], "rows": [], "inverse": []})),
        SIZE,
    ),
    "double-points-power-negative": (altered(KOSZUL, ("evidence/ideals/0/power", -1)), NATURAL),
    "double-points-power-missing": (altered(KOSZUL, ("evidence/ideals/0/power", REMOVED)), KEYS),
    "double-points-powers-of-no-volume": (
        altered(A["double-points-of-several-powers"], ("evidence/products/0", [0, 0, 0, 0])),
        VOLUME,
    ),
    "double-points-without-the-vector": (
        altered(KOSZUL, ("claim/law", power_sum((3, 3, 3), (0, 1, 1), 4))),
        DEGREES,
    ),
    "double-points-generator-too-large": (altered(KOSZUL, ("evidence/products/0/1", 9)), BELOW),
    "double-points-generator-too-large-in-rows": (altered(KOSZUL, ("evidence/ideals/0/rows/0", 9)), BELOW),
    "substitution-at-a-parameter": (altered(A["substitution"], ("evidence/at", "W1")), AT_A_NAME),
    "substitution-extra-key": (altered(A["substitution"], ("evidence/relation", 4)), KEYS),
    "substitution-no-premise": (
        certificate(at_most("substitution", network((2, 3, 2), 2), 9, {"at": "h1"})),
        "the number of premises is wrong",
    ),
    "substitution-gf": (
        substituted(network((2, 3, 2), 2), "h1", 9, field="GF(101)"),
        ZERO_CHARACTERISTIC,
    ),
}

# -------------------------------------------------------------------------------------------------- over the limit

MANY = law(
    {"x": [1]},
    {"W": [101, 1], "v": [101]},
    power(101, einsum("i,i->", "v", "h")),
    ("z", linear("W", "x")),
    ("h", power(2, "z")),
)
OVER_THE_LIMIT: Table = {
    "double-points-many-blades": (
        altered(
            certificate(by_double_points((1, 2), (1, 2), 1, ((0, (0, 1)), (0, (0, 1))), wedge=0)),
            ("claim/law", power_sum((300, 2), (1, 2), 1)),
            ("evidence/point/a0", [[1] * 300]),
            ("evidence/ideals/0/power", 150),
        ),
        MANY_MONOMIALS,
    ),
    "substitution-many-monomials": (substituted(MANY, "h", 1), MANY_MONOMIALS),
}
