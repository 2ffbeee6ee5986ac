"""Networks in layers: polynomial, rectified, analytic, equivariant, attention, convolutional."""

from __future__ import annotations

from algebra_tnn.families.family import Family, Form, same

_WIDTHS: dict[tuple[str, ...], str] = {("widths",): "the widths"}

LAYERED = (
    Family(
        "pnn",
        "polynomial networks",
        Form(
            "algebra_tnn.models:PolynomialNetwork",
            {
                "widths": "widths",
                "degree": "degrees",
                "degrees": "degrees",
                "activation": "activations",
                "biases": "biases",
            },
            hidden=("widths", 2),
        ),
        "pnn 3,2,1 --degree 2",
        _WIDTHS,
    ),
    Family(
        "free-activations",
        "networks in which each neuron has an activation of its own, a polynomial of a degree with free coefficients",
        Form("algebra_tnn.models.derivatives:FlexibleNetwork", {"widths": "widths", "degree": "basis"}),
        "free-activations 2,2,1 --degree 3",
        _WIDTHS,
    ),
    Family(
        "linear",
        "networks without activations",
        Form("algebra_tnn.models:PolynomialNetwork", same("widths", "biases"), {"degrees": 1}),
        "linear 2,2,2",
        _WIDTHS,
    ),
    Family(
        "relu",
        "networks with max(0, t) after each hidden layer",
        Form("algebra_tnn.models.rectified:RectifiedNetwork", same("widths", "biases")),
        "relu 2,3,1",
        _WIDTHS,
    ),
    *(
        Family(
            name,
            f"Taylor polynomials of networks with {name} and biases",
            Form("algebra_tnn.families.building:jets", same("widths", "taylor"), {"activation": name}),
            f"{name} 2,2,1 --taylor 3",
            _WIDTHS,
        )
        for name in ("tanh", "sigmoid", "exp")
    ),
    Family(
        "cyclic",
        "networks of group convolutions on positions around a circle, read at one of them",
        Form(
            "algebra_tnn.models.equivariant:EquivariantNetwork.cyclic",
            {
                "order": "order",
                "channels": "channels",
                "degree": "degrees",
                "degrees": "degrees",
                "activation": "activations",
            },
            {"output": "one"},
            ("channels", 2),
        ),
        "cyclic 4 1,2,1 --degree 2",
        {("order",): "the order of the group", ("channels",): "the channels"},
    ),
)

STRUCTURED = (
    Family(
        "attention",
        "lightning attention, a map of all tokens; or linear attention, read at one token",
        Form("algebra_tnn.families.building:lightning", same("layers", "d", "a", "tokens", "outputs")),
        "attention --layers 2 --d 3 --a 2 --tokens 2",
        others=(
            Form(
                "algebra_tnn.models.attention:LinearAttention",
                {"inputs": "tokens", "dimension": "dimension", "depth": "depth"},
                example="attention --inputs 2 --dimension 2 --depth 1",
            ),
        ),
    ),
    Family(
        "cnn",
        "convolutional networks in one dimension, with as many inputs as give one output, or more",
        Form(
            "algebra_tnn.models.structured:ConvolutionalNetwork.at_one",
            {
                "filters": "filters",
                "strides": "strides",
                "channels": "channels",
                "degree": "degrees",
                "degrees": "degrees",
                "activation": "activations",
            },
            hidden=("filters", 1),
        ),
        "cnn --filters 3,2 --degree 2",
        others=(
            Form(
                "algebra_tnn.models.structured:ConvolutionalNetwork",
                {
                    "inputs": "inputs",
                    "filters": "filters",
                    "strides": "strides",
                    "channels": "channels",
                    "degree": "degrees",
                    "degrees": "degrees",
                    "activation": "activations",
                },
                hidden=("filters", 1),
                example="cnn --inputs 5 --filters 3,2 --degree 2",
            ),
        ),
    ),
    Family(
        "tensorized",
        "layers whose matrix is in the tensor train format",
        Form("algebra_tnn.models.structured:TrainLayer", same("rows", "columns", "ranks")),
        "tensorized --rows 2,2 --columns 3,3 --ranks 2",
    ),
    Family(
        "low-rank-update",
        "layers with a given matrix and an update of a rank, with as many outputs and inputs as the shape says",
        Form("algebra_tnn.families.building:low_rank_update", same("shape", "rank")),
        "low-rank-update --shape 3,4 --rank 1",
    ),
    Family(
        "pi-net",
        "Π-nets, products of linear maps that skip layers",
        Form("algebra_tnn.models.products:PiNet", same("dimension", "rank", "degree", "outputs")),
        "pi-net --dimension 3 --rank 2 --degree 2",
    ),
    Family(
        "factorization-machine",
        "factorization machines, whose products of so many inputs have coefficients of a rank",
        Form(
            "algebra_tnn.models.products:FactorizationMachine",
            {"inputs": "features", "dimension": "dimension", "rank": "rank", "degree": "order"},
        ),
        "factorization-machine --inputs 4 --rank 2",
    ),
)
