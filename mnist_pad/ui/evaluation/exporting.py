"""The button whose menu writes what was found to a file."""

from collections.abc import Callable
from datetime import datetime, timezone
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from mnist_pad.ui.evaluation.words import choice_name
from mnist_pad.ui.kit.dialogs import ask_to_save
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.pixmaps import save_picture
from mnist_pad.ui.kit.weights_names import describe
from mnist_pad.workspace.weights import WeightsInUse
from mnist_pad.workspace.workspace import Workspace


class Exporting(QToolButton):
    """Offers a report, figures and pictures; `part` is the part of the page that is in sight."""

    def __init__(
        self, workspace: Workspace, page: QWidget, part: Callable[[], QWidget | None]
    ) -> None:
        super().__init__()
        named(self, "exportEvaluationButton", self.tr("Export"))
        self.setText(self.tr("Export"))
        self.setToolTip(self.tr("Write what was found to a file"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("role", "menu")
        self._workspace = workspace
        self._evaluation = workspace.evaluation
        menu = named(QMenu(self), "exportEvaluationButtonMenu", self.tr("Export"))
        menu.addAction(self.tr("&Report, one HTML file …"), self._export_report)
        menu.addAction(self.tr("&Figures and answers as CSV …"), self._export_csv)
        menu.addAction(self.tr("This &part as picture …"), lambda: self._export_picture(part()))
        menu.addAction(self.tr("The pa&ge as picture …"), lambda: self._export_picture(page))
        self.setMenu(menu)
        self._evaluation.evaluation_changed.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        self.setEnabled(self._evaluation.current.shown is not None)

    def _export_report(self) -> None:
        from mnist_pad.engine.report import page
        from mnist_pad.engine.report.page import Subject

        shown = self._evaluation.current.shown
        path = None if shown is None else self._ask("html")
        if shown is not None and path is not None:
            asked = shown.asked
            subject = Subject(
                images=choice_name(asked.choice),
                weights=self._name(asked.first),
                time=datetime.now(timezone.utc).isoformat(timespec="seconds"),
                against="" if asked.second is None else self._name(asked.second),
            )
            self._export(partial(page.write, shown.findings, subject, path), path)

    def _export_csv(self) -> None:
        from mnist_pad.engine.report import csv_file

        shown = self._evaluation.current.shown
        path = None if shown is None else self._ask("csv")
        if shown is not None and path is not None:
            self._export(partial(csv_file.write, shown.findings, path), path)

    def _export_picture(self, widget: QWidget | None) -> None:
        path = None if widget is None else self._ask("png")
        if widget is not None and path is not None:
            # Taken here: a widget is the window's thread's alone.
            image = widget.grab().toImage()
            self._export(partial(save_picture, image, path), path)

    def _name(self, weights: WeightsInUse) -> str:
        return describe(self._workspace, weights)

    def _export(self, work: Callable[[], object], path: Path) -> None:
        self._evaluation.export(work, path.name)

    def _ask(self, ending: str) -> Path | None:
        kinds = f"{ending.upper()} (*.{ending})"
        title = self.tr("Export the evaluation")
        path = ask_to_save(self, title, kinds, suggested=f"evaluation.{ending}")
        # Dialogs do not add an ending on every system.
        return path if path is None or path.suffix else path.with_suffix(f".{ending}")
