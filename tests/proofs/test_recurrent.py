"""What the proofs about recurrent networks and attention say besides their claims."""

from __future__ import annotations

from itertools import combinations, product
from math import comb
from typing import Any

import numpy as np
import pytest

from algebra_tnn import library
from algebra_tnn.exact import PRIME, rank_profile
from algebra_tnn.laws.draws import Draw
from algebra_tnn.models.recurrent import MultiplicativeRNN
from tests.proofs import recurrent

Numbers = Any  # an array of Python integers, reduced modulo the prime


def drawn(draw: Draw, *shape: int) -> Numbers:
    return draw.array(shape).astype(object) % PRIME


def rank_of(matrix: Numbers) -> int:
    return rank_profile([[int(x) for x in row] for row in matrix], PRIME).rank


def products_of_cores(odd: Numbers, even: Numbers) -> Numbers:
    """Φ, with the entries (S_j U_i)_{ac} at (a, i), (j, c)."""
    n, r = odd.shape[:2]
    return (np.einsum("jab,ibc->aijc", odd, even) % PRIME).reshape(r * n, n * r)


CORES = [(2, 2), (3, 2), (4, 2), (4, 3), (5, 3), (8, 3)]
MORE_CORES = [(n, r) for r in (3, 4, 5) for n in range(r, r * r + 1) if (n, r) not in CORES]
SLOW_CORES = [pytest.param(*each, marks=pytest.mark.slow) for each in MORE_CORES]


