import numpy as np

from mnist_pad.pictures.components import without_specks


def page() -> np.ndarray:
    ink = np.zeros((600, 800), dtype=bool)
    ink[100:400, 200:220] = True
    return ink


def test_specks_are_dropped():
    ink = page()
    ink[500:505, 700:705] = True
    ink[20, 20] = True
    assert np.array_equal(without_specks(ink), page())


def test_a_second_piece_of_some_size_stays():
    ink = page()
    ink[300:320, 300:380] = True
    assert np.array_equal(without_specks(ink), ink)


def test_the_crumbs_of_a_broken_stroke_belong_to_it():
    ink = page()
    ink[402:404, 212:214] = True
    assert np.array_equal(without_specks(ink), ink)


def test_nothing_but_specks_is_nothing():
    ink = np.zeros((600, 800), dtype=bool)
    ink[::90, ::110] = True
    assert not without_specks(ink).any()


def test_no_ink_is_nothing():
    assert not without_specks(np.zeros((300, 40), dtype=bool)).any()
