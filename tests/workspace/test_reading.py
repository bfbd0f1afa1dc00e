"""A reading is drawing times weights: true to both, made once, whole for whoever looks."""

import numpy as np
import pytest

from mnist_pad.ink.raster import rasterize
from mnist_pad.pictures.reading import picture_of
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import Weights

LINE = ((200, 60), (200, 340))


@pytest.fixture
def flat(built_in):
    """Weights that hold every digit for equally likely."""
    return Weights(tuple(np.zeros_like(each) for each in built_in.parameters), built_in.meta)


def test_a_blank_pad_has_no_reading(workspace):
    assert workspace.reading.current.predictions == ()


def test_the_reading_is_what_the_recognizer_says_of_what_the_raster_makes(
    workspace, draw, built_in
):
    draw(workspace, *LINE)
    (mark,) = workspace.reading.current.marks
    stages = rasterize(workspace.drawing.ink())
    np.testing.assert_allclose(mark.found.stages.image.astype(int), stages.image, atol=1)
    expected, _ = Recognizer(built_in).read_whole(mark.found.stages.image)
    assert mark.prediction.digit == expected.digit == 1
    np.testing.assert_array_equal(mark.prediction.probabilities, expected.probabilities)


def test_the_activations_are_kept_layer_by_layer(workspace, draw):
    draw(workspace, *LINE)
    (mark,) = workspace.reading.current.marks
    assert [layer.size for layer in mark.activations] == [256, 128, 10]


def test_points_that_wait_together_are_read_once(workspace, qtbot):
    told = []
    workspace.reading.reading_changed.connect(lambda: told.append(workspace.reading.current))
    workspace.drawing.press(200, 60)
    for y in range(61, 300, 5):
        workspace.drawing.move(200, y)
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert told[0].predictions[0].digit == 1


def test_a_mere_dot_is_no_digit_and_has_no_image(workspace, draw):
    draw(workspace, (200, 200))
    (mark,) = workspace.reading.current.marks
    assert (mark.found.stages, mark.activations) == (None, ())
    assert mark.prediction.verdict == "not_a_digit"


def test_other_weights_read_at_once_and_no_ink_is_brought_down_anew(workspace, draw, flat):
    draw(workspace, *LINE)
    before = workspace.reading.current.mark.found.stages
    workspace.reading.read_with(flat)
    assert workspace.reading.is_learning
    assert workspace.reading.current.mark.found.stages is before
    assert workspace.reading.current.predictions[0].probabilities.max() < 0.2
    workspace.reading.read_with_weights_in_use()
    assert not workspace.reading.is_learning
    assert workspace.reading.current.predictions[0].digit == 1


def test_a_picture_is_read_by_the_stages_it_came_with(workspace):
    paper = np.full((300, 200), 255, np.uint8)
    paper[60:240, 90:110] = 0
    picture = picture_of(paper)
    workspace.drawing.lay_picture(picture)
    assert workspace.reading.current.mark.found is picture.found[0]
    workspace.drawing.undo()
    assert workspace.reading.current.predictions == ()
