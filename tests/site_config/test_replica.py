"""Visitors read from the replica; whatever writes, or hangs on what was written, doesn't."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from site_config import replica
from site_config.caches import ForgivingRedisCache
from site_config.kept_answers import answers
from site_config.kept_answers.store import Store
from site_config.replica import PRIMARY, REPLICA, ReplicaRouter, let_visitors_read_the_replica

router = ReplicaRouter()


@pytest.fixture(autouse=True)
def _replica_answers(monkeypatch) -> None:
    monkeypatch.setattr(replica, "_answers", lambda: True)


def read_by(request: HttpRequest, *, before=lambda: None, **hints: object) -> str:
    """Return where a page is read from while a request is answered."""
    found: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        before()
        found.append(router.db_for_read(hints.pop("model", Page), **hints))
        return HttpResponse()

    let_visitors_read_the_replica(view)(request)
    return found[0]


def visit(method: str = "get") -> HttpRequest:
    return getattr(RequestFactory(), method)("/en/")


def test_a_visitor_reads_from_the_replica():
    assert read_by(visit()) == REPLICA
    assert read_by(visit("head")) == REPLICA


def test_outside_of_requests_everything_is_read_from_the_primary():
    assert router.db_for_read(Page) == PRIMARY


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_form_reads_from_the_primary(method: str):
    assert read_by(visit(method)) == PRIMARY


def test_whoever_has_a_session_reads_from_the_primary(settings):
    request = visit()
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "abc"

    assert read_by(request) == PRIMARY


@pytest.mark.parametrize("model", [Session, DBTaskResult])
def test_sessions_and_tasks_stay_with_the_primary(model):
    assert read_by(visit(), model=model) == PRIMARY


def test_relations_of_an_object_are_read_where_it_came_from():
    of_primary = SimpleNamespace(_state=SimpleNamespace(db=PRIMARY))
    of_replica = SimpleNamespace(_state=SimpleNamespace(db=REPLICA))

    assert read_by(visit(), instance=of_primary) == PRIMARY
    assert read_by(visit(), instance=of_replica) == REPLICA


@pytest.mark.django_db(transaction=True)
def test_an_open_transaction_reads_from_the_primary():
    with transaction.atomic():
        assert read_by(visit()) == PRIMARY
    assert read_by(visit()) == REPLICA


@pytest.mark.django_db
def test_a_request_that_has_written_reads_what_it_wrote():
    assert read_by(visit(), before=lambda: router.db_for_write(Page)) == PRIMARY


@pytest.mark.django_db(transaction=True)
def test_after_a_change_all_read_from_the_primary_for_a_while():
    with transaction.atomic():
        assert router.db_for_write(Page) == PRIMARY
        cache.clear()  # as if the transaction took longer than that
    assert cache.get(replica.SETTLING) is not None, "the commit counts"

    assert read_by(visit()) == PRIMARY
    cache.clear()
    assert read_by(visit()) == REPLICA


@pytest.mark.parametrize(
    "backend",
    ["django.core.cache.backends.redis.RedisCache", "site_config.caches.ForgivingRedisCache"],
)
def test_without_a_cache_nobody_knows_so_the_primary_is_read(settings, monkeypatch, backend):
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "redis://127.0.0.1:9/0"}}
    monkeypatch.setattr(ForgivingRedisCache, "_away_until", 0.0)

    assert read_by(visit()) == PRIMARY


@pytest.mark.parametrize(("heard", "place"), [(1, PRIMARY), (2, REPLICA)])
@pytest.mark.django_db(transaction=True)
def test_an_answer_is_not_kept_from_a_replica_that_lags(settings, monkeypatch, heard, place):
    known = {PRIMARY: {"wagtailcore_page": 2}, REPLICA: {"wagtailcore_page": heard}}
    monkeypatch.setattr(answers, "latest_changes", lambda using=PRIMARY: known[using])
    monkeypatch.setattr(answers, "store", Store())
    settings.KEEP_ANSWERS = True
    found: list[str] = []

    @answers.keep_answer
    def view(request: HttpRequest) -> HttpResponse:
        found.append(router.db_for_read(Page))
        return HttpResponse()

    let_visitors_read_the_replica(view)(visit())

    assert found == [place]


def test_a_replica_that_does_not_answer_is_left_alone(monkeypatch):
    monkeypatch.undo()
    asked: list[int] = []

    class Away:
        def close_if_health_check_failed(self) -> None:
            asked.append(1)

        def ensure_connection(self) -> None:
            raise replica.DatabaseError

    monkeypatch.setattr(replica, "connections", {REPLICA: Away()})
    monkeypatch.setattr(replica, "_away_until", 0.0)

    assert [replica._answers() for _ in range(5)] == [False] * 5
    assert len(asked) == 1


def test_only_the_primary_is_migrated_and_everything_may_be_related():
    assert router.allow_migrate(PRIMARY, "home") is True
    assert router.allow_migrate(REPLICA, "home") is False
    assert router.allow_relation(object(), object()) is True


# The “replica” is the same database through connections that refuse to write: whatever is read
# from it arrives, and whatever would be written through it fails.
CITY = """
import django
django.setup()
from django.core.cache import cache
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction, Site
from home.models import HomePage

