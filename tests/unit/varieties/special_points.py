"""Terracini matrices of the special points behind boxes and Kronecker–Schur, written out in full for FLINT."""

from __future__ import annotations

from math import prod

import numpy as np
from flint import nmod_mat
from numpy.typing import NDArray

from algebra_tnn.exact.modular.blas import Doubles
from algebra_tnn.varieties import SegreVeronese
from algebra_tnn.varieties.packing import Layer


def flint_rank(variety: SegreVeronese, vectors: tuple[Doubles, ...], p: int) -> int:
    """The rank of all derivatives along all entries at the points with these vectors, redundant ones included."""
    rows = [
        variety.derivatives(vectors, factor, p).reshape(-1, variety.ambient) for factor in range(len(variety.shape))
    ]
    entries = np.concatenate(rows).astype(np.int64) % p
    return int(nmod_mat(*entries.shape, entries.ravel().tolist(), p).rank())


def supported(points: tuple[Doubles, ...], plan: list[Layer]) -> tuple[Doubles, ...]:
    """The vectors with zeros outside the boxes of the points, which come layer by layer and box by box."""
    masks: list[list[NDArray[np.bool_]]] = [[] for _ in points]
    for layer in plan:
        for box in np.ndindex(*layer.cuts):
            for mask, vectors, place in zip(masks, points, layer.slices(box), strict=True):
                inside = np.zeros(vectors.shape[1], dtype=np.bool_)
                inside[place] = True
                mask += [inside] * int(layer.counts[box])
    return tuple(vectors * np.array(mask) for vectors, mask in zip(points, masks, strict=True))


def places_taken(variety: SegreVeronese, layer: Layer, box: tuple[int, ...]) -> int:
    """How many of the tangent vectors of the layer's points lie in a box: the count that the packing keeps below."""
    shape = layer.shape(box)
    total = -(len(shape) - 1) * int(layer.counts[box])
    for factor, n in enumerate(shape):
        line = tuple(slice(None) if f == factor else i for f, i in enumerate(box))
        total += n * int(layer.counts[line].sum())
    return total


def volume(variety: SegreVeronese, layer: Layer, box: tuple[int, ...]) -> int:
    return prod(SegreVeronese(layer.shape(box), variety.degrees).sizes)
