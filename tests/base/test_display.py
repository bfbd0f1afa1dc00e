"""What is said where no window can be shown."""

import subprocess
import sys

import pytest

from mnist_pad.base import display


def run_program(*arguments, **environment):
    """Run the program with just these variables about screens."""
    kept = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
    return subprocess.run(
        [sys.executable, "-m", "mnist_pad", *arguments],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X and Wayland are Linux's")
@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ":987"},
        {"WAYLAND_DISPLAY": "wayland-987", "XDG_RUNTIME_DIR": "/nonexistent"},
    ],
)
def test_without_a_screen_one_sentence_says_what_to_do(environment):
    result = run_program(**environment)
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.startswith("mnist-pad: error: no display: ")
    assert "mnist-pad demo" in result.stderr
    assert result.stderr.count("\n") == 1


def test_missing_libraries_are_named_with_the_command_that_helps(monkeypatch):
    monkeypatch.setitem(display.DEBIAN_PACKAGES, "libnosuch.so.9", "libnosuch9")
    monkeypatch.setitem(display.DEBIAN_PACKAGES, "libnosuch.so.8", "libnosuch8")
    with pytest.raises(display.DisplayError) as raised:
        display.check_libraries()
    assert "libnosuch.so.9 and libnosuch.so.8" in str(raised.value)
    assert "apt-get install -y libnosuch8 libnosuch9" in str(raised.value)


def test_this_machine_lacks_nothing():
    assert display.missing_libraries() == []


def test_an_offscreen_platform_needs_no_screen(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("DISPLAY", raising=False)
    display.check_screen()
    assert display.main(["screen"]) == 0


def test_without_a_screen_the_check_fails(monkeypatch, capsys):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert display.main(["screen"]) == 1
    assert "no display" in capsys.readouterr().err
