"""Convolutions in two dimensions, whole or with a kernel in a tensor format, as cascades of smaller convolutions."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, field

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.tracing import Traced, einsum, named
from algebra_tnn.models.traced_model import TracedModel
from algebra_tnn.tensors.formats.cp import CPFormat
from algebra_tnn.tensors.formats.format import TensorFormat
from algebra_tnn.tensors.formats.sizes import checked, checked_ranks, listed, size
from algebra_tnn.tensors.formats.tensor_network import TensorNetwork
from algebra_tnn.tensors.formats.trains import TrainFormat


def windows(length: int, width: int, stride: int = 1) -> list[list[int]]:
    """The places of all windows of this width that begin at multiples of the stride.

    >>> windows(5, 3, 2)
    [[0, 1, 2], [2, 3, 4]]
    """
    return [[*range(start, start + width)] for start in range(0, length - width + 1, stride)]


@dataclass(frozen=True, slots=True)
class ImageLayer(TracedModel):
    """y_(i j t) = Σ_(s p q) K_(s p q t) x_(i·stride + p, j·stride + q, s): channels s of windows become channels t.

    Args: image, window: heights and widths; channels: how many come in, and how many go out.
    Shapes: x is (*image, channels[0]), the output has a row, a column and a channel, too.
    """

    image: tuple[int, int]
    window: tuple[int, int]
    channels: tuple[int, int]
    stride: int = field(default=1, kw_only=True)

    def __post_init__(self) -> None:
        for name, why in (("image", "height and width"), ("window", "height and width"), ("channels", "in and out")):
            object.__setattr__(self, name, checked(name, getattr(self, name), length=2, why=why))
        for axis in range(2):
            if self.window[axis] > self.image[axis]:
                raise ValueError(
                    f"window[{axis}] is {self.window[axis]}, but image[{axis}] is {self.image[axis]}; a window lies "
                    "inside the image"
                )
        object.__setattr__(self, "stride", size("stride", self.stride))

    @property
    @abstractmethod
    def kernel(self) -> TensorFormat | None:
        """The format of K, whose modes are s, p, q, t; None if K itself is the parameter."""

    @property
    def kernel_shape(self) -> tuple[int, int, int, int]:
        return (self.channels[0], *self.window, self.channels[1])

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"x": (*self.image, self.channels[0])}

    @property
    def parameters(self) -> dict[str, Shape]:
        return {"K": self.kernel_shape} if self.kernel is None else self.kernel.parameters

    def convolved(self, x: Traced, K: Traced) -> Traced:
        """The convolution with a kernel whose channels may be others than those of the layer."""
        return einsum("jqips,spqt->ijt", self.at_columns(einsum("ipys->yips", self.at_rows(x))), K)

    def at_rows(self, x: Traced) -> Traced:
        """For a tensor whose first axis is that of rows: one axis for the window, and one for the place in it."""
        return x[windows(self.image[0], self.window[0], self.stride)]

    def at_columns(self, x: Traced) -> Traced:
        """The same for columns."""
        return x[windows(self.image[1], self.window[1], self.stride)]

    def __str__(self) -> str:
        S, T = self.channels
        strides = f" with stride {self.stride}" if self.stride > 1 else ""
        return f"convolution {listed(self.window, '×')} of {listed(self.image, '×')} from {S} to {T} channels{strides}"


@dataclass(frozen=True, slots=True)
class Convolution(ImageLayer):
    """y_(i j t) = Σ_(s p q) K_(s p q t) x_(i·stride + p, j·stride + q, s), with the kernel K as the parameter.

    Args: image, window: heights and widths; channels: how many come in, and how many go out.
    Shapes: x is (*image, channels[0]), K is (channels[0], *window, channels[1]).
    Raises: TypeError, ValueError, in one sentence.

    >>> layer = Convolution(image=(5, 4), window=(2, 3), channels=(3, 2))
    >>> layer.parameters, layer.law().shape
    ({'K': (3, 2, 3, 2)}, (4, 2, 2))
    """

    @property
    def kernel(self) -> None:
        return None

    def forward(self, x: Traced, K: Traced) -> Traced:
        return self.convolved(x, K)


@dataclass(frozen=True, slots=True)
class CPConvolution(ImageLayer):
    """The kernel is Σ_r a0_r ⊗ a1_r ⊗ a2_r ⊗ a3_r: channels become ``rank`` values, which are convolved one by one with
    a window of width one, then with one of height one, and become channels again.

    Args: as for ``Convolution``; rank: the number of terms.
    Shapes: a0, a1, a2, a3 have ``rank`` rows, of the lengths channels[0], window[0], window[1], channels[1].
    Raises: TypeError, ValueError, in one sentence. Reference: [LebedevGaninRakhubaOseledetsLempitsky2015].

    >>> layer = CPConvolution(image=(5, 4), window=(2, 3), channels=(3, 2), rank=2)
    >>> layer.parameter_count, Convolution((5, 4), (2, 3), (3, 2)).parameter_count
    (20, 36)
    """

    rank: int

    def __post_init__(self) -> None:
        ImageLayer.__post_init__(self)
        object.__setattr__(self, "rank", size("rank", self.rank))

    @property
    def kernel(self) -> CPFormat:
        return CPFormat(self.kernel_shape, self.rank)

    def forward(self, x: Traced, a0: Traced, a1: Traced, a2: Traced, a3: Traced) -> Traced:
        z = named("z1", einsum("xys,rs->xyr", x, a0))
        z = named("z2", einsum("ipyr,rp->yir", self.at_rows(z), a1))
        z = named("z3", einsum("jqir,rq->ijr", self.at_columns(z), a2))
        return einsum("ijr,rt->ijt", z, a3)

    def __str__(self) -> str:
        return f"CP {ImageLayer.__str__(self)}, rank {self.rank}"


@dataclass(frozen=True, slots=True)
class TuckerConvolution(ImageLayer):
    """The kernel is Σ_ab G_(a p q b) U0_sa U3_tb, of Tucker format in the channels alone: fewer channels, a convolution
    of these, and more channels again.

    Args: as for ``Convolution``; ranks: the numbers of channels before and after the convolution with G.
    Raises: TypeError, ValueError, in one sentence. Reference: [KimParkYooChoiYangShin2016].

    >>> TuckerConvolution(image=(5, 4), window=(2, 3), channels=(4, 5), ranks=(1, 2)).parameters
    {'G': (1, 2, 3, 2), 'U0': (4, 1), 'U3': (5, 2)}
    """

    ranks: tuple[int, int]

    def __post_init__(self) -> None:
        ImageLayer.__post_init__(self)
        object.__setattr__(self, "ranks", checked_ranks(self.ranks, 2, "one for the channels in, one for those out"))

    @property
    def kernel(self) -> TensorNetwork:
        words = {"G": "apqb", "U0": "sa", "U3": "tb"}
        return TensorNetwork(words, dict(zip("spqtab", (*self.kernel_shape, *self.ranks), strict=True)), "spqt")

    def forward(self, x: Traced, G: Traced, U0: Traced, U3: Traced) -> Traced:
        z = named("z1", einsum("xys,sa->xya", x, U0))
        return einsum("ijb,tb->ijt", named("z2", self.convolved(z, G)), U3)

    def __str__(self) -> str:
        return f"Tucker {ImageLayer.__str__(self)}, ranks {listed(self.ranks)}"


@dataclass(frozen=True, slots=True)
class TrainConvolution(ImageLayer):
    """The kernel is a tensor train G0[s] G1[p] G2[q] G3[t]: channels are mixed at every one of four steps.

    Args: as for ``Convolution``; ranks: three, for what is between the steps.
    Raises: TypeError, ValueError, in one sentence. Reference: [Oseledets2011].

    >>> TrainConvolution(image=(5, 4), window=(2, 3), channels=(4, 5), ranks=(2, 3, 2)).parameters
    {'G0': (1, 4, 2), 'G1': (2, 2, 3), 'G2': (3, 3, 2), 'G3': (2, 5, 1)}
    """

    ranks: tuple[int, int, int]

    def __post_init__(self) -> None:
        ImageLayer.__post_init__(self)
        object.__setattr__(self, "ranks", checked_ranks(self.ranks, 3, "one between two of four steps"))

    @property
    def kernel(self) -> TrainFormat:
        return TrainFormat(self.kernel_shape, self.ranks)

    def forward(self, x: Traced, G0: Traced, G1: Traced, G2: Traced, G3: Traced) -> Traced:
        z = named("z1", einsum("xys,nsa->xya", x, G0))
        z = named("z2", einsum("ipya,apb->yib", self.at_rows(z), G1))
        z = named("z3", einsum("jqib,bqc->ijc", self.at_columns(z), G2))
        return einsum("ijc,ctn->ijt", z, G3)

    def __str__(self) -> str:
        return f"tensor train {ImageLayer.__str__(self)}, ranks {listed(self.ranks)}"
