"""Claims about networks that are polynomial in regions: rectified linear units."""

from __future__ import annotations

from dataclasses import dataclass

from algebra_tnn.claims.identities import distinct_names
from algebra_tnn.exact import Field, Q
from algebra_tnn.laws import Law
from algebra_tnn.laws.cuts import before


@dataclass(frozen=True, slots=True)
class FunctionalDimensionAtLeast:
    """On a nonempty open set of parameters, finitely many inputs have outputs whose derivatives by the parameters have
    rank at least ``rank``, where each mask is 1 or 0 as the value that it belongs to is positive or negative.

    ``masks`` are pairs of an input of the law and of a name under ``let`` of the same shape, which depends on masks of
    earlier pairs only. For a network of rectified linear units a mask multiplies what it belongs to.

    Raises: ValueError if a name is none of the law, is given twice, or has another shape, or if a value depends on a
    mask that is not known before it.
    """

    law: Law
    masks: tuple[tuple[str, str], ...]
    rank: int
    field: Field = Q

    def __post_init__(self) -> None:
        shapes, lets = dict(self.law.inputs), dict(self.law.let)
        distinct_names(self.law, [mask for mask, _ in self.masks], "masks")
        later = {mask for mask, _ in self.masks}
        for mask, name in self.masks:
            if mask not in shapes:
                raise ValueError(f"the mask {mask!r} is no input of the law; it has {', '.join(shapes) or 'none'}")
            if name not in lets:
                raise ValueError(f"the mask {mask!r} belongs to {name!r}, which is no name under let")
            part = before(self.law, name)
            if part.shape != shapes[mask]:
                raise ValueError(
                    f"the mask {mask!r} has the shape {list(shapes[mask])}, {name!r} has {list(part.shape)}; a mask "
                    "has the shape of what it belongs to"
                )
            if early := later & set(part.input_names):
                raise ValueError(
                    f"{name!r} depends on the mask {min(early)!r}, which is not known before it; pairs are in the "
                    "order in which the network computes them"
                )
            later.discard(mask)
        object.__setattr__(self, "masks", tuple((mask, name) for mask, name in self.masks))
