"""What a training run is told: a frozen record of numbers and names."""

import math
from dataclasses import dataclass, fields
from typing import Any, Final, Literal, get_args, get_origin

from mnist_pad.base.errors import UsageError

Loss = Literal["cross_entropy", "squared_error"]
Optimizer = Literal["sgd", "momentum", "adam"]
Schedule = Literal["constant", "one_cycle"]
Scaling = Literal["centred", "raw"]

MAX_EPOCHS: Final = 100_000
MAX_BATCH_SIZE: Final = 60_000
MAX_LAYER_SIZE: Final = 8_192
MAX_HIDDEN_LAYERS: Final = 16
MAX_DISTORTION: Final = 3.0
MAX_DRAWINGS: Final = 1_000_000
MAX_HELD_OUT: Final = 1_000_000
MAX_SEED: Final = 2**31 - 1


class ConfigError(UsageError):
    """A setting cannot be used; the message names it, what was expected and what was found."""


@dataclass(frozen=True)
class TrainingConfig:
    """One run's settings; each recipe is such a record.

    `hidden_sizes`: units of each hidden layer, between the 784 inputs and the 10 logits.
    `weight_deviation`: standard deviation of the truncated normal the weights start from; None
    takes sqrt(2 / inputs) layer by layer (He et al. 2015).
    `scaling`: `centred` is pixel / 255 - 0.5, `raw` leaves 0 to 255.
    `learning_rate`: the peak, where the schedule is `one_cycle`.
    `momentum`: of `momentum`; the first moment's decay in `adam`. Plain `sgd` has none.
    `weight_decay`: decoupled (Loshchilov and Hutter 2019), per step, times the learning rate.
    `label_smoothing`: the part of the target spread evenly over the ten classes, in [0, 1).
    `distortion`: how far images are bent, turned and thickened as they are learnt from, 0 (not at
    all) to 3; 1 is as far as most handwriting goes.
    `pen_styles`: so many drawings in pen styles that MNIST lacks join the training images.
    `counter_examples`: so many letters, signs and scribbles join too; on them, the network learns
    to give every digit the same probability.
    `held_out`: so many training images are not learnt from: on them, temperature and rejection
    threshold are fitted when the run ends.
    `epochs`: passes over the training images, in all (a resumed run counts those before it).
    """

    recipe: str = "custom"
    hidden_sizes: tuple[int, ...] = (256, 128)
    weight_deviation: float | None = 0.1
    scaling: Scaling = "centred"
    loss: Loss = "cross_entropy"
    label_smoothing: float = 0.0
    distortion: float = 0.0
    pen_styles: int = 0
    counter_examples: int = 0
    held_out: int = 0
    optimizer: Optimizer = "sgd"
    learning_rate: float = 1e-3
    schedule: Schedule = "constant"
    momentum: float = 0.9
    weight_decay: float = 0.0
    batch_size: int = 256
    epochs: int = 500
    seed: int = 0

    def __post_init__(self) -> None:
        """Refuse what cannot be trained.

        Raises ConfigError, naming the setting, what was expected and what was found.
        """
        for field in fields(self):
            options = get_args(field.type) if get_origin(field.type) is Literal else ()
            value = getattr(self, field.name)
            if options and value not in options:
                _refuse(field.name, f"one of {', '.join(options)}", value)
        _check_integer("epochs", self.epochs, 1, MAX_EPOCHS)
        _check_integer("batch_size", self.batch_size, 1, MAX_BATCH_SIZE)
        for name in ("pen_styles", "counter_examples"):
            _check_integer(name, getattr(self, name), 0, MAX_DRAWINGS)
        _check_integer("held_out", self.held_out, 0, MAX_HELD_OUT)
        _check_integer("seed", self.seed, 0, MAX_SEED)
        # Weights files hold what their writers liked.
        if not isinstance(self.hidden_sizes, tuple):
            _refuse("hidden_sizes", "a list of whole numbers", self.hidden_sizes)
        if not 1 <= len(self.hidden_sizes) <= MAX_HIDDEN_LAYERS:
            _refuse("hidden_sizes", f"1 to {MAX_HIDDEN_LAYERS} layers", len(self.hidden_sizes))
        for size in self.hidden_sizes:
            _check_integer("hidden_sizes", size, 1, MAX_LAYER_SIZE)
        _check_number("learning_rate", self.learning_rate, above=0.0, up_to=1000.0)
        if self.weight_deviation is not None:
            _check_number("weight_deviation", self.weight_deviation, above=0.0, up_to=1000.0)
        for name in ("momentum", "label_smoothing"):
            _check_number(name, getattr(self, name), at_least=0.0, below=1.0)
        _check_number("distortion", self.distortion, at_least=0.0, up_to=MAX_DISTORTION)
        _check_number("weight_decay", self.weight_decay, at_least=0.0, up_to=1000.0)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "TrainingConfig":
        """Build a config from what a weights file holds; raises ConfigError."""
        known = {field.name for field in fields(cls)}
        unknown = sorted(set(values) - known)
        if unknown:
            _refuse("config", f"settings among {', '.join(sorted(known))}", unknown[0])
        prepared = dict(values)
        if isinstance(prepared.get("hidden_sizes"), list):
            prepared["hidden_sizes"] = tuple(prepared["hidden_sizes"])
        try:
            return cls(**prepared)
        except TypeError as error:
            raise ConfigError(f"config: expected plain numbers and names ({error})") from error


def _refuse(name: str, expected: str, found: object) -> None:
    raise ConfigError(f"{name.replace('_', ' ')}: expected {expected}, found {found!r}")


def _check_integer(name: str, value: object, low: int, high: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        _refuse(name, f"a whole number from {low:,} to {high:,}", value)


def _check_number(
    name: str,
    value: object,
    *,
    above: float = -math.inf,
    at_least: float = -math.inf,
    below: float = math.inf,
    up_to: float = math.inf,
) -> None:
    inside = (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and above < value < below
        and at_least <= value <= up_to
    )
    if inside:
        return
    low = f"above {above:g}" if above > -math.inf else f"from {at_least:g}"
    high = f"below {below:g}" if below < math.inf else f"up to {up_to:g}"
    _refuse(name, f"a number {low} {high}", value)
