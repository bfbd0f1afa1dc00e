"""What a training run is told: a frozen record of numbers and names."""

import math
from dataclasses import dataclass, fields
from functools import cache
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NoReturn,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import Phrase, Words, one_of, phrase, unexpected
from mnist_pad.base.wording import translatable
from mnist_pad.ink.scaling import Scaling
from mnist_pad.recognizer.activation import Activation
from mnist_pad.recognizer.layout import MAX_HIDDEN_LAYERS, MAX_LAYER_SIZE

Loss = Literal["cross_entropy", "squared_error"]
Optimizer = Literal["sgd", "momentum", "adam", "muon"]
Schedule = Literal["constant", "one_cycle"]
Labels = Literal["true", "shuffled"]

MAX_EPOCHS: Final = 100_000
MAX_BATCH_SIZE: Final = 60_000
MAX_DISTORTION: Final = 3.0
MAX_DRAWINGS: Final = 1_000_000
MAX_HELD_OUT: Final = 1_000_000
MAX_TRAIN_IMAGES: Final = 1_000_000
# TensorFlow is given seeds as int32.
MAX_SEED: Final = 2**31 - 1


class ConfigError(UsageError):
    """A setting cannot be used; the message names it, what was expected and what was found."""


def _refuse(name: str, expected: Words, found: object) -> NoReturn:
    spoken = name.replace("_", " ")
    called = Phrase("SettingNames", spoken) if spoken in _SPOKEN else spoken
    raise ConfigError(unexpected(called, expected, repr(found)))


_SPOKEN: Final = {
    translatable("SettingNames", "config"),
    translatable("SettingNames", "hidden sizes"),
    translatable("SettingNames", "activation"),
    translatable("SettingNames", "weight deviation"),
    translatable("SettingNames", "scaling"),
    translatable("SettingNames", "loss"),
    translatable("SettingNames", "label smoothing"),
    translatable("SettingNames", "distortion"),
    translatable("SettingNames", "pen styles"),
    translatable("SettingNames", "counter examples"),
    translatable("SettingNames", "held out"),
    translatable("SettingNames", "train images"),
    translatable("SettingNames", "labels"),
    translatable("SettingNames", "optimizer"),
    translatable("SettingNames", "learning rate"),
    translatable("SettingNames", "schedule"),
    translatable("SettingNames", "momentum"),
    translatable("SettingNames", "weight decay"),
    translatable("SettingNames", "batch size"),
    translatable("SettingNames", "epochs"),
    translatable("SettingNames", "seed"),
}


@dataclass(frozen=True)
class Whole:
    """Limits of a setting that counts: from `low` to `high`."""

    low: int
    high: int

    def check(self, name: str, value: object) -> None:
        """Raise ConfigError for what is no whole number within the limits."""
        # To Python, true is 1 as well.
        inside = isinstance(value, int) and not isinstance(value, bool)
        if not inside or not self.low <= cast(int, value) <= self.high:
            expected = phrase("Errors", "a whole number from {low:,} to {high:,}")
            _refuse(name, expected.given(low=self.low, high=self.high), value)


@dataclass(frozen=True)
class Number:
    """Limits of a setting that measures; NaN is within none."""

    above: float = -math.inf
    at_least: float = -math.inf
    below: float = math.inf
    up_to: float = math.inf

    def check(self, name: str, value: object) -> None:
        """Raise ConfigError for what is no number within the limits."""
        if (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and self.above < value < self.below
            and self.at_least <= value <= self.up_to
        ):
            return
        above, below = self.above > -math.inf, self.below < math.inf
        words = _NUMBERS[above, below].given(
            low=self.above if above else self.at_least, high=self.below if below else self.up_to
        )
        _refuse(name, words, value)


_NUMBERS: Final = {
    (True, True): phrase("Errors", "a number above {low:g} below {high:g}"),
    (True, False): phrase("Errors", "a number above {low:g} up to {high:g}"),
    (False, True): phrase("Errors", "a number from {low:g} below {high:g}"),
    (False, False): phrase("Errors", "a number from {low:g} up to {high:g}"),
}
"""By whether the lower limit and the upper one are left out."""


@dataclass(frozen=True)
class Sizes:
    """Limits of a network's hidden layers: how many, and of how many units."""

    most: int
    largest: int

    def check(self, name: str, value: object) -> None:
        """Raise ConfigError for what are no such layers."""
        # Weights files hold what their writers liked.
        if not isinstance(value, tuple):
            _refuse(name, phrase("Errors", "a list of whole numbers"), value)
        if not 1 <= len(value) <= self.most:
            expected = phrase("Errors", "1 to {most} layers").given(most=self.most)
            _refuse(name, expected, len(value))
        for size in value:
            Whole(1, self.largest).check(name, size)


