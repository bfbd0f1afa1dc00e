"""The foot by itself: which weights read the pad, and the menu of others."""

import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QActionGroup

from mnist_pad.engine.record import Origin
from mnist_pad.recognizer.weights import save
from mnist_pad.training.events import Snapshot
from mnist_pad.ui.kit.command import by_name
from mnist_pad.ui.weights import panel as foot
from mnist_pad.workspace.weights import WeightsInUse
from tests.rescaled import taught
from tests.ui.single.telling import FAST, keep_run, run_events, started, weights

MOST_RUNS = 12


class Person:
    """Somebody at the foot of the window."""

    def __init__(self, someone):
        self.someone = someone
        self.menu = someone.widget("weightsMenu")

    def open(self):
        self.menu.aboutToShow.emit()
        return self.menu.actions()

    def choices(self):
        return [action for action in self.open() if action.isCheckable()]

    def titles(self):
        return [action.text() for action in self.choices()]

    def text(self):
        return self.someone.text("weightsMenuButton")


@pytest.fixture
def person(build):
    return Person(build(foot.PANEL))


@pytest.fixture
def offered(person, workspace):
    return by_name(foot.commands(workspace, person.someone.window))


@pytest.fixture
def run(workspace):
    """A kept run."""
    made = keep_run(workspace.runs.kept)
    workspace.runs.refresh()
    return made


@pytest.fixture
def file(workspace, tmp_path, qtbot):
    """Weights of a file, in use."""
    path = tmp_path / "mine.npz"
    save(weights(test_accuracy=0.9765), path)
    workspace.opening.open_weights(path)
    qtbot.waitUntil(lambda: workspace.weights.current.origin.kind == "file")
    return path


def test_the_built_in_weights_are_called_so_with_their_accuracy(person, built_in):
    accuracy = 100 * built_in.meta.test_accuracy
    assert person.text() == f"Weights: Built-in · {accuracy:.2f} %"
    assert person.someone.widget("weightsMenuButton").accessibleName() == person.text()
    assert not person.someone.is_visible("previousWeightsButton")


def test_weights_of_a_file_are_called_by_its_name(person, file):
    assert person.text() == "Weights: mine.npz · 97.65 %"


def test_weights_of_a_run_are_called_by_its_name_or_its_recipe(person, workspace, run):
    workspace.runs.use(run)
    person.someone.sees(lambda: person.text() == "Weights: fast · 92.00 %")
    workspace.runs.rename(run, "mine")
    person.someone.sees(lambda: person.text() == "Weights: mine · 92.00 %")


def test_weights_that_were_never_tested_are_called_without_a_figure(person, workspace):
    bare = replace(weights(), meta=replace(weights().meta, test_accuracy=None))
    workspace.weights.use(WeightsInUse(bare, Origin("file", "/some/where/bare.npz")))
    assert person.text() == "Weights: bare.npz"


def test_while_a_network_learns_it_is_what_reads(person, workspace, draw_one, follow):
    draw_one()
    before = person.text()
    workspace.train()
    assert person.text() == before
    follow(started(), Snapshot(3, weights().parameters))
    assert person.text() == "Weights: the network that is learning"
    follow(*run_events()[1:])
    assert person.text() == "Weights: fast · 92.00 %"


@pytest.fixture
def draw_one(workspace):
    def draw():
        workspace.drawing.press(200, 60)
        workspace.drawing.move(200, 340)
        workspace.drawing.release()

    return draw


def test_the_menu_has_built_in_then_runs_then_files(person, run, file):
    built_in, of_run, of_file = person.titles()
    assert built_in.startswith("Built-in")
    assert re.fullmatch(r"fast(, changed)? · 92\.00 % · \d\d-\d\d \d\d:\d\d", of_run)
    assert of_file == "mine.npz"
    assert [action.isChecked() for action in person.choices()] == [False, False, True]


def test_under_them_are_the_commands(person, offered):
    texts = [action.text() for action in person.open()][-3:]
    assert texts == [offered[n].text() for n in ("loadWeights", "saveWeights", "previousWeights")]


def test_a_run_without_weights_is_not_offered(person, workspace):
    events = run_events(epochs=0, outcome="failed")
    keep_run(workspace.runs.kept, events)
    workspace.runs.refresh()
    assert len(workspace.runs.records) == 1
    assert len(person.titles()) == 1


def test_of_many_runs_the_latest_are_offered(person, workspace):
    for number in range(MOST_RUNS + 2):
        keep_run(workspace.runs.kept, name=f"run {number}")
    workspace.runs.refresh()
    titles = [title.split(" · ")[0] for title in person.titles()[1:]]
    assert titles == [f"run {number}" for number in range(MOST_RUNS + 1, 1, -1)]


