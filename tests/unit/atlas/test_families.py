"""The spaces of models: their numbers against brute force, their classes modulo symmetry, their sentences."""

from __future__ import annotations

import random
from itertools import combinations, pairwise, permutations, product
from math import comb, prod
from typing import Any

import pytest

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.families import FAMILIES
from algebra_tnn.atlas.families.circuits import CircuitSpace, sides
from algebra_tnn.atlas.families.grassmannians import GrassmannianSpace
from algebra_tnn.atlas.families.linear import LinearSpace
from algebra_tnn.atlas.families.networks import NetworkSpace
from algebra_tnn.atlas.families.planted import PlantedSpace, Terms, canonical_terms, drawn_terms
from algebra_tnn.atlas.families.varieties import VarietySpace
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.models.circuits import DeepCircuit, ShallowCircuit
from algebra_tnn.varieties import Grassmannian, Segre, SegreVeronese, secant_ranks


def numbers(first: int, last: int) -> tuple[int, ...]:
    return tuple(range(first, last + 1))


@pytest.mark.parametrize("mixed", [True, False])
@pytest.mark.parametrize("biases", [True, False])
def test_networks_against_brute_force(mixed: bool, biases: bool) -> None:
    space = NetworkSpace((1, 3), (1, 2), (1, 2), (2, 3), 40, mixed, biases)
    expected = set()
    for layers in (1, 3):
        for widths in product((1, 2), repeat=layers + 1):
            for degrees in product((2, 3), repeat=layers - 1):
                network = PolynomialNetwork(widths, degrees, biases=biases)
                if (mixed or len(set(degrees)) < 2) and network.ambient_dimension <= 40:
                    expected.add((widths, degrees))
    found = [(sizes["widths"], sizes["degrees"]) for sizes in space.sizes()]
    assert len(found) == len(set(found)) == space.count() and set(found) == expected


def test_the_grids_have_known_numbers_and_absurd_ones_are_counted_at_once() -> None:
    assert NetworkSpace(numbers(2, 4), numbers(1, 4), numbers(1, 3), (2, 3), 400).count() == 5184
    assert NetworkSpace(numbers(2, 4), numbers(1, 5), numbers(1, 3), (2, 3, 4), 2000).count() == 35625
    assert NetworkSpace(numbers(2, 40), numbers(1, 9), (1,), (2, 3), 10**6).count() > 10**40
    assert VarietySpace(numbers(1, 10), numbers(2, 200), 10**9).count() > 10**12


@pytest.mark.parametrize("beyond", [0, 2])
def test_varieties_against_brute_force(beyond: int) -> None:
    space = VarietySpace((1, 2, 3), (2, 3, 4), 20, (1, 2), beyond=beyond)
    expected = set()
    for modes in (1, 2, 3):
        for factors in product(product((1, 2), (2, 3, 4)), repeat=modes):
            ambient = prod(comb(n + d - 1, d) for d, n in factors)
            r = 1
            while ambient <= 20:
                expected.add((tuple(sorted(factors)), r))
                if r >= ambient / (1 + sum(n - 1 for _, n in factors)) + beyond:
                    break
                r += 1
    found = [(tuple(zip(s["degrees"], s["shape"], strict=True)), s["points"]) for s in space.sizes()]
    assert len(found) == len(set(found)) == space.count() and set(found) == expected


def test_decisive_points_are_those_that_others_do_not_imply() -> None:
    space = VarietySpace((1, 2, 3), (2, 3), 18, (1, 2), decisive=True)
    found: dict[Any, list[int]] = {}
    for sizes in space.sizes():
        found.setdefault((sizes["shape"], sizes["degrees"]), []).append(sizes["points"])
    assert len(found) == 19 and found[(2,), (2,)] == [1, 2] and found[(3,), (2,)] == [1, 2, 3]
    for (shape, degrees), points in found.items():
        variety = SegreVeronese(shape, degrees)
        ranks = (0, *secant_ranks(variety, points[-1] + 1, seed=1))
        assert points == list(range(points[0], points[-1] + 1)) and ranks[points[-1]] == variety.ambient
        assert ranks[points[-1] - 1] < variety.ambient and ranks[points[0]] == points[0] * variety.dimension
        assert ranks[points[0] + 1] < (points[0] + 1) * variety.dimension
    assert space.count() >= sum(map(len, found.values()))


