from __future__ import annotations

import random
from typing import Any

import pytest

from algebra_tnn.models import PolynomialNetwork
from algebra_tnn.models.structured import (
    Convolution,
    ConvolutionalNetwork,
    CPConvolution,
    LightningAttention,
    LowRankUpdate,
    StructuredProduct,
    TrainConvolution,
    TrainLayer,
    TuckerConvolution,
    WeightGradient,
)

NETWORK = PolynomialNetwork((2, 2, 1), degrees=2)
UNIT = [[1, 0], [0, 1]]


def drawn(shapes: dict[str, Any], seed: int = 1) -> dict[str, Any]:
    rng = random.Random(seed)

    def entries(shape: tuple[int, ...]) -> Any:
        return [entries(shape[1:]) for _ in range(shape[0])] if shape else rng.randint(-9, 9)

    return {name: entries(shape) for name, shape in shapes.items()}


@pytest.mark.parametrize(
    "layer",
    [
        CPConvolution((3, 4), (2, 2), (2, 3), 2),
        TuckerConvolution((3, 4), (2, 2), (2, 3), (1, 2), stride=2),
        TrainConvolution((3, 4), (2, 1), (2, 3), (2, 2, 1)),
    ],
    ids=str,
)
def test_kernels_are_tensors_of_their_format(layer: Any) -> None:
    """The kernel at nodes, and then the convolution with it, is the cascade at these nodes."""
    nodes, x = drawn(layer.parameters), drawn(layer.inputs)
    whole = Convolution(layer.image, layer.window, layer.channels, stride=layer.stride)
    assert layer({**x, **nodes}) == whole({**x, "K": layer.kernel.tensor(nodes)})
    assert layer.kernel.networks[0].shape == layer.kernel_shape == whole.parameters["K"]


def test_a_train_layer_is_its_matrix() -> None:
    layer = TrainLayer(rows=(2, 1), columns=(1, 2), ranks=(1,))
    cores = {"G0": [[[[2]], [[3]]]], "G1": [[[[5], [7]]]]}
    assert layer({"x": [[1, 10]], **cores}) == [[2 * 75], [3 * 75]]
    assert layer.matrix.tensor(cores) == [[[[10, 14]]], [[[15, 21]]]]


def test_strides_in_one_dimension() -> None:
    network = ConvolutionalNetwork(6, filters=(2, 2), degrees=1, strides=2)
    assert network.widths == (6, 3, 1) and network.strides == (2, 2)
    assert network({"x": [1, 2, 3, 4, 5, 6], "w1": [1, 10], "w2": [1, 100]}) == [21 + 4300]
    assert network.network.parameters == {"W1": (2,), "W2": (2,)}


def test_text() -> None:
    texts = {
        TrainLayer((2, 2), (3, 2), (2,)): "tensor train layer from 3×2 to 2×2 with ranks 2",
        LowRankUpdate(3, 2, 1): "layer from 2 to 3 with an update of rank 1",
        Convolution((5, 4), (2, 3), (1, 2)): "convolution 2×3 of 5×4 from 1 to 2 channels",
        CPConvolution((5, 4), (2, 3), (1, 2), 2, stride=2): (
            "CP convolution 2×3 of 5×4 from 1 to 2 channels with stride 2, rank 2"
        ),
        ConvolutionalNetwork(5, (3, 2), 2): "convolutional network 5,3,2 with t², filters 3,2, strides 1,1",
        LightningAttention(3, 2, 1, 2): "lightning attention from 3 to 2 on 2 tokens with rank 1",
        WeightGradient(NETWORK, 1, 3): "gradient by W1 of pnn 2,2,1 with t² over 3 samples",
        StructuredProduct([[UNIT], [UNIT, UNIT]]): "product of matrices 2←2←2 with 1,2 parameters",
    }
    assert {model: str(model) for model in texts} == texts


def test_a_tangent_of_the_loss() -> None:
    """The gradient by finite differences: the loss is quadratic in the weights of the last layer."""
    gradient = WeightGradient(NETWORK, layer=2, samples=2)
    given = drawn(gradient.parameters)

    def loss(W2: Any) -> Any:
        outputs = [NETWORK(x, {"W1": given["W1"], "W2": W2}) for x in given["X"]]
        return sum((z[0] - y[0]) ** 2 for z, y in zip(outputs, given["Y"], strict=True))

    (a, b) = given["W2"][0]
    for v, (up, down) in {(1, 0): ([[a + 1, b]], [[a - 1, b]]), (0, 1): ([[a, b + 1]], [[a, b - 1]])}.items():
        assert 4 * gradient({"u": [1], "v": list(v), **given}) == loss(up) - loss(down)


