"""What all tests share: Qt without a screen, and a user's folders of their own."""

import contextlib
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Whatever language whoever runs them speaks, the tests read English; this goes before the others.
os.environ["LC_ALL"] = "C.UTF-8"

import numpy as np
import pytest

from mnist_pad.base.assets import asset


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory, monkeypatch):
    """Keep what a run leaves for the user away from this user's folders."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path_factory.mktemp(name)))


@pytest.fixture(scope="session")
def mnist():
    """MNIST's arrays by name, as its file has them."""
    with np.load(asset("mnist.npz")) as data:
        return {name: data[name] for name in data.files}


@pytest.fixture
def no_room():
    """Return a context manager under which no file grows beyond so many bytes."""
    if sys.platform == "win32":
        pytest.skip("no limit on file sizes there")
    import resource

    # For a moment alone: the limit holds for whatever pytest itself writes, too.
    @contextlib.contextmanager
    def limited(size):
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    return limited
