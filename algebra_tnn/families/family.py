"""What a family is: a name, words, and the dataclass whose parameters the words fill."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from inspect import Parameter, signature
from itertools import combinations
from typing import Any

from algebra_tnn.families.words import WORDS, Word

ACTIVATIONS = ("degree", "degrees", "activation")  # of which one says what a network has in its hidden layers


def same(*names: str) -> dict[str, str]:
    """Words that are called as the parameters which they fill."""
    return {name: name for name in names}


@dataclass(frozen=True, slots=True)
class Form:
    """A dataclass, as ``module:Name``, and the parameter that each word fills, in the order in which one types them.

    It is imported when a model is built, so that a table of families costs nothing. A word is needed if its parameter
    has no default. ``fixed`` are parameters that the family sets. ``hidden`` is a word whose sizes say how many hidden
    layers there are, with how many sizes there are without any; if there are some, one of ``ACTIVATIONS`` is needed.
    ``most`` bounds the values of words.
    """

    model: str
    fills: Mapping[str, str]
    fixed: Mapping[str, Any] = field(default_factory=dict)
    hidden: tuple[str, int] | None = None
    most: Mapping[str, int] = field(default_factory=dict)
    example: str = ""  # if it is not that of the family

    def builder(self) -> Callable[..., Any]:
        """What builds the models. Raises: ValueError if there is nothing of this name, or it cannot be imported."""
        return _builder(self.model)

    def needed(self) -> tuple[tuple[str, ...], ...]:
        """For each parameter without a default, the words that fill it."""
        wanted = (name for name in _without_default(self.model) if name not in self.fixed)
        return tuple(tuple(word for word, name in self.fills.items() if name == wants) for wants in wanted)

    def alternatives(self) -> tuple[tuple[str, ...], ...]:
        """Words that say the same in several ways: at most one of each tuple is given."""
        groups: dict[str, tuple[str, ...]] = {}
        for word, name in self.fills.items():
            key = "activations" if self.hidden is not None and word in ACTIVATIONS else name
            groups[key] = (*groups.get(key, ()), word)
        return tuple(words for words in groups.values() if len(words) > 1)


@cache  # sweeps build thousands of models
def _builder(model: str) -> Callable[..., Any]:
    module, _, name = model.partition(":")
    try:
        found: Any = import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
    except (ImportError, AttributeError) as error:
        raise ValueError(f"{model}, which builds the models, cannot be imported: {error}") from None
    built: Callable[..., Any] = found
    return built


@cache
def _without_default(model: str) -> tuple[str, ...]:
    return tuple(x.name for x in signature(_builder(model)).parameters.values() if x.default is Parameter.empty)


@dataclass(frozen=True, slots=True)
class Description:
    """A model by its family and the values of its words; as text, as one types it."""

    family: Family
    said: Mapping[str, Any]

    def model(self) -> Any:
        """Raises: TypeError, ValueError, in one sentence."""
        return self.family.model(self.said)

    def __str__(self) -> str:
        return self.family.label(self.said)


@dataclass(frozen=True, slots=True)
class Family:
    """Models of one kind, which the command line, sweeps and documents call by one name.

    ``says`` is what they are, in words; ``example`` one of them, as one types it. ``places`` are what one types without
    the name of a word, in their order, with what stands there: a word, or several words of integers. ``others`` are
    further forms, told from the first by their words; ``adds`` are words that no other family has.

    >>> from algebra_tnn.families import FAMILIES
    >>> str(FAMILIES["rnn"].model({"inputs": 4, "dimension": 3, "hidden": 2}))
    'multiplicative RNN with 4 steps of dimension 3, hidden size 2 and one core'
    >>> FAMILIES["pnn"].label({"widths": (3, 2, 1), "degree": 2, "biases": True})
    'pnn 3,2,1 --degree 2 --biases'
    """

    name: str
    says: str
    form: Form
    example: str
    places: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    others: tuple[Form, ...] = ()
    adds: tuple[Word, ...] = ()

    @property
    def forms(self) -> tuple[Form, ...]:
        return (self.form, *self.others)

    @property
    def vocabulary(self) -> dict[str, Word]:
        """The words of all forms by their names, in the order in which one types them."""
        known = WORDS | {word.name: word for word in self.adds}
        return {name: known[name] for form in self.forms for name in form.fills}

    @property
    def options(self) -> dict[str, Word]:
        """The words that are typed with their names."""
        placed = {name for names in self.places for name in names}
        return {name: word for name, word in self.vocabulary.items() if name not in placed}

    def model(self, said: Mapping[str, Any]) -> Any:
        """The model that words with their values describe; what is None or False is not said.

        Raises: TypeError, ValueError, in one sentence.
        """
        values = {name: value for name, value in said.items() if value is not None and value is not False}
        form = self._form(values)
        self._require(form, values)
        arguments = {form.fills[name]: value for name, value in values.items()}
        return form.builder()(**arguments, **form.fixed)

    def label(self, said: Mapping[str, Any]) -> str:
        """The family and the values of its words, as one types them."""
        parts = [self.name]
        parts += [",".join(self.vocabulary[name].written(said[name]) for name in names) for names in self.places]
        for name, word in self.options.items():
            match said.get(name):
                case None | False:
                    continue
                case True:
                    parts.append(word.option)
                case value:
                    parts += [word.option, shlex.quote(word.written(value))]
        return " ".join(parts)

    def _form(self, values: Mapping[str, Any]) -> Form:
        """The first form that these words complete, else the first that takes them all."""
        taking = [form for form in self.forms if values.keys() <= form.fills.keys()]
        if not taking:
            raise ValueError(self._mixed(list(values)))
        return next((form for form in taking if all(values.keys() & set(words) for words in form.needed())), taking[0])

    def _require(self, form: Form, values: Mapping[str, Any]) -> None:
        example = form.example or self.example
        for words in form.alternatives():
            if len(given := [word for word in words if word in values]) > 1:
                raise ValueError(f"{self.name} has {self._typed(given)}; give one of {self._typed(words)}")
        for words in form.needed():
            if not values.keys() & set(words):
                raise ValueError(f"{self.name} has no {self._option(words[0])}; it is needed, such as in {example}")
        if form.hidden is not None and not values.keys() & set(ACTIVATIONS):
            sizes, without = form.hidden
            if len(values[sizes]) > without:
                raise ValueError(f"{self.name} has no degree; give one of {self._typed(ACTIVATIONS)}")
        for word, most in form.most.items():
            if values.get(word, most) > most:
                raise ValueError(f"{self._option(word)} is {values[word]}; at most {most} are taken")

    def _mixed(self, given: Sequence[str]) -> str:
        """What is wrong with words that no form has together."""
        for name in given:
            if name not in self.vocabulary:
                return f"{name} is no word of {self.name}; its words are {', '.join(self.vocabulary)}"
        apart = (
            pair for pair in combinations(given, 2) if not any({*pair} <= form.fills.keys() for form in self.forms)
        )
        examples = " or in ".join(form.example or self.example for form in self.forms)
        return (
            f"{self.name} has {self._typed(next(apart, given))}, which belong to two kinds; give the options of one, "
            f"as in {examples}"
        )

    def _option(self, name: str) -> str:
        return self.vocabulary[name].option

    def _typed(self, names: Sequence[str]) -> str:
        """Options with commas and an "and"."""
        *some, last = (self._option(name) for name in names)
        return f"{', '.join(some)} and {last}" if some else last
