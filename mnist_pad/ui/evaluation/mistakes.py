"""The confusion matrix, and the images of a cell, or those that are misread or refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

import numpy as np
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

_Group = Literal["main", "refused"]
"""The main ones are the misread, or all where nobody says what they are."""

_ROW_PX: Final = GRID_PX * 9 // 4
_ROOM_FOR_LEGEND_PX: Final = GRID_PX * 45
_MATRIX_SHARE: Final = 3
_GALLERY_SHARE: Final = 2


class Mistakes(Section):
    """Shows all that are misread, worst first, until a cell is chosen or the refused are.

    Where nothing is labelled, and so nothing misread, it shows all images, the least sure first.
    """

    def __init__(self, evaluation: EvaluationStore) -> None:
        super().__init__(evaluation, "evaluationMistakes", "")
        self.setAccessibleName(self.tr("Matrix"))
        self._group: _Group = "main"
        self._labelled = True
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
        self._main = named(QPushButton(), "showMisreadButton")
        self._main.setProperty("role", "plain")
        self._refused = named(
            QPushButton(self.tr("Refused")), "showRefusedButton", self.tr("Refused")
        )
        self._refused.setToolTip(self.tr("Show all that are called no digit"))
        self._refused.setProperty("role", "plain")
        gallery = self.gallery("evaluationGallery", self.tr("Images, worst first"))
        self._images = Images(gallery, evaluation)
        self._heading.setBuddy(gallery)
        self._name_main()
        self._lay_out()
        self._matrix.choice_changed.connect(self._show_images)
        # Enter, or a double click where the system has it so.
        self._matrix.activated.connect(lambda _index: self._go_to_images())
        self._main.clicked.connect(lambda: self._choose("main"))
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
        self._labelled = not missing
        self._name_main()
        self._matrix.fill(findings.first.evaluation.confusion)
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
        elif self._labelled:
            found = misread(of, labels, blank=images.blank)
        else:
            found = np.argsort(of.max(axis=1), kind="stable")
        return list(map(int, found))

    def _described(self, count: int) -> str:
        if (cell := self._matrix.chosen) is not None:
            words = self.tr("{label} read as {answer}: {count:,}")
            return words.format(label=cell[0], answer=cell[1], count=count)
        if self._group == "refused":
            words = self.tr("Refused as no digit: {count:,}")
        elif self._labelled:
            words = self.tr("Misread, worst first: {count:,}")
        else:
            words = self.tr("All, the least sure first: {count:,}")
        return words.format(count=count)

    def _name_main(self) -> None:
        text = self.tr("Misread") if self._labelled else self.tr("All")
        self._main.setText(text)
        self._main.setAccessibleName(text)
        self._main.setToolTip(
            self.tr("Show all that are misread") if self._labelled else self.tr("Show all images")
        )

    def _go_to_images(self) -> None:
        gallery = self._images.gallery
        if self._matrix.chosen is not None and gallery.count:
            gallery.setFocus()
            gallery.setCurrentIndex(gallery.model().index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend out where there is no room for it; the tip says the same."""
        super().resizeEvent(event)
        self._legend.setVisible(self.height() >= _ROOM_FOR_LEGEND_PX and not self._reason.text())

    def _lay_out(self) -> None:
        for label in (self._legend, self._heading):
            label.setProperty("role", "small")
        heading = QHBoxLayout()
        heading.addWidget(self._heading, 1)
        heading.addWidget(self._main)
        heading.addWidget(self._refused)
        self.column.addWidget(self._reason)
        self.column.addWidget(self._legend)
        self.column.addWidget(self._matrix, _MATRIX_SHARE)
        self.column.addLayout(heading)
        self.column.addWidget(self._images.gallery, _GALLERY_SHARE)
