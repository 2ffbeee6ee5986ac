"""The public names: this is the one place where they are listed, each with the module that it lives in."""

from .atlas.sweeping import (
    sweep as sweep,
)
from .certificates import (
    Certificate as Certificate,
    Shortfall as Shortfall,
    Verdict as Verdict,
)
from .claims import (
    BorderRankAtLeast as BorderRankAtLeast,
    BorderRankAtMost as BorderRankAtMost,
    BorderRankBetween as BorderRankBetween,
    Conserved as Conserved,
    ConservedAtLeast as ConservedAtLeast,
    ConservedAtMost as ConservedAtMost,
    ConservedBetween as ConservedBetween,
    DimensionAtLeast as DimensionAtLeast,
    DimensionAtMost as DimensionAtMost,
    DimensionBetween as DimensionBetween,
    EssentiallyUnique as EssentiallyUnique,
    FunctionalDimensionAtLeast as FunctionalDimensionAtLeast,
    KRankAtLeast as KRankAtLeast,
    KRankAtMost as KRankAtMost,
    KRankBetween as KRankBetween,
    Nonnegative as Nonnegative,
    NotDetermined as NotDetermined,
    NotEssentiallyUnique as NotEssentiallyUnique,
    NumberOfDecompositions as NumberOfDecompositions,
    PositiveOnBox as PositiveOnBox,
    SeparationRankAtLeast as SeparationRankAtLeast,
    SeparationRankAtMost as SeparationRankAtMost,
    SeparationRankBetween as SeparationRankBetween,
    TensorRankAtLeast as TensorRankAtLeast,
    TensorRankAtMost as TensorRankAtMost,
    TensorRankBetween as TensorRankBetween,
    Vanishes as Vanishes,
)
from .exact import (
    C as C,
    Field as Field,
    Q as Q,
    R as R,
    contained as contained,
    k_rank as k_rank,
    probable_rank as probable_rank,
    rank as rank,
    rank_profile as rank_profile,
)
from .explore import (
    Agreement as Agreement,
    Bounds as Bounds,
    ConservedQuantities as ConservedQuantities,
    DepthEfficiency as DepthEfficiency,
    Determination as Determination,
    Dimension as Dimension,
    Filling as Filling,
    FunctionalDimension as FunctionalDimension,
    GenericMatrixRank as GenericMatrixRank,
    GenericMoment as GenericMoment,
    GenericRank as GenericRank,
    Identifiability as Identifiability,
    MinimalFillings as MinimalFillings,
    MomentDecomposition as MomentDecomposition,
    NodeDetermination as NodeDetermination,
    RecoveredNetwork as RecoveredNetwork,
    SameFunction as SameFunction,
    SeparationRank as SeparationRank,
    SeparationRanks as SeparationRanks,
    Table as Table,
    Threshold as Threshold,
    TypicalRanks as TypicalRanks,
    WaringRank as WaringRank,
    alexander_hirschowitz_table as alexander_hirschowitz_table,
    border_rank as border_rank,
    conserved_quantities as conserved_quantities,
    decomposes as decomposes,
    depth_efficiency as depth_efficiency,
    determination as determination,
    dimension as dimension,
    filling as filling,
    functional_dimension as functional_dimension,
    generic_k_rank as generic_k_rank,
    generic_matrix_rank as generic_matrix_rank,
    generic_moment as generic_moment,
    generic_rank as generic_rank,
    generic_rank_table as generic_rank_table,
    identifiability_table as identifiability_table,
    identifiable as identifiable,
    kruskal_rank as kruskal_rank,
    minimal_fillings as minimal_fillings,
    moment_decomposition as moment_decomposition,
    network_from_jacobians as network_from_jacobians,
    node_determination as node_determination,
    same_function as same_function,
    separation_rank as separation_rank,
    separation_ranks as separation_ranks,
    sufficient_widths as sufficient_widths,
    tensor_rank as tensor_rank,
    threshold as threshold,
    typical_ranks as typical_ranks,
    waring_rank as waring_rank,
    weights_from_moments as weights_from_moments,
)
from .explore.norms import (
    nuclear_norm as nuclear_norm,
    spectral_norm as spectral_norm,
)
from .explore.reductions import (
    motzkin_straus as motzkin_straus,
    three_colouring as three_colouring,
)
from .explaining import (
    explain as explain,
)
from .hunting import (
    Evidence as Evidence,
    Hunt as Hunt,
    hunt as hunt,
)
from .laws import (
    Law as Law,
    formula as formula,
    jacobian_rank as jacobian_rank,
)
from .models import (
    PolynomialNetwork as PolynomialNetwork,
    WeightedNetwork as WeightedNetwork,
    equivalence as equivalence,
)
from .numeric import (
    cross_check as cross_check,
    rationalize as rationalize,
)
from .tensors import (
    CP as CP,
    Tensor as Tensor,
    khatri_rao as khatri_rao,
    kronecker as kronecker,
    matmul as matmul,
    named_tensor as named_tensor,
)
from .tensors.formats import (
    BlockTermFormat as BlockTermFormat,
    CPFormat as CPFormat,
    HierarchicalFormat as HierarchicalFormat,
    MatrixTrainFormat as MatrixTrainFormat,
    ParaTuck2Format as ParaTuck2Format,
    RingFormat as RingFormat,
    SymmetricCPFormat as SymmetricCPFormat,
    TensorNetwork as TensorNetwork,
    TrainFormat as TrainFormat,
    TubalFormat as TubalFormat,
    TuckerFormat as TuckerFormat,
)
from .tensors.forms import (
    Form as Form,
)
from .tensors.values import (
    BlockTerms as BlockTerms,
    HierarchicalTucker as HierarchicalTucker,
    ParaTuck2 as ParaTuck2,
    SymmetricCP as SymmetricCP,
    TensorRing as TensorRing,
    TensorTrain as TensorTrain,
    TensorTrainMatrix as TensorTrainMatrix,
    TubalProduct as TubalProduct,
    Tucker as Tucker,
    hierarchical_tucker as hierarchical_tucker,
    jennrich_decomposition as jennrich_decomposition,
    symmetric_form as symmetric_form,
    tensor_train as tensor_train,
    tubal_factorization as tubal_factorization,
    tubal_ranks as tubal_ranks,
    tucker as tucker,
)
from .varieties import (
    Grassmannian as Grassmannian,
    Secant as Secant,
    Segre as Segre,
    SegreVeronese as SegreVeronese,
    Veronese as Veronese,
    secant_rank as secant_rank,
    secant_ranks as secant_ranks,
)
from .verification import (
    CertificateRejected as CertificateRejected,
    verify as verify,
)

__version__: str
