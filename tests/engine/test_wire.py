"""What crosses the pipe comes out as it went in, and nothing else comes out."""

import io
import json
import struct
import tracemalloc
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mnist_pad.base.phrases import phrase, unexpected
from mnist_pad.engine import wire
from mnist_pad.engine.jobs.training import Training
from mnist_pad.engine.messages import FROM_WORKER, Command, Heartbeat, to_worker
from mnist_pad.recognizer.weights import shipped
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.events import (
    Divergence,
    EpochEnded,
    Failure,
    RunEnded,
    RunStarted,
    Snapshot,
    StepsTrained,
)
from mnist_pad.training.recipes import recipe

REFUSED = unexpected("epochs", phrase("Errors", "{count} entries").given(count=2), "[1]")


def written(number, record):
    stream = io.BytesIO()
    wire.write(stream, number, record)
    return stream.getvalue()


def read(text, kinds=FROM_WORKER):
    return wire.read(io.BytesIO(text), kinds)


def message(header, arrays=b""):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return wire.MAGIC + struct.pack("<I", len(text)) + text + arrays


def record(name, fields, arrays=()):
    packed = {"is": name, "fields": fields}
    return message({"number": 1, "record": packed, "arrays": list(arrays)})


@pytest.mark.parametrize(
    "event",
    [
        RunStarted(recipe("accurate"), (784, 10), 5, 0, 100, 10),
        EpochEnded(1, 0.5, float("nan"), 0.25, 1.5, 2),
        Heartbeat(),
        RunEnded("diverged", 0, None, None, Divergence(1, 2, 1e11, "raw_pixels", 0.1, 1.0, 0.05)),
        RunEnded("failed", 0, None, None, Failure("process_ended", "ü\n", -9)),
        # To be translated on the other side.
        RunEnded("failed", 0, None, None, Failure("refused", REFUSED)),
    ],
)
def test_records_come_out_as_they_went_in(event):
    number, found = read(written(7, event))
    assert number == 7
    assert type(found) is type(event)
    assert repr(found) == repr(event)


def test_arrays_keep_their_bits_dtype_and_shape():
    losses = np.array([1.5, np.nan, np.inf], np.float32)
    _, found = read(written(1, StepsTrained(1, 3, losses, 0.5, 10.0)))
    assert found.losses.dtype == np.float32
    np.testing.assert_array_equal(found.losses, losses)
    # Fortran's order, and none at all: what is sent is in C's order.
    parameters = (np.arange(6, dtype=np.float32).reshape(2, 3).T, np.zeros(0, np.float32))
    _, found = read(written(1, Snapshot(3, parameters)))
    for one, other in zip(found.parameters, parameters, strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_job_brings_its_weights_with_all_they_hold(tmp_path):
    weights = shipped()
    _, found = read(written(1, Training(recipe("fast"), tmp_path, weights)), to_worker())
    assert (found.config, found.data, found.resume.meta) == (recipe("fast"), tmp_path, weights.meta)
    assert TrainingConfig.from_dict(dict(found.resume.meta.config)).recipe == "shipped"
    for one, other in zip(found.resume.parameters, weights.parameters, strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_relative_path_means_the_same_to_whoever_stands_elsewhere():
    _, found = read(written(1, Training(recipe("fast"), Path("x.npz"))), to_worker())
    assert found.data == Path.cwd() / "x.npz"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"rubbish", "expected b'MPW1'"),
        (wire.MAGIC + b"\xff\xff\xff\xff", "header: expected at most"),
        (message(b"[]"), "an object"),
        (message(b"[" * 100_000), "JSON"),
        (message(b"\xff"), "JSON"),
        (message({"number": -1, "record": {}, "arrays": []}), "whole number"),
        (message({"number": 1, "arrays": [["object", [1]]]}), "a dtype among"),
        (message({"number": 1, "arrays": [["uint8", [2**40]]]}), "a dtype among"),
        (message({"number": 1, "arrays": [["uint8", [0, 2**60]]]}), "a dtype among"),
        (message({"number": 1, "arrays": [["uint8", [2**33]]] * 3}), "at most"),
        (message({"number": 1, "arrays": [], "record": None}), "its fields"),
        (record("Popen", {}), "record: expected one of"),
        (record("Command", {"word": "stop"}), "record: expected one of"),
        (record("Preparing", {"done": 1}), "expected the fields done, total"),
        (record("Preparing", {"done": 1, "total": True}), "found a bool"),
        (record("Preparing", {"done": 1, "total": 1.5}), "found a float"),
        (record("Preparing", {"done": 1, "total": 2**70}), "found a int"),
        (record("ImagesSeen", {"images": {"array": 0}}), "the number of one"),
        (record("ImagesSeen", {"images": {"array": 0}}, [["float32", [0]]]), "expected uint8"),
        (
            record(
                "RunEnded",
                {
                    "outcome": "won",
                    "epochs": 0,
                    "test_accuracy": None,
                    "weights": None,
                    "cause": None,
                },
            ),
            "found a str",
        ),
    ],
)
def test_what_is_no_message_is_refused(text, words):
    with pytest.raises(wire.WireError, match=words):
        read(text)


def test_a_config_that_cannot_be_is_refused():
    text = written(1, RunStarted(TrainingConfig(), (784, 10), 5, 0, 100, 10))
    with pytest.raises(wire.WireError, match="epochs"):
        read(text.replace(b'"epochs": 500', b'"epochs": -50'))


def test_the_end_is_told_from_a_torn_message():
    text = written(1, Snapshot(1, (np.zeros(9, np.float32),)))
    for length in range(len(text)):
        with pytest.raises(wire.WireEndError) as end:
            read(text[:length])
        assert ("middle" in str(end.value)) == bool(length)


def test_memory_is_not_taken_for_what_is_announced():
    text = record("Heartbeat", {}, [["uint8", [2**34]]])
    tracemalloc.start()
    with pytest.raises(wire.WireEndError):
        read(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 2**22


@given(st.binary(max_size=300))
@example(wire.MAGIC)
def test_no_bytes_raise_anything_else(text):
    for attempt in (text, wire.MAGIC + text, message(text)):
        with pytest.raises(wire.WireError):
            read(attempt)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
_ENDED = json.loads(written(1, RunEnded("stopped", 0, 0.5, None, Failure("defect")))[8:])


@given(_JSON, st.sampled_from(["number", "arrays", "record", "is", *_ENDED["record"]["fields"]]))
def test_no_header_raises_anything_else(value, where):
    header = json.loads(json.dumps(_ENDED))
    place = header["record"]["fields"]
    if where in header:
        place = header
    elif where in header["record"]:
        place = header["record"]
    place[where] = value
    try:
        number, found = read(message(header))
    except wire.WireError:
        return
    assert isinstance(number, int)
    assert isinstance(found, FROM_WORKER)


@given(st.data())
def test_a_damaged_message_is_refused_or_still_one(data):
    text = bytearray(written(1, RunEnded("completed", 1, 0.5, None)) + written(2, Heartbeat()))
    for _ in range(data.draw(st.integers(1, 4))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
    try:
        _, found = read(bytes(text))
    except wire.WireError:
        return
    assert isinstance(found, FROM_WORKER)


def test_what_cannot_be_read_is_not_written():
    @dataclass(frozen=True)
    class Odd:
        thing: object

    for thing in (object(), np.array(["text"]), np.array([None])):
        with pytest.raises(wire.WireError):
            written(1, Odd(thing))


def test_commands_go_to_the_worker():
    assert read(written(3, Command("pause")), to_worker()) == (3, Command("pause"))
