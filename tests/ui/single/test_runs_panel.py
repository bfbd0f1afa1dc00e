"""The runs page by itself, at runs that the recorder kept in no time."""

import os
import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLabel, QLineEdit, QPlainTextEdit

from mnist_pad.engine import lock
from mnist_pad.engine.record import LOCK_FILE, Origin
from mnist_pad.training.events import Divergence
from mnist_pad.ui.runs import panel as runs_panel
from tests.ui.single.telling import FAST, keep_run, run_events, started

NAMES = ("useRun", "goOn", "renameRun", "noteRun", "deleteRun", "restoreRun", "exportRun")
BUTTONS = {name.removesuffix("Run"): f"{name}Button" for name in NAMES}
DIVERGED = Divergence(1, 2, 9e3, "learning_rate", 1.0, None, 0.05)


@pytest.fixture
def kept(workspace):
    """Keep a completed run, one that diverged, and one with a name and a note; oldest first."""
    runs = workspace.runs.kept
    slow = replace(FAST, recipe="article")
    made = [
        keep_run(runs, run_events(losses=[0.5] * 30)),
        keep_run(runs, run_events(losses=[9e3, 9e9], epochs=0, outcome="diverged", cause=DIVERGED)),
        keep_run(runs, run_events(slow, losses=[0.9] * 20), config=slow, name="slow", note="why?"),
    ]
    workspace.runs.refresh()
    return made


class Page:
    """Somebody at the runs page."""

    def __init__(self, someone):
        self.someone, self.table = someone, someone.widget("runsTable")

    def select(self, *runs):
        self.table.clearSelection()
        for run in runs:
            item = next(
                self.table.item(row, 0)
                for row in range(self.table.rowCount())
                if self.table.item(row, 0).data(Qt.ItemDataRole.UserRole) == run
            )
            place = self.table.visualItemRect(item)
            self.someone.click_item(self.table, place, Qt.KeyboardModifier.ControlModifier)

    def titles(self):
        return [self.table.item(row, 0).text() for row in range(self.table.rowCount())]

    def usable(self):
        return {name for name, button in BUTTONS.items() if self.someone.is_enabled(button)}

    def curve(self, number):
        return self.someone.widget("runLossplot").getPlotItem().listDataItems()[number].getData()

    def rename_to(self, text):
        self.someone.click("renameRunButton")
        editor = self.table.findChild(QLineEdit)
        editor.setText(text)
        self.someone.qtbot.keyClick(editor, Qt.Key.Key_Return)


@pytest.fixture
def page(build, kept):
    return Page(build(runs_panel.PANEL))


def test_without_runs_the_page_says_how_they_come(build):
    someone = build(runs_panel.PANEL)
    assert someone.is_visible("runsEmpty")
    assert not someone.is_visible("useRunButton")


def test_runs_are_listed_the_newest_first(page):
    assert page.titles() == ["slow", "fast, changed", "fast, changed"]


def test_with_none_selected_nothing_can_be_done(page):
    assert page.usable() == set()
    assert page.someone.text("runDetails") == ""


def test_what_can_be_done_depends_on_what_is_selected(page, kept):
    whole, diverged, _ = kept
    page.select(whole)
    assert page.usable() == {"use", "goOn", "rename", "note", "delete", "export"}
    page.select(diverged)
    assert page.usable() == {"rename", "note", "delete", "export"}
    page.select(whole, diverged)
    assert page.usable() == {"delete"}


def test_in_a_run_weights_are_not_changed(page, kept, workspace, follow):
    page.select(kept[0])
    workspace.train()
    assert page.usable() == {"rename", "note", "delete", "export"}
    follow(*run_events())
    assert {"use", "goOn"} <= page.usable()


def test_a_run_that_goes_on_elsewhere_is_not_deleted(page, kept, workspace):
    path = workspace.runs.kept.path(kept[0])
    text = (path / "run.json").read_text().replace('"completed"', '"running"')
    (path / "run.json").write_text(text)
    holder = lock.hold(path / LOCK_FILE)
    try:
        workspace.runs.refresh()
        page.select(kept[0])
        assert "delete" not in page.usable()
    finally:
        os.close(holder)


def test_adapted_weights_are_used_but_not_gone_on_with(build, workspace):
    origin = Origin("built_in")
    run = keep_run(workspace.runs.kept, kind="adaptation", origin=origin)
    workspace.runs.refresh()
    page = Page(build(runs_panel.PANEL))
    page.select(run)
    assert "use" in page.usable()
    assert "goOn" not in page.usable()
    page.someone.click("useRunButton")
    assert workspace.weights.current.adapted_from == origin


def test_using_a_run_reads_with_its_weights(page, kept, workspace):
    page.select(kept[2])
    page.someone.click("useRunButton")
    assert workspace.weights.current.origin == Origin("run", kept[2])


