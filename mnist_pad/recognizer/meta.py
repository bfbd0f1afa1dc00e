"""Where weights come from and how their answers are to be taken, and its JSON text."""

import json
import math
import reprlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import Words, one_of, phrase
from mnist_pad.ink.scaling import SCALINGS, Scaling
from mnist_pad.recognizer.activation import ACTIVATIONS, DEFAULT_ACTIVATION, Activation

FORMAT_VERSION: Final = 1
MAX_TEXT_LENGTH: Final = 65_536


class WeightsError(UsageError):
    """A weights file cannot be used; the message names it, what was expected, what was found."""


@dataclass(frozen=True)
class WeightsMeta:
    """Where weights come from, and how their answers are to be taken.

    `scaling` is what the pixels went through in training. `test_accuracy` is a fraction in
    [0, 1]. `temperature` divides the logits. `rejection_threshold`: a prominence below it
    (`calibration.prominence`) is no digit. `step` counts updates since the first epoch. `config`
    holds the run's settings, for resuming. `time` is ISO 8601, UTC. `adapted_from` says which
    weights learnt a hand to become these: `built_in`, `run` with its id or `file` with its name;
    "" where none did.
    """

    recipe: str = "unknown"
    seed: int | None = None
    epochs: int = 0
    step: int = 0
    data_fingerprint: str = ""
    test_accuracy: float | None = None
    temperature: float = 1.0
    rejection_threshold: float = 0.0
    scaling: Scaling = "centred"
    program_version: str = ""
    time: str = ""
    adapted_from: str = ""
    config: Mapping[str, Any] = field(default_factory=dict)

    @property
    def activation(self) -> Activation:
        """What the hidden units make of their sums: ReLU where the run's settings do not say."""
        found: Activation = self.config.get("activation", DEFAULT_ACTIVATION)
        return found


def _is_text(value: object) -> bool:
    # These are shown in the window and on terminals.
    return isinstance(value, str) and value.isprintable()


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63


def _is_number(value: object) -> bool:
    # A whole number may be too large for a float, and yet below infinity.
    return _is_count(value) or isinstance(value, float)


def _is_fraction(value: Any) -> bool:
    return _is_number(value) and 0 <= value <= 1


def _is_plain(value: object) -> bool:
    return not isinstance(value, list | dict)


def _is_settings(value: object) -> bool:
    """Tell whether nothing is nested deeper than a run's settings are."""
    return isinstance(value, dict) and all(
        _is_plain(setting) or (isinstance(setting, list) and all(map(_is_plain, setting)))
        for setting in value.values()
    )


_TEXT: Final = (phrase("Errors", "a printable text"), _is_text)
_COUNT: Final = (phrase("Errors", "a whole number from 0"), _is_count)
_RULES: Final[Mapping[str, tuple[Words, Callable[[Any], bool]]]] = {
    "recipe": _TEXT,
    "seed": (
        phrase("Errors", "a whole number from 0 or null"),
        lambda value: value is None or _is_count(value),
    ),
    "epochs": _COUNT,
    "step": _COUNT,
    "data_fingerprint": _TEXT,
    "test_accuracy": (
        phrase("Errors", "a number from 0 to 1 or null"),
        lambda value: value is None or _is_fraction(value),
    ),
    "temperature": (
        phrase("Errors", "a finite number above 0"),
        lambda value: _is_number(value) and 0 < value < math.inf,
    ),
    "rejection_threshold": (phrase("Errors", "a number from 0 to 1"), _is_fraction),
    "scaling": (one_of(SCALINGS), lambda value: value in SCALINGS),
    "program_version": _TEXT,
    "time": _TEXT,
    "adapted_from": _TEXT,
    "config": (phrase("Errors", "an object of plain settings"), _is_settings),
}


def to_json(meta: WeightsMeta, layer_sizes: tuple[int, ...]) -> str:
    """Return the text that a weights file keeps; raises WeightsError where `from_json` would."""
    head = {"format_version": FORMAT_VERSION, "layer_sizes": layer_sizes}
    try:
        # A mapping may be no dict, and json knows nothing else.
        text = json.dumps(head | vars(meta) | {"config": dict(meta.config)}, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        words = phrase("Errors", "meta: expected what JSON can hold, found {error}")
        raise WeightsError(words.given(error=error)) from error
    from_json(text, layer_sizes)  # what is saved must load again
    return text


def from_json(text: str, layer_sizes: tuple[int, ...]) -> WeightsMeta:
    """Parse what a weights file says of itself; `layer_sizes` are those of its arrays.

    Raises WeightsError, naming the key, what was expected and what was found.
    """
    return WeightsMeta(**stated(text, layer_sizes))


def stated(text: str, layer_sizes: tuple[int, ...]) -> dict[str, Any]:
    """Return what the text states, by the names of WeightsMeta; raises as `from_json` does.

    Keys that are not known are passed over, so that a later version may add some.
    """
    values = _parse(text)
    version = values.get("format_version")
    # To Python, true and 1.0 are 1 as well.
    if version != FORMAT_VERSION or not _is_count(version):
        raise _unexpected("format_version", f"{FORMAT_VERSION}", version)
    sizes = values.get("layer_sizes", list(layer_sizes))
    if sizes != list(layer_sizes):
        raise _unexpected(
            "layer_sizes",
            phrase("Errors", "{sizes}, as the arrays have").given(sizes=list(layer_sizes)),
            sizes,
        )
    known = {name: values[name] for name in _RULES if name in values}
    for name, value in known.items():
        expected, holds = _RULES[name]
        if not holds(value):
            raise _unexpected(name, expected, value)
    activation = known.get("config", {}).get("activation", DEFAULT_ACTIVATION)
    # Read as another's, the weights would answer nonsense.
    if activation not in ACTIVATIONS:
        raise _unexpected("activation", one_of(ACTIVATIONS), activation)
    return known


def _parse(text: str) -> dict[str, Any]:
    if len(text) > MAX_TEXT_LENGTH:
        words = phrase("Errors", "meta: expected at most {most:,} characters, found {count:,}")
        raise WeightsError(words.given(most=MAX_TEXT_LENGTH, count=len(text)))
    try:
        values = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        words = phrase("Errors", "meta: expected a JSON text, found otherwise: {error}")
        raise WeightsError(words.given(error=error)) from error
    if not isinstance(values, dict):
        words = phrase("Errors", "meta: expected a JSON object, found {found}")
        raise WeightsError(words.given(found=reprlib.repr(values)))
    return values


def _refuse_constant(name: str) -> None:
    # Python's parser takes NaN and Infinity, which JSON does not have.
    raise ValueError(f"{name} is no JSON number")


def _unexpected(name: str, expected: Words, found: object) -> WeightsError:
    words = phrase("Errors", "meta: expected {name} to be {expected}, found {found}")
    return WeightsError(words.given(name=name, expected=expected, found=reprlib.repr(found)))
