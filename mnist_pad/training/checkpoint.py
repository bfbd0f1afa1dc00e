"""A run's state as weights that can be saved, and the way back."""

from dataclasses import asdict, replace
from datetime import datetime, timezone
from typing import Final

from mnist_pad import __version__
from mnist_pad.dataset.digits import Labelled
from mnist_pad.recognizer.calibration import fit_temperature, fit_threshold, prominence
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import Weights, WeightsError, WeightsMeta
from mnist_pad.training.config import ConfigError
from mnist_pad.training.trainer import Trainer

REJECTED_SHARE: Final = 0.0015
"""So many of the digits held out may be called no digit; of others, it will be some more."""


def capture(trainer: Trainer, step: int, *, test_accuracy: float | None) -> Weights:
    """Return the weights after `step` updates, with all that a resumed run needs."""
    config = trainer.config
    meta = WeightsMeta(
        recipe=config.recipe,
        seed=config.seed,
        epochs=step // trainer.steps_per_epoch,
        step=step,
        data_fingerprint=trainer.digits.fingerprint,
        test_accuracy=test_accuracy,
        scaling=config.scaling,
        program_version=__version__,
        time=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        config=asdict(config),
    )
    return Weights(trainer.network.values(), meta, trainer.optimizer.state())


def calibrated(weights: Weights, held_out: Labelled) -> Weights:
    """Return the weights with temperature and threshold fitted on images not learnt from."""
    images, labels = held_out
    outputs = Recognizer(weights).logits(images)
    temperature = fit_temperature(outputs, labels)
    threshold = fit_threshold(prominence(outputs), REJECTED_SHARE)
    meta = replace(weights.meta, temperature=temperature, rejection_threshold=threshold)
    return replace(weights, meta=meta)


def restore(trainer: Trainer, weights: Weights) -> int:
    """Take up weights and what the optimizer remembered; return the updates made before.

    Raises WeightsError where they are another network's or optimizer's, and ConfigError where the
    settings do not fit what was trained so far.
    """
    if weights.layer_sizes != trainer.layer_sizes:
        raise WeightsError(
            f"weights: expected layers of {_listed(trainer.layer_sizes)} units, as the settings "
            f"say, found {_listed(weights.layer_sizes)}"
        )
    _check_progress(trainer, weights.meta)
    step = weights.meta.step
    # Weights that were never in a run, an article reader's own, remember nothing.
    if step or weights.optimizer_state:
        trainer.optimizer.restore(weights.optimizer_state)
    trainer.network.assign(weights.parameters)
    return step


def _check_progress(trainer: Trainer, meta: WeightsMeta) -> None:
    config = trainer.config
    batch_size = meta.config.get("batch_size", config.batch_size)
    # Where in an epoch a step lies depends on the batches, and they on the data.
    if meta.step and batch_size != config.batch_size:
        raise ConfigError(
            f"batch size: expected {batch_size}, as the resumed weights were trained with, "
            f"found {config.batch_size}"
        )
    if meta.step // trainer.steps_per_epoch != meta.epochs:
        raise WeightsError(
            f"weights: expected {meta.epochs} epochs of {trainer.steps_per_epoch:,} steps, as "
            f"this data gives, found {meta.step:,} steps"
        )
    if meta.step >= trainer.total_steps:
        raise ConfigError(
            f"epochs: expected more than the {meta.epochs} that the resumed weights have had, "
            f"found {config.epochs}"
        )


def _listed(sizes: tuple[int, ...]) -> str:
    return "-".join(str(size) for size in sizes)
