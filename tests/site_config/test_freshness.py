"""No copy of a page outlives the moment at which the page changes by itself."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from wagtail import hooks

from site_config.freshness import limit_freshness, limit_page_freshness
from site_config.middleware import cache_public_pages
from site_config.models import BasePage

NOW = datetime(2014, 6, 30, 21, 50, tzinfo=UTC)


class ClockedPage:
    """A page that changes at a known moment."""

    def __init__(self, until: datetime | None) -> None:
        self.until = until

    def fresh_until(self, now: datetime) -> datetime | None:
        return self.until


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def directives(until: datetime | None) -> dict[str, str]:
    """Return the Cache-Control of a page that changes at ``until``, served by the whole chain."""

    def serve(page: ClockedPage, request: HttpRequest, args: list, kwargs: dict) -> HttpResponse:
        return HttpResponse("A page")

    def view(request: HttpRequest) -> HttpResponse:
        return limit_page_freshness(serve)(ClockedPage(until), request, [], {})

    response = cache_public_pages(view)(RequestFactory().get("/en/"))
    parts = (part.partition("=") for part in response["Cache-Control"].split(", "))
    return {name: value for name, _sign, value in parts}


@pytest.mark.parametrize(
    ("left", "shared", "browser", "stale"),
    [
        (timedelta(days=3), 600, 60, 60),
        (timedelta(minutes=10, seconds=30), 600, 60, 30),
        (timedelta(minutes=5), 300, 60, 0),
        (timedelta(seconds=20.9), 20, 20, 0),
        (timedelta(seconds=-1), 0, 0, 0),
    ],
)
def test_a_copy_is_gone_when_the_page_changes(left, shared, browser, stale):
    found = directives(NOW + left)
    assert found["s-maxage"] == str(shared)
    assert found["max-age"] == str(browser)
    assert found["stale-while-revalidate"] == str(stale)
    assert found["stale-if-error"] == "86400"


def test_a_page_that_only_edits_change_is_kept_for_the_usual_time():
    found = directives(None)
    assert (found["s-maxage"], found["max-age"]) == ("600", "60")


def test_the_nearest_of_several_limits_holds():
    response = HttpResponse()
    for minutes in (9, 3, 5):
        limit_freshness(response, NOW + timedelta(minutes=minutes))
    limit_freshness(response, None)
    assert response.fresh_until == NOW + timedelta(minutes=3)


def test_a_page_of_another_package_is_served_unlimited():
    response = limit_page_freshness(lambda *args: HttpResponse())(object(), HttpRequest(), [], {})
    assert not hasattr(response, "fresh_until")


def test_every_page_of_the_portal_is_served_through_the_limit():
    assert limit_page_freshness in hooks.get_hooks("on_serve_page")
    assert callable(BasePage.fresh_until)
