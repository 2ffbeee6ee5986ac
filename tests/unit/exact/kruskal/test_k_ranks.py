from __future__ import annotations

import random
import signal
from fractions import Fraction
from math import comb

import pytest

from algebra_tnn.exact import Field, Matrix, Progress, Q, exact_matrix, k_rank, prime_field
from algebra_tnn.exact.fields import MODULUS
from algebra_tnn.exact.kruskal import k_ranks as module
from algebra_tnn.exact.kruskal import projections
from tests.oracles import by_hand

TWO, LARGE = prime_field(2), prime_field(10007)


def test_zero_column() -> None:
    found = k_rank(exact_matrix([[1, 0, 2], [3, 0, 4]]))
    assert (found.lower, found.upper, found.columns, found.relation) == (0, 0, (1,), (1,))


def test_equal_and_proportional_columns() -> None:
    found = k_rank(exact_matrix([[1, 0, "-1/2"], [2, 1, -1]]))
    assert (found.lower, found.upper, found.columns) == (1, 1, (0, 2))
    assert found.relation == (1, 2)


def test_relations_are_coprime_integers_with_a_positive_lead() -> None:
    found = k_rank(exact_matrix([[2, 4, 0], [0, 6, 3]]))
    assert (found.columns, found.relation) == ((0, 1, 2), (2, -1, 2))


def test_wide_and_tall() -> None:
    wide = exact_matrix([[1, 1, 1, 1, 1], [0, 1, 2, 3, 4]])
    tall = tuple(zip(*wide, strict=True))
    assert (k_rank(wide).lower, k_rank(wide).upper) == (2, 2)
    assert (k_rank(tall).lower, k_rank(tall).upper, k_rank(tall).columns) == (2, 2, ())


def test_a_single_entry() -> None:
    assert k_rank(((5,),)).lower == 1
    assert k_rank(((0,),)).upper == 0


def test_the_field_matters() -> None:
    matrix = exact_matrix([[1, 0, 1, 1], [0, 1, 1, 3]])
    assert k_rank(matrix).lower == 2
    found = k_rank(matrix, TWO)
    assert (found.lower, found.upper, found.columns) == (1, 1, (2, 3))
    assert k_rank(((1, 10007), (0, 1)), LARGE).lower == 2
    assert k_rank(((1, 10008), (0, 10007)), LARGE).lower == 1


@pytest.mark.parametrize("field", [Q, TWO, LARGE])
def test_many_columns_against_the_definition(field: Field) -> None:
    rng = random.Random(5)
    for _ in range(15):
        matrix = exact_matrix([[rng.randint(-3, 3) for _ in range(7)] for _ in range(rng.randint(2, 5))])
        found = k_rank(matrix, field)
        assert found.lower == found.upper == by_hand.k_rank(matrix, field.characteristic)


def generic(rows: int, columns: int, seed: int = 1, size: int = 50) -> Matrix:
    rng = random.Random(seed)
    return tuple(tuple(rng.randint(-size, size) for _ in range(columns)) for _ in range(rows))


def planted(rows: int, columns: int, circuit: list[int], seed: int = 1) -> Matrix:
    """Generic but for one circuit."""
    *others, last = circuit
    return exact_matrix(
        [
            [sum(row[j] for j in others) if i == last else x for i, x in enumerate(row)]
            for row in generic(rows, columns, seed)
        ]
    )


def test_the_projection_shows_the_lower_bound() -> None:
    """projection · matrix = [I | A′] modulo the modulus, as the certificate wants it."""
    matrix = exact_matrix([[1, 2, 3, 5], [1, "1/3", 0, 1], [0, 2, 2, 9]])
    found = k_rank(matrix)
    assert found.projection is not None
    n = found.modulus
    entries = [[by_hand.residue(x, n) for x in row] for row in matrix]
    image = [
        [sum(x * row[j] for x, row in zip(line, entries, strict=True)) % n for j in range(found.lower)]
        for line in found.projection
    ]
    assert image == [[int(i == j) for j in range(found.lower)] for i in range(found.lower)]


def test_a_prime_that_fails_is_replaced() -> None:
    for matrix in ([[1, 1, 0], [0, MODULUS, 1]], [[Fraction(1, MODULUS), 0, 1], [0, 1, 1]]):
        found = k_rank(exact_matrix(matrix))
        assert (found.lower, found.upper) == (2, 2)
        assert found.modulus != MODULUS and found.projection is not None


def test_all_columns_are_independent() -> None:
    """The rank says it, and no subset is examined."""
    found = k_rank(((1, 0), (0, 1), (MODULUS, 0)), budget=0)
    assert (found.lower, found.upper, found.columns, found.subsets) == (2, 2, (), 0)


# ------------------------------------------------------------------------------------------------- what is examined


@pytest.mark.parametrize(("rows", "columns"), [(8, 24), (12, 20), (14, 20), (10, 30)])
def test_generic_matrices(rows: int, columns: int) -> None:
    """Every subset is examined once, though there may be 30 million."""
    found = k_rank(generic(rows, columns))
    assert (found.lower, found.upper, found.subsets) == (rows, rows, comb(columns, rows))
    assert found.projection is not None


