from __future__ import annotations

import pytest

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import SeparationRankAtLeast
from algebra_tnn.exact import Field, Q
from algebra_tnn.laws import Law
from algebra_tnn.provers.separation import coefficient_minor, grid_rank, rank_at_random_point
from algebra_tnn.provers.separation.evaluations import LARGEST_VALUE, most_points
from algebra_tnn.tensors.formats import CPFormat, TrainFormat
from algebra_tnn.verification import verify
from tests.unit.provers.separation.laws import LAWS, TRAIN

TWO = Field.named("GF(2)")


@pytest.mark.parametrize("name", LAWS)
def test_ranks(name: str) -> None:
    law, inputs, rank, bound = LAWS[name]
    assert rank_at_random_point(law, inputs, bound, Q, 0)[0] == rank
    assert verify(SeparationRankAtLeast(law, inputs, rank), by=coefficient_minor).status == "proved"
    found = coefficient_minor(SeparationRankAtLeast(law, inputs, rank + 1))
    assert isinstance(found, Shortfall)
    assert found.reason == f"{rank + 1} is asked, the rank at a random point is {rank}"


def test_a_minor_with_fewer_rows_than_the_rank() -> None:
    found = coefficient_minor(SeparationRankAtLeast(TRAIN, ("x0", "x2"), 2))
    assert isinstance(found, Certificate) and len(found.evidence["rows"]) == 2
    assert found.remark == "a minor of the coefficients with 2 rows"


def test_a_large_law_is_restricted_to_the_inputs_that_count() -> None:
    law = TrainFormat((4,) * 6, (3,) * 5).law()
    inputs = ("x0", "x1", "x2")
    found = coefficient_minor(SeparationRankAtLeast(law, inputs, 3))
    assert isinstance(found, Certificate) and set(found.evidence["inputs"]) == {*law.input_names} - {"x2", "x5"}
    assert verify(found.claim, by=lambda _: found).status == "proved"
    nothing = coefficient_minor(SeparationRankAtLeast(law, inputs, 0))
    assert isinstance(nothing, Certificate) and set(nothing.evidence["inputs"]) == {*law.input_names}


def test_over_a_field_of_two_elements() -> None:
    """Points without zeros are all the same there."""
    law = CPFormat((2, 2), 2).law()
    claim = SeparationRankAtLeast(law, ("x0",), 2, TWO)
    assert verify(claim, by=coefficient_minor).status == "proved"
    assert rank_at_random_point(law, ("x0",), 2, TWO, 0) == (2, 3)
    squares = Law.trace(lambda x, y: x @ y + (x @ y) ** 2, {"x": (1,), "y": (1,)}, {})
    assert rank_at_random_point(squares, ("x",), 2, TWO, 0)[0] == 2, "x² and x are different polynomials"


def test_fields_that_are_too_large() -> None:
    large = Field.named("GF(2147483647)")
    found = coefficient_minor(SeparationRankAtLeast(TRAIN, ("x0",), 1, large))
    assert isinstance(found, Shortfall) and found.reason.endswith("not over GF(2147483647)")
    with pytest.raises(ValueError, match="not over"):
        rank_at_random_point(TRAIN, ("x0",), 3, large, 0)


def test_ranks_out_of_reach() -> None:
    law = Law.trace(lambda x, y: (x @ y) ** 2, {"x": (32,), "y": (32,)}, {})  # its rank is 528
    with pytest.raises(ValueError, match=r"^the separation rank is 320 or more, and 32,768 is the best bound"):
        rank_at_random_point(law, ("x",), 2**15, Q, 0)


def test_a_grid_that_is_too_large() -> None:
    assert most_points(TRAIN, ("x0", "x2")) == int((LARGEST_VALUE / 2) ** 0.5)
    with pytest.raises(
        ValueError, match=r"^an intermediate value at 9,000×9,000 points would have 162,000,000 entries"
    ):
        grid_rank(TRAIN, ("x0", "x2"), 9000, 1009)


def test_a_grid_without_an_input_on_one_side() -> None:
    law = Law.trace(lambda x: x @ x, {"x": (2,)}, {})
    assert grid_rank(law, (), 4, 1009) == grid_rank(law, ("x",), 4, 1009) == 1
