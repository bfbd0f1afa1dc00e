"""Headers of .npz members that keep a careless reader busy for ever."""

import math
import struct
import subprocess
import sys
import zipfile

import numpy as np
import pytest

from mnist_pad.base import npz

READER = """
import sys
from pathlib import Path
from mnist_pad.base import npz

try:
    npz.read(Path(sys.argv[1]), lambda headers: headers)
except npz.NpzError as error:
    print("refused:", error)
"""


def shaped(path, shape: str, data: bytes = b""):
    """Write an archive of one array that declares `shape`, as it stands between the brackets."""
    header = f"{{'descr': '<f4', 'fortran_order': False, 'shape': ({shape}), }}\n".encode()
    member = b"\x93NUMPY\1\0" + struct.pack("<H", len(header)) + header + data
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a.npy", member)
    return path


@pytest.mark.parametrize(
    "shape",
    ["1" * 40 + "x", "1" * 440 + "x", "1," * 220 + "x", "1, " * 145 + "x", "11 " * 145 + "-1"],
    ids=lambda shape: f"{shape[:6]}...{shape[-2:]}",
)
def test_a_hostile_shape_is_refused_at_once(tmp_path, shape) -> None:
    # In a process of its own: one that hangs inside a pattern can be stopped in no other way.
    path = shaped(tmp_path / "hostile.npz", shape)
    told = subprocess.run(
        [sys.executable, "-c", READER, str(path)], capture_output=True, text=True, timeout=20
    )
    assert told.stdout.startswith("refused: expected a.npy as a plain array of numbers or text")


@pytest.mark.parametrize(
    ("shape", "expected"),
    [("", ()), ("2", (2,)), ("2,", (2,)), ("2, 1", (2, 1)), ("1,2", (1, 2)), ("1, 2, ", (1, 2))],
)
def test_shapes_are_read_as_they_were(tmp_path, shape, expected) -> None:
    data = np.arange(math.prod(expected), dtype="<f4").tobytes()
    path = shaped(tmp_path / "file.npz", shape, data)
    assert npz.read(path, lambda headers: headers)["a"].shape == expected


@pytest.mark.parametrize("shape", [",", " ", "2  ", "2,,", ", 2", "2 ,", "2,  1", "2.0", "2L", "²"])
def test_what_is_no_shape_is_refused(tmp_path, shape) -> None:
    path = shaped(tmp_path / "file.npz", shape, bytes(8))
    with pytest.raises(npz.NpzError, match="as a plain array"):
        npz.read(path, lambda headers: headers)
