"""The network's weights, and the file they are kept in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base import npz
from mnist_pad.base.assets import asset
from mnist_pad.base.files import write_atomically
from mnist_pad.base.phrases import cannot_be_written, phrase, said_of
from mnist_pad.ink.scaling import Scaling
from mnist_pad.recognizer import layout
from mnist_pad.recognizer.conventions import arrange
from mnist_pad.recognizer.layout import CLASSES, INPUTS, Layer
from mnist_pad.recognizer.meta import (
    FORMAT_VERSION,
    WeightsError,
    WeightsMeta,
    from_json,
    stated,
    to_json,
)

__all__ = [
    "CLASSES",
    "FORMAT_VERSION",
    "INPUTS",
    "Weights",
    "WeightsError",
    "WeightsMeta",
    "load",
    "load_meta",
    "save",
    "shipped",
]


@dataclass(frozen=True, eq=False)
class Weights:
    """A network's parameters, as the file names them: theta_1, bias_1, theta_2, bias_2, ...

    Each theta is float32 of shape (inputs, outputs), each bias float32 of shape (outputs,).
    `optimizer_state` holds what a resumed run needs beside them, float32 arrays by name; weights
    that are only to be read have none. `says_scaling` is False where a file does not say how pixels
    were scaled in training: `meta.scaling` is but the default then.
    """

    parameters: tuple[NDArray[np.float32], ...]
    meta: WeightsMeta = field(default_factory=WeightsMeta)
    optimizer_state: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)
    says_scaling: bool = True

    @property
    def layer_sizes(self) -> tuple[int, ...]:
        """Units of each layer, inputs first: (784, 256, 128, 10)."""
        return (len(self.parameters[0]), *(len(bias) for bias in self.parameters[1::2]))

    def with_scaling(self, scaling: Scaling) -> "Weights":
        """Return the same weights, said to be trained on pixels scaled so."""
        if scaling == self.meta.scaling:
            return replace(self, says_scaling=True)
        # How well they read was found out with the other scaling.
        meta = replace(self.meta, scaling=scaling, test_accuracy=None)
        return replace(self, meta=meta, says_scaling=True)


def shipped() -> Weights:
    """Return the weights that come with the program; raises WeightsError if they are damaged."""
    return load(asset("weights.npz"))


def load(path: Path) -> Weights:
    """Read a weights file: ours, or the bare arrays of a `numpy.savez`, named as others do.

    See `conventions.arrange` for the names; thetas may be transposed, all float64, and biases of
    shape (1, n) or (n, 1). Arrays come as float32 in native byte order and C order. Weights
    without `meta` get its defaults. That logits come out, no file tells, nor do
    others that layers have ReLU between them: it is taken for granted.

    Raises WeightsError, and nothing else, for a file that is not exactly that.
    """
    layers: list[Layer] = []

    def checked(headers: Mapping[str, npz.Header]) -> Mapping[str, npz.Header]:
        layers.extend(_arranged(headers))
        return headers

    try:
        return _from_arrays(npz.read(path, checked), layers)
    except (npz.NpzError, WeightsError) as error:
        raise WeightsError(said_of(path, error.words)) from error


def load_meta(path: Path) -> WeightsMeta:
    """Read what a weights file says of itself, without its arrays' data, which take longer.

    Raises WeightsError, and nothing else, where that or the arrays' headers are not as `load`
    wants them.
    """
    sizes: list[int] = []

    def only_meta(headers: Mapping[str, npz.Header]) -> list[str]:
        for layer in _arranged(headers):
            inputs, units = headers[layer.theta].shape
            sizes.append(units if layer.transposed else inputs)
        return [layout.META] if layout.META in headers else []

    try:
        arrays = npz.read(path, only_meta)
        if not arrays:
            return WeightsMeta()
        return from_json(_text(arrays[layout.META]), (*sizes, CLASSES))
    except (npz.NpzError, WeightsError) as error:
        raise WeightsError(said_of(path, error.words)) from error


def save(weights: Weights, path: Path) -> None:
    """Write a weights file that `load` reads; `path` gets all of it or stays as it was.

    Raises WeightsError, and nothing else, for weights that `load` would refuse and for a file
    that cannot be written.
    """
    try:
        arrays = _to_arrays(weights)
        write_atomically(path, lambda file: np.savez(file, **arrays))
    except OSError as error:
        raise WeightsError(cannot_be_written(path, error)) from error
    except WeightsError as error:
        raise WeightsError(said_of(path, error.words)) from error


def _arranged(headers: Mapping[str, npz.Header]) -> Sequence[Layer]:
    layers = arrange(headers)
    layout.check(headers, layers)
    return layers


def _from_arrays(arrays: dict[str, NDArray[Any]], layers: Sequence[Layer]) -> Weights:
    meta = arrays.pop(layout.META, None)
    _check_finite(arrays)
    parameters = tuple(_parameters(arrays, layers))
    prefix = layout.OPTIMIZER_PREFIX
    optimizer_state = {name.removeprefix(prefix): array for name, array in arrays.items()}
    weights = Weights(parameters, optimizer_state=optimizer_state)
    values = {} if meta is None else stated(_text(meta), weights.layer_sizes)
    return replace(weights, meta=WeightsMeta(**values), says_scaling="scaling" in values)


def _parameters(
    arrays: dict[str, NDArray[Any]], layers: Sequence[Layer]
) -> Iterator[NDArray[np.float32]]:
    """Yield theta and bias of each layer as we have them, and take theirs out of `arrays`."""
    for layer in layers:
        # One by one: what is float64 is in memory a second time no longer than that.
        theta = _as_float32(layer.theta, arrays.pop(layer.theta))
        yield np.ascontiguousarray(theta.T) if layer.transposed else theta
        yield _as_float32(layer.bias, arrays.pop(layer.bias)).reshape(-1)


def _as_float32(name: str, array: NDArray[Any]) -> NDArray[np.float32]:
    # What is too large is looked for below; NumPy's warning would tell nobody anything.
    with np.errstate(over="ignore", under="ignore"):
        cast = array.astype(np.float32, copy=False)
    finite = np.isfinite(cast)
    if not finite.all():
        expected = phrase("Errors", "numbers that float32 can hold")
        layout.refuse(name, expected, f"{array[~finite].flat[0]}")
    return cast


def _to_arrays(weights: Weights) -> dict[str, Any]:
    # Rounded up: where a bias is missing, so is its name below, which `check` then tells.
    pairs = (len(weights.parameters) + 1) // 2
    names = layout.parameter_names([f"theta_{number}" for number in range(pairs)])
    arrays = dict(zip(names, weights.parameters, strict=False))
    for name, array in weights.optimizer_state.items():
        arrays[layout.OPTIMIZER_PREFIX + name] = array
    layout.check({name: npz.Header(array.dtype, array.shape) for name, array in arrays.items()})
    _check_finite(arrays)
    return {**arrays, layout.META: np.array(to_json(weights.meta, weights.layer_sizes))}


def _text(array: NDArray[Any]) -> str:
    try:
        # NumPy keeps a text in UTF-32, filled up with NULs.
        # NumPy itself would make an illegal str of numbers beyond Unicode.
        return str(array.tobytes(), "utf-32").rstrip("\0")
    except ValueError as error:
        words = phrase("Errors", "meta: expected a text, found otherwise: {error}")
        raise WeightsError(words.given(error=error)) from error


def _check_finite(arrays: Mapping[str, NDArray[np.floating[Any]]]) -> None:
    for name, array in arrays.items():
        finite = np.isfinite(array)
        if not finite.all():
            found = array[~finite].flat[0]
            layout.refuse(name, phrase("Errors", "finite numbers"), f"{found}")
