"""Which arrays make a weights file, and the shapes they must have."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NoReturn

import numpy as np

from mnist_pad.base.npz import Header
from mnist_pad.base.phrases import Words, either, of_shape, phrase, unexpected
from mnist_pad.recognizer.meta import MAX_TEXT_LENGTH, WeightsError

INPUTS: Final = 784
CLASSES: Final = 10
# As large as a TrainingConfig allows; this room does not know that one.
MAX_HIDDEN_LAYERS: Final = 16
MAX_LAYER_SIZE: Final = 8_192
META: Final = "meta"
WEIGHTS: Final = phrase("Errors", "weights")
OPTIMIZER_PREFIX: Final = "optimizer_"
# Adam keeps two arrays for each parameter; a few more may count or average.
_MAX_OPTIMIZER_ARRAYS_PER_PARAMETER: Final = 4
_OPTIMIZER_NAME: Final = re.compile(rf"{OPTIMIZER_PREFIX}\w{{1,80}}", re.ASCII)


@dataclass(frozen=True)
class Layer:
    """A layer's arrays by their names in a file.

    The theta is (inputs, units) there, or (units, inputs) where it is `transposed`.
    """

    theta: str
    bias: str
    transposed: bool = False


def parameter_names(names: Iterable[str]) -> list[str]:
    """Return theta_1, bias_1, theta_2, ..., as many pairs as `names` name thetas or biases of."""
    parts = (name.partition("_") for name in names)
    layers = {number for kind, _, number in parts if kind in ("theta", "bias")}
    # Counted, not taken over: where a number was left out, the file lacks a name of these.
    return [f"{kind}_{layer + 1}" for layer in range(len(layers)) for kind in ("theta", "bias")]


def own_layers(headers: Mapping[str, Header]) -> list[Layer]:
    """Return the layers of a file that names its arrays as this program does.

    Raises WeightsError where a name is missing or one too many.
    """
    names = parameter_names(headers)
    check_depth(len(names) // 2)
    for name in names:
        if name not in headers:
            first, second = names[-2:]
            expected = phrase("Errors", "{first} and {second}").given(first=first, second=second)
            refuse(WEIGHTS, expected, phrase("Errors", "no {name}").given(name=name))
    for name in headers:
        if name not in names and name != META and not _OPTIMIZER_NAME.fullmatch(name):
            alone = phrase("Errors", "theta_*, bias_*, optimizer_* and meta alone")
            refuse(WEIGHTS, alone, repr(name))
    return [Layer(*pair) for pair in zip(names[::2], names[1::2], strict=True)]


def check_depth(layers: int) -> None:
    """Raise WeightsError for so many layers, where they are none or too many."""
    if not 1 <= layers <= MAX_HIDDEN_LAYERS + 1:
        expected = phrase("Errors", "1 to {most} layers").given(most=MAX_HIDDEN_LAYERS + 1)
        refuse(WEIGHTS, expected, f"{layers}")


def check(headers: Mapping[str, Header], layers: Sequence[Layer] | None = None) -> None:
    """Check what all arrays declare: as others may have written `layers`, or, without, as we do.

    Others' may be float64, and their biases rows or columns.

    Raises WeightsError, naming the array, what was expected and what was found.
    """
    ours = layers is None
    chain = own_layers(headers) if layers is None else layers
    _check_layers(headers, chain, ours=ours)
    _check_optimizer(headers, chain)
    if META in headers:
        _check_meta(headers[META])


def sizes(header: Header, layer: Layer) -> tuple[int, int] | None:
    """Return the inputs and units that a layer's theta has; None where it is no matrix."""
    match header.shape[:: -1 if layer.transposed else 1]:
        case (inputs, units):
            return inputs, units
    return None


def bias_shapes(units: int) -> tuple[tuple[int, ...], ...]:
    """Return the shapes that a bias may have: ours, a row and a column."""
    return (units,), (1, units), (units, 1)


def _check_layers(headers: Mapping[str, Header], layers: Sequence[Layer], *, ours: bool) -> None:
    inputs = INPUTS
    for layer in layers:
        theta, bias = headers[layer.theta], headers[layer.bias]
        for name in (layer.theta, layer.bias):
            _check_float(name, headers[name].dtype, ours=ours)
        found = sizes(theta, layer)
        if found is None or found[0] != inputs or not 1 <= found[1] <= MAX_LAYER_SIZE:
            shape = f"(units, {inputs})" if layer.transposed else f"({inputs}, units)"
            expected = phrase("Errors", "shape {shape} with 1 to {most:,} units")
            refuse(layer.theta, expected.given(shape=shape, most=MAX_LAYER_SIZE), f"{theta.shape}")
        inputs = found[1]
        allowed = bias_shapes(inputs)[: 1 if ours else None]
        if bias.shape not in allowed:
            expected = phrase("Errors", "shape {shape}").given(shape=either(*allowed))
            refuse(layer.bias, expected, f"{bias.shape}")
    if inputs != CLASSES:
        expected = phrase("Errors", "{count} outputs, one a digit").given(count=CLASSES)
        refuse(layers[-1].theta, expected, f"{inputs:,}")


def _check_optimizer(headers: Mapping[str, Header], layers: Sequence[Layer]) -> None:
    names = [name for layer in layers for name in (layer.theta, layer.bias)]
    arrays = [name for name in headers if name not in names and name != META]
    most = _MAX_OPTIMIZER_ARRAYS_PER_PARAMETER * len(names)
    if len(arrays) > most:
        expected = phrase("Errors", "at most {most} optimizer_* arrays").given(most=most)
        refuse(phrase("Errors", "the file"), expected, f"{len(arrays)}")
    # State goes with a parameter or is a mere count; what is larger than any is neither.
    largest = max(math.prod(headers[name].shape) for name in names)
    for name in arrays:
        _check_float(name, headers[name].dtype, ours=True)
        if math.prod(headers[name].shape) > largest:
            expected = phrase("Errors", "at most {most:,} numbers").given(most=largest)
            shape = phrase("Errors", "shape {shape}").given(shape=headers[name].shape)
            refuse(name, expected, shape)


def _check_float(name: str, dtype: np.dtype[Any], *, ours: bool) -> None:
    allowed = ("float32",) if ours else ("float32", "float64")
    if dtype.newbyteorder("=").name not in allowed:
        refuse(name, either(*allowed), f"{dtype}")


def _check_meta(header: Header) -> None:
    if header.dtype.kind != "U" or header.shape != ():
        refuse(META, phrase("Errors", "one text"), of_shape(header.dtype, header.shape))
    length = header.dtype.itemsize // 4  # NumPy keeps text as UCS-4
    if length > MAX_TEXT_LENGTH:
        expected = phrase("Errors", "at most {most:,} characters").given(most=MAX_TEXT_LENGTH)
        refuse(META, expected, f"{length:,}")


def refuse(name: Words, expected: Words, found: Words) -> NoReturn:
    """Raise WeightsError about an array, or about what is called so."""
    # Names are the file's, and anything may be in them.
    called = repr(name) if isinstance(name, str) and not name.isprintable() else name
    raise WeightsError(unexpected(called, expected, found))
