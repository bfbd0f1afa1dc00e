"""MNIST, other data sets of its form, and files of drawings."""
