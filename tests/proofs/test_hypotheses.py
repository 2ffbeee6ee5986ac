"""Each counterexample violates exactly one hypothesis of its statement: computed here, one hypothesis at a time."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, combinations_with_replacement, product
from math import comb, prod

import pytest

from algebra_tnn import (
    CP,
    C,
    Certificate,
    CertificateRejected,
    EssentiallyUnique,
    Field,
    NotEssentiallyUnique,
    Q,
    R,
    Tensor,
    TensorRankAtMost,
    k_rank,
    khatri_rao,
    library,
    rank,
    verify,
)
from algebra_tnn.exact import Matrix
from algebra_tnn.provers.non_uniqueness import certificate_of, terms_of
from algebra_tnn.provers.tensor_ranks import flattening_ranks
from algebra_tnn.provers.two_by_two_by_two import hyperdeterminant_of
from tests.proofs import (
    activations,
    border_ranks,
    circuits,
    decompositions,
    derivatives,
    dynamics,
    format_values,
    formats,
    grassmannians,
    hardness,
    moments,
    multiplications,
    networks,
    pooling,
    powers,
    recurrent,
    rings,
    secants,
    separations,
    structured_networks,
    structures,
    tubes,
)

Table = dict[str, bool]
GF2 = Field.named("GF(2)")


def instance(name: str) -> CP:
    found = library.load(name).INSTANCE
    assert isinstance(found, CP)
    return found


def tensor(name: str) -> Tensor:
    found = library.load(name).INSTANCE
    assert isinstance(found, Tensor)
    return found


def k(matrix: Matrix, field: Field = Q) -> int:
    found = k_rank(matrix, field)
    assert found.is_exact
    return found.lower


def k_ranks(T: CP) -> list[int]:
    return [k(factor) for factor in T.factors]


def compound(A: Matrix) -> Matrix:
    """The second compound matrix."""
    columns = list(combinations(range(len(A[0])), 2))
    return tuple(
        tuple(A[p][i] * A[q][j] - A[p][j] * A[q][i] for i, j in columns) for p, q in combinations(range(len(A)), 2)
    )


def jennrich(name: str) -> Table:
    A, B, C = instance(name).factors
    terms = len(A[0])
    return {
        "A has full column rank": rank(A) == terms,
        "B has full column rank": rank(B) == terms,
        "no two columns of C are proportional": k(C) >= 2,
    }


def kruskal(name: str) -> Table:
    T = instance(name)
    return {"order": T.order >= 3, "Σk ≥ 2R + N − 1": sum(k_ranks(T)) >= 2 * T.length + T.order - 1}


def column_rank(name: str) -> Table:
    A, B, C = instance(name).factors
    terms = len(A[0])
    return {
        "C has full column rank": rank(C) == terms,
        "C₂(A) ⊙ C₂(B) has full column rank": rank(khatri_rao([compound(A), compound(B)])) == comb(terms, 2),
    }


def violated_sets(T: CP, field: Field = Q) -> list[tuple[int, ...]]:
    """The sets of terms that violate Lovitz and Petrov's inequality."""
    found = []
    for size in range(2, T.length + 1):
        for S in combinations(range(T.length), size):
            spans = [rank(field.matrix([[row[r] for r in S] for row in factor]), field) for factor in T.factors]
            if 2 * size > 1 + sum(span - 1 for span in spans):
                found.append(S)
    return found


def two_by_two_by_two(T: Tensor, field: Field) -> Table:
    return {
        "characteristic": field.characteristic != 2,
        "unfoldings of rank 2": set(flattening_ranks(T, field).values()) == {2},
    }


def necessary(T: CP) -> Table:
    products = [T.khatri_rao(pair) for pair in combinations(range(T.order), 2)]
    condition = min(k_ranks(T)) < 2 or any(rank(matrix) < T.length for matrix in products)
    return {"order three": T.order == 3, "proportional or dependent": condition}


def order_of_products() -> Table:
    module = library.load("tensors/unfolding_order")
    return {
        "row-major columns": module.RIGHT.matricized([0]) == module.T.tensor().matricized([0]),
        "factors in the order of the modes": khatri_rao([module.C, module.B]) == module.T.khatri_rao([1, 2]),
    }