@pytest.mark.parametrize("circuit", [[0, 1, 2, 3], [20, 21, 22, 23], [0, 9, 10, 11, 23], [1, 4, 9, 13, 17, 18, 20, 22]])
def test_planted_circuits(circuit: list[int]) -> None:
    found = k_rank(planted(8, 24, circuit))
    assert (found.lower, found.upper, list(found.columns)) == (len(circuit) - 1, len(circuit) - 1, circuit)
    assert found.relation == (1,) * (len(circuit) - 1) + (-1,)


@pytest.mark.parametrize("field", [Q, Field.named("GF(10007)"), Field.named("GF(1099511627689)")])
def test_a_small_circuit_among_many_columns(field: Field) -> None:
    """C(60, 20) is far beyond the budget, but sets of fewer columns contain the circuit, too."""
    found = k_rank(planted(20, 60, [7, 31, 32, 58]), field, budget=10**7)
    assert (found.lower, found.upper, found.columns) == (3, 3, (7, 31, 32, 58))
    assert found.subsets < 10**6


def test_long_numbers() -> None:
    rng = random.Random(2)
    rows = [[Fraction(rng.getrandbits(600), rng.getrandbits(500) | 1) for _ in range(8)] for _ in range(4)]
    for row in rows:
        row[6] = row[0] * 10**90 - row[2] / 7**80 + row[5]
    found = k_rank(exact_matrix(rows))
    assert (found.lower, found.upper, found.columns) == (3, 3, (0, 2, 5, 6))
    assert sum(x * y for x, y in zip(found.relation, (rows[0][j] for j in found.columns), strict=True)) == 0


def test_components_are_examined_apart() -> None:
    """A generic 4×9 matrix, a circuit of 5 columns and a column in no circuit: C(9,4) + C(5,4) subsets of four."""
    first, second = generic(4, 9), [[*(int(i == j) for j in range(4)), 1] for i in range(4)]
    rows = [[*row, *[0] * 6] for row in first] + [[*[0] * 9, *row, 0] for row in second] + [[0] * 14 + [3]]
    found = k_rank(exact_matrix(rows))
    assert (found.lower, found.upper, found.subsets) == (4, 4, comb(9, 4) + comb(5, 4))
    assert found.projection is None
    order = random.Random(5).sample(range(15), 15)
    mixed = exact_matrix([[row[j] for j in order] for row in rows])
    assert k_rank(mixed).lower == by_hand.k_rank(mixed, 10007) == 4


def test_rank_deficient_matrices() -> None:
    three = generic(3, 12)
    rows = [*three, *([x + 2 * y - z for x, y, z in zip(*three, strict=True)] for _ in range(4))]
    found = k_rank(exact_matrix(rows))
    assert (found.lower, found.upper, found.subsets) == (3, 3, comb(12, 3))
    assert found.projection is not None and len(found.projection[0]) == 7


def test_minors_that_are_no_exact_sums_are_not_examined(monkeypatch: pytest.MonkeyPatch) -> None:
    """As modulo a prime of 40 bits with 16 rows; what is known without them remains."""
    monkeypatch.setattr(module, "exact_base", lambda p, terms: 2)
    found = k_rank(generic(3, 6))
    assert (found.lower, found.upper, found.subsets) == (2, 3, 0)


# ------------------------------------------------------------------------------------------------------- false zeros


def few_primes(monkeypatch: pytest.MonkeyPatch, first: int) -> None:
    monkeypatch.setattr(projections, "MODULUS", first)


