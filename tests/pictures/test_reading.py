import contextlib
import io

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from mnist_pad.pictures.reading import (
    PictureError,
    find_digits,
    picture_of,
    rasterize_picture,
    read_picture,
)


def shades() -> np.ndarray:
    """A picture that looks different turned, mirrored and inverted, (20, 30)."""
    y, x = np.mgrid[0:20, 0:30]
    return (x * 6 + y * 3).astype(np.uint8)


@pytest.fixture
def save(tmp_path):
    """Save an image and return its path."""

    def save(image: Image.Image, name: str, **options):
        path = tmp_path / name
        image.save(path, **options)
        return path

    return save


@pytest.mark.parametrize("name", ["a.png", "a.bmp", "a.gif", "a.tif", "a.pgm", "a.jp2"])
def test_grey_pictures_are_read_exactly(save, name):
    options = {"irreversible": False} if name.endswith("jp2") else {}
    read = read_picture(save(Image.fromarray(shades()), name, **options))
    assert read.dtype == np.uint8
    assert np.array_equal(read, shades())


MODES = {
    "a.png": ["1", "P", "LA", "RGB", "RGBA"],
    "a.tif": ["1", "P", "LA", "RGB", "RGBA", "CMYK", "YCbCr", "I", "F"],
    "a.jpg": ["RGB", "CMYK", "YCbCr"],
    "a.webp": ["RGB", "RGBA"],
}


@pytest.mark.parametrize(
    ("name", "mode"), [(name, mode) for name, modes in MODES.items() for mode in modes]
)
def test_every_mode_is_read(save, name, mode):
    path = save(Image.fromarray(shades()).convert(mode), name)
    read = read_picture(path).astype(float)
    assert read.shape == (20, 30)
    # A black and white picture keeps its shades only on the average.
    tolerance = 128 if mode == "1" else 12
    assert np.abs(read - shades()).mean() < tolerance
    assert read[:, -8:].mean() > read[:, :8].mean() + 60


def test_sixteen_bits_are_scaled_to_eight(save):
    deep = Image.fromarray(shades().astype(np.uint16) * 257)
    assert np.array_equal(read_picture(save(deep, "deep.png")), shades())


