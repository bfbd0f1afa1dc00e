"""The foot of the window: the weights in use, and the menu to choose others."""
