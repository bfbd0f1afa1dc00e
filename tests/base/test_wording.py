"""Figures as people read them, and whoever puts sentences into another language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnist_pad.base.wording import (
    MAX_TEXT_LENGTH,
    drawings,
    duration,
    percent,
    printable,
    translate,
    translate_with,
)


@pytest.fixture
def no_translator():
    """Take away whatever translator a test installs."""
    yield
    translate_with(None)


def german(context, text):
    words = {("Runs", "{count} runs"): "{count} Läufe", ("Pad", "{count} runs"): "{count} Zeilen"}
    return words.get((context, text), text)


def test_without_a_translator_texts_stay_as_they_are_written():
    assert translate("Runs", "{count} runs") == "{count} runs"


def test_a_translator_is_told_the_context_and_keeps_the_placeholders(no_translator):
    translate_with(german)
    assert translate("Runs", "{count} runs").format(count=3) == "3 Läufe"
    assert translate("Pad", "{count} runs").format(count=3) == "3 Zeilen"
    assert translate("Runs", "unknown") == "unknown"


def test_the_last_translator_alone_is_asked(no_translator):
    translate_with(lambda context, text: f"first {text}")
    translate_with(lambda context, text: f"second {text}")
    assert translate("", "text") == "second text"
    translate_with(None)
    assert translate("", "text") == "text"


@pytest.mark.parametrize(
    ("fraction", "decimals", "shown"),
    [
        (0.973, 1, "97.3 %"),
        (1.0, 1, "100.0 %"),
        (0.0, 2, "0.00 %"),
        (0.99994, 2, "99.99 %"),
        (0.5, 0, "50 %"),
    ],
)
def test_fractions_are_shown_in_percent(fraction, decimals, shown):
    assert percent(fraction, decimals=decimals) == shown


def test_one_decimal_is_shown_where_none_is_asked_for():
    assert percent(0.12345) == "12.3 %"


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, "0 drawings"), (1, "1 drawing"), (2, "2 drawings"), (12_345, "12,345 drawings")],
)
def test_drawings_are_counted_in_words(count, shown):
    assert drawings(count) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0 s"),
        (0.4, "0 s"),
        (59.4, "59 s"),
        (59.6, "1 min 00 s"),
        (200, "3 min 20 s"),
        (3_599.4, "59 min 59 s"),
        (3_599.6, "1 h 00 min"),
        (3_900, "1 h 05 min"),
        (360_000, "100 h 00 min"),
    ],
)
def test_times_are_rounded_before_they_are_split(seconds, shown):
    assert duration(seconds) == shown


@given(st.floats(0, 1e7))
def test_no_part_of_a_time_reaches_sixty(seconds):
    *_, last, unit = duration(seconds).split()
    assert unit in ("s", "min")
    assert 0 <= int(last) < 60


def test_lines_and_tabs_stay_and_what_a_terminal_obeys_does_not():
    assert printable("a line\n\tand another") == "a line\n\tand another"
    assert printable("\x1b[2Jgone\r\x07") == "\ufffd[2Jgone\ufffd\ufffd"
    assert printable("\u202eright to left") == "\ufffdright to left"
    assert printable("naïve 数字 🙂") == "naïve 数字 🙂"


def test_a_text_without_end_is_cut():
    assert printable("x" * 10**6) == "x" * MAX_TEXT_LENGTH


@given(st.text(max_size=200))
def test_what_is_printable_stays_as_it_is(text):
    shown = printable(text)
    assert len(shown) == len(text)
    assert printable(shown) == shown
    for before, after in zip(text, shown, strict=True):
        assert after == before or (after == "\ufffd" and not before.isprintable())
