"""`mnist-pad runs`: the runs that were kept, and their curves for other programs."""

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase
from mnist_pad.base.records import to_plain
from mnist_pad.base.wording import duration, printable, translate
from mnist_pad.commands.output import add_json_flag, columns, padded, percent, print_json, sentence
from mnist_pad.commands.stopping import check_destination
from mnist_pad.engine.export import CSV_HEADER
from mnist_pad.engine.record import RunRecord
from mnist_pad.engine.runs import Runs
from mnist_pad.engine.sentences import outcome_in_words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_json_flag(parser)
    # The same class: it tells a wrong argument in one line, as the command line's own does.
    actions = parser.add_subparsers(dest="action", metavar="ACTION", parser_class=type(parser))
    purpose = translate("Help", "write a run's curves for other programs")
    export = actions.add_parser("export", help=purpose, description=sentence(purpose))
    export.add_argument(
        "run",
        metavar="RUN",
        help=translate("Help", "a run's id, the beginning of one, or its name"),
    )
    target = export.add_mutually_exclusive_group(required=True)
    columns_ = translate("Help", "columns: {names}").format(names=", ".join(CSV_HEADER))
    target.add_argument("--csv", metavar="F", type=Path, help=columns_)
    target.add_argument(
        "--tensorboard",
        metavar="DIR",
        type=Path,
        help=translate("Help", "a folder for TensorBoard's event files"),
    )


def run(options: argparse.Namespace) -> int:
    """List the runs, or export one."""
    runs = Runs()
    if options.action == "export":
        return _export(runs, options)
    found, problems = runs.read()
    if options.json:
        for each in found:
            print_json(_plain(each))
    else:
        _print_table(found, runs.folder)
    for problem in problems:
        # A folder's name may hold what a terminal obeys.
        print(f"mnist-pad: {printable(str(problem))}", file=sys.stderr)
    return 0


def _export(runs: Runs, options: argparse.Namespace) -> int:
    run_id = runs.id_of(options.run)
    if options.csv is None:
        runs.export_tensorboard(run_id, options.tensorboard)
        told = translate("Commands", "event files: {path}")
        print(told.format(path=options.tensorboard))
        return 0
    # Exported again, a run's curves may take the place of the earlier ones, but of nothing else.
    _check_ours(options.csv)
    check_destination(options.csv)
    runs.export_csv(run_id, options.csv)
    print(translate("Commands", "curves: {path}").format(path=options.csv))
    return 0


def _check_ours(path: Path) -> None:
    """Refuse to replace a file that is no earlier export; raises UsageError."""
    header = ",".join(CSV_HEADER).encode()
    if path.is_file():
        with path.open("rb") as file:
            found = file.read(len(header))
        # Of an empty file, there is nothing to lose.
        if found not in (b"", header):
            words = phrase(
                "Errors", "{path}: expected a new file or an earlier export, found another"
            )
            raise UsageError(words.given(path=path))


def _print_table(found: Sequence[RunRecord], folder: Path) -> None:
    if not found:
        words = translate("Commands", "no runs yet; they will be in {folder}")
        print(words.format(folder=folder))
        return
    rows = [_heads(), *map(_row, found)]
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (padded(cell, width) for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())


def _plain(record: RunRecord) -> dict[str, Any]:
    values: dict[str, Any] = to_plain(record)
    # Most runs began with another's end, or with no run at all: a step is told where there is one.
    if record.origin.step is None:
        del values["origin"]["step"]
    return values


def _heads() -> tuple[str, ...]:
    return (
        translate("Commands", "run"),
        translate("Commands", "recipe"),
        translate("Commands", "started"),
        translate("Commands", "took"),
        translate("Commands", "test"),
        translate("Commands", "outcome"),
        translate("Commands", "name"),
    )


def _row(record: RunRecord) -> tuple[str, ...]:
    changed = translate("Commands", "{recipe} (changed)")
    started = datetime.fromisoformat(record.started).astimezone()
    return (
        record.id,
        changed.format(recipe=record.recipe) if record.changed else record.recipe,
        f"{started:%Y-%m-%d %H:%M}",
        # Of runs that earlier versions kept, nobody knows.
        duration(record.seconds) if record.seconds else "–",
        percent(record.test_accuracy),
        outcome_in_words(record.outcome),
        record.name,
    )
