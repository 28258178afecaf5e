"""Alerts at the head of pages: in copies that serve everybody, renewed where they show it."""

from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from wagtail.contrib.frontend_cache.utils import PurgeBatch

from community.models import User
from home.models import HomePage
from site_config.alerts import purging
from site_config.alerts.clock import keep_alerts
from site_config.alerts.services import cancel_alert
from site_config.front_cache.sending import EVERYTHING
from site_config.models import AlertVersion
from site_config.templatetags.alerts import moment
from tests.factories.alerts import draft_alert, warn
from tests.factories.articles import ArticleIndexPageFactory, ArticlePageFactory
from tests.factories.community import UserFactory
from tests.factories.home import StandardPageFactory

pytestmark = pytest.mark.django_db
WHY = {"sq": "Stuhia kaloi.", "en": "The storm has passed."}


@pytest.fixture
def guard() -> User:
    """Somebody who publishes alerts."""
    return UserFactory()


@pytest.fixture(autouse=True)
def _after_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do at once what is done after a commit, which no test here makes."""
    monkeypatch.setattr(transaction, "on_commit", lambda done, robust=False: done())


@pytest.fixture
def purged(monkeypatch: pytest.MonkeyPatch, settings: object) -> list[str]:
    """The addresses that shared caches are asked to forget, or `EVERYTHING`."""
    backend = "wagtail.contrib.frontend_cache.backends.HTTPBackend"
    settings.WAGTAILFRONTENDCACHE = {
        "front": {"BACKEND": backend, "LOCATION": "http://127.0.0.1:9"}
    }
    asked: list[str] = []
    monkeypatch.setattr(PurgeBatch, "purge", lambda batch: asked.extend(batch.urls))
    monkeypatch.setattr(purging, "forget_everything", lambda: asked.append(EVERYTHING))
    return asked


def directives(response: object) -> dict[str, str]:
    parts = (part.partition("=") for part in response["Cache-Control"].split(", "))
    return {name: value for name, _sign, value in parts}


def paths(addresses: list[str]) -> set[str]:
    """Return paths without the host that serves them."""
    return {"/" + address.split("/", 3)[3] for address in addresses if address != EVERYTHING}


def test_an_alert_stands_above_the_header_of_every_page(
    client: Client, english_front: HomePage, guard: User
):
    page = StandardPageFactory(parent=english_front, locale=english_front.locale)
    version = warn(guard)

    for address in (page.url, "/en/search/", "/en/alerts/", "/en/nothing-here/"):
        html = client.get(address).content.decode()
        banner = html.index(f'data-alert="{version.alert.uid}.1"')
        assert html.index('<a class="skip"') < banner < html.index('class="site-header"'), address
        assert "A heavy storm over the city" in html
        assert "Stay inside." in html
    assert "Stuhi e fortë mbi qytet" in client.get("/sq/search/").content.decode()


def test_nothing_in_it_makes_a_page_personal(client: Client, english_front: HomePage, guard: User):
    warn(guard)

    response = client.get("/en/search/")

    assert not response.cookies
    assert "public" in response["Cache-Control"]
    assert "Vary" not in response or "Cookie" not in response["Vary"]
    html = response.content.decode()
    assert "csrfmiddlewaretoken" not in html
    assert "<script>" not in html
    assert " style=" not in html


def test_copies_live_a_minute_while_an_alert_runs_and_never_longer_than_it(
    client: Client, english_front: HomePage, guard: User
):
    before = directives(client.get("/en/"))
    version = warn(guard)
    running = directives(client.get("/en/"))
    AlertVersion.objects.filter(pk=version.pk).update(
        ends_at=timezone.now() + timedelta(seconds=20)
    )
    cache.clear()
    ending = directives(client.get("/en/"))

    assert before["s-maxage"] == "600"
    assert 55 <= int(running["s-maxage"]) <= 60
    assert running["stale-while-revalidate"] == "0"
    assert int(ending["s-maxage"]) <= 20
    assert int(ending["max-age"]) <= 20


def test_copies_end_when_an_alert_appears(client: Client, english_front: HomePage, guard: User):
    warn(guard, starts_at=timezone.now() + timedelta(seconds=90))

    found = directives(client.get("/en/"))

    assert 80 <= int(found["s-maxage"]) + int(found["stale-while-revalidate"]) <= 90


def test_a_warm_page_asks_nothing_for_its_alerts(
    client: Client, english_front: HomePage, guard: User, django_assert_num_queries: object
):
    warn(guard)
    client.get("/en/alerts/now/")

    with django_assert_num_queries(0):
        response = client.get("/en/alerts/now/")

    assert "A heavy storm over the city" in response.content.decode()


def test_what_runs_now_is_kept_for_seconds_and_known_by_its_mark(
    client: Client, english_front: HomePage, guard: User
):
    warn(guard)

    response = client.get("/en/alerts/now/")

    assert directives(response) == {"public": "", "max-age": "0", "s-maxage": "10"}
    again = client.get("/en/alerts/now/", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304
    assert not response.cookies


def test_an_alert_of_a_section_stands_there_alone(
    client: Client, english_front: HomePage, guard: User
):
    newsroom = ArticleIndexPageFactory(parent=english_front, locale=english_front.locale)
    inside = ArticlePageFactory(parent=newsroom, locale=english_front.locale)
    warn(guard, section=newsroom.page_ptr)

    shown = {
        address: "A heavy storm" in client.get(address).content.decode()
        for address in (newsroom.url, inside.url, "/en/", "/en/search/")
    }

    assert shown == {newsroom.url: True, inside.url: True, "/en/": False, "/en/search/": False}
    # Pages that were loaded earlier choose for themselves.
    assert f'data-paths="{newsroom.url}"' in client.get("/en/alerts/now/").content.decode()


def test_publishing_renews_every_page_and_a_draft_none(
    english_front: HomePage, guard: User, purged: list[str]
):
    draft_alert(guard)
    assert purged == []

    version = warn(guard)

    assert EVERYTHING in purged
    uid = version.alert.uid
    assert paths(purged) >= {
        *(f"/{code}/alerts/{rest}" for code in ("sq", "en") for rest in ("", "now/", "feed/")),
        *(f"/{code}/alerts/{uid}/" for code in ("sq", "en")),
        "/alerts/cap.xml",
    }


def test_an_alert_of_a_section_renews_that_section_alone(
    english_front: HomePage, guard: User, purged: list[str]
):
    newsroom = ArticleIndexPageFactory(parent=english_front, locale=english_front.locale)
    inside = ArticlePageFactory(parent=newsroom, locale=english_front.locale)
    StandardPageFactory(parent=english_front, locale=english_front.locale)
    version = warn(guard, section=newsroom.page_ptr)

    assert EVERYTHING not in purged
    pages = {path for path in paths(purged) if "/alerts/" not in path}
    assert pages == {newsroom.url, inside.url}

    # An update for everybody renews all; one that goes back into the section has stood everywhere.
    for section in (None, newsroom.page_ptr):
        purged.clear()
        warn(guard, uid=version.alert.uid, section=section)
        assert EVERYTHING in purged


def test_pages_are_renewed_when_an_alert_begins_changes_and_ends_and_not_in_between(
    english_front: HomePage, guard: User, purged: list[str], monkeypatch: pytest.MonkeyPatch
):
    start = timezone.now() + timedelta(hours=1)
    version = warn(guard, starts_at=start)
    assert purged == []

    renewed = []
    for at in (start, start + timedelta(minutes=1), version.ends_at, version.ends_at):
        monkeypatch.setattr("django.utils.timezone.now", lambda at=at: at)
        keep_alerts()
        renewed.append(EVERYTHING in purged)
        purged.clear()

    assert renewed == [True, False, True, False]


def test_cancelling_renews_every_page(english_front: HomePage, guard: User, purged: list[str]):
    version = warn(guard)
    purged.clear()

    cancel_alert(uid=version.alert.uid, notes=WHY, user=guard)

    assert EVERYTHING in purged


def test_the_list_tells_what_runs_and_what_is_over(
    client: Client, english_front: HomePage, guard: User
):
    warn(guard, headline="Now it rains", level="yellow")
    over = warn(guard, headline="It has rained")
    cancel_alert(uid=over.alert.uid, notes=WHY, user=guard)

    response = client.get("/en/alerts/")

    assert [str(version) for version in response.context["running"]] == ["Now it rains"]
    assert [version.message for version in response.context["past"]] == ["Cancel"]
    assert "Now it rains" in response.content.decode()


def test_a_calm_city_says_so(client: Client, english_front: HomePage):
    assert "No alert is in force" in client.get("/en/alerts/").content.decode()


def test_an_alert_that_is_over_keeps_its_page_and_its_history(
    client: Client, english_front: HomePage, guard: User
):
    first = warn(guard, headline="Rain")
    warn(guard, uid=first.alert.uid, headline="Flood", note="The river rises.")
    cancel_alert(uid=first.alert.uid, notes=WHY, user=guard)

    page = client.get(f"/en/alerts/{first.alert.uid}/").content.decode()

    assert "Why it was cancelled" in page
    assert "The storm has passed." in page
    assert "The river rises." in page
    assert "<b>Rain</b>" in page
    assert "data-alert=" not in page


@pytest.mark.parametrize(
    ("language", "written"), [("en", "22 April 2014, 21:10"), ("sq", "22 prill 2014, 21:10")]
)
def test_moments_are_written_in_the_citys_time(language: str, written: str):
    late = datetime.fromisoformat("2014-04-22T19:10:00+00:00")

    with override(language), timezone.override("America/New_York"):
        assert moment(late) == written
        assert moment(None) == ""


def test_what_staff_write_is_shown_as_text(client: Client, english_front: HomePage, guard: User):
    version = warn(guard, headline='<script>alert("x")</script>')

    for address in ("/en/", "/en/alerts/", f"/en/alerts/{version.alert.uid}/"):
        assert '<script>alert("x")' not in client.get(address).content.decode()
