"""The session's file by itself: what comes back, and each sentence where it cannot."""

import json
import os
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnist_pad.base.errors import UsageError
from mnist_pad.dataset.samples import Sample
from mnist_pad.engine.record import Origin
from mnist_pad.ink.drawing import Drawing
from mnist_pad.ink.strokes import Ink
from mnist_pad.training.recipes import recipe
from mnist_pad.workspace import session as sessions
from mnist_pad.workspace.drawing import Tools
from mnist_pad.workspace.preferences import Preferences
from mnist_pad.workspace.session import Session, SessionFile
from mnist_pad.workspace.weights import BUILT_IN

INK = Ink.from_points([[(1, 2), (3, 4)]], pad=(400, 400), pen=20)


@pytest.fixture
def file(tmp_path):
    return SessionFile(tmp_path / "folder" / "session.json")


@pytest.fixture
def refused(file):
    """Return a function that changes the written values and returns the sentence they get."""

    def refused(**changes):
        file.write(Session())
        values = json.loads(file.path.read_bytes())
        file.path.write_text(json.dumps(values | changes))
        with pytest.raises(UsageError) as caught:
            file.read()
        sentence = str(caught.value)
        start = f"{file.path}: "
        assert sentence.startswith(start)
        assert sentence.count(str(file.path)) == 1
        assert "\n" not in sentence
        return sentence.removeprefix(start)

    return refused


def drawing(strokes=1, points=2):
    drawn = Drawing()
    for stroke in range(strokes):
        drawn.begin_stroke(stroke, 0.0, width=24)
        for point in range(1, points):
            drawn.extend_stroke(stroke + point * 0.1, point)
        drawn.end_stroke()
    return drawn.history


def test_without_a_file_it_is_a_fresh_one(file):
    fresh = file.read()
    assert fresh.drawing.sheet.is_empty
    assert (fresh.samples, fresh.weights, fresh.weights_files) == ((), BUILT_IN, ())
    assert (fresh.tools, fresh.preferences) == (Tools(), Preferences(introduced=False))
    assert not file.path.parent.exists()


def test_all_that_is_open_comes_back(file):
    written = Session(
        drawing=drawing(3),
        samples=(Sample("ab", 7, INK, {"time": "now"}), Sample("cd", 0, INK)),
        tools=Tools(33.5, True),
        weights=Origin("run", "2026-11-25-131048-fast"),
        scaling="unit",
        adapted_from=Origin("file", "/ü/\x1b odd.npz"),
        weights_files=("/a.npz", "/b c.npz"),
        config=replace(recipe("article"), hidden_sizes=(9, 8), weight_deviation=None),
        preferences=Preferences(
            "dark", False, True, "runsPage", (-5, 20, 800, 600), True, language="zh_CN"
        ),
    )
    file.write(written)
    back = file.read()
    for name in (
        "tools",
        "weights",
        "scaling",
        "adapted_from",
        "weights_files",
        "config",
        "preferences",
    ):
        assert getattr(back, name) == getattr(written, name), name
    assert [(each.id, each.label) for each in back.samples] == [("ab", 7), ("cd", 0)]
    assert back.samples[0].extra == {"time": "now"}
    assert back.samples[0].ink.strokes[0].tolist() == [[1, 2], [3, 4]]
    strokes = [stroke.points.tolist() for stroke in back.drawing.sheet.strokes]
    assert strokes == [stroke.points.tolist() for stroke in written.drawing.sheet.strokes]


def test_a_stroke_far_longer_than_other_texts_may_be_comes_back(file):
    written = drawing(points=20_000)
    file.write(Session(drawing=written))
    (stroke,) = file.read().drawing.sheet.strokes
    np.testing.assert_array_equal(stroke.points, written.sheet.strokes[0].points)


def test_the_same_drawing_is_written_the_same_again(file):
    session = Session(drawing=drawing(2))
    file.write(session)
    first = file.path.read_bytes()
    file.write(session)
    assert file.path.read_bytes() == first
    assert [path.name for path in file.path.parent.iterdir()] == ["session.json"]