#  name -> (what is violated, the hypotheses of the statement as they are for the instance)
TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "tensors/kronecker_square": (
        "order two",
        lambda: {"order two": tensor("tensors/kronecker_square").order == 2, "a Kronecker product": True},
    ),
    "tensors/unfolding_order": ("factors in the order of the modes", order_of_products),
    "rank/matrix_limit": (
        "order three",
        lambda: {"order three": tensor("rank/matrix_limit").order >= 3, "independent": rank(((1, 0), (0, 1))) == 2},
    ),
    "rank/degenerate_pencil": (
        "unfoldings of rank 2",
        lambda: two_by_two_by_two(tensor("rank/degenerate_pencil"), Q),
    ),
    "rank/two_elements": ("characteristic", lambda: two_by_two_by_two(tensor("rank/two_elements"), GF2)),
    "uniqueness/matrix_one_term": (
        "R ≥ 2",
        lambda: {
            "order two": instance("uniqueness/matrix_one_term").order == 2,
            "R ≥ 2": instance("uniqueness/matrix_one_term").length >= 2,
        },
    ),
    "uniqueness/third_mode": (
        "order two",
        lambda: {
            "order two": instance("uniqueness/third_mode").order == 2,
            "R ≥ 2": instance("uniqueness/third_mode").length >= 2,
        },
    ),
    "uniqueness/jennrich_parallel": (
        "no two columns of C are proportional",
        lambda: jennrich("uniqueness/jennrich_parallel"),
    ),
    "uniqueness/jennrich_deficient": ("A has full column rank", lambda: jennrich("uniqueness/jennrich_deficient")),
    "uniqueness/kruskal_short": ("Σk ≥ 2R + N − 1", lambda: kruskal("uniqueness/kruskal_short")),
    "uniqueness/four_way_short": ("Σk ≥ 2R + N − 1", lambda: kruskal("uniqueness/four_way_short")),
    "uniqueness/grouping_short": (
        "Σk ≥ 2R + N − 1",
        lambda: {
            **kruskal("uniqueness/grouping_short"),
            "k ≥ 1": min(k_ranks(instance("uniqueness/grouping_short"))) >= 1,
        },
    ),
    "uniqueness/order_four_proportional": (
        "order three",
        lambda: necessary(instance("uniqueness/order_four_proportional")),
    ),
    "uniqueness/six_decompositions": (
        "C₂(A) ⊙ C₂(B) has full column rank",
        lambda: column_rank("uniqueness/six_decompositions"),
    ),
    "uniqueness/compound_deficient": ("C has full column rank", lambda: column_rank("uniqueness/compound_deficient")),
    "uniqueness/ideal_deficient": ("C has full column rank", lambda: column_rank("uniqueness/ideal_deficient")),
    "uniqueness/lovitz_petrov_one_set": (
        "2|S| ≤ 1 + Σ(dim − 1)",
        lambda: {
            "nonzero terms": min(k_ranks(instance("uniqueness/lovitz_petrov_one_set"))) >= 1,
            "2|S| ≤ 1 + Σ(dim − 1)": not violated_sets(instance("uniqueness/lovitz_petrov_one_set")),
        },
    ),
    "uniqueness/not_unique_over_c": (
        "the field is Q",
        lambda: {
            "the field is Q": library.load("uniqueness/not_unique_over_c").INSTANCE == Q,
            "the decomposition": instance("uniqueness/unique_over_q")
            == library.load("uniqueness/not_unique_over_c").DECOMPOSITION,
        },
    ),
    **activations.TABLE,
    **border_ranks.TABLE,
    **circuits.TABLE,
    **moments.TABLE,
    **multiplications.TABLE,
    **networks.TABLE,
    **powers.TABLE,
    **recurrent.TABLE,
    **decompositions.TABLE,
    **derivatives.TABLE,
    **dynamics.TABLE,
    **tubes.TABLE,
    **grassmannians.TABLE,
    **hardness.TABLE,
    **secants.TABLE,
    **format_values.TABLE,
    **formats.TABLE,
    **rings.TABLE,
    **separations.TABLE,
    **pooling.TABLE,
    **structured_networks.TABLE,
    **structures.TABLE,
}

