"""The reader's language, as addresses and links need it."""

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.urls import Resolver404, resolve, translate_url
from django.utils.translation import get_language, override
from wagtail.models import Locale

CACHE_SECONDS = 3600


def active_locale_id() -> int | None:
    """Return the key of the reader's locale, or None where the portal has no such locale.

    Wagtail asks the database for it at every link; here the answer is kept.
    """
    language = get_language() or settings.LANGUAGE_CODE
    found = cache.get(_key(language))
    if found is None:
        found = (
            Locale.objects.filter(language_code=language).values_list("pk", flat=True).first() or 0
        )
        cache.set(_key(language), found, CACHE_SECONDS)
    return found or None


def forget_locales(instance: Locale, **kwargs: Any) -> None:
    """Have the keys read anew: a locale has changed."""
    cache.delete(_key(instance.language_code))


def in_active_language(address: str) -> str:
    """Return an address of this portal in the reader's language, where it is no page.

    Args:
        address: a path such as ``/sq/account/signup/``; anything else comes back as it is. Pages
            have an address of their own in each language, which only the page itself knows.
    """
    prefix = address.split("/")[1] if address.startswith("/") else ""
    reader = get_language() or settings.LANGUAGE_CODE
    if prefix not in dict(settings.LANGUAGES) or prefix == reader:
        return address
    with override(prefix):
        try:
            match = resolve(address.split("?")[0].split("#")[0])
        except Resolver404:
            return address
        if match.url_name == "wagtail_serve":
            return address
        return translate_url(address, reader)


def _key(language: str) -> str:
    return f"site_config.locale.{language}"
