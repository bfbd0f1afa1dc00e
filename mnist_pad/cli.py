"""The command line: which command, with what; and how errors are told."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final, NoReturn

from mnist_pad import __version__
from mnist_pad.base import languages
from mnist_pad.base.display import DisplayError, check_libraries, check_screen
from mnist_pad.base.errors import UsageError
from mnist_pad.base.wording import translatable, translate, translate_with
from mnist_pad.commands.argparse_words import Formatter, translate_argparse
from mnist_pad.commands.output import sentence

COMMANDS: Final = {
    "train": translatable("Help", "train the network, by a recipe"),
    "predict": translatable("Help", "read pictures of digits"),
    "evaluate": translatable("Help", "measure weights on a data set or on drawings"),
    "explain": translatable(
        "Help", "say why a digit is read as it is, and how few pixels would change that"
    ),
    "adapt": translatable("Help", "learn your handwriting from a few drawings"),
    "lesson": translatable("Help", "run a lesson of the article: what fails, and the fix"),
    "info": translatable("Help", "look at the data, or at a weights file"),
    "runs": translatable("Help", "list the runs that were kept, or export one"),
    "demo": translatable(
        "Help", "run the real window off-screen: draw, read, train, take pictures"
    ),
}

EXIT_FAILED: Final = 1
EXIT_USAGE: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window where there is none; returns the exit status."""
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except UsageError as error:
        return _tell(error, EXIT_USAGE)
    except DisplayError as error:
        return _tell(error, EXIT_FAILED)
    except BrokenPipeError:
        # Whoever read our output has gone, as in `mnist-pad info | head`: nothing is left to say.
        # Python flushes its output once more as it ends, which would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FAILED


def _run(arguments: list[str]) -> int:
    # Help, and what is wrong with arguments, is told while they are read; the window finds out by
    # itself which language to speak, and JSON is for programs, which read none.
    if arguments and "--json" not in arguments:
        _speak(languages.of_terminal())
    options = _parser(arguments).parse_args(arguments)
    if options.command is None:
        return _open_window()
    # Asked for in short, as --js.
    if getattr(options, "json", False):
        translate_with(None)
    status: int = import_module(f"mnist_pad.commands.{options.command}").run(options)
    return status


def _speak(language: languages.Spoken) -> None:
    """Translate from now on; a catalogue that cannot be read is told, and English is spoken."""
    if language == "en":
        return
    try:
        translate_with(languages.read_catalogue(languages.catalogue(language, "ts")))
        translate_argparse()
    except UsageError as error:
        print(f"mnist-pad: {error}", file=sys.stderr)


def _open_window() -> int:
    try:
        check_libraries()
        check_screen()
    except DisplayError:
        # What is told then is told on the terminal.
        _speak(languages.of_terminal())
        raise
    # Qt may be imported only once its libraries are known to be there.
    from mnist_pad.app import run

    return run()


def _parser(arguments: list[str]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="mnist-pad",
        description=translate(
            "Help",
            "Draw a digit and a network built by hand reads it. Without a command, opens the "
            "window.",
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"%(prog)s {__version__}",
        help=translate("Help", "show program's version number and exit"),
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        told = translate("Help", purpose)
        command = commands.add_parser(name, help=told, description=sentence(told))
        # Only the command that runs is imported: start-up must not pay for the others.
        # One too many, at worst, where the value of an option is called like a command.
        if name in arguments:
            import_module(f"mnist_pad.commands.{name}").add_arguments(command)
    return parser


class _Parser(argparse.ArgumentParser):
    """Tells a wrong argument in one line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=Formatter, **options)

    def error(self, message: str) -> NoReturn:
        """Leave with the one line that a wrong argument gets."""
        raise UsageError(message)


def _tell(error: Exception, status: int) -> int:
    # A file's name and a library's message may have line breaks in them.
    print(f"mnist-pad: error: {' '.join(str(error).split())}", file=sys.stderr)
    return status
