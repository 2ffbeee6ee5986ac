"""Sylvester's algorithm: a form in two variables from the zeros of an apolar form.

**Instance.** x⁵ − 5xy⁴ + 20x²y³ + 2y⁵ over C. Up to a factor, there is one apolar form of degree 3, a cubic that is
irreducible over Q with three different zeros; the linear forms have coefficients in the field of degree six that all
three generate. In the wide run zeros in Q and Q(i), and x²y², where the apolar forms of degree 3 are a pencil.

**Proof.** Let F = Σ_i C(d, i) f_i x^(d−i) y^i ≠ 0. A form g = Σ_j g_j a^(m−j) b^j is apolar to F if Σ_j f_(i+j) g_j =
0 for all i ≤ d − m. *Decompositions.* Let g have m ≤ d different zeros (a_j, b_j). The powers (a_j x + b_j y)^d are
apolar to g and independent, and the F to which g is apolar are a space of dimension m, since the equations are
independent; so g is apolar to F exactly if F is in the span of these powers. *Below d + 2 − s.* Let g ≠ 0 be apolar
of the least degree s, and q of degree m ≤ d + 1 − s. If q were no multiple of g, let c be the greatest common divisor
of both, of degree k < s. The forms of degree (s − k) + (m − k) − 1 ≤ d − 2k are combinations of g/c and q/c, so every
multiple of c of degree d would be apolar to F, and so c would be, against the choice of s. So if g has no s different
zeros in K, the rank over K is at least d + 2 − s. *That many, over an algebraically closed field.* In degree m = d +
2 − s apolar forms are a space of dimension m + 1 − (s − 1) or more, and the multiples of g have one dimension less.
By the same argument, another one and g have no common zero. So the general apolar form of degree m has different
zeros [Bertini].

**Established here.** The tensor has rank 3 over C: a catalecticant from below, the sum of three powers from above. So
this is the Waring rank, over every extension.

**Taken on trust.** Nothing.

**Not claimed.** The rank over R or Q. The certificate is about tensor rank, which is at most the Waring rank.

**See also** `rank/multiple_zero`, `rank/irrational_zeros`.
"""

from algebra_tnn import C, Verdict, waring_rank

INSTANCE = "x^5 - 5*x*y^4 + 20*x^2*y^3 + 2*y^5"
INSTANCES = [INSTANCE, "(x + y)^5 + 2*(x - y)^5 + y^5", "x^3 - 3*x*y^2", "x^2*y^2", "(x - 2*y)^7 - x^7"]


def proof(instance: str = INSTANCE) -> Verdict:
    verdict = waring_rank(instance, C).verdict
    assert verdict is not None
    return verdict
