"""Production whose limits are open while the cache that counts is away."""

from typing import Any

from site_config.settings.production import *  # noqa: F403
from site_config.settings.production import MIDDLEWARE

MIDDLEWARE = ["tests.faults.broken.uncounted.count_nowhere_else", *MIDDLEWARE]


def count_nowhere_else(get_response: Any) -> Any:
    """Count nothing in the database."""
    from site_config import rate_limits

    rate_limits._count_in_database = lambda key, seconds_left, amount: amount
    return get_response
