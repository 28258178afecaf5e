"""How the caches in front are told to forget: PURGE over one connection, tried until it is done.

Varnish and nginx's purger (deploy/purger) understand the same: an address, with every query string,
or words of ``X-Shows`` in the header ``X-Purge``.
"""

import http.client
import logging
from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from wagtail.contrib.frontend_cache.backends import BaseBackend

from site_config.front_cache.queue import REPEAT_AFTER

logger = logging.getLogger(__name__)

EVERYTHING = "*"
# Seconds that whoever publishes waits for a cache at most.
PATIENCE = 1.0
# Seconds to the next attempt where a cache is away. After the last, copies are too old anyway.
RETRY_AFTER = (5, 15, 30, 60, 120, 240, 480)
# Words in one request, whose head must stay below what servers take.
WORDS_AT_ONCE = 200


class Purge(NamedTuple):
    """What a cache is to forget: one address, or what shows certain words."""

    host: str
    path: str
    words: str = ""


class FrontCacheBackend(BaseBackend):
    """Sends Wagtail's purges to the cache at ``LOCATION``, such as ``http://127.0.0.1:8006``."""

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.location = params["LOCATION"]

    def purge(self, url: str) -> None:
        """Have the cache forget one address."""
        self.purge_batch([url])

    def purge_batch(self, urls: Iterable[str]) -> None:
        """Have the cache forget addresses, over one connection."""
        addresses = {(urlsplit(url).netloc, urlsplit(url).path or "/") for url in urls}
        send(self.location, [Purge(host, path) for host, path in sorted(addresses)])


def purge_words(words: Iterable[str]) -> None:
    """Have every cache forget what shows these, once the running transaction is committed.

    Args:
        words: as `shown.shown` and `shown.served` make them, or ``*`` for everything.
    """
    ordered = sorted(set(words))
    if ordered and settings.WAGTAILFRONTENDCACHE:
        transaction.on_commit(partial(_purge_now_and_later, ordered), robust=True)


def send(location: str, purges: list[Purge], attempt: int = 0) -> None:
    """Ask a cache; one that is away is asked again later."""
    try:
        _ask(location, purges)
    except (OSError, http.client.HTTPException) as error:
        logger.error("The cache at %s was not purged: %s", location, error)
        if attempt < len(RETRY_AFTER):
            later = timezone.now() + timedelta(seconds=RETRY_AFTER[attempt])
            send_again.using(run_after=later).enqueue(location, purges, attempt + 1)


@task()
def send_again(location: str, purges: list[list[str]], attempt: int) -> None:
    """Ask a cache that was away before."""
    send(location, [Purge(*purge) for purge in purges], attempt)


@task()
def repeat_purge(words: list[str]) -> None:
    """Forget what was being made while something changed."""
    for backend in settings.WAGTAILFRONTENDCACHE.values():
        parts = range(0, len(words), WORDS_AT_ONCE)
        purges = [Purge("all", "/", " ".join(words[at : at + WORDS_AT_ONCE])) for at in parts]
        send(backend["LOCATION"], purges)


def _purge_now_and_later(words: list[str]) -> None:
    repeat_purge.func(words)
    now = timezone.now()
    for seconds in REPEAT_AFTER:
        repeat_purge.using(run_after=now + timedelta(seconds=seconds)).enqueue(words)


def _ask(location: str, purges: list[Purge]) -> None:
    place = urlsplit(location)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=PATIENCE)
    try:
        for purge in purges:
            headers = {"Host": purge.host} | ({"X-Purge": purge.words} if purge.words else {})
            connection.request("PURGE", purge.path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status >= 400:
                raise http.client.HTTPException(f"it answered {answer.status}")
    finally:
        connection.close()
