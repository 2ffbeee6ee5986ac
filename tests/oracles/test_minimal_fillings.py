"""Minimal networks that fill, from the literature [DaoRodriguez2026], found anew, each list proved to be complete.

Two inputs and t². The published lists of one output are proved to be complete up to seven layers of weights, those of
two and three outputs are results of a search; that networks do not fill is read off from ranks at random points there.
"""

from __future__ import annotations

import pytest

from algebra_tnn.explore import filling, minimal_fillings
from algebra_tnn.explore.filling_search import predecessors

Widths = tuple[int, ...]

PUBLISHED: dict[int, list[list[Widths]]] = {  # for each number of outputs, for 2, 3, … layers of weights
    1: [
        [(2, 2, 1)],
        [(2, 2, 2, 1)],
        [(2, 3, 3, 2, 1)],
        [(2, 3, 3, 3, 2, 1)],
        [(2, 3, 3, 4, 4, 2, 1)],
    ],
    2: [
        [(2, 2, 2)],
        [(2, 3, 3, 2)],
        [(2, 3, 3, 3, 2)],
        [(2, 3, 3, 4, 4, 2)],
        [(2, 3, 3, 4, 6, 5, 2), (2, 3, 3, 5, 7, 4, 2), (2, 3, 4, 5, 5, 5, 2), (2, 3, 4, 5, 6, 4, 2)],
    ],
    3: [
        [(2, 3, 3)],
        [(2, 3, 3, 3)],
        [(2, 3, 4, 4, 3)],
        [(2, 3, 4, 5, 5, 3)],
        [(2, 3, 4, 4, 7, 7, 3), (2, 3, 4, 5, 6, 7, 3), (2, 3, 4, 5, 7, 6, 3)],
    ],
}


def lists(outputs: int, max_layers: int) -> list[list[Widths]]:
    """What is found, after everything about it is proved without a published theorem."""
    found = minimal_fillings(2, outputs, 2, max_layers)
    assert (found.status, found.trusts) == ("proved", ()), found.explanation
    return [[x.widths for x in border.minimal] for border in found.borders]


@pytest.mark.parametrize("outputs", PUBLISHED)
def test_up_to_four_layers(outputs: int) -> None:
    assert lists(outputs, 4) == PUBLISHED[outputs][:3]


@pytest.mark.slow
@pytest.mark.parametrize("outputs", [2, 3])
def test_up_to_six_layers(outputs: int) -> None:
    assert lists(outputs, 6) == PUBLISHED[outputs]


def seven_layers() -> int:
    """One output: thirteen networks. The widths of one rise, fall, rise and fall. It is one of the nightly searches."""
    *shorter, longest = lists(1, 7)
    assert shorter == PUBLISHED[1] and len(longest) == 13
    rising_again = [w for w in longest if not is_unimodal(w)]
    assert rising_again == [(2, 3, 4, 5, 4, 6, 4, 1)]
    return len(longest)


def is_unimodal(widths: Widths) -> bool:
    top = widths.index(max(widths))
    return list(widths[: top + 1]) == sorted(widths[: top + 1]) and list(widths[top:]) == sorted(widths[top:])[::-1]


@pytest.mark.slow
def test_each_predecessor_of_the_network_that_is_not_unimodal() -> None:
    widths = (2, 3, 4, 5, 4, 6, 4, 1)
    assert filling(widths, 2).status == "proved"
    smaller = predecessors(widths)
    assert len(smaller) == 6
    for w in smaller:
        found = filling(w, 2)
        assert (found.status, found.trusts) == ("refuted", ()), w


@pytest.mark.slow
def test_other_inputs_and_degrees() -> None:
    """No published list: three inputs up to four layers, and cubes."""
    assert minimal_fillings(3, 1, 2, 4).networks == ((3, 3, 1), (3, 4, 3, 1), (3, 5, 6, 4, 1))
    cubes = minimal_fillings(2, 1, 3, 4)
    assert cubes.networks[2:] == ((2, 3, 4, 5, 1), (2, 3, 5, 3, 1), (2, 4, 4, 4, 1))
    assert cubes.status == "proved"
