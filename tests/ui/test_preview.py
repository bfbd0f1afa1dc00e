"""The strip that shows what the network learns from."""

from dataclasses import replace

import numpy as np
from PySide6.QtGui import QImage

from mnist_pad.training.events import ImagesSeen
from mnist_pad.training.recipes import recipe

RUN_S = 90


def test_a_run_shows_the_very_images_it_learns_from(hand):
    strip = hand.widget("trainingPreview")
    assert not strip.isVisible()
    seen = []
    hand.window.session.event_taken.connect(
        lambda event: seen.append(event) if isinstance(event, ImagesSeen) else None
    )
    config = replace(recipe("fast"), epochs=1, distortion=1.0)
    hand.wait_for(
        hand.window.session.run_ended,
        seconds=RUN_S,
        trigger=lambda: hand.window.session.start(config),
    )
    assert strip.isVisible()
    painted = strip.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(painted.constBits(), np.uint8).reshape(28, painted.bytesPerLine())
    np.testing.assert_array_equal(pixels[:, :28], seen[0].images[0])


def test_drawings_in_pen_styles_are_told_while_they_are_made(hand):
    told = []
    hand.window.session.event_taken.connect(lambda _: told.append(hand.text("trainingStatus")))
    config = replace(recipe("fast"), epochs=1, pen_styles=1_000)
    hand.wait_for(
        hand.window.session.run_ended,
        seconds=RUN_S,
        trigger=lambda: hand.window.session.start(config),
    )
    assert any("drawings to learn from: 500 of 1,000" in text for text in told)
