"""Figures by day, month and year, as table, chart and CSV, at a price that does not grow."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from django.utils.formats import date_format

from partners.desk.figures.charts import HEIGHT, draw, round_top
from partners.desk.figures.disclosure import FEW, Cell, Kind
from partners.desk.figures.reading import Series, by_year, read_days, read_months
from site_config.models import DailyTotal
from site_config.visits import VisitKind, subject_of
from tests.factories.partner_desk import (
    DeskAssetFactory,
    DeskDocumentFactory,
    DeskPlacementFactory,
    DeskThreadFactory,
)
from tests.factories.partners import PartnerTierFactory
from tests.partners.desk.conftest import count

pytestmark = pytest.mark.django_db

SUBJECT = "placement.1"
VIEWS = Series(VisitKind.VIEW, SUBJECT)


def total(day: date, number: int) -> None:
    DailyTotal.objects.create(day=day, kind=VisitKind.VIEW, subject=SUBJECT, count=number)


def rows(response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_days_are_told_from_five_on():
    total(date(2026, 3, 1), 5)
    total(date(2026, 3, 2), 4)

    told = read_days([VIEWS], date(2026, 3, 1), date(2026, 3, 3))[VIEWS]

    assert list(told.values()) == [Cell(Kind.EXACT, 5), FEW, FEW]


def test_months_and_years_are_added_up_by_the_database():
    for day in range(1, 29):
        total(date(2026, 2, day), 10)
        total(date(2026, 3, day), 2)
    total(date(2026, 4, 1), 100)
    total(date(2026, 4, 2), 3)

    months = read_months([VIEWS], date(2026, 6, 1))[VIEWS]

    assert months == {
        date(2026, 2, 1): Cell(Kind.EXACT, 280),
        date(2026, 3, 1): Cell(Kind.EXACT, 56),
        date(2026, 4, 1): Cell(Kind.AT_LEAST, 100),
    }
    assert by_year(months) == {date(2026, 1, 1): Cell(Kind.AT_LEAST, 436)}


def test_a_month_is_not_told_day_by_day_while_it_runs():
    for day in range(1, 11):
        total(date(2026, 3, day), 3)

    assert read_months([VIEWS], date(2026, 3, 10))[VIEWS] == {date(2026, 3, 1): FEW}


def test_days_on_which_nobody_could_come_hide_nothing():
    """Two days of one month: who knows that the logo came on the 30th knows of 28 zeros."""
    total(date(2026, 3, 30), 4)
    total(date(2026, 3, 31), 4)

    assert read_months([VIEWS], date(2026, 5, 1))[VIEWS] == {date(2026, 3, 1): FEW}


def test_the_running_day_is_not_told(seat):
    count(seat.page, d0=1234, d1=56)

    page = seat.client.get(seat.url("figures/"), {"by": "day"}).content.decode()

    assert "1,234" not in page
    month = f"{timezone.localdate() - timedelta(days=1):%Y-%m}"
    table = seat.client.get(seat.url("figures.csv"), {"by": "day", "month": month})
    assert "1234" not in table.content.decode()
    assert "56" in table.content.decode()


@pytest.mark.parametrize("by", ["day", "month", "year"])
@pytest.mark.parametrize("of", ["all", "page"])
def test_a_chart_stands_beside_a_table_that_says_the_same(seat, of, by):
    count(seat.page, d1=20, d2=30)

    page = seat.client.get(seat.url("figures/"), {"of": of, "by": by}).content.decode()

    assert '<svg viewBox="0 0 ' in page
    assert 'role="img" aria-label="' in page
    assert "<table" in page
    assert "style=" not in page.partition("<main")[2].partition("</main>")[0]


def test_small_numbers_stand_in_no_table_chart_or_export(seat):
    placement = DeskPlacementFactory(partner=seat.partner, name="Foot")
    for kind in (VisitKind.VIEW, VisitKind.CLICK):
        count(placement, kind, **{f"d{ago}": 4 for ago in range(1, 25)})
    asked = {"of": f"placement-{placement.pk}", "by": "day"}

    table = rows(seat.client.get(seat.url("figures.csv"), asked))
    response = seat.client.get(seat.url("figures/"), asked)

    assert {cell for row in table[1:] for cell in row[1:]} == {"too few"}
    assert all(bar.cell == FEW for chart in response.context["charts"] for bar in chart.bars)


def test_an_export_runs_no_formula(seat):
    placement = DeskPlacementFactory(partner=seat.partner, name='=HYPERLINK("https://evil")')
    count(placement, d2=50)

    table = rows(
        seat.client.get(seat.url("figures.csv"), {"of": f"placement-{placement.pk}", "by": "year"})
    )

    assert table[0][1].startswith("'=HYPERLINK")
    assert [row[1] for row in table[1:]][-1] in {"50", "at least 50"}


@pytest.mark.parametrize(
    "asked",
    [
        {"of": "nothing"},
        {"of": "placement-999999"},
        {"by": "hour"},
        {"by": "day", "month": "x"},
        {"by": "day", "month": "9999-01"},
        {"by": "day", "month": "1999-12"},
        {"by": "day", "month": "2026-13"},
    ],
)
@pytest.mark.parametrize("path", ["figures/", "figures.csv"])
def test_what_there_is_no_figure_of_is_not_found(seat, asked, path):
    assert seat.client.get(seat.url(path), asked).status_code == 404


def test_promised_stands_beside_delivered(seat):
    placement = DeskPlacementFactory(partner=seat.partner, name="Foot", promised_views=1000)
    count(placement, **{f"d{ago}": 10 for ago in range(1, 76)})

    page = seat.client.get(seat.url()).content.decode()

    assert "1,000" in page
    assert "750" in page
    assert "75 % of what was promised" in page


def test_the_desk_says_what_the_tier_brings_and_when_all_has_ended(seat):
    benefits = "<p>A large logo on the wall.</p>"
    seat.page.tier = PartnerTierFactory(name="Sustaining partners", benefits=benefits)
    seat.page.save()
    DeskPlacementFactory(partner=seat.partner, name="Foot")
    ended = timezone.localdate() - timedelta(days=2)
    seat.partner.terms.update(ends_on=ended)

    page = seat.client.get(seat.url()).content.decode()

    assert "Sustaining partners" in page
    assert "A large logo on the wall." in page
    assert f"– {date_format(ended, 'DATE_FORMAT')}</td>" in page


def test_bars_are_as_high_as_their_numbers():
    cells = [Cell(Kind.EXACT, 50), FEW, Cell(Kind.AT_LEAST, 100)]

    chart = draw("Views", [date(2026, 3, day) for day in (1, 2, 3)], cells, FEW)

    assert chart.top == 100
    assert [bar.height for bar in chart.bars] == [HEIGHT // 2, 30, HEIGHT]
    assert chart.highest.period == date(2026, 3, 3)


@pytest.mark.parametrize(("number", "top"), [(0, 10), (9, 10), (11, 20), (61, 80), (1234, 2000)])
def test_a_scale_ends_with_a_round_number(number, top):
    assert round_top(number) == top


PATHS = ("", "figures/", "figures/?by=day", "figures.csv?by=day", "figures.csv", "assets/",
         "messages/", "page/en/")  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("size", [2, 30])
def test_a_desk_asks_the_same_however_full_it_is(seat, path, size, django_assert_max_num_queries):
    for number in range(size):
        placement = DeskPlacementFactory(partner=seat.partner)
        count(placement, **{f"d{ago}": 5 + number for ago in range(1, size)})
        DeskAssetFactory(partner=seat.partner)
        DeskDocumentFactory(partner=seat.partner)
        DeskThreadFactory(partner=seat.partner)
    seat.client.get(seat.url())
    seat.client.get(seat.url(path))
    cache.touch("warm")

    with django_assert_max_num_queries(15):
        assert seat.client.get(seat.url(path)).status_code == 200


def test_subjects_are_those_that_are_counted(seat):
    placement = DeskPlacementFactory(partner=seat.partner)

    assert subject_of(placement) == f"placement.{placement.pk}"
    assert subject_of(seat.page) == f"page.{seat.page.pk}"