@pytest.mark.parametrize("seed", range(6))
def test_false_zeros_are_examined_one_by_one(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    few_primes(monkeypatch, 11)
    matrix = generic(4, 10, seed, size=4)
    found = k_rank(matrix)
    assert found.lower == found.upper == by_hand.k_rank(matrix)
    if found.lower == 4:
        assert found.modulus <= 11 and found.projection is None, "the table has zeros that say nothing over Q"


def test_a_prime_with_too_many_false_zeros_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every minor of [I | 11·A] with a column of 11·A vanishes modulo 11."""
    few_primes(monkeypatch, 11)
    monkeypatch.setattr(module, "_FALSE_ZEROS", 0)
    block = generic(4, 9, size=10**4)
    matrix = tuple((*(int(i == j) for j in range(4)), *(11 * x for x in row)) for i, row in enumerate(block))
    found = k_rank(matrix)
    assert (found.lower, found.upper) == (4, 4)
    assert found.modulus != 11


def test_false_zeros_of_a_projection_over_a_small_field() -> None:
    """Over GF(5) no projection to 3 rows keeps all triples of 16 columns independent; the columns are."""
    rng = random.Random(1)
    rows = [[rng.randrange(5) for _ in range(16)] for _ in range(9)]
    five = prime_field(5)
    found = k_rank(exact_matrix(rows), five)
    assert found.lower == found.upper == by_hand.k_rank(rows, 5)
    assert 2 < found.lower < 9 and found.projection is None


# -------------------------------------------------------------------------------- budgets, bounds that are asked for


def test_a_spent_budget_leaves_an_interval() -> None:
    matrix = generic(8, 16, size=9)
    found = k_rank(matrix, budget=1000)
    assert (found.lower, found.upper, found.is_exact) == (3, 8, False)
    assert found.subsets == comb(16, 3) and found.projection is not None and len(found.projection) == 3
    nothing = k_rank(matrix, budget=0)
    assert (nothing.lower, nothing.projection) == (2, None), "no column is zero, no two are proportional"
    assert k_rank(((1, 2, 3),), budget=0).lower == 1
    assert k_rank(matrix, TWO, budget=20).lower <= by_hand.k_rank(matrix, 2) <= k_rank(matrix, TWO, budget=20).upper


def test_lower_bounds_that_are_not_wanted() -> None:
    matrix = generic(8, 16, size=9)
    assert k_rank(matrix, budget=1000, least=3).lower == 3
    unsought = k_rank(matrix, budget=1000, least=4)
    assert (unsought.lower, unsought.upper, unsought.subsets) == (2, 8, 0)
    assert k_rank(matrix, least=8).lower == 8
    assert k_rank(matrix, least=12).is_exact, "what is affordable is found"


def test_the_search_ends_when_enough_is_known() -> None:
    matrix = generic(8, 24)
    found = k_rank(matrix, enough=3)
    assert (found.lower, found.upper, found.subsets) == (3, 8, comb(24, 3))
    found = k_rank(generic(14, 20), enough=10)
    assert (found.lower, found.subsets) == (14, comb(20, 14)), "fewer than C(20, 10)"
    short = k_rank(planted(8, 24, [2, 5, 7, 20]), enough=6)
    assert short.upper == 3 and short.lower < 3 and short.columns == (2, 5, 7, 20)
    assert k_rank(matrix, enough=9).subsets == 0, "the rank is 8"
    assert k_rank(matrix, enough=0).subsets == 0
    assert k_rank(matrix, enough=5, budget=100).lower == 2


def test_the_same_seed_gives_the_same_evidence() -> None:
    matrix = exact_matrix([[1, 2, 3, 4], [0, 1, 1, 5], [7, 0, 2, 2], [1, 1, 1, 0], [0, 0, 3, 1]])
    assert k_rank(matrix, seed=3) == k_rank(matrix, seed=3)
    many = planted(5, 9, [0, 2, 4, 8])
    assert k_rank(many, seed=3) == k_rank(many, seed=3) != k_rank(many, seed=4)


# ---------------------------------------------------------------------------------------------------------- progress


def test_progress_is_reported() -> None:
    seen: list[tuple[int, int]] = []
    progress = Progress(report=lambda p: seen.append((p.done, p.upper)))
    matrix = exact_matrix([[1, 1, 1, 1, 1], [0, 1, 2, 3, 4], [0, 1, 4, 9, 16]])
    found = k_rank(matrix, progress=progress)
    assert seen
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert progress.done == progress.total == found.subsets == comb(5, 3)
    assert (progress.lower, progress.upper) == (3, 3)
    again = k_rank(((1, 1, 1),), progress=progress)
    assert (progress.done, progress.lower) == (again.subsets, 1), "another search begins anew"


@pytest.mark.parametrize("field", [Q, TWO, LARGE])
@pytest.mark.parametrize("circuit", [[0, 3, 6], [1, 4, 5, 8]])
def test_an_interrupted_search_has_said_how_far_it_came(field: Field, circuit: list[int]) -> None:
    """Wherever it is interrupted, what it says is true; and it gets everywhere."""
    matrix = planted(5, 10, circuit)
    value = by_hand.k_rank(matrix, field.characteristic)
    total = 0
    while True:
        left = total

        def stop(progress: Progress) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise KeyboardInterrupt

        progress = Progress(report=stop)
        try:
            found = k_rank(matrix, field, progress=progress)
        except KeyboardInterrupt:
            assert 0 < progress.done <= progress.total
            assert progress.lower <= value <= progress.upper < 10
            total += 1
        else:
            assert found.lower == found.upper == value and total > 2
            break


def test_a_signal_ends_a_long_search() -> None:
    """Blocks are short, so a signal is noticed soon; this search would take half a minute."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    def arm(progress: Progress) -> None:
        if progress.done > 1 and signal.getsignal(signal.SIGVTALRM) is not interrupt:
            signal.signal(signal.SIGVTALRM, interrupt)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0.05)

    progress = Progress(report=arm)
    before = signal.getsignal(signal.SIGVTALRM)
    try:
        with pytest.raises(KeyboardInterrupt):
            k_rank(generic(12, 34), budget=10**12, progress=progress)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    assert 1 < progress.done < progress.total == comb(34, 12)
    assert (progress.lower, progress.upper) == (0, 12)
