"""A desktop pad that reads handwritten digits with a network built by hand."""

from typing import Final

__version__: Final = "0.1.0"
