"""A run in words: how it is called, how it ended, what it started from."""

from pathlib import Path

from mnist_pad.base.wording import duration, moment, percent, translate
from mnist_pad.engine.record import Origin, RunRecord
from mnist_pad.engine.sentences import cause_in_words, outcome_in_words
from mnist_pad.ui.kit.run_names import recipe, title
from mnist_pad.workspace.runs import RunsStore


def when(record: RunRecord) -> str:
    """Return the day and the time of the day when it began, here."""
    return moment(record.started)


def accuracy(record: RunRecord) -> str:
    """Return the test accuracy; empty where it was never measured."""
    tested = record.test_accuracy
    return "" if tested is None else percent(tested, decimals=2)


def outcome(record: RunRecord) -> str:
    """Return how it ended, in a word."""
    return outcome_in_words(record.outcome)


def details(record: RunRecord, runs: RunsStore) -> str:
    """Return all that is known of a run beside what its row says."""
    one = record.epochs == 1
    epochs = (
        translate("Runs", "1 epoch in {time}")
        if one
        else translate("Runs", "{epochs:,} epochs in {time}")
    )
    parts = [
        recipe(record) if record.name else "",
        epochs.format(epochs=record.epochs, time=duration(record.seconds)),
        _started_from(record.origin, runs),
    ]
    if record.train_accuracy is not None:
        trained = percent(record.train_accuracy, decimals=2)
        parts.append(translate("Runs", "training {accuracy}").format(accuracy=trained))
    lines = [" · ".join(filter(None, parts))]
    if record.cause is not None:
        lines.append(cause_in_words(record.cause))
    if record.note:
        lines.append(record.note)
    return "\n".join(lines)


def _started_from(origin: Origin, runs: RunsStore) -> str:
    if origin.kind == "nothing":
        return translate("Runs", "from new weights")
    name = translate("Runs", "the built-in weights")
    if origin.kind == "file":
        name = Path(origin.name).name
    elif origin.kind == "run":
        record = runs.record(origin.name)
        name = origin.name if record is None else f"{title(record)}, {when(record)}"
    return translate("Runs", "from {name}").format(name=name)
