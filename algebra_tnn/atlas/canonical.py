"""From models back to cases, and how the command line names them."""

from __future__ import annotations

from typing import Any

from algebra_tnn.atlas.cases import Case
from algebra_tnn.atlas.families import FAMILIES

NETWORKS, VARIETIES = "pnn", "segre-veronese"


def case_of(model: Any, question: str, field: str = "Q") -> Case | None:
    """The case that asks ``question`` of a model; None if it belongs to no family whose cases can be told from models.

    Networks have dense layers and one power for each hidden layer; factors of varieties come in the order in which the
    family enumerates them, and those of one variable, which change nothing, are left out.

    >>> from algebra_tnn.varieties import Segre
    >>> case_of(Segre((4, 1, 3, 3)).secant(5), "dimension").sizes
    (('degrees', (1, 1, 1)), ('points', 5), ('shape', (3, 3, 4)))
    """
    from algebra_tnn.explore.localization import is_plain
    from algebra_tnn.models import PolynomialNetwork
    from algebra_tnn.varieties import Secant, SegreVeronese

    if isinstance(model, PolynomialNetwork) and is_plain(model):
        sizes = {"widths": model.widths, "degrees": model.degrees, "biases": model.biases}
        return Case.of(question, NETWORKS, sizes, field)
    variety, points = (model.variety, model.r) if isinstance(model, Secant) else (model, 0)
    if isinstance(variety, SegreVeronese):
        reduced = variety.reduced
        degrees, shape = zip(*sorted(zip(reduced.degrees, reduced.shape, strict=True)), strict=True)
        return Case.of(question, VARIETIES, {"shape": shape, "degrees": degrees, "points": points}, field)
    return None


def arguments(case: Case) -> str | None:
    """The model of a case as the command line names it; None where there is no such name.

    >>> arguments(Case.of("dimension", "pnn", {"widths": (2, 3, 3, 1), "degrees": (3, 3), "biases": False}))
    'pnn 2,3,3,1 --degree 3'
    >>> arguments(Case.of("dimension", "segre-veronese", {"shape": (3, 5), "degrees": (1, 2), "points": 4}))
    'segre-veronese 3,5 --degrees 1,2 --secant 4'
    """
    family = FAMILIES.get(case.family)
    return None if family is None or family.described is None else str(family.described(dict(case.sizes)))
