"""`--data` of `train`, `evaluate` and `info`: what is odd about a set is told, turned if asked."""

import argparse
import json

import numpy as np
import pytest
from PIL import Image

from mnist_pad.base.errors import UsageError
from mnist_pad.commands import evaluate, info, train
from mnist_pad.commands.orientation import better_turned
from mnist_pad.dataset import mnist
from mnist_pad.dataset.conversion import AS_THEY_ARE, Turn, turned
from mnist_pad.dataset.digits import assemble

TRANSPOSE, INVERT = Turn(transpose=True), Turn(invert=True)
BOTH = Turn(transpose=True, invert=True)
TURNS = [AS_THEY_ARE, TRANSPOSE, INVERT, BOTH]


@pytest.fixture(scope="module")
def whole():
    return mnist.load()


@pytest.fixture
def run(capsys):
    """Run a command in this process; return what it printed as JSON, and what it told beside."""

    def run_command(command, *arguments):
        parser = argparse.ArgumentParser()
        command.add_arguments(parser)
        assert command.run(parser.parse_args([*map(str, arguments), "--json"])) == 0
        shown = capsys.readouterr()
        return json.loads(shown.out), shown.err

    return run_command


@pytest.fixture
def written(whole, tmp_path):
    """Write the first `count` test images in both parts, or with names of one part, turned."""

    def write(turn=AS_THEY_ARE, *, count=90, names=("x_train", "y_train", "x_test", "y_test")):
        images, labels = turned(whole.x_test[:count], turn), whole.y_test[:count]
        np.savez(tmp_path / "set.npz", **dict(zip(names, (images, labels) * 2, strict=False)))
        return tmp_path / "set.npz"

    return write


def options(turn):
    return [f"--{name}" for name, given in turn._asdict().items() if given]


@pytest.mark.parametrize("command", [evaluate, info])
@pytest.mark.parametrize(
    ("turn", "told"),
    [
        (TRANSPOSE, ("look transposed: of 90,", " with --transpose\n")),
        (INVERT, ("look inverted: of 90,", " with --invert\n")),
        (BOTH, ("look transposed and inverted: of 90,", " with --transpose and with --invert\n")),
    ],
)
def test_what_lies_askew_is_told_in_one_line_and_turned_if_asked(run, written, command, turn, told):
    path = written(turn)
    _, err = run(command, "--data", path)
    assert err.startswith(f"mnist-pad: {path}: its images {told[0]}")
    assert err.endswith(told[1])
    assert err.count("\n") == 1
    found, err = run(command, "--data", path, *options(turn))
    assert err == ""
    if command is evaluate:
        assert found["accuracy"] > 0.97
    else:
        plain, _ = run(command, "--data", written())
        assert found["fingerprint"] == plain["fingerprint"]


@pytest.mark.parametrize("turn", [TRANSPOSE, INVERT, BOTH])
def test_what_lies_well_is_not_to_be_turned(run, written, turn):
    assert run(evaluate, "--data", written())[1] == ""
    _, err = run(evaluate, "--data", written(), *options(turn))
    assert err.endswith(" and ".join(f"without {option}" for option in options(turn)) + "\n")


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("count", [20, 5_000])
def test_a_turn_is_found_in_few_images_and_in_sorted_ones(whole, turn, count):
    order = np.argsort(whole.y_test[:count], kind="stable")
    images = turned(whole.x_test[order], turn)
    better = better_turned(assemble({"x_train": images, "y_train": whole.y_test[order]}, "set"))
    assert (better.turn if better else AS_THEY_ARE) == turn
    assert better is None or better.count <= 200


def test_a_little_better_is_no_reason(whole):
    labels, images = whole.y_test[:200], turned(whole.x_test[:200], TRANSPOSE)
    # Turned, one in five would be read right; as they lie, one in twelve is.
    wrong = (labels + np.random.default_rng(0).integers(1, 10, 200)) % 10
    mostly_wrong = np.where(np.arange(200) % 10 < 2, labels, wrong)
    assert better_turned(assemble({"x_test": images, "y_test": mostly_wrong}, "x")) is None
    two = {"x_test": turned(whole.x_test[:2], INVERT), "y_test": labels[:2]}
    assert better_turned(assemble(two, "x")) is None


def test_nothing_is_said_of_labels_that_fit_no_turn(whole):
    labels = np.random.default_rng(0).integers(0, 10, 500, np.uint8)
    assert better_turned(assemble({"x_test": whole.x_test[:500], "y_test": labels}, "x")) is None


@pytest.mark.parametrize("command", [evaluate, info, train])
def test_without_data_there_is_nothing_to_turn(run, command):
    for option in ("--transpose", "--invert"):
        with pytest.raises(UsageError, match=f"{option}: expected with --data, found without"):
            run(command, option)


@pytest.mark.parametrize(
    ("command", "others"), [(evaluate, ("--ink", "x.jsonl")), (info, ("--weights", "x.npz"))]
)
def test_what_is_no_data_set_is_not_turned(run, command, others):
    with pytest.raises(UsageError, match="--invert: expected with --data"):
        run(command, *others, "--invert")


def test_a_test_set_alone_is_evaluated_and_looked_at(run, written):
    path = written(names=("x_test", "y_test"))
    found, err = run(evaluate, "--data", path)
    assert (found["count"], err) == (90, "")
    found, err = run(info, "--data", path)
    assert [array["name"] for array in found["arrays"]] == ["x_test", "y_test"]
    assert (sum(found["train_counts"]), sum(found["test_counts"]), err) == (0, 90, "")


def test_a_test_set_alone_is_not_trained_on(run, written):
    with pytest.raises(UsageError, match="set: expected training images, found a test set alone"):
        run(train, "--data", written(names=("x_test", "y_test")))


def test_a_set_of_one_part_is_evaluated_whole_and_that_is_told(run, written):
    path = written(names=("data", "target"))
    found, err = run(evaluate, "--data", path)
    assert found["count"] == 90
    assert err == f"mnist-pad: {path}: it names no test images; all its 90 images are read\n"


def test_pictures_left_out_are_told(run, whole, tmp_path):
    for index in range(5):
        (tmp_path / str(whole.y_test[index])).mkdir(exist_ok=True)
        Image.fromarray(whole.x_test[index]).save(
            tmp_path / f"{whole.y_test[index]}" / f"{index}.png"
        )
    Image.new("L", (50, 50)).save(tmp_path / "7" / "none.png")
    found, err = run(info, "--data", tmp_path)
    assert sum(found["train_counts"]) == 5
    told = f"1 left out, as no digit is found in {tmp_path / '7' / 'none.png'}"
    assert err == f"mnist-pad: {tmp_path}: {told}\n"


def test_training_holds_a_seventh_out_and_says_so(capsys, written):
    parser = argparse.ArgumentParser()
    train.add_arguments(parser)
    path = written(names=("images", "labels"))
    digits = train._digits(parser.parse_args(["--data", str(path)]))
    assert (len(digits.x_train), len(digits.x_test)) == (78, 12)
    told = "it names no test images; 12 of its 90 are held out as such"
    assert capsys.readouterr().err == f"mnist-pad: {path}: {told}\n"
    digits = train._digits(parser.parse_args(["--data", str(written())]))
    assert (len(digits.x_train), len(digits.x_test)) == (90, 90)
    assert capsys.readouterr().err == ""