def test_grassmannians_against_brute_force() -> None:
    space = GrassmannianSpace((1, 2, 3, 5), numbers(2, 7), 35)
    found = [(sizes["k"], sizes["n"]) for sizes in space.sizes() if sizes["points"] == 1]
    pairs = {(min(k, n - k), n) for k in (1, 2, 3, 5) for n in range(k + 1, 8) if comb(n, k) <= 35 and n > 1}
    assert len(found) == len(set(found)) and set(found) == pairs
    assert space.count() == len(list(space.sizes()))
    decisive = GrassmannianSpace((2, 3), numbers(4, 7), 35, decisive=True)
    points = [sizes["points"] for sizes in decisive.sizes() if (sizes["k"], sizes["n"]) == (3, 7)]
    assert points == [2, 3, 4] and decisive.count() >= len(list(decisive.sizes()))


def test_linear_networks_against_brute_force() -> None:
    for biases in (False, True):
        space = LinearSpace((1, 2, 3), (1, 2, 4), biases)
        every = {widths for layers in (1, 2, 3) for widths in product((1, 2, 4), repeat=layers + 1)}
        found = [sizes["widths"] for sizes in space.sizes()]
        assert len(found) == len(set(found)) == space.count()
        assert set(found) | (set() if biases else {widths[::-1] for widths in found}) == every
        assert biases or all(widths == widths[::-1] or widths[::-1] not in found for widths in found)


@pytest.mark.parametrize(("inputs", "shallow"), [(4, False), (8, False), (5, True)])
def test_one_bipartition_of_each_class(inputs: int, shallow: bool) -> None:
    """By the group itself: exchanges of the two halves of a bracket, or all permutations."""
    moves = [(0, 1, *range(2, inputs))]
    size = 1
    while size < inputs and not shallow:
        for start in range(0, inputs, 2 * size):
            moved = list(range(inputs))
            moved[start : start + 2 * size] = [*moved[start + size : start + 2 * size], *moved[start : start + size]]
            moves.append(tuple(moved))
        size *= 2
    if shallow:
        moves = [tuple(moved) for moved in permutations(range(inputs)) if moved != tuple(range(inputs))]
    left = {frozenset(side) for k in range(1, inputs) for side in combinations(range(inputs), k)}
    classes = 0
    chosen = set(map(frozenset, sides(inputs, shallow)))
    while left:
        orbit = [left.pop()]
        for side in orbit:
            for other in (frozenset(range(inputs)) - side, *(frozenset(m[k] for k in side) for m in moves)):
                if other in left:
                    left.remove(other)
                    orbit.append(other)
        classes += 1
        assert len(chosen & set(orbit)) == 1
    assert classes == len(chosen) == len(sides(inputs, shallow))


@pytest.mark.parametrize("inputs", [2, 4, 8, pytest.param(16, marks=pytest.mark.slow)])
def test_the_number_of_bipartitions_by_a_recurrence(inputs: int) -> None:
    """A class of subsets is an unordered pair of classes of the halves; complements pair those not their own."""
    every, own, size = 2, 0, 1
    while size < inputs:
        every, own, size = every * (every + 1) // 2, own * (own + 1) // 2 + (every - own) // 2, 2 * size
    assert len(sides(inputs, shallow=False)) == (every + own) // 2 - 1


def test_circuits_against_brute_force() -> None:
    space = CircuitSpace((2, 4), (2, 3), (2, 3, 4))
    assert space.count() == len(list(space.sizes())) == 2 * 3 * 1 + 2 * 9 * 3
    for sizes in space.sizes():
        assert isinstance(FAMILIES["convac"].model(sizes), DeepCircuit)


