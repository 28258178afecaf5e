"""Purges are made at once, and again for answers that were being made meanwhile."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.contrib.frontend_cache.utils import purge_url_from_cache

from site_config.front_cache import sending
from site_config.front_cache.queue import PURGE, REPEAT_AFTER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def told(settings, monkeypatch) -> list[str]:
    """A cache in front as in production, and what it is told."""
    settings.TASKS = {"default": {"BACKEND": "site_config.front_cache.queue.PurgingQueue"}}
    settings.WAGTAILFRONTENDCACHE = {
        "cache": {
            "BACKEND": "site_config.front_cache.sending.FrontCacheBackend",
            "LOCATION": "http://127.0.0.1:9",
        }
    }
    heard: list[str] = []
    monkeypatch.setattr(
        sending, "send", lambda location, purges: heard.extend(p.words or p.path for p in purges)
    )
    return heard


def repeats() -> list[float]:
    """Return after how many seconds purges are made again, in whole ones."""
    now = timezone.now()
    moments = DBTaskResult.objects.order_by("run_after").values_list("run_after", flat=True)
    return [round((moment - now) / timedelta(seconds=1)) for moment in moments]


def test_words_are_told_at_once_and_again(told, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        sending.purge_words(["p1"])

    assert told == ["p1"]
    assert repeats() == pytest.approx(REPEAT_AFTER, abs=2)


def test_addresses_are_told_at_once_and_again(told, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        purge_url_from_cache("https://portal.example.org/en/")

    assert "/en/" in told
    assert repeats() == pytest.approx(REPEAT_AFTER, abs=2)
    assert {result.task_path for result in DBTaskResult.objects.all()} == {PURGE}


def test_the_last_purge_comes_after_caches_have_waited_for_an_answer():
    # proxy_read_timeout of nginx, first_byte_timeout of Varnish.
    assert REPEAT_AFTER[-1] > 60
