"""The user's own drawings, kept for good as they are named."""

import os
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from uuid import uuid4

from mnist_pad.base import folders
from mnist_pad.base.phrases import phrase, why
from mnist_pad.dataset import drawings
from mnist_pad.dataset.digits import DataError
from mnist_pad.dataset.drawings import LineProblem, Sample
from mnist_pad.ink.raster import Grey
from mnist_pad.ink.strokes import Ink


class Collection:
    """The drawings a user has named, in a file that only grows.

    Several programs may add, remove and read at once. Without a `path` it is `samples.jsonl` in
    the user's data folder for this program; nothing is made before the first change.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = folders.data() / "samples.jsonl" if path is None else path

    @property
    def path(self) -> Path:
        """Where the drawings are, or will be."""
        return self._path

    def add(self, ink: Ink, label: int, image: Grey | None = None) -> Sample:
        """Keep a drawing of the digit `label`, 0 to 9; it is on the disk on return.

        A picture's digit has an `image`, as `Sample` says, and ink without strokes.
        It gets an id of its own and the "time", in UTC to the second as ISO 8601 has it. Raises
        DataError where it cannot be kept; the collection is then as it was.
        """
        time = datetime.now(timezone.utc).isoformat(timespec="seconds")
        sample = Sample(_new_id(), label, ink, {"time": time}, image)
        self._append(sample)
        return sample

    def rename(self, sample: Sample, label: int) -> Sample:
        """Keep a drawing as another digit instead, and return it as it is then.

        A crash on the way leaves it as it was or as it is then, never neither and never both.
        Raises DataError where that cannot be written; the collection is then as it was.
        """
        renamed = replace(sample, id=_new_id(), label=label)
        self._append(drawings.replacing(renamed, sample.id))
        return renamed

    def restore(self, sample: Sample) -> None:
        """Bring a drawing back that was removed, as it was, now the last one.

        One that is there all the same becomes the last and is still there once. Raises DataError
        where that cannot be written; the collection is then as it was.
        """
        self._append(drawings.replacing(sample, sample.id))

    def remove(self, sample: Sample) -> None:
        """Take a drawing away, by its id; one that is not there is gone already.

        Its line stays in the file, passed over, until `sweep`. Raises DataError where the file
        cannot be written; the collection is then as it was.
        """
        self._append(drawings.removal(sample.id))

    def read(self) -> tuple[list[Sample], list[LineProblem]]:
        """Return the drawings in the order they were added, and which lines are damaged.

        Without a file there are none. Raises DataError where it cannot be read.
        """
        try:
            return drawings.read(self._path)
        except DataError as error:
            # Asked for afterwards: between a look and the reading, a file can go.
            if isinstance(error.__cause__, FileNotFoundError):
                return [], []
            raise

    def count(self) -> int:
        """Return how many drawings `read` would return, far faster.

        Raises DataError where the file cannot be read.
        """
        try:
            return drawings.count(self._path)
        except DataError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                return 0
            raise

    def sweep(self) -> None:
        """Take removed drawings out of the file for good; what is removed later stays till then.

        Raises DataError where the file cannot be written; it is then as it was.
        """
        drawings.sweep(self._path)

    def export(self, path: Path) -> int:
        """Write a file of the drawings that `read` returns alone, and return how many they are.

        `path` gets all of them or stays as it was. Raises DataError where it cannot be written or
        is the collection's own file, and where that one cannot be read.
        """
        if _is_same(path, self._path):
            words = phrase(
                "Errors",
                "{path}: expected another file to export to, found the collection's own, which is "
                "never overwritten",
            )
            raise DataError(words.given(path=path))
        samples, _ = self.read()
        drawings.write(samples, path)
        return len(samples)

    def _append(self, *samples: Sample) -> None:
        folder = self._path.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            words = phrase("Errors", "{path}: expected a folder for drawings, found: {why}")
            raise DataError(words.given(path=folder, why=why(error))) from error
        drawings.extend(samples, self._path)


def _new_id() -> str:
    # Several programs may add at once: with numbers, two would take the same one.
    return uuid4().hex


def _is_same(one: Path, other: Path) -> bool:
    # Paths alone tell while there is no file yet; the files tell where names ignore case.
    try:
        return os.path.realpath(one) == os.path.realpath(other) or os.path.samefile(one, other)
    except (OSError, ValueError):  # what no file can be named is not this one
        return False
