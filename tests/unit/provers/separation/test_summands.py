from __future__ import annotations

from typing import Any

import pytest

from algebra_tnn.laws import Law
from algebra_tnn.provers.separation import summands as module
from algebra_tnn.provers.separation.summands import summands

SHAPES = {"x": [2], "y": [2], "A": [2, 3], "s": []}


def law(output: Any, *let: list[Any]) -> Law:
    parameters = {name: shape for name, shape in SHAPES.items() if name not in "xy"}
    inputs = {name: shape for name, shape in SHAPES.items() if name in "xy"}
    return Law.from_json({"inputs": inputs, "parameters": parameters, "let": list(let), "output": output})


def written(output: Any, *let: list[Any], at: tuple[str, ...] = ()) -> list[list[tuple[str, str]]]:
    """The leaves of each network, with letters in the order in which they occur."""
    found = summands(law(output, *let), at)
    assert found is not None and set(found.at) <= set(at)
    networks = []
    for network in found.networks:
        letters: dict[int, str] = {}
        for _, word in network:
            for x in word:
                letters.setdefault(x, "abcdefghijk"[len(letters)])
        names = [content.removeprefix("constant at ") for content, _ in network]
        words = ["".join(letters[x] for x in word) for _, word in network]
        networks.append(list(zip(names, words, strict=True)))
    return networks


X2 = ["apply", [0, 0, 1], "x"]


@pytest.mark.parametrize(
    ("output", "networks"),
    [
        (["einsum", "i,i->", "x", "y"], [[("x", "a"), ("y", "a")]]),
        (["einsum", "ij,i->", "A", "x"], [[("A", "ab"), ("x", "a")]]),
        (["einsum", "i,j->", "x", "x"], [[("x", "a"), ("x", "b")]]),
        (["einsum", "i,i->", ["einsum", "ij,j->i", ["constant", [[1, 2], [3, 4]]], "x"], "y"],
         [[("output[2][2]", "ab"), ("x", "b"), ("y", "a")]]),
        (["einsum", "ii->", ["einsum", "i,j->ij", "x", "y"]], [[("x", "a"), ("y", "a")]]),
        (["einsum", "i->", X2], [[("x", "a"), ("x", "a")]]),
        (["einsum", "i->", ["apply", [3, 1, 0], "x"]], [[], [("x", "a")]]),
        (["apply", [0], "s"], []),
        (["-", "s", ["apply", [0, 0, 0, 1], "s"]], [[("s", "")], [("s", ""), ("s", ""), ("s", "")]]),
        (["take", "x", 1], [[("x", "a"), ("output", "a")]]),
        (["einsum", "ij,j->", ["take", "A", [0, 0]], ["take", ["take", "A", 1], [0, 1, 1]]],
         [[("A", "ab"), ("output[2]", "ca"), ("A", "de"), ("output[3][1]", "d"), ("output[3]", "be")]]),
        (["einsum", "i,i->", ["+", "x", "y"], ["-", "x", "y"]],
         [[(one, "a"), (two, "a")] for one in "xy" for two in "xy"]),
        (["apply", [0, 0, 1], ["+", "s", ["einsum", "i,i->", "x", "y"]]],
         [[("s", ""), ("s", "")], [("s", ""), ("x", "a"), ("y", "a")], [("x", "a"), ("y", "a"), ("s", "")],
          [("x", "a"), ("y", "a"), ("x", "b"), ("y", "b")]]),
    ],
)  # fmt: skip
def test_leaves_in_order(output: Any, networks: Any) -> None:
    assert written(output) == networks


def test_a_value_is_written_out_wherever_it_is_used() -> None:
    let = [["z", ["einsum", "ij,i->j", "A", "x"]], ["w", ["einsum", "j,j->", "z", "z"]]]
    once = [("A", "ab"), ("x", "a"), ("A", "cb"), ("x", "c")]
    assert written(["einsum", ",->", "w", "s"], *let) == [[*once, ("s", "")]]
    twice = [*once, ("A", "de"), ("x", "d"), ("A", "fe"), ("x", "f")]
    assert written(["apply", [0, 0, 1], "w"], *let) == [twice]
    assert written("w", *let, at=("z",)) == [[("z", "a"), ("z", "a")]]
    found = summands(law("w", *let), ("z", "w"))
    assert found is not None and found.at == ("w",) and found.sizes == {}


def test_sizes_are_those_of_axes() -> None:
    found = summands(law(["einsum", "i,j->", "x", ["einsum", "ij->j", ["take", "A", [0, 1, 1, 0]]]]))
    assert found is not None
    ((_, (x_axis,)), (_, (_, last)), (_, (taken, place))) = found.networks[0]
    assert [found.sizes[letter] for letter in (x_axis, taken, place, last)] == [2, 4, 2, 3]


def test_too_many_networks_or_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_NETWORKS", 20)
    monkeypatch.setattr(module, "MOST_LEAVES", 64)
    total = ["+", "s", ["einsum", "i->", "x"]]
    few, many = (["apply", [*[0] * k, 1], total] for k in (4, 5))
    long, longer = (["apply", [*[0] * k, 1], "s"] for k in (64, 65))
    for short, large in ((few, many), (long, longer), (long, ["+", long, "s"])):
        assert summands(law(short)) is not None and summands(law(large)) is None
    doubled = [["z0", "s"], *([f"z{k + 1}", ["einsum", ",->", f"z{k}", f"z{k}"]] for k in range(60))]
    assert summands(law("z60", *doubled)) is None and summands(law("z60", *doubled), ("z59",)) is not None