root = Page.objects.filter(depth=1).first()
locale, _ = Locale.objects.get_or_create(language_code="en")
root = root or Page.add_root(title="Root", slug="root", locale=locale)
front = root.add_child(instance=HomePage(title="City", slug="replica-city", locale=locale))
Site.objects.update_or_create(
    is_default_site=True, defaults={"hostname": "portal.example.org", "root_page": front}
)
visitor = Client(headers={"host": "portal.example.org", "x-forwarded-proto": "https"})
"""

JOURNEY = """
draft = front.specific
draft.title = "A city with a replica"
draft.save_revision().publish()
draft.go_live_at = timezone.now() - timezone.timedelta(minutes=1)
draft.save_revision(approved_go_live_at=draft.go_live_at)
call_command("publish_scheduled", verbosity=0)
cache.clear()
with CaptureQueriesContext(connections["replica"]) as reads:
    with CaptureQueriesContext(connections["default"]) as others:
        page = visitor.get("/en/")
        assert visitor.get("/en/search/?q=city").status_code == 200
print(page.status_code, "A city with a replica" in page.text, len(reads) > 0, len(others))
front.delete()
"""

# After each change the replica has heard of it, and a process has an answer of before.
SECRETS = """
def read():
    cache.clear()
    with CaptureQueriesContext(connections["replica"]) as reads:
        status = visitor.get("/en/").status_code
    return f"{status}:{'again' if len(reads) == 0 else 'anew'}"
print(read(), read())
restriction = PageViewRestriction.objects.create(page=front, restriction_type="login")
print(read())
restriction.delete()
print(read(), read())
front.delete()
"""


def walk(journey: str, folder: Path) -> list[str]:
    """Return what a portal with a replica says on a journey."""
    known = connection.settings_dict
    url = f"postgres://{known['USER']}@{known['HOST']}:{known['PORT'] or 5432}/{known['NAME']}"
    result = subprocess.run(
        [sys.executable, "-c", CITY + journey],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "tests.site_config.replica_settings",
            "DATABASE_URL": url,
            "DATABASE_REPLICA_URL": url,
            "MEDIA_FOLDER": str(folder),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.split()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_publishing_and_reading_work_with_a_replica_that_refuses_to_write(tmp_path):
    assert walk(JOURNEY, tmp_path)[:3] == ["200", "True", "True"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_an_answer_that_was_read_from_a_replica_is_kept_until_a_change(tmp_path):
    before, again, private, after, kept = walk(SECRETS, tmp_path)

    assert (before, again) == ("200:anew", "200:again")
    assert private == "302:anew"
    assert (after, kept) == ("200:anew", "200:again")
