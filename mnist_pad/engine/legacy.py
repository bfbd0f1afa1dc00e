"""Runs of earlier versions, which kept a weights file alone for each."""

import re
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Final

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase
from mnist_pad.base.wording import printable
from mnist_pad.engine.record import Origin, RunError, RunRecord, configured, new_record
from mnist_pad.recognizer.weights import WeightsError, WeightsMeta, load_meta
from mnist_pad.training.config import ConfigError, TrainingConfig

FILE_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\d-\d{6}-\d{6})-([\w-]{1,40})\.npz")
"""What those versions called their files: the local time, and the recipe."""

_STAMP: Final = "%Y-%m-%d-%H%M%S-%f"
_ADAPTED: Final = "adapted"


def read(path: Path) -> RunRecord:
    """Return what the file's name and the file say of its run; raises RunError."""
    try:
        match = FILE_NAME.fullmatch(path.name)
        if match is None:
            words = phrase(
                "Errors", "{path}: expected a time and a recipe for a name, found others"
            )
            raise RunError(words.given(path=path))
        # The name has the local time; of which zone, it does not say.
        started = datetime.strptime(match[1], _STAMP).astimezone(timezone.utc)
        meta = load_meta(path)
        config = _config(meta)
    except (ConfigError, WeightsError, ValueError, OverflowError, OSError) as error:
        words = phrase("Errors", "{path}: expected a run of an earlier version ({error})")
        said = error.words if isinstance(error, UsageError) else error
        raise RunError(words.given(path=path, error=said)) from error
    # How it ended was not kept: one that has had its epochs was completed.
    finished = config is None or meta.epochs >= config.epochs
    record = replace(
        new_record(
            "adaptation" if meta.recipe == _ADAPTED else "training",
            Origin("nothing"),
            recipe=printable(meta.recipe)[:40],
            started=started.isoformat(timespec="milliseconds"),
        ),
        id=path.stem,
        outcome="completed" if finished else "stopped",
        epochs=meta.epochs,
        test_accuracy=meta.test_accuracy,
        has_weights=True,
    )
    return configured(record, config)


def _config(meta: WeightsMeta) -> TrainingConfig | None:
    # The settings of adapted weights are those of the run before.
    if not meta.config or meta.recipe == _ADAPTED:
        return None
    return TrainingConfig.from_dict(dict(meta.config))
