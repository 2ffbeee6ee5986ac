"""Identities and brackets of random laws: the checker agrees with a second reading, and notices what is changed."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from . import support
from .flows_corpus import MASKED, TWO_LAYERS, brackets, conserved, zeroes
from .law_corpus import einsum, law, power
from .making import altered

checker = support.load()


def answer(certificate: Any) -> str:
    return str(checker.check(json.dumps(certificate)).answer)


def random_output(source: random.Random, names: list[str]) -> Any:
    """A sum of three random terms of degree at most three."""
    terms = []
    for _ in range(3):
        chosen = source.choices(names, k=source.choice((1, 2, 3)))
        monomial = einsum("," * (len(chosen) - 1) + "->", *chosen)
        terms.append(["apply", [0, source.choice((-2, -1, 1, 3))], monomial])
    return ["+", *terms]


@pytest.mark.parametrize("seed", range(4))
def test_brackets_of_random_laws(seed: int) -> None:
    source = random.Random(seed)
    names = list("abcd")
    outputs = [einsum(",i->i", f"f{k}", ["constant", [int(i == k) for i in range(2)]]) for k in range(2)]
    lets = [(f"f{k}", random_output(source, names)) for k in range(2)]
    of = law({}, {name: [] for name in names}, ["+", *outputs], *lets)
    found = brackets(of, 0, [[0, 1], [0, 2], [2, 1], [3, 2]])
    rank = len(found["steps"][0]["evidence"]["rows"])
    right = altered(found, ("claim/rank", 4 - rank))
    assert answer(right) == "accepted"
    assert answer(altered(right, ("claim/rank", 3 - rank))) == ("rejected" if rank < 4 else "malformed")
    row, changed = source.randrange(rank), source.randrange(rank)
    entry = right["steps"][0]["evidence"]["inverse"][row][changed]
    assert answer(altered(right, (f"evidence/inverse/{row}/{changed}", entry + 1))) == "rejected"


@pytest.mark.parametrize("seed", range(4))
def test_identities_of_random_laws(seed: int) -> None:
    """(f + g)² − f² − 2 f g = g², and g² is zero where g is; with another coefficient neither holds."""
    source = random.Random(seed)
    f, g = (random_output(source, ["x", "y"]) for _ in range(2))

    def difference(c: int) -> Any:
        product = ["apply", [0, c], einsum(",->", "f", "g")]
        return law({"x": [], "y": []}, {}, ["-", power(2, ["+", "f", "g"]), power(2, "f"), product], ("f", f), ("g", g))

    assert answer(zeroes(difference(2), ["g"], g="g")) == "accepted"
    assert answer(zeroes(difference(3), ["g"], g="g")) == "rejected"
    assert answer(zeroes(difference(2))) == "rejected"


def test_the_balance_of_each_neuron() -> None:
    """It is conserved with masks of all kinds and without them."""
    for i in range(2):
        sides = (einsum("ij,ij->i", "W", "W"), einsum("ji,ji->i", "V", "V"))
        balance = ["-", *(["take", side, i] for side in sides)]
        assert answer(conserved(MASKED, balance)) == "accepted"
        assert answer(conserved(TWO_LAYERS, balance)) == "accepted"
