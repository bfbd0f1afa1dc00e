"""How a run is called wherever it is shown: in lists, in menus and at the end of its curve."""

from mnist_pad.base.wording import moment, percent, translate
from mnist_pad.engine.record import RunRecord


def recipe(record: RunRecord) -> str:
    """Return a run's recipe, and whether a setting was changed."""
    if not record.changed:
        return record.recipe
    return translate("Runs", "{recipe}, changed").format(recipe=record.recipe)


def title(record: RunRecord) -> str:
    """Return the name that the user gave a run, or its recipe."""
    return record.name or recipe(record)


def full_title(record: RunRecord) -> str:
    """Return a line that tells a run from others: how it is called, how well it reads, and when."""
    accuracy = record.test_accuracy
    parts = [title(record), "" if accuracy is None else percent(accuracy, decimals=2)]
    return " · ".join(filter(None, (*parts, moment(record.started))))


def curve_name(record: RunRecord) -> str:
    """Return a name short enough for the end of a curve."""
    # The same recipe trained twice is told apart by when; a name is the user's own way to do so.
    return record.name or f"{recipe(record)} {moment(record.started)[-5:]}"
