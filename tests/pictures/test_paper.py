import numpy as np
import pytest

from mnist_pad.ink.spans import draw
from mnist_pad.pictures.paper import find_ink

HEIGHT, WIDTH = 300, 400
LINE = np.array([[[150.0, 60.0], [250.0, 240.0]]])


def ink() -> np.ndarray:
    """Coverage of one thick line, (300, 400)."""
    return draw(LINE, 9.0, width=WIDTH, height=HEIGHT, fineness=4).coverage()


def lights() -> dict:
    y, x = np.mgrid[-1 : 1 : HEIGHT * 1j, -1 : 1 : WIDTH * 1j]
    return {
        "even": np.full((HEIGHT, WIDTH), 210.0),
        "slope": 160 + 60 * x + 25 * y,
        "vignette": 230 * (1 - 0.25 * (x * x + y * y)),
        "shadow": np.where(x + 0.3 * y > -0.55, 215.0, 120.0),
    }


def photographed(light: np.ndarray, coverage: np.ndarray, *, noise: float) -> np.ndarray:
    grain = np.random.default_rng(6).normal(0, noise, light.shape)
    return np.clip(np.rint(light * (1 - 0.7 * coverage) + grain), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("inverted", [False, True])
@pytest.mark.parametrize("noise", [0.0, 6.0, 15.0])
@pytest.mark.parametrize("light", ["even", "slope", "vignette"])
def test_ink_is_found_in_every_light(light, noise, inverted):
    picture = photographed(lights()[light], ink(), noise=noise)
    found = find_ink(255 - picture if inverted else picture)
    assert found.shape == (HEIGHT, WIDTH)
    assert np.abs(found - ink()).mean() < 0.01


def test_the_edge_of_a_shadow_is_no_ink():
    found = find_ink(photographed(lights()["shadow"], ink(), noise=5.0))
    assert np.abs(found - ink()).mean() < 0.01


@pytest.mark.parametrize("noise", [0.0, 3.0, 12.0, 30.0])
@pytest.mark.parametrize("light", ["even", "slope", "vignette"])
def test_paper_alone_is_no_ink(light, noise):
    blank = photographed(lights()[light], np.zeros((HEIGHT, WIDTH)), noise=noise)
    assert find_ink(blank) is None


def test_faint_pencil_is_ink():
    picture = np.rint(220 - 40 * ink()).astype(np.uint8)
    assert np.abs(find_ink(picture) - ink()).mean() < 0.01


def test_faint_ruling_is_told_from_ink():
    light = lights()["even"]
    light[::25] *= 0.85
    assert np.abs(find_ink(photographed(light, ink(), noise=3.0)) - ink()).mean() < 0.01


def test_ink_may_touch_the_rim_all_round():
    # A nought cut out without a margin; more than a third of the picture is ink.
    turns = np.linspace(0, 2 * np.pi, 40)
    around = np.stack([50 + 42 * np.cos(turns), 70 + 62 * np.sin(turns)], axis=1)
    path = np.stack([around[:-1], around[1:]], axis=1)
    coverage = draw(path, 8.5, width=100, height=140, fineness=4).coverage()
    assert coverage.mean() > 0.35
    found = find_ink(np.rint(230 - 200 * coverage).astype(np.uint8))
    enlarged = np.kron(coverage, np.ones((2, 2)))
    assert np.abs(found - enlarged).mean() < 0.02


@pytest.mark.parametrize(("side", "expected"), [(4, (600, 800)), (1, (300, 400))])
def test_large_pictures_are_brought_to_a_working_size(side, expected):
    picture = photographed(lights()["even"], ink(), noise=0.0)
    assert find_ink(np.kron(picture, np.ones((side, side), np.uint8))).shape == expected


def test_small_pictures_are_enlarged():
    small = photographed(lights()["even"], ink(), noise=0.0)[::8, ::8]
    assert find_ink(small).shape == (small.shape[0] * 5, small.shape[1] * 5)
