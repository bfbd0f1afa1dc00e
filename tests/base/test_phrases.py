"""Words that are put into a language when they are shown, whatever is spoken by then."""

import errno
import os

import numpy as np
import pytest

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import either, listed, phrase, said_of, unexpected, why
from mnist_pad.base.wording import translate_with


@pytest.fixture
def speak():
    """Return what has the process speak another language, of which these are the words."""
    yield lambda words: translate_with(lambda _, text: words.get(text, text))
    translate_with(None)


OTHER = {
    "{name}: expected {expected}, found {found}": "{found} statt {expected}: {name}",
    "{name}: {words}": "{name}, {words}",
    "at most {most:,} bytes": "höchstens {most:,} Byte",
    "No such file or directory": "nicht da",
    "no such file or directory": "nicht da",
}


def test_a_phrase_is_in_the_language_that_is_spoken_when_it_is_shown(speak):
    most = phrase("Errors", "at most {most:,} bytes").given(most=4096)
    error = UsageError(unexpected("a.npz", most, 5000))
    assert str(error) == "a.npz: expected at most 4,096 bytes, found 5000"
    speak(OTHER)
    assert str(error) == f"{error}" == "5000 statt höchstens 4,096 Byte: a.npz"
    assert str(UsageError(said_of("b", error.words))) == "b, 5000 statt höchstens 4,096 Byte: a.npz"
    # What is kept is read in any language.
    assert error.words.in_english() == "a.npz: expected at most 4,096 bytes, found 5000"


def test_facts_are_what_any_pipe_takes():
    given = phrase("Errors", "{a} {b} {c} {d}").given(
        a=np.int64(3), b=np.float32(0.5), c=(28, 28), d=phrase("Errors", "none")
    )
    assert [type(fact).__name__ for fact in given.facts.values()] == [
        "int",
        "float",
        "str",
        "Phrase",
    ]
    assert str(given) == "3 0.5 (28, 28) none"


def test_braces_in_a_fact_are_no_placeholders():
    assert str(said_of("{path}", "{0}")) == "{path}: {0}"


def test_what_the_system_says_is_translated_where_it_is_known(speak):
    error = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    assert str(why(error)) == "No such file or directory"
    assert str(why(error, small=True)) == "no such file or directory"
    strange = OSError(errno.ENOTTY, "Strange {}")
    speak(OTHER)
    assert str(why(error)) == str(why(error, small=True)) == "nicht da"
    assert why(strange) == "Strange {}"
    assert why(OSError("without a number")) == "without a number"


def test_options_follow_each_other():
    assert str(either("a")) == "a"
    assert str(either((3,), (1, 3), (3, 1))) == "(3,) or (1, 3) or (3, 1)"


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ([], "nothing"),
        (["x"], "x"),
        (["x", "y\x1b"], "x, y\ufffd"),
        ([*"abcdefghijkl"], "a, b, c, d, e, f, g, h, i, j, k, l"),
        (["a"] * 1_013, "a, a, a, a, a, a, a, a, a, a, a, a and 1,001 more"),
    ],
)
def test_the_first_of_many_names_are_listed(names, shown):
    assert str(listed(names)) == shown
