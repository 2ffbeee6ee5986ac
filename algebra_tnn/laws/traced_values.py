"""A law at traced tensors, so that other laws are made of it."""

from __future__ import annotations

from collections.abc import Mapping

from algebra_tnn.laws.expressions import Constant, Name
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.tracing import Traced


def traced_value(law: Law, tensors: Mapping[str, Traced]) -> Traced:
    """The output of the law at these tensors, while another law is traced. They are one for each of its inputs and
    parameters, with at least one among them; their shapes are those that the law declares.

    Raises: ValueError for missing tensors and for other shapes.

    >>> square = Law.trace(lambda y: y @ y, {"y": (2,)}, {})
    >>> Law.trace(lambda x, W: traced_value(square, {"y": W @ x}), {"x": (3,)}, {"W": (2, 3)}).to_json()["let"]
    [['t0', ['einsum', 'ij,j->i', 'W', 'x']]]
    """
    declared = (*law.inputs, *law.parameters)
    for name, shape in declared:
        if name not in tensors:
            raise ValueError(f"there is no tensor for {name}; the law has {', '.join(each for each, _ in declared)}")
        if tensors[name].shape != shape:
            raise ValueError(f"the tensor for {name} has the shape {list(tensors[name].shape)}; it is {list(shape)}")
    steps = next(iter(tensors.values())).steps
    places: list[int] = []
    for step in law.program.steps:
        match step.content:
            case Name(name):
                places.append(tensors[name].position)
            case Constant():
                places.append(steps.constant(step.content))
            case operation:
                places.append(steps.applied(operation, [places[i] for i in step.operands]))
    return Traced(steps, places[law.program.output])
