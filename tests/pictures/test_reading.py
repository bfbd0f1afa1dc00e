import contextlib
import io

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from mnist_pad.pictures.reading import (
    PictureError,
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


def test_mnist_saved_and_read_is_mnist(mnist_images, save):
    for image in mnist_images[:20]:
        for saved in (image, 255 - image):
            read = read_picture(save(Image.fromarray(saved), "digit.png"))
            assert np.array_equal(rasterize_picture(read).image, image)
