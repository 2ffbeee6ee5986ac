"""Values from the catalogue (its ids) and the papers it names."""

from __future__ import annotations

import random
from fractions import Fraction
from math import comb

import pytest

from algebra_tnn import CP, C, EssentiallyUnique, Field, Q, R, Shortfall, Tensor, provers, rank, tensor_rank, verify
from algebra_tnn.exact import KRank, k_rank
from algebra_tnn.provers.full_rank_factor.quadrics import quadrics_of
from algebra_tnn.provers.full_rank_factor.zeros import zeros_off_axes
from algebra_tnn.provers.two_by_two_by_two import hyperdeterminant_of
from algebra_tnn.tensors.cp import groupings
from tests.oracles import by_hand

EYE = [[1, 0], [0, 1]]
GHZ = Tensor.from_nested([[[1, 0], [0, 0]], [[0, 0], [0, 1]]])
W = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, 0]]])
COMPLEX = Tensor.from_nested([[[1, 0], [0, -1]], [[0, 1], [1, 0]]])  # multiplication of complex numbers
ROOT_TWO = Tensor.from_nested([[[1, 0], [0, 2]], [[0, 1], [1, 0]]])  # multiplication in Q(√2)
A_TIMES_IDENTITY = Tensor.from_nested([[[1, 0], [0, 1]], [[0, 0], [0, 0]]])


def generic(shape: tuple[int, ...], terms: int, seed: int) -> CP:
    rng = random.Random(seed)
    return CP.from_factors(*[[[rng.randint(-50, 50) for _ in range(terms)] for _ in range(n)] for n in shape])


# ------------------------------------------------------------------------------------------------ A: tensor formats


@pytest.mark.parametrize(("tensor", "delta"), [(GHZ, 1), (W, 0), (COMPLEX, -4), (ROOT_TWO, 8), (A_TIMES_IDENTITY, 0)])
def test_hyperdeterminants(tensor: Tensor, delta: int) -> None:
    """A17: Δ(GHZ) = 1, Δ(W) = 0, Δ(complex multiplication) = −4 [de Silva, Lim 2008, §5]; 4·2 for Q(√2)."""
    assert hyperdeterminant_of(tensor) == delta


@pytest.mark.parametrize(
    ("tensor", "over_q", "over_r", "over_c"),
    [(GHZ, 2, 2, 2), (W, 3, 3, 3), (COMPLEX, 3, 3, 2), (ROOT_TWO, 3, 2, 2), (A_TIMES_IDENTITY, 2, 2, 2)],
)
def test_the_trichotomy(tensor: Tensor, over_q: int, over_r: int, over_c: int) -> None:
    """A17: the rank depends on the field: Q and R differ at Δ = 8, no square; R and C at Δ = −4."""
    found = [tensor_rank(tensor, field) for field in (Q, R, C)]
    assert [(b.lower, b.upper) for b in found] == [(over_q,) * 2, (over_r,) * 2, (over_c,) * 2]
    assert [b.field for b in found] == [Q, R, C]


def test_complex_multiplication_over_finite_fields() -> None:
    """A17: −4 is a square modulo 5 (rank 2) and none modulo 3 and 7 (rank 3)."""
    found = {p: tensor_rank(COMPLEX, Field.named(f"GF({p})")) for p in (3, 5, 7, 13)}
    assert {p: (b.lower, b.upper) for p, b in found.items()} == {3: (3, 3), 5: (2, 2), 7: (3, 3), 13: (2, 2)}


def test_rank_of_w_exceeds_every_dimension() -> None:
    """A2: W has multilinear ranks 2, 2, 2 and rank 3."""
    assert [rank(W.matricized([mode])) for mode in range(3)] == [2, 2, 2]
    assert tensor_rank(W).lower == 3


@pytest.mark.parametrize("seed", range(5))
def test_unfolding_identities(seed: int) -> None:
    """A3: T_(1) = A(B⊙C)ᵀ, T_(2) = B(A⊙C)ᵀ, T_(3) = C(A⊙B)ᵀ with the last index fastest (the page reverses them)."""
    T = generic((2, 3, 4), 3, seed)
    for mode, others in ((0, (1, 2)), (1, (0, 2)), (2, (0, 1))):
        K = T.khatri_rao(others)
        product = tuple(
            tuple(sum(x * y for x, y in zip(row, line, strict=True)) for line in K) for row in T.factors[mode]
        )
        assert T.tensor().matricized([mode]) == product


def test_flattenings_do_not_bound_the_rank_from_above() -> None:
    """A4, B9: the flattening ranks of a generic 3×3×3 tensor of length 5 are 3; a Koszul flattening settles it."""
    T = generic((3, 3, 3), 5, 1)
    assert [rank(T.tensor().matricized([mode])) for mode in range(3)] == [3, 3, 3]
    bounds = tensor_rank(T)
    assert (bounds.lower, bounds.upper) == (5, 5)