def test_lab_pictures_are_read(save):
    colours = Image.fromarray(shades()).convert("RGB")
    lab = ImageCms.profileToProfile(
        colours, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    read = read_picture(save(lab, "lab.tif")).astype(float)
    assert np.all(np.diff(read[:, ::6].mean(axis=0)) > 0)


def test_what_is_transparent_is_white_paper(save):
    alpha = np.zeros((20, 30), np.uint8)
    alpha[:, 15:] = 255
    image = Image.merge("LA", [Image.fromarray(shades()), Image.fromarray(alpha)])
    read = read_picture(save(image, "glass.png"))
    assert np.all(read[:, :15] == 255)
    assert np.array_equal(read[:, 15:], shades()[:, 15:])


def test_a_palettes_transparent_colour_is_white_paper(save):
    image = Image.fromarray(np.repeat([[0, 1]], 4, axis=0).astype(np.uint8)).convert("P")
    image.putpalette([0, 0, 0, 90, 90, 90])
    read = read_picture(save(image, "glass.gif", transparency=0))
    assert read[0].tolist() == [255, 90]


@pytest.mark.parametrize("name", ["turned.jpg", "turned.png", "turned.tif"])
@pytest.mark.parametrize(
    ("orientation", "as_held"),
    [(3, lambda a: a[::-1, ::-1]), (6, np.rot90), (8, lambda a: np.rot90(a, -1))],
)
def test_the_cameras_orientation_is_undone(save, name, orientation, as_held):
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = Image.fromarray(np.ascontiguousarray(as_held(shades())))
    read = read_picture(save(stored, name, exif=exif)).astype(float)
    assert np.abs(read - shades()).mean() < 3


def test_of_several_pages_the_first_is_read(save):
    first, second = Image.fromarray(shades()), Image.fromarray(255 - shades())
    path = save(first, "pages.tif", save_all=True, append_images=[second])
    assert np.array_equal(read_picture(path), shades())


def refusal(path) -> str:
    with pytest.raises(PictureError) as raised:
        read_picture(path)
    message = str(raised.value)
    assert message.startswith(f"{path}: expected a picture")
    assert "\n" not in message
    return message


def test_a_missing_file_is_refused(tmp_path):
    assert "no such file" in refusal(tmp_path / "missing.png")


def test_a_folder_is_refused(tmp_path):
    refusal(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\0", b"digits: 1 2 3\n", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_refused(tmp_path, content):
    path = tmp_path / "digits.png"
    path.write_bytes(content)
    refusal(path)


def test_a_path_that_cannot_be_is_refused():
    refusal("no\0path.png")


def test_what_would_run_a_program_is_refused(tmp_path):
    path = tmp_path / "drawing.eps"
    path.write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n")
    assert "another kind of file" in refusal(path)


@pytest.mark.parametrize("name", ["cut.png", "cut.jpg", "cut.tif", "cut.bmp"])
def test_a_truncated_picture_is_refused(save, name):
    noise = np.random.default_rng(4).integers(0, 256, (60, 60), np.uint8)
    path = save(Image.fromarray(noise), name)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    refusal(path)


@pytest.mark.parametrize("side", [8_001, 14_000])
def test_a_picture_too_large_is_refused_before_it_is_decoded(tmp_path, side):
    # A header is enough: what follows it is not looked at.
    path = tmp_path / "large.pgm"
    path.write_bytes(b"P5 %d %d 255\n" % (side, side))
    assert "64,000,000 pixels" in refusal(path)


_FILES = []
for _format in ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP"):
    _buffer = io.BytesIO()
    Image.fromarray(shades()).save(_buffer, _format)
    _FILES.append(_buffer.getvalue())


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    content=st.sampled_from(_FILES),
    changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6),
    kept=st.floats(0.2, 1),
)
def test_a_broken_file_raises_nothing_but_a_refusal(tmp_path, content, changes, kept):
    broken = bytearray(content)
    for place, value in changes:
        broken[int(place * (len(broken) - 1))] = value
    path = tmp_path / "broken"
    path.write_bytes(broken[: int(kept * len(broken))])
    with contextlib.suppress(PictureError):
        assert read_picture(path).dtype == np.uint8


def photographed(image: np.ndarray, times: int = 10) -> np.ndarray:
    """The digit enlarged, dark on light, in uneven light and with noise."""
    side = 28 * times
    fine = Image.fromarray(image).resize((side, side), Image.Resampling.BICUBIC)
    x, y = np.meshgrid(*[np.linspace(-1, 1, side)] * 2)
    light = 180 + 30 * x + 20 * y
    grain = np.random.default_rng(7).normal(0, 8, light.shape)
    photo = light * (1 - 0.7 * np.asarray(fine) / 255.0) + grain
    return np.clip(np.rint(photo), 0, 255).astype(np.uint8)


def test_mnist_saved_and_read_is_mnist(mnist_images, save):
    for image in mnist_images[:20]:
        for saved in (image, 255 - image):
            read = read_picture(save(Image.fromarray(saved), "digit.png"))
            assert np.array_equal(rasterize_picture(read).image, image)


def test_a_photographed_digit_comes_out_nearly_as_mnist_has_it(mnist_images):
    differences = []
    for image in mnist_images[:40]:
        stages = rasterize_picture(photographed(image))
        differences.append(np.abs(stages.image - image.astype(float)).mean())
    assert np.median(differences) < 9
    assert np.quantile(differences, 0.9) < 15


def test_polarity_does_not_show(mnist_images):
    picture = photographed(mnist_images[1])
    one, other = rasterize_picture(picture), rasterize_picture(255 - picture)
    assert np.abs(one.image - other.image.astype(float)).mean() < 4


