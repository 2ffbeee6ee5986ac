"""W is a limit of tensors of rank 2.

**Instance.** W = b⊗a⊗a + a⊗b⊗a + a⊗a⊗b with a = e0, b = e1, over R.

**Proof.** Expand a cube along the line from a towards b, with e = 1/n:

    n (a + b/n)^{⊗3} − n a^{⊗3} = W + (b⊗b⊗a + b⊗a⊗b + a⊗b⊗b)/n + b⊗b⊗b/n² → W.

So inf ‖W − X‖ over all X of rank at most 2 is 0, and by `rank/w_rank` no X attains it: W has no best approximation of
rank 2. The certificate is this curve: the terms (a + eb)^{⊗3} and −a^{⊗3} over Q[[e]] sum to e·W modulo e².

**Established here.** The border rank of W over R is 2: the curve from above, a flattening of rank 2 from below. It
holds over every extension.

**Taken on trust.** Nothing.

**Not claimed.** How ‖W − X‖ decreases, or that W is typical: that no tensor of real rank 3 in 2×2×2 has a best
approximation of rank 2 is a theorem [deSilvaLim2008] which is not shown here.

**See also** `rank/w_rank`, and `rank/matrix_limit` for order two, where this cannot happen.
"""

from algebra_tnn import BorderRankAtMost, BorderRankBetween, R, Tensor, Verdict, provers, verify

INSTANCE = Tensor.from_nested([[[0, 1], [1, 0]], [[1, 0], [0, 0]]])
#  Entries are [constant, coefficient of e]; columns are a + eb and a, the latter with a sign in the first mode.
LINE = [[[1, 0], [1, 0]], [[0, 1], [0, 0]]]
SIGNED = [[[1, 0], [-1, 0]], [[0, 1], [0, 0]]]
CURVE = provers.approximating_curve([SIGNED, LINE, LINE], order=1)


def proof(instance: Tensor = INSTANCE) -> Verdict:
    def sides(side: object) -> tuple[provers.Prover, ...]:
        return (CURVE,) if isinstance(side, BorderRankAtMost) else (provers.flattening,)

    return verify(BorderRankBetween(instance, 2, 2, R), by=provers.both_bounds(sides))
