"""Which weights a run can go on from; told without TensorFlow, before any work is done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.phrases import Phrase, of_shape, phrase
from mnist_pad.dataset.digits import Digits
from mnist_pad.recognizer.layout import parameter_names
from mnist_pad.recognizer.weights import CLASSES, INPUTS, Weights, WeightsError
from mnist_pad.training.config import ConfigError, Optimizer, TrainingConfig

SLOTS: Final[Mapping[Optimizer, tuple[str, ...]]] = {
    "sgd": (),
    "momentum": ("velocity",),
    "adam": ("mean", "variance"),
    "muon": ("velocity",),
}
"""What each optimizer remembers of every parameter, by name."""


def settings_of(weights: Weights) -> TrainingConfig:
    """Return the settings to go on with: those of the run, the pixels scaled as for reading.

    Raises ConfigError where the weights say of themselves what are no settings.
    """
    config = TrainingConfig.from_dict(dict(weights.meta.config))
    # Bare arrays bring no settings, and the user may have chosen another scaling.
    return replace(config, scaling=weights.meta.scaling)


def check_resumable(config: TrainingConfig, weights: Weights) -> None:
    """Check that a run by `config` can go on from `weights`, as far as the data does not matter.

    Raises WeightsError where they are another network's or optimizer's, and ConfigError where the
    settings do not fit what was trained so far.
    """
    sizes = (INPUTS, *config.hidden_sizes, CLASSES)
    if weights.layer_sizes != sizes:
        words = phrase(
            "Errors",
            "weights: expected layers of {expected} units, as the settings say, found {found}",
        )
        found = _listed(weights.layer_sizes)
        raise WeightsError(words.given(expected=_listed(sizes), found=found))
    meta = weights.meta
    if meta.activation != config.activation:
        words = phrase(
            "Errors",
            "activation: expected {expected}, as the resumed weights were trained with, found "
            "{found}",
        )
        raise ConfigError(words.given(expected=meta.activation, found=config.activation))
    batch_size = meta.config.get("batch_size", config.batch_size)
    # Where in an epoch a step lies depends on the batches.
    if meta.step and batch_size != config.batch_size:
        words = phrase(
            "Errors",
            "batch size: expected {expected}, as the resumed weights were trained with, found "
            "{found}",
        )
        raise ConfigError(words.given(expected=batch_size, found=config.batch_size))
    if meta.epochs >= config.epochs:
        words = phrase(
            "Errors",
            "epochs: expected more than the {had} that the resumed weights have had, found {found}",
        )
        raise ConfigError(words.given(had=meta.epochs, found=config.epochs))
    # Weights that were never in a run, an article reader's own, remember nothing.
    if meta.step or weights.optimizer_state:
        check_state(expected_state(config, weights), weights.optimizer_state)


def check_resumable_on(config: TrainingConfig, weights: Weights, digits: Digits) -> None:
    """Check too that `digits` are what the weights were trained on; raises as above."""
    check_resumable(config, weights)
    meta = weights.meta
    if not meta.step:
        return
    if meta.data_fingerprint not in ("", digits.fingerprint):
        words = phrase(
            "Errors",
            "weights: expected the data set {expected} that they were trained on, found {found}",
        )
        expected, found = meta.data_fingerprint[:12], digits.fingerprint[:12]
        raise WeightsError(words.given(expected=expected, found=found))
    # As `preparation` will make it, which takes a minute where drawings are made.
    learnt = config.learnt_of(len(digits.x_train))
    count = learnt + config.pen_styles + config.counter_examples
    steps_per_epoch = -(-count // config.batch_size)
    if meta.step // max(steps_per_epoch, 1) != meta.epochs:
        words = phrase(
            "Errors",
            "weights: expected {epochs} epochs of {steps:,} steps, as this data gives, found "
            "{found:,} steps",
        )
        if meta.epochs == 1:
            words = phrase(
                "Errors",
                "weights: expected 1 epoch of {steps:,} steps, as this data gives, found "
                "{found:,} steps",
            )
        raise WeightsError(words.given(epochs=meta.epochs, steps=steps_per_epoch, found=meta.step))


def expected_state(config: TrainingConfig, weights: Weights) -> dict[str, tuple[int, ...]]:
    """Return the shapes of what the settings' optimizer remembers, by names as in a file."""
    names = parameter_names(f"theta_{layer}" for layer in range(len(weights.layer_sizes) - 1))
    return {
        f"{slot}_{name}": parameter.shape
        for name, parameter in zip(names, weights.parameters, strict=True)
        for slot in SLOTS[config.optimizer]
    }


def with_fresh_state(config: TrainingConfig, weights: Weights) -> Weights:
    """Return the weights with an optimizer that remembers nothing yet, as it is at first."""
    shapes = expected_state(config, weights)
    state = {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
    return replace(weights, optimizer_state=state)


def check_state(expected: Mapping[str, Sequence[int]], state: Mapping[str, NDArray[Any]]) -> None:
    """Raise WeightsError, naming an array, where an optimizer's state is not of these shapes."""
    wanted = {name: tuple(shape) for name, shape in expected.items()}
    found = {name: array.shape for name, array in state.items()}
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            words = phrase(
                "Errors",
                "optimizer state: expected {expected} for this run's optimizer, found {found}",
            )
            raise WeightsError(
                words.given(expected=_described(name, wanted), found=_described(name, found))
            )


def _described(name: str, shapes: Mapping[str, tuple[int, ...]]) -> Phrase:
    if name in shapes:
        return of_shape(name, shapes[name])
    return phrase("Errors", "no {name}").given(name=name)


def _listed(sizes: tuple[int, ...]) -> str:
    return "-".join(str(size) for size in sizes)
