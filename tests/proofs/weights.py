"""The hypotheses of statements about weights and numbers of decompositions, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import comb
from typing import Any

from algebra_tnn import CP, DimensionAtLeast, k_rank, khatri_rao, library, rank, verify
from algebra_tnn.exact import Matrix, kernel
from algebra_tnn.laws.power_sums import PowerSum

Table = dict[str, bool]


def transposed(matrix: Any) -> Matrix:
    return tuple(zip(*matrix, strict=True))


def k(matrix: Matrix) -> int:
    found = k_rank(matrix)
    assert found.is_exact
    return found.lower


def two_layers(name: str) -> tuple[Matrix, Matrix, int]:
    """W_1, W_2 and the degree of an instance: of weights by name, or of a decomposition."""
    module = library.load(name)
    if isinstance(module.INSTANCE, CP):
        W2, *factors = module.INSTANCE.factors
        assert len(set(factors)) == 1
        return transposed(factors[0]), W2, len(factors)
    assert module.NETWORK.depth == 2 and not module.NETWORK.biases
    (W1, _), (W2, _) = module.NETWORK.layers(module.INSTANCE)
    return W1, W2, module.NETWORK.degree


def running_example(name: str) -> Table:
    W1, W2, degree = two_layers(name)
    return {
        "W_2 is invertible": rank(W2) == 2,
        "W_1 has full row rank": rank(W1) == 2,
        "(3,2,2) with t²": (len(W1[0]), len(W1), len(W2), degree) == (3, 2, 2, 2),
    }


def kruskal_of(W1: Matrix, W2: Matrix, degree: int) -> Table:
    one, two = k(transposed(W1)), k(W2)
    return {"k_1 ≥ 2": one >= 2, "k_2 ≥ 1": two >= 1, "inequality": degree * (one - 1) >= 2 * len(W1) - two}


def too_many(name: str) -> Table:
    """Three neurons are needed for the tensor if its unfolding at the second mode has rank three."""
    W1, W2, degree = two_layers(name)
    rows = transposed(W1)
    unfolded = rank(khatri_rao([W2, *[rows] * (degree - 1)])) == rank(rows) == len(W1)
    independent = rank(khatri_rao([rows] * degree)) == len(W1)
    return {"degree ≥ 2": degree >= 2, "a neuron less, or dependent": not (unfolded and independent)}


def proportional(name: str) -> Table:
    W1, W2, degree = two_layers(name)
    return {"degree ≥ 2": degree >= 2, "zero or proportional": k(transposed(W1)) < 2 or k(W2) < 1}


# ------------------------------------------------------------------------------------------------------- power sums


def power_sum(name: str) -> PowerSum:
    found = library.load(name).INSTANCE
    assert isinstance(found, PowerSum)
    return found


def widths(f: PowerSum) -> tuple[int, int, int, int]:
    """d_0, d_1, d_2 and r of the network."""
    (n, *outputs), (r, *ones) = f.sizes, f.exponents
    assert ones in ([], [1])
    return n, f.terms, outputs[0] if outputs else 1, r


def kruskal_in_general(f: PowerSum) -> Table:
    n, m, outputs, r = widths(f)
    return {"d_0, d_1 ≥ 2": min(n, m) >= 2, "inequality": r * (min(n, m) - 1) >= 2 * m - min(m, outputs)}


def quadratic_wide(f: PowerSum) -> Table:
    n, m, outputs, r = widths(f)
    return {"d_2 ≥ d_1": outputs >= m, "d_1 ≤ d_0 (d_0 − 1)/2": 2 * m <= n * (n - 1), "t²": r == 2}


def linear_section(f: PowerSum) -> Table:
    n, m, outputs, r = widths(f)
    return {"d_2 ≥ d_1": outputs >= m, "d_1 ≤ M + 1": m <= comb(n + r - 1, r) - n + 1, "r ≥ 2": r >= 2}


def tangent_dimension(f: PowerSum) -> int:
    """n + 1, the affine dimension of the variety of the terms."""
    return sum(f.sizes) - len(f.sizes) + 1


def bronowski(f: PowerSum) -> Table:
    """Segre–Veronese varieties that are no linear space are smooth and span, so their Gauss maps are finite."""
    more = PowerSum(f.sizes, f.exponents, f.terms + 1)
    expected = more.terms * tangent_dimension(f)
    full = verify(DimensionAtLeast(more.law, min(expected, f.ambient)))
    assert full.status in ("proved", "refuted")
    return {
        "no linear space": tangent_dimension(f) < f.ambient,
        "one term more has room": expected <= f.ambient,
        "one term more is not defective": full.status == "proved",
    }


def hessians(f: PowerSum) -> Table:
    independent = verify(DimensionAtLeast(f.law, f.terms * tangent_dimension(f)))
    return {
        "independent tangent spaces": independent.status == "proved",
        "Hessians of rank n": hessian_rank(f) == tangent_dimension(f) - 1,
    }


def hessian_rank(f: PowerSum) -> int:
    """The rank of the Hessians at the first of some points of all forms that are singular at all of them."""
    monomials = f.monomials(f.exponents)
    variables = range(sum(f.sizes))
    points = [tuple((7 * j + 3 * i * i + 5 * i * j * j + 1) % 19 - 9 for i in variables) for j in range(f.terms)]

    def derivative(exponents: tuple[int, ...], by: tuple[int, ...], at: tuple[int, ...]) -> int:
        value, left = 1, list(exponents)
        for i in by:
            value, left[i] = value * left[i], left[i] - 1
        for x, e in zip(at, left, strict=True):
            value *= x**e if e >= 0 else 0
        return value

    conditions = tuple(tuple(derivative(e, (i,), a) for e in monomials) for a in points for i in variables)
    assert rank(conditions) == f.terms * tangent_dimension(f), "the points are special"
    stacked = [
        [sum(c * derivative(e, (i, j), points[0]) for c, e in zip(form, monomials, strict=True)) for j in variables]
        for form in kernel(conditions)
        for i in variables
    ]
    return rank(stacked) if stacked else 0


def of(hypotheses: Callable[[PowerSum], Table]) -> Callable[[str], Table]:
    return lambda name: hypotheses(power_sum(name))


#  name -> (what is violated, the hypotheses of its statement)
VIOLATED: dict[str, tuple[str, Callable[[str], Table]]] = {
    "running_example_dependent_outputs": ("W_2 is invertible", running_example),
    "running_example_dependent_rows": ("W_1 has full row rank", running_example),
    "kruskal_weights_short": ("inequality", lambda name: kruskal_of(*two_layers(name))),
    "neuron_needed": ("a neuron less, or dependent", too_many),
    "proportional_outputs": ("zero or proportional", proportional),
    "kruskal_generic_short": ("inequality", of(kruskal_in_general)),
    "quadratic_wide_beyond": ("d_1 ≤ d_0 (d_0 − 1)/2", of(quadratic_wide)),
    "linear_section_beyond": ("d_1 ≤ M + 1", of(linear_section)),
    "linear_section_narrow": ("d_2 ≥ d_1", of(linear_section)),
    "bronowski_defective": ("one term more is not defective", of(bronowski)),
    "bronowski_filling": ("one term more has room", of(bronowski)),
    "hessians_short": ("Hessians of rank n", of(hessians)),
    "hessians_silent": ("Hessians of rank n", of(hessians)),
}

TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    f"identifiability/{name}": (violated, partial(hypotheses, f"identifiability/{name}"))
    for name, (violated, hypotheses) in VIOLATED.items()
}

#  These violate nothing: the conclusion does not imply the hypotheses, or the statement is false.
CONVERSES = {
    "identifiability/features_independent",
    "identifiability/homogenized_not_unique",
    "identifiability/blocks_not_enough",
    "identifiability/deep_eight",
}
