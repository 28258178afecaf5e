"""Which shared copies show an alert, and how they are forgotten."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from django_tasks import task
from wagtail.contrib.frontend_cache.utils import PurgeBatch, get_backends
from wagtail.coreutils import get_dummy_request
from wagtail.models import Site

from site_config.alerts.showing import forget_alerts, prefixes_of
from site_config.front_cache.changes import forget_everything
from site_config.models.alerts import AlertVersion
from site_config.sitemaps import sitemap_entries

# Of one alert's addresses.
FEEDS = ("alerts:index", "alerts:feed", "alerts:now")


@task(priority=50)
def purge_copies(version_id: int) -> None:
    """Have shared caches forget every page on which a version stands, or has stood."""
    forget_alerts()
    version = AlertVersion.objects.select_related("alert", "section").filter(pk=version_id).first()
    # The list of all pages is long: nobody writes it where no cache is to be asked.
    if version is None or not get_backends():
        return
    batch = PurgeBatch()
    # What warns by itself comes first, before the many pages.
    batch.add_urls(addresses_of_alert(version))
    batch.purge()
    prefixes = prefixes_showing(version)
    if prefixes is None:
        # One word for the caches, however many pages there are.
        forget_everything()
        return
    batch = PurgeBatch()
    batch.add_urls(sorted(_addresses_below(prefixes)))
    batch.purge()


def addresses_of_alert(version: AlertVersion) -> list[str]:
    """Return the addresses that tell of alerts by themselves: list, feeds, the alert's own."""
    base, uid = settings.WAGTAILADMIN_BASE_URL, version.alert.uid
    found = [base + reverse("alerts_cap_feed")]
    for language, _name in settings.LANGUAGES:
        with override(language):
            found += [base + reverse(name) for name in FEEDS]
            found.append(base + reverse("alerts:alert", args=[uid]))
    return found


def prefixes_showing(version: AlertVersion) -> set[str] | None:
    """Return how the paths begin under whose head a version stands, or has stood.

    Those are the sections of this version and of those before it, from which it may have moved;
    ``None`` where one of them stands on the whole portal.
    """
    before = AlertVersion.objects.published().filter(
        alert=version.alert_id, number__lte=version.number
    )
    prefixes: set[str] = set()
    for each in before.select_related("section"):
        if each.section is None:
            return None
        prefixes.update(prefixes_of(each.section))
    return prefixes


def _addresses_below(prefixes: set[str]) -> set[str]:
    """Return what the sitemap lists there.

    Pages behind a question mark are not listed; no copy of theirs is kept for longer than a
    minute while an alert runs.
    """
    return {url for url in _public_addresses() if urlsplit(url).path.startswith(tuple(prefixes))}


def _public_addresses() -> Iterator[str]:
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        return
    for entry in sitemap_entries(get_dummy_request(site=site)):
        yield entry.location
        yield from (url for _language, url in entry.alternates)
