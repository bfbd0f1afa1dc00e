"""How runs end, in words, and in another language's."""

import re
from typing import get_args, get_type_hints

import pytest

from mnist_pad.base import wording
from mnist_pad.engine.recording import RunUnkept, WeightsElsewhere
from mnist_pad.engine.sentences import cause_in_words, ended_in_words
from mnist_pad.engine.unkept_in_words import unkept_in_words
from mnist_pad.recognizer.weights import shipped
from mnist_pad.training.events import Compared, Divergence, Failure, RunEnded

COMPARED = Compared(30, 10, 20, 0.9935, 0.9931)


@pytest.fixture
def translated():
    """Install a translator that marks every template it is asked for."""
    asked = []

    def translate(context, text):
        asked.append((context, text))
        return f"«{text}»"

    wording.translate_with(translate)
    yield asked
    wording.translate_with(None)


@pytest.mark.parametrize(
    ("outcome", "epochs", "words"),
    [
        ("completed", 3, "Completed after 3 epochs: test accuracy 97.31 %."),
        ("completed", 1, "Completed after 1 epoch: test accuracy 97.31 %."),
        ("stopped", 0, "Stopped after 0 epochs: test accuracy 97.31 %."),
    ],
)
def test_a_run_that_ended_well(outcome, epochs, words):
    assert ended_in_words(RunEnded(outcome, epochs, 0.9731, shipped())) == words


def test_a_run_whose_end_was_not_tested():
    assert ended_in_words(RunEnded("stopped", 2, None, shipped())) == "Stopped after 2 epochs."


def test_a_run_that_learnt_nothing():
    assert ended_in_words(RunEnded("stopped", 0, None, None)) == "Stopped: nothing was changed."


def test_what_learning_a_hand_brought():
    end = RunEnded("completed", 3, 0.9931, shipped())
    assert ended_in_words(end, compared=COMPARED) == (
        "Learnt from 30 drawings. Of yours, not learnt from, read right: 10 → 20 of 30. "
        "MNIST: 99.35 % → 99.31 %."
    )
    alone = Compared(0, 0, 0, 0.9935, 0.9931)
    assert ended_in_words(end, compared=alone) == (
        "Learnt from 1 drawing. MNIST: 99.35 % → 99.31 %."
    )


def test_a_hand_that_could_not_be_learnt_is_not_called_learnt():
    words = ended_in_words(RunEnded("completed", 3, None, None), compared=COMPARED)
    assert "Learnt from" not in words
    assert words.startswith("Nothing was learnt from 30 drawings")


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (Failure("out_of_memory"), "Failed: out of memory."),
        (Failure("tensorflow", "no kernel"), "Failed: no kernel"),
        (Failure("refused", "a.npz: expected …"), "Failed: a.npz: expected …"),
        (
            Failure("process_ended", status=-9),
            "Failed: the training process ended unexpectedly (signal 9).",
        ),
        (
            Failure("process_ended", "ImportError: no tensorflow", 1),
            "Failed: the training process ended unexpectedly (status 1): ImportError: "
            "no tensorflow",
        ),
        (
            Failure("not_started", "No such file"),
            "Failed: the training process could not be started: No such file",
        ),
    ],
)
def test_failures_tell_their_cause(failure, words):
    assert ended_in_words(RunEnded("failed", 0, None, None, failure)) == words


def test_what_happens_after_a_completed_run_does_not_make_it_a_failed_one():
    end = RunEnded("completed", 2, 0.5, shipped(), Failure("refused", "It could not be kept."))
    assert ended_in_words(end) == (
        "Completed after 2 epochs: test accuracy 50.00 %. It could not be kept."
    )


@pytest.mark.parametrize("reason", ["raw_pixels", "wide_start", "learning_rate"])
@pytest.mark.parametrize("deviation", [1.0, None])
def test_every_divergence_has_its_words(reason, deviation):
    words = cause_in_words(Divergence(2, 1_234, 2.3, reason, 0.5, deviation, 0.0505))
    assert words.startswith("Diverged at step 1,234, in epoch 2; the first loss was 2.3. ")
    assert "{" not in words


def test_templates_are_translated_before_figures_are_put_in(translated):
    words = ended_in_words(RunEnded("completed", 3, 0.9731, shipped()))
    assert words == "«Completed after 3 epochs: test accuracy «97.31 %».»"
    template = dict(translated)["runs"]
    assert re.findall(r"{(\w+)", template) == ["epochs", "accuracy"]


@pytest.mark.parametrize("kind", get_args(get_type_hints(Failure)["kind"]))
def test_every_failure_without_a_detail_is_a_whole_sentence(kind):
    alone = cause_in_words(Failure(kind))
    assert alone.endswith(".")
    assert not alone.endswith((":.", ".."))


@pytest.mark.parametrize("kind", get_args(get_type_hints(Failure)["kind"]))
def test_every_failure_is_translated_and_its_detail_stays(translated, kind):
    told = cause_in_words(Failure(kind, "  what the system said \n"))
    assert told.endswith(" what the system said")
    assert told.startswith(("«Failed:", "«TensorFlow says:"))
    assert len(translated) == 1


def test_no_cause_is_a_defect():
    assert ended_in_words(RunEnded("failed", 0, None, None)) == "Failed: a defect of this program."


@pytest.mark.parametrize(
    ("deviation", "reason", "words"),
    [
        (None, "raw_pixels", "choose the centred scaling."),
        (1.0, "raw_pixels", "a deviation near 0.05 instead of 1."),
        (2.5, "wide_start", "start the weights with a deviation near 0.05 instead of 2.5."),
        (None, "learning_rate", "The learning rate, 0.5, is too large for these settings"),
        # What nothing is known of blames the learning rate, and leaves no placeholder.
        (None, "wide_start", "The learning rate, 0.5, is too large"),
    ],
)
def test_a_divergence_says_what_helps(deviation, reason, words):
    told = cause_in_words(Divergence(1, 7, 1e11, reason, 0.5, deviation, 0.0505))
    assert words in told
    assert "first loss was 1e+11" in told


def test_both_parts_of_a_divergence_are_translated(translated):
    cause_in_words(Divergence(1, 7, 2.3, "learning_rate", 0.5, None, 0.05))
    assert [context for context, _ in translated] == ["runs", "runs", "Figures"]
    assert [re.findall(r"{(\w+)", text) for _, text in translated] == [
        ["step", "epoch", "first_loss"],
        ["rate"],
        ["first", "second"],
    ]


def test_a_run_that_could_not_be_kept_says_where_and_why(translated):
    unkept = unkept_in_words(RunUnkept("/x/runs", "No space left"))
    assert unkept == "«The run cannot be kept in /x/runs: No space left.»"
    assert unkept_in_words(WeightsElsewhere("/w/w.npz")) == "«The weights are in /w/w.npz.»"
    # Braces of a path are no placeholders.
    assert "/{x}/" in unkept_in_words(RunUnkept("/{x}/", "{}"))
