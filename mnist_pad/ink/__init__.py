"""Strokes and pictures, brought down to the 28x28 grayscale that the network reads."""
