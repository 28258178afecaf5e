"""Visits: what is counted, who is left out, and what figures say."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks

from home.models import HomePage
from site_config.models import DailyTotal, SiteDocument, VisitKind
from site_config.retention import remove_what_is_too_old
from site_config.visits import VISIT_TARGET_HOOK, count, subject_of, sums, totals, with_sum
from site_config.visits.buffer import VisitBuffer
from site_config.visits.subjects import UnknownVisitError, make_mark, read_mark
from site_config.visits.visitors import LIMIT
from tests.factories.site_config import SiteDocumentFactory

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
BROWSER = {"User-Agent": FIREFOX, "Sec-Fetch-Site": "same-origin"}


def send(client: Client, mark: str, headers: dict[str, str] = BROWSER):
    """Send a mark as `navigator.sendBeacon` does."""
    return client.post("/visits/", mark, content_type="text/plain;charset=UTF-8", headers=headers)


def counted() -> dict[tuple[str, str], int]:
    return {(row.kind, row.subject): row.count for row in DailyTotal.objects.all()}


# The beacon -------------------------------------------------------------------------------------


def test_a_page_that_is_seen_is_counted_on_its_day(client, english_front):
    html = client.get(english_front.url, follow=True).content.decode()
    mark = html.split('data-visit="')[1].split('"')[0]
    for _visit in range(2):
        assert send(client, mark).status_code == 204
    row = DailyTotal.objects.get()
    assert (row.day, row.kind, row.count) == (timezone.localdate(), "view", 2)
    assert row.subject == subject_of(english_front) == f"page.{english_front.pk}"


def test_a_visit_leaves_no_cookie_opens_no_session_and_is_kept_by_nobody(client):
    response = send(client, make_mark(VisitKind.VIEW, "page.1"))
    assert not response.cookies
    assert not client.cookies
    assert "no-store" in response["Cache-Control"]
    assert response.content == b""


def test_a_total_holds_nothing_of_a_person():
    names = {field.name for field in DailyTotal._meta.get_fields()}
    assert names == {"id", "day", "kind", "subject", "count"}


@pytest.mark.parametrize(
    "changes",
    [
        {"Sec-GPC": "1"},
        {"DNT": "1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": ""},
        {"Sec-Purpose": "prefetch;prerender"},
        {"Purpose": "prefetch"},
        {"User-Agent": ""},
        {"User-Agent": "curl/8.5.0"},
        {"User-Agent": "Mozilla/5.0 (compatible; ExampleBot/2.1)"},
        {"User-Agent": FIREFOX.replace("Firefox", "HeadlessChrome")},
    ],
    ids=str,
)
def test_who_asks_for_it_and_what_is_no_reader_is_left_out(client, changes):
    headers = {name: value for name, value in (BROWSER | changes).items() if value}
    assert send(client, make_mark(VisitKind.VIEW, "page.1"), headers).status_code == 204
    assert counted() == {}


@pytest.mark.parametrize(
    "agent",
    [
        FIREFOX,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
        " Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
        " Chrome/138.0.0.0 Mobile Safari/537.36 EdgA/138.0.0.0",
    ],
)
def test_browsers_of_people_are_counted(client, agent):
    send(client, make_mark(VisitKind.VIEW, "page.1"), BROWSER | {"User-Agent": agent})
    assert counted() == {("view", "page.1"): 1}


@pytest.mark.parametrize(
    "body",
    [
        *("", "view:page.1", "view:page.1:forged", "nonsense", "\x00", "ë", "x" * 100_000),
        make_mark(VisitKind.VIEW, "page.1")[:-1],
        make_mark(VisitKind.VIEW, "page.1").replace("page.1", "page.2"),
        make_mark(VisitKind.VIEW, "page.1").replace("view", "click"),
    ],
    ids=lambda body: repr(body[:20]),
)
def test_nobody_invents_a_subject(client, body):
    assert send(client, body).status_code == 400
    assert counted() == {}


def test_a_beacon_is_posted(client):
    assert client.get("/visits/").status_code == 405


def test_one_sender_does_not_count_without_end(client):
    mark = make_mark(VisitKind.VIEW, "page.1")
    for _visit in range(LIMIT.times + 5):
        assert send(client, mark).status_code == 204
    assert counted() == {("view", "page.1"): LIMIT.times}


def test_a_beacon_asks_the_database_for_nothing_but_its_sum(client, django_assert_num_queries):
    with django_assert_num_queries(3):  # the sum within a transaction
        send(client, make_mark(VisitKind.VIEW, "page.1"))


def test_previews_and_error_pages_do_not_count_themselves(client, english_front):
    preview = HomePage.objects.get(pk=english_front.pk).make_preview_request()
    assert b"data-visit=" not in preview.content
    assert b"data-visit=" not in client.get("/en/no-such-page/").content


# The way on -------------------------------------------------------------------------------------


@pytest.fixture
def document() -> SiteDocument:
    return SiteDocumentFactory()


def way_to(document: SiteDocument) -> str:
    mark = make_mark(VisitKind.DOWNLOAD, subject_of(document))
    return reverse("follow_visit", args=[mark])


def test_a_counted_link_leads_to_its_document(client, document):
    response = client.get(way_to(document), headers=BROWSER)
    assert (response.status_code, response["Location"]) == (302, document.url)
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert counted() == {("download", f"sitedocument.{document.pk}"): 1}


def test_programs_and_those_who_look_first_are_led_on_and_not_counted(client, document):
    assert client.get(way_to(document)).status_code == 302
    assert client.head(way_to(document), headers=BROWSER).status_code == 302
    assert counted() == {}


@pytest.mark.parametrize(
    "mark",
    [
        *("x", "https:evil.example", "click:page.1:forged", "a" * 5000),
        make_mark(VisitKind.CLICK, "nothing.1"),
        make_mark(VisitKind.DOWNLOAD, "sitedocument.999999"),
    ],
    ids=lambda mark: mark[:20],
)
def test_a_counted_link_leads_nowhere_else(client, mark):
    response = client.get(reverse("follow_visit", args=[mark]), headers=BROWSER)
    assert response.status_code == 404
    assert counted() == {}


def test_a_link_of_another_app_is_counted_and_led_on(client, english_front):
    template = Template('{% load visits %}<a {% counted_link "click" page "/somewhere/" %}>x</a>')
    html = template.render(Context({"page": english_front}))
    assert 'data-visit-href="/somewhere/"' in html
    way = html.split('href="')[1].split('"')[0]

    def targets():
        return {"page": lambda pk: f"/now-at/{pk}/"}

    with hooks.register_temporarily(VISIT_TARGET_HOOK, targets):
        response = client.get(way, headers=BROWSER)
    assert response["Location"] == f"/now-at/{english_front.pk}/"
    assert counted() == {("click", f"page.{english_front.pk}"): 1}


def test_a_block_without_its_document_is_no_link():
    assert Template("{% load visits %}[{% counted_document nothing %}]").render(Context()) == "[]"


def test_machines_are_asked_not_to_follow_counted_links(client):
    assert "Disallow: /visits/" in client.get("/robots.txt").content.decode()


# Figures ----------------------------------------------------------------------------------------


@pytest.fixture
def figures() -> None:
    for day, number in (("2024-12-31", 1), ("2025-01-01", 2), ("2025-01-31", 4), ("2025-02-01", 8)):
        DailyTotal.objects.create(day=day, kind="view", subject="page.1", count=number)
    DailyTotal.objects.create(day="2025-01-01", kind="click", subject="page.1", count=100)
    DailyTotal.objects.create(day="2025-01-01", kind="view", subject="page.2", count=16)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("day", {date(2025, 1, 1): 2, date(2025, 1, 31): 4, date(2025, 2, 1): 8}),
        ("month", {date(2025, 1, 1): 6, date(2025, 2, 1): 8}),
        ("year", {date(2025, 1, 1): 14}),
    ],
)
@pytest.mark.usefixtures("figures")
def test_figures_are_told_by_day_month_or_year(django_assert_num_queries, by, expected):
    since, until = date(2025, 1, 1), date(2025, 12, 31)
    with django_assert_num_queries(1):
        told = totals(VisitKind.VIEW, ["page.1", "page.2", "page.3"], since, until, by)
    assert told == {"page.1": expected, "page.2": {date(2025, 1, 1): 16}, "page.3": {}}


@pytest.mark.usefixtures("figures")
def test_nothing_is_told_of_no_subject_or_no_day():
    day = date(2025, 1, 1)
    assert totals(VisitKind.VIEW, [], day, day) == {}
    assert totals(VisitKind.VIEW, ["page.1"], day, day - timedelta(days=1)) == {"page.1": {}}


@pytest.mark.usefixtures("figures")
def test_sums_are_those_since_counting_began():
    assert sums(VisitKind.VIEW, ["page.1", "page.3"]) == {"page.1": 15, "page.3": 0}


def test_a_list_of_rows_is_ordered_by_its_figures():
    first, second = SiteDocumentFactory(), SiteDocumentFactory()
    count(VisitKind.DOWNLOAD, subject_of(second))
    count(VisitKind.VIEW, subject_of(first))
    rows = with_sum(SiteDocument.objects.all(), "downloads", VisitKind.DOWNLOAD, SiteDocument)
    listed = rows.order_by("-downloads").values_list("pk", "downloads")
    assert list(listed) == [(second.pk, 1), (first.pk, 0)]


def test_totals_go_after_ten_years():
    today = timezone.localdate()
    for years in (9, 11):
        day = today - timedelta(days=365 * years)
        DailyTotal.objects.create(day=day, kind="view", subject="page.1", count=1)
    assert remove_what_is_too_old()["daily totals"] == 1
    assert DailyTotal.objects.get().day.year >= today.year - 9


# Names ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "subject", ["", "page", "page.0", "page.x", "Page.1", "page.1/../2", "p" * 80]
)
def test_what_is_no_subject_is_refused_where_it_is_made(subject):
    with pytest.raises(ValueError, match="called"):
        count(VisitKind.VIEW, subject)
    with pytest.raises(ValueError, match="called"):
        make_mark(VisitKind.VIEW, subject)


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="not a valid"):
        count("hug", "page.1")


def test_a_mark_is_read_as_it_was_made():
    assert read_mark(make_mark(VisitKind.CLICK, "placement.7")) == ("click", "placement.7")
    with pytest.raises(UnknownVisitError):
        read_mark("click:placement.7")


# The writer -------------------------------------------------------------------------------------


def test_counts_wait_in_memory_and_are_written_as_sums(django_assert_num_queries):
    buffer = VisitBuffer(seconds=0)
    buffer.seconds = 3600
    buffer._thread = object()  # a writer that never comes
    today = timezone.localdate()
    with django_assert_num_queries(0):
        for _visit in range(1000):
            buffer.add(today, "view", "page.1")
    assert buffer.waiting() == {(today, "view", "page.1"): 1000}
    buffer.flush()
    assert counted() == {("view", "page.1"): 1000}
    assert not buffer.waiting()


def test_counts_wait_for_a_database_that_is_away(monkeypatch):
    buffer = VisitBuffer(seconds=0)

    def refuse(counts):
        raise DatabaseError

    with monkeypatch.context() as away:
        away.setattr("site_config.visits.buffer.add_to_totals", refuse)
        buffer.add(timezone.localdate(), "view", "page.1", 2)
        assert counted() == {}
    buffer.add(timezone.localdate(), "view", "page.1")
    assert counted() == {("view", "page.1"): 3}


def test_a_child_process_writes_nothing_of_its_parents():
    buffer = VisitBuffer(seconds=3600)
    buffer._thread = object()
    buffer.add(timezone.localdate(), "view", "page.1")
    buffer._begin()
    assert not buffer.waiting()
    assert buffer._thread is None
