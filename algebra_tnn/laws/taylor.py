"""Taylor's formula: what shows that a tensor is a derivative, without any rule for derivatives."""

from __future__ import annotations

from math import factorial
from typing import Any

from algebra_tnn.laws.derivatives import derivative
from algebra_tnn.laws.expressions import Name
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import LETTERS
from algebra_tnn.laws.traced_values import traced_value
from algebra_tnn.laws.tracing import Traced, einsum
from algebra_tnn.laws.vector_fields import VectorField

STEP = "h"


def taylor_difference(law: Law, name: str, order: int, tensor: Law) -> Law:
    """f(x + h) − ⟨T(x), h^k⟩/k! − Σ_(j≠k) D_h^j f(x)/j!, which is zero iff ⟨∇^k f(x), h^k⟩ = ⟨T(x), h^k⟩.

    The other summands have the degrees j ≠ k in h, whatever they are. So if the difference is zero, ⟨T(x), h^k⟩ is the
    part of f(x + h) of degree k in h, times k!: no rule for derivatives is trusted. A symmetric tensor T is the
    derivative then.

    Args: law: f, polynomial in the tensor x of this name; order: k; tensor: T, of inputs and parameters of f, with the
    shape of f and k times that of x.
    Raises: ValueError if T has another shape, or if a tensor of f is called h.

    >>> f = Law.trace(lambda x, a: a @ x**3, {"x": (2,)}, {"a": (2,)})
    >>> slope = Law.trace(lambda x, a: 3 * a * x**2, {"x": (2,)}, {"a": (2,)})
    >>> from algebra_tnn.laws import expansion
    >>> print(*expansion(taylor_difference(f, "x", 1, slope)))
    0
    """
    declared = dict((*law.inputs, *law.parameters))
    if STEP in declared:
        raise ValueError(f"a tensor is called {STEP}; this is the name of the step from one point to the other")
    shape = declared[name]
    if tensor.shape != law.shape + shape * order:
        raise ValueError(f"the tensor has the shape {list(tensor.shape)}; it is {list(law.shape + shape * order)}")
    along = [Law((), (*declared.items(), (STEP, shape)), law.let, law.output)]
    field = VectorField(along[0].parameters, ((name, Name(STEP)),))
    for _ in range(law.degree_in(name)):
        along.append(derivative(along[-1], field))

    def forward(**tensors: Any) -> Traced:
        moved = {**tensors, name: tensors[name] + tensors[STEP]}
        total = traced_value(law, moved)
        for j, part in enumerate(along):
            if j != order:
                total = total - traced_value(part, tensors) / factorial(j)
        own = {each: tensors[each] for each, _ in (*tensor.inputs, *tensor.parameters)}
        value, letters = traced_value(tensor, own), LETTERS[: len(tensor.shape)]
        kept, axes = len(law.shape), len(shape)
        steps = [letters[i : i + axes] for i in range(kept, len(letters), axes)]
        contracted = einsum(f"{','.join((letters, *steps))}->{letters[:kept]}", value, *[tensors[STEP]] * order)
        return total - contracted / factorial(order)

    return Law.trace(forward, {**dict(law.inputs), STEP: shape}, dict(law.parameters))
