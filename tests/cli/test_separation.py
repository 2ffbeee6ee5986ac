"""``separation``, ``depth`` and ``mincut``: answers, pictures and what is refused."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from algebra_tnn.cli.failures import BadInput
from algebra_tnn.cli.partitions import partition_of, said_partition

CONVAC = ["convac", "--inputs", "4", "--dimension", "3", "--channels", "3,2"]
GRAPH = {"vertices": {"A": 3, "B": 3, "C": None}, "edges": [["A", "C", 2], ["B", "C", 2]]}
RING = {
    "nodes": {
        "A": {"letters": ["i", "a", "b"], "shape": [3, 2, 2]},
        "B": {"letters": ["j", "b", "c"], "shape": [3, 2, 2]},
        "C": {"letters": ["k", "c", "a"], "shape": [3, 2, 2]},
    },
    "modes": {"i": 3, "j": 3, "k": 3},
}
LAW = {
    "inputs": {"x": [2], "y": [2]},
    "parameters": {"A": [2, 2]},
    "let": [],
    "output": ["einsum", "ij,i,j->", "A", "x", "y"],
}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("0,2", (0, 2)),
        (" 3 , 1 ", (1, 3)),
        ("x0,2", (0, 2)),
        ("a", (0,)),
        ("", ()),
        ("start-end", (0, 1)),
        ("half", (0, 1)),
        ("odd-even", (0, 2)),
        ("alternate", (0, 2)),
    ],
)
def test_partitions(text: str, side: tuple[int, ...]) -> None:
    assert partition_of(text, ["x0", "x1", "x2", "x3"], "abcd") == side


def test_a_name_goes_before_a_word() -> None:
    assert partition_of("half", ["x", "half", "y", "z"]) == (1,)
    assert said_partition((0, 2), "abcd") == "a, c | b, d" and said_partition((), "a") == "none | a"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("4", "names 4, which is no input; they have the positions 0 to 3 and the names x0 to x3"),
        ("-1", "names -1, which is no input"),
        ("z", "names z, which is no input"),
        ("0,2,0", "has the input 0 twice in '0,2,0'; each is on one side, so name it once"),
        ("x2,2", "has the input 2 twice"),
        ("0,,2", "is '0,,2' with an empty place; it has positions or names of one side, such as 0,2, or start-end"),
        ("half,0", "names half, which is no input"),
        ("99999999999", "names 99999999999, which is no input"),
    ],
)
def test_bad_partitions(text: str, sentence: str) -> None:
    with pytest.raises(BadInput) as error:
        partition_of(text, ["x0", "x1", "x2", "x3"])
    assert sentence in str(error.value)


BAD = [
    ("separation convac --inputs 4 --dimension 3 --channels 3,2", "there is neither --partition nor --all-partitions"),
    (
        "separation convac --inputs 4 --dimension 3 --channels 3,2 --partition 0 --all-partitions",
        "there is both --partition and --all-partitions; give one of them",
    ),
    (
        "separation convac --inputs 6 --dimension 3 --channels 3,2 --partition 0",
        "inputs is 6, which is no power of two, so that no balanced binary tree has as many leaves; give a tree in "
        "which all inputs stand in equally many brackets, such as ((0,1),(2,3),(4,5))",
    ),
    ("separation convac --inputs 4 --dimension 3 --channels 3 --partition 0", "channels has 1 entries; there are 2"),
    ("separation convac --inputs 4 --dimension 3 --channels 3,-2 --partition 0", "channels[1] is -2; sizes"),
    ("separation convac --inputs 4 --dimension -3 --channels 3,2 --partition 0", "dimension is -3; sizes"),
    (
        "separation convac --inputs 4 --channels 3,2 --partition 0",
        "convac has no --dimension; it is needed, such as in",
    ),
    ("separation convac 3 --partition 0", "convac has 1 arguments; it takes its sizes as options, such as convac"),
    ("separation convac --inputs 4 --dimension 3 --channels 3,2 --hidden 2 --partition 0", "--hidden is for rac, rnn"),
    ("separation shallow --inputs 2000 --dimension 3 --width 2 --partition 0", "--inputs is 2000; at most 256 are"),
    ("separation mps --inputs 1 --dimension 3 --bond 2 --partition 0", "shape has 1 entries; there are at least 2"),
    ("separation rac --steps 4 --dimension 3 --hidden 3 --depth 0 --partition 0", "depth is 0; sizes and ranks"),
    (
        "separation convac --inputs 4 --dimension 2 --channels 2,2 --tree ((0,1),(2,2)) --partition 0",
        "the tree has the inputs 0,1,2,2; those of the circuit are 0,1,2,3, each once",
    ),
    (
        "separation convac --inputs 4 --dimension 2 --channels 2,2 --tree ((0,1),(2,3) --partition 0",
        "the tree is '((0,1),(2,3)'; it is written with integers and brackets",
    ),
    ("separation convac --inputs 4 --dimension 3 --channels 3,2 --partition 0,0", "has the input 0 twice in '0,0'"),
    ("separation convac --inputs 4 --dimension 3 --channels 3,2 --partition 7", "names 7, which is no input"),
    ("separation pnn 3,2,2 --degree 2 --partition 0", "the output of the law has the shape (2,)"),
    (
        "separation mps --inputs 2 --dimension 2 --bond 2 --partition 0 --field GF(4)",
        "the field is GF(4), but 4 is not",
    ),
    ("separation net.json --partition 0", "cannot read net.json: No such file or directory"),
    ("mincut tr --shape 3,3,3 --rank 2", "mincut has no --partition; give positions or names of one side"),
    ("mincut pnn 3,2,1 --degree 2 --partition 0", "pnn is no tensor network; separation bounds the ranks of other"),
    ("mincut tr --shape 3,3,3 --rank 2 --partition 0 --draw cut.txt", "--draw cut.txt has no known ending; pictures"),
    ("mincut tr --shape 3,3,3 --rank 2 --partition 0 --draw none/cut.svg", "--draw none/cut.svg: the folder"),
    ("separation rac --steps 2 --dimension 2 --hidden 2 --depth 1 --partition 0 --draw c.svg", "--draw draws a tensor"),
    ("separation mps --inputs 3 --dimension 2 --bond 2 --all-partitions -o c.json", "-o is for one partition"),
    ("depth pnn 3,2,2 --degree 2", "the law has 1 input"),
]


@pytest.mark.parametrize(("arguments", "sentence"), BAD)
def test_bad_input(run: Any, arguments: str, sentence: str) -> None:
    found = run(*arguments.split())
    assert found.code == 2 and sentence in found.err and found.err.count("\n") == 1 and found.out == ""


def test_without_matplotlib(run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    found = run("mincut", "tr", "--shape", "3,3,3", "--rank", "2", "--partition", "0", "--draw", tmp_path / "c.svg")
    assert found.code == 2 and "--draw needs matplotlib, which is not installed; install it" in found.err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            {**GRAPH, "edges": [["A", "B", "C", 2]]},
            'edges[0] is ["A", "B", "C", 2]; a bond joins two vertices, such as',
        ),
        ({**GRAPH, "edges": [["A", 2]]}, 'edges[0] is ["A", 2]; a bond joins two vertices'),
        ({**GRAPH, "edges": [2]}, "edges[0] is 2; a bond joins two vertices"),
        ({**GRAPH, "edges": [["A", "D", 2]]}, 'edges[0] ends at "D", which is no vertex; they are A, B, C'),
        ({**GRAPH, "edges": [["A", [], 2]]}, "edges[0] ends at [], which is no vertex"),
        ({**GRAPH, "edges": [["A", "A", 2]]}, 'edges[0] is ["A", "A", 2]; a bond joins two vertices'),
        ({**GRAPH, "edges": [["A", "B", -2]]}, "the size of edges[0] is -2; sizes and ranks are integers"),
        (
            {**GRAPH, "vertices": {"A": -3, "B": 2, "C": 2}},
            "the mode of A is -3; sizes and ranks are integers from 1 on",
        ),
        ({**GRAPH, "vertices": {"A": 3, "B": None, "C": None}}, "modes has 1 entries; a tensor has at least two modes"),
        ({**GRAPH, "vertices": []}, "is no graph; it holds a tensor network"),
        ({"graph": 1}, "a law is an object with exactly the keys"),
        ([1, 2], "it holds [1, 2]; a law, which is an object"),
    ],
)
def test_bad_graphs(run: Any, file: Any, content: Any, sentence: str) -> None:
    found = run("mincut", file("network.json", content), "--partition", "0")
    assert found.code == 2 and sentence in found.err and found.err.count("\n") == 1 and found.out == ""


KEYS = (
    "command name formula partition inputs lower upper field probable error_bound parameters cut status trusts notes "
    "explanation certificate"
)


def test_the_answer(run: Any, tmp_path: Any) -> None:
    path = tmp_path / "c.json"
    found = run("separation", *CONVAC, "--partition", "0,x2", "-o", path, "--json")
    answer = found.object
    assert (found.code, found.err, " ".join(answer)) == (0, "", KEYS)
    assert (answer["lower"], answer["upper"], answer["probable"], answer["error_bound"]) == (9, 9, 9, 0)
    assert (answer["partition"], answer["inputs"], answer["field"]) == ([0, 2], ["x0", "x2"], "Q")
    assert (answer["status"], answer["trusts"], answer["certificate"]) == ("proved", [], str(path))
    assert run("check", path).out.endswith(
        "accepted: separation-rank-between, lower 9, upper 9, over Q and every extension, trusts nothing\n"
    )


RANKS = [
    ("convac --inputs 4 --dimension 3 --channels 3,2 --partition half", 2),
    ("convac --inputs 4 --dimension 3 --channels 3,2 --partition half --tree ((0,2),(1,3))", 9),
    ("convac --inputs 4 --dimension 2 --channels 2,2 --partition half --tree ((0,1),(2,3))+((0,2),(1,3))", 4),
    ("convac --inputs 4 --dimension 3 --channels 2,2 --partition odd-even --shared", 4),
    ("shallow --inputs 4 --dimension 3 --width 2 --partition 0", 2),
    ("rac --steps 4 --dimension 3 --hidden 3 --depth 1 --partition start-end", 3),
    ("rac --steps 4 --dimension 3 --hidden 3 --depth 2 --partition start-end --templates", 9),
    ("rnn --steps 4 --dimension 3 --hidden 2 --partition alternate", 6),
    ("mps --inputs 4 --dimension 2 --bond 3 --partition alternate", 4),
    ("mps --inputs 3 --dimension 2 --bond 2 --labels 3 --partition 3", 3),
    ("cprnn --steps 2 --dimension 2 --hidden 2 --rank 2 --partition half", 2),
    ("tr --shape 3,3,3 --rank 2 --partition 0", 3),
    ("segre 3,3,3 --secant 2 --partition 0", 2),
    ("mps --inputs 3 --dimension 2 --bond 3 --partition ,", 1),
    ("rnn --steps 2 --dimension 2 --hidden 2 --partition 0 --field GF(7)", 2),
]


@pytest.mark.slow
@pytest.mark.parametrize(("arguments", "rank"), RANKS)
def test_ranks(run: Any, arguments: str, rank: int) -> None:
    words = ["" if word == "," else word for word in arguments.split()]
    assert run("separation", *words, "-q").out == f"separation rank = {rank} (proved)\n"


@pytest.mark.slow
def test_files(run: Any, file: Any) -> None:
    law, network, graph = file("law.json", LAW), file("network.json", RING), file("graph.json", GRAPH)
    for path, side, rank in ((law, "x", 2), (network, "i", 3), (network, "0,1", 3), (graph, "iA", 2)):
        assert run("separation", path, "--partition", side, "-q").out == f"separation rank = {rank} (proved)\n"
    assert (
        run("dimension", network, "-q").out == run("dimension", "tn", network, "-q").out == "dimension = 25 (proved)\n"
    )
    given = {**LAW, "parameters": {}, "output": ["einsum", "i,i->", "x", "y"]}
    found = run("separation", file("given.json", given), "--partition", "0", "-v")
    assert found.out.startswith("separation rank = 2 (proved)\n  a law, over Q, for these weights\n  x | y\n")


def test_all_bipartitions(run: Any) -> None:
    found = run("separation", "mps", "--inputs", "3", "--dimension", "2", "--bond", "1", "--all-partitions", "--json")
    answer = found.object
    assert (found.code, " ".join(answer)) == (0, "command name status trusts partitions")
    rows = [(row["partition"], row["lower"], row["upper"]) for row in answer["partitions"]]
    assert rows == [([0], 1, 1), ([0, 1], 1, 1), ([0, 2], 1, 1)]


def test_depth(run: Any, tmp_path: Any) -> None:
    path = tmp_path / "c.json"
    found = run("depth", "rnn", "--steps", "4", "--dimension", "3", "--hidden", "2", "-o", path, "--json")
    answer = found.object
    assert (found.code, answer["command"], answer["lower"], answer["partition"]) == (0, "depth", 6, [0, 2])
    assert answer["statement"].startswith("for almost all parameters the output is no sum of fewer than 6 products")
    assert "accepted: separation-rank-at-least, rank 6" in run("check", path).out
    assert answer["certificate"] == str(path) and answer["status"] == "proved"


def test_the_bonds_of_a_graph_are_in_the_order_of_its_edges(run: Any, file: Any) -> None:
    """A star: the cut around one end is its edge."""
    edges = [["D", "A", 2], ["B", "D", 3], ["C", "D", 4]]
    path = file("star.json", {"vertices": {"D": None, "C": 9, "B": 9, "A": 9}, "edges": edges})
    for vertex, bond in (("A", "b0 (2)"), ("B", "b1 (3)"), ("C", "b2 (4)")):
        found = run("mincut", path, "--partition", f"i{vertex}", "-q")
        assert found.out.startswith(f"cut = {bond[4]}: {bond}\n")


def test_mincut(run: Any, tmp_path: Any) -> None:
    path = tmp_path / "c.json"
    arguments = ["tr", "--shape", "3,3,3,3", "--ranks", "2,2,3,2", "--partition", "0,1"]
    found = run("mincut", *arguments, "-o", path, "--json")
    answer = found.object
    assert found.code == 0 and (answer["cut"], answer["product"], answer["relation"]) == (6, "2 · 3 = 6", "equal")
    assert answer["cuts"] == [
        {"letters": {"r0": 2, "r2": 3}, "product": "2 · 3 = 6", "size": 6, "inside": ["G0", "G1"]}
    ]
    assert (answer["lower"], answer["upper"], answer["drawing"], answer["certificate"]) == (6, 6, None, str(path))
    assert set(answer) == {*KEYS.split(), "product", "cuts", "relation", "below", "drawing"}
    plain = run("mincut", *arguments, "-q").out
    assert plain == "cut = 2 · 3 = 6: r0 (2), r2 (3)\nthe generic rank is 6, equal to the cut (proved)\n"


@pytest.mark.slow
def test_other_cuts(run: Any) -> None:
    two = run("mincut", "btd", "--shape", "4,4,3", "--blocks", "2,1", "--partition", "0")
    assert two.out.startswith("cut = 2 + 1 = 3\n  2: l0 (2)\n  nodes A0 | B0, c0\n  1: l1 (1)\n  nodes A1 | B1, c1\n")
    empty = run("mincut", "cp", "--shape", "3,3,3", "--terms", "2", "--partition", "", "-q")
    assert empty.out == "cut = 1: nothing\nthe generic rank is 1, equal to the cut (proved)\n"
    below = run("mincut", "tr", "--shape", "3,3,3,3", "--rank", "2", "--partition", "0,2", "-q")
    assert below.out.startswith("cut = 3 · 3 = 9: ")
    assert below.code == 0 and below.out.endswith("\nthe generic rank is 8, below the cut (proved)\n")


@pytest.mark.slow
def test_the_certificate_of_a_cut_that_is_missed(run: Any, tmp_path: Any) -> None:
    path = tmp_path / "c.json"
    found = run("mincut", "tr", "--shape", "2,3,4,3", "--rank", "2", "--partition", "0,2", "-o", path, "--json").object
    assert (found["cut"], found["relation"], found["lower"], found["upper"]) == (8, "below", 7, 8)
    assert found["below"].startswith("proved over Q and every extension of it by dense-orbits")
    assert run("check", path).out.startswith(f"{path}: accepted: dimension-at-most, rank 55")  # 48 entries of nodes


@pytest.mark.slow
def test_a_cut_is_found_where_the_rank_is_too_large(run: Any) -> None:
    arguments = ["tr", "--shape", "90,90,90,90", "--rank", "40", "--partition", "0,1"]
    found = run("mincut", *arguments, "--json")
    answer = found.object
    assert (found.code, answer["product"], answer["relation"]) == (3, "40 · 40 = 1600", "undecided")
    assert "lower" not in answer and "take fewer inputs" in answer["notes"][0]
    assert (
        "whether the generic rank is 1600 is undecided: the separation rank is" in run("mincut", *arguments, "-q").out
    )


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["svg", "png", "pdf"])
def test_pictures(run: Any, tmp_path: Any, kind: str) -> None:
    first, second = tmp_path / f"a.{kind}", tmp_path / f"b.{kind}"
    for path in (first, second):
        found = run("mincut", "tr", "--shape", "3,3,3", "--rank", "2", "--partition", "0", "--draw", path, "--json")
        assert found.code == 0 and found.object["drawing"] == str(path)
    assert first.read_bytes() == second.read_bytes()
    if kind == "svg":
        text = first.read_text(encoding="utf-8")
        assert text.startswith("<?xml") and ">r0: 2</text>" in text and "cut: i0 = 3" in text
    ranks = tmp_path / f"ranks.{kind}"
    arguments = ["mps", "--inputs", "3", "--dimension", "2", "--bond", "2"]
    assert f"drawn in {ranks}" in run("separation", *arguments, "--all-partitions", "--draw", ranks).out
    assert f"drawn in {ranks}" in run("separation", *arguments, "--partition", "0", "--draw", ranks).out


@pytest.mark.slow
def test_bounds_that_do_not_meet_have_a_certificate(run: Any, tmp_path: Any) -> None:
    path = tmp_path / "c.json"
    found = run("separation", "tr", "--shape", "3,3,3,3", "--rank", "2", "--partition", "0,2", "-o", path, "--json")
    answer = found.object
    assert answer["certificate"] == str(path) and answer["lower"] == 8 and (found.code == 3) == (answer["upper"] > 8)
    assert f"separation-rank-between, lower 8, upper {answer['upper']}" in run("check", path).out
