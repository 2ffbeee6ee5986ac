from __future__ import annotations

import dataclasses
import random
import subprocess
import sys
from math import inf

import numpy as np
import pytest

from algebra_tnn import CP, cross_check
from algebra_tnn.numeric import CrossCheck
from algebra_tnn.numeric.cross_check import _balanced, _jacobian, _judged, _split, _terms
from tests.oracles import by_hand

EYE = [[1, 0], [0, 1]]
UNIQUE = CP.from_factors([[1, 0], [0, 1]], [[1, 1], [0, 1], [2, 0]], [[1, 1], [1, 2], [0, 3], [1, 1]])


def sample(shape: tuple[int, ...], terms: int, seed: int) -> CP:
    rng = random.Random(seed)
    return CP.from_factors(*[[[rng.randint(-9, 9) for _ in range(terms)] for _ in range(n)] for n in shape])


def test_agrees() -> None:
    check = cross_check(UNIQUE)
    assert check.outcome == "agrees"
    assert check.method == "Jennrich's eigenvalue method, modes 0 | 1 | 2"
    assert check.residual < 1e-12
    assert "matched with the given terms as rank-one tensors" in check.explanation


def test_scaling_and_signs_of_factors_do_not_matter() -> None:
    flipped = CP.from_factors([[-1, 0], [0, 5]], [[-1, "1/5"], [0, "1/5"], [-2, 0]], UNIQUE.factors[2])
    assert by_hand.terms(flipped.factors) == by_hand.terms(UNIQUE.factors)
    assert cross_check(flipped.permuted([1, 0])).outcome == "agrees"


def test_a_family_of_decompositions() -> None:
    check = cross_check(CP.from_factors(EYE, [[1, 1], [0, 1]], [[1, 1]]))
    assert check.outcome == "disagrees"
    assert check.residual < 1e-9


def test_the_same_seed_gives_the_same_answer() -> None:
    T = sample((4, 4, 4), 5, 3)
    assert cross_check(T, seed=2, starts=1) == cross_check(T, seed=2, starts=1)


@pytest.mark.parametrize("shape", [(3, 3, 3), (2, 2, 2, 3), (2, 2, 2, 2, 2), (2, 4, 3)])
def test_jennrich_in_several_modes(shape: tuple[int, ...]) -> None:
    check = cross_check(sample(shape, 3, 5))
    assert check.outcome == "agrees"
    assert check.method.startswith("Jennrich")


def test_tensorly_where_jennrich_does_not_apply() -> None:
    check = cross_check(sample((4, 4, 4), 5, 3))
    assert check.outcome == "agrees"
    assert check.method.startswith("TensorLy's alternating least squares, random start")


def test_no_starts() -> None:
    check = cross_check(sample((4, 4, 4), 5, 3), starts=0)
    assert (check.outcome, check.method, check.residual) == ("inconclusive", "none", inf)


@pytest.mark.parametrize(
    ("T", "words"),
    [
        (CP.from_factors([[10**400]], [[1]], [[1]]), "an entry is beyond the range of floats"),
        (CP.from_factors([[10**200]], [[10**200]], [[1]]), "a term is beyond the range of floats"),
        (CP.from_factors([[1, 0]], [[1, 1]], [[1, 1]]), "term 1 is zero, or too small for floats"),
        (CP.from_factors([[1, f"1/{10**200}"]], [[1, f"1/{10**200}"]]), "term 1 is zero, or too small for floats"),
        (CP.from_factors([[1, -1]], [[1, 1]], [[2, 2]]), "the terms cancel in floats"),
        (CP.from_factors([[1]] * 500, [[1]] * 401), "the tensor has 200500 entries and 1 terms"),
    ],
)
def test_nothing_to_compare(T: CP, words: str) -> None:
    check = cross_check(T)
    assert (check.outcome, check.method, check.residual) == ("inconclusive", "none", inf)
    assert check.explanation.startswith("nothing was compared: ")
    assert words in check.explanation


def test_a_large_residual_is_no_disagreement() -> None:
    given = np.eye(4)[:2]
    assert _judged(given, 2 * given, 2.7e-5, 1.0)[0] == "inconclusive"
    assert _judged(given, given[::-1], 1e-12, 1.0)[0] == "agrees"
    assert _judged(given, -given, 1e-12, 1.0)[0] == "disagrees"
    assert _judged(given, given * (1 + 1e-4), 1e-12, 1.0)[0] == "inconclusive"
    assert _judged(given, given + np.array([[1e6, 0, 0, 0], [-1e6, 0, 0, 0]]), 1e-12, 1.0)[0] == "inconclusive"


def test_t_and_minus_t_are_told_apart() -> None:
    """TensorLy's congruence coefficient is 1 for factors of T and of −T; the terms are as far apart as can be."""
    from tensorly.metrics.factors import congruence_coefficient

    factor = np.array([[1.0, 2.0], [3.0, 5.0]])
    assert congruence_coefficient(factor, -factor)[0] == pytest.approx(1)
    terms = _terms([factor, factor])
    assert _judged(terms, _terms([-factor, factor]), 0.0, 100.0)[0] == "disagrees"


def test_terms_are_row_major() -> None:
    T = sample((2, 3, 2), 2, 1)
    arrays = [np.array(factor, dtype=float) for factor in T.factors]
    assert [tuple(map(int, term)) for term in _terms(arrays)] == by_hand.terms(T.factors)


def test_balancing_keeps_the_terms() -> None:
    arrays = [np.array(factor, dtype=float) for factor in sample((2, 3, 2), 2, 1).factors]
    balanced = _balanced(arrays)
    assert np.allclose(_terms(balanced), _terms(arrays))
    assert np.allclose(np.linalg.norm(balanced[0], axis=0), np.linalg.norm(balanced[2], axis=0))


def test_the_jacobian_by_differences() -> None:
    arrays = [np.array(factor, dtype=float) for factor in sample((2, 3, 2), 2, 4).factors]
    J, row = _jacobian(arrays), 0
    for mode, factor in enumerate(arrays):
        for i in range(factor.shape[0]):
            for r in range(factor.shape[1]):
                moved = [array.copy() for array in arrays]
                moved[mode][i, r] += 1.0  # the sum is linear in each entry
                difference = _terms(moved).sum(axis=0) - _terms(arrays).sum(axis=0)
                assert np.allclose(J[row], difference)
                row += 1
    assert row == len(J)


def test_a_rank_one_array_is_split() -> None:
    a, b, c = np.array([1.0, -2]), np.array([3.0, 0, 1]), np.array([2.0, 5])
    array = np.einsum("i,j,k->ijk", a, b, c)
    assert np.allclose(np.einsum("i,j,k->ijk", *_split(array)), array)


def test_the_answer_is_frozen() -> None:
    check = CrossCheck("agrees", "m", 0.0, "e")
    with pytest.raises(dataclasses.FrozenInstanceError):
        check.outcome = "disagrees"


def test_nothing_is_printed() -> None:
    program = (
        "from algebra_tnn import CP, cross_check\n"
        "V = [[x**i for x in range(5)] for i in range(4)]\n"
        "cross_check(CP.from_factors(V, V, V), starts=1)\n"
        "cross_check(CP.from_factors([[1, 0], [0, 1]], [[1, 1], [0, 1]]))\n"
    )
    done = subprocess.run([sys.executable, "-W", "default", "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_numpy_comes_only_when_it_is_needed() -> None:
    program = (
        "import sys\nfrom algebra_tnn.numeric import cross_check, rationalize\n"
        "assert not {'tensorly', 'scipy', 'sympy'} & set(sys.modules), sys.modules.keys()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
