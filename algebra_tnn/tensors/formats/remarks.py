"""Where the formula for the dimension of a format is known to fail, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING

from algebra_tnn.tensors.formats.gauge import gauge_dimension
from algebra_tnn.tensors.formats.networks import Network, parameters_of

if TYPE_CHECKING:
    from algebra_tnn.tensors.formats.format import TensorFormat


def remarks(format: TensorFormat) -> Iterator[str]:
    """Modes of size one, more parameters than dimensions of the space, and bonds that are too large."""
    for mode, n in enumerate(format.networks[0].shape):
        if n == 1:
            yield f"mode {mode} has size one: the tensors are those of the other modes"
    count = format.parameter_count - format.gauge_dimension
    if count > format.ambient_dimension:
        yield (
            f"{format.parameter_count} parameters modulo a gauge of dimension {format.gauge_dimension} are {count}, "
            f"more than the ambient dimension {format.ambient_dimension}"
        )
    smaller = [reduced(network) for network in format.networks]
    changed = [
        f"the bond {letter} {_between(network, letter)} may have size {m} instead of {n}"
        for network, small in zip(format.networks, smaller, strict=True)
        for (letter, n), (_, m) in zip(network.sizes, small.sizes, strict=True)
        if m < n
    ]
    if changed:
        yield from changed
        count = sum(map(prod, parameters_of(smaller).values())) - gauge_dimension(*smaller)
        dimension = min(count, format.ambient_dimension)
        yield f"so the formula's hypothesis does not hold; for these sizes, with the same tensors, it is {dimension}"


def reduced(network: Network) -> Network:
    """The network with bonds as small as the other sizes of a node allow; it has the same tensors.

    If a bond has more values than all other letters of a node together, then the node, as a matrix, is a product
    through a smaller bond, and the left factor goes to the other node. A letter that is in one node alone is summed
    over, and one value is enough. Where a node shares its parameter, its bonds keep their sizes.
    """
    sizes, bonds, before = dict(network.sizes), network.bonds, dict[str, int]()
    summed = {letter: homes for letter, homes in network.homes.items() if letter not in network.modes}
    sizes |= {letter: 1 for letter, homes in summed.items() if len(homes) == 1 and homes[0].shared is None}
    while sizes != before:
        before = dict(sizes)
        for letter, ends in bonds.items():
            others = (prod(sizes[x] for x in node.word if x != letter) for node in ends)
            sizes[letter] = min(sizes[letter], *others)
    return replace(network, sizes=tuple(sizes.items()))


def _between(network: Network, letter: str) -> str:
    names = [node.name for node in network.homes[letter]]
    return f"between {' and '.join(names)}" if len(names) > 1 else f"of {names[0]} to no other node"
