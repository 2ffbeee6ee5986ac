"""Dimensions from above by what is constant: forms that are singular at points, vector fields, motions, and laws that
factor through others."""

from __future__ import annotations

from typing import Any

from algebra_tnn.explaining import exhibits, minors
from algebra_tnn.explaining.exhibits import Exhibit
from algebra_tnn.explaining.steps import Argument, Step
from algebra_tnn.explaining.wording import are, counted, listed, up_to
from algebra_tnn.laws import Law


def double_points(step: Step) -> Argument:
    shape, evidence = step.power_sum, step.evidence
    n, products, ideals = evidence["modulus"], len(evidence["products"]), evidence["ideals"]
    space = (
        f"{step.of} parametrizes sums of {counted(shape.terms, 'product')} of powers, with exponents "
        f"({', '.join(map(str, shape.exponents))}) and vectors of sizes ({', '.join(map(str, shape.sizes))}), in a "
        f"space of {counted(shape.ambient, 'monomial')}."
    )
    bound = up_to(shape.ambient - products, step.rank)
    if not products:
        return Argument([space, f"So the dimension is at most ${bound}$."], minors.at_point(step))
    return Argument(
        [
            space,
            _singular(step),
            minors.unit(products, "the coefficients of these forms", n),
            "A form that is singular at the points vanishes on the tangent spaces there, which by Terracini's lemma "
            f"span the tangent space of all sums. So the dimension is at most ${shape.ambient} − {products} = "
            f"{bound}$, first at this point and then at general ones.",
        ],
        [
            *minors.at_point(step),
            *(
                exhibits.matrix(f"ideal {k}: the inverse of its conditions, modulo {n}", ideal["inverse"])
                for k, ideal in enumerate(ideals[:6])
            ),
            exhibits.numbers("the products: ideal and generator, twice", evidence["products"]),
            minors.inverse("the inverse of the minor", evidence),
        ],
    )


def _singular(step: Step) -> str:
    """Which forms are singular at the points, and why."""
    shape, evidence, wedge = step.power_sum, step.evidence, step.evidence["wedge"]
    ideals, points = evidence["ideals"], counted(shape.terms, "given point")
    degrees = listed(
        f"({', '.join(map(str, ideal['degree']))}) with {counted(len(ideal['rows']), 'condition')}" for ideal in ideals
    )
    count = len(evidence["products"])
    if wedge is None:
        what = f"{counted(count, 'product')} of two forms that vanish at the {points}"
    else:
        what = (
            f"{counted(count, 'wedge product')} of the variables of block {wedge} and of two forms with values in its "
            f"exterior powers, such that the wedge product of each of the two with the vector of each of the {points} "
            "in this block vanishes there"
        )
    return (
        f"Take {what}. So all that is taken is singular at these points. The factors have the multidegrees {degrees} "
        f"that are independent: minors of the conditions are units modulo {evidence['modulus']}."
    )


def factor_through(step: Step) -> Argument:
    (premise,) = step.premises
    y = step.evidence["contracted"]
    return Argument(
        [
            f"With new variables ${y}$ for the outputs, $⟨{y}, {step.called}(θ, x)⟩ = {premise.called}(ψ(θ), φ(x, "
            f"{y}))$ as polynomials, where $ψ$ gives every parameter of ${premise.called}$ an expression in those of "
            f"{step.of} and $φ$ every input of ${premise.called}$ one in the inputs and ${y}$. The identity is "
            "multiplied out.",
            f"The coefficients on the right are a fixed linear image of those of ${premise.called}$, so the dimension "
            f"is at most that of ${premise.called}$: ${up_to(premise.rank, step.rank)}$ ({premise.name}).",
        ],
        _substituted(step, y),
    )


def _substituted(step: Step, contracted: str) -> list[Exhibit]:
    law = step.law
    raw = law.to_json()
    wider = Law.from_json({**raw, "inputs": {**raw["inputs"], contracted: list(law.shape)}})
    return [
        exhibits.formulas(f"${letter}$: its part ${name}$ is", exhibits.expression_formulas(wider, expression, name))
        for letter, key in (("ψ", "parameters"), ("φ", "inputs"))
        for name, expression in step.evidence[key].items()
    ]


def vector_fields(step: Step) -> Argument:
    s, total, n = len(step.evidence["fields"]), step.law.parameter_count, step.evidence["modulus"]
    return Argument(
        [
            f"{counted(s, 'polynomial vector field')} $v$ on the parameters "
            f"{are(s)} given with $D{step.called}·v = 0$, as polynomials in parameters and inputs: "
            f"along them {step.of} does not change.",
            "They are independent at a point. " + minors.unit(s, "their values there", n),
            f"So the kernel of the Jacobian has dimension at least {s} at general parameters, and the dimension is at "
            f"most ${total} − {s} = {up_to(total - s, step.rank)}$.",
        ],
        [*fields("field", step.law, step.evidence["fields"]), *minors.at_point(step)],
    )


def fields(title: str, law: Law, given: list[dict[str, Any]], most: int = 8) -> list[Exhibit]:
    """The first vector fields, by the names of the entries that they move."""
    found = [
        exhibits.formulas(
            f"{title} {k}",
            [
                line
                for name, expression in field.items()
                for line in exhibits.expression_formulas(law, expression, f"v_{name}")
            ],
        )
        for k, field in enumerate(given[:most])
    ]
    left = len(given) - most
    return [*found, Exhibit("", (), left=exhibits.more(left, title, f"{title}s"))] if left > 0 else found


def dense_orbits(step: Step) -> Argument:
    evidence, total = step.evidence, step.law.parameter_count
    q, free, m, n = len(evidence["motions"]), len(evidence["free"]), len(evidence["fields"]), evidence["modulus"]
    return Argument(
        [
            f"{counted(q, 'motion')} of the parameters and inputs together "
            f"{'leaves' if q == 1 else 'leave'} {step.of} unchanged: pairs of fields $v(θ)$ and $u(x)$ with $D_θ "
            f"{step.called}·v + D_x {step.called}·u = 0$ as polynomials.",
            f"At the point $θ_0$ given, the motions and {counted(free, 'free entry', 'free entries')} of the "
            f"parameters span all {total} directions: their {total} × {total} matrix is invertible modulo {n}. So "
            "almost all parameters are moved to ones that agree with $θ_0$ but for the free entries.",
            f"There {counted(m, 'field')} $k$ with $D_θ {step.called}·k = 0$ "
            f"{are(m)} given. " + minors.unit(m, "their values at $θ_0$", n),
            f"Motions keep the dimension of the kernel, so it is at least {m} at general parameters, and the "
            f"dimension is at most ${total} − {m} = {up_to(total - m, step.rank)}$.",
        ],
        [
            *exhibits.arrays("the point $θ_0$", evidence["point"]),
            *(
                exhibit
                for k, (v, u) in enumerate(evidence["motions"][:4])
                for exhibit in fields(f"motion {k}, part", step.law, [v, u])
            ),
            *fields("field", step.law, evidence["fields"]),
        ],
    )


EXPLAINED = {
    "double-points": double_points,
    "factor-through": factor_through,
    "vector-fields": vector_fields,
    "dense-orbits": dense_orbits,
}