def test_a_thin_pen_in_a_large_photo_does_not_shrink_to_noise(mnist_images):
    photo = np.full((2250, 3000), 190.0)
    photo[400:1800, 1500:1504] = photo[400:404, 1000:1504] = 70
    photo += np.random.default_rng(8).normal(0, 7, photo.shape)
    stages = rasterize_picture(np.clip(photo, 0, 255).astype(np.uint8))
    assert stages.image.max() == 255
    # A stroke of 20 and one of 7 pixels, as wide as MNIST's.
    assert stages.image.sum() / 255 == pytest.approx(65, rel=0.15)


@pytest.mark.parametrize("shape", [(0, 0), (0, 9), (1, 1), (1, 7), (3, 3), (1, 900), (28, 28)])
def test_paper_alone_is_no_digit(shape):
    for shade in (0, 120, 255):
        assert rasterize_picture(np.full(shape, shade, np.uint8)) is None


@settings(max_examples=60, deadline=None)
@given(
    shape=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    seed=st.integers(0, 999),
    ink=st.floats(0, 1),
)
def test_whatever_it_shows_nothing_is_raised(shape, seed, ink):
    random = np.random.default_rng(seed)
    picture = np.where(random.random(shape) < ink, random.integers(0, 256, shape), 230)
    stages = rasterize_picture(picture.astype(np.uint8))
    assert stages is None or stages.image.shape == (28, 28)


def test_a_picture_for_the_pad_is_what_is_read_with_the_ink_found(mnist_images):
    photo = photographed(mnist_images[2], times=40)
    found = picture_of(photo)
    assert np.array_equal(found.found[0].stages.image, rasterize_picture(photo).image)
    assert np.array_equal(found.shown, photo)
    assert found.coverage.dtype == np.uint8
    assert found.coverage.shape == (256, 256)
    fine = Image.fromarray(mnist_images[2]).resize((256, 256), Image.Resampling.BICUBIC)
    overlap = (found.coverage > 127) & (np.asarray(fine) > 127)
    assert overlap.sum() > 0.9 * (found.coverage > 127).sum()


def test_a_picture_of_mnists_form_is_its_own_ink(mnist_images):
    found = picture_of(255 - mnist_images[0])
    assert np.array_equal(found.coverage, mnist_images[0])
    assert np.array_equal(found.found[0].stages.image, mnist_images[0])


def test_a_large_picture_is_shown_with_a_screens_pixels(mnist_images):
    wide = np.pad(photographed(mnist_images[0]), ((100, 100), (1500, 1500)), mode="edge")
    found = picture_of(wide)
    assert found.shown.shape == (234, 1600)
    assert max(found.coverage.shape) <= 256
    (mark,) = found.found
    assert mark.stages is not None
    x, y, width, height = mark.box
    assert 0 <= x < x + width <= 1600
    assert 0 <= y < y + height <= 234


@pytest.mark.parametrize("shape", [(1, 1), (90, 40)])
def test_a_picture_of_paper_has_no_ink(shape):
    found = picture_of(np.full(shape, 200, np.uint8))
    assert (found.coverage, found.found) == (None, ())
    assert found.shown.shape == shape


def test_ink_that_is_no_digit_is_shown_as_found():
    blot = np.full((120, 120), 230, np.uint8)
    blot[40:80, 40:80] = 20
    found = picture_of(blot)
    assert [mark.stages for mark in found.found] == [None]
    assert found.coverage.max() == 255


def test_a_mark_is_told_with_its_place_in_the_pictures_own_pixels(mnist_images):
    page = np.pad(photographed(mnist_images[0], times=60), ((300, 0), (0, 700)), mode="edge")
    ink = find_digits(page)
    (found,) = ink.found
    rows, columns = np.nonzero(mnist_images[0] > 127)
    expected = (
        columns.min() * 60,
        300 + rows.min() * 60,
        (np.ptp(columns) + 1) * 60,
        (np.ptp(rows) + 1) * 60,
    )
    assert found.box == pytest.approx(expected, abs=60)
    assert (found.row, found.touching) == (0, False)
    assert max(ink.coverage.shape) == 256


def test_paper_alone_has_no_marks():
    ink = find_digits(np.full((80, 90), 200, np.uint8))
    assert (ink.coverage, ink.found) == (None, ())
