"""Learn mine: the network learns the user's hand, and the way back."""

import re

import numpy as np
import psutil
import pytest

from mnist_pad.base.assets import asset
from mnist_pad.recognizer.weights import load
from tests.benchmarks.own_writer import drawings
from tests.ui.on_disk import labels, runs

COUNT = 30


@pytest.fixture
def writer():
    """Somebody whose 0 has a bar, which the network does not know."""
    return list(drawings(3, seed=1))


@pytest.fixture
def taught(user, collection, writer):
    """A window in whose collection there are three drawings of each digit."""
    for sample in writer:
        collection.add(sample.ink, sample.label)
    return user


def test_learn_mine_reads_other_drawings_better_and_one_click_goes_back(user, writer):
    for sample in writer:
        user.copy(sample.ink)
        user.keep_as(sample.label)
    user.sees(lambda: len(labels()) == COUNT)
    another = next(sample for sample in drawings(1, seed=9) if sample.label == 7)
    user.copy(another.ink)
    assert user.answer() != "7"
    bars = user.bars()

    user.learn_mine()
    assert user.wait_for_end() == "completed"
    assert user.status().startswith(f"Learnt from {COUNT} drawings.")
    assert user.answer() == "7"
    assert user.weights_text().startswith("adapted")
    yours, mnist = user.text("learntLabel").split("\n")
    assert yours.startswith("Yours ")
    assert yours.endswith(f"of {COUNT}")
    before, after = (float(figure) for figure in re.findall(r"\d+\.\d+", mnist))
    assert before == 99.41
    # Of ten thousand, a dozen.
    assert before - after < 0.125
    (first,) = runs()
    assert "adapted" in str(first)
    learnt = user.bars()

    # Again, it starts from where it started: MNIST is not forgotten bit by bit.
    user.learn_mine()
    assert user.wait_for_end() == "completed"
    _, second = runs()
    for ours, theirs in zip(load(first).parameters, load(second).parameters, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    user.key("Ctrl+B")
    assert user.weights_text().startswith("adapted")
    assert user.bars() == learnt

    user.load_weights(asset("weights.npz"))
    user.sees(lambda: user.bars() == bars)


def test_one_click_brings_the_old_weights_back(taught, writer):
    taught.copy(next(sample.ink for sample in writer if sample.label == 7))
    bars = taught.bars()
    taught.learn_mine()
    assert taught.wait_for_end() == "completed"
    assert taught.bars() != bars
    assert taught.text("previousWeightsButton") == "Back to Built-in · 99.41 %"
    taught.click("previousWeightsButton")
    assert taught.bars() == bars
    assert taught.weights_text().startswith("Built-in")
    taught.click("previousWeightsButton")
    assert taught.weights_text().startswith("adapted")


def test_stopped_half_way_the_weights_in_use_are_unchanged(taught):
    taught.draw(3)
    bars, before = taught.bars(), taught.weights_text()
    taught.learn_mine()
    taught.wait_for_steps()
    assert not taught.is_enabled("learnButton")
    assert taught.weights_text().startswith("Built-in")
    taught.stop()
    assert taught.wait_for_end() == "stopped"
    assert (taught.weights_text(), taught.bars()) == (before, bars)
    assert taught.text("learntLabel") == ""
    assert taught.is_enabled("learnButton")
    assert len(labels()) == COUNT
    assert runs() == []


def test_without_drawings_there_is_nothing_to_learn(user):
    user.key("Ctrl+L")
    user.sees(lambda: user.notice().startswith("There is nothing to learn from yet"))
    assert not user.is_training()


def test_a_damaged_line_is_named_and_the_rest_is_learnt(taught, collection):
    lines = collection.path.read_text().splitlines()
    lines[4] = lines[4][:40]
    collection.path.write_text("\n".join(lines) + "\n")
    taught.learn_mine()
    assert "line 5:" in taught.notice()
    assert "the rest is used" in taught.notice()
    assert taught.wait_for_end() == "completed"
    assert f"{COUNT - 1} drawings" in taught.status()


def test_the_process_dies_and_the_weights_in_use_are_unchanged(taught):
    taught.draw(3)
    bars, before = taught.bars(), taught.weights_text()
    taught.learn_mine()
    taught.wait_for_steps()
    (child,) = psutil.Process().children()
    child.kill()
    assert taught.wait_for_end() == "failed"
    assert (taught.weights_text(), taught.bars()) == (before, bars)
    assert "failed" in taught.notice()
