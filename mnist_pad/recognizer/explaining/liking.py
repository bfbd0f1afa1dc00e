"""What a digit's logit would like to see: gradient ascent on the picture."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.explaining.first_sums import FirstSums
from mnist_pad.recognizer.explaining.flip import smallest_change
from mnist_pad.recognizer.explaining.pixels import INK, Image, inputs_of
from mnist_pad.recognizer.forward import activations, logits
from mnist_pad.recognizer.weights import CLASSES, INPUTS, Weights

_GREY: Final = INK / 2
_SIDE_PX: Final = 28

_STEPS: Final = 40
# Multiplications beyond which a step takes long, so that there are fewer of them.
_ORDINARY_COST: Final = 1e7
# The largest change of a pixel by the first step, in grey levels; later ones get smaller.
_FIRST_STEP: Final = 60.0
_LAST_STEP: Final = 8.0
# How far each step is drawn back: a drawing is still to be seen, grey need not be.
_DECAY_TO_DRAWING: Final = 0.15
_DECAY_TO_GREY: Final = 0.03
_BLUR: Final = 0.15
_MOMENTUM: Final = 0.5
# Units that are dead keep a picture from being read; once it is, what is alive leads on.
_LEAK: Final = 0.3
_LEAK_WHEN_READ: Final = 0.05


def liked(weights: Weights, digit: int, start: Image | None = None) -> NDArray[np.float64]:
    """Return a picture, (784,), grey levels from 0 to 255, that a digit's logit likes.

    It is near `start`, a drawing's grey levels, (28, 28) or (784,), or comes of even grey without
    one. Each step follows the logit's gradient, is blurred a little and drawn back a little to the
    start (Yosinski et al. 2015, section 3). The network reads it as the digit, unless no picture
    that is read so is found. The same every time; some milliseconds.
    """
    levels = np.full(INPUTS, _GREY) if start is None else start.reshape(INPUTS).astype(np.float64)
    decay = _DECAY_TO_GREY if start is None else _DECAY_TO_DRAWING
    # Overflows have their own network; NumPy's warning would tell nobody anything.
    with np.errstate(all="ignore"):
        found = _climbed(weights, digit, levels, levels, decay)
        if found is None and (change := smallest_change(weights, levels, digit)):
            # From where it is read so, the way up is open.
            found = _climbed(weights, digit, levels, change.image, decay)
    return levels if found is None else found


def _climbed(
    weights: Weights,
    digit: int,
    start: NDArray[np.float64],
    current: NDArray[np.float64],
    decay: float,
) -> NDArray[np.float64] | None:
    """Return where the ascent from `current`, drawn back to `start`, has led to.

    None where the network never reads that as the digit.
    """
    answers = activations(weights, inputs_of(start, weights.meta.scaling))[-1]
    network = FirstSums(weights, wide=answers.dtype == np.float64)
    best, highest = None, -np.inf
    gathered = np.zeros(INPUTS)
    steps = _STEPS if network.cost < _ORDINARY_COST else _STEPS // 3
    for step in np.geomspace(_FIRST_STEP, _LAST_STEP, steps):
        # As it is, and as it is on a screen: both have to be read as the digit.
        pictures = np.stack([current, np.rint(current)]).astype(np.float32)
        sums = network.of(pictures)
        outputs, on_screen = network.outputs(sums)
        if outputs.argmax() == on_screen.argmax() == digit and outputs[digit] > highest:
            best, highest = current, outputs[digit]
        seed = np.eye(CLASSES)[[digit]]
        # Another digit that is ahead has to fall behind, too.
        seed[0, outputs.argmax()] -= outputs.argmax() != digit
        leak = _LEAK if best is None else _LEAK_WHEN_READ
        gradient = network.gradient(sums[:1], seed, leak)[0].astype(np.float64)
        size = np.abs(gradient).max()
        if not 0 < size < np.inf:
            break
        gathered = _MOMENTUM * gathered + gradient / size
        current = current + step * gathered
        current = current + decay * (start - current)
        current = np.clip(current + _BLUR * (_blurred(current) - current), 0, INK)
    return best if best is not None and _read(weights, best, digit) else None


def _blurred(levels: NDArray[Any]) -> NDArray[Any]:
    """Return the mean of each pixel's neighbours above, below, left and right."""
    framed = np.pad(levels.reshape(_SIDE_PX, _SIDE_PX), 1, mode="edge")
    sides = framed[:-2, 1:-1] + framed[2:, 1:-1] + framed[1:-1, :-2] + framed[1:-1, 2:]
    return np.asarray(sides.reshape(INPUTS) / 4)


def _read(weights: Weights, levels: NDArray[np.float64], digit: int) -> bool:
    """Tell whether the recognizer reads a picture as the digit, rounded to grey levels or not."""
    pictures = levels, np.rint(levels)
    inputs = [inputs_of(picture, weights.meta.scaling) for picture in pictures]
    return all(logits(weights, each).argmax() == digit for each in inputs)
