"""What the texts about moments say beside their claims."""

from __future__ import annotations

from collections import Counter

import pytest

from algebra_tnn import dimension, jennrich_decomposition, library
from algebra_tnn.explore import moment_decomposition
from algebra_tnn.models.moments import QuadraticPushForward


@pytest.mark.parametrize("i", [1, pytest.param(0, marks=pytest.mark.slow), pytest.param(2, marks=pytest.mark.slow)])
def test_the_terms_that_are_found_are_those_of_the_neurons(i: int) -> None:
    module = library.load("learning/first_layer")
    network, order = module.INSTANCES[i]
    found = jennrich_decomposition(module.tensor(network, order))
    expected = moment_decomposition(network, order)
    assert expected.decomposition is not None and not expected.idle
    of_neurons = Counter(expected.decomposition.term(r).tensor() for r in range(found.length))
    assert Counter(found.term(r).tensor() for r in range(found.length)) == of_neurons


@pytest.mark.slow
@pytest.mark.parametrize(("maps", "latent", "expected"), [(3, 2, 8), (4, 2, 11), (2, 2, 4), (3, 3, 10), (4, 3, 20)])
def test_dimensions_of_push_forwards(maps: int, latent: int, expected: int) -> None:
    """d r (r + 1)/2 − r (r − 1)/2, or all cubic forms in d variables."""
    model = QuadraticPushForward(maps, latent)
    found = dimension(model)
    assert found.lower == found.upper == expected
    assert expected == min(model.ambient_dimension, model.parameter_count - latent * (latent - 1) // 2)
