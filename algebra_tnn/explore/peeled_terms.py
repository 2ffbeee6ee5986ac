"""Other decompositions of small tensors: a small term is subtracted from the sum, and the rest decomposed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import gcd, prod

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import NotEssentiallyUnique
from algebra_tnn.provers.non_uniqueness import certificate_of
from algebra_tnn.provers.tensor_ranks import as_tensor, shortest_found
from algebra_tnn.tensors import Tensor

MOST_TERMS = 2_000  # that are subtracted

Vectors = tuple[tuple[int, ...], ...]


def peeling(claim: NotEssentiallyUnique) -> Certificate | Shortfall:
    """The prover that tries terms with entries −1, 0 and 1 in the place of one of the terms.

    >>> from algebra_tnn.tensors import CP
    >>> from algebra_tnn.verification import verify
    >>> A = [[1, 0, 1], [0, 1, 1]]
    >>> verify(NotEssentiallyUnique(CP.from_factors(A, A, A)), by=peeling).status
    'proved'
    """
    T, field, rule = claim.decomposition, claim.field, "second-decomposition (peeling)"
    tensor, length = as_tensor(T, field), T.length
    if 2 * prod((3**size - 1) // 2 for size in T.shape) > MOST_TERMS:
        return Shortfall(rule, f"more than {MOST_TERMS} terms with entries −1, 0 and 1")
    for term in small_terms(T.shape):
        entries = (x - prod(vector) for x, vector in zip(tensor.entries, product(*term), strict=True))
        found = shortest_found(Tensor(T.shape, tuple(field.number(x) for x in entries)), field)
        if len(found.terms) == length - 1 and found.number_field is None:
            remark = f"a small term and {length - 1} others, found for what is left ({found.remark})"
            if (certificate := certificate_of(claim, [[*map(list, term)], *found.terms], remark)) is not None:
                return certificate
    return Shortfall(rule, f"no term with entries −1, 0 and 1 leaves {length - 1} other terms that are found")


def small_terms(shape: Sequence[int]) -> Iterator[Vectors]:
    """Rank-one tensors with entries −1, 0 and 1, one of each: all vectors but the first begin with a positive entry."""
    directions = [[v for v in product((1, 0, -1), repeat=size) if gcd(*v)] for size in shape]
    first, *others = ([v for v in vectors if next(filter(None, v)) > 0] for vectors in directions)
    for one in first:
        for sign in (1, -1):
            yield from product([tuple(sign * x for x in one)], *others)
