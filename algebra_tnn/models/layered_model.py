"""What feed-forward networks have in common that are one function of a vector and of parameters."""

from __future__ import annotations

from algebra_tnn.laws.arrays import Shape
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
