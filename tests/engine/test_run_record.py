"""Records as JSON, and whatever else such a file may hold."""

import json
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnist_pad.base.json_files import parse_object
from mnist_pad.base.records import PLAIN, RecordError, read_value, to_plain
from mnist_pad.engine import record as records
from mnist_pad.engine.record import Origin, RunError
from mnist_pad.training.events import (
    Compared,
    Divergence,
    EpochEnded,
    Failure,
    RunStarted,
    StepsTrained,
)

DIGITS_AND_MARKS = [b"9" * 30, b"-1", b"null", b"[", b"}", b'"', b"1e999", b",", b"\\u0000"]


def through_json(kind, value):
    text = json.dumps(to_plain(value), allow_nan=False)
    return read_value(kind, json.loads(text), "it", PLAIN)


@pytest.mark.parametrize(
    "cause",
    [
        None,
        Failure("out_of_memory", "no room", None),
        Divergence(
            epoch=1,
            step=7,
            first_loss=math.inf,
            reason="raw_pixels",
            learning_rate=1e-3,
            deviation=1.0,
            healthy_deviation=0.1,
        ),
    ],
)
def test_a_record_comes_back_as_it_was(kept, tmp_path, cause):
    written = replace(
        kept,
        id=tmp_path.name,
        origin=Origin("file", "/some/where/mine.npz"),
        cause=cause,
        compared=Compared(30, 20, 29, 0.97, 0.96),
        has_weights=False,
    )
    records.write(written, tmp_path)
    assert records.read(tmp_path) == (written, "")


def test_what_curves_are_made_of_comes_back_bit_for_bit(config):
    losses = np.array([0.1, 1e-30, 3.4e38, math.nan, math.inf, -math.inf, 1 / 3], np.float32)
    steps = StepsTrained(2, 40, losses, 0.5, 1e5)
    back = through_json(StepsTrained, steps)
    np.testing.assert_array_equal(back.losses, losses)
    assert back.losses.dtype == np.float32
    assert (back.epoch, back.step, back.train_accuracy) == (2, 40, 0.5)
    for event in (
        EpochEnded(1, 0.5, math.nan, 0.25, 1.5, 2.5),
        RunStarted(config, (784, 32, 10), 11, 0, 1_000, 500),
    ):
        assert repr(through_json(type(event), event)) == repr(event)


DAMAGES = [
    ("{", "JSON"),
    ("[]", "object"),
    ("[" * 100_000, "JSON"),
    ('{"format_version": 1}', "an object with kind"),
    ("{}", "format_version"),
    ({"format_version": 2}, "format_version: expected 1, found 2"),
    ({"format_version": True}, "format_version"),
    ({"kind": "guess"}, "kind: expected one of training, adaptation, found 'guess'"),
    ({"kind": []}, "kind"),
    ({"recipe": "x" * 41}, "recipe"),
    ({"recipe": "\x1b[2J"}, "recipe"),
    ({"changed": 1}, "changed: expected true or false, found 1"),
    ({"config": {"epochs": 0}}, "epochs"),
    ({"config": {"recipe": {}}}, "config"),
    ({"config": {"hidden_sizes": [1] * 17}}, "config"),
    ({"started": "yesterday"}, "started"),
    ({"started": "2026-13-45T10:00:00+00:00"}, "started"),
    ({"seconds": -1}, "seconds"),
    ({"seconds": "nan"}, "seconds"),
    ({"seconds": 10**400}, "seconds"),
    ({"outcome": "won"}, "outcome"),
    ({"epochs": -1}, "epochs"),
    ({"epochs": 1.5}, "epochs: expected a whole number, found 1.5"),
    ({"epochs": True}, "epochs"),
    ({"test_accuracy": 1.1}, "test_accuracy"),
    ({"train_accuracy": "nan"}, "train_accuracy"),
    ({"origin": {"kind": "heaven"}}, "kind"),
    ({"origin": None}, "origin: expected an object, found None"),
    ({"cause": {"kind": "bad luck"}}, "cause"),
    ({"compared": {}}, "compared"),
]


@pytest.mark.parametrize(("damage", "word"), DAMAGES)
def test_a_damaged_record_is_refused_in_one_sentence(kept, runs, damage, word):
    path = runs.path(kept.id) / "run.json"
    whole = json.loads(path.read_text())
    path.write_text(damage if isinstance(damage, str) else json.dumps(whole | damage))
    with pytest.raises(RunError) as refused:
        runs.record(kept.id)
    sentence = str(refused.value)
    assert sentence.startswith(f"{path}: ")
    assert word in sentence
    assert "\n" not in sentence
    assert len(sentence) < len(str(path)) + 300


def test_a_record_too_large_or_missing_is_refused(kept, runs):
    path = runs.path(kept.id) / "run.json"
    path.write_text(" " * 1_000_000)
    with pytest.raises(RunError, match="bytes, found 1,000,000"):
        runs.record(kept.id)
    path.unlink()
    with pytest.raises(RunError, match="No such file"):
        runs.record(kept.id)


def test_keys_of_a_later_version_are_passed_over(kept, runs):
    path = runs.path(kept.id) / "run.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"mood": "good"}))
    assert runs.record(kept.id) == kept


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(["epoch", "step", "losses", "train_accuracy", "config", "kind"]),
                inner,
            )
        ),
    ).map(lambda value: json.dumps(value).encode())
)
def test_nothing_but_the_documented_error_is_raised(text):
    for kind in (StepsTrained, RunStarted, records.RunRecord):
        with pytest.raises(RecordError):
            read_value(kind, parse_object(text), "it", PLAIN)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_damaged_folder_is_read_or_refused(kept, runs, data):
    name = data.draw(st.sampled_from(["run.json", "curves.jsonl", "label.json"]))
    runs.annotate(kept.id, "a note")
    path = runs.path(kept.id) / name
    whole = path.read_bytes()
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(damaged)))
        end = start + data.draw(st.integers(0, 40))
        damaged[start:end] = data.draw(st.binary(max_size=4) | st.sampled_from(DIGITS_AND_MARKS))
    path.write_bytes(damaged)
    found, problems = runs.read()
    assert len(found) == 1 or problems
    history = runs.history(kept.id)
    assert len(history.losses(100)[0]) <= 100
    path.write_bytes(whole)


def test_an_origin_tells_others_no_more_than_a_name():
    assert Origin("file", "/anywhere/se\x1bcret/mine.npz").text == "file mine.npz"
    assert Origin("run", "2026-11-25-131048-fast").text == "run 2026-11-25-131048-fast"
    assert Origin("built_in").text == "built_in"
