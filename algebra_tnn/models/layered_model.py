"""What feed-forward networks have in common that are one function of a vector and of parameters."""

from __future__ import annotations

from functools import partial

from algebra_tnn.laws.arrays import Shape
from algebra_tnn.models.layered_drawings import GREY, Layer, layered
from algebra_tnn.models.traced_model import TracedModel


class LayeredModel(TracedModel):
    """A network whose layers of weights lie between these ``widths``: of the inputs, hidden layers, and outputs."""

    __slots__ = ()
    widths: tuple[int, ...]

    @property
    def depth(self) -> int:
        """The number L of layers of weights."""
        return len(self.widths) - 1

    @property
    def inputs(self) -> dict[str, Shape]:
        return {"x": (self.widths[0],)}

    @property
    def activation_name(self) -> str:
        """What stands in the hidden neurons of pictures."""
        return "σ"

    def drawing(self) -> str:
        def label(layer: int, i: int) -> str:
            if layer == 0:
                return f"x_{i}"
            return f"f_{i}" if layer == self.depth else self.activation_name

        layers = [Layer(width, partial(label, layer), str(width)) for layer, width in enumerate(self.widths)]
        return layered(str(self), layers, lambda layer, i, j: GREY)
