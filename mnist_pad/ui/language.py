"""The window's language: the one that the preferences name, or the system's, now and later."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from mnist_pad.base import languages, wording
from mnist_pad.base.languages import Spoken
from mnist_pad.workspace.notices import NoticeStore
from mnist_pad.workspace.preferences import PreferencesStore

_QT_S_OWN: Final = "qtbase"
"""The catalogue of Qt's own dialogs and keys."""


class _Speaker(QObject):
    """Has an application translate into the language that the user chose, or the system's.

    Qt then sends each window QEvent.LanguageChange.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._preferences: PreferencesStore | None = None
        self._notices: NoticeStore | None = None
        self.spoken: Spoken = "en"
        self._translators: list[QTranslator] = []
        self._has_told = False

    def follow(self, preferences: PreferencesStore, notices: NoticeStore) -> None:
        # In one application, several windows may follow each other; the last one's preferences
        # count.
        if self._preferences is not None:
            self._preferences.preferences_changed.disconnect(self._take)
        self._preferences, self._notices = preferences, notices
        preferences.preferences_changed.connect(self._take)
        self._take()

    def _take(self) -> None:
        spoken = self._chosen()
        # Preferences change with every move of the window, and it takes long to be made anew.
        if spoken == self.spoken:
            return
        self.spoken = spoken
        for translator in self._translators:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._translators = [] if spoken == "en" else self._loaded(spoken)
        for translator in self._translators:
            self._application.installTranslator(translator)

    def _chosen(self) -> Spoken:
        language = "system" if self._preferences is None else self._preferences.current.language
        if language == "system":
            return languages.spoken(QLocale.system().uiLanguages())
        return language

    def _loaded(self, spoken: Spoken) -> list[QTranslator]:
        own, qt_s = QTranslator(self), QTranslator(self)
        path = languages.catalogue(spoken, "qm")
        if not own.load(str(path)):
            # Half in one language and half in another is worse than English.
            if self._notices is not None and not self._has_told:
                self._has_told = True
                self._notices.tell(languages.unreadable(path))
            return []
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        # Without it, a few buttons stay English; some systems' Qt has none.
        has_qt_s = qt_s.load(f"{_QT_S_OWN}_{spoken}", folder)
        return [qt_s, own] if has_qt_s else [own]


def follow(
    application: QCoreApplication, preferences: PreferencesStore, notices: NoticeStore
) -> None:
    """Have the application speak the language that `preferences` name, now and later.

    A catalogue that cannot be read is told once; then it speaks English.
    """
    wording.translate_with(QCoreApplication.translate)
    # One for the application, however many windows it opens.
    (_speaker(application) or _Speaker(application)).follow(preferences, notices)


def spoken() -> Spoken:
    """Return the language that the application speaks."""
    application = QCoreApplication.instance()
    speaker = None if application is None else _speaker(application)
    return "en" if speaker is None else speaker.spoken


def _speaker(application: QCoreApplication) -> _Speaker | None:
    found = application.findChild(_Speaker)
    return found if isinstance(found, _Speaker) else None
