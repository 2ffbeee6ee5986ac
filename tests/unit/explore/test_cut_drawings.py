from __future__ import annotations

from itertools import combinations

import pytest
from matplotlib.colors import to_hex

from algebra_tnn.explore.cut_drawings import CUT, INSIDE, cut_drawing, heat_map
from algebra_tnn.explore.network_cuts import format_cut
from algebra_tnn.tensors.formats import BlockTermFormat, CPFormat, RingFormat

pytestmark = pytest.mark.slow  # matplotlib is loaded, and fonts


def test_what_is_cut_is_red() -> None:
    (axes,) = cut_drawing(format_cut(RingFormat((3, 3, 3, 3), 2), [0, 1])).axes
    red = [line for line in axes.lines if line.get_color() == CUT]
    assert len(axes.lines) == 4 * 2 + 4 and len(red) == 2 * 2  # two lines for a bond, one for a leg
    assert axes.get_title() == "cut: r0 · r2 = 2 · 2 = 4"
    texts = {text.get_text(): text.get_color() for text in axes.texts}
    assert [name for name, colour in texts.items() if colour == CUT] == ["r0: 2", "r2: 2"]
    assert sorted(name for name in texts if ":" not in name) == ["G0", "G1", "G2", "G3"]
    green = [to_hex(dot.get_facecolor()[0]) == INSIDE for dot in axes.collections]
    assert green == [True, True, False, False]


def test_a_letter_of_many_nodes_is_cut_with_all_its_lines() -> None:
    (axes,) = cut_drawing(format_cut(CPFormat((2, 5, 5, 5), 3), [1, 2])).axes
    assert sum(line.get_color() == CUT for line in axes.lines) == 4 + 1  # with the dot where they meet
    assert axes.get_title() == "cut: r = 3"


def test_nothing_is_cut_if_a_side_is_empty() -> None:
    (axes,) = cut_drawing(format_cut(CPFormat((2, 5, 5), 3), [])).axes
    assert axes.get_title() == "cut: nothing" and not any(line.get_color() == CUT for line in axes.lines)


def test_a_sum_has_a_picture_for_each_network() -> None:
    figure = cut_drawing(format_cut(BlockTermFormat((4, 4, 3), (2, 1)), [0]))
    assert [axes.get_title() for axes in figure.axes] == ["cut: l0 = 2", "cut: l1 = 1"]


def test_a_heat_map() -> None:
    """Of the ranks len(side) · (order − len(side)), each bipartition named by one of its sides."""
    order = 5
    sides = [side for k in range(order + 1) for side in combinations(range(order), k) if 0 in side]
    products = {side: len(side) * (order - len(side)) for side in sides if 0 < len(side) < order}
    figure = heat_map({side: (rank, rank + (rank == 4)) for side, rank in products.items()}, order, "ranks")
    axes, bar = figure.axes
    (image,) = axes.images
    rows, columns = (
        [label.get_text() for label in labels] for labels in (axes.get_yticklabels(), axes.get_xticklabels())
    )
    assert rows == ["∅", "0", "1", "0,1"] and columns == ["∅", "2", "3", "4", "2,3", "2,4", "3,4", "2,3,4"]
    for i, row in enumerate(rows):
        for j, column in enumerate(columns):
            size = sum(name.isdecimal() for name in (*row.split(","), *column.split(",")))
            values = image.get_array()
            assert values.mask[i, j] if size in (0, order) else values[i, j] == size * (order - size)
            assert values.mask[i, j] == values.mask[3 - i, 7 - j]
    assert (
        {text.get_text() for text in axes.texts} == {"4–5", "6"}
        and len(axes.texts) == 30
        and bar.get_ylabel() == "separation rank"
        and axes.get_title() == "ranks"
    )
