"""The table of runs and a run's words, by themselves."""

import time
from dataclasses import replace
from datetime import datetime, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from mnist_pad.engine.record import Origin, RunRecord
from mnist_pad.training.events import Divergence
from mnist_pad.ui.runs import words
from mnist_pad.ui.runs.table import RunsTable
from tests.ui.single.telling import FAST, NOTHING


def record(run="a", **values):
    made = RunRecord(
        id=run, kind="training", recipe="fast", changed=False, config=FAST, name="", note="",
        started="2026-01-31T12:05:00.000+00:00", seconds=83.0, outcome="completed", epochs=5,
        train_accuracy=0.97, test_accuracy=0.9812, origin=NOTHING, cause=None, compared=None,
        has_weights=True,
    )  # fmt: skip
    return replace(made, **values)


class Person:
    """Somebody at the table of runs."""

    def __init__(self, someone, table):
        self.someone, self.table = someone, table

    def rows(self):
        return [self.table.item(row, 0).text() for row in range(self.table.rowCount())]

    def click(self, row, modifiers=Qt.KeyboardModifier.NoModifier):
        place = self.table.visualItemRect(self.table.item(row, 0))
        self.someone.click_item(self.table, place, modifiers)

    def editor(self):
        return self.table.findChild(QLineEdit)


@pytest.fixture
def person(show):
    table = RunsTable()
    return Person(show(table), table)


def test_a_row_says_name_time_accuracy_and_outcome(person):
    person.table.show_runs([record(name="first"), record("b", test_accuracy=None)])
    first = [person.table.item(0, column).text() for column in range(4)]
    assert first == ["first", words.when(record()), "98.12 %", "completed"]
    assert person.table.item(1, 2).text() == ""
    assert person.table.item(0, 1).toolTip() == first[1]


def test_what_was_selected_stays_so_wherever_it_is_now(person):
    person.table.show_runs([record("a"), record("b"), record("c")])
    person.click(0)
    person.click(2, Qt.KeyboardModifier.ControlModifier)
    person.table.show_runs([record("new"), record("c", name="other"), record("b"), record("a")])
    assert person.table.selected() == ["c", "a"]


def test_a_run_that_is_gone_is_selected_no_longer_nor_is_its_neighbour(person):
    person.table.show_runs([record("a"), record("b")])
    person.click(0)
    told = []
    person.table.itemSelectionChanged.connect(lambda: told.append(person.table.selected()))
    person.table.show_runs([record("b")])
    assert person.table.selected() == []
    assert told == [[]]


def test_what_is_shown_already_is_left_alone(person):
    person.table.show_runs([record("a")])
    item = person.table.item(0, 0)
    person.table.show_runs([record("a", note="seen in no row")])
    assert person.table.item(0, 0) is item


def test_a_name_that_is_being_written_is_not_disturbed(person):
    person.table.show_runs([record("a"), record("b")])
    person.click(0)
    person.table.rename_selected()
    person.editor().setText("half a na")
    person.table.show_runs([record("new"), record("a"), record("b")])
    assert person.editor().text() == "half a na"
    assert person.table.rowCount() == 2


def test_what_came_while_a_name_was_written_is_shown_when_it_is_given_up(person):
    person.table.show_runs([record("a")])
    person.click(0)
    person.table.rename_selected()
    person.table.show_runs([record("new"), record("a", name="mine")])
    person.someone.qtbot.keyClick(person.editor(), Qt.Key.Key_Escape)
    person.someone.sees(lambda: person.rows() == ["fast", "mine"])


def test_a_name_is_told_without_the_space_around_it(person):
    person.table.show_runs([record("a"), record("b")])
    told = []
    person.table.renamed.connect(lambda *values: told.append(values))
    person.click(1)
    person.table.rename_selected()
    person.editor().setText("  mine ")
    person.someone.qtbot.keyClick(person.editor(), Qt.Key.Key_Return)
    person.someone.sees(lambda: told == [("b", "mine")])


def test_showing_runs_renames_none(person):
    told = []
    person.table.renamed.connect(lambda *values: told.append(values))
    person.table.show_runs([record("a")])
    person.table.show_runs([record("a", name="mine")])
    assert told == []


def test_only_names_can_be_written_over(person):
    person.table.show_runs([record("a")])
    editable = [
        bool(person.table.item(0, column).flags() & Qt.ItemFlag.ItemIsEditable)
        for column in range(4)
    ]
    assert editable == [True, False, False, False]


def test_renaming_nothing_does_nothing(person):
    person.table.show_runs([record("a")])
    person.table.rename_selected()
    assert person.editor() is None


def test_a_double_click_asks_for_the_run(person):
    person.table.show_runs([record("a"), record("b")])
    told = []
    person.table.use_requested.connect(told.append)
    person.click(1)
    assert told == []
    place = person.table.visualItemRect(person.table.item(1, 0)).center()
    person.someone.qtbot.mouseDClick(person.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == ["b"]


def test_a_run_s_title_is_its_name_or_its_recipe():
    assert words.title(record()) == "fast"
    assert words.title(record(changed=True)) == "fast, changed"
    assert words.title(record(changed=True, name="mine")) == "mine"


@pytest.fixture
def far_east(monkeypatch):
    """Nine hours before Greenwich's clocks."""
    monkeypatch.setenv("TZ", "XXX-9")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_times_are_of_the_place_and_name_another_year(far_east):
    year = datetime.now(timezone.utc).year
    this = record(started=f"{year}-06-30T12:05:00.000+00:00")
    assert words.when(this) == "06-30 21:05"
    assert words.when(record(started="2001-12-31T20:00:00.000+00:00")) == "2002-01-01 05:00"
    assert words.when(record(started="long ago")) == "long ago"


@pytest.mark.parametrize(
    "outcome", ["completed", "stopped", "diverged", "failed", "running", "interrupted"]
)
def test_an_outcome_is_a_word(outcome):
    assert words.outcome(record(outcome=outcome)) == outcome


@pytest.fixture
def runs(workspace):
    workspace.runs.records = (record("earlier", name="base"),)
    return workspace.runs


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        (NOTHING, "from new weights"),
        (Origin("built_in"), "from the built-in weights"),
        (Origin("file", "/somewhere/mine.npz"), "from mine.npz"),
        (Origin("run", "gone"), "from gone"),
    ],
)
def test_details_say_where_a_run_started(runs, origin, told):
    assert words.details(record(origin=origin), runs).endswith(f"{told} · training 97.00 %")


def test_details_name_the_run_that_was_gone_on_with(runs):
    told = words.details(record(origin=Origin("run", "earlier")), runs)
    assert f"from base, {words.when(record())}" in told


def test_details_say_all_that_the_row_does_not(runs):
    cause = Divergence(1, 2, 350.0, "raw_pixels", 0.001, None, 0.05)
    made = record(name="mine", changed=True, cause=cause, note="see the loss", train_accuracy=None)
    first, second, third = words.details(made, runs).split("\n")
    assert first == "fast, changed · 5 epochs in 1 min 23 s · from new weights"
    assert second.startswith("Diverged at step 2")
    assert third == "see the loss"


def test_one_epoch_is_no_epochs(runs):
    assert "1 epoch in" in words.details(record(epochs=1), runs)
