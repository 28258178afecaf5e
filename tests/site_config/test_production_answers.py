"""What a portal with the settings of production says with each answer."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher, make_password
from django.db import connection
from pytest_django import DjangoDbBlocker

from community.models import User

SCRIPT = Path(__file__).with_name("production_answers.py")
PASSWORD = "correct horse battery"
EMAIL = "production@example.org"


@pytest.fixture(scope="module")
def answers(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory
) -> dict[str, dict[str, Any]]:
    """What the script was answered, by a portal with a database of its own."""
    with django_db_blocker.unblock():
        name = str(connection.settings_dict["NAME"])
        if connection.vendor != "sqlite":
            pytest.skip("The database makes no difference to headers.")
        copy = tmp_path_factory.mktemp("production") / "db.sqlite3"
        with closing(sqlite3.connect(name)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    add_member(copy)
    environment = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    result = subprocess.run(
        [sys.executable, "-W", "ignore", str(SCRIPT), EMAIL, PASSWORD],
        env=environment
        | {
            "DJANGO_SETTINGS_MODULE": "site_config.settings.production",
            "PYTHONPATH": str(SCRIPT.parents[2]),
            "SECRET_KEY": "k3y-" + "abcdefghij0123456789" * 3,
            "ALLOWED_HOSTS": "portal.example.org",
            "BASE_URL": "https://portal.example.org",
            "DATABASE_URL": f"sqlite:///{copy}",
            "SQLITE_ON_ONE_MACHINE": "1",
            "EMAIL_URL": "smtp://127.0.0.1:25",
            "DEFAULT_FROM_EMAIL": "no-reply@example.org",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    shutil.rmtree(copy.parent)
    assert result.returncode == 0, result.stderr[-2000:]
    return json.loads(result.stdout)


def add_member(database: Path) -> None:
    """Write a member with a confirmed address into a copy of the test database."""
    digest = make_password(PASSWORD, hasher=Argon2PasswordHasher())
    fields = {field.column for field in User._meta.concrete_fields} - {"id"}
    empty = dict.fromkeys(fields, "") | {"last_login": None, "date_joined": "2014-04-01 00:00:00"}
    row = empty | {"email": EMAIL, "password": digest, "language": "en", "is_active": 1}
    row |= {"is_staff": 0, "is_superuser": 0}
    with closing(sqlite3.connect(database)) as db:
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        added = db.execute(
            f"INSERT INTO community_user ({names}) VALUES ({marks})",  # noqa: S608
            list(row.values()),
        )
        db.execute(
            'INSERT INTO account_emailaddress (email, verified, "primary", user_id)'
            " VALUES (?, 1, 1, ?)",
            [EMAIL, added.lastrowid],
        )
        db.commit()


EVERYWHERE = ["public", "missing", "door", "member", "admin", "forged"]


@pytest.mark.parametrize("name", EVERYWHERE)
def test_every_answer_bears_the_headers_that_close_a_browser(answers, name):
    headers = answers[name]["headers"]

    assert headers["strict-transport-security"] == "max-age=31536000; includeSubDomains; preload"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert "server" not in headers
    assert "x-powered-by" not in headers


@pytest.mark.parametrize("name", EVERYWHERE)
def test_no_policy_allows_an_inline_script(answers, name):
    policy = answers[name]["headers"]["content-security-policy"]
    parts = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))

    assert parts["script-src"] == "'self'"
    assert parts["base-uri"] == "'none'"
    assert parts["form-action"] == "'self'"
    assert parts["frame-ancestors"] in {"'none'", "'self'"}
    if name != "admin":
        assert parts["default-src"] == "'none'"
        assert "unsafe" not in policy


def test_cookies_belong_to_this_host_over_tls_alone(answers):
    cookies = answers["door"]["cookies"] | answers["signed in"]["cookies"]

    # Two more hold no right: "member" says that somebody is signed in, "messages" what was done.
    assert set(cookies) == {"__Host-csrf", "__Host-sid", "member", "messages"}
    for name, cookie in cookies.items():
        assert cookie["secure"], name
        assert cookie["path"] == "/", name
        assert not cookie["domain"], name
        assert cookie["samesite"] == "Lax", name
    assert cookies["__Host-sid"]["httponly"]
    assert cookies["messages"]["httponly"]


def test_signing_in_opens_the_members_pages(answers):
    assert answers["signed in"]["status"] == 302
    assert answers["member"]["status"] == 200
    assert "private" in answers["member"]["headers"]["cache-control"]
    assert "no-store" in answers["member"]["headers"]["cache-control"]


def test_a_public_answer_sets_no_cookie(answers):
    assert answers["public"]["cookies"] == {}
    assert (
        "vary" not in answers["public"]["headers"]
        or "Cookie" not in (answers["public"]["headers"]["vary"])
    )


def test_http_leads_to_https(answers):
    assert answers["plain"]["status"] == 301
    assert answers["plain"]["headers"]["location"].startswith("https://portal.example.org/")


def test_a_foreign_host_is_refused_and_a_forwarded_one_is_not_believed(answers):
    assert answers["foreign"]["status"] == 400
    assert "evil" not in answers["foreign"]["text"]
    assert "evil" not in answers["forwarded"]["text"]


def test_a_form_without_its_token_is_refused(answers):
    assert answers["forged"]["status"] == 403


def test_a_member_stays_outside_the_admin(answers):
    assert answers["admin"]["status"] == 403