@pytest.mark.parametrize(
    ("make", "kind", "message"),
    [
        (lambda: TrainLayer((2, 2), (2,), (2,)), ValueError, "columns has 1 entries; there are 2, as many as rows has"),
        (lambda: TrainLayer((2, 2), (2, 2), (2, 2)), ValueError, "ranks has 2 entries; there are 1, one between two"),
        (lambda: TrainLayer(2, (2,), ()), TypeError, "rows is 2; it is a list of integers"),
        (lambda: LowRankUpdate(3, 3, 0), ValueError, "rank is 0; "),
        (lambda: LowRankUpdate("3", 3, 1), TypeError, "rows is '3'; "),
        (lambda: Convolution((3,), (1, 1), (1, 1)), ValueError, "image has 1 entries; there are 2, height and width"),
        (
            lambda: Convolution((3, 2), (1, 3), (1, 1)),
            ValueError,
            r"window\[1\] is 3, but image\[1\] is 2; a window lies",
        ),
        (lambda: Convolution((3, 2), (1, 1), (1, 1), stride=0), ValueError, "stride is 0; "),
        (lambda: Convolution((3, 2), (1, 1), (1, -1)), ValueError, r"channels\[1\] is -1; "),
        (lambda: CPConvolution((3, 2), (1, 1), (1, 1), 0), ValueError, "rank is 0; "),
        (
            lambda: TuckerConvolution((3, 2), (1, 1), (1, 1), (1,)),
            ValueError,
            "ranks has 1 entries; there are 2, one for",
        ),
        (lambda: TrainConvolution((3, 2), (1, 1), (1, 1), (1, 1)), ValueError, "ranks has 2 entries; there are 3, one"),
        (
            lambda: ConvolutionalNetwork(3, (2, 3), 2),
            ValueError,
            r"filters\[1\] is 3, but 2 values come before it; take more",
        ),
        (lambda: ConvolutionalNetwork(3, (2, 2)), ValueError, "1 hidden layer, but no degrees; give degrees"),
        (lambda: ConvolutionalNetwork(3, (), 2), ValueError, "filters has 0 entries; there are at least 1"),
        (
            lambda: ConvolutionalNetwork(3, (2, 1), 2, (1,)),
            ValueError,
            "strides has 1 entries; there are 2, one for each",
        ),
        (lambda: ConvolutionalNetwork(0, (1,)), ValueError, "inputs is 0; "),
        (lambda: LightningAttention(0, 1, 1, 1), ValueError, "width is 0; "),
        (lambda: WeightGradient("pnn 2,1", 1, 1), TypeError, "network is 'pnn 2,1'; it is a PolynomialNetwork"),
        (
            lambda: WeightGradient(NETWORK, 3, 1),
            ValueError,
            "layer is 3; layers of pnn 2,2,1 with t² are numbered 1 to 2",
        ),
        (lambda: WeightGradient(NETWORK, 1, 0), ValueError, "samples is 0; "),
        (
            lambda: WeightGradient(PolynomialNetwork((2, 2, 1), 2, sparsity=([[1, 0], [1, 1]], None)), 1, 1),
            ValueError,
            "has weights that are zero or tied; the gradient is that of dense layers",
        ),
        (
            lambda: WeightGradient(PolynomialNetwork((2, 2, 1), activations=[["x^2", "x^3"]]), 1, 1),
            ValueError,
            "has different activations in a layer; take one for all its neurons",
        ),
        (
            lambda: StructuredProduct([]),
            TypeError,
            "factors is .*; it is a list with a list of matrices for each factor",
        ),
        (lambda: StructuredProduct([UNIT]), ValueError, r"factors\[0\] has 2 axes; a factor is a list of matrices"),
        (
            lambda: StructuredProduct([[UNIT], [[[1, 2, 3]]]]),
            ValueError,
            r"factors\[0\] has matrices with 2 columns, but those of factors\[1\] have 1 rows; they are multiplied",
        ),
        (lambda: StructuredProduct([[[[0.5]]]]), TypeError, r"factors\[0\]"),
    ],
)
def test_bad_input(make: Any, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind, match=message):
        make()
