"""The workspace is QtCore alone: state can be had, and tested, without a screen.

Import-linter cannot tell one part of an external package from another.
"""

import ast
from pathlib import Path

import pytest

import mnist_pad.workspace

FILES = sorted(Path(mnist_pad.workspace.__file__).parent.glob("*.py"))


def imported(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def qt(source):
    return {".".join(name.split(".")[:2]) for name in imported(source) if "PySide6" in name}


def test_the_check_itself_sees_other_qt():
    source = "import PySide6.QtGui\ndef late():\n    from PySide6.QtWidgets import QLabel"
    assert qt(source) == {"PySide6.QtGui", "PySide6.QtWidgets"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_qt_but_qtcore(path):
    assert qt(path.read_text(encoding="utf-8")) <= {"PySide6.QtCore"}
