"""Distortions by hand: every image bent, turned and thickened anew each time it is learnt from.

An epoch draws a few hundred warps, and each image of each batch takes one of them by chance: making
a warp costs far more than using it.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from mnist_pad.recognizer.weights import INPUTS
from mnist_pad.training.network import Tensor
from mnist_pad.training.tensorflow_import import tensorflow as tf

WARPS: Final = 512
"""Warps of an epoch; 235 batches of 256 use each about 120 times, on other images."""

# What a strength of 1 allows, each drawn evenly from both sides of nothing.
ROTATION: Final = np.deg2rad(15.0)
SHEAR: Final = 0.25
SCALING: Final = 0.15
SHIFT_PX: Final = 1.5
THICKNESS: Final = 0.8

# Elastic distortion (Simard, Steinkraus and Platt 2003): random displacements, smoothed. Smoothed
# this much, a field is told by a coarse grid of them.
ELASTIC_PX: Final = 1.3
"""Standard deviation of a displacement."""
SMOOTHNESS_PX: Final = 4.0

_SIDE: Final = 28
_KNOTS: Final = 8


SIGNATURE: Final = (
    tf.TensorSpec((WARPS, INPUTS), tf.int32, name="corners"),
    tf.TensorSpec((WARPS, 4, INPUTS), tf.float32, name="weights"),
    tf.TensorSpec((WARPS,), tf.float32, name="gain"),
    tf.TensorSpec((WARPS,), tf.float32, name="offset"),
)
"""Where each pixel of a warped image comes from, and how thick its strokes become.

Pixel p takes `weights[w, :, p]` of the four pixels around `corners[w, p]`: that one, its right
neighbour, the one below, and that one's right neighbour. Grey levels x in [0, 1] then become
x * `gain[w]` + `offset[w]`, cut off at 0 and 1.
"""


def draw_warps(strength: Tensor, seed: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return WARPS random warps, as SIGNATURE describes them.

    The same `seed`, (2,) int32, draws the same; a `strength` of 0 changes nothing.
    """
    chance = tf.random.stateless_uniform((7, WARPS), seed, -1.0, 1.0) * strength  # (7, WARPS)
    angle, shear = chance[0] * ROTATION, chance[1] * SHEAR
    wide, high = tf.exp(chance[2] * SCALING), tf.exp(chance[3] * SCALING)
    cos, sin = tf.cos(angle), tf.sin(angle)
    # Rotation times shear times scaling, (WARPS, 2, 2), from target to source.
    rows = [
        tf.stack([cos * wide, (shear * cos - sin) * high], axis=1),
        tf.stack([sin * wide, (shear * sin + cos) * high], axis=1),
    ]
    middle = (_SIDE - 1) / 2
    grid = np.indices((_SIDE, _SIDE))[::-1].reshape(2, INPUTS).astype(np.float32) - middle
    source = tf.einsum("wij,jp->wip", tf.stack(rows, axis=1), grid)  # (WARPS, 2, 784)
    source += middle + SHIFT_PX * tf.transpose(chance[4:6])[:, :, tf.newaxis]
    source += strength * ELASTIC_PX * _smooth_noise(seed)

    # Beyond the border there is paper, as on it.
    # A little less than the last pixel: a right and a lower neighbour have to be there.
    source = tf.clip_by_value(source, 0.0, _SIDE - 1.001)
    corner = tf.floor(source)
    right, below = tf.unstack(source - corner, axis=1)  # (WARPS, 784) each
    x, y = tf.unstack(tf.cast(corner, tf.int32), axis=1)
    weights = [
        (1 - right) * (1 - below),
        right * (1 - below),
        (1 - right) * below,
        right * below,
    ]
    thicker = chance[6] * THICKNESS
    gain = 1 + tf.abs(thicker)
    # Thicker strokes keep their paper and lose their edge, thinner ones the other way round.
    offset = tf.where(thicker > 0, 0.0, 1 - gain)
    return y * _SIDE + x, tf.stack(weights, axis=1), gain, offset


def warped(images: Tensor, chance: tuple[Tensor, int], warps: Sequence[Tensor]) -> Tensor:
    """Return images, (n, 784) uint8, each through a warp drawn by `chance`: float32, 0 to 255."""
    which = tf.random.stateless_uniform(tf.shape(images)[:1], chance, 0, WARPS, tf.int32)
    return _bent_in_one_pass(images, which, *warps)


def _bent(
    images: Tensor, which: Tensor, corners: Tensor, weights: Tensor, gain: Tensor, offset: Tensor
) -> Tensor:
    # The images lie end to end: one gather takes from all of them.
    own = INPUTS * tf.range(tf.shape(images)[0])[:, tf.newaxis]
    positions = tf.gather(corners, which) + own  # (n, 784)
    shares = tf.gather(weights, which)  # (n, 4, 784)
    pixels = tf.reshape(images, (-1,))
    grey = 0.0
    for index, neighbour in enumerate((0, 1, _SIDE, _SIDE + 1)):
        grey += shares[:, index] * tf.cast(tf.gather(pixels, positions + neighbour), tf.float32)
    gain, offset = tf.gather(gain, which), tf.gather(offset, which)
    grey = grey * gain[:, tf.newaxis] + 255 * offset[:, tf.newaxis]
    return tf.clip_by_value(grey, 0.0, 255.0)


# By XLA: each of the operations above would be a pass over memory.
_bent_in_one_pass: Final = tf.function(_bent, jit_compile=True)


def _smooth_noise(seed: Tensor) -> Tensor:
    """Return displacements, (WARPS, 2, 784), of standard deviation 1."""
    knots = np.linspace(0, _SIDE - 1, _KNOTS)
    distances = np.arange(_SIDE)[:, np.newaxis] - knots
    smoothing = np.exp(-0.5 * (distances / SMOOTHNESS_PX) ** 2)
    # Rows of length 1: a sum of independent noise keeps its deviation.
    smoothing /= np.linalg.norm(smoothing, axis=1, keepdims=True)
    # Another stream than the warps' other numbers are drawn from.
    noise = tf.random.stateless_normal(
        (WARPS, 2, _KNOTS, _KNOTS), seed + tf.constant([0, 1_000_003])
    )
    to_pixels = tf.constant(smoothing, tf.float32)  # (28, knots)
    field = tf.einsum("yk,wckl,xl->wcyx", to_pixels, noise, to_pixels)
    return tf.reshape(field, (WARPS, 2, INPUTS))
