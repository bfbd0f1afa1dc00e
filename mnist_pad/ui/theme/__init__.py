"""The window's look: an 8-pixel grid, three text sizes, greys, and one accent colour."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from mnist_pad.workspace.preferences import Appearance, PreferencesStore

GRID_PX: Final = 8

_LEAST_TEXT_PX: Final = 13
_SMALL: Final = 12 / 13
_ANSWER: Final = 112 / 13
"""The small text and the answer, as parts of the text: all follow the system's font."""

_SYSTEM_TEXT_PROPERTY: Final = "systemTextPx"


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
    # Asked of the palette, not of the preferences: `system` names neither of the two.
    return DARK if widget.palette().window().color().lightness() < 128 else LIGHT


class _Follower(QObject):
    """Keeps an application in the appearance that the user chose, or the desktop's."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._preferences: PreferencesStore | None = None
        application.styleHints().colorSchemeChanged.connect(lambda _: self._apply())

    def follow(self, preferences: PreferencesStore) -> None:
        # In one application, several windows may follow each other; the last one's preferences
        # count.
        if self._preferences is not None:
            self._preferences.preferences_changed.disconnect(self._take)
        self._preferences = preferences
        preferences.preferences_changed.connect(self._take)
        self._apply()

    def _take(self) -> None:
        # Preferences change with every move of the window, and a style sheet takes long to apply.
        if self._appearance() != self._applied:
            self._apply()

    def _apply(self) -> None:
        self._applied = self._appearance()
        _apply(self._application, self._applied)

    def _appearance(self) -> Appearance:
        return "system" if self._preferences is None else self._preferences.current.appearance


def follow(application: QApplication, preferences: PreferencesStore) -> None:
    """Give the application its style, in the appearance that `preferences` name, now and later."""
    # One for the application, however many windows it opens.
    found = application.findChild(_Follower)
    follower = found if isinstance(found, _Follower) else _Follower(application)
    follower.follow(preferences)


def text_px() -> int:
    """Return the text's size: the system's, and at least 13 pixels."""
    application = QApplication.instance()
    found = None if application is None else application.property(_SYSTEM_TEXT_PROPERTY)
    return max(_LEAST_TEXT_PX, found or 0)


def small_px() -> int:
    """Return the size of what is said on the side."""
    return round(_SMALL * text_px())


def answer_px() -> int:
    """Return the size of the answer."""
    return round(_ANSWER * text_px())


def _apply(application: QApplication, appearance: Appearance) -> None:
    # The styles of Windows and macOS leave much of a palette and a style sheet unheeded.
    if application.style().objectName() != "fusion":
        application.setStyle("Fusion")
    if application.property(_SYSTEM_TEXT_PROPERTY) is None:
        # Before the first time, the font is the system's own.
        size = QFontInfo(application.font()).pixelSize()
        application.setProperty(_SYSTEM_TEXT_PROPERTY, size)
    desktop_dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    dark = desktop_dark if appearance == "system" else appearance == "dark"
    chosen = DARK if dark else LIGHT
    font = QFont(application.font())
    font.setPixelSize(text_px())
    # Figures of equal width: numbers that change must not make their neighbours jump.
    font.setFeature(QFont.Tag("tnum"), 1)
    application.setFont(font)
    application.setPalette(_palette(chosen))
    application.setStyleSheet(_stylesheet(chosen))


def _palette(chosen: Colours) -> QPalette:
    # From this one colour, Qt makes up the roles that are not named below.
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
    # Without a group, setColor sets the disabled colours as well: they would look enabled.
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
    QLabel[role="small"] {{ color: {chosen.muted}; font-size: {small_px()}px; }}
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
    QToolButton[role="switch"] {{
        font-size: {small_px()}px; padding: 0px 2px; min-height: 16px; color: {chosen.muted};
        background: transparent; border-style: dashed; text-decoration: line-through;
    }}
    QToolButton[role="switches"] {{
        font-size: {small_px()}px; padding: 0px 4px; min-height: 16px; color: {chosen.accent};
        border-color: {chosen.accent};
    }}
    QToolButton[role="switch"]:checked {{
        color: {chosen.text}; background: {chosen.surface}; border-style: solid;
        text-decoration: none;
    }}
    QToolButton::menu-indicator {{ subcontrol-position: right center; right: 6px; }}
    QToolButton#weightsMenuButton, QToolButton#exportRunButton, QToolButton#whatIfButton,
    QToolButton[role="menu"] {{
        padding-right: 20px;
    }}
    QTabWidget::pane {{ border: none; }}
    QTabWidget#pages > QTabBar, QTabWidget#evaluationTabs > QTabBar {{ border: none; }}
    QTabBar::tab {{
        background: transparent; color: {chosen.muted}; border: none;
        border-bottom: 2px solid transparent; padding: 4px 2px; margin-right: 14px;
    }}
    QTabWidget[narrow="true"] > QTabBar::tab {{ padding: 4px 1px; margin-right: 4px; }}
    QTabBar::tab:hover {{ color: {chosen.text}; }}
    QTabBar::tab:selected {{ color: {chosen.text}; border-bottom-color: {chosen.accent}; }}
    QTabBar::tab:focus {{ color: {chosen.accent}; }}
    QLabel[role="card"] {{
        background: {chosen.surface}; border: 1px solid {chosen.line}; border-radius: 6px;
    }}
    QLabel[role="wrong"] {{ color: {chosen.accent}; font-size: {small_px()}px; }}
    QSpinBox[wrong="true"], QDoubleSpinBox[wrong="true"], QLineEdit[wrong="true"] {{
        border: 2px solid {chosen.accent}; border-radius: 3px;
    }}
    QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {{ min-height: 22px; max-height: 22px; }}
    QTableWidget#runsTable, QTableWidget[role="table"] {{
        background: {chosen.surface}; border: 1px solid {chosen.line}; border-radius: 4px;
    }}
    QTableWidget#runsTable QHeaderView::section, QTableWidget[role="table"] QHeaderView::section {{
        background: {chosen.surface}; border: none; border-bottom: 1px solid {chosen.line};
        color: {chosen.muted}; padding: 3px 6px;
    }}
    QLabel[role="picture"] {{ background: {chosen.line}; }}
    QFrame[role="notice"] {{
        background: {chosen.surface}; border: 1px solid {chosen.muted}; border-radius: 4px;
    }}
    QProgressBar#trainingProgress, QProgressBar#evaluationProgress {{
        background: {chosen.line}; border: none; border-radius: 3px;
    }}
    QProgressBar#trainingProgress::chunk, QProgressBar#evaluationProgress::chunk {{
        background: {chosen.muted}; border-radius: 3px;
    }}
    QTableWidget[role="matrix"], QTableWidget[role="matrix"] QHeaderView,
    QTableWidget[role="matrix"] QHeaderView::section,
    QTableWidget[role="matrix"] QTableCornerButton::section {{
        background: {chosen.window}; border: none; color: {chosen.muted}; padding: 0;
    }}
    QTableWidget#ownConfusion QHeaderView::section:horizontal:last {{ padding-left: 3px; }}
    QListView[role="gallery"] {{
        background: {chosen.window}; border: 1px solid {chosen.line}; border-radius: 4px;
    }}
    QStatusBar::item {{ border: none; }}
    QToolTip {{
        background: {chosen.surface}; color: {chosen.text}; border: 1px solid {chosen.line};
        padding: 4px;
    }}
    """
