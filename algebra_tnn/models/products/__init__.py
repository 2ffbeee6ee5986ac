"""Models that multiply what they have learnt of their inputs: Π-nets and factorization machines."""

from algebra_tnn.models.products.factorization_machine import FactorizationMachine
from algebra_tnn.models.products.pi_net import PiNet

__all__ = ["FactorizationMachine", "PiNet"]
