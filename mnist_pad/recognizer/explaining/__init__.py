"""Why a network answers as it does: pure functions on its weights and a picture, NumPy alone."""
