from __future__ import annotations

import dataclasses
import json
from fractions import Fraction
from typing import Any

import flint
import numpy as np
import pytest

from algebra_tnn.exact.modular.centred import PRIME
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.laws import JacobianRank, Law, einsum, expansion, jacobian, jacobian_rank
from algebra_tnn.laws.last_layers import last_layer
from tests.unit.laws.families import (
    attention,
    canonical,
    convolutions,
    paratuck2,
    polynomial_network,
    tensor_ring,
    tensor_train,
)

DIMENSIONS = [
    (polynomial_network((3, 4, 4, 2), 3), 28),
    (polynomial_network((2, 3, 2, 1), 3), 8),  # expected: 9
    (polynomial_network((3, 3, 3, 1), 2), 12),  # expected: 15
    (polynomial_network((3, 2, 1), 2), 5),
    (polynomial_network((5, 4, 3, 1), 2), 25),
    (polynomial_network((4, 5, 5, 3, 1), 2), 47),
    (polynomial_network((2, 4, 1), 2), 3),
    (polynomial_network((2, 1, 2, 1), 3), 2),
    (polynomial_network((3, 5, 1), 4), 14),
    (polynomial_network((5, 7, 1), 3), 34),
    (polynomial_network((2, 3, 2, 3), 2), 10),
    (polynomial_network((2, 3, 3, 2), 3, 3), 15),
    (polynomial_network((2, 3, 3, 2), 3, 2), 14),
    (polynomial_network((3, 2, 2), 2), 8),
    (polynomial_network((3, 2, 2), [0, 1, 1]), 10),
    (polynomial_network((3, 2, 2), [0, 1, 0, 1]), 10),
    (polynomial_network((2, 2, 1), 1), 2),
    (tensor_train(2, (2, 2, 2)), 12),
    (tensor_train(2, (2, 3, 2)), 15),
    (tensor_train(3, (2, 2, 2)), 24),
    (tensor_ring(3, 3, 2), 25),
    (tensor_ring(4, 3, 2), 37),
    (tensor_ring(3, 4, 2), 33),
    (tensor_ring(2, 3, 2), 8),
    (attention(1, 2, 3, 2), 16),
    (attention(2, 2, 2, 2), 10),
    (attention(2, 3, 3, 2), 23),
    (attention(3, 3, 3, 2), 30),
    (attention(2, 3, 4, 3), 44),
    (attention(1, 1, 3, 2, out=1), 8),
    (convolutions((2, 2), 2), 3),
    (convolutions((3, 2), 2), 4),
    (convolutions((2, 2, 2), 2), 4),
    (convolutions((3, 2, 2), 2), 5),
    (paratuck2((3, 3, 5), (2, 2)), 24),
    (paratuck2((3, 3, 4), (2, 2)), 20),  # 21 parameters after the scalings
    (canonical((3, 3, 3), 4), 26),
    (canonical((2, 2, 2, 2), 3), 14),
    (canonical((3, 4, 5), 6), 60),
]


def reexpanded(law: Law, found: JacobianRank) -> int:
    """The rank of the minor, its entries derived from the expanded polynomials, by FLINT."""
    p, names = found.modulus, (*law.input_names, *law.parameter_names)
    polynomials = expansion(law)
    variables = polynomials[0].ring.names[-law.parameter_count :]
    slopes = [[f.derivative(variables[j]) for j in found.columns] for f in polynomials]
    entries = []
    for s in range(found.rank):
        named = {**{name: x[s] for name, x in found.samples.items()}, **found.point}
        at = [int(x) for name in names for x in np.ravel(named[name])]
        u = [int(x) for x in np.ravel(found.covectors[s])]
        for j in range(found.rank):
            entries.append(sum(a * int(slopes[i][j].value(at)) for i, a in enumerate(u)) % p)
    return int(flint.nmod_mat(found.rank, found.rank, entries, p).rank())


@pytest.mark.parametrize(("law", "dimension"), DIMENSIONS)
def test_known_dimensions(law: Law, dimension: int) -> None:
    for structured in (False, True):
        found = jacobian_rank(law, structured=structured)
        assert found.rank == dimension
        assert rank_profile(found.minor(law)).rank == dimension
        assert len(found.columns) == len(set(found.columns)) == len(found.covectors) == dimension


@pytest.mark.parametrize(
    "law",
    [polynomial_network((2, 3, 2), 2), polynomial_network((2, 2, 2), [1, 1, 2], biases=True), attention(1, 2, 2, 1)],
)
@pytest.mark.parametrize("structured", [False, True])
def test_minors_by_another_way(law: Law, structured: bool) -> None:
    found = jacobian_rank(law, structured=structured, modulus=10007, seed=3)
    assert reexpanded(law, found) == found.rank


