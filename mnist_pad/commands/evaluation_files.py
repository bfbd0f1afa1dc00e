"""The files that `mnist-pad evaluate` can make: the report, and CSV."""

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Final

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase
from mnist_pad.base.wording import printable, translate
from mnist_pad.commands.stopping import check_destination, stopping
from mnist_pad.engine.evaluating.findings import Findings
from mnist_pad.engine.evaluating.images import ImageSet
from mnist_pad.engine.evaluating.in_words import comparison_in_words, set_in_words
from mnist_pad.engine.report import csv_file, page
from mnist_pad.engine.report.page import Subject
from mnist_pad.training.control import Control

_INPUTS: Final = ("weights", "against", "data", "ink")


def add_output_options(parser: argparse.ArgumentParser) -> None:
    """Add `--report FILE`, `--csv FILE` and `--against F`."""
    parser.add_argument(
        "--report",
        metavar="FILE.html",
        type=Path,
        help=translate("Help", "write all figures and images to one file"),
    )
    parser.add_argument(
        "--csv",
        metavar="FILE.csv",
        type=Path,
        help=translate("Help", "write all figures and each image's answer"),
    )
    parser.add_argument(
        "--against",
        metavar="F",
        type=Path,
        help=translate("Help", "compare with a second weights file"),
    )


@dataclass(frozen=True)
class Outputs:
    """Which files are to be made, and what they tell about."""

    report: Path | None
    csv: Path | None
    weights: str
    against: str
    json: bool

    @classmethod
    def checked(cls, options: argparse.Namespace) -> "Outputs":
        """Return what is asked for; raises UsageError where it cannot be written."""
        given = {"--report": options.report, "--csv": options.csv}
        outputs = {name: path for name, path in given.items() if path is not None}
        inputs = {f"--{name}": getattr(options, name) for name in _INPUTS}
        for name, path in outputs.items():
            for other, taken in {**inputs, **outputs}.items():
                if other != name and taken is not None and _is_same(path, taken):
                    words = phrase(
                        "Errors", "{path}: expected another file for {name}, found {other}'s"
                    )
                    raise UsageError(words.given(path=path, name=name, other=other))
            check_destination(path)
        return cls(
            report=options.report,
            csv=options.csv,
            weights=_name(options.weights),
            against=_name(options.against),
            json=options.json,
        )

    @property
    def wanted(self) -> bool:
        """Whether any file is to be made."""
        return self.report is not None or self.csv is not None

    @contextlib.contextmanager
    def stopping(self, control: Control) -> Iterator[None]:
        """Let Ctrl-C end an evaluation whose figures are kept in a file, and with them."""
        if not self.wanted:
            yield
            return
        word = translate("Commands", "stopping; what was found is written")
        with stopping(control, word):
            yield

    def write(self, findings: Findings, images: ImageSet) -> None:
        """Write the files."""
        if self.report is not None:
            now = datetime.now(timezone.utc).isoformat(timespec="seconds")
            subject = Subject(set_in_words(images), self.weights, now, self.against)
            page.write(findings, subject, self.report)
        if self.csv is not None:
            csv_file.write(findings, self.csv)

    def tell(self, findings: Findings) -> None:
        """Say how the networks compare, and where the files are."""
        # Standard output is for the one object.
        out = sys.stderr if self.json else sys.stdout
        if findings.comparison is not None:
            told = comparison_in_words(findings.comparison, self.weights, self.against)
            print(told, file=out)
        if self.report is not None:
            print(translate("Commands", "report: {path}").format(path=self.report), file=out)
        if self.csv is not None:
            print(translate("Commands", "CSV: {path}").format(path=self.csv), file=out)


def _name(path: Path | None) -> str:
    return translate("Commands", "Built-in") if path is None else printable(str(path))


def _is_same(one: Path, other: Path) -> bool:
    # Paths alone tell while there is no file yet; the files tell of links.
    try:
        return os.path.realpath(one) == os.path.realpath(other) or os.path.samefile(one, other)
    except (OSError, ValueError):  # what no file can be named is not this one
        return False
