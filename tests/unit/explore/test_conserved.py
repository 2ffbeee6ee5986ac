"""Numbers of conserved quantities, against closed formulas and flows that are integrated by hand."""

from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn import ConservedBetween, CPFormat, Law, PolynomialNetwork, checker, conserved_quantities
from algebra_tnn.explore import conserved
from algebra_tnn.models.circuits import DeepCircuit, ShallowCircuit
from algebra_tnn.provers.conserved import lie_algebras


def linear(*widths: int, biases: bool = False) -> PolynomialNetwork:
    return PolynomialNetwork(widths, degrees=1, biases=biases)


def test_two_linear_layers() -> None:
    found = conserved_quantities(linear(2, 2, 2))
    assert (found.laws, found.polynomial_laws, found.degree, found.status) == (3, 3, 2, "proved")
    assert found.growth == (4, 5, 5) and found.trusts == () and not found.notes
    assert found.quantities[0] == "W1_0_0^2 + W1_0_1^2 - W2_0_0^2 - W2_1_0^2"
    assert found.certificate is not None and found.certificate.claim == ConservedBetween(found.law, 3, 3)
    assert checker.check(found.certificate.to_json()).answer == "accepted"
    assert found.explanation.splitlines()[0] == "3 independent conserved quantities (proved)"


@pytest.mark.parametrize(
    ("model", "laws"),
    [
        (linear(2, 1), 0),  # one layer: the gradients span all
        (linear(1, 1, 1, biases=True), 1),  # w² + b² − u²
        (PolynomialNetwork((2, 2, 1), degrees=2), 2),
        (CPFormat((2, 1, 1), 1), 2),
        (ShallowCircuit(2, 1, 1), 2),
    ],
    ids=str,
)
def test_small_models(model: Any, laws: int) -> None:
    assert conserved_quantities(model).laws == laws


@pytest.mark.slow
def test_circuits() -> None:
    """K − 1 differences for each bracket and channel, K vectors meeting there."""
    assert conserved_quantities(DeepCircuit(4, 2, (2, 2))).laws == 3 * 2 * 2
    assert conserved_quantities(ShallowCircuit(3, 3, 2)).laws == 2 * 3


def test_local_quantities_that_are_no_polynomials() -> None:
    tied = conserved_quantities(Law.trace(lambda x, W: W.T @ (W @ x), {"x": (1,)}, {"W": (2, 1)}), name="tied")
    assert (tied.laws, tied.polynomial_laws, tied.quantities) == (1, 0, ("W_1_0/W_0_0",))
    assert "tied, gradient flow of any loss" in tied.explanation


def test_undecided() -> None:
    """u′ = w², w′ = 2 u w for two neurons: the third quantity compares times, by inverse functions."""
    found = conserved_quantities(PolynomialNetwork((1, 2, 1), degrees=2))
    assert (found.laws, found.lower, found.upper, found.status, found.degree) == (None, 2, 3, "undecided", 4)
    assert found.notes == ("brackets stop growing: in all likelihood the number is 3; the others are of another kind",)
    assert found.explanation.startswith("2 to 3 independent conserved quantities (proved)")


def test_a_degree_is_given() -> None:
    low = conserved_quantities(linear(2, 2, 2), degree=1)
    assert (low.lower, low.upper, low.polynomial_laws, low.degree) == (0, 3, 0, 1)
    refused: list[tuple[Any, type[Exception]]] = [
        (0, ValueError),
        (True, TypeError),
        (2.0, TypeError),
        ("2", TypeError),
    ]
    for degree, error in refused:
        with pytest.raises(error, match=f"the degree is {degree!r}; polynomials are sought up to a degree"):
            conserved_quantities(linear(2, 2, 2), degree=degree)
    with pytest.raises(ValueError, match="in 27 parameters, more than 2,500; lower the degree"):
        conserved_quantities(linear(3, 3, 3, 3), degree=3)


def test_nothing_moves() -> None:
    still = Law.trace(lambda x, w: x @ x, {"x": (2,)}, {"w": (2,)})
    found = conserved_quantities(still)
    assert (found.laws, found.growth, found.quantities, found.notes) == (2, (0,), ("w_0", "w_1"), ())
    with pytest.raises(ValueError, match="the law has no parameters; gradient flow moves parameters"):
        conserved_quantities(Law.trace(lambda x: x @ x, {"x": (2,)}, {}))


def test_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conserved, "two_sided", lambda *_: None)
    found = conserved_quantities(linear(2, 2, 2))
    assert (found.laws, len(found.verdicts), found.certificate) == (3, 2, None)
    monkeypatch.setattr(conserved, "accepted", lambda _: None)
    none = conserved_quantities(linear(2, 2, 2))
    assert (none.lower, none.upper, none.verdicts) == (0, 8, ())
    assert none.notes[0] == "≥ 3 was computed, but its certificate is over the checker's work limit"
    assert none.notes[1].startswith("≤ 3 was computed")


def test_an_interrupted_growth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lie_algebras, "MOST_TERMS", 1)
    lie_algebras.growth.cache_clear()
    found = conserved_quantities(linear(2, 2, 2), degree=2)
    assert (found.lower, found.upper, found.growth) == (3, 4, (4,))
    assert "the search for brackets ended before they stopped growing" in found.notes
    lie_algebras.growth.cache_clear()


def test_long_quantities_are_shortened() -> None:
    text = conserved._shortened(" + ".join(f"w_{k}^2" for k in range(100)))
    assert text.endswith("(100 terms)") and len(text) < 430


def test_html() -> None:
    assert ">1 independent conserved quantity" in conserved_quantities(linear(1, 1, 1))._repr_html_()
