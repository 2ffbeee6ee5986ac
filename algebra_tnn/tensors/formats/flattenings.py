"""The flattening of a network as a map of vectors, cut where the network has a min-cut."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from algebra_tnn.laws.law import Law
from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.tensors.formats.min_cuts import min_cut
from algebra_tnn.tensors.formats.networks import Network, Node, Order, pattern


def flattening_image(network: Network, modes: Collection[int]) -> tuple[Law, int]:
    """The law Σ θ z + ⟨w, M(θ, η) v⟩ of a network's flattening M at these modes, and the number of the θ.

    θ are the parameters on the side of the modes in a min-cut, η those on the other side alone, and z, w are inputs:
    these are the functions (θ, M v). Their dimension is at least the number of the θ plus the rank of M for any nodes.
    From above: M v is a function of θ and of as many values as the cut has, which the law names v0; so the rank is at
    most that.

    >>> from algebra_tnn.tensors.formats import TrainFormat
    >>> law, kept = flattening_image(TrainFormat((2, 2, 2), (2, 2)).networks[0], [0])
    >>> law.parameter_names, kept
    (('G0', 'G1', 'G2', 'v'), 4)
    """
    rows = [mode for k, mode in enumerate(network.modes) if k in modes]
    columns = [mode for mode in network.modes if mode not in rows]
    inside = min_cut(network, rows).inside
    outside = [node.name for node in network.nodes if node.name not in inside]
    applied_first: Order = (*outside, "v")
    order: Order = (applied_first, *inside) if inside else applied_first
    vector = Node("v", tuple(columns))
    applied = replace(network, nodes=(*network.nodes, vector), modes=tuple(rows), order=order)
    kept = {node.parameter: network.shape_of(node.word) for node in network.free_nodes if node.name in inside}

    def forward(w: Traced, **given: Traced) -> Traced:
        image = applied.contracted(given, {})
        word = tuple(rows)
        total = einsum(pattern([word, word], ()), image, w)
        for name, shape in kept.items():
            axes = tuple(f"axis{k}" for k in range(len(shape)))
            total = total + einsum(pattern([axes, axes], ()), given[name], given[f"z_{name}"])
        return total

    inputs = {"w": network.shape_of(rows), **{f"z_{name}": shape for name, shape in kept.items()}}
    law = Law.trace(forward, inputs, applied.parameters)
    return law, sum(len(law.columns[name]) for name in kept)
