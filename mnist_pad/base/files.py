"""Reading and writing files so that nothing is lost and nothing hangs."""

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

# MNIST unpacked is 55 MB.
_UNSUSPICIOUS_BYTES: Final = 2**27
_MAX_EXPANSION: Final = 100


def file_size(path: Path) -> int:
    """Return the size in bytes of a regular file, symbolic links followed.

    Raises OSError where there is none: a named pipe would block whoever opens it, and a device
    may never end.
    """
    try:
        status = os.stat(path)
    except ValueError as error:  # a name no file can have: with a NUL, or not encodable
        raise OSError(errno.EINVAL, "Not a file name", str(path)) from error
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "Not a regular file", str(path))
    return status.st_size


def expands_too_far(packed_bytes: int, unpacked_bytes: int) -> bool:
    """Tell whether a compressed file claims to hold more than an honest one of its size does.

    Digits and weights shrink to a tenth at best; a decompression bomb to a thousandth. What is
    small when unpacked is never suspicious.
    """
    return unpacked_bytes > max(_UNSUSPICIOUS_BYTES, _MAX_EXPANSION * packed_bytes)


def write_atomically(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Let `write` fill a file that then takes `path`'s place whole, or not at all.

    The file is written beside its target, synced and renamed. A new file has the permissions any
    new file gets, an existing one keeps its own; a symbolic link stays and its target is replaced.

    Raises OSError, naming `path`, and whatever `write` raises; `path` is then as it was.
    """
    with _naming(path):
        target = _target(path)
        temporary = _beside(target)
        try:
            # "x" fails where there is such a file: nobody else's is ever written to.
            with open(temporary, "xb") as file:
                write(file)
                file.flush()
                # Renamed before its data is on the disk, a file can be empty after a power cut.
                os.fsync(file.fileno())
            # Before the rename: a private file must not be open to others for a moment.
            if target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            os.replace(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)
        # The new name is on the disk when its directory is.
        _sync_directory(target.parent)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, as `write_atomically` does; raises OSError."""
    write_atomically(path, lambda file: file.writelines([data]))


def check_writable(path: Path) -> None:
    """Raise OSError, naming `path`, where `write_atomically` could not begin; leaves nothing."""
    with _naming(path):
        temporary = _beside(_target(path))
        temporary.touch(exist_ok=False)
        temporary.unlink()


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let errors speak of the file that was asked for, not of the temporary one."""
    try:
        yield
    except OSError as error:
        # What has no number has words of its own, and no strerror.
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def _beside(target: Path) -> Path:
    # A rename is atomic within one file system alone. The target's name is not built upon: it may
    # be as long as names can be.
    return target.with_name(f".mnist-pad-{os.urandom(8).hex()}.tmp")


def _target(path: Path) -> Path:
    """Return the file behind any links; raises OSError where it may not be written."""
    try:
        target = Path(os.path.realpath(path))
    except ValueError as error:
        raise OSError(errno.EINVAL, "Not a file name", str(path)) from error
    # A rename needs no permission on the file it replaces, and would turn a device into a file.
    with contextlib.suppress(FileNotFoundError):
        file_size(target)
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    return target


def _sync_directory(directory: Path) -> None:
    # Some systems cannot open a directory, some file systems cannot sync one; the data is safe.
    with contextlib.suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
