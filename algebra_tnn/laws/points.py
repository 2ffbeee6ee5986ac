"""Tensors that are given by name, checked once against the shapes that a law declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from algebra_tnn.exact.modular.centred import Doubles
from algebra_tnn.exact.scalars import exact_number
from algebra_tnn.laws.arithmetic import residues
from algebra_tnn.laws.arrays import Array, Shape, array


def tensors_of(
    given: Mapping[str, Any],
    declared: Sequence[tuple[str, Shape]],
    place: str,
    *,
    entry: Callable[[Any, str], Any] = exact_number,
    partial: bool = False,
    stacked: bool = False,
) -> dict[str, Array]:
    """The tensors in the order of their declaration, each entry read by ``entry``.

    Args: partial: some may be missing; stacked: one axis, equally long for all, is in front of the declared shapes.
    Raises: TypeError, ValueError for other names and shapes.
    """
    shapes = dict(declared)
    if not isinstance(given, Mapping):
        raise TypeError(f"{place} is {type(given).__name__}; it gives tensors by their names")
    if set(given) - set(shapes) or not (partial or set(given) == set(shapes)):
        verb = "name" if place.endswith("s") else "names"
        raise ValueError(f"{place} {verb} {_list(given)}; the names are {_list(shapes)}")
    read: dict[str, Array] = {}
    for name, shape in declared:
        if name not in given:
            continue
        empty = stacked and len(given[name]) == 0
        found = Array((0, *shape), ()) if empty else array(given[name], _part(place, name), entry)
        if found.shape[int(stacked) :] != shape or len(found.shape) < int(stacked):
            ahead = " behind the first axis" if stacked else ""
            raise ValueError(f"{_part(place, name)} has the shape {list(found.shape)}; it is {list(shape)}{ahead}")
        read[name] = found
    if stacked and len({found.shape[0] for found in read.values()}) > 1:
        lengths = ", ".join(f"{found.shape[0]} of {name}" for name, found in read.items())
        raise ValueError(f"{place}s are {lengths}; there are equally many of each")
    return read


def residue_tensors(
    given: Mapping[str, Any],
    declared: Sequence[tuple[str, Shape]],
    place: str,
    p: int,
    *,
    partial: bool = False,
    stacked: bool = False,
) -> dict[str, Doubles]:
    """The same as centred residues modulo p."""
    arithmetic = residues(p)
    found = tensors_of(given, declared, place, partial=partial, stacked=stacked)
    return {name: arithmetic.constant(tensor) for name, tensor in found.items()}


def _part(place: str, name: str) -> str:
    return f"{place}'{'' if place.endswith('s') else 's'} {name}"


def _list(names: Mapping[str, Any]) -> str:
    return ", ".join(map(str, names)) or "nothing"
