"""In the limit five products multiply a 2×2 matrix with a zero by any other.

**Instance.** The product of (x y; z 0) by (p q; r s), as a tensor of shape 3×4×4: six terms by the definition.

**Proof.** With e = 1/n, the five terms

    (y + ex) (q + es) c_01 + (z + ex) p (c_00 + e c_10) − y q (c_00 + c_01 + e c_11)
        − z (p + q + er) c_00 + (y + z) (q + er) (c_00 + e c_11)

sum to e times the product, up to e².

**Established here.** The border rank is 5 over Q and every extension: the curve from above, a Koszul flattening from
below.

**Taken on trust.** Nothing.

**Not claimed.** That five terms suffice without a limit.

**See also** `rank/bini_exact`: they do not; `rank/bini`.
"""

from algebra_tnn import BorderRankAtMost, BorderRankBetween, Tensor, Verdict, provers, verify

INSTANCE = Tensor.from_nested(
    [
        [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]],
        [[0, 0, 0, 0], [0, 0, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0]],
        [[0, 0, 1, 0], [0, 0, 0, 1], [0, 0, 0, 0], [0, 0, 0, 0]],
    ]
)
ZERO, ONE, MINUS, E = [0, 0], [1, 0], [-1, 0], [0, 1]  # the constant, and the coefficient of e
CURVE = provers.approximating_curve(
    [
        [[E, E, ZERO, ZERO, ZERO], [ONE, ZERO, MINUS, ZERO, ONE], [ZERO, ONE, ZERO, MINUS, ONE]],
        [
            [ZERO, ONE, ZERO, ONE, ZERO],
            [ONE, ZERO, ONE, ONE, ONE],
            [ZERO, ZERO, ZERO, E, E],
            [E, ZERO, ZERO, ZERO, ZERO],
        ],
        [
            [ZERO, ONE, ONE, ONE, ONE],
            [ONE, ZERO, ONE, ZERO, ZERO],
            [ZERO, E, ZERO, ZERO, ZERO],
            [ZERO, ZERO, E, ZERO, E],
        ],
    ],
    order=1,
)


def proof(instance: Tensor = INSTANCE) -> Verdict:
    def sides(side: object) -> tuple[provers.Prover, ...]:
        return (CURVE if isinstance(side, BorderRankAtMost) else provers.koszul_flattening,)

    return verify(BorderRankBetween(instance, 5, 5), by=provers.both_bounds(sides))
