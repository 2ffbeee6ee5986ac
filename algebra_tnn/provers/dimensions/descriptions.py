"""Parts of laws in words: networks by their widths, as far as laws name their layers z1, h1, … and W1, b1, …"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import prod

from algebra_tnn.laws import Law
from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.expressions import Applied
from algebra_tnn.laws.operations import Einsum, Sum


def network_name(law: Law) -> str | None:
    """The widths of a network of dense layers, numbered from any number on; None for other laws.

    >>> print(network_name(Law.from_json({"inputs": {"h1": [3]}, "parameters": {"W2": [2, 3]}, "let": [],
    ...     "output": ["einsum", "ij,j->i", "W2", "h1"]})))
    (3,2)
    """
    shapes = dict(law.parameters)
    layers = sorted(int(name[1:]) for name in shapes if name[0] == "W" and name[1:].isdecimal())
    if not layers or layers != list(range(layers[0], layers[-1] + 1)):
        return None
    weights, biases = [f"W{i}" for i in layers], {f"b{i}" for i in layers}
    others = shapes.keys() - set(weights)
    lets = [f"{letter}{i}" for i in layers[:-1] for letter in "zh"]
    start = "x" if layers[0] == 1 else f"h{layers[0] - 1}"
    if law.input_names != (start,) or [name for name, _ in law.let] != lets or others not in (set(), biases):
        return None
    if not isinstance(law.output, Applied) or not isinstance(law.output.operation, (Einsum, Sum)):
        return None
    matrices = [shapes[name] for name in weights]
    if any(len(shape) != 2 for shape in matrices) or any(one[0] != two[1] for one, two in pairwise(matrices)):
        return None
    widths = (matrices[0][1], *(shape[0] for shape in matrices))
    return f"({','.join(map(str, widths))})" + " with biases" * bool(others)


def shared_parameters(shapes: Mapping[str, Shape]) -> str:
    """What two parts have in common.

    >>> shared_parameters({"W2": (2, 4)}), shared_parameters({"A": (3,), "B": ()})
    ('the 8 weights of layer 2', 'the 4 entries of A, B')
    """
    counts = {name: prod(shape) for name, shape in shapes.items()}
    (first, number), *rest = counts.items()
    layer = first[1:]
    if first[0] == "W" and layer.isdecimal() and set(counts) <= {first, f"b{layer}"}:
        biases = "".join(f" and {n} biases" for _, n in rest)
        return f"the {number} weights{biases} of layer {layer}"
    return f"the {sum(counts.values())} {'entries' if sum(counts.values()) > 1 else 'entry'} of {', '.join(counts)}"
