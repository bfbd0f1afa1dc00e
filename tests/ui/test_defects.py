"""A defect of the program: the user gets a sentence, whoever mends it a traceback."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from mnist_pad import app
from mnist_pad.base import folders

ROOT = Path(__file__).resolve().parents[2]

# A panel that fails in a slot a moment after the start, and closes the window when that is told.
FAILING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from mnist_pad import app
from mnist_pad.ui.panel import Panel

def fail():
    raise ZeroDivisionError("in a slot")

def commands(workspace, window):
    def told():
        print(workspace.notices.current)
        QTimer.singleShot(0, window.window().close)
    workspace.notices.notice_changed.connect(told)
    QTimer.singleShot(0, fail)
    return []

app.PANELS = (*app.PANELS, Panel("failing", "foot", lambda *_: QLabel(), commands))
sys.exit(app.run())
"""


@pytest.fixture
def fail(user):
    """Return what lets the program fail in the open window; returns what is told."""

    def failed(error):
        hook = partial(app._tell_of_defect, user.window)
        try:
            raise error
        except type(error) as raised:
            hook(type(raised), raised, raised.__traceback__)
        return user.notice()

    return failed


def log():
    return folders.log() / "defects.log"


def test_a_defect_is_told_by_its_kind_and_described_in_a_log(fail):
    told = fail(ZeroDivisionError("of a slot"))
    assert told == f"A defect of this program: ZeroDivisionError; it is described in {log()}."
    text = log().read_text(encoding="utf-8")
    assert text.startswith("Traceback")
    assert "in failed" in text
    assert text.endswith("ZeroDivisionError: of a slot\n")


def test_a_second_defect_is_described_under_the_first(fail):
    fail(ZeroDivisionError("one"))
    fail(KeyError("two"))
    text = log().read_text(encoding="utf-8")
    assert text.index("ZeroDivisionError: one") < text.index("KeyError: 'two'")


def test_words_of_any_language_are_described(fail):
    fail(ValueError("Größe ≠ 28 \N{HEART WITH ARROW}"))
    assert "Größe ≠ 28 \N{HEART WITH ARROW}" in log().read_text(encoding="utf-8")


@pytest.mark.parametrize("obstacle", ["a file for the folder", "a folder for the file"])
def test_a_log_that_cannot_be_written_costs_the_log_alone(fail, user, obstacle):
    if obstacle == "a file for the folder":
        log().parent.parent.mkdir(parents=True, exist_ok=True)
        log().parent.write_text("in the way")
    else:
        log().mkdir(parents=True)
    told = fail(ZeroDivisionError("of a slot"))
    assert told == "A defect of this program: ZeroDivisionError."
    user.draw(3)
    assert user.answer() == "3"


def test_a_full_disk_costs_the_log_alone(fail, no_room):
    with no_room(0):
        told = fail(ZeroDivisionError("of a slot"))
    assert told == "A defect of this program: ZeroDivisionError."


def test_what_fails_in_a_slot_ends_nothing(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", FAILING],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "A defect of this program: ZeroDivisionError" in done.stdout
    assert "Traceback" not in done.stderr
    assert "in a slot" in log().read_text(encoding="utf-8")
