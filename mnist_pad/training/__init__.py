"""The network built by hand in TensorFlow, and how it is trained.

Importing `config`, `recipes`, `events`, `history` or `process` does not import TensorFlow.
"""
