"""Colourings and solutions of quadratic systems, in both directions, over several fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import combinations, product
from typing import Any

import pytest
from networkx import complete_graph, cycle_graph, wheel_graph
from networkx.generators.atlas import graph_atlas_g

from algebra_tnn import Certificate, CertificateRejected, Vanishes, checker, verify
from algebra_tnn.explore.reductions import colouring_law, no_colouring_law, three_colouring
from algebra_tnn.explore.reductions.colourings_of_graphs import vertices_and_edges
from algebra_tnn.laws import value

SHAPES = [(2, ((0, 1),)), (3, ((0, 1), (1, 2))), (3, ((0, 1), (0, 2), (1, 2)))]
CUBE_ROOTS = (-1, 0, 0)


class Four:
    """GF(4) as polynomials in t over GF(2), t² = t + 1: digits 0 to 3, bit 1 for t."""

    def __init__(self, digits: int) -> None:
        self.digits = digits

    def __add__(self, other: Any) -> Four:
        return Four(self.digits ^ _four(other).digits)

    def __mul__(self, other: Any) -> Four:
        a, b = self.digits, _four(other).digits
        found = (a if b & 1 else 0) ^ (a << 1 if b & 2 else 0)
        return Four(found ^ 0b111 if found & 4 else found)

    def __neg__(self) -> Four:
        return self

    def __pow__(self, exponent: int) -> Four:
        return reduce(lambda x, _: x * self, range(exponent), Four(1))

    __sub__ = __rsub__ = __radd__ = __add__
    __rmul__ = __mul__


def _four(x: Any) -> Four:
    return x if isinstance(x, Four) else Four(int(x) % 2)


def solutions(size: int, edges: Sequence[tuple[int, int]], p: int, cubic: Any) -> set[tuple[int, ...]]:
    """All x in GF(p), or GF(4), for which the equations hold with y = x², which the first ones say."""
    law = colouring_law(size, edges, cubic)
    found = set()
    for x in product(range(p), repeat=size):
        if p == 4:
            fours = [Four(i) for i in x]
            values = value(law, {"x": fours, "y": [i * i for i in fours]})
            zero = not any(_four(each).digits for each in values)
        else:
            zero = not any(value(law, {"x": x, "y": [i * i % p for i in x]}, modulus=p))
        if zero:
            found.add(x)
    return found


def colourings(size: int, edges: Sequence[tuple[int, int]], colours: Sequence[int]) -> set[tuple[int, ...]]:
    return {x for x in product(colours, repeat=size) if all(x[i] != x[j] for i, j in edges)}


#  the number of elements, the cubic polynomial, and its roots
FIELDS = {"GF(3)": (3, (0, -1, 0), (0, 1, 2)), "GF(4)": (4, CUBE_ROOTS, (1, 2, 3)), "GF(7)": (7, CUBE_ROOTS, (1, 2, 4))}


def check(size: int, edges: Sequence[tuple[int, int]], names: Sequence[str]) -> None:
    for name in names:
        p, cubic, roots = FIELDS[name]
        assert solutions(size, edges, p, cubic) == colourings(size, edges, roots)


def test_solutions_are_colourings() -> None:
    check(*SHAPES[1], ["GF(3)"])
    check(*SHAPES[0], ["GF(4)"])


@pytest.mark.slow
def test_all_solutions_for_small_graphs() -> None:
    for graph in graph_atlas_g():
        if 1 <= (size := graph.number_of_nodes()) <= 4:
            check(*vertices_and_edges(graph), ["GF(3)", "GF(4)"] if size < 4 else ["GF(3)"])
    check(*SHAPES[0], ["GF(7)"])
    check(*SHAPES[2], ["GF(7)"])
    check(*vertices_and_edges(complete_graph(4)), ["GF(4)"])


@pytest.mark.slow
def test_rational_solutions_and_refutations() -> None:
    """Over Q the first equations say that x is in {−1, 0, 1}. Graphs with five vertices without colouring contain four
    that are all joined, so that a smaller system has no solution."""
    for graph in graph_atlas_g():
        if 1 <= (size := graph.number_of_nodes()) <= 5:
            _, edges = vertices_and_edges(graph)
            all_of_them = colourings(size, edges, (-1, 0, 1))
            if size == 5 and not all_of_them:
                assert any(graph.subgraph(four).number_of_edges() == 6 for four in combinations(graph, 4))
                continue
            found = three_colouring(graph)
            assert found.status == "proved" and (found.colouring is None) == (not all_of_them)
            assert found.colouring is None or found.colouring in all_of_them
            assert found.verdict.extensions and not found.trusts


def test_characteristics_in_which_the_system_is_wrong() -> None:
    """t³ − 1 over GF(3), and t³ − t over GF(2), have multiple roots."""
    triangle = SHAPES[2]
    assert (1, 1, 1) in solutions(*triangle, 3, CUBE_ROOTS)
    assert (1, 1, 1) in solutions(*triangle, 2, (0, -1, 0))


def test_a_colouring() -> None:
    found = three_colouring(cycle_graph(5))
    assert found.status == "proved" and found.colouring is not None
    assert all(found.colouring[i] != found.colouring[j] for i, j in found.edges)
    assert "colours" in found.explanation and "<pre" in found._repr_html_()


@pytest.mark.slow
def test_forged_refutations_are_rejected() -> None:
    """A cofactor that is changed, and the cofactors of one graph for another with a colouring."""
    found = three_colouring(complete_graph(4))
    certificate = found.verdict.certificate
    assert certificate is not None and "no colouring" in found.explanation
    text = certificate.to_json()
    assert checker.check(text.replace('"-1/2"', '"1/2"', 1)).answer == "rejected"

    def forged(claim: Vanishes) -> Certificate:
        return replace(certificate, claim=claim)

    square = no_colouring_law(4, [(0, 1), (1, 2), (2, 3), (0, 3), (0, 2), (0, 2)])
    with pytest.raises(CertificateRejected):
        verify(Vanishes(square, ("equations",)), by=forged)


@pytest.mark.slow
def test_a_wheel_needs_four() -> None:
    assert three_colouring(wheel_graph(6)).colouring is None
