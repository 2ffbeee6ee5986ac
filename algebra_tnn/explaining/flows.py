"""What gradient flow conserves."""

from __future__ import annotations

from algebra_tnn.explaining import dimension_symmetries, exhibits, minors
from algebra_tnn.explaining.steps import Argument, Step
from algebra_tnn.explaining.wording import are, counted, listed, up_to

_WHY = "Along gradient flow $θ′$ is a combination of the gradients of the outputs, for every loss and all data."


def conserved_quantity(step: Step) -> Argument:
    law = step.law
    inputs = f" and the inputs {listed(f'${name}$' for name in law.input_names)}" if law.inputs else ""
    return Argument(
        [
            f"{_WHY} So $h$ is conserved exactly if $D{step.called}·∇h = 0$.",
            f"This is multiplied out, for {counted(law.output_count, 'output')}, as an identity of polynomials in "
            f"{counted(law.parameter_count, 'parameter')}{inputs}.",
        ]
    )


def vector_fields(step: Step) -> Argument:
    """Of quantities for claims about gradient flow, of fields for bounds of dimensions."""
    if step.kind == "dimension-at-most":
        return dimension_symmetries.vector_fields(step)
    quantities, n = step.evidence["quantities"], step.evidence["modulus"]
    count, polynomials = len(quantities), sum(q == ["constant", 1] for _, q in quantities)
    enough = f", and ${count} ≥ {step.rank}$" if count > step.rank else ""
    kinds = f"{counted(polynomials, 'polynomial')} and {counted(count - polynomials, 'proper quotient')}"
    return Argument(
        [
            f"{counted(count, 'quantity', 'quantities')} $p/q$ {are(count)} given: {kinds}. For "
            f"each $w = q∇p − p∇q$ satisfies $D{step.called}·w = 0$, multiplied out as polynomials in parameters and "
            "inputs.",
            f"{_WHY} So $p/q$, whose gradient is $w/q²$, is conserved.",
            minors.unit(count, "the values of the fields $w$ at a point", n)
            + f" So {counted(count, 'gradient')} {are(count)} independent at general "
            f"parameters{enough}.",
        ],
        [
            *(
                exhibits.formulas(
                    f"quantity {k}",
                    [
                        line
                        for part, letter in ((p, "p"), (q, "q"))
                        for line in exhibits.expression_formulas(step.law, part, f"{letter}_{k}")
                    ],
                )
                for k, (p, q) in enumerate(quantities[:8])
            ),
            *minors.at_point(step),
        ],
    )


def brackets(step: Step) -> Argument:
    evidence, total = step.evidence, step.law.parameter_count
    gradients, pairs, rows = (len(evidence[key]) for key in ("fields", "brackets", "rows"))
    n = evidence["modulus"]
    return Argument(
        [
            f"A conserved function is constant along the fields $g(θ) = ∇_θ⟨u, {step.called}(θ, x)⟩$, for all $x$ and "
            "$u$; and where it is constant along two fields $v$ and $w$, it is so along their Lie bracket $Dw·v − "
            "Dv·w$.",
            f"{counted(gradients, 'gradient field')} and {counted(pairs, 'bracket')} are taken, and "
            f"{counted(rows, 'field')} of these {are(rows)} independent at the point given. "
            + minors.unit(rows, "their values there", n),
            f"So the gradients of all conserved functions together lie in a space of dimension "
            f"${total} − {rows} = {up_to(total - rows, step.rank)}$, at general parameters.",
        ],
        [
            *minors.at_point(step),
            *minors.rows_of_jacobian("the inputs and covectors of the gradient fields", step.law, evidence["fields"]),
            exhibits.numbers("the brackets, by the numbers of two fields", evidence["brackets"]),
            minors.inverse("the inverse of the minor", evidence),
        ],
    )


EXPLAINED = {"conserved-quantity": conserved_quantity, "vector-fields": vector_fields, "brackets": brackets}
