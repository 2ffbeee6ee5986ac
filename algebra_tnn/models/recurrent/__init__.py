"""Recurrent networks that are polynomial: tensor trains, arithmetic circuits, second-order networks."""

from algebra_tnn.models.recurrent.arithmetic import RecurrentCircuit
from algebra_tnn.models.recurrent.classifier import MPSClassifier
from algebra_tnn.models.recurrent.multiplicative import MultiplicativeRNN
from algebra_tnn.models.recurrent.second_order import CPRNN, MIRNN, SecondOrderRNN

__all__ = ["CPRNN", "MIRNN", "MPSClassifier", "MultiplicativeRNN", "RecurrentCircuit", "SecondOrderRNN"]
