"""Evaluations as they are told, on real MNIST, drawings and pictures."""

import json
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image

from mnist_pad.base.assets import asset
from mnist_pad.base.folders import data as data_folder
from mnist_pad.commands.sample_digits import strokes
from mnist_pad.dataset.collection import Collection
from mnist_pad.engine.evaluating import findings as told
from mnist_pad.engine.evaluating.findings import (
    EvaluationEnded,
    EvaluationProgressed,
    FiguresFound,
    Noted,
)
from mnist_pad.engine.evaluating.images import ImageSet
from mnist_pad.engine.evaluating.reading import coming
from mnist_pad.engine.jobs import kinds
from mnist_pad.engine.jobs.evaluation import EvaluationRequest, evaluated
from mnist_pad.ink.raster import scale
from mnist_pad.ink.strokes import Ink
from mnist_pad.recognizer.comparison import compare
from mnist_pad.recognizer.evaluation import UNLABELLED, evaluate
from mnist_pad.recognizer.forward import activations
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.robustness import AMOUNTS, AS_THEY_ARE, changed
from mnist_pad.recognizer.weights import Weights, WeightsMeta, shipped
from mnist_pad.training.control import Control


@pytest.fixture
def some(tmp_path, mnist):
    """A data set of 600 test images."""
    path = tmp_path / "some.npz"
    np.savez(path, x_test=mnist["x_test"][:600], y_test=mnist["y_test"][:600])
    return ImageSet("data", path)


@pytest.fixture
def ink(tmp_path):
    """Return what writes drawings of these digits under these labels; a dot where it is None."""

    def write(*pairs):
        path = tmp_path / "ink.jsonl"
        lines = [
            {
                "id": f"drawn {number}",
                "label": label,
                "pad": [400, 400],
                "pen": 20,
                "strokes": [[[5, 5]]]
                if digit is None
                else [(stroke * 300 + 50).tolist() for stroke in strokes(digit)],
            }
            for number, (digit, label) in enumerate(pairs)
        ]
        path.write_text("".join(json.dumps(line) + "\n" for line in lines))
        return ImageSet("ink", path)

    return write


def random_network(*sizes, seed=0):
    random = np.random.default_rng(seed)
    parameters = []
    for inputs, outputs in pairwise((784, *sizes, 10)):
        theta = random.normal(0, (2 / inputs) ** 0.5, (inputs, outputs))
        parameters += [theta.astype(np.float32), np.zeros(outputs, np.float32)]
    return Weights(tuple(parameters))


def run(request, control=None):
    """Return an evaluation's events, checked for their order."""
    events = list(evaluated(request, control or Control()))
    assert isinstance(events[-1], EvaluationEnded)
    assert not any(isinstance(event, EvaluationEnded) for event in events[:-1])
    progress = [event for event in events if isinstance(event, EvaluationProgressed)]
    assert all(one.done <= other.done for one, other in pairwise(progress))
    assert all(event.done <= event.total for event in progress)
    figures = [event.findings for event in events if isinstance(event, FiguresFound)]
    assert events[-1].findings is (figures[-1] if figures else None)
    return events


def found(request, outcome="completed"):
    ended = run(request)[-1]
    assert (ended.outcome, ended.cause) == (outcome, None)
    return ended.findings


def test_mnist_is_read_as_by_the_recognizer(mnist):
    events = run(EvaluationRequest(shipped(), further=False))
    findings = events[-1].findings
    probabilities, rejected = Recognizer(shipped()).judge(mnist["x_test"])
    np.testing.assert_allclose(findings.first.probabilities, probabilities, atol=1e-6)
    np.testing.assert_array_equal(findings.first.rejected, rejected)
    expected = evaluate(probabilities, mnist["y_test"], rejected=rejected)
    assert findings.first.evaluation.confusion == expected.confusion
    assert findings.first.evaluation.accuracy == expected.accuracy
    assert findings.first.evaluation.rejected == expected.rejected
    np.testing.assert_array_equal(findings.images.images, mnist["x_test"])
    assert findings.images.names[7] == "x_test[7]"
    assert list(findings.images.first(3).names) == ["x_test[0]", "x_test[1]", "x_test[2]"]
    assert (findings.whole, dict(findings.missing)) == (True, {})
    assert (findings.second, findings.comparison, findings.map) == (None, None, None)
    last = [event for event in events if isinstance(event, EvaluationProgressed)][-1]
    assert (last.done, last.total, last.stage) == (10_000, 10_000, "reading")


