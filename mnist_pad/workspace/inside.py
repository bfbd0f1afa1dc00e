"""What goes on inside the network that reads the pad, as long as somebody looks."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from mnist_pad.recognizer.explaining.receptive import receptive_field
from mnist_pad.recognizer.weights import Weights
from mnist_pad.workspace import insight
from mnist_pad.workspace.insight import AtRest, Indexed, LayerKnown, Live, Ordered, Unit
from mnist_pad.workspace.latest import Latest
from mnist_pad.workspace.reading import ReadingStore
from mnist_pad.workspace.weights import WeightsStore

REST_MS: Final = 200
"""What takes long is found out when the drawing, or the weights, have rested for so long."""


class InsideStore(QObject):
    """Follows the reading while it is watched, and does nothing at all otherwise.

    `weights` are those that read, and `orders` how the units of each hidden layer are laid out.
    `live` is what goes on at the drawing, None where there is nothing to read; `at_rest` what was
    found out about it since it rests. `asked` is the digit whose logit is asked for, None for the
    answer's. `pointed` is the unit under the pointer or the keyboard's cursor, `pinned` the one
    that stays chosen.

    Signals: `live_changed()`; `at_rest_changed()`; `unit_changed()`, another unit is looked at;
    `network_changed()`, another network reads, or its units have another order; `layer_known()`,
    what training digits do to a layer was found out.
    """

    live_changed = Signal()
    at_rest_changed = Signal()
    unit_changed = Signal()
    network_changed = Signal()
    layer_known = Signal()

    def __init__(self, reading: ReadingStore, weights: WeightsStore) -> None:
        super().__init__()
        self._reading = reading
        self._in_use = weights
        self.weights = reading.recognizer.weights
        self.orders = insight.as_they_come(self.weights)
        self.live: Live | None = None
        self.at_rest = AtRest()
        self.asked: int | None = None
        self.pointed: Unit | None = None
        self.pinned: Unit | None = None
        self._is_watched = False
        # Whose units were put in order last, and whose training digits are known.
        self._ordered: Weights | None = None
        self._indexed: Indexed | None = None
        # By their numbers, the layers of the weights in use that training digits went through.
        self._layers: dict[int, LayerKnown] = {}
        self._asked_layer: int | None = None
        self._about_drawing, self._about_network, self._about_layer = Latest(), Latest(), Latest()
        self._about_drawing.part_found.connect(self._take_about_drawing)
        self._about_network.part_found.connect(self._take_about_network)
        self._about_layer.part_found.connect(self._take_about_layer)
        self._drawing_rests = self._timer(self._ask_about_drawing)
        self._network_rests = self._timer(self._ask_about_network)
        reading.reading_changed.connect(self._follow)
        weights.weights_changed.connect(self._forget_layers)

    @property
    def unit(self) -> Unit | None:
        """The unit that is looked at."""
        return self.pinned if self.pointed is None else self.pointed

    def watch(self) -> None:
        """Follow the reading from now on."""
        self._is_watched = True
        self._network_rests.start(0)
        self._follow()
        self.unit_changed.emit()

    def look_away(self) -> None:
        """Follow it no more."""
        self._is_watched = False
        for timer in (self._drawing_rests, self._network_rests):
            timer.stop()
        for latest in (self._about_drawing, self._about_network, self._about_layer):
            latest.drop()
        self._asked_layer = None

    def ask_for(self, digit: int | None) -> None:
        """Ask for another digit's logit; None is the answer's."""
        if digit != self.asked:
            self.asked = digit
            self._follow()

    def point_at(self, unit: Unit | None) -> None:
        """Look at a unit for now; None goes back to the one that is pinned."""
        if unit != self.pointed:
            self.pointed = unit
            self.unit_changed.emit()

    def pin(self, unit: Unit) -> None:
        """Keep looking at a unit; the one that is pinned already is let go."""
        self.pinned = None if unit == self.pinned else unit
        self.unit_changed.emit()

    def field(self, unit: Unit) -> NDArray[np.float64]:
        """Return how a unit weighs each pixel, (784,)."""
        return receptive_field(self.weights, unit.layer, unit.number)

    def known(self, layer: int) -> LayerKnown | None:
        """Return what training digits do to a layer of the weights in use; None until it is known.

        It is found out from now on, beside the window.
        """
        known = self._layers.get(layer)
        weights = self._in_use.current.weights
        is_there = layer < len(weights.layer_sizes) - 2
        if known is None and is_there and self._is_watched and layer != self._asked_layer:
            self._asked_layer = layer
            self._about_layer.ask(lambda go_on: insight.about_layer(weights, layer, go_on))
        return known

    def close(self) -> None:
        """Let go of the threads."""
        self.look_away()
        for latest in (self._about_drawing, self._about_network, self._about_layer):
            latest.close()

    def _follow(self) -> None:
        if not self._is_watched:
            return
        if (weights := self._reading.recognizer.weights) is not self.weights:
            self._take_weights(weights)
        mark = self._reading.current.mark
        if mark is None or mark.found.stages is None or not mark.activations:
            self._drawing_rests.stop()
            self._about_drawing.drop()
            self._tell(None)
            return
        live = insight.seen(weights, mark.found.stages.image, mark.activations, self.asked)
        # A stroke that ends changes nothing of what the network gets.
        if not live.is_like(self.live):
            self._about_drawing.drop()
            self._drawing_rests.start(REST_MS)
            self._tell(insight.explained(live) if insight.is_light(weights) else live)

    def _tell(self, live: Live | None) -> None:
        self.live = live
        self.live_changed.emit()

    def _take_weights(self, weights: Weights) -> None:
        if weights.layer_sizes != self.weights.layer_sizes:
            self.live = self.pointed = self.pinned = None
            self.orders = insight.as_they_come(weights)
        self.weights = weights
        # What is still on its way is another network's.
        self._about_network.drop()
        self._network_rests.start(REST_MS)
        self.network_changed.emit()
        self.unit_changed.emit()

    def _ask_about_network(self) -> None:
        weights, known = self.weights, self._ordered
        # What learns or is broken keeps the order that it had: nothing is to jump about.
        is_in_use = not (self._reading.is_learning or self._reading.is_broken)
        is_new = known is None or weights.layer_sizes != known.layer_sizes
        has_order = weights is known or not (is_in_use or is_new)
        has_index = self._indexed is not None and self._indexed.weights is weights
        # A network that learns is another one before its training digits are gone through.
        wants_index = not (has_index or self._reading.is_learning)
        if not has_order or wants_index:
            self._about_network.ask(
                lambda go_on: insight.about_network(
                    weights, go_on, order=not has_order, index=wants_index
                )
            )

    def _take_about_network(self, part: Ordered | Indexed) -> None:
        if isinstance(part, Indexed):
            self._indexed = part
            self._drawing_rests.start(0)
            return
        self._ordered = self.weights
        self.orders = part.orders
        self.network_changed.emit()

    def _ask_about_drawing(self) -> None:
        live, indexed = self.live, self._indexed
        # With another network's digits, distances mean nothing.
        index = indexed if indexed is not None and indexed.weights is self.weights else None
        known = self.at_rest
        if live is not None:
            self._about_drawing.ask(lambda go_on: insight.about_drawing(live, index, known, go_on))

    def _take_about_drawing(self, part: Live | AtRest) -> None:
        if isinstance(part, Live):
            self._tell(part)
            return
        self.at_rest = part
        self.at_rest_changed.emit()

    def _take_about_layer(self, part: LayerKnown) -> None:
        self._asked_layer = None
        self._layers[part.layer] = part
        self.layer_known.emit()

    def _forget_layers(self) -> None:
        self._layers.clear()
        self._about_layer.drop()
        self._asked_layer = None

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer
