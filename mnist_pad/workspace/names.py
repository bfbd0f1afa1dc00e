"""What the digits on the pad are kept as, by the strokes or the ink that they are made of."""

from collections.abc import Mapping, Sequence
from weakref import ReferenceType, WeakKeyDictionary, ref

from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.drawings import Sample
from mnist_pad.ink.found import Found
from mnist_pad.ink.pen_stroke import PenStroke
from mnist_pad.ink.raster import Grey
from mnist_pad.ink.strokes import Ink

Parts = tuple[PenStroke, ...] | tuple[Found, ...]
"""A digit's strokes; of a picture, what was found there."""

_References = tuple["ReferenceType[PenStroke | Found]", ...]


class Name:
    """What one digit is kept as; changed by the background's work alone.

    What is asked for in a hurry is done in order, each time knowing what the last time did.
    """

    def __init__(self, collection: Collection, sample: Sample | None = None) -> None:
        self._collection = collection
        self.sample = sample

    @property
    def label(self) -> int | None:
        """The digit; None where it is not kept."""
        sample = self.sample
        return None if sample is None else sample.label

    def keep(self, ink: Ink, label: int, image: Grey | None = None) -> None:
        """Keep it, or keep it as another digit; a picture's has an `image`. Raises DataError."""
        if self.sample is None:
            self.sample = self._collection.add(ink, label, image)
        elif self.sample.label != label:
            self.sample = self._collection.rename(self.sample, label)

    def take_back(self) -> None:
        """Keep it no longer; raises DataError."""
        if self.sample is not None:
            self._collection.remove(self.sample)
            self.sample = None

    def follow(self, changed: Mapping[str | int, Sample | None]) -> None:
        """Take what became of drawings, by their ids, where this is one of them."""
        if self.sample is not None:
            self.sample = changed.get(self.sample.id, self.sample)


class Names:
    """Knows a digit by its parts themselves, whatever else is on the pad.

    Undo and redo bring the same ones back, and with them their name; when the last step that holds
    on to them is gone, the name is.
    """

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        # The first part holds the names of all digits that begin with it.
        self._names: WeakKeyDictionary[PenStroke | Found, dict[_References, Name]]
        self._names = WeakKeyDictionary()

    def of(self, parts: Parts) -> Name | None:
        """Return the name of a digit, if it has one."""
        return self._names.get(parts[0], {}).get(_references(parts)) if parts else None

    def made(self, parts: Parts) -> Name:
        """Return the name of a digit of one part or more, which has one from now on."""
        names = self._names.setdefault(parts[0], {})
        return names.setdefault(_references(parts), Name(self._collection))

    def remember(self, parts: Parts, sample: Sample) -> None:
        """Take a digit as the one that was kept so."""
        self.made(parts).sample = sample

    def follow(self, changed: Mapping[str | int, Sample | None]) -> None:
        """Take what became of drawings, by their ids."""
        for names in list(self._names.values()):
            for name in names.values():
                name.follow(changed)


def _references(parts: Sequence[PenStroke | Found]) -> _References:
    return tuple(map(ref, parts))
