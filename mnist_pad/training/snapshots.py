"""Weights made of what a run tells while it goes on."""

from dataclasses import asdict
from datetime import datetime, timezone

from mnist_pad import __version__
from mnist_pad.recognizer.weights import Weights, WeightsMeta
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import RunStarted, Snapshot


def meta_of(config: TrainingConfig, *, step: int, steps_per_epoch: int) -> WeightsMeta:
    """Return what is known of the weights after `step` updates by their run's settings."""
    return WeightsMeta(
        recipe=config.recipe,
        seed=config.seed,
        epochs=step // steps_per_epoch,
        step=step,
        scaling=config.scaling,
        program_version=__version__,
        time=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        config=asdict(config),
    )


def weights_of(started: RunStarted, snapshot: Snapshot) -> Weights:
    """Return the weights of a run at a snapshot: to read with, not to resume from."""
    # Accuracy and calibration are not known of it: nobody has tested it.
    meta = meta_of(started.config, step=snapshot.step, steps_per_epoch=started.steps_per_epoch)
    return Weights(snapshot.parameters, meta)
