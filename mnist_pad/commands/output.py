"""What the commands print: lines for people, or one JSON object a line."""

import argparse
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from mnist_pad.base import wording
from mnist_pad.base.wording import translate


def add_json_flag(parser: argparse.ArgumentParser) -> None:
    """Add `--json`."""
    parser.add_argument(
        "--json",
        action="store_true",
        help=translate("Help", "print one JSON object a line, and nothing else"),
    )


def print_json(values: dict[str, Any]) -> None:
    """Print one object on a line of its own, at once: a pipe's reader may wait for it."""
    # NaN is no JSON: it has to be found here, not by whoever reads this.
    print(json.dumps(values, allow_nan=False), flush=True)


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: a Chinese sign takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def sentence(purpose: str) -> str:
    """Return what a command is for as a sentence."""
    words = translate("Help", "{purpose}.")
    return words.format(purpose=purpose[:1].upper() + purpose[1:])


def wrapped(text: str, width: int) -> list[str]:
    """Return lines of at most so many columns, broken at spaces and after signs of two columns."""
    lines = [""]
    # A mark that closes something stays with what it closes.
    for part in re.findall(
        r"[^\s\u2e80-\uffff]+|[\u2e80-\uffff][\u3001\u3002\uff00-\uff1f]*|\s+", text
    ):
        if columns(lines[-1] + part.rstrip()) > width and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += " " if part.isspace() else part
        # What is at a line's beginning is no space.
        lines[-1] = lines[-1] if lines[-1].strip() else ""
    return [line.rstrip() for line in lines]


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return a text with spaces after it, or before it, up to so many columns of a terminal."""
    spaces = " " * (width - columns(text))
    return spaces + text if right else text + spaces


def weights_in_words(path: Path | None) -> str:
    """Say where weights are that were just made."""
    if path is None:
        return translate("Commands", "no weights were made")
    return translate("Commands", "weights: {path}").format(path=path)


def percent(fraction: float | None) -> str:
    """Return 0.9731 as "97.31 %", None as a dash."""
    return "–" if fraction is None else wording.percent(fraction, decimals=2)
