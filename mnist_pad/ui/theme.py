"""The window's look: an 8-pixel grid, three text sizes, greys, and one accent colour."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

Appearance = Literal["system", "light", "dark"]
APPEARANCES: Final[tuple[Appearance, ...]] = ("system", "light", "dark")

_APPEARANCE_PROPERTY: Final = "appearance"

GRID_PX: Final = 8
SMALL_TEXT_PX: Final = 12
TEXT_PX: Final = 13
ANSWER_TEXT_PX: Final = 112


@dataclass(frozen=True)
class Colours:
    """One appearance's colours. Text on `window` and on `accent` has a contrast above 4.5."""

    window: str
    surface: str
    line: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    accent_hover: str


LIGHT: Final = Colours(
    window="#f4f4f5",
    surface="#ffffff",
    line="#d6d6da",
    text="#1b1b1f",
    muted="#5f5f68",
    faint="#b4b4bc",
    accent="#1f5fd6",
    on_accent="#ffffff",
    accent_hover="#184fb5",
)
DARK: Final = Colours(
    window="#1b1b1e",
    surface="#242428",
    line="#3c3c42",
    text="#ececf0",
    muted="#a3a3ad",
    faint="#5c5c66",
    accent="#7fb0ff",
    on_accent="#10213d",
    accent_hover="#a0c5ff",
)


def colours(widget: QWidget) -> Colours:
    """Return the colours that `widget` is shown in."""
    return DARK if widget.palette().window().color().lightness() < 128 else LIGHT


def choose(application: QApplication, appearance: Appearance) -> None:
    """Take an appearance from now on; `system` follows the desktop's light or dark."""
    application.setProperty(_APPEARANCE_PROPERTY, appearance)
    apply(application)


def apply(application: QApplication) -> None:
    """Give the application its style, in the appearance chosen or the desktop's."""
    if application.style().objectName() != "fusion":
        application.setStyle("Fusion")
    appearance = application.property(_APPEARANCE_PROPERTY) or "system"
    desktop_dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    dark = desktop_dark if appearance == "system" else appearance == "dark"
    chosen = DARK if dark else LIGHT
    font = QFont(application.font())
    font.setPixelSize(TEXT_PX)
    # Figures of equal width: numbers that change must not make their neighbours jump.
    font.setFeature(QFont.Tag("tnum"), 1)
    application.setFont(font)
    application.setPalette(_palette(chosen))
    application.setStyleSheet(_stylesheet(chosen))


def _palette(chosen: Colours) -> QPalette:
    palette = QPalette(QColor(chosen.window))
    roles = {
        QPalette.ColorRole.Window: chosen.window,
        QPalette.ColorRole.Base: chosen.surface,
        QPalette.ColorRole.AlternateBase: chosen.window,
        QPalette.ColorRole.Button: chosen.surface,
        QPalette.ColorRole.WindowText: chosen.text,
        QPalette.ColorRole.Text: chosen.text,
        QPalette.ColorRole.ButtonText: chosen.text,
        QPalette.ColorRole.ToolTipBase: chosen.surface,
        QPalette.ColorRole.ToolTipText: chosen.text,
        QPalette.ColorRole.PlaceholderText: chosen.muted,
        QPalette.ColorRole.Mid: chosen.line,
        QPalette.ColorRole.Highlight: chosen.accent,
        QPalette.ColorRole.HighlightedText: chosen.on_accent,
        QPalette.ColorRole.Link: chosen.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    faded = QColor(chosen.muted)
    faded.setAlpha(150)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette


def _stylesheet(chosen: Colours) -> str:
    return f"""
    QLabel[role="small"] {{ color: {chosen.muted}; font-size: {SMALL_TEXT_PX}px; }}
    QLabel#answerDigit {{ color: {chosen.line}; }}
    QLabel#answerDigit[answered="true"] {{ color: {chosen.accent}; }}
    QPushButton, QToolButton {{
        background: {chosen.surface}; border: 1px solid {chosen.line}; border-radius: 4px;
        padding: 3px 8px; min-height: 20px;
    }}
    QToolButton {{ padding: 3px 6px; }}
    QPushButton:hover, QToolButton:hover {{ border-color: {chosen.muted}; }}
    QPushButton:focus, QToolButton:focus {{ border-color: {chosen.accent}; }}
    QPushButton:pressed, QToolButton:pressed, QToolButton:checked {{
        background: {chosen.line};
    }}
    QPushButton:disabled, QToolButton:disabled {{ background: {chosen.window}; }}
    QPushButton[role="primary"] {{
        background: {chosen.accent}; border-color: {chosen.accent}; color: {chosen.on_accent};
        font-weight: 600; padding: 3px 14px;
    }}
    QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {{
        background: {chosen.accent_hover};
    }}
    QPushButton[role="primary"]:focus {{ border-color: {chosen.text}; }}
    QPushButton[role="primary"]:disabled {{
        background: {chosen.line}; border-color: {chosen.line}; color: {chosen.muted};
    }}
    QToolButton[role="plain"], QPushButton[role="plain"] {{
        background: transparent; border: 1px solid transparent; padding: 3px 4px;
        color: {chosen.muted};
    }}
    QToolButton[role="plain"]:hover, QToolButton[role="plain"]:focus,
    QPushButton[role="plain"]:hover, QPushButton[role="plain"]:focus {{
        color: {chosen.text}; border-color: {chosen.line};
    }}
    QToolButton[role="digit"] {{
        background: transparent; border: 1px solid transparent; padding: 0px 3px; min-height: 14px;
    }}
    QToolButton[role="digit"]:hover {{ border-color: {chosen.muted}; }}
    QToolButton[role="digit"]:focus {{ border-color: {chosen.accent}; }}
    QLabel[role="picture"] {{ background: {chosen.line}; }}
    QFrame[role="notice"] {{
        background: {chosen.surface}; border: 1px solid {chosen.muted}; border-radius: 4px;
    }}
    QProgressBar#trainingProgress {{
        background: {chosen.line}; border: none; border-radius: 3px;
    }}
    QProgressBar#trainingProgress::chunk {{ background: {chosen.muted}; border-radius: 3px; }}
    QTableWidget#ownConfusion, QTableWidget#ownConfusion QHeaderView,
    QTableWidget#ownConfusion QHeaderView::section,
    QTableWidget#ownConfusion QTableCornerButton::section {{
        background: {chosen.window}; border: none; color: {chosen.muted}; padding: 0;
    }}
    QTableWidget#ownConfusion QHeaderView::section:horizontal:last {{ padding-left: 3px; }}
    QListWidget#ownSheet {{
        background: {chosen.window}; border: 1px solid {chosen.line}; border-radius: 4px;
    }}
    QStatusBar::item {{ border: none; }}
    QToolTip {{
        background: {chosen.surface}; color: {chosen.text}; border: 1px solid {chosen.line};
        padding: 4px;
    }}
    """
