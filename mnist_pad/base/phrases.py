"""Words that are put into a language only when they are shown."""

import errno
import numbers
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from mnist_pad.base.wording import printable, translatable, translate


@dataclass(frozen=True)
class Phrase:
    """A text in English with placeholders, as of str.format, and the facts that fill them.

    As a str, it is in the language that the process speaks at that moment, and so are the phrases
    among its facts.
    """

    context: str
    text: str
    facts: "Mapping[str, Phrase | Any]" = field(default_factory=dict)

    def __str__(self) -> str:
        return translate(self.context, self.text).format(**self.facts)

    def given(self, **facts: object) -> "Phrase":
        """Return it with facts; those that are no phrases, texts or numbers become texts."""
        return Phrase(self.context, self.text, {name: _plain(facts[name]) for name in facts})

    def in_english(self) -> str:
        """Return it as files keep it, which are read in any language."""
        facts = {
            name: fact.in_english() if isinstance(fact, Phrase) else fact
            for name, fact in self.facts.items()
        }
        return self.text.format(**facts)


_MAX_LISTED: Final = 12

Words = str | Phrase
"""What is the same in every language, or not put into one yet."""


def phrase(context: str, text: str) -> Phrase:
    """Return a phrase without its facts: lupdate finds it by this name, and where nothing follows.

    "{count:,} images": `phrase(...).given(count=3)`.
    """
    return Phrase(context, text)


def unexpected(name: object, expected: object, found: object) -> Phrase:
    """Say of a thing what was expected and what was found."""
    words = phrase("Errors", "{name}: expected {expected}, found {found}")
    return words.given(name=name, expected=expected, found=found)


def said_of(name: object, words: object) -> Phrase:
    """Say of a thing, a file for one, what was said without its name."""
    return phrase("Errors", "{name}: {words}").given(name=name, words=words)


def either(*options: object) -> Words:
    """Return "a", "a or b", "a or b or c", of options that may be phrases."""
    words = options[0] if isinstance(options[0], Phrase) else str(options[0])
    for option in options[1:]:
        words = phrase("Errors", "{first} or {second}").given(first=words, second=option)
    return words


def one_of(options: Iterable[object]) -> Phrase:
    """Return "one of a, b, c"."""
    return phrase("Errors", "one of {options}").given(options=", ".join(map(str, options)))


def of_shape(dtype: object, shape: object) -> Phrase:
    """Return what an array is: "float64 of shape (3,)"."""
    return phrase("Errors", "{dtype} of shape {shape}").given(dtype=dtype, shape=shape)


def cannot_be_read(path: object, error: OSError) -> Phrase:
    """Return the sentence for a file that cannot be read."""
    words = phrase("Errors", "{path}: expected a file that can be read, found: {why}")
    return words.given(path=path, why=why(error))


def cannot_be_written(path: object, error: OSError) -> Phrase:
    """Return the sentence for a file that cannot be written."""
    words = phrase("Errors", "{path}: expected a file that can be written, found: {why}")
    return words.given(path=path, why=why(error))


def listed(names: Sequence[str], most: int = _MAX_LISTED) -> Words:
    """Return "a, b, c", printable, of more names than `most` the first; "nothing" of none."""
    if not names:
        return phrase("Errors", "nothing")
    first = printable(", ".join(names[:most]))
    if len(names) <= most:
        return first
    return phrase("Errors", "{names} and {count:,} more").given(
        names=first, count=len(names) - most
    )


def in_a_row(options: Sequence[Words]) -> Words:
    """Return "a, b, c", of options that may be phrases."""
    words = options[0]
    for option in options[1:]:
        words = phrase("Errors", "{first}, {second}").given(first=words, second=option)
    return words


def why(error: OSError, *, small: bool = False) -> Words:
    """Return what the system says of an error, in the user's language where that is known.

    `small`: in small letters, in languages that have others.
    """
    said = error.strerror or str(error)
    said = said.lower() if small else said
    return Phrase("System", said) if said in _SYSTEM_SAYS else said


_SYSTEM_SAYS: Final = {
    # What the system says of these, which is English whatever the user's language.
    os.strerror(errno.ENOENT): translatable("System", "No such file or directory"),
    os.strerror(errno.EACCES): translatable("System", "Permission denied"),
    os.strerror(errno.EPERM): translatable("System", "Operation not permitted"),
    os.strerror(errno.EEXIST): translatable("System", "File exists"),
    os.strerror(errno.ENOTDIR): translatable("System", "Not a directory"),
    os.strerror(errno.EISDIR): translatable("System", "Is a directory"),
    os.strerror(errno.EFBIG): translatable("System", "File too large"),
    os.strerror(errno.ENOSPC): translatable("System", "No space left on device"),
    os.strerror(errno.EROFS): translatable("System", "Read-only file system"),
    os.strerror(errno.EDQUOT): translatable("System", "Disk quota exceeded"),
    os.strerror(errno.EIO): translatable("System", "Input/output error"),
    os.strerror(errno.ENAMETOOLONG): translatable("System", "File name too long"),
    os.strerror(errno.ELOOP): translatable("System", "Too many levels of symbolic links"),
    # As pictures' errors have them.
    os.strerror(errno.ENOENT).lower(): translatable("System", "no such file or directory"),
    os.strerror(errno.EACCES).lower(): translatable("System", "permission denied"),
    os.strerror(errno.ENOTDIR).lower(): translatable("System", "not a directory"),
    os.strerror(errno.EISDIR).lower(): translatable("System", "is a directory"),
    os.strerror(errno.EIO).lower(): translatable("System", "input/output error"),
    os.strerror(errno.ENAMETOOLONG).lower(): translatable("System", "file name too long"),
    "Not a file name": translatable("System", "Not a file name"),
    "there is another of that name": translatable("System", "there is another of that name"),
    "Not a regular file": translatable("System", "Not a regular file"),
}


def _plain(fact: object) -> object:
    if isinstance(fact, Phrase | str | bool | int | float):
        return fact
    # NumPy's, which no pipe to another process takes.
    if isinstance(fact, numbers.Integral):
        return int(fact)
    return float(fact) if isinstance(fact, numbers.Real) else str(fact)
