"""What there is to know of a network and a drawing: NumPy alone, for a thread beside the window."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.ink.raster import Grey, scale
from mnist_pad.recognizer.explaining.flip import Flip, flips, smallest_change
from mnist_pad.recognizer.explaining.gradient import backward
from mnist_pad.recognizer.explaining.liking import liked
from mnist_pad.recognizer.explaining.nearest import LastHidden, hidden_of
from mnist_pad.recognizer.explaining.order import alike
from mnist_pad.recognizer.explaining.paths import Path, strongest_paths
from mnist_pad.recognizer.explaining.receptive import receptive_fields
from mnist_pad.recognizer.explaining.units import LayerUnits, layer_units
from mnist_pad.recognizer.forward import Activations
from mnist_pad.recognizer.weights import CLASSES, Weights
from mnist_pad.workspace.latest import GoOn
from mnist_pad.workspace.mnist_images import digits

PATHS: Final = 8

NEAREST: Final = 5
EXCITING: Final = 5

_LIGHT_PARAMETERS: Final = 2_000_000

_ORDER_PRODUCTS: Final = 2 * 10**10
_TRAINING_PRODUCTS: Final = 2 * 10**10
"""What may be multiplied to order a layer, and in going through training digits: some seconds."""

_INDEX_BYTES: Final = 2**26


@dataclass(frozen=True)
class Unit:
    """A unit of a hidden layer, both counted from 0."""

    layer: int
    number: int


@dataclass(frozen=True, eq=False)
class Live:
    """What goes on in the network that reads the chosen mark.

    `image` is what it gets, (28, 28); `layers` are what its layers answer, (units,) each. `answer`
    is the digit of the largest logit, `digit` the one whose logit is asked for: `saliency` is that
    logit's gradient, (784,), None where it is not known yet, and `paths` lead to it.
    """

    weights: Weights
    image: Grey
    layers: Activations
    answer: int
    digit: int
    saliency: NDArray[np.float64] | None = None
    paths: tuple[Path, ...] = ()

    def value(self, unit: Unit) -> float:
        """Return what a unit answers."""
        return float(self.layers[unit.layer][unit.number])

    def is_like(self, other: "Live | None") -> bool:
        """Tell whether it is the same network at the same image, asked for the same digit."""
        return (
            other is not None
            and self.weights is other.weights
            and self.digit == other.digit
            and np.array_equal(self.image, other.image)
        )


@dataclass(frozen=True, eq=False)
class Nearest:
    """The training digits nearest to a drawing: images, (n, 28, 28), and labels, nearest first."""

    images: NDArray[np.uint8]
    labels: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class AtRest:
    """What was found out about a drawing; None is what is not known yet.

    `live` is what it is about. `smallest` is the smallest change to another digit, `flips` are
    those to each digit, None where there is none. `near` and `ideal`, (784,), are what the logit
    asked for would like to see: near the drawing, and from grey.
    """

    live: Live | None = None
    nearest: Nearest | None = None
    smallest: Flip | None = None
    flips: tuple[Flip | None, ...] | None = None
    near: NDArray[Any] | None = None
    ideal: NDArray[Any] | None = None


@dataclass(frozen=True, eq=False)
class Ordered:
    """For each hidden layer its units in an order in which neighbours look alike, (units,)."""

    orders: tuple[NDArray[np.intp], ...]


@dataclass(frozen=True, eq=False)
class Indexed:
    """The training digits as the network's last hidden layer answers to them."""

    weights: Weights
    index: LastHidden


@dataclass(frozen=True, eq=False)
class LayerKnown:
    """What training digits do to the units of a layer."""

    layer: int
    units: LayerUnits

    def dead(self, number: int) -> float | None:
        """Return to what share of them a unit answers 0; None where it cannot die."""
        return None if self.units.dead is None else float(self.units.dead[number])

    def exciting(self, number: int) -> tuple[NDArray[np.uint8], list[int]]:
        """Return the images that excite a unit most, (n, 28, 28), and their labels."""
        places = self.units.exciting[number]
        return digits().x_train[places], digits().y_train[places].tolist()