def test_the_curves_are_those_of_images_that_were_changed_before(mnist, some):
    events = run(EvaluationRequest(shipped(), some))
    curves = events[-1].findings.first.curves
    assert {change: curve.amounts for change, curve in curves.items()} == dict(AMOUNTS)
    recognizer = Recognizer(shipped())
    images, labels = mnist["x_test"][:600], mnist["y_test"][:600]
    for change, curve in curves.items():
        assert curve.count == 600
        for place in (0, 3, len(curve.amounts) - 1):
            # Whole grey levels: some images on the border of a verdict may fall to its other side.
            seen = np.rint(changed(images, change, curve.amounts[place])).astype(np.uint8)
            probabilities, rejected = recognizer.judge(seen)
            right = (probabilities.argmax(axis=1) == labels).mean()
            assert curve.accuracies[place] == pytest.approx(right, abs=2 / 600)
            assert curve.refused[place] == pytest.approx(rejected.mean(), abs=2 / 600)
        unchanged = curve.amounts.index(AS_THEY_ARE[change])
        accuracy = events[-1].findings.first.evaluation.accuracy
        assert curve.accuracies[unchanged] == pytest.approx(accuracy, abs=1e-9)
    last = [event for event in events if isinstance(event, EvaluationProgressed)][-1]
    assert (last.done, last.stage) == (last.total, "changes")


def test_of_many_images_some_of_each_digit_are_changed(tmp_path, mnist):
    order = np.argsort(mnist["y_test"], kind="stable")
    path = tmp_path / "sorted.npz"
    np.savez(path, x_test=mnist["x_test"][order], y_test=mnist["y_test"][order])
    # A network that always answers 9 is right as often as there are nines.
    nines = Weights((np.zeros((784, 10), np.float32), np.eye(10, dtype=np.float32)[9]))
    findings = found(EvaluationRequest(nines, ImageSet("data", path)))
    assert {curve.count for curve in findings.first.curves.values()} == {2_000}
    assert findings.first.curves["turn"].accuracies[0] == pytest.approx(0.1009, abs=0.001)


@pytest.mark.parametrize("hidden", [(), (30,), (40, 30, 20, 12)])
def test_the_map_is_of_what_the_output_layer_gets(mnist, some, hidden):
    network = random_network(*hidden)
    findings = found(EvaluationRequest(network, some))
    inputs = scale(mnist["x_test"][:600])
    layers = activations(network, inputs)
    answers = (layers[-2] if hidden else inputs).astype(np.float64)
    _, _, rows = np.linalg.svd(answers - answers.mean(axis=0), full_matrices=False)
    expected = (answers - answers.mean(axis=0)) @ rows[:2].T
    np.testing.assert_allclose(np.abs(findings.map.points), np.abs(expected), atol=1e-3)
    assert findings.map.which.tolist() == list(range(600))


def test_a_wide_network_is_evaluated_in_pieces(some):
    findings = found(EvaluationRequest(random_network(3_000), some))
    assert findings.map.points.shape == (600, 2)
    # It is ten times as large as ours: fewer images are read changed.
    assert findings.first.curves["shift"].count == 200
    assert findings.first.curves["shift"].amounts == AMOUNTS["shift"]


def test_two_networks_are_compared(mnist, some):
    one, other = shipped(), random_network(30)
    findings = found(EvaluationRequest(one, some, other))
    labels = mnist["y_test"][:600]
    first = Recognizer(one).probabilities(mnist["x_test"][:600])
    second = Recognizer(other).probabilities(mnist["x_test"][:600])
    right, right_too = first.argmax(axis=1) == labels, second.argmax(axis=1) == labels
    expected = compare(first, second, labels)
    assert set(findings.comparison.first_only) == set(np.flatnonzero(right & ~right_too))
    assert set(findings.comparison.second_only) == set(np.flatnonzero(right_too & ~right))
    assert findings.comparison.test == expected.test
    assert findings.second.evaluation.accuracy == right_too.mean()
    assert set(findings.second.curves) == set(AMOUNTS)
    assert "comparison" not in findings.missing


@pytest.mark.parametrize("after", [0, 1, 4])
def test_stopped_while_reading_it_keeps_what_was_read(mnist, after):
    control = Control()
    events, progressed = [], 0
    if not after:
        control.stop()
    for event in evaluated(EvaluationRequest(shipped()), control):
        events.append(event)
        progressed += isinstance(event, EvaluationProgressed)
        if progressed >= after:
            control.stop()
    ended = events[-1]
    assert ended.outcome == "stopped"
    findings = ended.findings
    assert not findings.whole
    count = len(findings.images)
    assert count == 1_000 * after
    expected = evaluate(
        Recognizer(shipped()).probabilities(mnist["x_test"][:count]), mnist["y_test"][:count]
    )
    assert findings.first.evaluation.accuracy == expected.accuracy
    assert findings.first.evaluation.confusion == expected.confusion
    assert findings.map is None


