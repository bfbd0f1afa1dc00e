import numpy as np
import pytest

from mnist_pad.dataset.pen_styles.counter_examples import SHARES, Kind, draw_other, write_others
from mnist_pad.dataset.pen_styles.letters import LETTERS
from mnist_pad.dataset.pen_styles.scribbles import draw_scribble
from mnist_pad.dataset.pen_styles.signs import SIGNS
from mnist_pad.dataset.pen_styles.style import Style
from mnist_pad.dataset.pen_styles.templates import STYLES
from mnist_pad.dataset.pen_styles.variation import draw_strokes

OTHERS = LETTERS + SIGNS
NAMES = [style.name for style in OTHERS]

# Letters and signs that many people write as a digit, or that a digit is read for.
LIKE_DIGITS = set("BDIOSZbgiloqsz|/,.'°∞")


def noted_kinds(monkeypatch: pytest.MonkeyPatch, count: int) -> list[Kind]:
    kinds: list[Kind] = []

    def noted(kind: Kind, random: np.random.Generator) -> list[np.ndarray]:
        kinds.append(kind)
        return [np.array([[0.0, 0.0], [1.0, 1.0]])]

    monkeypatch.setattr("mnist_pad.dataset.pen_styles.counter_examples.draw_other", noted)
    write_others(count, 4)
    return kinds


def noted_styles(monkeypatch: pytest.MonkeyPatch, kind: Kind, count: int) -> list[Style]:
    styles: list[Style] = []

    def noted(style: Style, random: np.random.Generator) -> list[np.ndarray]:
        styles.append(style)
        return [np.array([[0.0, 0.0], [0.6, 1.0]])]

    monkeypatch.setattr("mnist_pad.dataset.pen_styles.counter_examples.draw_strokes", noted)
    random = np.random.default_rng(6)
    for _ in range(count):
        draw_other(kind, random)
    return styles


def relative_length(strokes: list[np.ndarray]) -> float:
    """The length of a drawing's line, in its longer sides."""
    length = sum(np.hypot(*np.diff(stroke, axis=0).T).sum() for stroke in strokes)
    return float(length / np.ptp(np.concatenate(strokes), axis=0).max())


def test_the_same_seed_writes_the_same_images() -> None:
    first, second, other = write_others(60, 7), write_others(60, 7), write_others(60, 8)
    np.testing.assert_array_equal(first, second)
    assert (first != other).any()


@pytest.mark.parametrize("count", [0, 1, 57])
def test_images_have_mnists_form(count) -> None:
    pictures = write_others(count, 1)
    assert pictures.shape == (count, 28, 28)
    assert pictures.dtype == np.uint8


def test_no_image_is_blank_and_all_differ() -> None:
    pictures = write_others(400, 2).reshape(400, -1)
    assert (pictures.max(axis=1) > 200).all()
    assert ((pictures > 0).sum(axis=1) >= 10).all()
    assert len(np.unique(pictures, axis=0)) == 400


def test_all_kinds_occur_by_their_share_in_no_order(monkeypatch) -> None:
    kinds = noted_kinds(monkeypatch, 2_000)
    assert sum(SHARES.values()) == pytest.approx(1)
    for kind, share in SHARES.items():
        assert abs(kinds.count(kind) / 2_000 - share) < 0.04
        assert kind in kinds[:40]
        assert kind in kinds[-40:]


@pytest.mark.parametrize(("kind", "styles"), [("letter", LETTERS), ("sign", SIGNS)])
def test_templates_are_drawn_by_their_weight(monkeypatch, kind, styles) -> None:
    chosen = noted_styles(monkeypatch, kind, 8_000)
    total = sum(style.weight for style in styles)
    assert set(chosen) == set(styles)
    for style in styles:
        assert abs(chosen.count(style) / 8_000 - style.weight / total) < 0.01


def test_templates_are_no_digits_and_have_names_of_their_own() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(style.digit is None for style in OTHERS)
    assert all(style.digit is not None for style in STYLES)
    assert not {name.split()[0] for name in NAMES} & LIKE_DIGITS


@pytest.mark.parametrize("style", OTHERS, ids=NAMES)
def test_every_template_draws_within_bounds(style) -> None:
    random = np.random.default_rng(3)
    for _ in range(10):
        strokes = draw_strokes(style, random)
        points = np.concatenate(strokes)
        assert len(strokes) == len(style.strokes)
        assert np.isfinite(points).all()
        assert (np.abs(points - 0.5) < 1.6).all()
        assert np.ptp(points, axis=0).max() > 0.5


def test_a_pair_is_two_digits_of_about_one_height_side_by_side(monkeypatch) -> None:
    styles = noted_styles(monkeypatch, "pair", 400)
    assert len(styles) == 800
    assert {style.digit for style in styles} == set(range(10))
    random = np.random.default_rng(5)
    for _ in range(50):
        left, right = draw_other("pair", random)
        assert 0.1 < right[:, 0].min() - left[:, 0].max() < 0.5
        assert 0.6 < np.ptp(left[:, 1]) / np.ptp(right[:, 1]) < 1.6
        assert abs(left[:, 1].mean() - right[:, 1].mean()) < 0.5


def test_a_pair_of_real_digits_keeps_all_their_strokes() -> None:
    random = np.random.default_rng(9)
    for _ in range(50):
        strokes = draw_other("pair", random)
        points = np.concatenate(strokes)
        assert 2 <= len(strokes) <= 6
        assert np.isfinite(points).all()
        assert 0.7 < np.ptp(points[:, 1]) < 1.6


def test_a_scribble_is_longer_or_wider_than_a_digit() -> None:
    random = np.random.default_rng(2)
    for _ in range(300):
        strokes = draw_scribble(random)
        points = np.concatenate(strokes)
        width, height = np.ptp(points, axis=0)
        assert np.isfinite(points).all()
        assert width > 1.8 * height or relative_length(strokes) > 3.5


def test_scribbles_are_of_one_stroke_and_of_several() -> None:
    random = np.random.default_rng(2)
    numbers = {len(draw_scribble(random)) for _ in range(200)}
    assert numbers >= {1, 2, 3, 4, 5}


def test_a_digits_line_is_shorter_than_a_scribbles() -> None:
    random = np.random.default_rng(1)
    lengths = [relative_length(draw_strokes(style, random)) for style in STYLES for _ in range(5)]
    assert np.percentile(lengths, 99) < 4.5
