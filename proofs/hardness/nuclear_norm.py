"""The nuclear norm of W over R is 3, by a tensor of spectral norm one.

**Instance.** W, and the dual tensor D = W − e1⊗e1⊗e1. In `INSTANCES` the unit tensor, and complex multiplication, both
with themselves as the dual tensor; their nuclear norms are 2 and 4.

**Proof.** W = Σ_r a_r⊗b_r⊗c_r gives ⟨W, D⟩ = Σ_r D(a_r, b_r, c_r) ≤ Σ_r |a_r||b_r||c_r| if the spectral norm of D is at
most one. ⟨W, D⟩ = 3, and three terms of norm one sum to W. D(x, y, z) is the imaginary part of the product of the
complex numbers x_0 + i x_1, y_0 + i y_1, z_0 + i z_1, so that |x|²|y|²|z|² − D² is the square of the real part.

**Established here.** |x|²|y|²|z|² ≥ D(x, y, z)² for all real x, y, z. That W has three terms of norm one is plain.

**Taken on trust.** Nothing.

**Not claimed.** The nuclear norm over C, which is 3√3/2 for W [FriedlandLim2018].

**See also** `hardness/spectral_norm_complex`.
"""

from algebra_tnn import CP, Tensor, Verdict
from algebra_tnn.explore.norms import nuclear_norm

IMAGINARY = (((0, 1), (1, 0)), ((1, 0), (0, -1)))
INSTANCE = CP.from_factors([[0, 1, 1], [1, 0, 0]], [[1, 0, 1], [0, 1, 0]], [[1, 1, 0], [0, 0, 1]]), IMAGINARY
INSTANCES = [
    INSTANCE,
    (CP.from_factors([[1, 0], [0, 1]], [[1, 0], [0, 1]], [[1, 0], [0, 1]]), (((1, 0), (0, 0)), ((0, 0), (0, 1)))),
    (
        CP.from_factors([[0, 1, 1, 0], [1, 0, 0, 1]], [[1, 0, 1, 0], [0, 1, 0, 1]], [[1, 1, 0, 0], [0, 0, 1, -1]]),
        IMAGINARY,
    ),
]

Entries = tuple[tuple[tuple[int, ...], ...], ...]


def proof(instance: tuple[CP, Entries] = INSTANCE) -> Verdict:
    terms, dual = instance
    found = nuclear_norm(terms.tensor(), terms, Tensor.from_nested(dual))
    if found.lower != found.upper:
        raise ValueError(f"the bounds are {found.lower} and {found.upper}; the dual tensor must attain the upper one")
    return found.dual
