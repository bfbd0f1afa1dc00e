"""What starting the program must not drag in."""

import subprocess
import sys

READ_WITHOUT_TENSORFLOW = """
import sys
from PySide6.QtWidgets import QApplication
from mnist_pad.app import create_application, create_window

application = create_application(["mnist-pad"])
window = create_window(application)
window.show()
application.processEvents()
window.close()
heavy = sorted(name for name in sys.modules if name.partition(".")[0] in {"tensorflow", "keras"})
sys.exit(", ".join(heavy[:3]) or 0)
"""


def test_the_window_opens_and_reads_without_tensorflow():
    done = subprocess.run(
        [sys.executable, "-c", READ_WITHOUT_TENSORFLOW], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
