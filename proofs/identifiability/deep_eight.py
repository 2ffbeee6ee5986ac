"""The eighth point of seven: other weights of a deep network that is finitely identifiable.

**Limits** `identifiability/deep_finite`.

**Instance.** Widths (4,7,7,7) with t²; the rows of W_1 are seven vertices (±1, ±1, ±1, 1) of a cube, W_2 and W_3 are
unit matrices.

**Proof.** Σ_e e_1 e_2 e_3 ⟨(e, 1), x⟩² = 0 over all eight vertices, since no monomial of a square contains all of
e_1, e_2, e_3. So the square of one of the seven is a combination of those of the others and of the eighth, which can
take its place, with other columns in W_2. This goes on for general W_1. The quadratic forms on the dual space that
vanish at seven points are spanned by three; at the cube these are x_i² − x_4², which meet transversally in the eighth
point. So near the cube they meet in an eighth point, too; its square is in the span of the seven others, with
coefficients that are not zero, and its row is proportional to none of theirs. The W_1 for which there is such a point
are a constructible set that contains an open ball: it contains all general ones. W_2 and the layers after it may be
any.

**Established here.** Other weights have the same function, and are not these up to permutation and rescaling, over Q
and every extension. Nothing is violated.

**Taken on trust.** Nothing.

**Not claimed.** That there are exactly eight: H3.
"""

from itertools import product
from math import prod
from typing import Any

from algebra_tnn import PolynomialNetwork, Verdict, verify
from algebra_tnn.claims import NotDetermined
from algebra_tnn.provers import other_weights

NETWORK = PolynomialNetwork((4, 7, 7, 7), degrees=2)
UNIT = [[int(i == j) for j in range(7)] for i in range(7)]
FIRST, *BETWEEN, LAST = [[*e, 1] for e in product((1, -1), repeat=3)]
INSTANCE = {"W1": [FIRST, *BETWEEN], "W2": UNIT, "W3": UNIT}
OTHERS = {"W1": [LAST, *BETWEEN], "W2": [[1, *(-prod(e) for e in BETWEEN)], *UNIT[1:]], "W3": UNIT}


def proof(instance: dict[str, Any] = INSTANCE) -> Verdict:
    return verify(NotDetermined(NETWORK.law(), instance, ("W1", "W2", "W3")), by=other_weights(OTHERS))