def test_stopped_among_the_changes_it_keeps_the_points_it_has(some):
    control, events = Control(), []
    for event in evaluated(EvaluationRequest(shipped(), some), control):
        events.append(event)
        if isinstance(event, EvaluationProgressed) and event.done >= 600 * 6:
            control.stop()
    assert events[-1].outcome == "stopped"
    findings = events[-1].findings
    assert findings.whole
    assert findings.map is not None
    assert list(findings.first.curves) == ["turn"]
    assert findings.first.curves["turn"].amounts == AMOUNTS["turn"][:5]


def test_a_stop_that_comes_with_the_last_of_all_has_cut_nothing_short(some):
    control, events = Control(), []
    for event in evaluated(EvaluationRequest(shipped(), some, further=False), control):
        events.append(event)
        if isinstance(event, FiguresFound) and event.findings.whole:
            control.stop()
    assert events[-1].outcome == "completed"


def test_without_labels_figures_are_left_out_and_it_is_said_why(ink):
    request = EvaluationRequest(shipped(), ink((3, None), (4, None), (7, None)), shipped())
    findings = found(request)
    assert findings.first.evaluation.accuracy is None
    assert findings.first.bins == ()
    assert dict(findings.first.curves) == {}
    assert findings.comparison is None
    reasons = dict.fromkeys(
        ("accuracy", "recall", "confusion", "precision", "reliability", "curves", "comparison"),
        told.NO_LABELS,
    )
    assert dict(findings.missing) == reasons
    # What needs no labels is there.
    assert findings.map.points.shape == (3, 2)
    assert findings.first.probabilities.argmax(axis=1).tolist() == [3, 4, 7]


def test_of_one_digit_alone_a_precision_says_nothing(ink):
    findings = found(EvaluationRequest(shipped(), ink((3, 3), (5, 3), (8, 3), (9, None))))
    assert dict(findings.missing) == {"precision": told.ONE_DIGIT}
    assert all(each.precision is None for each in findings.first.digits)
    assert findings.first.digits[3].recall == pytest.approx(1 / 3)
    assert findings.first.curves["turn"].count == 3


def test_drawings_without_a_picture_count_as_misread_and_are_no_part_of_pictures(ink):
    findings = found(EvaluationRequest(shipped(), ink((3, 3), (None, 4), (5, 5), (6, 6))))
    assert findings.images.blank.tolist() == [False, True, False, False]
    assert findings.first.evaluation.accuracy == 0.75
    assert findings.first.rejected.tolist() == [False, True, False, False]
    assert findings.map.which.tolist() == [0, 2, 3]
    assert findings.first.curves["turn"].count == 3
    assert [sample.label for sample in findings.images.sources] == [3, 4, 5, 6]
    assert findings.images.names == ["drawn 0", "drawn 1", "drawn 2", "drawn 3"]


def test_dots_alone_have_an_accuracy_and_nothing_more(ink):
    findings = found(EvaluationRequest(shipped(), ink((None, 4), (None, 5))))
    assert findings.first.evaluation.accuracy == 0
    pictures = ("confusion", "precision", "reliability", "curves")
    expected = {"map": told.TOO_FEW, **dict.fromkeys(pictures, told.NO_PICTURES)}
    assert dict(findings.missing) == expected


def test_an_empty_file_has_no_figures_at_all(ink):
    findings = found(EvaluationRequest(shipped(), ink()))
    assert findings.whole
    assert findings.first.evaluation.count == 0
    assert findings.missing["accuracy"] == told.NO_IMAGES
    assert findings.missing["map"] == told.TOO_FEW


def test_a_layer_that_answers_all_alike_has_no_map(some):
    dead = Weights(
        (
            np.zeros((784, 5), np.float32),
            np.full(5, -1, np.float32),
            np.zeros((5, 10), np.float32),
            np.zeros(10, np.float32),
        )
    )
    findings = found(EvaluationRequest(dead, some))
    assert findings.map is None
    assert dict(findings.missing) == {"map": told.FLAT}


def test_a_bad_line_is_told_and_the_rest_is_read(ink):
    images = ink((3, 3), (4, 4))
    images.path.write_text(images.path.read_text() + "{nonsense\n")
    events = run(EvaluationRequest(shipped(), images))
    (note,) = [str(event.sentence) for event in events if isinstance(event, Noted)]
    assert note.startswith(f"{images.path}: line 3: ")
    assert len(events[-1].findings.images) == 2


@pytest.mark.parametrize(
    "images",
    [
        ImageSet("ink", asset("missing.jsonl")),
        ImageSet("ink", asset("mnist.npz")),
        ImageSet("data", asset("missing.npz")),
        ImageSet("data", asset("weights.npz")),
        ImageSet("pictures", asset("missing")),
        ImageSet("pictures", asset("mnist.npz")),
    ],
)
def test_what_cannot_be_used_is_one_sentence(images):
    (ended,) = run(EvaluationRequest(shipped(), images))
    assert (ended.outcome, ended.findings, ended.cause.kind) == ("failed", None, "refused")
    assert str(images.path) in str(ended.cause.detail)
    assert "expected" in str(ended.cause.detail)
    assert "found" in str(ended.cause.detail)
    assert "\n" not in str(ended.cause.detail)


