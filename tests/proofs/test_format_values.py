"""What the proofs about tensors in formats say besides their claims."""

from __future__ import annotations

from itertools import product

import pytest

from algebra_tnn import (
    Tensor,
    hierarchical_tucker,
    library,
    rank,
    tensor_train,
    tubal_factorization,
    tubal_ranks,
    tucker,
)
from algebra_tnn.tensors.values import fourier_blocks
from tests.proofs import format_values
from tests.proofs.format_values import instance


def test_theorems_satisfy_the_hypotheses() -> None:
    assert all(format_values.least_core(library.load("rank/tucker_core").T).values())
    assert all(format_values.least_bonds(library.load("rank/hierarchical_bonds").T).values())
    assert all(format_values.train_along("train_as_hierarchical", ((0, 1), (2, 3), (4, 5))).values())
    assert all(format_values.tree_along(library.load("rank/hierarchical_as_train").T).values())
    for value in library.load("rank/bonds_and_terms").INSTANCES:
        assert all(format_values.general(value).values())


def test_factorizations_have_the_ranks_of_the_proofs() -> None:
    """A5, A6, A7: existence, by the algorithm of the proof."""
    given = library.load("rank/tucker_core").T
    assert tucker(given.tensor()).ranks == given.ranks and tucker(given.tensor()).tensor() == given.tensor()
    given = library.load("rank/train_bonds").T
    assert tensor_train(given.tensor()).ranks == given.ranks
    assert tensor_train(given.tensor()).tensor() == given.tensor()
    given = library.load("rank/hierarchical_bonds").T
    found = hierarchical_tucker(given.tensor(), given.tree)
    assert found.ranks == given.ranks and found.tensor() == given.tensor()


def test_bonds_as_the_text_says() -> None:
    T = library.load("rank/hierarchical_as_train").T.tensor()
    assert tensor_train(T).ranks == (2, 2, 4, 2, 4, 2, 2)
    assert hierarchical_tucker(instance("train_as_hierarchical").tensor(), ((0, 1), (2, 3), (4, 5))).ranks[2, 3] == 4
    assert rank(instance("train_across_a_tree").tensor().matricized([0, 2])) == 6
    assert rank(instance("hierarchical_out_of_order").tensor().matricized(range(4))) == 16
    pairs: Tensor = instance("train_order")
    side_by_side = Tensor(
        pairs.shape, tuple(pairs[i, k, m, j, s, n] for i, j, k, s, m, n in product(range(2), repeat=6))
    )
    assert tensor_train(side_by_side).ranks == (2, 1, 2, 1, 2) and tensor_train(pairs).ranks == (2, 4, 8, 4, 2)


@pytest.mark.parametrize("name", ["tubal_rank_below", "tubal_rank_mixed", "tubal_product"])
def test_tubal_ranks_as_the_text_says(name: str) -> None:
    given = instance(name)
    T = given if isinstance(given, Tensor) else given.tensor()
    expected = {"tubal_rank_below": (1, 1), "tubal_rank_mixed": (2, 1), "tubal_product": (2, 2, 2, 2)}[name]
    assert tubal_ranks(T) == expected
    assert tubal_factorization(T).ranks == (max(expected),) and tubal_factorization(T).tensor() == T
    assert fourier_blocks(T).tensor() == T
