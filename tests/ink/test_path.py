import numpy as np
import pytest

from mnist_pad.ink.path import GrowingPath, bounds_of
from mnist_pad.ink.raster import rasterize
from mnist_pad.ink.strokes import Ink

POINTS = np.random.default_rng(5).uniform(0, 300, (40, 2))


def followed(*strokes) -> GrowingPath:
    path = GrowingPath()
    path.follow(strokes, 0.1)
    return path


def whole(path) -> np.ndarray:
    return np.concatenate([path.settled, path.tail])


@pytest.mark.parametrize("step", [1, 7])
def test_a_path_that_grew_is_the_path_that_is_found_anew(step):
    path = GrowingPath()
    for count in range(1, len(POINTS) + 1, step):
        for strokes in ((POINTS[:count],), (POINTS[:count], POINTS[::-1][:count])):
            path.follow(strokes, 0.1)
            np.testing.assert_array_equal(whole(path), whole(followed(*strokes)))
            np.testing.assert_array_equal(path.bounds, bounds_of(whole(path).reshape(-1, 2)))


def test_what_is_settled_stays_until_the_drawing_is_another():
    path, settled = GrowingPath(), np.empty((0, 2, 2))
    assert not path.follow((POINTS[:1],), 0.1)
    for count in range(2, len(POINTS)):
        assert path.follow((POINTS[:count],), 0.1)
        np.testing.assert_array_equal(path.settled[: len(settled)], settled)
        assert len(settled) < len(path.settled) or count == 2
        settled = path.settled.copy()
    assert path.follow((POINTS[:count], POINTS[:3]), 0.1)
    for strokes in ((POINTS[:30],), (POINTS[:30] + 1,), (POINTS[:10], POINTS[10:30])):
        assert not path.follow(strokes, 0.1)
        np.testing.assert_array_equal(whole(path), whole(followed(*strokes)))
    assert not path.follow(strokes, 0.2)


def test_a_stroke_taken_back_is_another_drawing():
    path = GrowingPath()
    path.follow((POINTS[:10], POINTS[10:30]), 0.1)
    assert not path.follow((POINTS[:10],), 0.1)
    np.testing.assert_array_equal(whole(path), whole(followed(POINTS[:10])))


def test_a_stroke_begins_with_its_first_point_alone():
    dot = np.array([[3.0, 4.0]])
    np.testing.assert_array_equal(whole(followed(dot, dot)), [[[3, 4], [3, 4]]] * 2)


def test_a_fast_round_looks_like_a_slow_one():
    def drawn(count):
        angle = np.linspace(0, 2 * np.pi, count)
        circle = 100 + 80 * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        return rasterize(Ink((circle,), (200.0, 200.0), 20.0)).image.astype(int)

    # As a nonagon, it would differ by up to 110 grey levels.
    assert np.abs(drawn(10) - drawn(2000)).max() < 25
