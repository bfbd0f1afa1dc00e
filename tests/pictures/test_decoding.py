import numpy as np
import pytest
from PIL import Image

from mnist_pad.pictures.decoding import forms
from mnist_pad.pictures.reading import PictureError, find_digits, read_picture
from tests.pictures.made import written


def glass(shade: int, covered: np.ndarray) -> Image.Image:
    """Ink of one shade on a transparent ground."""
    grey = np.full(covered.shape, shade, np.uint8)
    return Image.merge("LA", [Image.fromarray(grey), Image.fromarray(np.uint8(covered * 255))])


@pytest.mark.parametrize("shade", [0, 90, 255])
def test_ink_on_glass_is_seen_whatever_its_shade(tmp_path, shade):
    glass(shade, written("3")).save(tmp_path / "glass.png")
    read = read_picture(tmp_path / "glass.png").astype(float)
    assert np.ptp(read) > 150
    assert len(find_digits(read.astype(np.uint8)).found) == 1


def test_a_hole_in_white_paper_stays_white(tmp_path):
    paper = np.ones((60, 60))
    paper[:10, :10] = 0
    glass(250, paper).save(tmp_path / "corner.png")
    assert read_picture(tmp_path / "corner.png").min() >= 250


def test_nothing_but_glass_is_paper(tmp_path):
    glass(255, np.zeros((30, 40))).save(tmp_path / "nothing.png")
    assert find_digits(read_picture(tmp_path / "nothing.png")).found == ()


@pytest.mark.skipif("AVIF" not in forms(), reason="this Pillow does not read AVIF")
def test_avif_is_read_where_pillow_reads_it(tmp_path):
    grey = np.rint(255 * (1 - written("2"))).astype(np.uint8)
    Image.fromarray(grey).save(tmp_path / "photo.avif", quality=95)
    assert np.abs(read_picture(tmp_path / "photo.avif") - grey.astype(float)).mean() < 5


@pytest.mark.parametrize("name", ["film.gif", "film.png", "film.webp"])
def test_a_film_is_refused(tmp_path, name):
    first = Image.fromarray(np.zeros((20, 20), np.uint8))
    second = Image.fromarray(np.full((20, 20), 200, np.uint8))
    first.save(tmp_path / name, save_all=True, append_images=[second])
    with pytest.raises(PictureError, match="found a film"):
        read_picture(tmp_path / name)


def test_what_is_no_picture_is_told_with_the_forms_that_are_read(tmp_path):
    path = tmp_path / "photo.heic"
    path.write_bytes(b"\0\0\0\x18ftypheix\0\0\0\0mif1heix")
    with pytest.raises(PictureError) as raised:
        read_picture(path)
    message = str(raised.value)
    assert all(form in message for form in ("JPEG", "PNG", "TIFF"))
    assert ("AVIF" in message) == ("AVIF" in forms())
