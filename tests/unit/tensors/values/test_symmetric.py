from __future__ import annotations

from fractions import Fraction

import pytest

from algebra_tnn import CP, Tensor
from algebra_tnn.tensors.values import SymmetricCP, symmetric_form

QUARTIC = SymmetricCP.of([[[1, 0, 2], [1, 1, -1]]], [4], weights=[1, "-3/2", 2])


def test_forms_of_decompositions() -> None:
    """The form of the sum is the sum of the powers."""
    assert str(SymmetricCP.of([[[1], [0]]], [2], weights=[-1]).form()) == "-x0^2"
    assert str(symmetric_form(QUARTIC.tensor())) == str(QUARTIC.form())
    two = SymmetricCP.of([[[1, 1], [0, 2]], [[1, 0], [0, 3]]], [1, 2])
    assert str(two.form()) == "x0_0*x1_0^2 + 9*x0_0*x1_1^2 + 18*x0_1*x1_1^2"


def test_polarization_both_ways() -> None:
    form = symmetric_form(QUARTIC.tensor(), ("s", "t"))
    assert form.tensor() == QUARTIC.tensor()
    assert symmetric_form(form.tensor(), ("s", "t")) == form
    mixed = Tensor.from_nested([[[0, 0], [0, 1]], [[0, 1], [1, 0]]])
    assert str(symmetric_form(mixed)) == "3*x0*x1^2" and symmetric_form(mixed).tensor() == mixed


def test_without_symmetry() -> None:
    cp = QUARTIC.cp()
    assert cp.tensor() == QUARTIC.tensor() and cp.column(0, 1) == (0, Fraction(-3, 2)) and cp.column(1, 1) == (0, 1)
    assert SymmetricCP.of([[[1]]], [3]).cp() == CP.from_factors([[1]], [[1]], [[1]])


def test_what_is_not_symmetric() -> None:
    with pytest.raises(
        ValueError, match=r"^the tensor has the entry 3 at \(1, 0\) but 2 at \(0, 1\); a symmetric tensor"
    ):
        symmetric_form(Tensor.from_nested([[1, 2], [3, 4]]))
    with pytest.raises(ValueError, match=r"^the tensor has the shape \(1, 2\); the modes of a symmetric tensor are"):
        symmetric_form(Tensor.from_nested([[1, 2]]))
