"""Which values a network hands on at which templates, and what is positive for this reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.models.circuits.trees import written
from algebra_tnn.models.pooling.pooling_network import Exact, PoolingNetwork
from algebra_tnn.tensors.formats.hierarchical import Tree
from algebra_tnn.tensors.formats.sizes import listed

Place: TypeAlias = tuple[int, ...]  # templates of a node's inputs in the order of the tree, then a channel
Value: TypeAlias = tuple[Tree, Place]  # the entry of the node's z there
Difference: TypeAlias = tuple[Value | None, Value | None]  # the first minus the second; None stands for 0
Mask: TypeAlias = NDArray[np.bool_]  # an axis for each input of an inner node, and one for channels
Masks: TypeAlias = Mapping[Tree, tuple[Mask, ...]]  # for each child of each inner node


def decided(network: PoolingNetwork, values: Mapping[Tree, Exact]) -> tuple[Masks, tuple[Difference, ...]]:
    """Which values each inner node hands on at which templates, and what is positive for this reason.

    A node at some templates has a *name*: z of nodes with one name are the same polynomials in the cell, since they
    come from the same filters and from what has the same names. The name 0 is that of z = 0.
    Raises: ValueError if a value is 0, or two are equal, without having one name.
    """
    masks: dict[Tree, tuple[Mask, ...]] = {}
    differences: dict[Difference, None] = {}  # each once, in the order in which they are found
    known: dict[Any, int] = {}
    names: dict[tuple[Tree, Place], int] = {}
    for leaf in network.levels[0]:
        for d, row in enumerate(network.templates):
            names[leaf, (d,)] = known.setdefault((network.weight_of(leaf), row), len(known) + 1) if any(row) else 0
    for node in (node for level in network.levels for node in level if isinstance(node, tuple)):
        spans, channels = network.spans(node), values[node[0]].shape[-1]
        grid = (len(network.templates),) * spans[-1][1]
        handed = np.zeros((len(node), *grid, channels), bool)
        for place in np.ndindex(*grid):
            parts = [(child, place[start:end]) for child, (start, end) in zip(node, spans, strict=True)]
            origin = []
            for channel in range(channels):
                alive = {(child, (*own, channel)): names[child, own] for child, own in parts if names[child, own]}
                chosen, found = _handed_on(network, alive, {v: values[v[0]][v[1]] for v in alive}, len(parts))
                handed[(slice(None), *place, channel)] = [(child, (*own, channel)) in chosen for child, own in parts]
                differences.update(dict.fromkeys(found))
                origin.append(tuple(sorted(alive[v] for v in chosen)))
            new = known.setdefault((network.weight_of(node), *origin), len(known) + 1)
            names[node, place] = new if any(origin) else 0
        masks[node] = tuple(handed)
    return masks, tuple(differences)


def _handed_on(
    network: PoolingNetwork, names: Mapping[Value, int], values: Mapping[Value, Any], parts: int
) -> tuple[Collection[Value], Iterable[Difference]]:
    """Which of the values are handed on, and which differences are positive; other parts are 0 in the whole cell."""
    rectified = network.activation == "relu"
    if network.pooling == "max":
        different: dict[int, Value] = {}
        for value, name in names.items():
            different.setdefault(name, value)
        candidates: dict[Value | None, Any] = {value: values[value] for value in different.values()}
        if rectified or len(names) < parts:
            candidates[None] = 0
        first = max(candidates, key=candidates.__getitem__)
        pairs: list[Difference] = [(first, other) for other in candidates if other != first]
        chosen = [first] if first is not None else []
    else:
        candidates = {None: 0} | dict(values.items())
        pairs = [(value, None) if x > 0 else (None, value) for value, x in values.items() if rectified]
        chosen = [value for value, x in values.items() if x > 0 or not rectified]
        if network.pooling == "product" and len(chosen) < parts:
            chosen = []
    for one, other in pairs:
        if candidates[one] == candidates[other]:
            left, right = map(_described, (one, other) if one is not None else (other, one))
            raise ValueError(
                f"the weights are on the border of cells: {left} is {candidates[one]}, as is {right}; take weights "
                "for which they differ"
            )
    return chosen, pairs


def _described(value: Value | None) -> str:
    if value is None:
        return "the bound that cuts it off"
    node, (*templates, channel) = value
    return f"z of {written(node)} in channel {channel} at the templates {listed(templates)}"
