"""What the proofs about rings of nodes say besides their verdicts."""

from __future__ import annotations

from functools import reduce
from itertools import product

import numpy as np
import pytest

from algebra_tnn import library
from algebra_tnn.exact import PRIME, rank_profile
from algebra_tnn.laws import value
from algebra_tnn.laws.draws import Draw
from algebra_tnn.tensors.formats import RingFormat
from tests.proofs.rings import skew_dimension


def alternating_rank(d: int, n: int, r: int, equal: bool) -> int:
    """The rank modulo a prime, at random nodes, of a ring's flattening at every other mode."""
    draw = Draw(d + n + r, PRIME // 2)
    nodes = [draw.array((n, r, r)).astype(np.int64) for _ in range(1 if equal else d)] * (d if equal else 1)
    left = np.eye(r, dtype=np.int64).reshape(1, 1, r, r)
    for k, node in enumerate(nodes):
        left = np.einsum(("xyab,ibc->xiyac", "xyab,ibc->xyiac")[k % 2], left, node) % PRIME
        rows, columns = n ** (k // 2 + 1), n ** ((k + 1) // 2)
        left = left.reshape(rows, columns, r, r)
    return rank_profile((np.einsum("xyaa->xy", left) % PRIME).tolist(), PRIME).rank


def test_dimensions_of_eigenspaces() -> None:
    """The formula counts the orbits of words whose length is even: each has one eigenvector for −1."""
    for n, m in ((2, 2), (3, 2), (4, 2), (2, 4), (3, 4), (2, 6)):
        orbits = {min(word[k:] + word[:k] for k in range(m)) for word in product(range(n), repeat=m)}
        even = [word for word in orbits if len({word[k:] + word[:k] for k in range(m)}) % 2 == 0]
        assert skew_dimension(n, m) == len(even)
    assert skew_dimension(2, 4) == 4 and skew_dimension(3, 4) == 21


@pytest.mark.parametrize(
    ("d", "n", "r", "equal", "rank"),
    [
        (4, 3, 2, False, 8),
        (4, 8, 3, False, 62),
        (6, 3, 2, False, 27),
        (4, 3, 3, True, 8),
        (4, 2, 5, True, 3),
        (6, 2, 2, True, 6),
        (8, 2, 2, True, 12),
    ],
)
def test_ranks_at_random_nodes(d: int, n: int, r: int, equal: bool, rank: int) -> None:
    assert alternating_rank(d, n, r, equal) == rank
    assert RingFormat((n,) * d, r).min_cut(range(0, d, 2)) >= rank


@pytest.mark.slow
def test_longer_rings() -> None:
    """A9b: (r² − 1)^m − (r − 1) (r² − 1)^(m/2 − 1); A9a: one less than n^m; and the ranks that the texts mention."""
    assert alternating_rank(8, 3, 2, False) == 81 - 3
    assert alternating_rank(4, 15, 4, False) == 225 - 3
    assert alternating_rank(10, 3, 2, False) == 241
    assert alternating_rank(8, 3, 3, True) == 81 - 1
    assert [alternating_rank(d, 2, 2, True) for d in (10, 12, 14)] == [24, 48, 96]


def test_kernels_are_as_the_texts_say() -> None:
    """The vectors of the proofs at a point, and other vectors that are in no kernel."""
    six = library.load("rank/ring_six")
    A, zero = [[[1, 2], [3, 5]], [[7, 11], [13, 19]]], [[[0, 0], [0, 0]]] * 2
    w = [[[3, 1], [4, 1]], [[5, 9], [2, 6]]]
    traces = [6, 26]
    for kernel in six.KERNEL:
        v = [[[0, 0], [0, 0]], [[0, 0], [0, 0]]]
        for (j, k, p), (i, sign) in kernel.items():
            v[j][k][p] = sign * traces[i]
        assert value(six.INSTANCE, {"A": A, "v": v, "w": w, "z": zero}) == 0
        v[0][0][0] = 1
        assert value(six.INSTANCE, {"A": A, "v": v, "w": w, "z": zero}) != 0
    ring = library.load("rank/ring_traceless")
    places = list(ring.traceless(2))
    h, w = [2, 3], [[3, 1, 4], [1, 5, 9], [2, 6, 5]]
    for one, two, vanishes in ((3, -2, True), (2, -3, False)):  # K = E_01 ⊗ E_10 / h_0 − E_10 ⊗ E_01 / h_1
        v = [[one * ((i, k) == ((0, 1), (1, 0))) + two * ((i, k) == ((1, 0), (0, 1))) for k in places] for i in places]
        assert (value(ring.image(2), {"h": h, "v": v, "w": w, "z": [0, 0]}) == 0) == vanishes


def test_rotation_and_reflection() -> None:
    """A9b: B(u, v) = B(v, σu) = B(ρv, ρu) and ρσ = σ⁻¹ρ, and the trace of ρ where σ is −1."""
    rng, h = np.random.default_rng(3), np.diag([2.0, 5.0])
    u, v = rng.integers(-9, 10, (2, 4, 2, 2)).astype(float)

    def form(x: list[np.ndarray], y: list[np.ndarray]) -> float:
        return float(np.trace(np.linalg.multi_dot([*(z for pair in zip(x, y, strict=True) for z in pair), h])))

    def turned(x: list[np.ndarray]) -> list[np.ndarray]:
        return [*x[1:], h @ x[0] @ np.linalg.inv(h)]

    def reflected(x: list[np.ndarray]) -> list[np.ndarray]:
        return [z.T for z in x[::-1]]

    assert np.isclose(form(u, v), form(v, turned(u))) and np.isclose(form(u, v), form(reflected(v), reflected(u)))
    assert all(np.allclose(*pair) for pair in zip(turned(reflected(turned(u))), reflected(u), strict=True))


@pytest.mark.parametrize(("m", "difference"), [(2, 1), (4, 3), (6, 9)])
def test_trace_of_the_reflection(m: int, difference: int) -> None:
    """Words in E_01, E_10, H of weight zero, for r = 2; factors of h cancel in orbits of weight zero."""
    words = [word for word in product((-1, 0, 1), repeat=m) if sum(word) == 0]
    total = 0
    for k in range(m):
        fixed = sum(all(word[(-1 - i - k) % m] == -word[i] for i in range(m)) for word in words)
        total += (-1) ** k * fixed
    assert abs(total) == m * difference


def test_normal_form_of_equal_nodes() -> None:
    """A9d: the rows of the Fourier transform for m = 3, up to multiples, are the tensors of the proof, of rank six."""
    module = library.load("rank/ring_three_quarters")
    ring = RingFormat((2,) * 6, 2)
    tensor = np.array(ring.tensor(dict.fromkeys(ring.parameters, np.transpose(module.NODE, (1, 0, 2)).tolist())))
    matrix = tensor.transpose(0, 2, 4, 1, 3, 5).reshape(8, 8)
    assert matrix.tolist() == [list(row) for row in module.flattening(3).nested()]
    assert rank_profile(matrix.tolist(), PRIME).rank == 6
    V = {(0, 0): (1, 0), (1, 1): (0, 1), (0, 1): (1, 1), (1, 0): (1, 1)}
    for m in (2, 3, 4, 5):
        words = list(product((0, 1), repeat=m))
        rows = [reduce(np.kron, (V[s[k], s[(k + 1) % m]] for k in range(m))).tolist() for s in words]
        assert rank_profile(rows, PRIME).rank == 3 * 2 ** (m - 2)
