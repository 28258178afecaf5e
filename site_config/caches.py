"""A Redis that may be lost: the portal then remembers nothing and goes on, a little slower.

What must not be forgotten by a fault, such as counts of attempts, asks a cache that fails aloud.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

# Seconds for which a Redis that failed is not asked again: each attempt may take a second.
LEFT_ALONE = 5


class ForgivingRedisCache(RedisCache):
    """Django's cache in Redis; while Redis is away it is empty and keeps nothing."""

    _away_until = 0.0

    @property
    def is_away(self) -> bool:
        """Say whether Redis did not answer when it was last asked."""
        return time.monotonic() < ForgivingRedisCache._away_until

    def _ask(self, question: Callable[[], Any], otherwise: Any) -> Any:
        if self.is_away:
            return otherwise
        try:
            return question()
        except (RedisError, OSError) as error:
            ForgivingRedisCache._away_until = time.monotonic() + LEFT_ALONE
            logger.warning("Redis does not answer: %s", type(error).__name__)
            return otherwise

    def add(self, *args: Any, **kwargs: Any) -> bool:
        """Say no while Redis is away: who takes a lock by it must not believe to hold it."""
        ask = super().add
        return bool(self._ask(lambda: ask(*args, **kwargs), False))

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Return what is kept; the default while Redis is away."""
        ask = super().get
        return self._ask(lambda: ask(key, default, version), default)

    def set(self, *args: Any, **kwargs: Any) -> None:
        """Keep a value, if anything can be kept."""
        ask = super().set
        self._ask(lambda: ask(*args, **kwargs), None)

    def touch(self, *args: Any, **kwargs: Any) -> bool:
        """Let a value be kept longer."""
        ask = super().touch
        return bool(self._ask(lambda: ask(*args, **kwargs), False))

    def delete(self, *args: Any, **kwargs: Any) -> bool:
        """Forget a value."""
        ask = super().delete
        return bool(self._ask(lambda: ask(*args, **kwargs), False))

    def get_many(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return what is kept of several values."""
        ask = super().get_many
        return self._ask(lambda: ask(*args, **kwargs), {})

    def has_key(self, *args: Any, **kwargs: Any) -> bool:
        """Say whether a value is kept."""
        ask = super().has_key
        return bool(self._ask(lambda: ask(*args, **kwargs), False))

    def set_many(self, data: dict[str, Any], *args: Any, **kwargs: Any) -> list[str]:
        """Keep several values; return the keys of those that were not kept."""
        ask = super().set_many
        return self._ask(lambda: ask(data, *args, **kwargs), list(data))

    def delete_many(self, *args: Any, **kwargs: Any) -> None:
        """Forget several values."""
        ask = super().delete_many
        self._ask(lambda: ask(*args, **kwargs), None)

    def incr(self, key: str, *args: Any, **kwargs: Any) -> int:
        """Count on.

        Raises:
            ValueError: nothing is kept under this key, or Redis is away.
        """
        ask = super().incr
        counted = self._ask(lambda: ask(key, *args, **kwargs), None)
        if counted is None:
            raise ValueError(f"Key '{key}' not found.")
        return int(counted)

    def clear(self) -> bool:
        """Forget all."""
        ask = super().clear
        return bool(self._ask(ask, False))
