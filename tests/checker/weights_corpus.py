"""The part of the corpora about other weights with the same function: see ``corpus``, which writes it."""

from __future__ import annotations

from typing import Any

from .law_corpus import (
    COEFFICIENTS,
    DEGREE_OF_AN_IDENTITY,
    PRODUCTS_OF_MONOMIALS,
    einsum,
    law,
    linear,
    network,
    power,
    tower,
)
from .laws import Law
from .making import (
    INTEGER,
    KEYS,
    LIST,
    LOWEST,
    REMOVED,
    WORK,
    Certificate,
    Table,
    altered,
    certificate,
    step,
)

FUNCTIONS = "the parameters have different functions"
MARKS = "each array has the same marks"
ARRAYS = "the arrays are parameters of the law"


def others(of: Law, point: Any, other: Any, *arrays: str, field: str = "Q") -> Certificate:
    chosen = list(arrays) or [name for name in of["parameters"] if name.startswith("W")]
    evidence = {"point": other}
    return certificate(step("not-determined", field, "other-weights", evidence, law=of, point=point, arrays=chosen))


def weights(*arrays: Any) -> dict[str, Any]:
    return {f"W{k}": array for k, array in enumerate(arrays, 1)}


# ---------------------------------------------------------------------------------------------------- certificates

TWO, ONE, CUBIC = network((2, 3, 2), 2), network((2, 2, 1), 2), network((2, 4, 1), 3)
DEEP, BIASED = network((2, 2, 2, 2), 2, 2), network((1, 2, 1), 2, biases=True)
TWIN = weights([[1, 2], [2, 4], [0, 1]], [[1, 3, 5], [2, 1, 1]])  # neuron 1 is twice neuron 0
MERGED = weights([[1, 2], [2, 4], [0, 1]], [[13, 0, 5], [2, 1, 1]])
ROWS = [[1, 2], [3, 1]]
TURNED = [[4, 3], [-2, 1]]  # (y + z, y − z) with halves of the squares: not a zero, another cross ratio
PLUS, MINUS = [[1, 0], [0, 1]], [[1, 1], [1, -1]]
SPARSE = law(  # two free weights into a neuron each, on the places (0, 0) and (1, 1), and one more neuron's
    {"x": [2]}, {"W1": [2], "W2": [1, 2]}, linear("W2", "h1"), ("h1", power(2, einsum("i,i->i", "W1", "x")))
)
PLAIN = law({"x": []}, {"W1": [2], "W2": [2]}, einsum("i,i,->", "W1", "W2", "x"))
CUBE = law({"x": []}, {"W1": [2, 1, 2], "W2": []}, einsum("ijk,,->", "W1", "W2", "x"))

