"""Separation ranks: a minor of the matrix of coefficients, and cuts of the networks that a law is a sum of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import comb, prod

from algebra_tnn import checker
from algebra_tnn.explaining import exhibits, minors
from algebra_tnn.explaining.steps import Argument, Step
from algebra_tnn.explaining.wording import are, counted, listed
from algebra_tnn.laws import Law


def coefficient_minor(step: Step) -> Argument:
    evidence, r = step.evidence, step.rank
    n, given = evidence["modulus"], evidence["inputs"]
    fixed = f" and the inputs {listed(f'${name}$' for name in given)}" if given else ""
    names = variables(step.law)
    rows, columns = ([_monomial(monomial, names) for monomial in evidence[key]] for key in ("rows", "columns"))
    sentences = [
        f"At the point given for the parameters{fixed}, {step.of} is a polynomial; its coefficients form a matrix, "
        "with a row for each monomial of one side and a column for each of the other. Its rank is the separation "
        "rank.",
        minors.unit(r, "this matrix", n, f", in rows {_some(rows)} and columns {_some(columns)},"),
        f"So for parameters outside of a proper closed set the matrix has rank at least {r}.",
    ]
    return Argument(
        sentences,
        [
            *minors.at_point(step),
            *exhibits.arrays(f"given inputs, modulo {n}", given),
            minors.inverse("the inverse of the minor", evidence),
        ],
    )


def variables(law: Law) -> list[str]:
    """The entries of all inputs, in the order of declaration, each by a name with its index."""
    found: list[str] = []
    for name, shape in law.inputs:
        places: list[tuple[int, ...]] = [()]
        for size in shape:
            places = [(*place, i) for place in places for i in range(size)]
        found += [name + (f"[{','.join(map(str, place))}]" if place else "") for place in places]
    return found


def _monomial(monomial: Sequence[int], names: Sequence[str]) -> str:
    return f"${' '.join(names[i] for i in monomial) or '1'}$"


def _some(texts: list[str], most: int = 6) -> str:
    left = len(texts) - most
    return ", ".join([*texts[:most], f"… ({left:,} more)"] if left > 0 else texts) or "none"


def cut(step: Step) -> Argument:
    opaque, networks = step.evidence["at"], step.evidence["networks"]
    coloured = [colours for _, *colours in networks if colours]
    counts = len(networks) - len(coloured)
    seen = f"; {listed(f'`{name}`' for name in opaque)} {'is' if len(opaque) == 1 else 'are'} a leaf" if opaque else ""
    sentences = [
        f"{step.of} is a sum of {counted(len(networks), 'tensor network')}: products of leaves, which are arrays, "
        f"summed over common letters{seen}."
    ]
    if coloured:
        which = "The network is" if len(networks) == 1 else f"{counted(len(coloured), 'network')} {are(len(coloured))}"
        sentences.append(
            f"{which} cut in two: each of {counted(sum(map(len, coloured)), 'leaf', 'leaves')} goes to one side, and "
            "leaves with inputs to the side of these. For fixed values of the letters that are cut, a network is a "
            "product of a polynomial of each side; so its share is the product of the sizes of these letters."
        )
    if counts:
        which = "The network has" if len(networks) == 1 else f"{counted(counts, 'network')} {_have(counts)}"
        sentences.append(
            f"{which} as share the number of monomials of the given degrees in the leaves with inputs of one side."
        )
    sentences.append(_together(step))
    lines = [f"{side}" + (f"; {', '.join(map(str, colours))}" if colours else "") for side, *colours in networks]
    return Argument(sentences, [exhibits.formulas("for each network its side; the side of each leaf", lines)])


def _together(step: Step) -> str:
    """What the shares sum to."""
    found = shares(step)
    total = sum(found)
    told = " + ".join(map(str, found[:20])) + (" + …" if len(found) > 20 else "")
    sums = f"{told} = {total}" if len(found) > 1 else told or "0"
    if total <= step.rank:
        return f"With these shares the law is a sum of ${sums}{f' ≤ {step.rank}' * (total < step.rank)}$ products."
    return (
        f"The shares are ${sums}$. Networks with the same part on the chosen side have the same factors there, so they "
        f"have one share together. Counted so, the shares sum to at most {step.rank}."
    )


def shares(step: Step) -> list[int]:
    """The share of each network, in the order in which the checker writes the law as their sum."""
    split = step.claim["split"]
    law = checker.Law(split["law"], step.characteristic)
    opaque = {law.names[name] for name in step.evidence["at"]}
    networks, sizes = checker.summands(law, opaque)
    found = []
    for network, (side, *colours) in zip(networks, step.evidence["networks"], strict=True):
        if colours:
            ends = [
                {letter for (_, word), colour in zip(network, colours, strict=True) if colour == end for letter in word}
                for end in (0, 1)
            ]
            found.append(prod(sizes[letter] for letter in ends[0] & ends[1]))
        else:
            inner = leaves_of_side(law, split["inputs"], side)
            leaves = Counter(at for at, _ in network if at in inner)
            found.append(prod(comb(prod(law.nodes[at].shape) + k - 1, k) for at, k in leaves.items()))
    return found


def leaves_of_side(law: checker.Law, first: Sequence[str], side: int) -> set[int]:
    """The nodes of the law whose values are computed from an input of the side."""
    found = {law.names[name] for name in law.raw["inputs"] if (name not in first) == side}
    for at, node in enumerate(law.nodes):
        below = {x for part in node.parts for x in part.operands} | {node.applied}
        if below & found:
            found.add(at)
    return found


def _have(n: int) -> str:
    return "has" if n == 1 else "have"


EXPLAINED = {"coefficient-minor": coefficient_minor, "cut": cut}
