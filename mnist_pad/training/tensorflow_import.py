"""TensorFlow, imported without the messages it prints on standard error while it loads."""

import contextlib
import os
from collections.abc import Iterator
from typing import Final

_STANDARD_ERROR: Final = 2

# For what its libraries say later on; errors that end the process stay.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


@contextlib.contextmanager
def _muted() -> Iterator[None]:
    # The libraries write to the descriptor itself, before any log level is heeded.
    try:
        kept = os.dup(_STANDARD_ERROR)
    except OSError:  # closed: nothing can be heard there
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STANDARD_ERROR)
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(nowhere)
        os.close(kept)


with _muted():
    import tensorflow

tensorflow.get_logger().setLevel("ERROR")

__all__ = ["tensorflow"]
