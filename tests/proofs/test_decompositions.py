"""What the proofs about numbers of decompositions say besides their claims."""

from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn import library, rank
from tests.proofs import decompositions


def instances(name: str) -> list[Any]:
    module = library.load(name)
    return list(getattr(module, "INSTANCES", [module.INSTANCE]))


@pytest.mark.parametrize(
    ("name", "hypotheses"),
    [
        ("wide_segre", decompositions.wide),
        ("perfect", decompositions.perfect),
        ("pentahedron", decompositions.canonical),
        pytest.param("binary_forms", decompositions.canonical, marks=pytest.mark.slow),
        pytest.param("no_defect", decompositions.many, marks=pytest.mark.slow),
        pytest.param("subgeneric", decompositions.subgeneric, marks=pytest.mark.slow),
    ],
)
def test_instances_satisfy_the_hypotheses(name: str, hypotheses: Any) -> None:
    for f in instances(f"identifiability/{name}"):
        assert all(hypotheses(f).values()), f


def test_the_inequality_of_the_compound_matrices() -> None:
    """R (R − 1) ≤ I (I − 1) J (J − 1)/2, with equality for nine terms of 4×4×9."""
    gaps = []
    for f in instances("identifiability/compound_generic"):
        if len(f.sizes) == 3:
            rows, columns, _ = f.sizes
            gaps.append(rows * (rows - 1) * columns * (columns - 1) // 2 - f.terms * (f.terms - 1))
    assert min(gaps) == 0 and len(gaps) == 4


def test_block_terms() -> None:
    blocks = library.load("uniqueness/block_terms").INSTANCE.blocks
    for side in ("left", "right"):
        rows = [getattr(block, side).nested() for block in blocks]
        assert rank([[*one, *other] for one, other in zip(*rows, strict=True)]) == 4
    assert rank([block.vector.nested() for block in blocks]) == 2