@dataclass(frozen=True)
class TrainingConfig:
    """One run's settings; each recipe is such a record.

    A setting is one line here, with its limits; weights files and the command line follow.

    `hidden_sizes`: units of each hidden layer, between the 784 inputs and the 10 logits.
    `activation`: what the units of the hidden layers make of their sums.
    `weight_deviation`: standard deviation of the truncated normal the weights start from; None
    takes sqrt(2 / inputs) layer by layer (He et al. 2015), and with 0 all weights are zero.
    `scaling`: `centred` is pixel / 255 - 0.5, `unit` is pixel / 255, `raw` leaves 0 to 255.
    `learning_rate`: the peak, where the schedule is `one_cycle`.
    `momentum`: of `momentum` and `muon`; the first moment's decay in `adam`. Plain `sgd` has none.
    `weight_decay`: decoupled (Loshchilov and Hutter 2019), per step, times the learning rate.
    `label_smoothing`: the part of the target spread evenly over the ten classes, in [0, 1).
    `distortion`: how far images are bent, turned and thickened as they are learnt from, 0 (not at
    all) to 3; 1 is as far as most handwriting goes.
    `pen_styles`: so many drawings in pen styles that MNIST lacks join the training images.
    `counter_examples`: so many letters, signs and scribbles join too; on them, the network learns
    to give every digit the same probability.
    `held_out`: so many training images are not learnt from: on them, temperature and rejection
    threshold are fitted when the run ends.
    `train_images`: so many of the data set's training images are learnt from, the first ones; 0
    takes all.
    `labels`: `shuffled` deals the labels of these images out among them by chance.
    `epochs`: passes over the training images, in all (a resumed run counts those before it).
    """

    recipe: str = "custom"
    hidden_sizes: Annotated[tuple[int, ...], Sizes(MAX_HIDDEN_LAYERS, MAX_LAYER_SIZE)] = (256, 128)
    activation: Activation = "relu"
    weight_deviation: Annotated[float | None, Number(at_least=0, up_to=1000)] = 0.1
    scaling: Scaling = "centred"
    loss: Loss = "cross_entropy"
    label_smoothing: Annotated[float, Number(at_least=0, below=1)] = 0.0
    distortion: Annotated[float, Number(at_least=0, up_to=MAX_DISTORTION)] = 0.0
    pen_styles: Annotated[int, Whole(0, MAX_DRAWINGS)] = 0
    counter_examples: Annotated[int, Whole(0, MAX_DRAWINGS)] = 0
    held_out: Annotated[int, Whole(0, MAX_HELD_OUT)] = 0
    train_images: Annotated[int, Whole(0, MAX_TRAIN_IMAGES)] = 0
    labels: Labels = "true"
    optimizer: Optimizer = "sgd"
    learning_rate: Annotated[float, Number(above=0, up_to=1000)] = 1e-3
    schedule: Schedule = "constant"
    momentum: Annotated[float, Number(at_least=0, below=1)] = 0.9
    weight_decay: Annotated[float, Number(at_least=0, up_to=1000)] = 0.0
    batch_size: Annotated[int, Whole(1, MAX_BATCH_SIZE)] = 256
    epochs: Annotated[int, Whole(1, MAX_EPOCHS)] = 500
    seed: Annotated[int, Whole(0, MAX_SEED)] = 0

    def __post_init__(self) -> None:
        """Refuse what cannot be trained.

        Raises ConfigError, naming the setting, what was expected and what was found.
        """
        # What a weights file or the pipe brought is of any type: annotations alone check nothing.
        for name, hint in _hints(type(self)).items():  # type: ignore[arg-type]
            value = getattr(self, name)
            if get_origin(hint) is Literal and value not in get_args(hint):
                _refuse(name, one_of(get_args(hint)), value)
            if get_origin(hint) is Annotated:
                plain, limits = get_args(hint)
                if value is not None or not _may_be_none(plain):
                    limits.check(name, value)

    def learnt_of(self, count: int) -> int:
        """Return how many of a data set's `count` training images are learnt from."""
        left = count - self.held_out
        return min(left, self.train_images) if self.train_images else left

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "TrainingConfig":
        """Build a config from what a weights file holds; raises ConfigError."""
        known = {field.name for field in fields(cls)}
        unknown = sorted(set(values) - known)
        if unknown:
            expected = phrase("Errors", "settings among {names}")
            _refuse("config", expected.given(names=", ".join(sorted(known))), unknown[0])
        prepared = dict(values)
        if isinstance(prepared.get("hidden_sizes"), list):
            # JSON has no tuples.
            prepared["hidden_sizes"] = tuple(prepared["hidden_sizes"])
        try:
            return cls(**prepared)
        except TypeError as error:
            words = phrase("Errors", "config: expected plain numbers and names ({error})")
            raise ConfigError(words.given(error=error)) from error


@cache
def _hints(of: type) -> dict[str, Any]:
    # They are read from text anew each time, and settings are compared by the dozen.
    return get_type_hints(of, include_extras=True)


def _may_be_none(hint: Any) -> bool:
    return type(None) in get_args(hint)
