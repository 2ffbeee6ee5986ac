from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn.laws import Law, einsum
from algebra_tnn.provers.separation import best_cut, selection
from algebra_tnn.provers.separation.selection import selected_shares, total
from algebra_tnn.provers.separation.shares import cut_share, monomial_share
from algebra_tnn.provers.separation.summands import summands
from tests.unit.provers.separation.laws import two_layers

SIDES = {"x": 0, "y": 1}


def test_networks_choose_the_same_side_where_that_is_cheaper() -> None:
    """Of 1 + x + y the first two are functions of x, and the third is one of y."""
    law = Law.trace(lambda x, y: 1 + x + y, {"x": (), "y": ()}, {})
    found = best_cut(law, ("x",))
    assert found is not None and found.bound == 2


def test_each_network_takes_the_cheaper_side() -> None:
    """There are 4 linear forms in x and 10 cubic ones in y, and 10 quadratic ones in x and 3 linear ones in y."""

    def forward(x: Any, y: Any, V: Any, W: Any) -> Any:
        return einsum("ijkl,i,j,k,l->", V, x, y, y, y) + einsum("ijk,i,j,k->", W, x, x, y)

    law = Law.trace(forward, {"x": (4,), "y": (3,)}, {"V": (4, 3, 3, 3), "W": (4, 4, 3)})
    found = best_cut(law, ("x",))
    assert found is not None and found.bound == 4 + 3


def test_networks_in_another_order_are_the_same() -> None:
    written = summands(two_layers(3, 2))
    assert written is not None
    shares = selected_shares(written, SIDES)
    assert len(shares) == 8 and len({share.part for share in shares}) == 4 and total(shares) == 6
    for network, share in zip(written.networks, shares, strict=True):
        again = (
            monomial_share(network, share.side, SIDES, {"x": 3, "y": 2, "a": 6, "b": 4, "v": 2})
            if share.colours is None
            else cut_share(network, share.side, share.colours, written.sizes)
        )
        assert (again.part, again.size) == (share.part, share.size)


def test_of_many_different_networks_monomials_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    law = two_layers(3, 1)
    written = summands(law)
    assert written is not None and total(selected_shares(written, SIDES)) == 4
    monkeypatch.setattr(selection, "MOST_CUTS", 3)
    assert total(selected_shares(written, SIDES)) == 1 + 3 + 2 + 1
