"""Dense orbits and minors in blocks: what is concluded, and both rules against a second reading of many small cases."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest

from . import orbits_corpus, support
from .law_corpus import LENGTH, forms, independent, power_sum
from .orbits_corpus import N, at_least, blocks, bounded, orbits, slope, turning

checker = support.load()
Matrix = list[list[int]]


@pytest.mark.parametrize("name", sorted(orbits_corpus.ACCEPTED))
def test_conclusion(name: str) -> None:
    judgement = checker.check(json.dumps(orbits_corpus.ACCEPTED[name]))
    assert judgement.answer == "accepted" and judgement.conclusion == checker.Conclusion(True, ())


def matrices() -> list[Matrix]:
    return [[list(four[:2]), list(four[2:])] for four in product((-1, 0, 1), repeat=4)]


def fixed_along(W: Matrix, K: Matrix) -> bool:
    """Whether |W x|² does not change along K at W: WᵀK is skew."""
    product_ = [[sum(W[i][a] * K[i][b] for i in range(2)) for b in range(2)] for a in range(2)]
    return all(product_[a][b] + product_[b][a] == 0 for a in range(2) for b in range(2))


def test_orbits_of_all_small_matrices() -> None:
    """|W x|² has dimension 3; at a singular W more directions change nothing, and its orbit is not dense."""
    motions = [turning(i, j) for i in range(2) for j in range(2)]
    for W in matrices():
        kernel = [K for K in matrices() if fixed_along(W, K)]
        chosen, _ = independent([[x % N for row in K for x in row] for K in kernel], N)
        fields: list[Any] = [{"W": ["constant", kernel[i]]} for i in chosen]
        regular = W[0][0] * W[1][1] != W[0][1] * W[1][0]
        assert (len(fields) == 1) == regular
        judgement = checker.check(
            json.dumps(bounded(LENGTH, 4 - len(fields), orbits(LENGTH, {"W": W}, motions, [], fields)))
        )
        assert judgement.answer == ("accepted" if regular else "rejected"), (W, judgement)


@pytest.mark.parametrize(("sizes", "exponents"), [((1, 2), (1, 1)), ((2, 1), (2, 1))])
def test_blocks_of_all_points_of_zeros_and_ones(sizes: tuple[int, ...], exponents: tuple[int, ...]) -> None:
    """Each row is a block of its own, modulo all before it, as long as it does not depend on them."""
    law, width = power_sum(sizes, exponents, 2), sum(sizes)
    monomials = [tuple(v for v, e in enumerate(m) for _ in range(e)) for m in forms(sizes, exponents)]
    for entries in product((0, 1), repeat=2 * width):
        rest = iter(entries)
        point = {f"a{k}": [[next(rest) for _ in range(n)] for _ in range(2)] for k, n in enumerate(sizes)}
        slopes = [slope(law, point, *divmod(row, width)) for row in range(2 * width)]
        chosen, _ = independent([[row.get(m, 0) for m in monomials] for row in slopes], N)
        if chosen:
            evidence = blocks(law, point, [([row], list(range(i))) for i, row in enumerate(chosen)])
            judgement = checker.check(json.dumps(at_least(law, len(chosen), evidence)))
            assert judgement.answer == "accepted", (point, judgement)
