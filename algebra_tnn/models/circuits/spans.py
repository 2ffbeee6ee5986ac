"""Of how many functions the channels of a deep circuit are combinations."""

from __future__ import annotations

from math import comb

from algebra_tnn.models.circuits.deep import DeepCircuit
from algebra_tnn.models.circuits.trees import windows_of


def channel_spans(circuit: DeepCircuit) -> tuple[int, ...]:
    """s_0, s_1, …: the channels of a position of layer l span s_l dimensions for almost all weights, and never more.

    s_0 = min(r_0, M) and s_l = min(r_l, r_(l−1), s_(l−1)^k) for brackets of k parts in layer l; with shared filters the
    products are symmetric, and C(s_(l−1) + k − 1, k) takes the place of the power. The proofs for k = 2 are in the
    theorem library, ``depth/truncated_depth`` and ``depth/shared_spans``; they are the same for other k.

    Raises: ValueError unless the brackets of a layer have equally many parts, but for the outermost one.

    >>> channel_spans(DeepCircuit(8, 2, (4, 4, 4))), channel_spans(DeepCircuit(8, 2, (4, 4, 4), shared=True))
    ((2, 4, 4), (2, 3, 4))
    """
    found = [min(circuit.channels[0], circuit.dimension)]
    for layer, windows in enumerate(windows_of(circuit.tree)[:-1], start=1):
        lengths = {len(window) for window in windows}
        if len(lengths) > 1:
            raise ValueError(
                f"{circuit} has brackets of {sorted(lengths)} parts in layer {layer}; they have equally many"
            )
        (k,) = lengths
        products = comb(found[-1] + k - 1, k) if circuit.shared else found[-1] ** k
        found.append(min(circuit.channels[layer], circuit.channels[layer - 1], products))
    return tuple(found)
