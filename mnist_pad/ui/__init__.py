"""The window's widgets. Nothing here reaches TensorFlow, not even indirectly."""
