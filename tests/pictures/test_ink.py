import numpy as np
import pytest

from mnist_pad.pictures.ink import coverage, find_ink
from mnist_pad.pictures.paper import contrast
from tests.pictures.made import on_paper, written


def covered(grey: np.ndarray) -> np.ndarray:
    seen = contrast(grey)
    return coverage(seen.strength, find_ink(seen), seen.blur_px)


def tones() -> dict:
    """How strong ink is at each place of the picture of a 2."""
    height, width = written("2", height=160).shape
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    return {
        "fading": 1.2 - 0.85 * y,
        "two pens": np.where(y < 0.5, 1.0, 0.38),
        "overlap": np.where((x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.01, 1.0, 0.75),
        "blots": np.where(np.sin(40 * x) * np.sin(30 * y) > 0.3, 1.0, 0.75),
    }


@pytest.mark.parametrize("inverted", [False, True])
@pytest.mark.parametrize("tone", tones())
def test_ink_of_every_tone_is_ink(tone, inverted):
    ink = written("2", height=160, pen=12)
    grey = on_paper(ink * np.minimum(tones()[tone], 1.0))
    found = covered(255 - grey if inverted else grey)
    assert np.abs(found - ink).mean() < 0.012
    # Nor is it any fainter: but where tones meet, the network gets full ink.
    assert np.median(found[ink > 0.99]) > 0.85
    assert np.quantile(found[ink > 0.99], 0.05) > 0.5


def test_a_stroke_is_as_wide_as_it_is_however_blurred():
    ink = written("2", height=320, pen=40)
    blurred = ink.copy()
    for axis in (0, 1):
        blurred = np.stack([np.roll(blurred, step, axis) for step in range(-8, 9)]).mean(axis=0)
    found = covered(on_paper(blurred)) > 0.5
    assert found.sum() == pytest.approx((ink > 0.5).sum(), rel=0.05)


@pytest.mark.parametrize("slope", [0.0, 0.05])
def test_faint_ruling_is_told_from_ink_that_lies_upon_it(slope):
    ink = written("25", height=160, pen=10)
    y, x = np.mgrid[0 : ink.shape[0], 0 : ink.shape[1]]
    ruling = np.where((y + slope * x) % 30 < 2, 0.25, 0.0)
    assert np.abs(covered(on_paper(np.maximum(ink, ruling))) - ink).mean() < 0.01


def test_what_is_faint_everywhere_is_not_ink_beside_strong_ink():
    ink = written("7", height=160, pen=10)
    smudge = np.zeros_like(ink)
    smudge[10:30, 10:60] = 0.2
    assert np.abs(covered(on_paper(np.maximum(ink, smudge))) - ink).mean() < 0.01
