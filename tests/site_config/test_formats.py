"""Dates and numbers read as the city writes them."""

from datetime import date, time

import pytest
from django.utils import formats, translation


@pytest.mark.parametrize(
    ("language", "day", "number"),
    [("en", "22 April 2014", "6,340"), ("sq", "22 prill 2014", "6.340")],
)
def test_days_and_thousands_follow_the_language(language, day, number):
    with translation.override(language):
        assert formats.date_format(date(2014, 4, 22)) == day
        assert formats.number_format(6340, force_grouping=True) == number


@pytest.mark.parametrize("language", ["en", "sq"])
def test_the_day_has_twenty_four_hours(language):
    with translation.override(language):
        assert formats.time_format(time(20, 5)) == "20:05"
        assert formats.time_format(time(8)) == "8:00"