def disguised(terms: Terms, source: random.Random) -> Terms:
    """The same sum: terms and equal modes in another order, and signs that go from one vector to the next."""
    order = list(range(len(terms[0])))
    source.shuffle(order)
    flipped = [source.choice((1, -1)) for _ in terms]
    moved = [
        tuple(tuple(sign * x if place < 2 else x for x in term[k]) for place, k in enumerate(order))
        for term, sign in zip(terms, flipped, strict=True)
    ]
    source.shuffle(moved)
    return tuple(moved)


def test_disguises_of_planted_tensors_coincide() -> None:
    source, seen = random.Random(5), set[Terms]()
    for seed in range(30):
        terms = drawn_terms((3, 3, 3), 3, 2, seed)
        seen.add(canonical_terms(terms))
        assert canonical_terms(canonical_terms(terms)) == canonical_terms(terms)
        assert all(canonical_terms(disguised(terms, source)) == canonical_terms(terms) for _ in range(5))
    assert len(seen) == 30


def test_a_canonical_planted_tensor_is_the_planted_one() -> None:
    terms = drawn_terms((2, 3, 4), 3, 2, 0)  # no two modes are alike
    model = FAMILIES["planted"].model
    assert model({"terms": canonical_terms(terms)}).tensor() == model({"terms": terms}).tensor()


def test_planted_tensors_are_listed_once() -> None:
    space = PlantedSpace((2,), (1, 2), (1,), numbers(0, 30), largest=1)
    found = [sizes["terms"] for sizes in space.sizes()]
    assert len(found) == len(set(found)) < space.count() == 93


@pytest.mark.parametrize(
    ("space", "fields", "sentence"),
    [
        (NetworkSpace, {"widths": ()}, "widths has no values; give at least one"),
        (NetworkSpace, {"degrees": (0,)}, "one of degrees is 0; it is at least 1"),
        (NetworkSpace, {"layers": 3}, "layers is 3; give a tuple of integers"),
        (NetworkSpace, {"outputs": (True,)}, "one of outputs is True; give an integer"),
        (NetworkSpace, {"ambient": 0}, "ambient is 0; it is at least 1"),
        (VarietySpace, {"modes": (0,)}, "one of modes is 0; it is at least 1"),
        (VarietySpace, {"shape": (1,)}, "one of shape is 1; it is at least 2"),
        (VarietySpace, {"points": (-1,)}, "one of points is -1; it is at least 0"),
        (VarietySpace, {"beyond": -1}, "beyond is -1; it is at least 0"),
        (VarietySpace, {"points": (2,), "decisive": True}, "decisive chooses the points, leave one out"),
        (GrassmannianSpace, {"k": "2"}, "k is '2'; give a tuple of integers"),
        (GrassmannianSpace, {"n": (1,)}, "one of n is 1; it is at least 2"),
        (LinearSpace, {"widths": (0,)}, "one of widths is 0; it is at least 1"),
        (CircuitSpace, {"inputs": (6,)}, "one of inputs is 6; deep circuits that pool pairs have 2, 4, 8 or 16 inputs"),
        (CircuitSpace, {"inputs": (17,), "shallow": True}, "one of inputs is 17; all bipartitions are listed for at"),
        (PlantedSpace, {"modes": (1,)}, "one of modes is 1; it is at least 2"),
        (PlantedSpace, {"largest": 0}, "largest is 0; it is at least 1"),
    ],
)
def test_bad_ranges_are_one_sentence(space: Any, fields: dict[str, Any], sentence: str) -> None:
    good: dict[Any, dict[str, Any]] = {
        NetworkSpace: {"layers": (2,), "widths": (1,), "outputs": (1,), "degrees": (2,), "ambient": 9},
        VarietySpace: {"modes": (2,), "shape": (2,), "ambient": 9},
        GrassmannianSpace: {"k": (2,), "n": (4,), "ambient": 9},
        LinearSpace: {"layers": (2,), "widths": (1,)},
        CircuitSpace: {"inputs": (4,), "dimension": (2,), "channels": (2,)},
        PlantedSpace: {"modes": (3,), "shape": (2,), "terms": (2,), "seeds": (0,)},
    }
    space(**good[space])
    with pytest.raises((TypeError, ValueError)) as caught:
        space(**good[space] | fields)
    assert sentence in str(caught.value) and "\n" not in str(caught.value)