def test_each_entry_uses_its_weights(person, workspace, run, file):
    person.choices()[1].trigger()
    assert workspace.weights.current.origin == Origin("run", run)
    person.choices()[2].trigger()
    person.someone.sees(lambda: workspace.weights.current.origin.name == str(file))
    person.choices()[0].trigger()
    assert workspace.weights.current is workspace.weights.built_in


def test_an_entry_of_a_file_that_is_gone_is_told(person, workspace, file):
    workspace.weights.use_built_in()
    file.unlink()
    person.choices()[1].trigger()
    person.someone.sees(lambda: "mine.npz" in workspace.notices.current)
    assert workspace.weights.current is workspace.weights.built_in


def test_in_a_run_no_entry_can_be_chosen_and_saving_goes_on(person, offered, workspace, follow):
    workspace.train()
    assert not any(action.isEnabled() for action in person.choices())
    usable = {name for name, each in offered.items() if each.isEnabled()}
    assert usable == {"saveWeights"}
    follow(*run_events())
    assert all(action.isEnabled() for action in person.choices())
    assert offered["loadWeights"].isEnabled()


def test_a_menu_that_is_opened_often_is_no_larger(person):
    for _ in range(5):
        person.open()
    assert len(person.menu.findChildren(QActionGroup)) == 1
    assert len(person.choices()) == 1


def scalings(person):
    (menu,) = [action.menu() for action in person.open() if action.menu() is not None]
    return menu, menu.actions()


def test_how_pixels_are_scaled_is_chosen_for_weights_of_a_file(person, workspace, file):
    menu, (centred, unit, raw) = scalings(person)
    assert menu.isEnabled()
    assert [each.isChecked() for each in (centred, unit, raw)] == [True, False, False]
    unit.trigger()
    assert workspace.weights.current.weights.meta.scaling == "unit"
    assert [each.isChecked() for each in (centred, unit, raw)] == [False, True, False]
    # What was measured with the other scaling is not said of this one.
    assert person.text() == "Weights: mine.npz"


def test_how_pixels_are_scaled_is_known_of_what_was_trained_here(person, workspace, run):
    for _ in range(2):
        menu, choices = scalings(person)
        assert not menu.isEnabled()
        assert [(each.isEnabled(), each.isChecked()) for each in choices] == [
            (False, True),
            (False, False),
            (False, False),
        ]
        workspace.runs.use(run)


def test_one_step_back_is_offered_by_name(person, offered, workspace, file):
    back = offered["previousWeights"]
    assert back.text().startswith("&Back to Built-in")
    assert person.someone.text("previousWeightsButton").startswith("Back to Built-in")
    person.someone.click("previousWeightsButton")
    assert workspace.weights.current is workspace.weights.built_in
    assert back.text().startswith("&Back to mine.npz")


def test_built_in_is_a_command_unless_it_reads_already(offered, workspace, file):
    assert offered["builtInWeights"].isEnabled()
    offered["builtInWeights"].trigger()
    assert not offered["builtInWeights"].isEnabled()


def test_a_run_s_name_that_changes_is_in_the_way_back_too(offered, workspace, run, qtbot):
    workspace.runs.use(run)
    workspace.weights.use_built_in()
    workspace.runs.rename(run, "mine")
    qtbot.waitUntil(lambda: "mine" in offered["previousWeights"].text())


def test_weights_of_other_settings_say_their_recipe(person, workspace):
    raw = replace(FAST, recipe="article-raw")
    workspace.weights.use(WeightsInUse(weights(raw), Origin("run", "unknown")))
    assert person.text() == "Weights: article-raw · 92.00 %"


def test_a_hand_is_learnt_with_the_scaling_of_the_weights_that_learnt_one_before(
    workspace, worker, tmp_path
):
    np.savez(tmp_path / "bare.npz", *taught("unit").parameters)
    origin = Origin("file", str(tmp_path / "bare.npz"))
    workspace.weights.use(WeightsInUse(taught("unit"), Origin("run", "2026"), origin))
    workspace.drawing.press(200, 60)
    workspace.drawing.move(200, 340)
    workspace.drawing.release()
    workspace.samples.keep(1)
    workspace.going_on.learn_mine()
    (job,) = worker.jobs
    assert job.weights.meta.scaling == "unit"
    assert job.weights.meta.recipe == "unknown"  # those of the file, which says nothing
