"""What every test of the window is watched for is found where it happens, and only there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mnist_pad.base import folders

ROOT = Path(__file__).resolve().parents[2]

# What is left running is let go of by the second test: a QThread must not outlive the process.
LEAVING = {
    "a QThread": """
from PySide6.QtCore import QThread
thread = QThread()

def test_it_is_left_running():
    thread.start()

def test_the_next_one_ends_it():
    thread.quit()
    assert thread.wait(5000)
""",
    "a QThread of Python's": """
import threading
from PySide6.QtCore import QThread
let_go = threading.Event()

class Waiting(QThread):
    def run(self):
        let_go.wait()

thread = Waiting()

def test_it_is_left_running():
    thread.start()

def test_the_next_one_ends_it():
    let_go.set()
    assert thread.wait(5000)
""",
    "a thread of Python's": """
import threading
let_go = threading.Event()
thread = threading.Thread(target=let_go.wait, daemon=True)

def test_it_is_left_running():
    thread.start()

def test_the_next_one_ends_it():
    let_go.set()
    thread.join()
""",
}

WARNING = """
import pytest
from PySide6.QtCore import qWarning

@pytest.fixture
def warning_at_the_end():
    yield
    qWarning("at the end")

def test_it_warns():
    qWarning("something is wrong")

def test_it_warns_as_it_is_torn_down(warning_at_the_end):
    pass
"""

NOTHING = """
from PySide6.QtCore import QThread

def test_a_thread_that_ends():
    thread = QThread()
    thread.start()
    thread.quit()
    assert thread.wait(5000)
"""


def run(folder, source):
    """Run a file of tests under the same watch; returns what pytest says."""
    path = folder / "test_watched.py"
    path.write_text(source)
    command = [sys.executable, "-m", "pytest", "-p", "tests.ui.leaks", "-c", os.devnull]
    done = subprocess.run(
        [*command, "--rootdir", folder, "-q", path],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    return done.stdout


@pytest.mark.parametrize("what", LEAVING)
def test_a_thread_that_is_left_running_fails_its_test(tmp_path, what):
    told = run(tmp_path, LEAVING[what])
    assert "threads still run: " in told
    assert "ERROR" in told
    assert "test_it_is_left_running" in told
    assert "2 passed, 1 error" in told


def test_a_warning_of_qt_s_fails_its_test(tmp_path):
    told = run(tmp_path, WARNING)
    assert "Qt warned: something is wrong" in told
    assert "Qt warned: at the end" in told
    assert "2 passed, 2 errors" in told


def test_what_leaves_nothing_passes(tmp_path):
    assert "1 passed" in run(tmp_path, NOTHING)


def test_every_test_has_folders_of_its_own(tmp_path_factory, user):
    for folder in (folders.data(), folders.cache(), folders.log()):
        assert folder.is_relative_to(tmp_path_factory.getbasetemp())
    assert not (folders.data() / "samples.jsonl").exists()
    assert not (folders.data() / "runs").exists()
