"""The observations: every certificate is accepted, and proves what the page says of it."""

from __future__ import annotations

import json
import random
import re
from math import prod
from pathlib import Path
from typing import Any

import pytest

from algebra_tnn import checker
from algebra_tnn.exact import kernel
from algebra_tnn.laws import Law, value
from algebra_tnn.laws.power_sums import PowerSum
from algebra_tnn.library import folder
from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.tensors import Tensor
from algebra_tnn.tensors.formats import RingFormat

OBSERVATIONS = folder() / "observations"
PAGE = (OBSERVATIONS / "README.md").read_text(encoding="utf-8")
TABLED = dict(re.findall(r"^\| (\S+\.json) \| (.*) \|$", PAGE, flags=re.MULTILINE))
NETWORK = re.compile(r"pnn (?P<widths>[\d,]+) with (?P<powers>[t^\d, ]+): dimension (?P<sign>[≤≥]) (?P<number>\d+)")
RING = re.compile(r"ring of modes (?P<modes>[\d,]+), bonds (?P<bonds>[\d,]+), .*: rank (?P<sign>[≤≥=]) (?P<number>\d+)")
LARGEST = 200_000  # bytes


def claim_of(name: str) -> dict[str, Any]:
    steps = json.loads((OBSERVATIONS / name).read_text(encoding="utf-8"))["steps"]
    claim: dict[str, Any] = steps[-1]["claim"]
    return claim


def test_the_page_names_each_certificate() -> None:
    there = {path.relative_to(OBSERVATIONS).as_posix() for path in OBSERVATIONS.rglob("*.json")}
    assert there == set(TABLED)
    assert {path.suffix for path in OBSERVATIONS.rglob("*") if path.is_file()} == {".json", ".md"}
    assert all(Path(OBSERVATIONS / name).stat().st_size < LARGEST for name in there)


@pytest.mark.parametrize("name", [name for name in TABLED if "dimension" in TABLED[name]])
def test_a_claim_is_about_the_network_and_the_number_of_the_page(name: str) -> None:
    said = NETWORK.fullmatch(TABLED[name])
    assert said is not None
    degrees = [int(power.removeprefix("t^")) for power in said["powers"].split(", ")]
    network = PolynomialNetwork([int(n) for n in said["widths"].split(",")], degrees)
    assert claim_of(name) == {
        "kind": {"≥": "dimension-at-least", "≤": "dimension-at-most"}[said["sign"]],
        "law": network.law().to_json(),
        "rank": int(said["number"]),
        "field": "Q",
    }


@pytest.mark.parametrize("name", [name for name in TABLED if "decomposition" in TABLED[name]])
def test_two_layers_are_a_power_sum_in_one_way(name: str) -> None:
    said = re.fullmatch(r"pnn (\d+),(\d+),(\d+) with t\^(\d+): one decomposition into neurons", TABLED[name])
    assert said is not None
    inputs, neurons, outputs, degree = map(int, said.groups())
    law = PowerSum((inputs, outputs), (degree, 1), neurons).law
    assert claim_of(name) == {"kind": "number-of-decompositions", "law": law.to_json(), "count": 1, "field": "Q"}


def read(name: str) -> tuple[RingFormat, str, int]:
    """The ring; a bond of a format joins the mode before to the one of its number, one of the page to the next mode."""
    said = RING.fullmatch(TABLED[name])
    assert said is not None
    modes, bonds = (tuple(int(n) for n in said[key].split(",")) for key in ("modes", "bonds"))
    return RingFormat(modes, (bonds[-1], *bonds[:-1])), said["sign"], int(said["number"])


def flattening(ring: RingFormat, nodes: dict[str, Any]) -> Tensor:
    return Tensor.from_nested(Tensor.from_nested(ring.tensor(nodes)).matricized((0, 2)))


