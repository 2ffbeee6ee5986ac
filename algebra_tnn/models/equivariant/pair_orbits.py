"""Groups of permutations, given by generators, and their orbits on pairs: the free entries of commuting matrices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from algebra_tnn.laws.arrays import Array
from algebra_tnn.tensors.formats.sizes import size

Permutation = tuple[int, ...]  # π(0), π(1), …


def cyclic_group(order: int) -> tuple[Permutation, ...]:
    """The generator i ↦ i + 1 modulo n of the cyclic group, which permutes n positions. Raises: TypeError, ValueError.

    >>> cyclic_group(3)
    ((1, 2, 0),)
    """
    n = size("the order of the group", order)
    return (tuple((i + 1) % n for i in range(n)),)


def checked_permutations(generators: Any) -> tuple[Permutation, ...]:
    """Permutations of the same positions 0, …, n − 1, at least one. Raises: TypeError, ValueError."""
    if not isinstance(generators, (list, tuple)) or not generators:
        raise TypeError(f"generators is {generators!r}; it is a list of permutations such as [[1, 2, 0]]")
    found = [Array.of_indices(one, f"generators[{i}]") for i, one in enumerate(generators)]
    for i, permutation in enumerate(found):
        if sorted(permutation.entries) != list(range(len(found[0].entries))) or len(permutation.shape) != 1:
            raise ValueError(
                f"generators[{i}] is {generators[i]!r}; it lists each of the positions 0 to "
                f"{len(found[0].entries) - 1} once"
            )
    return tuple(tuple(map(int, permutation.entries)) for permutation in found)


def pair_orbits(generators: Sequence[Permutation]) -> tuple[tuple[int, ...], ...]:
    """The matrix whose entry at (g, h) is the number of the orbit of this pair, in the order of their first pairs.

    A matrix M commutes with all permutations of the group, M[π(g)][π(h)] = M[g][h], if and only if its entries are
    equal on orbits: it is a linear map that is equivariant, and the orbits count how many of these are independent.

    >>> pair_orbits(cyclic_group(3))
    ((0, 1, 2), (2, 0, 1), (1, 2, 0))
    """
    n = len(generators[0])
    numbers: dict[tuple[int, int], int] = {}
    count = 0
    for pair in ((g, h) for g in range(n) for h in range(n)):
        if pair in numbers:
            continue
        pending = [pair]
        while pending:
            g, h = pending.pop()
            if (g, h) not in numbers:
                numbers[g, h] = count
                pending += [(permutation[g], permutation[h]) for permutation in generators]
        count += 1
    return tuple(tuple(numbers[g, h] for h in range(n)) for g in range(n))
