"""The section "While it learns" at a run whose events are told one by one."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.commands.sample_digits import strokes
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import Weights, shipped
from mnist_pad.training.events import DeadCounted, NormsMeasured, RunEnded, Snapshot
from mnist_pad.ui.training import panel as training
from tests.ui.looking import grey
from tests.ui.single.telling import FAST, started, steps, weights

PLOTS = ("answersPlot", "gradientNormPlot", "weightNormPlot", "deadUnitsPlot")


@pytest.fixture
def page(build):
    return build(training.PANEL)


@pytest.fixture
def learning(page, workspace, follow):
    """The page with the section unfolded, at a run that has begun; a 3 is on the pad."""
    draw(workspace, 3)
    page.click("trainButton")
    follow(started(), steps())
    page.click("whileLearningToggle")
    page.sees(lambda: page.window.findChild(object, "answersPlot") is not None)
    return page


def draw(workspace, digit):
    workspace.drawing.clear()
    for stroke in strokes(digit):
        first, *others = (stroke * 250 + 70).tolist()
        workspace.drawing.press(*first)
        for point in others:
            workspace.drawing.move(*point)
        workspace.drawing.release()


def snapshot(step, *, share):
    """Return a snapshot of the shipped parameters, each a part of what it is."""
    return Snapshot(step, tuple(each * np.float32(share) for each in shipped().parameters))


def curves(page, name):
    items = page.widget(name).getPlotItem().listDataItems()
    none = np.empty(0)
    found = [item.getOriginalDataset() for item in items]
    return [(none if xs is None else xs, none if ys is None else ys) for xs, ys in found]


def test_it_is_folded_at_first_and_remembered(page, workspace, follow, show):
    assert not page.is_visible("whileLearningToggle")
    page.click("trainButton")
    follow(started(), steps())
    assert page.is_visible("whileLearningToggle")
    assert not page.is_visible("whileLearning")
    assert page.window.findChild(object, "answersPlot") is None
    page.click("whileLearningToggle")
    assert page.is_visible("whileLearning")
    assert workspace.preferences.current.learning_open
    page.click("whileLearningToggle")
    assert not workspace.preferences.current.learning_open


def test_the_drawing_s_ten_probabilities_are_drawn_by_step(learning, workspace, follow):
    shares = (0.1, 0.5, 1.0)
    told = [snapshot(10 * (at + 1), share=share) for at, share in enumerate(shares)]
    follow(*told)
    learning.sees(lambda: len(curves(learning, "answersPlot")[0][0]) == 3)
    image = workspace.reading.current.mark.found.stages.image
    meta = replace(weights().meta, test_accuracy=None)
    expected = [
        Recognizer(Weights(each.parameters, meta)).read(image).probabilities for each in told
    ]
    for digit, (xs, ys) in enumerate(curves(learning, "answersPlot")):
        np.testing.assert_array_equal(xs, [10, 20, 30])
        np.testing.assert_allclose(ys, [100 * each[digit] for each in expected], rtol=1e-5)
    # The answer's line alone is in the accent's colour.
    pens = [
        line.opts["pen"].color().name()
        for line in learning.widget("answersPlot").getPlotItem().listDataItems()
    ]
    assert pens.count(pens[3]) == 1
    assert len(set(pens)) == 2
    assert ">&#9632;</span> 3" in learning.text("answersPlotHeading")


def test_another_drawing_clears_them_and_the_same_one_does_not(learning, workspace, follow):
    follow(snapshot(10, share=0.5), snapshot(20, share=1.0))
    assert len(workspace.answers.series[0]) == 2
    workspace.reading.read()
    assert len(workspace.answers.series[0]) == 2
    draw(workspace, 7)
    assert len(workspace.answers.series[0]) == 0
    learning.sees(lambda: not len(curves(learning, "answersPlot")[0][0]))
    assert "draw a digit" in learning.text("answersPlotHeading")
    follow(snapshot(30, share=1.0))
    assert workspace.answers.series[0].tolist() == [30]


def test_without_a_drawing_nothing_is_remembered(page, workspace, follow):
    page.click("trainButton")
    follow(started(), snapshot(10, share=1.0))
    assert len(workspace.answers.series[0]) == 0


def test_however_many_snapshots_come_some_hundred_are_remembered(learning, workspace, follow):
    follow(*(snapshot(step, share=1.0) for step in range(1, 901)))
    told, _ = workspace.answers.series
    assert 200 < len(told) <= 600
    assert np.ptp(np.diff(told)) <= 1


def test_layers_are_drawn_by_step_on_logarithmic_axes(learning, follow):
    ends = np.array([1e-4, 2.0, 3.0], np.float32)
    follow(
        NormsMeasured(1, ends, 10 * ends),
        NormsMeasured(9, 2 * ends, 20 * ends),
        DeadCounted(9, np.array([0.25, 0.5], np.float32)),
    )
    learning.sees(lambda: len(curves(learning, "gradientNormPlot")) == 3)
    learning.sees(lambda: len(curves(learning, "gradientNormPlot")[0][0]) == 2)
    for layer in range(3):
        xs, ys = curves(learning, "gradientNormPlot")[layer]
        np.testing.assert_array_equal(xs, [1, 9])
        np.testing.assert_allclose(ys, [ends[layer], 2 * ends[layer]])
        np.testing.assert_allclose(
            curves(learning, "weightNormPlot")[layer][1], [10 * ends[layer], 20 * ends[layer]]
        )
    assert [ys.tolist() for _, ys in curves(learning, "deadUnitsPlot")] == [[25.0], [50.0]]
    for name, logarithmic in zip(PLOTS[1:], (True, True, False), strict=True):
        assert learning.widget(name).getPlotItem().ctrl.logYCheck.isChecked() == logarithmic


def test_what_is_infinite_or_zero_is_left_out(learning, follow):
    follow(NormsMeasured(1, np.array([0.0, np.inf, 1.0], np.float32), np.ones(3, np.float32)))
    learning.sees(lambda: len(curves(learning, "gradientNormPlot")) == 3)
    values = [ys.tolist() for _, ys in curves(learning, "gradientNormPlot")]
    assert values == [[], [], [1.0]]


def test_no_dead_units_are_asked_of_another_activation(page, workspace, worker, follow):
    workspace.recipe.choose(replace(FAST, activation="tanh"))
    page.click("trainButton")
    follow(started(replace(FAST, activation="tanh")), steps())
    page.click("whileLearningToggle")
    page.sees(lambda: page.window.findChild(object, "answersPlot") is not None)
    page.sees(lambda: page.is_visible("gradientNormPlot"))
    assert not page.is_visible("deadUnitsPlot")


def test_the_first_layer_is_painted_as_it_forms(learning, follow):
    follow(snapshot(10, share=0.0))
    widget = learning.widget("firstLayer")
    learning.sees(lambda: len(widget.units) == 32)
    empty = grey(widget.grab().toImage())
    theta = shipped().parameters[0]
    follow(snapshot(20, share=1.0))
    learning.sees(lambda: bool(widget.units.any()))
    np.testing.assert_allclose(widget.units.reshape(32, 784), theta[:, :32].T)
    painted = grey(widget.grab().toImage())
    assert (painted != empty).any()
    # Where a unit's weights are largest, its picture is darkest or lightest of all.
    largest = np.abs(theta[:, 0]).reshape(28, 28)
    differs = np.abs(painted[:28, :28].astype(int) - empty[:28, :28])
    assert np.corrcoef(largest.ravel(), differs.ravel())[0, 1] > 0.8


def test_unfolded_nothing_is_pressed_together_and_the_page_scrolls(learning, workspace, follow):
    learning.window.resize(400, 420)
    follow(NormsMeasured(1, np.ones(3, np.float32), np.ones(3, np.float32)))
    for name in ("lossPlot", "accuracyPlot", *PLOTS):
        learning.sees(lambda name=name: learning.widget(name).height() >= 120)


def test_a_run_of_an_earlier_session_has_its_figures(learning, workspace, follow):
    told = NormsMeasured(3, np.ones(3, np.float32), np.full(3, 2, np.float32))
    follow(told, DeadCounted(3, np.zeros(2, np.float32)))
    follow(RunEnded("completed", 1, 0.92, weights(), None))
    run = workspace.run.current.id
    workspace.run.forget()
    workspace.run.show(run)
    history = workspace.run.current.history
    assert history.weight_norms[1].tolist() == [[2.0, 2.0, 2.0]]
    learning.sees(lambda: [len(x) for x, *_ in curves(learning, "weightNormPlot")][:1] == [1])
