"""Which arrays make a weights file, and the shapes they must have."""

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NoReturn

import numpy as np

from mnist_pad.base.npz import Header
from mnist_pad.recognizer.meta import MAX_TEXT_LENGTH, WeightsError

INPUTS: Final = 784
CLASSES: Final = 10
# As large as a TrainingConfig allows; this room does not know that one.
MAX_HIDDEN_LAYERS: Final = 16
MAX_LAYER_SIZE: Final = 8_192
META: Final = "meta"
OPTIMIZER_PREFIX: Final = "optimizer_"
# Adam keeps two arrays for each parameter; a few more may count or average.
_MAX_OPTIMIZER_ARRAYS_PER_PARAMETER: Final = 4
_OPTIMIZER_NAME: Final = re.compile(rf"{OPTIMIZER_PREFIX}\w{{1,80}}", re.ASCII)


def parameter_names(names: Iterable[str]) -> list[str]:
    """Return theta_1, bias_1, theta_2, ..., as many pairs as `names` name thetas or biases of."""
    parts = (name.partition("_") for name in names)
    layers = {number for kind, _, number in parts if kind in ("theta", "bias")}
    # Counted, not taken over: where a number was left out, the file lacks a name of these.
    return [f"{kind}_{layer + 1}" for layer in range(len(layers)) for kind in ("theta", "bias")]


def check(headers: Mapping[str, Header]) -> None:
    """Check what all arrays declare.

    Raises WeightsError, naming the array, what was expected and what was found.
    """
    names = parameter_names(headers)
    layers = len(names) // 2
    if not 1 <= layers <= MAX_HIDDEN_LAYERS + 1:
        _refuse("weights", f"1 to {MAX_HIDDEN_LAYERS + 1} layers", f"{layers}")
    for name in names:
        if name not in headers:
            _refuse("weights", " and ".join(names[-2:]), f"no {name}")
    others = [name for name in headers if name not in names and name != META]
    for name in others:
        if not _OPTIMIZER_NAME.fullmatch(name):
            _refuse("weights", "theta_*, bias_*, optimizer_* and meta alone", repr(name))
    _check_layers(headers, names)
    _check_optimizer(headers, names, others)
    if META in headers:
        _check_meta(headers[META])


def _check_layers(headers: Mapping[str, Header], names: list[str]) -> None:
    inputs = INPUTS
    for theta, bias in zip(names[::2], names[1::2], strict=True):
        _check_float32(theta, headers[theta].dtype)
        _check_float32(bias, headers[bias].dtype)
        shape = headers[theta].shape
        if len(shape) != 2 or shape[0] != inputs or not 1 <= shape[1] <= MAX_LAYER_SIZE:
            expected = f"shape ({inputs}, units) with 1 to {MAX_LAYER_SIZE:,} units"
            _refuse(theta, expected, f"{shape}")
        inputs = shape[1]
        if headers[bias].shape != (inputs,):
            _refuse(bias, f"shape ({inputs},)", f"{headers[bias].shape}")
    if inputs != CLASSES:
        _refuse(names[-2], f"{CLASSES} outputs, one a digit", f"{inputs:,}")


def _check_optimizer(headers: Mapping[str, Header], names: list[str], arrays: list[str]) -> None:
    most = _MAX_OPTIMIZER_ARRAYS_PER_PARAMETER * len(names)
    if len(arrays) > most:
        _refuse("the file", f"at most {most} optimizer_* arrays", f"{len(arrays)}")
    # State goes with a parameter or is a mere count; what is larger than any is neither.
    largest = max(math.prod(headers[name].shape) for name in names)
    for name in arrays:
        _check_float32(name, headers[name].dtype)
        if math.prod(headers[name].shape) > largest:
            _refuse(name, f"at most {largest:,} numbers", f"shape {headers[name].shape}")


def _check_float32(name: str, dtype: np.dtype[Any]) -> None:
    if dtype.newbyteorder("=") != np.float32:
        _refuse(name, "float32", f"{dtype}")


def _check_meta(header: Header) -> None:
    if header.dtype.kind != "U" or header.shape != ():
        _refuse(META, "one text", f"{header.dtype} of shape {header.shape}")
    length = header.dtype.itemsize // 4  # NumPy keeps text as UCS-4
    if length > MAX_TEXT_LENGTH:
        _refuse(META, f"at most {MAX_TEXT_LENGTH:,} characters", f"{length:,}")


def _refuse(name: str, expected: str, found: str) -> NoReturn:
    raise WeightsError(f"{name}: expected {expected}, found {found}")
