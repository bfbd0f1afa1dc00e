import numpy as np
import pytest

from mnist_pad.ink.spans import draw
from mnist_pad.pictures.centreline import centre_lines, stroke_width


def drawn(path, radius: float) -> np.ndarray:
    path = np.asarray(path, dtype=np.float64).reshape(-1, 2, 2)
    return draw(path, radius, width=120, height=120, fineness=4).coverage() > 0.5


@pytest.mark.parametrize("angle", [0.0, 0.2, np.pi / 4, 1.0, np.pi / 2])
@pytest.mark.parametrize("width", [4.0, 9.0, 14.0])
def test_the_width_of_a_line_whatever_its_direction(angle, width):
    dx, dy = 50 * np.cos(angle), 50 * np.sin(angle)
    ink = drawn([60 - dx, 60 - dy, 60 + dx, 60 + dy], width / 2)
    # The round ends count as outline: a tenth of it, with these lines, at most.
    assert stroke_width(ink) == pytest.approx(width, rel=0.15)


def test_paper_has_no_strokes():
    assert stroke_width(np.zeros((9, 9), dtype=bool)) == 0
    assert len(centre_lines(np.zeros((9, 9), dtype=bool))) == 0


def test_the_centre_line_runs_in_the_middle():
    places = centre_lines(drawn([20, 60, 100, 60], 6.0)).reshape(-1, 2)
    inner = places[(places[:, 0] > 30) & (places[:, 0] < 90)]
    assert np.abs(inner[:, 1] - 61).max() <= 1
    assert np.ptp(places[:, 0]) == pytest.approx(80, abs=8)


def test_a_ring_stays_a_ring_and_whole():
    turns = np.linspace(0, 2 * np.pi, 60)
    around = 60 + 35 * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    path = centre_lines(drawn(np.stack([around[:-1], around[1:]], axis=1), 5.0))
    radii = np.hypot(*(path.reshape(-1, 2) - 61).T)
    assert radii.min() > 33
    assert radii.max() < 37
    # As many links as points, ends counted: no end is loose.
    links = path[np.any(path[:, 0] != path[:, 1], axis=1)].reshape(-1, 2)
    _, touches = np.unique(links, axis=0, return_counts=True)
    assert touches.min() >= 2


def test_a_blot_thins_to_a_point():
    assert len(centre_lines(drawn([60, 60, 60, 60], 20.0))) <= 4
