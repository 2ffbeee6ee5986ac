"""Networks with pooling, their cells and constructions."""
