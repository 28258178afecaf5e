"""Production starts whole or says by name what is missing or weak."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from site_config.backups.keys import new_key
from site_config.settings import databases, demands

GOOD = {
    "SECRET_KEY": "k3y-" + "abcdefghij0123456789" * 3,
    "ALLOWED_HOSTS": "portal.example.org",
    "BASE_URL": "https://portal.example.org",
    "DATABASE_URL": "postgres://u:p@127.0.0.1:5432/portal",
    "DEFAULT_FROM_EMAIL": "Portal <no-reply@example.org>",
    "EMAIL_URL": "smtp+tls://u:p@127.0.0.1:587",
}


def load(expression: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Load the production settings in a process of their own, and print something of them."""
    keep = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    return subprocess.run(
        [
            sys.executable,
            "-c",
            f"from site_config.settings import production as p;print({expression})",
        ],
        env=keep | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_complete_environment_starts():
    result = load(
        "p.SESSION_COOKIE_NAME, p.CSRF_COOKIE_NAME, p.DEBUG, p.STAFF_TWO_FACTOR_REQUIRED,"
        "p.DATABASES['default']['OPTIONS'], p.EMAIL_HOST, p.EMAIL_PORT, p.EMAIL_USE_TLS",
        **GOOD,
    )

    assert result.returncode == 0, result.stderr
    assert "__Host-sid __Host-csrf False True" in result.stdout
    for limit in ("statement_timeout=8s", "lock_timeout=3s", "session_timeout=15s"):
        assert limit in result.stdout
    assert "'connect_timeout': 2" in result.stdout
    assert result.stdout.endswith("127.0.0.1 587 True\n")


def test_what_is_wrong_is_told_all_at_once_and_nothing_starts():
    result = load("1", **GOOD | {"SECRET_KEY": "", "BASE_URL": "http://portal.example.org"})

    assert result.returncode != 0
    assert "Set SECRET_KEY; see .env.example." in result.stderr
    assert "BASE_URL must begin with https://" in result.stderr


def test_a_pool_gets_no_options_and_no_cursors_of_the_server():
    result = load("p.DATABASES['default']", **GOOD | {"DATABASE_POOLED": "1"})

    assert result.returncode == 0, result.stderr
    assert "statement_timeout" not in result.stdout
    assert "'DISABLE_SERVER_SIDE_CURSORS': True" in result.stdout


@pytest.mark.parametrize(
    ("limit", "seconds"), [("8s", 10), ("500ms", 2.5), ("2min", 122), ("0", 0), ("8000", 10)]
)
def test_an_answer_is_waited_for_longer_than_the_server_works_at_it(limit: str, seconds: float):
    assert databases.patience(limit) == seconds


def test_a_length_of_time_that_is_none_is_named():
    with pytest.raises(ImproperlyConfigured, match="DATABASE_STATEMENT_TIMEOUT"):
        databases.patience("a while")


def test_a_replica_is_read_only_and_comes_with_its_router():
    replica = {"DATABASE_REPLICA_URL": "postgres://u:p@127.0.0.2/portal", "CACHE_URL": "redis://a"}
    result = load("p.DATABASES['replica'], p.DATABASE_ROUTERS, p.MIDDLEWARE", **GOOD | replica)

    assert result.returncode == 0, result.stderr
    assert "default_transaction_read_only=on" in result.stdout
    assert "site_config.replica.ReplicaRouter" in result.stdout
    assert "let_visitors_read_the_replica" in result.stdout


def test_a_portal_that_only_reads_asks_the_server_to_refuse():
    result = load("p.DATABASES['default'], p.SESSION_ENGINE", **GOOD | {"READ_ONLY": "1"})

    assert "default_transaction_read_only=on" in result.stdout
    assert "site_config.read_only" in result.stdout


def test_sqlite_on_one_machine_can_be_chosen():
    sqlite = {"DATABASE_URL": "sqlite:////srv/sheshi/db.sqlite3", "SQLITE_ON_ONE_MACHINE": "1"}
    result = load("p.DATABASES['default']['OPTIONS']", **GOOD | sqlite)

    assert result.returncode == 0, result.stderr
    assert "IMMEDIATE" in result.stdout


@pytest.mark.parametrize(
    ("name", "value", "package"),
    [
        ("SENTRY_DSN", "https://key@sentry.example.org/1", "sentry-sdk"),
        ("MEDIA_S3_BUCKET", "media", "django-storages"),
    ],
)
def test_a_setting_whose_package_is_missing_is_named(name: str, value: str, package: str):
    blocked = (
        "__import__('sys').modules.update({'sentry_sdk': None, 'storages': None}) or "
        "__import__('site_config.settings.production')"
    )
    keep = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    keys = {"MEDIA_S3_KEY": "k", "MEDIA_S3_SECRET": "s"}
    result = subprocess.run(
        [sys.executable, "-c", blocked],
        env=keep | GOOD | keys | {name: value},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert result.returncode != 0
    assert f"{name} is set, but {package} is not installed" in result.stderr


def test_a_good_environment_has_no_problem():
    assert demands.problems(GOOD) == []


@pytest.mark.parametrize("name", sorted(GOOD))
@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_value_is_named(name: str, value: str | None):
    environment = {key: known for key, known in GOOD.items() if key != name}
    if value is not None:
        environment[name] = value

    assert demands.problems(environment) == [f"Set {name}; see .env.example."]


def test_all_missing_values_are_named_together():
    (told,) = demands.problems({})

    assert all(name in told for name in GOOD)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"SECRET_KEY": "short"}, "SECRET_KEY is weak"),
        ({"SECRET_KEY": "a" * 60}, "SECRET_KEY is weak"),
        ({"SECRET_KEY": "abcdefghi" * 8}, "SECRET_KEY is weak"),
        ({"SECRET_KEY": "django-insecure-" + "abcdefghij" * 5}, "SECRET_KEY is a placeholder"),
        ({"SECRET_KEY_FALLBACKS": "short"}, "SECRET_KEY_FALLBACKS is weak"),
        ({"DEBUG": "True"}, "DEBUG is set"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS must name"),
        ({"ALLOWED_HOSTS": "portal.example.org,*"}, "ALLOWED_HOSTS must name"),
        ({"ALLOWED_HOSTS": "portal.example.org,https://a.example"}, "ALLOWED_HOSTS holds hosts"),
        ({"BASE_URL": "http://portal.example.org"}, "BASE_URL must begin with https://"),
        ({"BASE_URL": "https://portal.example.org/en"}, "BASE_URL must be https:// and a host"),
        ({"BASE_URL": "https://other.example.org"}, "BASE_URL leads to other.example.org"),
        ({"DATABASE_URL": "mysql://u:p@127.0.0.1/portal"}, "DATABASE_URL must begin with"),
        ({"DATABASE_URL": "sqlite:////srv/db.sqlite3"}, "DATABASE_URL names a SQLite file"),
        ({"DATABASE_REPLICA_URL": "postgres://a/b"}, "Set CACHE_URL beside DATABASE_REPLICA_URL"),
        ({"EMAIL_URL": "consolemail://"}, "EMAIL_URL is consolemail://, which sends nothing"),
        ({"DEFAULT_FROM_EMAIL": "Portal <no-reply@localhost>"}, "DEFAULT_FROM_EMAIL must be"),
        ({"DEFAULT_FROM_EMAIL": "Portal"}, "DEFAULT_FROM_EMAIL must be"),
        ({"MAIL_SERVICE": "postmark"}, "Set MAIL_EVENTS_KEY or MAIL_EVENTS_PASSWORD"),
        ({"OPERATOR_TOKEN": "short"}, "OPERATOR_TOKEN is weak"),
        ({"OPERATOR_NETWORKS": "nowhere"}, "OPERATOR_NETWORKS holds “nowhere”"),
        ({"OPERATOR_NETWORKS": "0.0.0.0/0"}, "OPERATOR_NETWORKS must not be everybody"),
        ({"OPERATOR_NETWORKS": "::/0"}, "OPERATOR_NETWORKS must not be everybody"),
        ({"BACKUP_DIR": "/srv/backups"}, "Set BACKUP_KEY beside BACKUP_DIR"),
        ({"BACKUP_KEY": "c2hvcnQ="}, "BACKUP_KEY must be 32 bytes"),
        ({"BACKUP_KEEP_DAYS": "many"}, "BACKUP_KEEP_DAYS must be a whole number, not “many”"),
        ({"CONN_MAX_AGE": "-1"}, "CONN_MAX_AGE must be a whole number"),
        ({"MEDIA_S3_BUCKET": "media"}, "Set MEDIA_S3_KEY, MEDIA_S3_SECRET beside"),
        (
            {
                "MEDIA_S3_BUCKET": "media",
                "MEDIA_S3_KEY": "k",
                "MEDIA_S3_SECRET": "s",
                "PUBLIC_MEDIA_ROOT": "/srv/media",
            },
            "PUBLIC_MEDIA_ROOT and MEDIA_SENDFILE_URL are for files of this machine",
        ),
    ],
)
def test_a_weak_value_is_refused(changes: dict[str, str], words: str):
    (told,) = demands.problems(GOOD | changes)

    assert words in told


@pytest.mark.parametrize(
    "changes",
    [
        {"ALLOWED_HOSTS": ".example.org"},
        {"OPERATOR_NETWORKS": "10.0.0.0/8,::1/128", "OPERATOR_TOKEN": "a1b2c3" * 5},
        {"BACKUP_DIR": "/srv/backups", "BACKUP_KEY": new_key(), "BACKUP_KEEP_DAYS": "30"},
        {"DEBUG": "0"},
        {"SQLITE_ON_ONE_MACHINE": "1", "DATABASE_URL": "sqlite:////srv/db.sqlite3"},
        {"DATABASE_REPLICA_URL": "postgres://a/b", "CACHE_URL": "redis://127.0.0.1:6379/0"},
    ],
)
def test_a_sound_value_is_taken(changes: dict[str, str]):
    assert demands.problems(GOOD | changes) == []
