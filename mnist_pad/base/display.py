"""What Qt needs of the system, a screen and some libraries, told before Qt aborts for want of them.

`python -m mnist_pad.base.display` with `libraries` says what is missing, and on Debian as root
installs it; with `screen` it says whether a window can be shown. Standard library only: it runs
when nothing else may yet work.
"""

import ctypes
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from mnist_pad.base.phrases import Words, phrase

DEBIAN_PACKAGES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Libraries that Qt's window and off-screen plugins load, and the packages that hold them."""

TEST_PROGRAMS: Final = {"Xvfb": "xvfb", "xdotool": "xdotool"}
"""Programs that the tests in a real window need, and the packages that hold them."""

SCREENLESS_PLATFORMS: Final = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


class DisplayError(Exception):
    """No window can be shown; the message says what is missing and what to do."""


def missing_libraries() -> list[str]:
    """Return the names of the libraries that Qt would not find."""
    return [name for name in DEBIAN_PACKAGES if not _loads(name)] if _on_linux() else []


def check_libraries() -> None:
    """Raise DisplayError, with the command that helps, where Qt's libraries are missing."""
    missing = missing_libraries()
    if missing:
        words = phrase(
            "Display",
            "Qt needs {libraries}, missing on this system; on Debian or Ubuntu: {command}",
        )
        command = _install_command(_packages(missing))
        raise DisplayError(words.given(libraries=_spoken(missing), command=command))


def check_screen() -> None:
    """Raise DisplayError where no screen answers."""
    # Qt takes options after a platform's name, as in "offscreen:…".
    if not _on_linux() or _platform().startswith(SCREENLESS_PLATFORMS):
        return
    if _wayland_answers():
        return
    display = os.environ.get("DISPLAY", "")
    if not display:
        raise DisplayError(
            phrase(
                "Display",
                "no display: neither DISPLAY nor WAYLAND_DISPLAY names a screen; start it on a "
                "desktop, or run 'mnist-pad demo', which needs none",
            )
        )
    if not _x_server_answers():
        words = phrase(
            "Display",
            "no display: nothing answers at DISPLAY={display}; start it on a desktop, or run "
            "'mnist-pad demo', which needs none",
        )
        raise DisplayError(words.given(display=display))


def _on_linux() -> bool:
    return sys.platform.startswith("linux")


def _platform() -> str:
    return os.environ.get("QT_QPA_PLATFORM", "")


def _loads(library: str) -> bool:
    try:
        # Loaded, not looked for: a library that is there may want others that are not.
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    # Told to use X, Qt does not try Wayland.
    if not name or _platform().startswith("xcb"):
        return False
    # An absolute WAYLAND_DISPLAY stands by itself, as in libwayland.
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"), name)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


def _x_server_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    # Untold, ctypes takes pointers for ints of 32 bits.
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    # xcb_connect returns a connection even where there is none; whether there is has to be asked.
    answers = int(xcb.xcb_connection_has_error(connection)) == 0
    xcb.xcb_disconnect(connection)
    return answers


def _packages(libraries: Iterable[str]) -> list[str]:
    return sorted({DEBIAN_PACKAGES[name] for name in libraries})


def _install_command(packages: Iterable[str]) -> str:
    sudo = "" if os.name != "posix" or os.geteuid() == 0 else "sudo "
    return f"{sudo}apt-get install -y {' '.join(packages)}"


def _spoken(names: list[str]) -> Words:
    if len(names) == 1:
        return names[0]
    words = phrase("Errors", "{first} and {second}")
    return words.given(first=", ".join(names[:-1]), second=names[-1])


def _provide(packages: list[str]) -> int:
    """Install Debian packages where that is possible, or say the command; an exit status."""
    command = _install_command(packages)
    if shutil.which("apt-get") is None:
        print(f"missing on this system (Debian's names): {' '.join(packages)}", file=sys.stderr)
        return 1
    if os.geteuid() != 0:
        print(f"missing on this system; install it with: {command}", file=sys.stderr)
        return 1
    print(f"installing what Qt needs: {' '.join(packages)}", file=sys.stderr)
    # A package that asks a question would wait for an answer.
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "-qq", "update"], command.split()):
        status = subprocess.run(step, env=quiet, stdout=subprocess.DEVNULL).returncode
        if status:
            print(f"'{' '.join(step)}' failed with status {status}", file=sys.stderr)
            return 1
    return 0


def main(arguments: list[str]) -> int:
    """Run `libraries [--tests]` or `screen`; returns an exit status."""
    if arguments[:1] == ["screen"]:
        try:
            check_screen()
        except DisplayError as error:
            print(error, file=sys.stderr)
            return 1
        return 0
    wanted = _packages(missing_libraries())
    if "--tests" in arguments and _on_linux():
        wanted += [name for program, name in TEST_PROGRAMS.items() if not shutil.which(program)]
    return _provide(wanted) if wanted else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
