"""Generic weights of networks, finitely and globally."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.explore.identifiability import Identifiability, identifiable
from algebra_tnn.explore.localization import consequences, obstructions
from algebra_tnn.laws import Law
from algebra_tnn.models import PolynomialNetwork


def found(widths: tuple[int, ...], degrees: Any = None, biases: bool = False, **how: Any) -> Identifiability:
    return identifiable(PolynomialNetwork(widths, degrees, biases=biases, **how))


TWO_LAYERS = [
    ((3, 2, 2), 2),
    ((3, 3, 3), 2),
    ((4, 5, 4), 2),
    ((4, 6, 6), 2),
    ((3, 4, 4), 2),
    ((3, 4, 3), 3),
    ((3, 5, 3), 3),
    ((3, 6, 4), 3),
    ((4, 6, 2), 3),
    ((2, 3, 2), 4),
    ((3, 6, 2), 4),
    ((3, 6, 3), 4),
    ((2, 2, 1), 3),
    ((1, 1, 1), 2),
]


@pytest.mark.parametrize(("widths", "degree"), TWO_LAYERS)
def test_two_layers(widths: tuple[int, int, int], degree: int) -> None:
    answer = found(widths, degree)
    assert (answer.finite, answer.globally, answer.decompositions, answer.trusts) == ("proved", "proved", 1, ())
    inputs, hidden, outputs = widths
    assert (answer.rescalings, answer.free) == (hidden, hidden * (inputs + outputs - 1))
    assert answer.dimension.lower == answer.dimension.upper == answer.free
    assert answer.certificate is not None
    judgement = checker.check(answer.certificate.to_json())
    assert judgement.reason.startswith("number-of-decompositions, count 1")


@pytest.mark.parametrize(("widths", "number"), [((4, 7, 7), 8), ((5, 11, 11), 4368)])
def test_finite_and_not_global(widths: tuple[int, ...], number: int) -> None:
    answer = found(widths, 2)
    assert (answer.finite, answer.globally, answer.decompositions) == ("proved", "refuted", number)
    assert (answer.rule, answer.trusts) == ("linear-section", ("ArbarelloCornalbaGriffithsHarris1985",))
    assert f"global: refuted: {number} classes of weights" in answer.explanation


@pytest.mark.slow
@pytest.mark.parametrize(("widths", "layers"), [((4, 7, 7, 7), (1, 2)), ((4, 4, 7, 7), (2, 3))])
def test_a_block_with_several_classes(widths: tuple[int, ...], layers: tuple[int, int]) -> None:
    answer = found(widths, 2)
    assert (answer.finite, answer.globally, answer.decompositions) == ("proved", "refuted", None)
    text = f"global: refuted: 8 classes of weights of (4,7,7) with t^2, layers {layers[0]} and {layers[1]}"
    assert text in answer.explanation
    assert found((4, 7, 7, 7), 2, biases=True).globally == "undecided"


def test_a_block_behind_one_input() -> None:
    """Neurons behind a layer of width 1 can be exchanged; whether the others are moved is not what is proved."""
    assert found((1, 4, 7, 7), 2).reason == ", since not even finite"


@pytest.mark.parametrize(
    ("widths", "degrees", "biases", "dimension"),
    [
        ((3, 5, 5), 2, False, 30),
        ((3, 2, 1), 2, False, 5),
        ((4, 5, 3), 2, False, 29),
        ((2, 2, 1), 2, True, 6),
        ((2, 3, 3, 1), (3, 3), False, 10),
        ((3, 2, 2), 1, False, 6),  # a linear network
    ],
)
def test_not_finite(widths: tuple[int, ...], degrees: Any, biases: bool, dimension: int) -> None:
    answer = found(widths, degrees, biases)
    assert (answer.finite, answer.globally, answer.decompositions) == ("refuted", "refuted", None)
    assert answer.dimension.upper == dimension < answer.free and answer.trusts == ()
    assert answer.certificate is answer.dimension.certificate is not None
    assert answer.rule == answer.dimension.certificate.premises[1].rule


def test_biases() -> None:
    answer = found((2, 2, 1), 3, True)
    assert (answer.finite, answer.globally, answer.rescalings, answer.free) == ("proved", "proved", 2, 7)
    answer = found((3, 3, 2), activations="x^2 + 4x + 1", biases=True)
    assert (answer.finite, answer.globally, answer.rescalings) == ("proved", "proved", 3)
    answer = found((3, 6, 6), 2, True)  # six quadratic forms are too many, and seven with the output biases, too
    assert (answer.finite, answer.globally, answer.decompositions) == ("proved", "undecided", None)
    assert "terms of degree 2: tangent spaces have 48 dimensions together, and there are 36" in answer.explanation
    assert "made homogeneous: tangent spaces have 63 dimensions together, and there are 60" in answer.explanation
    answer = found((3, 6, 7), 2, True)
    assert (answer.finite, answer.globally, answer.decompositions) == ("proved", "undecided", None)
    assert "made homogeneous: 8 decompositions, and how many of them are of networks" in answer.explanation


def test_biases_by_the_terms_of_the_highest_degree() -> None:
    """A quadric in x and x0 is a sum of two squares in many ways, but in one way with a multiple of x0²."""
    answer = found((1, 1, 1), 2, True)
    assert (answer.finite, answer.globally, answer.decompositions) == ("proved", "proved", 1)
    assert found((1, 1, 1), 1, True).globally == "refuted"
    answer = found((4, 5, 4), 2, True)
    assert (answer.finite, answer.globally) == ("proved", "proved")


def test_what_is_not_decided_globally() -> None:
    deep = found((4, 3, 2, 2), 2)
    assert (deep.finite, deep.globally, deep.rule) == ("proved", "undecided", None)
    assert "no rule proves it for three layers" in deep.reason and deep.certificate is deep.dimension.certificate
    other = found((3, 4, 3), activations="x^3 + x")
    assert (other.finite, other.globally, other.rescalings) == ("proved", "undecided", 0)
    assert other.reason == ": the activation t³ + t is not α t^r, so no power sum"
    shifted = found((3, 4, 3), activations="x^2 + x")  # a shifted power, but there are no biases to absorb the shift
    assert (shifted.finite, shifted.globally) == ("proved", "undecided")
    mixed = found((3, 2, 2), activations=[["x^2", "2x^2"]])
    assert "different activations" in mixed.reason
    sparse = found((2, 2, 2), 2, sparsity=[[[1, 0], [1, 1]], None])
    assert (sparse.globally, "dense layers" in sparse.reason) == ("undecided", True)


def test_one_layer() -> None:
    answer = found((3, 2))
    assert (answer.finite, answer.globally, answer.decompositions) == ("proved", "proved", 1)
    assert "the weights are the coefficients" in answer.explanation


def test_multiples_of_powers() -> None:
    answer = found((3, 4, 3), activations="2 x^3")
    assert (answer.finite, answer.globally, answer.rule) == ("proved", "proved", "generic-point")


def test_a_law_has_no_neurons() -> None:
    law = Law.trace(lambda x, W: W @ x, {"x": (2,)}, {"W": (2, 2)})
    with pytest.raises(
        TypeError, match="the model is Law, and what determines its parameters is not known; give a PolynomialNetwork"
    ):
        identifiable(law)  # that is the mistake


def test_dictionary() -> None:
    answer = found((4, 7, 7), 2)
    value = answer.to_dict()
    keys = {"name", "finite", "global", "decompositions", "rule", "field", "parameters", "rescalings", "trusts"}
    assert value.keys() == keys | {"attempts", "remarks", "explanation", "dimension"}
    assert (value["global"], value["decompositions"], value["parameters"], value["rescalings"]) == ("refuted", 8, 77, 7)
    assert value["dimension"]["lower"] == 70
    assert ">finite: proved" in answer._repr_html_()


def test_consequences() -> None:
    def known(*arguments: Any, **how: Any) -> list[str]:
        names = {"widths": "pyramid", "Kruskal's": "Kruskal", "degrees": "threshold", "the": "blocks"}
        return [names[text.split()[0]] for text in consequences(PolynomialNetwork(*arguments, **how))]

    assert known((4, 3, 2, 2), 2) == ["pyramid", "Kruskal", "blocks"]
    assert known((4, 3, 2, 1), 2) == []  # the last degree is too small, and (3,2,1) with t² is not identifiable
    assert known((4, 3, 2, 1), (2, 3)) == ["pyramid", "Kruskal", "blocks"]
    assert known((3, 2, 2, 2), 3) == ["pyramid", "Kruskal", "threshold", "blocks"]
    assert known((2, 2, 3, 1), (3, 5)) == ["Kruskal", "threshold", "blocks"]
    assert known((2, 2, 3, 1), (3, 4)) == []
    assert known((4, 4, 5, 2), (2, 3)) == ["Kruskal", "blocks"]
    assert known((4, 3, 5, 3), (2, 3)) == ["blocks"]  # (3,5,3) with t³ is identifiable beyond the condition
    assert known((2, 1, 2, 1), 5) == []  # a width is 1
    assert known((2, 2, 1), 3, biases=True) == ["Kruskal"]
    assert known((2, 2, 1), 2, biases=True) == []
    assert known((3, 2, 2), activations="x^2 + x") == known((2, 2, 2), 2, sparsity=[[[1, 0], [1, 1]], None]) == []
    assert known((3, 2)) == []


def test_obstructions() -> None:
    def known(*arguments: Any) -> list[str]:
        return list(obstructions(PolynomialNetwork(*arguments)))

    assert known((5, 5, 3, 1), 2) == ["the block (5,3,1) with t^2 is not finitely identifiable (statement G11)"]
    assert known((2, 4, 2), 2) == ["4 powers t^2 of forms in 2 variables are dependent (statement G7)"]
    assert known((2, 3, 3, 1), 3) == []  # all blocks are, which is not enough
    assert known((3, 2, 1), 2) == []  # the network is its only block


def test_fibres_over_a_small_field() -> None:
    """(2,2,1) with t³ over GF(7): no weights but the permuted and rescaled ones have the same function."""
    p = 7
    forms = list(product(range(p), repeat=2))
    cubes = {(a, b): (a**3 % p, 3 * a * a * b % p, 3 * a * b * b % p, b**3 % p) for a, b in forms}
    terms = [[tuple(c * x % p for x in cubes[form]) for form in forms] for c in range(1, p)]
    functions = Counter(
        tuple((x + y) % p for x, y in zip(one, two, strict=True))
        for first, second in product(terms, repeat=2)
        for (a, one), (b, two) in product(zip(forms, first, strict=True), zip(forms, second, strict=True))
        if (a[0] * b[1] - a[1] * b[0]) % p
    )
    assert set(functions.values()) == {2 * (p - 1) ** 2}
