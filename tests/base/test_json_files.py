"""JSON objects from files that are damaged, hostile or gone."""

import json
import os

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mnist_pad.base.errors import UsageError
from mnist_pad.base.json_files import cannot_be_read, parse_object, read_object
from mnist_pad.base.records import RecordError


@pytest.fixture
def path(tmp_path):
    return tmp_path / "object.json"


def test_an_object_is_read(path):
    path.write_text('{"a": [1, 2.5, null, "ü"]}', encoding="utf-8")
    assert read_object(path, max_bytes=100) == {"a": [1, 2.5, None, "ü"]}


def test_a_file_as_large_as_it_may_be_is_read_and_one_byte_more_is_not(path):
    text = b'{"a": 1}'
    path.write_bytes(text)
    assert read_object(path, max_bytes=len(text)) == {"a": 1}
    path.write_bytes(text + b" ")
    with pytest.raises(RecordError) as caught:
        read_object(path, max_bytes=len(text))
    assert str(caught.value) == "expected at most 8 bytes, found 9"


def test_the_size_is_told_in_thousands(path):
    path.write_bytes(b" " * 12_345)
    with pytest.raises(RecordError, match="at most 1,000 bytes, found 12,345"):
        read_object(path, max_bytes=1_000)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"", "expected a JSON text, found otherwise: "),
        (b"{", "expected a JSON text"),
        (b'{"a": 1} {}', "expected a JSON text"),
        (b"\xff\xfe\x00", "expected a JSON text"),
        (b'{"a": NaN}', "expected a JSON text, found otherwise: NaN is no JSON number"),
        (b'{"a": -Infinity}', "-Infinity is no JSON number"),
        (b"[" * 100_000, "expected a JSON text"),
        (b"[]", "expected a JSON object, found []"),
        (b'"text"', "expected a JSON object, found 'text'"),
        (b"null", "expected a JSON object, found None"),
    ],
)
def test_anything_else_is_named(text, told):
    with pytest.raises(RecordError) as caught:
        parse_object(text)
    assert told in str(caught.value)


def test_a_long_list_is_not_told_whole():
    with pytest.raises(RecordError) as caught:
        parse_object(json.dumps(list(range(10_000))).encode())
    assert len(str(caught.value)) < 100


@given(st.binary(max_size=60))
@example(b'{"a": 1e999}')
@example(b"1" * 5_000)
def test_any_bytes_are_an_object_or_refused(text):
    try:
        values = parse_object(text)
    except RecordError:
        return
    assert isinstance(values, dict)


def test_a_file_that_is_none_is_an_error_of_the_system(path):
    with pytest.raises(FileNotFoundError):
        read_object(path, max_bytes=100)
    with pytest.raises(IsADirectoryError):
        read_object(path.parent, max_bytes=100)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_named_pipe_does_not_block(path):
    os.mkfifo(path)
    with pytest.raises(OSError, match="Not a regular file"):
        read_object(path, max_bytes=100)


def test_errors_of_both_kinds_become_one_sentence_with_the_path(path):
    refused = cannot_be_read(path, RecordError("epochs: expected a whole number, found 'x'"))
    assert str(refused) == f"{path}: epochs: expected a whole number, found 'x'"
    assert str(cannot_be_read(path, UsageError("told"))) == f"{path}: told"
    gone = str(cannot_be_read(path, FileNotFoundError(2, "No such file or directory", "elsewhere")))
    assert gone == f"{path}: expected a file that can be read, found: No such file or directory"
    assert str(cannot_be_read(path, OSError("odd"))).endswith("found: odd")
