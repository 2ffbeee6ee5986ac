from __future__ import annotations

import pytest

from algebra_tnn.laws import Law, einsum, named
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.provers.dimensions.composed import overlap_of, with_free_coefficients
from algebra_tnn.provers.dimensions.descriptions import network_name, shared_parameters

NETWORK = PolynomialNetwork((3, 4, 2, 1), 2).law()


def test_an_overlap() -> None:
    found = overlap_of(NETWORK, "z2", "h1")
    assert found is not None and (found.rank, found.shared, found.loss) == (8, {"W2": (2, 4)}, "")
    assert network_name(found.first), network_name(found.second) == ("(3,4,2)", "(4,2,1)")


def test_shared_parameters_that_both_parts_see_in_part() -> None:
    """With one input the first layer is a vector times x², and the two parts together see 5 of the 6 shared weights."""
    found = overlap_of(PolynomialNetwork((1, 2, 3, 1), 2).law(), "z2", "h1")
    assert found is not None and found.rank == 5
    assert found.loss == ", which have rank 5 in both together"


def test_a_parameter_outside_both_parts() -> None:
    """Two branches that meet later: c is in neither part, so that no bound follows."""
    law = Law.trace(
        lambda x, A, B, c: einsum("i,ij,j->", named("h", (A @ x) ** 2), c, named("u", (B @ x) ** 2)),
        {"x": (2,)},
        {"A": (2, 2), "B": (2, 2), "c": (2, 2)},
    )
    assert overlap_of(law, "h", "u") is None and overlap_of(law, "u", "h") is None


@pytest.mark.parametrize(("h", "u"), [("h1", "z2"), ("h2", "z1")])
def test_parts_that_leave_parameters_out(h: str, u: str) -> None:
    """Between h1 and z2 lies W2; and before h2, which is after z1, lies all but W3."""
    found = overlap_of(NETWORK, h, u)
    assert (found is None) == (h == "h1")


def test_cuts_that_share_a_parameter() -> None:
    law = Law.trace(
        lambda x, W, V: V @ named("h", (W @ named("g", (W @ x) ** 2)) ** 2), {"x": (2,)}, {"W": (2, 2), "V": (1, 2)}
    )
    assert overlap_of(law, "g", "g") is None and with_free_coefficients(law, "g") is None
    assert overlap_of(law, "h", "h") is not None
    assert overlap_of(Law.from_json({**law.to_json(), "output": "h"}), "h", "h") is None  # no parameter comes after
    assert overlap_of(Law.from_json({**law.to_json(), "output": "h"}), "h", "g") is None


def test_free_coefficients() -> None:
    found = with_free_coefficients(NETWORK, "z2")
    assert found is not None
    assert dict(found.parameters) == {"W3": (1, 2), "z2_coefficients": (2, 6)}
    assert found.inputs == (("z2_monomials", (6,)),)
    assert with_free_coefficients(found, "z2") is None  # they are free
    assert with_free_coefficients(NETWORK, "z1") is None  # as free as they can be
    assert with_free_coefficients(PolynomialNetwork((9, 2, 1), 5).law(), "h1") is None  # too many


@pytest.mark.parametrize("name", ["h_coefficients", "h_monomials"])
def test_names_that_are_taken(name: str) -> None:
    law = Law.trace(
        lambda x, W, **other: other[name] @ named("h", (W @ x) ** 2), {"x": (3,)}, {"W": (2, 3), name: (1, 2)}
    )
    assert with_free_coefficients(law, "h") is None


def test_values_with_many_axes() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    law = Law.trace(
        lambda x, W, v: einsum(f"{letters}->", named("h", einsum(f"{letters},->{letters}", W, (x * x) * v))),
        {"x": ()},
        {"W": (1,) * 26, "v": ()},
    )
    assert with_free_coefficients(law, "h") is None


def test_descriptions() -> None:
    assert network_name(NETWORK) == "(3,4,2,1)"
    assert network_name(PolynomialNetwork((2, 3, 1), 2, biases=True).law()) == "(2,3,1) with biases"
    assert network_name(PolynomialNetwork((2, 2, 1), 2, sparsity=[[[1, 0], [0, 1]], None]).law()) is None
    others = [
        Law.trace(lambda x, V: V @ x, {"x": (3,)}, {"V": (2, 3)}),
        Law.trace(lambda x, W1, W3: W3 @ W1 @ x, {"x": (3,)}, {"W1": (2, 3), "W3": (2, 2)}),
        Law.trace(lambda x, W1, V: V @ W1 @ x, {"x": (3,)}, {"W1": (2, 3), "V": (2, 2)}),
        Law.trace(lambda y, W1: W1 @ y, {"y": (3,)}, {"W1": (2, 3)}),
        Law.trace(lambda x, W1: (W1 @ x) ** 2, {"x": (3,)}, {"W1": (2, 3)}),
        Law.trace(lambda x, W1: W1, {"x": (3,)}, {"W1": (2, 3)}),
        Law.trace(
            lambda x, W1, W2: einsum("i,ij->j", named("h1", named("z1", W1 @ x) ** 2), W2),
            {"x": (3,)},
            {"W1": (2, 3), "W2": (2, 4)},
        ),
    ]
    assert [network_name(law) for law in others] == [None] * 7
    assert shared_parameters({"W2": (2, 4), "b2": (2,)}) == "the 8 weights and 2 biases of layer 2"
    assert shared_parameters({"w": ()}) == "the 1 entry of w"
    assert shared_parameters({"W2": (2, 4), "W3": (1, 2)}) == "the 10 entries of W2, W3"
