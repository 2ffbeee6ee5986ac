"""Networks whose nodes share parameters, and modes that occur in several nodes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
import pytest

from algebra_tnn.exact import PRIME
from algebra_tnn.laws import Law, derivative, einsum, value
from algebra_tnn.tensors.formats import SymmetricCPFormat, TensorFormat, flattening_image
from algebra_tnn.tensors.formats.networks import Network
from tests.unit.tensors.formats.test_gauge import drawn, rank_of_fields


@dataclass(frozen=True)
class Sum(TensorFormat):
    parts: tuple[Network, ...]

    @property
    def networks(self) -> tuple[Network, ...]:
        return self.parts

    def __str__(self) -> str:
        return "a sum of networks"


def train(n: int, r: int) -> Network:
    """Ends of their own, and one core in between."""
    words = {"a": "ip", "G1": "pjq", "G2": "qks", "b": "sl"}
    return Network.of(
        words, dict(zip("ijklpqs", [n] * 4 + [r] * 3, strict=True)), "ijkl", shared=dict.fromkeys(["G1", "G2"], "G")
    )


def tree(leaves: str, prefix: str) -> Network:
    """((l0, l1), (l2, l3)) with one matrix for all leaves, and letters that join three nodes."""
    words = {f"{prefix}{k}": (mode, f"{prefix}{k // 2}") for k, mode in enumerate(leaves)}
    words |= {f"{prefix}w{k}": (f"{prefix}{k}", f"{prefix}r") for k in range(2)} | {f"{prefix}top": (f"{prefix}r",)}
    sizes = dict.fromkeys("ijkl", 2) | dict.fromkeys((f"{prefix}0", f"{prefix}1"), 3) | {f"{prefix}r": 2}
    return Network.of(words, sizes, "ijkl", shared={f"{prefix}{k}": "L" for k in range(4)})


TRAIN, TREE = Sum((train(2, 3),)), Sum((tree("ijkl", "s"),))
TWO_TREES = Sum((tree("ijkl", "s"), tree("ikjl", "t")))
EQUAL_RING = Sum(
    (
        Network.of(
            {"A": "iad", "B": "jba", "C": "kcb"} | {"D": "ldc"},
            dict.fromkeys("ijklabcd", 2),
            "ijkl",
            shared=dict.fromkeys("ABCD", "G"),
        ),
    )
)
FORMATS = {"train": TRAIN, "tree": TREE, "two trees": TWO_TREES, "ring": EQUAL_RING}


def test_one_parameter_for_all_nodes_that_share_it() -> None:
    assert TRAIN.parameters == {"a": (2, 3), "G": (3, 2, 3), "b": (3, 2)} and TRAIN.parameter_count == 6 + 18 + 6
    assert TWO_TREES.storage == {"L": 6, "sw0": 6, "sw1": 6, "stop": 2, "tw0": 6, "tw1": 6, "ttop": 2}
    assert EQUAL_RING.law().parameters == (("G", (2, 2, 2)),)
    direct = Law.trace(lambda a, G, b: einsum("ip,pjq,qks,sl->ijkl", a, G, G, b), {}, TRAIN.parameters)
    point = drawn(TRAIN.law().parameters, 1)
    assert np.array_equal(TRAIN.tensor(point, modulus=PRIME), value(direct, point, modulus=PRIME))


def test_a_parameter_that_bears_the_name_of_a_node_is_shared_by_it() -> None:
    network = Network.of({"A": "ia", "B": "ja"}, {"i": 2, "j": 2, "a": 3}, "ij", shared={"B": "A"})
    assert network.parameters == {"A": (2, 3)} and network.own_nodes == () and network.bonds == {}


@pytest.mark.parametrize(
    "name", ["ring", "tree", *(pytest.param(x, marks=pytest.mark.slow) for x in ("train", "two trees"))]
)
def test_the_tensor_does_not_change_along_the_fields(name: str) -> None:
    format = FORMATS[name]
    law, fields = format.law(), format.symmetries().fields
    point = drawn((*law.inputs, *law.parameters), 5)
    for field in fields:
        assert not np.any(value(derivative(law, field), point, modulus=PRIME))
    assert rank_of_fields(format) == format.gauge_dimension


def test_how_large_the_gauge_is() -> None:
    """A core is conjugated by a matrix, and scaled against an end; the values of a letter of leaves are rescaled."""
    assert TRAIN.gauge_dimension == 3 * 3 + 1
    assert EQUAL_RING.gauge_dimension == 2 * 2 - 1
    assert TREE.gauge_dimension == 3 + 2 * 2
    assert TWO_TREES.gauge_dimension == 3 + 2 * 2 + 2 * 2


def test_bonds_of_nodes_that_share_keep_their_sizes() -> None:
    wide = Sum((Network.of({"A": "ia", "B": "ja"}, {"i": 2, "j": 2, "a": 5}, "ij", shared={"A": "G", "B": "G"}),))
    assert not any("may have size" in remark for remark in wide.remarks)


def test_min_cuts_and_flattenings_of_networks_with_shared_nodes() -> None:
    assert TREE.min_cut([0, 2]) == 4 and TREE.min_cut([0, 1]) == 2
    law, kept = flattening_image(train(2, 2), [0, 2])
    assert set(law.parameter_names) == {"a", "G", "b", "v"} and kept <= 4 + 8 + 4


def test_modes_of_several_nodes_are_contracted_once() -> None:
    words = {"A": "ia", "B": "iab", "C": "jb"}
    for order in (None, (("A", "B"), "C"), (("A", "C"), "B"), ("C", ("A", "B"))):
        format = Sum((Network.of(words, {"i": 2, "j": 3, "a": 2, "b": 2}, "ij", order),))
        law = format.law()
        assert law.shape == () and law.degree_in("x0") == law.degree_in("x1") == 1
        point = drawn((*law.inputs, *law.parameters), 7)
        tensor = format.tensor({name: point[name] for name in "ABC"}, modulus=PRIME)
        total = sum(tensor[i][j] * point["x0"][i] * point["x1"][j] for i, j in product(range(2), range(3)))
        assert value(law, point, modulus=PRIME) == total % PRIME


def test_pictures_show_the_parameter() -> None:
    assert TRAIN.drawing().count(">G<") == 2 and TRAIN.drawing().count("#fef3c7") == 2
    assert {data["parameter"] for _, data in TRAIN.graph().nodes(data=True) if "parameter" in data} == {"a", "G", "b"}


def test_nodes_that_cannot_share() -> None:
    sizes = {"i": 2, "j": 3, "a": 2}
    with pytest.raises(
        ValueError, match=r"the nodes A and B have the shapes \[2, 2\] and \[3, 2\]; nodes that share G"
    ):
        Network.of({"A": "ia", "B": "ja"}, sizes, "ij", shared={"A": "G", "B": "G"})
    with pytest.raises(ValueError, match="the node A has entries that are given; it cannot share"):
        Network.of({"A": "ia", "B": "ja"}, sizes, "ij", constants={"A": [[1, 0], [0, 1]]}, shared={"A": "G"})


def test_symmetric_formats_share_their_nodes() -> None:
    format = SymmetricCPFormat((2, 3), (2, 1), 3)
    (network,) = format.networks
    assert [node.parameter for node in network.nodes] == ["a0", "a0", "a1"] and [n.name for n in network.own_nodes] == [
        "a1"
    ]
    assert format.parameters == {"a0": (3, 2), "a1": (3, 3)} and format.drawing().count("#fef3c7") == 2
    law, kept = flattening_image(network, [0])
    assert dict(law.parameters)["a0"] == (3, 2) and kept in (0, 6)
