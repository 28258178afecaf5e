"""The dates of the demo city, whenever it is loaded."""

import re
from datetime import date, datetime

import pytest

from home.demo.content import dates
from tests.home.demo_content import EVERYTHING, LANGUAGES, SOME_DAYS, STANDARD_PAGES, STRINGS, walk


@pytest.mark.parametrize("today", SOME_DAYS)
def test_every_date_can_be_read(today):
    fields = {"date", "starts", "ends", "start", "end", "highlight", "reviewed", "review_by"}
    found = [value for path, value in walk(EVERYTHING) if path.rpartition("/")[2] in fields]
    assert len(found) > 80
    for value in found:
        assert isinstance(dates.day_of(value, today), date)


def test_an_offset_counts_from_the_day_of_loading():
    assert dates.day_of({"days": -3}, date(2026, 3, 2)) == date(2026, 2, 27)


def test_a_weekday_is_the_first_on_or_after_the_offset():
    sunday = date(2026, 11, 22)
    assert dates.day_of({"days": 0, "weekday": 7}, sunday) == sunday
    assert dates.day_of({"days": 0, "weekday": 6}, sunday) == date(2026, 11, 28)


def test_a_moment_has_the_time_it_was_given():
    today = date(2026, 11, 22)
    morning = dates.moment_of({"days": 1, "time": "07:15"}, today)
    assert morning == datetime.fromisoformat("2026-11-23T07:15")
    assert dates.moment_of("2014-04-22T08:00", today) == datetime.fromisoformat("2014-04-22T08:00")


def test_a_date_that_is_none_is_refused():
    with pytest.raises(ValueError, match="Invalid isoformat"):
        dates.day_of("22 April 2014", date(2026, 11, 22))


@pytest.mark.parametrize(("code", "words_"), [("en", "22 April 2014"), ("sq", "22 prill 2014")])
def test_a_day_is_written_in_the_words_of_each_language(code, words_):
    assert dates.in_words(date(2014, 4, 22), code) == words_


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_days_inside_texts_are_filled_in_and_nothing_else_changes(language):
    today = date(2026, 11, 22)
    body = next(page for page in STANDARD_PAGES if page["key"] == "accessibility")["body"]
    filled = dates.fill(body[language], language, today)
    assert "{" not in str([value for _kind, value in filled if isinstance(value, str)])
    facts = [value for kind, value in filled if kind == "facts"][-1]
    last_checked = dates.in_words(date(2026, 11, 8), language)
    assert facts["items"][-1]["value"] == last_checked
    assert [kind for kind, _value in filled] == [kind for kind, _value in body[language]]


def test_only_days_stand_in_braces():
    braces = {found for _path, text in STRINGS for found in re.findall(r"\{.*?\}", text)}
    assert braces
    assert all(re.fullmatch(r"\{day:-?\d+\}", found) for found in braces)
