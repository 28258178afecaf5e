"""A stand-in for the cache in front: what it keeps of the portal's answers, and forgets."""

from typing import Any

import pytest
from django.test import Client

from site_config.front_cache import sending
from site_config.front_cache.shown import HEADER

BACKEND = "site_config.front_cache.sending.FrontCacheBackend"


class Copies:
    """What a cache in front keeps, and forgets as Varnish does (`deploy/varnish/sheshi.vcl`)."""

    def __init__(self) -> None:
        self.kept: dict[str, set[str]] = {}

    def keep(self, *addresses: str) -> None:
        """Keep the public answers at some addresses."""
        for address in addresses:
            response = Client().get(address)
            assert response.status_code == 200, address
            response.getvalue()
            assert response["Cache-Control"].startswith("public"), address
            self.kept[address] = set(response.get(HEADER, "").split())

    def forget(self, location: str, purges: list[sending.Purge]) -> None:
        """Forget what is named by an address, or by words."""
        for purge in purges:
            words = set(purge.words.split())
            for address, shows in list(self.kept.items()):
                if words & shows or "*" in words or (not words and purge.path == address):
                    del self.kept[address]


def stand_in_front(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Copies:
    """Put a cache in front of the portal, told what changes as in production."""
    settings.TASKS = {"default": {"BACKEND": "site_config.front_cache.queue.PurgingQueue"}}
    settings.WAGTAILFRONTENDCACHE = {"one": {"BACKEND": BACKEND, "LOCATION": "http://127.0.0.1:9"}}
    copies = Copies()
    monkeypatch.setattr(sending, "send", copies.forget)
    return copies
