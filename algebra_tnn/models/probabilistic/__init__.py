"""Probability distributions as tensors: hidden Markov models, restricted Boltzmann machines, Born machines."""

from algebra_tnn.models.probabilistic.born_machine import BornMachine, SquaredTrainFormat
from algebra_tnn.models.probabilistic.hidden_markov import HiddenMarkovModel
from algebra_tnn.models.probabilistic.restricted_boltzmann import RestrictedBoltzmannMachine

__all__ = ["BornMachine", "HiddenMarkovModel", "RestrictedBoltzmannMachine", "SquaredTrainFormat"]
