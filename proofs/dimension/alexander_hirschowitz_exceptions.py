"""The exceptions: five, nine and fourteen fourth powers in three, four and five variables, and seven cubes in five.

**Limits** `dimension/alexander_hirschowitz`.

**Instance.** Five fourth powers in three variables: 15 are expected, of 15 dimensions.

**Proof.** A quadric passes through so many points, and its square is singular there. For seven cubes in five variables
the rational normal curve through the points has the singular secant variety, a cubic; here it comes from minors of a
Koszul flattening.

**Established here.** That the dimension is at least 15 is refuted, over Q and every extension: it is 14. In the wide
run 34 of 35, 69 of 70 and 34 of 35 for the others. Only that the numbers are not in the list fails.

**Taken on trust.** Nothing.

**Not claimed.** More than that.
"""

from algebra_tnn import DimensionAtLeast, Secant, Verdict, Veronese, verify

INSTANCE = Veronese(3, 4).secant(5)
INSTANCES = [INSTANCE, Veronese(4, 4).secant(9), Veronese(5, 4).secant(14), Veronese(5, 3).secant(7)]


def proof(instance: Secant = INSTANCE) -> Verdict:
    return verify(DimensionAtLeast(instance.law(), instance.expected_dimension))
