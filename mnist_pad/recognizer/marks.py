"""A mark that was read, and the number that several of them are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from mnist_pad.base.wording import translatable
from mnist_pad.ink.apart import Piece
from mnist_pad.ink.found import Found
from mnist_pad.recognizer.forward import Activations
from mnist_pad.recognizer.prediction import Prediction
from mnist_pad.recognizer.recognizer import Recognizer, nothing

Said = tuple[Prediction, Activations]
"""What the recognizer says of an image, as `read_whole` does."""


@dataclass(frozen=True, eq=False)
class Mark:
    """A mark and what is said of it.

    `activations` are what each layer answered, (units,) each; none where there is nothing to read.
    `strokes` are those of the ink that it is made of, by their number; a picture has none.
    `whole` is the mark with every stage done, where `found` leaves some out.
    """

    found: Found
    prediction: Prediction
    activations: Activations = ()
    strokes: Piece = ()
    whole: Found | None = None

    @property
    def kept(self) -> Found:
        """The mark as it is kept and learnt from: with every stage done."""
        return self.whole or self.found

    @property
    def sign(self) -> str:
        """The digit, or "?" for what is none."""
        digit = self.prediction.digit
        return "?" if digit is None else str(digit)


def read_found(found: Iterable[Found], recognizer: Recognizer) -> tuple[Mark, ...]:
    """Read the marks of a picture."""
    return tuple(mark_of(each, _said(each, recognizer)) for each in found)


def number(marks: Sequence[Mark]) -> str | None:
    """Return the digits from left to right, with a newline between rows.

    None where any mark is no digit, and where there is none.
    """
    known = marks and all(mark.prediction.digit is not None for mark in marks)
    return signs(marks) if known else None


def signs(marks: Sequence[Mark]) -> str:
    """Return the marks as text, with a "?" for each that is no digit and a newline between rows."""
    return _in_rows(marks, [mark.sign for mark in marks])


def likeliest(marks: Sequence[Mark]) -> str:
    """Return the marks as text, each the most probable digit whatever the verdict.

    Where there is nothing to read, it is "?".
    """
    digits = [str(mark.prediction.probabilities.argmax()) for mark in marks]
    read = [digit if mark.activations else "?" for digit, mark in zip(digits, marks, strict=True)]
    return _in_rows(marks, read)


def mark_of(found: Found, said: Said | None, strokes: Piece = ()) -> Mark:
    """Return a mark, given what the recognizer says of its image; None without one."""
    if said is None:
        reason = translatable("Reasons", "Too small a mark to be a digit")
        return Mark(found, nothing(reason), (), strokes)
    prediction, activations = said
    if found.touching:
        reason = translatable("Reasons", "Digits touch: leave a gap")
        prediction = replace(prediction, verdict="not_a_digit", digit=None, reason=reason)
    return Mark(found, prediction, activations, strokes)


def _in_rows(marks: Sequence[Mark], texts: Sequence[str]) -> str:
    pairs = groupby(zip(marks, texts, strict=True), key=lambda pair: pair[0].found.row)
    return "\n".join("".join(text for _, text in row) for _, row in pairs)


def _said(found: Found, recognizer: Recognizer) -> Said | None:
    return None if found.stages is None else recognizer.read_whole(found.stages.image)
