"""A worker whose events a test tells one by one, and runs kept of such events, in no time."""

import queue
from dataclasses import replace

import numpy as np

from mnist_pad.engine.record import Origin
from mnist_pad.engine.recording import RunKept
from mnist_pad.recognizer.weights import Weights, WeightsMeta, shipped
from mnist_pad.training.events import EpochEnded, RunEnded, RunStarted, StepsTrained
from mnist_pad.training.recipes import RECIPES

NOTHING = Origin("nothing")
STEPS = 235
FAST = RECIPES["fast"]


class TellingWorker:
    """Does no job: its run tells what the test puts in, up to its end."""

    def __init__(self):
        self.asked = []
        self.warmed = 0
        self.jobs = []
        self._events = queue.SimpleQueue()

    def tell(self, *events):
        for event in events:
            self._events.put(event)

    def run(self, job):
        self.jobs.append(job)
        return self._told()

    def _told(self):
        while True:
            event = self._events.get()
            yield event
            if isinstance(event, RunEnded):
                return

    def warm(self):
        self.warmed += 1

    def pause(self):
        self.asked.append("pause")

    def resume(self):
        self.asked.append("resume")

    def one_step(self):
        self.asked.append("one_step")

    def one_epoch(self):
        self.asked.append("one_epoch")

    def set_pace(self, pace):
        self.asked.append(pace)

    def stop(self):
        self.asked.append("stop")

    def close(self):
        self.tell(RunEnded("stopped", 0, None, None))


def started(config=FAST, *, first_step=0):
    return RunStarted(config, (784, 256, 128, 10), STEPS, first_step, 60_000, 10_000)


def steps(losses=(0.5, 0.4, 0.3), *, epoch=1, step=None, accuracy=0.9, speed=50_000.0):
    at = len(losses) if step is None else step
    return StepsTrained(epoch, at, np.asarray(losses, np.float32), accuracy, speed)


def epoch_ended(epoch=1, *, train=0.91, test=0.92):
    return EpochEnded(epoch, train, 0.3, test, 1.5, 1.5 * epoch)


def weights(config=FAST, *, epochs=1, test_accuracy=0.92):
    """Return the shipped parameters as a run with these settings would have ended with them."""
    meta = WeightsMeta(
        recipe=config.recipe, scaling=config.scaling, epochs=epochs, test_accuracy=test_accuracy
    )
    return Weights(shipped().parameters, meta)


def run_events(config=FAST, *, losses=(0.5, 0.4, 0.3), epochs=1, outcome="completed", cause=None):
    """Return all events of a run; one that diverged or failed leaves no weights."""
    config = replace(config, epochs=max(epochs, 1))
    ends = [epoch_ended(epoch) for epoch in range(1, epochs + 1)]
    good = outcome in ("completed", "stopped")
    kept = weights(config, epochs=epochs) if good else None
    ended = RunEnded(outcome, epochs, 0.92 if good else None, kept, cause)
    return [started(config), steps(losses), *ends, ended]


def keep_run(runs, events=None, *, config=FAST, kind="training", origin=NOTHING, name="", note=""):
    """Let the recorder keep a run; returns its id."""
    told = runs.recorded(
        iter(run_events(config) if events is None else events),
        config=config if kind == "training" else None,
        kind=kind,
        origin=origin,
    )
    (run,) = [event.id for event in told if isinstance(event, RunKept)]
    if name:
        runs.rename(run, name)
    if note:
        runs.annotate(run, note)
    return run