def test_a_rank_for_all_nodes_is_a_dimension_of_vectors() -> None:
    """The functions are (θ, M(θ) v), paired with variables: so many dimensions more than there are entries in nodes."""
    name = "rings/ring-2x3x6x4-most.json"
    ring, sign, number = read(name)
    claim = claim_of(name)
    law = Law.from_json(claim["law"])
    parameters, inputs = dict(law.parameters), dict(law.inputs)
    entries = sum(prod(shape) for key, shape in parameters.items() if key != "v")
    assert (claim["kind"], claim["rank"], sign) == ("dimension-at-most", entries + number, "≤")
    draw = random.Random(0)

    def drawn(shape: tuple[int, ...]) -> Any:
        return [drawn(shape[1:]) for _ in range(shape[0])] if shape else draw.randint(-3, 3)

    nodes = {key: drawn(shape) for key, shape in parameters.items() if key != "v"}
    rows, columns = drawn(inputs["w"]), drawn(parameters["v"])
    zeros = {key: zero(shape) for key, shape in inputs.items() if key != "w"}
    matrix = flattening(ring, nodes).nested()
    flat = [[x for row in nested for x in row] for nested in (rows, columns)]
    assert {len(matrix), len(matrix[0])} == {len(flat[0]), len(flat[1])}
    expected = sum(x * y * matrix[i][j] for i, x in enumerate(flat[0]) for j, y in enumerate(flat[1]))
    assert value(law, {"w": rows, "v": columns, **nodes, **zeros}) == expected
    for key, shape in inputs.items():
        if key != "w":  # the entries of a node, one by one
            variables = drawn(shape)
            paired = {**zeros, key: variables, "w": zero(inputs["w"])}
            assert value(law, {"v": columns, **nodes, **paired}) == inner(variables, nodes[key.removeprefix("z_")])


def zero(shape: tuple[int, ...]) -> Any:
    return [zero(shape[1:]) for _ in range(shape[0])] if shape else 0


def inner(one: Any, two: Any) -> int:
    return sum(map(inner, one, two)) if isinstance(one, list) else one * two


def test_some_nodes_of_a_ring_reach_the_rank() -> None:
    name = "rings/ring-2x3x6x4-least.json"
    ring, sign, number = read(name)
    nodes = {
        f"G{k}": [
            [
                [((p + 1) ** 2 * (i + 2) ** 3 * (q + 3) + (k + 1) * (p + i * q) ** 2) % 7 - 3 for q in range(c)]
                for i in range(b)
            ]
            for p in range(a)
        ]
        for k, (a, b, c) in enumerate(ring.parameters.values())
    }
    assert sign == "≥"
    assert claim_of(name) == {
        "kind": "tensor-rank-at-least",
        "tensor": flattening(ring, nodes).nested(),
        "rank": number,
        "field": "Q",
    }


def test_the_ring_of_the_proof_has_the_rank_of_the_theorem() -> None:
    """Its nodes span the spaces of all M with tr(M X) = 0, for the four X of the page."""
    name = "rings/ring-5x5x5x5.json"
    ring, sign, number = read(name)
    wide, tall = [[1, 0, 0], [0, 1, 0]], [[1, 0], [0, 1], [0, 0]]
    spaces = [orthogonal(X) for X in (wide, [[1, 0], [0, 2], [0, 0]], wide, tall)]
    nodes = {
        f"G{k}": [list(rows) for rows in zip(*space, strict=True)]  # by bond, mode, bond
        for k, space in enumerate(spaces)
    }
    assert (sign, number) == ("=", 5 * 5 - 1)
    assert claim_of(name) == {
        "kind": "tensor-rank-between",
        "tensor": flattening(ring, nodes).nested(),
        "lower": number,
        "upper": number,
        "field": "Q",
    }


def orthogonal(X: list[list[int]]) -> list[list[list[int]]]:
    """A basis of the matrices M with tr(M X) = 0."""
    rows, columns = len(X), len(X[0])
    basis = kernel((tuple(X[i][j] for j in range(columns) for i in range(rows)),))
    return [[[int(v[j * rows + i]) for i in range(rows)] for j in range(columns)] for v in basis]


@pytest.mark.slow
@pytest.mark.parametrize("name", TABLED)
def test_a_certificate_is_accepted(name: str) -> None:
    judgement = checker.check((OBSERVATIONS / name).read_text(encoding="utf-8"))
    assert judgement.answer == "accepted"
    assert judgement.conclusion is not None
    assert judgement.conclusion.trusts == ()
    assert judgement.conclusion.extensions
