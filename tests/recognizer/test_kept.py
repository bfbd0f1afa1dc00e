"""Runs that are kept for the user."""

import dataclasses

import numpy as np
import pytest

from mnist_pad.recognizer import kept
from mnist_pad.recognizer.weights import WeightsError, load, shipped


def weights(**meta):
    base = shipped()
    return dataclasses.replace(base, meta=dataclasses.replace(base.meta, **meta))


def test_a_kept_run_loads_as_it_was():
    path = kept.keep(weights(recipe="fast"))
    assert kept.kept() == [path]
    assert path.name.endswith("-fast.npz")
    for ours, theirs in zip(load(path).parameters, shipped().parameters, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_the_newest_comes_first_and_the_oldest_make_way(monkeypatch):
    monkeypatch.setattr(kept, "KEPT_RUNS", 3)
    paths = [kept.keep(weights(recipe=f"r{number}")) for number in range(5)]
    assert kept.kept() == paths[:1:-1]


def test_a_recipe_s_name_cannot_lead_elsewhere():
    path = kept.keep(weights(recipe="../../outside/" + "x" * 300))
    assert path.parent == kept.folder()


def test_a_folder_that_cannot_be_made_is_named(monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(blocked))
    with pytest.raises(WeightsError, match="expected a folder for runs"):
        kept.keep(weights())
