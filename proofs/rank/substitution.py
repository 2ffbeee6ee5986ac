"""W of order four has rank four, by substitution: 1 + 1 + 2.

**Instance.** W = e1⊗e0⊗e0⊗e0 + e0⊗e1⊗e0⊗e0 + e0⊗e0⊗e1⊗e0 + e0⊗e0⊗e0⊗e1 over Q, given by these four terms.

**Proof.** The slice at e1 of mode 0 is e0⊗e0⊗e0, not zero: one term leaves with it, and the slice at e0 becomes
W′ + μ e0⊗e0⊗e0, where W′ is W of order three. Its slice at e1 of mode 1 is e0⊗e0, another term leaves, and what is
left is the matrix e1⊗e0 + e0⊗e1 + μ′ e0⊗e0, of rank two for every μ′.

**Established here.** The rank is 4 over Q and every extension, though all flattenings have rank 2, and W is a limit of
tensors of rank 2.

**Taken on trust.** Nothing.

**Not claimed.** That the method reaches the rank of every tensor.

**See also** `rank/substitution_dependent`: slices that leave must be independent; `rank/w_rank` for order three.
"""

from algebra_tnn import CP, TensorRankAtLeast, TensorRankBetween, Verdict, provers, verify

INSTANCE = CP.from_factors(
    *[[[int(r != mode) for r in range(4)], [int(r == mode) for r in range(4)]] for mode in range(4)]
)


def proof(instance: CP = INSTANCE) -> Verdict:
    def sides(side: object) -> tuple[provers.Prover, ...]:
        return (provers.substitution_method if isinstance(side, TensorRankAtLeast) else provers.decomposition,)

    return verify(TensorRankBetween(instance, 4, 4), by=provers.both_bounds(sides))
