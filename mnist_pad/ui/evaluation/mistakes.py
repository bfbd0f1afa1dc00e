"""The confusion matrix, and the images of a cell, or those that are misread or refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from mnist_pad.engine.evaluating.findings import Findings
from mnist_pad.recognizer.evaluation import misread
from mnist_pad.recognizer.picking import in_cell, refused
from mnist_pad.ui.evaluation.section import Images, Reason, Section
from mnist_pad.ui.evaluation.words import reason
from mnist_pad.ui.kit.matrix import Matrix
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.evaluation import EvaluationStore, Shown

_Group = Literal["misread", "refused"]

_ROW_PX: Final = GRID_PX * 9 // 4
_ROOM_FOR_LEGEND_PX: Final = GRID_PX * 45
_MATRIX_SHARE: Final = 3
_GALLERY_SHARE: Final = 2


class Mistakes(Section):
    """Shows all that are misread, worst first, until a cell is chosen or the refused are."""

    def __init__(self, evaluation: EvaluationStore) -> None:
        super().__init__(evaluation, "evaluationMistakes", "")
        self.setAccessibleName(self.tr("Matrix"))
        self._group: _Group = "misread"
        self._matrix = Matrix(
            "evaluationMatrix",
            self.tr("What was written, by row, and what it is read as, by column"),
            self.tr("{label} read as {answer}: {count:,}"),
            row_px=_ROW_PX,
        )
        self._matrix.setToolTip(
            self.tr(
                "Rows: what was written; columns: what it is read as. Click a number to see its "
                "images; Enter goes to them."
            )
        )
        self._legend = QLabel(self.tr("Rows: what was written. Columns: what it is read as."))
        self._reason = Reason("evaluationMatrixReason", self.tr("Why there is no matrix"))
        self._heading = named(QLabel(), "evaluationHeading", self.tr("Which images are shown"))
        self._misread = self._button(
            "showMisreadButton", self.tr("Misread"), self.tr("Show all that are misread")
        )
        self._refused = self._button(
            "showRefusedButton", self.tr("Refused"), self.tr("Show all that are called no digit")
        )
        gallery = self.gallery("evaluationGallery", self.tr("Images, worst first"))
        self._images = Images(gallery, evaluation)
        self._heading.setBuddy(gallery)
        self._lay_out()
        self._matrix.choice_changed.connect(self._show_images)
        # Enter, or a double click where the system has it so.
        self._matrix.activated.connect(lambda _index: self._go_to_images())
        self._misread.clicked.connect(lambda: self._choose("misread"))
        self._refused.clicked.connect(lambda: self._choose("refused"))

    def parts(self, findings: Findings) -> tuple[object, ...]:
        """Return what is shown of findings."""
        return (findings.first.evaluation,)

    def show_findings(self, shown: Shown) -> None:
        """Show the matrix, and the images of what is chosen."""
        findings = shown.findings
        missing = reason(findings, "confusion")
        self._reason.tell(missing, self._matrix)
        self._legend.setVisible(not missing and self.height() >= _ROOM_FOR_LEGEND_PX)
        self._misread.setVisible(not missing)
        self._matrix.fill(findings.first.evaluation.confusion)
        if missing and self._group == "misread":
            self._group = "refused"
        self._show_images()

    def _choose(self, group: _Group) -> None:
        self._group = group
        if self._matrix.chosen is None:
            self._show_images()
        else:
            # Which tells of itself.
            self._matrix.clearSelection()

    def _show_images(self) -> None:
        if self.shown is not None:
            indices = self._indices(self.shown)
            self._heading.setText(self._described(len(indices)))
            self._images.show_images(self.shown, indices)

    def _indices(self, shown: Shown) -> Sequence[int]:
        images, answers = shown.findings.images, shown.findings.first
        of, labels = answers.probabilities, images.labels
        if (cell := self._matrix.chosen) is not None:
            found = in_cell(of, labels, cell, blank=images.blank)
        elif self._group == "refused":
            found = refused(of, labels, answers.rejected, blank=images.blank)
        else:
            found = misread(of, labels, blank=images.blank)
        return list(map(int, found))

    def _described(self, count: int) -> str:
        if (cell := self._matrix.chosen) is not None:
            words = self.tr("{label} read as {answer}: {count:,}")
            return words.format(label=cell[0], answer=cell[1], count=count)
        words = (
            self.tr("Refused as no digit: {count:,}")
            if self._group == "refused"
            else self.tr("Misread, worst first: {count:,}")
        )
        return words.format(count=count)

    def _go_to_images(self) -> None:
        gallery = self._images.gallery
        if self._matrix.chosen is not None and gallery.count:
            gallery.setFocus()
            gallery.setCurrentIndex(gallery.model().index(0, 0))

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = named(QPushButton(text), name, text)
        button.setToolTip(tip)
        button.setProperty("role", "plain")
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend out where there is no room for it; the tip says the same."""
        super().resizeEvent(event)
        self._legend.setVisible(self.height() >= _ROOM_FOR_LEGEND_PX and not self._reason.text())

    def _lay_out(self) -> None:
        for label in (self._legend, self._heading):
            label.setProperty("role", "small")
        heading = QHBoxLayout()
        heading.addWidget(self._heading, 1)
        heading.addWidget(self._misread)
        heading.addWidget(self._refused)
        self.column.addWidget(self._reason)
        self.column.addWidget(self._legend)
        self.column.addWidget(self._matrix, _MATRIX_SHARE)
        self.column.addLayout(heading)
        self.column.addWidget(self._images.gallery, _GALLERY_SHARE)
