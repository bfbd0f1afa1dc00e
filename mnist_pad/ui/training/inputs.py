"""Inputs of one setting each, all of one height: numbers, choices, sizes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from mnist_pad.base.phrases import phrase
from mnist_pad.training.config import ConfigError, Number
from mnist_pad.ui.kit.names import named

_DECIMALS: Final = 5
_LEAST: Final = 10**-_DECIMALS


@dataclass(frozen=True)
class Input:
    """A widget, how its value is read and shown, and the signal that the user changed it.

    `value` may raise ConfigError.
    """

    widget: QWidget
    value: Callable[[], Any]
    show_value: Callable[[Any], object]
    changed: SignalInstance


@dataclass(frozen=True)
class Field:
    """A setting by its name in `TrainingConfig`, how people call it, and its input."""

    setting: str
    label: str
    input: Input


class _PlainNumber(QDoubleSpinBox):
    """A number without the zeros at its end."""

    def textFromValue(self, value: float) -> str:
        """Return as few figures as tell the number."""
        return f"{value:.6g}"


def whole(name: str, low: int, high: int) -> Input:
    """Return an input for a whole number."""
    spin = named(QSpinBox(), name)
    spin.setRange(low, high)
    return Input(spin, spin.value, spin.setValue, spin.valueChanged)


def number(name: str, limits: Number, *, nothing: str = "") -> Input:
    """Return an input for a number; with `nothing`, a step below its least is None, called so."""
    spin = named(_PlainNumber(), name)
    spin.setDecimals(_DECIMALS)
    # Half-open limits become closed ones: the least and the largest number that can be written.
    low = max(limits.at_least, limits.above + _LEAST)
    none = low - _LEAST if nothing else low
    spin.setRange(none, min(limits.up_to, limits.below - _LEAST))
    # Rates go over several magnitudes: no fixed step suits them all.
    spin.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
    if not nothing:
        return Input(spin, spin.value, spin.setValue, spin.valueChanged)
    # Qt shows this text in place of the range's least value.
    spin.setSpecialValueText(nothing)
    return Input(
        spin,
        lambda: None if spin.value() < low else spin.value(),
        lambda value: spin.setValue(none if value is None else value),
        spin.valueChanged,
    )


def choice(name: str, values: Mapping[str, str]) -> Input:
    """Return an input for one of some names, each shown in words."""
    combo = named(QComboBox(), name)
    for value, words in values.items():
        combo.addItem(words, value)
    return Input(
        combo,
        combo.currentData,
        lambda value: combo.setCurrentIndex(combo.findData(value)),
        combo.currentIndexChanged,
    )


def sizes(name: str) -> Input:
    """Return an input for whole numbers with commas between them."""
    edit = named(QLineEdit(), name)
    return Input(
        edit,
        lambda: _sizes(edit.text()),
        lambda value: edit.setText(", ".join(map(str, value))),
        edit.textChanged,
    )


def _sizes(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError as error:
        words = phrase(
            "Settings", "hidden layers: expected whole numbers such as 256, 128, found {text!r}"
        )
        raise ConfigError(words.given(text=text)) from error