ACCEPTED: dict[str, Certificate] = {
    "other-weights-proportional-neurons": others(TWO, TWIN, MERGED),
    "other-weights-proportional-neurons-over-c": others(TWO, TWIN, MERGED, field="C"),
    "other-weights-idle-neuron": others(
        TWO,
        weights([[1, 2], [2, 5], [0, 0]], [[1, 3, 5], [2, 1, 1]]),
        weights([[1, 2], [2, 5], [0, 0]], [[1, 3, 0], [2, 1, 7]]),
    ),
    "other-weights-cross-ratios": others(ONE, weights(ROWS, [[1, 1]]), weights(TURNED, [["1/2", "1/2"]])),
    "other-weights-of-one-array": others(ONE, weights(ROWS, [[1, 1]]), weights(TURNED, [["1/2", "1/2"]]), "W1"),
    "other-weights-deep": others(
        DEEP,
        weights(PLUS, MINUS, PLUS),
        weights(MINUS, [["1/2", "1/2"], ["1/2", "-1/2"]], [[1, 0], [1, -1]]),
    ),
    "other-weights-fractions": others(
        BIASED,
        {"W1": [["1/2"], ["1/3"]], "b1": [1, "2/3"], "W2": [["4/5", 1]], "b2": ["1/7"]},
        {"W1": [["1/2"], ["1/3"]], "b1": [1, "2/3"], "W2": [["56/45", 0]], "b2": ["1/7"]},
    ),
    "other-weights-biases": others(
        BIASED,
        {"W1": [[1], [0]], "b1": [1, 3], "W2": [[1, 2]], "b2": [5]},
        {"W1": [[1], [0]], "b1": [1, 0], "W2": [[1, 0]], "b2": [23]},
    ),
    "other-weights-list-of-free-weights": others(
        SPARSE, {"W1": [1, 2], "W2": [[1, 0]]}, {"W1": [1, 0], "W2": [[1, 0]]}, "W1"
    ),
    "other-weights-vectors": others(PLAIN, {"W1": [1, 2], "W2": [1, 1]}, {"W1": [3, 0], "W2": [1, 1]}),
    "other-weights-of-order-three": others(
        CUBE, {"W1": [[[1, 2]], [[3, 4]]], "W2": 1}, {"W1": [[[0, 0]], [[0, 10]]], "W2": 1}
    ),
    "other-weights-scalar": others(
        CUBE, {"W1": [[[1, -1]], [[0, 0]]], "W2": 1}, {"W1": [[[1, -1]], [[0, 0]]], "W2": 0}, "W2"
    ),
}
A = ACCEPTED
TWINS = A["other-weights-proportional-neurons"]

REJECTED: Table = {
    "other-weights-permuted-and-rescaled": (
        others(TWO, TWIN, weights([[4, 8], [0, 3], [-1, -2]], [["3/4", "5/9", 1], ["1/4", "1/9", 2]])),
        MARKS,
    ),
    "other-weights-the-same": (others(TWO, TWIN, TWIN), MARKS),
    "other-weights-rows-and-columns": (  # both exchanged, and rescaled
        others(
            PLAIN | {"parameters": {"W1": [2], "W2": [2], "W3": [2, 2]}},
            {"W1": [1, 2], "W2": [1, 1], "W3": [[1, 2], [3, 0]]},
            {"W1": [1, 2], "W2": [1, 1], "W3": [[0, 12], [14, 35]]},
        ),
        MARKS,
    ),
    "other-weights-of-another-function": (
        others(TWO, TWIN, weights([[1, 2], [2, 4], [0, 1]], [[12, 0, 5], [2, 1, 1]])),
        FUNCTIONS,
    ),
    "other-weights-another-second-output": (
        others(TWO, TWIN, weights([[1, 2], [2, 4], [0, 1]], [[13, 0, 5], [2, 1, 0]])),
        FUNCTIONS,
    ),
    "other-weights-at-the-same-values": (  # t² and t agree at 0 and 1, t³ and t at −1 as well
        others(
            law(
                {"x": []},
                {"W1": [3]},
                einsum(
                    "i,i->",
                    "W1",
                    [
                        "+",
                        einsum("i,->i", ["constant", [1, 0, 0]], "x"),
                        einsum("i,->i", ["constant", [0, 1, 0]], power(2, "x")),
                        einsum("i,->i", ["constant", [0, 0, 1]], power(3, "x")),
                    ],
                ),
            ),
            {"W1": [1, 0, 0]},
            {"W1": [0, 0, 1]},
        ),
        FUNCTIONS,
    ),
    "other-weights-without-rotation": (  # t² + t sees what t² does not
        others(network((2, 2, 1), [0, 1, 1]), weights(ROWS, [[1, 1]]), weights(TURNED, [["1/2", "1/2"]])),
        FUNCTIONS,
    ),
    "other-weights-in-an-array-that-does-not-count": (altered(TWINS, ("claim/arrays", ["W1"])), MARKS),
    "other-weights-without-arrays": (altered(TWINS, ("claim/arrays", [])), MARKS),
    "other-weights-biases-alone": (
        others(
            BIASED,
            {"W1": [[1], [0]], "b1": [1, 1], "W2": [[1, 1]], "b2": [5]},
            {"W1": [[1], [0]], "b1": [1, 0], "W2": [[1, 1]], "b2": [6]},
        ),
        MARKS,
    ),
    "other-weights-vector-rescaled": (
        others(PLAIN, {"W1": [1, 2], "W2": [1, 1]}, {"W1": [2, 1], "W2": [1, 1]}),
        MARKS,
    ),
}

