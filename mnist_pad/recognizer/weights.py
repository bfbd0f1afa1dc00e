"""The network's weights, and the file they are kept in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

FORMAT_VERSION: Final = 1
INPUTS: Final = 784
CLASSES: Final = 10


class WeightsError(Exception):
    """A weights file cannot be used; the message names it, what was expected, what was found."""


@dataclass(frozen=True)
class WeightsMeta:
    """Where weights come from, and how their answers are to be taken.

    `scaling` is what the pixels went through in training (`centred`: pixel / 255 - 0.5; `raw`:
    0 to 255). `test_accuracy` is a fraction in [0, 1]. `temperature` divides the logits.
    `rejection_threshold`: a largest probability below it is no digit. `step` counts updates since
    the first epoch. `config` holds the run's settings, for resuming. `time` is ISO 8601, UTC.
    """

    recipe: str = "unknown"
    seed: int | None = None
    epochs: int = 0
    step: int = 0
    data_fingerprint: str = ""
    test_accuracy: float | None = None
    temperature: float = 1.0
    rejection_threshold: float = 0.0
    scaling: Literal["centred", "raw"] = "centred"
    program_version: str = ""
    time: str = ""
    config: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Weights:
    """A network's parameters, as the file names them: theta_1, bias_1, theta_2, bias_2, ...

    Each theta is float32 of shape (inputs, outputs), each bias float32 of shape (outputs,).
    `optimizer_state` holds what a resumed run needs beside them, float32 arrays by name; weights
    that are only to be read have none.
    """

    parameters: tuple[NDArray[np.float32], ...]
    meta: WeightsMeta = WeightsMeta()
    optimizer_state: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)

    @property
    def layer_sizes(self) -> tuple[int, ...]:
        """Units of each layer, inputs first: (784, 256, 128, 10)."""
        return (len(self.parameters[0]), *(len(bias) for bias in self.parameters[1::2]))
