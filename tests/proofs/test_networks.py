"""What the proofs about networks say besides their claims: hypotheses of instances, examples, equations, lists."""

from __future__ import annotations

from itertools import product
from math import factorial, prod
from random import Random
from typing import Any

import pytest
from sympy import Matrix, Poly, factor_list, symbols

from algebra_tnn import PolynomialNetwork, dimension, library, rank
from tests.proofs import networks


def instances(name: str) -> list[PolynomialNetwork]:
    module = library.load(name)
    return getattr(module, "INSTANCES", [module.INSTANCE])


def lowered(f: PolynomialNetwork) -> list[PolynomialNetwork]:
    """The networks with one neuron less in one hidden layer of at least two."""
    w = f.widths
    found = [(*w[:i], w[i] - 1, *w[i + 1 :]) for i in range(1, f.depth) if w[i] > 1]
    return [PolynomialNetwork(widths, degrees=f.degrees) for widths in found]


# -------------------------------------------------------------------------------------------- theorems' instances


@pytest.mark.parametrize(
    ("name", "hypotheses"),
    [
        ("dimension/shallow_quadratic", networks.shallow_quadratic),
        ("dimension/rotations", networks.rotations),
        ("dimension/activation_threshold", networks.wide_enough),
        ("dimension/sufficient_widths", networks.sufficient_widths),
        ("dimension/asymptotic_bottleneck", networks.asymptotic_bottleneck),
        ("dimension/equal_widths", networks.equal_widths),
        ("dimension/hypersurfaces", networks.in_the_box),
        ("dimension/power_activation", networks.rescaled),
        ("dimension/shifted_power", networks.rescaled),
        ("identifiability/impossible_width", networks.impossible_width),
        ("identifiability/localization", networks.localized),
        ("identifiability/unidentifiable_block", networks.spoiled),
        ("identifiability/pyramid", networks.pyramid),
        ("identifiability/degree_threshold", networks.threshold),
        ("identifiability/biases", networks.with_biases),
        ("identifiability/bottleneck", networks.bottleneck),
        ("identifiability/shallow_tensor", networks.powers),
        ("identifiability/homogenization", networks.biased_powers),
        ("dimension/unbalanced", networks.unbalanced),
        ("dimension/segre_veronese", networks.listed),
        ("dimension/three_layer_law", networks.three_layers),
    ],
)
def test_instances_satisfy_the_hypotheses(name: str, hypotheses: Any) -> None:
    for f in instances(name):
        assert all(hypotheses(f).values()), f


def test_blocks_of_the_false_statements() -> None:
    """G12: all blocks are identifiable. G14: some block with inputs cut down is not. G10: nor there."""
    for name in ("identifiability/blocks", "identifiability/blocks_too_many", "identifiability/localization_uncut"):
        for f in instances(name):
            assert all(map(networks.identifiable, networks.blocks(f))), f
    for name in ("identifiability/localization_fails", "identifiability/localization_unnecessary"):
        for f in instances(name):
            assert not networks.localized(f)["cut blocks"], f
    for f in instances("identifiability/identifiable_blocks"):
        assert not networks.spoiled(f)["a bad block"], f


def test_biased_networks_of_width_one() -> None:
    f = networks.network("identifiability/biases_width_one")
    assert all(networks.with_biases(f).values())
    assert not any(networks.with_biases(f)["degrees"] for f in instances("identifiability/biases_quadratic"))


def test_more_outputs_start_from_identifiable_networks() -> None:
    for f in instances("identifiability/more_outputs"):
        *layers, outputs = f.widths
        assert networks.identifiable(PolynomialNetwork((*layers, outputs - 1), degrees=f.degrees)), f


def test_degrees_above_those_of_all_blocks() -> None:
    """D25: each block reaches its free parameters at a degree below that of its layer."""
    for f in instances("dimension/threshold_persists"):
        for b in networks.blocks(f, cut=True):
            lower = PolynomialNetwork(b.widths, degrees=b.degrees[0] - 1, biases=f.biases)
            assert networks.identifiable(lower), lower


def test_thresholds_cannot_be_lowered() -> None:
    for f in instances("dimension/activation_threshold"):
        below = PolynomialNetwork(f.widths, degrees=f.degrees[0] - 1)
        assert dimension(below).upper < networks.naive_count(below), f


