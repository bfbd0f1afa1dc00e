"""Layers side by side: each unit has one cell, and all fit where they can."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnist_pad.ui.inside.arrangement import Grid, arranged, laid_out


@pytest.mark.parametrize(
    ("width", "cell"), [(24 * 10, 8), (24 * 8, 8), (24 * 5, 5), (24 * 5 - 1, 4)]
)
def test_256_units_are_a_square_and_128_half_of_one(width, cell):
    first, second = arranged((256, 128), width=width, height=140)
    assert (first.rows, first.columns, first.cell_px) == (16, 16, cell)
    assert (second.rows, second.columns, second.cell_px) == (16, 8, cell)


@given(
    st.lists(st.integers(1, 8_192), min_size=1, max_size=16),
    st.integers(150, 600),
    st.integers(100, 200),
)
def test_every_unit_that_is_shown_has_a_cell_of_its_own(sizes, width, height):
    grids = arranged(sizes, width=width, height=height)
    assert len(grids) == len(sizes)
    assert sum(grid.width for grid in grids) <= width
    for size, grid in zip(sizes, grids, strict=True):
        assert 1 <= grid.count <= size
        assert grid.height <= height
        cells = {grid.place(position) for position in range(grid.count)}
        assert len(cells) == grid.count
        for position in (0, grid.count // 2, grid.count - 1):
            assert grid.position(*grid.place(position)) == position


def test_what_follows_each_other_stays_together():
    grid = Grid(10, 4, 3, 5)
    places = [np.array(grid.place(position)) for position in range(10)]
    steps = [np.abs(b - a).sum() for a, b in pairwise(places)]
    assert steps == [1] * 9
    assert grid.position(3, 2) is None
    assert grid.position(-1, 0) is None
    table = laid_out(np.arange(10), grid)
    for position, (row, column) in enumerate(places):
        assert table[row, column] == position
    assert np.isnan(table[3, 2])


def test_no_layers_need_no_room():
    assert arranged((), width=300, height=140) == ()
