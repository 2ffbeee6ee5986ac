"""Dimensions from above by counting: parameters, monomials, and the parts of a law that is cut."""

from __future__ import annotations

from math import comb, prod

from algebra_tnn.explaining import minors
from algebra_tnn.explaining.steps import Argument, Step
from algebra_tnn.explaining.wording import counted, up_to
from algebra_tnn.laws import Law
from algebra_tnn.laws.cuts import after, before
from algebra_tnn.laws.multidegrees import multidegrees, reachable_monomials


def monomials(law: Law) -> int:
    """The number of monomials in the inputs that an entry of the output can have. Raises: ValueError beyond limits."""
    found = reachable_monomials(law)
    if found is None:
        raise ValueError("the law has too high degrees for its monomials to be counted")
    return found


def parameter_count(step: Step) -> Argument:
    count = step.law.parameter_count
    return Argument(
        [
            f"{step.of} has {counted(count, 'parameter')}, and the dimension is at most their number: ${count} ≤ "
            f"{step.rank}$."
        ]
    )


def reachable(step: Step) -> Argument:
    law, count = step.law, monomials(step.law)
    return Argument(
        [
            f"The operations of {step.of} reach {counted(count, 'monomial')} in the inputs. So "
            f"{counted(law.output_count, 'output')} together have at most that many coefficients each: "
            f"${law.output_count}·{count} = {up_to(law.output_count * count, step.rank)}$.",
        ]
    )


def coefficient_matrix(step: Step) -> Argument:
    law, name = step.law, step.evidence["at"]
    entries, m, n = before(law, name).output_count, law.output_count, monomials(law)
    constant = (0,) in (multidegrees(after(law, name)) or ())
    rho = min(entries + constant, m, n)
    with_one = " and of 1" if constant else ""
    return Argument(
        [
            f"The outputs of {step.of} are combinations, with coefficients that depend on the parameters alone, of the "
            f"{counted(entries, 'entry', 'entries')} of `{name}`{with_one}.",
            f"So the {m} × {n} matrix of their coefficients ({counted(m, 'output')}, {counted(n, 'monomial')}) has "
            f"rank at most $ρ = {rho}$. Such matrices have dimension $ρ(m + n − ρ) = {rho}·({m} + {n} − {rho}) = "
            f"{up_to(rho * (m + n - rho), step.rank)}$.",
        ]
    )


def overlap(step: Step) -> Argument:
    one, two = step.premises
    rho, (h, u), n = len(step.evidence["columns"]), step.evidence["at"], step.evidence["modulus"]
    bound = one.rank + two.rank - rho
    return Argument(
        [
            f"Let ${one.called}$ be the part of {step.of} before `{h}`, of dimension at most {one.rank} ({one.name}), "
            f"and ${two.called}$ the part after `{u}`, of dimension at most {two.rank} ({two.name}). What follows "
            f"`{h}` shares no parameter with ${one.called}$, and what precedes `{u}` none with ${two.called}$.",
            f"The derivatives of both by the parameters that they share have rank at least $ρ = {rho}$ together. "
            + minors.unit(rho, "them", n),
            "Directions in which a part does not change leave the whole as it is; those of both parts meet in as few "
            f"dimensions as $ρ$ allows. So the dimension is at most ${one.rank} + {two.rank} − {rho} "
            f"= {up_to(bound, step.rank)}$.",
        ],
        [
            *minors.at_point(step),
            *minors.rows_of_jacobian("inputs and covectors of the first part", one.law, step.evidence["first"]),
            *minors.rows_of_jacobian("inputs and covectors of the second part", two.law, step.evidence["second"]),
            minors.inverse("the inverse of the minor", step.evidence),
        ],
    )


def inner_coefficients(step: Step) -> Argument:
    (premise,) = step.premises
    name = step.evidence["at"]
    inner = before(step.law, name)
    return Argument(
        [
            f"Each of the {counted(inner.output_count, 'entry', 'entries')} of `{name}` is a linear form in the "
            f"{counted(monomials(inner), 'monomial')} that it can have. In ${premise.called}$ the coefficients are new "
            "parameters and the monomials new inputs.",
            f"{step.of} is ${premise.called}$ at special coefficients and at the monomials of the inputs, so its "
            f"dimension is at most that of ${premise.called}$: ${up_to(premise.rank, step.rank)}$ ({premise.name}).",
        ]
    )


def substitution(step: Step) -> Argument:
    (premise,) = step.premises
    law, name = step.law, step.evidence["at"]
    first, rest = before(law, name), after(law, name)
    n = sum(prod(shape) for _, shape in first.inputs)
    q, m = first.output_count, law.output_count
    e, d = (min(map(sum, multidegrees(part) or [(0,)])) for part in (first, rest))
    relation = e ** (n - 1)
    rank = comb(d + q - 1, q - 1) - (comb(d - relation + q - 1, q - 1) if q > n and d >= relation else 0)
    rho = min(rank, monomials(law))
    bound = premise.rank - q + m * rho
    sentences = [
        f"`{name}` consists of $q = {q}$ powers of linear forms, each with weights of its own; they are forms of "
        f"degree $e = {e}$ in the $n = {n}$ inputs, and each of the $m = {m}$ outputs is a form of degree $D = {d}$ "
        "in them.",
    ]
    if q > n and d >= relation:
        sentences.append(
            f"As $q > n$, the forms satisfy a relation of degree $e^(n − 1) = {relation}$, whose multiples drop out "
            f"of the {comb(d + q - 1, q - 1):,} products of degree {d}."
        )
    sentences.append(
        f"So the products of degree {d} span at most $ρ = {rho}$ dimensions. `{name}` has dimension at most "
        f"{premise.rank} ({premise.name}), of which the {q} scalings of its entries do not change that span: the "
        f"dimension is at most ${premise.rank} − {q} + {m}·{rho} = {up_to(bound, step.rank)}$."
    )
    return Argument(sentences)


def secant_count(step: Step) -> Argument:
    shape = step.power_sum
    k, total = len(shape.sizes), sum(shape.sizes)
    bound = shape.terms * (total - k + 1)
    return Argument(
        [
            f"{step.of} is the sum of {counted(shape.terms, 'product')} of powers of {counted(k, 'linear form')}, in "
            f"{' + '.join(map(str, shape.sizes))} = {total} variables.",
            f"In each product {k - 1} of the {k} forms can be normalized, since scalings cancel. So the dimension is "
            f"at most ${shape.terms}·({total} − {k} + 1) = {up_to(bound, step.rank)}$.",
        ]
    )


EXPLAINED = {
    "parameter-count": parameter_count,
    "reachable-monomials": reachable,
    "coefficient-matrix": coefficient_matrix,
    "overlap": overlap,
    "inner-coefficients": inner_coefficients,
    "substitution": substitution,
    "secant-count": secant_count,
}
