"""The hypotheses of statements about arithmetic circuits, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from algebra_tnn import Law, library
from algebra_tnn.models.circuits import DeepCircuit, MixtureOfTrees, windows_of
from algebra_tnn.tensors.formats import HierarchicalFormat

Table = dict[str, bool]


def circuit(name: str) -> DeepCircuit:
    found = library.load(name).INSTANCE
    assert isinstance(found, DeepCircuit)
    return found


def splits_pairs(c: DeepCircuit, chosen: Collection[int]) -> bool:
    """Whether each bracket of the first layer has two inputs, one of them chosen."""
    return all(len(window) == 2 and len({*window} & {*chosen}) == 1 for window in windows_of(c.tree)[0])


def evens(c: DeepCircuit) -> range:
    return range(0, c.inputs, 2)


def halves(c: DeepCircuit) -> range:
    return range(c.inputs // 2)


def general(c: DeepCircuit, law: Law) -> bool:
    """Whether the weights of the law are free, and those of the circuit."""
    return dict(law.parameters) == c.parameters


def depth_efficiency(c: DeepCircuit, law: Law | None = None) -> Table:
    return {
        "r_0 ≥ 2 and M ≥ 2": min(c.channels[0], c.dimension) >= 2,
        "general weights": general(c, law or c.law()),
        "one input of each pair": splits_pairs(c, evens(c)),
    }


def degree_of_inputs(law: Law) -> Table:
    """Whether each input has degree one."""
    return {"each input is used once": all(law.degree_in(name) == 1 for name in law.input_names)}


def diagonal(instance: DeepCircuit | HierarchicalFormat) -> Table:
    """Letters join all parts of a bracket with it, or each part has a letter of its own."""
    (network,) = instance.networks
    inner = [letter for letter, _ in network.sizes if letter not in network.modes]
    return {"diagonal transfer": all(len(network.homes[letter]) > 2 for letter in inner)}


def truncated(c: DeepCircuit, chosen: Collection[int], layers: int) -> Table:
    block = 1 << (layers - 1)
    blocks = [{*range(k, k + block)} & {*chosen} for k in range(0, c.inputs, block)]
    return {"filters of their own": not c.shared, "no block is split": all(len(b) in (0, block) for b in blocks)}


def pooling(c: DeepCircuit, chosen: Collection[int], law: Law | None = None) -> Table:
    (top, *_) = windows_of(c.tree)[-1]
    leaves = [{*_leaves(part)} for part in c.tree] if isinstance(c.tree, tuple) else []
    two_parts = len(top) == 2 and {*chosen} in leaves
    return {"general weights": general(c, law or c.law()), "the outermost parts": len(c.channels) == 1 or two_parts}


def mixture(m: MixtureOfTrees) -> Table:
    lengths = {len(window) for tree in m.trees for window in windows_of(tree)[0]}
    return {"one tree": len(m.trees) == 1, "in pairs": lengths == {2}}


def _leaves(tree: Any) -> list[int]:
    return [tree] if isinstance(tree, int) else [leaf for part in tree for leaf in _leaves(part)]


def _law(name: str) -> Law:
    module = library.load(name)
    law = module.law_of(module.INSTANCE)
    assert isinstance(law, Law)
    return law


#  name -> (what is violated, the hypotheses of the statement as they are for the instance)
TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "depth/feature_product_twice": (
        "each input is used once",
        lambda: degree_of_inputs(library.load("depth/feature_product_twice").INSTANCE.polynomial_law()),
    ),
    "depth/shallow_shared": (
        "a matrix for each input",
        lambda: {
            "a matrix for each input": not circuit("depth/shallow_shared").shared,
            "one layer": len(circuit("depth/shallow_shared").channels) == 1,
        },
    ),
    "depth/deep_circuit_full_transfer": (
        "diagonal transfer",
        lambda: diagonal(library.load("depth/deep_circuit_full_transfer").INSTANCE),
    ),
    "depth/depth_one_channel": ("r_0 ≥ 2 and M ≥ 2", lambda: depth_efficiency(circuit("depth/depth_one_channel"))),
    "depth/depth_equal_filters": (
        "general weights",
        lambda: depth_efficiency(circuit("depth/depth_equal_filters"), _law("depth/depth_equal_filters")),
    ),
    "depth/depth_shared_halves": (
        "one input of each pair",
        lambda: {
            **depth_efficiency(circuit("depth/depth_shared_halves")),
            "one input of each pair": splits_pairs(circuit("depth/depth_shared_halves"), (0, 1)),
        },
    ),
    "depth/pairs_of_their_own": (
        "shared",
        lambda: {
            "shared": circuit("depth/pairs_of_their_own").shared,
            "in pairs": splits_pairs(circuit("depth/pairs_of_their_own"), (0, 2)),
        },
    ),
    "depth/links_few_channels": (
        "r_0 ≥ M",
        lambda: {
            "r_0 ≥ M": circuit("depth/links_few_channels").channels[0] >= circuit("depth/links_few_channels").dimension,
            "in pairs": splits_pairs(circuit("depth/links_few_channels"), (0, 2)),
        },
    ),
    "depth/truncated_shared": (
        "filters of their own",
        lambda: truncated(circuit("depth/truncated_shared"), (0, 1, 4, 5), 2),
    ),
    "depth/truncated_width_split": (
        "no block is split",
        lambda: truncated(circuit("depth/truncated_width_split"), (0, 2, 4, 6), 2),
    ),
    "depth/pooling_one_product": (
        "general weights",
        lambda: pooling(circuit("depth/pooling_one_product"), (0, 1), _law("depth/pooling_one_product")),
    ),
    "depth/pooling_mixture": (
        "one tree",
        lambda: mixture(library.load("depth/pooling_mixture").INSTANCE),
    ),
    "depth/pooling_swapped": (
        "the outermost parts",
        lambda: pooling(circuit("depth/pooling_swapped"), halves(circuit("depth/pooling_swapped"))),
    ),
}
