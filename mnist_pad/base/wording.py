"""Figures as people read them, and sentences in their language."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

Translator = Callable[[str, str], str]
"""Takes a context and a text, as QCoreApplication.translate does; returns the text to show."""

MAX_TEXT_LENGTH: Final = 4_096
"""So much of a text of others is shown or kept."""

_translators: list[Translator] = []


def translate_with(translator: Translator | None) -> None:
    """Let another translate from now on; None leaves texts as they are written."""
    _translators[:] = [] if translator is None else [translator]


def translate(context: str, text: str) -> str:
    """Return a text in the user's language; its placeholders, as of str.format, stay."""
    for translator in _translators:
        return translator(context, text)
    return text


def translatable(_context: str, text: str) -> str:
    """Return a text as it is, to be translated where it is shown: lupdate finds it by this name."""
    return text


def printable(text: str) -> str:
    """Return the text without what a terminal may obey, at most MAX_TEXT_LENGTH characters."""
    # Cut first: a detail may be a whole traceback.
    kept = text[:MAX_TEXT_LENGTH]
    return "".join(each if each.isprintable() or each in "\n\t" else "\ufffd" for each in kept)


def percent(fraction: float, *, decimals: int = 1) -> str:
    """Return 0.973 as "97.3 %"."""
    return translate("Figures", "{figure} %").format(figure=f"{100 * fraction:.{decimals}f}")


def drawings(count: int) -> str:
    """Return "1 drawing", "12 drawings"."""
    if count == 1:
        return translate("Figures", "1 drawing")
    return translate("Figures", "{count:,} drawings").format(count=count)


def together(first: str, second: str) -> str:
    """Return two sentences after each other, as the language sets them apart."""
    return translate("Figures", "{first} {second}").format(first=first, second=second)


def moment(iso: str) -> str:
    """Return a moment in ISO 8601 as the clock here showed it; the year of another one alone."""
    try:
        # Before Python 3.11, fromisoformat takes no Z.
        here = datetime.fromisoformat(iso.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return iso
    return here.strftime("%m-%d %H:%M" if here.year == datetime.now().year else "%Y-%m-%d %H:%M")


def duration(seconds: float) -> str:
    """Return a time to go or gone by: "8 s", "3 min 20 s", "1 h 05 min"."""
    # Rounded before it is looked at: 59.7 s are a minute, not 60 s.
    whole = round(seconds)
    if whole < 60:
        return translate("Figures", "{seconds} s").format(seconds=whole)
    if whole < 3600:
        words = translate("Figures", "{minutes} min {seconds:02d} s")
        return words.format(minutes=whole // 60, seconds=whole % 60)
    words = translate("Figures", "{hours} h {minutes:02d} min")
    return words.format(hours=whole // 3600, minutes=whole % 3600 // 60)
