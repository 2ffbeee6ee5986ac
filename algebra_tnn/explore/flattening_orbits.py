"""Ranks of flattenings of tensor networks from above, where the least cut is missed.

Let M(θ) be the flattening for nodes θ, and f(θ, v) = (θ, M(θ) v), so that dim f is the number of entries of θ plus the
generic rank of M (see ``matrix_images``). An invertible matrix on a bond of one node, with its inverse transpose on the
other, and one on a mode, carry nodes to others whose flattening has the same rank: motions of f, in which the vectors
on both sides move along. Where they carry one point, or a slice of few dimensions, to an open set of nodes, vectors in
the kernel of M all over the slice show that the rank is low for all nodes (rule ``dense-orbits``).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from math import lcm, prod
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from algebra_tnn.certificates import Verdict
from algebra_tnn.exact import Matrix, kernel, rank
from algebra_tnn.exact.modular.centred import PRIME, ResidueMatrix
from algebra_tnn.exact.modular.rank_profiles import rank_profile
from algebra_tnn.exact.polynomial_kernels import polynomial_kernel
from algebra_tnn.exact.polynomials import Polynomial, PolynomialRing
from algebra_tnn.explore.proved_dimensions import accepted
from algebra_tnn.laws import Law, VectorField, einsum
from algebra_tnn.laws.motions import Motion
from algebra_tnn.provers.dimensions.dense_orbits import orbit_plan, vectors_at
from algebra_tnn.tensors import Tensor
from algebra_tnn.tensors.formats import TensorFormat
from algebra_tnn.tensors.formats.networks import Word, pattern

Monomials: TypeAlias = dict[tuple[int, ...], NDArray[Any]]  # coefficients of a vector by exponents of what varies

MOST_TRIED = 5_000  # points, each with few entries that are not zero
MOST_VARYING = 3  # entries on a slice
LARGEST_DEGREE = 3  # of the vectors in the kernel, in these entries
SHARES = (0.4, 0.3, 0.5)  # of the entries of a point that are not zero


def flattening_at_most(
    network: TensorFormat, modes: Sequence[int], bound: int, *, seed: int = 0, tries: int = MOST_TRIED
) -> Verdict | None:
    """That the flattening at these modes has no larger rank for any nodes, in characteristic 0; None if no proof is
    found.

    Nodes are independent, and a letter joins two of them or a node and a mode; for others nothing is found. ``tries``
    is how many points with few entries are looked at. The claim of the verdict is that dim (θ, M(θ) v) is at most the
    number of entries of θ plus the bound.

    >>> from algebra_tnn.tensors.formats import RingFormat
    >>> ring = RingFormat((2, 3, 4, 3), 2)
    >>> ring.min_cut([1, 3]), flattening_at_most(ring, [1, 3], 7).status
    (8, 'proved')
    """
    if len(network.networks) > 1:
        return None
    flattening = _Flattening(network, modes)
    if not flattening.is_simple:
        return None
    for point, varying in flattening.slices(bound, seed, tries):
        directions = flattening.kernel(point, varying)
        if not directions or max(sum(exponents) for one in directions for exponents in one) > LARGEST_DEGREE:
            continue
        fields = [flattening.field(direction, varying) for direction in directions]
        plan = orbit_plan(
            flattening.law, flattening.motions, flattening.nodes(point), [*varying, *flattening.of_vector], fields
        )
        if plan is None or plan.bound > len(point) + bound:
            continue
        if (verdict := accepted(plan.certificate())) is not None:
            return verdict
    return None


class _Flattening:
    """The law ⟨w, M(θ) v⟩ + ⟨θ, z⟩, where v has the modes of the smaller side; w and z are inputs."""

    def __init__(self, network: TensorFormat, modes: Sequence[int]) -> None:
        self.network, self.net = network, network.networks[0]
        chosen = tuple(mode for k, mode in enumerate(self.net.modes) if k in modes)
        others = tuple(mode for mode in self.net.modes if mode not in chosen)
        self.columns, self.rows = sorted([others, chosen], key=lambda word: prod(self.net.shape_of(word)))
        self.words: dict[str, Word] = {node.name: node.word for node in self.net.nodes}
        self.ends = {**self.words, "v": self.columns, "w": self.rows}

    @property
    def is_simple(self) -> bool:
        """Whether nodes are independent, have other names than the vectors, and letters have two ends."""
        ends = [letter for word in self.ends.values() for letter in word]
        taken = {"v", "w", *(f"z_{name}" for name in self.words)} & self.words.keys()
        return len(self.net.own_nodes) == len(self.net.nodes) and not taken and all(ends.count(x) == 2 for x in ends)

    @cached_property
    def shapes(self) -> dict[str, tuple[int, ...]]:
        return {name: self.net.shape_of(word) for name, word in self.ends.items()}

    @cached_property
    def law(self) -> Law:
        def form(**given: Any) -> Any:
            whole = einsum(pattern([*self.ends.values()], ()), *(given[name] for name in self.ends))
            for name, word in self.words.items():
                whole = whole + einsum(pattern([word, word], ()), given[name], given[f"z_{name}"])
            return whole

        inputs = {"w": self.shapes["w"], **{f"z_{name}": self.shapes[name] for name in self.words}}
        return Law.trace(form, inputs, {name: shape for name, shape in self.shapes.items() if name != "w"})

    @cached_property
    def motions(self) -> list[Motion]:
        """A matrix unit on one end of a letter, minus its transpose on the other; what is dual moves by the dual."""
        return [
            self._motion(letter, i, j) for letter, size in self.net.sizes for i, j in product(range(size), repeat=2)
        ]

    def _motion(self, letter: str, i: int, j: int) -> Motion:
        size = dict(self.net.sizes)[letter]
        one, two = (name for name, word in self.ends.items() if letter in word)

        def unit(row: int, column: int, sign: int) -> list[list[int]]:
            return [[sign * int((a, b) == (row, column)) for b in range(size)] for a in range(size)]

        moves, dual = unit(i, j, 1), unit(j, i, -1)
        acting = {one: (moves, dual), two: (dual, moves)}

        def moved(name: str, matrix: Any, tensor: Any) -> Any:
            word = self.ends[name]
            new = tuple(f"{letter}'" if x == letter else x for x in word)
            return einsum(pattern([(f"{letter}'", letter), word], new), matrix, tensor)

        def parameters(**given: Any) -> Mapping[str, Any]:
            return {name: moved(name, own, given[name]) for name, (own, _) in acting.items() if name != "w"}

        def inputs(**given: Any) -> Mapping[str, Any]:
            found = {"w": moved("w", acting["w"][0], given["w"])} if "w" in acting else {}
            nodes = [name for name in acting if name in self.words]
            return found | {f"z_{name}": moved(name, acting[name][1], given[f"z_{name}"]) for name in nodes}

        return Motion.trace(self.law, parameters, inputs)

    @cached_property
    def of_vector(self) -> range:
        """The places of v among all parameters, which come last."""
        count = self.law.parameter_count
        return range(count - prod(self.shapes["v"]), count)

    def nodes(self, entries: Sequence[Any]) -> dict[str, NDArray[Any]]:
        """All parameters with these entries of the nodes, and v = 0."""
        found, start = dict[str, NDArray[Any]](), 0
        numbers = np.array(entries, dtype=np.int64 if all(isinstance(x, int) for x in entries) else object)
        for name in self.words:
            size = prod(self.shapes[name])
            found[name] = numbers[start : start + size].reshape(self.shapes[name])
            start += size
        return {**found, "v": np.zeros(self.shapes["v"], dtype=np.int64)}

    def matrix(self, entries: Sequence[Any]) -> Matrix:
        nodes = {name: array.tolist() for name, array in self.nodes(entries).items() if name != "v"}
        nested = np.array(self.network.tensor(nodes), dtype=object)
        tensor = Tensor(nested.shape, tuple(nested.ravel().tolist()))
        return tensor.matricized([self.net.modes.index(mode) for mode in self.rows])

    def slices(self, bound: int, seed: int, tries: int) -> Iterator[tuple[list[int], list[int]]]:
        """Points, and which of their entries must vary for the motions to carry the slice to an open set of nodes."""
        drawn = random.Random(seed)
        count = self.of_vector.start
        yield from self._slice([drawn.randint(-3, 3) for _ in range(count)], bound, drawn)
        for tried in range(tries):
            share = SHARES[tried % len(SHARES)]
            yield from self._slice(
                [drawn.choice((1, 1, -1)) * (drawn.random() < share) for _ in range(count)], bound, drawn
            )

    def _slice(self, entries: list[int], bound: int, drawn: random.Random) -> Iterator[tuple[list[int], list[int]]]:
        if rank(self.matrix(entries)) != bound:
            return
        places = sorted(drawn.sample(range(len(entries)), len(entries)), key=lambda place: entries[place] == 0)
        moved = vectors_at(self.law, [motion.parameters for motion in self.motions], self.nodes(entries))
        units = np.eye(self.law.parameter_count, dtype=np.int64)[[*self.of_vector, *places]]
        chosen = rank_profile(ResidueMatrix.of(np.concatenate([moved, units]), PRIME)).rows
        known = len(self.motions) + len(self.of_vector)
        varying = [places[i - known] for i in chosen if i >= known]
        if len(varying) <= MOST_VARYING:
            for value, place in enumerate(varying, start=2):
                entries[place] = value * value + 1
            yield entries, varying

    def kernel(self, entries: Sequence[int], varying: Sequence[int]) -> list[Monomials]:
        """A basis of the kernel all over the slice, as polynomials in what varies."""
        shape = self.shapes["v"]
        if not varying:
            basis = kernel(self.matrix(entries))
            scales = [lcm(*(x.denominator for x in vector)) for vector in basis]
            return [
                {(): np.array([int(x * scale) for x in vector], dtype=object).reshape(shape)}
                for vector, scale in zip(basis, scales, strict=True)
            ]
        R = PolynomialRing(tuple(f"t{i}" for i in range(len(varying))))
        along: list[Any] = [R(x) for x in entries]
        for place, t in zip(varying, R.variables, strict=True):
            along[place] = t
        rows: Any = self.matrix(along)
        found = polynomial_kernel([[x if isinstance(x, Polynomial) else R(x) for x in row] for row in rows], R)
        return [_monomials(vector, shape) for vector in found]

    def field(self, direction: Monomials, varying: Sequence[int]) -> VectorField:
        """The direction as a field that moves v alone, and reads what varies from the nodes."""
        summands = []
        for exponents, coefficients in direction.items():
            powers = [self._power(place, e) for place, e in zip(varying, exponents, strict=bool(exponents)) if e]
            constant = ["constant", coefficients.tolist()]
            word = pattern([self.columns], self.columns).split("->")[0]
            summands.append(["einsum", f"{',' * len(powers)}{word}->{word}", *powers, constant] if powers else constant)
        return VectorField.from_json({"v": summands[0] if len(summands) == 1 else ["+", *summands]}, self.law)

    def _power(self, place: int, exponent: int) -> Any:
        """The power of an entry of the nodes, as an expression."""
        unit = np.zeros(self.of_vector.start, dtype=np.int64)
        unit[place] = 1
        (name,) = (name for name, array in self.nodes(unit.tolist()).items() if array.any())
        word = pattern([self.words[name]], self.words[name]).split("->")[0]
        entry = ["einsum", f"{word},{word}->", name, ["constant", self.nodes(unit.tolist())[name].tolist()]]
        return entry if exponent == 1 else ["apply", [0] * exponent + [1], entry]


def _monomials(vector: Sequence[Polynomial], shape: tuple[int, ...]) -> Monomials:
    found: Monomials = {}
    for place, polynomial in enumerate(vector):
        for exponents, coefficient in polynomial.terms() if polynomial else ():
            found.setdefault(exponents, np.zeros(shape, dtype=object)).flat[place] = int(coefficient)
    return found
