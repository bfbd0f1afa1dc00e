import numpy as np
import pytest

from mnist_pad.ink.spans import draw
from mnist_pad.pictures.ink import coverage, find_ink
from mnist_pad.pictures.marks import marks
from mnist_pad.pictures.paper import contrast

HEIGHT, WIDTH = 300, 400
LINE = np.array([[[150.0, 60.0], [250.0, 240.0]]])


def ink() -> np.ndarray:
    """Coverage of one thick line, (300, 400)."""
    return draw(LINE, 9.0, width=WIDTH, height=HEIGHT, fineness=4).coverage()


def found(grey: np.ndarray) -> np.ndarray:
    """How much each pixel is found to be covered with ink."""
    seen = contrast(grey)
    return coverage(seen.strength, find_ink(seen), seen.blur_px)


def lights() -> dict:
    y, x = np.mgrid[-1 : 1 : HEIGHT * 1j, -1 : 1 : WIDTH * 1j]
    hand = 0.5 + 0.2 * np.sin(2.5 * y)
    return {
        "even": np.full((HEIGHT, WIDTH), 210.0),
        "slope": 160 + 60 * x + 25 * y,
        "vignette": 230 * (1 - 0.25 * (x * x + y * y)),
        "shadow": np.where(x + 0.3 * y > -0.55, 215.0, 120.0),
        "shadow across": np.where(x > 0, 215.0, 120.0),
        "hand": 215 - 90 / (1 + np.exp(-40 * (x - hand))),
    }


def photographed(light: np.ndarray, covered: np.ndarray, *, noise: float) -> np.ndarray:
    grain = np.random.default_rng(6).normal(0, noise, light.shape)
    return np.clip(np.rint(light * (1 - 0.7 * covered) + grain), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("inverted", [False, True])
@pytest.mark.parametrize("noise", [0.0, 6.0, 15.0])
@pytest.mark.parametrize("light", ["even", "slope", "vignette"])
def test_ink_is_found_in_every_light(light, noise, inverted):
    picture = photographed(lights()[light], ink(), noise=noise)
    covered = found(255 - picture if inverted else picture)
    assert covered.shape == (HEIGHT, WIDTH)
    assert np.abs(covered - ink()).mean() < 0.01


@pytest.mark.parametrize("light", ["shadow", "shadow across", "hand"])
def test_the_edge_of_a_shadow_is_no_ink(light):
    covered = found(photographed(lights()[light], ink(), noise=5.0))
    assert np.abs(covered - ink()).mean() < 0.01


@pytest.mark.parametrize("noise", [0.0, 3.0, 12.0, 30.0])
@pytest.mark.parametrize("light", ["even", "slope", "vignette"])
def test_paper_alone_is_no_ink(light, noise):
    blank = photographed(lights()[light], np.zeros((HEIGHT, WIDTH)), noise=noise)
    assert not len(marks(find_ink(contrast(blank))).areas)


def test_faint_pencil_is_ink():
    picture = np.rint(220 - 40 * ink()).astype(np.uint8)
    assert np.abs(found(picture) - ink()).mean() < 0.01


def test_ink_may_touch_the_rim_all_round():
    # A nought cut out without a margin; more than a third of the picture is ink.
    turns = np.linspace(0, 2 * np.pi, 40)
    around = np.stack([50 + 42 * np.cos(turns), 70 + 62 * np.sin(turns)], axis=1)
    path = np.stack([around[:-1], around[1:]], axis=1)
    covered = draw(path, 8.5, width=100, height=140, fineness=4).coverage()
    assert covered.mean() > 0.35
    assert np.abs(found(np.rint(230 - 200 * covered).astype(np.uint8)) - covered).mean() < 0.03


@pytest.mark.parametrize("inverted", [False, True])
def test_more_ink_than_paper_is_ink_all_the_same(inverted):
    covered = np.zeros((100, 80))
    covered[8:92, 8:72] = 1
    covered[22:42, 24:56] = covered[58:78, 24:56] = 0
    assert covered.mean() > 0.5
    grey = np.rint(240 - 220 * covered).astype(np.uint8)
    seen = contrast(255 - grey if inverted else grey)
    enlarged = np.kron(covered, np.ones(np.array(seen.strength.shape) // covered.shape))
    assert np.abs(find_ink(seen) - enlarged).mean() < 0.08


@pytest.mark.parametrize(("side", "expected"), [(4, (600, 800)), (1, (300, 400))])
def test_large_pictures_are_brought_to_a_working_size(side, expected):
    picture = photographed(lights()["even"], ink(), noise=0.0)
    assert contrast(np.kron(picture, np.ones((side, side), np.uint8))).strength.shape == expected


def test_small_pictures_are_enlarged():
    small = photographed(lights()["even"], ink(), noise=0.0)[::8, ::8]
    assert contrast(small).strength.shape == (small.shape[0] * 3, small.shape[1] * 3)


def test_a_long_row_keeps_its_fineness():
    row = np.full((60, 6000), 200, np.uint8)
    assert contrast(row).strength.shape == (60, 6000)
    assert max(contrast(np.full((50, 60_000), 200, np.uint8)).strength.shape) <= 16_000
