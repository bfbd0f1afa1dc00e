import numpy as np
import pytest

from mnist_pad.pictures.components import components
from mnist_pad.pictures.touching import parted
from tests.pictures.made import written


def joined(number: str, *, gap: float) -> np.ndarray:
    """Digits with a thin stroke from each to the next, at three quarters of their height."""
    ink = written(number, height=100, pen=8, margin=40, gap=gap) > 0.5
    boxes = components(ink).boxes
    lefts, rights = boxes[:, 1].min(), boxes[:, 3].max()
    ink[115:120, lefts + 20 : rights - 20] = True
    return ink


@pytest.mark.parametrize("number", ["00", "33", "030"])
def test_digits_with_a_thin_joint_are_parted(number):
    found, touching = parted(components(joined(number, gap=0.6)))
    assert len(found.areas) == len(number)
    assert not touching.any()
    assert np.array_equal(found.labels > 0, joined(number, gap=0.6))


def test_digits_without_a_thin_joint_are_told():
    ink = written("200032", height=100, pen=8, gap=-0.08) > 0.5
    whole = components(ink)
    assert len(whole.areas) == 1
    found, touching = parted(whole)
    assert (len(found.areas), touching.tolist()) == (1, [True])


@pytest.mark.parametrize("number", ["0", "2", "3", "7"])
@pytest.mark.parametrize("widened", [1, 2])
def test_a_wide_digit_stays_one(number, widened):
    ink = np.repeat(written(number, height=100, pen=8) > 0.5, widened, axis=1)
    found, touching = parted(components(ink))
    assert (len(found.areas), touching.any()) == (1, False)


def test_a_0_open_at_the_top_stays_one():
    ink = np.repeat(written("0", height=100, pen=8) > 0.5, 2, axis=1)
    ink[: len(ink) // 2, ink.shape[1] // 2 - 12 : ink.shape[1] // 2 + 12] = False
    found, touching = parted(components(ink))
    assert (len(found.areas), touching.any()) == (1, False)


def test_a_line_is_not_told_to_touch():
    ink = np.zeros((100, 200), bool)
    ink[48:54, 20:180] = True
    assert not parted(components(ink))[1].any()


def test_nothing_touches_nothing():
    found, touching = parted(components(np.zeros((20, 30), bool)))
    assert (len(found.areas), len(touching)) == (0, 0)
