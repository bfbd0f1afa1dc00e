"""Drawings that grow point by point: thinned and drawn in parts as they are all at once."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnist_pad.ink import raster
from mnist_pad.ink.raster import Rasterizer, rasterize
from mnist_pad.ink.spans import THIN_BLOCK, draw, segments, settled, thin
from mnist_pad.ink.strokes import Ink

PAD = (400.0, 400.0)
TOLERANCE = 0.02

coordinates = st.one_of(st.integers(0, 40).map(float), st.floats(0, 400))
strokes = st.lists(
    st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=60), min_size=1, max_size=4
)


def spiral(count: int) -> np.ndarray:
    angle = np.linspace(0, 40, count)
    return 200 + 4 * angle[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def circles(count: int) -> np.ndarray:
    angle = np.linspace(0, 60, count)
    return 200 + 150 * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def scribble(count: int) -> np.ndarray:
    return np.random.default_rng(4).uniform(0, 400, (count, 2))


def straight(count: int) -> np.ndarray:
    return np.stack([np.arange(count) / 10.0, np.zeros(count)], axis=1)


DRAWINGS = [spiral, circles, scribble, straight]


def ink(*points) -> Ink:
    return Ink.from_points(points, pad=PAD, pen=20)


def assert_same(found, expected) -> None:
    assert (found is None) == (expected is None)
    if expected is not None:
        np.testing.assert_array_equal(found.box, expected.box)
        np.testing.assert_array_equal(found.image, expected.image)


def distances(points: np.ndarray, path: np.ndarray) -> np.ndarray:
    """How far each point is from the nearest of the segments."""
    start, along = path[:, 0], path[:, 1] - path[:, 0]
    offset = points[:, None] - start
    length = np.maximum((along**2).sum(axis=1), 1e-300)
    part = np.clip((offset * along).sum(axis=2) / length, 0, 1)
    return np.hypot(*np.moveaxis(offset - part[..., None] * along, 2, 0)).min(axis=1)


@settings(max_examples=60, deadline=None)
@given(strokes=strokes, data=st.data())
def test_ink_that_grew_is_drawn_as_if_it_were_new(strokes, data):
    rasterizer, grown = Rasterizer(), []
    for stroke in strokes:
        sizes = data.draw(st.sets(st.integers(1, len(stroke)), max_size=4)) | {len(stroke)}
        for size in sorted(sizes):
            now = ink(*grown, stroke[:size])
            assert_same(rasterizer.rasterize(now), rasterize(now))
        grown.append(stroke)


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_long_stroke_is_drawn_as_if_it_were_new(drawing):
    points, rasterizer = drawing(700), Rasterizer()
    for count in range(1, len(points), 13):
        now = ink(points[:count])
        assert_same(rasterizer.rasterize(now), rasterize(now))


@pytest.mark.parametrize("count", [150, 1])
def test_ink_that_did_not_only_grow_is_drawn_anew(count):
    rasterizer, points = Rasterizer(), scribble(300)
    corners = [(0, 0), (400, 400)]
    rasterizer.rasterize(ink(corners, points))
    for now in (
        ink(corners, points[:count]),
        ink(corners, points[::-1]),
        ink(corners, points[:count], points[count:]),
        ink(corners),
        ink(),
        ink(points, corners),
    ):
        assert_same(rasterizer.rasterize(now), rasterize(now))


def test_points_written_over_after_a_drawing_are_seen():
    rasterizer, points = Rasterizer(), scribble(300)
    points[:2] = [(0, 0), (400, 400)]
    now = Ink((points,), PAD, 20.0)
    rasterizer.rasterize(now)
    points[50:200] = points[50]
    assert_same(rasterizer.rasterize(now), rasterize(now))


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_thinned_path_runs_where_it_ran(drawing):
    points = drawing(1000) / 400 * raster.BOX_PX
    path = segments((points[:600], points[600:601], points[601:]))
    thinned, counts = thin(path, TOLERANCE)
    assert counts.sum() == len(path)
    assert len(thinned) == len(counts)
    fine = np.linspace(thinned[:, 0], thinned[:, 1], 20).reshape(-1, 2)
    assert distances(points, thinned).max() <= TOLERANCE + 1e-9
    assert distances(fine, path).max() <= TOLERANCE + 1e-9


def test_dense_points_become_few_segments():
    path = segments((straight(1000),))
    assert len(thin(path, TOLERANCE)[0]) <= 1000 / THIN_BLOCK + 6
    path = segments((circles(5000) / 400 * raster.BOX_PX,))
    assert len(thin(path, TOLERANCE)[0]) < 5000 / 3


def test_a_turn_back_on_itself_is_kept():
    there = np.stack([np.arange(32.0), np.zeros(32)], axis=1)
    thinned, _ = thin(segments((np.concatenate([there, there[::-1]]),)), TOLERANCE)
    assert thinned[..., 0].max() == 31


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_what_is_settled_stays(drawing):
    path = segments((drawing(400),))
    for count in range(1, 300):
        thinned, counts = thin(path[:count], TOLERANCE)
        later, later_counts = thin(path[: count + 100], TOLERANCE)
        lasting = settled(counts, count)
        assert counts[:lasting].sum() >= count - 2 * THIN_BLOCK
        np.testing.assert_array_equal(later[:lasting], thinned[:lasting])
        np.testing.assert_array_equal(later_counts[:lasting], counts[:lasting])


def test_drawn_in_parts_is_drawn_at_once():
    path = np.random.default_rng(3).uniform(-3, 23, (90, 2, 2))
    size = {"width": 20, "height": 20, "fineness": 16}
    first = draw(path[:40], 1.25, **size)
    parts, whole = draw(path[40:], 1.25, **size, onto=first), draw(path, 1.25, **size)
    np.testing.assert_array_equal(parts.starts, whole.starts)
    np.testing.assert_array_equal(parts.ends, whole.ends)
