"""An evaluation as CSV, for other programs: its figures, and what was answered to each image."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mnist_pad.base.csv_files import write_csv
from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import cannot_be_written
from mnist_pad.base.wording import printable
from mnist_pad.engine.evaluating.findings import Answers, Findings
from mnist_pad.recognizer.evaluation import UNLABELLED

HEADER: Final = (
    "row",
    "network",
    "name",
    "label",
    "answer",
    "amount",
    "count",
    "value",
    "rejected",
)

_Row = tuple[object, ...]

# A spreadsheet takes a text that begins so for a formula, and would obey it.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write(findings: Findings, path: Path) -> None:
    """Write CSV, UTF-8, with the header HEADER; raises UsageError.

    `network` is 1, or 2 for the one it was compared with. What the others hold goes by `row`:
    `figure`: a name, `count`, `accuracy`, `rejected`, `calibration_error`, `precision`, `recall`,
    or McNemar's `p`, and its value; for a digit, its label. `confusion`: label, answer, count.
    `bin`: the mean confidence as amount, count, accuracy as value. `turn`, `width`, `thickness` and
    `shift`: the amount, how many images, accuracy as value, the fraction rejected. `image`: its
    name and label, the likeliest digit, how probable that is as value, 1 if it is called no digit.
    What has no meaning is empty.
    """
    try:
        write_csv(path, HEADER, _rows(findings))
    except OSError as error:
        raise UsageError(cannot_be_written(path, error)) from error


def _rows(findings: Findings) -> Iterator[_Row]:
    networks = [findings.first] if findings.second is None else [findings.first, findings.second]
    for number, answers in enumerate(networks, start=1):
        for row in _figures(answers):
            yield (row[0], number, *row[1:])
    if findings.comparison is not None:
        p = findings.comparison.test.p
        yield "figure", "", "p", "", "", "", "", p, ""
    for number, answers in enumerate(networks, start=1):
        for row in _images(findings, answers):
            yield ("image", number, *row)


def _figures(answers: Answers) -> Iterator[_Row]:
    """Yield rows without the network's number."""
    evaluation = answers.evaluation
    for name in ("count", "accuracy", "rejected", "calibration_error"):
        yield "figure", name, "", "", "", "", getattr(evaluation, name), ""
    for each in answers.digits:
        yield "figure", "precision", each.digit, "", "", "", each.precision, ""
        yield "figure", "recall", each.digit, "", "", "", each.recall, ""
    for label, row in enumerate(evaluation.confusion):
        for answer, count in enumerate(row):
            yield "confusion", "", label, answer, "", count, "", ""
    for bin_ in answers.bins:
        yield "bin", "", "", "", bin_.confidence, bin_.count, bin_.accuracy, ""
    for change, curve in answers.curves.items():
        points = zip(curve.amounts, curve.accuracies, curve.refused, strict=True)
        for amount, accuracy, refused in points:
            yield change, "", "", "", amount, curve.count, accuracy, refused


def _images(findings: Findings, answers: Answers) -> Iterator[_Row]:
    images = findings.images
    # Lists: numbers of NumPy would be slow to write one by one.
    labels, blank = images.labels.tolist(), images.blank.tolist()
    best, rejected = answers.probabilities.argmax(axis=1).tolist(), answers.rejected.tolist()
    surest = answers.probabilities.max(axis=1, initial=0).tolist()
    for name, label, digit, probability, no_digit, without in zip(
        images.names, labels, best, surest, rejected, blank, strict=True
    ):
        shown = "" if label == UNLABELLED else label
        answer, value = ("", "") if without else (digit, f"{probability:.6g}")
        yield _plain(name), shown, answer, "", "", value, int(no_digit)


def _plain(name: str) -> str:
    shown = printable(name)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
