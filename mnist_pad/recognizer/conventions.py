"""How a network's arrays are named and laid out by others: NumPy, PyTorch, Keras, scikit-learn."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final, NoReturn

from mnist_pad.base.npz import Header
from mnist_pad.base.phrases import Phrase, listed, phrase
from mnist_pad.recognizer.layout import (
    CLASSES,
    INPUTS,
    META,
    WEIGHTS,
    Layer,
    bias_shapes,
    check_depth,
    own_layers,
    refuse,
    sizes,
)

_EXPECTED: Final = phrase(
    "Errors",
    "two arrays a layer, called like theta_1 and bias_1, arr_0 and arr_1, W1 and b1, fc1.weight "
    "and fc1.bias or dense/kernel and dense/bias",
)
_POSITION: Final = re.compile(r"arr_(\d{1,3})", re.ASCII)
_KIND: Final = r"(?:(?P<theta>weights?|theta|w|kernel|coefs?)|(?P<bias>bias(?:es)?|b|intercepts?))"
# fc1.weight, dense_1/kernel:0, layer1_w; a lone layer's may have no more than the last word.
_KIND_LAST: Final = re.compile(rf"(?:(?P<layer>.*)[/._])?{_KIND}(?::0)?", re.I | re.A)
# W1, weight_1, coefs_0, b_out
_KIND_FIRST: Final = re.compile(rf"{_KIND}(?P<layer>[/._]?\d{{1,9}}|[/._].+)", re.I | re.A)
_NUMBER: Final = re.compile(r"[/._]?(\d{1,9})", re.ASCII)

# PyTorch's layers have (units, inputs); what Keras and scikit-learn name, (inputs, units).
_TRANSPOSED: Final = re.compile(r"(?:.*\.)?weight", re.A)
_STRAIGHT: Final = re.compile(r"(?:.*[/._])?(?:kernel|coefs?)(?:_?\d+)?(?::0)?", re.I | re.A)

_LISTED: Final = 8
_LISTED_CHARACTERS: Final = 60


@dataclass(frozen=True)
class _Named:
    """A layer, and what its name is made of: numbers, and the rest."""

    layer: Layer
    stem: str
    numbers: tuple[int, ...]


def arrange(headers: Mapping[str, Header]) -> list[Layer]:
    """Return which arrays make which layer, from the images to the digits.

    Names tell what goes together and in which order. Which way round the thetas are, the sizes
    tell: all of a file are laid out alike, and each layer takes what the one before gives. A
    square theta tells nothing, so there names must not say otherwise.

    Raises WeightsError, with the names and shapes found, for what is not certain.
    """
    names = [name for name in headers if name != META]
    if not names or ("theta_0" not in names and any(map(_is_own, names))):
        return own_layers(headers)
    by_position = all(map(_POSITION.fullmatch, names))
    orders = (_by_position if by_position else _by_name)(headers, names)
    check_depth(len(orders[0]))
    for order in orders:
        for transposed in (False, True):
            layers = [replace(layer, transposed=transposed) for layer in order]
            if _fit(headers, layers):
                _check_squares(headers, layers)
                return layers
    # None makes a network; whoever checks the shapes tells what is wrong with the likeliest.
    first = orders[0][0].theta
    outputs, *inputs = headers[first].shape or (0,)
    transposed = bool(_TRANSPOSED.fullmatch(first)) or (inputs == [INPUTS] != [outputs])
    return [replace(layer, transposed=transposed) for layer in orders[0]]


def _is_own(name: str) -> bool:
    return name.startswith("theta_")


def _by_position(headers: Mapping[str, Header], names: Sequence[str]) -> list[list[Layer]]:
    """Return the orders in which arrays without names may be meant."""
    half, odd = divmod(len(names), 2)
    if odd:
        _refuse(headers, _EXPECTED)
    ordered = sorted(names, key=lambda name: int(name.removeprefix("arr_")))
    # Keras gives theta and bias by turns, scikit-learn all thetas and then all biases.
    pairings = ((ordered[::2], ordered[1::2]), (ordered[:half], ordered[half:]))
    return [list(map(Layer, *pairing)) for pairing in pairings]


def _by_name(headers: Mapping[str, Header], names: Iterable[str]) -> list[list[Layer]]:
    """Return the orders in which layers of these names may be meant, the likeliest first."""
    found = _named(headers, names)
    orders = [found]
    if len({named.stem for named in found}) == 1:
        orders.insert(0, sorted(found, key=lambda named: named.numbers))
    # Without numbers, files have layers as they were made; that must not be all that tells two
    # apart which either could stand in the other's place.
    certain = [order for order in orders if _tells_twins(headers, order)]
    if not certain:
        expected = phrase("Errors", "names with numbers where layers are of one shape")
        _refuse(headers, expected)
    return [[named.layer for named in order] for order in certain]


def _named(headers: Mapping[str, Header], names: Iterable[str]) -> list[_Named]:
    parts: dict[tuple[str, tuple[int, ...]], dict[str, str]] = {}
    for name in names:
        match = _KIND_LAST.fullmatch(name) or _KIND_FIRST.fullmatch(name)
        if match is None:
            _refuse(headers, _EXPECTED)
        layer = match["layer"] or ""
        key = _NUMBER.sub("", layer), tuple(map(int, _NUMBER.findall(layer)))
        kind = "theta" if match["theta"] else "bias"
        # Twice where names differ by their case alone.
        if parts.setdefault(key, {}).setdefault(kind, name) != name:
            _refuse(headers, _EXPECTED)
    if any(len(pair) < 2 for pair in parts.values()):
        _refuse(headers, _EXPECTED)
    return [_Named(Layer(pair["theta"], pair["bias"]), *key) for key, pair in parts.items()]


def _tells_twins(headers: Mapping[str, Header], order: Iterable[_Named]) -> bool:
    return all(
        first.stem == second.stem and first.numbers < second.numbers
        for first, second in combinations(order, 2)
        if headers[first.layer.theta].shape == headers[second.layer.theta].shape
    )


def _fit(headers: Mapping[str, Header], layers: Iterable[Layer]) -> bool:
    """Tell whether the layers, one after the other, make digits of images."""
    units = INPUTS
    for layer in layers:
        found = sizes(headers[layer.theta], layer)
        if found is None or found[0] != units:
            return False
        units = found[1]
        if headers[layer.bias].shape not in bias_shapes(units):
            return False
    return units == CLASSES


def _check_squares(headers: Mapping[str, Header], layers: Iterable[Layer]) -> None:
    for layer in layers:
        inputs, *units = headers[layer.theta].shape
        other_way = _STRAIGHT if layer.transposed else _TRANSPOSED
        if units == [inputs] and other_way.fullmatch(layer.theta):
            expected = phrase("Errors", "weights laid out as their names say, where one is square")
            _refuse(headers, expected)


def _refuse(headers: Mapping[str, Header], expected: Phrase) -> NoReturn:
    found = [f"{_shown(name)} {header.shape}" for name, header in headers.items() if name != META]
    refuse(WEIGHTS, expected, listed(found, _LISTED))


def _shown(name: str) -> str:
    plain = name.isprintable() and len(name) <= _LISTED_CHARACTERS
    return name if plain else repr(name[:_LISTED_CHARACTERS])
