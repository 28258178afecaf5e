"""Whatever a stranger sends to a public address: a clear page or a clear refusal, never a fault."""

from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from pytest_django import DjangoDbBlocker
from wagtail.models import Page, get_page_models

from community.models import Discussion
from site_config.models import BasePage, SiteDocument
from tests.bad_input import (
    ACCEPTED_LANGUAGES,
    BODIES,
    COOKIES,
    ENCODED_SEARCHES,
    FIELDS,
    FOREIGN_HOSTS,
    LONG,
    LONG_QUERIES,
    PAGE_NUMBERS,
    PATH_ENDS,
    SEARCHES,
    UNKNOWN_LANGUAGES,
    VALUES,
)
from tests.demo_city import DemoCity

pytestmark = pytest.mark.usefixtures("demo", "db")

# 422 is a form that is shown again with its errors.
CLEAR = {200, 301, 302, 303, 400, 403, 404, 405, 410, 413, 414, 415, 422, 429, 431}
# Words that a page with a fault's inside would hold.
INSIDES = (b"Traceback", b"settings.py", b"DoesNotExist", b"site-packages", b"DEBUG = True")
VIEWS = (
    "search",
    "search_description",
    "account_login",
    "account_signup",
    "account_reset_password",
    "account_logout",
    "community:account_menu",
    "community:follow_by_mail",
    "community:follow_sent",
    "community:discussions",
    "robots",
    "sitemap",
    "security_txt",
    "web_manifest",
)
# The lists that search among their own, and the views that look at cookies.
FILTERED = ("/en/news/", "/en/publications/")
CATALOGUES = (
    *("/en/publications/opds/new/", "/en/publications/opds2/", "/en/publications/opds2/search/"),
)
READERS_OF_COOKIES = (
    *("/en/", "/en/contact/", "/en/search/", "/en/account/login/", "/en/account/signup/"),
    *("/en/community/me/", "/en/community/me/menu/", "/admin/", "/admin/login/"),
)


@pytest.fixture(scope="module")
def pages(demo: DemoCity, django_db_blocker: DjangoDbBlocker) -> list[str]:
    """The path of one public page of each type, in English."""
    with django_db_blocker.unblock():
        public = Page.objects.live().public().filter(locale__language_code="en")
        types = [model for model in get_page_models() if issubclass(model, BasePage)]
        found = [public.exact_type(model).order_by("pk").first() for model in types]
        return sorted(page.url for page in found if page is not None)


@pytest.fixture(scope="module")
def places(pages: list[str], django_db_blocker: DjangoDbBlocker) -> list[str]:
    """The paths of those pages and of every kind of public view."""
    with django_db_blocker.unblock(), override("en"):
        discussion = Discussion.objects.filter(state=Discussion.State.VISIBLE)[0]
        document = SiteDocument.objects.order_by("pk")[0]
        return [
            *pages,
            *(reverse(name) for name in VIEWS),
            discussion.get_absolute_url(),
            reverse("community:member", args=[discussion.author_id]),
            document.url,
            "/admin/login/",
            *CATALOGUES,
            "/visits/",
        ]


@pytest.fixture
def client() -> Client:
    """A stranger who sees faults as they come, not as exceptions of a test."""
    return Client(raise_request_exception=False)


def fault_in(response: HttpResponse) -> str:
    """Say what is wrong with an answer to something malformed; nothing, if it is clear."""
    body = response.getvalue()
    if response.status_code not in CLEAR:
        return f"{response.status_code}"
    if any(word in body for word in INSIDES):
        return f"{response.status_code} tells of its inside"
    is_for_script = response["Content-Type"] == "application/json"
    if response.status_code in {400, 404} and not (is_for_script or is_designed(response, body)):
        return f"{response.status_code} without the portal's design"
    return ""


def is_designed(response: HttpResponse, body: bytes) -> bool:
    """Whether this is a page of the portal, as browsers get for what went wrong."""
    parts = (b"<!doctype html>", b'<html lang="', b"site.css", b"<h1", b'<main id="main"')
    return response["Content-Type"].startswith("text/html") and all(part in body for part in parts)


def faults(ask: Callable[[str], HttpResponse], urls: Iterator[str] | list[str]) -> list[str]:
    """Ask for all of these, and list what was not answered clearly."""
    told = [(url, fault_in(ask(url))) for url in urls]
    return [f"{fault} at {url[:120]}" for url, fault in told if fault]


