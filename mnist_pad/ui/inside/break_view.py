"""Break it: what the network still reads with something taken out, blurred or rounded."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QSlider, QWidget

from mnist_pad.base.wording import percent
from mnist_pad.ui.inside.sections import said
from mnist_pad.ui.kit.command import Commands, push_button
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.wheel import leave_wheel_alone
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.breaking import WHOLE
from mnist_pad.workspace.workspace import Workspace

_BITS: Final = (None, 8, 4)
_MOST_NOISE: Final = 200
_MOST_PRUNED: Final = 99


class BreakView(QWidget):
    """What can be broken, how much of MNIST's test set is read then, and the way back."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        self._workspace = workspace
        self._breaking = workspace.breaking
        self._inside = workspace.inside
        self._unit = named(QPushButton(), "breakUnit", self.tr("Take out the pinned unit"))
        self._unit.setToolTip(self.tr("See what the network still reads without it"))
        self._bias = named(QComboBox(), "breakBias", self.tr("The bias to take out"))
        self._bias.setToolTip(self.tr("Leave out what a layer adds to each unit's sum"))
        self._bits = named(QComboBox(), "breakBits", self.tr("Bits of a weight"))
        self._bits.setToolTip(self.tr("Round each weight to one of 256 or of 16 values"))
        for words in (self.tr("32, as they are"), "8", "4"):
            self._bits.addItem(words)
        self._noise = self._slider("breakNoise", self.tr("Noise"), _MOST_NOISE)
        self._noise.setToolTip(
            self.tr("Add chance to each weight, as a share of how much its layer's weights differ")
        )
        self._prune = self._slider("breakPrune", self.tr("Prune"), _MOST_PRUNED)
        self._prune.setToolTip(self.tr("Set the smallest weights to zero: such a share of them"))
        self._noise_said, self._prune_said = QLabel(), QLabel()
        self._accuracy = named(QLabel(), "breakAccuracy", self.tr("Accuracy on MNIST's test set"))
        self._accuracy.setWordWrap(True)
        self._mend = push_button(commands["mendNetwork"], "mendButton")
        self._busy = said(self.tr("A network that is learning cannot be broken meanwhile."))
        self._lay_out()
        self._fill()
        self._unit.clicked.connect(self._toggle_unit)
        for choice in (self._bias, self._bits):
            leave_wheel_alone(choice)
        self._bias.activated.connect(self._choose_bias)
        self._bits.activated.connect(lambda place: self._breaking.change(bits=_BITS[place]))
        self._noise.valueChanged.connect(lambda share: self._breaking.change(noise=share / 100))
        self._prune.valueChanged.connect(lambda share: self._breaking.change(pruned=share / 100))
        self._inside.network_changed.connect(self._fill)
        self._inside.unit_changed.connect(self._show_unit)
        self._breaking.breaking_changed.connect(self._show)
        self._breaking.accuracy_changed.connect(self._show)
        for changed in (
            workspace.run.run_started,
            workspace.run.run_ended,
            workspace.lesson.lesson_changed,
        ):
            changed.connect(self._show)
        self._show()

    def _slider(self, name: str, label: str, most: int) -> QSlider:
        slider = named(QSlider(Qt.Orientation.Horizontal), name, label)
        slider.setRange(0, most)
        leave_wheel_alone(slider)
        return slider

    def _choose_bias(self, place: int) -> None:
        self._breaking.change(biases=(place - 1,) if place else ())

    def _fill(self) -> None:
        """Name the layers that have a bias to take out."""
        layers = len(self._inside.weights.layer_sizes) - 1
        if self._bias.count() == layers + 1:
            return
        self._bias.clear()
        self._bias.addItem(self.tr("none"))
        for layer in range(layers - 1):
            self._bias.addItem(self.tr("hidden layer {layer}").format(layer=layer + 1))
        self._bias.addItem(self.tr("the logits"))

    def _toggle_unit(self) -> None:
        if (unit := self._inside.pinned) is not None:
            self._breaking.toggle_unit((unit.layer, unit.number))

    def _show_unit(self) -> None:
        unit = self._inside.pinned
        is_out = unit is not None and (unit.layer, unit.number) in self._breaking.current.units
        text = self.tr("Put the unit back") if is_out else self.tr("Take out the pinned unit")
        self._unit.setText(text)
        self._unit.setAccessibleName(text)
        self._unit.setEnabled(unit is not None and not self._workspace.is_learning)

    def _show(self, *_: object) -> None:
        broken = self._breaking.current
        is_busy = self._workspace.is_learning
        self._bias.setCurrentIndex(broken.biases[0] + 1 if broken.biases else 0)
        self._bits.setCurrentIndex(_BITS.index(broken.bits))
        for slider, share in ((self._noise, broken.noise), (self._prune, broken.pruned)):
            # Set by the store, it is no wish of the user's.
            slider.blockSignals(True)
            slider.setValue(round(100 * share))
            slider.blockSignals(False)
        self._noise_said.setText(percent(broken.noise, decimals=0))
        self._prune_said.setText(percent(broken.pruned, decimals=0))
        for each in (self._bias, self._bits, self._noise, self._prune):
            each.setEnabled(not is_busy)
        self._show_unit()
        self._busy.setVisible(is_busy)
        self._accuracy.setText(self._measured())

    def _measured(self) -> str:
        whole, broken = self._breaking.whole, self._breaking.broken
        if self._breaking.current == WHOLE:
            if whole is None:
                return self.tr("Reading MNIST's test digits …")
            words = self.tr("Whole, it reads {whole} of MNIST's test digits.")
            return words.format(whole=percent(whole, decimals=2))
        if whole is None or broken is None:
            return self.tr("Broken; reading MNIST's test digits …")
        words = self.tr("Broken, it reads {broken} of MNIST's test digits; whole, {whole}.")
        return words.format(broken=percent(broken, decimals=2), whole=percent(whole, decimals=2))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID_PX)
        grid.setVerticalSpacing(GRID_PX)
        grid.setColumnStretch(1, 1)
        left = Qt.AlignmentFlag.AlignLeft
        # Room for the widest figure, always: a slider must not change its length as it is moved.
        widest = self.fontMetrics().horizontalAdvance(percent(_MOST_NOISE / 100, decimals=0))
        grid.addWidget(self._unit, 0, 0, 1, 3, left)
        rows = (
            (self.tr("Noise"), self._noise, self._noise_said),
            (self.tr("Prune"), self._prune, self._prune_said),
            (self.tr("Bits"), self._bits, None),
            (self.tr("Bias left out"), self._bias, None),
        )
        for row, (title, field, figure) in enumerate(rows, 1):
            grid.addWidget(QLabel(title), row, 0)
            if figure is None:
                grid.addWidget(field, row, 1, 1, 2, left)
                continue
            figure.setMinimumWidth(widest)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1)
            grid.addWidget(figure, row, 2)
        grid.addWidget(self._accuracy, 5, 0, 1, 3)
        grid.addWidget(self._mend, 6, 0, 1, 3, left)
        grid.addWidget(self._busy, 7, 0, 1, 3)
