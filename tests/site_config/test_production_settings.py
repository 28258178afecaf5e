"""Production starts whole or says by name what is missing."""

import os
import subprocess
import sys

import pytest

GOOD = {
    "SECRET_KEY": "k3y-" + "abcdefghij0123456789" * 3,
    "ALLOWED_HOSTS": "portal.example.org",
    "BASE_URL": "https://portal.example.org",
    "DATABASE_URL": "postgres://u:p@127.0.0.1:5432/portal",
    "DEFAULT_FROM_EMAIL": "Portal <no-reply@example.org>",
}


def load(**environment: str) -> subprocess.CompletedProcess[str]:
    """Load the production settings in a process of their own."""
    keep = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from site_config.settings import production as p;"
            "print(p.SESSION_COOKIE_NAME, p.CSRF_COOKIE_NAME, p.DEBUG, p.STAFF_TWO_FACTOR_REQUIRED,"
            "p.DATABASES['default']['OPTIONS'])",
        ],
        env=keep | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_complete_environment_starts():
    result = load(**GOOD)

    assert result.returncode == 0, result.stderr
    assert "__Host-sid __Host-csrf False True" in result.stdout
    assert "statement_timeout=8s" in result.stdout


@pytest.mark.parametrize("name", sorted(GOOD))
def test_a_missing_value_is_named(name: str):
    result = load(**{key: value for key, value in GOOD.items() if key != name})

    assert result.returncode != 0
    assert f"Set {name}; see .env.example." in result.stderr


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SECRET_KEY", "short", "SECRET_KEY is weak"),
        ("SECRET_KEY", "a" * 60, "SECRET_KEY is weak"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must name"),
        ("BASE_URL", "http://portal.example.org", "BASE_URL must begin with https://"),
    ],
)
def test_a_weak_value_is_refused(name: str, value: str, words: str):
    result = load(**GOOD | {name: value})

    assert result.returncode != 0
    assert words in result.stderr
