import contextlib
import io
import os
import struct
import tracemalloc
import zipfile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from mnist_pad.base import npz

NUMBERS = np.arange(6, dtype=np.float32).reshape(2, 3)


def read_all(path) -> dict:
    return npz.read(path, lambda headers: headers)


def npy(header: str, data: bytes = b"", version: tuple[int, int] = (1, 0)) -> bytes:
    length = struct.pack("<H" if version == (1, 0) else "<I", len(header))
    return b"\x93NUMPY" + bytes(version) + length + header.encode("latin1") + data


def header(descr: str = "'<f4'", order: str = "False", shape: str = "(2,)") -> str:
    return f"{{'descr': {descr}, 'fortran_order': {order}, 'shape': {shape}, }}\n"


def archive(path, members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


def one(tmp_path, data: bytes):
    return archive(tmp_path / "one.npz", {"a.npy": data})


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
@pytest.mark.parametrize(
    "array",
    [
        NUMBERS,
        NUMBERS.astype(">f4"),
        np.asfortranarray(NUMBERS),
        NUMBERS[::-1, ::2],
        np.array("ein Text, 文字"),
        np.array(["a", "bcd"]),
        np.array(2.5),
        np.empty((0, 28), np.uint8),
        np.array([True, False]),
        np.arange(300_000),
    ],
    ids=lambda array: f"{array.dtype.str}{array.shape}",
)
def test_arrays_come_back_native_contiguous_and_writable(tmp_path, save, array) -> None:
    save(tmp_path / "file.npz", array=array)
    found = read_all(tmp_path / "file.npz")["array"]
    np.testing.assert_array_equal(found, array)
    assert found.dtype == array.dtype.newbyteorder("=")
    assert found.dtype.isnative
    assert found.flags.c_contiguous
    assert found.flags.writeable


@settings(max_examples=60)
@given(
    arrays.arrays(
        dtype=arrays.floating_dtypes() | arrays.integer_dtypes() | arrays.unicode_string_dtypes(),
        shape=arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=5),
    )
)
def test_whatever_numpy_writes_is_read(tmp_path_factory, array) -> None:
    path = tmp_path_factory.mktemp("npz") / "file.npz"
    np.savez(path, array=array)
    np.testing.assert_array_equal(read_all(path)["array"], array)


def test_the_second_header_version_is_read(tmp_path) -> None:
    path = one(tmp_path, npy(header(), NUMBERS[0, :2].tobytes(), version=(2, 0)))
    assert read_all(path)["a"].tolist() == [0.0, 1.0]


def test_headers_are_checked_before_arrays_are_read(tmp_path) -> None:
    path = tmp_path / "file.npz"
    np.savez(path, wanted=NUMBERS, unwanted=np.zeros(4_000_000))
    seen = {}

    def check(headers):
        seen.update(headers)
        return ["wanted"]

    tracemalloc.start()
    found = npz.read(path, check)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert list(found) == ["wanted"]
    assert seen["wanted"] == npz.Header(np.dtype(np.float32), (2, 3))
    assert seen["unwanted"] == npz.Header(np.dtype(np.float64), (4_000_000,))
    assert peak < 4_000_000


def test_the_exception_of_the_check_comes_through(tmp_path) -> None:
    path = tmp_path / "file.npz"
    np.savez(path, a=NUMBERS)

    def check(headers):
        raise KeyError(*headers)

    with pytest.raises(KeyError, match="a"):
        npz.read(path, check)


class Bomb:
    """Pickled, it makes a file when it is unpickled."""

    def __init__(self, path) -> None:
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


def test_nothing_is_unpickled(tmp_path) -> None:
    path = tmp_path / "file.npz"
    np.savez(path, a=np.array([Bomb(tmp_path / "went off")], dtype=object))
    with pytest.raises(npz.NpzError, match=r"plain array.*found '\|O'"):
        read_all(path)
    assert not (tmp_path / "went off").exists()


@pytest.mark.parametrize(
    "text",
    [
        header("[('x', '<f4')]"),
        header("'<f3'"),
        header("'<U999999999'"),
        header("'<U0'"),
        header("'f4,f4'"),
        header("'<M8[s]'"),
        header("__import__('os').getcwd()"),
        header(order="0"),
        header(shape="(-2,)"),
        header(shape="2"),
        header(shape="(" * 100),
        header(shape="(3,)"),
        header(shape="(99999999999999999999, 99999999999999999999)"),
        header(shape="(" + "1, " * 70 + ")"),
        header().replace("shape", "size"),
        header().replace("{", "{'descr': '<f4', "),
        header() + " " * 1000,
        "",
        "\xff\xfe",
    ],
)
def test_odd_headers_are_refused(tmp_path, text) -> None:
    with pytest.raises(npz.NpzError):
        read_all(one(tmp_path, npy(text, bytes(8))))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x93NUMPY",
        b"PK\3\4 something else entirely",
        npy(header(), bytes(8))[:-1],
        npy(header(), bytes(9)),
        npy(header(), bytes(8), version=(9, 9)),
        npy(header(), bytes(8)).replace(b":\0", b"\xff\xff", 1),
    ],
)
def test_members_that_are_no_arrays_are_refused(tmp_path, data) -> None:
    with pytest.raises(npz.NpzError):
        read_all(one(tmp_path, data))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compressions_are_refused(tmp_path, method) -> None:
    path = archive(tmp_path / "file.npz", {"a.npy": npy(header(), bytes(8))}, method)
    with pytest.raises(npz.NpzError, match="stored or deflated"):
        read_all(path)


