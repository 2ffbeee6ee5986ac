"""A convolution whose kernel has a format is a cascade of smaller convolutions.

**Instance.** A 2×2 window on a 3×2 image from two channels to two, with a CP kernel of rank 2. In `INSTANCES` Tucker
kernels (in the channels) and tensor trains, and strides.

**Proof.** The output at (i, j, t) is Σ K_(s p q t) x_(i+p, j+q, s). For K = Σ_r a_r ⊗ b_r ⊗ c_r ⊗ e_r it is Σ_r e_rt
Σ_q c_rq Σ_p b_rp Σ_s a_rs x_(i+p, j+q, s): a convolution with 1×1 windows from the channels to r, one in height and one
in width for every r by itself, and one with 1×1 windows from r to the channels. With a core G_(a p q b) between two
matrices for the channels: 1×1, the convolution with G, 1×1. With a train: four convolutions, each along one axis, that
mix all values of a bond. With strides i+p becomes i·stride + p, where only the convolution along that axis strides.

**Established here.** The output of the cascade is that of the convolution with the kernel written out, as polynomials
in the image and the nodes of the kernel, over Q and every extension.

**Taken on trust.** Nothing.

**Not claimed.** How many operations that saves, or that kernels of trained networks have such formats.

**See also** `depth/convolution_activated`.
"""

from typing import Any

from algebra_tnn import DimensionAtMost, Law, Verdict, verify
from algebra_tnn.models.structured import CPConvolution, TrainConvolution, TuckerConvolution
from algebra_tnn.provers.dimensions.identities import identity

INSTANCE = CPConvolution(image=(3, 2), window=(2, 2), channels=(2, 2), rank=2)
INSTANCES = [
    INSTANCE,
    CPConvolution((3, 4), (1, 2), (2, 1), rank=3, stride=2),
    TuckerConvolution((3, 2), (2, 2), (2, 2), ranks=(2, 1)),
    TuckerConvolution((3, 3), (1, 3), (2, 3), ranks=(1, 2), stride=2),
    TrainConvolution((3, 2), (2, 2), (2, 2), ranks=(2, 1, 2)),
    TrainConvolution((4, 2), (2, 1), (1, 2), ranks=(1, 2, 2), stride=2),
]


def difference(layer: CPConvolution | TuckerConvolution | TrainConvolution) -> Law:
    """c times (the cascade − the convolution with the kernel)."""

    def forward(x: Any, c: Any, **nodes: Any) -> Any:
        (network,) = layer.kernel.networks
        names = {node.name: nodes[name] for node, name in zip(network.nodes, layer.parameters, strict=True)}
        return c * (layer.forward(x, **nodes) - layer.convolved(x, network.contracted(names, {})))

    return Law.trace(forward, {**layer.inputs, **layer.parameters}, {"c": ()})


def proof(instance: CPConvolution | TuckerConvolution | TrainConvolution = INSTANCE) -> Verdict:
    return verify(DimensionAtMost(difference(instance), 0), by=identity)
