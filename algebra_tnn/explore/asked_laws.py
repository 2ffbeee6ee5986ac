"""The law that a question is about."""

from __future__ import annotations

from typing import Any, Protocol

from algebra_tnn.laws import Law


class HasLaw(Protocol):
    """A model, as far as its law is concerned."""

    def law(self) -> Law: ...


def law_of(model: HasLaw | Law) -> Law:
    """The law itself, or that of the model. Raises: TypeError for what is neither a law nor a model."""
    if isinstance(model, Law):
        return model
    given: Any = model
    if isinstance(given, type) or not hasattr(given, "law"):
        named = f"the class {given.__name__}" if isinstance(given, type) else type(given).__name__
        raise TypeError(
            f"the model is {named}; it is a Law, or a network, format or variety that has one, such as "
            "PolynomialNetwork((3, 2, 1), degrees=2)"
        )
    return model.law()
