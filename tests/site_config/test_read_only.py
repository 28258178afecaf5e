"""While the portal only reads, reading works, nothing is written, and no word is lost."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg2
import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from site_config import views
from site_config.models import DailyTotal, RateCount
from site_config.rate_limits import Limit, count_use
from site_config.settings import databases
from site_config.visits import VisitKind, count, subject_of
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db

WORDS = "The bench at the corner has been broken since March.\nPlease mend it."
READING = ("/en/", "/en/search/?q=bench", "/robots.txt", "/sitemap.xml", "/en/account/login/")
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


@pytest.fixture
def _read_only(settings) -> None:
    settings.READ_ONLY = True
    settings.SESSION_ENGINE = "site_config.read_only"


@pytest.fixture
def member(client: Client):
    """Somebody who has signed in before the portal began to read only."""
    person = UserFactory()
    client.force_login(person)
    return person


@pytest.mark.usefixtures("english_front")
def test_reading_works_and_writes_nothing(client: Client, member, settings):
    settings.READ_ONLY, settings.SESSION_ENGINE = True, "site_config.read_only"
    for visitor in (Client(), client):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            for address in READING:
                assert visitor.get(address).status_code in {200, 302}, address
        assert not [query for query in queries if query["sql"].startswith(WRITES)]


def test_whoever_is_signed_in_stays_so(client: Client, member, settings):
    before = set(Session.objects.values_list("session_key", "session_data"))
    settings.READ_ONLY, settings.SESSION_ENGINE = True, "site_config.read_only"

    response = client.get("/en/account/")

    assert response.status_code in {200, 302}
    assert "/login/" not in response.get("Location", "")
    assert set(Session.objects.values_list("session_key", "session_data")) == before


@pytest.mark.usefixtures("_read_only")
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_every_request_that_writes_is_told_to_come_back(client: Client, method: str):
    for address in ("/en/account/login/", "/visits/", "/admin/pages/2/edit/", "/en/nothing/"):
        response = getattr(client, method)(address)

        assert response.status_code == 503
        assert response["Retry-After"] == "300"
        assert "no-store" in response["Cache-Control"]
        assert not response.cookies


@pytest.mark.usefixtures("_read_only")
def test_what_was_typed_is_shown_and_can_be_sent_again(client: Client):
    response = client.post(
        "/en/contact/?from=foot",
        {
            "message": WORDS,
            "name": "<b>Ana</b>",
            "csrfmiddlewaretoken": "x" * 64,
            "password": "planted secret of a member",
            "altcha": "e" * 300,
        },
    )

    page = response.text
    assert 'action="/en/contact/?from=foot"' in page
    assert f">\n{WORDS}</textarea>" in page
    assert 'name="name" value="&lt;b&gt;Ana&lt;/b&gt;"' in page
    assert f'name="csrfmiddlewaretoken" value="{"x" * 64}"' in page
    assert "planted" not in page
    assert page.count("<textarea") == 1


@pytest.mark.parametrize(
    ("headers", "is_shown"),
    [
        ({}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "http://testserver", "Host": "testserver"}, True),
        ({"Origin": "https://elsewhere.example", "Host": "testserver"}, False),
    ],
)
def test_no_other_site_puts_words_into_the_portals_mouth(settings, headers, is_shown):
    request = RequestFactory().post("/en/", {"text": WORDS}, headers=headers)

    assert (WORDS in views.read_only_for_now(request).text) is is_shown


def test_a_database_that_fails_keeps_what_was_typed():
    request = RequestFactory().post("/en/contact/", {"text": WORDS})
    try:
        raise OperationalError("server closed the connection unexpectedly")
    except OperationalError:
        response = views.server_error(request)

    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert WORDS in response.text


def test_a_form_that_cant_be_read_again_is_no_fault():
    request = RequestFactory().post("/en/contact/", b"no form", content_type="multipart/form-data")

    assert views.service_unavailable(request).status_code == 503


def test_files_have_to_be_chosen_again(client: Client, settings, tmp_path: Path):
    settings.READ_ONLY = True
    (tmp_path / "bench.txt").write_text("a file")
    with (tmp_path / "bench.txt").open("rb") as file:
        response = client.post("/en/contribute/", {"text": WORDS, "file": file})

    assert "Files have to be chosen again" in response.text


@pytest.mark.usefixtures("_read_only")
def test_visits_are_not_counted():
    count(VisitKind.VIEW, subject_of(UserFactory()))

    assert not DailyTotal.objects.exists()


@pytest.mark.usefixtures("_read_only")
def test_limits_write_no_counts(settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
        "limits": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:9/0",
        },
    }
    count_use("search", "somebody", Limit(1, 60))
    count_use("search", "somebody", Limit(1, 60))

    assert not RateCount.objects.exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
@pytest.mark.django_db(transaction=True)
def test_a_sqlite_file_refuses_to_be_written(tmp_path: Path):
    copy = tmp_path / "copy.sqlite3"
    connection.close()
    shutil.copy(connection.settings_dict["NAME"], copy)
    code = (
        "import django; django.setup()\n"
        "from site_config.models import RateCount\n"
        "print(RateCount.objects.count())\n"
        "RateCount.objects.create(key='planted', expires_at='2026-01-01T00:00Z')\n"
    )

    result = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ
        | {
            "READ_ONLY": "1",
            "DATABASE_URL": f"sqlite:///{copy}",
            "DJANGO_SETTINGS_MODULE": "site_config.settings.development",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert result.stdout == "0\n"
    assert "attempt to write a readonly database" in result.stderr


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
def test_a_server_refuses_to_be_written():
    known = connection.settings_dict
    options = databases.limits(statement="8s", read_only=True)
    other = psycopg2.connect(
        dbname=known["NAME"], user=known["USER"], host=known["HOST"], options=options
    )
    try:
        with other.cursor() as cursor, pytest.raises(psycopg2.errors.ReadOnlySqlTransaction):
            cursor.execute("DELETE FROM site_config_ratecount")
    finally:
        other.close()