MALFORMED: Table = {
    "other-weights-over-a-finite-field": (altered(TWINS, ("claim/field", "GF(7)")), "the rule is for characteristic 0"),
    "other-weights-without-an-array-of-the-point": (altered(TWINS, ("claim/point/W2", REMOVED)), KEYS),
    "other-weights-without-an-array": (altered(TWINS, ("evidence/point/W2", REMOVED)), KEYS),
    "other-weights-with-an-unknown-array": (altered(TWINS, ("evidence/point/W3", [1])), KEYS),
    "other-weights-point-of-the-inputs": (altered(TWINS, ("claim/point/x", [1, 1])), KEYS),
    "other-weights-point-a-list": (altered(TWINS, ("claim/point", [[[1]], [[1]]])), KEYS),
    "other-weights-another-shape": (altered(TWINS, ("evidence/point/W1", [[1, 2], [2, 4]])), LIST),
    "other-weights-another-width": (altered(TWINS, ("claim/point/W1/0", [1, 2, 3])), LIST),
    "other-weights-flat": (altered(TWINS, ("claim/point/W1/0", 1)), LIST),
    "other-weights-too-deep": (altered(TWINS, ("claim/point/W1/0/0", [1])), INTEGER),
    "other-weights-float": (altered(TWINS, ("claim/point/W1/0/0", 1.0)), INTEGER),
    "other-weights-not-reduced": (altered(TWINS, ("evidence/point/W1/0/0", "2/2")), LOWEST),
    "other-weights-more-evidence": (altered(TWINS, ("evidence/modulus", 101)), KEYS),
    "other-weights-arrays-an-object": (altered(TWINS, ("claim/arrays", {"W1": 1})), LIST),
    "other-weights-array-of-the-inputs": (altered(TWINS, ("claim/arrays/0", "x")), ARRAYS),
    "other-weights-array-under-let": (altered(TWINS, ("claim/arrays/0", "h1")), ARRAYS),
    "other-weights-array-a-number": (altered(TWINS, ("claim/arrays/0", 0)), ARRAYS),
    "other-weights-array-a-list": (altered(TWINS, ("claim/arrays/0", ["W1"])), ARRAYS),
    "other-weights-without-a-point": (altered(TWINS, ("claim/point", REMOVED)), KEYS),
}


def constant(*lets: tuple[str, Any], output: str) -> Certificate:
    """About a law that does not see its inputs, at a long number."""
    of = law({"x": []}, {"W1": []}, output, *lets)
    return others(of, {"W1": 10**18}, {"W1": 0})


OVER_THE_LIMIT: Table = {
    "other-weights-tower": (constant(*tower("W1", 60), output="h60"), COEFFICIENTS),
    "other-weights-tower-of-one": (
        altered(constant(*tower("W1", 60), output="h60"), ("claim/point/W1", 1)),
        DEGREE_OF_AN_IDENTITY,
    ),
    "other-weights-many-monomials": (
        others(law({"x": [200]}, {"W1": []}, power(3, ["+", einsum("a->", "x"), "W1"])), {"W1": 1}, {"W1": 0}),
        PRODUCTS_OF_MONOMIALS,
    ),
    "other-weights-large-matrix": (
        others(law({"x": []}, {"W1": [60, 60]}, "x"), {"W1": [[1] * 60] * 60}, {"W1": [[0] * 60] * 60}),
        WORK,
    ),
}
