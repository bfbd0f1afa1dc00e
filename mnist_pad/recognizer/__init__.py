"""Weights, the NumPy forward pass, and what it says of a picture."""