def test_all_outputs_at_few_inputs_are_not_generic() -> None:
    """Enough rows, but too few inputs: a deficiency that is none. Random covectors see the dimension."""
    law = polynomial_network((6, 10, 24), 2)
    dimension = 6 * 10 + 10 * 24 - 10
    found = jacobian_rank(law)
    assert found.rank == dimension == jacobian_rank(law, structured=True).rank
    rng = np.random.default_rng(0)
    inputs = -(-dimension // 24) + 1
    samples = np.repeat(rng.integers(1, PRIME, (inputs, 6)), 24, axis=0)
    covectors = np.tile(np.eye(24, dtype=int), (inputs, 1))
    assert len(covectors) >= dimension
    few = jacobian(law, found.point, {"x": samples}, covectors)
    assert rank_profile(few).rank < dimension
    many = np.repeat(rng.integers(1, PRIME, (law.parameter_count, 6)), 24, axis=0)
    every = jacobian(law, found.point, {"x": many}, np.tile(np.eye(24, dtype=int), (law.parameter_count, 1)))
    assert rank_profile(every).rank == dimension


@pytest.mark.slow
def test_the_trap_at_its_original_size() -> None:
    assert jacobian_rank(polynomial_network((16, 64, 128), 2)).rank == 9152


def test_zeros_lose_rank() -> None:
    law = polynomial_network((3, 4, 4, 2), 3)
    point = jacobian_rank(law).point
    assert jacobian_rank(law, point=point).rank == 28
    dead = json.loads(json.dumps(point))
    dead["W3"] = [[0, *row[1:]] for row in dead["W3"]]  # one neuron that no output sees
    assert jacobian_rank(law, point=dead).rank < 28
    assert all(
        x for tensor in (*point.values(), *jacobian_rank(law, largest=1).point.values()) for x in np.ravel(tensor)
    )


def test_a_point_of_rational_numbers() -> None:
    law = polynomial_network((2, 2, 1), [0, 1, "1/2"])
    found = jacobian_rank(law, point={"W1": [[Fraction(1, 3), 2], [1, -1]], "W2": [["1/2", 5]]})
    assert found.rank == 5
    assert rank_profile(found.minor(law)).rank == 5


def test_small_entries_and_seeds() -> None:
    law = polynomial_network((3, 3, 2), 2)
    found = jacobian_rank(law, largest=9, seed=4)
    assert found == jacobian_rank(law, largest=9, seed=4)
    assert found != jacobian_rank(law, largest=9, seed=5)
    assert found.rank == 12
    entries = [x for part in (*found.point.values(), *found.samples.values(), found.covectors) for x in np.ravel(part)]
    assert set(np.abs(entries)) <= set(range(1, 10))
    assert json.dumps(dataclasses.asdict(found))


def test_small_primes_bound_from_below() -> None:
    law = polynomial_network((3, 2, 2), 2)
    for p in (3, 5, 7, 11):
        for structured in (False, True):
            assert jacobian_rank(law, modulus=p, structured=structured).rank <= 8
    linear = Law.trace(lambda x, W: W @ x, {"x": (3,)}, {"W": (2, 3)})
    assert jacobian_rank(linear, modulus=2, structured=True).rank <= 6
    assert jacobian_rank(linear, structured=True).rank == 6


@pytest.mark.parametrize(
    ("law", "modulus", "sentence"),
    [
        (
            polynomial_network((2,) * 7 + (1,), 3),
            251,
            "the law has degree 729 in x, and the modulus 251 is not above it; choose a prime above 729, such as 10485",
        ),
        (Law.trace(lambda w: w**7, {}, {"w": (2,)}), 7, "the law has degree 7 in w, and the modulus 7 is not above it"),
        (Law.trace(lambda x: (x**1024) ** 1024, {"x": ()}, {}), PRIME, "choose a prime above 1048576"),
        (Law.trace(lambda x: (x**3000) ** 3000, {"x": ()}, {}), PRIME, "no supported prime is"),
        (polynomial_network((2, 2, 1), 2), 15, "the modulus is 15, but 15 is not prime"),
        (polynomial_network((2, 2, 1), 2), 2**31 - 1, "choose a prime from 2 to 2^23"),
        (polynomial_network((2, 2, 1), [0, 0, "1/7"]), 7, "the law has the constant 1/7, whose denominator 7 divides"),
    ],
)
def test_what_modulus_is_refused(law: Law, modulus: int, sentence: str) -> None:
    with pytest.raises(ValueError) as caught:
        jacobian_rank(law, modulus=modulus)
    assert sentence in str(caught.value)


def test_degree_729_and_a_prime_above() -> None:
    assert jacobian_rank(polynomial_network((2,) * 7 + (1,), 3), modulus=733).rank <= 16
    assert jacobian_rank(polynomial_network((2,) * 7 + (1,), 3)).rank == 14  # 26 weights, 12 neurons


@pytest.mark.parametrize("largest", [0, -1, 2**30, True, 1.5])
def test_what_largest_entry_is_refused(largest: Any) -> None:
    with pytest.raises(ValueError, match=r"the largest entry to draw is .*; it is an integer from 1 to 524286"):
        jacobian_rank(polynomial_network((2, 2, 1), 2), largest=largest)


@pytest.mark.parametrize(
    "law",
    [
        Law.trace(lambda x: x**2, {"x": (2,)}, {}),
        Law.trace(lambda x, W: x, {"x": (2,)}, {"W": (2, 2)}),
        Law.trace(lambda x, W: W @ (x - x), {"x": (2,)}, {"W": (3, 2)}),
        Law.trace(lambda W: [1, 2], {}, {"W": (2, 2)}),
        Law.trace(lambda x, W: W**0 * x, {"x": ()}, {"W": ()}),
    ],
)
def test_nothing_to_learn_is_rank_zero(law: Law) -> None:
    for structured in (False, True):
        found = jacobian_rank(law, structured=structured)
        assert (found.rank, found.columns, found.covectors) == (0, (), [])
        assert found.minor(law).shape == (0, 0)


def test_laws_without_inputs_have_rows_for_all_outputs() -> None:
    law = Law.trace(lambda A, B: A @ B, {}, {"A": (3, 2), "B": (2, 3)})
    found = jacobian_rank(law)
    assert found.rank == 8
    assert sorted(np.ravel(u).tolist().count(1) for u in found.covectors) == [1] * 8
    wide = Law.trace(lambda a, b: a.sum() * [[1] * 40] * 1 + b * [[1] * 40], {}, {"a": (2,), "b": ()})
    assert jacobian_rank(wide).rank == 1


def test_unused_parameters_have_their_columns() -> None:
    law = Law.trace(lambda x, U, W: W @ x, {"x": (2,)}, {"U": (3,), "W": (1, 2)})
    assert jacobian_rank(law).columns == (3, 4)
    assert jacobian_rank(law, structured=True).columns == (3, 4)


LAST_LAYERS: list[tuple[Law, tuple[str, ...]]] = [
    (polynomial_network((3, 2, 2), 2), ("W2",)),
    (polynomial_network((3, 2, 2), 2, biases=True), ("W2", "b2")),
    (Law.trace(lambda x, W, V: V @ (W @ x) ** 2 + W @ x, {"x": (2,)}, {"W": (2, 2), "V": (2, 2)}), ("V",)),
    (Law.trace(lambda x, W: W @ x + W @ x**2, {"x": (2,)}, {"W": (2, 2)}), ()),
    (Law.trace(lambda x, W, b: (W @ x + b) * 2, {"x": (2,)}, {"W": (2, 2), "b": (2,)}), ()),
    (Law.trace(lambda x, W, b: (lambda h: h + h)(W @ x + b), {"x": (2,)}, {"W": (2, 2), "b": (2,)}), ()),
    (Law.trace(lambda x, W, b: (W @ x + b) - x, {"x": (2,)}, {"W": (2, 2), "b": (2,)}), ()),
    (Law.trace(lambda x, W: x @ W, {"x": (2,)}, {"W": (2, 3)}), ("W",)),
    (Law.trace(lambda X, W: W @ X, {"X": (2, 3)}, {"W": (2, 2)}), ()),
    (Law.trace(lambda X, W: einsum("jai,ij->a", W, X), {"X": (2, 3)}, {"W": (3, 4, 2)}), ("W",)),
    (Law.trace(lambda x, w: w * x, {"x": (3,)}, {"w": (3,)}), ()),
    (Law.trace(lambda x, w: w @ x, {"x": (3,)}, {"w": (3,)}), ("w",)),
    (Law.trace(lambda x, w: w * x.sum(), {"x": (3,)}, {"w": (2,)}), ("w",)),
    (Law.trace(lambda x, b: b, {"x": (3,)}, {"b": (2,)}), ("b",)),
    (Law.trace(lambda W, V: W @ (V[0]), {}, {"W": (3, 2), "V": (1, 2)}), ()),
    (Law.trace(lambda x, W, V: W @ V + x, {"x": (2,)}, {"W": (2, 2), "V": (2,)}), ()),
]


@pytest.mark.parametrize(("law", "names"), LAST_LAYERS)
def test_last_layers_are_seen_in_the_law(law: Law, names: tuple[str, ...]) -> None:
    layer = last_layer(law)
    assert (layer.parameters if layer else ()) == names
    dense, structured = jacobian_rank(law, structured=False), jacobian_rank(law, structured=True)
    assert dense.rank == structured.rank
    assert structured.eliminated == names
    assert rank_profile(structured.minor(law)).rank == structured.rank


def test_large_laws_are_eliminated_by_structure() -> None:
    law = polynomial_network((8, 20, 50), 2)
    found = jacobian_rank(law)
    assert found.eliminated == ("W2",)
    assert found.rank == 8 * 20 + 20 * 50 - 20
    assert jacobian_rank(law, structured=False).rank == found.rank


def test_dependent_hidden_values() -> None:
    """Eight squares of linear forms in three variables span six dimensions: H has rank 6, not 8."""
    law = polynomial_network((3, 8, 4), 2)
    found = jacobian_rank(law, structured=True)
    assert found.rank == 24 == jacobian_rank(law, structured=False).rank
    assert rank_profile(found.minor(law)).rank == 24
