import numpy as np
import pytest

from mnist_pad.dataset.pen_styles.hands import as_hands_do

ANGLES = np.linspace(0, 2 * np.pi, 200)
RING = 0.5 + 0.5 * np.stack([np.cos(ANGLES), np.sin(ANGLES)], axis=1)
BAR = np.linspace((0.5, 0.0), (0.5, 1.0), 40)


@pytest.fixture(scope="module")
def drawings() -> list[list[np.ndarray]]:
    """The same ring and bar, by 400 hands."""
    random = np.random.default_rng(3)
    return [as_hands_do([RING, BAR], random) for _ in range(400)]


def size(stroke: np.ndarray) -> np.ndarray:
    return np.ptp(stroke, axis=0)


def test_most_drawings_stay_as_they_are(drawings):
    same = [all(map(np.array_equal, strokes, (RING, BAR))) for strokes in drawings]
    assert 0.4 < np.mean(same) < 0.65


def test_some_are_narrow_wide_and_turned(drawings):
    proportions = np.array([size(ring)[0] / size(ring)[1] for ring, _ in drawings])
    assert proportions.min() < 0.5
    assert proportions.max() > 1.35
    falls = [np.arctan2(*(bar[-1] - bar[0])) for _, bar in drawings]
    assert np.rad2deg(min(falls)) < -25
    assert np.rad2deg(max(falls)) > 25


def test_a_fast_hand_leaves_few_points_and_a_round_stays_round():
    random = np.random.default_rng(8)
    drawn = [as_hands_do([RING], random)[0] for _ in range(300)]
    # Of those that were not squeezed or turned: they begin and end where the ring does.
    fast = [
        ring
        for ring in drawn
        if not np.array_equal(ring, RING) and np.array_equal(ring[[0, -1]], RING[[0, -1]])
    ]
    assert len(fast) > 30
    for ring in fast:
        radii = np.hypot(*(ring - 0.5).T)
        assert radii.max() < 0.6
        # Of the polygon through six points, sides come as near as 0.43.
        assert radii.min() > 0.4


def test_the_same_chance_draws_the_same():
    one, other = (as_hands_do([RING, BAR], np.random.default_rng(5)) for _ in range(2))
    assert all(map(np.array_equal, one, other))


def test_a_dot_stays_a_dot():
    dot = np.array([[0.2, 0.3], [0.21, 0.3]])
    for seed in range(30):
        assert size(as_hands_do([dot], np.random.default_rng(seed))[0]).max() < 0.05