def is_light(weights: Weights) -> bool:
    """Tell whether a network is small enough to be followed at every point that is drawn."""
    return sum(array.size for array in weights.parameters) <= _LIGHT_PARAMETERS


def seen(weights: Weights, image: Grey, layers: Activations, asked: int | None) -> Live:
    """Return what goes on, without what takes long; `asked` is a digit, None for the answer."""
    answer = int(layers[-1].argmax())
    return Live(weights, image, layers, answer, answer if asked is None else asked)


def explained(live: Live) -> Live:
    """Return the same with its saliency and its paths."""
    layers = tuple(layer[np.newaxis] for layer in live.layers)
    gradient: NDArray[Any] = backward(live.weights, layers, np.eye(CLASSES)[[live.digit]])[0]
    paths = strongest_paths(live.weights, live.layers, live.digit, PATHS)
    return replace(live, saliency=gradient, paths=paths)


def as_they_come(weights: Weights) -> tuple[NDArray[np.intp], ...]:
    """Return the units of each hidden layer in the order of the weights."""
    return tuple(np.arange(units) for units in weights.layer_sizes[1:-1])


def about_network(
    weights: Weights, go_on: GoOn, *, order: bool, index: bool
) -> Iterator[Ordered | Indexed]:
    """Yield what is asked for; raises DataError where the training digits cannot be read."""
    if order:
        yield Ordered(_orders(weights))
    if index:
        yield _indexed(weights, go_on)


def about_drawing(
    live: Live, indexed: Indexed | None, known: AtRest, go_on: GoOn
) -> Iterator[Live | AtRest]:
    """Yield what takes long, one more thing found each time; what takes longest comes last.

    `known` is what was found out before, if that was about the same.
    """
    if live.saliency is None:
        live = explained(live)
        yield live
    weights, found = live.weights, known if known.live is live else AtRest(live)
    if found.nearest is None and indexed is not None:
        found = replace(found, nearest=_nearest(live, indexed.index))
        yield found
    if found.near is None:
        found = replace(found, near=liked(weights, live.digit, live.image))
        yield found
    if found.smallest is None:
        found = replace(found, smallest=smallest_change(weights, live.image))
        yield found
    if found.ideal is None:
        found = replace(found, ideal=liked(weights, live.digit))
        yield found
    go_on()
    if found.flips is None:
        yield replace(found, flips=flips(weights, live.image))


def about_layer(weights: Weights, layer: int, go_on: GoOn) -> Iterator[LayerKnown]:
    """Yield what training digits do to a layer; raises DataError where they cannot be read."""
    images = digits().x_train[: _how_many(weights)]
    yield LayerKnown(layer, layer_units(weights, images, layer, EXCITING, go_on))


def _orders(weights: Weights) -> tuple[NDArray[np.intp], ...]:
    orders = list(as_they_come(weights))
    inputs, *units = weights.layer_sizes[:-1]
    products = 0
    for layer, count in enumerate(units):
        products += units[layer - 1] * count * inputs if layer else 0
        # Of wide layers behind each other, the later ones stay as they come.
        if products > _ORDER_PRODUCTS:
            break
        orders[layer] = alike(receptive_fields(weights, layer))
    return tuple(orders)


def _indexed(weights: Weights, go_on: GoOn) -> Indexed:
    known = digits()
    count = min(_how_many(weights), _INDEX_BYTES // (4 * weights.layer_sizes[-2]))
    return Indexed(
        weights, LastHidden(weights, known.x_train[:count], known.y_train[:count], go_on)
    )


def _how_many(weights: Weights) -> int:
    """Return how many training digits go through a network in some seconds: a large one, fewer."""
    return _TRAINING_PRODUCTS // sum(array.size for array in weights.parameters)


def _nearest(live: Live, index: LastHidden) -> Nearest:
    inputs = scale(live.image[np.newaxis], live.weights.meta.scaling)
    found = index.nearest(hidden_of(live.layers, inputs[0]), NEAREST)
    images = digits().x_train[[each.index for each in found]]
    return Nearest(images, tuple(each.label for each in found))
