"""Passkeys: added, used to sign in, renamed, removed, and never somebody else's."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from community.models import User
from tests.community.account_steps import PASSWORD
from tests.community.software_key import SoftwareKey
from tests.factories.community import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]

KEYS = "/en/account/two-factor/webauthn/"
LOGIN = f"{KEYS}login/"


def browser() -> Client:
    """Return a browser on a secure connection, without which keys don't answer."""
    return Client(**{"wsgi.url_scheme": "https"})


@pytest.fixture
def member() -> User:
    return UserFactory(email="arta@example.org", display_name="Arta K.")


@pytest.fixture
def key(member: User) -> SoftwareKey:
    """A passkey that the member has added."""
    client, key = browser(), SoftwareKey("testserver")
    client.post("/en/account/login/", {"login": member.email, "password": PASSWORD})
    client.post(f"/en/account/reauthenticate/?next={KEYS}add/", {"password": PASSWORD})
    options = client.get(f"{KEYS}add/").context["js_data"]["creation_options"]
    answer = client.post(
        f"{KEYS}add/",
        {"name": "My phone", "passwordless": "on", "credential": key.create(options)},
    )
    assert answer.status_code == 302, answer.content.decode()
    return key


def options_for(client: Client) -> dict:
    return client.get(LOGIN, headers={"accept": "application/json"}).json()["request_options"]


def test_a_passkey_signs_its_owner_in_without_a_password(member, key):
    client = browser()

    answer = client.post(LOGIN, {"credential": key.get(options_for(client))})

    assert answer["Location"] == "/en/community/me/"
    assert "Arta K." in client.get("/en/community/me/").content.decode()


def test_a_passkey_opens_the_admin_where_a_second_factor_is_asked(member, key, settings):
    settings.STAFF_TWO_FACTOR_REQUIRED = True
    User.objects.filter(pk=member.pk).update(is_superuser=True)
    client = browser()

    client.post(LOGIN, {"credential": key.get(options_for(client))})

    assert client.get("/admin/").status_code == 200


def test_a_key_is_the_second_step_after_a_password(member, key):
    client = browser()
    client.post("/en/account/login/", {"login": member.email, "password": PASSWORD})
    page = client.get("/en/account/two-factor/authenticate/")

    answer = client.post(
        "/en/account/two-factor/authenticate/",
        {"credential": key.get(page.context["js_data"]["request_options"])},
    )

    assert answer["Location"] == "/en/community/me/"


def test_an_answer_lets_nobody_in_twice(member, key):
    client = browser()
    credential = key.get(options_for(client))
    client.post(LOGIN, {"credential": credential})
    elsewhere = browser()
    options_for(elsewhere)

    elsewhere.post(LOGIN, {"credential": credential})

    assert elsewhere.get("/en/community/me/").status_code == 302


def test_a_key_of_the_same_name_made_by_somebody_else_is_refused(member, key):
    forged = SoftwareKey("testserver")
    forged.user_handle = key.user_handle
    client = browser()

    client.post(LOGIN, {"credential": forged.get(options_for(client))})

    assert client.get("/en/community/me/").status_code == 302


def test_a_key_that_was_asked_by_another_site_is_refused(member, key):
    client = browser()
    key.host = "evil.example"

    client.post(LOGIN, {"credential": key.get(options_for(client))})

    assert client.get("/en/community/me/").status_code == 302


def test_a_key_is_renamed_and_removed(member, key):
    client = browser()
    client.post(LOGIN, {"credential": key.get(options_for(client))})
    client.post(f"/en/account/reauthenticate/?next={KEYS}", {"password": PASSWORD})
    stored = Authenticator.objects.get(type="webauthn")

    refused = client.post(f"{KEYS}keys/{stored.pk}/edit/", {"name": "x" * 300})
    client.post(f"{KEYS}keys/{stored.pk}/edit/", {"name": "My tablet"})
    html = client.get(KEYS).content.decode()
    client.post(f"{KEYS}keys/{stored.pk}/remove/")

    assert refused.status_code == 200
    assert "My tablet" in html
    assert "Last used on" in html
    assert not Authenticator.objects.exists()


def test_nobody_touches_somebody_elses_key(key):
    stranger = browser()
    stranger.post("/en/account/login/", {"login": UserFactory().email, "password": PASSWORD})
    stranger.post(f"/en/account/reauthenticate/?next={KEYS}", {"password": PASSWORD})
    stored = Authenticator.objects.get(type="webauthn")

    assert stranger.post(f"{KEYS}keys/{stored.pk}/remove/").status_code == 404
    assert stranger.post(f"{KEYS}keys/{stored.pk}/edit/", {"name": "Mine"}).status_code == 404