def test_a_defect_is_told_as_the_end_and_never_raised(some, capfd):
    broken = Weights((np.zeros((784, 10), np.float32), np.zeros(3, np.float32)), WeightsMeta())
    ended = run(EvaluationRequest(broken, some))[-1]
    assert (ended.outcome, ended.cause.kind) == ("failed", "defect")
    assert "Traceback" in capfd.readouterr().err


def test_the_users_own_drawings_are_evaluated():
    collection = Collection()
    for digit in (0, 2, 4):
        points = [(stroke * 300 + 50).tolist() for stroke in strokes(digit)]
        collection.add(Ink.from_points(points, pad=(400, 400), pen=20), digit)
    assert collection.path.is_relative_to(data_folder())
    findings = found(EvaluationRequest(shipped(), ImageSet("collection")))
    assert findings.images.labels.tolist() == [0, 2, 4]
    assert findings.first.evaluation.accuracy == 1


def test_before_the_first_drawing_the_collection_is_empty():
    assert found(EvaluationRequest(shipped(), ImageSet("collection"))).first.evaluation.count == 0


def test_pictures_are_found_and_read_as_a_whole_too(tmp_path, mnist):
    def picture(path, *indices):
        path.parent.mkdir(exist_ok=True)
        gap = np.zeros((28, 12), np.uint8)
        digits = [np.hstack([gap, mnist["x_test"][index], gap]) for index in indices]
        Image.fromarray(255 - np.kron(np.hstack(digits), np.ones((5, 5), np.uint8))).save(path)

    # The first test digits: 7 2 1 0 4.
    picture(tmp_path / "7" / "seven.png", 0)
    picture(tmp_path / "210" / "three.png", 1, 2, 3)
    picture(tmp_path / "5" / "two-for-one.png", 0, 1)
    picture(tmp_path / "none" / "a-four.png", 4)
    picture(tmp_path / "others" / "left-out.png", 4)
    (tmp_path / "7" / "note.txt").write_text("no picture")
    events = run(EvaluationRequest(shipped(), ImageSet("pictures", tmp_path)))
    notes = [str(event.sentence) for event in events if isinstance(event, Noted)]
    assert any("others: not named by a number" in note for note in notes)
    assert any("note.txt: expected a picture" in note for note in notes)
    images = events[-1].findings.images
    seen = dict(zip(images.names, images.labels.tolist(), strict=True))
    assert seen == {
        "210/three.png (1)": 2,
        "210/three.png (2)": 1,
        "210/three.png (3)": 0,
        "5/two-for-one.png": 5,
        "7/seven.png": 7,
        "none/a-four.png": UNLABELLED,
    }
    # Two marks for one digit: which is it?
    assert images.blank.tolist() == [False, False, False, True, False, False]
    assert images.sources[-1] == tmp_path / "none" / "a-four.png"
    answers = events[-1].findings.first
    assert answers.evaluation.accuracy == 4 / 5
    read = {each.expected: (each.read, each.right) for each in answers.pictures}
    assert read == {
        "7": ("7", True),
        "210": ("210", True),
        "5": ("72", False),
        "none": ("4", False),
    }


def test_pictures_without_folders_have_no_labels(tmp_path, mnist):
    for index in range(4):
        shown = 255 - np.kron(mnist["x_test"][index], np.ones((5, 5), np.uint8))
        Image.fromarray(shown).save(tmp_path / f"{index}.png")
    findings = found(EvaluationRequest(shipped(), ImageSet("pictures", tmp_path)))
    assert findings.missing["accuracy"] == told.NO_LABELS
    assert findings.first.probabilities.argmax(axis=1).tolist() == [7, 2, 1, 0]
    assert all(picture.right is None for picture in findings.first.pictures)


def test_many_drawings_come_in_pieces_that_hold_all_before(ink):
    parts = list(coming(ink(*[(digit % 10, digit % 10) for digit in range(300)])))
    assert len(parts) > 1
    assert all(part.done == len(part.images) and part.total == 300 for part in parts)
    assert all(one.done < other.done for one, other in pairwise(parts))
    last = parts[-1].images
    assert last.labels.tolist() == [digit % 10 for digit in range(300)]
    np.testing.assert_array_equal(last.images[:10], last.images[290:])


def test_it_is_no_job_for_the_worker():
    # What it tells could not cross the pipe.
    assert EvaluationRequest not in kinds()
