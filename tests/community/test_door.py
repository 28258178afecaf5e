"""The door's limits hold, whichever cache is lost."""

import pytest
from django.test import Client

from community.models import User
from site_config.caches import ForgivingRedisCache
from site_config.models import OutboxMail, RateCount
from tests.community.account_steps import PASSWORD, enrol, join, sign_in
from tests.factories.community import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


LOST = "redis://127.0.0.1:9/0"


@pytest.fixture(params=["cache", "lost cache"])
def weather(request, settings, monkeypatch) -> str:
    """With every cache at work, and without Redis."""
    if request.param == "lost cache":
        # As production has them: one goes on without its Redis, the other fails aloud.
        settings.CACHES = settings.CACHES | {
            "default": {"BACKEND": "site_config.caches.ForgivingRedisCache", "LOCATION": LOST},
            "limits": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": LOST},
        }
        monkeypatch.setattr(ForgivingRedisCache, "_away_until", 0.0)
    return request.param


@pytest.fixture
def member() -> User:
    return UserFactory(email="arta@example.org")


def attempt(member: User, number: int, password: str) -> int:
    """Try a password from a place of its own; return the status."""
    data = {"login": member.email, "password": password}
    place = f"198.51.100.{number}"
    return Client(REMOTE_ADDR=place).post("/en/account/login/", data).status_code


def test_five_wrong_passwords_close_an_account_to_the_right_one(weather, member):
    assert [attempt(member, number, "wrong") for number in range(1, 6)] == [200] * 5

    answer = Client().post(
        "/en/account/login/", {"login": "ARTA@example.org", "password": PASSWORD}
    )

    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 900
    assert RateCount.objects.exists() == (weather == "lost cache")


def test_signing_in_ten_times_is_no_failure(weather, member):
    statuses = [attempt(member, number, PASSWORD) for number in range(1, 12)]

    assert set(statuses) == {302}


def test_ten_attempts_a_minute_from_one_place(weather):
    people = [UserFactory() for _ in range(11)]
    statuses = [sign_in(Client(), person, "wrong").status_code for person in people]

    assert statuses == [200] * 10 + [429]


def test_wrong_codes_are_counted_as_wrong_passwords(weather, member):
    first = Client(REMOTE_ADDR="198.51.100.99")
    sign_in(first, member)
    enrol(first)
    statuses = []
    for number in range(1, 8):
        browser = Client(REMOTE_ADDR=f"198.51.100.{number}")
        sign_in(browser, member)
        answer = browser.post("/en/account/two-factor/authenticate/", {"code": "000000"})
        statuses.append(answer.status_code)

    assert statuses[:5] == [200] * 5
    assert statuses[-1] == 429


def test_a_proof_is_limited_as_the_door_is(weather, member):
    browser = Client()
    sign_in(browser, member)
    address = "/en/account/reauthenticate/"
    statuses = [browser.post(address, {"password": "wrong"}).status_code for _ in range(6)]

    assert statuses[-1] == 429
    assert browser.post(address, {"password": PASSWORD}).status_code == 429


def test_the_present_password_is_no_way_round_the_door(weather, member):
    browser = Client()
    sign_in(browser, member)
    data = {"password1": "nje fjali krejt tjeter", "password2": "nje fjali krejt tjeter"}
    address = "/en/account/password/change/"
    wrong = [browser.post(address, data | {"oldpassword": "wrong"}).status_code for _ in range(5)]

    assert wrong == [200] * 5
    assert browser.post(address, data | {"oldpassword": PASSWORD}).status_code == 429


def test_who_joins_is_mailed_one_link_a_minute(weather):
    join(Client())
    # Signing in before the address is confirmed sends the link again.
    statuses = {
        Client(REMOTE_ADDR=f"198.51.100.{number}")
        .post("/en/account/login/", {"login": "arta@example.org", "password": "nje fjali e gjate"})
        .status_code
        for number in range(3)
    }

    assert statuses == {302}
    assert 1 <= OutboxMail.objects.filter(to="arta@example.org").count() <= 2


def test_forms_of_accounts_are_limited_together(weather):
    browser = Client()
    statuses = [
        browser.post("/en/account/password/reset/", {"email": "no mailbox"}).status_code
        for _ in range(41)
    ]

    assert set(statuses[:20]) == {200}
    assert 429 in statuses
