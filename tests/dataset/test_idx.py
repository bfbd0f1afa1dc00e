import contextlib
import gzip
import os
import tracemalloc

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnist_pad.dataset.digits import DataError
from mnist_pad.dataset.idx import read_folder

IMAGES = "t10k-images-idx3-ubyte"
LABELS = "t10k-labels-idx1-ubyte"


def idx(magic: str, *sizes: int, data: bytes = b"") -> bytes:
    return bytes.fromhex(magic) + b"".join(size.to_bytes(4, "big") for size in sizes) + data


@pytest.mark.parametrize("gzipped", [False, True])
@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        (IMAGES, b"", "begins with ''"),
        (IMAGES, b"\0\0", "begins with '0000'"),
        (IMAGES, idx("00000801", 2, data=bytes(2)), "begins with '00000801'"),
        (IMAGES, idx("00000d03", 1, 28, 28, data=bytes(3136)), "begins with '00000d03'"),
        (IMAGES, idx("03080000", 1, 28, 28, data=bytes(784)), "begins with '03080000'"),
        (IMAGES, idx("00000803", 1, 28), "expected 3 sizes, found the file's end"),
        (IMAGES, idx("00000803", 1, 32, 32, data=bytes(1024)), "images of 28x28, found 32x32"),
        (IMAGES, idx("00000803", 2, 28, 28, data=bytes(1567)), "expected 1,568 bytes"),
        (IMAGES, idx("00000803", 2, 28, 28, data=bytes(1569)), "found more"),
        (IMAGES, idx("00000803", 2**32 - 1, 28, 28), "expected 3,367,254,359,280 bytes"),
        (LABELS, idx("00000803", 1, 28, 28, data=bytes(784)), "in 1 dimensions"),
        (LABELS, idx("00000801", 3, data=bytes(2)), "found 2"),
    ],
)
def test_a_wrong_file_is_named(arrays, write_idx, name, data, part, gzipped) -> None:
    folder = write_idx(arrays)
    (folder / name).write_bytes(gzip.compress(data) if gzipped else data)
    with pytest.raises(DataError, match=f"^{name}: expected ") as caught:
        read_folder(folder)
    if data or not gzipped:
        assert part in str(caught.value)


@pytest.mark.parametrize("keep", [1, 2, 12, 100, -9, -1])
def test_a_truncated_gzip_file_is_refused(arrays, write_idx, keep) -> None:
    folder = write_idx(arrays, gzipped=True)
    path = folder / f"{IMAGES}.gz"
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(DataError, match=r"t10k-images-idx3-ubyte\.gz: expected"):
        read_folder(folder)


def test_a_changed_gzip_file_is_refused(arrays, write_idx) -> None:
    folder = write_idx(arrays, gzipped=True)
    path = folder / f"{IMAGES}.gz"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(DataError, match="expected"):
        read_folder(folder)


def test_a_bomb_is_refused_before_it_unpacks(arrays, write_idx) -> None:
    folder = write_idx(arrays)
    count = 400_000
    with gzip.open(folder / IMAGES, "wb") as file:
        file.write(idx("00000803", count, 28, 28))
        for _ in range(400):
            file.write(bytes(784_000))
    tracemalloc.start()
    with pytest.raises(DataError, match="expected 313,600,000 bytes, found a file of"):
        read_folder(folder)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_000_000


def test_what_is_no_regular_file_is_refused(arrays, write_idx) -> None:
    folder = write_idx(arrays)
    (folder / LABELS).unlink()
    os.mkfifo(folder / LABELS)
    with pytest.raises(DataError, match=f"{LABELS}: expected a readable file, found: "):
        read_folder(folder)
    (folder / LABELS).unlink()
    (folder / LABELS).mkdir()
    with pytest.raises(DataError, match="found: Is a directory"):
        read_folder(folder)


@pytest.mark.parametrize("gzipped", [False, True])
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_is_refused_or_does_no_harm(arrays, write_idx, gzipped, data) -> None:
    folder = write_idx(arrays, gzipped=gzipped)
    path = folder / (f"{IMAGES}.gz" if gzipped else IMAGES)
    damaged = bytearray(path.read_bytes())
    places = st.integers(0, len(damaged) - 1) | st.integers(0, 20)
    for _ in range(data.draw(st.integers(1, 3))):
        damaged[data.draw(places)] = data.draw(st.integers(0, 255))
    path.write_bytes(damaged[: data.draw(places | st.none())])
    with contextlib.suppress(DataError):
        assert read_folder(folder)["test"].images.dtype == np.uint8


EMNIST = {
    "x_train": "emnist-digits-train-images-idx3-ubyte",
    "y_train": "emnist-digits-train-labels-idx1-ubyte",
    "x_test": "emnist-digits-test-images-idx3-ubyte",
    "y_test": "emnist-digits-test-labels-idx1-ubyte",
}


@pytest.mark.parametrize("gzipped", [False, True])
def test_emnists_names_are_known(arrays, write_idx, gzipped):
    folder = write_idx(arrays, gzipped=gzipped, names=EMNIST)
    (folder / "emnist-digits-mapping.txt").write_text("0 48\n")
    parts = read_folder(folder)
    np.testing.assert_array_equal(parts["train"].images, arrays["x_train"])
    np.testing.assert_array_equal(parts["test"].images, arrays["x_test"])
    np.testing.assert_array_equal(parts["test"].labels, arrays["y_test"])


def test_a_part_alone_is_read(arrays, write_idx):
    parts = read_folder(write_idx({name: arrays[name] for name in ("x_test", "y_test")}))
    assert list(parts) == ["test"]
    np.testing.assert_array_equal(parts["test"].labels, arrays["y_test"])


def test_files_of_two_sets_are_refused_with_their_names(arrays, write_idx):
    folder = write_idx(arrays, names=EMNIST)
    (folder / EMNIST["x_test"].replace("digits", "letters")).write_bytes(b"")
    with pytest.raises(DataError, match="one data set, found those of emnist-digits, emnist-lett"):
        read_folder(folder)


def test_of_a_file_and_its_packed_copy_the_file_is_read(arrays, write_idx):
    folder = write_idx(arrays)
    (folder / f"{IMAGES}.gz").write_bytes(b"half of a download")
    np.testing.assert_array_equal(read_folder(folder)["test"].images, arrays["x_test"])
