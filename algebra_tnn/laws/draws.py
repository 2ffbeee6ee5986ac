"""Reproducible random residues, none of them zero: a zero among weights or inputs can lose rank without a sign."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from algebra_tnn.exact.modular.centred import Doubles
from algebra_tnn.laws.arrays import Shape


@dataclass(slots=True)
class Draw:
    """Integers from −largest to largest without 0, each with the same probability.

    The stream of bits is that of PCG64 with the given seed, which does not depend on numpy's version.

    >>> Draw(seed=1, largest=3).array((2, 4)).tolist()
    [[-2.0, -3.0, -2.0, 2.0], [3.0, 2.0, -3.0, 2.0]]
    """

    seed: int
    largest: int
    _bits: np.random.PCG64 = field(init=False)

    def __post_init__(self) -> None:
        self._bits = np.random.PCG64(self.seed)

    def array(self, shape: Shape) -> Doubles:
        """An array of draws, held in doubles."""
        choices = 2 * self.largest
        words = np.atleast_1d(self._bits.random_raw(int(np.prod(shape, dtype=np.int64))))
        limit = 2**64 - 2**64 % choices  # above it the remainders are not equally likely: draw again
        while limit < 2**64 and np.any(again := words >= limit):
            words[again] = self._bits.random_raw(int(np.count_nonzero(again)))
        drawn = (words % np.uint64(choices)).astype(np.int64) - self.largest
        drawn += drawn >= 0
        return drawn.astype(np.float64).reshape(shape)
