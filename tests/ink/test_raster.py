import tracemalloc
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PIL import Image

from mnist_pad.ink.placement import shift_to_middle
from mnist_pad.ink.raster import PEN_PX, rasterize, scale
from mnist_pad.ink.spans import draw
from mnist_pad.ink.strokes import Ink
from mnist_pad.pictures.centreline import centre_lines

PAD = (400.0, 300.0)

# Whole numbers too: with them edges lie flat and at plain fractions of a pixel.
coordinates = st.one_of(st.integers(0, 200).map(float), st.floats(0, 200))
strokes = st.lists(
    st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=12), min_size=1, max_size=4
)


def drawn(points, *, pen: float = 20.0, pad: tuple[float, float] = PAD) -> Ink:
    return Ink.from_points(points, pad=pad, pen=pen)


def seven() -> Ink:
    return drawn([[(120, 80), (200, 80), (150, 230)]])


@settings(max_examples=60, deadline=None)
@given(
    points=strokes,
    factor=st.floats(0.3, 8),
    move=st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4)),
    pen=st.floats(0.5, 90),
)
def test_place_size_and_pen_do_not_show(points, factor, move, pen):
    ink = drawn(points)
    assume(np.ptp(np.concatenate(ink.strokes), axis=0).max() > 40)
    moved = Ink(tuple(stroke * factor + move for stroke in ink.strokes), PAD, pen)
    before, after = rasterize(ink), rasterize(moved)
    for stage in ("box", "image"):
        difference = np.subtract(getattr(before, stage), getattr(after, stage), dtype=np.int16)
        assert np.abs(difference).max() <= 2


@pytest.mark.parametrize("height", [35, 70, 280, 560])
def test_flat_edges_level_with_a_scanline_do_not_flicker(height):
    # At these heights a bar's edge falls on the middle of a band of scanlines for some rows.
    for row in range(1, height, max(1, height // 35)):
        points = np.array([[0.0, 0], [0, height], [0, row], [height / 2, row]])
        before = rasterize(Ink((points,), (900.0, 900.0), 20.0))
        after = rasterize(Ink((points * 1.1 + 37.3,), (900.0, 900.0), 20.0))
        assert np.abs(before.image - after.image.astype(np.int16)).max() <= 2


@settings(max_examples=30, deadline=None)
@given(points=strokes)
def test_the_digit_fills_the_box_and_lies_in_the_middle(points):
    stages = rasterize(drawn(points))
    assume(stages is not None)
    touched = stages.box > 0
    sides = {"x": touched.any(axis=0), "y": touched.any(axis=1)}
    assert any(side[0] and side[-1] for side in sides.values())
    # A dot far from the rest can fall outside the field whole.
    if float(stages.image.sum()) == pytest.approx(float(stages.box.sum()), rel=0.001):
        assert np.abs(shift_to_middle(stages.image / 255.0)).max() < 0.05


def test_the_aspect_is_kept():
    # A line a side: through its corners alone, one stroke would be an oval.
    corners = [(0, 0), (200, 0), (200, 50), (0, 50), (0, 0)]
    wide = rasterize(drawn(pairwise(corners)))
    rows = np.flatnonzero(wide.box.any(axis=1))
    assert len(rows) == pytest.approx(PEN_PX + (20 - PEN_PX) / 4, abs=1.2)
    assert wide.box[:, [0, -1]].any(axis=0).all()


@pytest.mark.parametrize("line", [[(0, 0), (0, 90)], [(0, 0), (90, 0)], [(0, 0), (90, 90)]])
def test_a_bare_line_is_a_digit(line):
    stages = rasterize(drawn([line]))
    length = PEN_PX * (20 - PEN_PX) * (2**0.5 if line[1] == (90, 90) else 1)
    assert stages.image.sum() / 255 == pytest.approx(length + np.pi * PEN_PX**2 / 4, rel=0.01)


def test_a_blank_pad_is_no_digit():
    assert rasterize(drawn([])) is None


@pytest.mark.parametrize("points", [[(5, 5)], [(5, 5)] * 9, [(5, 5), (10, 8)]])
def test_a_lone_dot_is_no_digit(points):
    assert rasterize(drawn([points])) is None


def test_a_little_longer_than_a_dot_is_a_digit():
    assert rasterize(drawn([[(5, 5), (14.5, 5)]])) is not None


def test_a_dot_within_a_drawing_is_a_disc():
    line = [(0, 0), (0, 175)]
    without = rasterize(drawn([line])).box.sum() / 255
    with_dot = rasterize(drawn([line, [(60, 90)]])).box.sum() / 255
    assert with_dot - without == pytest.approx(np.pi * PEN_PX**2 / 4, rel=0.02)


def test_the_pen_is_as_wide_as_mnists(mnist_images):
    redrawn = 0.0
    for image in mnist_images[:200]:
        fine = Image.fromarray(image).resize((224, 224), Image.Resampling.BICUBIC)
        path = centre_lines(np.asarray(fine) > 127) / 8
        redrawn += draw(path, PEN_PX / 2, width=28, height=28, fineness=16).coverage().sum()
    assert redrawn == pytest.approx(mnist_images[:200].sum() / 255, rel=0.03)


def test_ink_that_would_leave_the_field_is_clipped():
    # Heavy ink at one end of a long line draws the centre of mass to that end.
    stages = rasterize(drawn([[(0, 0), (270, 0), (270, 30), (0, 30)], [(135, 0), (135, 280)]]))
    assert stages.image.shape == (28, 28)
    assert stages.image[-1].any()


def test_the_stages_show_the_way():
    stages = rasterize(seven())
    assert stages.box.dtype == stages.image.dtype == np.uint8
    assert stages.box.shape == (20, 20)
    assert stages.image.shape == (28, 28)
    assert stages.box.max() == stages.image.max() == 255


@pytest.mark.parametrize(
    "points",
    [
        [[(-1e300, 0), (1e308, 1e308)]],
        [[(-1.7e308, -1.7e308), (1.7e308, 1.7e308)]],
        [[(float("nan"), 5), (10, 10), (90, float("inf")), (10, 90)]],
        [[(-1e7, -1e7), (-1e7 + 100, -1e7 + 100)]],
        [[(50, 50)] * 500 + [(90, 90)] * 500],
    ],
)
def test_strange_coordinates_are_drawn_all_the_same(points):
    assert rasterize(drawn(points)).image.any()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -5.0, 0.0, 1e300, 5e-324])
