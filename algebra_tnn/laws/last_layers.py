"""Parameters in which the output is linear and that occur nowhere else: the last layer of a network, with its biases.

For f_o = Σ_j W_oj h_j + g_o the row of the Jacobian for the input x and the covector u is (u ⊗ h(x), rest). If a basis
of covectors meets every input, the blocks of W are I ⊗ H, where the rows of H are the h(x): H is eliminated once
and not once per output, and rows whose h(x) depends on those of H leave a row that is zero at W.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.exact.modular.centred import Doubles, ResidueMatrix, product, reduce_in_place
from algebra_tnn.exact.modular.inverses import inverse as exact_inverse
from algebra_tnn.exact.modular.rank_profiles import RankProfile, Slabs, rank_profile
from algebra_tnn.laws.draws import Draw
from algebra_tnn.laws.evaluation import Stack
from algebra_tnn.laws.expressions import Name
from algebra_tnn.laws.jacobians import Jacobian, Rows, slab_height
from algebra_tnn.laws.law import Law
from algebra_tnn.laws.operations import Einsum, Sum

SPARE_ROWS = 16  # beyond the largest possible rank: a random row misses with probability about degree/p
_ABOVE = 1 << 22  # entries of pivot rows that are kept at a time


@dataclass(frozen=True, slots=True)
class LastLayer:
    """The parameters W of Σ_j W_oj h_j, the steps that are h (None: the 1 at a bias), and the places of the W_oj.

    Shapes: ``columns`` is (number of outputs) × (number of j).
    """

    parameters: tuple[str, ...]
    hidden: tuple[int | None, ...]
    columns: NDArray[np.int64]

    def hidden_values(self, found: Sequence[Stack], samples: int) -> Doubles:
        """The matrix H of all h_j, one row per sample."""
        parts = [np.ones((samples, 1)) if i is None else found[i].array.reshape(samples, -1) for i in self.hidden]
        return np.concatenate(parts, axis=1)


def last_layer(law: Law) -> LastLayer | None:
    """What the law itself shows of such parameters, or None: outputs are sums of einsums of a parameter with some h."""
    program = law.program
    uses = Counter(i for step in program.steps for i in step.operands)
    moving = program.depends_on(law.input_names)

    def terms(i: int) -> list[int]:
        """The steps whose sum step i is, as far as they are used for this sum alone."""
        if uses[i] > (i != program.output):
            return []
        step = program.steps[i]
        return [t for j in step.operands for t in terms(j)] if isinstance(step.content, Sum) else [i]

    def own(i: int) -> str | None:
        """The parameter that step i names, if it is used once."""
        match program.steps[i].content:
            case Name(name) if name in law.columns and uses[i] <= 1:
                return name
        return None

    found: list[tuple[str, int | None, NDArray[np.int64]]] = []
    for i in terms(program.output):
        step = program.steps[i]
        if (bias := own(i)) is not None:
            found.append((bias, None, _places(law, bias).reshape(-1, 1)))
        elif isinstance(step.content, Einsum) and len(step.operands) == 2:
            words, result = step.content.operands, step.content.result
            for k, (j, h) in enumerate((step.operands, step.operands[::-1])):
                name, letters = own(j), result + words[1 - k]
                if name is not None and moving[h] and sorted(letters) == sorted(words[k]):
                    weights = _places(law, name).transpose([words[k].index(c) for c in letters])
                    found.append((name, h, weights.reshape(law.output_count, -1)))
                    break
    if not found or not law.inputs:
        return None
    names, hidden, columns = zip(*found, strict=True)
    return LastLayer(names, hidden, np.concatenate(columns, axis=1))


def independent_rows(layer: LastLayer, jacobian: Jacobian, draw: Draw, ambient: int) -> tuple[Rows, NDArray[np.int64]]:
    """Rows of the Jacobian and as many columns whose minor is invertible.

    They are as many as the rank at this point, except with small probability. The covectors are a random basis, and
    each meets n random inputs of its own. That is as good as a new covector for each input. Let v(a) be the dimension
    of the span of all rows of a generic covectors, modulo the rows of the pivots; it is concave, and v(0) = 0. By
    Rado's theorem n generic rows of each of g covectors span the minimum over a of v(a) + (g − a)·n, and that is v(g)
    as soon as g·n ≥ v(g). All outputs at the same few inputs would not do: for widths (16, 64, 128) and squares they
    span 8832 dimensions of 9152. Reference: [Rado1942].
    """
    law, p = jacobian.law, jacobian.modulus
    width = layer.columns.shape[1]
    inputs = {name: draw.array((width + SPARE_ROWS, *shape)) for name, shape in law.inputs}
    H = layer.hidden_values(jacobian.values(inputs), width + SPARE_ROWS)
    hidden = rank_profile(ResidueMatrix(H, p))
    kept = list(hidden.rows)
    inverse = exact_inverse(H[np.ix_(kept, hidden.columns)], p)
    inputs = {name: x[kept] for name, x in inputs.items()}
    basis, seen = _basis(law, draw, p)
    outputs = len(basis)

    rest = [name for name in law.parameter_names if name not in layer.parameters]
    columns = np.array([place for name in rest for place in law.columns[name]], np.int64)
    most = min(len(columns), max(0, ambient - outputs * hidden.rank))
    n = -(-(most + SPARE_ROWS) // outputs) if most else 0  # inputs for each covector
    fresh = {name: draw.array((outputs, n, *shape)) for name, shape in law.inputs}

    def remainders() -> Iterator[ResidueMatrix]:
        """The rows of the fresh inputs, minus the combinations of rows of the pivots that cancel them at W."""
        height = slab_height(len(columns))
        step = max(1, min(height // n, _ABOVE // (hidden.rank * len(columns) + 1)))
        for g in range(0, outputs, step):
            covectors = basis[g : g + step]
            above = jacobian.rows(_each_with_each(covectors, inputs), rest)
            above = above.reshape(len(covectors), hidden.rank, len(columns))
            for t in range(0, n, height):
                samples = {name: x[g : g + step, t : t + height] for name, x in fresh.items()}
                rows = _each_with_its_own(covectors, samples)
                found = jacobian.values(rows.samples)
                h = layer.hidden_values(found, len(rows))[:, list(hidden.columns)]
                matrix = jacobian.rows(rows, rest, found)
                parts = zip(
                    np.split(matrix, len(above)), np.split(product(h, inverse, p), len(above)), above, strict=True
                )
                for part, multiples, pivots in parts:
                    part -= product(multiples, pivots, p)
                    reduce_in_place(part, p)
                yield ResidueMatrix(matrix, p)

    others = rank_profile(Slabs(len(columns), remainders()), p) if n else RankProfile(0, (), (), p)
    group, sample = np.divmod(np.array(others.rows, np.int64), max(n, 1))
    further = Rows({name: x[group, sample] for name, x in fresh.items()}, basis[group])
    places = [layer.columns[np.ix_(seen, hidden.columns)].ravel(), columns[list(others.columns)]]
    return Rows.joined([_each_with_each(basis, inputs), further]), np.concatenate(places)


def _each_with_each(covectors: Doubles, samples: dict[str, Doubles]) -> Rows:
    """The rows of all samples for the first covector, then those for the second, …"""
    count = len(next(iter(samples.values())))
    return Rows(
        {name: np.concatenate([x] * len(covectors)) for name, x in samples.items()}, np.repeat(covectors, count, 0)
    )


def _each_with_its_own(covectors: Doubles, samples: dict[str, Doubles]) -> Rows:
    """The same for samples that have an axis of the covectors in front."""
    count = next(iter(samples.values())).shape[1]
    return Rows({name: x.reshape(-1, *x.shape[2:]) for name, x in samples.items()}, np.repeat(covectors, count, 0))


def _places(law: Law, name: str) -> NDArray[np.int64]:
    """The places of a parameter's entries among those of all, in its shape."""
    return np.array(list(law.columns[name]), np.int64).reshape(dict(law.parameters)[name])


def _basis(law: Law, draw: Draw, p: int) -> tuple[Doubles, list[int]]:
    """Independent covectors, and as many outputs at which they are; all outputs, except with small probability."""
    if law.output_count == 1:
        return np.ones((1, *law.shape)), [0]
    covectors = draw.array((law.output_count, law.output_count))
    profile = rank_profile(ResidueMatrix(covectors, p))
    return covectors[list(profile.rows)].reshape(-1, *law.shape), list(profile.columns)
