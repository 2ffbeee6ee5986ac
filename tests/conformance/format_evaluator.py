"""A second reading of tensor formats, from the prose below; it imports nothing of the package.

Nested loops over nested lists, for the elements of any commutative ring. Indices count from 0.

*Tucker*, with a core and a matrix for each mode: the entry at (i, j, …) is the sum over all places (a, b, …) of the
core of the core's entry there times U0[i][a] U1[j][b] ….

A *tensor ring* has cores with an axis for the bond before it, one for its mode, and one for the bond after it. The
entry at (i, j, …) is the trace of the product of the matrices G0[:, i, :] G1[:, j, :] …. A *tensor train* is one whose
first and last bond have one value. In a *matrix train* cores have two axes in the middle, for a row and a column; the
tensor's modes are those of all rows, then those of all columns.

*Hierarchical Tucker*: a mode k at index i has the vector U_k[i]. A pair of subtrees with vectors u and w has the vector
whose entry p is the sum over q and s of B[p][q][s] u[q] w[s]; at the root there is no p. Three subtrees: likewise.

*Block terms*: a block is (A Bᵀ) ⊗ c, or a Tucker tensor of order three. Blocks are added.

The *t-product* of A and B: the tubes of the factors are multiplied as polynomials in t, where t^K = 1, and otherwise
this is the product of matrices.

*Symmetric CP*: the entry at (i, j, …) is the sum over the rows r of the product of the entries i, j, … of the vectors
a_k[r], each k as many times in a row as its degree says.
"""

from __future__ import annotations

from itertools import product
from typing import Any


def shape_of(nested: Any) -> list[int]:
    return [len(nested), *shape_of(nested[0])] if isinstance(nested, list) else []


def entry(nested: Any, place: Any) -> Any:
    for i in place:
        nested = nested[i]
    return nested


def built(shape: list[int], value: Any, start: tuple[int, ...] = ()) -> Any:
    if not shape:
        return value(start)
    return [built(shape[1:], value, (*start, i)) for i in range(shape[0])]


def contracted(tensor: Any, vectors: list[Any]) -> Any:
    """The sum over all places of the entry there times the entries of the vectors."""
    total: Any = 0
    for place in product(*[range(len(vector)) for vector in vectors]):
        term = entry(tensor, place)
        for k in range(len(vectors)):
            term = term * vectors[k][place[k]]
        total = total + term
    return total


def tucker(core: Any, frames: list[Any]) -> Any:
    def value(place: tuple[int, ...]) -> Any:
        total: Any = 0
        for inner in product(*[range(n) for n in shape_of(core)]):
            term = entry(core, inner)
            for k in range(len(frames)):
                term = term * frames[k][place[k]][inner[k]]
            total = total + term
        return total

    return built([len(frame) for frame in frames], value)


def ring(cores: list[Any]) -> Any:
    def value(place: tuple[int, ...]) -> Any:
        total: Any = 0
        for bonds in product(*[range(len(core)) for core in cores]):
            term: Any = 1
            for k in range(len(cores)):
                term = term * cores[k][bonds[k]][place[k]][bonds[(k + 1) % len(cores)]]
            total = total + term
        return total

    return built([len(core[0]) for core in cores], value)


def matrix_train(cores: list[Any]) -> Any:
    d = len(cores)

    def value(place: tuple[int, ...]) -> Any:
        total: Any = 0
        for bonds in product(*[range(len(core)) for core in cores]):
            term: Any = 1
            for k in range(d):
                right = bonds[k + 1] if k + 1 < d else 0
                term = term * cores[k][bonds[k]][place[k]][place[d + k]][right]
            total = total + term
        return total

    return built([len(core[0]) for core in cores] + [len(core[0][0]) for core in cores], value)


def hierarchical(tree: Any, frames: list[Any], transfer: Any) -> Any:
    """``transfer`` gives the tensor for the modes below an inner node."""

    def below(part: Any) -> list[int]:
        return [part] if isinstance(part, int) else [mode for child in part for mode in below(child)]

    def vector(part: Any, place: tuple[int, ...]) -> Any:
        if isinstance(part, int):
            return frames[part][place[part]]
        return [joined(B, part, place) for B in transfer(sorted(below(part)))]

    def joined(B: Any, part: Any, place: tuple[int, ...]) -> Any:
        return contracted(B, [vector(child, place) for child in part])

    whole = transfer(sorted(below(tree)))
    return built([len(frame) for frame in frames], lambda place: joined(whole, tree, place))


def added(tensors: list[Any]) -> Any:
    def value(place: tuple[int, ...]) -> Any:
        total: Any = 0
        for tensor in tensors:
            total = total + entry(tensor, place)
        return total

    return built(shape_of(tensors[0]), value)


def block(A: Any, B: Any, c: Any) -> Any:
    def value(place: tuple[int, ...]) -> Any:
        i, j, k = place
        total: Any = 0
        for r in range(len(A[0])):
            total = total + A[i][r] * B[j][r]
        return total * c[k]

    return built([len(A), len(B), len(c)], value)


def t_product(A: Any, B: Any) -> Any:
    tubes = range(len(A[0][0]))

    def value(place: tuple[int, ...]) -> Any:
        i, j, k = place
        polynomial: list[Any] = [0 for _ in tubes]
        for r in range(len(B)):
            for p in tubes:
                for q in tubes:
                    at = p + q if p + q < len(tubes) else p + q - len(tubes)
                    polynomial[at] = polynomial[at] + A[i][r][p] * B[r][j][q]
        return polynomial[k]

    return built([len(A), len(B[0]), len(tubes)], value)


def symmetric(vectors: list[Any], degrees: list[int]) -> Any:
    order = [k for k in range(len(degrees)) for _ in range(degrees[k])]

    def value(place: tuple[int, ...]) -> Any:
        total: Any = 0
        for r in range(len(vectors[0])):
            term: Any = 1
            for mode in range(len(order)):
                term = term * vectors[order[mode]][r][place[mode]]
            total = total + term
        return total

    return built([len(vectors[k][0]) for k in order], value)
