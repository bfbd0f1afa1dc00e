"""When something was, as the clock here showed it."""

import time
from datetime import datetime, timezone

import pytest

from mnist_pad.base.wording import moment


@pytest.fixture
def in_tokyo(monkeypatch):
    if not hasattr(time, "tzset"):
        pytest.skip("the zone cannot be set there")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_moment_of_this_year_needs_no_year(in_tokyo):
    year = datetime.now(timezone.utc).year
    assert moment(f"{year}-06-01T22:30:15.123+00:00") == "06-02 07:30"
    assert moment(f"{year}-06-01T22:30:15Z") == "06-02 07:30"


def test_a_moment_of_another_year_names_it(in_tokyo):
    assert moment("2001-12-31T20:00:00+00:00") == "2002-01-01 05:00"


def test_what_is_no_moment_is_left_as_it_is():
    assert moment("yesterday") == "yesterday"
