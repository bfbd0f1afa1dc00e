"""What pixels go through between an image and a network's first layer."""

from typing import Any, Final, Literal, get_args

Scaling = Literal["centred", "unit", "raw"]
"""`centred`: pixel / 255 - 0.5, `unit`: pixel / 255, `raw`: 0 to 255 as they are."""

SCALINGS: Final[tuple[Scaling, ...]] = get_args(Scaling)

_STEPS: Final[dict[Scaling, tuple[float, float]]] = {
    "centred": (255.0, 0.5),
    "unit": (255.0, 0.0),
    "raw": (1.0, 0.0),
}
"""What pixels are divided by, and what is taken away then."""


def scaled(pixels: Any, scaling: Scaling) -> Any:
    """Scale pixels, 0 to 255, of an array or a tensor of float32; shape and type stay."""
    divisor, middle = _STEPS[scaling]
    return pixels / divisor - middle
