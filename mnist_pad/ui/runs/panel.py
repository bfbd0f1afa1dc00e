"""The runs page: the list, what is known of the selected run, and the curves of several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mnist_pad.base.wording import translate
from mnist_pad.engine.record import RunRecord
from mnist_pad.ui.kit.command import TRAIN, Command, Commands, push_button
from mnist_pad.ui.kit.dialogs import ask_for_folder, ask_to_save
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.pixmaps import save_picture
from mnist_pad.ui.kit.run_names import curve_name, title
from mnist_pad.ui.kit.while_there import while_there
from mnist_pad.ui.panel import Panel
from mnist_pad.ui.runs import words
from mnist_pad.ui.runs.table import RunsTable
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.runs import Lineage
from mnist_pad.workspace.workspace import Workspace

if TYPE_CHECKING:
    # Importing pyqtgraph takes longer than the window can wait.
    from mnist_pad.ui.kit.curves import AccuracyPanel, LossPanel

_OVERLAID: Final = 6


class RunsPanel(QWidget):
    """Lists the runs; what is pressed is done with the selected ones."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        self._workspace = workspace
        self._runs = workspace.runs
        self._selections = workspace.selections
        self._table = RunsTable()
        self._empty = named(QLabel(), "runsEmpty", self.tr("No runs"))
        self._empty.setText(self.tr("No run was kept yet. Press Train: each run is kept here."))
        self._empty.setProperty("role", "small")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._details = named(QLabel(), "runDetails", self.tr("About the selected run"))
        self._details.setProperty("role", "small")
        # A note may look like markup.
        self._details.setTextFormat(Qt.TextFormat.PlainText)
        self._details.setWordWrap(True)
        self._details.setMinimumHeight(self._details.fontMetrics().lineSpacing() * 2)
        self._buttons = self._make_buttons(commands)
        self._plots: tuple[LossPanel, AccuracyPanel] | None = None
        self._lay_out()
        self._table.renamed.connect(self._rename)
        self._table.use_requested.connect(self._runs.use)
        self._table.itemSelectionChanged.connect(self._show_selected)
        self._runs.runs_changed.connect(self._show_runs)
        for changed in (workspace.run.run_started, workspace.run.run_ended):
            changed.connect(self._offer)
        self._show_runs()
        self._table.restore(self._selections.runs)
        self._table.verticalScrollBar().valueChanged.connect(self._remember)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again which runs there are: other windows and the command line make some too."""
        super().showEvent(event)
        self._runs.refresh()

    def _remember(self) -> None:
        # Hidden, it may be on its way out already.
        if self._table.isVisible():
            self._selections.runs = self._table.selection()

    def _make_buttons(self, commands: Commands) -> dict[str, QPushButton | QToolButton]:
        made: dict[str, QPushButton | QToolButton] = {
            "use": _button("useRunButton", self.tr("Use"), self.tr("Read with this run's weights")),
            "go_on": _button("goOnButton", self.tr("Go on"), self.tr("Go on with this run")),
            "rename": _button(
                "renameRunButton", self.tr("Rename"), self.tr("Give this run a name (F2)")
            ),
            "note": _button(
                "noteRunButton", self.tr("Note …"), self.tr("Write a note to this run")
            ),
            "delete": _button(
                "deleteRunButton", self.tr("Delete"), self.tr("Delete the selected runs")
            ),
            "restore": push_button(
                commands["restoreRun"], "restoreRunButton", label=self.tr("Undelete")
            ),
        }
        export = named(QToolButton(), "exportRunButton", self.tr("Export"))
        export.setText(self.tr("Export"))
        export.setToolTip(self.tr("Write this run's weights or curves to a file"))
        export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        export.setMenu(self._export_menu(export))
        made["export"] = export
        made["use"].clicked.connect(lambda: self._with_first(self._runs.use))
        made["go_on"].clicked.connect(lambda: self._with_first(self._workspace.going_on.go_on_with))
        made["rename"].clicked.connect(self._table.rename_selected)
        made["note"].clicked.connect(self._ask_for_note)
        made["delete"].clicked.connect(lambda: self._runs.delete(self._table.selected()))
        return made

    def _export_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        kept = self._runs.kept
        weights = partial(self._export_file, "npz", kept.export_weights)
        menu.addAction(self.tr("&Weights …"), weights)
        curves = partial(self._export_file, "csv", kept.export_csv)
        menu.addAction(self.tr("&Curves as CSV …"), curves)
        menu.addAction(self.tr("Curves as &picture …"), self._export_picture)
        menu.addAction(self.tr("For &TensorBoard …"), self._export_tensorboard)
        return menu

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        self._actions = QWidget()
        grid = QGridLayout(self._actions)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID_PX // 2)
        for place, button in enumerate(self._buttons.values()):
            grid.addWidget(button, *divmod(place, 4))
        self._drawn = QVBoxLayout()
        self._drawn.setSpacing(GRID_PX)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._table, 2)
        layout.addWidget(self._details)
        layout.addWidget(self._actions)
        layout.addLayout(self._drawn, 3)

    def _show_runs(self) -> None:
        records = self._runs.records
        self._table.show_runs(records)
        # A note is in no row of the table.
        self._describe()
        self._empty.setVisible(not records)
        for widget in (self._table, self._details, self._actions):
            # When all runs are deleted, Undelete has to stay within reach.
            widget.setVisible(bool(records) or bool(self._runs.deleted))

    def _show_selected(self) -> None:
        self._remember()
        records = self._selected()
        self._describe()
        if ids := tuple(record.id for record in records[:_OVERLAID]):
            # Results come in the order of the calls: the last selection is drawn last.
            draw = while_there(self, partial(self._draw, records[:_OVERLAID]))
            self._runs.read_each(ids, then=draw)
        elif self._plots is not None:
            self._draw([], ())

    def _describe(self) -> None:
        records = self._selected()
        self._details.setText(words.details(records[0], self._runs) if records else "")
        self._offer()

    def _offer(self) -> None:
        records = self._selected()
        idle = not self._workspace.run.is_running
        one = len(records) == 1
        usable = one and idle and records[0].has_weights
        self._buttons["use"].setEnabled(usable)
        self._buttons["go_on"].setEnabled(usable and records[0].kind == "training")
        self._buttons["rename"].setEnabled(one)
        self._buttons["note"].setEnabled(one)
        self._buttons["export"].setEnabled(one)
        ended = all(record.outcome != "running" for record in records)
        self._buttons["delete"].setEnabled(bool(records) and ended)

    def _draw(self, records: Sequence[RunRecord], lineage: Lineage) -> None:
        from mnist_pad.ui.kit.curves import AccuracyPanel, LossPanel, RunCurve, infinite_at

        if self._plots is None:
            self._plots = LossPanel(), AccuracyPanel()
            for plot in self._plots:
                # The training page's have these names.
                plot.plot.setObjectName(f"run{plot.plot.objectName().capitalize()}")
                self._drawn.addWidget(plot)
        several = len(records) > 1
        curves = [
            RunCurve(
                history,
                name=curve_name(record) if several else "",
                infinite_at=infinite_at(record.cause),
            )
            for record, (_, history) in zip(records, lineage, strict=True)
        ]
        for plot in self._plots:
            plot.draw(curves)

    def _selected(self) -> list[RunRecord]:
        found = map(self._runs.record, self._table.selected())
        return [record for record in found if record is not None]

    def _with_first(self, do: Callable[[str], object]) -> None:
        if selected := self._table.selected():
            do(selected[0])

    def _rename(self, run: str, name: str) -> None:
        record = self._runs.record(run)
        # An unnamed run is edited under its recipe's name; left as it is, that is no name.
        if record is not None and name not in (record.name, title(record)):
            self._runs.rename(run, name)

    def _ask_for_note(self) -> None:
        records = self._selected()
        if not records:
            return
        title = self.tr("Note to this run")
        note, accepted = QInputDialog.getMultiLineText(self, title, "", records[0].note)
        if accepted:
            self._runs.annotate(records[0].id, note)

    def _export_file(self, ending: str, write: Callable[[str, Path], None]) -> None:
        if (chosen := self._ask_where(ending)) is not None:
            run, path = chosen
            self._runs.export(partial(write, run, path), path.name)

    def _export_picture(self) -> None:
        if (chosen := self._ask_where("png")) is not None:
            _, path = chosen
            # As the window shows them: pyqtgraph's own export knows nothing of the headings.
            image = self.grab(self._drawn.geometry()).toImage()
            self._runs.export(partial(save_picture, image, path), path.name)

    def _ask_where(self, ending: str) -> tuple[str, Path] | None:
        """Return the first selected run and where it shall go; None where that is not to be."""
        records = self._selected()
        if not records:
            return None
        run, title = records[0].id, self.tr("Export the run")
        kinds = f"{ending.upper()} (*.{ending})"
        path = ask_to_save(self, title, kinds, suggested=f"{run}.{ending}")
        return None if path is None else (run, path)

    def _export_tensorboard(self) -> None:
        records = self._selected()
        folder = ask_for_folder(self, self.tr("Export for TensorBoard")) if records else None
        if folder is not None:
            work = partial(self._runs.kept.export_tensorboard, records[0].id, folder)
            self._runs.export(work, folder.name)


def _button(name: str, text: str, tip: str) -> QPushButton:
    button = named(QPushButton(text), name, text)
    button.setToolTip(tip)
    return button


def commands(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    """Return what can be done with no run selected."""
    runs = workspace.runs
    return (
        Command(
            window,
            "restoreRun",
            TRAIN,
            translate("RunsPanel", "&Undelete runs"),
            runs.take_back,
            usable=lambda: bool(runs.deleted),
            changes=(runs.runs_changed,),
            tip=translate("RunsPanel", "Bring back the runs that were deleted last"),
        ),
    )


def _help() -> str:
    return translate(
        "RunsPanel",
        "Every run is kept, with its curves and weights. Select several to compare them; read the "
        "pad with one, go on with it, call it by a name (F2), write a note to it, export it.",
    )


PANEL: Final = Panel(
    "runsPage", "page", RunsPanel, commands, lambda: translate("RunsPanel", "Runs"), help=_help
)