def test_one_selected_run_is_drawn_without_a_name_several_with(page, kept):
    page.select(kept[0])
    page.someone.sees(lambda: len(page.curve(0)[0]) == 30)
    page.select(kept[0], kept[2])
    page.someone.sees(lambda: len(page.curve(0)[0]) == 20)
    assert len(page.curve(2)[0]) == 30
    items = page.someone.widget("runLossplot").getPlotItem().items
    names = [item.toPlainText() for item in items if hasattr(item, "toPlainText")]
    # One that was given no name is told apart by when it was.
    assert "slow" in names
    assert any(re.fullmatch(r"fast, changed \d\d:\d\d", name) for name in names)
    page.select(kept[0])
    page.someone.sees(lambda: "slow" not in [
        item.toPlainText() for item in items if hasattr(item, "toPlainText")
    ])  # fmt: skip


def test_with_none_selected_no_more_the_plots_are_empty(page, kept):
    page.select(kept[0])
    page.someone.sees(lambda: len(page.curve(0)[0]) == 30)
    page.table.clearSelection()
    assert page.curve(0)[0] is None or len(page.curve(0)[0]) == 0


def test_a_divergence_is_marked_and_told(page, kept):
    page.select(kept[1])
    assert "Diverged at step 2" in page.someone.text("runDetails")
    assert page.someone.widget("runLossplot").getPlotItem().ctrl.logYCheck.isChecked()


def test_a_run_is_renamed(page, kept, workspace):
    page.select(kept[0])
    page.rename_to("  first   try ")
    page.someone.sees(lambda: workspace.runs.record(kept[0]).name == "first try")
    page.someone.sees(lambda: page.titles()[2] == "first try")
    assert page.table.selected() == [kept[0]]


def test_a_name_taken_away_leaves_the_recipe_s(page, kept, workspace):
    page.select(kept[2])
    page.rename_to("")
    page.someone.sees(lambda: workspace.runs.record(kept[2]).name == "")
    page.someone.sees(lambda: page.titles()[0] == "article, changed")


def test_nothing_written_over_a_recipe_s_name_leaves_it(page, kept, workspace):
    page.select(kept[0])
    page.rename_to("")
    page.someone.sees(lambda: page.titles()[2] == "fast, changed")
    assert workspace.runs.record(kept[0]).name == ""


def test_a_name_that_cannot_be_kept_is_told_and_not_shown(page, kept, workspace):
    page.select(kept[0])
    path = workspace.runs.kept.path(kept[0])
    path.rename(path.with_name("elsewhere"))
    page.rename_to("mine")
    page.someone.sees(lambda: kept[0] in workspace.notices.current)
    page.someone.sees(lambda: "mine" not in page.titles())


@pytest.mark.parametrize("accepted", [True, False])
def test_a_note_is_written_in_a_dialog_that_shows_the_one_before(page, kept, workspace, accepted):
    page.select(kept[2])

    def write(dialog):
        field = dialog.findChild(QPlainTextEdit)
        before = field.toPlainText()
        field.setPlainText("because\nof this")
        dialog.accept() if accepted else dialog.reject()
        return before

    ask = lambda: page.someone.click("noteRunButton")  # noqa: E731
    assert page.someone.in_dialog(QInputDialog, ask, write) == "why?"
    told = "because\nof this" if accepted else "why?"
    page.someone.sees(lambda: page.someone.text("runDetails").endswith(told))
    assert workspace.runs.record(kept[2]).note == told


def test_a_note_is_no_markup(page, kept, workspace):
    workspace.runs.annotate(kept[0], "<h1>x</h1>")
    page.select(kept[0])
    label = page.someone.window.findChild(QLabel, "runDetails")
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_several_are_deleted_and_come_back(page, kept, workspace):
    page.select(kept[0], kept[1])
    page.someone.click("deleteRunButton")
    page.someone.sees(lambda: page.titles() == ["slow"])
    assert page.usable() == {"restore"}
    page.someone.click("restoreRunButton")
    page.someone.sees(lambda: len(page.titles()) == 3)
    assert "restore" not in page.usable()


def test_all_deleted_can_still_be_brought_back(page, kept):
    page.select(*kept)
    page.someone.click("deleteRunButton")
    page.someone.sees(lambda: page.someone.is_visible("runsEmpty"))
    page.someone.click("restoreRunButton")
    page.someone.sees(lambda: len(page.titles()) == 3)
    assert not page.someone.is_visible("runsEmpty")


def test_what_another_program_keeps_is_there_when_the_page_is_shown_again(page, workspace):
    page.someone.window.centralWidget().hide()
    keep_run(workspace.runs.kept, [started(), *run_events()[1:]], name="other")
    page.someone.window.centralWidget().show()
    page.someone.sees(lambda: "other" in page.titles())
