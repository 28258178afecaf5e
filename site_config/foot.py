"""What apps put at the foot of every page, made once and kept until it changes."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from django.core.cache import cache
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from wagtail import hooks

from site_config.days import city_today
from site_config.shell import CACHE_SECONDS, shell_version

# Apps register functions with ``@hooks.register(FOOT_HOOK)`` that return their `FootPart` in the
# reader's language. Whoever changes what they show calls `site_config.shell.forget_shell`.
FOOT_HOOK = "register_portal_foot"


class FootPart(NamedTuple):
    """HTML at the foot of every page.

    Attributes:
        html: the part, empty where there is nothing to show.
        until: the moment at which it changes by the clock alone, if it does.
    """

    html: str
    until: datetime | None


def foot_of_pages() -> FootPart:
    """Return the parts of all apps for today, in the reader's language."""
    # A part of yesterday is asked for no more, however long it is kept.
    key = f"site_config.foot.{shell_version()}.{get_language()}.{city_today():%Y%m%d}"
    kept = cache.get(key)
    if kept is None:
        makers: list[Callable[[], FootPart]] = hooks.get_hooks(FOOT_HOOK)
        parts = [make() for make in makers]
        moments = [part.until for part in parts if part.until]
        kept = ("".join(part.html for part in parts), min(moments, default=None))
        cache.set(key, kept, CACHE_SECONDS)
    return FootPart(*kept)


def safe_foot(part: FootPart) -> SafeString:
    """Return the HTML, which apps have rendered from templates of theirs."""
    return mark_safe(part.html)  # noqa: S308
