"""Steps that many tests of accounts take: read a mail, follow its link, show a second factor."""

import re
from unittest import mock
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.http import HttpResponse
from django.test import Client

from community.models import User
from site_config.models import OutboxMail

PASSWORD = "correct horse battery"


def link_in(mail: OutboxMail) -> str:
    """Return the path of the one link that stands alone in a mail."""
    links = re.findall(r"^https?://\S+/account/\S+$", mail.text, re.MULTILINE)
    assert len(links) == 1, mail.text
    return urlsplit(links[0]).path


def sign_in(client: Client, user: User, password: str = PASSWORD, **data: str) -> HttpResponse:
    """Send the sign-in form."""
    fields = {"login": user.email, "password": password, **data}
    return client.post("/en/account/login/", fields)


def join(client: Client, language: str = "en", **data: str) -> HttpResponse:
    """Send the form that makes an account."""
    fields = {
        "display_name": "Arta K.",
        "email": "arta@example.org",
        "password1": "nje fjali e gjate",
        **data,
    }
    return client.post(f"/{language}/account/signup/", fields)


def totp_code(secret: str) -> str:
    """Return what an authenticator app shows now (RFC 6238)."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def enrol(client: Client, password: str = PASSWORD) -> str:
    """Set up an authenticator app for the person who is signed in; return its secret."""
    page = client.get("/en/account/two-factor/totp/activate/", follow=True)
    if page.resolver_match.view_name == "account_reauthenticate":
        path = page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"]
        page = client.post(path, {"password": password}, follow=True)
    secret = page.context["form"].secret
    # A test's transaction is never committed: what follows the commit is done at once, so that
    # the session knows of the factor as it does where requests commit.
    with mock.patch("django.db.transaction.on_commit", lambda follow, **kwargs: follow()):
        answer = client.post("/en/account/two-factor/totp/activate/", {"code": totp_code(secret)})
    assert answer.status_code == 302, answer.content.decode()
    assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()
    return secret
