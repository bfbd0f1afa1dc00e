"""What helps after a divergence: good weights and a smaller rate, or the lesson that tells why."""

import pytest

from tests.ui.on_disk import runs


def diverge(user, recipe, *, rate=None, schedule=None):
    user.choose(recipe)
    user.open_settings()
    user.set("epochsSpin", 3)
    if rate is not None:
        user.set("learningRateSpin", rate)
    if schedule is not None:
        user.qtbot.keyClicks(user.widget("scheduleCombo"), schedule)
    user.train()
    assert user.wait_for_end() == "diverged"


def offered(user):
    return user.is_visible("goOnSlowerButton"), user.is_visible("seeLessonButton")


def test_nothing_is_offered_before_a_run_and_after_one_that_ends_well(user):
    assert offered(user) == (False, False)
    user.choose("fast")
    user.train()
    user.wait_for_steps()
    assert offered(user) == (False, False)
    user.stop()
    user.wait_for_end()
    assert offered(user) == (False, False)


def test_it_goes_on_from_the_last_good_weights_with_a_tenth_of_the_rate(user):
    # The rate rises: all is well until it is too large, in the second epoch.
    diverge(user, "article-mse", rate=5.0, schedule="one cycle")
    assert offered(user) == (True, False)
    (first,) = runs()
    diverged_at = user.plotted("lossPlot")[0][-1]
    user.click("goOnSlowerButton")
    assert user.is_training()
    assert offered(user) == (False, False)
    assert user.shown_value("learningRateSpin") == "0.5"
    assert user.wait_for_end() == "completed"
    # Not from the start: the curve begins among the good steps of the one before.
    (second,) = set(runs()) - {first}
    user.do("showRunsPageAction")
    user.sees(lambda: user.is_visible("runsTable"))
    record = user.window.workspace.runs.record(second.parent.name)
    assert (record.origin.kind, record.origin.name) == ("run", first.parent.name)
    assert record.config.learning_rate == pytest.approx(0.5)
    assert record.test_accuracy > 0.8
    begins_at = user.window.workspace.run.current.history.losses(10_000)[0][0]
    assert 1 < begins_at < diverged_at


def test_what_diverged_at_once_starts_again(user):
    diverge(user, "article-mse", rate=1.0)
    assert user.text("goOnSlowerButton") == "Start again with a smaller rate"
    user.click("goOnSlowerButton")
    assert user.wait_for_end() == "completed"
    assert "Built-in" not in user.weights_text()


@pytest.mark.parametrize(("recipe", "number"), [("article-raw", 4), ("article-wide", 5)])
def test_where_no_rate_helps_the_lesson_is_offered(user, recipe, number):
    diverge(user, recipe)
    assert offered(user) == (False, True)
    assert user.text("seeLessonButton") == f"See lesson {number}"
    user.click("seeLessonButton")
    user.sees(lambda: user.is_visible("lessonList"))
    assert user.widget("lessonList").currentRow() == number - 1


LESSONS = {
    "article": 6, "article-mse": 6, "article-raw": 4, "article-wide": 5, "article-deeper": 7,
}  # fmt: skip


@pytest.mark.parametrize(("recipe", "number"), LESSONS.items())
def test_a_recipe_of_a_lesson_names_and_opens_it(user, recipe, number):
    assert not user.is_visible("recipeLessonButton")
    user.choose(recipe)
    assert f"lesson {number}" in user.text("recipeCard")
    assert user.text("recipeLessonButton") == f"See lesson {number}"
    user.click("recipeLessonButton")
    user.sees(lambda: user.is_visible("lessonList"))
    assert user.widget("lessonList").currentRow() == number - 1
