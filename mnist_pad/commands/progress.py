"""How `mnist-pad train` shows a run: a bar on a terminal, a line an epoch in any case."""

import sys
from typing import NoReturn

from tqdm import tqdm

from mnist_pad.commands.output import percent
from mnist_pad.training.events import EpochEnded, RunEnded, RunStarted, StepsTrained, TrainingEvent


class Progress:
    """Shows events as they come; `quiet` leaves the lines out, so that only the bar is left."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._bar: tqdm[NoReturn] | None = None

    def show(self, event: TrainingEvent) -> None:
        """Show one event."""
        if isinstance(event, RunStarted):
            self._start(event)
        elif isinstance(event, StepsTrained) and self._bar is not None:
            self._bar.set_postfix_str(f"loss {event.losses[-1]:.4g}", refresh=False)
            self._bar.update(event.step - self._bar.n)
        elif isinstance(event, EpochEnded) and not self._quiet:
            tqdm.write(_line(event), file=sys.stdout)
            sys.stdout.flush()
        elif isinstance(event, RunEnded) and self._bar is not None:
            self._bar.close()

    def _start(self, event: RunStarted) -> None:
        # The bar goes to standard error: standard output stays fit for a pipe.
        self._bar = tqdm(
            total=event.steps_per_epoch * event.config.epochs,
            initial=event.first_step,
            unit="step",
            file=sys.stderr,
            disable=not sys.stderr.isatty(),
            dynamic_ncols=True,
            leave=False,
        )


def _line(event: EpochEnded) -> str:
    minutes, seconds = divmod(round(event.elapsed), 60)
    return (
        f"epoch {event.epoch}: loss {event.train_loss:.4f}, "
        f"training {percent(event.train_accuracy)}, test {percent(event.test_accuracy)}, "
        f"{minutes:02d}:{seconds:02d}"
    )
