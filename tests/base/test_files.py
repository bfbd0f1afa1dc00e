import os
import stat
from pathlib import Path

import pytest

from mnist_pad.base.files import check_writable, expands_too_far, file_size, write_atomically


def write(path, data) -> None:
    write_atomically(path, lambda file: file.write(data))


def mode_of(path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def umask():
    before = os.umask(0o027)
    yield 0o027
    os.umask(before)


@pytest.mark.parametrize("name", ["new.bin", "a" * 255, "ü b.bin"])
def test_a_file_is_written_whole_and_alone(tmp_path, name) -> None:
    write(tmp_path / name, b"data")
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == b"data"


def test_an_existing_file_is_replaced_and_keeps_its_mode(tmp_path) -> None:
    path = tmp_path / "kept.bin"
    path.write_bytes(b"a long first version")
    path.chmod(0o640)
    write(path, b"second")
    assert path.read_bytes() == b"second"
    assert mode_of(path) == 0o640


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path, umask) -> None:
    write(tmp_path / "new.bin", b"")
    assert mode_of(tmp_path / "new.bin") == 0o666 & ~umask


def test_a_link_stays_and_its_target_is_replaced(tmp_path) -> None:
    target = tmp_path / "elsewhere" / "target.bin"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "link.bin"
    link.symlink_to(Path("elsewhere") / "target.bin")
    write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert [path.name for path in target.parent.iterdir()] == ["target.bin"]


def test_a_dangling_link_gets_its_target(tmp_path) -> None:
    link = tmp_path / "link.bin"
    link.symlink_to("target.bin")
    write(link, b"new")
    assert (tmp_path / "target.bin").read_bytes() == b"new"


@pytest.mark.parametrize("error", [ValueError("no"), OSError("full"), KeyboardInterrupt()])
def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, error) -> None:
    path = tmp_path / "kept.bin"
    path.write_bytes(b"old")

    def fail(file) -> None:
        file.write(b"half of the ne")
        raise error

    with pytest.raises(type(error)):
        write_atomically(path, fail)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["kept.bin"]


def test_while_a_file_is_written_the_old_one_is_there(tmp_path) -> None:
    path = tmp_path / "kept.bin"
    path.write_bytes(b"old")
    seen = []

    def look(file) -> None:
        file.write(b"new")
        file.flush()
        seen.append(path.read_bytes())

    write_atomically(path, look)
    assert seen == [b"old"]


def test_errors_name_the_file_that_was_asked_for(tmp_path) -> None:
    path = tmp_path / "missing" / "file.bin"
    with pytest.raises(FileNotFoundError) as caught:
        write(path, b"")
    assert caught.value.filename == str(path)
    assert str(caught.value).endswith(f"'{path}'")


def test_what_can_be_written_is_known_beforehand(tmp_path) -> None:
    (tmp_path / "kept.bin").write_bytes(b"old")
    check_writable(tmp_path / "kept.bin")
    check_writable(tmp_path / "new.bin")
    assert [path.name for path in tmp_path.iterdir()] == ["kept.bin"]
    assert (tmp_path / "kept.bin").read_bytes() == b"old"
    with pytest.raises(IsADirectoryError):
        check_writable(tmp_path)
    with pytest.raises(FileNotFoundError) as caught:
        check_writable(tmp_path / "missing" / "new.bin")
    assert caught.value.filename == str(tmp_path / "missing" / "new.bin")


def test_what_is_no_regular_file_is_left_alone(tmp_path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="Not a regular file"):
        write(pipe, b"")
    with pytest.raises(OSError, match="Not a regular file"):
        write(Path(os.devnull), b"")
    with pytest.raises(IsADirectoryError):
        write(tmp_path, b"")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everything")
def test_a_protected_file_is_not_replaced(tmp_path) -> None:
    path = tmp_path / "protected.bin"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        write(path, b"new")
    with pytest.raises(PermissionError):
        check_writable(path)
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["nul\0.bin", "\ud800.bin" * 60, "a" * 300])
def test_impossible_names_are_os_errors(tmp_path, name) -> None:
    with pytest.raises(OSError):  # noqa: PT011 - which one is the system's affair
        write(tmp_path / name, b"")
    with pytest.raises(OSError):  # noqa: PT011
        file_size(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_loop_of_links_is_an_os_error(tmp_path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError):  # noqa: PT011
        write(tmp_path / "a", b"")
    assert (tmp_path / "a").is_symlink()


def test_the_size_is_that_of_a_regular_file(tmp_path) -> None:
    (tmp_path / "five.bin").write_bytes(b"12345")
    (tmp_path / "link.bin").symlink_to("five.bin")
    assert file_size(tmp_path / "link.bin") == 5
    with pytest.raises(IsADirectoryError):
        file_size(tmp_path)
    with pytest.raises(FileNotFoundError):
        file_size(tmp_path / "none")


def test_only_what_is_large_and_was_tiny_expands_too_far() -> None:
    assert not expands_too_far(1, 2**27)
    assert not expands_too_far(2**30, 2**35)
    assert expands_too_far(2**20, 2**28)
