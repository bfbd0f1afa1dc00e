"""How `mnist-pad train` shows a run: a bar on a terminal, a line an epoch in any case."""

import sys
from typing import NoReturn

from tqdm import tqdm

from mnist_pad.base.wording import translate
from mnist_pad.commands.output import percent
from mnist_pad.training.events import (
    EpochEnded,
    Preparing,
    RunEnded,
    RunStarted,
    StepsTrained,
    TrainingEvent,
)


class Progress:
    """Shows events as they come; `quiet` leaves the lines out, so that only the bar is left."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._bar: tqdm[NoReturn] | None = None

    def show(self, event: TrainingEvent) -> None:
        """Show one event."""
        if isinstance(event, Preparing):
            self._advance(event.done, event.total, unit=translate("Commands", "drawing"))
        elif isinstance(event, RunStarted):
            # The bar so far counted drawings; updates are another unit.
            self._close()
            total = event.steps_per_epoch * event.config.epochs
            self._advance(event.first_step, total, unit=translate("Commands", "step"))
        elif isinstance(event, StepsTrained) and self._bar is not None:
            # Not painted for this alone: the next line does it.
            loss = translate("Commands", "loss {loss:.4g}").format(loss=event.losses[-1])
            self._bar.set_postfix_str(loss, refresh=False)
            # tqdm takes what is new; events tell how far the run is in all.
            self._bar.update(event.step - self._bar.n)
        elif isinstance(event, EpochEnded) and not self._quiet:
            # Printed past tqdm, the line would end up in the middle of the bar.
            tqdm.write(_line(event), file=sys.stdout)
            sys.stdout.flush()
        elif isinstance(event, RunEnded):
            self._close()

    def _advance(self, done: int, total: int, *, unit: str) -> None:
        if self._bar is None:
            # The bar goes to standard error: standard output stays fit for a pipe.
            self._bar = tqdm(
                total=total,
                initial=done,
                unit=unit,
                file=sys.stderr,
                disable=not sys.stderr.isatty(),
                dynamic_ncols=True,
                leave=False,
            )
        self._bar.update(done - self._bar.n)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


def _line(event: EpochEnded) -> str:
    minutes, seconds = divmod(round(event.elapsed), 60)
    words = translate(
        "Commands", "epoch {epoch}: loss {loss:.4f}, training {training}, test {test}, {time}"
    )
    return words.format(
        epoch=event.epoch,
        loss=event.train_loss,
        training=percent(event.train_accuracy),
        test=percent(event.test_accuracy),
        time=f"{minutes:02d}:{seconds:02d}",
    )
