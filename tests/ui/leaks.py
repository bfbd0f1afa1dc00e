"""Every test of the window fails on a thread it leaves behind and on a warning of Qt's."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler

ENDING_MS = 5_000

# Qt starts these when it likes and keeps them for the next time; nobody can leak them.
QT_S_OWN = {"Thread (pooled)", "QDBusConnection"}

# The platform without a screen says this of windows as they should be.
OFFSCREEN = "This plugin does not support"

WARNINGS = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}


def running_threads():
    """Return the name of every thread of this process by its number, whoever started it."""
    tasks = Path("/proc/self/task")
    if not tasks.is_dir():
        # Elsewhere the system cannot be asked; a QThread is seen here while it runs Python.
        return dict.fromkeys(sys._current_frames(), "a thread")
    named = {thread.native_id: thread.name for thread in threading.enumerate()}
    threads = {}
    for task in tasks.iterdir():
        try:
            name = (task / "comm").read_text().strip()
        except OSError:  # it ended meanwhile
            continue
        if name not in QT_S_OWN:
            threads[int(task.name)] = named.get(int(task.name), name)
    return threads


@pytest.fixture(autouse=True)
def no_leaked_threads(qapp, qtbot):
    """Fail a test that leaves a thread running, be it Python's or Qt's."""
    before = running_threads()

    def leaked():
        return sorted(name for task, name in running_threads().items() if task not in before)

    yield
    try:
        qtbot.waitUntil(lambda: not leaked(), timeout=ENDING_MS)
    except qtbot.TimeoutError:
        pytest.fail(f"threads still run: {', '.join(leaked())}")


@pytest.fixture(autouse=True)
def no_qt_warnings(request, no_leaked_threads):
    """Fail a test in which Qt warns, while it is set up and torn down too."""
    # pytest-qt looks at the test's body alone, and takes its handler away after it.
    assert request.node.get_closest_marker("no_qt_log"), "pytest-qt would hide Qt's messages"
    warned = []

    def note(kind, context, message):
        if kind in WARNINGS and not message.startswith(OFFSCREEN):
            warned.append(message)

    previous = qInstallMessageHandler(note)
    yield
    qInstallMessageHandler(previous)
    if warned:
        pytest.fail(f"Qt warned: {'; '.join(warned)}")


def pytest_itemcollected(item):
    item.add_marker(pytest.mark.no_qt_log)