def test_every_family_describes_its_cases() -> None:
    spaces = (
        ("pnn", NetworkSpace((2,), (2,), (1,), (2,), 9)),
        ("segre-veronese", VarietySpace((2,), (2,), 9, points=(0, 1))),
        ("grassmannian", GrassmannianSpace((2,), (4,), 9)),
        ("linear", LinearSpace((2,), (2,))),
        ("convac", CircuitSpace((4,), (2,), (2,))),
        ("planted", PlantedSpace((3,), (2,), (2,), (0,))),
    )
    assert {name for name, _ in spaces} == set(FAMILIES)
    for name, space in spaces:
        family = FAMILIES[name]
        cases = [Case.of(family.questions[0], name, sizes) for sizes in space.sizes()]
        assert len({case.key for case in cases}) == len(cases) > 0
        for case in cases:
            assert Case.from_text(case.text) == case and family.work(dict(case.sizes)) > 0
            assert family.columns(dict(case.sizes)) and "object at" not in family.named(dict(case.sizes))
    names = [FAMILIES["segre-veronese"].named(sizes) for sizes in spaces[1][1].sizes()]
    assert names == ["Segre 2×2", "σ_1 of Segre 2×2"]
    assert all(a != b for a, b in pairwise(names))


CIRCUIT = {"inputs": 4, "dimension": 2, "channels": (2, 3), "shared": True, "shallow": False, "side": (0, 1)}


@pytest.mark.parametrize(
    ("family", "sizes", "typed", "model"),
    [
        (
            "pnn",
            {"widths": (2, 3, 4, 1), "degrees": (2, 3), "biases": True},
            "pnn 2,3,4,1 --degrees 2,3 --biases",
            PolynomialNetwork((2, 3, 4, 1), (2, 3), biases=True),
        ),
        (
            "pnn",
            {"widths": (2, 3, 4, 1), "degrees": (2, 2), "biases": False},
            "pnn 2,3,4,1 --degree 2",
            PolynomialNetwork((2, 3, 4, 1), 2),
        ),
        ("pnn", {"widths": (2, 1), "degrees": (), "biases": False}, "pnn 2,1", PolynomialNetwork((2, 1))),
        (
            "linear",
            {"widths": (2, 3, 1), "biases": True},
            "linear 2,3,1 --biases",
            PolynomialNetwork((2, 3, 1), 1, biases=True),
        ),
        (
            "convac",
            CIRCUIT,
            "convac --inputs 4 --dimension 2 --channels 2,3 --shared",
            DeepCircuit(4, 2, (2, 3), shared=True),
        ),
        (
            "convac",
            {**CIRCUIT, "channels": (5,), "shallow": True, "shared": False},
            "shallow --inputs 4 --dimension 2 --width 5",
            ShallowCircuit(4, 2, 5),
        ),
        (
            "segre-veronese",
            {"shape": (2, 3), "degrees": (1, 1), "points": 2},
            "segre 2,3 --secant 2",
            Segre((2, 3)).secant(2),
        ),
        (
            "segre-veronese",
            {"shape": (3,), "degrees": (4,), "points": 0},
            "veronese 3 --degree 4",
            SegreVeronese((3,), (4,)),
        ),
        (
            "segre-veronese",
            {"shape": (2, 3), "degrees": (1, 2), "points": 2},
            "segre-veronese 2,3 --degrees 1,2 --secant 2",
            SegreVeronese((2, 3), (1, 2)).secant(2),
        ),
        ("grassmannian", {"k": 2, "n": 5, "points": 1}, "grassmannian 2,5 --secant 1", Grassmannian(2, 5).secant(1)),
    ],
)
def test_models_are_those_that_one_types(family: str, sizes: dict[str, Any], typed: str, model: Any) -> None:
    assert FAMILIES[family].model(sizes) == model
    described = FAMILIES[family].described
    assert described is not None and str(described(sizes)) == typed