def test_a_strange_pen_or_pad_raises_nothing(number):
    strokes = seven().strokes
    assert rasterize(Ink(strokes, PAD, number)).image.any()
    rasterize(Ink(strokes, (number, number), 20.0))


def test_nothing_but_broken_points_is_a_blank_pad():
    assert rasterize(drawn([[(float("nan"), 1.0)], [(2.0, float("inf"))]])) is None


def test_very_many_points_stay_in_bounded_memory():
    points = np.cumsum(np.random.default_rng(2).normal(size=(100_000, 2)), axis=0)
    tracemalloc.start()
    assert rasterize(Ink((points,), PAD, 20.0)) is not None
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 150e6


def test_scale_centres_or_shrinks_or_leaves():
    image = np.arange(784, dtype=np.uint32).astype(np.uint8).reshape(28, 28)
    centred, unit, raw = scale(image), scale(image, "unit"), scale(image, "raw")
    assert centred.dtype == unit.dtype == raw.dtype == np.float32
    assert centred.shape == (784,)
    assert (centred.min(), centred.max()) == (-0.5, 0.5)
    assert (unit.min(), unit.max()) == (0, 1)
    assert np.array_equal(unit, image.ravel() / np.float32(255))
    assert np.array_equal(raw, image.ravel())
    assert np.array_equal(scale(image.ravel()), centred)


def test_scale_takes_batches():
    images = np.random.default_rng(3).integers(0, 256, (5, 28, 28), np.uint8)
    assert np.array_equal(scale(images), np.stack([scale(image) for image in images]))
    assert np.array_equal(scale(images.reshape(5, 784)), scale(images))
