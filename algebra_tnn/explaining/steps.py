"""The steps of a certificate as they are read from its JSON, and what the objects of their claims are called."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from algebra_tnn.explaining.exhibits import Exhibit
from algebra_tnn.explaining.wording import field_symbol
from algebra_tnn.laws import Law
from algebra_tnn.laws.power_sums import PowerSum

_LETTERS = {"factors": "D", "matrix": "M", "tensor": "T", "law": "f"}
_LAWS = "fgFGL"  # of which the first that no law itself uses is taken
_ABOUT_LAWS = ("split", "system", "flow", "network")  # the keys under which a law stands with more that belongs to it


class BeyondWords(ValueError):
    """A certificate about a law that the checker reads and this package does not, such as one that is nested deeply."""


class Argument(NamedTuple):
    """Why a step proves its claim: sentences with its numbers, and the evidence itself."""

    sentences: Sequence[str]
    evidence: Sequence[Exhibit] = ()


@dataclass(frozen=True)
class Step:
    """One step, with the steps that it rests on; ``called`` is the name of the object that its claim is about."""

    number: int
    claim: Mapping[str, Any]
    rule: str
    evidence: Mapping[str, Any]
    premises: tuple[Step, ...]
    called: str

    @property
    def kind(self) -> str:
        return str(self.claim["kind"])

    @property
    def characteristic(self) -> int:
        name = self.claim["field"]
        return int(name[3:-1]) if name.startswith("GF") else 0

    @property
    def over(self) -> str:
        return field_symbol(self.claim["field"])

    @property
    def name(self) -> str:
        """The name of the step in a sentence."""
        return f"step {self.number}"

    @property
    def of(self) -> str:
        """The name of the object that the claim is about, as mathematics."""
        return f"${self.called}$"

    @property
    def rank(self) -> int:
        return int(self.claim["rank"])

    @property
    def bounds(self) -> str:
        """The number of a claim with two bounds, or the bounds."""
        lower, upper = self.claim["lower"], self.claim["upper"]
        return f"${lower}$" if lower == upper else f"between ${lower}$ and ${upper}$"

    @cached_property
    def law(self) -> Law:
        """The law that the claim is about. Raises: BeyondWords if it is none that this package writes."""
        try:
            return Law.from_json(about(self.claim)[1])
        except (TypeError, ValueError) as error:
            raise BeyondWords(f"the law of {self.name} cannot be written as a formula: {error}") from None

    @cached_property
    def power_sum(self) -> PowerSum:
        """The sum of products of powers that the law is, for rules that the checker applies to nothing else."""
        raw = about(self.claim)[1]
        exponents = tuple(len(power[1]) - 1 for power in raw["output"][2:])
        return PowerSum(tuple(shape[0] for shape in raw["inputs"].values()), exponents, raw["parameters"]["a0"][0])

    @property
    def terms(self) -> int:
        """The number of terms of the decomposition that the claim is about."""
        return len(self.claim["factors"][0][0])


def about(claim: Mapping[str, Any]) -> tuple[str, Any]:
    """What the claim is about: ``factors``, ``matrix``, ``tensor`` or ``law``, and the object itself."""
    for key in _LETTERS:
        if key in claim:
            return key, claim[key]
    return "law", next(claim[key]["law"] for key in _ABOUT_LAWS if key in claim)


def read_steps(listed: Sequence[Mapping[str, Any]]) -> list[Step]:
    """The steps of a certificate that the checker has read. Equal objects of claims have one name."""
    keys = [(key, json.dumps(value)) for key, value in (about(item["claim"]) for item in listed)]
    distinct = list(dict.fromkeys(keys[-1:] + keys))  # what is proved has the first name
    letters = {**_LETTERS, "law": next((x for x in _LAWS if all(f'"{x}"' not in text for _, text in distinct)), "f")}
    names: dict[tuple[str, str], str] = {}
    for sort, letter in letters.items():
        alike = [key for key in distinct if key[0] == sort]
        names |= {key: letter + (str(i) if len(alike) > 1 else "") for i, key in enumerate(alike)}
    steps: list[Step] = []
    for number, item in enumerate(listed):
        premises = tuple(steps[i] for i in item["premises"])
        steps.append(Step(number, item["claim"], item["rule"], item["evidence"], premises, names[keys[number]]))
    return steps


def tensor_shape(tensor: Any) -> list[int]:
    """The sizes of the modes of a tensor, given by its entries or by factors."""
    if isinstance(tensor, Mapping):
        return [len(factor) for factor in tensor["factors"]]
    shape = []
    while isinstance(tensor, list):
        shape.append(len(tensor))
        tensor = tensor[0]
    return shape
