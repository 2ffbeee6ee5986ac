"""Spectral and nuclear norms of small tensors, with both sides proved."""

from algebra_tnn.explore.norms.nuclear import NuclearNorm, nuclear_norm
from algebra_tnn.explore.norms.spectral import SpectralNorm, norm_law, spectral_norm, spectral_norm_at_most

__all__ = ["NuclearNorm", "SpectralNorm", "norm_law", "nuclear_norm", "spectral_norm", "spectral_norm_at_most"]
