"""The commands that run without a display, one module each."""
