"""What the proofs about separation ranks and distances say besides their verdicts."""

from __future__ import annotations

import random
from math import cos, isclose, sin

import numpy as np

from algebra_tnn import Tensor, library, rank
from algebra_tnn.laws import approximate_value, value
from tests.proofs.separations import squared_distance


def test_the_nearest_matrices_of_low_rank() -> None:
    """D6: leaving out singular values attains the bound, and no matrix of that rank among many comes closer."""
    rng = np.random.default_rng(5)
    s = np.array([5.0, 3.0, 2.0, 1.0])
    for Z in (1, 2, 3):
        bound = float((s[Z:] ** 2).sum())
        kept = np.diag(np.where(np.arange(4) < Z, s, 0))
        assert isclose(float(((np.diag(s) - kept) ** 2).sum()), bound)
        for _ in range(20):
            one = kept + rng.normal(scale=0.3, size=(4, 4))
            U, t, V = np.linalg.svd(one)
            near = (U[:, :Z] * t[:Z]) @ V[:Z]
            assert float(((np.diag(s) - near) ** 2).sum()) >= bound - 1e-12
    assert squared_distance("depth/inapproximable_unsquared") == 3


def test_the_sine_is_a_sine() -> None:
    law = library.load("depth/sine").INSTANCE
    angles = [0.3, 1.1, -0.7, 2.0]
    point = {f"x{k}": [sin(t), cos(t)] for k, t in enumerate(angles)}
    assert isclose(float(approximate_value(law, point)), sin(sum(angles)), abs_tol=1e-12)


def test_tensors_of_polynomials_on_points() -> None:
    """D28: trains of digits have ranks of at most min(d + 1, b^k, b^(L−k)), and these where d + 1 is the least."""
    rng = random.Random(2)
    for b, L, d in ((2, 6, 2), (3, 4, 3), (2, 5, 1)):
        coefficients = [rng.randint(1, 9) for _ in range(d + 1)]
        T = Tensor((b,) * L, tuple(sum(c * n**k for k, c in enumerate(coefficients)) for n in range(b**L)))
        for k in range(1, L):
            found, least = rank(T.matricized(range(k))), min(b**k, b ** (L - k))
            assert found <= min(d + 1, least) and (found == d + 1 or least < d + 1)


def test_every_cubic() -> None:
    """D22: the weights of the proof, at numbers, and without doubling at one cubic of rank three."""
    law = library.load("dimension/filling_pair").INSTANCE
    assert value(law, {"x": [2, -3], "cubic": [1, 5, -7, 4], "c": 1}) == 0
    assert library.run("dimension/filling_not_all").verdict.status == "proved"
