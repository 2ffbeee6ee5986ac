"""Under a uniform density, means of derivatives are differences of means over opposite faces.

**Instance.** All polynomials of degree 2 in two variables, with symbolic coefficients, on [0, 1]², and the first
coordinate. In `INSTANCES` degree 3, the other coordinate, and [−1, 1]².

**Proof.** For fixed x_j, j ≠ i, ∫_a^b ∂_i f dx_i is f at x_i = b minus f at x_i = a. The mean over the others, divided
by b − a, is the claim. Inside of the cube ∇p = 0: all scores S_m, m ≥ 1, are zero, and so is E[f S_m].

**Established here.** E[∂_i f] = (E[f at x_i = b] − E[f at x_i = a]) / (b − a), as polynomials in the coefficients of f,
over Q and every extension: the boundary term that Stein's identity lacks there.

**Taken on trust.** Nothing.

**Not claimed.** Other densities, or other sets than boxes.

**See also** `learning/stein`, and `learning/stein_uniform`, where the boundary term is left out.
"""

from algebra_tnn import Law, Vanishes, Verdict, verify
from algebra_tnn.exact.measures import Uniform
from algebra_tnn.models.moments import boundary_difference, general_polynomial

INSTANCE = (general_polynomial(2, 2), Uniform(0, 1), 0)
INSTANCES = [INSTANCE, (general_polynomial(2, 3), Uniform(0, 1), 1), (general_polynomial(2, 3), Uniform(-1, 1), 0)]


def proof(instance: tuple[Law, Uniform, int] = INSTANCE) -> Verdict:
    return verify(Vanishes(boundary_difference(*instance)))