#  These violate nothing. They show that the conclusion cannot be turned round, or strengthened as one might think.
CONVERSES = {
    "tensors/kronecker_order",  # A ⊗ B and B ⊗ A have equal ranks, and differ
    "rank/w_exceeds",  # the lower bound is no upper bound
    "rank/four_qubits",  # nor are all flattening ranks together
    "uniqueness/one_short_unique",  # "there is one that is not unique" does not say "none is"
    *networks.CONVERSES,
    *derivatives.CONVERSES,
    *format_values.CONVERSES,
    *formats.CONVERSES,
    *structures.CONVERSES,
    *activations.CONVERSES,
}


def test_every_counterexample_is_examined() -> None:
    named = {name for each in library.statements() for name in each.counterexamples}
    assert named == set(TABLE) | CONVERSES and not set(TABLE) & CONVERSES


@pytest.mark.parametrize("name", TABLE)
def test_exactly_one_hypothesis_is_violated(name: str) -> None:
    expected, hypotheses = TABLE[name]
    assert [hypothesis for hypothesis, holds in hypotheses().items() if not holds] == [expected]


def test_inequalities_are_missed_by_one() -> None:
    for name in ("uniqueness/kruskal_short", "uniqueness/four_way_short", "uniqueness/grouping_short"):
        T = instance(name)
        assert sum(k_ranks(T)) == 2 * T.length + T.order - 2
    assert violated_sets(instance("uniqueness/lovitz_petrov_one_set")) == [(0, 1)]
    A = instance("uniqueness/jennrich_deficient").factors[0]
    assert rank(A) == len(A[0]) - 1 and k(A) == 2


# ------------------------------------------------------------------------------------------ the theorems' instances


def test_theorems_satisfy_their_hypotheses() -> None:
    for name in ("uniqueness/jennrich", "uniqueness/jennrich_pencil"):
        assert all(jennrich(name).values())
    for name in ("uniqueness/kruskal", "uniqueness/kruskal_tight", "rank/kruskal_rank", "uniqueness/kruskal_four_way"):
        assert all(kruskal(name).values())
    for name in ("uniqueness/compound", "uniqueness/compound_tight"):
        assert all(column_rank(name).values())
    assert not violated_sets(instance("uniqueness/lovitz_petrov"))
    assert not violated_sets(instance("uniqueness/lovitz_petrov_finite"), Field.named("GF(5)"))
    assert not kruskal("uniqueness/lovitz_petrov")["Σk ≥ 2R + N − 1"]
    assert not column_rank("uniqueness/ideal")["C₂(A) ⊙ C₂(B) has full column rank"]
    assert necessary(instance("uniqueness/proportional_columns"))["proportional or dependent"]
    dependent = instance("uniqueness/dependent_khatri_rao")
    assert min(k_ranks(dependent)) == 2 and rank(dependent.khatri_rao([0, 1])) == 3


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("uniqueness/kruskal", [5, 5, 5]),
        ("uniqueness/kruskal_tight", [4, 4, 4]),
        ("uniqueness/kruskal_short", [2, 2, 1]),
        ("uniqueness/kruskal_four_way", [2, 3, 3, 3]),
        ("uniqueness/kruskal_five_qubits", [2, 2, 2, 2, 2]),
        ("uniqueness/four_way_short", [2, 2, 2, 2]),
        ("uniqueness/one_short_unique", [2, 3, 4]),
        ("uniqueness/compound", [3, 4, 6]),
        ("uniqueness/compound_tight", [4, 4, 9]),
        ("uniqueness/compound_deficient", [4, 4, 3]),
        ("uniqueness/jennrich_pencil", [3, 3, 2]),
        ("uniqueness/jennrich_deficient", [2, 3, 2]),
        ("uniqueness/lovitz_petrov", [3, 4, 4]),
        ("uniqueness/ideal", [3, 3, 5]),
        ("uniqueness/grouping_short", [3, 3, 2, 2]),
        ("uniqueness/grouping_beyond", [2] * 6),
    ],
)
def test_k_ranks_are_as_the_text_says(name: str, expected: list[int]) -> None:
    assert k_ranks(instance(name)) == expected


