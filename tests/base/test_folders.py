"""Where the program keeps what is the user's, and where what comes with it lies."""

import sys

import pytest

from mnist_pad.base import folders
from mnist_pad.base.assets import asset


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these folders are X's")
@pytest.mark.parametrize(
    ("folder", "variable", "rest"),
    [
        (folders.data, "XDG_DATA_HOME", ("mnist-pad",)),
        (folders.cache, "XDG_CACHE_HOME", ("mnist-pad",)),
        (folders.log, "XDG_STATE_HOME", ("mnist-pad", "log")),
    ],
)
def test_folders_follow_the_users_settings_and_are_not_made(
    folder, variable, rest, tmp_path, monkeypatch
):
    place = tmp_path / "ä place"
    monkeypatch.setenv(variable, str(place))
    assert folder() == place.joinpath(*rest)
    assert list(tmp_path.iterdir()) == []


def test_the_three_folders_are_three():
    assert len({folders.data(), folders.cache(), folders.log()}) == 3


@pytest.mark.parametrize("name", ["mnist.npz", "weights.npz", "ATTRIBUTION.md"])
def test_what_comes_with_the_program_is_there(name):
    assert asset(name).is_file()


def test_an_asset_is_named_whether_it_is_there_or_not():
    assert asset("none.bin").name == "none.bin"
    assert asset("icons/none.svg").parent == asset("icons")
