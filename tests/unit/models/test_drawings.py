from __future__ import annotations

import sys
from xml.etree import ElementTree

import pytest

from algebra_tnn.models import PolynomialNetwork
from tests.unit.models.networks import NETWORKS

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("network", NETWORKS, ids=str)
def test_a_drawing_has_a_circle_per_neuron_and_a_line_per_weight(network: PolynomialNetwork) -> None:
    image = ElementTree.fromstring(network.drawing())
    assert image.findtext(f"{SVG}title") == str(network)
    assert len(image.findall(f"{SVG}circle")) == sum(network.widths)
    assert len(image.findall(f"{SVG}line")) == sum(len(row) for layer in network.connections for row in layer.sources)
    assert network._repr_svg_() == network.drawing()


def test_wide_layers_are_shortened() -> None:
    image = ElementTree.fromstring(PolynomialNetwork((2, 40, 1), 2).drawing())
    assert [text.text for text in image.findall(f"{SVG}text") if "more" in str(text.text)] == ["⋮ 28 more"]
    assert len(image.findall(f"{SVG}circle")) == 15


def test_tied_weights_share_a_colour() -> None:
    tied = PolynomialNetwork((3, 2), shared=([[0, 1, -1], [-1, 0, 1]],))
    colours = [line.get("stroke") for line in ElementTree.fromstring(tied.drawing()).findall(f"{SVG}line")]
    assert colours == [colours[0], colours[1]] * 2 and colours[0] != colours[1]


@pytest.mark.parametrize("network", NETWORKS, ids=str)
def test_graphs(network: PolynomialNetwork) -> None:
    networkx = pytest.importorskip("networkx")
    graph = network.to_networkx()
    assert graph.number_of_nodes() == sum(network.widths)
    assert graph.number_of_edges() == sum(len(row) for layer in network.connections for row in layer.sources)
    assert networkx.is_directed_acyclic_graph(graph)
    assert len({graph.nodes[v]["pos"] for v in graph}) == len(graph)
    names = {name.split("[")[0] for _, _, name in graph.edges(data="weight_name")}
    assert names <= set(network.parameters)
    for (layer, j), (above, i), name in graph.edges(data="weight_name"):
        assert above == layer + 1
        place = (
            f"[{i}][{j}]"
            if len(network.parameters[f"W{above}"]) == 2
            else f"[{network.connections[layer].numbers[i][j]}]"
        )
        assert name == f"W{above}{place}"


def test_labels_say_activations() -> None:
    pytest.importorskip("networkx")
    graph = PolynomialNetwork((1, 2, 1), activations=[["x^2", "x^3 + x"]]).to_networkx()
    assert [label for _, label in sorted(graph.nodes(data="label"))] == ["x_0", "t²", "t³ + t", "f_0"]


def test_without_networkx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(ImportError, match="networkx is not installed; `pip install networkx`"):
        PolynomialNetwork((2, 1)).to_networkx()
