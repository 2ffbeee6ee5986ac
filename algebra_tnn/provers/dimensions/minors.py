"""Invertible minors of Jacobians, as evidence writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from algebra_tnn.exact.modular.centred import PRIME, Doubles
from algebra_tnn.exact.modular.inverses import inverse


def entries(array: Doubles, modulus: int = PRIME) -> Any:
    """Residues from 0 on, in nested lists."""
    return (array.astype(np.int64) % modulus).tolist()


def written_rows(
    samples: Mapping[str, Doubles], covectors: Doubles, chosen: Sequence[int], modulus: int = PRIME
) -> list[Any]:
    """Rows of a Jacobian: pairs of a point of the inputs and a covector."""
    return [
        [{name: entries(x[i], modulus) for name, x in samples.items()}, entries(covectors[i], modulus)] for i in chosen
    ]


def written_minor(square: Doubles, columns: Sequence[int], modulus: int = PRIME) -> dict[str, Any]:
    """The columns of an invertible matrix and its inverse."""
    return {"columns": list(columns), "modulus": modulus, "inverse": entries(inverse(square, modulus), modulus)}
