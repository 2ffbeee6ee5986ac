"""Products of tensors, summed over letters, that are not written down yet: einsums as values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from algebra_tnn.exact.scalars import Number
from algebra_tnn.laws.arrays import Shape
from algebra_tnn.laws.operations import LETTERS, Einsum

Word: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Contraction:
    """The tensor with the entry scale · Σ Π factors at ``axes``: letters are numbers, and those that are no axes are
    summed over. Where an axis repeats a letter, the tensor is zero off the diagonal."""

    scale: Number
    axes: Word
    factors: tuple[tuple[int, Word], ...]  # positions of tensors, and their letters

    @property
    def letters(self) -> Word:
        """Each letter once: those of the axes, then the others."""
        return tuple(dict.fromkeys((*self.axes, *(c for _, word in self.factors for c in word))))

    def renamed(self, names: dict[int, int]) -> Contraction:
        factors = tuple((at, tuple(names[c] for c in word)) for at, word in self.factors)
        return Contraction(self.scale, tuple(names[c] for c in self.axes), factors)

    def normal(self) -> Contraction:
        return self.renamed({c: i for i, c in enumerate(self.letters)})


def of_tensor(position: int, shape: Shape) -> Contraction:
    """The tensor at a position, as a product of one factor."""
    word = tuple(range(len(shape)))
    return Contraction(1, word, ((position, word),))


def joined(einsum: Einsum, operands: Sequence[int], k: int, product: Contraction) -> Contraction:
    """The einsum with the contraction in the place of operand k, whose further axes come last."""
    shift = len(LETTERS)
    words = [tuple(map(LETTERS.index, word)) for word in einsum.operands]
    inner = product.renamed({c: c + shift for c in product.letters})
    names = {c: c for word in (*words, inner.letters) for c in word}
    for letter, axis in zip(words[k], inner.axes, strict=False):  # directions are left over
        old, new = names[axis], names[letter]
        names.update({c: new for c, name in names.items() if name == old})
    outer = [((at, word),) for at, word in zip(operands, words, strict=True)]
    factors = tuple(factor for i, part in enumerate(outer) for factor in (inner.factors if i == k else part))
    axes = (*map(LETTERS.index, einsum.result), *inner.axes[len(words[k]) :])
    return Contraction(product.scale, axes, factors).renamed(names).normal()


def collected(products: Iterable[Contraction]) -> tuple[Contraction, ...]:
    """The products with equal ones added, and without those whose scale is zero."""
    found: dict[tuple[Word, tuple[tuple[int, Word], ...]], Contraction] = {}
    for product in products:
        key = product.axes, tuple(sorted(product.factors))
        before = found.get(key)
        found[key] = product if before is None else replace(before, scale=before.scale + product.scale)
    return tuple(product for product in found.values() if product.scale)


def einsum_letters(product: Contraction) -> dict[int, str]:
    """A letter of the alphabet for each letter of the factors. Raises: ValueError if there are too many."""
    letters = dict.fromkeys(c for _, word in product.factors for c in word)
    if len(letters) > len(LETTERS):
        raise ValueError(
            f"the derivative has a product of tensors with {len(letters)} indices, and einsums have letters for "
            f"{len(LETTERS)}; define inner parts of the law under names in let"
        )
    return dict(zip(letters, LETTERS, strict=False))
