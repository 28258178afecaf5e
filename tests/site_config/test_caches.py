"""A Redis that is lost costs speed, and no page."""

import time

import pytest
from django.core.cache import caches

from site_config.caches import ForgivingRedisCache

REDIS = {"BACKEND": "site_config.caches.ForgivingRedisCache", "LOCATION": "redis://127.0.0.1:9/0"}


@pytest.fixture(autouse=True)
def _lost(settings, monkeypatch):
    settings.CACHES = {"default": REDIS, "limits": settings.CACHES["limits"]}
    monkeypatch.setattr(ForgivingRedisCache, "_away_until", 0.0)


def test_a_lost_redis_is_an_empty_cache():
    cache = caches["default"]

    cache.set("key", "value")
    assert cache.get("key") is None
    assert cache.get("key", "otherwise") == "otherwise"
    assert cache.get_many(["key"]) == {}
    assert cache.set_many({"key": 1}) == ["key"]
    assert cache.get_or_set("key", lambda: "made") == "made"
    assert cache.delete("key") is False
    assert "key" not in cache
    cache.delete_many(["key"])
    assert cache.touch("key") is False
    assert cache.clear() is False


def test_a_lost_redis_says_that_it_is_lost():
    assert caches["default"].is_away is False

    caches["default"].get("key")

    assert caches["default"].is_away is True


def test_nobody_holds_a_lock_in_a_lost_redis():
    assert caches["default"].add("lock", 1) is False


def test_nothing_is_counted_in_a_lost_redis():
    with pytest.raises(ValueError, match="not found"):
        caches["default"].incr("count")


def test_a_lost_redis_is_not_asked_at_every_turn(monkeypatch, caplog):
    for _ in range(50):
        caches["default"].get("key")

    assert caplog.text.count("Redis does not answer: ConnectionError") == 1
    monkeypatch.setattr(ForgivingRedisCache, "_away_until", time.monotonic() - 1)
    caches["default"].get("key")
    assert caplog.text.count("Redis does not answer") == 2
