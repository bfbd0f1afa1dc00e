"""Runs from the window are kept on disk, so that closing it, or a crash, loses none."""

from collections.abc import Iterator
from dataclasses import replace

from mnist_pad.dataset.digits import Labelled
from mnist_pad.recognizer import kept
from mnist_pad.recognizer.weights import Weights, WeightsError
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import RunEnded, TrainingEvent, WeightsSnapshot
from mnist_pad.training.process import TrainingProcess


class KeepingTrainer(TrainingProcess):
    """A training process whose runs' last weights are saved in the user's data folder.

    That happens in the thread that iterates the run: the window does not wait for the disk.
    """

    def run(self, config: TrainingConfig, resume: Weights | None = None) -> Iterator[TrainingEvent]:
        """Train as `TrainingProcess.run` does, and keep the weights before the run ends."""
        return _keeping(super().run(config, resume))

    def adapt(self, weights: Weights, own: Labelled) -> Iterator[TrainingEvent]:
        """Learn a hand as `TrainingProcess.adapt` does, and keep the weights before it ends."""
        return _keeping(super().adapt(weights, own))


def _keeping(events: Iterator[TrainingEvent]) -> Iterator[TrainingEvent]:
    newest: Weights | None = None
    for event in events:
        if isinstance(event, WeightsSnapshot):
            newest = event.weights
        if isinstance(event, RunEnded):
            yield _with_kept(event, event.weights or newest)
        else:
            yield event


def _with_kept(event: RunEnded, weights: Weights | None) -> RunEnded:
    if weights is None:
        return event
    try:
        kept.keep(weights)
    except WeightsError as error:
        return replace(event, message=f"{event.message} The weights could not be kept: {error}")
    return event
