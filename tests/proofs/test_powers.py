"""Instances of theorems about sums of powers and eigenvectors satisfy their hypotheses, and say what the text says."""

from __future__ import annotations

from itertools import count

import pytest

from algebra_tnn import C, Q, library, waring_rank
from algebra_tnn.exact import PolynomialRing
from algebra_tnn.exact.splitting_fields import splitting_field
from algebra_tnn.tensors.binary_forms import apolar_forms, has_different_zeros
from algebra_tnn.tensors.form_text import form_in
from tests.proofs.powers import TWO_WAYS, rotations


def test_sylvester() -> None:
    degrees = []
    for text in library.load("rank/sylvester").INSTANCES:
        form = form_in(text)
        basis = next(found for m in count(1) if (found := apolar_forms(form, m)))
        assert len(basis) == 2 or has_different_zeros(basis[0], C)
        found = splitting_field(list(reversed(basis[0])))
        assert found is not None
        degrees.append(1 if found[0] is None else found[0].degree)
    assert degrees[0] == 6 and degrees[1:3] == [1, 2]


@pytest.mark.slow
def test_monomials() -> None:
    for text in library.load("rank/monomial").INSTANCES:
        [(exponents, _)] = form_in(text).terms
        product = 1
        for a in sorted(exponents)[1:]:
            product *= a + 1
        found = waring_rank(text, C)
        assert found.lower == found.upper == product


def test_fewer_cubes_over_q() -> None:
    form = library.load("rank/irrational_zeros").INSTANCE
    assert waring_rank(form, Q).lower == 3 and waring_rank(form, C).upper == 2


def test_none_of_the_instances_is_an_exception() -> None:
    for f in library.load("identifiability/subgeneric_forms").INSTANCES:
        assert (*f.sizes, *f.exponents, f.terms) not in TWO_WAYS
        assert f.terms * f.sizes[0] < f.ambient and f.exponents[0] >= 3


@pytest.mark.parametrize("n", [2, 3])
def test_the_rows_are_orthogonal(n: int) -> None:
    q = PolynomialRing(tuple(f"q{i}" for i in range(2 ** (n - 1)))).variables
    square = sum((x * x for x in q), start=0 * q[0])
    for i, row in enumerate(rotations(n)):
        for j, entry in enumerate(row):
            assert entry == (square**2 if i == j else 0 * q[0])
