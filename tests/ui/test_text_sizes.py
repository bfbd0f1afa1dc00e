"""Text follows the size that the system's font has; the colours are those of the appearance."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from mnist_pad.ui import theme
from mnist_pad.workspace.preferences import PreferencesStore
from tests.ui.test_theme import contrast

ROOT = Path(__file__).resolve().parents[2]
LEAST_PX = 13

# A program of its own: the font it starts with is the system's.
SIZES = """
import sys
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel
from mnist_pad.ui import theme
from mnist_pad.workspace.preferences import PreferencesStore

app = QApplication([])
font = QFont(app.font())
font.setPixelSize(int(sys.argv[1]))
app.setFont(font)
preferences = PreferencesStore()
theme.follow(app, preferences)
preferences.choose(appearance="dark")
small = QLabel("a")
small.setProperty("role", "small")
small.ensurePolished()
plain = QLabel("a")
plain.ensurePolished()
print(theme.text_px(), theme.small_px(), theme.answer_px(),
      QFontInfo(plain.font()).pixelSize(), QFontInfo(small.font()).pixelSize())
"""


@pytest.mark.parametrize(
    ("system", "text", "small", "answer"),
    [(8, 13, 12, 112), (13, 13, 12, 112), (20, 20, 18, 172), (26, 26, 24, 224)],
)
def test_all_sizes_follow_the_system_s_and_none_is_too_small(system, text, small, answer):
    done = subprocess.run(
        [sys.executable, "-c", SIZES, str(system)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert [int(size) for size in done.stdout.split()] == [text, small, answer, text, small]


@pytest.fixture
def preferences(qapp):
    store = PreferencesStore()
    theme.follow(qapp, store)
    yield store
    store.choose(appearance="system")


@pytest.mark.parametrize(("name", "colours"), [("light", theme.LIGHT), ("dark", theme.DARK)])
def test_the_palette_is_the_appearance_s(qapp, qtbot, preferences, name, colours):
    preferences.choose(appearance=name)
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor(colours.window)
    assert palette.color(QPalette.ColorRole.Text) == QColor(colours.text)
    assert palette.color(QPalette.ColorRole.Highlight) == QColor(colours.accent)
    widget = QWidget()
    qtbot.addWidget(widget)
    assert theme.colours(widget) is colours


@pytest.mark.parametrize("name", ["light", "dark"])
def test_what_is_selected_and_what_is_told_can_be_read(qapp, preferences, name):
    preferences.choose(appearance=name)
    roles = QPalette.ColorRole
    for paper, ink in (
        (roles.Base, roles.Text),
        (roles.Base, roles.PlaceholderText),
        (roles.Button, roles.ButtonText),
        (roles.ToolTipBase, roles.ToolTipText),
        (roles.Highlight, roles.HighlightedText),
        (roles.Window, roles.Link),
    ):
        assert contrast(qapp.palette().color(paper), qapp.palette().color(ink)) >= 4.5, ink


def test_what_cannot_be_used_is_fainter_than_what_can(qapp, preferences):
    for name in ("light", "dark"):
        preferences.choose(appearance=name)
        palette = qapp.palette()
        group, role = QPalette.ColorGroup, QPalette.ColorRole.ButtonText
        used, unused = (palette.color(g, role) for g in (group.Active, group.Disabled))
        assert unused.alpha() < used.alpha()


def test_another_preference_does_not_paint_all_anew(qapp, preferences):
    preferences.choose(appearance="dark")
    qapp.setStyleSheet(qapp.styleSheet() + "/* as it was */")
    preferences.choose(settings_open=True)
    assert qapp.styleSheet().endswith("/* as it was */")
    preferences.choose(appearance="light")
    assert not qapp.styleSheet().endswith("/* as it was */")


def test_the_last_window_s_preferences_are_followed_and_no_other_s(qapp, preferences):
    later = PreferencesStore()
    theme.follow(qapp, later)
    later.choose(appearance="light")
    preferences.choose(appearance="dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.LIGHT.window)
    later.choose(appearance="dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.DARK.window)
    later.choose(appearance="system")


def test_figures_have_one_width(qapp, preferences):
    metrics = QWidget().fontMetrics()
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1
