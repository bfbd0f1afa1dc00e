import numpy as np
import pytest

from mnist_pad.ink.curves import through

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