def test_counts_are_as_the_texts_say() -> None:
    """Each bound that is missed would be allowed by the number of coefficients and of parameters."""
    for name in ("finite_by_counting", "pyramid_quadratic_output", "pyramid_width_one", "widths_increase"):
        f = networks.network(f"identifiability/{name}")
        assert networks.naive_count(f) <= f.ambient_dimension, name
    values = {
        "dimension/parameter_bound_missed": 12,
        "dimension/last_block_missed": 12,
        "dimension/last_block_exceptional": 20,
        "dimension/recursion_two_terms": 8,
        "dimension/shallow_quadratic_wide": 6,
        "dimension/shallow_cubic": 6,
        "dimension/rotations_by_group": 3,
        "dimension/rotations_cubic": 24,
        "dimension/rotations_two_outputs": 31,
        "dimension/width_one": 2,
        "dimension/single_input": 1,
        "dimension/below_threshold": 9,
        "dimension/equal_widths_one_output": 22,
        "dimension/overlap_by_count": 5,
        "dimension/two_terms": 10,
        "dimension/two_terms_biased": 12,
        "identifiability/finite_by_counting": 5,
        "identifiability/impossible_width": 8,
        "identifiability/localization_uncut": 14,
        "identifiability/unidentifiable_block": 32,
        "identifiability/blocks_too_many": 10,
        "identifiability/pyramid_quadratic_output": 25,
        "identifiability/pyramid_width_one": 6,
        "identifiability/widths_increase": 21,
        "identifiability/threshold_width_one": 3,
        "identifiability/biases_missing": 2,
        "identifiability/fewer_outputs": 7,
        "identifiability/bottleneck_degree": 13,
        "identifiability/bottleneck_width_one": 6,
        "dimension/three_layer_law_beyond": 5,
    }
    for name, value in values.items():
        found = dimension(networks.network(name))
        assert (found.lower, found.upper) == (value, value), name
    for f in instances("dimension/shifted_power"):
        assert dimension(f).lower == f.parameter_count - f.widths[1], f
    for widths, value in (((2, 2, 2, 1), 10), ((2, 2, 1, 2), 9)):  # with biases and t²; three layers of weights
        biased = dimension(PolynomialNetwork(widths, degrees=2, biases=True))
        assert biased.lower == biased.upper == value < networks.naive_count(PolynomialNetwork(widths, 2, biases=True))
    skip = dimension(library.load("dimension/overlap_branch").INSTANCE)
    assert skip.lower == skip.upper == 10


# -------------------------------------------------------------------------------------------------- examples, equations


def test_a_cubic_from_doubled_widths() -> None:
    """D22: x²y is no sum of two cubes, and is a function of the network with widths doubled."""
    f = PolynomialNetwork((2, 4, 1), degrees=3)
    weights = [[[1, 1], [1, -1], [0, 1], [0, 0]], [["1/6", "-1/6", "-1/3", 0]]]
    assert f.coefficients(weights) == ({(2, 1): 1},)


def drawn(f: PolynomialNetwork, seed: int) -> list[dict[tuple[int, ...], Any]]:
    """The coefficients of its outputs at random weights."""
    draw = Random(seed)
    weights = [
        [[draw.randint(1, 10**6) for _ in range(n)] for _ in range(m)]
        for n, m in zip(f.widths, f.widths[1:], strict=False)
    ]
    return list(f.coefficients(weights))


def rank_of(rows: list[list[Any]]) -> int:
    return rank(tuple(map(tuple, rows)))


def exponents(n: int, degree: int) -> list[tuple[int, ...]]:
    return [e for e in product(range(degree + 1), repeat=n) if sum(e) == degree]


def derivatives(form: dict[tuple[int, ...], Any], n: int, degree: int, order: int) -> list[list[Any]]:
    """The matrix of its derivatives of an order, up to factors of rows and columns: a catalecticant."""

    def entry(e: tuple[int, ...]) -> Any:
        return form.get(e, 0) * prod(map(factorial, e))

    rows, columns = exponents(n, order), exponents(n, degree - order)
    return [[entry(tuple(map(sum, zip(a, b, strict=True)))) for b in columns] for a in rows]


