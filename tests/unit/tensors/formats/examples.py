"""Formats of every kind, small enough for tests."""

from __future__ import annotations

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

PAIRS = ((0, 1), (2, 3))
SQUARE = {"A": "iad", "B": "jab", "C": "kbc", "D": "lcd"}

EXAMPLES: dict[str, TensorFormat] = {
    "tucker": TuckerFormat((3, 4, 2), (2, 3, 2)),
    "train": TrainFormat((2, 3, 3, 2), (2, 3, 2)),
    "ring": RingFormat((3, 4, 3), (2, 1, 3)),
    "matrix train": MatrixTrainFormat((2, 3), (2, 1), (2,)),
    "hierarchical": HierarchicalFormat((3, 2, 2, 3), PAIRS, (2, 2, 2, 2, 3, 3)),
    "unbalanced": HierarchicalFormat((2, 3, 2, 2), ((2, (0, 1)), 3), (2, 2, 2, 2, 2, 2)),
    "cp": CPFormat((2, 3, 4), 3),
    "symmetric": SymmetricCPFormat((2, 3), (2, 1), 3),
    "blocks": BlockTermFormat((4, 3, 3), (2, (1, 2, 2))),
    "paratuck2": ParaTuck2Format((3, 2, 5), (2, 2)),
    "t-product": TubalFormat((3, 2, 3), 2),
    "network": TensorNetwork(SQUARE, {**dict.fromkeys("ijkl", 3), **dict.fromkeys("abcd", 2)}, "ijkl"),
    "two bonds": TensorNetwork(
        {"A": "iab", "B": "jabc", "C": "kc"}, {**dict.fromkeys("ijk", 5), "a": 2, "b": 2, "c": 3}, "ijk"
    ),
    "apart": TensorNetwork({"A": "ia", "B": "ja", "C": "k"}, {"i": 3, "j": 2, "a": 2, "k": 2}, "ijk"),
}
