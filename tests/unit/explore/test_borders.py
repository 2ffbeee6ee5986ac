from __future__ import annotations

from itertools import product
from random import Random

import pytest

from algebra_tnn.explore.borders import Border, Point, at_most


def explored(sizes: tuple[int, ...], generators: list[Point]) -> tuple[Border, int]:
    """The border of the up-set with these generators, and how many points were asked."""
    asked: set[Point] = set()

    def contains(point: Point) -> bool:
        asked.add(point)
        return any(at_most(x, point) for x in generators)

    border = Border(sizes)
    while border.candidates:
        border.explore(contains)
    return border, len(asked)


@pytest.mark.parametrize("seed", range(40))
def test_against_all_points(seed: int) -> None:
    draw = Random(seed)
    sizes = tuple(draw.randint(1, 6) for _ in range(draw.randint(1, 4)))
    box = list(product(*(range(1, n + 1) for n in sizes)))
    generators = [draw.choice(box) for _ in range(draw.randint(0, 4))]
    border, _ = explored(sizes, generators)
    inside = [x for x in box if any(at_most(y, x) for y in generators)]
    outside = [x for x in box if x not in inside]
    assert sorted(border.minimal) == [x for x in inside if not any(at_most(y, x) for y in inside if y != x)]
    assert sorted(border.outside) == [x for x in outside if not any(at_most(x, y) for y in outside if y != x)]


def test_few_points_are_asked() -> None:
    border, asked = explored((100, 100, 100), [(3, 40, 7), (50, 2, 90)])
    assert sorted(border.minimal) == [(3, 40, 7), (50, 2, 90)]
    assert asked < 200


def test_what_is_left_lies_above_the_candidates() -> None:
    """After each step, every point is above a minimal one or a candidate, or below one that is outside."""
    border = Border((4, 4))
    while border.candidates:
        border.explore(lambda x: x[0] + x[1] > 5)
        for x in product(range(1, 5), repeat=2):
            known = any(at_most(x, y) for y in border.outside)
            above = any(at_most(y, x) for y in (*border.minimal, *border.candidates))
            assert known or above
    assert sorted(border.minimal) == [(2, 4), (3, 3), (4, 2)]
