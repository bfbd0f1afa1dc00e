"""What the user has chosen for good: appearance, language, page, window, loading ahead."""

from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from PySide6.QtCore import QObject, Signal

Appearance = Literal["system", "light", "dark"]
Language = Literal["system", "en", "zh_CN"]
APPEARANCES: Final[tuple[Appearance, ...]] = ("system", "light", "dark")
LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh_CN", "system")


@dataclass(frozen=True)
class Preferences:
    """`settings_open` and `learning_open`: whether these parts of the training page are unfolded.

    `load_ahead`: whether TensorFlow is loaded as soon as the pointer comes near Train.

    `introduced`: whether the first start's marks have been seen; only at that one they have not.
    `page` is the object name of the page that is open; `place` is where the window is, and how
    large where it is not `maximized`: x, y, width and height in pixels, None before the first time.
    """

    appearance: Appearance = "system"
    load_ahead: bool = True
    settings_open: bool = False
    page: str = "trainPage"
    place: tuple[int, int, int, int] | None = None
    maximized: bool = False
    introduced: bool = True
    language: Language = "system"
    learning_open: bool = False


class PreferencesStore(QObject):
    """Signals: `preferences_changed()`."""

    preferences_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.current = Preferences()

    def choose(self, **changes: Any) -> None:
        """Change some of the preferences, named as the record's fields."""
        self.take(replace(self.current, **changes))

    def take(self, preferences: Preferences) -> None:
        """Take all preferences from now on."""
        # What changes nothing is not told: views answer a change by choosing what they show.
        if preferences != self.current:
            self.current = preferences
            self.preferences_changed.emit()
