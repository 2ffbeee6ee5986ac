"""The table of contents of reports: the topics of the review [BorsoiUsevichClausel2026], in its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from algebra_tnn.library import Statement


@dataclass(frozen=True, slots=True)
class Section:
    """A topic: statements whose ids begin with ``letter`` and are in one of the ``areas``, or in any if none is named.

    ``others`` are ids and areas of statements under other letters that belong here: an id comes before an area.
    """

    number: str
    title: str
    letter: str = ""
    areas: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        return f"section-{self.number.replace('.', '-')}"

    @property
    def chapter(self) -> str:
        """The number of the topic that it is a part of."""
        return self.number.partition(".")[0]


CHAPTERS = {
    "1": "Tensors and their decompositions",
    "2": "Networks as tensors",
    "3": "Expressivity",
    "4": "Learnability and computational hardness",
    "5": "Generalization and dynamics",
    "6": "Identifiability",
    "7": "Further statements",
}

SECTIONS = (
    Section("1.1", "Products, unfoldings and forms", "A", ("tensors",)),
    Section("1.2", "Ranks and formats", "A", ("rank", "uniqueness")),
    Section("1.3", "Dimensions of formats", "A", ("dimension",)),
    Section("1.4", "Uniqueness of decompositions", "B", ("uniqueness", "tensors"), ("uniqueness",)),
    Section("1.5", "Generic rank and identifiability", "B", ("identifiability", "dimension"), ("H1",)),
    Section("1.6", "Ranks of given tensors", "B", ("rank",), ("rank", "tensors")),
    Section("2.1", "Networks and circuits", "C", ("expressivity",)),
    Section("2.2", "Weights that tensors determine", "C", ("identifiability", "uniqueness")),
    Section("3.1", "Depth, separation and pooling", "D", ("expressivity",), ("expressivity",)),
    Section("3.2", "Dimensions of networks", "D", ("dimension",), ("dimension",)),
    Section("4.1", "Learning by moments", "E", ("learning",), ("learning",)),
    Section("4.2", "Hardness", "E", ("hardness",), ("hardness",)),
    Section("5.1", "Low rank and generalization", "F", ("learning", "tensors")),
    Section("5.2", "Conservation laws and implicit bias", "F", ("dynamics",), ("dynamics",)),
    Section("6.1", "Weights that are determined", "G", ("identifiability",), ("identifiability",)),
    Section("6.2", "Dimensions and defects", "G", ("dimension",)),
    Section("7", "Further statements"),
)


def section_of(statement: Statement) -> Section:
    """The one section of a statement: by its letter and area, else by its id, else by its area alone, else the last."""
    for section in SECTIONS:
        if section.letter and statement.id.startswith(section.letter) and statement.area in section.areas:
            return section
    for key in (statement.id, statement.area):
        for section in SECTIONS:
            if key in section.others:
                return section
    return SECTIONS[-1]
