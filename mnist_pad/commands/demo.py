"""`mnist-pad demo`: the real window off-screen draws, reads, trains, and leaves pictures."""

import argparse
import os
from pathlib import Path

from mnist_pad.base.display import check_libraries
from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase, why
from mnist_pad.base.wording import translate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        default=Path("demo"),
        help=translate("Help", "where the pictures go"),
    )


def run(options: argparse.Namespace) -> int:
    """Show what the program does; 0 when all ten digits were read and the training completed."""
    check_libraries()
    # Qt reads it as the application starts, which is below.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        words = phrase("Errors", "{path}: expected a folder to write in, found: {why}")
        raise UsageError(words.given(path=options.out, why=why(error))) from error
    # Qt may be imported only once its libraries are known to be there.
    from mnist_pad.commands.demonstration import Demonstration

    return Demonstration(options.out).run()
