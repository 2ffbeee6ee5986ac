"""Conjectures confronted with rows: what fits, what does not, and what is set aside."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from algebra_tnn.atlas import conjectures, shipped
from algebra_tnn.atlas.landscape import Onset, integer, onsets, proved_dimension
from algebra_tnn.atlas.rows import COLUMNS, Value
from algebra_tnn.varieties import Segre, secant_ranks

NOTHING: dict[str, Value] = dict.fromkeys(COLUMNS)


def network(widths: str, degrees: str = "2,2", dimension: int = 1, **values: Value) -> Mapping[str, Value]:
    found = {"family": "pnn", "status": "proved", "biases": 0, "name": f"pnn {widths}", "widths": widths}
    found |= {"degrees": degrees, "lower": dimension, "upper": dimension, "ambient": 100}
    return {**NOTHING, **found, **values}


def tensors(shape: str, points: int, defect: int) -> Mapping[str, Value]:
    found = {"family": "segre-veronese", "status": "proved", "name": f"σ_{points} of {shape}", "shape": shape}
    found |= {"degrees": ",".join("1" * len(shape.split(","))), "points": points, "expected": 50}
    return {**NOTHING, **found, "lower": 50 - defect, "upper": 50 - defect}


@pytest.mark.parametrize(("whole", "exceptions"), [(11, 0), (12, 1)])
def test_three_layers_from_two(whole: int, exceptions: int) -> None:
    parts = [network("3,4,2", "2", 12), network("4,2,1", "2", 7)]
    found = conjectures.three_layers_from_two([*parts, network("3,4,2,1", dimension=whole)])
    assert (found.cases, len(found.exceptions)) == (1, exceptions)
    aside = conjectures.three_layers_from_two([parts[0], network("3,4,2,1", dimension=whole)])
    assert aside.cases == 0 and sum(aside.apart.values()) == 1
    assert conjectures.three_layers_from_two([network("1,4,2,1")]).apart == {}, "one input is outside of the box"


def test_unimodal() -> None:
    rows = [network(w, "2,2,2", minimal_filling="proved", filling="proved") for w in ("2,3,2,1", "2,3,2,4,1")]
    found = conjectures.minimal_fillings_unimodal(rows)
    assert found.cases == 2 and len(found.exceptions) == 1 and "2,3,2,4,1 is not unimodal" in found.exceptions[0]


def test_defective_tensors() -> None:
    fitting = [tensors("3,3,3", 4, 1), tensors("2,2,4", 3, 1), tensors("3,4,5", 5, 0), tensors("4,4", 2, 4)]
    assert conjectures.defective_tensors(fitting).cases == 3, "matrices are not meant"
    assert not conjectures.defective_tensors(fitting).exceptions
    wrong = [tensors("3,3,3", 4, 0), tensors("3,4,5", 5, 2)]
    assert len(conjectures.defective_tensors(wrong).exceptions) == 2


@pytest.mark.parametrize(
    "shape", [(2, 2, 2), (2, 2, 3), (2, 2, 4), (2, 3, 5), (3, 3, 3), (3, 4, 4), (2, 2, 2, 2), (2, 2, 3, 3)]
)
def test_list_is_that_of_ranks(shape: tuple[int, ...]) -> None:
    variety = Segre(shape)
    for r, rank in enumerate(secant_ranks(variety, 8), start=1):
        expected = min(variety.ambient, r * variety.dimension)
        assert conjectures.is_listed_as_defective(shape[::-1], r) == (rank < expected), r


def test_parts() -> None:
    parts = [network("2,3,3", "3", finite="proved"), network("3,3,1", "3", finite="proved")]
    filling = network("2,3,3,1", "3,3", finite="refuted", filling="proved")
    assert conjectures.parts_suffice([*parts, filling]).apart == {"not finite, and it fills its space": 1}
    odd = network("2,3,3,1", "3,3", finite="refuted", filling="refuted")
    assert len(conjectures.parts_suffice([*parts, odd]).exceptions) == 1
    assert conjectures.parts_are_finite([*parts, odd]).cases == 0
    wrong = [parts[0], network("3,3,1", "3", finite="refuted"), network("2,3,3,1", "3,3", finite="proved")]
    assert "not pnn 3,3,1" in conjectures.parts_are_finite(wrong).exceptions[0].replace("but not", "not")


def test_finite_and_not_global() -> None:
    block = network("4,7,7", "2", **{"finite": "proved", "global": "refuted"})
    whole = network("4,7,7,7", **{"finite": "proved", "global": "refuted", "decompositions": 8})
    (exception,) = conjectures.finite_is_global([block, whole]).exceptions
    assert "8 classes" in exception and "by pnn 4,7,7" in exception
    (exception,) = conjectures.finite_is_global([whole]).exceptions
    assert "to blame" in exception


def test_onsets() -> None:
    rows = [network("2,3,1", str(r), expected=6, dimension=6 - (r in (2, 4))) for r in (2, 3, 4, 5)]
    assert list(onsets(rows)) == [Onset((2, 3, 1), (2, 3, 4, 5), 5)]
    assert list(onsets(rows[:3])) == [Onset((2, 3, 1), (2, 3, 4), None)]
    assert not list(onsets(rows[:1]))


def test_values() -> None:
    assert proved_dimension(network("1,1", "", 3)) == 3
    assert proved_dimension(network("1,1", "", 3, upper=4)) is None
    with pytest.raises(TypeError, match="an integer where"):
        integer(NOTHING, "lower")


def test_explanation() -> None:
    rows = [tensors("3,4,5", 5, 2)] * 12
    words = conjectures.defective_tensors(rows).explanation
    assert "12 cases, 12 exceptions" in words and "and 2 more" in words


@pytest.mark.slow
def test_all_rows_that_ship() -> None:
    results = conjectures.confronted(entry.columns for entry in shipped.entries())
    assert len(results) == len(conjectures.STATEMENTS)
    assert not any(result.exceptions for result in results), [result.explanation for result in results]
    cases = {result.title: result.cases for result in results}
    assert cases["three layers from their two parts, in its box"] >= 600
