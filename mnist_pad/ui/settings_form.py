"""The settings of a run: one field of `TrainingConfig` a widget."""

from dataclasses import replace
from typing import Final, TypeVar, get_args

from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from mnist_pad.training.config import (
    MAX_BATCH_SIZE,
    MAX_DISTORTION,
    MAX_DRAWINGS,
    MAX_EPOCHS,
    MAX_HELD_OUT,
    MAX_SEED,
    ConfigError,
    Loss,
    Optimizer,
    Scaling,
    Schedule,
    TrainingConfig,
)
from mnist_pad.ui.naming import named
from mnist_pad.ui.theme import GRID_PX

_COLUMNS: Final = 3
_HE: Final = "He"

_Widget = TypeVar("_Widget", bound=QWidget)


class SettingsForm(QWidget):
    """Shows a `TrainingConfig` and gives back what the user made of it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID_PX)
        self._grid.setVerticalSpacing(GRID_PX // 4)
        self._epochs = self._add("Epochs", _whole("epochsSpin", 1, MAX_EPOCHS))
        self._learning_rate = self._add(
            "Learning rate", _number("learningRateSpin", 1000.0, minimum=0.00001)
        )
        self._batch_size = self._add("Batch size", _whole("batchSizeSpin", 1, MAX_BATCH_SIZE))
        self._seed = self._add("Seed", _whole("seedSpin", 0, MAX_SEED))
        self._loss = self._add("Loss", _choice("lossCombo", get_args(Loss)))
        self._optimizer = self._add("Optimizer", _choice("optimizerCombo", get_args(Optimizer)))
        self._schedule = self._add("Schedule", _choice("scheduleCombo", get_args(Schedule)))
        self._scaling = self._add("Pixels", _choice("scalingCombo", get_args(Scaling)))
        self._hidden_sizes = self._add("Hidden layers", _text("hiddenSizesEdit"))
        self._deviation = self._add("Start deviation", _number("weightDeviationSpin", 1000.0))
        self._deviation.setSpecialValueText(_HE)
        self._momentum = self._add("Momentum", _number("momentumSpin", 0.99999))
        self._weight_decay = self._add("Weight decay", _number("weightDecaySpin", 1000.0))
        self._smoothing = self._add("Label smoothing", _number("labelSmoothingSpin", 0.99999))
        self._distortion = self._add("Distortion", _number("distortionSpin", MAX_DISTORTION))
        self._pen_styles = self._add("Pen styles", _whole("penStylesSpin", 0, MAX_DRAWINGS))
        self._counter_examples = self._add(
            "Counter-examples", _whole("counterExamplesSpin", 0, MAX_DRAWINGS)
        )
        self._held_out = self._add("Held out", _whole("heldOutSpin", 0, MAX_HELD_OUT))

    def show_config(self, config: TrainingConfig) -> None:
        """Fill the widgets from `config`."""
        self._epochs.setValue(config.epochs)
        self._learning_rate.setValue(config.learning_rate)
        self._batch_size.setValue(config.batch_size)
        self._seed.setValue(config.seed)
        self._loss.setCurrentText(_spoken(config.loss))
        self._optimizer.setCurrentText(_spoken(config.optimizer))
        self._schedule.setCurrentText(_spoken(config.schedule))
        self._scaling.setCurrentText(_spoken(config.scaling))
        self._hidden_sizes.setText(", ".join(map(str, config.hidden_sizes)))
        self._deviation.setValue(config.weight_deviation or 0.0)
        self._momentum.setValue(config.momentum)
        self._weight_decay.setValue(config.weight_decay)
        self._smoothing.setValue(config.label_smoothing)
        self._distortion.setValue(config.distortion)
        self._pen_styles.setValue(config.pen_styles)
        self._counter_examples.setValue(config.counter_examples)
        self._held_out.setValue(config.held_out)

    def config(self, recipe: TrainingConfig) -> TrainingConfig:
        """Return `recipe` with the settings as they stand; raises ConfigError."""
        return replace(
            recipe,
            epochs=self._epochs.value(),
            learning_rate=self._learning_rate.value(),
            batch_size=self._batch_size.value(),
            seed=self._seed.value(),
            loss=self._loss.currentData(),
            optimizer=self._optimizer.currentData(),
            schedule=self._schedule.currentData(),
            scaling=self._scaling.currentData(),
            hidden_sizes=_sizes(self._hidden_sizes.text()),
            weight_deviation=self._deviation.value() or None,
            momentum=self._momentum.value(),
            weight_decay=self._weight_decay.value(),
            label_smoothing=self._smoothing.value(),
            distortion=self._distortion.value(),
            pen_styles=self._pen_styles.value(),
            counter_examples=self._counter_examples.value(),
            held_out=self._held_out.value(),
        )

    def _add(self, label: str, widget: _Widget) -> _Widget:
        row, column = divmod(self._grid.count() // 2, _COLUMNS)
        name = QLabel(label)
        name.setProperty("role", "small")
        name.setBuddy(widget)
        widget.setAccessibleName(label)
        widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._grid.addWidget(name, 2 * row, column)
        self._grid.addWidget(widget, 2 * row + 1, column)
        self._grid.setColumnStretch(column, 1)
        return widget


def _sizes(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError as error:
        raise ConfigError(
            f"hidden layers: expected whole numbers such as 256, 128, found {text!r}"
        ) from error


def _spoken(value: str) -> str:
    return value.replace("_", " ")


def _whole(name: str, low: int, high: int) -> QSpinBox:
    spin = named(QSpinBox(), name)
    spin.setRange(low, high)
    return spin


def _number(name: str, high: float, *, minimum: float = 0.0) -> QDoubleSpinBox:
    spin = named(QDoubleSpinBox(), name)
    spin.setDecimals(5)
    spin.setRange(minimum, high)
    spin.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
    return spin


def _choice(name: str, values: tuple[str, ...]) -> QComboBox:
    combo = named(QComboBox(), name)
    for value in values:
        combo.addItem(_spoken(value), value)
    return combo


def _text(name: str) -> QLineEdit:
    return named(QLineEdit(), name)
