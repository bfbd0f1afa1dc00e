"""A gallery of any number of pictures, and the matrix of counts."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mnist_pad.ui.kit.gallery import Gallery
from mnist_pad.ui.kit.matrix import Matrix
from mnist_pad.ui.kit.tiles import Tile
from tests.ui.looking import LEFT

MANY = 60_000


class Made:
    """Makes tiles, and counts which."""

    def __init__(self):
        self.places = set()

    def __call__(self, place):
        self.places.add(place)
        return Tile(np.full((28, 28), place % 256, np.uint8), f"{place}", f"the picture {place}")


@pytest.fixture
def gallery(show):
    made = Gallery("gallery", "Pictures")
    made.looker = show(made)
    return made


@pytest.fixture
def matrix(show):
    made = Matrix("matrix", "Counts", "{label} read as {answer}: {count:,}")
    made.looker = show(made)
    return made


def test_of_many_pictures_only_those_in_sight_are_made(gallery):
    made = Made()
    gallery.show_tiles(MANY, made)
    gallery.looker.sees(lambda: len(made.places) > 10)
    assert max(made.places) < 100
    gallery.scrollToBottom()
    gallery.looker.sees(lambda: MANY - 1 in made.places)
    assert len(made.places) < 300


def test_a_click_and_enter_open_a_picture(gallery, qtbot):
    opened = []
    gallery.picture_opened.connect(opened.append)
    gallery.show_tiles(20, Made())
    spot = gallery.visualRect(gallery.model().index(3, 0)).center()
    qtbot.mouseClick(gallery.viewport(), LEFT, pos=spot)
    assert opened == [3]
    QTest.keyClick(gallery, Qt.Key.Key_Right)
    QTest.keyClick(gallery, Qt.Key.Key_Return)
    assert opened == [3, 4]


def test_tiles_are_spread_over_the_width(gallery):
    gallery.show_tiles(20, Made())
    QApplication.processEvents()
    first, last = (gallery.visualRect(gallery.model().index(place, 0)) for place in (0, 4))
    assert first.top() == last.top()
    assert gallery.viewport().width() - last.right() < first.width() // 2


def test_a_picture_says_what_it_is(gallery):
    gallery.show_tiles(5, Made())
    index = gallery.model().index(2, 0)
    assert index.data() == "2"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "the picture 2"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "the picture 2"


def test_other_pictures_take_the_place_of_those_before(gallery):
    gallery.show_tiles(MANY, Made())
    gallery.scrollToBottom()
    gallery.show_tiles(2, Made())
    assert gallery.count == 2
    assert gallery.verticalScrollBar().value() == 0
    gallery.show_tiles(0, Made())
    assert gallery.count == 0


def test_a_cell_that_becomes_empty_is_let_go_of(matrix, qtbot):
    counts = np.eye(10, dtype=int).tolist()
    matrix.fill(counts)
    spot = matrix.visualItemRect(matrix.item(4, 4)).center()
    qtbot.mouseClick(matrix.viewport(), LEFT, pos=spot)
    assert matrix.chosen == (4, 4)
    counts[4][4] = 0
    with qtbot.waitSignal(matrix.choice_changed):
        matrix.fill(counts)
    assert matrix.chosen is None


@pytest.mark.parametrize("size", [(340, 260), (480, 600)])
def test_four_figures_fit_into_a_cell(matrix, size):
    matrix.fill(np.full((10, 10), 1135).tolist())
    matrix.window().resize(*size)
    matrix.looker.sees(lambda: matrix.window().size().toTuple() == size)
    assert matrix.item(1, 1).text() == "1135"
    assert matrix.item(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "1 read as 1: 1,135"
    cell = matrix.visualItemRect(matrix.item(1, 1))
    # Between two cells of four figures each, there is paper.
    edge = matrix.viewport().grab().toImage()
    column = [edge.pixelColor(cell.right(), y) for y in range(cell.top(), cell.bottom())]
    assert len({colour.rgb() for colour in column}) == 1
