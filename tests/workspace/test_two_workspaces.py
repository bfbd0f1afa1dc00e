"""Two workspaces on one folder, and sessions whose things are gone: told, and nothing is lost."""

import json
import shutil

import pytest

from mnist_pad.engine.record import Origin
from mnist_pad.training.recipes import RECIPES
from mnist_pad.workspace.preferences import Preferences
from mnist_pad.workspace.weights import BUILT_IN
from tests.ui.single.telling import keep_run

pytestmark = pytest.mark.usefixtures("patient")

LINE = (200, 60), (200, 340)
SLANT = (100, 60), (300, 340)


def ids(workspace):
    return [record.id for record in workspace.runs.records]


def session(folder):
    return json.loads((folder / "session.json").read_bytes())


@pytest.fixture
def other(workspace, opened):
    """A second workspace on the same folder."""
    return opened()


@pytest.fixture
def run(workspace):
    """A run of the first workspace."""
    made = keep_run(workspace.runs.kept)
    workspace.runs.refresh()
    return made


def test_each_sees_the_other_s_runs_when_it_looks_again(workspace, run, other):
    assert ids(other) == [run]
    workspace.runs.rename(run, "mine")
    other.runs.refresh()
    assert other.runs.record(run).name == "mine"


def test_names_and_notes_of_two_lose_neither(workspace, run, other):
    workspace.runs.rename(run, "mine")
    other.runs.annotate(run, "yours")
    workspace.runs.refresh()
    record = workspace.runs.record(run)
    assert (record.name, record.note) == ("mine", "yours")


def test_what_one_deletes_the_other_tells_of_and_forgets(workspace, run, other):
    workspace.runs.delete([run])
    other.runs.use(run)
    assert run in other.notices.current
    other.runs.refresh()
    assert ids(other) == []
    workspace.runs.take_back()
    other.runs.use(run)
    assert other.weights.current.origin == Origin("run", run)


def test_what_the_other_s_start_removed_is_told_and_not_offered_again(workspace, run, opened):
    workspace.runs.delete([run])
    # At a start, what was deleted before goes for good.
    opened()
    workspace.runs.take_back()
    assert run in workspace.notices.current
    assert workspace.runs.deleted == ()
    assert ids(workspace) == []


def test_drawings_of_both_are_kept(workspace, other, draw):
    draw(workspace, *LINE)
    workspace.samples.keep(1)
    draw(other, *SLANT)
    other.samples.keep(4)
    read = []
    for each in (workspace, other):
        each.samples.read(each.reading.recognizer, then=read.append, refused=pytest.fail)
    for reading in read:
        assert sorted(one.sample.label for one in reading.drawings) == [1, 4]


def test_the_one_that_closes_last_says_what_comes_back(workspace, other, opened, draw):
    draw(workspace, *LINE)
    draw(other, *SLANT)
    other.preferences.choose(page="runsPage")
    workspace.close()
    other.close()
    again = opened(restore=True)
    assert [each.points.tolist() for each in again.drawing.sheet.strokes] == [
        [list(map(float, point)) for point in SLANT]
    ]
    assert again.preferences.current.page == "runsPage"


def test_a_session_is_whole_whoever_writes_when(workspace, other, folder, draw):
    for number in range(5):
        draw(workspace, (number, 1), (50, 60))
        workspace.session.write()
        draw(other, (number, 1), (70, 80))
        other.session.write()
        assert session(folder)["format"] == 1
    assert not list(folder.glob(".*tmp"))


@pytest.fixture
def left_with_run(workspace, run):
    """A closed workspace that read with the weights of a run."""
    workspace.runs.use(run)
    assert workspace.weights.current.origin == Origin("run", run)
    workspace.close()
    return run


def test_the_weights_of_a_run_come_back_and_there_is_no_way_back(left_with_run, opened):
    again = opened(restore=True)
    assert again.weights.current.origin == Origin("run", left_with_run)
    assert again.weights.previous is None
    assert again.notices.current == ""


