"""Machines learn whether the portal is well, and only operators learn why not."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from site_config.models import TimerState
from site_config.operating import readiness

PUBLIC = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}
TASKS_OF_WORKERS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture(autouse=True)
def _as_on_a_server(settings) -> None:
    settings.WORKER_SILENT_SECONDS = 900


def lose_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every new question to the database fail as a lost server does."""

    def refuse(*args: object) -> None:
        raise OperationalError("could not connect to server at 10.1.2.3")

    monkeypatch.setattr(connection, "cursor", refuse)


def note_signs(*, seconds_ago: int) -> None:
    """Let worker and timers have shown themselves some time ago."""
    for name in (readiness.WORKER, readiness.ROUNDS):
        moment = timezone.now() - timedelta(seconds=seconds_ago)
        TimerState.objects.update_or_create(name=name, defaults={"succeeded_at": moment})


def test_being_alive_asks_no_database(client: Client):
    response = client.get("/healthz", headers={"Host": "10.0.0.7:8000"})

    assert (response.status_code, response.content) == (200, b"alive\n")
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


@pytest.mark.django_db
def test_probes_need_neither_the_portals_name_nor_tls(client: Client, settings):
    note_signs(seconds_ago=1)
    settings.SECURE_SSL_REDIRECT = True
    for address in ("/healthz", "/readyz", "/metrics"):
        assert client.get(address, headers={"Host": "10.0.0.7"}).status_code == 200


@pytest.mark.django_db
def test_a_portal_that_has_all_it_needs_is_ready(client: Client, settings):
    settings.TASKS = TASKS_OF_WORKERS
    note_signs(seconds_ago=60)

    response = client.get("/readyz")

    assert response.status_code == 200
    checks = response.json()["checks"]
    assert list(checks) == ["database", "cache", "migrations", "worker", "timers"]
    assert all(check["ok"] for check in checks.values())


def test_a_lost_database_is_named_to_operators_alone(client: Client, monkeypatch):
    lose_the_database(monkeypatch)

    response = client.get("/readyz")
    told = client.get("/readyz", headers=PUBLIC)

    assert response.status_code == told.status_code == 503
    assert response["Retry-After"] == "10"
    assert response.json()["checks"]["database"] == {"ok": False, "detail": "OperationalError"}
    assert told.json() == {"status": "not ready"}
    assert "10.1.2.3" not in response.text


@pytest.mark.django_db
def test_a_cache_that_keeps_nothing_is_named(client: Client, settings):
    settings.CACHES = settings.CACHES | {
        "limits": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    }
    caches["limits"]  # the settings of a test make the caches anew

    response = client.get("/readyz")

    assert response.status_code == 503
    assert "“limits”" in response.json()["checks"]["cache"]["detail"]


@pytest.mark.django_db
def test_visitors_are_sent_here_without_what_all_nodes_share(client: Client, settings):
    settings.TASKS = TASKS_OF_WORKERS
    settings.CACHES = settings.CACHES | {
        "limits": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    }
    note_signs(seconds_ago=1000)

    assert client.get("/readyz").status_code == 503
    response = client.get("/readyz?for=visitors")

    assert response.status_code == 200
    assert list(response.json()["checks"]) == ["database", "migrations"]


def test_visitors_are_not_sent_to_a_node_without_its_database(client: Client, monkeypatch):
    lose_the_database(monkeypatch)

    assert client.get("/readyz?for=visitors").status_code == 503


@pytest.mark.django_db
def test_a_missing_migration_is_named(client: Client, monkeypatch):
    monkeypatch.setitem(readiness.PROBES, "migrations", readiness.Migrations())
    applied = MigrationRecorder.Migration.objects.filter(app="site_config")
    newest = applied.latest("name")
    newest.delete()

    response = client.get("/readyz")

    assert response.status_code == 503
    told = response.json()["checks"]["migrations"]["detail"]
    assert f"site_config.{newest.name}" in told


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "command"), [("worker", "db_worker"), ("timers", "run_timers")])
def test_whoever_is_silent_for_too_long_is_named(client: Client, settings, name, command):
    settings.TASKS = TASKS_OF_WORKERS
    note_signs(seconds_ago=1000)

    check = client.get("/readyz").json()["checks"][name]

    assert not check["ok"]
    assert "silent for 1000 s" in check["detail"]
    assert command in check["detail"]


@pytest.mark.django_db
def test_figures_are_for_operators_alone(client: Client, settings):
    settings.OPERATOR_TOKEN = "a-word-of-the-operators"

    assert client.get("/metrics").status_code == 200
    assert client.get("/metrics", headers=PUBLIC).status_code == 404
    assert client.get("/metrics", headers=PUBLIC | {"Authorization": "Bearer x"}).status_code == 404
    word = {"Authorization": "Bearer a-word-of-the-operators"}
    assert client.get("/metrics", headers=PUBLIC | word).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("headers", "address", "is_told"),
    [
        ({}, "127.0.0.1", True),
        ({}, "::1", True),
        ({}, "", True),  # a Unix socket
        ({}, "10.1.2.3", False),
        ({"X-Forwarded-For": "127.0.0.1"}, "9.9.9.9", False),
        ({"X-Forwarded-For": "127.0.0.1, 203.0.113.9"}, "127.0.0.1", False),
        ({"X-Forwarded-For": "unix:"}, "127.0.0.1", False),
        ({"X-Forwarded-For": ""}, "127.0.0.1", False),
        ({"X-Forwarded-Proto": "https"}, "127.0.0.1", False),
        ({"X-Forwarded-For": "::ffff:127.0.0.1"}, "127.0.0.1", True),
    ],
)
def test_a_proxys_word_is_heard_before_its_own_address(client: Client, headers, address, is_told):
    response = client.get("/metrics", headers=headers, REMOTE_ADDR=address)

    assert response.status_code == (200 if is_told else 404)


@pytest.mark.django_db
def test_networks_of_operators_are_a_setting(client: Client, settings):
    settings.OPERATOR_NETWORKS = ["10.1.0.0/16"]

    assert client.get("/metrics", REMOTE_ADDR="10.1.2.3").status_code == 200
    assert client.get("/metrics", REMOTE_ADDR="127.0.0.1").status_code == 404
