"""Digits drawn by rule in the styles that MNIST lacks: flags, feet, slashes, bars and curls."""
