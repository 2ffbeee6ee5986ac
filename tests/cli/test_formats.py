from __future__ import annotations

from typing import Any

import pytest

TREE = "((0,1),(2,3))"

DIMENSIONS = [
    (["ht", "--shape", "2,2,2,2", "--ranks", "2,4", "--tree", TREE], 16),
    (["tr", "--shape", "2,2,2", "--ranks", "2,2,2"], 8),
]
MORE = [
    (["tucker", "--shape", "3,3,3", "--ranks", "2,2,1"], 10),
    (["tucker", "--shape", "3,3,3", "--ranks", "2,2,2"], 14),
    (["tt", "--shape", "2,2,2,2", "--ranks", "2,2,2"], 12),
    (["tr", "--shape", "3,3,3", "--rank", "2"], 25),
    (["ht", "--shape", "3,3,3,3", "--ranks", "2,2,2,2,3,3", "--tree", TREE], 23),
    (["btd", "--shape", "4,4,3", "--blocks", "2,2"], 28),
    (["btd", "--shape", "4,4,4", "--blocks", "(2,2,2),(2,2,2)"], 40),
    (["paratuck2", "--shape", "3,3,3", "--ranks", "2,2"], 16),
    (["cp", "--shape", "3,3,3", "--terms", "4"], 26),
    (["cp", "--shape", "3", "--degrees", "4", "--terms", "5"], 14),
    (["tt-matrix", "--rows", "2,2,2", "--columns", "2,2,2", "--ranks", "2,2"], 24),
    (["t-product", "--shape", "3,4,2", "--rank", "2"], 20),
]


def answers(run: Any, arguments: list[str], dimension: int) -> bool:
    found = run("dimension", *arguments, "--json")
    answer = found.object
    return (found.code, found.err, answer["lower"], answer["upper"], answer["trusts"]) == (0, "", *[dimension] * 2, [])


@pytest.mark.parametrize(("arguments", "dimension"), DIMENSIONS)
def test_dimensions(run: Any, arguments: list[str], dimension: int) -> None:
    assert answers(run, arguments, dimension)


@pytest.mark.slow
@pytest.mark.parametrize(("arguments", "dimension"), MORE)
def test_more_dimensions(run: Any, arguments: list[str], dimension: int) -> None:
    assert answers(run, arguments, dimension)


def test_what_is_odd_is_said(run: Any) -> None:
    found = run("dimension", "tucker", "--shape", "3,3,1", "--ranks", "3,3,1")
    assert found.code == 0 and "  mode 2 has size one: the tensors are those of the other modes\n" in found.out


NETWORK = {
    "nodes": {"A": {"letters": ["i", "a"], "shape": [2, 1]}, "B": {"letters": ["a", "j"], "shape": [1, 2]}},
    "modes": {"i": 2, "j": 2},
}


def test_a_network_in_a_file(run: Any, file: Any) -> None:
    path = file("network.json", NETWORK)
    assert run("dimension", "tn", path, "-q").out == "dimension = 3 (proved)\n"
    assert run("law", "tn", path, "-q").out.startswith("f = Σ_i v0_i v1_i\n")


BAD = [
    ("tucker --shape 3,3,3", "tucker has no --ranks; it is needed, such as in tucker --shape 3,3,3 --ranks 2,2,2"),
    ("tucker 3,3 --shape 3,3 --ranks 1,1", "tucker has 1 arguments; it takes its sizes as options, such as"),
    ("tucker --shape 3,0,3 --ranks 1,1,1", "shape[1] is 0; sizes and ranks are integers from 1 on"),
    ("tucker --shape 3,x --ranks 1,1", "--shape are '3,x'; they are integers separated by commas, such as 3,2,1"),
    ("tt --shape 3,3,3 --ranks 2", "ranks has 1 entries; there are 2, one between two modes"),
    ("tt --shape 3,3 --ranks 2 --terms 2", "--terms is for cp, not for tt; leave it out"),
    ("tr --shape 3,3,3", "tr has no --rank; it is needed, such as in tr --shape 3,3,3 --rank 2"),
    ("tr --shape 3,3 --rank 2 --ranks 2,2", "tr has --rank and --ranks; give one of --rank and --ranks"),
    ("ht --shape 2,2,2 --ranks 2,2 --tree ((0,1),1)", "the tree has the modes 0,1,1; those of the shape are 0,1,2"),
    (
        "ht --shape 2,2,2 --ranks 2,2 --tree ((0,1),(2))",
        "tree[1] has 1 parts; an inner node of a tree has at least two",
    ),
    ("ht --shape 2,2,2 --ranks 2,2 --tree ((0,1)", "the tree is '((0,1)'; it is written with integers and brackets"),
    ("btd --shape 3,3,3 --blocks 2.5", "ranks[0] is 2.5; sizes and ranks are integers from 1 on"),
    ("btd --shape 3,3,3 --blocks 2,(1,2)", "ranks[1] has 2 entries; there are 3, which are (L, M, N)"),
    ("paratuck2 --shape 3,3 --ranks 2,2", "shape has 2 entries; there are 3, I, J and K"),
    ("cp --shape 3,3 --terms 0", "terms is 0; sizes and ranks are integers from 1 on"),
    ("tn", "tn has 0 arguments; it takes one file, such as tn network.json"),
    ("tn none.json", "cannot read none.json: No such file or directory"),
]


@pytest.mark.parametrize(("arguments", "sentence"), BAD)
def test_bad_input(run: Any, arguments: str, sentence: str) -> None:
    found = run("law" if "rank" in arguments else "dimension", *arguments.split())
    assert found.code == 2 and sentence in found.err and found.err.count("\n") == 1 and found.out == ""


def changed(node: str, **parts: Any) -> dict[str, Any]:
    return {**NETWORK, "nodes": {**NETWORK["nodes"], node: {**NETWORK["nodes"][node], **parts}}}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (changed("B", shape=[2, 2]), "the bond a has size 1 in A and 2 in B; they are equal"),
        (changed("B", shape=[1, 3]), "the open letter j has size 3 in B, but the tensor's mode has size 2"),
        (changed("B", shape=[1]), "the node B has 2 letters and 1 sizes; one size per letter"),
        (changed("B", shape=[1, "2"]), "the size of j in B is '2'; sizes and ranks are integers from 1 on"),
        (changed("B", more=1), "the node B is"),
        ({"nodes": {}}, "is no tensor network; it holds a tensor network, which is an object"),
        ({"nodes": {}, "modes": {}}, "nodes is {}; it gives each node its letters"),
        (changed("B", letters="aj", shape=7), "the node B has the letters 'aj' and the shape 7; both are lists"),
    ],
)
def test_bad_networks(run: Any, file: Any, content: Any, sentence: str) -> None:
    found = run("dimension", "tn", file("network.json", content))
    assert found.code == 2 and sentence in found.err and found.err.count("\n") == 1
