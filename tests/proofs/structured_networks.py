"""The hypotheses of statements about attention in layers and about filters, one by one, as they are for an instance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from algebra_tnn import library
from algebra_tnn.models.structured import ConvolutionalNetwork, LightningAttention, NormalizedAttention

Table = dict[str, bool]


def instance(name: str) -> Any:
    return library.load(name).INSTANCE


def layers(attention: LightningAttention | NormalizedAttention) -> Table:
    inner = [attention.parameters[V][0] for V, _, _ in attention.names[:-1]]
    return {
        "two tokens": attention.tokens >= 2,
        "a ≤ d": attention.rank <= attention.width,
        "inner layers of d outputs": set(inner) <= {attention.width},
    }


def one_token(attention: LightningAttention) -> Table:
    return {"one token": attention.tokens == 1, "inner layers": layers(attention)["inner layers of d outputs"]}


def normalized(attention: LightningAttention | NormalizedAttention) -> Table:
    """Whether weights are quotients of values of p with p(0) = 1, and the slope of p: 1 if they are the scores."""
    divided = isinstance(attention, NormalizedAttention)
    coefficients = attention.coefficients if isinstance(attention, NormalizedAttention) else (0, 1)
    return {
        **layers(attention),
        "quotients with p(0) = 1": divided and coefficients[0] == 1,
        "c ≠ 0": bool(coefficients[1]),
    }


def filters(name: str) -> Table:
    module = library.load(name)
    network: ConvolutionalNetwork = getattr(module, "NETWORK", module.INSTANCE)
    given = [*module.FILTERS.values(), *module.OTHER_FILTERS.values()] if hasattr(module, "FILTERS") else []
    return {
        "one filter for each layer": network.channels is None,
        "powers": network.exponents is not None,
        "r ≥ 2": min(network.exponents or (2,)) >= 2,
        "ends are not 0": all(w[0] and w[-1] for w in given),
    }


def exchanged() -> Table:
    network = library.load("identifiability/filter_zeros_strides").NETWORK
    return {
        "no activation": network.exponents == (1,),
        "one filter for each layer": network.channels is None,
        "equal S": network.strides[0] == 1,
    }


TABLE: dict[str, tuple[str, Callable[[], Table]]] = {
    "dimension/lightning_layers_token": ("two tokens", lambda: layers(instance("dimension/lightning_layers_token"))),
    "dimension/lightning_token_two": ("one token", lambda: one_token(instance("dimension/lightning_token_two"))),
    "dimension/normalized_attention_token": (
        "two tokens",
        lambda: normalized(instance("dimension/normalized_attention_token")),
    ),
    "dimension/normalized_attention_sum": (
        "quotients with p(0) = 1",
        lambda: normalized(instance("dimension/normalized_attention_sum")),
    ),
    "identifiability/filters_linear": ("r ≥ 2", lambda: filters("identifiability/filters_linear")),
    "identifiability/filter_zeros_strides": ("equal S", exchanged),
}
