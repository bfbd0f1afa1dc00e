"""What the digits on the pad are kept as, by the strokes that they are made of."""

from collections.abc import Mapping, Sequence
from weakref import ReferenceType, WeakKeyDictionary, ref

from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.drawings import Sample
from mnist_pad.ink.pen_stroke import PenStroke
from mnist_pad.ink.strokes import Ink

Strokes = tuple[PenStroke, ...]
_References = tuple["ReferenceType[PenStroke]", ...]


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

    def keep(self, ink: Ink, label: int) -> None:
        """Keep it, or keep it as another digit; raises DataError."""
        if self.sample is None:
            self.sample = self._collection.add(ink, label)
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
    """Knows a digit by its strokes themselves, whatever else is on the pad.

    Undo and redo bring the same strokes back, and with them their name; when the last step that
    holds on to them is gone, the name is.
    """

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        # The first stroke holds the names of all digits that begin with it.
        self._names: WeakKeyDictionary[PenStroke, dict[_References, Name]] = WeakKeyDictionary()

    def of(self, strokes: Strokes) -> Name | None:
        """Return the name of a digit, if it has one."""
        return self._names.get(strokes[0], {}).get(_references(strokes)) if strokes else None

    def made(self, strokes: Strokes) -> Name:
        """Return the name of a digit of one stroke or more, which has one from now on."""
        names = self._names.setdefault(strokes[0], {})
        return names.setdefault(_references(strokes), Name(self._collection))

    def remember(self, strokes: Strokes, sample: Sample) -> None:
        """Take a digit as the one that was kept so."""
        self.made(strokes).sample = sample

    def follow(self, changed: Mapping[str | int, Sample | None]) -> None:
        """Take what became of drawings, by their ids."""
        for names in list(self._names.values()):
            for name in names.values():
                name.follow(changed)


def _references(strokes: Sequence[PenStroke]) -> _References:
    return tuple(map(ref, strokes))
