"""The whole window in another language: chosen, made anew and painted, whichever page is open."""

import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTabWidget

from mnist_pad.app import create_application, create_window
from mnist_pad.ui.window import Window
from tests.benchmarks.rows import report

AT_ONCE_MS = 200


def main(rounds: int) -> None:
    """Measure each page, all of them opened before, and the settings, which few have open."""
    application = create_application(["mnist-pad"])
    with tempfile.TemporaryDirectory() as folder:
        window = create_window(application, folder=Path(folder))
        window.show()
        pages = window.findChild(QTabWidget, "pages")
        assert pages is not None
        names = [pages.widget(index).objectName() for index in range(pages.count())]
        preferences = window.workspace.preferences
        for name in names:
            preferences.choose(page=name)
            application.processEvents()
        for name in names:
            preferences.choose(page=name)
            report(f"another language, {name}", times(window, rounds), "ms", at_most=AT_ONCE_MS)
        preferences.choose(page=names[0], settings_open=True)
        report("another language, settings open", times(window, rounds), "ms", at_most=AT_ONCE_MS)
        window.close()


def times(window: Window, rounds: int) -> list[float]:
    """Return how long each change took, to Chinese and back, in ms of this process alone."""
    took = []
    # The first two read the catalogue, and fonts.
    for chosen in ("zh_CN", "en") * (rounds + 1):
        QApplication.processEvents()
        # Others work on this machine too.
        began = time.process_time()
        window.workspace.preferences.choose(language=chosen)
        QApplication.processEvents()
        window.grab()
        took.append(1000 * (time.process_time() - began))
    return took[2:]


if __name__ == "__main__":
    main(int(sys.argv[1]))
