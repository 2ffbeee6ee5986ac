"""The gradients at three points of the plane determine a quadratic polynomial up to a constant.

**Instance.** The matrix that takes the coefficients of x, y, x², xy, y² to the partial derivatives at (0, 0), (1, 0),
(0, 1). In `INSTANCES` cubic polynomials, at six points that are on no conic, and quadratic ones in three variables at
four points.

**Proof.** A polynomial whose gradient is zero at the points has partial derivatives of degree D − 1 that vanish there.
If no polynomial of degree D − 1 but zero vanishes at all the points, it is constant. For D = 2 these are points that
are on no line, in general on no hyperplane.

**Established here.** The rank is the number of coefficients, 5, over Q and every extension. So the linear map is
injective, and the tensor of the Jacobians knows that of the coefficients.

**Taken on trust.** Nothing.

**Not claimed.** That so many points are needed: the partial derivatives of one polynomial are not independent, and five
points in general position, of which each gives two equations, are enough for the nine coefficients of a cubic.

**See also** `depth/jacobian_evaluations_line`.
"""

from algebra_tnn import TensorRankBetween, Verdict, verify
from algebra_tnn.models.derivatives import evaluation_matrix

INSTANCE = (2, ((0, 0), (1, 0), (0, 1)))
INSTANCES = [
    INSTANCE,
    (3, ((0, 0), (1, 0), (0, 1), (2, 0), (0, 2), (1, 1))),
    (3, ((0, 0), (1, 0), (0, 1), (1, 1), (2, 3))),
    (2, ((0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1))),
]


def proof(instance: tuple[int, tuple[tuple[int, ...], ...]] = INSTANCE) -> Verdict:
    degree, points = instance
    matrix = evaluation_matrix(points, degree)
    coefficients = matrix.shape[1]
    return verify(TensorRankBetween(matrix, coefficients, coefficients))
