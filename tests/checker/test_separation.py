"""Random laws: no cut is below the separation rank, no minor above it; the networks of a law are as defined."""

from __future__ import annotations

import json
import random
from bisect import bisect_left
from functools import partial
from typing import Any

import pytest

from . import separation_corpus, separation_oracle, support
from .laws import array, nested

checker = support.load()


class Invention:
    """A random law with one output; all sizes are 2."""

    def __init__(self, source: random.Random) -> None:
        self.source = source
        inputs = {name: [2] * source.choice((1, 1, 2)) for name in "xyz"}
        parameters = {"a": [2], "b": [2, 2], "c": [2, 2, 2]}
        self.orders, lets = {name: len(shape) for name, shape in {**inputs, **parameters}.items()}, []
        for name in ("h", "k", "m"):
            order = source.choice((0, 1, 1, 2))
            lets.append((name, self.expression(order)))
            self.orders[name] = order
        summands = [self.contraction([*source.sample([*self.orders], 2), name, "b", "y"], 0) for name in "xz"]
        self.law = separation_corpus.law(inputs, parameters, ["+", *summands], *lets)

    def of_order(self, order: int) -> Any:
        names = [name for name in self.orders if self.orders[name] == order]
        if names and self.source.random() < 0.8:
            return self.source.choice(names[-4:])
        return ["constant", nested(iter([self.source.randrange(1, 4) for _ in range(8)]), [2] * order)]

    def expression(self, order: int) -> Any:
        kind = self.source.randrange(7)
        if kind == 0:
            return [self.source.choice("+-"), *(self.of_order(order) for _ in range(2))]
        if kind == 1:
            return ["apply", self.source.choice(([0, 0, 1], [0, 1, "1/2"], [2, 0, 1])), self.of_order(order)]
        if kind == 2 and order:
            return ["take", self.of_order(order), self.source.choice(([1, 0], [0, 0], [0, 1]))]
        operands = [self.of_order(self.source.choice((1, 1, 2, 2, 3))) for _ in range(self.source.choice((2, 2, 3)))]
        return self.contraction(operands, order)

    def contraction(self, operands: list[Any], order: int) -> Any:
        orders = [self.orders[x] if isinstance(x, str) else len(array(x[1]).shape) for x in operands]
        words = ["".join(self.source.choice("ijkl") for _ in range(n)) for n in orders]
        letters = sorted({*"".join(words)})
        if len(letters) < order:
            return self.contraction(operands, order)
        out = "".join(self.source.sample(letters, order))
        return separation_corpus.einsum(",".join(words) + "->" + out, *operands)


def law_of(source: random.Random) -> Any:
    while True:
        law = Invention(source).law
        if sum(len(x) for x in separation_oracle.networks(law, [])) < 100:
            return law


def accepts(claim: Any, evidence: Any, rank: int) -> bool:
    rule = checker.cut({**claim, "rank": rank}, evidence)
    next(rule)
    try:
        next(rule, None)
    except checker.Stop as stop:
        assert stop.args == ("rejected", separation_corpus.SHARES), (stop.args, claim["split"][0].raw, evidence)
        return False
    return True


def bound(claim: Any, evidence: Any) -> int:
    """The least rank for which a cut is accepted."""
    return bisect_left(range(10**4), True, key=partial(accepts, claim, evidence))


def entry(network: Any, law: Any, side: list[str], source: random.Random) -> list[int]:
    """The monomials of a side, or colours that are right."""
    if source.random() < 0.3:
        return [source.randrange(2)]
    own = [separation_oracle.sides_of(law, side, name) for name, _ in network]
    return [source.randrange(2), *(min(sides, default=source.randrange(2)) for sides in own)]


def judged(law: Any, source: random.Random) -> tuple[int, int]:
    """The bound of a random cut, and the rank."""
    side = [name for name in law["inputs"] if source.random() < 0.5]
    one_sided = [name for name, _ in law["let"] if len(separation_oracle.sides_of(law, side, name)) < 2]
    at = [name for name in one_sided if source.random() < 0.5]
    networks = separation_oracle.networks(law, at)
    claim = {"kind": "separation-rank-at-most", "split": {"law": law, "inputs": side}, "rank": 0, "field": "Q"}
    found = [
        bound(
            checker.read_claim(claim),
            {"at": at, "networks": [entry(network, law, side, source) for network in networks]},
        )
        for _ in range(3)
    ]
    return min(found), separation_oracle.random_rank(law, side, separation_oracle.PRIME, 1)


def counted(count: int, seed: int) -> int:
    """How often bound and rank are equal, and not 0 or 1."""
    source, equal = random.Random(seed), 0
    for _ in range(count):
        law = law_of(source)
        above, rank = judged(law, source)
        assert above >= rank, law
        equal += above == rank > 1
    return equal


def test_no_cut_is_below_the_rank() -> None:
    assert counted(8, 0) >= 1


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 3))
def test_many_cuts(seed: int) -> None:
    assert counted(150, seed) >= 15


@pytest.mark.parametrize("seed", range(8))
def test_a_minor_of_the_rank_is_accepted_and_no_larger_one(seed: int) -> None:
    source = random.Random(seed)
    law = law_of(source)
    side = [name for name in law["inputs"] if source.random() < 0.5]
    rank = separation_oracle.random_rank(law, side, 2**31 - 1, seed)
    evidence = separation_corpus.minor(law, side, rank, 2**31 - 1, {})
    certificate = separation_corpus.below(law, side, rank, evidence)
    assert checker.check(json.dumps(certificate)).answer == "accepted"
    more = separation_corpus.enlarged(certificate, [], [])
    assert checker.check(json.dumps(more)).answer == "rejected"


def test_a_matrix_of_256_rows() -> None:
    """A tree of four layers over sixteen vectors: its networks and its coefficients stay within the limits."""
    inputs, parameters, lets = {f"x{i}": [2] for i in range(16)}, {}, []
    layer = []
    for i in range(16):
        parameters[f"w0_{i}"] = [2, 2]
        lets.append((f"h0_{i}", separation_corpus.linear(f"w0_{i}", f"x{i}")))
        layer.append(f"h0_{i}")
    for depth in range(1, 4):
        for i in range(len(layer) // 2):
            parameters[f"w{depth}_{i}"] = [2, 2]
            product = separation_corpus.einsum("ga,a,a->g", f"w{depth}_{i}", layer[2 * i], layer[2 * i + 1])
            lets.append((f"h{depth}_{i}", product))
        layer = [f"h{depth}_{i}" for i in range(len(layer) // 2)]
    law = separation_corpus.law(inputs, parameters, separation_corpus.einsum("a,a->", *layer), *lets)
    [network] = separation_oracle.networks(law, [])
    even = [f"x{i}" for i in range(0, 16, 2)]
    assert checker.check(json.dumps(separation_corpus.above(law, even, 256, [0]))).answer == "accepted"
    half = [f"x{i}" for i in range(8)]
    colours = [0] + [
        int(not (name in half or (name[0] == "w" and int(name.split("_")[1]) < 8 >> int(name[1]))))
        for name, _ in network
    ]
    assert checker.check(json.dumps(separation_corpus.above(law, half, 2, colours))).answer == "accepted"
