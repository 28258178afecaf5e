"""What every answer says about itself."""

from urllib.parse import urlencode

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.client import MULTIPART_CONTENT
from django.utils.translation import override

from site_config import views
from site_config.middleware import MOST_PUBLIC_FIELDS, cache_public_pages

pytestmark = pytest.mark.django_db

PUBLIC_ADDRESSES = ["/robots.txt", "/sitemap.xml", "/manifest.webmanifest"]


@pytest.mark.parametrize("address", PUBLIC_ADDRESSES)
def test_public_answers_are_one_document_for_everybody(client: Client, address: str):
    response = client.get(address)

    assert response.status_code == 200
    assert "public" in response["Cache-Control"]
    assert "s-maxage=" in response["Cache-Control"]
    assert "stale-while-revalidate=" in response["Cache-Control"]
    assert "stale-if-error=86400" in response["Cache-Control"]
    assert response["ETag"].startswith('"')
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("address", PUBLIC_ADDRESSES)
def test_an_unchanged_answer_is_not_sent_again(client: Client, address: str):
    etag = client.get(address)["ETag"]

    response = client.get(address, headers={"If-None-Match": etag})

    assert response.status_code == 304
    assert response.content == b""


@pytest.mark.parametrize("length", ["x", "-1", "1e9", "\u0663"])
def test_a_content_length_that_is_no_number_is_refused(client: Client, length: str):
    answer = client.post("/en/account/login/", CONTENT_LENGTH=length)

    assert answer.status_code == 400


def test_a_form_with_a_token_is_kept_by_nobody(client: Client):
    response = client.get("/en/account/login/")

    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert "ETag" not in response


def test_an_answer_that_looked_at_the_session_is_private():
    request = RequestFactory().get("/")
    request.session = Client().session
    request.session.accessed = True

    response = cache_public_pages(lambda request: HttpResponse("mine"))(request)

    assert response["Cache-Control"] == "private, no-store"


def test_a_view_that_calls_itself_public_is_overruled_when_it_is_personal():
    request = RequestFactory().get("/")
    request.session = Client().session
    request.session.accessed = True

    def view(request):
        return HttpResponse("mine", headers={"Cache-Control": "public, max-age=60"})

    assert cache_public_pages(view)(request)["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "address",
    ["/en/search/?q=%00", "/en/search/?q=a%FFb", "/en/%00/", "/en/search/?%FF=1", "/en/%FF%FE/"],
)
def test_malformed_addresses_are_refused_before_any_view(client: Client, address: str):
    response = client.get(address)

    assert response.status_code in {400, 404}


@pytest.mark.parametrize(
    ("address", "language", "words"),
    [
        ("/en/search/?q=%00", "en", "We could not read that"),
        ("/sq/search/?q=%00", "sq", "Nuk arritëm ta lexojmë"),
    ],
)
def test_a_malformed_address_is_answered_by_a_page(
    client: Client, address: str, language: str, words: str
):
    response = client.get(address)

    assert response.status_code == 400
    assert f'<html lang="{language}"' in response.content.decode()
    assert words in response.content.decode()
    assert "style-src 'self'" in response["Content-Security-Policy"]


def test_a_foreign_host_is_refused(client: Client):
    response = client.get("/en/search/", headers={"Host": "evil.example"})

    assert response.status_code == 400


def test_the_public_policy_allows_nothing_inline_and_nothing_foreign(client: Client):
    policy = client.get("/en/search/")["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_only_the_admin_has_the_wider_policy(client: Client, admin_user):
    client.force_login(admin_user)

    assert "'unsafe-inline'" in client.get("/admin/")["Content-Security-Policy"]
    assert "'unsafe-inline'" not in client.get("/administrator/")["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ],
)
def test_every_answer_carries_the_protective_headers(client: Client, header: str, value: str):
    assert client.get("/en/search/")[header] == value


def test_a_lost_database_is_a_pause_and_not_a_fault(client: Client, monkeypatch):
    def lose(*args: object, **kwargs: object) -> None:
        raise OperationalError("the connection is closed")

    monkeypatch.setattr(views, "sitemap_entries", lose)
    client.raise_request_exception = False

    response = client.get("/sitemap.xml")

    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response["Cache-Control"] == "no-store"


def test_a_fault_of_our_own_is_a_500_that_tells_no_secret(client: Client, monkeypatch):
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("password=secret")

    monkeypatch.setattr(views, "sitemap_entries", fail)
    client.raise_request_exception = False

    response = client.get("/sitemap.xml")

    assert response.status_code == 500
    assert b"secret" not in response.content


@pytest.mark.parametrize("answer", [views.server_error, views.service_unavailable])
def test_a_failing_portal_speaks_both_languages_without_its_database(answer, monkeypatch):
    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.ensure_connection", None)

    with override("sq"):
        html = answer(RequestFactory().get("/")).content.decode()

    assert html.count("<h1>") == 1
    assert '<section class="mt" lang="en">' in html
    assert '<a class="tool" href="/en/" lang="en" hreflang="en">English</a>' in html


@pytest.mark.parametrize("address", ["/admin/nothing/", "/media/nothing.jpg", "/documents/9/x.pdf"])
def test_what_stands_outside_the_languages_is_looked_for_once(
    client: Client, address: str, admin_user
):
    client.force_login(admin_user)

    assert client.get(address).status_code == 404


def test_a_preview_may_stand_in_the_editors_frame(client: Client, admin_user, site):
    client.force_login(admin_user)
    page = site.root_page
    form = {"title": page.title, "slug": page.slug, "sections-count": 0}
    client.post(f"/admin/pages/{page.pk}/edit/preview/", form)

    response = client.get(f"/admin/pages/{page.pk}/edit/preview/?in_preview_panel=true")

    assert response.status_code == 200
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_a_missing_page_is_the_portals_own_in_development(client: Client, site, settings):
    settings.DEBUG = True
    assert b"Request URL" in client.get("/en/nothing-here/").content

    settings.MIDDLEWARE = [
        *settings.MIDDLEWARE,
        "site_config.middleware.MissingPageMiddleware",
    ]
    response = Client().get("/en/nothing-here/")

    assert response.status_code == 404
    assert "404.html" in [template.name for template in response.templates]


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", MULTIPART_CONTENT])
def test_only_the_admin_takes_forms_of_many_fields(client: Client, admin_user, site, kind):
    fields = {f"field-{number}": "x" for number in range(MOST_PUBLIC_FIELDS + 1)}
    fields |= {"title": "City", "slug": "city", "sections-count": "0"}
    body = urlencode(fields) if kind != MULTIPART_CONTENT else fields

    assert client.post("/en/account/login/", body, content_type=kind).status_code == 400

    client.force_login(admin_user)
    address = f"/admin/pages/{site.root_page.pk}/edit/preview/"
    assert client.post(address, body, content_type=kind).status_code == 200


def test_a_form_of_as_many_fields_as_there_may_be_is_taken(client: Client, site):
    fields = {f"field-{number}": "x" for number in range(MOST_PUBLIC_FIELDS)}

    assert client.post("/en/account/login/", fields).status_code == 200
