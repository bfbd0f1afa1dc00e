"""Where the files that come with the program lie."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parents[1]


def asset(name: str) -> Path:
    """Return the path of a shipped file, `name` relative to `assets/`.

    An installed wheel carries `assets/` inside the package; a checkout has it beside the package.
    """
    installed = _PACKAGE / "assets"
    return (installed if installed.is_dir() else _PACKAGE.parent / "assets") / name
