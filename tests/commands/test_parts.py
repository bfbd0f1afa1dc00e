"""What commands are made of: progress, output, endings; all in this process."""

import argparse
import errno
import json
import math
import signal
import sys
from dataclasses import replace

import numpy as np
import pytest

from mnist_pad.base.errors import UsageError
from mnist_pad.commands import train
from mnist_pad.commands.labelled_images import read_ink
from mnist_pad.commands.output import add_json_flag, percent, print_json
from mnist_pad.commands.progress import Progress
from mnist_pad.commands.saving import save_somewhere
from mnist_pad.commands.stopping import check_destination, heard, stopping
from mnist_pad.commands.weights import add_weights_option, chosen_weights
from mnist_pad.dataset import mnist
from mnist_pad.dataset.collection import Collection
from mnist_pad.ink.strokes import Ink
from mnist_pad.recognizer.weights import WeightsError, load, save, shipped
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.control import Control
from mnist_pad.training.events import EpochEnded, Preparing, RunEnded, RunStarted, StepsTrained
from mnist_pad.training.recipes import recipe
from mnist_pad.training.resuming import settings_of
from tests.rescaled import taught

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
EPOCH = EpochEnded(3, 0.91234, 0.5, 0.9, 1.5, 125.4)


@pytest.fixture
def handlers():
    """Give every signal the handler back that it had."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield before
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", SIGNALS)
def test_the_first_signal_stops_the_run_and_the_next_would_end_it(handlers, capfd, number):
    signal.signal(number, signal.default_int_handler)  # under nohup, hang-ups are ignored
    control = Control()
    with stopping(control, "stopping; wait"):
        assert not control.stopped
        signal.raise_signal(number)
        assert control.stopped
        assert signal.getsignal(number) is signal.SIG_DFL
    assert capfd.readouterr().err == "stopping; wait\n"
    assert signal.getsignal(number) is signal.default_int_handler


def test_handlers_come_back_whatever_happened(handlers):
    with pytest.raises(KeyError), stopping(Control(), ""):
        raise KeyError
    assert {number: signal.getsignal(number) for number in SIGNALS} == handlers


def test_a_hang_up_that_is_ignored_stays_ignored(handlers):
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    control = Control()
    with stopping(control, ""):
        signal.raise_signal(signal.SIGHUP)
        assert not control.stopped
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


@pytest.mark.parametrize(
    "error",
    [BrokenPipeError(), OSError(errno.ENOSPC, "full"), UnicodeEncodeError("a", "", 0, 1, "")],
)
def test_nobody_listening_stops_the_run_and_raises_nothing(monkeypatch, error):
    muted = []
    monkeypatch.setattr("mnist_pad.commands.stopping._mute", lambda: muted.append(True))
    control = Control()
    with heard(control):
        raise error
    assert control.stopped
    with heard():
        raise error
    assert muted == [True, True]


def test_other_errors_are_not_for_those_who_listen():
    control = Control()
    with pytest.raises(ValueError, match="a defect"), heard(control):
        raise ValueError("a defect")
    assert not control.stopped


def test_a_destination_is_refused_with_its_name(tmp_path):
    check_destination(tmp_path / "new.npz")
    assert list(tmp_path.iterdir()) == []
    for path, why in (
        (tmp_path, "Is a directory"),
        (tmp_path / "no" / "f.npz", "No such file or directory"),
        (tmp_path / "a\0b", "Not a file name"),
    ):
        with pytest.raises(UsageError) as caught:
            check_destination(path)
        assert str(caught.value) == f"{path}: expected a file that can be written, found: {why}"


def test_weights_are_saved_where_they_should_be(tmp_path, capsys):
    path = tmp_path / "out.npz"
    assert save_somewhere(shipped(), path) == path
    assert load(path).meta == shipped().meta
    assert capsys.readouterr().err == ""


def test_weights_go_elsewhere_rather_than_nowhere_and_that_is_told(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    wanted = tmp_path / "gone" / "my weights.npz"
    path = save_somewhere(shipped(), wanted)
    assert path.name == "my_weights.npz"
    assert load(path).meta == shipped().meta
    told = capsys.readouterr().err
    assert told.startswith(f"mnist-pad: {wanted}: ")
    assert told.endswith(f"; they are in {path}\n")


def test_without_any_room_the_error_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(WeightsError, match="gone: expected room for weights"):
        save_somewhere(shipped(), tmp_path / "gone" / "out.npz")


def test_an_epoch_is_a_line_for_people(capsys):
    progress = Progress(quiet=False)
    progress.show(EPOCH)
    told = capsys.readouterr()
    assert told.out == "epoch 3: loss 0.5000, training 91.23 %, test 90.00 %, 02:05\n"
    assert told.err == ""


def test_quietly_nothing_goes_to_standard_output(capsys):
    progress = Progress(quiet=True)
    for event in (
        Preparing(1, 10),
        RunStarted(TrainingConfig(epochs=2), (784, 10), 5, 0, 100, 10),
        StepsTrained(1, 3, np.ones(3, np.float32), 0.5, 1.0),
        EPOCH,
        RunEnded("completed", 1, None, None),
    ):
        progress.show(event)
    assert capsys.readouterr().out == ""


def test_a_terminal_gets_a_bar_that_counts_steps_and_goes_at_the_end(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    progress = Progress(quiet=True)
    progress.show(Preparing(4, 10))
    assert "4/10" in capsys.readouterr().err
    progress.show(RunStarted(TrainingConfig(epochs=2), (784, 10), 5, 5, 100, 10))
    assert "5/10" in capsys.readouterr().err
    progress.show(RunEnded("stopped", 1, None, None))
    # What is left of a bar is blanks.
    assert capsys.readouterr().err.strip("\r ") == ""


def test_steps_before_a_start_move_no_bar(capsys):
    Progress(quiet=False).show(StepsTrained(1, 3, np.ones(3, np.float32), 0.5, 1.0))
    assert capsys.readouterr() == ("", "")


def test_json_is_one_line_without_what_json_lacks(capsys):
    print_json({"text": "two\nlines", "list": [1, None]})
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert json.loads(out) == {"text": "two\nlines", "list": [1, None]}
    with pytest.raises(ValueError, match="not JSON compliant"):
        print_json({"number": math.nan})


def test_what_is_not_known_is_a_dash():
    assert percent(None) == "–"
    assert percent(0.9731) == "97.31 %"
    assert percent(0.0) == "0.00 %"


@pytest.fixture
def parsed():
    """Return what parses `--weights` and `--scaling`."""
    parser = argparse.ArgumentParser()
    add_weights_option(parser)
    return lambda *arguments: parser.parse_args(list(map(str, arguments)))


def test_a_scaling_that_a_file_does_not_say_is_found_and_told_in_a_line(parsed, tmp_path, capsys):
    path = tmp_path / "my own.npz"
    np.savez(path, *taught("unit").parameters)
    assert chosen_weights(parsed("--weights", path)).meta.scaling == "unit"
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"mnist-pad: {path}: pixels are taken as unit, ")
    assert told.err.endswith("--scaling chooses another.\n")
    assert told.err.count("\n") == 1


def test_a_scaling_that_is_asked_for_goes_before_what_a_file_says(parsed, tmp_path, capsys):
    bare, ours = tmp_path / "bare.npz", tmp_path / "ours.npz"
    np.savez(bare, *taught("unit").parameters)
    save(taught("raw"), ours)
    for path, said in ((bare, "centred"), (ours, "raw"), (None, "centred")):
        given = () if path is None else ("--weights", path)
        for scaling in ("centred", "unit", "raw"):
            weights = chosen_weights(parsed(*given, "--scaling", scaling))
            assert weights.meta.scaling == scaling
            # The figure is of the scaling that it was measured with.
            known = weights.meta.test_accuracy is not None
            assert known == (scaling == said and path != bare)
    assert chosen_weights(parsed("--weights", ours)).meta.scaling == "raw"
    assert capsys.readouterr().err == ""


def test_a_run_goes_on_with_pixels_scaled_as_they_are_read(tmp_path, capsys):
    path = tmp_path / "own.npz"
    np.savez(path, *taught("unit").parameters)
    weights, _ = train._resumed(str(path))
    assert "taken as unit" in capsys.readouterr().err
    assert settings_of(weights).scaling == "unit"
    weights, _ = train._resumed(str(path), "raw")
    assert settings_of(weights).scaling == "raw"
    # What was chosen for reading goes before what a run was told once.
    assert settings_of(shipped().with_scaling("unit")) == replace(recipe("shipped"), scaling="unit")


def test_options_for_json_and_weights(tmp_path):
    parser = argparse.ArgumentParser()
    add_json_flag(parser)
    add_weights_option(parser)
    plain = parser.parse_args([])
    assert (plain.json, plain.weights) == (False, None)
    assert chosen_weights(plain) is shipped() or chosen_weights(plain).meta == shipped().meta
    save(shipped(), tmp_path / "w.npz")
    own = parser.parse_args(["--json", "--weights", str(tmp_path / "w.npz")])
    assert own.json
    assert chosen_weights(own).layer_sizes == shipped().layer_sizes
    missing = parser.parse_args(["--weights", str(tmp_path / "none.npz")])
    with pytest.raises(WeightsError, match=r"none\.npz"):
        chosen_weights(missing)


def test_a_picture_s_digit_among_the_drawings_is_evaluated_and_learnt_from(tmp_path):
    image = mnist.load().x_test[0]
    collection = Collection(tmp_path / "ink.jsonl")
    collection.add(Ink((), (400.0, 400.0), 24.0), 7, image)
    given = read_ink(collection.path)
    np.testing.assert_array_equal(given.images, [image])
    assert (given.labels.tolist(), given.blank.tolist()) == ([7], [False])
