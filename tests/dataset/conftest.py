import gzip
import struct

import numpy as np
import pytest

ARRAYS = ("x_train", "y_train", "x_test", "y_test")
IDX_NAMES = {
    "x_train": "train-images-idx3-ubyte",
    "y_train": "train-labels-idx1-ubyte",
    "x_test": "t10k-images-idx3-ubyte",
    "y_test": "t10k-labels-idx1-ubyte",
}


def idx_bytes(array, magic: int | None = None) -> bytes:
    code = 0x800 + array.ndim if magic is None else magic
    return struct.pack(f">{array.ndim + 1}I", code, *array.shape) + array.tobytes()


@pytest.fixture
def arrays() -> dict:
    """A small data set: 30 training and 12 test images."""
    random = np.random.default_rng(5)
    return {
        "x_train": random.integers(0, 256, (30, 28, 28), np.uint8),
        "y_train": np.arange(30, dtype=np.uint8) % 10,
        "x_test": random.integers(0, 256, (12, 28, 28), np.uint8),
        "y_test": np.arange(12, dtype=np.uint8) % 10,
    }


@pytest.fixture
def write_idx(tmp_path):
    """Write arrays as a folder of IDX files, gzipped or not."""

    def write(arrays: dict, *, gzipped=False, dotted=False, names=IDX_NAMES):
        folder = tmp_path / "idx"
        folder.mkdir(exist_ok=True)
        for name, array in arrays.items():
            file_name = names[name]
            if dotted:
                file_name = file_name.replace("-idx", ".idx")
            data = idx_bytes(array)
            if gzipped:
                file_name, data = f"{file_name}.gz", gzip.compress(data)
            (folder / file_name).write_bytes(data)
        return folder

    return write
