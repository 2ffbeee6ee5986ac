"""Provers of plug-ins: tried after those of this package, and trusted as little."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any, get_args

from algebra_tnn.certificates import Certificate, Shortfall
from algebra_tnn.claims import Claim, PositiveOnBox
from algebra_tnn.plugins import PROVERS, Plugin, left_out, plugins


def plugged_provers(claim: Claim) -> tuple[Callable[[Any], Certificate | Shortfall], ...]:
    """The provers of plug-ins whose attribute ``proves`` is the type of the claim.

    One that raises, or answers something else than a certificate or a shortfall, falls short.
    """
    return tuple(
        partial(_contained, plugin) for plugin in _known() if getattr(plugin.value, "proves", None) is type(claim)
    )


@cache
def _known() -> tuple[Plugin, ...]:
    """The plug-ins that are provers; the others are left out."""
    types = [each for each in get_args(Claim) if each is not PositiveOnBox]  # of which another claim is certified
    found = []
    for plugin in plugins(PROVERS):
        proves = getattr(plugin.value, "proves", None)
        if not callable(plugin.value):
            left_out(
                plugin.package, plugin.name, f"it is of type {type(plugin.value).__name__}, which cannot be called"
            )
        elif proves not in types:
            left_out(plugin.package, plugin.name, f"its attribute proves is {proves!r}; it must be a type of claims")
        else:
            found.append(plugin)
    return tuple(found)


def _contained(plugin: Plugin, claim: Claim) -> Certificate | Shortfall:
    rule = f"{plugin.name} of {plugin.package}"
    assert callable(plugin.value)
    try:
        found = plugin.value(claim)
    except Exception as error:
        return Shortfall(rule, f"it raised {type(error).__name__}: {error}")
    if isinstance(found, Certificate | Shortfall):
        return found
    return Shortfall(rule, f"it answered with {type(found).__name__}, which is neither a certificate nor a shortfall")
