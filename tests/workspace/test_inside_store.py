"""What is found out about the network that reads, without a window."""

import numpy as np
import pytest

from mnist_pad.recognizer.weights import Weights
from mnist_pad.workspace.breaking import WHOLE
from mnist_pad.workspace.insight import Unit

STROKE = (200, 60), (200, 340)


@pytest.fixture
def inside(workspace):
    return workspace.inside


def draw(workspace, points=STROKE):
    workspace.drawing.press(*points[0])
    for point in points[1:]:
        workspace.drawing.move(*point)
    workspace.drawing.release()


def test_it_follows_only_while_it_is_watched(workspace, inside, qtbot):
    draw(workspace)
    assert inside.live is None
    inside.watch()
    live = inside.live
    assert live.answer == 1
    assert live.saliency.shape == (784,)
    inside.look_away()
    workspace.drawing.clear()
    assert inside.live is live
    inside.watch()
    assert inside.live is None


def test_a_stroke_s_end_is_nothing_new(workspace, inside):
    inside.watch()
    told = []
    inside.live_changed.connect(lambda: told.append(inside.live))
    workspace.drawing.press(*STROKE[0])
    workspace.drawing.move(*STROKE[1])
    workspace.reading.read()
    seen = len(told)
    workspace.reading.read()
    assert len(told) == seen


def test_what_comes_at_rest_is_about_the_drawing_that_is_there(workspace, inside, qtbot):
    inside.watch()
    draw(workspace)
    qtbot.waitUntil(lambda: inside.at_rest.flips is not None, timeout=60_000)
    assert inside.at_rest.live is inside.live
    assert inside.at_rest.flips[1] is None
    assert inside.at_rest.smallest.digit != 1
    first = inside.live
    draw(workspace, ((60, 60), (340, 60), (200, 340)))
    assert inside.live is not first
    # Until something is known of the new one, what is there is of the old.
    assert inside.at_rest.live is first


def test_another_digit_s_logit_is_asked_for_at_once(workspace, inside):
    inside.watch()
    draw(workspace)
    before = inside.live.saliency
    inside.ask_for(7)
    assert (inside.live.answer, inside.live.digit) == (1, 7)
    assert np.abs(inside.live.saliency - before).max() > 0


def test_weights_of_other_sizes_let_go_of_the_unit(workspace, inside, built_in):
    inside.watch()
    inside.pin(Unit(1, 3))
    workspace.reading.read_with(Weights((built_in.parameters[0][:, :10], np.zeros(10, np.float32))))
    assert inside.unit is None
    assert inside.orders == ()


def test_breaking_leaves_the_weights_in_use_alone_and_is_mended(workspace, built_in, qtbot):
    before = [array.copy() for array in built_in.parameters]
    workspace.preferences.choose(page="insidePage")
    workspace.breaking.change(pruned=0.9, bits=4, biases=(0,))
    qtbot.waitUntil(lambda: workspace.reading.is_broken, timeout=10_000)
    assert workspace.reading.recognizer.weights is not built_in
    assert not workspace.reading.is_learning
    assert workspace.weights.current.weights is built_in
    for array, was in zip(built_in.parameters, before, strict=True):
        np.testing.assert_array_equal(array, was)
    workspace.preferences.choose(page="runsPage")
    assert workspace.breaking.current == WHOLE
    assert workspace.reading.recognizer.weights is built_in


def test_a_change_that_is_taken_back_mends(workspace, built_in, qtbot):
    workspace.breaking.change(noise=0.5)
    qtbot.waitUntil(lambda: workspace.reading.is_broken, timeout=10_000)
    workspace.breaking.change(noise=0.0)
    assert not workspace.breaking.is_broken
    assert workspace.reading.recognizer.weights is built_in


def test_a_unit_that_goes_twice_is_back(workspace):
    workspace.breaking.toggle_unit((1, 3))
    workspace.breaking.toggle_unit((0, 8))
    assert workspace.breaking.current.units == ((1, 3), (0, 8))
    workspace.breaking.toggle_unit((1, 3))
    assert workspace.breaking.current.units == ((0, 8),)
