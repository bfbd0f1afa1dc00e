"""Which language is spoken, and catalogues as they are read without Qt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnist_pad.base.errors import UsageError
from mnist_pad.base.languages import catalogue, of_terminal, read_catalogue, spoken
from mnist_pad.base.wording import translate


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], "en"),
        (["zh_CN"], "zh_CN"),
        (["zh-Hans-CN", "en-US"], "zh_CN"),
        (["de-DE", "zh"], "zh_CN"),
        (["en-GB", "zh"], "en"),
        (["de_DE.UTF-8"], "en"),
        (["zhuang"], "en"),
    ],
)
def test_the_first_language_that_is_known_is_spoken(names, expected):
    assert spoken(names) == expected


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh_CN"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}, "en"),
    ],
)
def test_a_terminal_says_it_as_posix_and_gettext_have_it(environment, expected):
    assert of_terminal(environment) == expected


@given(st.lists(st.text(max_size=12)))
def test_whatever_a_system_calls_its_languages_one_is_spoken(names):
    assert spoken(names) in ("en", "zh_CN")


def test_a_catalogue_translates_by_context_and_leaves_what_it_does_not_know():
    said = read_catalogue(catalogue("zh_CN", "ts"))
    assert said("Settings", "Learning rate") == "学习率"
    assert said("AccuracyPanel", "step") == "step"
    assert said("Settings", "no such text") == "no such text"
    # Reading it has installed nothing.
    assert translate("Settings", "Learning rate") == "Learning rate"


@pytest.mark.parametrize("content", [None, b"", b"<TS><context>", b"\x00\xff" * 100])
def test_a_missing_or_damaged_catalogue_is_named(tmp_path, content):
    path = tmp_path / "mnist-pad_zh_CN.ts"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=r"zh_CN\.ts: expected a catalogue of translations"):
        read_catalogue(path)
