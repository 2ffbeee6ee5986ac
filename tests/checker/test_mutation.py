"""Mutants of valid certificates: the checker never fails inside, and what it accepts is true (see ``oracle``)."""

from __future__ import annotations

import copy
import json
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from . import oracle, support

checker = support.load()
checker.LIMIT_WORK = 20_000_000  # two seconds
checker.LIMIT_PRODUCTS = 300_000
VALID = support.valid()
NAMES = sorted(VALID)
FIELDS = ("Q", "R", "C", "GF(2)", "GF(3)", "GF(5)", "GF(7)", "GF(101)", "GF(9)", "GF(0)")
MODULI = (1, 2, 3, 4, 5, 6, 7, 9, 35, 101, 102, 997)
ANSWERS = set(support.ANSWERS.values())


def paths(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield at
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from paths(value[key], (*at, key))


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def other_value(old: Any, source: random.Random) -> Any:
    if isinstance(old, int) and source.random() < 0.75:
        return source.choice((old + 1, old - 1, -old, 0, 1, -1, 2 * old, old + 101, 10**30))
    if isinstance(old, str):
        return source.choice((old + " ", old[:-1], "1/2", "-2/3", "4/2", 0, 1, None, *FIELDS))
    return source.choice((True, False, None, 1.0, 0.5, "1", "1/2", "2/4", {}, [], [0], [[1]], -1))


def change_list(old: list[Any], source: random.Random) -> None:
    i, j = source.randrange(len(old)), source.randrange(len(old))
    kind = source.randrange(5)
    if kind == 0:
        del old[i]
    elif kind == 1:
        old.insert(j, copy.deepcopy(old[i]))
    elif kind == 2:
        old[i] = copy.deepcopy(old[j])
    else:
        old[i], old[j] = old[j], old[i]


def change_object(old: dict[str, Any], source: random.Random) -> None:
    key = source.choice(sorted(old))
    kind = source.randrange(3)
    if kind == 0:
        del old[key]
    elif kind == 1:
        old[source.choice((key + " ", key.upper(), "rank", "factors", "root"))] = old.pop(key)
    else:
        old[key + "s"] = old[key]


def everywhere(value: Any, key: str, new: Any) -> None:
    """Sets all values of a key, wherever it stands."""
    for path in list(paths(value)):
        if path and path[-1] == key:
            at(value, path[:-1])[key] = new


def mutated(certificate: Any, source: random.Random) -> Any:
    kind, step = source.random(), source.choice(certificate["steps"])
    if kind < 0.06:
        everywhere(certificate, "field", source.choice(FIELDS))
    elif kind < 0.10:
        everywhere(certificate, "modulus", source.choice(MODULI))
    elif kind < 0.18:  # a claim or evidence of another certificate, sometimes of the same rule
        others = [other for name in NAMES for other in VALID[name]["steps"]]
        if source.random() < 0.6:
            others = [other for other in others if other["rule"] == step["rule"]]
        part = source.choice(("claim", "evidence", "rule", "premises"))
        step[part] = copy.deepcopy(source.choice(others)[part])
    elif kind < 0.26:  # a number that stands several times, as in a matrix and in the premise about it
        numbers = [path for path in paths(certificate) if type(at(certificate, path)) is int and "claim" in path]
        chosen = source.choice(numbers)
        tail, new = chosen[-2:], at(certificate, chosen) + source.choice((1, -1, 101))
        for path in numbers:
            if path[-2:] == tail and at(certificate, path) == at(certificate, chosen) and path != chosen:
                at(certificate, path[:-1])[path[-1]] = new
        at(certificate, chosen[:-1])[chosen[-1]] = new
    else:
        path = source.choice(list(paths(certificate))[1:])
        old, parent = at(certificate, path), at(certificate, path[:-1])
        if isinstance(old, list) and old and source.random() < 0.8:
            change_list(old, source)
        elif isinstance(old, dict) and old and source.random() < 0.8:
            change_object(old, source)
        else:
            parent[path[-1]] = other_value(old, source)
    return certificate


def text_of(certificate: Any, source: random.Random) -> str:
    """Now and then with a key given twice."""
    text = json.dumps(certificate)
    if source.random() < 0.02:
        key = source.choice(("rank", "kind", "field", "modulus", "rule", "format"))
        text = text.replace(f'"{key}": ', f'"{key}": 1, "{key}": ', 1)
    return text


def judged(count: int, seed: int) -> Counter[str]:
    source, answers = random.Random(seed), Counter[str]()
    true_claims = {json.dumps(certificate["steps"][-1]["claim"], sort_keys=True) for certificate in VALID.values()}
    for _ in range(count):
        certificate = copy.deepcopy(VALID[source.choice(NAMES)])
        for _ in range(source.choice((1, 1, 1, 2, 3))):
            try:
                certificate = mutated(certificate, source)
            except (KeyError, IndexError, TypeError, AttributeError, ValueError):
                break  # an earlier mutation left no certificate; this is a mutant, too
        text = text_of(certificate, source)
        judgement = checker.check(text)
        answers[judgement.answer] += 1
        assert judgement.answer in ANSWERS and "the checker failed" not in judgement.reason, (judgement, text)
        if judgement.answer == "accepted":
            claim = json.dumps(certificate["steps"][-1]["claim"], sort_keys=True)
            if claim not in true_claims:
                answers["accepted, another claim"] += 1
                assert oracle.true(certificate), ("accepted, but not found to be true", text)
    return answers


def test_the_oracle_confirms_the_accepted_corpus() -> None:
    for name, certificate in VALID.items():
        assert oracle.true(certificate), name


def test_the_oracle_denies_false_claims() -> None:
    """Of the rejected certificates, only those about something true that they support badly are true to the oracle."""
    false = [
        "kruskal-zero-term",
        "column-walk-one-too-many",
        "projected-minors-dependent-columns",
        "column-count-false",
        "points-modulo-prime-another-point-modulo-the-prime",
        "points-modulo-prime-conic-gf",
        "compound-conic",
        "ideal-conic",
        "lovitz-petrov-two-modes",
        "second-decomposition-permuted",
        "second-decomposition-zero-term-of-the-claim",
        "flattening-padded-by-zero",
        "uniqueness-padded",
        "hyperdeterminant-square",
        "hyperdeterminant-positive-over-r",
        "hyperdeterminant-nonzero-over-c",
        "decomposition-no-real-root",
        "decomposition-off-by-one",
        "border-decomposition-one-term",
        "exhaustion-two-terms-suffice",
        "jacobian-minor-one-more",
        "jacobian-minor-one-more-than-the-parameters",
        "jacobian-minor-unused-parameters-counted",
        "jacobian-minor-frobenius",
        "reachable-monomials-one-less",
        "reachable-monomials-of-one-output",
        "coefficient-matrix-one-less",
        "overlap-one-less",
        "overlap-parameter-outside",
        "factor-through-one-less",
        "vector-fields-one-less",
        "vector-fields-torus-of-a-polynomial",
        "vector-fields-second-not-tangent",
        "vector-fields-dimension-of-the-group",
        "double-points-one-less",
        "generic-point-of-more-terms",
        "generic-point-two-decompositions",
        "tangential-contact-defective",
        "linear-section-one-more",
        "linear-section-one-less",
        "linear-section-one-of-six",
        "linear-section-one-of-eight",
        "linear-section-points-instead-of-sets",
        "linear-section-of-positive-dimension",
        "other-weights-permuted-and-rescaled",
        "other-weights-rows-and-columns",
        "other-weights-of-another-function",
        "other-weights-without-rotation",
        "other-weights-biases-alone",
        "dense-orbits-one-less",
        "dense-orbits-not-dense",
        "dense-orbits-in-the-kernel-at-the-point-only",
        "block-minors-of-a-constant",
        "block-minors-a-row-twice",
        "block-minors-a-pivot-again",
        "koszul-flattening-one-more",
        "substitution-method-one-more",
        "substitution-method-the-other-slice",
        "coefficient-minor-a-row-twice",
        "coefficient-minor-of-a-chain-one-more",
        "coefficient-minor-frobenius",
        "cut-one-less",
        "cut-of-the-graph-one-less",
        "cut-without-the-last-power",
        "cut-opaque-of-both-sides",
        "cut-parts-of-other-letters",
        "cut-parts-cut-elsewhere",
        "cut-parts-of-other-constants",
        "cut-parts-of-other-choices",
        "cut-coefficient-zero",
        "cofactors-none",
        "cofactors-another",
        "cofactors-identity-false",
        "cofactors-identity-at-one-output",
        "cofactors-frobenius-over-q",
        "cofactors-constant",
        "cofactors-transposed",
        "cofactors-powers-of-another",
        "squares-one-left-out",
        "squares-of-a-difference",
        "conserved-quantity-none",
        "conserved-quantity-sum",
        "conserved-quantity-of-one-mask",
        "conserved-quantity-of-one-output",
        "conserved-quantities-one-more",
        "conserved-quantities-constant",
        "conserved-quantities-numerator-alone",
        "brackets-one-less",
        "brackets-padded",
        "masked-minor-at-zero",
    ]
    for name in false:
        certificate = json.loads((support.CORPUS / "rejected" / f"{name}.json").read_text(encoding="utf-8"))
        assert not oracle.true(certificate), name


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 4))])
def test_mutants(seed: int) -> None:
    answers = judged(1000, seed)
    assert set(answers) >= {"accepted", "rejected", "malformed", "accepted, another claim"}
    assert answers["accepted, another claim"] >= 20


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 102))
def test_many_mutants(seed: int) -> None:
    judged(5000, seed)
