from __future__ import annotations

import pytest

from algebra_tnn.laws import Law
from algebra_tnn.provers.separation import shallow_width
from algebra_tnn.tensors.formats import CPFormat, TrainFormat
from tests.unit.provers.separation.laws import recurrent, two_layers


@pytest.mark.parametrize(
    ("law", "width"),
    [
        (CPFormat((3, 3, 3, 3), 4).law(), 4),
        (CPFormat((2, 2, 2), 9).law(), 4),
        (TrainFormat((9, 9, 9), (2, 3)).law(), 6),
        (TrainFormat((2, 2, 9), (4, 4)).law(), 4),
        (two_layers(3, 1), 8),
        (recurrent(2, 2, 2), 2),
        (Law.trace(lambda x: x @ x, {"x": (3,)}, {}), 1),
        (Law.trace(lambda a: a @ a, {}, {"a": (3,)}), 1),
        (Law.trace(lambda x, y: (x @ y) ** 9, {"x": (2,), "y": (2,)}, {}), 10),
    ],
)
def test_widths_that_are_enough(law: Law, width: int) -> None:
    assert shallow_width(law) == width


def test_of_too_many_networks_the_monomials_are_counted() -> None:
    law = Law.trace(lambda x, y: (x @ y + x.sum()) ** 9, {"x": (2,), "y": (2,)}, {})
    assert shallow_width(law) == 10
