"""The hypotheses of statements about secant varieties and ranks, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable
from math import prod

from algebra_tnn import C, Secant, Segre, SegreVeronese, Tensor, library, rank, secant_rank
from algebra_tnn.varieties import probable_generic_rank

Table = dict[str, bool]
DEFECTIVE_POWERS = ((3, 4, 5), (4, 4, 9), (5, 4, 14), (5, 3, 7))


def secant(name: str) -> Secant:
    found = library.load(name).INSTANCE
    assert isinstance(found, Secant)
    return found


def variety(found: Secant) -> SegreVeronese:
    assert isinstance(found.variety, SegreVeronese)
    return found.variety


def cube(found: Secant) -> Table:
    shape = variety(found).shape
    return {"three modes of one size": len(shape) == 3 and len(set(shape)) == 1, "n ≠ 3": set(shape) != {3}}


def defective_segre(found: Secant) -> Table:
    """The list of Abo, Ottaviani and Peterson."""
    X, r = variety(found), found.r
    assert X.degree == 1 and len(X.shape) > 2
    *others, longest = sorted(X.shape)
    full = prod(others)
    unbalanced = full - sum(n - 1 for n in others) < r < min(full, longest)
    listed = {
        "3×n×n": len(others) == 2
        and others[0] == 3
        and others[1] == longest
        and longest % 2 == 1
        and 2 * r == 3 * longest - 1,
        "3×4×4": (*others, longest, r) == (3, 4, 4, 5),
        "2×2×n×n": len(others) == 3 and others[:2] == [2, 2] and others[2] == longest and r == 2 * longest - 1,
    }
    return {"unbalanced or in the list": unbalanced or any(listed.values())}


def powers(found: Secant) -> Table:
    """Alexander and Hirschowitz."""
    ((n,), (d,)) = variety(found).shape, variety(found).degrees
    return {"no quadrics": d != 2 or not 2 <= found.r < n, "not in the list": (n, d, found.r) not in DEFECTIVE_POWERS}


def sums_of_points(instance: object) -> Table:
    """For a train of ranks (2, 2, 2) the tangent spaces are those of two points, which would be its terms."""
    if isinstance(instance, Secant):
        X, r = variety(instance), instance.r
    else:
        X, r = Segre(library.load("dimension/not_additive").INSTANCE.shape), 2
    return {
        "sums of points": isinstance(instance, Secant),
        "tangent spaces": secant_rank(X, r).value == min(X.ambient, r * X.dimension),
    }


def general_points(vectors: Tensor) -> Table:
    """Whether the tangent vectors of two points of 2×2×2 span what those of random ones do."""
    return {"general points": rank(vectors.nested()) == secant_rank(Segre((2, 2, 2)), 2).value}


def typical(name: str) -> Table:
    m, n, slices = sorted(library.load(name).INSTANCE.shape, reverse=True)
    field = next((value for key, value in vars(library.load(name)).items() if key in ("C", "R")), None)
    return {"the field is R": field != C, "n×n×2": m == n >= 2 and slices == 2}


def twice(T: Tensor, terms: int) -> Table:
    return {"dense sums": terms >= probable_generic_rank(Segre(T.shape))}


def of(hypotheses: Callable[[Secant], Table], name: str) -> Callable[[], Table]:
    return lambda: hypotheses(secant(name))


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "dimension/strassen_hypersurface": ("n ≠ 3", of(cube, "dimension/strassen_hypersurface")),
    "dimension/two_by_two_by_four": ("three modes of one size", of(cube, "dimension/two_by_two_by_four")),
    "dimension/defective_segre_neighbour": (
        "unbalanced or in the list",
        of(defective_segre, "dimension/defective_segre_neighbour"),
    ),
    "dimension/unbalanced_segre_tight": (
        "unbalanced or in the list",
        of(defective_segre, "dimension/unbalanced_segre_tight"),
    ),
    "dimension/alexander_hirschowitz_exceptions": (
        "not in the list",
        of(powers, "dimension/alexander_hirschowitz_exceptions"),
    ),
    "dimension/quadrics": ("no quadrics", of(powers, "dimension/quadrics")),
    "dimension/not_additive": (
        "sums of points",
        lambda: sums_of_points(library.load("dimension/not_additive").INSTANCE),
    ),
    "dimension/terracini_special": (
        "general points",
        lambda: general_points(library.load("dimension/terracini_special").INSTANCE),
    ),
    "rank/typical_over_c": ("the field is R", lambda: typical("rank/typical_over_c")),
    "rank/twice_too_few": (
        "dense sums",
        lambda: twice(library.load("rank/twice_too_few").INSTANCE, library.load("rank/twice_too_few").TERMS),
    ),
}
