"""The rank of the Jacobian of a law at a random point modulo a prime: a lower bound for the dimension of the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.centred import LARGEST, PRIME, ResidueMatrix, checked_modulus
from algebra_tnn.exact.modular.rank_profiles import Slabs, rank_profile
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.jacobians import Jacobian, Rows, jacobian
from algebra_tnn.laws.last_layers import SPARE_ROWS, independent_rows, last_layer
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.points import residue_tensors
from algebra_tnn.laws.term_counts import ambient_dimension

_MANY = 1000  # parameters: below, one elimination of all is as fast


@dataclass(frozen=True, slots=True)
class JacobianRank:
    """Independent rows u · Df(x; θ) of a Jacobian modulo a prime, and as many columns whose minor is invertible there.

    The rank at one point bounds the generic rank over Q from below, and that is the dimension of the model: the closure
    of its coefficient vectors, for generic parameters. Nothing follows from above.

    Shapes: nested lists of integers: ``point[name]`` as declared, ``samples[name]`` and ``covectors`` with one axis of
    length ``rank`` in front. ``columns`` are places among the entries of all parameters, row-major.
    """

    rank: int
    columns: tuple[int, ...]
    point: Mapping[str, Any]
    samples: Mapping[str, Any]
    covectors: Any
    modulus: int
    seed: int
    eliminated: tuple[str, ...]  # parameters of a last layer that were eliminated by their structure
    parameter_count: int

    def minor(self, law: Law) -> ResidueMatrix:
        """The square matrix of these rows and columns, invertible modulo the prime. Shapes: rank × rank."""
        rows = jacobian(law, self.point, self.samples, self.covectors, modulus=self.modulus)
        return ResidueMatrix(np.ascontiguousarray(rows.array[:, list(self.columns)]), self.modulus)


def jacobian_rank(
    law: Law,
    *,
    seed: int = 0,
    modulus: int = PRIME,
    point: Mapping[str, Any] | None = None,
    largest: int | None = None,
    structured: bool | None = None,
) -> JacobianRank:
    """A lower bound for the dimension of the model, with the minor that shows it.

    Weights, inputs and covectors are integers from −largest to largest without 0, all residues but 0 by default: a zero
    weight can lose rank without a sign. At the given ``point``, or a drawn one, the rank modulo p of all rows together
    is found except with a small probability. ``structured`` says whether a last layer is eliminated by its Kronecker
    structure; by default it is in laws with many parameters.

    Cost: that of the rank of a matrix with about as many rows as parameters, or as coefficients if these are fewer.
    Raises: ValueError if the degree of evaluation reaches the modulus, or the modulus is no prime below 2^23.

    >>> law = Law.trace(lambda x, W1, W2: W2 @ (W1 @ x)**2, {"x": (3,)}, {"W1": (2, 3), "W2": (1, 2)})
    >>> jacobian_rank(law).rank  # 8 weights
    5
    """
    p = checked_modulus(modulus)
    check_degree(law, p)
    draw = Draw(seed, _largest(largest, p))
    if point is None:
        theta = {name: draw.array(shape) for name, shape in law.parameters}
    else:
        theta = residue_tensors(point, law.parameters, "the point", p)
    source = Jacobian(law, theta, p)
    if structured is None:
        structured = law.parameter_count >= _MANY
    layer = last_layer(law) if structured else None
    ambient = ambient_dimension(law)
    if layer is None:
        rows, columns = _independent_rows(source, draw, ambient)
    else:
        rows, columns = independent_rows(layer, source, draw, ambient)
    return JacobianRank(
        len(columns),
        tuple(columns.tolist()),
        {name: x.astype(np.int64).tolist() for name, x in theta.items()},
        {name: x.astype(np.int64).tolist() for name, x in rows.samples.items()},
        rows.covectors.astype(np.int64).tolist(),
        p,
        seed,
        layer.parameters if layer else (),
        law.parameter_count,
    )


def _independent_rows(source: Jacobian, draw: Draw, ambient: int) -> tuple[Rows, NDArray[np.int64]]:
    """One random covector for each random input: all outputs at few inputs are not generic rows."""
    law = source.law
    height = min(law.parameter_count, ambient) + SPARE_ROWS
    if not law.inputs and law.output_count <= height:
        covectors = np.eye(law.output_count).reshape(-1, *law.shape)
    elif law.output_count == 1:
        covectors = np.ones((height, *law.shape))
    else:
        covectors = draw.array((height, *law.shape))
    rows = Rows({name: draw.array((height, *shape)) for name, shape in law.inputs}, covectors)
    profile = rank_profile(Slabs(law.parameter_count, source.slabs(rows)), source.modulus)
    return rows[np.array(profile.rows, np.int64)], np.array(profile.columns, np.int64)


def check_degree(law: Law, p: int) -> None:
    """Raises: ValueError if the law has a degree ≥ p in one of its tensors.

    Then x^p and x are one function modulo p, and x^p has derivative 0: rows at points know less than polynomials.
    """
    for name in (*law.input_names, *law.parameter_names):
        degree = law.degree_in(name)
        if degree >= p:
            example = f", such as {PRIME}" if degree < PRIME else ""
            remedy = f"choose a prime above {degree}{example}, or" if degree < LARGEST else "no supported prime is, so"
            raise ValueError(
                f"the law has degree {degree} in {name}, and the modulus {p} is not above it; {remedy} lower the degree"
            )


def _largest(largest: int | None, p: int) -> int:
    if largest is None:
        return max(1, p // 2)
    if isinstance(largest, bool) or not isinstance(largest, int) or not 1 <= largest <= p // 2:
        raise ValueError(
            f"the largest entry to draw is {largest!r}; it is an integer from 1 to {p // 2}, half the modulus"
        )
    return largest
