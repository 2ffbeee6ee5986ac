from __future__ import annotations

from algebra_tnn.provers.separation.selection import total
from algebra_tnn.provers.separation.shares import cut_share, monomial_share

SIZES = dict(enumerate([2, 3, 5, 7, 2, 3, 5, 7]))
SIDES, ENTRIES = {"x": 0, "z": 0, "y": 1}, {"x": 3, "z": 6, "y": 2, "W": 9}


def test_letters_of_both_colours_are_cut_once() -> None:
    network = (("A", (0, 1)), ("x", (1,)), ("B", (0, 2, 2)), ("C", (0, 2)), ("y", (3,)))
    share = cut_share(network, 0, (0, 0, 1, 0, 1), SIZES)
    assert (share.size, share.cut) == (10, ((0, 2), (2, 5)))
    assert cut_share(network, 1, (0, 0, 1, 0, 1), SIZES).size == 10
    assert cut_share(network, 0, (0, 0, 0, 0, 1), SIZES).size == 1


def test_equal_parts_of_one_side_are_counted_once() -> None:
    one = (("a", (0, 1)), ("x", (1,)), ("b", (0, 2)), ("y", (2,)))
    two = (("b", (4, 6)), ("y", (6,)), ("a", (4, 5)), ("x", (5,)))
    left, right = cut_share(one, 0, (0, 0, 1, 1), SIZES), cut_share(two, 0, (1, 1, 0, 0), SIZES)
    assert left.part == right.part and total([left, right]) == 2
    other_side = cut_share(two, 1, (1, 1, 0, 0), SIZES)
    assert total([left, other_side]) == 4
    summed = cut_share((*one[:2], ("b", (2,)), ("y", (2,))), 0, (0, 0, 1, 1), SIZES)
    assert summed.size == 1 and total([left, summed]) == 3, "a letter that is summed within the part is not cut"


def test_functions_of_one_side_are_none_of_the_other() -> None:
    f, g = (("x", (0,)),), (("y", (1,)),)
    shares = [cut_share(f, 1, (0,), SIZES), cut_share(g, 0, (1,), SIZES)]
    assert [share.size for share in shares] == [1, 1] and total(shares) == 2
    assert total([shares[0], shares[0]]) == 1 and total([]) == 0


def test_monomials() -> None:
    network = (("x", (0,)), ("W", (0, 1)), ("x", (1,)), ("z", (2, 3)), ("y", (2,)), ("x", (3,)))
    share = monomial_share(network, 0, SIDES, ENTRIES)
    assert (share.size, share.powers, share.colours) == (10 * 6, (("x", 3), ("z", 1)), None)
    assert monomial_share(network, 1, SIDES, ENTRIES).size == 2
    assert share.part == monomial_share(network[::-1], 0, SIDES, ENTRIES).part
    assert monomial_share((), 0, SIDES, ENTRIES).part != monomial_share((), 1, SIDES, ENTRIES).part
