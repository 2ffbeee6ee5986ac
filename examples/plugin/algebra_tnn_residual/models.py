"""A model: what it computes, and how it is described on the command line."""

from dataclasses import dataclass

from algebra_tnn import Law
from algebra_tnn.families import Family, Form


@dataclass(frozen=True)
class Residual:
    """The functions x ↦ V ((W x)^r + x), where the inputs skip the activation."""

    inputs: int
    outputs: int = 1
    degree: int = 2

    def __post_init__(self) -> None:
        for name in ("inputs", "outputs", "degree"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is {getattr(self, name)}; a residual network has at least one")

    def law(self) -> Law:
        n, m = self.inputs, self.outputs
        return Law.trace(lambda x, W, V: V @ ((W @ x) ** self.degree + x), {"x": (n,)}, {"W": (n, n), "V": (m, n)})

    def __str__(self) -> str:
        return f"residual network with {self.inputs} inputs and t^{self.degree}"


RESIDUAL = Family(
    "residual",
    "networks whose inputs skip the activation",
    Form("algebra_tnn_residual.models:Residual", {"variables": "inputs", "outputs": "outputs", "degree": "degree"}),
    example="residual --variables 3 --degree 3",
)
