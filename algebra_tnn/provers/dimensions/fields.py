"""Bounds from vector fields on the parameters along which the law does not change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact import Field, Matrix
from algebra_tnn.exact.linear.matrices import kernel
from algebra_tnn.exact.modular.centred import PRIME, Doubles, ResidueMatrix, reduced
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.laws import Law, VectorField, derivative, directional_derivatives, value
from algebra_tnn.laws.arrays import number_to_json
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.operations import LETTERS
from algebra_tnn.provers.dimensions.lower import generic_rank
from algebra_tnn.provers.dimensions.minors import entries, written_minor
from algebra_tnn.provers.dimensions.plans import Plan

MOST_UNKNOWNS = 400  # entries of all matrices that may act on the axes of the parameters
MOST_QUADRATIC_UNKNOWNS = 1500  # likewise, where each entry is a linear form
LARGEST_NUMBER = 100  # numerators and denominators of entries; most residues have no such fraction
OTHER_PRIME = 1_048_571
Axis = tuple[str, int, int]  # a parameter, one of its axes, and its length


def field_plan(law: Law, fields: Sequence[VectorField]) -> Plan | None:
    """As many dimensions less than parameters as fields are independent at a random point; None if there are none."""
    draw = Draw(2, PRIME // 2)
    point = {name: draw.array(shape) for name, shape in law.parameters}
    if not fields or not law.parameter_count:
        return None
    rows = np.array([_values(law, field, point) for field in fields], dtype=np.int64)
    matrix = ResidueMatrix.of(rows, PRIME)
    profile = rank_profile(matrix)
    if not profile.rank:
        return None

    def evidence() -> dict[str, Any]:
        square = np.ascontiguousarray(matrix.array[np.ix_(profile.rows, profile.columns)])
        return {
            "fields": [fields[i].to_json() for i in profile.rows],
            "point": {name: entries(x) for name, x in point.items()},
            **written_minor(square, profile.columns),
        }

    remark = f"{law.parameter_count} parameters, {profile.rank} independent vector fields that change nothing"
    return Plan(law, law.parameter_count - profile.rank, "vector-fields", remark=remark, evidence=evidence)


def _values(law: Law, field: VectorField, point: dict[str, Doubles]) -> list[int]:
    exact = {name: x.astype(np.int64).tolist() for name, x in point.items()}
    row = []
    moved = dict(field.components)
    for name, shape in law.parameters:
        if name in moved:
            component = value(Law((), law.parameters, (), moved[name]), exact, modulus=PRIME)
            row += np.array(component, dtype=np.int64).ravel().tolist()
        else:
            row += [0] * int(np.prod(shape, dtype=np.int64))
    return row


def axis_fields(law: Law, *, quadratic: bool = False) -> list[VectorField]:
    """Fields that transform axes of the parameters by matrices: rescalings, rotations, and changes of an inner basis.

    At random points modulo a prime, those along which the derivative of the law vanishes are the kernel of a matrix;
    its vectors are lifted to small rational numbers. The entries of the matrices are numbers, or, for ``quadratic``
    fields, linear forms in the parameters.
    """
    axes = [(name, axis, n) for name, shape in law.parameters for axis, n in enumerate(shape or (1,))]
    size = sum(n * n for _, _, n in axes)
    unknowns = size * (law.parameter_count if quadratic else 1)
    if not axes or unknowns > (MOST_QUADRATIC_UNKNOWNS if quadratic else MOST_UNKNOWNS):
        return []
    found = [
        _field(law, axes, np.array(lifted, dtype=object).reshape(size, -1))
        for vector in kernel(_tangency(law, axes, quadratic), Field.named(f"GF({PRIME})"))
        if None not in (lifted := [_small(int(x)) for x in vector])
    ]
    return [field for field in found if _is_tangent(law, field)]


def _is_tangent(law: Law, field: VectorField) -> bool:
    """Whether the derivative of the law is zero at a point modulo another prime: a residue may have a wrong lift."""
    draw = Draw(5, OTHER_PRIME // 2)
    point = {name: draw.array(shape).astype(np.int64).tolist() for name, shape in (*law.inputs, *law.parameters)}
    return not np.any(value(derivative(law, field), point, modulus=OTHER_PRIME))


def _tangency(law: Law, axes: list[Axis], quadratic: bool) -> Matrix:
    """The derivatives of the law in all directions, at so many points that two more do not add to the rank."""
    draw, rank, idle = Draw(4, PRIME // 2), 0, 0
    height = generic_rank(law) // law.output_count + 2 if law.inputs else 1
    rows = np.zeros((0, 0), dtype=np.int64)
    while idle < 2:
        point = {name: draw.array(shape) for name, shape in law.parameters}
        samples = {name: draw.array((height, *shape)) for name, shape in law.inputs}
        moved = directional_derivatives(law, _exact(point), _exact(samples), _exact(_directions(law, axes, point)))
        new = np.moveaxis(moved, 1, -1).reshape(-1, moved.shape[1])
        if quadratic:
            forms = np.concatenate([x.ravel() for x in point.values()]).astype(np.int64)
            new = (new[:, :, None] * forms % PRIME).reshape(len(new), -1)
        rows = np.concatenate([rows, new]) if rows.size else new
        profile = rank_profile(ResidueMatrix.of(rows, PRIME))
        rank, idle = profile.rank, idle + 1 if profile.rank == rank else 0
        rows = rows[list(profile.rows)]
    return tuple(map(tuple, rows.tolist())) or ((0,) * rows.shape[1],)


def _exact(arrays: dict[str, Doubles]) -> dict[str, Any]:
    return {name: x.astype(np.int64) for name, x in arrays.items()}


def _directions(law: Law, axes: list[Axis], point: dict[str, Doubles]) -> dict[str, Doubles]:
    """For each entry (i, k) of the matrix of each axis: slice k of the parameter, put in the place of slice i."""
    unknowns = sum(n * n for _, _, n in axes)
    found = {name: np.zeros((unknowns, *(shape or (1,)))) for name, shape in law.parameters}
    start = 0
    for name, axis, n in axes:
        theta = np.moveaxis(np.atleast_1d(point[name]), axis, 0)
        for i in range(n):
            for k in range(n):
                np.moveaxis(found[name][start + i * n + k], axis, 0)[i] = theta[k]
        start += n * n
    return {name: found[name].reshape(unknowns, *shape) for name, shape in law.parameters}


def _small(residue: int) -> Fraction | None:
    """The fraction with this residue whose numerator and denominator are small enough, if there is one."""
    for denominator in range(1, LARGEST_NUMBER + 1):
        numerator = int(reduced(np.array([float(residue * denominator)]), PRIME)[0])
        if abs(numerator) <= LARGEST_NUMBER:
            return Fraction(numerator, denominator)
    return None


def _field(law: Law, axes: list[Axis], coefficients: NDArray[np.object_]) -> VectorField:
    """One row for each entry of the matrices: a number, or the coefficients of a linear form in the parameters."""
    moved: dict[str, list[Any]] = {}
    start = 0
    for name, axis, n in axes:
        matrix = coefficients[start : start + n * n]
        start += n * n
        letters = LETTERS[: len(dict(law.parameters)[name])]
        new, old = (letters[axis] + "z", letters.replace(letters[axis], "z")) if letters else ("", "")
        for factor, form in _forms(law, matrix):
            word = LETTERS[-len(form.shape) + 1 :] if form.ndim > 1 else ""
            constant = ["constant", _numbers(form.reshape((*[n] * len(new), *form.shape[1:])).tolist())]
            pattern = ",".join([new + word, old, *[word] * len(factor)]) + f"->{letters}"
            moved.setdefault(name, []).append(["einsum", pattern, constant, name, *factor])
    return VectorField.from_json(
        {name: terms[0] if len(terms) == 1 else ["+", *terms] for name, terms in moved.items()}, law
    )


def _forms(law: Law, matrix: NDArray[np.object_]) -> Iterator[tuple[list[str], NDArray[np.object_]]]:
    """The parts of a matrix that are not zero: numbers, or linear forms in one parameter each."""
    if matrix.shape[1] == 1:
        parts: list[tuple[list[str], NDArray[np.object_]]] = [([], matrix[:, 0])]
    else:
        parts = [([q], matrix[:, law.columns[q]].reshape(-1, *shape)) for q, shape in law.parameters]
    yield from ((factor, form) for factor, form in parts if np.any(form != 0))


def _numbers(nested: Any) -> Any:
    return list(map(_numbers, nested)) if isinstance(nested, list) else number_to_json(nested)
