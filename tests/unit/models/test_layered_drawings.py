"""Pictures of models other than polynomial networks: every one is SVG, with the circles and lines that belong there."""

from __future__ import annotations

from collections import Counter
from typing import Any
from xml.etree import ElementTree

import pytest

from algebra_tnn.models import PolynomialNetwork, WeightedNetwork
from algebra_tnn.models.analytic.jet_network import JetNetwork
from algebra_tnn.models.circuits.deep import DeepCircuit, ShallowCircuit
from algebra_tnn.models.circuits.mixtures import MixtureOfTrees
from algebra_tnn.models.circuits.overlapping import OverlappingCircuit
from algebra_tnn.models.derivatives.flexible_network import FlexibleNetwork
from algebra_tnn.models.equivariant.equivariant_network import EquivariantNetwork
from algebra_tnn.models.layered_drawings import GREY, Layer, boxes, layered
from algebra_tnn.models.pooling.pooling_network import PoolingNetwork
from algebra_tnn.models.products.pi_net import PiNet
from algebra_tnn.models.rectified.rectified_network import RectifiedNetwork
from algebra_tnn.models.structured.attention import LightningAttention
from algebra_tnn.models.structured.convolutional_network import ConvolutionalNetwork
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats import TrainFormat

SVG = "{http://www.w3.org/2000/svg}"
TREES = (((0, 1), (2, 3)), ((0, 2), (1, 3)))


def parts(svg: str) -> Counter[str]:
    return Counter(element.tag.removeprefix(SVG) for element in ElementTree.fromstring(svg))


def texts(svg: str) -> list[str | None]:
    return [element.text for element in ElementTree.fromstring(svg).findall(f"{SVG}text")]


@pytest.mark.parametrize(
    ("model", "circles", "lines"),
    [
        (JetNetwork((2, 3, 1)), 6, 9),
        (RectifiedNetwork((2, 3, 1)), 6, 9),
        (FlexibleNetwork((2, 3, 1), 2), 6, 9),
        (ConvolutionalNetwork(7, filters=(3, 2), degrees=2, strides=(2, 1)), 12, 3 * 3 + 2 * 2),
        (EquivariantNetwork.cyclic(3, (1, 2, 1), 2), 12, 36),
        (DeepCircuit(8, 3, (3, 2, 2)), 15, 14),
        (ShallowCircuit(3, 2, 4), 4, 3),
        (OverlappingCircuit(4, 2, (2, 2)), 8, 9),
        (MixtureOfTrees(4, 2, (2, 2), trees=TREES), 4 + 4 + 2 + 1, 8 + 4 + 2),
        (PoolingNetwork(4, 2, (2, 1)), 7, 6),
    ],
    ids=lambda value: str(value)[:30],
)
def test_circles_and_lines(model: Any, circles: int, lines: int) -> None:
    svg = model._repr_svg_()
    found = parts(svg)
    assert (found["circle"], found["line"], found["rect"]) == (circles, lines, 1)
    assert svg == model.drawing() and ElementTree.fromstring(svg).findtext(f"{SVG}title") == str(model)


def test_widths_stand_below_the_layers() -> None:
    assert texts(JetNetwork((2, 1, 1)).drawing()) == ["x_0", "x_1", "2", "tanh", "1", "f_0", "1"]
    assert [text for text in texts(DeepCircuit(4, 3, (2, 1)).drawing()) if text and " " in text] == [
        *("dimension 3", "2 channels", "1 channel")
    ]


def test_a_window_is_joined_with_what_it_multiplies() -> None:
    image = ElementTree.fromstring(DeepCircuit(4, 2, (2, 2), tree=((0, 2), (1, 3))).drawing())
    heights = [[float(line.get(name, "")) for name in ("y1", "y2")] for line in image.findall(f"{SVG}line")]
    first = sorted(heights[:4])
    assert [below for below, _ in first] == sorted({below for below, _ in heights[:4]})
    assert first[0][1] == first[2][1] != first[1][1] == first[3][1]


def test_the_trees_of_a_mixture_meet_in_the_sum_alone() -> None:
    image = ElementTree.fromstring(MixtureOfTrees(4, 2, (2, 2), trees=TREES).drawing())
    colours: dict[tuple[str | None, str | None], set[str | None]] = {}
    for line in image.findall(f"{SVG}line"):
        colours.setdefault((line.get("x2"), line.get("y2")), set()).add(line.get("stroke"))
        colours.setdefault((line.get("x1"), line.get("y1")), set()).add(line.get("stroke"))
    assert sorted(map(len, colours.values())) == [1] * 6 + [2] * 5  # the inputs and the sum have lines of both


def test_what_is_shared_has_one_colour() -> None:
    svg = ConvolutionalNetwork(4, filters=(2,), degrees=None).drawing()
    colours = [line.get("stroke") for line in ElementTree.fromstring(svg).findall(f"{SVG}line")]
    assert colours == colours[:2] * 3 and colours[0] != colours[1]


def test_models_without_a_graph_are_boxes() -> None:
    attention = LightningAttention(width=3, tokens=2, rank=2, outputs=4, layers=2)
    assert texts(attention.drawing()) == [
        *("3×2", "V1: 3×3", "K1: 2×3", "Q1: 2×3", "V2: 4×3", "K2: 2×3", "Q2: 2×3", "4×2")
    ]
    assert parts(attention.drawing())["path"] == 3
    assert texts(PiNet(dimension=2, rank=2, degree=2).drawing())[-1] == "f"


def test_long_lists_in_boxes_are_shortened() -> None:
    assert any(text and text.startswith("and ") for text in texts(TracedModel.drawing(JetNetwork((2,) * 9))))


def test_weighted_networks_are_drawn_as_their_networks() -> None:
    network = PolynomialNetwork((1, 1, 1), 2)
    assert WeightedNetwork(network, [[[1]], [[2]]])._repr_svg_() == network.drawing()


@pytest.mark.parametrize("model", [PolynomialNetwork((1, 1)), TrainFormat((2, 2), (2,)), RectifiedNetwork((1, 1, 1))])
def test_pictures_have_a_white_ground(model: Any) -> None:
    ground = ElementTree.fromstring(model._repr_svg_()).find(f"{SVG}rect")
    assert ground is not None and (ground.get("fill"), ground.get("width")) == ("white", "100%")


def test_texts_are_escaped() -> None:
    hostile = '<script>"&'
    picture = layered(hostile, [Layer(1, lambda i: hostile, hostile)] * 2, lambda layer, i, j: GREY)
    assert texts(picture) == [hostile] * 4 and ElementTree.fromstring(picture).findtext(f"{SVG}title") == hostile
    assert texts(boxes(hostile, [[hostile]])) == [hostile]
