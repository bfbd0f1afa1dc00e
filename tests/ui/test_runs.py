"""The runs page: what was kept is listed, used, gone on with, named, deleted and brought back."""

import pytest
from PySide6.QtWidgets import QTableWidget

from mnist_pad.base import folders
from mnist_pad.engine.runs import Runs


class RunsPage:
    """A person at the runs page."""

    def __init__(self, user):
        self.user = user
        user.do("showRunsPageAction")
        user.sees(lambda: user.is_visible("runsPage"))

    @property
    def table(self):
        return self.user.widget("runsTable")

    def rows(self):
        columns = range(self.table.columnCount())
        return [
            tuple(self.table.item(row, column).text() for column in columns)
            for row in range(self.table.rowCount())
        ]

    def select(self, row):
        self.user.click_item(self.table, self.table.visualItemRect(self.table.item(row, 0)))


@pytest.fixture
def trained(user):
    """Somebody who has just trained for one epoch, with the settings changed so."""
    user.draw(3)
    user.open_settings()
    user.set("epochsSpin", 1)
    user.train()
    assert user.wait_for_end() == "completed"
    return user


def kept():
    return Runs().read()[0]


def test_without_runs_the_page_says_how_they_come(user):
    RunsPage(user)
    assert "Press Train" in user.text("runsEmpty")
    assert not user.is_visible("runsTable")


def test_a_run_is_listed_with_all_that_is_known_of_it(trained):
    page = RunsPage(trained)
    trained.sees(lambda: len(page.rows()) == 1)
    ((name, when, accuracy, outcome),) = page.rows()
    assert name == "fast, changed"
    assert accuracy in trained.weights_text()
    assert outcome == "completed"
    assert len(when) == len("01-31 12:00")
    page.select(0)
    assert "1 epoch in " in trained.text("runDetails")
    assert "from new weights" in trained.text("runDetails")
    trained.sees(lambda: len(trained.plotted("runLossplot")[0]) > 100)


def test_a_run_is_used_and_built_in_is_always_a_click_away(trained):
    bars, used = trained.bars(), trained.weights_text()
    trained.do("builtInWeightsAction")
    assert "Built-in" in trained.weights_text()
    assert trained.bars() != bars
    page = RunsPage(trained)
    trained.sees(lambda: len(page.rows()) == 1)
    page.select(0)
    trained.click("useRunButton")
    trained.sees(lambda: trained.weights_text() == used)
    assert trained.bars() == bars


def test_a_run_goes_on_with_its_curves_before_it(trained):
    trained.set("epochsSpin", 2)
    page = RunsPage(trained)
    trained.sees(lambda: len(page.rows()) == 1)
    page.select(0)
    trained.click("goOnButton")
    trained.sees(trained.is_training)
    assert trained.wait_for_end() == "completed"
    assert trained.status().startswith("Completed after 2 epochs")
    first, second = trained.plotted("lossPlot", 0)[0], trained.plotted("lossPlot", 2)[0]
    assert first[-1] < second[0]
    trained.sees(lambda: len(page.rows()) == 2)
    page.select(0)
    assert "from fast, changed" in trained.text("runDetails")


def test_a_run_is_renamed_in_place_and_the_name_is_kept(trained):
    page = RunsPage(trained)
    trained.sees(lambda: len(page.rows()) == 1)
    page.select(0)
    trained.click("renameRunButton")
    trained.type_into_focus("my first\n")
    trained.sees(lambda: [record.name for record in kept()] == ["my first"])
    trained.sees(lambda: "my first" in trained.weights_text())


def test_a_deleted_run_comes_back(trained):
    page = RunsPage(trained)
    trained.sees(lambda: len(page.rows()) == 1)
    page.select(0)
    trained.click("deleteRunButton")
    trained.sees(lambda: kept() == ())
    trained.sees(lambda: page.rows() == [])
    trained.click("restoreRunButton")
    trained.sees(lambda: len(page.rows()) == 1)
    assert len(kept()) == 1


def test_a_deleted_run_is_gone_with_the_next_start(trained, open_window):
    page = RunsPage(trained)
    trained.sees(lambda: len(page.rows()) == 1)
    page.select(0)
    trained.click("deleteRunButton")
    trained.sees(lambda: kept() == ())
    trained.close()
    open_window(restore=True)
    folder = folders.data() / "runs"
    trained.sees(lambda: not [path for path in folder.rglob("*") if path.is_file()])


@pytest.mark.parametrize("ending", ["csv", "npz", "png"])
def test_a_run_is_exported(trained, tmp_path, ending):
    page = RunsPage(trained)
    trained.sees(lambda: len(page.rows()) == 1)
    page.select(0)
    trained.sees(lambda: len(trained.plotted("runLossplot")[0]) > 100)
    target = tmp_path / f"run.{ending}"
    places = {"npz": 0, "csv": 1, "png": 2}
    menu = trained.widget("exportRunButton").menu()
    trained.choose_file(menu.actions()[places[ending]].trigger, target)
    trained.sees(target.exists)
    assert target.stat().st_size > 1000
    trained.sees(lambda: trained.notice() == f"The run was written to run.{ending}.")


def test_a_damaged_run_is_named_and_the_rest_is_listed(trained):
    folder = folders.data() / "runs" / "2020-01-01-000000-broken"
    folder.mkdir()
    (folder / "run.json").write_text("{")
    page = RunsPage(trained)
    trained.sees(lambda: "2020-01-01-000000-broken" in trained.notice())
    assert len(page.rows()) == 1
    assert isinstance(page.table, QTableWidget)


def test_the_menu_at_the_foot_has_built_in_first_then_runs(trained):
    menu = trained.widget("weightsMenuButton").menu()
    menu.aboutToShow.emit()
    titles = [action.text() for action in menu.actions() if action.isCheckable()]
    assert titles[0].startswith("Built-in")
    assert titles[1].startswith("fast")
    assert [action.isChecked() for action in menu.actions() if action.isCheckable()] == [
        False,
        True,
    ]
    next(action for action in menu.actions() if action.text().startswith("Built-in")).trigger()
    assert "Built-in" in trained.weights_text()