@pytest.mark.parametrize(("n", "m"), [(2, 2), (2, 3), (3, 3)])
def test_flattening_ranks_of_matrix_multiplication(n: int, m: int) -> None:
    """The tensor of m×n times n×m matrices: its flattenings at single modes are all of full rank."""
    entries: dict[tuple[int, int, int], int] = {}
    for i in range(m):
        for j in range(n):
            for k in range(m):
                entries[i * n + j, j * m + k, k * m + i] = 1
    flat = [entries.get((a, b, c), 0) for a in range(m * n) for b in range(n * m) for c in range(m * m)]
    T = Tensor((m * n, n * m, m * m), tuple(flat))
    assert [rank(T.matricized([mode])) for mode in range(3)] == [m * n, n * m, m * m]


# ------------------------------------------------------------------------------------------------ B: uniqueness


@pytest.mark.parametrize("n", [2, 3, 5])
def test_diagonal_tensors_are_unique(n: int) -> None:
    """B2, B3: k-ranks n, n, n; 3n ≥ 2n + 2 for n ≥ 2."""
    eye = [[int(i == j) for j in range(n)] for i in range(n)]
    verdict = verify(EssentiallyUnique(CP.from_factors(eye, eye, eye)))
    assert (verdict.status, verdict.extensions, verdict.trusts) == ("proved", True, ())


def test_kruskals_bound_is_sharp() -> None:
    """B5 [Derksen 2013]: R = 2, k-ranks 2, 2, 1, sum 5 = 2R + 1, and the decomposition is not unique."""
    T = CP.from_factors(EYE, EYE, [[1, 1], [2, 2]])
    assert [k_rank(f).lower for f in T.factors] == [2, 2, 1]
    verdict = verify(EssentiallyUnique(T))
    assert (verdict.status, verdict.extensions) == ("refuted", True)


def test_kruskal_without_jennrich_and_compounds() -> None:
    """B3: 4×4×4, R = 5, k-ranks 4, 4, 4: 12 ≥ 12, where no factor has full column rank."""
    vandermonde = [[x**i for x in (0, 1, 2, 3, 4)] for i in range(4)]
    T = CP.from_factors(vandermonde, vandermonde, vandermonde)
    verdict = verify(EssentiallyUnique(T))
    assert (verdict.status, verdict.rule, verdict.trusts) == ("proved", "kruskal", ("Kruskal1977",))
    assert "Σk = 4 + 4 + 4 = 12 ≥ 2R + 2 = 12" in verdict.explanation
    bounds = tensor_rank(T)
    assert (bounds.lower, bounds.upper) == (5, 5)


def test_order_four_tolerates_proportional_columns() -> None:
    """B6: for order 4 a mode with proportional columns does not refute: diagonal 2×2×2 times a constant vector."""
    constant = [[1, 1], [1, 1]]
    assert verify(EssentiallyUnique(CP.from_factors(EYE, EYE, EYE, constant))).status == "proved"
    assert verify(EssentiallyUnique(CP.from_factors(EYE, EYE, constant))).status == "refuted"
    assert verify(EssentiallyUnique(CP.from_factors(EYE, EYE, constant, constant))).status == "refuted"


B7_CASES = [
    (i, j, r)
    for i, j in ((2, 2), (2, 3), (2, 4), (3, 3), (3, 4), (4, 4))
    for r in range(2, 8)
    if r * (r - 1) * 2 <= i * (i - 1) * j * (j - 1)
]


@pytest.mark.parametrize(("i", "j", "r"), B7_CASES)
def test_generic_uniqueness_with_one_full_factor(i: int, j: int, r: int) -> None:
    """B7 [De Lathauwer 2006]: K ≥ R and R(R−1) ≤ I(I−1)J(J−1)/2 for generic factors."""
    verdict = verify(EssentiallyUnique(generic((i, j, r), r, 100 * i + 10 * j + r)), by=provers.compound)
    assert (verdict.status, verdict.extensions, verdict.trusts) == ("proved", True, ())


@pytest.mark.slow
def test_five_terms_in_three_three_five() -> None:
    """B7, B8, H3: R(R−1) = 20 > 18, and a general 5-dimensional space of 3×3 matrices meets the Segre in 6 points.

    The sixth point is residual to five rational ones, so it is rational: C(6, 5) = 6 decompositions, all over Q.
    """
    T = generic((3, 3, 5), 5, 1)
    shortfall = provers.compound(EssentiallyUnique(T))
    assert isinstance(shortfall, Shortfall)
    assert "9 independent quadrics, R(R−1)/2 = 10 are needed" in shortfall.reason
    (quadrics,) = quadrics_of(T, Q)
    points = list(zeros_off_axes(quadrics))
    assert comb(6, 5) == 6
    assert len(points) == 6 - 5
    assert points[0][1] is None, "the sixth point is rational"
    verdict = verify(EssentiallyUnique(T))
    assert (verdict.status, verdict.rule, verdict.extensions) == ("refuted", "second-decomposition", True)


