"""The pad, its tools, and what the network sees of it."""
