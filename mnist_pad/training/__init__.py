"""The network built by hand in TensorFlow, and how it is trained.

Importing `config`, `control`, `events`, `history`, `preparation`, `recipes`, `resuming` or
`snapshots` does not import TensorFlow.
"""
