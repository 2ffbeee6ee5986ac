"""One factor of full column rank: uniqueness decided by the rank-one matrices in the span of the others' terms [H4].

Let C have full column rank. The decomposition is unique iff A·diag(d)·Bᵀ has rank at most one only for d on a
coordinate axis, that is, iff the quadrics (its 2×2 minors, polynomials in d) vanish on the axes only. Three rules prove
it (``compound``, ``ideal``, ``points_modulo_prime``); a point off the axes gives a second decomposition.
"""

from algebra_tnn.provers.full_rank_factor.compounds import compound
from algebra_tnn.provers.full_rank_factor.points_modulo_primes import points_modulo_prime
from algebra_tnn.provers.full_rank_factor.powers import ideal
from algebra_tnn.provers.full_rank_factor.zeros import rank_one_point

__all__ = ["compound", "ideal", "points_modulo_prime", "rank_one_point"]
