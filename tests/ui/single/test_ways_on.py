"""What is offered after a run that diverged, at a run whose events are told one by one."""

from dataclasses import replace

import pytest

from mnist_pad.training.events import Divergence, RunEnded, Snapshot
from mnist_pad.ui.training import panel as training
from mnist_pad.workspace.workspace import Workspace
from tests.ui.single.telling import FAST, TellingWorker, started, steps, weights

TOO_FAST = Divergence(1, 9, 2.3, "learning_rate", 0.008, None, 0.05)
RAW = replace(TOO_FAST, reason="raw_pixels")


@pytest.fixture
def page(build):
    return build(training.PANEL)


def diverged(cause=TOO_FAST):
    return RunEnded("diverged", 0, 0.1, weights(epochs=0), cause)


def snapshot(step):
    return Snapshot(step, weights().parameters)


def test_weights_are_good_once_a_loss_was_seen_of_them(page, workspace, worker, follow):
    page.click("trainButton")
    follow(started(), steps([2.3, 2.0], step=2), snapshot(2), steps([1.9], step=3), snapshot(3))
    # The loss of the newest has exploded.
    follow(steps([1e9], step=4), snapshot(4), diverged())
    first = workspace.run.current.id
    page.click("goOnSlowerButton")
    job = worker.jobs[-1]
    assert job.config == replace(FAST, learning_rate=0.0008)
    assert workspace.recipe.config == job.config
    assert job.resume.meta.step == 2
    # What the optimizer remembered did not come along: it starts with nothing.
    assert job.resume.optimizer_state
    assert not any(array.any() for array in job.resume.optimizer_state.values())
    assert (workspace.run.current.origin.kind, workspace.run.current.origin.name) == ("run", first)
    assert not page.is_visible("goOnSlowerButton")
    follow(diverged())


def test_a_run_that_goes_on_and_diverges_at_once_goes_back_to_where_it_began(page, worker, follow):
    page.click("trainButton")
    follow(started(), steps([2.3], step=1), snapshot(1), steps([2.2], step=2), diverged())
    page.click("goOnSlowerButton")
    follow(started(first_step=1), steps([2.2, 1e9], step=3), snapshot(3), steps([1e12]), diverged())
    page.click("goOnSlowerButton")
    assert [job.config.learning_rate for job in worker.jobs] == [0.008, 0.0008, 0.00008]
    assert worker.jobs[-1].resume.meta.step == 1
    follow(diverged())


def test_without_good_weights_it_starts_again(page, worker, follow):
    page.click("trainButton")
    follow(started(), steps([2.3, 1e9], step=2), snapshot(2), steps([1e30], step=3), diverged())
    assert page.text("goOnSlowerButton") == "Start again with a smaller rate"
    page.click("goOnSlowerButton")
    assert worker.jobs[-1].resume is None
    assert worker.jobs[-1].config.learning_rate == 0.0008
    follow(diverged())


def test_raw_pixels_are_helped_by_no_rate(page, follow):
    page.click("trainButton")
    follow(started(), steps([2.3], step=1), snapshot(1), steps([2.2], step=2), diverged(RAW))
    assert not page.is_visible("goOnSlowerButton")
    assert page.is_visible("seeLessonButton")
    # It goes with the run that it was about.
    page.click("trainButton")
    assert not page.is_visible("seeLessonButton")
    follow(diverged())


def test_a_run_that_was_stopped_or_failed_has_nothing_to_be_mended(page, follow):
    for outcome in ("stopped", "failed"):
        page.click("trainButton")
        follow(started(), steps(), RunEnded(outcome, 0, None, None, None))
        assert not page.is_visible("goOnSlowerButton")
        assert not page.is_visible("seeLessonButton")


def test_the_next_session_offers_what_it_can(page, workspace, follow, built_in, tmp_path, qtbot):
    page.click("trainButton")
    follow(started(), steps([2.3], step=1), snapshot(1), steps([2.2], step=2), diverged())
    workspace.close()
    later = Workspace(TellingWorker(), built_in=built_in, folder=tmp_path / "data")
    later.restore()
    qtbot.waitUntil(lambda: later.run.current is not None)
    # Its good weights are gone with the session; its settings are not.
    assert later.recovery.offer == "start"
    later.close()
