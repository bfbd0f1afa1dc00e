"""The theme's colours by themselves: what a text and its paper have in contrast."""

import pytest
from PySide6.QtGui import QColor

from mnist_pad.ui import theme


def luminance(colour):
    """Relative luminance, as WCAG 2.2 defines it."""
    channels = [value / 255 for value in QColor(colour).getRgb()[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK])
def test_text_has_the_contrast_that_wcag_asks_for(colours):
    for paper in (colours.window, colours.surface):
        for ink in (colours.text, colours.muted, colours.accent):
            assert contrast(paper, ink) >= 4.5
    assert contrast(colours.accent, colours.on_accent) >= 4.5
