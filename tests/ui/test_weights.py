"""Loading and saving weights in the window, good ones and bad ones."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from mnist_pad.base.assets import asset
from mnist_pad.recognizer import kept
from mnist_pad.recognizer.weights import load

SIZES = (784, 256, 128, 10)


def arrays(seed=1):
    """Return what an article reader's own `np.savez` would hold."""
    random = np.random.default_rng(seed)
    made = {}
    for layer, (inputs, outputs) in enumerate(pairwise(SIZES), start=1):
        made[f"theta_{layer}"] = random.normal(0, 0.1, (inputs, outputs)).astype(np.float32)
        made[f"bias_{layer}"] = np.zeros(outputs, np.float32)
    return made


def write_truncated(path):
    path.write_bytes(asset("weights.npz").read_bytes()[:5000])


def write_wrong_shape(path):
    np.savez(path, **arrays() | {"theta_1": np.zeros((783, 256), np.float32)})


def write_wrong_dtype(path):
    np.savez(path, **{name: array.astype(np.float64) for name, array in arrays().items()})


def write_nan(path):
    np.savez(path, **arrays() | {"bias_2": np.full(128, np.nan, np.float32)})


def write_pickled(path):
    np.savez(path, **arrays() | {"theta_1": np.array([{"a": 1}], object)})


def write_text(path):
    path.write_text("no archive")


@pytest.fixture
def own_weights(tmp_path):
    path = tmp_path / "own.npz"
    np.savez(path, **arrays())
    return path


def choose_file(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_bare_arrays_load_and_one_click_goes_back(hand, own_weights, monkeypatch):
    hand.draw(3)
    shipped = hand.bars()
    choose_file(monkeypatch, own_weights)
    hand.choose("loadWeightsAction")
    hand.sees(lambda: "own.npz" in hand.text("weightsLabel"))
    assert hand.bars() != shipped
    hand.click("previousWeightsButton")
    assert "shipped" in hand.text("weightsLabel")
    assert hand.bars() == shipped


def test_dropped_weights_are_used(hand, own_weights):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(own_weights))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    hand.window.dropEvent(drop)
    hand.sees(lambda: "own.npz" in hand.text("weightsLabel"))


@pytest.mark.parametrize(
    "write",
    [
        write_truncated,
        write_wrong_shape,
        write_wrong_dtype,
        write_nan,
        write_pickled,
        write_text,
        lambda path: None,
    ],
)
def test_a_bad_file_is_told_and_the_weights_in_use_stay(hand, tmp_path, monkeypatch, write):
    path = tmp_path / "bad.npz"
    write(path)
    hand.draw(3)
    bars, label = hand.bars(), hand.text("weightsLabel")
    choose_file(monkeypatch, path)
    hand.choose("loadWeightsAction")
    hand.sees(lambda: hand.widget("noticeText").isVisible())
    assert "bad.npz" in hand.text("noticeText")
    assert (hand.bars(), hand.text("weightsLabel")) == (bars, label)
    hand.click("dismissNoticeButton")
    assert not hand.widget("noticeText").isVisible()


def test_a_run_kept_on_another_day_can_be_loaded(hand, own_weights, monkeypatch):
    hand.choose("loadKeptRunAction")
    assert "No run was kept yet" in hand.text("noticeText")
    path = kept.keep(load(own_weights))
    asked = []

    def choose(parent, title, folder, files):
        asked.append(folder)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    hand.choose("loadKeptRunAction")
    hand.sees(lambda: path.name in hand.text("weightsLabel"))
    assert asked == [str(path.parent)]


def test_saved_weights_are_those_in_use(hand, tmp_path, monkeypatch):
    choose_file(monkeypatch, tmp_path / "saved")
    hand.choose("saveWeightsAction")
    hand.sees(lambda: "saved.npz" in hand.text("noticeText"))
    saved, shipped = load(tmp_path / "saved.npz"), load(asset("weights.npz"))
    assert saved.meta == shipped.meta
    for ours, theirs in zip(saved.parameters, shipped.parameters, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_a_place_that_cannot_be_written_is_told(hand, tmp_path, monkeypatch):
    choose_file(monkeypatch, tmp_path / "no-such-folder" / "out.npz")
    hand.choose("saveWeightsAction")
    hand.sees(lambda: "out.npz" in hand.text("noticeText"))


def test_a_cancelled_dialog_changes_nothing(hand, monkeypatch):
    choose_file(monkeypatch, "")
    hand.choose("loadWeightsAction")
    hand.choose("saveWeightsAction")
    assert not hand.window.notice.isVisible()