def test_every_page_type_of_the_city_is_asked(pages):
    types = {model for model in get_page_models() if issubclass(model, BasePage)}

    assert len(pages) == len(types)


@pytest.mark.parametrize("number", PAGE_NUMBERS)
def test_page_numbers_that_no_list_has(client, places, number):
    assert faults(client.get, [f"{place}?page={number}" for place in places]) == []


@pytest.mark.parametrize("value", VALUES)
def test_filters_with_values_that_nothing_has(client, places, value):
    query = "&".join(f"{field}={value}" for field in FIELDS)

    assert faults(client.get, [f"{place}?{query}" for place in places]) == []


@pytest.mark.parametrize("value", ENCODED_SEARCHES)
def test_bytes_that_are_no_text_in_the_query(client, places, value):
    urls = [f"{place}?{field}={value}" for place in places for field in ("q", value)]

    assert faults(client.get, urls) == []


@pytest.mark.parametrize("end", PATH_ENDS)
def test_bytes_that_are_no_text_in_the_path(client, places, end):
    assert faults(client.get, [f"{place}{end}" for place in places]) == []


@pytest.mark.parametrize("query", LONG_QUERIES, ids=lambda query: query[:8])
def test_queries_of_100_kilobytes(client, places, query):
    assert faults(client.get, [f"{place}?{query}" for place in places]) == []


def test_paths_of_100_kilobytes(client):
    paths = [f"/en/{LONG}/", f"/{LONG}", "/en/" + "a/" * 50_000, f"/documents/1/{LONG}"]
    paths += [f"/documents/{'9' * 400}/a.pdf", f"/en/community/members/{'9' * 400}/"]

    assert faults(client.get, paths) == []


@pytest.mark.parametrize("words", SEARCHES)
def test_what_means_something_to_a_full_text_search(client, words):
    lists = ("/en/search/", "/en/search/opensearch.xml", *FILTERED)

    assert faults(client.get, [f"{place}?q={quote(words)}" for place in lists]) == []


@pytest.mark.parametrize("words", ['"', "NEAR(", "col:", "AND OR NOT", "-"])
def test_a_search_for_signs_alone_is_answered_by_the_search_page(client, words):
    response = client.get("/en/search/", {"q": words})

    assert response.status_code == 200
    assert b'name="q"' in response.content


@pytest.mark.parametrize("path", UNKNOWN_LANGUAGES)
def test_languages_that_the_portal_does_not_speak_in_the_path(client, path):
    assert faults(client.get, [path]) == []


@pytest.mark.parametrize("accepted", ACCEPTED_LANGUAGES, ids=lambda accepted: repr(accepted[:16]))
def test_languages_that_nobody_speaks_in_the_header(client, places, accepted):
    def ask(url: str) -> HttpResponse:
        return client.get(url, headers={"Accept-Language": accepted})

    assert faults(ask, ["/", *places[::4]]) == []


@pytest.mark.parametrize("host", FOREIGN_HOSTS, ids=lambda host: repr(host[:24]))
def test_a_foreign_host_gets_the_designed_page_and_asks_no_database(client, places, host):
    for place in ("/", *places[::4]):
        with CaptureQueriesContext(connection) as asked:
            response = client.get(place, headers={"Host": host})

        assert response.status_code == 400, place
        assert is_designed(response, response.content), place
        assert b"example" not in response.content, place
        assert len(asked) == 0, place


@pytest.mark.parametrize("cookies", COOKIES, ids=lambda cookies: repr(cookies[:24]))
def test_broken_cookies(client, places, cookies):
    def ask(url: str) -> HttpResponse:
        return client.get(url, headers={"Cookie": cookies})

    assert faults(ask, READERS_OF_COOKIES) == []


@pytest.mark.parametrize(("content_type", "body"), BODIES)
def test_bodies_that_no_form_sends(client, places, content_type, body):
    def ask(url: str) -> HttpResponse:
        return client.generic("POST", url, body, content_type=content_type)

    assert faults(ask, places) == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_methods_that_no_browser_uses(client, places, method):
    assert faults(lambda url: client.generic(method, url), places) == []


@pytest.mark.parametrize(("path", "language"), [("/sq/nuk-ka/", "sq"), ("/en/nothing/", "en")])
def test_a_page_is_not_found_in_the_readers_language(client, path, language):
    response = client.get(path)

    assert response.status_code == 404
    assert f'<html lang="{language}"' in response.content.decode()