@pytest.mark.parametrize("gone", ["folder", "weights", "damaged", "all runs"])
def test_a_run_that_is_gone_is_told_once_and_the_built_in_weights_read(
    left_with_run, opened, folder, gone
):
    path = folder / "runs" / left_with_run
    if gone == "folder":
        shutil.rmtree(path)
    elif gone == "all runs":
        shutil.rmtree(folder / "runs")
    elif gone == "weights":
        (path / "weights.npz").unlink()
    else:
        (path / "weights.npz").write_bytes(b"no archive")
    again = opened(restore=True)
    assert again.weights.current.origin == BUILT_IN
    assert left_with_run in again.notices.current
    assert again.notices.current.endswith("The built-in weights read instead.")


def test_a_deleted_run_whose_weights_were_in_use_is_told_at_the_next_start(workspace, run, opened):
    workspace.runs.use(run)
    workspace.runs.delete([run])
    # What reads the pad goes on reading it.
    assert workspace.weights.current.origin == Origin("run", run)
    workspace.close()
    again = opened(restore=True)
    assert again.weights.current.origin == BUILT_IN
    assert run in again.notices.current


def test_weights_of_a_learnt_hand_still_know_what_they_learnt_from(workspace, opened):
    run = keep_run(workspace.runs.kept, kind="adaptation", origin=BUILT_IN)
    workspace.runs.refresh()
    workspace.runs.use(run)
    workspace.close()
    again = opened(restore=True)
    assert again.weights.current.adapted_from == BUILT_IN


def test_all_preferences_come_back(workspace, opened):
    chosen = Preferences(
        appearance="dark", load_ahead=False, settings_open=True, page="runsPage",
        place=(1, 2, 1000, 700), maximized=True,
    )  # fmt: skip
    workspace.preferences.take(chosen)
    workspace.close()
    assert opened(restore=True).preferences.current == chosen


def change(folder, **values):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "session.json"
    path.write_text(json.dumps(session(folder) | values))


@pytest.mark.parametrize(
    "values",
    [
        {"preferences": {"appearance": "pink"}},
        {"preferences": {"place": [1, 2, 3]}},
        {"preferences": {"maximized": 1}},
        {"preferences": []},
        {"tools": {"pen_width": "broad"}},
        {"tools": {"pen_width": 1e999}},
        {"weights": {"kind": "stolen"}},
        {"weights": None},
        {"weights_files": "/a.npz"},
        {"weights_files": [3]},
        {"config": {"epochs": 0}},
        {"config": {"speed": 9}},
        {"samples": ["no drawing"]},
        {"drawing": {"strokes": 3}},
    ],
    ids=str,
)
def test_a_session_that_says_what_cannot_be_is_set_aside_whole(
    workspace, opened, folder, draw, values
):
    draw(workspace, *LINE)
    workspace.close()
    change(folder, **values)
    damaged = (folder / "session.json").read_bytes()
    again = opened(restore=True)
    assert again.drawing.is_empty
    assert again.preferences.current == Preferences()
    assert again.recipe.config == RECIPES["fast"]
    assert "session-damaged-1.json" in again.notices.current
    assert (folder / "session-damaged-1.json").read_bytes() == damaged


@pytest.mark.parametrize(
    "values", [{"later": [1, 2]}, {"preferences": {"language": "de"}}, {"config": {}}]
)
def test_what_another_version_writes_costs_nothing(workspace, opened, folder, draw, values):
    draw(workspace, *LINE)
    workspace.close()
    change(folder, **values)
    again = opened(restore=True)
    assert len(again.drawing.sheet.strokes) == 1
    assert again.notices.current == ""


def test_a_fresh_start_with_a_session_there_takes_nothing_from_it(workspace, opened, draw):
    draw(workspace, *LINE)
    workspace.close()
    assert opened().drawing.is_empty
