"""Spectral and nuclear norms of small tensors against floats, and what is no bound."""

from __future__ import annotations

from fractions import Fraction
from math import isclose
from typing import Any

import numpy as np
import pytest

from algebra_tnn import CP, Tensor, Vanishes, checker, verify
from algebra_tnn.explore.norms import norm_law, nuclear_norm, spectral_norm, spectral_norm_at_most
from algebra_tnn.explore.norms.biquadratic_forms import gram_matrix, product_in_kernel, shifted, sum_of_squares
from algebra_tnn.laws import fixed

W = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, 0]]])
UNIT = Tensor.from_nested([[[1, 0], [0, 0]], [[0, 0], [0, 1]]])
IMAGINARY = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, -1]]])
GOLDEN = Tensor.from_nested([[[1, 0], [1, 1]], [[0, 0], [0, 0]]])  # σ² = (3 + √5)/2
PATHS = CP.from_factors([[0, 1, 1], [1, 0, 0]], [[1, 0, 1], [0, 1, 0]], [[1, 1, 0], [0, 0, 1]])


def approximately(tensor: Tensor) -> float:
    """σ², by the largest singular values of many contractions."""
    entries = np.array(tensor.nested(), dtype=float)
    angles = np.linspace(0, np.pi, 1441)
    return max(float(np.linalg.norm(np.einsum("i,ijk->jk", [np.cos(t), np.sin(t)], entries), 2)) ** 2 for t in angles)


@pytest.mark.slow
def test_w() -> None:
    found = spectral_norm(W, "4/3")
    assert (found.squared, found.status, found.trusts) == (Fraction(4, 3), "proved", ())
    assert "4/3" in found.explanation and "<pre" in found._repr_html_()
    assert isclose(approximately(W), 4 / 3, rel_tol=1e-5)


@pytest.mark.slow
def test_bounds_that_do_not_hold() -> None:
    assert spectral_norm_at_most(W, "5/4").status == "undecided"
    assert spectral_norm_at_most(W, 2).status == "proved"
    assert spectral_norm(W, 2).status == "undecided", "the bound holds, and is not reached"
    assert "undecided" in spectral_norm(W, 2).explanation
    found = nuclear_norm(W, PATHS, W)
    assert (found.lower, found.dual.status) == (0, "undecided"), "the spectral norm of W is more than one"


@pytest.mark.slow
def test_searched_norms_against_floats() -> None:
    rng = np.random.default_rng(3)
    found = 0
    for _ in range(6):
        tensor = Tensor((2, 2, 2), tuple(int(x) for x in rng.integers(0, 2, 8)))
        norm = spectral_norm(tensor)
        if norm.squared is not None:
            found += 1
            assert norm.status == "proved" and isclose(approximately(tensor), norm.squared, rel_tol=1e-4)
    assert found >= 2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("nested", "squared"),
    [
        ([[[0, 1], [1, 0]], [[1, 0], [0, 0]]], Fraction(4, 3)),
        ([[[1, 1], [1, 0]], [[1, 0], [0, 1]]], None),
        ([[[1, 0, 0], [0, 1, 0]], [[0, 1, 0], [0, 0, 1]]], None),
        ([[[3, 0], [0, 0]], [[0, 0], [0, 4]]], 16),
        ([[[1, 2], [2, 4]], [[2, 4], [4, 8]]], 125),
    ],
)
def test_searched_norms(nested: Any, squared: Any) -> None:
    tensor = Tensor.from_nested(nested)
    found = spectral_norm(tensor)
    if squared is not None:
        assert (found.squared, found.status) == (squared, "proved")
    if found.squared is not None:
        assert isclose(approximately(tensor), found.squared, rel_tol=1e-4)


@pytest.mark.slow
def test_irrational_norms_are_undecided() -> None:
    found = spectral_norm(GOLDEN)
    assert (found.squared, found.status, found.trusts) == (None, "undecided", ())
    assert "no rational number" in found.explanation
    assert isclose(approximately(GOLDEN), (3 + 5**0.5) / 2, rel_tol=1e-5)


@pytest.mark.slow
def test_forged_squares_are_rejected() -> None:
    certificate = spectral_norm_at_most(W, "4/3").certificate
    assert certificate is not None
    text = certificate.to_json()
    assert checker.check(text.replace('"4/3"', '"5/4"', 1)).answer in ("rejected", "malformed")


def test_a_zero_elsewhere_is_no_zero() -> None:
    """At x = y = (1, 0) W is less than its norm."""
    law = norm_law(W, Fraction(4, 3))
    assert verify(Vanishes(fixed(law, {"x": [1, 0], "y": [1, 0], "z": [0, 1]}))).status == "undecided"


def test_semidefinite_matrices() -> None:
    assert sum_of_squares([[0, 1], [1, 0]]) is None and sum_of_squares([[0, 0], [0, 2]]) is not None
    matrix = tuple(map(tuple, shifted(gram_matrix(UNIT), 1, 0)))
    zero = product_in_kernel(matrix)
    assert zero is not None and zero.radicand == 0
    assert product_in_kernel(((1, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 1))) is not None


def test_nuclear_norms() -> None:
    found = nuclear_norm(W, PATHS, IMAGINARY)
    assert (found.lower, found.upper, found.status, found.trusts) == (3, 3, "proved", ())
    assert "3 ≤ nuclear norm over R ≤ 3" in found.explanation and "<pre" in found._repr_html_()
    worse = nuclear_norm(W, PATHS, UNIT)
    assert (worse.lower, worse.upper, worse.status) == (0, 3, "undecided")


def test_bad_input() -> None:
    with pytest.raises(
        ValueError, match=r"has the shape \(2, 3\); spectral norms are found for the shapes \(2, 2, n\)"
    ):
        spectral_norm(Tensor.from_nested([[1, 0, 0], [0, 1, 0]]))
    with pytest.raises(TypeError, match=r"the square is the float 1\.5"):
        spectral_norm_at_most(W, 1.5)
    with pytest.raises(ValueError, match="do not sum to the tensor"):
        nuclear_norm(UNIT, PATHS, UNIT)
    with pytest.raises(ValueError, match="the dual tensor has the shape"):
        nuclear_norm(W, PATHS, Tensor.from_nested([[1, 0], [0, 1]]))
    diagonal = CP.from_factors([[1], [1]], [[1], [0]], [[1], [0]])
    with pytest.raises(ValueError, match=r"term 0 has the norm √\(2\), which is irrational"):
        nuclear_norm(diagonal.tensor(), diagonal, UNIT)
