"""The languages that the program speaks, and their catalogues."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, Literal

from mnist_pad.base.assets import asset
from mnist_pad.base.errors import UsageError
from mnist_pad.base.wording import Translator

Spoken = Literal["en", "zh_CN"]

_STARTS: Final[Mapping[str, Spoken]] = {"en": "en", "zh": "zh_CN"}


def spoken(names: Iterable[str]) -> Spoken:
    """Return the first of the languages, as "zh_CN.UTF-8" or "zh-Hans-CN", that is spoken here.

    English where none is.
    """
    starts = (name.replace("-", "_").split("_")[0].split(".")[0].lower() for name in names)
    return next((_STARTS[start] for start in starts if start in _STARTS), "en")


def of_terminal(environment: Mapping[str, str] = os.environ) -> Spoken:
    """Return the language that a terminal's variables ask for, in the order of POSIX and gettext.

    English where they name none.
    """
    given = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, given), "C")
    # As gettext has it: in the locale of programs, no list of languages counts.
    if locale.split(".")[0] in ("C", "POSIX"):
        return "en"
    return spoken([*environment.get("LANGUAGE", "").split(":"), locale])


def catalogue(language: Spoken, kind: Literal["ts", "qm"]) -> Path:
    """Return where a language's catalogue lies, as text or compiled; English has none."""
    return asset(f"translations/mnist-pad_{language}.{kind}")


def read_catalogue(path: Path) -> Translator:
    """Return what translates by a catalogue as text, without Qt; raises UsageError."""
    # Slow to import, and needed by few.
    from xml.etree import ElementTree

    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError) as error:
        raise UsageError(unreadable(path)) from error
    texts = {
        (context.findtext("name", ""), message.findtext("source", "")): translated
        for context in root.iter("context")
        for message in context.iter("message")
        if (translated := message.findtext("translation"))
    }
    return lambda context, text: texts.get((context, text), text)


def unreadable(path: Path) -> str:
    """Return the sentence for a catalogue that cannot be read, which no catalogue translates."""
    return f"{path}: expected a catalogue of translations, found none or a damaged one; in English."
