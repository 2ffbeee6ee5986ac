"""Sums of powers of linear forms have the dimension that is expected, but for a short list.

**Instance.** Nine sixth powers in three variables: 27 of 28.

**Established here.** The dimension is 27, over Q and every extension. In the wide run 56 of 56 for ten cubes in six
variables, and two more.

**Taken on trust.** Nothing.

**Not claimed.** All numbers of variables, degrees and terms, which is the theorem; those of the range are in
benchmarks/GRIDS.md.

**See also** `dimension/alexander_hirschowitz_exceptions`, `dimension/quadrics`.
"""

from algebra_tnn import DimensionBetween, Secant, Verdict, Veronese, verify

INSTANCE = Veronese(3, 6).secant(9)
INSTANCES = [INSTANCE, Veronese(6, 3).secant(10), Veronese(4, 3).secant(5), Veronese(2, 9).secant(4)]


def proof(instance: Secant = INSTANCE) -> Verdict:
    value = instance.expected_dimension
    return verify(DimensionBetween(instance.law(), value, value))
