import os

import numpy as np
import pytest

from mnist_pad.base import arrays, folders
from mnist_pad.base.arrays import hold

PIECES = [b"abc", b"", b"defgh"]


@pytest.fixture(params=["memory", "file"])
def anywhere(request, monkeypatch):
    if request.param == "file":
        monkeypatch.setattr(arrays, "IN_MEMORY_BYTES", 4)


@pytest.mark.usefixtures("anywhere")
def test_bytes_come_back_in_order_aligned_and_writable():
    held = hold(PIECES, 8)
    assert held.tobytes() == b"abcdefgh"
    assert held.ctypes.data % 64 == 0
    held[0] = 7
    assert held[0] == 7


@pytest.mark.usefixtures("anywhere")
@pytest.mark.parametrize("size", [7, 9])
def test_pieces_of_another_size_are_refused(size):
    with pytest.raises(ValueError, match=f"{size}|broadcast"):
        hold(PIECES, size)


def test_nothing_is_an_empty_array():
    assert hold([], 0).shape == (0,)


def test_what_is_large_lives_in_a_nameless_file(monkeypatch):
    monkeypatch.setattr(arrays, "IN_MEMORY_BYTES", 4)
    held = hold(PIECES, 8)
    assert list(folders.cache().iterdir()) == []
    if os.path.exists("/proc/self/maps"):
        with open("/proc/self/maps") as maps:
            mapped = [line for line in maps if str(folders.cache()) in line]
        assert len(mapped) == 1
    del held


def test_a_lack_of_room_is_told_with_its_place(monkeypatch, no_room):
    monkeypatch.setattr(arrays, "IN_MEMORY_BYTES", 4)
    expected = r"File too large, for 8 bytes unpacked to .*mnist-pad"
    with no_room(6), pytest.raises(OSError, match=expected):
        hold(PIECES, 8)


def test_large_pieces_are_not_held_twice(monkeypatch):
    monkeypatch.setattr(arrays, "IN_MEMORY_BYTES", 4)
    piece = np.arange(2**20, dtype=np.uint32).tobytes()
    held = hold((piece for _ in range(4)), 4 * len(piece))
    assert (held.reshape(4, -1) == np.frombuffer(piece, np.uint8)).all()