def test_flattening_ranks_are_as_the_text_says() -> None:
    assert set(flattening_ranks(tensor("rank/four_qubits"), GF2).values()) == {2}
    assert len(flattening_ranks(tensor("rank/four_qubits"), GF2)) == 7
    assert sorted(flattening_ranks(tensor("rank/flattening"), Q).values()) == [1, 2, 2, 2, 2, 4, 4]
    assert set(flattening_ranks(tensor("rank/w_exceeds"), Q).values()) == {2}
    assert sorted(flattening_ranks(tensor("rank/multilinear_bounds"), Q).values()) == [2, 3, 6]
    assert set(flattening_ranks(instance("rank/kruskal_rank").tensor(), Q).values()) == {4}


@pytest.mark.parametrize(
    ("name", "delta"),
    [
        ("rank/split_multiplication", 4),
        ("rank/dual_numbers", 0),
        ("rank/square_root_over_q", 8),
    ],
)
def test_hyperdeterminants_of_the_family(name: str, delta: int) -> None:
    assert hyperdeterminant_of(library.load(name).TENSOR) == delta


def test_hyperdeterminants() -> None:
    names = {"complex_multiplication_over_r": -4, "complex_multiplication_over_c": -4, "square_root_over_r": 8}
    names |= {"ghz": 1, "w_rank": 0, "degenerate_pencil": 0, "two_elements": 5}
    for name, delta in names.items():
        assert hyperdeterminant_of(tensor(f"rank/{name}")) == delta


# ---------------------------------------------------------------------------------------------- arguments of the proofs


@pytest.mark.parametrize("ranks", library.load("uniqueness/derksen").INSTANCES, ids=str)
def test_finite_differences(ranks: tuple[int, ...]) -> None:
    """Two decompositions of the same tensor, of the prescribed k-ranks, without a common term."""
    half = library.load("uniqueness/derksen").half
    even, odd = CP.from_factors(*half(ranks, 0)), CP.from_factors(*half(ranks, 1))
    terms = even.length
    assert sum(ranks) == 2 * terms + len(ranks) - 2 and odd.length == terms
    assert k_ranks(even) == k_ranks(odd) == list(ranks)
    assert even.tensor() == odd.tensor()
    assert not {even.term(r).tensor() for r in range(terms)} & {odd.term(r).tensor() for r in range(terms)}


def test_products_of_the_derksen_instance_have_full_rank() -> None:
    """The necessary conditions of order three hold, and are not sufficient."""
    T = CP.from_factors(*library.load("uniqueness/derksen").half((3, 3, 3), 0))
    assert not necessary(T)["proportional or dependent"]


def test_a_grouping_always_exists() -> None:
    """H9: the construction in the proof, for all k-ranks of up to six modes and R up to six."""
    for terms in range(2, 7):
        for modes in range(3, 7):
            for ranks in combinations_with_replacement(range(1, terms + 1), modes):
                if sum(ranks) >= 2 * terms + modes - 1:
                    groups: list[int] = [0, 0, 0]
                    g = 0
                    for rank_of_mode in ranks:
                        while g < 2 and groups[g] + rank_of_mode - 1 > terms - 1:
                            g += 1
                        groups[g] += rank_of_mode - 1
                    assert sum(min(x + 1, terms) for x in groups) >= 2 * terms + 2


def test_product_of_k_ranks() -> None:
    """k(A ⊙ B) ≥ min(k_A + k_B − 1, R), also where it is an equality."""
    T = instance("uniqueness/kruskal_four_way")
    for pair in combinations(range(4), 2):
        one, two = (k(T.factors[mode]) for mode in pair)
        assert k(T.khatri_rao(pair)) >= min(one + two - 1, T.length)
    V = ((1, 1, 1, 1), (0, 1, 2, 3))
    assert k(khatri_rao([V, V])) == 3
    beyond = instance("uniqueness/grouping_beyond")
    assert k(beyond.khatri_rao([1, 2])) == 4


