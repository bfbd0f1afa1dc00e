"""The window "My drawings": what the user kept, how it is read, in which styles it is written."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mnist_pad.base.wording import drawings
from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.digits import DataError
from mnist_pad.dataset.drawings import Sample
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.ui.background import Background
from mnist_pad.ui.naming import named
from mnist_pad.ui.notice import Notice
from mnist_pad.ui.own_page import OwnPage
from mnist_pad.ui.own_reading import OwnReader, OwnReading, styles
from mnist_pad.ui.theme import GRID_PX

WINDOW_SIZE_PX: Final = (760, 620)
SMALLEST_SIZE_PX: Final = (640, 480)
DRAWING_FILES: Final = "Drawings (*.jsonl)"
EMPTY: Final = "No drawings yet. When the pad misreads you, press the digit it was."
UNREADABLE: Final = "The drawings could not be read."


class OwnDrawings(QDialog):
    """Shows a collection; never modal, and closes with the window it belongs to.

    Signals: `collection_changed()`, after drawings were deleted; `drawing_opened(Sample)`, to be
    looked at on the pad.
    """

    collection_changed = Signal()
    drawing_opened = Signal(object)

    def __init__(self, *, collection: Collection, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "ownDrawings", "My drawings")
        self.setWindowTitle("My drawings")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(*WINDOW_SIZE_PX)
        self.setMinimumSize(*SMALLEST_SIZE_PX)
        self._collection = collection
        self._background = background
        self._reader = OwnReader(collection)
        self._recognizer: Recognizer | None = None
        self.notice = _own_notice()
        self._summary = named(QLabel(), "ownSummary", "Summary")
        self._problems = named(QLabel(), "ownProblems", "Damaged lines")
        self._empty = named(QLabel(), "ownEmpty", "No drawings")
        self._page = OwnPage()
        self._pages = QStackedWidget()
        self._delete = _button("Delete", "deleteDrawingButton", "Delete the selected drawings")
        self._export = _button("Export …", "exportDrawingsButton", "Export all drawings to a file")
        self._lay_out()
        self._page.selection_changed.connect(self._offer_to_delete)
        self._page.delete_requested.connect(self.delete_selected)
        self._page.drawing_opened.connect(self.drawing_opened)
        self._delete.clicked.connect(self.delete_selected)
        self._export.clicked.connect(self.ask_where_to_export)
        parent.installEventFilter(self)

    def show_read_by(self, recognizer: Recognizer) -> None:
        """Read the drawings with this network from now on."""
        self._recognizer = recognizer
        self.refresh()

    def refresh(self) -> None:
        """Read the file again; while the window is hidden, that waits until it is shown."""
        if self._recognizer is not None and self.isVisible():
            self._background.run(
                partial(self._reader.read, self._recognizer),
                then=self._show_reading,
                refused=self._tell_unreadable,
            )

    def delete_selected(self) -> None:
        """Delete the selected drawings."""
        if samples := self._page.selected():
            self._background.run(
                partial(_remove, self._collection, samples),
                then=self._tell_deleted,
                refused=self.notice.tell,
            )

    def ask_where_to_export(self) -> None:
        """Let the user name a file, and write all drawings there."""
        title, suggested = "Export drawings", "drawings.jsonl"
        path, _ = QFileDialog.getSaveFileName(self, title, suggested, DRAWING_FILES)
        if path:
            self.export(Path(path))

    def export(self, path: Path) -> None:
        """Write all drawings to a file; one without an ending gets .jsonl."""
        target = path if path.suffix else path.with_suffix(".jsonl")
        self._background.run(
            partial(self._collection.export, target),
            then=lambda count: self.notice.tell(f"{drawings(count)} exported to {target.name}."),
            refused=self.notice.tell,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Read the file as it is now."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Read the file again when the user comes back: another window may have added to it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close with the main window, whose background takes no work afterwards."""
        if event.type() == QEvent.Type.Close:
            self.close()
        return False

    def _show_reading(self, reading: OwnReading) -> None:
        self._summary.setText(reading.summary if reading.drawings else "")
        self._problems.setText(reading.damage(self._collection.path.name))
        self._problems.setVisible(bool(reading.problems))
        self._page.show_reading(reading)
        self._export.setEnabled(bool(reading.drawings))
        self._empty.setText(EMPTY)
        self._pages.setCurrentWidget(self._page if reading.drawings else self._empty)
        # Apart from the reading: the first time, the styles take a second or two.
        self._background.run(
            partial(styles, reading.drawings),
            then=self._page.show_styles,
            refused=self.notice.tell,
        )

    def _tell_unreadable(self, message: str) -> None:
        # What was read before stays on show.
        self._empty.setText(UNREADABLE)
        self.notice.tell(message)

    def _tell_deleted(self, result: tuple[int, str]) -> None:
        deleted, problem = result
        if problem:
            self.notice.tell(problem)
        else:
            self.notice.hide()
        if deleted:
            self.refresh()
            self.collection_changed.emit()

    def _offer_to_delete(self) -> None:
        self._delete.setEnabled(bool(self._page.selected()))

    def _lay_out(self) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._summary.setFont(font)
        self._problems.setProperty("role", "small")
        self._problems.setWordWrap(True)
        self._problems.hide()
        self._empty.setProperty("role", "small")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._page)
        for button in (self._delete, self._export):
            button.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID_PX * 2, GRID_PX * 2, GRID_PX * 2, GRID_PX * 2)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._summary)
        layout.addWidget(self._problems)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.notice)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        row.addStretch(1)
        row.addWidget(self._delete)
        row.addWidget(self._export)
        return row


def _button(text: str, name: str, label: str) -> QPushButton:
    button = named(QPushButton(text), name, label)
    # Qt presses a dialog's first such button on Enter, whatever has the focus.
    button.setAutoDefault(False)
    return button


def _own_notice() -> Notice:
    notice = Notice()
    # The main window's are found by these names, and this window is its child.
    for kind, name in ((QLabel, "ownNoticeText"), (QToolButton, "ownDismissNoticeButton")):
        for part in notice.findChildren(kind):
            part.setObjectName(name)
    return notice


def _remove(collection: Collection, samples: Sequence[Sample]) -> tuple[int, str]:
    """Return how many drawings could be taken away, and why not the rest."""
    for count, sample in enumerate(samples):
        try:
            collection.remove(sample)
        except DataError as error:
            return count, str(error)
    return len(samples), ""