@pytest.mark.parametrize(("n", "r"), [*CORES, *SLOW_CORES])
def test_equal_cores_attain_the_cut(n: int, r: int) -> None:
    """A minor that is not zero modulo a prime is not zero: Φ is invertible for almost all cores G."""
    core = drawn(Draw(n, PRIME // 2), n, r, r)
    assert rank_of(products_of_cores(core, core)) == r * n


@pytest.mark.parametrize(("n", "r"), [*CORES, *SLOW_CORES])
def test_cores_of_shifts_attain_the_cut(n: int, r: int) -> None:
    """As in the proof: cyclic shifts times diagonal matrices."""
    draw, (s, t) = Draw(n, PRIME // 2), divmod(n, r)
    shifts = [k for k in range(r) for _ in range(s + (k < t))]
    powers = [np.array([[int(c == (a - k) % r) for c in range(r)] for a in range(r)], dtype=object) for k in range(r)]
    odd = np.array([powers[k] * drawn(draw, r)[None, :] for k in shifts])
    even = np.array([drawn(draw, r)[:, None] * powers[k] for k in shifts])
    assert rank_of(products_of_cores(odd, even)) == r * n


CHAINS = {
    2: [(2, 3), (2, 4), (2, 5), (2, 6), (2, 7), (3, 4), (3, 5), (4, 4)],
    3: [(2, 5), (2, 6), (2, 7), (2, 8), (3, 4), (3, 5), (4, 4)],
    4: [(2, 6), (2, 8), (3, 6)],
}


@pytest.mark.slow
@pytest.mark.parametrize(("r", "n", "d"), [(r, *sizes) for r, chains in CHAINS.items() for sizes in chains])
def test_equal_cores_attain_all_cuts(r: int, n: int, d: int) -> None:
    network, draw = MultiplicativeRNN(d, n, r), Draw(n * d, PRIME // 2)
    core, readout = drawn(draw, r, n, r), drawn(draw, r)
    tensor = drawn(draw, 1, r)
    for _ in range(d):
        tensor = (np.einsum("xa,aib->xib", tensor, core) % PRIME).reshape(-1, r)
    tensor = (tensor @ readout % PRIME).reshape((n,) * d)
    for size in range(1, d // 2 + 1):
        for modes in combinations(range(d), size):
            rest = [mode for mode in range(d) if mode not in modes]
            assert rank_of(tensor.transpose(*modes, *rest).reshape(n**size, -1)) == network.min_cut(modes)


def circuit_rank(T: int, M: int, R: int, depth: int, templates: bool = True) -> int:
    """The rank between both halves at random weights, from states: a second way to compute it."""
    draw, half = Draw(T + M + R, PRIME // 2), T // 2
    layers = [(drawn(draw, R, M if i == 0 else R), drawn(draw, R, R)) for i in range(depth)]
    if templates:
        words = list(product(range(M), repeat=half))
        first = [np.array([[int(word[t] == m) for m in range(M)] for word in words], dtype=object) for t in range(half)]
        second = first
    else:
        first, second = ([drawn(draw, 40, M) for _ in range(half)] for _ in range(2))

    def run(states: list[Numbers], inputs: list[Numbers]) -> list[Numbers]:
        for x in inputs:
            below = x
            for i, (above, across) in enumerate(layers):
                below = states[i] = (below @ above.T % PRIME) * (states[i] @ across.T % PRIME) % PRIME
        return states

    count = len(first[0])
    middle = run([np.tile(drawn(draw, R), (count, 1)) for _ in layers], first)
    end = run([np.repeat(h, count, axis=0) for h in middle], [np.tile(y, (count, 1)) for y in second])
    return rank_of((end[-1] @ drawn(draw, R) % PRIME).reshape(count, count))


def states(R: int, k: int) -> int:
    return R * comb(R + k - 1, k)


SMALL = [(2, 2, 2), (4, 2, 2), (4, 3, 2), (6, 2, 2)]
LARGE = [
    *[(4, 2, 3), (4, 3, 3), (6, 2, 3), (2, 5, 3), (4, 4, 2), (4, 4, 3)],
    *[(2, 4, 2), (2, 9, 2), (2, 5, 5), (4, 2, 5), (4, 3, 5), (4, 5, 2), (4, 5, 3), (4, 6, 4), (4, 7, 3), (4, 8, 2)],
    *[(6, 2, 5), (6, 3, 2), (6, 3, 3), (6, 3, 5), (6, 4, 2), (6, 4, 3), (6, 4, 4), (6, 5, 3)],
    *[(8, 2, 2), (8, 2, 3), (8, 3, 2), (8, 3, 3), (10, 2, 2)],
]


@pytest.mark.parametrize(("T", "M", "R"), [*SMALL, *(pytest.param(*each, marks=pytest.mark.slow) for each in LARGE)])
def test_the_bound_for_two_layers_is_attained(T: int, M: int, R: int) -> None:
    k = T // 2
    assert circuit_rank(T, M, R, 2) == min(min(R, M) * M ** (k - 1), states(R, k)) >= comb(min(M, R) + k - 1, k)
    assert circuit_rank(T, M, R, 1) == min(R, M**k)


def test_as_many_cases_as_the_text_says() -> None:
    assert len({*SMALL, *LARGE}) == len(SMALL) + len(LARGE) == 33
    assert (max(T for T, _, _ in LARGE), max(M for _, M, _ in LARGE), max(R for _, _, R in LARGE)) == (10, 9, 5)


def test_polynomials_have_larger_ranks_than_grids() -> None:
    assert [circuit_rank(4, 2, 2, 2, templates) for templates in (True, False)] == [4, 6]


@pytest.mark.slow
def test_three_layers() -> None:
    """The bound by the states is not attained at (6,5,2)."""
    assert circuit_rank(6, 3, 2, 3) == 2 * 3**2
    assert circuit_rank(6, 5, 2, 3) == 40 < min(2 * 5**2, states(2, 3) * comb(7, 6))


def attention_rank(left: int, right: int, d: int, depth: int, count: int = 40) -> int:
    """At random weights and so many random points, read at a token on the left; one head of width d."""
    draw = Draw(left + 3 * right, PRIME // 2)
    sides = [[drawn(draw, count, d) for _ in range(tokens)] for tokens in (left, right)]
    tokens = [np.repeat(x, count, axis=0) for x in sides[0]] + [np.tile(x, (count, 1)) for x in sides[1]]
    for _ in range(depth):
        V, A = drawn(draw, d, d), drawn(draw, d, d)
        G = sum(np.einsum("za,zb->zab", y, y) for y in tokens) % PRIME
        M = np.einsum("ab,zbc->zac", V, G) % PRIME @ A % PRIME
        tokens = [np.einsum("zab,zb->za", M, y) % PRIME for y in tokens]
    return rank_of((tokens[0] @ drawn(draw, d) % PRIME).reshape(count, count))


def test_attention_with_one_layer_or_one_dimension() -> None:
    assert [attention_rank(1, 1, d, 1) for d in (1, 2, 3)] == [2, 3, 4]
    assert [attention_rank(2, 1, 1, depth) for depth in (1, 2, 3)] == [2, 5, 14]


def degrees_of_tokens(d: int, tokens: int, e: int) -> int:
    """The dimension of the forms of degree e in the sum of y yᵀ over so many tokens, for d = 2 or one token."""
    return comb(2 * e + d - 1, 2 * e) if tokens == 1 else comb(e + 2, e)


def bound(left: int, right: int, depth: int) -> int:
    """Σ_j min(N_S(j), N_T(D − j)) for dimension 2."""
    degree = (3**depth - 1) // 2
    own = [2 * j + 2 if left == 1 else 2 * comb(j + 2, j) for j in range(degree + 1)]
    return sum(min(own[j], degrees_of_tokens(2, right, degree - j)) for j in range(degree + 1))


@pytest.mark.slow
def test_attention_with_two_layers() -> None:
    sides = [(1, 1), (1, 2), (2, 1), (2, 2)]
    assert [attention_rank(*each, 2, 2) for each in sides] == [bound(*each, 2) for each in sides] == [15, 16, 17, 18]
    assert attention_rank(1, 2, 3, 2, count=60) == 39
    assert attention_rank(1, 1, 2, 3, count=110) == bound(1, 1, 3) == 105


def test_the_network_of_the_hierarchy_is_minimal() -> None:
    module = library.load("depth/cp_hierarchy")
    assert recurrent.minimal(module.INSTANCE.nested(), module.START, module.READOUT)
    assert module.INSTANCE.nested() == library.load("depth/cp_hierarchy_filled").TENSOR
    assert not recurrent.minimal(module.INSTANCE.nested(), module.START, [0, 0])
