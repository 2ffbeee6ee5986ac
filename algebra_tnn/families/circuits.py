"""Arithmetic circuits and recurrent networks."""

from __future__ import annotations

from algebra_tnn.families.family import Family, Form, same

_BUILDING = "algebra_tnn.families.building"
_RECURRENT = "algebra_tnn.models.recurrent"
_STEPS = {"inputs": "steps", "dimension": "dimension", "hidden": "hidden"}
_MOST_INPUTS = {"inputs": 256}

CIRCUITS = (
    Family(
        "convac",
        "deep convolutional arithmetic circuits; the tree says which inputs are multiplied first, and several trees "
        "with + between them are a sum of circuits; with a window circuits whose windows overlap",
        Form(f"{_BUILDING}:deep_circuit", same("inputs", "dimension", "channels", "shared", "tree"), most=_MOST_INPUTS),
        "convac --inputs 4 --dimension 3 --channels 3,2",
        others=(
            Form(
                "algebra_tnn.models.circuits:OverlappingCircuit",
                {**same("inputs", "dimension", "channels", "window"), "strides": "stride", "shared": "shared"},
                most=_MOST_INPUTS,
                example="convac --inputs 4 --dimension 2 --channels 2,2,2 --window 2",
            ),
        ),
    ),
    Family(
        "shallow",
        "shallow arithmetic circuits, sums of products of linear forms",
        Form(
            "algebra_tnn.models.circuits:ShallowCircuit",
            same("inputs", "dimension", "width", "shared"),
            most=_MOST_INPUTS,
        ),
        "shallow --inputs 4 --dimension 3 --width 5",
    ),
    Family(
        "rac",
        "recurrent arithmetic circuits: polynomials in their inputs, or with templates tensors of values",
        Form(
            f"{_RECURRENT}:RecurrentCircuit",
            {**_STEPS, "depth": "depth", "templates": "templates"},
            most=_MOST_INPUTS,
        ),
        "rac --steps 2 --dimension 2 --hidden 2 --depth 2",
    ),
    Family(
        "rnn",
        "multiplicative recurrent networks: tensor trains with one core for all steps",
        Form(f"{_RECURRENT}:MultiplicativeRNN", _STEPS, most=_MOST_INPUTS),
        "rnn --steps 3 --dimension 2 --hidden 2",
    ),
    Family(
        "mps",
        "tensor trains with a core of its own at each input; with labels classifiers, whose last input is the unit "
        "vector of the label",
        Form(f"{_BUILDING}:train", same("inputs", "dimension", "hidden"), most=_MOST_INPUTS),
        "mps --inputs 4 --dimension 2 --bond 2",
        others=(
            Form(
                f"{_RECURRENT}:MPSClassifier",
                {"inputs": "inputs", "dimension": "dimension", "hidden": "bond", "labels": "labels"},
                most=_MOST_INPUTS,
                example="mps --inputs 3 --dimension 2 --bond 2 --labels 3",
            ),
        ),
    ),
    Family(
        "2rnn",
        "second-order recurrent networks without activation",
        Form(f"{_RECURRENT}:SecondOrderRNN", _STEPS, most=_MOST_INPUTS),
        "2rnn --steps 3 --dimension 2 --hidden 2",
    ),
    Family(
        "cprnn",
        "second-order recurrent networks whose tensor has a rank",
        Form(f"{_RECURRENT}:CPRNN", {**_STEPS, "rank": "rank"}, most=_MOST_INPUTS),
        "cprnn --steps 3 --dimension 2 --hidden 2 --rank 2",
    ),
    Family(
        "mirnn",
        "recurrent networks with multiplicative integration, without activation",
        Form(f"{_RECURRENT}:MIRNN", _STEPS, most=_MOST_INPUTS),
        "mirnn --steps 3 --dimension 2 --hidden 2",
    ),
    Family(
        "hidden-markov",
        "hidden Markov models: chains of hidden states with weights, as tensors of what is seen",
        Form(
            "algebra_tnn.models.probabilistic:HiddenMarkovModel",
            {"inputs": "steps", "dimension": "symbols", "hidden": "states"},
            most=_MOST_INPUTS,
        ),
        "hidden-markov --steps 4 --dimension 3 --hidden 2",
    ),
    Family(
        "boltzmann",
        "restricted Boltzmann machines: what hidden units leave of visible ones",
        Form(
            "algebra_tnn.models.probabilistic:RestrictedBoltzmannMachine",
            {"inputs": "visible", "hidden": "hidden"},
            most=_MOST_INPUTS,
        ),
        "boltzmann --inputs 3 --hidden 2",
    ),
    Family(
        "born",
        "Born machines: squares of tensor trains",
        Form(
            "algebra_tnn.models.probabilistic:BornMachine",
            {"inputs": "sites", "dimension": "dimension", "hidden": "bond"},
            most=_MOST_INPUTS,
        ),
        "born --inputs 3 --dimension 3 --bond 2",
    ),
)