@pytest.mark.parametrize("seed", range(3))
def test_determinants_vanish(seed: int) -> None:
    """G24: each matrix is singular by one, for the network, and regular for a network with one neuron more."""
    for widths, r in [((2, 2, 3), 2), ((2, 3, 4), 3)]:
        for more in (0, 1):
            f = PolynomialNetwork((widths[0], widths[1] + more, widths[2]), degrees=r)
            matrix = [[form.get(e, 0) for e in exponents(2, r)] for form in drawn(f, seed)]
            assert rank_of(matrix) == widths[1] + more
    for widths, r, order in [((3, 2, 1), 2, 1), ((2, 2, 1), 4, 2), ((3, 5, 1), 4, 2)]:
        n, m, _ = widths
        for more in (0, 1):
            (form,) = drawn(PolynomialNetwork((n, m + more, 1), degrees=r), seed)
            assert rank_of(derivatives(form, n, r, order)) == m + more
    for more in (0, 1):
        forms = drawn(PolynomialNetwork((2, 3 + more, 2), degrees=4), seed)
        assert rank_of([row for form in forms for row in derivatives(form, 2, 4, 1)]) == 3 + more


def test_determinants_are_irreducible() -> None:
    a, b = symbols("a:6"), symbols("b:5")
    hankel = Matrix(3, 3, lambda i, j: a[i + j])
    stacked = Matrix(4, 4, lambda i, j: (a if i < 2 else b)[i % 2 + j])
    symmetric = Matrix([[a[0], a[1], a[2]], [a[1], a[3], a[4]], [a[2], a[4], a[5]]])
    for matrix, degree in ((hankel, 3), (stacked, 4), (symmetric, 3)):
        determinant = matrix.det(method="berkowitz").expand()
        _, factors = factor_list(determinant)
        assert len(factors) == 1 and factors[0][1] == 1
        assert Poly(determinant).total_degree() == degree


# -------------------------------------------------------------------------------------------------------------- lists


@pytest.mark.slow
def test_minimal_filling_networks() -> None:
    """D27: they fill, and with one neuron less anywhere they do not."""
    for f in [*instances("dimension/filling_unimodal"), *instances("dimension/filling_non_unimodal")]:
        assert dimension(f).lower == f.ambient_dimension
        for smaller in lowered(f):
            assert dimension(smaller).upper < smaller.ambient_dimension, smaller
    counterexample = networks.network("dimension/filling_non_unimodal")
    assert set(instances("dimension/filling_predecessor")) == set(lowered(counterexample))


@pytest.mark.slow
@pytest.mark.parametrize(
    "widths",
    [
        *[(2, 2, 2), (2, 3, 3, 2), (2, 3, 3, 3, 2), (2, 3, 3, 4, 4, 2)],
        *[(2, 3, 3, 4, 6, 5, 2), (2, 3, 3, 5, 7, 4, 2), (2, 3, 4, 5, 5, 5, 2), (2, 3, 4, 5, 6, 4, 2)],
        *[(2, 3, 3), (2, 3, 3, 3), (2, 3, 4, 4, 3), (2, 3, 4, 5, 5, 3), (2, 3, 4, 5, 6, 7, 3), (2, 3, 4, 5, 7, 6, 3)],
    ],
    ids=str,
)
def test_minimal_filling_networks_with_more_outputs(widths: tuple[int, ...]) -> None:
    f = PolynomialNetwork(widths, degrees=2)
    assert dimension(f).lower == f.ambient_dimension
    for smaller in lowered(f):
        assert dimension(smaller).upper < smaller.ambient_dimension, smaller


@pytest.mark.slow
def test_hypersurfaces_of_small_networks() -> None:
    """G25: exactly nine among 180, each dimension proved from both sides."""
    found = set()
    for n, m, outputs, r in product(range(1, 4), range(1, 6), range(1, 5), range(2, 5)):
        f = PolynomialNetwork((n, m, outputs), degrees=r)
        value = dimension(f)
        assert value.meet, f
        if value.lower == f.ambient_dimension - 1:
            found.add(f)
    assert found == set(instances("dimension/hypersurfaces"))
    assert len(found) == 9
