"""What the proofs about weights and numbers of decompositions say besides their claims."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from sympy import BlockMatrix, Matrix, symbols, zeros

from algebra_tnn import PolynomialNetwork, dimension, equivalence, library
from algebra_tnn.claims import NotDetermined
from algebra_tnn.laws.power_sums import PowerSum
from tests.proofs import weights


def instances(name: str) -> list[Any]:
    module = library.load(f"identifiability/{name}")
    return list(getattr(module, "INSTANCES", [module.INSTANCE]))


# -------------------------------------------------------------------------------------------- theorems' instances


@pytest.mark.parametrize(
    ("name", "hypotheses"),
    [
        ("kruskal_generic", weights.kruskal_in_general),
        ("quadratic_wide", weights.quadratic_wide),
        ("linear_section", weights.linear_section),
        ("bronowski", weights.bronowski),
    ],
)
def test_instances_satisfy_the_hypotheses(name: str, hypotheses: Any) -> None:
    for f in instances(name):
        assert all(hypotheses(f).values()), f


def test_hessians_of_the_instances() -> None:
    for f in instances("hessians")[:5]:
        assert all(weights.hessians(f).values()), f
    assert weights.hessian_rank(weights.power_sum("identifiability/hessians_short")) == 1
    beyond = [f for f in instances("hessians") if not all(weights.kruskal_in_general(f).values())]
    assert len(beyond) == 6 and instances("hessians")[0] in beyond


def test_weights_satisfy_the_hypotheses() -> None:
    assert all(weights.running_example("identifiability/running_example").values())
    assert all(weights.kruskal_of(*weights.two_layers("identifiability/kruskal_weights")).values())
    for T in instances("kruskal_weights"):
        W2, rows, *others = T.factors
        assert all(weights.kruskal_of(weights.transposed(rows), W2, len(others) + 1).values())
    for name in ("neuron_added", "features_dependent"):
        assert all(weights.too_many(f"identifiability/{name}").values()), name
    assert not weights.too_many("identifiability/features_independent")["a neuron less, or dependent"]
    for name in ("proportional_rows", "zero_column"):
        module = library.load(f"identifiability/{name}")
        layers = [matrix for matrix, _ in module.NETWORK.layers(module.INSTANCE)]
        pairs = pairwise(layers)
        assert any(weights.k(weights.transposed(W)) < 2 or weights.k(V) < 1 for W, V in pairs), name


def test_the_blocks_are_those_of_the_network() -> None:
    """G13: each block as a decomposition, and the network of which they are blocks."""
    module = library.load("identifiability/blocks_not_enough")
    W1, W2, W3 = (matrix for matrix, _ in module.NETWORK.layers(module.INSTANCE))
    for T, (below, above) in zip(instances("blocks_determined"), [(W1, W2), (W2, W3)], strict=True):
        assert T.factors == (above, weights.transposed(below), weights.transposed(below))
    q, p = module.NETWORK.coefficients(module.INSTANCE)
    assert (q, p) == ({(4, 0): 1, (2, 2): 2, (0, 4): 1}, {(4, 0): 1, (2, 2): -2, (0, 4): 1})


# ---------------------------------------------------------------------------------------------------- other weights


def not_determined() -> list[str]:
    names = [name.partition("/")[2] for _, name, _ in library.selected(["identifiability/"])]
    return [name for name in names if hasattr(library.load(f"identifiability/{name}"), "OTHERS")]


@pytest.mark.parametrize("name", not_determined())
def test_other_weights_are_not_equivalent(name: str) -> None:
    """The same function, and no permutation and rescaling: decided in another way than by the checker's marks."""
    module = library.load(f"identifiability/{name}")
    claim = module.proof().claim
    assert isinstance(claim, NotDetermined)
    network, point = module.NETWORK, module.INSTANCE
    if network.biases:
        network, point = network.homogenized(), network.homogenized_weights(point)
    assert network.law() == claim.law and claim.arrays == tuple(network.parameters)
    assert network.coefficients(point) == network.coefficients(module.OTHERS)
    assert equivalence(network, point, module.OTHERS) is None


def test_eighth_point_of_the_cube() -> None:
    """G21: three quadrics through the vertices meet transversally in the last one."""
    x = symbols("x:4")
    quadrics = Matrix([x[i] ** 2 - x[3] ** 2 for i in range(3)])
    module = library.load("identifiability/deep_eight")
    for point in [*module.INSTANCE["W1"], module.LAST]:
        at = dict(zip(x, point, strict=True))
        assert quadrics.subs(at).is_zero_matrix and quadrics.jacobian(x).subs(at).rank() == 3


def test_squares_are_all_that_a_square_of_two_shows() -> None:
    """G19: w (a x + b)² + c has three coefficients that determine (w, a, b) up to rescaling, and c."""
    network = library.load("identifiability/homogenized_not_unique").NETWORK
    (f,) = network.coefficients({"W1": [[3]], "b1": [2], "W2": [[5]], "b2": [7]})
    assert f == {(2,): 45, (1,): 60, (0,): 27}


# ----------------------------------------------------------------------------------------------------------- equations


def block_matrix(A: Matrix, B: Matrix, C: Matrix) -> Matrix:
    nothing = zeros(A.rows)
    return Matrix(BlockMatrix([[nothing, A, -B], [-A, nothing, C], [B, -C, nothing]]))


def test_pfaffian_of_three_symmetric_matrices() -> None:
    """B16: for matrices of size two its square is that of the determinant of their entries."""
    a = symbols("a:9")
    A, B, C = (Matrix([[a[i], a[i + 1]], [a[i + 1], a[i + 2]]]) for i in (0, 3, 6))
    skew = block_matrix(A, B, C)
    assert skew == -skew.T
    assert (skew.det(method="berkowitz") - Matrix(3, 3, a).det() ** 2).expand() == 0
    x = Matrix(symbols("x:4"))
    A, B, C = (s * x * x.T for s in symbols("s t u"))
    one = block_matrix(A, B, C)
    assert one.subs(dict(zip([*x, *symbols("s t u")], range(1, 8), strict=True))).rank() == 2


def test_bounds_of_three_layers() -> None:
    """D19b: each of the two is the least for some instance; those of D19 are not less than the second."""
    module = library.load("dimension/three_layer_law")
    least = set()
    for network in module.INSTANCES:
        (d0, d1, d2, d3), (p, q) = network.widths, network.degrees
        first = dimension(PolynomialNetwork((d0, d1, d2), degrees=p)).upper
        second = dimension(PolynomialNetwork((d1, d2, d3), degrees=q)).upper
        bounds = module.bounds(network)
        assert min(first + d2 * d3 - d2, d0 * d1 + second - d1) >= bounds[1]
        least |= {bounds[0] - bounds[1] > 0, bounds[0] - bounds[1] < 0}
    assert least == {True, False}


def test_numbers_of_decompositions() -> None:
    """H3: one, too, where the points of the section are as many as the neurons, for varieties of minimal degree."""
    for f in instances("linear_section"):
        n, m, _, r = weights.widths(f)
        assert m <= PowerSum((n,), (r,), 1).ambient - n or m == r ** (n - 1), f


def test_statements_about_two_layers_and_weights_are_here() -> None:
    ids = {each.id for each in library.statements()}
    assert {"B16", "B17", "C9", "C22", "D16", "D19b", "H1", "H3"} <= ids
    assert {"G1", "G3", "G4", "G5", "G6", "G8", "G9", "G13", "G17", "G19", "G21"} <= ids
