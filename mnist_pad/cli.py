"""The command line: which command, with what; and how errors are told."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final, NoReturn

from mnist_pad import __version__
from mnist_pad.base import languages
from mnist_pad.base.display import DisplayError, check_libraries, check_screen
from mnist_pad.base.errors import UsageError
from mnist_pad.base.wording import translate_with

COMMANDS: Final = {
    "train": "train the network, by a recipe",
    "predict": "read pictures of digits",
    "evaluate": "measure weights on a data set or on drawings",
    "explain": "say why a digit is read as it is, and how few pixels would change that",
    "adapt": "learn your handwriting from a few drawings",
    "lesson": "run a lesson of the article: what fails, and the fix",
    "info": "look at the data, or at a weights file",
    "runs": "list the runs that were kept, or export one",
    "demo": "run the real window off-screen: draw, read, train, take pictures",
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
    options = _parser(arguments).parse_args(arguments)
    if options.command is None:
        return _open_window()
    # JSON is for programs, which read no language.
    if not getattr(options, "json", False):
        _speak(languages.of_terminal())
    status: int = import_module(f"mnist_pad.commands.{options.command}").run(options)
    return status


def _speak(language: languages.Spoken) -> None:
    """Translate from now on; a catalogue that cannot be read is told, and English is spoken."""
    if language == "en":
        return
    try:
        translate_with(languages.read_catalogue(languages.catalogue(language, "ts")))
    except UsageError as error:
        print(f"mnist-pad: {error}", file=sys.stderr)


def _open_window() -> int:
    check_libraries()
    check_screen()
    # Qt may be imported only once its libraries are known to be there.
    from mnist_pad.app import run

    return run()


def _parser(arguments: list[str]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="mnist-pad",
        description="Draw a digit and a network built by hand reads it. "
        "Without a command, opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, purpose in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose.capitalize() + ".")
        # Only the command that runs is imported: start-up must not pay for the others.
        # One too many, at worst, where the value of an option is called like a command.
        if name in arguments:
            import_module(f"mnist_pad.commands.{name}").add_arguments(command)
    return parser


class _Parser(argparse.ArgumentParser):
    """Tells a wrong argument in one line."""

    def error(self, message: str) -> NoReturn:
        """Leave with the one line that a wrong argument gets."""
        raise UsageError(message)


def _tell(error: Exception, status: int) -> int:
    # A file's name and a library's message may have line breaks in them.
    print(f"mnist-pad: error: {' '.join(str(error).split())}", file=sys.stderr)
    return status
