import numpy as np
import pytest

from mnist_pad.ink.curves import distinct, smooth, through

ZIGZAG = np.array([[0.0, 0.0], [1.0, 1.0], [2.0, 0.0], [3.0, 1.0]])


@pytest.mark.parametrize("tension", [0.0, 0.3, 0.5, 1.0])
def test_a_curve_goes_through_its_points_in_order(tension) -> None:
    curve = through(ZIGZAG, tension=tension, points_per_span=7)
    assert curve.shape == (3 * 7 + 1, 2)
    np.testing.assert_allclose(curve[::7], ZIGZAG, atol=1e-12)


def test_catmull_rom_is_exact_on_a_parabola() -> None:
    x = np.arange(6.0)
    curve = through(np.stack([x, x**2], axis=1))
    inner = curve[8:-8]
    np.testing.assert_allclose(inner[:, 1], inner[:, 0] ** 2, atol=1e-12)


def test_without_tension_the_curve_is_straight_lines() -> None:
    x, y = through(ZIGZAG, tension=0.0).T
    np.testing.assert_allclose(y, np.interp(x, *ZIGZAG.T), atol=1e-12)


def test_two_points_make_a_line_of_even_steps() -> None:
    line = through(np.array([[0.0, 2.0], [4.0, 0.0]]), points_per_span=4)
    np.testing.assert_allclose(line, [[0, 2], [1, 1.5], [2, 1], [3, 0.5], [4, 0]], atol=1e-12)


def circle(count: int) -> np.ndarray:
    angle = np.linspace(0, 2 * np.pi, count)
    return 100 * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def test_a_fast_round_is_no_polygon():
    radii = np.hypot(*smooth(circle(10), 0.1).line.T)
    # The polygon's sides come as near as 94 to the middle.
    assert radii.min() > 99
    assert radii.max() < 101


def test_a_smooth_curve_goes_through_the_points_a_hand_left():
    points = np.random.default_rng(1).uniform(0, 100, (20, 2))
    line, knots = smooth(points, 0.1)
    np.testing.assert_array_equal(line[knots], points)
    assert knots[0] == 0
    assert knots[-1] == len(line) - 1 > 60


def test_a_smooth_curve_is_as_fine_as_is_asked_for():
    coarse, fine = smooth(circle(8), 1.0).line, smooth(circle(8), 0.001).line
    assert 8 < len(coarse) < 40 < len(fine)
    lines = np.linspace(coarse[:-1], coarse[1:], 50).reshape(-1, 2)
    assert np.hypot(*np.moveaxis(fine[:, None] - lines, 2, 0)).min(axis=1).max() < 1.2


def test_dense_points_are_the_curve_themselves():
    points = circle(2000)
    np.testing.assert_array_equal(smooth(points, 0.1).line, points)


def test_a_turn_back_makes_no_loop():
    there = np.array([[0.0, 0.0], [100.0, 0.0], [50.0, 1.0]])
    assert smooth(there, 0.1).line[:, 0].max() < 106


@pytest.mark.parametrize("count", [1, 2])
def test_one_point_or_two_are_no_curve(count):
    points = circle(5)[:count]
    np.testing.assert_array_equal(smooth(points, 0.1).line, points)


def test_points_said_twice_count_once():
    points = circle(9)
    np.testing.assert_array_equal(distinct(points.repeat(3, axis=0), 0.01), points)
    assert distinct(points, 0.01) is points
    assert len(distinct(points[:1].repeat(4, axis=0), 0.01)) == 1


@pytest.mark.parametrize("tolerance", [0.01, 5.0])
def test_a_point_more_changes_the_last_span_alone(tolerance):
    points = np.random.default_rng(2).normal(size=(30, 2)).cumsum(axis=0)
    for count in range(2, len(points)):
        before, after = smooth(points[:count], tolerance), smooth(points[: count + 1], tolerance)
        stays = before.knots[-2] + 1
        np.testing.assert_array_equal(before.line[before.knots], points[:count])
        np.testing.assert_array_equal(after.line[:stays], before.line[:stays])


def test_points_that_only_rounding_parts_are_one():
    corner = np.array([[41.0, 0.0], [0.0, 0.0], [0.0, 1.0]])
    parted = np.insert(corner, 2, [0.0, 1e-12], axis=0)
    np.testing.assert_array_equal(distinct(parted, 0.01), corner)
    assert len(distinct(np.insert(corner, 2, [0.0, 1e-3], axis=0), 0.01)) == 4
