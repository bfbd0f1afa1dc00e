"""NumPy's .npz archives from strangers.

Nothing is unpickled, and what an archive declares is checked before anything is allocated for it.
"""

import io
import math
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, NoReturn

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.arrays import hold
from mnist_pad.base.errors import UsageError
from mnist_pad.base.files import expands_too_far, file_size
from mnist_pad.base.phrases import Words, phrase, why

# The deepest network with all its optimizer's state has 171.
_MAX_MEMBERS: Final = 256
_MAX_HEADER_BYTES: Final = 512
_MAX_READ_BYTES: Final = 2**20
_ENCRYPTED_FLAG: Final = 0x1
_LENGTH_BYTES: Final = {(1, 0): 2, (2, 0): 4, (3, 0): 4}
# NumPy's own spelling of a plain array's header. Its reader evaluates the text as Python, which
# accepts far more and, on hostile texts, warns or raises almost anything. What separates two sizes
# is no option: if it were, a row of n digits could be split in 2^n ways, and all of them would be
# tried before the text is refused.
_HEADER: Final = re.compile(
    r"\{'descr': '([^']*)', 'fortran_order': (True|False), "
    r"'shape': \(((?:\d+(?:, ?| ))*\d*)\), \} *\n?"
)
_PLAIN: Final = re.compile(r"[<>|=]?[biufcSU][1-9]\d{0,8}")
# What zipfile and zlib raise on damaged archives, and NumPy on arrays it cannot build.
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    MemoryError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class NpzError(UsageError):
    """An archive cannot be used; the message says what was expected and what was found."""


@dataclass(frozen=True)
class Header:
    """What an array declares of itself."""

    dtype: np.dtype[Any]
    shape: tuple[int, ...]


@dataclass(frozen=True)
class _Member:
    info: zipfile.ZipInfo
    header: Header
    fortran_order: bool
    offset: int


class _BoundedReads(io.FileIO):
    """A file of which one read never returns more than a mebibyte.

    zipfile reads an archive's whole directory at once and builds an object of each entry; this
    bounds both.
    """

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = _MAX_READ_BYTES if size is None or size < 0 else size
        return super().read(min(wanted, _MAX_READ_BYTES)) or b""


def read(path: Path, check: Callable[[Mapping[str, Header]], Iterable[str]]) -> dict[str, Any]:
    """Return arrays of an .npz archive by name, in native byte order and C order, writable.

    `check` is given every array's header by name, before any array is read; it raises its own
    exception for what it does not accept and returns the names to read.

    Raises NpzError for whatever else is wrong.
    """
    try:
        packed_bytes = file_size(path)
        with _BoundedReads(path) as file, zipfile.ZipFile(file) as archive:
            members = _members(archive, packed_bytes)
            names = check({name: member.header for name, member in members.items()})
            return {name: _array(archive, members[name]) for name in names}
    except OSError as error:
        raise NpzError(
            phrase("Errors", "expected a whole, readable file, found: {why}").given(why=why(error))
        ) from error
    except _DAMAGE as error:
        words = phrase(
            "Errors", "expected a whole .npz archive, found none or a damaged one: {why}"
        )
        raise NpzError(words.given(why=str(error) or type(error).__name__)) from error


def _members(archive: zipfile.ZipFile, packed_bytes: int) -> dict[str, _Member]:
    infos = archive.infolist()
    if len(infos) > _MAX_MEMBERS:
        expected = phrase("Errors", "at most {most} arrays").given(most=_MAX_MEMBERS)
        _refuse(expected, f"{len(infos):,}")
    # Of two members of one name, programs differ on which they read.
    if len({info.filename for info in infos}) < len(infos):
        _refuse(phrase("Errors", "each array once"), phrase("Errors", "a name twice"))
    unpacked_bytes = sum(info.file_size for info in infos)
    if expands_too_far(packed_bytes, unpacked_bytes):
        _refuse(
            phrase("Errors", "an archive of {size:,} bytes").given(size=packed_bytes),
            phrase("Errors", "one said to hold {size:,}").given(size=unpacked_bytes),
        )
    return {info.filename.removesuffix(".npy"): _member(archive, info) for info in infos}


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> _Member:
    if not info.filename.endswith(".npy"):
        _refuse(phrase("Errors", "nothing but arrays"), repr(info.filename))
    if info.flag_bits & _ENCRYPTED_FLAG:
        expected = phrase("Errors", "{name} in the clear").given(name=info.filename)
        _refuse(expected, phrase("Errors", "it encrypted"))
    # NumPy writes no other, and not every Python can read others.
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        _refuse(
            phrase("Errors", "{name} stored or deflated").given(name=info.filename),
            phrase("Errors", "compression method {number}").given(number=info.compress_type),
        )
    with archive.open(info) as file:
        header, fortran_order = _header(file, info.filename)
        offset = file.tell()
    declared_bytes = offset + math.prod(header.shape) * header.dtype.itemsize
    # zipfile unpacks no more than file_size, whatever the compressed data hold.
    if info.file_size != declared_bytes:
        expected = phrase("Errors", "{name} of {size:,} bytes")
        _refuse(expected.given(name=info.filename, size=declared_bytes), f"{info.file_size:,}")
    return _Member(info, header, fortran_order, offset)


def _header(file: IO[bytes], name: str) -> tuple[Header, bool]:
    """Parse what precedes an array's data, as numpy.lib.format describes it."""
    version = np.lib.format.read_magic(file)
    if version not in _LENGTH_BYTES:
        expected = phrase("Errors", "{name} in version 1 to 3 of NumPy's format")
        _refuse(expected.given(name=name), f"{version[0]}.{version[1]}")
    length = int.from_bytes(file.read(_LENGTH_BYTES[version]), "little")
    if length > _MAX_HEADER_BYTES:
        expected = phrase("Errors", "{name} with a header of at most {most} bytes")
        _refuse(expected.given(name=name, most=_MAX_HEADER_BYTES), f"{length:,}")
    # Latin-1 has a character for every byte: it is the patterns that refuse what is no ASCII.
    text = file.read(length).decode("latin1")
    match = _HEADER.fullmatch(text)
    if match is None or not _PLAIN.fullmatch(match[1]):
        found = match[1] if match else text.strip()
        expected = phrase("Errors", "{name} as a plain array of numbers or text")
        _refuse(expected.given(name=name), repr(found))
    try:
        # The pattern lets pass what no dtype is, f3 for one.
        dtype = np.dtype(match[1])
    except TypeError:
        expected = phrase("Errors", "{name} of a NumPy dtype")
        _refuse(expected.given(name=name), repr(match[1]))
    shape = tuple(int(size) for size in match[3].replace(",", " ").split())
    return Header(dtype, shape), match[2] == "True"


def _array(archive: zipfile.ZipFile, member: _Member) -> NDArray[Any]:
    dtype, count = member.header.dtype, math.prod(member.header.shape)
    with archive.open(member.info) as file:
        # What is deflated cannot be skipped, only read.
        file.read(member.offset)
        # To the end: there zipfile compares the CRC.
        pieces = iter(lambda: file.read(_MAX_READ_BYTES), b"")
        flat = hold(pieces, count * dtype.itemsize).view(dtype)
    array = flat.reshape(member.header.shape, order="F" if member.fortran_order else "C")
    return array.astype(dtype.newbyteorder("="), order="C", copy=False)


def _refuse(expected: Words, found: Words) -> NoReturn:
    words = phrase("Errors", "expected {expected}, found {found}")
    raise NpzError(words.given(expected=expected, found=found))
