"""Tensor formats say what the prose of the evaluator says, and a format that does not is noticed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from algebra_tnn.laws import Law, einsum
from algebra_tnn.tensors.formats import (
    BlockTermFormat,
    CPFormat,
    HierarchicalFormat,
    MatrixTrainFormat,
    ParaTuck2Format,
    RingFormat,
    SymmetricCPFormat,
    TensorFormat,
    TensorNetwork,
    TrainFormat,
    TubalFormat,
    TuckerFormat,
)
from tests.conformance import format_evaluator as prose
from tests.conformance import network_evaluator
from tests.conformance.agreement import RINGS, Reading, agrees, listed

UNBALANCED = ((2, (0, 1)), 3)
SQUARE = {"A": "iad", "B": "jab", "C": "kbc", "D": "lcd"}
SIZES = {"i": 2, "j": 3, "k": 1, "l": 2, "a": 2, "b": 1, "c": 3, "d": 2}


def hierarchical(tree: Any) -> Reading:
    def transfer(point: dict[str, Any]) -> Callable[[list[int]], Any]:
        return lambda modes: point["B_" + "_".join(map(str, modes))]

    return lambda point: prose.hierarchical(tree, listed(point, "U"), transfer(point))


def blocks(point: dict[str, Any]) -> Any:
    second = prose.tucker(point["G1"], [point["A1"], point["B1"], point["C1"]])
    return prose.added([prose.block(point["A0"], point["B0"], point["c0"]), second])


def square(point: dict[str, Any]) -> Any:
    """The ring of the same nodes, each with its mode in the middle."""

    def core(node: Any, before: int, after: int) -> Any:
        """Axis 0 of the node is its mode."""
        shape = prose.shape_of(node)

        def value(place: tuple[int, ...]) -> Any:
            inner = [0, 0, 0]
            inner[before], inner[0], inner[after] = place
            return prose.entry(node, inner)

        return prose.built([shape[before], shape[0], shape[after]], value)

    A, B, C, D = (point[name] for name in "ABCD")
    return prose.ring([core(A, 2, 1), core(B, 1, 2), core(C, 1, 2), core(D, 1, 2)])


FORMATS: dict[str, tuple[TensorFormat, Reading]] = {
    "tucker": (TuckerFormat((2, 3, 4), (2, 1, 3)), lambda p: prose.tucker(p["G"], listed(p, "U"))),
    "train": (TrainFormat((2, 3, 2, 2), (2, 3, 1)), lambda p: prose.ring(listed(p, "G"))),
    "ring": (RingFormat((2, 3, 4), (2, 3, 1)), lambda p: prose.ring(listed(p, "G"))),
    "matrix train": (MatrixTrainFormat((2, 1, 3), (1, 2, 2), (2, 3)), lambda p: prose.matrix_train(listed(p, "G"))),
    "hierarchical": (HierarchicalFormat((2, 3, 2, 2), None, (2, 1, 3, 2, 3, 2)), hierarchical(((0, 1), (2, 3)))),
    "unbalanced": (HierarchicalFormat((2, 3, 2, 2), UNBALANCED, (2, 1, 3, 2, 3, 2)), hierarchical(UNBALANCED)),
    "three children": (HierarchicalFormat((2, 3, 2), (1, 0, 2), (2, 1, 3)), hierarchical((1, 0, 2))),
    "cp": (CPFormat((2, 3, 4), 3), lambda p: prose.symmetric(listed(p, "a"), [1, 1, 1])),
    "symmetric": (SymmetricCPFormat((2, 3), (2, 1), 3), lambda p: prose.symmetric(listed(p, "a"), [2, 1])),
    "blocks": (BlockTermFormat((2, 3, 4), (2, (1, 3, 2))), blocks),
    "paratuck2": (
        ParaTuck2Format((2, 3, 4), (3, 2)),
        lambda p: network_evaluator.paratuck2(p["A"], p["G"], p["F"], p["H"], p["B"]),
    ),
    "t-product": (TubalFormat((2, 3, 4), 2), lambda p: prose.t_product(p["A"], p["B"])),
    "network": (TensorNetwork(SQUARE, SIZES, "ijkl"), square),
}


@pytest.mark.parametrize("ring", RINGS)
@pytest.mark.parametrize("name", FORMATS)
def test_tensors_are_what_the_prose_says(name: str, ring: str) -> None:
    format, meaning = FORMATS[name]
    assert agrees(format.tensor_law(), meaning, ring, times=2)


def of_vectors(format: TensorFormat, meaning: Reading) -> Reading:
    """The tensor contracted with the vectors."""

    def read(point: dict[str, Any]) -> Any:
        tensor = meaning({name: x for name, x in point.items() if name in format.parameters})
        return prose.contracted(tensor, listed(point, "x"))

    return read


def powers(point: dict[str, Any]) -> Any:
    x, y = listed(point, "x")
    return prose.contracted(prose.symmetric(listed(point, "a"), [2, 1]), [x, x, y])


@pytest.mark.parametrize("name", FORMATS)
def test_laws_are_functions_of_vectors(name: str) -> None:
    format, meaning = FORMATS[name]
    assert agrees(format.law(), powers if name == "symmetric" else of_vectors(format, meaning), "Z", times=2)


CUT_OFF = [[[int(p + q == k) for k in range(3)] for q in range(3)] for p in range(3)]

WRONG: dict[str, tuple[TensorFormat, Reading, Callable[..., Any]]] = {
    "a matrix transposed": (
        TuckerFormat((2, 2, 2), (2, 2, 2)),
        FORMATS["tucker"][1],
        lambda G, U0, U1, U2: einsum("abc,ai,jb,kc->ijk", G, U0, U1, U2),
    ),
    "a ring that is not closed": (
        RingFormat((2, 2, 2), 2),
        FORMATS["ring"][1],
        lambda G0, G1, G2: einsum("aib,bjc,ckd->ijk", G0, G1, G2),
    ),
    "children in the order of the modes": (
        HierarchicalFormat((2, 2, 2), (1, 0, 2), (2, 2, 2)),
        FORMATS["three children"][1],
        lambda B_0_1_2, U0, U1, U2: einsum("abc,ia,jb,kc->ijk", B_0_1_2, U0, U1, U2),
    ),
    "tubes that are cut off": (
        TubalFormat((2, 2, 3), 2),
        FORMATS["t-product"][1],
        lambda A, B: einsum("ilp,ljq,pqk->ijk", A, B, CUT_OFF),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_planted_wrong_formats_are_noticed(name: str) -> None:
    format, meaning, forward = WRONG[name]
    law = Law.trace(forward, {}, format.parameters)
    assert agrees(format.tensor_law(), meaning, "Z") and not agrees(law, meaning, "Z")
