"""The format of Jacobians at several points: CP, ParaTuck-2, and ParaTuck-L for more layers."""

from __future__ import annotations

from collections.abc import Sequence

from algebra_tnn.models.hidden_layers import checked_widths
from algebra_tnn.tensors.formats.sizes import size
from algebra_tnn.tensors.formats.tensor_network import TensorNetwork


def jacobian_format(widths: Sequence[int], points: int) -> TensorNetwork:
    """T_{ijn} = Σ A_L[i, r_(L−1)] G_(L−1)[n, r_(L−1)] A_(L−1)[r_(L−1), r_(L−2)] ⋯ G_1[n, r_1] A_1[r_1, j].

    The slices are A_L D_n(G_(L−1)) A_(L−1) ⋯ D_n(G_1) A_1, which is the chain rule for a network of these widths with
    weights A_l, whose activations have the derivatives G_l[n, r] in neuron r of layer l at point n. For two layers of
    weights it is a CP decomposition, for three ParaTuck-2, and in general *ParaTuck-L*; one layer has no points.

    Raises: TypeError, ValueError, in one sentence. Reference: [DeJongheUsevichDreesenIshteva2026].

    >>> format = jacobian_format((3, 2, 2, 4), points=5)
    >>> format.shape, format.parameter_count, format.parameters["G1"]
    ((4, 3, 5), 38, (5, 2))
    """
    sizes = checked_widths(widths)
    depth = len(sizes) - 1
    if depth < 2:
        raise ValueError(f"widths is {sizes}; the Jacobian depends on the point from three widths on")
    letters = ["j", *(f"r{k}" for k in range(1, depth)), "i"]
    words = {"A1": [letters[1], letters[0]]}
    for k in range(2, depth + 1):
        words |= {f"G{k - 1}": ["n", letters[k - 1]], f"A{k}": [letters[k], letters[k - 1]]}
    ranges = {**dict(zip(letters, sizes, strict=True)), "n": size("points", points)}
    return TensorNetwork(dict(reversed(words.items())), ranges, ["i", "j", "n"])
