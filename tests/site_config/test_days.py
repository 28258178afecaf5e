"""Days are written as each language writes them."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from site_config.templatetags.portal import day


@pytest.mark.parametrize(
    ("language", "written"), [("en", "22 April 2014"), ("sq", "22 prill 2014")]
)
def test_a_day_is_written_in_the_readers_language(language, written):
    with translation.override(language):
        assert day(date(2014, 4, 22)) == written


def test_a_moment_is_written_as_the_day_it_falls_on_in_the_city():
    with translation.override("en"):
        assert day(datetime(2014, 4, 21, 23, 30, tzinfo=UTC)) == "22 April 2014"


def test_no_day_is_written_as_nothing():
    assert day(None) == ""
