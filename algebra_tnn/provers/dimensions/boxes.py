"""The dimension of a secant variety from below, box by box: for formats whose minors are too large to be written."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import DimensionAtLeast
from algebra_tnn.exact.modular.centred import LARGEST, PRIME, ResidueMatrix
from algebra_tnn.exact.modular.inverses import inverse
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.laws.power_sums import as_power_sum
from algebra_tnn.provers.dimensions.minors import entries
from algebra_tnn.varieties import SegreVeronese
from algebra_tnn.varieties.box_minors import Block, BoxMinor, variables
from algebra_tnn.varieties.box_minors import box_minor as minor_on_boxes

VOLUMES = (125.0, 343.0)  # of boxes, in the order in which they are tried
SHORT_PRIMES = (251, 1021)  # tried first: most of a certificate is residues


def box_minor(claim: DimensionAtLeast) -> Certificate | Shortfall:
    """Tangent vectors at points on boxes of the index set are independent, block by block [AboOttavianiPeterson2009].

    Such points are special: where they fall short, the dimension may still be as large as is asked.
    """
    if (shape := as_power_sum(claim.law)) is None:
        return Shortfall("block-minors", "the law is not a sum of products of powers")
    p = claim.field.characteristic
    if p > LARGEST or 0 < p <= max(shape.exponents):
        return Shortfall("block-minors", f"points are drawn modulo primes between the degrees and {LARGEST}, not {p}")
    variety, largest = SegreVeronese(shape.sizes, shape.exponents), 0
    for volume in VOLUMES:
        for modulus in (p,) if p else (*(q for q in SHORT_PRIMES if q > max(shape.exponents)), PRIME):
            found = _at_random_points(variety, shape.terms, volume, modulus)
            if found.rank >= claim.rank:
                return _certificate(claim, variety, found, modulus)
            largest = max(largest, found.rank)
    return Shortfall("block-minors", f"{claim.rank} is asked, the rank at points on boxes is {largest}")


@lru_cache(maxsize=1)
def _at_random_points(variety: SegreVeronese, terms: int, volume: float, modulus: int) -> BoxMinor:
    return minor_on_boxes(variety, terms, volume, modulus=modulus)


def _certificate(claim: DimensionAtLeast, variety: SegreVeronese, found: BoxMinor, p: int) -> Certificate:
    """Vectors of terms that are not needed are zero; of the last blocks as many rows are kept as are asked for."""
    terms, starts = dict(claim.law.parameters)["a0"][0], np.cumsum([0, *variety.shape]).tolist()
    blocks, left = list[dict[str, Any]](), claim.rank
    for block in found.blocks:
        if left:
            kept = block if len(block.rows) <= left else _shortened(block, left, p)
            blocks.append(
                {
                    "rows": [point * starts[-1] + starts[factor] + entry for factor, point, entry in kept.rows],
                    "columns": variables(variety, kept.columns),
                    "after": list(kept.after),
                    "inverse": entries(kept.inverse, p),
                }
            )
            left -= len(kept.rows)
    point = {}
    for factor, vectors in enumerate(found.points):
        padded = np.zeros((terms, variety.shape[factor]))
        padded[: len(vectors)] = vectors
        point[f"a{factor}"] = entries(padded, p)
    remark = f"{len(blocks)} blocks of tangent vectors at points on boxes"
    return Certificate(claim, "block-minors", {"point": point, "modulus": p, "blocks": blocks}, remark=remark)


def _shortened(block: Block, count: int, p: int) -> Block:
    """The first rows of a block, with as many of its pivots."""
    square = inverse(block.inverse, p)[:count]
    profile = rank_profile(ResidueMatrix(np.ascontiguousarray(square), p))
    pivots = list(profile.columns)
    rest = [j for j in range(len(block.columns)) if j not in set(pivots)]
    minor = inverse(np.ascontiguousarray(square[:, pivots]), p)
    return Block(block.rows[:count], block.columns[[*pivots, *rest]], block.after, minor)
