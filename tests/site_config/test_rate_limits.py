"""A sender may ask only so often, whatever fails."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import caches
from django.db import DatabaseError
from django.utils import timezone

from site_config import rate_limits
from site_config.models import RateCount
from site_config.rate_limits import (
    Limit,
    RateLimitedError,
    client_address,
    client_network,
    count_use,
    too_many_requests,
)

MINUTE = 60
THREE_A_MINUTE = (Limit(3, MINUTE),)
# A moment in the middle of a minute, an hour and a day.
NOON = 1_700_000_010.0


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """Hold the time still; a test moves it by setting ``clock["now"]``."""
    clock = {"now": NOON}
    monkeypatch.setattr(rate_limits.time, "time", lambda: clock["now"])
    return clock


@pytest.fixture
def lost_cache(monkeypatch):
    """A cache whose server has gone."""

    def refuse(*args, **kwargs):
        raise ConnectionError

    monkeypatch.setattr(caches["limits"], "add", refuse)


def ask(who="192.0.2.1", action="search", limits=THREE_A_MINUTE) -> int | None:
    """Use an action once; return how long to wait where it was refused."""
    try:
        count_use(action, who, *limits)
    except RateLimitedError as error:
        return error.retry_after
    return None


def test_requests_within_the_limit_pass():
    assert [ask() for _ in range(3)] == [None, None, None]


def test_the_next_one_waits_until_the_window_ends(clock):
    for _ in range(3):
        ask()
    wait = ask()
    assert 0 < wait <= MINUTE
    clock["now"] += wait
    assert ask() is None


def test_senders_and_purposes_are_counted_apart():
    for _ in range(4):
        ask()
    assert ask() is not None
    assert ask(who="192.0.2.2") is None
    assert ask(action="contact") is None


def test_the_longest_wait_of_several_limits_counts():
    limits = (Limit(1, MINUTE), Limit(1, 86_400))
    ask(limits=limits)
    assert ask(limits=limits) > MINUTE


def test_parallel_requests_are_all_counted():
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: ask(limits=(Limit(25, MINUTE),)), range(100)))
    assert answers.count(None) == 25


def test_no_address_is_kept(monkeypatch):
    keys = []
    add = caches["limits"].add
    monkeypatch.setattr(
        caches["limits"], "add", lambda key, *rest: (keys.append(key), add(key, *rest))[1]
    )
    ask()
    assert keys
    assert "192.0.2.1" not in keys[0]


@pytest.mark.django_db
def test_with_the_cache_lost_the_database_counts(lost_cache):
    assert [ask() for _ in range(3)] == [None, None, None]
    assert ask() is not None


@pytest.mark.django_db
def test_counts_in_the_database_go_with_their_window(lost_cache, clock):
    RateCount.objects.create(key="old", count=9, expires_at=timezone.now().replace(year=2001))
    ask()
    assert not RateCount.objects.filter(key="old").exists()
    assert RateCount.objects.count() == 1


def test_with_cache_and_database_lost_the_limit_stays_shut(lost_cache, monkeypatch):
    def refuse(*args):
        raise DatabaseError

    monkeypatch.setattr(rate_limits, "_count_in_database", refuse)
    assert ask() is not None


def test_an_entry_that_vanishes_while_counting_does_no_harm(monkeypatch):
    monkeypatch.setattr(caches["limits"], "add", lambda *args: False)
    assert ask() is None


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (1, None, "10.0.0.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "1.2.3.4, 198.51.100.7", "198.51.100.7"),
        (2, "1.2.3.4, 198.51.100.7, 10.0.0.2", "198.51.100.7"),
        (2, "198.51.100.7", "10.0.0.1"),
        (0, "198.51.100.7", "10.0.0.1"),
        (1, "no address", "10.0.0.1"),
        (1, "' OR 1=1", "10.0.0.1"),
        (1, "", "10.0.0.1"),
    ],
)
def test_only_our_own_proxies_are_believed(rf, settings, proxies, forwarded, address):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    headers = {"x-forwarded-for": forwarded} if forwarded is not None else {}
    assert client_address(rf.get("/", REMOTE_ADDR="10.0.0.1", headers=headers)) == address


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("", ""),
    ],
)
def test_a_sender_is_what_one_customer_owns(rf, address, network):
    assert client_network(rf.get("/", REMOTE_ADDR=address)) == network


@pytest.mark.parametrize(("wait", "words"), [(30, "30"), (600, "10")])
def test_the_refusal_says_when_to_come_back(rf, wait, words):
    response = too_many_requests(rf.get("/"), wait)
    assert response.status_code == 429
    assert response["Retry-After"] == str(wait)
    assert response["Cache-Control"] == "no-store"
    assert words in response.content.decode()