@pytest.mark.parametrize(("shape", "terms", "degree"), [((3, 3, 5), 5, 6), ((3, 4, 7), 7, 10)])
def test_degrees_of_segre_varieties(shape: tuple[int, int, int], terms: int, degree: int) -> None:
    """B8, H5: P²×P² has degree C(4,2) = 6 and P²×P³ has degree C(5,2) = 10; R of the points are given."""
    i, j, _ = shape
    assert degree == comb(i + j - 2, i - 1)
    T = generic(shape, terms, 4)
    (quadrics,) = [q for q in quadrics_of(T, Q) if q.grouping[0] == (2,)]
    points = list(zeros_off_axes(quadrics))
    found = sum(1 if number_field is None else number_field.degree for _, number_field in points)
    assert terms + found == degree


def test_minimal_degree_gives_one_decomposition() -> None:
    """B8: at R = (I−1)(J−1)+1 with I = 2 the Segre has degree J = R: one decomposition."""
    assert verify(EssentiallyUnique(generic((2, 4, 4), 4, 0))).status == "proved"


def test_six_terms_in_three_four_six() -> None:
    """B8: R ≤ (I−1)(J−1) = 6 suffices for generic uniqueness, where the compound condition needs 15 ≤ 18."""
    assert verify(EssentiallyUnique(generic((3, 4, 6), 6, 0))).status == "proved"


def test_two_by_n_by_n_pencils() -> None:
    """B12, A18: n rational eigenvalues of a pencil give a unique decomposition of length n."""
    for n in (2, 3, 4):
        T = generic((2, n, n), n, n)
        assert verify(EssentiallyUnique(T)).status == "proved"
        bounds = tensor_rank(T.tensor())
        assert (bounds.lower, bounds.upper) == (n, n)


# ------------------------------------------------------------------------------------------------ H: additions


def test_lovitz_petrov_contains_kruskal() -> None:
    """H2 [Lovitz, Petrov 2023]: over Q, wherever Kruskal's inequality holds, theirs does on the sample."""
    rng = random.Random(3)
    seen = 0
    for _ in range(60):
        R_ = rng.randint(2, 4)
        T = CP.from_factors(*[[[rng.randint(-1, 1) for _ in range(R_)] for _ in range(3)] for _ in range(3)])
        claim = EssentiallyUnique(T)
        if any(not any(x for x in T.column(m, r)) for m in range(3) for r in range(R_)):
            continue
        if verify(claim, by=provers.kruskal).status == "proved":
            seen += 1
            assert verify(claim, by=provers.lovitz_petrov).status == "proved"
    assert seen > 5


def test_lovitz_petrov_beyond_kruskal() -> None:
    """H2: four terms with two proportional vectors in each of two modes: k-ranks 1, but every set spans enough."""
    first = [[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 1]]
    T = CP.from_factors(first, first, first, [[1, 1, 0, 0], [0, 0, 1, 1]])
    assert by_hand.k_rank(T.factors[3]) == 1
    verdict = verify(EssentiallyUnique(T), by=provers.lovitz_petrov)
    assert (verdict.status, verdict.trusts) == ("proved", ("LovitzPetrov2023",))


@pytest.mark.parametrize("seed", range(6))
def test_grouping_after_the_n_way_inequality(seed: int) -> None:
    """H9: Σ k_n ≥ 2R + N − 1 always gives a grouping to three modes that satisfies Kruskal."""
    T = generic((2, 2, 3, 3), 3, seed)
    found = [k_rank(f).lower for f in T.factors]
    assert sum(found) >= 2 * 3 + 4 - 1
    sums = [sum(k_rank(T.khatri_rao(group)).lower for group in grouping) for grouping in groupings(4, 3)]
    assert max(sums) >= 2 * 3 + 2


def test_a_vandermonde_matrix_has_full_kruskal_rank() -> None:
    """Every square submatrix on the first rows of a Vandermonde matrix with different nodes is regular."""
    nodes = (-3, -1, 0, 1, 2, 4, 7)
    matrix = tuple(tuple(x**i for x in nodes) for i in range(4))
    assert k_rank(matrix).lower == k_rank(matrix).upper == 4
    assert isinstance(k_rank(matrix), KRank)
    cauchy = tuple(tuple(Fraction(1, x + y) for y in (1, 2, 3, 5, 8)) for x in (1, 3, 4))
    assert k_rank(cauchy).lower == k_rank(cauchy).upper == 3


def test_simplex_code_and_hamming_code() -> None:
    """The k-rank of a check matrix is the minimal distance less one: 2 for the Hamming codes over GF(2) and GF(3)."""
    binary = tuple(zip(*[[i >> 2 & 1, i >> 1 & 1, i & 1] for i in range(1, 8)], strict=True))
    found = k_rank(binary, Field.named("GF(2)"))
    assert (found.lower, found.upper) == (2, 2)
    ternary = ((0, 1, 1, 1), (1, 0, 1, 2))
    found = k_rank(ternary, Field.named("GF(3)"))
    assert (found.lower, found.upper) == (2, 2)
    # the extended ternary Golay code, check matrix [−Aᵀ | I] with its famous 6×6 block: distance 6
    rows = ("011111", "101221", "110122", "121012", "122101", "112210")
    golay = tuple((*(int(x) for x in row), *(int(i == j) for j in range(6))) for i, row in enumerate(rows))
    found = k_rank(golay, Field.named("GF(3)"))
    assert (found.lower, found.upper) == (5, 5)
