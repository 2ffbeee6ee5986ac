"""What the proofs about reductions, norms and small classes say besides their verdicts."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product
from math import e, log2, prod
from typing import Any

import pytest

from algebra_tnn import CPFormat, Tensor, TrainFormat, TuckerFormat, library, rank
from algebra_tnn.exact import Number, Polynomial
from algebra_tnn.exact.measures import Normal
from algebra_tnn.laws import Law, apply, einsum, expansion


def largest_shattered(shape: tuple[int, ...]) -> int:
    """The largest number of entries whose signs are arbitrary for tensors of rank one without zeros."""
    vectors = product(*(product((1, -1), repeat=n) for n in shape))
    tensors = {tuple(prod(term) for term in product(*chosen)) for chosen in vectors}
    entries = range(prod(shape))
    return max(
        k
        for k in range(1, len(entries) + 1)
        if any(len({tuple(T[i] for i in S) for T in tensors}) == 2**k for S in combinations(entries, k))
    )


@pytest.mark.parametrize(("shape", "number"), [((2, 2), 3), ((2, 3), 4), ((2, 2, 2), 4), ((3, 3), 5)])
def test_signs_of_entries(shape: tuple[int, ...], number: int) -> None:
    """F2: the edges of a forest are shattered, for matrices of rank one."""
    assert largest_shattered(shape) == number == sum(shape) - len(shape) + 1


def test_four_points_are_shattered_by_matrices_of_rank_one() -> None:
    module = library.load("learning/shattered")
    seen = set()
    for signs in module.SIGNS:
        a, b = module.factors(signs)
        values = [sum(a[i] * X[i][j] * b[j] for i in (0, 1) for j in (0, 1)) for X in module.INSTANCE]
        assert all(values)
        seen.add(tuple(1 if x > 0 else -1 for x in values))
    assert len(seen) == 16


def test_the_bound_for_tensor_networks() -> None:
    """2^t > 4eVt at t = 2 log₂(12V), and the bound grows with ranks and is never below the number of parameters."""
    assert all(4 * e * V * 2 * log2(12 * V) < (12 * V) ** 2 for V in range(1, 1000))
    families = (
        [TrainFormat((2, 2, 2), (r, r)) for r in (1, 2)],
        [CPFormat((3, 3, 3), r) for r in (1, 2, 3)],
        [TuckerFormat((3, 3, 3), (r, r, r)) for r in (1, 2, 3)],
    )
    for formats in families:
        bounds = [2 * f.parameter_count * log2(12 * len(f.networks[0].nodes)) for f in formats]
        assert bounds == sorted(set(bounds)) and all(
            b >= f.parameter_count for b, f in zip(bounds, formats, strict=True)
        )
    assert 2 * 4 * log2(12 * 2) > 4, "two vectors of two numbers, and the dimension four of the proof"


def normal_mean(f: Polynomial) -> Number:
    return sum(c * prod(map(Normal().moment, exponents)) for exponents, c in f.terms())


def network(sigmas: tuple[list[int], ...], second: list[int], third: list[int]) -> Polynomial:
    """f = σ_2(Σ_i k_i σ_1(Σ_j l_j σ_0(x_ij))) for the activations and the kernels."""

    def forward(x: Any) -> Any:
        inner = apply(sigmas[1], apply(sigmas[0], x) @ second)
        return apply(sigmas[2], einsum("i,i->", third, inner))

    (f,) = expansion(Law.trace(forward, {"x": (2, 2)}, {}))
    return f


def test_correlations_are_products_of_slopes() -> None:
    """E18: E[f x_ij] = E[∂f/∂x_ij]."""
    module = library.load("learning/convolution_correlation_activated")
    second, third = map(list, module.INSTANCE)
    found = module.correlations(second, third)
    f = network(([0, 1, 1],) * 3, second, third)
    assert found == Tensor((2, 2), tuple(normal_mean(f.derivative(name)) for name in f.ring.names))
    assert rank(found.nested()) == 2


@pytest.mark.parametrize(
    ("sigmas", "correlated", "of_kernels"),
    [
        (([0, 1], [0, 1], [0, 1]), 1, 1),  # linear
        (([0, 1, 1], [0, 1, 1], [0, 1]), 1, 2),  # the first two layers, or the last two: a product, of other vectors
        (([0, 1], [0, 1, 1], [0, 1, 1]), 1, 2),
        (([0, 1, 1], [0, 1], [0, 1, 1]), 2, 2),
        (([0, 0, 1], [0, 1, 1], [0, 1, 1]), 0, 1),  # even in each entry
        (([0, 1, 1], [0, 1, 1], [0, 1, 1]), 2, 2),
    ],
)
def test_ranks_of_correlations(sigmas: tuple[list[int], ...], correlated: int, of_kernels: int) -> None:
    """E18: their ranks, and those of the correlation together with the product of the kernels, as vectors."""
    f = network(sigmas, [1, 2], [1, 3])
    means = [normal_mean(f * x) for x in f.ring.variables]
    assert rank([means[:2], means[2:]]) == correlated
    assert rank([means, [a * b for a, b in product((1, 3), (1, 2))]]) == of_kernels


def test_simplex_frames_have_these_products() -> None:
    """F10: the centred unit vectors, times √(K/(K − 1)), have the Gram matrix of the proof."""
    gram = library.load("learning/simplex_frame").gram
    for K in (2, 3, 5):
        centred = [[Fraction(int(i == k)) - Fraction(1, K) for i in range(K)] for k in range(K)]
        products = [
            Fraction(K, K - 1) * sum(x * y for x, y in zip(u, v, strict=True)) for u, v in product(centred, centred)
        ]
        assert gram(K) == Tensor((K, K), tuple(products))


def test_policies_do_not_enter_the_bound() -> None:
    """E17: the law of the bilinear form has the value of the policy as a parameter."""
    law = library.load("learning/low_rank_values").law(3, 3, 2)
    assert dict(law.parameters)["v"] == (3,)
