"""Statements about all polynomial networks of a grid, with every dimension proved from both sides.

Statements D17, D18, G5, G10 to G12, G14 and G18, and an observation on blocks. Indices as in proofs/conventions.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product
from math import comb, prod

import pytest

from algebra_tnn.explore import dimension
from algebra_tnn.models import PolynomialNetwork

from .test_network_dimensions import IDENTIFIABLE

Widths = tuple[int, ...]
Degrees = tuple[int, ...]
Architecture = tuple[Widths, Degrees]


@cache
def value(widths: Widths, degrees: Degrees, biases: bool = False) -> int:
    """The dimension, proved from both sides without a theorem that is trusted."""
    found = dimension(PolynomialNetwork(widths, degrees, biases=biases))
    assert (found.status, found.trusts) == ("proved", ()), found.explanation
    return found.lower


def free_parameters(widths: Widths) -> int:
    """Parameters minus hidden neurons."""
    return sum(m * n for m, n in pairwise(widths)) - sum(widths[1:-1])


def ambient(widths: Widths, degrees: Degrees) -> int:
    return widths[-1] * comb(widths[0] + prod(degrees) - 1, prod(degrees))


def finite(widths: Widths, degrees: Degrees) -> bool:
    """Whether general weights have finitely many others with the same function, up to rescaling."""
    return value(widths, degrees) == free_parameters(widths)


def architectures(widths: Iterator[Widths], degrees: range, most: int) -> list[Architecture]:
    """Those with three layers of weights and at most so many coefficients."""
    return [(w, r) for w in widths for r in product(degrees, repeat=2) if ambient(w, r) <= most]


BLOCKS = architectures(product((2, 3), range(2, 5), range(2, 6), range(1, 4)), range(2, 5), most=300)


def by_blocks(widths: Widths, degrees: Degrees) -> int:
    """What the two-layer networks in a three-layer network say: an observation, and no theorem."""
    (d0, d1, d2, d3), (r1, r2) = widths, degrees
    first, second = value((d0, d1, d2), (r1,)), value((d1, d2, d3), (r2,))
    return min(ambient(widths, degrees), first + d2 * d3 - d2, d0 * d1 + second - d1, first + second - d1 * d2)


def check_blocks(grid: list[Architecture]) -> None:
    for widths, degrees in grid:
        assert value(widths, degrees) == by_blocks(widths, degrees), (widths, degrees)


def test_some_dimensions_follow_from_blocks() -> None:
    check_blocks(BLOCKS[::40])


@pytest.mark.slow
@pytest.mark.parametrize("inputs", [2, 3])
@pytest.mark.parametrize("outputs", [1, 2, 3])
def test_dimensions_follow_from_blocks(inputs: int, outputs: int) -> None:
    assert len(BLOCKS) == 624
    check_blocks([(w, r) for w, r in BLOCKS if (w[0], w[-1]) == (inputs, outputs)])


def test_blocks_do_not_decide_with_one_input() -> None:
    """The minimum is then no bound at all: a single input leaves one coefficient per output."""
    assert value((1, 2, 3, 1), (2, 2)) == 1 > by_blocks((1, 2, 3, 1), (2, 2)) == 0


@pytest.mark.slow
def test_the_refined_count_of_networks_with_one_output() -> None:
    """D18: no dimension exceeds it, and where one is less, one of three reasons is there."""
    below_the_count, below = 0, []
    grid = architectures(product(range(2, 5), range(2, 5), range(2, 6), (1,)), range(2, 5), most=100)
    for widths, degrees in grid:
        (d0, d1, d2, _), (r1, r2) = widths, degrees
        count = min(free_parameters(widths), ambient(widths, degrees))
        refined = min(count, d1 * (d0 - 1) + comb(d1 - 1 + r2, r2))
        found = value(widths, degrees)
        assert found <= refined
        below_the_count += found < count
        if found < refined:
            below.append((widths, degrees))
            last = (d1, d2, 1), (r2,)
            rotations, exceptional = r2 == 2, value(*last) < min(free_parameters(last[0]), ambient(*last))
            assert rotations or exceptional or not finite((d0, d1, d2), (r1,)), (widths, degrees)
    assert (len(grid), below_the_count, len(below)) == (240, 128, 33)
    assert {((2, 3, 2, 1), (3, 3)), ((2, 4, 2, 1), (4, 3)), ((2, 4, 2, 1), (4, 4)), ((3, 4, 2, 1), (2, 3))} <= {*below}


@pytest.mark.slow
def test_localization() -> None:
    """Identifiable blocks whose inputs are cut down suffice, identifiable blocks are necessary, and neither is more."""
    unnecessary, insufficient = [], []
    for widths in product((2, 3), range(2, 5), range(2, 5), range(1, 4)):
        for degrees in product((2, 3), repeat=2):
            (d0, d1, d2, d3), (r1, r2) = widths, degrees
            whole, first = finite(widths, degrees), finite((d0, d1, d2), (r1,))
            blocks = first and finite((d1, d2, d3), (r2,))
            cut = first and finite((min(d0, d1), d2, d3), (r2,))
            assert cut <= whole <= blocks, (widths, degrees)
            if whole and not cut:
                unnecessary.append((widths, degrees))
            if blocks and not whole:
                insufficient.append((widths, degrees))
    assert unnecessary == IDENTIFIABLE
    assert insufficient == [((2, 3, 3, 1), (3, 3)), ((2, 3, 3, 2), (3, 2))]


@pytest.mark.slow
def test_degrees_from_which_two_layers_are_identifiable() -> None:
    """G5, of which finitely many weights are the part that a dimension knows; the degree is not always necessary."""
    enough, more = 0, []
    for d0, d1, d2 in product(range(2, 6), range(2, 6), range(1, 6)):
        for r in range(2, 5):
            if r * (min(d0, d1) - 1) >= 2 * d1 - min(d1, d2):
                enough += 1
                assert finite((d0, d1, d2), (r,)), (d0, d1, d2, r)
            elif finite((d0, d1, d2), (r,)):
                more.append(((d0, d1, d2), r))
    assert (enough, more) == (178, [((3, 5, 3), 3)])
    for widths, r in [((3, 6, 4), 3), ((4, 6, 2), 3), ((3, 6, 2), 4), ((3, 6, 3), 4), ((3, 6, 3), 3), ((2, 4, 2), 5)]:
        assert finite(widths, (r,)), (widths, r)


@pytest.mark.slow
def test_degrees_from_which_two_layers_with_biases_are_identifiable() -> None:
    """G18, with d̃ = d0: all parameters count but one for each hidden neuron."""
    enough = 0
    for d0, d1, d2 in product(range(1, 4), repeat=3):
        for r in range(2, 6):
            if r * min(d0, d1) >= 2 * (d1 + 1) - min(d1 + 1, d2):
                enough += 1
                assert value((d0, d1, d2), (r,), biases=True) == (d0 + 1) * d1 + (d1 + 1) * d2 - d1, (d0, d1, d2, r)
    assert 0 < enough < 108
