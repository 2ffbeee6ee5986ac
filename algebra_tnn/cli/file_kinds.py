"""What a JSON file holds is told by its keys: the kinds of input files, as ``docs/input-files.md`` describes them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from algebra_tnn.cli.failures import BadInput


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of input file: what it is called in a sentence, the keys that it has, and those that it may have."""

    name: str
    keys: frozenset[str]
    optional: frozenset[str] = frozenset()

    def is_of(self, value: Collection[str]) -> bool:
        """Whether an object with these keys is of this kind."""
        return self.keys <= set(value) <= self.keys | self.optional


_FIELD = frozenset({"field"})
FACTORS = FileKind("factors", frozenset({"factors"}), _FIELD)
TENSOR = FileKind("a tensor", frozenset({"tensor"}), _FIELD)
MATRIX = FileKind("a matrix", frozenset({"matrix"}), _FIELD)
CURVE = FileKind("a curve", frozenset({"factors", "order"}))
LAW = FileKind("a law", frozenset({"inputs", "parameters", "let", "output"}))
NODES = FileKind("a tensor network", frozenset({"nodes", "modes"}))
GRAPH = FileKind("a tensor network as a graph", frozenset({"vertices", "edges"}))
WEIGHTS = FileKind("a network with its weights", frozenset({"network", "weights"}))
BLOCKS = FileKind("block terms", frozenset({"blocks"}))
PARATUCK2 = FileKind("the nodes of ParaTuck-2", frozenset("AGFHB"))
CERTIFICATE = FileKind("a certificate", frozenset({"format", "steps"}))
KINDS = (FACTORS, TENSOR, MATRIX, CURVE, LAW, NODES, GRAPH, WEIGHTS, BLOCKS, PARATUCK2, CERTIFICATE)


def refuse_other_kinds(name: str, value: dict[str, Any], wanted: Collection[FileKind], expected: str) -> None:
    """Raises: BadInput if the file of this name holds a kind that is known, but not wanted."""
    found = next((kind for kind in KINDS if kind.is_of(value)), None)
    if found is not None and found not in wanted:
        raise BadInput(f"{name}: it holds {found.name}, but this command wants {expected}")
