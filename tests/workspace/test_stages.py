"""How many drawings are read right without a stage: counted beside the window, the last asked."""

from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.commands.sample_digits import strokes
from mnist_pad.dataset.collection import Collection
from mnist_pad.ink.raster import rasterize
from mnist_pad.ink.switches import ALL_ON
from mnist_pad.recognizer.recognizer import Recognizer
from tests.ui.on_disk import ink


def without(*fields):
    return replace(ALL_ON, **dict.fromkeys(fields, False))


@pytest.fixture
def drawings(folder):
    """Seven drawings, one of them under the wrong name."""
    folder.mkdir(parents=True)
    collection = Collection(folder / "samples.jsonl")
    for digit in range(7):
        small = [stroke * 0.4 for stroke in strokes(digit)]
        collection.add(ink(small), 8 if digit == 0 else digit)
    return collection


@pytest.fixture
def told(workspace):
    """What was counted, as it was told."""
    counts = []

    def note():
        if workspace.stages.counts is not None:
            counts.append(workspace.stages.counts)

    workspace.stages.counts_changed.connect(note)
    return counts


def right(drawings, built_in, switches):
    samples, _ = drawings.read()
    recognizer = Recognizer(built_in if switches.scaling else built_in.with_scaling("raw"))
    images = [rasterize(sample.ink, switches).image for sample in samples]
    answers = [int(recognizer.probabilities(image[np.newaxis]).argmax()) for image in images]
    return sum(answer == each.label for answer, each in zip(answers, samples, strict=True))


def test_nothing_is_counted_with_all_stages_on(drawings, workspace, qtbot, told):
    workspace.samples.samples_changed.emit()
    workspace.weights.weights_changed.emit()
    # Work beside the window is done one after the other: this comes after what should not be.
    workspace.reading.switch(without("crop"))
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert [counts.switches for counts in told] == [without("crop")]


def test_what_was_asked_last_is_counted(drawings, workspace, qtbot, told, built_in):
    for field in ("crop", "aspect", "pen_width", "centre_of_mass", "scaling"):
        workspace.reading.switch(without(field))
    qtbot.waitUntil(lambda: bool(told) and told[-1].switches == without("scaling"), timeout=20_000)
    counts = told[-1]
    assert counts.count == 7
    assert counts.right == right(drawings, built_in, ALL_ON)
    assert counts.right_switched == right(drawings, built_in, without("scaling"))
    # None was told that is of other stages than those off just then.
    assert workspace.stages.counts is counts


def test_other_weights_and_other_drawings_are_counted_anew(
    drawings, workspace, qtbot, told, built_in
):
    workspace.reading.switch(without("crop"))
    qtbot.waitUntil(lambda: len(told) == 1, timeout=20_000)
    assert told[0].right_switched == right(drawings, built_in, without("crop"))
    drawings.add(ink(strokes(7)), 7)
    workspace.samples.samples_changed.emit()
    qtbot.waitUntil(lambda: told[-1].count == 8, timeout=20_000)
    workspace.reading.switch(ALL_ON)
    assert workspace.stages.counts is None
