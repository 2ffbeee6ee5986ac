from __future__ import annotations

import pytest

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import SeparationRankAtMost
from algebra_tnn.explore.bipartitions import bipartitions
from algebra_tnn.laws import Law
from algebra_tnn.provers.separation import Part, best_cut, cut, described
from algebra_tnn.tensors.formats import HierarchicalFormat, RingFormat, TensorNetwork, TrainFormat
from algebra_tnn.verification import verify
from tests.unit.provers.separation.laws import LAWS, TRAIN, recurrent, two_layers


@pytest.mark.parametrize("name", LAWS)
def test_bounds(name: str) -> None:
    law, inputs, _, bound = LAWS[name]
    others = tuple(x for x in law.input_names if x not in inputs)
    for side in (inputs, others):
        found = best_cut(law, side)
        assert found is not None and found.bound == bound
    assert verify(SeparationRankAtMost(law, inputs, bound), by=cut).status == "proved"
    if bound:
        shortfall = cut(SeparationRankAtMost(law, inputs, bound - 1))
        assert isinstance(shortfall, Shortfall)
        assert shortfall.reason == f"{bound - 1} is asked, the cut that was found proves {bound}"


@pytest.mark.parametrize(
    "network",
    [
        TrainFormat((2, 3, 2, 3), (2, 4, 2)),
        RingFormat((2, 3, 3, 2), (2, 3, 1, 2)),
        HierarchicalFormat((2, 3, 2, 2), None, (2, 3)),
        TensorNetwork(
            {"A": "iaz", "B": "jaz", "C": "kz", "D": "z"}, {**dict.fromkeys("ijk", 5), "a": 2, "z": 2}, "ijk"
        ),
    ],
)
def test_of_a_network_it_is_the_min_cut(network: TrainFormat | RingFormat) -> None:
    law = network.law()
    for side in bipartitions(network.order):
        found = best_cut(law, tuple(law.input_names[i] for i in side))
        assert found is not None and found.bound == network.min_cut(side)


def test_what_is_cut() -> None:
    found = best_cut(TRAIN, ("x0", "x2"))
    assert found is not None
    assert described(found.parts) == "2 between G0 and G1 · 3 between x2 and G2"
    assert [part.to_dict() for part in found.parts] == [
        {
            "size": 6,
            "letters": [{"size": 2, "between": [["G0"], ["G1"]]}, {"size": 3, "between": [["x2"], ["G2"]]}],
            "monomials": None,
        }
    ]


def test_values_of_one_side_stay_opaque() -> None:
    law = recurrent(6, 3, 2)
    found = best_cut(law, ("x0", "x1", "x2"))
    assert found is not None and found.summands.at == ("one2", "two2")
    assert described(found.parts) == "8 monomials in one2^3, two2"
    assert found.parts[0].to_dict() == {"size": 8, "letters": [], "monomials": {"one2": 3, "two2": 1}}


def test_an_opaque_value_is_opened_where_that_is_better() -> None:
    """The state h2 has five entries, but only two of h1 come in; h1 enters twice more, and has three monomials."""

    law = Law.from_json(
        {
            "inputs": {"x": [4], "y": [6]},
            "parameters": {"A": [2, 4], "B": [5, 2], "C": [2, 2, 5, 6]},
            "let": [
                ["h1", ["einsum", "ij,j->i", "A", "x"]],
                ["h2", ["einsum", "ij,j->i", "B", "h1"]],
            ],
            "output": ["einsum", "ijkl,i,j,k,l->", "C", "h1", "h1", "h2", ["apply", [0, 0, 0, 1], "y"]],
        }
    )
    found = best_cut(law, ("x",))
    assert found is not None and (found.bound, found.summands.at) == (4, ("h1",))


def test_many_parts_are_told_in_short() -> None:
    found = best_cut(two_layers(5, 2), ("x",))
    assert found is not None and found.bound == 10
    one = "(1 product with no input of one side)"
    assert described(found.parts) == f"2 monomials in y + 3 times (2 between a and v, b) + 2 times {one}"
    several = [Part(n, (), (("x", n),)) for n in range(1, 7)]
    assert (
        described(several)
        == "6 monomials in x^6 + 5 monomials in x^5 + 4 monomials in x^4 + 3 monomials in x^3 + 2 more parts"
    )
    assert described([]) == "nothing is left" and str(Part(1, (), None)) == "1 product without common letters"


def test_too_many_networks() -> None:
    law = two_layers(12, 1)
    found = cut(SeparationRankAtMost(law, ("x",), 100))
    assert isinstance(found, Shortfall)
    assert found.reason == "written out as a sum of networks, the law has too many of them"


def test_the_evidence() -> None:
    law, inputs, *_ = LAWS["one side each"]
    found = cut(SeparationRankAtMost(law, inputs, 2))
    assert isinstance(found, Certificate) and set(found.evidence) == {"at", "networks"}
    assert found.evidence["at"] == [] and len(found.evidence["networks"]) == 2
