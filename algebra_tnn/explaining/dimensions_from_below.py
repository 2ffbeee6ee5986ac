"""Dimensions from below: Jacobians with a minor that is not 0, of laws and of networks with masks."""

from __future__ import annotations

from algebra_tnn.explaining import exhibits, minors
from algebra_tnn.explaining.steps import Argument, Step
from algebra_tnn.explaining.wording import counted, indices, listed


def jacobian_minor(step: Step) -> Argument:
    n, r, law, columns = step.evidence["modulus"], step.rank, step.law, step.evidence["columns"]
    network = "network" in step.claim
    conclusion = (
        f"So {r} functions of the parameters with independent derivatives are read off near $θ$: the functional "
        f"dimension is at least {r} there."
        if network
        else f"So the Jacobian has rank at least {r} at the integer point $θ$, hence at general parameters, and this "
        "rank is the dimension."
    )
    return Argument(
        [
            f"At the given point $θ$ the derivatives $⟨u, ∂{step.called}/∂θ (θ, x)⟩$ at {counted(r, 'pair')} of an "
            "input $x$ and a covector $u$ on the outputs are rows of a matrix. Its columns are the "
            f"{counted(law.parameter_count, 'parameter')}.",
            minors.unit(r, "it", n, f", with columns {indices(columns)} ({minors.columns_of(law, columns)}),"),
            *([_masks(step)] if network else []),
            conclusion,
        ],
        [
            *minors.at_point(step),
            *minors.rows_of_jacobian("the inputs and covectors", law, step.evidence["rows"]),
            minors.inverse("the inverse of the minor", step.evidence),
        ],
    )


def _masks(step: Step) -> str:
    masks, n = step.claim["network"]["masks"], step.evidence["modulus"]
    if not masks:
        return "There are no masks: the network is its law."
    return (
        f"The residues modulo {n} stand for the integers of least absolute value. At each of the inputs every entry "
        f"of {listed(f'${mask}$' for mask, _ in masks)} is 1 or 0 as the entry of "
        f"{listed(f'${value}$' for _, value in masks)} is positive or negative there, and none of these is 0. So the "
        "masks stay as they are for parameters near $θ$, and the network is the law with constant masks."
    )


def block_minors(step: Step) -> Argument:
    blocks, n = step.evidence["blocks"], step.evidence["modulus"]
    sizes = [len(block["rows"]) for block in blocks]
    return Argument(
        [
            f"At the point that is given the derivatives of {step.of} by its parameters, as polynomials in the inputs, "
            f"are treated in {counted(len(blocks), 'block')}, of {_sum(sizes)} = {step.rank} derivatives.",
            "From the rows of a block the combinations of earlier blocks that it names are subtracted. Then its rows "
            "have no entry outside of the monomials that it lists, none of which is a pivot of an earlier block, and "
            f"the square matrix of its pivots is invertible modulo {n}.",
            f"So the matrix of all {step.rank} derivatives at all pivots is block triangular, with invertible blocks: "
            f"a minor of the Jacobian is a unit modulo {n}, hence not 0.",
        ],
        [
            *minors.at_point(step),
            exhibits.numbers("the sizes of the blocks", sizes),
            *(
                exhibits.numbers(f"block {k}: its monomials, by variables", block["columns"])
                for k, block in enumerate(blocks[:6])
            ),
            *(
                exhibits.matrix(f"block {k}: the inverse, modulo {n}", block["inverse"])
                for k, block in enumerate(blocks[:6])
            ),
        ],
    )


def _sum(sizes: list[int]) -> str:
    text = " + ".join(map(str, sizes[:20]))
    return f"{text} + …" if len(sizes) > 20 else text


EXPLAINED = {"jacobian-minor": jacobian_minor, "block-minors": block_minors}
