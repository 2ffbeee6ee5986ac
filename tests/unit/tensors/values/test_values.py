"""Every format against nested loops, over several rings."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

import pytest
import sympy

from algebra_tnn import Field, Tensor
from algebra_tnn.exact import PolynomialRing
from algebra_tnn.tensors.values import (
    BlockTerms,
    HierarchicalTucker,
    MatrixTerm,
    ParaTuck2,
    SymmetricCP,
    TensorRing,
    TensorTrain,
    TensorTrainMatrix,
    TubalProduct,
    Tucker,
)
from tests.unit.tensors.values.samples import one_of_each


def nested(shape: tuple[int, ...], entry: Callable[..., Any]) -> Any:
    """The tensor with these entries."""
    return Tensor(shape, tuple(entry(*index) for index in product(*map(range, shape))))


def matrix_product(*matrices: Any) -> Any:
    found, *others = matrices
    for other in others:
        found = [[sum(x * other[k][j] for k, x in enumerate(row)) for j in range(len(other[0]))] for row in found]
    return found


def tucker(T: Tucker) -> Tensor:
    core, factors = Tensor(T.core.shape, T.core.entries), [U.nested() for U in T.factors]

    def entry(*index: int) -> Any:
        return sum(
            core[bonds] * prod(U[i][r] for U, i, r in zip(factors, index, bonds, strict=True))
            for bonds in product(*map(range, T.ranks))
        )

    return nested(T.shape, entry)


def trace(T: TensorTrain | TensorRing) -> Tensor:
    cores = [core.nested() for core in T.cores]

    def entry(*index: int) -> Any:
        found = matrix_product(*([bond[i] for bond in core] for core, i in zip(cores, index, strict=True)))
        return sum(found[r][r] for r in range(len(found)))

    return nested(T.shape, entry)


def train_matrix(T: TensorTrainMatrix) -> Tensor:
    cores, d = [core.nested() for core in T.cores], len(T.cores)
    return nested(
        T.shape,
        lambda *index: matrix_product(
            *([bond[index[k]][index[d + k]] for bond in core] for k, core in enumerate(cores))
        )[0][0],
    )


def hierarchical(T: HierarchicalTucker) -> Tensor:
    frames = [U.nested() for U in T.frames]

    def entry(*index: int) -> Any:
        transfers = iter(T.transfers)

        def vector(node: Any, is_root: bool) -> list[Any]:
            if isinstance(node, int):
                return list(frames[node][index[node]])
            B = next(transfers)
            below = [vector(child, False) for child in node]
            table = [B.nested()] if is_root else B.nested()

            def value(part: Any, vectors: list[list[Any]]) -> Any:
                return (
                    sum(x * value(p, vectors[1:]) for x, p in zip(vectors[0], part, strict=True)) if vectors else part
                )

            return [value(part, below) for part in table]

        return vector(T.tree, True)[0]

    return nested(T.shape, entry)


def matrix_term(T: MatrixTerm) -> Tensor:
    A, B, c = T.left.nested(), T.right.nested(), T.vector.nested()
    return nested(T.shape, lambda i, j, k: sum(x * y for x, y in zip(A[i], B[j], strict=True)) * c[k])


def blocks(T: BlockTerms) -> Tensor:
    parts = [tucker(block) if isinstance(block, Tucker) else matrix_term(block) for block in T.blocks]
    return Tensor(T.shape, tuple(map(sum, zip(*(part.entries for part in parts), strict=True))))


def paratuck2(T: ParaTuck2) -> Tensor:
    A, G, F, H, B = (M.nested() for M in (T.A, T.G, T.F, T.H, T.B))

    def slice_of(k: int) -> Any:
        left = [[x * g for x, g in zip(row, G[k], strict=True)] for row in A]
        right = [[h * row[s] for row in B] for s, h in enumerate(H[k])]
        return matrix_product(left, F, right)

    return nested(T.shape, lambda i, j, k: slice_of(k)[i][j])


def symmetric(T: SymmetricCP) -> Tensor:
    factors = [factor.nested() for factor, d in zip(T.factors, T.degrees, strict=True) for _ in range(d)]

    def entry(*index: int) -> Any:
        return sum(
            w * prod(factor[i][r] for factor, i in zip(factors, index, strict=True))
            for r, w in enumerate(T.weights.entries)
        )

    return nested(T.shape, entry)


def tubal(T: TubalProduct) -> Tensor:
    A, B, K = T.left.nested(), T.right.nested(), T.left.shape[2]

    def entry(i: int, j: int, k: int) -> Any:
        return sum(A[i][r][a] * B[r][j][(k - a) % K] for r in range(len(B)) for a in range(K))

    return nested(T.shape, entry)


BY_LOOPS: dict[type, Callable[[Any], Tensor]] = {
    Tucker: tucker,
    TensorTrain: trace,
    TensorRing: trace,
    TensorTrainMatrix: train_matrix,
    HierarchicalTucker: hierarchical,
    BlockTerms: blocks,
    ParaTuck2: paratuck2,
    SymmetricCP: symmetric,
    TubalProduct: tubal,
}
VALUES = one_of_each(3)
NAMES = [f"{type(value).__name__}-{i}" for i, value in enumerate(VALUES)]


@pytest.mark.parametrize("value", VALUES, ids=NAMES)
def test_tensor(value: Any) -> None:
    expected = BY_LOOPS[type(value)](value)
    assert value.tensor() == expected
    assert value.shape == expected.shape and value.order == len(expected.shape)
    assert any(expected.entries)


@pytest.mark.parametrize("value", VALUES, ids=NAMES)
def test_over_a_finite_field(value: Any) -> None:
    expected = BY_LOOPS[type(value)](value)
    assert value.tensor(Field.named("GF(7)")).entries == tuple(x % 7 for x in expected.entries)


@pytest.mark.parametrize("value", VALUES, ids=NAMES)
def test_parameters_and_sympy(value: Any) -> None:
    arrays = value.to_sympy()
    assert value.parameter_count == sum(prod(array.shape) for array in arrays.values())
    for name, array in arrays.items():
        assert [int(x) for x in sympy.flatten(array)] == list(value.nodes[name].entries)


def test_other_rings() -> None:
    """Polynomials and symbols in the place of numbers."""
    x, y = PolynomialRing(("x", "y")).variables
    T = TensorTrain.of([[[[x, 1]], [[0, y]]][:1], [[[1], [y]], [[x], [0]]]])
    assert T.tensor().entries == (2 * x, x * y)
    a, b = sympy.symbols("a b")
    S = SymmetricCP.of([[[a], [b]]], [2])
    assert S.tensor().entries == (a**2, a * b, a * b, b**2)
    assert S.to_sympy()["a0"][0, 1] == b
    assert Tucker.of([[Fraction(1, 2)]], [[[4]], [[1], ["1/3"]]]).tensor().entries == (2, Fraction(2, 3))


def test_writing() -> None:
    assert repr(VALUES[1]) == "TensorTrain(tensor train 2×3×2×4 with ranks 2,3,2, 42 entries)"
    assert repr(MatrixTerm.of([[1]], [[2]], [3, 0])) == "MatrixTerm(A0=[[1]], B0=[[2]], c0=[3, 0])"


def test_parameter_counts() -> None:
    """Counted by hand, format by format."""
    expected = [25, 4 + 18 + 12 + 8, 12 + 8 + 9, 12 + 24 + 12, 24 + 4 + 16, 16 + 4 + 16, 14 + 9, 20 + 9, 45, 24, 64]
    assert [value.parameter_count for value in VALUES] == expected


MEET = "to meet the other nodes of"


@pytest.mark.parametrize(
    ("call", "error", "sentence"),
    [
        (
            lambda: Tucker.of([[1, 0]], [[[1]], [[1, 2, 3]]]),
            ValueError,
            f"U1 has the shape (1, 3); {MEET} Tucker 1×1 with ranks 1,2 it has the shape (1, 2)",
        ),
        (
            lambda: Tucker.of([1], [[[1]]]),
            ValueError,
            "there are 1 factors for a core with 1 modes; there is one factor per mode, and there are at least two "
            "modes",
        ),
        (
            lambda: Tucker.of([[1]], [[[1]], [1]]),
            ValueError,
            "factors[1] has 1 axes; it is a matrix, with two axes",
        ),
        (
            lambda: TensorTrain.of([[[[1, 0]]], [[[1]]]]),
            ValueError,
            f"G0 has the shape (1, 1, 2); {MEET} tensor train 1×1 with ranks 1 it has the shape (1, 1, 1)",
        ),
        (
            lambda: TensorTrain.of([[[[1, 0]]], [[[1, 1]], [[0, 1]]]]),
            ValueError,
            "axis 2 of cores[1] has size 2; the outer bonds of a train have size 1 (those of a tensor ring need not)",
        ),
        (lambda: TensorRing.of([[[[1]]]]), ValueError, "the ring has 1 core; it has at least two, one per mode"),
        (
            lambda: TensorRing.of([[[[1, 0]]], [[[1]], [[0]]], [[[1, 2]]]]),
            ValueError,
            f"G2 has the shape (1, 1, 2); {MEET} tensor ring 1×1×1 with ranks 1,2,1 it has the shape (1, 1, 1)",
        ),
        (
            lambda: TensorTrainMatrix.of([[[[[1, 1]]]]]),
            ValueError,
            "axis 3 of cores[0] has size 2; the outer bonds of a train have size 1 (those of a tensor ring need not)",
        ),
        (
            lambda: TensorTrainMatrix.of([]),
            ValueError,
            "the train has no cores; it has at least one, with a row and a column mode",
        ),
        (
            lambda: HierarchicalTucker.of((0, 0), [[[1]], [[1]]], [[[1]]]),
            ValueError,
            "the tree has the modes [0, 0]; it has each of the modes 0 … 1 once",
        ),
        (
            lambda: HierarchicalTucker.of((0, (1, 2)), [[[1]], [[1]], [[1]]], [[[1]]]),
            ValueError,
            "there are 1 transfer tensors for a tree with 2 inner nodes; there is one per inner node",
        ),
        (
            lambda: HierarchicalTucker.of((0, 1), [[[1, 2]], [[1]]], [[[1]]]),
            ValueError,
            f"B_0_1 has the shape (1, 1); {MEET} hierarchical Tucker 1×1 on (0,1) with ranks 2,1 it has the shape "
            "(2, 1)",
        ),
        (
            lambda: BlockTerms.of([MatrixTerm.of([[1]], [[1]], [1]), MatrixTerm.of([[1]], [[1], [0]], [1])]),
            ValueError,
            "blocks[1] has the shape (1, 2, 1) but blocks[0] has (1, 1, 1); all blocks have the shape of the tensor",
        ),
        (
            lambda: BlockTerms.of([Tucker.of([[1]], [[[1]], [[1]]])]),
            ValueError,
            "blocks[0] has order 2; blocks are tensors of order three",
        ),
        (lambda: BlockTerms.of([]), ValueError, "there are no blocks; a block term decomposition has at least one"),
        (
            lambda: ParaTuck2.of([[1]], [[1, 1]], [[1]], [[1]], [[1]]),
            ValueError,
            f"G has the shape (1, 2); {MEET} ParaTuck-2 1×1×1 with ranks 1,1 it has the shape (1, 1)",
        ),
        (
            lambda: SymmetricCP.of([[[1]]], [1]),
            ValueError,
            "the degrees sum to 1; a tensor has at least two modes",
        ),
        (
            lambda: SymmetricCP.of([[[1]]], [0]),
            ValueError,
            "degrees[0] is 0; a degree is a positive integer",
        ),
        (
            lambda: SymmetricCP.of([[[1]]], [2, 3]),
            ValueError,
            "there are 2 degrees for 1 factors; there is one per factor, and at least one factor",
        ),
        (
            lambda: SymmetricCP.of([[[1, 2]], [[1]]], [2, 3]),
            ValueError,
            "factors[1] has 1 columns and there are 2 weights; there is one column and one weight per term",
        ),
        (
            lambda: TubalProduct.of([[[1, 2]]], [[[1, 2, 3]]]),
            ValueError,
            f"B has the shape (1, 1, 3); {MEET} t-product 1×1×2 of tubal rank 1 it has the shape (1, 1, 2)",
        ),
        (
            lambda: Tucker.of([[0.5]], [[[1]], [[1]]]),
            TypeError,
            'an entry of core is the float 0.5; write it as an integer or a rational "3/7", or round it with '
            "rationalize(array, max_denominator=...) (on the command line: --rationalize D)",
        ),
        (
            lambda: Tucker.of([[1]], [[[1], [2, 3]], [[1]]]),
            ValueError,
            "factors[0] is ragged at depth 1; all parts of one depth have equally many entries",
        ),
        (
            lambda: TensorTrain.of([[[[1]] * 10**4]] * 3).tensor(),
            ValueError,
            "the tensor has 1000000000000 entries, more than 20000000; work with the nodes instead",
        ),
    ],
)
def test_what_is_no_value(call: Callable[[], Any], error: type[Exception], sentence: str) -> None:
    with pytest.raises(error) as caught:
        call()
    assert str(caught.value) == sentence
