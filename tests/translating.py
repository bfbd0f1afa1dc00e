"""The catalogues of translations: brought up to date with the source by Qt's own tools.

`python -m tests.translating` takes sentences that are new into them, untranslated yet, those that
are gone out, and compiles them.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CATALOGUES = ROOT / "assets/translations"
LANGUAGES = ("zh_CN",)
TOOLS = Path(sys.executable).parent


def path(language, ending):
    return CATALOGUES / f"mnist-pad_{language}.{ending}"


def extract(catalogue):
    """Bring a catalogue up to date with the source."""
    sources = sorted(map(str, (ROOT / "mnist_pad").rglob("*.py")))
    # lupdate knows tr, translate, and what marks a text for later; in C++, a macro does.
    names = "QT_TRANSLATE_NOOP+=translatable,QT_TRANSLATE_NOOP+=phrase"
    # Where in the source a sentence is changes with every line before it.
    options = ["-silent", "-locations", "none", "-no-obsolete", "-tr-function-alias", names]
    _run("pyside6-lupdate", *options, *sources, "-ts", str(catalogue))


def compile_(catalogue, compiled):
    """Compile a catalogue for Qt."""
    _run("pyside6-lrelease", "-silent", str(catalogue), "-qm", str(compiled))


def _run(tool, *arguments):
    done = subprocess.run([TOOLS / tool, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


if __name__ == "__main__":
    for language in LANGUAGES:
        extract(path(language, "ts"))
        compile_(path(language, "ts"), path(language, "qm"))
