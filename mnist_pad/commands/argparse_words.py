"""What argparse itself says, in the user's language, and laid out where signs are of two widths."""

import argparse
from typing import Final

from mnist_pad.base.wording import translatable, translate
from mnist_pad.commands.output import wrapped

# Of what it can say, what a user may meet; the rest is for whoever declares arguments.
_SAYS: Final = {
    translatable("argparse", "usage: "),
    translatable("argparse", "options"),
    translatable("argparse", "positional arguments"),
    translatable("argparse", "show this help message and exit"),
    translatable("argparse", "argument %(argument_name)s: %(message)s"),
    translatable("argparse", "the following arguments are required: %s"),
    translatable("argparse", "one of the arguments %s is required"),
    translatable("argparse", "not allowed with argument %s"),
    translatable("argparse", "unrecognized arguments: %s"),
    translatable("argparse", "expected one argument"),
    translatable("argparse", "expected at least one argument"),
    translatable("argparse", "ignored explicit argument %r"),
    translatable("argparse", "invalid %(type)s value: %(value)r"),
    translatable("argparse", "invalid choice: %(value)r (choose from %(choices)s)"),
    translatable("argparse", "ambiguous option: %(option)s could match %(matches)s"),
}


def translate_argparse() -> None:
    """Have argparse speak as the program does, from now on."""
    # It looks its words up by this name; gettext, behind it, would want a file of its own kind.
    vars(argparse)["_"] = _said


def _said(text: str) -> str:
    return translate("argparse", text) if text in _SAYS else text


class Formatter(argparse.HelpFormatter):
    """Breaks lines where a terminal would have no more room, of signs that take two columns too."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrapped(text, width - len(indent)))