def test_members_beside_arrays_are_refused(tmp_path) -> None:
    path = archive(tmp_path / "file.npz", {"a.npy": npy(header(), bytes(8)), "readme.txt": b""})
    with pytest.raises(npz.NpzError, match=r"nothing but arrays, found 'readme\.txt'"):
        read_all(path)


def test_a_name_twice_is_refused(tmp_path) -> None:
    data = npy(header(), bytes(8))
    path = archive(tmp_path / "file.npz", {"a.npy": data, "b.npy": data})
    path.write_bytes(path.read_bytes().replace(b"b.npy", b"a.npy"))
    with pytest.raises(npz.NpzError, match="a name twice"):
        read_all(path)


def test_encrypted_members_are_refused(tmp_path) -> None:
    path = one(tmp_path, npy(header(), bytes(8)))
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\1\2") + 8] |= 1
    data[data.index(b"PK\3\4") + 6] |= 1
    path.write_bytes(data)
    with pytest.raises(npz.NpzError, match="encrypted"):
        read_all(path)


def test_too_many_members_are_refused(tmp_path) -> None:
    path = archive(tmp_path / "file.npz", {f"{n}.npy": b"" for n in range(300)})
    with pytest.raises(npz.NpzError, match="at most 256 arrays, found 300"):
        read_all(path)


def test_a_changed_byte_of_the_data_is_noticed(tmp_path) -> None:
    path = tmp_path / "file.npz"
    np.savez(path, a=NUMBERS)
    data = path.read_bytes()
    path.write_bytes(data.replace(NUMBERS.tobytes(), NUMBERS[::-1].tobytes()))
    with pytest.raises(npz.NpzError, match="CRC"):
        read_all(path)


def test_a_bomb_is_refused_before_it_unpacks(tmp_path) -> None:
    shape = (400_000, 784)
    path = tmp_path / "bomb.npz"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("a.npy", "w") as member,
    ):
        member.write(npy(header("'|u1'", shape=str(shape))))
        for _ in range(400):
            member.write(bytes(784_000))
    tracemalloc.start()
    with pytest.raises(npz.NpzError, match="said to hold"):
        read_all(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_member_that_lies_about_its_size_unpacks_no_further(tmp_path) -> None:
    true = npy(header("'|u1'", shape="(50000000,)"), bytes(50_000_000))
    path = one(tmp_path, true)
    data = path.read_bytes()
    said = len(true) - 50_000_000 + 8
    path.write_bytes(data.replace(struct.pack("<I", len(true)), struct.pack("<I", said)))
    tracemalloc.start()
    with pytest.raises(npz.NpzError):
        read_all(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_huge_directory_is_not_read(tmp_path) -> None:
    path = tmp_path / "file.npz"
    with zipfile.ZipFile(path, "w") as file:
        for number in range(400):
            file.writestr(f"{number}".rjust(60_000, "a") + ".npy", b"")
    tracemalloc.start()
    with pytest.raises(npz.NpzError):
        read_all(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000


def test_what_is_no_archive_is_refused(tmp_path) -> None:
    path = tmp_path / "file.npz"
    os.mkfifo(tmp_path / "pipe")
    for data in (b"", b"PK", b"\x93NUMPY", b"PK\5\6" + bytes(18), os.urandom(1000)):
        path.write_bytes(data)
        if data[:4] == b"PK\5\6":
            assert read_all(path) == {}
            continue
        with pytest.raises(npz.NpzError, match=r"whole \.npz archive"):
            read_all(path)
    for other in (tmp_path, tmp_path / "none", tmp_path / "pipe", tmp_path / "nul\0", path / "x"):
        with pytest.raises(npz.NpzError, match="readable file, found: "):
            read_all(other)


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
@settings(max_examples=200)
@given(st.data())
def test_damage_is_refused_or_does_no_harm(tmp_path_factory, save, data) -> None:
    valid = io.BytesIO()
    save(valid, a=NUMBERS, b=np.array("text"))
    damaged = bytearray(valid.getvalue())
    for _ in range(data.draw(st.integers(1, 3))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("npz") / "file.npz"
    path.write_bytes(damaged[: data.draw(st.integers(0, len(damaged)) | st.none())])
    with contextlib.suppress(npz.NpzError):
        assert all(isinstance(array, np.ndarray) for array in read_all(path).values())
