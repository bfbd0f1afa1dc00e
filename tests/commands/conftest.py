"""The commands as a user runs them: their own process, no display."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from mnist_pad.cli import main


@dataclass
class Result:
    status: int
    out: str
    err: str

    @property
    def objects(self):
        """What `--json` printed, an object a line; anything else on a line fails."""
        return [json.loads(line) for line in self.out.splitlines()]

    def refused(self, *words):
        """Assert one line, as a wrong argument or file gets it, with these words."""
        assert self.status == 2, self
        assert self.err.startswith("mnist-pad: error: "), self
        assert self.err.count("\n") == 1, self
        for word in words:
            assert word in self.err, self


@pytest.fixture
def mnist_pad():
    def run(*arguments, timeout=300):
        # No screen, whatever the tests themselves use.
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        }
        done = subprocess.run(
            [sys.executable, "-m", "mnist_pad", *map(str, arguments)],
            env=environment,
            capture_output=True,
            text=True,
            timeout=timeout,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def run(capsys):
    """Return what runs a command in this process and returns its status and what it printed."""

    def command(*arguments):
        status = main([str(each) for each in arguments])
        return status, *capsys.readouterr()

    return command
