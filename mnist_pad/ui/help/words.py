"""What the page of help says, as rich text made of what the window is made of."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtGui import QKeySequence

from mnist_pad.base import folders
from mnist_pad.base.wording import translate
from mnist_pad.training.lessons.lesson import LESSONS
from mnist_pad.training.lessons.words import words as lesson_words
from mnist_pad.ui.kit.command import Command
from mnist_pad.ui.panel import Panel

LESSON_SCHEME: Final = "lesson"


def help_text(panels: Sequence[Panel], commands: Sequence[Command], data: Path) -> str:
    """Return the page; a panel's part has the panel's name for its anchor.

    `data` is where drawings, runs and session are kept.
    """
    return "".join(
        (
            _title(translate("Help", "What is where")),
            *(_panel(panel) for panel in panels),
            _title(translate("Help", "Shortcuts")),
            _table(_shortcuts(commands)),
            _title(translate("Help", "Where files are kept")),
            _table(_files(data)),
            _title(translate("Help", "The article's lessons")),
            *(_lesson(number) for number in LESSONS),
        )
    )


def plain(command: Command) -> str:
    """Return a command's text without the mark of its key in menus, and without dots."""
    return command.text().replace("&", "").removesuffix("…").strip()


def shown_keys(command: Command) -> str:
    """Return a command's keys as people read them, all of them where there are several."""
    native = QKeySequence.SequenceFormat.NativeText
    # Several ways to type one key, as a keyboard with and without a number block, read alike.
    keys = dict.fromkeys(each.toString(native) for each in command.shortcuts())
    return ", ".join(filter(None, keys))


def _panel(panel: Panel) -> str:
    name = escape(panel.name)
    return f'<h4><a name="{name}">{escape(panel.title())}</a></h4>{_below(escape(panel.help()))}'


def _shortcuts(commands: Sequence[Command]) -> Iterator[tuple[str, ...]]:
    for command in commands:
        if keys := shown_keys(command):
            yield keys, plain(command), command.tip


def _files(data: Path) -> Iterator[tuple[str, ...]]:
    yield translate("Help", "Drawings that you kept"), str(data / "samples.jsonl")
    yield translate("Help", "Runs, a folder each"), str(data / "runs")
    yield translate("Help", "What is open, for the next start"), str(data / "session.json")
    yield translate("Help", "What can be made again"), str(folders.cache())
    yield translate("Help", "Defects, for whoever mends them"), str(folders.log() / "defects.log")


def _lesson(number: int) -> str:
    said = lesson_words(number)
    link = f'<a href="{LESSON_SCHEME}:{number}">{number}&nbsp; {escape(said.title)}</a>'
    return f"<p>{link}<br>{escape(said.remember)}</p>"


def _below(words: str) -> str:
    return f'<p style="margin-top: 2px">{words}</p>'


def _title(text: str) -> str:
    return f"<h3>{escape(text)}</h3>"


def _table(rows: Iterator[tuple[str, ...]]) -> str:
    lines = ("".join(map(_cell, row)) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _cell(words: str) -> str:
    return f'<td style="padding-right: 16px">{escape(words)}</td>'