def test_a_later_versions_keys_are_passed_over(file):
    file.write(Session(tools=Tools(12.0, True)))
    values = json.loads(file.path.read_bytes())
    values["tools"]["colour"] = "red"
    values["later"] = [1]
    file.path.write_text(json.dumps(values))
    assert file.read().tools == Tools(12.0, True)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"format": 2}, "expected a session of format 1, found another"),
        ({"format": None}, "expected a session of format 1"),
        ({"drawing": None}, "drawing: expected an object, found None"),
        ({"drawing": {"sheets": {}}}, "drawing, sheets: expected a list, found {}"),
        ({"drawing": {"sheets": [{}]}}, "drawing, sheets: expected all its keys"),
        ({"drawing": {}}, "sheet: expected a number below 0, found 0"),
        ({"tools": None}, "tools: expected an object, found None"),
        ({"tools": {"pen_width": "wide"}}, "tools, pen width: expected a number, found 'wide'"),
        ({"tools": {"pen_width": "nan"}}, "tools, pen width: expected a number, found 'nan'"),
        ({"tools": {"pen_width": 10**400}}, "tools, pen width: expected a number, found 1000"),
        ({"tools": {"erasing": 0}}, "tools, erasing: expected true or false, found 0"),
        ({"weights": {"kind": "run", "name": 7}}, "weights, name: expected a text, found 7"),
        ({"weights": {"kind": "cloud"}}, "weights, kind: expected one of nothing, built_in, run"),
        ({"weights": {}}, "weights: expected all its keys (an object with kind), found []"),
        ({"adapted_from": []}, "weights: expected an object, found []"),
        ({"weights_files": "a.npz"}, "weights files: expected a list of paths, found another"),
        ({"weights_files": [7]}, "weights files: expected a list of paths, found another"),
        ({"config": {"epochs": 0}}, "epochs: expected a whole number from 1 to 100,000, found 0"),
        ({"config": {"colour": 1}}, "config: expected settings among "),
        ({"preferences": {"place": [1, 2, 3]}}, "preferences, place: expected 4 entries"),
        ({"preferences": {"place": [1, 2, 3, 4.5]}}, "preferences, place: expected a whole number"),
        ({"preferences": {"appearance": "pink"}}, "preferences, appearance: expected one of"),
        ({"samples": "{}"}, "samples: expected a list of drawings"),
        (
            {"samples": ["{}"]},
            "a drawing: expected the keys id, label, pad, pen, strokes, found no",
        ),
        ({"samples": ["\ud800"]}, "expected JSON in UTF-8, found otherwise"),
    ],
)
def test_what_does_not_fit_is_named(refused, changes, told):
    assert refused(**changes).startswith(told)


def test_a_file_far_too_large_is_not_read(file, monkeypatch):
    file.write(Session())
    monkeypatch.setattr(sessions, "MAX_BYTES", 100)
    size = file.path.stat().st_size
    with pytest.raises(UsageError) as caught:
        file.read()
    assert str(caught.value) == f"{file.path}: expected at most 100 bytes, found {size:,}"


def test_what_is_no_file_does_not_block_and_is_told(file):
    file.path.parent.mkdir()
    os.mkfifo(file.path)
    with pytest.raises(UsageError, match="found: Not a regular file"):
        file.read()
    file.path.unlink()
    file.path.mkdir()
    with pytest.raises(UsageError, match="found: Is a directory"):
        file.read()
    with pytest.raises(UsageError, match="expected a file that can be written, found: Is a dir"):
        file.write(Session())


def test_a_full_disk_leaves_the_session_before(file, no_room):
    file.write(Session(tools=Tools(12.0)))
    with no_room(100), pytest.raises(UsageError, match="found: File too large"):
        file.write(Session(tools=Tools(13.0)))
    assert file.read().tools == Tools(12.0)


def test_what_is_set_aside_takes_no_place_of_another(file):
    for number in (1, 2, 3):
        file.path.parent.mkdir(exist_ok=True)
        file.path.write_text(f"{number}")
        assert file.set_aside().name == f"session-damaged-{number}.json"
    assert not file.path.exists()


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damage_is_a_session_or_one_sentence(file, data):
    file.write(Session(drawing=drawing(2, 3), samples=(Sample("a", 1, INK),)))
    damaged = bytearray(file.path.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(damaged)))
        end = start + data.draw(st.integers(0, 8))
        new = st.binary(max_size=3) | st.sampled_from([b"9" * 400, b"null", b"-1", b"1e999", b"[]"])
        damaged[start:end] = data.draw(new)
    file.path.write_bytes(damaged)
    told = f"{file.path}: "
    try:
        file.read()
    except UsageError as error:
        told = str(error)
    assert told.startswith(f"{file.path}: ")
