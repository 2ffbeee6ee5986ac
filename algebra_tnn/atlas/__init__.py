"""Sweeps: one question asked of many models, each answer a row with its certificates, in a file that loses nothing."""
