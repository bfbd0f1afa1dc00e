"""The store of kept runs: what is done with one, and what is told where that fails."""

from dataclasses import replace

import pytest

from mnist_pad.engine.record import Origin
from mnist_pad.recognizer.weights import load
from mnist_pad.training.recipes import RECIPES
from tests.ui.single.telling import keep_run, run_events, started, steps

pytestmark = pytest.mark.usefixtures("patient")

FAST = RECIPES["fast"]


@pytest.fixture
def store(workspace):
    return workspace.runs


@pytest.fixture
def run(store):
    """A kept run that the store knows."""
    made = keep_run(store.kept)
    store.refresh()
    return made


def ids(store):
    return [record.id for record in store.records]


def told(store):
    return store._notices.current


def test_what_is_kept_is_known_after_a_look_and_not_before(store):
    made = keep_run(store.kept)
    assert store.records == ()
    seen = []
    store.runs_changed.connect(lambda: seen.append(ids(store)))
    store.refresh()
    assert seen == [[made]]
    assert store.record(made).id == made
    assert store.record("another") is None


def test_name_and_note_are_kept(store, run):
    store.rename(run, "  my  first ")
    store.annotate(run, "good\nloss")
    record = store.record(run)
    assert (record.name, record.note) == ("my first", "good\nloss")
    store.rename(run, "")
    assert (store.record(run).name, store.record(run).note) == ("", "good\nloss")


def test_weights_of_a_run_are_used_as_that_run_s(store, run, workspace):
    store.use(run)
    in_use = workspace.weights.current
    assert (in_use.origin, in_use.adapted_from) == (Origin("run", run), None)
    assert in_use.weights.meta.recipe == "fast"


@pytest.mark.parametrize("origin", [Origin("built_in"), Origin("file", "/mine.npz")])
def test_weights_that_learnt_a_hand_know_what_they_learnt_from(store, workspace, origin):
    made = keep_run(store.kept, kind="adaptation", origin=origin)
    store.refresh()
    store.use(made)
    assert workspace.weights.current.adapted_from == origin


@pytest.mark.parametrize(
    "do",
    [
        lambda store, run: store.use(run),
        lambda store, run: store.rename(run, "mine"),
        lambda store, run: store.annotate(run, "a note"),
        lambda store, run: store.delete([run]),
        lambda store, run: store.read_each([run], then=pytest.fail),
    ],
    ids=["use", "rename", "annotate", "delete", "read"],
)
def test_a_run_whose_folder_is_gone_is_told_and_changes_nothing(store, run, workspace, do):
    store.kept.path(run).rename(store.kept.folder / "..moved")
    do(store, run)
    assert run in told(store)
    assert workspace.weights.current is workspace.weights.built_in
    assert store.deleted == ()


@pytest.mark.parametrize("run_id", ["../session", "/etc", ".deleted", "", "a/b"])
def test_no_run_s_name_leads_out_of_the_folder(store, run_id):
    store.delete([run_id])
    store.use(run_id)
    assert "expected the name of a folder" in told(store)
    assert store.deleted == ()


def test_deleted_runs_come_back_once(store, run):
    other = keep_run(store.kept)
    store.refresh()
    store.delete([run, other])
    assert (ids(store), store.deleted) == ([], (run, other))
    store.take_back()
    assert (set(ids(store)), store.deleted) == ({run, other}, ())
    store.take_back()
    assert told(store) == ""


def test_of_several_that_are_to_go_what_went_can_be_brought_back(store, run):
    store.delete([run, "2020-01-01-000000-gone"])
    assert "2020-01-01-000000-gone" in told(store)
    assert (ids(store), store.deleted) == ([], (run,))
    store.take_back()
    assert ids(store) == [run]


def test_a_damaged_run_is_told_and_the_others_are_known(store, run):
    broken = store.kept.folder / "2020-01-01-000000-broken"
    broken.mkdir()
    (broken / "run.json").write_text('{"format_version": 1')
    store.refresh()
    assert ids(store) == [run]
    assert "2020-01-01-000000-broken" in told(store)


def test_runs_come_the_newest_first(store):
    made = [keep_run(store.kept) for _ in range(3)]
    for day, run in zip((2, 3, 1), made, strict=True):
        path = store.kept.path(run) / "run.json"
        text = path.read_text().split('"started": "')
        text[1] = (
            f"2020-01-0{day}T00:00:00.000+00:00" + text[1][len("2020-01-01T00:00:00.000+00:00") :]
        )
        path.write_text('"started": "'.join(text))
    store.refresh()
    assert ids(store) == [made[1], made[0], made[2]]


def test_curves_come_after_those_of_the_runs_before(store):
    first = keep_run(store.kept, run_events(losses=[1.0] * 4))
    longer = replace(FAST, epochs=2)
    events = [started(longer, first_step=235), steps([0.5] * 7, step=242), *run_events()[2:]]
    second = keep_run(store.kept, events, config=longer, origin=Origin("run", first))
    read = []
    store.read_lineage(second, then=read.append)
    (((one, earlier), (two, later)),) = read
    assert (one, two) == (first, second)
    assert len(earlier.losses(100)[0]) == 4
    assert later.losses(100)[0].tolist() == list(range(236, 243))


def test_curves_of_some_come_in_their_order(store):
    short, long = (keep_run(store.kept, run_events(losses=[1.0] * n)) for n in (2, 9))
    read = []
    store.read_each([long, short], then=read.append)
    assert [len(history.losses(100)[0]) for _, history in read[0]] == [9, 2]


def test_damaged_lines_of_curves_are_told_and_the_rest_is_read(store):
    run = keep_run(store.kept, run_events(losses=[1.0] * 4))
    path = store.kept.path(run) / "curves.jsonl"
    path.write_bytes(b"torn\n" + path.read_bytes())
    read = []
    store.read_each([run], then=read.append)
    ((_, history),) = read[0]
    assert len(history.losses(100)[0]) == 4
    assert "curves.jsonl: line 1" in told(store)


def test_an_export_is_told_and_is_the_run_s(store, run, tmp_path):
    target = tmp_path / "out.npz"
    store.export(lambda: store.kept.export_weights(run, target), target.name)
    assert told(store) == "The run was written to out.npz."
    assert load(target).meta.recipe == "fast"
    store.export(lambda: store.kept.export_csv(run, tmp_path / "no" / "out.csv"), "out.csv")
    assert "out.csv" in told(store)
    assert "was written" not in told(store)