def sums_over(p: int, shape: tuple[int, ...], length: int) -> dict[tuple[int, ...], int]:
    """How many multisets of that many nonzero rank-one tensors over GF(p) have each sum."""
    vectors = [[v for v in product(range(p), repeat=n) if any(v)] for n in shape]
    terms = sorted({tuple(prod(xs) % p for xs in product(*term)) for term in product(*vectors)})
    counts: dict[tuple[int, ...], int] = {}
    for chosen in combinations_with_replacement(terms, length):
        total = tuple(sum(column) % p for column in zip(*chosen, strict=True))
        counts[total] = counts.get(total, 0) + 1
    return counts


def test_small_fields_restore_uniqueness() -> None:
    """B1 and B6 want an infinite field: sums that are unique over GF(2) and GF(3), though too long or proportional."""
    assert sums_over(3, (1, 1), 2)[(2,)] == 1
    assert sums_over(2, (1, 1), 2)[(0,)] == 1
    assert sums_over(2, (1, 1, 2), 2)[(1, 1)] == 1
    assert sums_over(3, (1, 1, 2), 2)[(1, 1)] > 1


def test_curve_of_rank_one_matrices() -> None:
    T = instance("uniqueness/ideal_curve")
    d = (72, -20, -30, 15, 60)
    A, B, _ = T.factors
    M = [[sum(d[r] * A[i][r] * B[j][r] for r in range(5)) for j in range(3)] for i in range(3)]
    assert [[x * y for y in (3, 5, 15)] for x in (-21, 5, 15)] == M


def test_w_is_less_than_multiplicative() -> None:
    """W has rank 3, so 9 terms would be expected of W ⊠ W."""
    module = library.load("tensors/kronecker_square")
    assert len(module.WEIGHTS) == 7 and tensor("rank/w_exceeds").nested() == [
        list(map(list, part)) for part in module.W
    ]


# ------------------------------------------------------------------------------------------- what must not be accepted


def test_wrong_order_of_khatri_rao_is_rejected() -> None:
    """A3: T_(0) with A and C ⊙ B in the place of B ⊙ C."""
    T = library.load("tensors/unfolding").T
    A, B, C = T.factors
    unfolding = Tensor.from_nested(T.tensor().matricized([0]))

    def wrong(claim: TensorRankAtMost) -> Certificate:
        return Certificate(claim, "decomposition", {"factors": [A, khatri_rao([C, B])], "root": None})

    with pytest.raises(CertificateRejected):
        verify(TensorRankAtMost(unfolding, 2), by=wrong)


def test_rescaled_and_permuted_factors_are_no_second_decomposition() -> None:
    """B1: the trivial indeterminacies change factors, and no term."""
    T = instance("uniqueness/third_mode")
    A, B, C = T.factors
    scaled = [[[2 * x for x in row] for row in A], [[-3 * x for x in row] for row in B]]
    scaled.append([[Fraction(-x, 6) for x in row] for row in C])
    same = CP.from_factors(*scaled).permuted([1, 0])
    assert certificate_of(NotEssentiallyUnique(T), terms_of(same.factors), "the same terms") is None
    forged = {"factors": same.factors, "root": None, "term": 0, "differences": [[0, 0, 0], [0, 0, 0]]}
    with pytest.raises(CertificateRejected):
        verify(NotEssentiallyUnique(T), by=lambda claim: Certificate(claim, "second-decomposition", forged))


def test_one_decomposition_three_fields() -> None:
    """H5."""
    T = instance("uniqueness/unique_over_q")
    verdicts = {field.name: verify(EssentiallyUnique(T, field)) for field in (Q, R, C)}
    statuses = {name: verdict.status for name, verdict in verdicts.items()}
    assert statuses == {"Q": "proved", "R": "refuted", "C": "refuted"}
    assert not verdicts["Q"].extensions
