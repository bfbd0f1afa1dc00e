"""Weights broken on purpose: units taken out, biases left out, noise, pruning, rounding."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.weights import Weights

_Parameters = tuple[NDArray[np.float32], ...]

_LARGEST: Final = float(np.finfo(np.float32).max)


@dataclass(frozen=True)
class Breakage:
    """What is broken, in this order: noise, pruning, rounding, then biases and units.

    `noise` is a deviation, from 0, as a share of each theta's own; `seed` decides which. `pruned`
    is the share, in [0, 1], of each theta's smallest weights that become 0. `bits`, from 2 to 16,
    is what each theta is rounded to; None leaves it. `biases` are the layers that lose theirs, and
    `units` the hidden units that are taken out, as (layer, unit); layer 0 is the first hidden one.
    """

    noise: float = 0.0
    seed: int = 0
    pruned: float = 0.0
    bits: int | None = None
    biases: tuple[int, ...] = ()
    units: tuple[tuple[int, int], ...] = ()

    def apply(self, weights: Weights) -> Weights:
        """Return weights that are broken so; those given stay as they are."""
        broken = with_noise(weights, self.noise, self.seed) if self.noise else weights
        broken = pruned(broken, self.pruned) if self.pruned else broken
        broken = broken if self.bits is None else rounded(broken, self.bits)
        for layer in self.biases:
            broken = without_bias(broken, layer)
        for layer, unit in self.units:
            broken = without_unit(broken, layer, unit)
        return broken


def without_unit(weights: Weights, layer: int, unit: int) -> Weights:
    """Return weights in which a hidden unit neither gets nor gives anything.

    Raises IndexError where there is no such hidden unit; a logit is none.
    """
    sizes = weights.layer_sizes[1:-1]
    if not (0 <= layer < len(sizes) and 0 <= unit < sizes[layer]):
        raise IndexError(f"expected a hidden unit of {sizes}, found unit {unit} of layer {layer}")
    theta, bias, onward = (array.copy() for array in weights.parameters[2 * layer : 2 * layer + 3])
    theta[:, unit] = bias[unit] = onward[unit] = 0
    first, last = weights.parameters[: 2 * layer], weights.parameters[2 * layer + 3 :]
    return _broken(weights, (*first, theta, bias, onward, *last))


def without_bias(weights: Weights, layer: int) -> Weights:
    """Return weights in which a layer's biases are 0; the last layer is the logits'."""
    parameters = list(weights.parameters)
    place = range(1, len(parameters), 2)[layer]
    parameters[place] = np.zeros_like(parameters[place])
    return _broken(weights, tuple(parameters))


def with_noise(weights: Weights, deviation: float, seed: int = 0) -> Weights:
    """Return weights with normal noise on each theta, `deviation` times as wide as that is itself.

    The same seed makes the same noise, which grows with the deviation alone. Biases stay.
    """
    random = np.random.default_rng(seed)

    def noisy(theta: NDArray[np.float32]) -> NDArray[Any]:
        own = float(theta.std(dtype=np.float64))
        noise = random.standard_normal(theta.shape, np.float32)
        noise *= np.float32(min(deviation * own, _LARGEST / 100))
        # Two that are finite in float32 may not have a finite sum there.
        return np.clip(theta.astype(np.float64) + noise, -_LARGEST, _LARGEST)

    return _of_thetas(weights, noisy)


def pruned(weights: Weights, share: float) -> Weights:
    """Return weights without the smallest `share`, in [0, 1], of each theta. Biases stay."""

    def cut(theta: NDArray[np.float32]) -> NDArray[Any]:
        count = round(share * theta.size)
        if not count:
            return theta
        sizes = np.abs(theta).reshape(-1)
        limit = np.partition(sizes, count - 1)[count - 1]
        # Of equal weights, the first go first, so that more pruning never brings one back.
        equal = np.flatnonzero(sizes == limit)[: count - np.count_nonzero(sizes < limit)]
        kept = np.where(sizes < limit, 0, theta.reshape(-1))
        kept[equal] = 0
        return kept.reshape(theta.shape)

    return _of_thetas(weights, cut)


def rounded(weights: Weights, bits: int) -> Weights:
    """Return weights rounded to so many bits, at least 2: each theta to even steps about 0.

    The largest step either way is the theta's largest weight: -127 to 127 with 8 bits, -7 to 7 with
    4 (Jacob et al. 2018, section 3, symmetric). Biases stay, as they do where networks are so kept.
    """
    steps = 2 ** (bits - 1) - 1

    def even(theta: NDArray[np.float32]) -> NDArray[Any]:
        step = float(np.abs(theta).max(initial=0)) / steps
        return np.asarray(np.rint(theta / step) * step if step else theta)

    return _of_thetas(weights, even)


def _of_thetas(weights: Weights, change: Callable[[NDArray[np.float32]], NDArray[Any]]) -> Weights:
    pairs = zip(weights.parameters[::2], weights.parameters[1::2], strict=True)
    changed = ((change(theta).astype(np.float32, copy=False), bias) for theta, bias in pairs)
    return _broken(weights, tuple(array for pair in changed for array in pair))


def _broken(weights: Weights, parameters: _Parameters) -> Weights:
    # How well they read was found out with the whole ones, and none goes on learning from here.
    meta = replace(weights.meta, test_accuracy=None)
    return replace(weights, parameters=parameters, meta=meta, optimizer_state={})
