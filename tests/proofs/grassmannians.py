"""The hypotheses of statements about secant varieties of Grassmannians, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable

from algebra_tnn import Grassmannian, Secant, library

Table = dict[str, bool]
LIST = ((3, 7, 3), (4, 8, 3), (4, 8, 4), (3, 9, 4))


def secant(name: str) -> Secant:
    found = library.load(name).INSTANCE
    assert isinstance(found, Secant)
    return found


def numbers(found: Secant) -> tuple[int, int, int]:
    assert isinstance(found.variety, Grassmannian)
    return found.variety.k, found.variety.n, found.r


def planes(found: Secant) -> Table:
    k, n, r = numbers(found)
    return {
        "3 ≤ k ≤ n − 3": 3 <= k <= n - 3,
        "not in the list": not {(k, n, r), (n - k, n, r)} & set(LIST),
        "at most 130": found.ambient_dimension <= 130,
    }


def skew_forms(found: Secant) -> Table:
    k, n, r = numbers(found)
    return {"2-planes": k == 2, "2r ≤ n": 2 * r <= n}


def of(hypotheses: Callable[[Secant], Table], name: str) -> Callable[[], Table]:
    return lambda: hypotheses(secant(name))


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "dimension/three_planes_in_seven": ("not in the list", of(planes, "dimension/three_planes_in_seven")),
    "dimension/two_planes_in_six": ("3 ≤ k ≤ n − 3", of(planes, "dimension/two_planes_in_six")),
    "dimension/skew_forms_beyond": ("2r ≤ n", of(skew_forms, "dimension/skew_forms_beyond")),
}
