"""What the user has chosen for good, kept in the user's configuration folder."""

from typing import Final

from platformdirs import user_config_path
from PySide6.QtCore import QSettings

_LOAD_AHEAD: Final = "training/load_ahead"


def load_ahead() -> bool:
    """Whether TensorFlow is loaded as soon as the pointer comes near Train; it is, at first."""
    return bool(_settings().value(_LOAD_AHEAD, True, type=bool))


def set_load_ahead(chosen: bool) -> None:
    """Keep the choice."""
    _settings().setValue(_LOAD_AHEAD, chosen)


def _settings() -> QSettings:
    path = user_config_path("mnist-pad", appauthor=False) / "settings.ini"
    return QSettings(str(path), QSettings.Format.IniFormat)
