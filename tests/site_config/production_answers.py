"""Asks a portal with the settings of production, and prints what it answers; started by a test."""

import json
import sys

import django
from django.conf import settings

HOST = "portal.example.org"


def main() -> None:
    """Sign somebody in and ask for pages of each kind."""
    # Without a run of collectstatic there are no names with digests.
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": plain}}
    django.setup()
    from django.test import Client

    client = Client(raise_request_exception=False, headers={"host": HOST})
    asked = {
        "public": client.get("/robots.txt", secure=True),
        "missing": client.get("/en/nothing/", secure=True),
        "door": client.get("/en/account/login/", secure=True),
        "signed in": client.post(
            "/en/account/login/", {"login": sys.argv[1], "password": sys.argv[2]}, secure=True
        ),
        "member": client.get("/en/community/me/", secure=True),
        "admin": client.get("/admin/", secure=True),
        "plain": client.get("/en/account/login/"),
        "foreign": Client(headers={"host": "evil.example"}).get("/robots.txt", secure=True),
        "forwarded": client.get(
            "/sitemap.xml", secure=True, headers={"host": HOST, "x-forwarded-host": "evil.example"}
        ),
        "forged": Client(enforce_csrf_checks=True, headers={"host": HOST}).post(
            "/en/account/login/", {"login": "a"}, secure=True
        ),
    }
    told = {
        name: {
            "status": answer.status_code,
            "headers": {key.lower(): value for key, value in answer.items()},
            "cookies": {key: dict(cookie) for key, cookie in answer.cookies.items()},
            "text": "" if answer.streaming else answer.content.decode()[:2000],
        }
        for name, answer in asked.items()
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
