"""General weights of attention and filters of convolutional networks, finitely and globally."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from algebra_tnn.explore.fibres_of_structures import fibre_of_attention, fibre_of_filters
from algebra_tnn.explore.identifiability import identifiable
from algebra_tnn.laws import value
from algebra_tnn.models.structured import ConvolutionalNetwork, LightningAttention


@pytest.mark.parametrize(
    ("sizes", "status", "number"),
    [
        ((3, 2, 2, 3), "proved", 1),
        ((3, 2, 1, 2), "proved", 1),
        ((2, 3, 2, 1), "proved", 1),
        ((2, 2, 1, 1), "refuted", 2),
        ((1, 2, 1, 1), "proved", 1),
        ((3, 1, 1, 2), "refuted", 2),
        ((3, 1, 1, 1), "refuted", 6),
        ((1, 1, 3, 2), "proved", 1),
        ((3, 1, 2, 1), "undecided", None),
        ((2, 2, 1, 2, 2), "refuted", 2),
        ((2, 2, 1, 1, 2), "refuted", 6),
        ((3, 2, 1, 3, 3), "refuted", 4),
        ((3, 1, 1, 3, 3), "refuted", 8),
        ((3, 3, 2, 2, 3), "proved", 1),
        ((5, 2, 2, 1, 2), "proved", 1),
        ((6, 2, 2, 1, 2), "refuted", None),
    ],
)
def test_classes_of_weights_of_attention(sizes: tuple[int, ...], status: str, number: int | None) -> None:
    """Width, tokens, rank of K and Q, outputs, layers."""
    known = fibre_of_attention(LightningAttention(*sizes)).known()
    assert (known.status, known.number) == (status, number)


def test_the_six_ways_of_one_token() -> None:
    """v, k and q may change places, and not be multiplied by numbers whose product is not one."""
    layer = LightningAttention(2, 1, 1, 1)
    forms = {"V": [[1, 2]], "K": [[3, 5]], "Q": [[7, 1]]}
    point = {"X": [[2], [11]]}
    values = {
        str(value(layer.law(), {**point, "V": forms[a], "K": forms[b], "Q": forms[c]})) for a, b, c in ("VKQ", "QVK")
    }
    assert len(values) == 1


def drawn(attention: LightningAttention) -> dict[str, Any]:
    rng = Random(str(attention))

    def nested(shape: tuple[int, ...]) -> Any:
        return [nested(shape[1:]) for _ in range(shape[0])] if shape else rng.randint(-9, 9)

    law = attention.law()
    return {name: nested(shape) for name, shape in (*law.inputs, *law.parameters)}


@pytest.mark.parametrize(("rank", "kept"), [(1, [False, True, True]), (2, [False, False, False])])
def test_keys_and_queries_after_the_first_layer(rank: int, kept: list[bool]) -> None:
    """For rank one they may be exchanged there."""
    attention = LightningAttention(3, 3, rank, 2, 3)
    law, point = attention.law(), drawn(attention)
    exchanged = ({**point, K: point[Q], Q: point[K]} for _, K, Q in attention.names)
    assert [value(law, other) == value(law, point) for other in exchanged] == kept


def test_three_forms_in_the_last_layer() -> None:
    attention = LightningAttention(2, 2, 1, 1, 2)
    law, point = attention.law(), {**drawn(attention), "V1": [[1, 0], [0, 1]]}
    others = [{**point, "V2": point[M], M: point["V2"]} for M in ("K2", "Q2", "K1", "Q1")]
    assert [value(law, other) == value(law, point) for other in others] == [True, True, False, False]


def test_a_singular_matrix_with_the_same_function() -> None:
    """V2, K2 and Q2 vanish at e_5 = V1 e_5, so V1 may lose this column."""
    attention = LightningAttention(6, 2, 2, 1, 2)
    law, point = attention.law(), drawn(attention)
    for name in ("V2", "K2", "Q2"):
        point[name] = [[*row[:5], 0] for row in point[name]]
    one, other = ([[int(i == j < n) for j in range(6)] for i in range(6)] for n in (6, 5))
    assert value(law, {**point, "V1": one}) == value(law, {**point, "V1": other})


def test_two_ways_of_rank_one() -> None:
    layer = LightningAttention(2, 3, 1, 1)
    X = [[1, 2, 5], [3, 0, 7]]
    one, other = (
        value(layer.law(), {"X": X, "V": v, "K": k, "Q": [[2, 3]]})
        for v, k in (([[1, 4]], [[5, 6]]), ([[5, 6]], [[1, 4]]))
    )
    assert one == other != value(layer.law(), {"X": X, "V": [[2, 3]], "K": [[5, 6]], "Q": [[1, 4]]})


@pytest.mark.parametrize(
    ("network", "status", "number", "reason"),
    [
        (ConvolutionalNetwork(4, (3, 2), 2), "proved", 1, "derivatives factor in one way"),
        (ConvolutionalNetwork(4, (3, 2), 1), "refuted", 3, "3 classes of filters have equal products"),
        (ConvolutionalNetwork(5, (3, 2), 1, strides=(2, 1)), "proved", 1, ""),
        (ConvolutionalNetwork(3, (2, 2), activations="x^2 + x"), "undecided", None, "an activation is no power"),
        (ConvolutionalNetwork(3, (2, 2), 2, channels=(1, 2, 1)), "undecided", None, "there are channels"),
    ],
)
def test_classes_of_filters(network: ConvolutionalNetwork, status: str, number: Any, reason: str) -> None:
    known = fibre_of_filters(network).known()
    assert (known.status, known.number) == (status, number) and reason in known.reason


def test_finite_and_global() -> None:
    found = identifiable(LightningAttention(2, 1, 2, 1))
    assert (found.finite, found.globally, found.rescalings) == ("refuted", "refuted", 5)
    found = identifiable(ConvolutionalNetwork(3, (2, 2), 2))
    assert (found.finite, found.globally, found.decompositions) == ("proved", "proved", 1)
    assert "the dimension is 3 = 4 parameters − 1 of the symmetries" in found.explanation
