"""Segre–Veronese varieties and Grassmannians: points, tangent spaces, Terracini matrices and their ranks."""
