"""The code that a lesson shows: read from the very file that runs, without importing it."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Final

from mnist_pad.training.lessons.lesson import Variant

MARK: Final = "  # <- "
"""Ends the telling lines; what follows it is a word on why, for whoever reads the file."""


@dataclass(frozen=True)
class Code:
    """Lines of Python, and which of them tell: their places, from 0."""

    lines: tuple[str, ...]
    telling: tuple[int, ...]


@cache
def code(number: int, variant: Variant) -> Code:
    """Return the body of a lesson's function `broken` or `fixed`, without its docstring."""
    text = (Path(__file__).parent / f"lesson_{number}.py").read_text(encoding="utf-8")
    (function,) = (
        node
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef) and node.name == variant
    )
    first, last = function.body[1], function.body[-1]
    # What the function takes is told by its first lines; a comment above the first one belongs
    # to it.
    begin = function.body[0].end_lineno
    assert begin is not None
    assert first.lineno > begin
    lines = dedent("\n".join(text.splitlines()[begin : last.end_lineno])).splitlines()
    telling = tuple(place for place, line in enumerate(lines) if MARK in line)
    return Code(tuple(line.partition(MARK)[0] for line in lines), telling)
