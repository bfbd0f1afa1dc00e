import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mnist_pad.ink.spans import draw, segments

FINENESS = 16
coordinates = st.one_of(st.integers(-6, 26), st.floats(-6, 26))
paths = st.lists(st.tuples(*[coordinates] * 4), min_size=1, max_size=6)


def covered(path, radius: float, width: int = 20, height: int = 18) -> np.ndarray:
    path = np.asarray(path, dtype=np.float64).reshape(-1, 2, 2)
    return draw(path, radius, width=width, height=height, fineness=FINENESS).coverage()


def supersampled(path, radius: float, width: int = 20, height: int = 18) -> np.ndarray:
    """The same by brute force: distances to every segment, 24 samples a pixel each way."""
    samples = 24
    y, x = (np.mgrid[0 : height * samples, 0 : width * samples] + 0.5) / samples
    inside = np.zeros(y.shape, dtype=bool)
    for x0, y0, x1, y1 in np.asarray(path, dtype=np.float64).reshape(-1, 4):
        dx, dy = x1 - x0, y1 - y0
        length = dx * dx + dy * dy
        along = ((x - x0) * dx + (y - y0) * dy) / length if length > 1e-12 else np.zeros_like(x)
        along = np.clip(along, 0, 1)
        inside |= np.hypot(x - x0 - along * dx, y - y0 - along * dy) < radius
    return inside.reshape(height, samples, width, samples).mean(axis=(1, 3))


@settings(max_examples=25, deadline=None)
@given(path=paths, radius=st.floats(0.6, 4))
def test_coverage_is_what_distances_say(path, radius):
    # A flat edge between two scanlines is off by half a scanline on each side at most.
    assert np.abs(covered(path, radius) - supersampled(path, radius)).max() < 1 / FINENESS + 0.06


def test_a_segment_without_length_is_a_disc():
    assert covered([[10, 9, 10, 9]], 5.0).sum() == pytest.approx(np.pi * 25, rel=2e-3)


def test_a_capsule_has_its_area_in_every_direction():
    for angle in np.linspace(0, np.pi, 13):
        dx, dy = 5 * np.cos(angle), 5 * np.sin(angle)
        area = covered([[10 - dx, 9 - dy, 10 + dx, 9 + dy]], 2.0).sum()
        assert area == pytest.approx(10 * 4 + np.pi * 4, rel=3e-3)


def test_what_overlaps_counts_once():
    line = [3, 3, 15, 12]
    assert np.array_equal(covered([line, line, line], 2.0), covered([line], 2.0))


def test_what_lies_outside_is_clipped():
    path = [[-1e6, 9, 1e6, 9], [10, -1e150, 10, -40], [1e9, 1e9, 1e9, 1e9]]
    coverage = covered(path, 1.0)
    assert np.allclose(coverage[8:10], 1.0)
    assert np.allclose(np.delete(coverage, [8, 9], axis=0), 0.0)


def test_many_segments_are_drawn_as_few_at_a_time():
    x, y = np.random.default_rng(0).uniform(-2, 22, (2, 3000))
    path = np.stack([x[:-1], y[:-1], x[:-1] + 0.4, y[:-1] + 0.4], axis=1)
    parts = [covered(part, 0.05) for part in np.array_split(path, 30)]
    whole = covered(path, 0.05)
    assert np.all(whole >= np.max(parts, axis=0) - 1e-9)
    assert np.all(whole <= np.sum(parts, axis=0) + 1e-9)


def test_nothing_drawn_covers_nothing():
    assert not covered([[50, 50, 60, 60]], 2.0).any()


def test_lengths_between_edges():
    spans = draw(np.array([[[2.0, 5.0], [8.0, 5.0]]]), 1.0, width=20, height=10, fineness=FINENESS)
    middle = spans.lengths(np.array([-5.0, 0.0, 4.5, 30.0]))[5 * FINENESS]
    assert middle == pytest.approx([0.0, 3.5, 4.5], abs=5e-3)


def test_a_stroke_of_one_point_is_a_segment_too():
    strokes = (np.array([[1.0, 2.0]]), np.array([[3.0, 4.0], [5.0, 6.0]]))
    expected = [[[1, 2], [1, 2]], [[3, 4], [3, 4]], [[3, 4], [5, 6]]]
    assert segments(strokes).tolist() == expected


@settings(max_examples=25, deadline=None)
@given(path=paths, radius=st.floats(0.6, 4))
def test_the_centre_is_the_mean_of_the_covered_positions(path, radius):
    spans = draw(
        np.reshape(path, (-1, 2, 2)).astype(float), radius, width=20, height=18, fineness=16
    )
    # Columns a hundredth of a pixel wide; where a line is full to both edges, spans run on.
    fine = spans.lengths(np.arange(0, 20.005, 0.01))
    assume(fine.sum() > 0)
    middles = (np.arange(fine.shape[1]) + 0.5) * 0.01, (np.arange(len(fine)) + 0.5) / 16
    expected = [fine.sum(axis=axis) @ middles[axis] / fine.sum() for axis in (0, 1)]
    assert spans.centre() == pytest.approx(expected, abs=0.01)
